// Package ledgertest tests the ledger of a province of its own, in the manner of
// testing/fstest:
//
//	ledgertest.Run(t, l, day)
//
// It proves that every duty of the matrix is accounted for, no duty twice for one object;
// that the counts reconcile; that nothing is late where the register is complete for
// nothing; that the order of the facts does not matter; that the JSON of the ledger gives the
// same day, and that a stored day is replayed. [Check] does the same at run time; no test
// library is linked.
package ledgertest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation/ledger"
)

// Run tests the ledger on a day; each proof is a subtest.
func Run[T ruletest.Tester[T]](t T, l ledger.Ledger, day civil.Date) {
	t.Helper()
	ruletest.Run(t, nil, nil, proofs(l, day)...)
}

// Check tests the ledger on a day and returns everything that went wrong.
func Check(l ledger.Ledger, day civil.Date) error {
	return ruletest.Check(nil, nil, proofs(l, day)...)
}

func proofs(l ledger.Ledger, day civil.Date) []ruletest.Proof {
	on := func(prove func(ledger.Day) error) func() error {
		return func() error {
			d, err := l.On(day)
			if err != nil {
				return err
			}
			return prove(d)
		}
	}
	s := suite{l, day}
	return []ruletest.Proof{
		{Name: "every duty once for each object", Why: "what is left out or counted twice is not accounted for", Check: on(s.once)},
		{Name: "counts reconcile", Why: "each entry has one status, and what is in time was judged", Check: on(counts)},
		{Name: "missing data accuses nobody", Why: "a register that is complete for nothing leaves unknown what is not done", Check: s.accuses},
		{Name: "the order of facts does not matter", Why: "a register is a set of facts", Check: on(s.order)},
		{Name: "the ledger keeps its JSON", Why: "another program that reads it comes to the same", Check: on(s.reads)},
		{Name: "a stored day is replayed", Why: "an answer can be checked later, from what is stored with it", Check: on(s.replays)},
	}
}

type suite struct {
	l   ledger.Ledger
	day civil.Date
}

func (s suite) once(d ledger.Day) error {
	type key struct {
		id     rule.DutyID
		object duty.Object
	}
	seen, duties := map[key]bool{}, map[rule.DutyID]bool{}
	for e := range d.Entries() {
		if k := (key{e.Duty, e.Object}); seen[k] {
			return fmt.Errorf("%s is entered twice for %v", e.Duty, e.Object)
		} else {
			seen[k], duties[e.Duty] = true, true
		}
		if len(e.Standings) == 0 && e.Status != duty.Ongoing && len(e.Because) == 0 {
			return fmt.Errorf("%s for %v is %v, and nothing says why", e.Duty, e.Object, e.Status)
		}
	}
	for x := range s.l.Matrix.Duties() {
		if !duties[x.ID] {
			return fmt.Errorf("%s is not accounted for", x.ID)
		}
	}
	return nil
}

func counts(d ledger.Day) error {
	c, sum := ledger.Count(d.Entries()), 0
	for _, n := range c.ByStatus {
		sum += n
	}
	if sum != d.Len() || c.Total != sum || c.OnTime > c.Judged || c.Rate.Known() != (c.Judged > 0) {
		return fmt.Errorf("%d entries, %d by status; %d in time of %d", c.Total, sum, c.OnTime, c.Judged)
	}
	return nil
}

// register is the ledger with other facts.
func (s suite) register(complete []duty.Complete, facts []duty.Record) (ledger.Day, error) {
	r, err := s.l.Matrix.Basis().NewRegister(complete, facts...)
	if err != nil {
		return ledger.Day{}, err
	}
	l := s.l
	l.Register = r
	return l.On(s.day)
}

func (s suite) accuses() error {
	d, err := s.register(nil, slices.Collect(s.l.Register.All()))
	if err != nil {
		return err
	}
	for e := range d.Where(ledger.Filter{Statuses: []duty.Status{duty.Overdue, duty.Breached}}) {
		return fmt.Errorf("%s for %v is %v", e.Duty, e.Object, e.Status)
	}
	return nil
}

// order turns the facts of each moment round; those that decide are the earliest.
func (s suite) order(d ledger.Day) error {
	facts := slices.Collect(s.l.Register.All())
	slices.Reverse(facts)
	var in struct {
		Complete []duty.Complete `json:"complete"`
	}
	text, err := json.Marshal(s.l.Register)
	if err == nil {
		err = json.Unmarshal(text, &in)
	}
	if err != nil {
		return err
	}
	other, err := s.register(in.Complete, facts)
	if err != nil {
		return err
	}
	type key struct {
		id     rule.DutyID
		object duty.Object
	}
	status := map[key]duty.Status{}
	for e := range d.Entries() {
		status[key{e.Duty, e.Object}] = e.Status
	}
	for e := range other.Entries() {
		if was, ok := status[key{e.Duty, e.Object}]; !ok || was != e.Status {
			return fmt.Errorf("%s for %v is %v, in another order of facts %v", e.Duty, e.Object, was, e.Status)
		}
	}
	return nil
}

func (s suite) reads(d ledger.Day) error {
	text, err := json.Marshal(s.l)
	if err != nil {
		return err
	}
	var l ledger.Ledger
	if err := json.Unmarshal(text, &l); err != nil {
		return err
	}
	again, err := l.On(s.day)
	if err != nil {
		return err
	}
	one, err := json.Marshal(d)
	if err != nil {
		return err
	}
	other, err := json.Marshal(again)
	if err == nil && !bytes.Equal(one, other) {
		err = errors.New("what is read gives another day")
	}
	return err
}

func (s suite) replays(d ledger.Day) error {
	stored, err := json.Marshal(d)
	if err != nil {
		return err
	}
	for _, with := range []*ledger.Ledger{nil, &s.l} {
		r, err := ledger.Replay(stored, with)
		if err != nil {
			return err
		}
		if !r.Same {
			return fmt.Errorf("replayed, it differs: %s", r.Differs[0].In(rule.En))
		}
	}
	return nil
}

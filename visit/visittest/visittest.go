package visittest

import (
	"encoding/json"
	"io/fs"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

// Run tests a policy: each proof and each case of the file system is a subtest. A file
// system without cases fails; nil runs the proofs alone.
func Run[T ruletest.Tester[T]](t T, p visit.Policy, cases fs.FS) {
	t.Helper()
	ruletest.Run(t, cases, Judge(p), proofs(p)...)
}

// Check is [Run] at run time: it returns everything that went wrong.
func Check(p visit.Policy, cases fs.FS) error {
	return ruletest.Check(cases, Judge(p), proofs(p)...)
}

type given struct {
	Policy   *visit.Policy     `json:"policy"`
	Roster   assignment.Roster `json:"roster"`
	Visit    *visit.Visit      `json:"visit"`
	Visits   []visit.Visit     `json:"visits" validate:"dive"`
	Plan     []string          `json:"plan"`
	Days     []civil.Date      `json:"days"`
	Complete []duty.Complete   `json:"complete" validate:"dive"`
	On       civil.Date        `json:"on,omitzero"`
}

type answer struct {
	Attendance visit.Attendance `json:"attendance"`
	Counts     bool             `json:"counts"`
	LastDay    civil.Date       `json:"lastDay,omitzero"`
	States     []visit.State    `json:"states"`
	Owed       []owed           `json:"owed"`
	Records    []record         `json:"records"`
}

type owed struct {
	Duty   rule.DutyID `json:"duty"`
	To     string      `json:"to"`
	Latest civil.Date  `json:"latest,omitzero"`
	Place  string      `json:"place"`
	Status duty.Status `json:"status"`
}

type record struct {
	Kind     duty.Kind   `json:"kind"`
	Duty     rule.DutyID `json:"duty"`
	To       string      `json:"to"`
	On       rule.Moment `json:"on,omitzero"`
	Before   rule.Moment `json:"before,omitzero"`
	Findings []rule.Code `json:"findings"`
}

// Judge reads the given of a case and judges it by the policy.
func Judge(p visit.Policy) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in given
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		policy := p
		if in.Policy != nil {
			policy = *in.Policy
		}
		if in.Visit == nil {
			return answer{}, policy.CheckTogether(in.Visits, in.Roster), nil
		}
		v := *in.Visit
		facts := policy.Records(v, in.Roster)
		register, err := duty.NewRegister(in.Complete, facts...)
		if err != nil {
			return nil, nil, err
		}
		out := answer{Attendance: v.Attendance(), Counts: policy.CountsForLeader(v)}
		if last, err := policy.LastDay(v.Start.Date, workday.Calendar{}); err == nil {
			out.LastDay = last.End
		}
		for _, day := range in.Days {
			out.States = append(out.States, policy.StateOn(v, day))
		}
		out.fill(facts, policy.Owed(v, in.Roster), register, in.On)
		found := policy.Check(v, in.Roster)
		if in.Plan != nil {
			found = append(found, policy.CheckAgenda(v, in.Plan)...)
		}
		return out, found, nil
	}
}

// fill puts what is owed, with its status on a day, and the facts into the answer.
func (a *answer) fill(facts []duty.Record, dues []duty.Due, register duty.Register, on civil.Date) {
	for _, due := range dues {
		a.Owed = append(a.Owed, owed{due.Duty, due.To, due.Latest, due.Source.Place(rule.Vi), due.Status(register, on).Status})
	}
	for _, f := range facts {
		r := record{Kind: f.Kind, Duty: f.Duty, To: f.To, On: f.On, Before: f.Before}
		for _, found := range f.Findings {
			r.Findings = append(r.Findings, found.Code())
		}
		a.Records = append(a.Records, r)
	}
}

package visittest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// Province is whom the cases of difficulties take for granted: who helps which commune, and
// who exists.
type Province struct {
	Roster   assignment.Roster
	Matrices []duty.Matrix
}

// RunDifficulties is [Run] for a policy of difficulties and its competence.
func RunDifficulties[T ruletest.Tester[T]](t T, p difficulty.Policy, of Province, cases fs.FS) {
	t.Helper()
	ruletest.Run(t, cases, JudgeDifficulties(p, of), difficultyProofs(p)...)
}

// CheckDifficulties is [Check] for a policy of difficulties and its competence.
func CheckDifficulties(p difficulty.Policy, of Province, cases fs.FS) error {
	return ruletest.Check(cases, JudgeDifficulties(p, of), difficultyProofs(p)...)
}

type givenDifficulties struct {
	Policy       *difficulty.Policy      `json:"policy"`
	Roster       *assignment.Roster      `json:"roster"`
	Difficulties []difficulty.Difficulty `json:"difficulties" validate:"dive"`
	On           civil.Date              `json:"on,omitzero"`
	Stored       bool                    `json:"stored"` // the digest is stored and read again
	Said         int                     `json:"said"`   // a total that the digest states instead
}

type difficultiesAnswer struct {
	States  []difficulty.State `json:"states"`
	Digest  *difficulty.Digest `json:"digest"`
	Records []recordOf         `json:"records"` // of the first
	Owed    []owedFor          `json:"owed"`    // of the first
}

type recordOf struct {
	Kind     duty.Kind   `json:"kind"`
	Duty     rule.DutyID `json:"duty"`
	By       string      `json:"by"`
	To       string      `json:"to"`
	On       rule.Moment `json:"on,omitzero"`
	Findings []rule.Code `json:"findings"`
}

type owedFor struct {
	Duty   rule.DutyID `json:"duty"`
	By     string      `json:"by"`
	Status duty.Status `json:"status"`
}

// JudgeDifficulties reads the given of a case, difficulties and a day, and judges them by the
// policy.
func JudgeDifficulties(p difficulty.Policy, of Province) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in givenDifficulties
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		if in.Policy == nil {
			in.Policy = &p
		}
		if in.Roster == nil {
			in.Roster = &of.Roster
		}
		var found rule.Findings
		out := difficultiesAnswer{Records: []recordOf{}, Owed: []owedFor{}}
		for i, d := range in.Difficulties {
			found = append(found, in.Policy.Check(d, *in.Roster, of.Matrices...).Under(rule.Path("difficulties").Index(i))...)
			if !in.On.IsZero() {
				out.States = append(out.States, d.StateOn(in.On))
			}
		}
		if in.On.IsZero() {
			return out, found, nil
		}
		told, err := in.digest(&out)
		if err != nil || len(in.Difficulties) == 0 {
			return out, append(found, told...), err
		}
		return out, append(found, told...), in.first(&out, of.Matrices)
	}
}

// digest puts the difficulties together on the day, stored and read again where the case says so.
func (in *givenDifficulties) digest(out *difficultiesAnswer) (rule.Findings, error) {
	digest, err := in.Policy.Digest(in.Difficulties, in.On, workday.Vietnam())
	if err != nil {
		return nil, err
	}
	found := digest.Findings
	for i, line := range digest.Lines {
		found = append(found, line.Notes.Under(rule.Path("lines").Index(i))...)
	}
	if in.Said != 0 {
		digest.Total = in.Said
		found = append(found, digest.Reconcile()[:1]...)
	}
	if in.Stored {
		stored, err := json.Marshal(digest)
		if err != nil {
			return nil, err
		}
		digest = difficulty.Digest{}
		if err := json.Unmarshal(stored, &digest); err != nil {
			return nil, err
		}
	}
	out.Digest = &digest
	return found, nil
}

// first is the facts of the first difficulty, and what is owed for it by them.
func (in *givenDifficulties) first(out *difficultiesAnswer, x []duty.Matrix) error {
	d := in.Difficulties[0]
	facts := in.Policy.Records(d, *in.Roster, x...)
	for _, r := range facts {
		f := recordOf{Kind: r.Kind, Duty: r.Duty, By: r.By, To: r.To, On: r.On}
		for _, x := range r.Findings {
			f.Findings = append(f.Findings, x.Code())
		}
		out.Records = append(out.Records, f)
	}
	register, err := duty.NewRegister(nil, facts...)
	if err != nil {
		return err
	}
	for _, due := range in.Policy.Owed(d, *in.Roster, in.On) {
		out.Owed = append(out.Owed, owedFor{due.Duty, due.By, due.Status(register, in.On).Status})
	}
	return nil
}

func difficultyProofs(p difficulty.Policy) []ruletest.Proof {
	return []ruletest.Proof{
		{Name: "policy", Why: "its data are whole", Check: func() error { return p.Faults().Err() }},
		{Name: "powers", Why: "each power reaches its own matter on each of its days, nothing above its size and, by itself, no day before or after; what it limits and a matter does not state is unclear", Check: func() error { return powers(p.Competence) }},
		{Name: "courses", Why: "after any three acts a difficulty has one state on every day, and an act that cannot happen changes none", Check: func() error { return courses(p) }},
		{Name: "answers", Why: "an answer is in time through the last day, counted one by one; nobody is late where events may be missing", Check: func() error { return answers(p) }},
	}
}

// powers asks of each power of a competence on each side of its limits.
func powers(c difficulty.Competence) error {
	var wrong []error
	for i, power := range c.Powers {
		alone := difficulty.Competence{Basis: c.Basis, Powers: c.Powers[i : i+1]}
		own := difficulty.Matter{Field: power.Field, Set: power.Set, Criterion: power.Criterion, Size: power.UpTo}
		expect := func(of difficulty.Competence, m difficulty.Matter, on civil.Date, want difficulty.Reach, what string) {
			if got := of.Reach(power.Body, m, on); got != want {
				wrong = append(wrong, fmt.Errorf("powers[%d], %s: %s on %s, and not %s", i, what, got, on, want))
			}
		}
		from, to := power.Span.From, power.Span.To
		if !from.IsZero() {
			expect(alone, own, from.AddDays(-1), difficulty.Beyond, "the day before it began")
		}
		if !to.IsZero() {
			expect(alone, own, to.AddDays(1), difficulty.Beyond, "the day after it ended")
		}
		for _, on := range []civil.Date{from, to, rule.Day(2022, 3, 1)} {
			if on.IsZero() || !power.Span.Contains(on) {
				continue
			}
			expect(c, own, on, difficulty.Within, "its own matter")
			if found := c.Check(difficulty.Disposal{On: on, Settled: power.Body}, own, duty.Matrix{}); len(found.Of(difficulty.ErrBeyondCompetence)) > 0 {
				wrong = append(wrong, fmt.Errorf("powers[%d], its own matter settled on %s: %w", i, on, found[0]))
			}
			if power.UpTo.Known() {
				more := own
				more.Size = power.UpTo.Add(rule.Int(1))
				expect(alone, more, on, difficulty.Beyond, "more than its size")
			}
			if power.UpTo.Known() || power.Field != "" || power.Set != "" || power.Criterion != "" {
				expect(alone, difficulty.Matter{}, on, difficulty.Unclear, "a matter of which nothing is stated")
			}
		}
	}
	return errors.Join(wrong...)
}

// impossible are the findings on an event that cannot happen where it stands.
var impossible = []rule.Code{difficulty.ErrAfterClosed, difficulty.ErrReferredTwice, difficulty.ErrKnownAfter, difficulty.ErrSameLead}

// courses goes through all orders of three acts on three days.
func courses(p difficulty.Policy) error {
	first := rule.Day(2022, 3, 1)
	const acts = int(difficulty.Close)
	var list, without []difficulty.Difficulty
	for n := range acts * acts * acts {
		d := difficulty.Difficulty{ID: strconv.Itoa(n), Commune: "1", Kind: difficulty.KindDifficulty, Content: "x", Through: first.AddDays(9)}
		for i, act := range []int{n / acts / acts, n / acts % acts, n % acts} {
			d.Events = append(d.Events, difficulty.Event{Act: difficulty.Act(act + 1), On: rule.On(first.AddDays(i))})
		}
		list = append(list, d)
		found := p.Check(d, assignment.Roster{})
		kept := d
		kept.Events = nil
		for i, e := range d.Events {
			at := rule.Path("events").Index(i)
			if !slices.ContainsFunc(found, func(f rule.Finding) bool { return f.Path == at && slices.Contains(impossible, f.Code()) }) {
				kept.Events = append(kept.Events, e)
			}
		}
		without = append(without, kept)
	}
	var wrong []error
	for day := first.AddDays(-1); !day.After(first.AddDays(3)); day = day.AddDays(1) {
		digest, err := p.Digest(list, day, workday.Vietnam())
		if err != nil {
			return err
		}
		wrong = append(wrong, digest.Reconcile().Err())
		for i, line := range digest.Lines {
			if state := list[i].StateOn(day); state != line.State || state != without[i].StateOn(day) {
				wrong = append(wrong, fmt.Errorf("%v on %s: %s, in the digest %s, without what cannot happen %s", list[i].Events, day, state, line.State, without[i].StateOn(day)))
			}
		}
	}
	return errors.Join(wrong...)
}

// answers asks for an answer and counts the days to it.
func answers(p difficulty.Policy) error {
	asked, cal := rule.Day(2022, 3, 1), workday.Vietnam()
	last, err := asked, error(nil)
	for left := p.AnswerDue; left > 0 && err == nil; {
		last = last.AddDays(1)
		var worked bool
		if worked, err = cal.IsWorkday(last); worked {
			left--
		}
	}
	if err != nil {
		return nil //nolint:nilerr // the calendar does not reach the last day, so nothing can be counted
	}
	var wrong []error
	expect := func(want duty.Status, on civil.Date, through civil.Date, answered ...civil.Date) {
		d := difficulty.Difficulty{ID: "d", Commune: "1", Kind: difficulty.KindDifficulty, Content: "x", Through: through, Events: []difficulty.Event{
			{Act: difficulty.Raise, On: rule.On(asked)}, {Act: difficulty.Refer, On: rule.On(asked)}}}
		for _, day := range answered {
			d.Events = append(d.Events, difficulty.Event{Act: difficulty.Answer, On: rule.On(day), Outcome: difficulty.Accepted})
		}
		s, err := p.Standing(d, on, cal)
		if s.Answer != want {
			err = errors.Join(err, fmt.Errorf("asked on %s, answered %v, seen on %s: %s, and not %s", asked, answered, on, s.Answer, want))
		}
		wrong = append(wrong, err)
	}
	after := last.AddDays(1)
	if p.AnswerDue < 1 {
		expect(duty.Open, after, after)
		expect(duty.Fulfilled, after, after, after)
		return errors.Join(wrong...)
	}
	expect(duty.NotYetDue, last.AddDays(-1), after)
	expect(duty.DueToday, last, after)
	expect(duty.Overdue, after, last)
	expect(duty.Unknown, after, last.AddDays(-1))
	expect(duty.Unknown, after, civil.Date{})
	expect(duty.Fulfilled, after, after, last)
	expect(duty.FulfilledLate, after, after, after)
	return errors.Join(wrong...)
}

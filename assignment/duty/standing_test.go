package duty_test

import (
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var ownRules = rule.MustTable(
	rule.Rule{Code: "own.sent", Origin: rule.OriginText, Duty: duty.SendPlans, Text: rule.Text{Vi: "x", En: "x"}},
	rule.Rule{Code: "own.other", Origin: rule.OriginText, Duty: duty.AnnualPlan, Text: rule.Text{Vi: "x", En: "x"}},
	rule.Rule{Code: "own.wish", Origin: rule.OriginPolicy, Duty: duty.SendPlans, Switch: "Policy.Wish", Text: rule.Text{Vi: "x", En: "x"}})

// randomRegister is a few facts around the last day, in any state, with a due and a day.
func randomRegister(r *rand.Rand) (duty.Due, duty.Register, civil.Date) {
	day := func() civil.Date { return lastDay.AddDays(r.IntN(13) - 6) }
	moment := func() rule.Moment {
		if r.IntN(3) == 0 {
			return rule.At(day(), r.IntN(24), 0)
		}
		return rule.On(day())
	}
	ids := []string{"a", "a", "a", "old", "none"}
	due := owed("a", duty.PeriodPlanSent, lastDay)
	if send, ok := laocai.Basis().Duty(duty.SendPlans); ok && r.IntN(2) == 0 {
		fact := due.Fact
		due = send.Due(fact.Object, due.By, due.To)
		due.Fact, due.Latest = fact, lastDay
	}
	if r.IntN(6) == 0 {
		due.Latest = civil.Date{}
	}
	due.Once = r.IntN(3) == 0
	if r.IntN(3) == 0 {
		due.Also = []duty.Object{{Per: duty.PerAssignment, ID: "old"}}
	}
	if r.IntN(6) == 0 {
		due.To = ""
	}
	if r.IntN(5) == 0 {
		due.Binding = duty.MayBind
	}
	var records []duty.Record
	for range r.IntN(5) {
		record := sent(ids[r.IntN(len(ids))], duty.PeriodPlanSent, rule.Moment{})
		switch r.IntN(4) {
		case 0:
			record.After = moment()
		case 1:
			record.Before = moment()
		case 2:
			record.After = moment()
			record.Before = rule.On(record.After.Date.AddDays(r.IntN(4)))
			record.After = rule.On(record.After.Date)
		default:
			record.On = moment()
		}
		if r.IntN(8) == 0 {
			record.To = "another"
		}
		for range r.IntN(2) * r.IntN(3) {
			code := []rule.Code{"own.sent", "own.sent", "own.other", "own.wish"}[r.IntN(4)]
			record.Findings = append(record.Findings, ownRules.Finding(rule.Kind(1+r.IntN(3)), code, ""))
		}
		records = append(records, record)
	}
	var complete []duty.Complete
	if r.IntN(4) > 0 {
		complete = append(complete, duty.Complete{Kind: duty.PeriodPlanSent, Through: day()})
	}
	if r.IntN(4) == 0 {
		complete = append(complete, duty.Complete{Kind: duty.PeriodPlanSent, By: due.By, Through: day()})
	}
	return due, must(duty.NewRegister(complete, records...)), day()
}

// W15: every status follows from the JSON of the standing alone, and comes out again from
// the register and from the facts that were stored.
func TestStandingsFollowFromTheirJSON(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(28, 7))
	n := 4_000
	if testing.Short() {
		n = 3_000
	}
	statuses := map[duty.Status]int{}
	for i := range n {
		due, register, day := randomRegister(random)
		standing := due.Status(register, day)
		statuses[standing.Status]++
		data := must(json.Marshal(standing))
		status, days, certain := deriveStanding(data)
		require.Equal(t, []any{standing.Status.String(), standing.DaysLate, standing.AtLeast}, []any{status, days, certain}, "%d: %s", i, data)
		for from, r := range map[string]*duty.Register{"what was stored": nil, "the register": &register} {
			again := must(duty.Replay(data, r))
			require.True(t, again.Same, "%d from %s: %s of %s", i, from, again.Differs, data)
			require.Empty(t, again.Differs)
		}
	}
	for _, s := range []duty.Status{duty.Fulfilled, duty.FulfilledLate, duty.NotYetDue, duty.DueToday, duty.Overdue, duty.Breached, duty.Open, duty.Unknown} {
		assert.Greater(t, statuses[s], n/200, s)
	}
}

// The evaluator that derives knows nothing of the library.
func TestDerivingImportsNothingOfTheLibrary(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "derive_test.go", nil, parser.ImportsOnly)
	require.NoError(t, err)
	var imports []string
	for _, i := range file.Imports {
		imports = append(imports, i.Path.Value)
	}
	assert.Equal(t, []string{`"encoding/json"`, `"strconv"`}, imports)
}

// changed is a stored standing with one of its members changed, or taken out.
func changed(t *testing.T, stored []byte, member string, value any) []byte {
	t.Helper()
	var all map[string]any
	require.NoError(t, json.Unmarshal(stored, &all))
	if all[member] = value; value == nil {
		delete(all, member)
	}
	return must(json.Marshal(all))
}

func TestReplay(t *testing.T) {
	t.Parallel()
	aug := func(d int) rule.Moment { return rule.On(rule.Day(2021, 8, d)) }
	broken := sent("a", duty.PeriodPlanSent, aug(4))
	broken.Findings = rule.Findings{ownRules.Broken("own.sent", "")}
	lateOne := sent("a", duty.PeriodPlanSent, aug(12))
	of := register(t, aug31, broken, lateOne)
	due := owed("a", duty.PeriodPlanSent, lastDay)
	due.Basis, due.Rulebook = laocai.Basis().Edition(), rule.EditionOf("mandate", "1", 1)
	standing := due.Status(of, aug31)
	assert.Equal(t, duty.FulfilledLate, standing.Status)
	assert.Len(t, standing.Others, 1, "the fact that did not fulfil it mattered")
	stored := must(json.Marshal(standing))
	bare := changed(t, changed(t, stored, "record", nil), "others", nil)
	timely := register(t, aug31, broken, lateOne, sent("a", duty.PeriodPlanSent, aug(9)))
	elsewhere := register(t, aug31, broken, lateOne, sent("b", duty.PeriodPlanSent, aug(9)))
	none := due.Status(register(t, aug31), aug31)

	for name, c := range map[string]struct {
		stored   []byte
		register *duty.Register
		same     bool
		differ   []string
	}{
		"of what was stored":         {stored, nil, true, nil},
		"of the register":            {stored, &of, true, nil},
		"facts of another due":       {stored, &elsewhere, true, nil},
		"a fact that came to light":  {stored, &timely, false, []string{"grounds.record replay.record", "status replay.member", "daysLate replay.member"}},
		"facts were not kept":        {bare, nil, false, []string{" replay.not-kept"}},
		"not kept, of the register":  {bare, &of, true, nil},
		"not kept, another register": {bare, &timely, false, []string{"grounds.record replay.record", "status replay.member"}},
		"no fact at all":             {must(json.Marshal(none)), nil, true, nil},
		"a status that was changed":  {changed(t, stored, "status", "fulfilled"), nil, false, []string{"status replay.member"}},
		"a fact that was taken out":  {changed(t, stored, "others", nil), nil, false, []string{"grounds.record replay.record"}},
		"a day that was changed":     {changed(t, stored, "through", "2021-08-01"), nil, false, []string{"grounds.record replay.record"}},
		"no grounds":                 {changed(t, stored, "grounds", nil), &of, false, []string{"grounds replay.member"}},
	} {
		r, err := duty.Replay(c.stored, c.register)
		require.NoError(t, err, name)
		assert.Equal(t, c.same, r.Same, "%s: %s", name, r.Differs)
		var differ []string
		for _, f := range r.Differs {
			differ = append(differ, string(f.Path)+" "+string(f.Code()))
		}
		assert.Subset(t, differ, c.differ, name)
		assert.Equal(t, c.differ == nil, differ == nil, name)
	}
	for _, bad := range []string{"{", `{"format":"giupxa.record/1"}`, "[]"} {
		_, err := duty.Replay([]byte(bad), nil)
		assert.ErrorIs(t, err, rule.ErrStored)
	}
	_, err := duty.Replay(changed(t, stored, "due", "x"), nil)
	assert.Error(t, err)

	g := standing.Grounds()
	assert.Equal(t, []rule.Rulebook{{Role: "basis", Edition: due.Basis}, {Role: "rulebook", Edition: due.Rulebook}}, g.Rulebooks)
	assert.Equal(t, rule.Calculation, g.Kind)
	assert.Contains(t, g.String(), "quyết định thuộc cấp có thẩm quyền")
	old := changed(t, stored, "grounds", map[string]any{"answer": "calculation", "authority": map[string]any{"vi": "x", "en": "x"}, "data": "2025-01-01", "record": g.Record, "rulebooks": []any{}})
	var back duty.Standing
	require.NoError(t, json.Unmarshal(old, &back))
	assert.Equal(t, "2025-01-01", back.Grounds().Data, "what was stored stays as it was")
	var kept duty.Standing
	require.NoError(t, json.Unmarshal(stored, &kept))
	kept.Grounds().Rulebooks[0].Role = "changed"
	assert.Equal(t, "basis", kept.Grounds().Rulebooks[0].Role)
}

// A duty of a text carries the text's edition into what is owed; the facts of a standing are
// its own.
func TestStandingStandsAlone(t *testing.T) {
	t.Parallel()
	send, ok := laocai.Basis().Duty(duty.SendPlans)
	require.True(t, ok)
	assert.Equal(t, laocai.Basis().Edition(), send.Due(duty.Object{Per: duty.PerAssignment, ID: "a"}, "l1", "").Basis)
	record := sent("a", duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 4)))
	record.Findings = rule.Findings{ownRules.Broken("own.sent", "", rule.A("a", "b"))}
	of := register(t, aug31, record, record)
	standing := owed("a", duty.PeriodPlanSent, lastDay).Status(of, aug31)
	before := string(must(json.Marshal(owed("a", duty.PeriodPlanSent, lastDay).Status(of, aug31))))
	standing.Record.Findings[0].Args[0].Name = "changed"
	standing.Others[0].Findings[0] = rule.Finding{}
	assert.Equal(t, before, string(must(json.Marshal(owed("a", duty.PeriodPlanSent, lastDay).Status(of, aug31)))))
}

// W13: ids in another spelling of the same letters are the same, in facts, dues and days of
// completeness.
func TestSpellings(t *testing.T) {
	t.Parallel()
	const id = "Đỗ-Ân"
	alike := []string{id, norm.NFD.String(id), strings.ReplaceAll(id, "Đ", "\u00D0"), strings.ReplaceAll(norm.NFD.String(id), "Đ", "\u0189")}
	for _, kept := range alike {
		for _, given := range alike {
			record := sent(kept, duty.Kind(kept), rule.On(rule.Day(2021, 8, 4)))
			record.By, record.To = kept, kept
			r := must(duty.NewRegister([]duty.Complete{{Kind: duty.Kind(kept), By: kept, Through: aug31}}, record))
			due := owed(given, duty.Kind(given), lastDay)
			due.By, due.To = given, given
			assert.Equal(t, duty.Fulfilled, due.Status(r, aug31).Status)
			due.Also = []duty.Object{due.Object}
			due.Object.ID = "none"
			assert.Equal(t, duty.Fulfilled, due.Status(r, aug31).Status)
			due.Also = nil
			assert.Equal(t, duty.Overdue, due.Status(r, aug31).Status)
			through, ok := r.Complete(duty.Kind(given), given)
			assert.True(t, ok)
			assert.Equal(t, aug31, through)
			for range r.OfKind(duty.Kind(given)) {
				ok = false
			}
			assert.False(t, ok)
			record.Object.ID = given
			assert.NotEmpty(t, first(r).By)
			for range r.Of(record.Fact) {
				ok = true
			}
			assert.True(t, ok)
			_, err := duty.NewRegister([]duty.Complete{{Kind: duty.Kind(kept), Through: aug31}, {Kind: duty.Kind(given), Through: aug31}})
			assert.ErrorIs(t, err, duty.ErrCompleteTwice)
		}
	}
}

// Registers and standings cost as much as there is of them. Not parallel: bytes are counted.
func TestCostsAreLinear(t *testing.T) {
	small, large := 1_000, 4_000
	for name, in := range map[string][2]string{
		"facts with unknown members": {`{"records":[%s]}`, `{"x":1}`},
		"facts that are incomplete":  {`{"records":[%s]}`, `{"kind":"noticed"}`},
		"facts of unknown duties":    {`{"records":[%s]}`, `{"kind":"noticed","duty":"no.such","object":{"per":"visit","id":"v"},"by":"","to":"","on":"2021-08-09"}`},
		"a kind complete many times": {`{"complete":[%s]}`, `{"kind":"noticed","through":"2021-08-31"}`},
		"the same fact many times":   {`{"records":[%s]}`, `{"kind":"noticed","duty":"visit.notify","object":{"per":"visit","id":"v"},"by":"","to":"","on":"2021-08-09"}`},
		"findings of one fact":       {`{"records":[{"kind":"noticed","duty":"visit.notify","object":{"per":"visit","id":"v"},"by":"","to":"","on":"2021-08-09","findings":[%s]}]}`, `{"kind":"broken","code":"a.b","path":"x","origin":"form","text":{"vi":"a","en":"a"}}`},
	} {
		maintain.Linear(t, name, small, large, func(n int) func() int {
			data := []byte(fmt.Sprintf(in[0], strings.TrimSuffix(strings.Repeat(in[1]+",", n), ",")))
			return func() int {
				var r duty.Register
				found, _ := rule.FindingsIn(json.Unmarshal(data, &r))
				return len(found)
			}
		})
	}
	maintain.Linear(t, "standings of many dues", small, large, func(n int) func() {
		records := make([]duty.Record, n)
		for i := range records {
			records[i] = sent(strconv.Itoa(i), duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 12)))
		}
		r := register(t, aug31, records...)
		return func() {
			for i := range n {
				must(json.Marshal(owed(strconv.Itoa(i), duty.PeriodPlanSent, lastDay).Status(r, aug31)))
			}
		}
	})
	maintain.Linear(t, "many facts of one due", small, large, func(n int) func() {
		records := make([]duty.Record, n)
		for i := range records {
			records[i] = sent("a", duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 12)))
		}
		r := register(t, aug31, records...)
		return func() { must(json.Marshal(owed("a", duty.PeriodPlanSent, lastDay).Status(r, aug31))) }
	})
}

// The same registers have the same standings, byte by byte, on every platform.
func TestDigests(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(10, 11))
	var standings []duty.Standing
	for range 500 {
		due, r, day := randomRegister(random)
		standings = append(standings, due.Status(r, day))
	}
	answers := map[string]any{"500 random registers": standings, "the basis of 2021": laocai.Basis().Edition()}
	for _, day := range []civil.Date{rule.Day(2021, 12, 31), rule.Day(2025, 12, 31)} {
		answers["the matrix of "+day.String()] = must(laocai.InForce(day))
	}
	maintain.Digests(t, "testdata/digests.txt", answers)
}

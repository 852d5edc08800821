package report_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/plantest"
	"github.com/giupxa/giupxa/plan/report"
)

// yearly is a regime in the manner of Cao Bằng: each leader reports on the year before 29/11.
func yearly() report.Regime {
	return report.Regime{ID: "cao-bang", Basis: duty.MustBasis(duty.BasisParts{
		ID: "cao-bang-952", Source: rule.Source{Kind: rule.Decision, Number: "952/QĐ-UBND", Issuer: "UBND tỉnh Cao Bằng"},
		Own: []duty.Duty{{ID: "support.report", Nature: duty.Periodic, Record: "support-reported", Per: duty.PerAssignmentYear,
			Text: rule.Text{Vi: "báo cáo kết quả giúp đỡ xã", En: "report on the support of the commune"}}},
		Provisions: map[rule.DutyID]rule.Source{"support.report": {Article: "2"}},
		Binds:      rule.Span{From: rule.Day(2016, 6, 27)},
	}), Rows: []report.Row{{Kind: report.Support, Cadence: report.Yearly, Duty: "support.report", To: []org.BodyID{"vp-dieu-phoi-ntm"}, MonthsAfter: -1, LastDay: 28, ByText: true}}}
}

func ExampleRegime_Standings() {
	sent := report.Report{ID: "bc-2019", Kind: report.Support, Authors: []string{"gd-so"}, Subject: "pc-1",
		Period: report.Period{Cadence: report.Yearly, Year: 2019, N: 1},
		Sent:   []report.Sent{{To: "vp-dieu-phoi-ntm", On: rule.On(rule.Day(2019, 11, 29))}}}
	for _, year := range []int{2019, 2020} {
		standings, err := yearly().Standings([]report.Report{sent}, report.Subject{
			Kind: report.Support, By: "gd-so", ID: "pc-1", Year: year, On: rule.Day(2020, 12, 1), Through: rule.Day(2020, 11, 30)})
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, s := range standings {
			fmt.Printf("%s → %s: %s, %s by %d days\n", s.Due.Note.En, s.Due.To, s.Due.Latest, s.Status, s.DaysLate)
		}
	}
	// Output:
	// report on the support of the commune (the year 2019) → vp-dieu-phoi-ntm: 2019-11-28, fulfilled-late by 1 days
	// report on the support of the commune (the year 2020) → vp-dieu-phoi-ntm: 2020-11-28, overdue by 3 days
}

var judge = plantest.Judges()["report.check"]

// roster is that of the cases.
func roster(t *testing.T) assignment.Roster {
	t.Helper()
	data, err := os.ReadFile("../plantest/values/roster.json")
	require.NoError(t, err)
	var r assignment.Roster
	require.NoError(t, json.Unmarshal(data, &r))
	return r
}

func TestCases(t *testing.T) {
	t.Parallel()
	files := os.DirFS("testdata/cases")
	ruletest.Run(t, files, judge)
	cases, err := ruletest.Load(files)
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(report.Rules(), cases))
	maintain.Lead(t, cases, judge, "periodic-report.schema.json", "report-regime.schema.json")
	maintain.Long(t, files, judge)
	maintain.Codes(t, "testdata/codes.txt", report.Rules())
	maintain.Enum[report.Kind](t)
	maintain.Enum[report.Cadence](t)
	maintain.JSONForm(t, report.Report{}, report.Regime{}, yearly())
	require.Empty(t, yearly().Faults())
}

// Each quarter is owed to each addressee; what is not recorded is unknown where the reports
// are not complete, and a bound that decides decides.
func TestStandings(t *testing.T) {
	t.Parallel()
	g := report.Regime{Rows: []report.Row{{Kind: report.Results, Cadence: report.Quarterly, To: []org.BodyID{"ubnd-huyen"}, LastDay: 20}}}
	quarter := func(n int, on, received rule.Moment) report.Report {
		return report.Report{ID: strconv.Itoa(n), Kind: report.Results, Authors: []string{"ubnd-xa"}, Subject: "03112", Period: report.Period{Cadence: report.Quarterly, Year: 2022, N: n},
			Sent: []report.Sent{{To: "ubnd-huyen", On: on, Received: received}}}
	}
	day := func(m, d int) rule.Moment { return rule.On(rule.Day(2022, m, d)) }
	reports := []report.Report{quarter(1, day(3, 20), rule.Moment{}), quarter(2, rule.Moment{}, day(6, 20)), quarter(3, rule.Moment{}, day(9, 25))}
	ask := func(through rule.Moment) []string {
		standings, err := g.Standings(reports, report.Subject{Kind: report.Results, By: "ubnd-xa", ID: "03112", Year: 2022, On: rule.Day(2022, 12, 31), Through: through.Date})
		require.NoError(t, err)
		var got []string
		for _, s := range standings {
			got = append(got, s.Status.String())
			assert.Equal(t, rule.OriginPolicy, s.Due.Origin)
			assert.True(t, s.Due.Source.IsZero(), "the host's day is not the text's")
		}
		return got
	}
	assert.Equal(t, []string{"fulfilled", "fulfilled", "unknown", "overdue"}, ask(day(12, 31)))
	assert.Equal(t, []string{"fulfilled", "fulfilled", "unknown", "unknown"}, ask(rule.Moment{}))
	_, err := g.Standings(nil, report.Subject{On: rule.Day(2022, 2, 30)})
	require.Error(t, err)

	// A report that went to another may have gone to this one: its sendings must be whole too.
	reports[0].Sent[0].To = "x"
	for through, want := range map[civil.Date]string{{}: "unknown", rule.Day(2022, 3, 19): "unknown", rule.Day(2022, 3, 20): "overdue"} {
		reports[0].Through = through
		assert.Equal(t, want, ask(day(12, 31))[0], through)
		assert.Equal(t, "unknown", ask(rule.Moment{})[0], "other reports may exist")
	}
	reports[0].Through = rule.Day(2022, 3, 20)
	again := reports[0]
	again.Through = rule.Day(2022, 3, 19)
	for range 2 {
		reports = append(reports, again)
		assert.Equal(t, "unknown", ask(day(12, 31))[0], "one of the two is not whole")
		reports[0], again = again, reports[0]
		reports = reports[:len(reports)-1]
	}

	g.Rows[0].LastDay = 0
	standings, err := g.Standings(nil, report.Subject{Kind: report.Results, ID: "03112", Year: 2022, On: rule.Day(2022, 12, 31)})
	require.NoError(t, err)
	require.Len(t, standings, 4)
	for _, s := range standings {
		assert.Equal(t, duty.Open, s.Status, "no date")
		assert.Equal(t, "mục 3, gạch đầu dòng 1", s.Due.Source.Place(rule.Vi))
	}
}

// A row that says no cadence is a fault of the regime, and owes nothing.
func TestARowWithoutACadence(t *testing.T) {
	t.Parallel()
	g := report.Regime{Rows: []report.Row{{Kind: report.Results, To: []org.BodyID{"ubnd-huyen"}}, {Kind: report.Results, Cadence: report.Yearly + 1, To: []org.BodyID{"ubnd-huyen"}}}}
	assert.NotEmpty(t, g.Faults())
	standings, err := g.Standings(nil, report.Subject{Kind: report.Results, ID: "03112", Year: 2022, On: rule.Day(2022, 12, 31)})
	require.NoError(t, err)
	assert.Empty(t, standings)
}

// The first day known decides, wherever in the list it stands: who helps on that day receives.
func TestTheOrderOfSendingsDoesNotMatter(t *testing.T) {
	t.Parallel()
	helps := func(leader string, days rule.Span) assignment.Assignment {
		return assignment.Assignment{ID: leader, Leader: leader, Commune: "03112", Role: assignment.Helper, Span: days}
	}
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l1", Body: "b"}, {ID: "l2", Body: "b"}},
		Assignments: []assignment.Assignment{helps("l1", rule.Year(2021)), helps("l2", rule.Year(2022))},
	})
	require.NoError(t, err)
	r := report.Report{ID: "bc", Kind: report.Results, Authors: []string{"ubnd-xa"}, Subject: "03112", Period: report.Period{Cadence: report.Yearly, Year: 2021, N: 1},
		Sent: []report.Sent{{To: string(laocai.DistrictCommittee)}, {To: "l2", On: rule.On(rule.Day(2022, 1, 10))}}}
	for range r.Sent {
		assert.Empty(t, report.Regime{}.Check(r, roster).Of(report.ErrReceiver))
		r.Sent = append(r.Sent[1:], r.Sent[0])
	}
	r.Sent[1].To = "l1"
	assert.Len(t, report.Regime{}.Check(r, roster).Of(report.ErrReceiver), 1)
}

// A day that does not exist makes nothing whole, and is told.
func TestTheListIsWholeThroughARealDay(t *testing.T) {
	t.Parallel()
	r := report.Report{ID: "bc", Kind: report.Proposals, Authors: []string{"so-noi-vu"}, Period: report.Period{Cadence: report.Yearly, Year: 2021, N: 1},
		Sent: []report.Sent{{To: "ubnd-tinh", On: rule.On(rule.Day(2021, 12, 10))}}, Through: rule.Day(2022, 2, 30)}
	found := report.Regime{EachMay: true}.Check(r, assignment.Roster{})
	require.Len(t, found, 2)
	assert.Equal(t, rule.Path("through"), found.Of(report.ErrNoPeriod)[0].Path)
	assert.Equal(t, rule.Undecided, found.Of(report.ErrProposalsReceiver)[0].Kind)
}

// A report is compared once with all to whom it was sent; ids in another spelling cost.
func TestReportsAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	maintain.Linear(t, "addressees", 100, 400, func(n int) func() int {
		r := report.Report{ID: "bc", Kind: report.Proposals, Authors: []string{"x"}, Period: report.Period{Cadence: report.Yearly, Year: 2021, N: 1}}
		row := report.Row{Kind: r.Kind, Cadence: report.Yearly}
		for i := range n {
			to := norm.NFD.String("cơ quan ") + strconv.Itoa(i)
			row.To, r.Sent = append(row.To, org.BodyID(to)), append(r.Sent, report.Sent{To: to, On: rule.On(rule.Day(2021, 12, 1))})
		}
		g := report.Regime{Rows: []report.Row{row}}
		return func() int { return len(g.Check(r, assignment.Roster{})) }
	})
}

func TestLatestAndWindow(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		row    report.Row
		period report.Period
		latest string
		window string
	}{
		"before 29/11":               {report.Row{MonthsAfter: -1, LastDay: 28}, report.Period{Cadence: report.Yearly, Year: 2021, N: 1}, "2021-11-28", "2021-01-01..2021-12-31"},
		"the 31st of a short month":  {report.Row{LastDay: 31}, report.Period{Cadence: report.Monthly, Year: 2024, N: 2}, "2024-02-29", "2024-02-01..2024-02-29"},
		"the month after the year":   {report.Row{MonthsAfter: 1, LastDay: 5}, report.Period{Cadence: report.Monthly, Year: 2021, N: 12}, "2022-01-05", "2021-12-01..2021-12-31"},
		"no date":                    {report.Row{}, report.Period{Cadence: report.HalfYearly, Year: 2021, N: 2}, "0000-00-00", "2021-07-01..2021-12-31"},
		"the decree's month":         {report.Row{Decree: true, LastDay: 25}, report.Period{Cadence: report.Monthly, Year: 2022, N: 1}, "2022-01-25", "2021-12-15..2022-01-14"},
		"the decree's quarter":       {report.Row{Decree: true}, report.Period{Cadence: report.Quarterly, Year: 2022, N: 1}, "0000-00-00", "2021-12-15..2022-03-14"},
		"the decree's half":          {report.Row{Decree: true}, report.Period{Cadence: report.HalfYearly, Year: 2022, N: 1}, "0000-00-00", "2021-12-15..2022-06-14"},
		"the decree's year":          {report.Row{Decree: true}, report.Period{Cadence: report.Yearly, Year: 2022, N: 1}, "0000-00-00", "2021-12-15..2022-12-14"},
		"no such period":             {report.Row{LastDay: 1}, report.Period{Cadence: report.Quarterly, Year: 2022, N: 5}, "0000-00-00", ""},
		"a period without a cadence": {report.Row{LastDay: 1}, report.Period{Year: 2022, N: 1}, "0000-00-00", ""},
	} {
		assert.Equal(t, c.latest, c.row.Latest(c.period).String(), name)
		span, ok := c.row.Window(c.period)
		assert.Equal(t, c.window != "", ok, name)
		if ok {
			assert.Equal(t, c.window, span.From.String()+".."+span.To.String(), name)
		}
	}
	names := map[string]bool{}
	for c := report.Monthly; c <= report.Yearly; c++ {
		for _, l := range []rule.Lang{rule.Vi, rule.En} {
			names[report.Period{Cadence: c, Year: 2021, N: 1}.In(l)] = true
		}
	}
	assert.Len(t, names, 8)
}

// The facts are those of the duty, each towards its addressee.
func TestRecords(t *testing.T) {
	t.Parallel()
	r := report.Report{ID: "bc", Kind: report.Proposals, Authors: []string{"so-noi-vu", "vp-dieu-phoi-ntm"}, Period: report.Period{Cadence: report.Yearly, Year: 2021, N: 1},
		Sent: []report.Sent{{To: "ubnd-tinh", On: rule.On(rule.Day(2021, 12, 10))}, {To: "x", Received: rule.On(rule.Day(2021, 12, 11)), Ref: "12/BC"}, {To: "y"}}}
	facts := report.Regime{}.Records(r, assignment.Roster{})
	require.Len(t, facts, 3)
	for _, f := range facts {
		assert.Equal(t, duty.AggregateProposals, f.Duty)
		assert.Equal(t, duty.ProposalsAggregated, f.Kind)
		require.Len(t, f.Findings, 1, "one of the three bodies is missing")
		assert.Equal(t, report.ErrAlone, f.Findings[0].Code())
	}
	assert.Equal(t, "bc", facts[0].Evidence.Ref)
	assert.Equal(t, "12/BC", facts[1].Evidence.Ref)
	_, err := duty.NewRegister(nil, facts...)
	require.NoError(t, err)
	r.Kind = report.Support
	assert.Empty(t, report.Regime{}.Records(r, assignment.Roster{}), "the dispatch asks no leader for a report")
	r.Kind, r.Subject = report.Results, "03112"
	facts = report.Regime{}.Records(r, roster(t))
	require.Len(t, facts, 3)
	assert.Equal(t, "03112", facts[0].Object.ID)
	assert.Empty(t, facts[0].Findings)
	_, err = duty.NewRegister(nil, facts...)
	require.NoError(t, err)
	r.Subject = ""
	assert.Empty(t, report.Regime{}.Records(r, roster(t)), "of no commune")
	facts = yearly().Records(report.Report{ID: "b", Kind: report.Support, Subject: "a1", Period: r.Period, Sent: r.Sent}, roster(t))
	require.Len(t, facts, 3)
	assert.Equal(t, duty.Object{Per: duty.PerAssignmentYear, ID: "a1", Year: 2021}, facts[0].Object)
	_, err = yearly().Basis.NewRegister(nil, facts...)
	require.NoError(t, err)
}

// No answer of another province's regime names Lào Cai, and every setting is in the edition.
func TestAnotherProvince(t *testing.T) {
	t.Parallel()
	g := yearly()
	r := report.Report{ID: "bc", Kind: report.Support, Subject: "a", Period: report.Period{Cadence: report.Yearly, Year: 2021, N: 1},
		Sent: []report.Sent{{To: "vp-dieu-phoi-ntm", On: rule.On(rule.Day(2021, 12, 10))}}}
	found := g.Check(r, assignment.Roster{})
	require.ErrorIs(t, found.Err(), report.ErrLateByText)
	other := r
	other.Authors = []string{"x"}
	for _, kind := range []report.Kind{report.Results, report.Proposals} {
		other.Kind = kind
		assert.Empty(t, g.Check(other, roster(t)), "its bodies are not those of another text")
	}
	data, err := json.Marshal([]any{g, g.Edition(), found, g.Records(r, assignment.Roster{})})
	require.NoError(t, err)
	assert.Contains(t, string(data), "952/QĐ-UBND")
	assert.NotContains(t, string(data), "Lào Cai")
	seen := map[string]bool{report.Regime{}.Edition().Digest: true}
	for _, change := range []func(*report.Regime){
		func(g *report.Regime) { g.AnyReceiver = true }, func(g *report.Regime) { g.EachMay = true }, func(g *report.Regime) { g.Rows = yearly().Rows },
		func(g *report.Regime) { g.Joint = []org.BodyID{"a"} }, func(g *report.Regime) { g.ProposalsTo = []org.BodyID{"a"} }, func(g *report.Regime) { g.Above = []org.BodyID{"a"} }, func(g *report.Regime) { g.Basis = yearly().Basis },
	} {
		var g report.Regime
		change(&g)
		assert.False(t, seen[g.Edition().Digest])
		seen[g.Edition().Digest] = true
	}
}

// The clauses of the dispatch on plans and on reports do not wait any more.
func TestNoClauseOfPlansWaits(t *testing.T) {
	t.Parallel()
	waiting := map[int]bool{}
	for _, r := range laocai.Waiting(append(plan.Rules(), report.Rules()...)...) {
		waiting[r.Number] = true
	}
	for _, number := range []int{14, 15, 16, 17, 18, 22, 23, 24, 25, 38, 54, 66} {
		assert.False(t, waiting[number], number)
	}
	assert.True(t, waiting[32], "notices are of package visit")
}

func FuzzReport(f *testing.F) {
	f.Add([]byte(`{"id":"b","kind":"results","authors":["x"],"subject":"03112","period":{"cadence":"monthly","year":2021,"n":13},"window":{"from":"2021-12-01","to":"2021-01-01"},"sent":[{"to":"y","on":"2021-12-31T23:59"}]}`))
	g := report.Regime{Rows: []report.Row{{Kind: report.Results, Cadence: report.Monthly, To: []org.BodyID{"y"}, LastDay: 31, MonthsAfter: 12, Decree: true}}}
	f.Fuzz(func(t *testing.T, data []byte) {
		var r report.Report
		if json.Unmarshal(data, &r) != nil {
			return
		}
		_ = g.Check(r, assignment.Roster{})
		g.Records(r, assignment.Roster{})
		if _, err := g.Standings([]report.Report{r}, report.Subject{Kind: r.Kind, ID: r.Subject, Year: r.Period.Year, On: rule.Day(2021, 1, 1)}); err != nil {
			t.Fatal(err)
		}
	})
}

// A report that went out a day late, and what it is for the register of duties.
func ExampleRegime_Check() {
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "gd-so", Post: "Giám đốc", Body: "so"}},
		Assignments: []assignment.Assignment{{ID: "pc-1", Leader: "gd-so", Commune: "01702", Span: rule.Span{From: rule.Day(2018, 1, 1)}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	late := report.Report{ID: "bc-2019", Kind: report.Support, Authors: []string{"gd-so"}, Subject: "pc-1",
		Period: report.Period{Cadence: report.Yearly, Year: 2019, N: 1},
		Sent:   []report.Sent{{To: "vp-dieu-phoi-ntm", On: rule.On(rule.Day(2019, 11, 29))}}}
	for _, f := range yearly().Check(late, roster) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	for _, r := range yearly().Records(late, roster) {
		fmt.Println(r.Duty, r.Object.ID, r.To, r.On)
	}
	// Output:
	// broken sent[0].on the report of the year 2019 was sent to vp-dieu-phoi-ntm on 2019-11-29, after 2019-11-28, the last day of the text
	// support.report pc-1 vp-dieu-phoi-ntm 2019-11-29
}

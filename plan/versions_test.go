package plan_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
)

// inTwo are two versions of a plan of autumn: the second, of a day of October, drops the visit of
// the 21st, gives a reason for the month and adds an activity.
func inTwo(day int) plan.Versions {
	first, second := autumn2021(), autumn2021()
	second.History = append(second.History, plan.Revision{ID: "v2", Issued: rule.Day(2021, 10, day), Note: "mưa lũ"})
	second.Quarters[1].Months[0] = plan.Month{Month: 10, NoVisit: "mưa lũ", Activities: []plan.Activity{task("h9", "M2")}}
	return plan.Versions{first, second}
}

// For the days before a version the earlier one stays the measure: a visit that it drops counts if
// the version came after its day; a reason counts if it came by the end of its month.
func TestMeasure(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		day     int
		undoes  bool
		visits  int
		tooLate int
	}{
		"the day before the visit": {20, false, 0, 0},
		"on the day of the visit":  {21, false, 0, 0},
		"the day after":            {22, false, 1, 1},
		"where later undoes":       {22, true, 0, 0},
		"on the last of the month": {31, false, 1, 1},
	} {
		m := plan.LaoCai2021()
		m.LaterUndoes = c.undoes
		v := inTwo(c.day)
		measure, ok := m.Measure(v)
		require.True(t, ok, name)
		october := measure.Quarters[1].Months[0]
		assert.Len(t, october.Visits, c.visits, name)
		assert.Equal(t, "mưa lũ", october.NoVisit, name)
		require.Len(t, october.Activities, 1, name)
		assert.Equal(t, "h9", october.Activities[0].ID, "the activities of a month are those of its last day")
		assert.Len(t, m.CheckVersions(v).Of(plan.AdviceTooLate), c.tooLate, name)
		require.NoError(t, m.CheckVersions(v).Err())
	}
	late := inTwo(1)
	late[1].History[1].Issued = rule.Day(2021, 11, 2)
	measure, ok := plan.LaoCai2021().Measure(late)
	require.True(t, ok)
	assert.Empty(t, measure.Quarters[1].Months[0].NoVisit, "a reason that comes after the month undoes nothing")
	assert.Equal(t, "h3", measure.Quarters[1].Months[0].Activities[0].ID)
	assert.Len(t, plan.LaoCai2021().CheckVersions(late).Of(plan.AdviceTooLate), 4)

	for day, want := range map[int]int{1: 1, 19: 1, 20: 2, 31: 2} {
		p, ok := inTwo(20).On(rule.Day(2021, 10, day))
		require.True(t, ok)
		assert.Len(t, p.History, want)
	}
	_, ok = inTwo(20).On(rule.Day(2021, 8, 1))
	assert.False(t, ok)
	_, ok = plan.LaoCai2021().Measure(nil)
	assert.False(t, ok)
	undated := inTwo(20)
	undated[0].History[0].Issued = undated[0].History[0].Issued.AddDays(0)
	undated[0].History = nil
	_, ok = plan.LaoCai2021().Measure(undated)
	assert.False(t, ok, "nobody knows when the first version held")
	assert.Empty(t, plan.LaoCai2021().CheckVersions(nil))
	assert.Empty(t, plan.Versions{autumn2021()}.Changes())
}

// What was done of a plan is facts of the duties that it evidences, once a gift.
func TestWorkIsFacts(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	p := autumn2021()
	done := func(kind plan.ActivityKind, self bool, count int64, gifts ...plan.Contribution) plan.Activity {
		return plan.Activity{ID: kind.String(), Kind: kind, Content: "việc", Target: rule.Int(2), SelfDone: self, Contributions: gifts,
			Done: []plan.Achieved{{On: rule.Day(2021, 8, 20), Count: rule.Int(1)}, {On: rule.Day(2021, 8, 25), Count: rule.Int(count)}}}
	}
	gift := plan.Contribution{ID: "x", Stage: plan.Received, On: rule.Day(2021, 8, 30)}
	p.Quarters[0].Months[0].Activities = []plan.Activity{
		done(plan.Guidance, false, 2), done(plan.PartyCommittee, false, 2), done(plan.PeoplesMastery, false, 3), done(plan.GoodPractice, false, 2),
		done(plan.Movement, true, 2, gift, plan.Contribution{ID: "x", Stage: plan.Promised}), done(plan.Mobilization, false, 2, gift, plan.Contribution{ID: "y", Stage: plan.Received}),
		done(plan.CommuneMeeting, false, 2), done(plan.OtherActivity, true, 1),
	}
	var got []string
	for _, f := range m.Records(p, rosterOf(t, a)) {
		if f.Object.Per == duty.PerAssignment && f.Kind != duty.PeriodPlanSent && f.Kind != duty.AnnualPlanSent && f.Kind != duty.PlanChecked {
			got = append(got, fmt.Sprintf("%s %s %s %s", f.Kind, f.Duty, f.On, f.Evidence.Ref))
			assert.Equal(t, "03112", f.To)
		}
	}
	assert.Equal(t, []string{
		"guidance-given commune.guide 2021-08-25 guidance", "party-helped party.help 2021-08-25 party-committee",
		"mastery-promoted people.mastery 2021-08-25 peoples-mastery", "practice-shared practice.share 2021-08-25 good-practice",
		"movement-carried movement.carry 2021-08-25 movement", "contribution-mobilized contribution.spread 2021-08-25 movement",
		"contribution-mobilized contribution.mobilize 2021-08-30 x",
		"contribution-mobilized contribution.mobilize 2021-08-25 mobilization", "contribution-mobilized contribution.mobilize  y",
	}, got)
	_, err := duty.NewRegister(nil, m.Records(p, rosterOf(t, a))...)
	require.NoError(t, err)
}

// Circles of every kind are told, all of them, and nothing else: against a search from each
// activity.
func TestCircles(t *testing.T) {
	t.Parallel()
	seed := uint32(1)
	next := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	for range 300 {
		n := 1 + next(9)
		p := plan.Annual{ID: "k", Assignment: "a", Year: 2021, Quarters: []plan.Quarter{{Quarter: 3, Months: []plan.Month{{Month: 8}}}}}
		after := make([][]int, n)
		for i := range n {
			x := plan.Activity{ID: strconv.Itoa(i)}
			for range next(3) {
				to := next(n)
				after[i] = append(after[i], to)
				x.After = append(x.After, strconv.Itoa(to))
			}
			p.Quarters[0].Months[0].Activities = append(p.Quarters[0].Months[0].Activities, x)
		}
		var want []string
		for i := range n {
			seen := map[int]bool{}
			var reach func(int)
			reach = func(k int) {
				for _, to := range after[k] {
					if !seen[to] {
						seen[to] = true
						reach(to)
					}
				}
			}
			if reach(i); seen[i] {
				want = append(want, fmt.Sprintf("quarters[0].months[0].activities[%d].after", i))
			}
		}
		var got []string
		for _, f := range (plan.Mandate{}).Check(p, assignment.Assignment{ID: "a"}).Of(plan.ErrCircle) {
			got = append(got, string(f.Path))
		}
		require.Equal(t, want, got, after)
	}
}

// A plan of 10,000 activities with all kinds of faults is told all of them at once, and versions
// and references cost what they hold.
func TestLargePlans(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	p, a := fullYear()
	month := &p.Quarters[0].Months[0]
	month.Activities, month.Visits = nil, nil
	const n = 10_000
	for i := range n {
		month.Activities = append(month.Activities, plan.Activity{ID: strconv.Itoa(i), Content: "x", On: rule.Day(2022, 2, 1), Members: []string{"nobody"}, Goals: []string{"no"},
			After: []string{strconv.Itoa((i + 1) % n)}, Weight: rule.Int(-1)})
	}
	found := plan.LaoCai2021().Check(p, a)
	for _, code := range []rule.Code{plan.ErrMisfiled, plan.ErrNotInTeam, plan.ErrUnknownGoal, plan.ErrCircle, plan.ErrNegative} {
		assert.Len(t, found.Of(code), n, code)
	}
	id := strconv.Itoa
	m := plan.LaoCai2021()
	m.SteadyTargets, m.UnmetPlanned, m.MetKept, m.ChangesExplained = true, true, true, true
	for name, after := range map[string]func(i, n int) []string{
		"a chain": func(i, _ int) []string { return []string{id(i - 1)} }, "a circle": func(i, n int) []string { return []string{id((i + 1) % n)} },
		"a star": func(int, int) []string { return []string{"0"} }, "unknown": func(int, int) []string { return []string{"x"} },
	} {
		maintain.Linear(t, name, small, large, func(n int) func() int {
			p := plan.Annual{ID: "k", Assignment: "a", Year: 2022, Quarters: []plan.Quarter{{Quarter: 1, Months: []plan.Month{{Month: 1}}}}}
			for i := range n {
				p.Quarters[0].Months[0].Activities = append(p.Quarters[0].Months[0].Activities, plan.Activity{ID: id(i), After: after(i, n),
					Kind: plan.Movement, Done: []plan.Achieved{{On: rule.Day(2022, 1, 1), Count: rule.Int(1)}}})
			}
			return func() int { return len(m.RecordsOf(p, assignment.Assignment{ID: "a"})) }
		})
	}
	versions := func(n int, each func(i int) plan.Annual) func() int {
		var v plan.Versions
		for i := range n {
			p := each(i)
			p.ID, p.Year, p.History = "k", 2022, []plan.Revision{{ID: id(i), Issued: rule.Day(2022, 1, 1).AddDays(i % 300)}}
			v = append(v, p)
		}
		return func() int {
			m.Measure(v)
			return len(m.CheckVersions(v)) + len(v.Changes())
		}
	}
	maintain.Linear(t, "many versions", small, large, func(n int) func() int {
		return versions(n, func(i int) plan.Annual {
			return plan.Annual{Quarters: []plan.Quarter{{Quarter: 1, Months: []plan.Month{{Month: 1, Visits: []plan.Visit{{ID: "v", Content: id(i)}}}}}}}
		})
	})
	maintain.Linear(t, "long versions", small, large, func(n int) func() int {
		return versions(2, func(i int) plan.Annual {
			p := plan.Annual{Quarters: []plan.Quarter{{Quarter: 1}}}
			for k := range n {
				p.Quarters[0].Months = append(p.Quarters[0].Months, plan.Month{Month: 1, Visits: []plan.Visit{{ID: id(i*n + k)}}})
			}
			return p
		})
	})
	maintain.Linear(t, "goals and criteria", small, large, func(n int) func() int {
		p := plan.Period{ID: "k", Assignment: "a", FirstYear: 2021, LastYear: 2025}
		s := plan.Situation{Set: "s"}
		for i := range n {
			p.Goals = append(p.Goals, plan.Goal{ID: id(i), Set: "s", Criteria: []string{id(i)}, ByYear: []plan.YearTarget{{Year: 2022, Target: rule.Int(int64(i))}, {Year: 2021, Target: rule.Int(1)}}})
			s.Unmet, s.Met = append(s.Unmet, id(2*i)), append(s.Met, id(i))
		}
		return func() int { return len(m.Check(p, assignment.Assignment{ID: "a"})) + len(m.CheckSituation(p, s)) }
	})
}

// realCommunes are the rural communes of a file of the folder that GIUPXA_DATA names.
func realCommunes(t *testing.T, file, kind string) []org.UnitCode {
	t.Helper()
	folder := os.Getenv("GIUPXA_DATA")
	if folder == "" {
		t.Skip("GIUPXA_DATA names no folder: the real units are not at hand; see assignment/org/testdata/README.md")
	}
	f, err := os.Open(filepath.Join(folder, file))
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // read only
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var codes []org.UnitCode
	for _, row := range rows[1:] {
		unit := map[string]string{}
		for i, column := range rows[0] {
			unit[column] = row[i]
		}
		if unit["commune_type"] == kind {
			codes = append(codes, org.UnitCode(unit["commune_code"]))
		}
	}
	return codes
}

// A plan that the skeleton builder makes by a cadence passes the check for every real commune of
// 2021, in each year of the period, and with another basis for every commune of 2026.
func TestSkeletonsOfRealCommunes(t *testing.T) {
	t.Parallel()
	prove := func(m plan.Mandate, commune org.UnitCode, from rule.Span, years ...int) {
		a := assignment.Assignment{ID: "a-" + string(commune), Leader: "l", Commune: commune, Span: from, Team: []assignment.Member{{ID: "m1"}}}
		for n, year := range years {
			issued := rule.Day(year-1, 12, 20)
			if issued.Before(from.From) {
				issued = from.From.AddDays(80)
			}
			o := plan.Outline{Year: year, Issued: issued, Goals: goals(), TeamMeetings: []string{"họp thôn"},
				Cadence: plan.Cadence{Every: 1 + n%3, Visits: 1, Content: "làm việc với Ban Chỉ đạo xã", Between: "mỗi quý một chuyến"}}
			p, err := m.Skeleton(a, o)
			require.NoError(t, err, commune)
			require.Empty(t, m.Check(p, a), "%s, %d", commune, year)
			data, err := json.Marshal(p)
			require.NoError(t, err)
			var back plan.Annual
			require.NoError(t, json.Unmarshal(data, &back))
			require.Empty(t, m.Check(back, a))
		}
	}
	communes := realCommunes(t, "laocai-units-2021.csv", "Xã")
	require.Len(t, communes, 127)
	for _, c := range communes {
		prove(plan.LaoCai2021(), c, rule.Span{From: rule.Day(2021, 5, 14)}, 2021, 2022, 2023, 2024, 2025)
	}
	parts := plan.LaoCai2021().Basis.Parts()
	parts.ID, parts.KnownFrom, parts.Binds, parts.Period = "lao-cai-2026", rule.Day(2026, 1, 1).AddDays(-1), rule.Span{From: rule.Day(2025, 12, 31)}, rule.Span{}
	parts.KnownFrom, parts.Source = parts.Binds.From, rule.Source{Kind: rule.Decision, Number: "1/QĐ-UBND", Date: parts.Binds.From, Issuer: "UBND tỉnh Lào Cai"}
	for id := range parts.Provisions {
		parts.Provisions[id] = rule.Source{Article: "3"}
	}
	m := plan.LaoCai2021()
	m.ID, m.Basis, m.FirstYear, m.LastYear, m.Deadlines = "lao-cai-2026", duty.MustBasis(parts), 2026, 2030, nil
	require.Empty(t, m.Faults())
	communes = realCommunes(t, "laocai-units-2025.csv", "Xã")
	require.Len(t, communes, 89)
	for _, c := range communes {
		prove(m, c, rule.Span{From: rule.Day(2025, 12, 31)}, 2026, 2027)
	}
}

// What a cadence cannot be.
func TestCadences(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	for name, c := range map[string]struct {
		cadence plan.Cadence
		at      string
		visits  []int // of the months from August on
	}{
		"none":               {plan.Cadence{}, "", []int{0, 0, 0, 0, 0}},
		"each month":         {plan.Cadence{Every: 1}, "", []int{1, 0, 1, 1, 1}},
		"twice a month":      {plan.Cadence{Every: 1, Visits: 2}, "", []int{2, 0, 2, 2, 2}},
		"each second month":  {plan.Cadence{Every: 2, Between: "hai tháng một lần"}, "", []int{1, 0, 1, 0, 1}},
		"each fifth month":   {plan.Cadence{Every: 5, Between: "x"}, "", []int{1, 0, 0, 0, 0}},
		"without a reason":   {plan.Cadence{Every: 2}, "cadence.between", nil},
		"below zero":         {plan.Cadence{Every: -1}, "cadence", nil},
		"visits, no cadence": {plan.Cadence{Visits: 1}, "cadence", nil},
		"more than a year":   {plan.Cadence{Every: 13, Between: "x"}, "cadence", nil},
		"too many":           {plan.Cadence{Every: 1, Visits: 32}, "cadence", nil},
	} {
		p, err := m.Skeleton(a, plan.Outline{Year: 2021, Issued: rule.Day(2021, 8, 2), NoVisit: map[int]string{9: "giãn cách"}, Cadence: c.cadence})
		if c.at != "" {
			found, _ := rule.FindingsIn(err)
			require.Len(t, found, 1, name)
			assert.Equal(t, c.at, string(found[0].Path), name)
			continue
		}
		require.NoError(t, err, name)
		var visits []int
		ids := map[string]bool{}
		for _, q := range p.Quarters {
			for _, month := range q.Months {
				visits = append(visits, len(month.Visits))
				for _, v := range month.Visits {
					assert.False(t, ids[v.ID], name)
					ids[v.ID] = true
				}
			}
		}
		assert.Equal(t, c.visits, visits, name)
	}
}

// Of a roster, what is missing on a day is told in its order; nothing of an assignment that did
// not begin, nor of years to come.
func TestMissing(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	from := func(id string, year, month, day int) assignment.Assignment {
		return assignment.Assignment{ID: id, Leader: id, Commune: "03112", Span: rule.Span{From: rule.Day(year, month, day)}}
	}
	roster := rosterOf(t, from("a", 2021, 5, 14), from("b", 2021, 8, 11), from("c", 2022, 3, 1))
	changes, err := roster.Changes(assignment.Roster{}, assignment.Comparison{On: rule.Day(2021, 5, 14)})
	require.NoError(t, err)
	sent := plan.Annual{ID: "k", Assignment: "a", Year: 2021, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}},
		Sent: []plan.Sent{{To: "vp-dieu-phoi-ntm", On: rule.On(rule.Day(2021, 8, 9))}}}
	through := rule.Day(2021, 12, 31)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: through}, {Kind: duty.AnnualPlanSent, Through: through}}, m.Records(sent, roster)...)
	require.NoError(t, err)
	ask := func(year, month, day int) string {
		var got []string
		for _, s := range m.Missing(changes, register, rule.Day(year, month, day)) {
			got = append(got, s.Due.By+" "+strconv.Itoa(s.Due.Object.Year)+" "+s.Status.String())
		}
		return strings.Join(got, ", ")
	}
	assert.Equal(t, "a 0 not-yet-due, a 2021 not-yet-due", ask(2021, 8, 8))
	assert.Equal(t, "a 0 due", ask(2021, 8, 9))
	assert.Equal(t, "a 0 overdue", ask(2021, 8, 10))
	assert.Equal(t, "a 0 overdue, b 0 open, b 2021 open", ask(2021, 12, 31))
	assert.Equal(t, "a 0 overdue, a 2022 open, b 0 open, b 2021 open, b 2022 open, c 0 open, c 2022 open", ask(2022, 3, 1))
	assert.Equal(t, []string{"broken plan.not-built changes[0].assignment"}, codes(m.CheckMissing(changes, register, rule.Day(2022, 3, 1))))
	assert.Empty(t, m.CheckMissing(changes, register, rule.Day(2021, 8, 9)), "nothing is late yet")
	assert.Empty(t, without(m, duty.BuildPlans).CheckMissing(changes, register, rule.Day(2022, 3, 1)))
}

// P2.6: of six documents 3 are in time, 1 is late, and 2 have no date: 3 of the 4 judged, 75 %.
func TestWorkedCaseP2(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	from := func(id string, commune org.UnitCode, year, month, day int) assignment.Assignment {
		return assignment.Assignment{ID: id, Leader: id, Commune: commune, Span: rule.Span{From: rule.Day(year, month, day)}}
	}
	office := func(revision string, day int) plan.Sent {
		return plan.Sent{Revision: revision, To: "vp-dieu-phoi-ntm", On: rule.On(rule.Day(2021, 8, day))}
	}
	roster := rosterOf(t, from("director", "02935", 2019, 1, 1), from("b", "02926", 2021, 8, 5), from("c", "02920", 2021, 8, 11))
	issued := func(id string, year, month, day int) plan.Revision {
		return plan.Revision{ID: id, Issued: rule.Day(year, month, day)}
	}
	reviewed := issued("minute", 2021, 8, 5)
	reviewed.Unchanged = true
	facts := m.Records(plan.Annual{ID: "1", Assignment: "director", Year: 2021, History: []plan.Revision{issued("v1", 2021, 1, 25), issued("v2", 2021, 8, 5)},
		Sent: []plan.Sent{{Revision: "v2", To: "ubnd-huyen-bao-thang", On: rule.On(rule.Day(2021, 8, 9))}, office("v2", 10)}}, roster)
	facts = append(facts, m.Records(plan.Period{ID: "2", Assignment: "director", FirstYear: 2021, LastYear: 2025, History: []plan.Revision{issued("v1", 2021, 1, 25), reviewed}, Sent: []plan.Sent{office("minute", 9)}}, roster)...)
	facts = append(facts, m.Records(plan.Annual{ID: "3", Assignment: "b", Year: 2021, History: []plan.Revision{issued("v1", 2021, 8, 8)}, Sent: []plan.Sent{office("v1", 9)}}, roster)...)
	facts = append(facts, m.Records(plan.Period{ID: "4", Assignment: "b", FirstYear: 2021, LastYear: 2025, History: []plan.Revision{issued("v1", 2021, 8, 8)}, Sent: []plan.Sent{office("v1", 9)}}, roster)...)
	day := rule.Day(2021, 8, 31)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: day}, {Kind: duty.AnnualPlanSent, Through: day}}, facts...)
	require.NoError(t, err)
	changes := []assignment.Change{}
	for i, a := range roster.Assignments() {
		kind := assignment.New
		if i == 0 {
			kind = assignment.Continuing
		}
		changes = append(changes, assignment.Change{Kind: kind, Leader: a.Leader, Commune: a.Commune, Assignment: a, On: a.Span.From})
	}
	got := plan.PunctualityOf(m.Standings(changes, register, day))
	assert.Equal(t, plan.Punctuality{InTime: 3, Late: 1, NotJudged: 2}, got)
	assert.Zero(t, got.Share().Cmp(rule.Ratio(3, 4)))
	assert.Len(t, m.Missing(changes, register, day), 2)

	m.LatecomerPlanDue = 30
	for _, s := range m.Missing(changes, register, day) {
		assert.Equal(t, rule.Day(2021, 9, 10), s.Due.Latest)
		assert.Equal(t, duty.NotYetDue, s.Status)
		assert.Equal(t, rule.OriginPolicy, s.Due.Origin)
	}
	assert.Equal(t, plan.Punctuality{InTime: 3, Late: 1, NotJudged: 2}, plan.PunctualityOf(m.Standings(changes, register, day)), "the policy moves no date of the text")
	register, err = duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: rule.Day(2021, 9, 30)}, {Kind: duty.AnnualPlanSent, Through: rule.Day(2021, 9, 30)}}, facts...)
	require.NoError(t, err)
	late := plan.PunctualityOf(m.Standings(changes, register, rule.Day(2021, 9, 30)))
	assert.Equal(t, plan.Punctuality{InTime: 3, Late: 1, NotSent: 2}, late)
	assert.Zero(t, late.Share().Cmp(rule.Ratio(1, 2)))
	assert.False(t, plan.Punctuality{NotJudged: 2}.Share().Known())
}

func TestDoneBy(t *testing.T) {
	t.Parallel()
	a := plan.Activity{Done: []plan.Achieved{{On: rule.Day(2021, 8, 1), Count: rule.Int(0)}, {On: rule.Day(2021, 8, 5)}, {On: rule.Day(2021, 8, 9), Count: rule.Int(1)}}}
	for day, want := range map[int]string{1: "0", 5: "0", 8: "0", 9: "1", 31: "1"} {
		got, ok := a.DoneBy(rule.Day(2021, 8, day))
		assert.True(t, ok)
		assert.Equal(t, want, got.Count.String(), day)
	}
	_, ok := a.DoneBy(rule.Day(2021, 7, 31))
	assert.False(t, ok, "nobody counted yet, which is not zero")
	assert.Equal(t, "1", a.Aim().String())
}

// Days of Go values that do not exist are told where they stand, and no plan is none.
func TestWhatGoValuesHold(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	p := autumn2021()
	no := rule.Day(2021, 2, 30)
	p.Quarters[0].Months[0].Visits[0].To = no
	x := &p.Quarters[0].Months[0].Activities[0]
	x.Done, x.Contributions = []plan.Achieved{{On: no}}, []plan.Contribution{{ID: "g", On: no}, {On: rule.Day(2021, 8, 2)}}
	var at []string
	for _, f := range m.Check(p, a).Of(plan.ErrNotADate) {
		at = append(at, string(f.Path))
	}
	assert.Equal(t, []string{"quarters[0].months[0].visits[0].to", "quarters[0].months[0].activities[0].done[0].on", "quarters[0].months[0].activities[0].contributions[0].on"}, at)
	require.ErrorIs(t, m.CheckSituation(nil, plan.Situation{}).Err(), plan.ErrNoPlan)
	assert.Empty(t, m.RecordsOf(nil, a))

	s := plan.Situation{Set: "318/QĐ-TTg", AsOf: rule.Day(2022, 5, 31), Unmet: []string{"c2"}}
	data, err := json.Marshal(s)
	require.NoError(t, err)
	var back plan.Situation
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, s, back)
}

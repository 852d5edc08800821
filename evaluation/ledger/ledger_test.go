package ledger_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/report"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/meeting"
)

var (
	threeLevels = rule.Day(2021, 11, 20)
	twoLevels   = rule.Day(2025, 9, 1)
)

type key struct {
	id     rule.DutyID
	object duty.Object
}

// Every duty of the matrix is there for every object, once: of what roster and register
// hold nothing is left out and nothing is counted twice, under both models of government.
func TestEveryDutyForEveryObjectOnce(t *testing.T) {
	t.Parallel()
	for name, on := range map[string]struct{ years, communes, districts int }{
		"2021-11-20": {1, 4, 2}, "2025-09-01": {5, 3, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			on1 := must(rule.ParseDate(name))
			l := province(4, 2, on1)
			day := must(l.On(on1))
			want := map[duty.Per]int{
				duty.PerLeader: on.communes, duty.PerAssignment: on.communes, duty.PerLeaderYear: 4 * on.years, duty.PerCommune: on.communes,
				duty.PerDistrict: on.districts, duty.PerDistrictYear: on.districts * on.years, duty.PerProvince: 1, duty.PerVisit: 8,
			}
			seen, count := map[key]bool{}, map[rule.DutyID]int{}
			for e := range day.Entries() {
				k := key{e.Duty, e.Object}
				assert.False(t, seen[k], k)
				seen[k] = true
				count[e.Duty]++
				assert.NotZero(t, e.Status, k)
				assert.Equal(t, len(e.Laid().Bearers) == 0, len(e.Because.Of(ledger.AdviceNoBearer)) == 1, k)
				assert.NotZero(t, e.Laid().Source, k)
			}
			for d := range l.Matrix.Duties() {
				n := want[d.Per]
				switch {
				case d.Nature != duty.Continuing && (d.Per == duty.PerAssignment || d.Per == duty.PerLeader):
					n = 4 // that of the commune which ended was owed
				case d.Per == duty.PerAssignmentYear:
					n = 4 * on.years // the commune that ended has its years too
				}
				if d.ID == duty.ReviewPlan {
					n = 1 // nobody kept a commune: said once
				}
				assert.Equal(t, max(n, 1), count[d.ID], "%s per %s", d.ID, d.Per)
			}
		})
	}
}

// What becomes of each row of the dispatch: a duty with its statuses, or a reason. None
// waits: the duties that no rule guards are judged by their dues, or it is said why not.
func TestRows(t *testing.T) {
	t.Parallel()
	l := province(4, 2, threeLevels)
	day := must(l.On(threeLevels))
	waits := map[int]bool{}
	for _, row := range laocai.Waiting(slices.Concat(assignment.Rules(), plan.Rules(), report.Rules(), visit.Rules(), meeting.Rules(), difficulty.Rules(), evaluation.Rules())...) {
		waits[row.Number] = true
	}
	var b strings.Builder
	for _, row := range laocai.Rows() {
		if row.Is != laocai.IsDuty {
			fmt.Fprintf(&b, "%d %s: %s\n", row.Number, row.Is, row.Text.En)
			continue
		}
		for _, id := range row.Duties {
			d, ok := l.Matrix.Duty(id)
			require.True(t, ok)
			how := "its due is judged; the text gives no date"
			switch {
			case d.Record == "":
				how = "not computable: " + string(ledger.AdviceNoFact)
			case d.Nature == duty.Continuing:
				how = "ongoing, with what is recorded as " + string(d.Record)
			case d.Limit != duty.NoLimit:
				how = "its due is judged: " + d.Limit.In(rule.En)
			}
			found := false
			for e := range day.Where(ledger.Filter{Duties: []rule.DutyID{id}}) {
				found = true
				assert.True(t, len(e.Standings) > 0 || e.Status == duty.Ongoing || len(e.Because) > 0, id)
			}
			assert.True(t, found, id)
			if waits[row.Number] {
				assert.NotEmpty(t, d.Record, "row %d waits for a rule and for a fact", row.Number)
				how += "; no rule of its own, so that the ledger alone says where it stands"
			}
			fmt.Fprintf(&b, "%d %s: %s\n", row.Number, id, how)
		}
	}
	maintain.Golden(t, "testdata/rows.txt", []byte(b.String()))
}

// Where the dispatch lost its bearers with the district level, the ledger says so, and why,
// once for each duty: nothing is silently absent.
func TestNobodyBearsItAnyLonger(t *testing.T) {
	t.Parallel()
	on := rule.Day(2025, 7, 1)
	for day, want := range map[civil.Date][]rule.Code{
		on.AddDays(-1): {},
		on:             {ledger.AdviceNoBearer, ledger.AdviceCeased},
	} {
		l := province(4, 2, day)
		for _, id := range []rule.DutyID{duty.AssignDistrictHelper, duty.NotifyDistrictHelper} {
			for e := range must(l.On(day)).Where(ledger.Filter{Duties: []rule.DutyID{id}}) {
				got := []rule.Code{}
				for _, f := range e.Because {
					if len(got) == 0 || got[len(got)-1] != f.Code() {
						got = append(got, f.Code())
					}
				}
				assert.Equal(t, want, got, "%v %s", day, id)
				assert.Equal(t, len(want) > 0, e.Status == duty.NotComputable, id)
				if len(want) > 0 {
					assert.Contains(t, e.Because[len(e.Because)-1].In(rule.En), "the people and bodies of the district that would do it are gone")
				}
			}
		}
	}
}

func status(t *testing.T, day ledger.Day, id rule.DutyID, object string) ledger.Entry {
	t.Helper()
	for e := range day.Where(ledger.Filter{Duties: []rule.DutyID{id}}) {
		if e.Object.ID == object {
			return e
		}
	}
	t.Fatalf("no entry %s %s", id, object)
	return ledger.Entry{}
}

func TestStatuses(t *testing.T) {
	t.Parallel()
	l := province(4, 2, threeLevels)
	day := must(l.On(threeLevels))
	for name, want := range map[string]struct {
		id     rule.DutyID
		object string
		status duty.Status
	}{
		"sent late":                    {duty.PeriodPlan, "a0", duty.FulfilledLate},
		"both plans sent late":         {duty.SendPlans, "a0", duty.FulfilledLate},
		"no plan":                      {duty.SendPlans, "a1", duty.Overdue},
		"new and built both":           {duty.BuildPlans, "a2", duty.Fulfilled},
		"told the day after":           {duty.NotifyVisit, "va2-1", duty.Breached},
		"told in time":                 {duty.NotifyVisit, "va3-1", duty.Fulfilled},
		"visits are evidence only":     {duty.SetAsideTime, "a1", duty.Ongoing},
		"no date in the text":          {duty.ReportResults, "02000", duty.Open},
		"no fact could tell":           {duty.LeadPrograms, "02001", duty.NotComputable},
		"nothing recorded, no through": {duty.TracePlans, "a1", duty.Unknown},
	} {
		assert.Equal(t, want.status, status(t, day, want.id, want.object).Status, name)
	}
	assert.Len(t, status(t, day, duty.SetAsideTime, "a1").Evidence, 2)
	assert.Equal(t, "la1", status(t, day, duty.SendPlans, "a1").By)
	assert.Equal(t, "081", status(t, day, duty.AssignDistrictHelper, "02000").By)
}

// L3: a notice later than the visit breaks nothing as long as the register of notices may
// lack an earlier one.
func TestUnknownUntilTheRegisterIsComplete(t *testing.T) {
	t.Parallel()
	l := province(4, 1, threeLevels)
	facts := slices.Collect(l.Register.All())
	for through, want := range map[string]duty.Status{"": duty.Unknown, "2021-08-10": duty.Unknown, "2021-08-11": duty.Breached} {
		var complete []duty.Complete
		if through != "" {
			complete = append(complete, duty.Complete{Kind: duty.Noticed, Through: must(rule.ParseDate(through))})
		}
		l.Register = must(duty.NewRegister(complete, facts...))
		day := must(l.On(threeLevels))
		e := status(t, day, duty.NotifyVisit, "va2-0")
		assert.Equal(t, want, e.Status, through)
		waits := slices.ContainsFunc(day.Requests(), func(r ledger.Request) bool {
			return r.Kind == duty.Noticed && r.By == "la2" && r.Needed == rule.Day(2021, 8, 11) && r.Entries == 1
		})
		assert.Equal(t, want == duty.Unknown, waits)
		assert.Equal(t, want == duty.Unknown, len(e.Because.Of(ledger.ErrIncomplete)) == 1)
	}
}

// L1: of nothing there is no rate; of twelve none in time the rate is 0.
func TestRate(t *testing.T) {
	t.Parallel()
	c := ledger.Count(func(func(ledger.Entry) bool) {})
	assert.False(t, c.Rate.Known())
	l := province(1, 12, threeLevels)
	day := must(l.On(threeLevels))
	only := func(id rule.DutyID) ledger.Counts {
		return ledger.Count(day.Where(ledger.Filter{Duties: []rule.DutyID{id}}))
	}
	assert.Equal(t, "1", only(duty.NotifyVisit).Rate.String())
	assert.Equal(t, 12, only(duty.NotifyVisit).Judged)
	assert.Equal(t, "0", only(duty.SendPlans).Rate.String())
	assert.False(t, only(duty.GuideCommune).Rate.Known(), "without a date nothing is late")

	// Counts reconcile, and an act that two duties demand counts once.
	all := ledger.Count(day.Entries())
	sum := 0
	for _, n := range all.ByStatus {
		sum += n
	}
	assert.Equal(t, day.Len(), sum)
	assert.Equal(t, day.Len(), all.Total)
	assert.Equal(t, 12+12+2+2, all.Judged, "contents, notices, what two plans serve, two plans")
	assert.Equal(t, 2, only(duty.SendPlans).Judged)
}

// The same act with and without a named receiver counts once, whichever comes first.
func TestCountInAnyOrder(t *testing.T) {
	t.Parallel()
	entries := slices.Collect(must(province(2, 3, threeLevels).On(threeLevels)).Entries())
	want := ledger.Count(slices.Values(entries))
	slices.Reverse(entries)
	assert.Equal(t, want, ledger.Count(slices.Values(entries)))
	due := func(to string) duty.Standing {
		return duty.Standing{Due: duty.Due{Fact: duty.Fact{Kind: duty.AnnualPlanSent, Object: duty.Object{Per: duty.PerAssignmentYear, ID: "a", Year: 2021}}, To: to, Latest: threeLevels}, Status: duty.Fulfilled}
	}
	for name, c := range map[string]struct {
		to     []string
		judged int
	}{"named first": {[]string{"x", ""}, 1}, "named last": {[]string{"", "x"}, 1}, "two are named": {[]string{"x", "", "y"}, 2}, "none": {[]string{"", ""}, 1}} {
		var list []ledger.Entry
		for _, to := range c.to {
			list = append(list, ledger.Entry{Standings: []duty.Standing{due(to)}})
		}
		got := ledger.Count(slices.Values(list))
		assert.Equal(t, []int{c.judged, c.judged}, []int{got.Judged, got.OnTime}, name)
	}
}

func TestRemindersAndWhatFollows(t *testing.T) {
	t.Parallel()
	l := province(4, 1, rule.Day(2021, 8, 5))
	day := must(l.On(rule.Day(2021, 8, 5)))
	assert.Empty(t, day.Reminders(3))
	soon := day.Reminders(4)
	require.NotEmpty(t, soon)
	for _, e := range soon {
		assert.Equal(t, duty.NotYetDue, e.Status)
		assert.Contains(t, []string{"la0", "la1"}, e.Leader)
	}
	day = must(l.On(threeLevels))
	for _, e := range day.Reminders(0) {
		assert.Equal(t, duty.Overdue, e.Status, "what can no longer be done is no reminder")
		assert.Equal(t, "la1", e.Leader)
	}
	chain := []string{}
	for id, object := range map[rule.DutyID]string{duty.NotifyVisit: "va3-0", duty.VisitContent: "va3-0", duty.ReportResults: "02003", duty.EvaluateWork: "la3"} {
		for e := range day.Follows(status(t, day, id, object)) {
			chain = append(chain, string(id)+" → "+string(e.Duty)+" "+e.Object.ID)
		}
	}
	for _, step := range []string{
		"visit.notify → visit.content va3-0", "visit.content → commune.report 02003",
		"commune.report → evaluation.support-outcome a3", "evaluation.support-work → evaluation.yearly-basis la3",
	} {
		assert.Contains(t, chain, step)
	}
	assert.NotContains(t, chain, "visit.notify → visit.content va2-0")
}

func TestFilters(t *testing.T) {
	t.Parallel()
	l := province(4, 1, threeLevels)
	day := must(l.On(threeLevels))
	of := func(f ledger.Filter) int { return ledger.Count(day.Where(f)).Total }
	assert.Equal(t, day.Len(), of(ledger.Filter{}))
	assert.Equal(t, 4, of(ledger.Filter{Duties: []rule.DutyID{duty.NotifyVisit}}))
	assert.Equal(t, 1, of(ledger.Filter{Statuses: []duty.Status{duty.Breached}, Leader: "la2"}))
	assert.Zero(t, of(ledger.Filter{Statuses: []duty.Status{duty.Breached}, Leader: "la1"}))
	assert.Equal(t, of(ledger.Filter{Leader: "la2", Per: duty.PerVisit}), of(ledger.Filter{Commune: "02002", Per: duty.PerVisit}))
	assert.Equal(t, 2, of(ledger.Filter{District: "081", Per: duty.PerDistrict, Duties: []rule.DutyID{duty.PlaceStaff, duty.HoldTraining}}))
	for e := range day.OwedBy("ba2") {
		assert.Equal(t, "la2", e.By)
	}
	assert.Positive(t, of(ledger.Filter{Body: "ba2"}))
	for e := range day.OwedBy(laocai.HomeAffairs) {
		assert.Contains(t, e.Laid().Bearers, laocai.HomeAffairs)
	}
	assert.Positive(t, of(ledger.Filter{Body: laocai.HomeAffairs, Year: 2021}))
}

// A fact that no entry speaks of is told, not dropped.
func TestUnplaced(t *testing.T) {
	t.Parallel()
	l := province(2, 1, threeLevels)
	assert.Empty(t, slices.Collect(must(l.On(threeLevels)).Unplaced()))
	facts := slices.Collect(l.Register.All())
	planned := duty.Record{Fact: duty.Fact{Kind: duty.Noticed, Duty: duty.NotifyVisit, Object: duty.Object{Per: duty.PerVisit, ID: "only planned"}},
		By: "la0", To: "02000", On: rule.On(rule.Day(2021, 9, 1))}
	l.Register = must(duty.NewRegister(nil, append(facts, planned)...))
	day := must(l.On(threeLevels))
	left := slices.Collect(day.Unplaced())
	require.Len(t, left, 1)
	assert.Equal(t, "only planned", left[0].Object.ID)

	// The day of a visit that is known only within bounds sets no last day.
	made := planned
	made.Fact = duty.Fact{Kind: duty.VisitMade, Duty: duty.VisitContent, Object: planned.Object}
	made.On, made.After, made.Before = rule.Moment{}, rule.On(rule.Day(2021, 9, 1)), rule.On(rule.Day(2021, 9, 9))
	l.Register = must(duty.NewRegister(nil, append(facts, planned, made)...))
	e := status(t, must(l.On(threeLevels)), duty.NotifyVisit, "only planned")
	assert.Equal(t, duty.Unknown, e.Status)
	assert.Len(t, e.Because.Of(ledger.ErrEventDay), 1)
}

// Meetings are those that are recorded; who keeps a commune reviews, who is not known to
// is not accused; before the text is known to bind nothing is.
func TestMeetingsAndChanges(t *testing.T) {
	t.Parallel()
	l := province(3, 0, threeLevels)
	meeting := duty.Object{Per: duty.PerMeeting, ID: "họp thôn"}
	went := duty.Record{Fact: duty.Fact{Kind: duty.Attended, Duty: duty.LeaderAttends, Object: meeting}, By: "la0", To: "02000", On: rule.On(rule.Day(2021, 10, 4))}
	asked := duty.Record{Fact: duty.Fact{Kind: duty.Invited, Duty: duty.Invite, Object: meeting}, By: "02000", To: "la0", On: rule.On(rule.Day(2021, 10, 1))}
	complete := []duty.Complete{{Kind: duty.Invited, Through: threeLevels}}
	for name, want := range map[string]struct {
		facts  []duty.Record
		status duty.Status
	}{
		"invited":            {[]duty.Record{asked, went}, duty.Fulfilled},
		"invited, not known": {[]duty.Record{asked}, duty.Fulfilled},
		"not invited":        {[]duty.Record{went}, duty.Breached},
	} {
		l.Register = must(duty.NewRegister(complete, want.facts...))
		e := status(t, must(l.On(threeLevels)), duty.Invite, "họp thôn")
		assert.Equal(t, want.status, e.Status, name)
		assert.Equal(t, org.UnitCode("02000"), e.Commune, name)
		assert.Equal(t, "a0", e.Assignment, name)
	}
	kept := must(l.Roster.Changes(l.Roster, assignment.Comparison{On: rule.Day(2021, 6, 1), Last: rule.Day(2021, 5, 31)}))
	l.Changes, l.Dues = kept, nil
	day := must(l.On(threeLevels))
	assert.Equal(t, duty.Unknown, status(t, day, duty.ReviewPlan, "a1").Status, "no register of plans is complete")
	l.Changes = nil
	e := status(t, must(l.On(threeLevels)), duty.BuildPlans, "a1")
	assert.Equal(t, duty.Unknown, e.Status)
	assert.Len(t, e.Because.Of(ledger.ErrChangeUnknown), 1)
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	l := province(2, 0, threeLevels)
	_, err := l.On(rule.Day(2030, 1, 1))
	require.Error(t, err)
	l.Leaders = "nobody"
	l.Dues = append(l.Dues, l.Dues[0], duty.Due{Fact: duty.Fact{Duty: "no.such"}})
	_, err = l.On(threeLevels)
	for _, code := range []rule.Code{ledger.ErrLeaders, ledger.ErrDueTwice, ledger.ErrDueDuty} {
		require.ErrorIs(t, err, code)
	}
	_, err = ledger.Ledger{}.On(threeLevels)
	require.Error(t, err)
}

// What is read is what was written, strictly; a stored day is made again.
func TestJSON(t *testing.T) {
	t.Parallel()
	l := province(3, 2, threeLevels)
	text := must(json.Marshal(l))
	var again ledger.Ledger
	require.NoError(t, json.Unmarshal(text, &again))
	stored := must(json.Marshal(must(l.On(threeLevels))))
	assert.JSONEq(t, string(stored), string(must(json.Marshal(must(again.On(threeLevels))))))
	var day ledger.Day
	require.NoError(t, json.Unmarshal(stored, &day))
	assert.Equal(t, string(stored), string(must(json.Marshal(day))))
	assert.Equal(t, ledger.Count(must(l.On(threeLevels)).Entries()), ledger.Count(day.Entries()))

	for _, with := range []*ledger.Ledger{nil, &l} {
		r, err := ledger.Replay(stored, with)
		require.NoError(t, err)
		assert.True(t, r.Same, r.Differs)
		forged := strings.Replace(string(stored), `"status":"breached"`, `"status":"fulfilled"`, 2)
		require.NotEqual(t, string(stored), forged)
		r, err = ledger.Replay([]byte(forged), with)
		require.NoError(t, err)
		assert.False(t, r.Same)
		assert.Contains(t, string(r.Differs[0].Path), "entries[")
	}
	_, err := ledger.Replay([]byte(`{"format":"giupxa.standing/1"}`), nil)
	require.ErrorIs(t, err, rule.ErrStored)
	err = json.Unmarshal([]byte(`{"format":"giupxa.ledger/1","colour":1,"leaders":5}`), &again)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	assert.GreaterOrEqual(t, len(found), 2)
}

func TestSchemas(t *testing.T) {
	t.Parallel()
	maintain.Schema(t, "ledger.schema.json", "giupxa.ledger/1", ledger.Ledger{}, nil)
	maintain.Schema(t, "ledger-day.schema.json", "giupxa.ledger-day/1", ledger.DayJSON{}, nil)
	maintain.Codes(t, "testdata/codes.txt", ledger.Rules())
}

// Before the day from which the text is known to bind nothing is held against anyone, and
// a fact that does not decide is told as such.
func TestWhyNothingBetterIsKnown(t *testing.T) {
	t.Parallel()
	l := province(1, 0, threeLevels)
	made := duty.Record{Fact: duty.Fact{Kind: duty.VisitMade, Duty: duty.VisitContent, Object: duty.Object{Per: duty.PerVisit, ID: "early"}},
		By: "la0", To: "02000", On: rule.On(rule.Day(2021, 7, 1))}
	told := duty.Record{Fact: duty.Fact{Kind: duty.Noticed, Duty: duty.NotifyVisit, Object: duty.Object{Per: duty.PerVisit, ID: "later"}},
		By: "la0", To: "02000", After: rule.On(rule.Day(2021, 9, 1)), Before: rule.On(rule.Day(2021, 9, 9))}
	again := made
	again.Object.ID, again.On = "later", rule.On(rule.Day(2021, 9, 5))
	l.Register = must(duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: threeLevels}}, made, told, again))
	day := must(l.On(threeLevels))
	for object, code := range map[string]rule.Code{"early": ledger.ErrMayBind, "later": ledger.ErrUndecided} {
		e := status(t, day, duty.NotifyVisit, object)
		assert.Equal(t, duty.Unknown, e.Status, object)
		require.Len(t, e.Because, 1, object)
		assert.Equal(t, code, e.Because[0].Code(), object)
	}
	assert.Empty(t, slices.Collect(day.Follows(ledger.Entry{})))
}

// What the caller changes afterwards, in what was given or in what was handed out, changes no
// day, a stored one neither.
func TestDaysAreImmutable(t *testing.T) {
	t.Parallel()
	l := province(4, 2, twoLevels)
	var again []duty.Record // each plan is sent once more
	for r := range l.Register.OfKind(duty.AnnualPlanSent) {
		r.On = rule.On(rule.Day(2021, 9, 1))
		again = append(again, r)
	}
	l.Register = must(duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: twoLevels}}, slices.AppendSeq(again, l.Register.All())...))
	made := must(l.On(twoLevels))
	var stored ledger.Day
	require.NoError(t, json.Unmarshal(must(json.Marshal(made)), &stored))
	require.NotEmpty(t, l.Changes)
	require.NotEmpty(t, l.Dues)
	for name, day := range map[string]ledger.Day{"made": made, "stored": stored} {
		want := must(json.Marshal(day))
		records, others, evidence, because := 0, 0, 0, 0
		for e := range day.Entries() {
			for i := range e.Standings {
				s := &e.Standings[i]
				if s.Record != nil {
					records++
					clear(s.Record.Findings)
					*s.Record = duty.Record{}
				}
				others += len(s.Others)
				for j := range s.Others {
					clear(s.Others[j].Findings)
				}
				clear(s.Others)
				clear(s.Due.Also)
			}
			evidence, because = evidence+len(e.Evidence), because+len(e.Because)
			for i := range e.Evidence {
				clear(e.Evidence[i].Findings)
			}
			clear(e.Evidence)
			clear(e.Because)
			clear(e.Laid().Bearers)
			for f := range day.Follows(e) {
				clear(f.Standings)
			}
			clear(e.Standings)
		}
		for _, e := range day.Reminders(30) {
			clear(e.Standings)
		}
		clear(day.Caveats())
		clear(day.Grounds().Rulebooks)
		clear(l.Changes)
		clear(l.Dues)
		for what, n := range map[string]int{"records": records, "others": others, "evidence": evidence, "because": because, "caveats": len(day.Caveats())} {
			assert.Positive(t, n, name+" "+what)
		}
		assert.JSONEq(t, string(want), string(must(json.Marshal(day))), name)
	}
}

package difficulty_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// many are difficulties of a province, in every state.
func many(n int) []difficulty.Difficulty {
	list := make([]difficulty.Difficulty, n)
	for i := range list {
		d := drains
		if i%2 == 0 {
			d = road
		}
		d.ID, d.Follows, d.Matter.Field = fmt.Sprint("d", i), fmt.Sprint("d", i+1), org.Field(fmt.Sprint("f", i%7))
		d.Events = d.Events[:i%(len(d.Events)+1)]
		list[i] = d
	}
	return list
}

// The digest, the findings and the facts of a province cost as much as there is; the
// events of one difficulty and the bodies of one event as much as they are.
func TestDifficultiesAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	p, cal, day := difficulty.Policy{AnswerDue: 15}, workday.Vietnam(), rule.Day(2021, 12, 31)
	maintain.Linear(t, "digest", 2500, 10_000, func(n int) func() int {
		list := many(n)
		return func() int { return len(must(p.Digest(list, day, cal)).Lines) }
	})
	maintain.Linear(t, "digests read", 250, 1000, func(n int) func() int {
		stored := must(json.Marshal(must(p.Digest(many(n), day, cal))))
		return func() int {
			var d difficulty.Digest
			require.NoError(t, json.Unmarshal(stored, &d))
			return len(d.Lines)
		}
	})
	maintain.Linear(t, "findings and facts", 250, 1000, func(n int) func() int {
		list := many(n)
		return func() int {
			found := 0
			for _, d := range list {
				found += 1 + len(p.Check(d, helping, matrices...)) + len(p.Records(d, helping, matrices...)) + len(p.Owed(d, helping, day))
			}
			return found
		}
	})
	for name, fill := range map[string]func(d *difficulty.Difficulty, i int){
		"events": func(d *difficulty.Difficulty, i int) { d.Events = append(d.Events, road.Events[i%2]) },
		"events without days": func(d *difficulty.Difficulty, i int) {
			d.Events = append(d.Events, difficulty.Event{Act: difficulty.Act(1 + i%8)})
		},
		"hand-overs of bodies": func(d *difficulty.Difficulty, i int) {
			d.Events[1].Leads = append(d.Events[1].Leads, org.BodyID(fmt.Sprint("b", i)))
			d.Events[2].Leads = append(d.Events[2].Leads, org.BodyID(fmt.Sprint("b", -i)))
		},
		"receivers": func(d *difficulty.Difficulty, i int) { d.Events[0].To = append(d.Events[0].To, fmt.Sprint("x", i)) },
	} {
		maintain.Linear(t, name, 250, 1000, func(n int) func() int {
			d := drains
			d.Events = append([]difficulty.Event{}, d.Events...)
			for i := range n {
				fill(&d, i)
			}
			return func() int {
				s := must(p.Standing(d, day, cal))
				return len(p.Check(d, helping, matrices...)) + len(p.Records(d, helping, matrices...)) + len(s.Leads)
			}
		})
	}
}

func BenchmarkDigest(b *testing.B) {
	p, cal, day, list := difficulty.Policy{AnswerDue: 15}, workday.Vietnam(), rule.Day(2021, 12, 31), many(10_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Digest(list, day, cal); err != nil {
			b.Fatal(err)
		}
	}
}

// On any day the counts by state add up to all, and every id has one line.
func TestNothingVanishes(t *testing.T) {
	t.Parallel()
	list, p := many(60), difficulty.Policy{AnswerDue: 15}
	for day := rule.Day(2021, 10, 30); day.Year == 2021; day = day.AddDays(1) {
		digest, err := p.Digest(list, day, workday.Vietnam())
		require.NoError(t, err)
		require.Empty(t, digest.Reconcile())
		sum, ids := 0, map[string]bool{}
		for s := difficulty.NotYet; s <= difficulty.Undated; s++ {
			sum += digest.Count(s)
		}
		for i, line := range digest.Lines {
			ids[line.ID] = true
			require.Equal(t, list[i].StateOn(day), line.State)
		}
		require.Len(t, ids, len(list))
		require.Equal(t, len(list), sum)
	}
}

// What does not add up is refused where it is read, each count at its place.
func TestDigestsThatDoNotAddUp(t *testing.T) {
	t.Parallel()
	good := must(json.Marshal(must(difficulty.Policy{AnswerDue: 15}.Digest([]difficulty.Difficulty{drains, road}, rule.Day(2021, 12, 31), workday.Vietnam()))))
	for path, change := range map[string][2]string{
		"total":           {`"total":2`, `"total":3`},
		"rows[0].count":   {`"count":1`, `"count":2`},
		"rows[0].overdue": {`"overdue":1`, `"overdue":2`},
		"rows[0].oldest":  {`"oldest":"28"`, `"oldest":"29"`},
		"rows[1].oldest":  {`"oldest":"48"`, `"oldest":null`},
	} {
		bad := strings.Replace(string(good), change[0], change[1], 1)
		require.NotEqual(t, string(good), bad, path)
		var d difficulty.Digest
		found, ok := rule.FindingsIn(json.Unmarshal([]byte(bad), &d))
		require.True(t, ok, path)
		var at []string
		for _, f := range found.Of(difficulty.ErrSum) {
			at = append(at, string(f.Path))
		}
		assert.Contains(t, at, path)
	}
	var d difficulty.Digest
	require.NoError(t, json.Unmarshal(good, &d))
	rows := d.Rows
	d.Rows = rows[1:]
	assert.Equal(t, rule.Path("rows"), d.Reconcile()[0].Path, "a row is left out")
	d.Rows = []difficulty.Row{rows[0], rows[1], rows[0]}
	assert.Equal(t, rule.Path("rows[2].count"), d.Reconcile()[0].Path, "a row is told twice")
	d.Rows, d.Lines[0].State = rows, difficulty.Answered
	assert.Equal(t, rule.Path("rows[1].count"), d.Reconcile()[0].Path, "a line has another state")
	d.Lines[0].State = 0
	assert.NotEmpty(t, d.Reconcile(), "a line without a state")
}

// A stored digest explains each last day: it is counted from the day on which the answer
// was asked, and each line's status follows from its own members.
func TestADigestExplainsItself(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 11, 24)
	stored := must(json.Marshal(must(difficulty.Policy{AnswerDue: 15}.Digest(many(40), day, workday.Vietnam()))))
	var d difficulty.Digest
	require.NoError(t, json.Unmarshal(stored, &d))
	due := map[string]string{}
	for _, by := range d.Deadlines {
		due[by.Term.From.String()] = by.End.String()
	}
	limited := 0
	for _, s := range d.Lines {
		if s.Due.IsZero() {
			continue
		}
		limited++
		assert.Equal(t, due[s.Asked.String()], s.Due.String())
		want := duty.Overdue
		switch {
		case !s.Replied.IsZero() && s.Replied.After(s.Due):
			want = duty.FulfilledLate
		case !s.Replied.IsZero():
			want = duty.Fulfilled
		case day.Before(s.Due):
			want = duty.NotYetDue
		case day == s.Due:
			want = duty.DueToday
		}
		assert.Equal(t, want, s.Answer, s.ID)
	}
	assert.Positive(t, limited)
	assert.Equal(t, []string{"policy", "calendar"}, []string{d.Grounds.Rulebooks[0].Role, d.Grounds.Rulebooks[1].Role})
	assert.Equal(t, workday.Vietnam().Edition(), d.Grounds.Rulebooks[1].Edition)
}

// A day on which nobody decided leaves open only what depends on it: whichever way it is
// decided, the answer told before is the same.
func TestUndecidedDaysStayUndecided(t *testing.T) {
	t.Parallel()
	source := rule.Source{Kind: rule.Notice, Issuer: "test"}
	off, worked := rule.Day(2026, 11, 23), rule.Day(2026, 11, 28)
	swapped := must(workday.Vietnam().WithSwap(workday.Swap{Off: off, Worked: worked, Source: source, Confidence: rule.Read}))
	refused := must(workday.Vietnam().With(workday.Day{On: off, Kind: workday.Working, Source: source}, workday.Day{On: worked, Kind: workday.Off, Source: source}))
	told, open := 0, 0
	for n := 1; n <= 15; n++ {
		p := difficulty.Policy{AnswerDue: n}
		for day := rule.Day(2026, 11, 16); day.Month == 11; day = day.AddDays(1) {
			for reply := rule.Day(2026, 11, 16); reply.Month == 11; reply = reply.AddDays(7) {
				d := difficulty.Difficulty{ID: "d", Through: rule.Day(2026, 12, 31), Events: []difficulty.Event{
					{Act: difficulty.Refer, On: rule.On(rule.Day(2026, 11, 16)), Leads: []org.BodyID{"b"}},
					{Act: difficulty.Answer, On: rule.On(reply), Outcome: difficulty.Accepted}}}
				s := must(p.Standing(d, day, workday.Vietnam()))
				if s.Answer == duty.Unknown {
					open++
					require.Len(t, s.Notes, 1)
					require.Contains(t, s.Notes[0].In(rule.En), "2026-11-2")
					continue
				}
				told++
				require.Equal(t, must(p.Standing(d, day, swapped)).Answer, s.Answer)
				require.Equal(t, must(p.Standing(d, day, refused)).Answer, s.Answer)
			}
		}
	}
	assert.Positive(t, told)
	assert.Positive(t, open)
	beyond := difficulty.Difficulty{Events: []difficulty.Event{{Act: difficulty.Refer, On: rule.On(rule.Day(2027, 1, 4))}}}
	s := must(difficulty.Policy{AnswerDue: 5}.Standing(beyond, rule.Day(2027, 3, 1), workday.Vietnam()))
	assert.Equal(t, duty.Unknown, s.Answer, "a year that the calendar does not cover is no guess")
	_, limited, err := difficulty.Policy{AnswerDue: 5}.AnswerBy(beyond, rule.Day(2027, 3, 1), workday.Vietnam())
	require.ErrorIs(t, err, workday.ErrOutside)
	assert.False(t, limited)
}

// On one day the times of day decide where all have one, else the order of the acts.
func TestOneDay(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 12, 3)
	at := func(a difficulty.Act, hour int) difficulty.Event {
		if hour == 0 {
			return difficulty.Event{Act: a, On: rule.On(day)}
		}
		return difficulty.Event{Act: a, On: rule.At(day, hour, 0)}
	}
	for _, c := range []struct {
		events []difficulty.Event
		want   difficulty.State
		broken rule.Code
	}{
		{[]difficulty.Event{at(difficulty.Settle, 0), at(difficulty.Raise, 0)}, difficulty.SettledAtOnce, ""},
		{[]difficulty.Event{at(difficulty.Settle, 9), at(difficulty.Raise, 8)}, difficulty.SettledAtOnce, ""},
		{[]difficulty.Event{at(difficulty.Settle, 9), at(difficulty.Raise, 8), at(difficulty.Raise, 10)}, difficulty.Raised, ""},
		{[]difficulty.Event{at(difficulty.Settle, 8), at(difficulty.Raise, 9)}, difficulty.SettledAtOnce, difficulty.ErrKnownAfter},
		{[]difficulty.Event{at(difficulty.Settle, 8), at(difficulty.Raise, 0)}, difficulty.SettledAtOnce, ""},
	} {
		d := difficulty.Difficulty{ID: "d", Events: c.events}
		assert.Equal(t, c.want, d.StateOn(day), c.events)
		found := difficulty.Policy{Competence: difficulty.Competence{SettleAtWill: true}}.Check(d, assignment.Roster{})
		if c.broken == "" {
			assert.NoError(t, found.Err(), c.events)
		} else {
			assert.ErrorIs(t, found.Err(), c.broken)
		}
	}
}

// Days that do not exist, which no JSON can carry.
func TestDaysThatDoNotExistInEvents(t *testing.T) {
	t.Parallel()
	d := road
	d.Events = []difficulty.Event{road.Events[0], {Act: difficulty.Settle, On: rule.On(rule.Day(2021, 2, 30)), By: "l1"}}
	d.Through = rule.Day(2021, 13, 1)
	found := difficulty.Policy{}.Check(d, helping)
	require.Len(t, found.Of(difficulty.ErrDay), 2)
	assert.Equal(t, rule.Path("through"), found.Of(difficulty.ErrDay)[0].Path)
	assert.Equal(t, rule.Path("events[1].on"), found.Of(difficulty.ErrDay)[1].Path)
	assert.Equal(t, difficulty.Undated, d.StateOn(rule.Day(2021, 12, 31)))
	assert.Equal(t, difficulty.Undated, d.StateOn(rule.Day(2021, 13, 1)))
	first, leads := d.Addressees(rule.Day(2021, 13, 1))
	assert.Empty(t, append(first, leads...))
	p := difficulty.Policy{}
	_, err := p.Standing(d, rule.Day(2021, 13, 1), workday.Vietnam())
	require.ErrorIs(t, err, rule.ErrNotADay)
	_, err = p.Digest(nil, rule.Day(2021, 13, 1), workday.Vietnam())
	require.ErrorIs(t, err, rule.ErrNotADay)
	_, _, err = p.AnswerBy(d, rule.Day(2021, 13, 1), workday.Vietnam())
	require.ErrorIs(t, err, rule.ErrNotADay)
	assert.Empty(t, p.Owed(d, helping, rule.Day(2021, 13, 1)))
}

// What is missing equals nothing: a difficulty without set or criterion has no owner, one
// without an id repeats none, a body that is not named is not the lead.
func TestMissingEqualsNothing(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 12, 31)
	roster := must(assignment.NewRoster(assignment.Entries{
		Leaders: helping.Entries().Leaders, Assignments: helping.Entries().Assignments,
		CriterionOwners: []assignment.CriterionOwner{{Set: "s", Criterion: "2", Body: "so-gtvt"}}}))
	p := difficulty.Policy{}
	owners := func(m difficulty.Matter) int {
		d := road
		d.Matter = m
		return len(p.Owed(d, roster, day)) - 1
	}
	assert.Equal(t, 1, owners(difficulty.Matter{Set: "s", Criterion: "2.1"}))
	assert.Zero(t, owners(difficulty.Matter{Criterion: "2.1"}))
	assert.Zero(t, owners(difficulty.Matter{Set: "s"}))
	assert.Zero(t, owners(difficulty.Matter{}))
	assert.Empty(t, must(p.Digest([]difficulty.Difficulty{{}, {}}, day, workday.Vietnam())).Findings)
	assert.Empty(t, p.Check(difficulty.Difficulty{}, roster).Of(difficulty.ErrFollows))
	d := road
	d.Events = []difficulty.Event{road.Events[0], {Act: difficulty.Refer, On: road.Events[1].On, Leads: []org.BodyID{""}}, {Act: difficulty.HandOver, On: rule.On(day), Leads: []org.BodyID{""}}}
	assert.Empty(t, p.Check(d, roster).Of(difficulty.ErrSameLead))
	// An empty By is nobody: the owner of a criterion is not found by it.
	d = road
	d.Matter = difficulty.Matter{Set: "s", Criterion: "2"}
	d.Events = append(append([]difficulty.Event{}, road.Events...), difficulty.Event{Act: difficulty.Answer, On: rule.On(day), Outcome: difficulty.Accepted})
	for _, r := range p.Records(d, roster) {
		assert.NotEqual(t, duty.SectorSettled, r.Kind)
	}
}

// A record without a leader owes nothing of anybody; facts say who acted, else the leader.
func TestWhoActed(t *testing.T) {
	t.Parallel()
	p, day := difficulty.Policy{}, rule.Day(2021, 12, 31)
	d := road
	d.Leader = ""
	assert.Empty(t, p.Owed(d, helping, day))
	d.Assignment = "a1"
	assert.Equal(t, "l1", p.Owed(d, helping, day)[0].By)
	d.Events = append([]difficulty.Event{}, road.Events...)
	d.Events[1].By, d.Events[1].Ref = "", "7/BC"
	facts := p.Records(d, helping)
	require.Len(t, facts, 2)
	assert.Equal(t, []string{"l1", "7/BC"}, []string{facts[0].By, facts[0].Evidence.Ref})
	assert.Empty(t, p.Owed(d, helping, rule.Day(2021, 12, 2)), "nothing is known yet")
	early := road
	early.Events = []difficulty.Event{{Act: difficulty.Raise, On: rule.On(rule.Day(2021, 7, 1))}}
	assert.Equal(t, duty.MayBind, p.Owed(early, helping, day)[0].Binding, "whether the dispatch bound then is not known")
}

// The bodies that end: after 30/6/2025 the level above a commune is the province.
func TestTheLevelAboveChanges(t *testing.T) {
	t.Parallel()
	raise := func(year int, to string) rule.Findings {
		d := difficulty.Difficulty{ID: "d", Commune: "03112", Kind: difficulty.KindRecommendation,
			Events: []difficulty.Event{{Act: difficulty.Raise, On: rule.On(rule.Day(year, 8, 15)), By: "03112", To: []string{"l1", to}}}}
		return difficulty.Policy{}.Check(d, helping, matrices...)
	}
	assert.Empty(t, raise(2021, "ubnd-huyen"))
	assert.NotEmpty(t, raise(2021, "ubnd-tinh").Of(difficulty.ErrReceivers))
	assert.Empty(t, raise(2025, "ubnd-tinh"))
	assert.NotEmpty(t, raise(2025, "ubnd-huyen").Of(difficulty.ErrReceivers))
}

// Of several bodies of the level above one is enough, and all of them count as one.
func TestSeveralBodiesAbove(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 11, 2)
	p := must(laocai.InForce(day)).Parts()
	for i := range p.Duties {
		if p.Duties[i].ID == duty.Recommend {
			p.Duties[i].Towards = duty.By(append(slices.Collect(p.Duties[i].Towards.All()), duty.Party{Body: laocai.DistrictSteering})...)
		}
	}
	x := must(duty.NewMatrix(p))
	raise := func(to ...string) rule.Findings {
		d := difficulty.Difficulty{ID: "d", Commune: "03112", Kind: difficulty.KindRecommendation, Events: []difficulty.Event{{Act: difficulty.Raise, On: rule.On(day), To: to}}}
		return difficulty.Policy{}.Check(d, helping, x)
	}
	assert.Empty(t, raise("l1", "bcd-huyen"))
	assert.Empty(t, raise("so-khdt", "ubnd-huyen"))
	assert.Equal(t, rule.Advice, raise("l1")[0].Kind)
	assert.Contains(t, raise("l1")[0].In(rule.En), "district People's Committee; district Steering Committee")
	assert.Equal(t, rule.Advice, raise("bcd-huyen")[0].Kind)
	assert.Equal(t, rule.Broken, raise("x")[0].Kind)
}

// Ids in another spelling are the same ids.
func TestDifficultyIdsHaveOneSpelling(t *testing.T) {
	t.Parallel()
	other := func(s string) string { return norm.NFD.String(strings.ReplaceAll(s, "Đ", "Ð")) }
	roster := must(assignment.NewRoster(assignment.Entries{Leaders: []assignment.Leader{{ID: "lĐ", Body: "sở-Đ"}},
		Assignments:     []assignment.Assignment{{ID: "aĐ", Leader: "lĐ", Commune: "xĐ", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
		CriterionOwners: []assignment.CriterionOwner{{Set: "bộ-Đ", Criterion: "2", Body: "sở-Đ"}}}))
	made := func(spell func(string) string) difficulty.Difficulty {
		return difficulty.Difficulty{ID: spell("kĐ"), Commune: org.UnitCode(spell("xĐ")), Kind: difficulty.KindRecommendation, Follows: spell("kĐ"),
			Leader: spell("lĐ"), Matter: difficulty.Matter{Set: spell("bộ-Đ"), Criterion: "2.1", Field: org.Field(spell("đường-Đ"))},
			Events: []difficulty.Event{
				{Act: difficulty.Raise, On: rule.On(rule.Day(2021, 12, 3)), By: spell("xĐ"), To: []string{spell("sở-Đ")}},
				{Act: difficulty.Refer, On: rule.On(rule.Day(2021, 12, 3)), Leads: []org.BodyID{org.BodyID(spell("ủy-Đ"))}},
				{Act: difficulty.HandOver, On: rule.On(rule.Day(2021, 12, 4)), Leads: []org.BodyID{org.BodyID(spell("ủy-Đ"))}},
				{Act: difficulty.Settle, On: rule.On(rule.Day(2021, 12, 5)), By: spell("lĐ")}}}
	}
	p, day := difficulty.Policy{}, rule.Day(2021, 12, 31)
	plain, spelled := made(func(s string) string { return s }), made(other)
	codes := func(d difficulty.Difficulty) (codes []string) {
		for _, f := range p.Check(d, roster) {
			codes = append(codes, string(f.Code())+" "+string(f.Path))
		}
		return codes
	}
	assert.Contains(t, codes(plain), "difficulty.same-lead events[2]")
	assert.Contains(t, codes(plain), "difficulty.follows follows")
	assert.Equal(t, codes(plain), codes(spelled))
	assert.Len(t, p.Records(spelled, roster), len(p.Records(plain, roster)))
	assert.Len(t, p.Owed(spelled, roster, day), len(p.Owed(plain, roster, day)))
	digest := must(p.Digest([]difficulty.Difficulty{plain, spelled}, day, workday.Vietnam()))
	assert.Len(t, digest.Rows, 1)
	assert.Len(t, digest.Findings.Of(difficulty.ErrTwice), 1)
}

// Several overdue answers stand with the longest first; who leads alike is counted once.
func TestOverdue(t *testing.T) {
	t.Parallel()
	late := func(id string, day int, leads ...org.BodyID) difficulty.Difficulty {
		return difficulty.Difficulty{ID: id, Through: rule.Day(2021, 12, 31), Events: []difficulty.Event{{Act: difficulty.Refer, On: rule.On(rule.Day(2021, 12, day)), Leads: leads}}}
	}
	p := difficulty.Policy{AnswerDue: 5, Competence: difficulty.Competence{LeadsAlike: true}}
	digest := must(p.Digest([]difficulty.Difficulty{late("a", 6, "x"), late("b", 1, "y", "x"), late("c", 6), late("d", 30, "x")}, rule.Day(2021, 12, 31), workday.Vietnam()))
	var order []string
	for _, s := range digest.Overdue() {
		order = append(order, s.ID)
	}
	assert.Equal(t, []string{"b", "a", "c"}, order)
	assert.Len(t, digest.Rows, 3)
	assert.Equal(t, []int{1, 2, 1}, []int{digest.Rows[0].Count, digest.Rows[1].Count, digest.Rows[2].Count}, "nobody, x and y")
	assert.Empty(t, digest.Reconcile())
	vi := rule.Columns(digest.Table(duty.Matrix{}, rule.Vi))
	assert.Contains(t, vi, "chưa có")
	assert.Contains(t, vi, "chưa ghi")
}

// What a record leaves open stays so.
func TestWhatIsNotStated(t *testing.T) {
	t.Parallel()
	p, day, cal := difficulty.Policy{AnswerDue: 5}, rule.Day(2021, 12, 31), workday.Vietnam()
	on := func(a difficulty.Act, d int) difficulty.Event {
		return difficulty.Event{Act: a, On: rule.On(rule.Day(2021, 12, d)), Outcome: map[bool]difficulty.Outcome{true: difficulty.Accepted}[a >= difficulty.Answer]}
	}
	off := func(a difficulty.Act) difficulty.Event { return difficulty.Event{Act: a} }
	of := func(events ...difficulty.Event) difficulty.Difficulty {
		return difficulty.Difficulty{ID: "d", Commune: "03112", Kind: difficulty.KindDifficulty, Through: day, Events: events}
	}
	for name, c := range map[string]struct {
		d      difficulty.Difficulty
		state  difficulty.State
		age    string
		answer duty.Status
	}{
		"raised, nothing asked":             {of(on(difficulty.Raise, 1)), difficulty.Raised, "30", 0},
		"no event":                          {of(), difficulty.NotYet, "", 0},
		"raised on a day not stated":        {of(off(difficulty.Raise), on(difficulty.Settle, 3)), difficulty.SettledAtOnce, "", 0},
		"closed on a day not stated":        {of(on(difficulty.Raise, 1), on(difficulty.Settle, 3), off(difficulty.Close)), difficulty.Undated, "", 0},
		"closed before a day":               {of(on(difficulty.Raise, 1), on(difficulty.Settle, 3), off(difficulty.Close), on(difficulty.Grasp, 9)), difficulty.Closed, "", 0},
		"answered on a day not stated":      {of(on(difficulty.Raise, 1), on(difficulty.Refer, 3), off(difficulty.Answer), on(difficulty.Close, 9)), difficulty.Closed, "8", duty.Unknown},
		"asked on a day not stated":         {of(on(difficulty.Raise, 1), off(difficulty.Refer), on(difficulty.Answer, 9)), difficulty.Answered, "30", duty.Unknown},
		"no longer relevant, no answer":     {of(on(difficulty.Raise, 1), on(difficulty.Refer, 3), difficulty.Event{Act: difficulty.Close, On: rule.On(rule.Day(2021, 12, 9)), Outcome: difficulty.NoLongerRelevant}), difficulty.Closed, "8", 0},
		"an act that is none":               {of(on(difficulty.Raise, 1), on(99, 2), on(0, 3)), difficulty.Raised, "30", 0},
		"answered in time, asked once more": {of(on(difficulty.Refer, 1), on(difficulty.Answer, 3), on(difficulty.Refer, 30)), difficulty.Referred, "30", duty.NotYetDue},
	} {
		s := must(p.Standing(c.d, day, cal))
		assert.Equal(t, c.state, s.State, name)
		assert.Equal(t, c.age, s.Age.String(), name)
		assert.Equal(t, c.answer, s.Answer, name)
		assert.Equal(t, c.answer, must(difficulty.Policy{AnswerDue: 5}.Digest([]difficulty.Difficulty{c.d}, day, cal)).Lines[0].Answer)
	}
	found := p.Check(of(on(difficulty.Raise, 1), on(difficulty.Settle, 3), off(difficulty.Close), on(difficulty.Grasp, 9)), assignment.Roster{}).Of(difficulty.ErrAfterClosed)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].In(rule.En), "a day not stated")
	_, limited, err := p.AnswerBy(of(on(difficulty.Raise, 1)), day, cal)
	require.NoError(t, err)
	assert.False(t, limited)
	// A proposal that the commune raises to nobody named is a fact all the same.
	d := of(difficulty.Event{Act: difficulty.Raise, On: rule.On(day), By: "03112"})
	d.Kind = difficulty.KindNew
	facts := p.Records(d, helping)
	require.Len(t, facts, 1)
	assert.Equal(t, []string{"policy-proposed", ""}, []string{string(facts[0].Kind), facts[0].To})
	d.Events[0].By = "l1"
	assert.Empty(t, p.Records(d, helping), "what the leader proposes the commune did not raise")
}

// Chains of what was raised again are followed once; a circle is told once, wherever a
// chain leads into it.
func TestRaisedAgainInACircle(t *testing.T) {
	t.Parallel()
	of := func(pairs ...string) (at []string) {
		var list []difficulty.Difficulty
		for _, pair := range pairs {
			id, follows, _ := strings.Cut(pair, " ")
			list = append(list, difficulty.Difficulty{ID: id, Follows: follows})
		}
		for _, f := range must(difficulty.Policy{}.Digest(list, rule.Day(2021, 12, 31), workday.Vietnam())).Findings.Of(difficulty.ErrFollows) {
			at = append(at, string(f.Path))
		}
		return at
	}
	assert.Empty(t, of("a b", "b c", "c", "d b", "e x"))
	assert.Equal(t, []string{"lines[0].follows"}, of("a a"))
	assert.Equal(t, []string{"lines[2].follows"}, of("a b", "b c", "c a"))
	assert.Equal(t, []string{"lines[3].follows"}, of("x a", "a b", "b c", "c a", "y b"))
	assert.Equal(t, []string{"lines[1].follows", "lines[3].follows"}, of("a b", "b a", "c d", "d c"))
	assert.Empty(t, of("", " "), "what has no id follows none")
}

// A digest keeps no difficulties; what is no digest is refused.
func TestReplay(t *testing.T) {
	t.Parallel()
	p, cal := difficulty.Policy{AnswerDue: 15}, workday.Vietnam()
	stored := must(json.Marshal(must(p.Digest([]difficulty.Difficulty{road}, rule.Day(2021, 12, 31), cal))))
	again := must(p.Replay(stored, nil, cal))
	assert.Equal(t, rule.NotKept(), again)
	assert.True(t, must(p.Replay(stored, []difficulty.Difficulty{road}, cal)).Same)
	assert.False(t, must(difficulty.Policy{}.Replay(stored, []difficulty.Difficulty{road}, cal)).Same, "another policy")
	_, err := p.Replay([]byte(`{"format":"giupxa.visit/1"}`), nil, cal)
	require.ErrorIs(t, err, rule.ErrStored)
	_, err = p.Replay([]byte(`{"format":"giupxa.difficulty-digest/1"}`), []difficulty.Difficulty{road}, cal)
	require.ErrorIs(t, err, rule.ErrNotADay)
}

// A policy in code has the faults that reading it would report; a limit below zero is none.
func TestPolicyFaults(t *testing.T) {
	t.Parallel()
	p := difficulty.Policy{AnswerDue: -1, Competence: difficulty.Competence{Powers: []difficulty.Power{{UpTo: rule.Int(-1)}}}}
	var at []string
	for _, f := range p.Faults() {
		at = append(at, string(f.Path))
	}
	assert.Equal(t, []string{"competence.powers[0].body", "answerDue", "competence.powers[0].upTo"}, at)
	assert.Empty(t, difficulty.Policy{AnswerDue: 15}.Faults())
	assert.Equal(t, duty.Open, must(p.Standing(road, rule.Day(2021, 12, 31), workday.Vietnam())).Answer)
	read, ok := rule.FindingsIn(json.Unmarshal([]byte(`{"answerDue":-1,"competence":{"powers":[{"upTo":"-1"}]}}`), &p))
	require.True(t, ok)
	assert.Len(t, read, 3)
}

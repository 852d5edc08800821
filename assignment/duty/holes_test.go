package duty_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The days through which a register is complete come back from its JSON, known kinds first
// and in their order, others by name.
func TestCompletenessComesBack(t *testing.T) {
	t.Parallel()
	given := []duty.Complete{
		{Kind: "z-own", Through: rule.Day(2021, 8, 4)}, {Kind: duty.Noticed, By: "l2", Through: rule.Day(2021, 8, 3)},
		{Kind: "a-own", Through: rule.Day(2021, 8, 5)}, {Kind: duty.PeriodPlanSent, Through: rule.Day(2021, 8, 1)},
		{Kind: duty.Noticed, By: "l1", Through: rule.Day(2021, 8, 2)}, {Kind: duty.Noticed, Through: rule.Day(2021, 8, 6)},
	}
	r, err := duty.NewRegister(given)
	require.NoError(t, err)
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var kinds []string
	var stored struct {
		Complete []duty.Complete `json:"complete"`
	}
	require.NoError(t, json.Unmarshal(data, &stored))
	for _, c := range stored.Complete {
		kinds = append(kinds, string(c.Kind)+" "+c.By)
	}
	assert.Equal(t, []string{"period-plan-sent ", "noticed ", "noticed l1", "noticed l2", "a-own ", "z-own "}, kinds)
	var back duty.Register
	require.NoError(t, json.Unmarshal(data, &back))
	for _, reg := range []duty.Register{r, back} {
		for _, c := range given {
			day, known := reg.Complete(c.Kind, c.By)
			assert.True(t, known)
			assert.Equal(t, c.Through, day, c)
		}
		day, known := reg.Complete(duty.Noticed, "l9")
		assert.True(t, known, "what holds for all holds for whoever is not named")
		assert.Equal(t, rule.Day(2021, 8, 6), day)
		_, known = reg.Complete(duty.VisitMade, "l1")
		assert.False(t, known)
	}
}

// Facts come in the order of their days, on one day in that of their hours; one without an
// hour keeps its place among those of its day.
func TestOrderOfFacts(t *testing.T) {
	t.Parallel()
	at := func(d, h, m int) rule.Moment { return rule.At(rule.Day(2021, 8, d), h, m) }
	for name, c := range map[string]struct {
		given []rule.Moment
		want  []int
	}{
		"hours do not outdo days":  {[]rule.Moment{at(3, 7, 0), at(2, 9, 0), at(1, 23, 0)}, []int{2, 1, 0}},
		"hours of one day":         {[]rule.Moment{at(2, 9, 30), at(2, 9, 0), at(2, 8, 59)}, []int{2, 1, 0}},
		"minutes of one hour":      {[]rule.Moment{at(2, 9, 1), at(2, 9, 0)}, []int{1, 0}},
		"no hour comes first":      {[]rule.Moment{rule.On(rule.Day(2021, 8, 2)), at(2, 0, 1)}, []int{0, 1}},
		"whatever the hour":        {[]rule.Moment{at(2, 23, 0), rule.On(rule.Day(2021, 8, 2)), at(2, 9, 0)}, []int{1, 2, 0}},
		"none, and a day earlier":  {[]rule.Moment{rule.On(rule.Day(2021, 8, 2)), at(1, 23, 0)}, []int{1, 0}},
		"the same moment, in turn": {[]rule.Moment{at(2, 9, 0), at(2, 9, 0)}, []int{0, 1}},
	} {
		var records []duty.Record
		for i, m := range c.given {
			r := sent("a", duty.PeriodPlanSent, m)
			r.Evidence.Ref = string(rune('0' + i))
			records = append(records, r)
		}
		r := register(t, civil.Date{}, records...)
		order := func(list func(func(duty.Record) bool)) (got []int) {
			for x := range list {
				got = append(got, int(x.Evidence.Ref[0]-'0'))
			}
			return got
		}
		assert.Equal(t, c.want, order(r.Of(records[0].Fact)), name)
		assert.Equal(t, c.want, order(r.OfKind(duty.PeriodPlanSent)), name)
		assert.Len(t, order(r.All()), len(c.given))
		assert.Empty(t, order(r.OfKind(duty.Noticed)))
	}
	// A bound orders where there is no moment: the later end before the earlier one.
	bounded := sent("a", duty.PeriodPlanSent, rule.Moment{})
	bounded.After, bounded.Before, bounded.Evidence.Ref = at(1, 0, 0), at(9, 0, 0), "b"
	exact := sent("a", duty.PeriodPlanSent, at(5, 0, 0))
	exact.Evidence.Ref = "e"
	only := sent("a", duty.PeriodPlanSent, rule.Moment{})
	only.After, only.Evidence.Ref = at(4, 0, 0), "o"
	var refs []string
	for x := range register(t, civil.Date{}, bounded, exact, only).Of(exact.Fact) {
		refs = append(refs, x.Evidence.Ref)
	}
	assert.Equal(t, []string{"o", "e", "b"}, refs)
}

// What a record needs to be a fact, each by itself.
func TestWhatAFactNeeds(t *testing.T) {
	t.Parallel()
	day := rule.On(rule.Day(2021, 8, 2))
	ok := sent("a", duty.PeriodPlanSent, day)
	for name, c := range map[string]struct {
		change func(*duty.Record)
		want   string
	}{
		"in order":                    {func(*duty.Record) {}, ""},
		"the province needs no id":    {func(r *duty.Record) { r.Object = duty.Object{Per: duty.PerProvince} }, ""},
		"the last object there is":    {func(r *duty.Record) { r.Object.Per = duty.PerBody }, ""},
		"no object":                   {func(r *duty.Record) { r.Object.Per = 0 }, "records[0].object"},
		"an object that there is not": {func(r *duty.Record) { r.Object.Per = duty.PerBody + 1 }, "records[0].object"},
		"no id":                       {func(r *duty.Record) { r.Object.ID = "" }, "records[0].object"},
		"a year of what has none":     {func(r *duty.Record) { r.Object.Year = 2021 }, "records[0].object.year"},
		"no year of what has one":     {func(r *duty.Record) { r.Object.Per = duty.PerLeaderYear }, "records[0].object.year"},
		"a year below zero":           {func(r *duty.Record) { r.Object.Per, r.Object.Year = duty.PerLeaderYear, -1 }, "records[0].object.year"},
		"the last year":               {func(r *duty.Record) { r.Object.Per, r.Object.Year = duty.PerLeaderYear, 9999 }, ""},
		"a year beyond it":            {func(r *duty.Record) { r.Object.Per, r.Object.Year = duty.PerLeaderYear, 10000 }, "records[0].object.year"},
		"no kind":                     {func(r *duty.Record) { r.Kind = "" }, "records[0].kind"},
		"no duty":                     {func(r *duty.Record) { r.Duty = "" }, "records[0].duty"},
		"a duty that nobody declares": {func(r *duty.Record) { r.Duty = "x.own" }, "records[0].duty"},
		"no moment":                   {func(r *duty.Record) { r.On = rule.Moment{} }, "records[0].on"},
		"a day that does not exist":   {func(r *duty.Record) { r.On = rule.On(rule.Day(2021, 2, 30)) }, "records[0].on"},
		"a moment and a bound":        {func(r *duty.Record) { r.Before = day }, "records[0].on"},
		"one bound":                   {func(r *duty.Record) { r.On, r.After = rule.Moment{}, day }, ""},
		"both on one day":             {func(r *duty.Record) { r.On, r.After, r.Before = rule.Moment{}, day, day }, ""},
		"bounds that cross":           {func(r *duty.Record) { r.On, r.After, r.Before = rule.Moment{}, rule.On(rule.Day(2021, 8, 3)), day }, "records[0].before"},
		"a bound that does not exist": {func(r *duty.Record) { r.On, r.After = rule.Moment{}, rule.On(rule.Day(2021, 2, 30)) }, "records[0].after"},
	} {
		r := ok
		c.change(&r)
		_, err := duty.NewRegister(nil, r)
		found, _ := rule.FindingsIn(err)
		if c.want == "" {
			assert.NoError(t, err, name)
			continue
		}
		require.Len(t, found, 1, name)
		assert.Equal(t, rule.Path(c.want), found[0].Path, name)
	}
	for path, c := range map[string]duty.Complete{
		"complete[0].kind": {Through: rule.Day(2021, 8, 1)}, "complete[0].through": {Kind: duty.Noticed},
	} {
		_, err := duty.NewRegister([]duty.Complete{c})
		found, _ := rule.FindingsIn(err)
		require.Len(t, found, 1)
		assert.Equal(t, rule.Path(path), found[0].Path)
	}
	_, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: rule.Day(2021, 8, 1)}, {Kind: duty.Noticed, By: "l", Through: rule.Day(2021, 8, 1)}})
	require.NoError(t, err)
	_, err = duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: rule.Day(2021, 8, 1)}, {Kind: duty.Noticed, Through: rule.Day(2021, 8, 2)}})
	require.ErrorIs(t, err, duty.ErrCompleteTwice)
}

// W12, W13: a fact and what is owed meet whatever the spelling of their ids.
func TestIdsHaveOneSpelling(t *testing.T) {
	t.Parallel()
	other := func(s string) string { return norm.NFD.String(strings.ReplaceAll(s, "Đ", "Ð")) }
	for _, spell := range []func(string) string{other, func(s string) string { return s }} {
		fact, due := sent(spell("phân-Đ"), duty.PeriodPlanSent, rule.On(lastDay)), owed("phân-Đ", duty.PeriodPlanSent, lastDay)
		fact.To, due.To, fact.By, due.By = spell("vp-Đp"), "vp-Đp", spell("gđ"), "gđ"
		r, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, By: spell("gđ"), Through: aug31}}, fact)
		require.NoError(t, err)
		assert.Equal(t, duty.Fulfilled, due.Status(r, aug31).Status)
		_, known := r.Complete(duty.PeriodPlanSent, "gđ")
		assert.True(t, known)
		due.Object.ID, due.To = other("phân-Đ"), other("vp-Đp")
		assert.Equal(t, duty.Fulfilled, due.Status(r, aug31).Status)
		due.Object.ID, due.Also = "b", []duty.Object{{Per: duty.PerAssignment, ID: other("phân-Đ")}}
		assert.Equal(t, duty.Fulfilled, due.Status(r, aug31).Status)
		records := 0
		for range r.Of(duty.Fact{Kind: duty.PeriodPlanSent, Duty: duty.SendPlans, Object: duty.Object{Per: duty.PerAssignment, ID: other("phân-Đ")}}) {
			records++
		}
		assert.Equal(t, 1, records)
		due.Also, due.By = nil, other("gđ")
		got := due.Status(r, aug31)
		assert.Equal(t, duty.Overdue, got.Status, "what this bearer did is known through the end of the month")
	}
}

var text = rule.Text{Vi: "x", En: "x"}

// parts is a text of three duties: one known, one of its own, one that ends with a meeting.
func parts() duty.BasisParts {
	return duty.BasisParts{ID: "b", Source: rule.Source{Kind: rule.Decision, Number: "1/QĐ"},
		Provisions: map[rule.DutyID]rule.Source{duty.NotifyVisit: {Article: "1"}, "x.own": {Article: "2"}, duty.Invite: {Article: "3"}},
		Own:        []duty.Duty{{ID: "x.own", Text: text, Nature: duty.ByDate, Per: duty.PerCommune, Record: "x-done", Limit: duty.FixedDay, Latest: rule.Day(2022, 1, 31)}},
		Binds:      rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2021, 12, 31)}}
}

// A text goes through what it lays down, by id; it keeps no list of the caller's.
func TestWhatATextLaysDown(t *testing.T) {
	t.Parallel()
	given := parts()
	b := duty.MustBasis(given)
	given.Provisions[duty.NotifyVisit], given.Own[0].Text = rule.Source{Article: "9"}, rule.Text{}
	delete(given.Provisions, "x.own")
	handed := b.Parts()
	handed.Provisions["x.own"], handed.Own[0].ID = rule.Source{Article: "9"}, "y"
	var ids []string
	for d := range b.Duties() {
		ids = append(ids, string(d.ID)+" "+d.Source.Place(rule.En))
	}
	assert.Equal(t, []string{"meeting.invite Article 3", "visit.notify Article 1", "x.own Article 2"}, ids)
	for d := range b.Duties() {
		assert.Equal(t, duty.Invite, d.ID)
		break
	}
	assert.Equal(t, parts(), b.Parts())
	own, ok := b.Duty("x.own")
	require.True(t, ok)
	assert.Equal(t, text, own.Text)

	// Whether it demands a duty depends on the day.
	rules := rule.MustTable(rule.Rule{Code: "own.rule", Origin: rule.OriginText, Duty: "x.own", Text: text})
	for day, want := range map[civil.Date]bool{rule.Day(2020, 12, 31): false, rule.Day(2021, 1, 1): true, rule.Day(2021, 12, 31): true, rule.Day(2022, 1, 1): false} {
		j := b.Judge(rules, day)
		assert.Equal(t, want, j.Demands("x.own"), day)
		assert.False(t, j.Demands(duty.VisitContent), "which it does not lay down")
		j.Broken("own.rule", "at")
		assert.Equal(t, want, len(j.Findings()) == 1, day)
	}
}

// A notice and an invitation can no longer be made after the visit or the meeting.
func TestWhatCanNoLongerBeDone(t *testing.T) {
	t.Parallel()
	b := duty.MustBasis(parts())
	for id, once := range map[rule.DutyID]bool{duty.NotifyVisit: true, duty.Invite: true, "x.own": false} {
		d, ok := b.Duty(id)
		require.True(t, ok)
		due := d.Due(duty.Object{Per: d.Per, ID: "o"}, "by", "to")
		assert.Equal(t, once, due.Once, id)
		assert.Equal(t, d.Latest, due.Latest)
		assert.Equal(t, duty.Fact{Kind: d.Record, Duty: id, Object: duty.Object{Per: d.Per, ID: "o"}}, due.Fact)
	}
	none := duty.Duty{ID: "y"}
	assert.False(t, none.Due(duty.Object{}, "", "").Once)
}

// Every known kind is gone through, in order, and a reader may stop.
func TestKindsAreGoneThrough(t *testing.T) {
	t.Parallel()
	kinds := slices.Collect(duty.Kinds())
	assert.Len(t, kinds, 40)
	assert.Equal(t, []duty.Kind{duty.PeriodPlanSent, duty.SectorSettled}, []duty.Kind{kinds[0], kinds[39]})
	for k := range duty.Kinds() {
		assert.Equal(t, kinds[0], k)
		break
	}
}

// A duty of a matrix takes from the text what it leaves out, and only that; a duty that the
// text does not lay down is named.
func TestAMatrixIsCompletedFromItsText(t *testing.T) {
	t.Parallel()
	body := org.Body{ID: "o", Kind: org.Department, Level: org.LevelProvince, Names: []org.Name{{Text: text}}}
	made := func(d ...duty.Duty) (duty.Matrix, error) {
		return duty.NewMatrix(duty.Parts{Basis: duty.MustBasis(parts()), Government: org.ThreeLevel, Bodies: []org.Body{body, {ID: "p", Kind: org.Department, Level: org.LevelDistrict, Names: body.Names}}, Duties: d})
	}
	m, err := made(duty.Duty{ID: "x.own", Limit: duty.FixedDay, Latest: rule.Day(2022, 1, 31)}, duty.Duty{ID: duty.NotifyVisit})
	require.NoError(t, err)
	own, _ := m.Duty("x.own")
	assert.Equal(t, "Quyết định số 1/QĐ, Điều 2", own.Source.String())
	assert.Equal(t, rule.OriginText, own.Origin)
	assert.Equal(t, []any{text, duty.ByDate, duty.PerCommune, duty.Kind("x-done")}, []any{own.Text, own.Nature, own.Per, own.Record})
	known, _ := m.Duty(duty.NotifyVisit)
	assert.Equal(t, "Quyết định số 1/QĐ, Điều 1", known.Source.String())
	assert.Equal(t, duty.BeforeVisit, known.Limit)

	other := rule.Source{Kind: rule.Plan, Number: "2/KH"}
	m, err = made(duty.Duty{ID: "x.own", Source: other, Origin: rule.OriginReading, Text: rule.Text{Vi: "y", En: "y"}, Nature: duty.OnEvent, Per: duty.PerVisit, Record: "y"})
	require.NoError(t, err)
	own, _ = m.Duty("x.own")
	assert.Equal(t, []any{other, rule.OriginReading, "y", duty.OnEvent, duty.PerVisit, duty.Kind("y")}, []any{own.Source, own.Origin, own.Text.En, own.Nature, own.Per, own.Record})

	for want, d := range map[string]duty.Duty{
		"duties[0].id org.": {ID: duty.VisitContent}, "duties[0].id": {}, "duties[0].latest": {ID: "x.own", Limit: duty.FixedDay},
		"duties[0].latest ": {ID: "x.own", Latest: rule.Day(2022, 1, 31)},
	} {
		_, err := made(d)
		found, _ := rule.FindingsIn(err)
		require.NotEmpty(t, found, want)
		assert.Equal(t, rule.Path(strings.Fields(want)[0]), found[0].Path)
	}
	_, err = made(duty.Duty{ID: duty.VisitContent})
	require.ErrorIs(t, err, duty.ErrUnknownDuty)
	_, err = made(duty.Duty{})
	require.NotErrorIs(t, err, duty.ErrUnknownDuty, "a blank id is missing, and nothing else")
	_, err = made(duty.Duty{ID: "x.own", Limit: duty.FixedDay})
	assert.ErrorContains(t, err, "chưa ghi")
	_, err = made(duty.Duty{ID: "x.own", Latest: rule.Day(2022, 1, 31)})
	assert.ErrorContains(t, err, "31/01/2022")

	// A body that stands twice in a duty has it once towards another.
	m, err = made(duty.Duty{ID: "x.own", Bearers: duty.By(duty.Party{Body: "o", Verb: duty.Bears}), With: duty.By(duty.Party{Body: "o", Verb: duty.Bears}), Towards: duty.By(duty.Party{Body: "p"})},
		duty.Duty{ID: duty.NotifyVisit, Bearers: duty.By(duty.Party{Body: "o", Verb: duty.Bears}), Towards: duty.By(duty.Party{Body: "p"})})
	require.NoError(t, err)
	var between []rule.DutyID
	for d := range m.Between("o", "p") {
		between = append(between, d.ID)
	}
	assert.Equal(t, []rule.DutyID{"x.own", duty.NotifyVisit}, between)
}

// A register keeps no finding of the caller's, and hands none out.
func TestRegisterSharesNoFindings(t *testing.T) {
	t.Parallel()
	rules := rule.MustTable(rule.Rule{Code: "own.rule", Origin: rule.OriginForm, Text: rule.Text{Vi: "{a}", En: "{a}"}})
	record := sent("a", duty.PeriodPlanSent, rule.On(lastDay))
	record.Findings = rule.Findings{rules.Broken("own.rule", "at", rule.A("a", "one"))}
	r := register(t, civil.Date{}, record)
	record.Findings[0].Args[0] = rule.A("a", "two")
	assert.Equal(t, "one", first(r).Findings[0].String())
	first(r).Findings[0].Args[0] = rule.A("a", "three")
	standing := owed("a", duty.PeriodPlanSent, lastDay).Status(r, aug31)
	standing.Record.Findings[0].Args[0] = rule.A("a", "four")
	assert.Equal(t, "one", first(r).Findings[0].String())
}

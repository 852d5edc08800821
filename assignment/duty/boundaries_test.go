package duty_test

import (
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// What a text lacks is told at the member that lacks it, all of it at once.
func TestWhatATextLacks(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*duty.BasisParts)
		want   map[rule.Path]rule.Code
	}{
		"nothing":        {func(*duty.BasisParts) {}, nil},
		"an id":          {func(p *duty.BasisParts) { p.ID = "" }, map[rule.Path]rule.Code{"id": duty.ErrIncomplete}},
		"a document":     {func(p *duty.BasisParts) { p.Source = rule.Source{} }, map[rule.Path]rule.Code{"source": duty.ErrIncomplete}},
		"a page for one": {func(p *duty.BasisParts) { p.Source.Kind = rule.WebPage }, map[rule.Path]rule.Code{"source": duty.ErrNoDocument}},
		"an id of its own duty": {func(p *duty.BasisParts) { p.Own[0].ID = ""; delete(p.Provisions, "x.own") },
			map[rule.Path]rule.Code{"own[0].id": duty.ErrIncomplete}},
		"an id that is free": {func(p *duty.BasisParts) { p.Own = append(p.Own, p.Own[0]) }, map[rule.Path]rule.Code{"own[1].id": duty.ErrRepeatedID}},
		"one that this module has": {func(p *duty.BasisParts) { p.Own[0].ID = duty.Invite; delete(p.Provisions, "x.own") },
			map[rule.Path]rule.Code{"own[0].id": duty.ErrRepeatedID}},
		"a provision":       {func(p *duty.BasisParts) { delete(p.Provisions, "x.own") }, map[rule.Path]rule.Code{"provisions": duty.ErrIncomplete}},
		"a place":           {func(p *duty.BasisParts) { p.Provisions["x.own"] = rule.Source{} }, map[rule.Path]rule.Code{`provisions["x.own"]`: duty.ErrIncomplete}},
		"a place in a text": {func(p *duty.BasisParts) { p.Provisions["x.own"] = rule.Source{Kind: rule.WebPage, Number: "t"} }, map[rule.Path]rule.Code{`provisions["x.own"]`: duty.ErrNoDocument}},
		"nature, object and words of its own": {func(p *duty.BasisParts) { p.Own[0].Nature, p.Own[0].Per, p.Own[0].Text = 0, 0, rule.Text{} },
			map[rule.Path]rule.Code{"own[0].nature": duty.ErrIncomplete, "own[0].per": duty.ErrIncomplete, "own[0].text": duty.ErrIncomplete}},
		"a first day":             {func(p *duty.BasisParts) { p.Binds.From = civil.Date{} }, map[rule.Path]rule.Code{"binds": duty.ErrIncomplete}},
		"a first day within":      {func(p *duty.BasisParts) { p.KnownFrom = rule.Day(2022, 1, 1) }, map[rule.Path]rule.Code{"knownFrom": duty.ErrKnownFrom}},
		"a span that goes on":     {func(p *duty.BasisParts) { p.Binds.To = rule.Day(2020, 12, 31) }, map[rule.Path]rule.Code{"binds": duty.ErrMatrixSpan}},
		"a period that goes on":   {func(p *duty.BasisParts) { p.Period = rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2021, 1, 1)} }, map[rule.Path]rule.Code{"period": duty.ErrMatrixSpan}},
		"an id and a first day":   {func(p *duty.BasisParts) { p.ID, p.Binds.From = "", civil.Date{} }, map[rule.Path]rule.Code{"id": duty.ErrIncomplete, "binds": duty.ErrIncomplete}},
		"a duty that is declared": {func(p *duty.BasisParts) { p.Provisions["y"] = rule.Source{Article: "4"} }, map[rule.Path]rule.Code{"provisions.y": duty.ErrUnknownDuty}},
	} {
		p := parts()
		c.change(&p)
		_, err := duty.NewBasis(p)
		found, _ := rule.FindingsIn(err)
		var got map[rule.Path]rule.Code
		for _, f := range found {
			if got == nil {
				got = map[rule.Path]rule.Code{}
			}
			got[f.Path] = f.Code()
		}
		assert.Equal(t, c.want, got, name)
	}
}

// A host that knows the first day says so; it cannot be later than the day from which the
// text was known to bind.
func TestFromAFirstDay(t *testing.T) {
	t.Parallel()
	p := parts()
	p.Binds.From, p.KnownFrom = civil.Date{}, rule.Day(2021, 8, 10)
	b := duty.MustBasis(p)
	assert.Equal(t, duty.MayBind, b.On(rule.Day(2021, 8, 9)))
	for _, day := range []civil.Date{rule.Day(2021, 8, 9), rule.Day(2021, 8, 10)} {
		from, err := b.From(day)
		require.NoError(t, err)
		assert.Equal(t, duty.Bound, from.On(day))
		assert.Equal(t, duty.NotBound, from.On(day.AddDays(-1)))
	}
	for _, day := range []civil.Date{rule.Day(2021, 8, 11), {}} {
		_, err := b.From(day)
		require.Error(t, err, day)
	}
	p.Binds.From, p.KnownFrom = rule.Day(2021, 8, 1), civil.Date{}
	from, err := duty.MustBasis(p).From(rule.Day(2021, 9, 1))
	require.NoError(t, err)
	assert.Equal(t, duty.NotBound, from.On(rule.Day(2021, 8, 31)))
}

// A fact in time ends the search, whichever object it is of.
func TestAFactInTimeEndsTheSearch(t *testing.T) {
	t.Parallel()
	due := owed("a", duty.PeriodPlanSent, lastDay)
	due.Also = []duty.Object{owed("b", duty.PeriodPlanSent, lastDay).Object, owed("c", duty.PeriodPlanSent, lastDay).Object}
	on := func(id string, day civil.Date) duty.Record { return sent(id, duty.PeriodPlanSent, rule.On(day)) }
	for name, c := range map[string]struct {
		given        []duty.Record
		want         civil.Date
		status       duty.Status
		lateAndOther int
	}{
		"two of one object":       {[]duty.Record{on("a", lastDay.AddDays(-1)), on("a", lastDay)}, lastDay.AddDays(-1), duty.Fulfilled, 0},
		"one of each":             {[]duty.Record{on("a", lastDay), on("b", lastDay.AddDays(-1)), on("c", lastDay)}, lastDay, duty.Fulfilled, 0},
		"two of the second":       {[]duty.Record{on("b", lastDay), on("b", lastDay.AddDays(1)), on("c", lastDay)}, lastDay, duty.Fulfilled, 0},
		"late first, then timely": {[]duty.Record{on("a", aug31), on("c", lastDay)}, lastDay, duty.Fulfilled, 0},
		"all late":                {[]duty.Record{on("a", aug31), on("c", lastDay.AddDays(1))}, aug31, duty.FulfilledLate, 1},
		"to another":              {[]duty.Record{func() duty.Record { r := on("a", lastDay); r.To = "x"; return r }(), on("b", lastDay)}, lastDay, duty.Fulfilled, 0},
	} {
		s := due.Status(register(t, civil.Date{}, c.given...), rule.Day(2021, 12, 31))
		assert.Equal(t, c.status, s.Status, name)
		require.NotNil(t, s.Record, name)
		assert.Equal(t, c.want, s.Record.On.Date, name)
		assert.Len(t, s.Others, c.lateAndOther, name)
	}
}

// A finding on a text cites the passage of its duty, or the document where it has none;
// whether the text bound is said once, with the day, or that there is none.
func TestWhatAFindingCites(t *testing.T) {
	t.Parallel()
	p := parts()
	p.Binds.From, p.KnownFrom = civil.Date{}, rule.Day(2021, 8, 10)
	b := duty.MustBasis(p)
	passage := rule.Source{Kind: rule.Circular, Number: "1/TT", Article: "5"}
	rules := rule.MustTable(
		rule.Rule{Code: "own.duty", Origin: rule.OriginText, Duty: "x.own", Text: text},
		rule.Rule{Code: "own.whole", Origin: rule.OriginText, Text: text},
		rule.Rule{Code: "own.elsewhere", Origin: rule.OriginText, Duty: duty.VisitContent, Text: text},
		rule.Rule{Code: "own.reading", Origin: rule.OriginReading, Passage: passage, Switch: "Policy.X", Alternative: text, Text: text},
		rule.Rule{Code: "own.policy", Origin: rule.OriginPolicy, Switch: "Policy.Y", Text: text},
	)
	all := func(day civil.Date) rule.Findings {
		j := b.Judge(rules, day)
		for _, code := range []rule.Code{"own.duty", "own.whole", "own.elsewhere", "own.reading", "own.policy"} {
			j.Broken(code, "at")
		}
		return j.Findings()
	}
	found := all(rule.Day(2021, 8, 10))
	require.Len(t, found, 4)
	assert.Equal(t, "Quyết định số 1/QĐ, Điều 2", found[0].Source().String())
	assert.Equal(t, "Quyết định số 1/QĐ", found[1].Source().String())
	assert.Equal(t, rule.Code("own.reading"), found[2].Code())
	assert.Equal(t, []rule.Kind{rule.Broken, rule.Broken, rule.Broken, rule.Broken}, []rule.Kind{found[0].Kind, found[1].Kind, found[2].Kind, found[3].Kind})

	found = all(rule.Day(2021, 8, 9))
	require.Len(t, found, 5)
	assert.Equal(t, []rule.Kind{rule.Undecided, rule.Undecided, rule.Broken, rule.Broken, rule.Undecided}, []rule.Kind{found[0].Kind, found[1].Kind, found[2].Kind, found[3].Kind, found[4].Kind})
	assert.Equal(t, duty.ErrMayBind, found[4].Code())
	assert.Contains(t, found[4].In(rule.Vi), "09/8/2021")
	assert.Contains(t, found[4].In(rule.Vi), "10/8/2021")
	assert.NotContains(t, found[4].In(rule.Vi), "(không rõ)")

	found = all(civil.Date{})
	require.Len(t, found, 5)
	assert.Contains(t, found[4].In(rule.Vi), "(không rõ)")

	assert.Len(t, all(rule.Day(2022, 1, 1)), 2, "a text that no longer binds judges nothing")

	// Where the first day is known, it is the one that is told.
	p.Binds.From, p.KnownFrom = rule.Day(2021, 1, 1), civil.Date{}
	j := duty.MustBasis(p).Judge(rules, civil.Date{})
	j.Broken("own.duty", "at")
	found = j.Findings()
	require.Len(t, found, 2)
	assert.Contains(t, found[1].In(rule.Vi), "01/01/2021")
	j = b.Judge(rules, rule.Day(2021, 8, 9))
	j.Advice("own.duty", "at")
	assert.Len(t, j.Findings(), 1, "advice needs no text that binds")
}

// A matrix is named after its text; the zero matrix has no name. What a duty lacks is told.
func TestNameAndLacksOfAMatrix(t *testing.T) {
	t.Parallel()
	assert.Zero(t, duty.Matrix{}.Edition())
	p := parts()
	p.Version = "7"
	m, err := duty.NewMatrix(duty.Parts{Basis: duty.MustBasis(p), Government: org.ThreeLevel})
	require.NoError(t, err)
	assert.Equal(t, "b", m.Edition().ID)
	assert.Equal(t, "7", m.Edition().Version)
	other, err := duty.NewMatrix(duty.Parts{Basis: duty.MustBasis(p), Government: org.TwoLevel})
	require.NoError(t, err)
	assert.NotEqual(t, m.Edition(), other.Edition())

	delete(p.Provisions, "x.own")
	p.Own = nil
	p.Provisions["y.own"] = rule.Source{Article: "8"}
	_, err = duty.NewBasis(p)
	require.ErrorIs(t, err, duty.ErrUnknownDuty)
	_, err = duty.NewMatrix(duty.Parts{Duties: []duty.Duty{{ID: "y.own"}, {ID: "y.own"}}, Groups: []duty.Group{{}}, Bodies: []org.Body{{}}})
	found, _ := rule.FindingsIn(err)
	got := map[string]int{}
	for _, f := range found {
		got[string(f.Path)+" "+string(f.Code())]++
	}
	assert.Equal(t, map[string]int{
		"government duty.incomplete": 1, "basis duty.incomplete": 1, "bodies[0].id duty.incomplete": 1, "groups[0].id duty.incomplete": 1,
		"duties[1].id duty.repeated-id": 1,
	}, got, "without a text nothing is said of what its duties lack")
	_, err = duty.NewMatrix(duty.Parts{Basis: duty.MustBasis(parts()), Government: org.ThreeLevel, Duties: []duty.Duty{{ID: "z.unknown"}}})
	found, _ = rule.FindingsIn(err)
	got = map[string]int{}
	for _, f := range found {
		got[string(f.Path)+" "+string(f.Code())]++
	}
	assert.Equal(t, map[string]int{"duties[0].id duty.unknown-duty": 1, "duties[0].text duty.incomplete": 1, "duties[0].nature duty.incomplete": 1, "duties[0].per duty.incomplete": 1}, got)
}

// A kind that is known has words in both languages, another is its own word. A duty that the
// text does not lay down is none.
func TestWordsOfAKindAndNoDuty(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for k := range duty.Kinds() {
		vi, en := k.In(rule.Vi), k.In(rule.En)
		assert.NotEqual(t, string(k), vi)
		assert.NotEqual(t, vi, en, k)
		assert.False(t, seen[vi] || seen[en], k)
		seen[vi], seen[en] = true, true
	}
	assert.Equal(t, "đi cơ sở", duty.VisitMade.In(rule.Vi))
	assert.Equal(t, "x.own", duty.Kind("x.own").In(rule.Vi))
	_, laid := duty.MustBasis(parts()).Duty("x.unknown")
	assert.False(t, laid)
}

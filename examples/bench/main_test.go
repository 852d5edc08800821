package main

import (
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func book(t testing.TB) *rulebook {
	t.Helper()
	q, err := annexI()
	require.NoError(t, err)
	b, err := newRulebook(q)
	require.NoError(t, err)
	return b
}

func enginesOf(t testing.TB, b *rulebook, shares bool) []engine {
	t.Helper()
	all, err := engines(b, shares)
	require.NoError(t, err)
	return all
}

// Every engine gives every verdict alike, and the communes are such that all verdicts
// occur.
func TestSameVerdicts(t *testing.T) {
	t.Parallel()
	b := book(t)
	assert.Len(t, b.codes, 57)
	assert.Equal(t, []string{"2.1", "2.2", "2.3", "2.4", "6.1", "6.2", "16"}, b.left, "the province sets them, or the number is not known")
	assert.Len(t, b.indicators, len(b.codes)-len(b.left))
	communes := b.communes(1000)
	all := enginesOf(t, b, false)
	found, err := differences(b, all, communes)
	require.NoError(t, err)
	for i, d := range found {
		assert.Equal(t, difference{verdicts: 1000 * len(b.indicators)}, d, all[i].name())
	}
	occurs := map[string]map[criteria.Verdict]int{}
	got := make([]criteria.Verdict, len(b.indicators))
	for at := range communes {
		require.NoError(t, judge(all[0], at, got))
		for i, v := range got {
			if occurs[b.indicators[i].code] == nil {
				occurs[b.indicators[i].code] = map[criteria.Verdict]int{}
			}
			occurs[b.indicators[i].code][v]++
		}
	}
	for _, row := range b.indicators {
		assert.Greater(t, occurs[row.code][criteria.Met], 20, row.code)
		assert.Greater(t, occurs[row.code][criteria.NotMet], 20, row.code)
	}
	assert.Greater(t, occurs["13.4"][criteria.NotApplicable], 20)
}

// The other columns, and the rows as 211/QĐ-TTg amended them.
func TestSameVerdictsInEveryColumn(t *testing.T) {
	t.Parallel()
	for _, day := range []int{2023, 2025} {
		for _, region := range criteria.Regions() {
			q, err := annexI()
			require.NoError(t, err)
			q.region, q.year, q.day = region, day, rule.Day(day, 6, 30)
			b, err := newRulebook(q)
			require.NoError(t, err)
			require.Len(t, b.codes, 57)
			all := enginesOf(t, b, false)
			found, err := differences(b, all, b.communes(40))
			require.NoError(t, err)
			for i, d := range found {
				assert.Equal(t, difference{verdicts: 40 * len(b.indicators)}, d, "%s %s %d", all[i].name(), region, day)
			}
		}
	}
}

// The operators that annex I does not use are translated alike too.
func TestOtherOperators(t *testing.T) {
	t.Parallel()
	cite := criteria.From(rule.Source{Kind: rule.Decision, Number: "1/QĐ", Date: rule.Day(2022, 1, 1)}, rule.Read)
	row := func(code string, r criteria.Requirement) criteria.Indicator {
		return criteria.Indicator{Code: code, Name: rule.Text{Vi: code, En: code}, NameFrom: cite, Require: criteria.Cite(cite, r)}
	}
	part := criteria.Sub
	far, many := criteria.Attr("far"), criteria.Attr("many")
	q, err := annexI()
	require.NoError(t, err)
	q.set, err = criteria.NewSet(criteria.Table{
		ID: "1/QĐ", Version: "2022-01-01", Name: rule.Text{Vi: "thử", En: "test"}, Standard: criteria.Basic, Source: cite.Source,
		Span: rule.Span{From: rule.Day(2022, 1, 1)}, Years: criteria.Years{From: 2021, To: 2025},
		Criteria: []criteria.Criterion{{No: 1, Name: rule.Text{Vi: "thử", En: "test"}, NameFrom: cite, Indicators: []criteria.Indicator{
			row("1.1", criteria.Between("2.5", "7")),
			row("1.2", criteria.Any(part("a", criteria.AtMost("3")), criteria.All(part("b", criteria.AtLeast("2")), part("c", criteria.Pass())))),
			row("1.3", criteria.FirstOf(part("a", criteria.AtLeast("3")), part("b", criteria.AtMost("3")), part("c", criteria.Pass()))),
			row("1.4", criteria.When(criteria.All(far.AtLeast("5"), many.Below("3")), part("a", criteria.AtLeast("2")), part("b", criteria.None()))),
			row("1.5", criteria.When(criteria.Any(far.AtMost("2"), many.Below("3")), criteria.FirstOf(part("a", criteria.Pass()), part("b", criteria.Pass())), part("c", criteria.AtLeast("1")))),
			row("1.6", part("x", criteria.Any(criteria.AtLeast("90"), criteria.Between("10", "20")))),
		}}},
	})
	require.NoError(t, err)
	b, err := newRulebook(q)
	require.NoError(t, err)
	communes := b.communes(400)
	all := enginesOf(t, b, false)
	found, err := differences(b, all, communes)
	require.NoError(t, err)
	for i, d := range found {
		assert.Equal(t, difference{verdicts: 400 * len(b.indicators)}, d, all[i].name())
	}
	got := make([]criteria.Verdict, len(b.indicators))
	for at, c := range communes {
		require.NoError(t, judge(all[0], at, got))
		for i, ind := range b.indicators {
			assert.Equal(t, b.oracle(ind, c), got[i])
		}
	}
}

// What is called a difference is one: the library is right by fractions.
func TestExact(t *testing.T) {
	t.Parallel()
	b := book(t)
	for name, communes := range map[string][]commune{"fine": b.fine(b.communes(300)), "counted": b.counted(b.communes(300))} {
		all := enginesOf(t, b, name == "counted")
		require.NoError(t, all[0].prepare(communes))
		got := make([]criteria.Verdict, len(b.indicators))
		for at, c := range communes {
			require.NoError(t, judge(all[0], at, got))
			for i, ind := range b.indicators {
				require.Equal(t, b.oracle(ind, c), got[i], "%s %d %s", name, at, ind.code)
			}
		}
		found, err := differences(b, all, communes)
		require.NoError(t, err)
		for i, e := range all {
			if double := e.name() == "cel-go" || e.name() == "expr"; double && name == "fine" {
				assert.Greater(t, found[i].passed, 1000, "%s holds doubles", e.name())
				continue
			}
			assert.False(t, found[i].any(), "%s %s %s", name, e.name(), found[i])
		}
	}
}

// oracle judges by fractions, from the demands as they were read.
func (b *rulebook) oracle(ind indicator, c commune) criteria.Verdict {
	if ind.idle >= 0 && c[ind.idle].idle {
		return criteria.NotApplicable
	}
	if b.holds(ind.demand, c) {
		return criteria.Met
	}
	return criteria.NotMet
}

func (b *rulebook) holds(d *demand, c commune) bool {
	against := func(n string) int {
		goal, _ := new(big.Rat).SetString(n)
		v := c[d.slot]
		if v.share[1] > 0 {
			return new(big.Rat).Mul(big.NewRat(v.share[0], v.share[1]), big.NewRat(100, 1)).Cmp(goal)
		}
		x, ok := new(big.Rat).SetString(v.text)
		if !ok {
			panic("no number: " + v.text)
		}
		return x.Cmp(goal)
	}
	switch d.op {
	case "all":
		return b.holds(d.kids[0], c) && (len(d.kids) == 1 || b.holds(&demand{op: "all", kids: d.kids[1:]}, c))
	case "any":
		return b.holds(d.kids[0], c) || len(d.kids) > 1 && b.holds(&demand{op: "any", kids: d.kids[1:]}, c)
	case "when":
		if b.holds(d.kids[0], c) {
			return b.holds(d.kids[1], c)
		}
		return b.holds(d.kids[2], c)
	case "firstOf":
		if len(d.kids) > 1 && c[d.kids[0].slot].idle {
			return b.holds(&demand{op: "firstOf", kids: d.kids[1:]}, c)
		}
		return b.holds(d.kids[0], c)
	case "pass":
		return c[d.slot].pass
	case "atLeast":
		return against(d.lo) >= 0
	case "atMost":
		return against(d.hi) <= 0
	case "below":
		return against(d.hi) < 0
	case "none":
		return against("0") == 0
	default:
		return against(d.lo) >= 0 && against(d.hi) <= 0
	}
}

// What each engine answers when a reading is gone. Unknown never becomes a verdict in
// the library.
func TestMissing(t *testing.T) {
	t.Parallel()
	b := book(t)
	rows := [][]string{append([]string{"engine"}, losses[:]...)}
	for _, e := range enginesOf(t, b, false) {
		row := []string{e.name()}
		for how := range losses {
			fates := gone(b, e, loss(how))
			row = append(row, fates.String())
			if _, library := e.(*giupxaEngine); library {
				assert.Zero(t, fates[fateMet]+fates[fateNotMet]+fates[fateError]+fates[fateNone], e.name())
			}
		}
		rows = append(rows, row)
	}
	plain, err := plainTable(b)
	require.NoError(t, err)
	maintain.Golden(t, "testdata/missing.txt", []byte(rule.Columns(rows)+"\n"+rule.Columns(plain)))
}

// The rules that the engines get are a file to be read.
func TestRules(t *testing.T) {
	t.Parallel()
	b := book(t)
	maintain.Golden(t, "testdata/rules.txt", []byte(strings.Join(b.rules(false), "\n")+"\n"))
	maintain.Golden(t, "testdata/rules.rego", []byte(b.module(false)))
}

// A demand that is not known has no rule; one that no translator knows is an error.
func TestRead(t *testing.T) {
	t.Parallel()
	pass := criteria.Pass()
	for name, c := range map[string]struct {
		demand criteria.Requirement
		want   string
	}{
		"nothing stated":       {criteria.Requirement{}, errNotKnown.Error()},
		"no number":            {criteria.AtLeast(""), errNotKnown.Error()},
		"one end":              {criteria.Between("1", ""), errNotKnown.Error()},
		"the province's":       {criteria.ProvinceSets(), errNotKnown.Error()},
		"below a part":         {criteria.Sub("a", criteria.AtMost("")), errNotKnown.Error()},
		"against the previous": {criteria.AgainstPrevious(pass), "the operator againstPrevious is not translated"},
		"a choice not made":    {criteria.ByYear(), "the operator byYear is not translated"},
		"a way of two":         {criteria.FirstOf(criteria.All(pass), pass), "no single reading"},
	} {
		_, err := new(rulebook).read(c.demand, around{key: "1"})
		assert.ErrorContains(t, err, c.want, name)
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "95.00", number(95_00))
	assert.Equal(t, "0.07", number(7))
	assert.Equal(t, "-0.07", number(-7))
	assert.EqualValues(t, 1650, hundredths("16.5"))
	assert.Panics(t, func() { hundredths("0.001") })
	assert.Panics(t, func() { parse("12,5") })
}

// Judging bound readings allocates nothing.
func TestGiupxaAllocatesNothing(t *testing.T) {
	b := book(t)
	e := enginesOf(t, b, false)[0]
	require.NoError(t, e.prepare(b.communes(1)))
	require.NoError(t, e.evaluate(0))
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		if err := e.evaluate(0); err != nil {
			t.Fatal(err)
		}
	}))
}

func TestRun(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run([]string{"-communes", "30", "-rounds", "2"}, &out))
	for _, want := range []string{"57 indicators, 50 with a rule", "giupxa", "cel-go", "expr", "OPA", "reading, demand, gap, source", "30 communes, medians of 2 rounds"} {
		assert.Contains(t, out.String(), want)
	}
	for _, bad := range []string{"-communes 0", "-rounds 0", "-nothing", "more"} {
		assert.Error(t, run(strings.Fields(bad), &strings.Builder{}), bad)
	}
}

package criteria_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// said lists the parts on which a line rests: "key reading verdict".
func said(l criteria.Line) (all []string) {
	for p := range l.Deciding() {
		all = append(all, p.Code+" "+p.Reading.In(rule.En)+" against "+p.Demand.In(rule.En)+": "+p.Verdict.In(rule.En))
	}
	return all
}

// A line names the parts on which its verdict rests, the attributes among them, in its value
// and in its words.
func TestDecidingParts(t *testing.T) {
	t.Parallel()
	al, sub, pass := criteria.AtLeast, criteria.Sub, criteria.Pass()
	schools := criteria.All(sub("minimum", al("100")), sub("level1", criteria.When(criteria.Attr("schools").AtLeast("4"), al("70"), al("50"))))
	ways := criteria.FirstOf(sub("market", pass), sub("shop", pass))
	for name, c := range map[string]struct {
		demand criteria.Requirement
		in     string
		want   []string
		vi     string
	}{
		"five schools": {schools, "1.1/minimum=100;1.1/level1=60;@schools=5",
			[]string{"@schools 5 against ≥ 4: met", "1.1/level1 60 against ≥ 70: not met"},
			"1.1: không đạt – số trường: 5, yêu cầu ≥ 4: đạt; mức 1: 60, yêu cầu ≥ 70: không đạt"},
		"three schools": {schools, "1.1/minimum=100;1.1/level1=60;@schools=3",
			[]string{"1.1/minimum 100 against ≥ 100: met", "@schools 3 against ≥ 4: not met", "1.1/level1 60 against ≥ 50: met"},
			"1.1: đạt – minimum: 100, yêu cầu ≥ 100: đạt; số trường: 3, yêu cầu ≥ 4: không đạt; mức 1: 60, yêu cầu ≥ 50: đạt"},
		"schools not known": {schools, "1.1/minimum=100;1.1/level1=60",
			[]string{"@schools no reading against ≥ 4: unknown", "1.1/level1 60 against ≥ 70: not met", "1.1/level1 60 against ≥ 50: met"},
			"1.1: chưa rõ (chưa biết đặc điểm của xã) – số trường: không có số liệu, yêu cầu ≥ 4: chưa rõ; mức 1: 60, yêu cầu ≥ 70: không đạt; mức 1: 60, yêu cầu ≥ 50: đạt"},
		"not known, and no matter": {schools, "1.1/minimum=100;1.1/level1=40",
			[]string{"1.1/level1 40 against ≥ 70: not met", "1.1/level1 40 against ≥ 50: not met"}, ""},
		"one failure": {schools, "1.1/minimum=99;1.1/level1=60;@schools=3", []string{"1.1/minimum 99 against ≥ 100: not met"}, ""},
		"no market":   {ways, "1.1/market=n/a;1.1/shop=fail", []string{"1.1/market not applicable against met: not applicable", "1.1/shop not met against met: not met"}, ""},
		"a market":    {ways, "1.1/market=pass;1.1/shop=fail", []string{"1.1/market met against met: met"}, ""},
		"any, met":    {criteria.Any(al("5"), sub("b", pass), sub("c", pass)), "1.1=4;1.1/b=pass", []string{"1.1/b met against met: met"}, ""},
		"any, not":    {criteria.Any(al("5"), sub("b", pass)), "1.1=4;1.1/b=fail", []string{"1.1 4 against ≥ 5: not met", "1.1/b not met against met: not met"}, ""},
		"both sexes":  {criteria.BySex(al("5")), "1.1/female=4;1.1/male=5", []string{"1.1/female 4 against ≥ 5: not met"}, "1.1: không đạt – nữ: 4, yêu cầu ≥ 5: không đạt"},
		"alone":       {al("5"), "4", []string{"1.1 4 against ≥ 5: not met"}, "1.1: không đạt – 4, yêu cầu ≥ 5"},
		"left open":   {criteria.ProvinceSets(), "", []string{"1.1 no reading against set by the province: unknown"}, ""},
	} {
		table := tableOf(criteria.Indicator{Require: c.demand})
		table.Words = map[string]rule.Text{"level1": words("mức 1"), "@schools": words("số trường")}
		set, err := criteria.NewSet(table)
		require.NoError(t, err)
		l, found := assess(t, set, dossier(readings(t, c.in))).Line("1.1")
		require.True(t, found)
		assert.Equal(t, c.want, said(l), name)
		if c.vi != "" {
			assert.Equal(t, c.vi, l.String(), name)
		}
	}
	l, _ := assess(t, setOf(t, percent(al("5"))), dossier(map[string]criteria.Reading{"1.1": criteria.Stated(criteria.Met, source)})).Line("1.1")
	assert.Empty(t, said(l))
	assert.Equal(t, "1.1: đạt, theo công bố", l.String())
	assert.Equal(t, "1.1: met, as stated", l.In(rule.En))
	assert.Empty(t, said(criteria.Line{}))
}

// From the deciding parts alone, everything else taken away, the verdict comes out the same.
func TestVerdictFollowsFromDecidingParts(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 318))
	decided := 0
	for range 3_000 {
		set, err := criteria.NewSet(tableOf(criteria.Indicator{Require: drawAny(r, 3)}))
		if err != nil {
			require.ErrorIs(t, err, criteria.ErrTable) // no reading could meet it
			continue
		}
		in := map[string]criteria.Reading{}
		for _, key := range []string{"1.1", "1.1/a", "1.1/b", "1.1/a/b", "1.1/b/a", "@x", "@y"} {
			if r.IntN(4) > 0 {
				in[key] = parsed(t, strconv.Itoa(r.IntN(100)))
			}
			if r.IntN(6) == 0 && !strings.HasPrefix(key, "@") {
				in[key] = criteria.NotApplied()
			}
		}
		d := dossier(in)
		l, _ := assess(t, set, d).Line("1.1")
		d.Readings = map[string]criteria.Reading{}
		for p := range l.Deciding() {
			if !p.Reading.IsZero() {
				d.Readings[p.Code] = p.Reading
			}
		}
		again, _ := assess(t, set, d).Line("1.1")
		require.Equal(t, l.Verdict, again.Verdict, "%s: %v, not %v", l, in, d.Readings)
		if l.Verdict == criteria.Unknown {
			continue
		}
		decided++
		for p := range l.Deciding() {
			require.NotEqual(t, criteria.Unknown, p.Verdict, "%s rests on what is not known", l)
		}
	}
	assert.Greater(t, decided, 1_000)
}

// drawAny draws a requirement with ways, parts and conditions.
func drawAny(r *rand.Rand, depth int) criteria.Requirement {
	n := func() string { return strconv.Itoa(r.IntN(100)) }
	part := func() criteria.Requirement {
		return criteria.Sub([]string{"a", "b"}[r.IntN(2)], drawAny(r, depth-1))
	}
	if depth == 0 || r.IntN(5) == 0 {
		return []criteria.Requirement{criteria.AtLeast(n()), criteria.AtMost(n())}[r.IntN(2)]
	}
	condition := criteria.Attr([]string{"x", "y"}[r.IntN(2)]).AtLeast(n())
	switch r.IntN(5) {
	case 0:
		return criteria.All(part(), drawAny(r, depth-1))
	case 1:
		return criteria.Any(part(), drawAny(r, depth-1))
	case 2:
		return criteria.FirstOf(part(), drawAny(r, depth-1))
	case 3:
		return criteria.When(condition, drawAny(r, depth-1), part())
	default:
		return criteria.When(criteria.Any(condition, criteria.Attr("y").Below(n())), part(), part())
	}
}

package criteria_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// wide is a row of n parts that must all be met: n readings, or one held against n numbers.
func wide(n int, onOne bool) criteria.Indicator {
	parts := make([]criteria.Requirement, n)
	for i := range parts {
		if parts[i] = criteria.AtLeast(fmt.Sprintf("%d.%d", i/10, i%10)); !onOne {
			parts[i] = criteria.Sub(fmt.Sprint("p", i), parts[i])
		}
	}
	return criteria.Indicator{Require: criteria.All(parts...)}
}

// What one row of many parts costs grows with its parts.
func TestWideRowIsLinear(t *testing.T) { //nolint:paralleltest // it counts allocations
	for _, onOne := range []bool{true, false} {
		var allocated []float64
		for _, n := range []int{4_500, 9_000} {
			set := setOf(t, wide(n, onOne))
			d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "-1")})
			a := assess(t, set, d)
			s := a.Shortfall()
			if onOne {
				require.Len(t, s.Numbers, 1, "to reach the highest is to reach all")
				assert.Equal(t, fmt.Sprintf("≥ %d.%d", (n-1)/10, (n-1)%10), s.Numbers[0].Demand.In(rule.En))
			} else {
				require.Len(t, s.Unknown, n)
				l, _ := a.Line("1.1")
				require.Len(t, l.Missing, n)
			}
			allocated = append(allocated, testing.AllocsPerRun(1, func() { a.Shortfall() }))
		}
		assert.Less(t, allocated[1], 2.5*allocated[0]+100)
	}
}

// Of ranges on one reading those are told that no other implies.
func TestShortfallOfRanges(t *testing.T) {
	t.Parallel()
	between := criteria.Between
	set := setOf(t, criteria.Indicator{Require: criteria.All(between("1", "9"), between("2", "9"), between("2", "8"), between("3", "9"), between("3", "9"), criteria.AtLeast("2"), criteria.AtLeast("3"))})
	var told []string
	for _, l := range assess(t, set, dossier(readings(t, "0"))).Shortfall().Numbers {
		told = append(told, l.Demand.In(rule.En))
	}
	assert.Equal(t, []string{"2–8", "3–9", "≥ 3"}, told)
}

// shared is a requirement that holds itself twice, and so on.
func shared(levels int, of criteria.Requirement) criteria.Requirement {
	for range levels {
		of = criteria.All(of, of)
	}
	return of
}

// A requirement that is shared within itself is refused before anything walks it.
func TestSharedRequirements(t *testing.T) {
	t.Parallel()
	vast := shared(40, criteria.AtLeast("1"))
	by := shared(40, criteria.ByZone(criteria.In(criteria.AtLeast("1"), "vùng cao")))
	chain := criteria.AtLeast("1")
	for range 100_000 {
		chain = criteria.Sub("a", chain)
	}
	condition := criteria.When(shared(40, criteria.Attr("x").Holds()), criteria.AtLeast("1"), criteria.AtLeast("2"))
	base := setOf(t, criteria.Indicator{Require: criteria.AtLeast("1")})
	for name, r := range map[string]criteria.Requirement{"all": vast, "by zone": by, "chain": chain, "condition": condition, "one way": criteria.Any(criteria.Pass(), vast)} {
		_, err := criteria.NewSet(tableOf(criteria.Indicator{Require: r}))
		require.ErrorIs(t, err, criteria.ErrTable, name)
		found, _ := rule.FindingsIn(err)
		require.Len(t, found, 1, name)
		assert.Equal(t, rule.Path("criteria[0].indicators[0].require"), found[0].Path)
		for at, change := range map[rule.Path]func(*criteria.Overlay){
			"own[0].require":      func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.1", r)} },
			"supplied[0].require": func(o *criteria.Overlay) { o.Supplied = []criteria.Indicator{own("1.1", criteria.Cite(read, r))} },
			"criteria[0].indicators[0].require": func(o *criteria.Overlay) {
				o.Criteria = []criteria.Criterion{{No: 9, Name: words("x"), NameFrom: read, Indicators: []criteria.Indicator{{Code: "9.1", Name: words("x"), NameFrom: read, Require: r}}}}
			},
		} {
			o := overlayOf()
			change(&o)
			_, err := base.Localize(o)
			found, ok := rule.FindingsIn(err)
			require.True(t, ok, name)
			require.Len(t, found, 1, name)
			assert.Equal(t, at, found[0].Path, name)
		}
	}
	table := tableOf(criteria.Indicator{Require: criteria.AtLeast("1")})
	table.Groups = []criteria.GroupRule{{Group: criteria.Group1, When: shared(40, criteria.Attr("x").Holds()), Name: words("1"), From: read}}
	_, err := criteria.NewSet(table)
	require.ErrorIs(t, err, criteria.ErrTable)
	_, err = criteria.NewSet(tableOf(criteria.Indicator{Require: shared(10, criteria.AtLeast("1"))}))
	require.NoError(t, err, "a small one is a requirement like any other")
}

// Overlays that are laid over each other stay flat: each adds what it says, not all below it once
// more.
func TestOverlaysStayFlat(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.When(criteria.Attr("x").Holds(), criteria.AtLeast("10"), criteria.AtLeast("5"))})
	var sizes []int
	for i := range 40 {
		o := overlayOf(own("1.1", criteria.ByZone(criteria.In(criteria.AtLeast(strconv.Itoa(11+i)), "vùng cao"))))
		o.ID, o.Base = fmt.Sprint("tỉnh ", i), set.ID()
		set = localize(t, set, o)
		data, err := set.MarshalJSON()
		require.NoError(t, err)
		sizes = append(sizes, len(data))
	}
	assert.Less(t, sizes[39]-sizes[19], 2*(sizes[19]-sizes[0]))
	for zone, c := range map[string]struct {
		x, reading string
		want       criteria.Verdict
	}{
		"vùng cao": {"fail", "49", criteria.NotMet}, "vùng thấp": {"fail", "5", criteria.Met}, "": {"fail", "4", criteria.NotMet},
	} {
		d := dossier(map[string]criteria.Reading{"1.1": parsed(t, c.reading), "@x": parsed(t, c.x)})
		d.Profile.Zone = zone
		a := assess(t, set, d)
		assert.Equal(t, c.want, a.Verdict(), zone)
		l, _ := a.Line("1.1")
		parts := map[string]int{}
		for p := range l.Parts() {
			parts[p.Code+p.Demand.In(rule.En)]++
		}
		for p, n := range parts {
			if zone == "" {
				break // each demand by zone is open
			}
			assert.Equal(t, 1, n, "%s: %s is asked once", zone, p)
		}
	}
}

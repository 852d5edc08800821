package criteria_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
)

// mixed draws requirements of a national text, or of a province where it may split by zone.
type mixed struct {
	*rand.Rand
	holes, zones bool
}

func (m mixed) n() string { return strconv.Itoa(m.IntN(100)) }

func (m mixed) draw(depth int) criteria.Requirement {
	next := func() criteria.Requirement { return m.draw(depth - 1) }
	part := func() criteria.Requirement { return criteria.Sub([]string{"a", "b"}[m.IntN(2)], next()) }
	if depth == 0 {
		switch m.IntN(6) {
		case 0:
			return criteria.AtMost(m.n())
		case 1:
			if m.holes {
				return criteria.ProvinceSets()
			}
		case 2:
			return criteria.Requirement{}
		}
		return criteria.AtLeast(m.n())
	}
	switch m.IntN(10) {
	case 0:
		return criteria.All(next(), part())
	case 1:
		return criteria.Any(next(), part())
	case 2:
		return criteria.FirstOf(part(), next())
	case 3:
		return criteria.When(criteria.Attr("x").AtLeast(m.n()), next(), next())
	case 4:
		return criteria.ByRegion(criteria.In(next(), criteria.TDMNPB, criteria.TN), criteria.In(next(), criteria.DBSH))
	case 5:
		return criteria.ByYear(criteria.In(next(), 2022), criteria.In(next(), 2023))
	case 6:
		return criteria.BySex(next())
	case 7:
		return criteria.MeasuredBy("07/2021", next())
	case 8:
		if m.zones {
			return criteria.ByZone(criteria.In(next(), "vùng cao"))
		}
		return criteria.ByYear(criteria.In(next(), 2021, 2022, 2023, 2024, 2025))
	default:
		return part()
	}
}

func (m mixed) dossier(t *testing.T) criteria.Dossier {
	d := dossier(map[string]criteria.Reading{})
	d.Profile = criteria.Profile{Region: criteria.Region(m.IntN(4)), Zone: []string{"", "vùng cao", "vùng thấp"}[m.IntN(3)]} //nolint:gosec // below 4
	d.Year = []int{0, 2022, 2023, 2024}[m.IntN(4)]
	for _, key := range []string{"1.1", "1.1/a", "1.1/b", "1.1/a/b", "1.1/b/a", "1.1/female", "1.1/male", "1.1/a/female", "1.1/a/male", "1.1/b/female", "1.1/b/male", "@x"} {
		if m.IntN(3) > 0 {
			d.Readings[key] = parsed(t, m.n())
		}
	}
	return d
}

func contains(r criteria.Requirement, op string) bool {
	if r.Op() == op {
		return true
	}
	for _, part := range r.Parts() {
		if contains(part, op) {
			return true
		}
	}
	return false
}

// plainly reports whether the places that a national text leaves to the province are demanded
// together with all else, of the same readings.
func plainly(r criteria.Requirement) bool {
	switch r.Op() {
	case "all", "sub", "byRegion", "byYear", "provinceSets":
		for _, part := range r.Parts() {
			if !plainly(part) {
				return false
			}
		}
		return true
	}
	return !contains(r, "provinceSets")
}

func reached(v criteria.Verdict) bool { return v == criteria.Met || v == criteria.NotApplicable }

// A province's set is never looser than the national one, and never less decided, whatever of the
// place, the year and the readings is known.
func TestOverlayNeverLooserNorLessDecided(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(30, 2022))
	national, province := mixed{r, true, false}, mixed{r, false, true}
	overlays, checked := 4_000, 0
	if testing.Short() {
		overlays /= 2
	}
	for range overlays {
		theirs, ours := national.draw(r.IntN(4)), province.draw(r.IntN(3))
		base, err := criteria.NewSet(tableOf(criteria.Indicator{Require: theirs}))
		if err != nil {
			continue // no reading could meet it
		}
		alone, err := criteria.NewSet(tableOf(criteria.Indicator{Require: ours}))
		if err != nil || ours.IsZero() {
			continue
		}
		set, err := base.Localize(overlayOf(own("1.1", ours)))
		if err != nil {
			continue // looser, or no reading could meet both
		}
		checked++
		for range 12 {
			d := national.dossier(t)
			verdict := func(s criteria.Set) criteria.Verdict {
				l, _ := assess(t, s, d).Line("1.1")
				return l.Verdict
			}
			n, p, l := verdict(base), verdict(alone), verdict(set)
			say := []any{"national %s: %s; province %s: %s; both: %s, %v %v", theirs, n, ours, p, l, d.Profile, d.Readings}
			require.False(t, n == criteria.NotMet && l != criteria.NotMet, say...)
			if plainly(theirs) {
				require.False(t, p == criteria.NotMet && l != criteria.NotMet, say...)
			}
			if contains(theirs, "provinceSets") {
				continue // what fills it need not be asked beside it
			}
			require.False(t, reached(l) && !reached(n), say...)
			require.False(t, reached(n) && reached(p) && !reached(l), say...)
		}
	}
	assert.Greater(t, checked, overlays/4)
}

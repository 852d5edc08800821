package criteria_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// written writes a requirement as JSON from what it says of itself.
func written(r criteria.Requirement) any {
	parts, numbers := r.Parts(), r.Numbers()
	var all []any
	for _, p := range parts {
		all = append(all, written(p))
	}
	var body any
	switch r.Op() {
	case "":
		return nil
	case "none", "pass", "provinceSets":
		body = true
	case "atLeast", "atMost", "below", "above":
		body = numbers[0]
	case "between":
		body = numbers
	case "bySex", "againstPrevious":
		body = all[0]
	case "byRegion", "byGroup", "byYear", "byZone":
		var cases []any
		for i, keys := range r.Keys() {
			cases = append(cases, map[string]any{"in": keys, "then": all[i]})
		}
		body = cases
	case "when":
		body = map[string]any{"if": all[0], "then": all[1], "else": all[2]}
	case "sub", "attr", "measuredBy":
		body = map[string]any{"name": r.Name(), "is": all[0]}
	case "cite":
		c, _ := r.Citation()
		cite := map[string]any{"confidence": c.Confidence, "is": all[0]}
		if !c.Source.IsZero() {
			cite["source"] = c.Source
		}
		if c.Regions != nil {
			cite["regions"] = c.Regions
		}
		body = cite
	default:
		body = all
	}
	return map[string]any{r.Op(): body}
}

// A requirement is read as its JSON says it, under every operator.
func TestRequirementIsRead(t *testing.T) {
	t.Parallel()
	al, pass := criteria.AtLeast, criteria.Pass()
	all := []criteria.Requirement{
		{}, al("36.50"), al(""), criteria.AtMost("5"), criteria.Above("5"), criteria.Below(""), criteria.Between("1", ""), criteria.None(), pass, criteria.ProvinceSets(),
		criteria.All(al("1"), pass, criteria.Requirement{}), criteria.Any(al("1"), pass), criteria.FirstOf(criteria.Sub("a", pass), pass), criteria.BySex(al("90")),
		criteria.AgainstPrevious(al("1.1")), criteria.MeasuredBy("2021", al("3")), criteria.ByYear(criteria.In(al("1"), 2022, 2023), criteria.In(criteria.Requirement{}, 2024)),
		criteria.ByRow(al, criteria.Row{criteria.TN: "1", criteria.DBSH: ""}, read), criteria.ByGroup(criteria.In(pass, criteria.Group2)), criteria.ByZone(criteria.In(pass, "vùng cao")),
		criteria.When(criteria.Any(criteria.Attr("x").Below("1"), criteria.Attr("y").Holds()), al("1"), criteria.AtMost("2")),
		criteria.Cite(criteria.From(rule.Source{}, rule.Low, criteria.TN, criteria.DNB), al("2")),
	}
	r := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // a test
	for range 200 {
		all = append(all, draw(r, 4))
	}
	for _, one := range all {
		want, err := json.Marshal(one)
		require.NoError(t, err)
		got, err := json.Marshal(written(one))
		require.NoError(t, err)
		assert.JSONEq(t, string(want), string(got))
		_, cited := one.Citation()
		assert.Equal(t, one.Op() == "cite", cited)
	}
}

// A citation of a column that does not exist is refused where it is read and where a set is
// made of it.
func TestCitationOfNoColumn(t *testing.T) {
	t.Parallel()
	var r criteria.Requirement
	err := json.Unmarshal([]byte(`{"all":[{"cite":{"confidence":"low","regions":["TN","XX"],"is":{"pass":true}}}]}`), &r)
	found, _ := rule.FindingsIn(err)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("all[0].cite.regions[1]"), found[0].Path)
	require.ErrorIs(t, err, criteria.ErrTable)
	_, err = criteria.NewSet(tableOf(percent(criteria.Cite(criteria.From(source, rule.Read, criteria.Region(99)), criteria.AtLeast("1")))))
	require.ErrorIs(t, err, criteria.ErrTable)
}

// The axes of the tree are the columns and groups of the tables.
func TestAxesAreThoseOfTheTables(t *testing.T) {
	t.Parallel()
	var columns, groups []criteria.Branch
	for _, r := range criteria.Regions() {
		columns = append(columns, criteria.In(criteria.AtLeast("1"), r))
	}
	for g := criteria.Group1; ; g++ {
		if _, err := g.MarshalText(); err != nil {
			break
		}
		groups = append(groups, criteria.In(criteria.AtLeast("1"), g))
	}
	base := setOf(t, percent(criteria.ByRegion(columns...)), percent(criteria.ByGroup(groups...)))
	// A demand in every column, or group, leaves no case to the national demand.
	local := localize(t, base, overlayOf(own("1.1", criteria.ByRegion(columns...)), own("2.1", criteria.ByGroup(groups...))))
	for _, k := range local.Table().Criteria {
		r := k.Indicators[0].Require
		require.Equal(t, "all", r.Op())
		mine := r.Parts()[1]
		want, is := map[string][]criteria.Branch{"byRegion": columns, "byGroup": groups}[mine.Op()]
		require.True(t, is, mine.Op())
		assert.Len(t, mine.Keys(), len(want))
	}
	// A demand in all but one leaves that one.
	local = localize(t, base, overlayOf(own("1.1", criteria.ByRegion(columns[1:]...)), own("2.1", criteria.ByGroup(groups[1:]...))))
	for i, first := range []string{criteria.Regions()[0].String(), criteria.Group1.String()} {
		keys := local.Table().Criteria[i].Indicators[0].Require.Parts()[1].Keys()
		assert.Equal(t, []string{first}, keys[len(keys)-1])
	}
}

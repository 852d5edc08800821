package difficulty_test

import (
	"encoding/json"
	"os"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/visittest"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// with is the matrix of a day with more bodies.
func with(day civil.Date, bodies ...org.Body) (duty.Matrix, error) {
	m, err := laocai.InForce(day)
	if err != nil || bodies == nil {
		return m, err
	}
	p := m.Parts()
	p.Bodies = append(p.Bodies, bodies...)
	if m, err = duty.NewMatrix(p); err != nil {
		return m, err
	}
	return m.On(day)
}

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), visittest.Judges()["difficulty.settle"])
	cases := append(must(ruletest.Load(os.DirFS("testdata/cases"))), must(ruletest.Load(os.DirFS("testdata/difficulties")))...)
	require.NoError(t, ruletest.Complete(difficulty.Rules(), cases))
	maintain.Codes(t, "testdata/codes.txt", difficulty.Rules())
}

func TestForm(t *testing.T) {
	t.Parallel()
	maintain.Enum[difficulty.Reach](t)
	maintain.JSONForm(t, difficulty.Competence{}, difficulty.Power{}, difficulty.Matter{}, difficulty.Disposal{})
	var c difficulty.Competence
	for fault, data := range map[string]string{
		"powers[0].boddy": `{"powers":[{"boddy":"b"}]}`,
		"format":          `{"format":"giupxa.competence/9","powers":[]}`,
		"closedlist":      `{"powers":[],"closedlist":true}`,
		"basis.id":        `{"powers":[],"basis":{"source":{"kind":"decision"}}}`,
	} {
		err := json.Unmarshal([]byte(data), &c)
		require.Error(t, err, fault)
		assert.Contains(t, err.Error(), fault)
	}
}

// The host's own committee is of the class that the text names; neither the leader's
// body nor the lead cooperates with itself.
func TestRouteCooperation(t *testing.T) {
	t.Parallel()
	on := rule.Day(2021, 12, 3)
	r := must(assignment.NewRoster(assignment.Entries{CriterionOwners: []assignment.CriterionOwner{
		{Set: "s", Criterion: "2", Body: "so-gtvt"}, {Set: "s", Criterion: "3", Body: "so-khdt"}, {Set: "s", Criterion: "4", Body: "huyen"}}}))
	m := must(with(on, org.Body{ID: "huyen", Kind: org.SteeringCommittee, Level: org.LevelDistrict, Classes: []org.BodyID{laocai.DistrictSteering},
		Names: []org.Name{{Text: rule.Text{Vi: "Ban Chỉ đạo huyện Văn Bàn", En: "Văn Bàn district Steering Committee"}}}}))
	c := difficulty.Competence{Powers: []difficulty.Power{
		{Body: "so-gtvt", Field: "roads"}, {Body: "huyen", Field: "roads"}, {Body: "huyen", Field: "power", UpTo: rule.Int(5)}}}
	own := assignment.Leader{Body: "so-khdt"}
	route := func(matter difficulty.Matter) difficulty.Disposal {
		d, found, err := c.Route(matter, own, r, m)
		require.NoError(t, err)
		assert.Empty(t, found)
		return d
	}
	d := route(difficulty.Matter{Field: "roads", Set: "s", Criterion: "2.1"})
	assert.Equal(t, []org.BodyID{"huyen"}, d.Leads)
	assert.Equal(t, []org.BodyID{"so-gtvt"}, d.Cooperating)
	assert.Empty(t, c.Check(d, difficulty.Matter{}, m))
	assert.Empty(t, route(difficulty.Matter{Field: "roads", Set: "s", Criterion: "3"}).Cooperating)
	assert.Empty(t, route(difficulty.Matter{Field: "roads", Set: "s", Criterion: "4"}).Cooperating)
	assert.Empty(t, route(difficulty.Matter{Field: "power"}).Leads, "the size that would decide is not given")

	// After the districts the host's own committee has ended, whatever its span says.
	later := must(laocai.InForce(rule.Day(2025, 7, 5))).Parts()
	b, _ := m.Body("huyen")
	later.Bodies = append(later.Bodies, b)
	two := must(must(duty.NewMatrix(later)).On(rule.Day(2025, 7, 5)))
	found := c.Check(difficulty.Disposal{On: rule.Day(2025, 7, 5), Leads: []org.BodyID{"huyen"}}, difficulty.Matter{}, two)
	require.Len(t, found, 1)
	assert.Equal(t, difficulty.ErrLeadEnded, found[0].Code())
	assert.Contains(t, found[0].In(rule.En), "provincial Steering Committee")
	assert.Equal(t, "1", found[0].Source().Section, "the passage that names it")
}

// Heirs that point at each other end the search.
func TestHeirsInACircle(t *testing.T) {
	t.Parallel()
	gone := func(id, to org.BodyID) org.Body {
		return org.Body{ID: id, Kind: org.Department, Span: rule.Span{To: rule.Day(2024, 12, 31)}, Heirs: []org.Heir{{To: to}},
			Names: []org.Name{{Text: rule.Text{Vi: string(id), En: string(id)}}}}
	}
	m := must(with(rule.Day(2025, 4, 10), gone("a", "b"), gone("b", "a")))
	r := must(assignment.NewRoster(assignment.Entries{CriterionOwners: []assignment.CriterionOwner{{Set: "s", Criterion: "2", Body: "a"}}}))
	d, found, err := difficulty.Competence{}.Route(difficulty.Matter{Set: "s", Criterion: "2"}, assignment.Leader{Body: "x"}, r, m)
	require.NoError(t, err)
	assert.Empty(t, d.Cooperating)
	assert.Equal(t, rule.Undecided, found[0].Kind)
}

// W21: without a day nothing is proposed, and what depends on one is not decided.
func TestNotADay(t *testing.T) {
	t.Parallel()
	_, _, err := difficulty.Competence{}.Route(difficulty.Matter{}, assignment.Leader{}, assignment.Roster{}, duty.Matrix{})
	require.ErrorIs(t, err, rule.ErrNotADay)
	for _, day := range []civil.Date{{}, rule.Day(2022, 13, 1)} {
		assert.Equal(t, difficulty.Unclear, difficulty.Competence{}.Reach("b", difficulty.Matter{}, day))
	}
	assert.Empty(t, difficulty.Competence{}.Check(difficulty.Disposal{}, difficulty.Matter{}, duty.Matrix{}))
}

// W14: every setting that can change an answer is in the edition.
func TestEdition(t *testing.T) {
	t.Parallel()
	zero := difficulty.Competence{}
	assert.Equal(t, "giupxa.competence/1 lao-cai-2021", zero.Edition().ID)
	assert.Len(t, zero.Edition().Digest, 64)
	assert.Equal(t, zero.Edition(), difficulty.Competence{Basis: laocai.Basis(), Powers: []difficulty.Power{}}.Edition(), "the zero basis is that text")
	dated := must(laocai.Basis().From(rule.Day(2021, 7, 1)))
	seen := map[string]bool{zero.Edition().Digest: true}
	for name, c := range map[string]difficulty.Competence{
		"powers": {Powers: []difficulty.Power{{Body: "a"}}}, "size": {Powers: []difficulty.Power{{Body: "a", UpTo: rule.Int(5)}}},
		"at will": {SettleAtWill: true}, "alike": {LeadsAlike: true}, "closed": {ClosedList: true}, "basis": {Basis: dated},
	} {
		digest := c.Edition().Digest
		assert.False(t, seen[digest], name)
		seen[digest] = true
	}
}

func FuzzCompetence(f *testing.F) {
	f.Add([]byte(`{"powers":[{"body":"b","field":"roads","upTo":"1e30"}]}`), []byte(`{"field":"roads","size":"1e-30"}`), []byte(`{"on":"2021-12-03","settled":"b","leads":["x","y"]}`))
	matrix := must(laocai.InForce(rule.Day(2021, 12, 3)))
	f.Fuzz(func(_ *testing.T, powers, matter, disposal []byte) {
		var c difficulty.Competence
		var m difficulty.Matter
		var d difficulty.Disposal
		if json.Unmarshal(powers, &c) != nil || json.Unmarshal(matter, &m) != nil || json.Unmarshal(disposal, &d) != nil {
			return
		}
		_ = c.Check(d, m, matrix)
		_, _, _ = c.Route(m, assignment.Leader{Body: d.Settled}, assignment.Roster{}, matrix)
	})
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), visittest.Judges()["difficulty.settle"])
	if !testing.Short() {
		maintain.Long(t, os.DirFS("testdata/difficulties"), visittest.Judges()["difficulty.course"])
	}
}

// F1, F2: every path leads into the file as it is written.
func TestPathsLead(t *testing.T) {
	t.Parallel()
	maintain.Lead(t, must(ruletest.Load(os.DirFS("testdata/cases"))), visittest.Judges()["difficulty.settle"], "competence.schema.json")
	maintain.Lead(t, must(ruletest.Load(os.DirFS("testdata/difficulties"))), visittest.Judges()["difficulty.course"], "difficulty.schema.json", "difficulty-digest.schema.json")
}

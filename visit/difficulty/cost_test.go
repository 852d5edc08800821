package difficulty_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit/difficulty"
)

// C10: powers, owners and authorities cost as much as there are.
func TestWorkIsLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	small, large := 250, 1000
	day := rule.Day(2021, 12, 3)
	x := must(laocai.InForce(day))
	body := func(i int) org.BodyID { return org.BodyID("b" + strconv.Itoa(i)) }
	maintain.Linear(t, "owners of a criterion", small, large, func(n int) func() int {
		var e assignment.Entries
		for i := range n {
			e.CriterionOwners = append(e.CriterionOwners, assignment.CriterionOwner{Set: "s", Criterion: "17", Body: body(i)})
		}
		r := must(assignment.NewRoster(e))
		return func() int {
			d, found, err := difficulty.Competence{}.Route(difficulty.Matter{Set: "s", Criterion: "17.1"}, assignment.Leader{Body: "x"}, r, x)
			if err != nil || len(d.Cooperating) != n {
				t.Error(err, len(d.Cooperating))
			}
			return len(found)
		}
	})
	maintain.Linear(t, "authorities", small, large, func(n int) func() int {
		d := difficulty.Disposal{On: day}
		for i := range n {
			d.Leads, d.Cooperating = append(d.Leads, body(i)), append(d.Cooperating, body(i))
		}
		return func() int { return len(difficulty.Competence{ClosedList: true}.Check(d, difficulty.Matter{}, x)) }
	})
	maintain.Linear(t, "powers", small, large, func(n int) func() int {
		data := []byte(`{"powers":[` + strings.TrimSuffix(strings.Repeat(`{"body":"b","upTo":"-1","span":{"from":"2021-02-01","to":"2021-01-01"}},`, n), ",") + `]}`)
		return func() int {
			found, _ := rule.FindingsIn(json.Unmarshal(data, new(difficulty.Competence)))
			return len(found)
		}
	})
}

// Faults are told of powers written in code as well.
func TestFaults(t *testing.T) {
	t.Parallel()
	assert.Empty(t, difficulty.Competence{}.Faults())
	found := difficulty.Competence{Powers: []difficulty.Power{{UpTo: rule.Int(-1), Span: rule.Span{From: rule.Day(2021, 2, 30)}}, {Body: "b", UpTo: rule.Int(0), Span: rule.Year(2021)}}}.Faults()
	var got []string
	for _, f := range found {
		got = append(got, string(f.Path))
	}
	assert.Equal(t, []string{"powers[0].body", "powers[0].span", "powers[0].upTo"}, got)
}

// W12, W13: ids in another spelling are the same ids.
func TestIdsHaveOneSpelling(t *testing.T) {
	t.Parallel()
	other := func(s string) string { return norm.NFD.String(strings.ReplaceAll(s, "Đ", "Ð")) }
	day := rule.Day(2021, 12, 3)
	for _, spell := range []func(string) string{other, func(s string) string { return s }} {
		c := difficulty.Competence{Powers: []difficulty.Power{{Body: org.BodyID(other("sở-Đ")), Field: org.Field(other("đường-Đ")), Set: other("bộ-Đ"), Criterion: other("Đ2")}}}
		m := difficulty.Matter{Field: org.Field(spell("đường-Đ")), Set: spell("bộ-Đ"), Criterion: spell("Đ2.1")}
		assert.Equal(t, difficulty.Within, c.Reach(org.BodyID(spell("sở-Đ")), m, day))
		m.Criterion = spell("Đ21")
		assert.Equal(t, difficulty.Beyond, c.Reach(org.BodyID(spell("sở-Đ")), m, day))
	}
	// An owner named twice in two spellings cooperates once.
	r := must(assignment.NewRoster(assignment.Entries{CriterionOwners: []assignment.CriterionOwner{
		{Set: "s", Criterion: "1", Body: "sở-Đ"}, {Set: "s", Criterion: "1", Body: org.BodyID(other("sở-Đ"))}}}))
	d, _, err := difficulty.Competence{}.Route(difficulty.Matter{Set: "s", Criterion: "1"}, assignment.Leader{Body: "x"}, r, must(laocai.InForce(day)))
	require.NoError(t, err)
	assert.Equal(t, []org.BodyID{"sở-Đ"}, d.Cooperating)
}

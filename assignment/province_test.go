package assignment_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// thanhBa is an invented province. Its text lays down that districts name helpers and
// that the leaders' work is evaluated; it says nothing of coordinating bodies or owners
// of criteria.
const thanhBa = `{"id":"thanh-ba-2023","version":"3","source":{"kind":"decision","number":"77/QĐ-UBND","date":"2023-02-01","issuer":"UBND tỉnh Thạnh Ba"},
	"provisions":{"district-helper.assign":{"article":"4"},"district-helper.notify":{"article":"4","clause":"2"},"evaluation.support-work":{"article":"9"}},
	"binds":{"from":"2023-02-01"}}`

// W1: another province, from JSON, is judged by its own text and by nothing else.
func TestAnotherProvince(t *testing.T) {
	t.Parallel()
	read := func(into any, data string) { require.NoError(t, json.Unmarshal([]byte(data), into)) }
	var p assignment.Policy
	var g org.Gazetteer
	var r, previous assignment.Roster
	var m duty.Matrix
	read(&p, `{"format":"giupxa.assignment-policy/1","basis":`+thanhBa+`,"onlyCommunes":true,"refuseConflict":true,"coverAll":true,"handover":true}`)
	read(&g, `{"format":"giupxa.gazetteer/1","units":[{"code":"97","name":"Thạnh Ba","kind":"province"},{"code":"970","name":"Ba Sông","kind":"district","parent":"97","span":{"to":"2025-06-30"}},
		{"code":"97001","name":"Một","kind":"commune","parent":"970","span":{"to":"2025-06-30"}},{"code":"97002","name":"Hai","kind":"ward","parent":"970","span":{"to":"2025-06-30"}},
		{"code":"97003","name":"Ba","kind":"commune","parent":"970","span":{"to":"2025-06-30"}}],"successions":[]}`)
	read(&previous, `{"leaders":[{"id":"l","post":"Giám đốc","body":"so-danh-gia"}],"assignments":[]}`)
	read(&r, `{"format":"giupxa.roster/1","leaders":[{"id":"l","post":"Giám đốc","body":"so-danh-gia"}],
		"assignments":[{"id":"a","leader":"l","commune":"97001","span":{"from":"2023-03-01"}},{"id":"b","leader":"l","commune":"97002","span":{"from":"2023-03-01"}},
			{"id":"c","leader":"l","commune":"97003","span":{"from":"2022-03-01","to":"2023-04-30"},"end":"moved"}],
		"districtHelpers":[{"id":"h","body":"phong","commune":"97001","span":{"from":"2023-03-01"}}],
		"coordinating":[{"body":"x"}],"criterionOwners":[{"set":"s","criterion":"1","body":"x"},{"set":"s","criterion":"1","body":"y"}]}`)
	read(&m, `{"basis":`+thanhBa+`,"government":"three-level","span":{"from":"2023-02-01","to":"2025-06-30"},"bodies":[
			{"id":"so-danh-gia","kind":"department","level":"province","names":[{"text":{"vi":"Sở Đánh giá","en":"Department of Evaluation"}}],"confidence":"read"},
			{"id":"lanh-dao","kind":"other","level":"province","class":true,"names":[{"text":{"vi":"lãnh đạo","en":"leaders"}}],"confidence":"read"}],
		"groups":[],"addressees":[],"transfers":[],"caveats":[],"duties":[{"id":"evaluation.support-work","bearers":[{"body":"so-danh-gia","verb":"bears"}],"with":[],
			"towards":[{"body":"lanh-dao"}],"evaluates":true,"reading":{"vi":"","en":""},"text":{"vi":"","en":""}}]}`)
	day := rule.Day(2023, 6, 1)
	m = must(m.On(day))

	found := append(p.Check(r, g, day), p.CheckDuties(r, m)...)
	codes := map[rule.Code]int{}
	for _, f := range found {
		codes[f.Code()]++
		if f.Origin() == rule.OriginText || f.Origin() == rule.OriginReading {
			passage := f.Rule().Passage
			if f.Origin() == rule.OriginText {
				passage = f.Source()
			}
			assert.Equal(t, "77/QĐ-UBND", passage.Number, f.Code())
		}
	}
	assert.Equal(t, map[rule.Code]int{
		assignment.ErrTargetKind: 1, assignment.ErrHelperMissing: 1, assignment.ErrHelperNotTold: 1,
		assignment.ErrUncovered: 1, assignment.ErrNoHandover: 1, assignment.ErrEvaluatorAssigned: 2,
	}, codes, "neither coordinating bodies nor owners: that text does not speak of them")
	assert.Empty(t, p.Check(r, g, rule.Day(2023, 1, 31)).Of(assignment.ErrHelperMissing), "nor before it bound")

	changes := must(r.Changes(previous, assignment.Comparison{On: rule.Day(2023, 3, 1), Units: g}))
	all := must(json.Marshal([]any{found, changes, r, g, m, p, p.Edition(), p.Targets(r.Assignments()[0], g), must(p.Helping(r, g, "97001", day))}))
	for _, foreign := range []string{"Lào Cai", "lao-cai", "so-noi-vu", "Công văn", "2021"} {
		assert.NotContains(t, string(all), foreign)
	}
	for _, f := range found {
		assert.NotContains(t, f.String()+f.In(rule.En), "Lào Cai")
	}
	assert.Equal(t, "giupxa.assignment-policy/1 thanh-ba-2023", p.Edition().ID)
	assert.Equal(t, "3", p.Edition().Version)
}

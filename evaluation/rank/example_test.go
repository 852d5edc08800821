package rank_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/rank"
)

// A quota of 20 % of all ten: one is sure, and two are tied for the second place.
func ExamplePolicy_Order() {
	var list rank.List
	err := json.Unmarshal([]byte(`{"entries": [
		{"id": "a", "rating": "excellent", "score": "95"},
		{"id": "b", "rating": "excellent", "score": "96"},
		{"id": "c", "rating": "excellent", "score": "95"},
		{"id": "d", "rating": "excellent", "score": "94"},
		{"id": "e", "rating": "good", "score": "26999/300"},
		{"id": "f", "rating": "good", "score": "80"}, {"id": "g", "rating": "good", "score": "79"},
		{"id": "h", "rating": "good", "score": "78"}, {"id": "i", "rating": "good", "score": "77"},
		{"id": "j", "rating": "completed", "score": "60"}
	]}`), &list)
	if err != nil {
		fmt.Println(err)
		return
	}
	policy := rank.Policy{Quota: &rank.Quota{Ratio: rule.Int(20), Of: rank.OfAll}}
	answer, err := policy.Order(list)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range answer.Outcomes()[:5] {
		fmt.Println(o.Place, o.ID, o.Score, o.After, o.Status)
	}
	fmt.Println(answer.Limits()[0].In(rule.En))
	fmt.Println(answer.Why(answer.Outcomes()[3]))
	for _, f := range answer.Findings() {
		fmt.Println(f.Kind, f.In(rule.En))
	}
	// Output:
	// 1 b 96 excellent kept
	// 2 a 95 unrated needs-decision
	// 2 c 95 unrated needs-decision
	// 4 d 94 good cut
	// 5 e 26999/300 good untouched
	// the whole list: 20 % × all that are rated, 10 × 20/100 = 2, rounded down: at most 2
	// vượt tỷ lệ (toàn danh sách: 20 % × tổng số được xếp loại, 10 × 20/100 = 2, làm tròn xuống: tối đa 2); xếp hoàn thành tốt nhiệm vụ, giữ nguyên điểm 94
	// undecided 2 are tied at 95 for the last 1; the authority decides
}

// The share of a decision that is worked out anew each year stays open until the host gives it.
func ExampleHaiPhong212() {
	quota := rank.HaiPhong212()
	var list rank.List
	if err := json.Unmarshal([]byte(`{"entries": [
		{"id": "a", "rating": "excellent", "score": "95"}, {"id": "b", "rating": "excellent", "score": "93"},
		{"id": "c", "rating": "good", "score": "88"}, {"id": "d", "rating": "good", "score": "80"}
	]}`), &list); err != nil {
		fmt.Println(err)
		return
	}
	answer, err := rank.Policy{Quota: &quota}.Order(list)
	fmt.Println(answer.Outcomes()[1].Status, err)
	quota.Ratio = rule.Int(25)
	answer, err = rank.Policy{Quota: &quota}.Order(list)
	fmt.Println(answer.Outcomes()[1].Status, err)

	stored, _ := json.Marshal(answer)
	again, err := rank.Policy{Quota: &quota}.Replay(stored, nil)
	fmt.Println(again.Same, err)
	// Output:
	// open <nil>
	// cut <nil>
	// true <nil>
}

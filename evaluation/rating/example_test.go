package rating_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/rating"
)

// A deputy director in 2026: 89.9966… is not 90, and the support score of 92.5 is no rating.
func ExampleRulebook_Rate() {
	var rec rating.Record
	err := json.Unmarshal([]byte(`{
		"id": "deputy", "year": 2026, "personnel": "civil-servant", "authority": "province", "post": "deputy",
		"score": "26999/300", "worked": "12", "nothingElse": true, "support": "92.5"
	}`), &rec)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := rating.Rulebook{}.Rate(rec)
	if err != nil {
		fmt.Println(err)
		return
	}
	day, _ := r.LatestDay()
	fmt.Println(r.Rating(), day)
	fmt.Println(r.Steps()[0].In(rule.En))
	for _, f := range r.Findings() {
		fmt.Println(f.Kind, f.In(rule.En))
	}
	// Output:
	// good 2026-12-14
	// 26999/300 points lie in from 70 to under 90: tasks completed well (Decree No. 335/2025/NĐ-CP of 2025-12-21; secondary source)
	// advice the support score 92.5 is one basis for the authority; no level is calculated from it
}

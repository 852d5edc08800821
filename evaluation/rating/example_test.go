package rating_test

import (
	"encoding/json"
	"fmt"
	"github.com/giupxa/giupxa/evaluation"

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

// Which regime rates whom in which year is a table; where none is held or given, a row says why.
func ExampleReaches() {
	for _, r := range rating.Reaches() {
		if r.Personnel == rating.CivilServant && r.From <= 2026 && (r.To == 0 || r.To >= 2026) {
			fmt.Println(r.From, r.To, r.Regime)
		}
	}
	for _, r := range rating.Regimes() {
		if r.ID == "335/2025/NĐ-CP" {
			fmt.Println(r.ID, len(r.Bands), "bands,", len(r.Conditions), "conditions,", len(r.Bars), "bars")
		}
	}
	// Output:
	// 2026 0 335/2025/NĐ-CP
	// 2025 0 366-QĐ/TW lãnh đạo
	// 335/2025/NĐ-CP 4 bands, 0 conditions, 3 bars
}

// What a title of the year demands, and what it pays.
func ExampleTitles() {
	row, held := rating.Titles(rating.AdvancedWorker, 2026)
	fmt.Println(held, row.AtLeast.In(rule.En), row.Source.In(rule.En))
	fmt.Println(row.Meets(evaluation.Good, rating.Unsaid, rating.Unsaid).In(rule.En))
	reward := rating.Rewards()[0]
	fmt.Println(reward.Name.In(rule.En), reward.Times, "times the base salary")
	// Output:
	// true tasks completed well Law No. 06/2022/QH15, Article 24, clause 1
	// yes
	// national emulation fighter 4.5 times the base salary
}

// A rating that was kept is made again of its record; of a corrected record it says what differs.
func ExampleRulebook_Replay() {
	record := rating.Record{ID: "deputy", Year: 2026, Personnel: rating.CivilServant, Authority: rating.ByProvince, Post: rating.Deputy,
		Score: rule.Ratio(26999, 300), Worked: rule.Int(12), NothingElse: true}
	r, err := rating.Rulebook{}.Rate(record)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Rating(), r.Score())
	stored, err := json.Marshal(r)
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := rating.Rulebook{}.Replay(stored, nil)
	fmt.Println(again.Same, err)
	record.Score = rule.Ratio(90, 1)
	again, err = rating.Rulebook{}.Replay(stored, &record)
	for _, f := range again.Differs {
		if f.Path == "rating" {
			fmt.Println(f.In(rule.En))
		}
	}
	fmt.Println(again.Same, err)
	// Output:
	// good 26999/300
	// true <nil>
	// good is stored, excellent comes out
	// false <nil>
}

package area_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/area"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The area of an invented commune: three conditions hold, and of its villages it is known
// that three of six are especially difficult.
func Example() {
	var c area.Commune
	err := json.Unmarshal([]byte(`{
	  "unitName": "xã Suối Mơ", "on": "2026-11-23", "region": "TDMNPB",
	  "national": {"income": "60", "poverty": {"percent": "5"}},
	  "ethnic": {"part": 3100, "whole": 4000},
	  "income": "40", "poverty": {"part": 120, "whole": 900}, "electricity": {"part": 870, "whole": 900},
	  "cleanWater": {"part": 200, "whole": 900}, "toilets": {"part": 700, "whole": 900},
	  "roads": {"percent": "85"}, "roadsDegraded": {"percent": "10"}, "health": "met",
	  "schools": {"part": 3, "whole": 5}, "boarding": {"none": true}, "semiBoarding": {"part": 90, "whole": 120},
	  "irrigation": {"percent": "61"}, "culture": "not-met", "internet": {"part": 6, "whole": 6},
	  "villages": {"total": 6, "difficult": 3}
	}`), &c)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := area.Decree{}.Classify(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Area.In(rule.En), "—", r.Least, "conditions; half of the villages:", r.Half.In(rule.En))
	for _, l := range r.Conditions {
		if l.Verdict == criteria.Met {
			fmt.Println(l.No, l.Name.En)
		}
	}
	_, found := r.Into(criteria.Dossier{})
	fmt.Println(found[0].In(rule.En))
	// Output:
	// area III — 3 conditions; half of the villages: met
	// 2 Multidimensional poverty 2.0 times that of the country or more (Mekong Delta 1.5)
	// 4 Fewer than 30 % of the households have clean water of the standard
	// 10 No centre of culture and sports, or one below its standard
	// area III: calculated from figures, not taken from an approved list
}

// What decides, as data: the conditions of a commune and of a village, and the steps of the procedure.
func ExampleConditions() {
	for _, c := range area.Conditions()[:2] {
		fmt.Println(c.No, c.Name.En, "·", len(c.Tests), "tests ·", c.Confidence)
	}
	fmt.Println(area.VillageConditions()[0].Name.En)
	for _, s := range area.Steps() {
		fmt.Println(s.By.En, s.Days, "working days ·", s.Source.In(rule.En))
	}
	// Output:
	// 1 Income per head lower than 50 % of that of the country · 1 tests · read
	// 2 Multidimensional poverty 2.0 times that of the country or more (Mekong Delta 1.5) · 1 tests · read
	// Multidimensional poverty 4.0 times that of the country or more (Mekong Delta 2.0)
	// People's Committee of the commune 25 working days · Decree No. 272/2025/NĐ-CP of 2025-10-16
	// People's Committee of the province 45 working days · Decree No. 272/2025/NĐ-CP of 2025-10-16
	// Ministry of Ethnic and Religious Affairs 15 working days · Decree No. 272/2025/NĐ-CP of 2025-10-16
}

// A stored result is calculated again; under another reading of the decree it says what differs.
func ExampleDecree_Replay() {
	c := area.Commune{UnitName: "xã Suối Mơ", On: rule.Day(2026, 11, 23), Region: criteria.TDMNPB}
	r, err := area.Decree{}.Classify(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	stored, err := json.Marshal(r)
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := area.Decree{}.Replay(stored, c)
	fmt.Println(again.Same, err)
	again, err = area.Decree{IncomeAtHalf: true}.Replay(stored, c)
	fmt.Println(again.Same, again.Differs[0].Path, err)
	// Output:
	// true <nil>
	// false conditions[0].compared[0].relation <nil>
}

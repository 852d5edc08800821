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

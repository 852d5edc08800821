package national_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// assess is a whole program's work: what is missing to the standard, and by how much.
func assess(data []byte) error {
	var in criteria.Dossier // unit, standard, as-of, year, profile, readings
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	set, err := national.InForce(in.Standard, in.AsOf) // no nearest set: an error names the gap
	if err != nil {
		return err
	}
	a, err := set.Assess(in) // err = misuse only; Unknown is an answer
	if err != nil {
		return err
	}
	fmt.Println(a.Verdict(), a.Count(criteria.Met))
	for l := range a.Lines(criteria.NotMet) {
		gap, _ := l.Gap()
		fmt.Println(l.Code, l.Reading, l.Demand, gap.In(rule.Vi), l.Source)
	}
	return nil
}

func Example_program() {
	err := assess([]byte(`{
		"format": "giupxa.dossier/1",
		"unit": "02743", "standard": "basic", "asOf": "2021-11-30", "year": 2021,
		"profile": {"region": "TDMNPB"},
		"readings": {"10.1": "34.5", "15.1": "85", "15.2": "pass", "15.3": "26.7"}
	}`))
	fmt.Println(err)
	err = assess([]byte(`{"standard": "basic", "asOf": "2021-11-30", "readings": {"10.1": "34,5"}}`))
	fmt.Println(err)
	// Output:
	// not-met 1
	// 10.1 34,5 ≥ 36 1,5 Quyết định số 1980/QĐ-TTg ngày 17/10/2016
	// <nil>
	// readings["10.1"]: form.unreadable: không đọc được «34,5»: ghi 34.5: phần thập phân sau dấu chấm; không ngăn hàng nghìn
}

package national_test

import (
	"errors"
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The day of assessment chooses the set; where none is held, the error says which.
func ExampleInForce() {
	for _, on := range []string{"2016-11-30", "2022-03-07", "2022-03-08", "2026-02-15"} {
		day, _ := rule.ParseDate(on)
		set, err := national.InForce(criteria.Basic, day)
		if err != nil {
			fmt.Println(errors.Is(err, rule.ErrGap), err)
			continue
		}
		fmt.Println(set.ID(), set.Years())
	}
	// Output:
	// true there is no value for that day: 2016-11-30: the set of 2009 (491/QĐ-TTg, 342/QĐ-TTg) is not held: asked for the standard new rural
	// 1980/QĐ-TTg {2016 2021}
	// 318/QĐ-TTg/I {2021 2025}
	// 51/2025/QĐ-TTg {2026 2030}
}

// An id that is not held is refused by name.
func ExampleByID() {
	_, err := national.ByID("691/QĐ-TTg")
	fmt.Println(err)
	set, _ := national.ByID(national.ID1980)
	fmt.Println(set.Span())
	// Output:
	// the set is not held: 691/QĐ-TTg, the conditions of 2018 for a model commune
	// từ 01/12/2016 đến 07/3/2022
}

func ExampleAll() {
	for _, set := range national.All() {
		fmt.Println(set.ID(), set.Standard(), len(set.Table().Criteria))
	}
	// Output:
	// 1980/QĐ-TTg basic 19
	// 318/QĐ-TTg/I basic 19
	// 318/QĐ-TTg/II advanced 19
	// 319/QĐ-TTg model 4
	// 51/2025/QĐ-TTg basic 10
}

// A province that holds that the sets of 2021–2025 ended with that year says so.
func ExampleReach_InForce() {
	strict := national.Reach{EndWith2025: true}
	_, err := strict.InForce(criteria.Advanced, rule.Day(2026, 1, 15))
	fmt.Println(err)
	// Output:
	// there is no value for that day: 2026-01-15: the set of 2021–2025 ended with 2025 and 51/2025/QĐ-TTg came into force on 2026-02-15: asked for the standard advanced new rural
}

func ExampleReach_ByID() {
	byTitle := national.Reach{NoSetIn2021: true}
	set, _ := byTitle.ByID(national.ID1980)
	fmt.Println(set.Span(), set.Years())
	// Output:
	// từ 01/12/2016 đến 31/12/2020 {2016 2020}
}

// The readings on which the choice of the set rests go beside the answer.
func ExampleBasis() {
	d := criteria.Dossier{Standard: criteria.Basic, AsOf: rule.Day(2021, 11, 30), Year: 2021}
	for _, f := range national.Basis(d) {
		fmt.Println(f.In(rule.En))
	}
	// Output:
	// 1980/QĐ-TTg is taken to serve until 2022-03-07, though its title ends with 2020
	// the income floor printed for 2020 is taken to serve 2021
}

func ExampleReach_Basis() {
	d := criteria.Dossier{Standard: criteria.Basic, AsOf: rule.Day(2021, 11, 30), Year: 2021}
	fmt.Println(len(national.Reach{NoSetIn2021: true}.Basis(d)))
	// Output:
	// 0
}

func ExampleRules() {
	for _, r := range national.Rules() {
		fmt.Println(r.Code, r.Origin, r.Switch)
	}
	// Output:
	// national.1980-serves-2021 reading Reach.NoSetIn2021
	// national.floor-of-2020-serves-2021 reading Reach.NoFloorIn2021
	// national.318-serves-2026 reading Reach.EndWith2025
}

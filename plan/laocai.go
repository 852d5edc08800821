package plan

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// LaoCai2021 is what the 2021 dispatch of Lào Cai demands: a plan for 2021–2025
// and one for each year by quarter and month, sent to the provincial Coordination
// Office; those of 2021 before 10/8/2021. Each call makes a fresh value.
func LaoCai2021() Mandate {
	return Mandate{
		ID:       "lao-cai-2021",
		Version:  "1",
		Basis:    laocai.Basis(),
		Decision: rule.Source{Kind: rule.Decision, Number: "1599/QĐ-UBND", Date: rule.Day(2021, 5, 14), Issuer: "UBND tỉnh Lào Cai"},
		Province: rule.Source{Kind: rule.Plan, Number: "158/KH-UBND", Date: rule.Day(2022, 4, 19), Issuer: "UBND tỉnh Lào Cai"},
		Replaced: nationalReplaced(),

		FirstYear: 2021,
		LastYear:  2025,
		Programs:  []org.Program{org.NewRural, org.PovertyReduction},
		SendTo:    []org.BodyID{laocai.CoordinationOffice},
		Deadlines: []Deadline{{Year: 2021, Period: true, Before: rule.Day(2021, 8, 10)}},
	}
}

// nationalReplaced are the national criteria sets and the provincial scoring decision that
// later ones replaced.
func nationalReplaced() []Replaced {
	prime := func(number string, on civil.Date) rule.Source {
		return rule.Source{Kind: rule.Decision, Number: number, Date: on, Issuer: "Thủ tướng Chính phủ"}
	}
	basic2016, basic2021 := prime("1980/QĐ-TTg", rule.Day(2016, 10, 17)), prime("318/QĐ-TTg", rule.Day(2022, 3, 8))
	return []Replaced{
		{Old: basic2016, By: basic2021, From: rule.Day(2022, 3, 8)},
		{Old: basic2021, By: prime("51/2025/QĐ-TTg", rule.Day(2025, 12, 29)), From: rule.Day(2026, 2, 15)},
		{Old: rule.Source{Kind: rule.Decision, Number: "1686/QĐ-UBND", Date: rule.Day(2017, 5, 18), Issuer: "UBND tỉnh Lào Cai"},
			By:   rule.Source{Kind: rule.Decision, Number: "2693/QĐ-UBND", Date: rule.Day(2021, 7, 28), Issuer: "UBND tỉnh Lào Cai"},
			From: rule.Day(2021, 7, 28)},
	}
}

package plan

import (
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

		FirstYear: 2021,
		LastYear:  2025,
		Programs:  []org.Program{org.NewRural, org.PovertyReduction},
		SendTo:    []org.BodyID{laocai.CoordinationOffice},
		Deadlines: []Deadline{{Year: 2021, Period: true, Before: rule.Day(2021, 8, 10)}},
	}
}

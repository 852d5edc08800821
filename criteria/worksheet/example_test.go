package worksheet_test

import (
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/worksheet"
)

// A sheet of which one row is filled, with a made-up number.
func ExampleSheet_Read() {
	set, err := national.ByID(national.ID318I)
	if err != nil {
		panic(err)
	}
	filled := worksheet.Of(set).Read(
		"set,code,in force,part,column or group,year,value,page or article,read by,read on\n"+
			"318/QĐ-TTg/I,4.2,,,TN,,97,Phụ lục I,Nguyễn Văn A,2026-11-28\n",
		criteria.Overlay{ID: "minh họa", Name: rule.Text{Vi: "số minh họa", En: "a made-up number"}})
	fmt.Println(filled.Findings[0].In(rule.En))
	fmt.Println(filled.Before.Unconfirmed-filled.After.Unconfirmed, filled.After.Read-filled.Before.Read)
	// Output:
	// row 2, column "value": "≥ 97" differs from the candidate ≥ 98 (unconfirmed (low to medium)); "≥ 97" is used
	// 1 1
}

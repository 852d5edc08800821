// Command report writes one page about a province on a day, as HTML that needs nothing else:
// no script, no other file, no network. It is read on a telephone, on paper and by a screen
// reader, in light and dark.
//
//	go run ./examples/report > tinh.html                   an illustrative province, on 20/11/2021
//	go run ./examples/report -lang en > province.html
//	go run ./examples/report -date 30/9/2021 tinh.json     a province's own
//
// The file holds the province's records, each as the library reads it: dossiers of communes, a
// ledger, visits, difficulties, a list to be put in order, and the policies for them. What is
// not given has no section. What a section says comes from the library; the page adds none of
// its own.
package main

import (
	_ "embed"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

//go:embed minh-hoa.json
var shown []byte

func newProgram() program.Program {
	date := "2021-11-20"
	return program.Program{
		Name: "report",
		About: rule.Text{
			Vi: "Viết một trang HTML về một tỉnh vào một ngày: xã và tiêu chí, khoảng cách đến chuẩn, lịch đi cơ sở, sổ theo dõi nhiệm vụ, khó khăn vướng mắc, xếp hạng và tỷ lệ. Trang tự đủ: không cần mạng, không có mã lệnh; in được ra giấy A4.\nKhông có tệp thì viết về một tỉnh minh họa.",
			En: "Writes one page of HTML about a province on a day: communes and criteria, the distance to the standard, the calendar of visits, the ledger of duties, difficulties, order and quota. It needs no network and no script, and prints on A4.\nWithout a file it is about an illustrative province.",
		},
		File:     rule.Text{Vi: "các hồ sơ của tỉnh (JSON); «-» là đầu vào chuẩn", En: "the province's records (JSON); - is the standard input"},
		Flags:    []program.Flag{{Name: "date", Value: &date, Words: rule.Text{Vi: "ngày, dạng 2021-11-20 hoặc 20/11/2021", En: "the day, as 2021-11-20 or 20/11/2021"}}},
		Examples: []string{"go run ./examples/report > tinh.html", "go run ./examples/report -date 30/9/2021 tinh.json > tinh.html"},
		Run: func(c *program.Call) error {
			on, err := rule.ParseDate(date)
			if err != nil {
				return program.Misuse{Err: err}
			}
			var p province
			if c.File == "" {
				err = form.Decode(shown, "", &p)
			} else {
				err = c.Decode(c.File, &p)
			}
			if err != nil {
				return err
			}
			text, err := p.page(on, c.Lang)
			switch {
			case err != nil && c.File == "":
				return program.Misuse{Err: err} // the day
			case err != nil:
				return program.Of(c.File, err)
			}
			return c.Print(text)
		},
	}
}

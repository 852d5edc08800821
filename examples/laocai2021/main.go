// Command laocai2021 shows the 2021 dispatch of Lào Cai at work on real communes:
// who helps whom and what is owed by when, a plan that is checked and mended,
// notices of visits, a commune against the national criteria, and a score with
// its working. What is made up for the example says so on its line. Given the file of a
// visit or a plan, it judges that by the dispatch and the roster of the example instead.
//
//	go run ./examples/laocai2021            in Vietnamese
//	go run ./examples/laocai2021 -lang en   in English
//	go run ./examples/laocai2021 -json      the same as one JSON document
//	go run ./examples/laocai2021 examples/laocai2021/testdata/visit.json
package main

import (
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

func newProgram() program.Program {
	asJSON := false
	return program.Program{
		Name: "laocai2021",
		About: rule.Text{
			Vi: "Áp dụng công văn năm 2021 của UBND tỉnh Lào Cai vào các xã có thật: ai giúp xã nào, phải gửi gì đến khi nào; một kế hoạch được kiểm tra rồi sửa; thông báo chuyến đi; xã so với bộ tiêu chí; bảng chấm điểm.\nCó tệp thì kiểm tra chuyến đi hoặc kế hoạch trong tệp, theo công văn và danh sách phân công của ví dụ này.",
			En: "Shows the 2021 dispatch of Lào Cai at work on real communes: who helps whom and what is owed by when; a plan that is checked and mended; notices of visits; communes against the criteria; a score sheet.\nGiven a file, it judges the visit or the plan in it by the dispatch and the roster of this example.",
		},
		File:     rule.Text{Vi: "chuyến đi hoặc kế hoạch (JSON); «-» là đầu vào chuẩn", En: "a visit or a plan (JSON); - is the standard input"},
		Flags:    []program.Flag{{Name: "json", On: &asJSON, Words: rule.Text{Vi: "in một tài liệu JSON thay cho trang chữ", En: "print one JSON document instead of text"}}},
		Examples: []string{"go run ./examples/laocai2021", "go run ./examples/laocai2021 examples/laocai2021/testdata/visit.json"},
		Run: func(c *program.Call) error {
			if c.File != "" {
				return judge(c, asJSON)
			}
			r, err := newReport()
			if err != nil {
				return err
			}
			if asJSON {
				return c.JSON(r)
			}
			p := &page{Page: program.Page{Lang: c.Lang}}
			r.print(p)
			return c.Print(p.String())
		},
	}
}

// report is everything the example shows; it is printed for people or as JSON.
type report struct {
	Roster   rosterSection  `json:"roster"`
	Plan     planSection    `json:"plan"`
	Visits   visitSection   `json:"visits"`
	Communes communeSection `json:"communes"`
	Score    scoreSection   `json:"score"`
}

func newReport() (report, error) {
	var r report
	roster, err := newRoster()
	if err != nil {
		return r, err
	}
	r.Visits = newVisitSection(roster)
	for _, build := range []func() error{
		func() (err error) { r.Roster, err = newRosterSection(roster); return },
		func() (err error) { r.Plan, err = newPlanSection(roster); return },
		func() (err error) { r.Communes, err = newCommuneSection(); return },
		func() (err error) { r.Score, err = newScoreSection(); return },
	} {
		if err := build(); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r report) print(p *page) {
	p.paragraph("Công văn năm 2021 của UBND tỉnh Lào Cai về tăng cường phối hợp giúp đỡ xã xây dựng nông thôn mới và giảm nghèo bền vững, áp dụng vào các xã có thật. Dòng nào là minh họa thì ghi rõ ở dòng đó.",
		"The 2021 dispatch of the Lào Cai Provincial People's Committee on helping communes build new rural areas and reduce poverty sustainably, at work on real communes. What is illustrative says so on its line.")
	r.Roster.print(p)
	r.Plan.print(p)
	r.Visits.print(p)
	r.Communes.print(p)
	r.Score.print(p)
	p.sources()
}

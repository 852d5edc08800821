// Command score scores a sheet by a scheme: each line with the formula and the facts behind
// it, the total with what is not known, the rating with its reasons, and how far the sheet
// is on a day.
//
//	go run ./examples/score                                        the illustrative sheet of 2021
//	go run ./examples/score -scheme nd335-manager phieu.json       another scheme of this module
//	go run ./examples/score -scheme thang.json -facts so-lieu.json phieu.json
//	go run ./examples/score -date 2022-01-15 -as json < phieu.json -
//
// The scheme is one of this module or a file (giupxa.scheme/1); the facts feed the lines that
// have a measure. The points of the illustrative scheme are made up: those of the decision
// are not known.
package main

import (
	_ "embed"
	"encoding/json"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

// The illustration: a scheme with made up points, a sheet, and the facts that feed it.
var (
	//go:embed minh-hoa-thang.json
	ownScheme []byte
	//go:embed minh-hoa-phieu.json
	ownSheet []byte
	//go:embed minh-hoa-so-lieu.json
	ownFacts []byte
)

var schemes = map[string]func() evaluation.Scheme{
	"laocai1686": evaluation.LaoCai1686, "daklak2126": evaluation.DakLak2126, "haiphong212": evaluation.HaiPhong212,
	"nd335": evaluation.Decree335, "nd335-manager": evaluation.Decree335Manager,
}

// question is what is asked.
type question struct {
	scheme, facts, date, as string

	lang rule.Lang
}

func newProgram() program.Program {
	q := question{as: "text"}
	return program.Program{
		Name: "score",
		About: rule.Text{
			Vi: "Chấm một phiếu theo một thang điểm: từng dòng với công thức và số liệu, tổng điểm, xếp loại và lý do, phiếu đang ở bước nào. Không ghi tệp: phiếu minh họa năm 2021, điểm tối đa là số giả định.",
			En: "Scores a sheet by a scheme: each line with its formula and facts, the total, the rating and its reasons, how far the sheet is. Without a file: the illustrative sheet of 2021, whose maxima are made up.",
		},
		File: rule.Text{Vi: "phiếu chấm điểm (JSON, giupxa.sheet/1); «-» là đầu vào chuẩn", En: "a score sheet (JSON, giupxa.sheet/1); - is the standard input"},
		Flags: []program.Flag{
			{Name: "scheme", Value: &q.scheme, Words: rule.Text{Vi: "thang điểm: laocai1686, daklak2126, haiphong212, nd335, nd335-manager, hoặc tệp (giupxa.scheme/1)", En: "the scheme: laocai1686, daklak2126, haiphong212, nd335, nd335-manager, or a file (giupxa.scheme/1)"}},
			{Name: "facts", Value: &q.facts, Words: rule.Text{Vi: "số liệu để lấy điểm (JSON, giupxa.facts/1)", En: "facts that feed the lines (JSON, giupxa.facts/1)"}},
			{Name: "date", Value: &q.date, Words: rule.Text{Vi: "ngày xem phiếu đang ở bước nào", En: "the day on which to say how far the sheet is"}},
			{Name: "as", Value: &q.as, OneOf: []string{"text", "json"}, Words: rule.Text{Vi: "cách in", En: "how it is printed"}},
		},
		Examples: []string{
			"go run ./examples/score -lang en",
			"go run ./examples/score -scheme nd335-manager phieu.json",
			"go run ./examples/score -scheme thang.json -facts so-lieu.json -as json phieu.json",
		},
		Run: func(c *program.Call) error { return q.run(c) }, //nolint:gocritic // flags are read before it runs
	}
}

// answer is what comes of it.
type answer struct {
	Result evaluation.Result `json:"result"`
	// Feeding is why lines were not fed from the facts.
	Feeding rule.Findings     `json:"feeding"`
	Date    civil.Date        `json:"date,omitzero"`
	State   *evaluation.State `json:"state,omitempty"`
}

func (q question) run(c *program.Call) error {
	q.lang = c.Lang
	a, err := q.answer(c)
	if err != nil {
		return err
	}
	if q.as == "json" {
		err = c.JSON(a)
	} else {
		err = c.Print(q.page(a))
	}
	if err == nil && a.Result.Findings().Has(rule.Broken) {
		return program.ErrFound
	}
	return err
}

func (q question) answer(c *program.Call) (a answer, err error) {
	if q.date != "" {
		if a.Date, err = rule.ParseDate(q.date); err != nil {
			return a, program.Misuse{Err: err}
		}
	}
	var scheme evaluation.Scheme
	var sheet evaluation.Sheet
	var facts evaluation.Facts
	own := c.File == "" && q.scheme == "" && q.facts == ""
	fed := own || q.facts != ""
	switch shipped, is := schemes[q.scheme]; {
	case is:
		scheme = shipped()
	case q.scheme == "":
		err = json.Unmarshal(ownScheme, &scheme)
	default:
		err = c.Decode(q.scheme, &scheme)
	}
	if err == nil && c.File == "" {
		err = json.Unmarshal(ownSheet, &sheet)
	} else if err == nil {
		err = c.Decode(c.File, &sheet)
	}
	if err == nil && own {
		err = json.Unmarshal(ownFacts, &facts)
	} else if err == nil && fed {
		err = c.Decode(q.facts, &facts)
	}
	if err == nil && fed {
		sheet, a.Feeding, err = scheme.Feed(sheet, facts)
	}
	if err != nil {
		return a, err
	}
	if !a.Date.IsZero() {
		state := sheet.StateOn(a.Date)
		a.State = &state
	}
	a.Result, err = scheme.Score(sheet)
	return a, err
}

// page is the working line by line, then what is wrong or missing.
func (q question) page(a answer) string {
	p := program.Page{Lang: q.lang}
	for line := range strings.Lines(a.Result.In(q.lang)) {
		p.Table([][]string{{strings.TrimSuffix(line, "\n")}}, 0) // keeps the spaces before it
	}
	if a.State != nil {
		p.Paragraph(p.Say("Ngày ", "On ") + rule.FormatDate(a.Date, q.lang) + p.Say(" phiếu ", " the sheet is ") + a.State.In(q.lang))
	}
	list := func(vi, en string, found rule.Findings) {
		if len(found) == 0 {
			return
		}
		p.Title(p.Say(vi, en))
		for _, f := range found {
			p.Bullet(f.Kind.In(q.lang) + ": " + f.In(q.lang))
		}
	}
	list("Phiếu", "The sheet", a.Result.Findings())
	list("Chưa lấy được từ số liệu", "Not fed from the facts", a.Feeding)
	return p.String()
}

// Command assess reads the dossier of a commune and prints its assessment.
//
//	go run ./examples/assess examples/assess/testdata/phin-ngan-2021-05.json
//	go run ./examples/assess -text -lang en -accept high < commune.json
//	go run ./examples/assess -text -stage verified -overlay province.json commune.json
//	go run ./examples/assess -coverage
//
// The set is the one that the dossier names, or else the one that serves its
// standard on its day; -overlay lays what a province prescribes over its base. -accept
// also uses numbers of the table that are known at least so well, -stage only readings
// of that stage or a later one. Keys of readings: "10.1" an indicator, "17.1/centralised" a part,
// "c10" a criterion, "set/criteria" a count, "@schools" an attribute.
package main

import (
	"strconv"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

// options are the flags.
type options struct {
	accept, stage, overlay string
	text, coverage         bool
}

func newProgram() program.Program {
	var o options
	return program.Program{
		Name: "assess",
		About: rule.Text{
			Vi: "Đọc hồ sơ của một xã và đối chiếu với bộ tiêu chí: xã đạt, chưa đạt hay chưa rõ ở chỉ tiêu nào, còn thiếu bao nhiêu.\nMã số liệu trong hồ sơ: «10.1» chỉ tiêu, «17.1/centralised» một phần của chỉ tiêu, «c10» tiêu chí, «set/criteria» số tiêu chí đạt, «@schools» đặc điểm của xã.",
			En: "Reads the dossier of a commune and holds it against the set of criteria: which indicators are met, not met or unknown, and how far away each goal is.\nKeys of readings in the dossier: 10.1 an indicator, 17.1/centralised a part of one, c10 a criterion, set/criteria a count, @schools an attribute.",
		},
		File: rule.Text{Vi: "hồ sơ của xã (JSON); không ghi, hoặc ghi «-», là đầu vào chuẩn", En: "the dossier of the commune (JSON); the standard input where it is left out or -"},
		Flags: []program.Flag{
			{Name: "text", On: &o.text, Words: rule.Text{Vi: "in cho người đọc, thay cho JSON", En: "print for people instead of JSON"}},
			{Name: "accept", Value: &o.accept, OneOf: degrees(), Words: rule.Text{Vi: "dùng cả mức phải đạt chưa xác nhận, từ độ tin cậy này", En: "also use demands that are not confirmed, from this confidence on"}},
			{Name: "stage", Value: &o.stage, OneOf: stages(), Words: rule.Text{Vi: "chỉ dùng số liệu từ bước này", En: "use only readings of this stage or a later one"}},
			{Name: "overlay", Value: &o.overlay, Words: rule.Text{Vi: "tệp quy định của tỉnh, đặt trên bộ tiêu chí quốc gia", En: "file of what a province lays over its national set"}},
			{Name: "coverage", On: &o.coverage, Words: rule.Text{Vi: "in mỗi bộ tiêu chí đã được xác nhận đến đâu", En: "print how much of each set is confirmed"}},
		},
		Examples: []string{
			"go run ./examples/assess -text examples/assess/minh-hoa-2022.json",
			"go run ./examples/assess -text -stage verified -overlay tinh.json < xa.json",
		},
		Run: func(c *program.Call) error { return o.run(c) }, //nolint:gocritic // flags are read before it runs
	}
}

// degrees are those below the floor, which somebody may accept.
func degrees() []string { return codes(rule.Low, rule.LowMed, rule.Med, rule.MedHigh, rule.High) }

func stages() []string { return codes(criteria.Self, criteria.Verified, criteria.Appraised) }

func codes[T interface{ MarshalText() ([]byte, error) }](values ...T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		code, _ := v.MarshalText()
		list[i] = string(code)
	}
	return list
}

func (o options) run(c *program.Call) error {
	if o.coverage {
		return printCoverage(c)
	}
	a, set, err := o.assess(c)
	if err != nil {
		return err
	}
	if o.text {
		err = c.Print(describe(a, set, c.Lang))
	} else {
		err = c.JSON(a.Report())
	}
	if err == nil && a.Findings().Has(rule.Broken) {
		return program.ErrFound
	}
	return err
}

func (o options) assess(c *program.Call) (a criteria.Assessment, set criteria.Set, err error) {
	var d criteria.Dossier
	if err = c.Decode(c.File, &d); err != nil {
		return a, set, err
	}
	if set, err = o.set(c, d); err != nil {
		return a, set, err
	}
	if a, err = set.Assess(d); err != nil {
		return a, set, program.Misuse{Err: err}
	}
	if o.accept != "" {
		floor, _ := rule.ParseConfidence(o.accept)
		a = a.Accept(floor)
	}
	if o.stage != "" {
		stage, _ := criteria.ParseStage(o.stage)
		a = a.AtStage(stage)
	}
	return a, set, nil
}

// set is the province's where there is an overlay, or else a national one.
func (o options) set(c *program.Call, d criteria.Dossier) (criteria.Set, error) {
	switch {
	case o.overlay != "":
		var overlay criteria.Overlay
		if err := c.Decode(o.overlay, &overlay); err != nil {
			return criteria.Set{}, err
		}
		base, err := national.ByID(overlay.Base)
		if err != nil {
			return criteria.Set{}, err
		}
		set, err := base.Localize(overlay)
		return set, program.Of(o.overlay, err)
	default:
		return program.SetOf(d)
	}
}

func printCoverage(c *program.Call) error {
	p := program.Page{Lang: c.Lang}
	rows := [][]string{{p.Say("bộ tiêu chí", "set"), p.Say("đã đọc", "read"), p.Say("dẫn lại", "secondary"), p.Say("chưa xác nhận", "unconfirmed"), p.Say("chưa biết", "unknown")}}
	for _, s := range national.All() {
		n := s.Coverage()
		rows = append(rows, []string{s.ID(), strconv.Itoa(n.Read), strconv.Itoa(n.Secondary), strconv.Itoa(n.Unconfirmed), strconv.Itoa(n.Unknown)})
	}
	p.Table(rows, 0)
	return c.Print(p.String())
}

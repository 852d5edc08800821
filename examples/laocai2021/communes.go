package main

import (
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// communeSection is communes against the national criteria of 1980/QĐ-TTg.
type communeSection struct {
	Assessed []assessed `json:"assessed"`
}

// assessed is one assessment, ready to print and to be written as JSON.
type assessed struct {
	Title    rule.Text          `json:"title"`
	From     fact               `json:"from"`
	Edition  rule.Edition       `json:"edition"`
	Verdict  criteria.Verdict   `json:"verdict"`
	Stated   bool               `json:"stated"`
	Least    int                `json:"least"` // criteria met, at least
	Most     int                `json:"most"`  // and at most
	Headings []criteria.Heading `json:"headings"`
	Lines    []criteria.Line    `json:"lines"` // indicators that have a reading or lack one that decides
	Caveats  rule.Findings      `json:"caveats"`
}

func newCommuneSection() (communeSection, error) {
	var s communeSection
	add := func(d criteria.Dossier, view *rule.Confidence, title rule.Text, from fact) error {
		set, err := national.InForce(criteria.Basic, d.AsOf)
		if err != nil {
			return err
		}
		a, err := set.Assess(d)
		if err != nil {
			return err
		}
		if view != nil {
			a = a.Accept(*view)
		}
		s.Assessed = append(s.Assessed, present(a, title, from))
		return nil
	}
	accepted := rule.Low
	for _, c := range []struct {
		dossier criteria.Dossier
		view    *rule.Confidence
		title   rule.Text
		from    fact
	}{
		{phinNganJune(), nil, rule.Text{Vi: "Phìn Ngan (02743), công bố: cuối tháng 5/2021", En: "Phìn Ngan (02743), as published: end of May 2021"}, fact{Page: pagePhinNgan}},
		{phinNganNovember(), nil, rule.Text{Vi: "Phìn Ngan, rà soát lại 30/11/2021; chỉ dùng con số đã xác nhận", En: "Phìn Ngan, checked again on 2021-11-30; confirmed numbers only"}, illustrative},
		{phinNganNovember(), &accepted, rule.Text{Vi: "Phìn Ngan, cùng số liệu; chấp nhận cả con số chưa xác nhận", En: "Phìn Ngan, the same readings; unconfirmed numbers accepted"}, illustrative},
		{triQuang(), nil, rule.Text{Vi: "Trì Quang (02935), công bố: 19/19 tiêu chí năm 2020", En: "Trì Quang (02935), as published: 19 of 19 criteria in 2020"}, fact{Page: pageTriQuang}},
	} {
		if err := add(c.dossier, c.view, c.title, c.from); err != nil {
			return s, err
		}
	}
	return s, nil
}

func present(a criteria.Assessment, title rule.Text, from fact) assessed {
	out := assessed{Lines: []criteria.Line{}, Title: title, From: from, Edition: a.Edition(), Verdict: a.Verdict(), Stated: a.Stated(), Caveats: a.Caveats()}
	out.Least, out.Most = a.Bounds()
	for h := range a.Headings() {
		out.Headings = append(out.Headings, h)
	}
	if a.Count(criteria.Unknown) == len(out.Headings) {
		return out // nothing but a statement of the whole
	}
	unknown := map[int]bool{}
	for h := range a.Headings(criteria.Unknown) {
		unknown[h.No] = true
	}
	for l := range a.Lines() {
		if l.Reading.IsZero() && !unknown[l.Criterion] {
			continue
		}
		out.Lines = append(out.Lines, l)
	}
	return out
}

func (s communeSection) print(p *page) {
	p.title("4. Xã so với Bộ tiêu chí quốc gia (1980/QĐ-TTg)", "4. Communes against the national criteria (1980/QĐ-TTg)")
	for _, a := range s.Assessed {
		a.print(p)
	}
}

func (a assessed) print(p *page) {
	p.Printf("\n%s (%s)\n", a.Title.In(p.Lang), p.mark(a.From))
	basis := p.Say("từ số liệu; * theo công bố", "from readings; * as stated")
	if a.Stated {
		basis = p.Say("theo công bố (*)", "as stated (*)")
	}
	reach := fmt.Sprintf("%d/19", a.Least)
	if a.Most != a.Least {
		reach = fmt.Sprintf("%d–%d/19", a.Least, a.Most)
	}
	p.Printf("  %s %s (%s); %s %s\n", p.Say("Kết quả:", "Verdict:"), a.Verdict.In(p.Lang), basis, p.Say("số tiêu chí đạt:", "criteria met:"), reach)
	for _, v := range []criteria.Verdict{criteria.Met, criteria.NotMet, criteria.Unknown} {
		list := ""
		for _, h := range a.Headings {
			if h.Verdict != v {
				continue
			}
			if list != "" {
				list += "; "
			}
			list += fmt.Sprintf("%d %s", h.No, h.Name.In(p.Lang))
			if h.Stated {
				list += "*"
			}
		}
		if list != "" {
			p.Bullet(v.In(p.Lang) + ": " + list)
		}
	}
	rows := [][]string{}
	for _, l := range a.Lines {
		rows = append(rows, []string{"  " + l.Code + " " + l.Name.In(p.Lang)}, []string{
			"    " + l.Verdict.In(p.Lang), l.Reading.In(p.Lang), program.Demand(l, p.Lang), distance(l, p), source(l, p.Lang),
		})
	}
	p.Table(rows, 2)
	for _, c := range a.Caveats {
		p.Bullet(p.Say("lưu ý: ", "caveat: ") + c.In(p.Lang))
	}
}

// source says how well the demand is known, and by which document.
func source(l criteria.Line, lang rule.Lang) string {
	if l.Source.Number == "" {
		return l.Confidence.In(lang)
	}
	return l.Confidence.In(lang) + " (" + l.Source.Number + ")"
}

// distance is how far the goal is, or why nobody can say.
func distance(l criteria.Line, p *page) string {
	switch gap, known := l.Gap(); {
	case known && gap.Sign() == 0:
		return ""
	case known:
		unit := program.Unit(l.Unit, p.Lang)
		if l.GapCounts() {
			unit = p.Say("trường hợp", "cases")
		}
		return p.Say("còn cách ", "short by ") + gap.In(p.Lang) + " " + unit
	case l.Verdict == criteria.Unknown:
		return l.Reason.In(p.Lang)
	default:
		return ""
	}
}

// phinNganJune is the published position: 14 of 19 criteria met, 2, 6, 10, 11 and 17
// not met, reviewed with the Department of Agriculture on 10/6/2021.
func phinNganJune() criteria.Dossier {
	d := criteria.Dossier{
		Unit: "02743", UnitName: "xã Phìn Ngan", Standard: criteria.Basic, AsOf: rule.Day(2021, 5, 31), Year: 2021,
		Profile: criteria.Profile{Region: criteria.TDMNPB}, Readings: map[string]criteria.Reading{},
	}
	published := rule.Source{Kind: rule.WebPage, Date: rule.Day(2021, 6, 10), Page: pagePhinNgan}
	for no := 1; no <= 19; no++ {
		d.Readings[fmt.Sprintf("c%d", no)] = criteria.Stated(criteria.Met, published)
	}
	for _, no := range []int{2, 6, 10, 11, 17} {
		d.Readings[fmt.Sprintf("c%d", no)] = criteria.Stated(criteria.NotMet, published)
	}
	return d
}

// phinNganNovember is an illustrative re-check: all criteria verified as met but 10, 11
// and 15, of which there are readings.
func phinNganNovember() criteria.Dossier {
	d := phinNganJune()
	d.AsOf = rule.Day(2021, 11, 30)
	d.Readings = map[string]criteria.Reading{
		"10.1": criteria.Value(rule.MustNumber("36.0")),
		"11.1": criteria.Share(132, 1100),
		"15.1": criteria.Value(rule.MustNumber("85.0")),
		"15.2": criteria.Passed(),
	}
	for no := 1; no <= 19; no++ {
		if no != 10 && no != 11 && no != 15 {
			d.Readings[fmt.Sprintf("c%d", no)] = criteria.Reading{Said: criteria.Met, Stage: criteria.Verified}
		}
	}
	return d
}

func triQuang() criteria.Dossier {
	return criteria.Dossier{
		Unit: "02935", UnitName: "xã Trì Quang", Standard: criteria.Basic, AsOf: rule.Day(2020, 12, 31), Year: 2020,
		Profile:  criteria.Profile{Region: criteria.TDMNPB},
		Readings: map[string]criteria.Reading{"set/criteria": criteria.Count(19, 19).From(rule.Source{Kind: rule.WebPage, Page: pageTriQuang})},
	}
}

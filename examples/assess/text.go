package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// page is the text for people in one language.
type page struct {
	strings.Builder
	lang rule.Lang
}

func (p *page) say(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(p.lang) }

// describe prints the criteria with the indicators of which something is known, what
// would reach the standard, and what limits the answer.
func describe(a criteria.Assessment, l rule.Lang) string {
	p := &page{lang: l}
	r := a.Report()
	name := r.UnitName
	if name == "" {
		name = r.Unit
	}
	fmt.Fprintf(&p.Builder, "%s — %s: %s; %s %s\n", name, r.Set.ID, p.verdict(r.Verdict, r.Stated), p.say("số tiêu chí đạt, theo số liệu và công bố từng tiêu chí", "criteria met, by readings and statements of each"), between(r.Least, r.Most))
	fmt.Fprintf(&p.Builder, "%s\n\n", p.basis(r))
	p.table(r)
	p.shortfall(r.Shortfall)
	p.WriteString("\n")
	for _, f := range r.Findings {
		fmt.Fprintf(&p.Builder, "• %s: %s\n", p.say("không dùng được", "not used"), f.In(l))
	}
	for _, f := range r.Caveats {
		fmt.Fprintf(&p.Builder, "• %s: %s\n", p.say("lưu ý", "caveat"), f.In(l))
	}
	return p.String()
}

func (p *page) verdict(v criteria.Verdict, stated bool) string {
	if stated {
		return v.In(p.lang) + p.say(" (công bố)", " (stated)")
	}
	return v.In(p.lang)
}

func between(least, most int) string {
	if least == most {
		return strconv.Itoa(least)
	}
	return fmt.Sprintf("%d–%d", least, most)
}

// basis says on what the answer rests.
func (p *page) basis(r criteria.Report) string {
	parts := []string{p.say("dữ liệu ", "data of ") + r.Set.Version + " " + r.Set.Short()}
	if r.Base.ID != "" {
		parts = append(parts, p.say("trên ", "over ")+r.Base.ID)
	}
	for _, s := range []struct {
		stage criteria.Stage
		n     int
	}{{0, r.RestsOn.NotStated}, {criteria.Self, r.RestsOn.Self}, {criteria.Verified, r.RestsOn.Verified}, {criteria.Appraised, r.RestsOn.Appraised}} {
		name := s.stage.In(p.lang)
		if s.stage == 0 {
			name = p.say("không ghi bước", "no stage named")
		}
		if s.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s: %d", p.say("số liệu", "readings"), name, s.n))
		}
	}
	if r.Stage != 0 {
		parts = append(parts, p.say("chỉ dùng số liệu từ bước ", "only readings from the stage ")+r.Stage.In(p.lang))
	}
	return strings.Join(parts, "; ")
}

// table prints each criterion, and below it the indicators that have a reading, a
// statement or a verdict.
func (p *page) table(r criteria.Report) {
	rows := [][]string{{
		p.say("mã", "code"), p.say("kết quả", "verdict"), p.say("tiêu chí / số liệu", "criterion / reading"), p.say("yêu cầu", "demand"), p.say("còn cách", "gap"),
		p.say("lý do", "reason"), p.say("độ tin cậy", "confidence"),
	}}
	for _, h := range r.Criteria {
		rows = append(rows, []string{strconv.Itoa(h.No), p.verdict(h.Verdict, h.Stated), h.Name.In(p.lang), "", "", "", ""})
		for _, l := range r.Lines {
			if l.Criterion != h.No || l.Verdict == criteria.Unknown && l.Reading.IsZero() {
				continue
			}
			gap, _ := l.Gap()
			rows = append(rows, []string{"  " + l.Code, p.verdict(l.Verdict, l.Stated), l.Reading.In(p.lang), l.Demand.In(p.lang), gap.In(p.lang), p.reason(l), l.Confidence.In(p.lang)})
		}
	}
	p.WriteString(rule.Columns(rows))
}

func (p *page) reason(l criteria.Line) string {
	if l.Verdict != criteria.Unknown {
		return ""
	}
	return l.Reason.In(p.lang)
}

// shortfall prints the three groups; what is not known is told by reason.
func (p *page) shortfall(s criteria.Shortfall) {
	if len(s.Numbers)+len(s.Conditions)+len(s.Unknown) == 0 {
		return
	}
	fmt.Fprintf(&p.Builder, "\n%s\n", p.say("Còn thiếu để đạt:", "What would reach the standard:"))
	for _, l := range s.Numbers {
		short := ""
		if gap, known := l.Gap(); known {
			short = "; " + p.say("còn cách ", "short by ") + strings.TrimSpace(gap.In(p.lang)+" "+unit(l, p.lang))
		}
		fmt.Fprintf(&p.Builder, "- %s %s: %s → %s%s\n", l.Code, l.Name.In(p.lang), l.Reading.In(p.lang), l.Demand.In(p.lang), short)
	}
	for _, l := range s.Conditions {
		fmt.Fprintf(&p.Builder, "- %s %s: %s → %s\n", l.Code, l.Name.In(p.lang), l.Reading.In(p.lang), l.Demand.In(p.lang))
	}
	var reasons []criteria.Reason
	codes := map[criteria.Reason][]string{}
	for _, l := range s.Unknown {
		if codes[l.Reason] == nil {
			reasons = append(reasons, l.Reason)
		}
		codes[l.Reason] = append(codes[l.Reason], l.Code)
	}
	for _, r := range reasons {
		fmt.Fprintf(&p.Builder, "- %s: %s\n", r.In(p.lang), strings.Join(codes[r], ", "))
	}
}

// unit is the unit of a gap: a share falls short by a count.
func unit(l criteria.Line, lang rule.Lang) string {
	if l.GapCounts() {
		return rule.Text{Vi: "trường hợp (số đếm)", En: "cases (a count)"}.In(lang)
	}
	return l.Unit
}

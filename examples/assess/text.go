package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/worksheet"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// page is the text for people in one language.
type page struct {
	program.Page
	words map[string]rule.Text // of parts and attributes
	marks []rule.Source        // what the marks [1], [2] … refer to, in the order of their use
}

// describe prints the criteria with the indicators of which something is known, what
// would reach the standard, and what limits the answer.
func describe(a criteria.Assessment, set criteria.Set, l rule.Lang) string {
	p := &page{Page: program.Page{Lang: l}, words: set.Table().Words}
	r := a.Report()
	name := r.UnitName
	if name == "" {
		name = r.Unit
	}
	p.Paragraph(fmt.Sprintf("%s — %s: %s; %s %s/%d", name, r.Edition().ID, p.verdict(r.Verdict, r.Stated),
		p.Say("số tiêu chí đạt, theo số liệu và công bố từng tiêu chí:", "criteria met, by readings and statements of each:"), between(r.Least, r.Most), len(r.Criteria)))
	p.Paragraph(p.basis(r))
	p.Printf("\n")
	p.known(a, r)
	p.shortfall(r.Shortfall)
	p.needs(a, set)
	if len(r.Findings)+len(r.Caveats) > 0 {
		p.Printf("\n")
	}
	for _, f := range r.Findings {
		p.Bullet(p.Say("không dùng được: ", "not used: ") + f.In(l))
	}
	for _, f := range r.Caveats {
		p.Bullet(p.Say("lưu ý: ", "caveat: ") + f.In(l))
	}
	p.sources()
	return p.String()
}

func (p *page) verdict(v criteria.Verdict, stated bool) string {
	if stated {
		return v.In(p.Lang) + p.Say(" (công bố)", " (stated)")
	}
	return v.In(p.Lang)
}

func between(least, most int) string {
	if least == most {
		return strconv.Itoa(least)
	}
	return fmt.Sprintf("%d–%d", least, most)
}

// basis says on what the answer rests.
func (p *page) basis(r criteria.Report) string {
	parts := []string{p.Say("dữ liệu ", "data of ") + r.Edition().Version + " " + r.Edition().Short()}
	if r.Base().ID != "" {
		parts = append(parts, p.Say("trên ", "over ")+r.Base().ID)
	}
	for _, s := range []struct {
		stage criteria.Stage
		n     int
	}{{0, r.RestsOn.NotStated}, {criteria.Self, r.RestsOn.Self}, {criteria.Verified, r.RestsOn.Verified}, {criteria.Appraised, r.RestsOn.Appraised}} {
		name := s.stage.In(p.Lang)
		if s.stage == 0 {
			name = p.Say("không ghi bước", "no stage named")
		}
		if s.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s: %d", p.Say("số liệu", "readings"), name, s.n))
		}
	}
	if r.Stage != 0 {
		parts = append(parts, p.Say("chỉ dùng số liệu từ bước ", "only readings from the stage ")+r.Stage.In(p.Lang))
	}
	return strings.Join(parts, "; ")
}

// known prints each criterion, and below it the indicators that have a reading, a
// statement or a verdict, with their parts.
func (p *page) known(a criteria.Assessment, r criteria.Report) {
	var rows [][]string
	lines := slices.Collect(a.Lines())
	for _, h := range r.Criteria {
		heading := fmt.Sprintf("%d %s: %s", h.No, h.Name.In(p.Lang), p.verdict(h.Verdict, h.Stated))
		if h.Verdict == criteria.Unknown {
			heading += ", " + h.Reason.In(p.Lang)
		}
		rows = append(rows, []string{heading})
		for _, l := range lines {
			if l.Criterion == h.No {
				rows = append(rows, p.indicator(l)...)
			}
		}
	}
	if slices.ContainsFunc(rows, func(row []string) bool { return len(row) > 1 }) {
		rows = slices.Insert(rows, 0, []string{
			"      " + p.Say("kết quả", "verdict"), p.Say("số liệu", "reading"), p.Say("yêu cầu", "demand"),
			p.Say("còn cách", "gap"), p.Say("lý do", "reason"), p.Say("nguồn của yêu cầu", "source of the demand"),
		})
	}
	p.Table(rows, 0)
}

// indicator is the rows of one indicator; none where nothing is known of it.
func (p *page) indicator(l criteria.Line) [][]string {
	parts := slices.Collect(l.Parts())
	given := func(part criteria.Line) bool { return !part.Reading.IsZero() }
	if l.Verdict == criteria.Unknown && !given(l) && !slices.ContainsFunc(parts, given) {
		return nil
	}
	name := "  " + l.Code + " " + l.Name.In(p.Lang)
	if len(parts) < 2 {
		return [][]string{{name}, p.row(l)}
	}
	rows := [][]string{{name + ": " + p.verdict(l.Verdict, l.Stated) + p.statement(l)}}
	for _, part := range parts {
		rows = append(rows, []string{"    – " + p.part(part)}, p.row(part))
	}
	return rows
}

// row is one indicator or one part: what was found, what is demanded, how far away the goal
// is, why it is unknown and where the demand comes from.
func (p *page) row(l criteria.Line) []string {
	reading := l.Reading.In(p.Lang)
	if l.Reading.IsZero() {
		reading = "–"
	}
	return []string{"      " + p.verdict(l.Verdict, l.Stated), reading, p.demand(l), program.Gap(l, p.Lang), p.reason(l), p.source(l)}
}

// statement is what is published of an indicator whose parts have readings of their own.
func (p *page) statement(l criteria.Line) string {
	if l.Reading.Said == criteria.Unknown {
		return ""
	}
	return "; " + criteria.Stated(l.Reading.Said, rule.Source{}).In(p.Lang)
}

// demand is what must be reached, with its unit where it is not an attribute.
func (p *page) demand(l criteria.Line) string {
	if strings.HasPrefix(key(l), "@") {
		l.Unit = ""
	}
	return program.Demand(l, p.Lang)
}

func (p *page) reason(l criteria.Line) string {
	if l.Verdict != criteria.Unknown {
		return ""
	}
	return l.Reason.In(p.Lang)
}

// key is what follows the number of the indicator in the key of a part: "centralised",
// "@schools".
func key(l criteria.Line) string {
	if _, rest, isPart := strings.Cut(l.Code, "/"); isPart {
		return rest
	}
	if strings.HasPrefix(l.Code, "@") {
		return l.Code
	}
	return ""
}

// sexes are the parts that the demand for both sexes makes.
var sexes = map[string]rule.Text{"female": {Vi: "nữ", En: "women"}, "male": {Vi: "nam", En: "men"}}

// part says a part or an attribute in words: those of the set, or else its key.
func (p *page) part(l criteria.Line) string {
	var words []string
	for _, k := range strings.Split(key(l), "/") {
		switch text, known := p.words[k]; {
		case known:
			words = append(words, text.In(p.Lang))
		case sexes[k] != rule.Text{}:
			words = append(words, sexes[k].In(p.Lang))
		case k != "":
			words = append(words, k)
		}
	}
	switch {
	case len(words) > 0:
	case l.Source.Number != "":
		return p.Say("theo ", "by ") + l.Source.Number
	default:
		return p.Say("toàn chỉ tiêu", "the whole indicator")
	}
	return strings.Join(words, ", ")
}

// source says how well the demand is known, and where it is written.
func (p *page) source(l criteria.Line) string {
	words := l.Confidence.In(p.Lang)
	if l.Source.IsZero() {
		return words
	}
	at := slices.Index(p.marks, l.Source)
	if at < 0 {
		at = len(p.marks)
		p.marks = append(p.marks, l.Source)
	}
	return fmt.Sprintf("%s [%d]", words, at+1)
}

// sources lists what the marks refer to.
func (p *page) sources() {
	if len(p.marks) > 0 {
		p.Printf("\n%s\n", p.Say("Nguồn của yêu cầu:", "Sources of the demands:"))
	}
	for i, s := range p.marks {
		rows := [][]string{{fmt.Sprintf("[%d]", i+1), s.In(p.Lang)}}
		if s.Page != "" {
			rows = append(rows, []string{"", s.Page})
		}
		p.Table(rows, 2)
	}
}

// shortfall prints what would reach the standard: the numbers, the conditions, and what is
// not known by reason.
func (p *page) shortfall(s criteria.Shortfall) {
	if len(s.Numbers)+len(s.Conditions)+len(s.Unknown) == 0 {
		return
	}
	p.Printf("\n%s\n", p.Say("Còn thiếu để đạt:", "What would reach the standard:"))
	p.group(p.Say("chưa đạt", "not met"), append(slices.Clip(s.Numbers), s.Conditions...), true)
	var reasons []criteria.Reason
	of := map[criteria.Reason][]criteria.Line{}
	for _, l := range s.Unknown {
		if of[l.Reason] == nil {
			reasons = append(reasons, l.Reason)
		}
		of[l.Reason] = append(of[l.Reason], l)
	}
	for _, why := range reasons {
		p.group(why.In(p.Lang), of[why], false)
	}
}

// needs prints the cells that keep the answer open, those first that would decide most.
func (p *page) needs(a criteria.Assessment, set criteria.Set) {
	needs := worksheet.Of(set).Needs(func(yield func(criteria.Assessment) bool) { yield(a) })
	if len(needs) > 0 {
		p.Printf("\n")
	}
	program.Needs(&p.Page, needs, 5)
}

// group prints the lines of one reason; the name of an indicator stands once before its
// parts.
func (p *page) group(why string, lines []criteria.Line, gaps bool) {
	if len(lines) == 0 {
		return
	}
	p.Printf("%s (%d)\n", why, len(lines))
	var rows [][]string
	before := ""
	for _, l := range lines {
		code, _, _ := strings.Cut(l.Code, "/")
		name := l.Name.In(p.Lang)
		again := name == before
		before = name
		switch k := key(l); {
		case k != "" && again:
			code, name = "", "– "+p.part(l)
		case k != "":
			name += " – " + p.part(l)
		}
		row := []string{code, name}
		if gaps {
			row = append(row, l.Reading.In(p.Lang))
		}
		row = append(row, p.demand(l))
		if short := program.Gap(l, p.Lang); gaps && short != "" {
			row = append(row, p.Say("còn cách ", "short by ")+short)
		} else if gaps {
			row = append(row, "")
		}
		rows = append(rows, append(row, p.source(l)))
	}
	p.Table(rows, 2)
}

package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// page writes the report for people, in one language.
type page struct {
	w    io.Writer
	lang rule.Lang
	// pages are the addresses that marks refer to, in the order of their first use.
	pages []string
	err   error
}

const pageWidth = 120

func (p *page) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// say chooses the wording of the page's language.
func (p *page) say(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(p.lang) }

func (p *page) title(vi, en string) {
	words := p.say(vi, en)
	p.printf("\n%s\n%s\n", words, strings.Repeat("─", rule.Width(words)))
}

func (p *page) paragraph(vi, en string) {
	for _, line := range rule.Wrap(p.say(vi, en), pageWidth) {
		p.printf("%s\n", line)
	}
}

// table prints rows in aligned columns, indented.
func (p *page) table(rows [][]string) {
	for line := range strings.Lines(rule.Columns(rows)) {
		p.printf("  %s", line)
	}
}

// bullet prints a text under a dot, wrapped.
func (p *page) bullet(words string) {
	for i, line := range rule.Wrap(words, pageWidth-4) {
		dot := "•"
		if i > 0 {
			dot = " "
		}
		p.printf("  %s %s\n", dot, line)
	}
}

// mark says on a line whether it is a published fact or made up for the example.
func (p *page) mark(f fact) string {
	if f.Illustrative {
		return p.say("minh họa", "illustrative")
	}
	for i, page := range p.pages {
		if page == f.Page {
			return fmt.Sprintf("[%d]", i+1)
		}
	}
	p.pages = append(p.pages, f.Page)
	return fmt.Sprintf("[%d]", len(p.pages))
}

// sources lists the pages that marks refer to.
func (p *page) sources() {
	p.title("Nguồn", "Sources")
	for i, page := range p.pages {
		p.printf("  [%d] %s\n", i+1, page)
	}
}

// findings prints what a check had to say: kind, place, words, and whence it comes.
func (p *page) findings(found rule.Findings) {
	if len(found) == 0 {
		p.printf("  %s\n", p.say("không có vấn đề", "nothing to report"))
		return
	}
	for _, f := range found {
		p.bullet(f.Kind.In(p.lang) + ": " + f.In(p.lang))
		where := origin(f, p.lang)
		if f.Path != "" {
			where = string(f.Path) + " · " + where
		}
		for _, line := range rule.Wrap(where, pageWidth-6) {
			p.printf("      %s\n", line)
		}
	}
}

// origin says whence the rule of a finding comes: the passage of a text, the
// alternative of a reading, the name of a policy.
func origin(f rule.Finding, l rule.Lang) string {
	words := rule.Text{Vi: "nguồn gốc: ", En: "origin: "}.In(l) + f.Origin().In(l)
	switch f.Origin() {
	case rule.OriginLaw, rule.OriginText:
		return words + " — " + f.Source().In(l)
	case rule.OriginReading:
		return words + " — " + f.Rule().Passage.In(l) + rule.Text{Vi: "; cách hiểu khác: ", En: "; alternative: "}.In(l) + f.Rule().Alternative.In(l)
	case rule.OriginPolicy:
		return words + " — " + f.Rule().Switch
	default:
		return words
	}
}

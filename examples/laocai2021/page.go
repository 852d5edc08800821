package main

import (
	"fmt"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// page is the report for people, in one language.
type page struct {
	program.Page
	// pages are the addresses that marks refer to, in the order of their first use.
	pages []string
}

func (p *page) title(vi, en string) { p.Title(p.Say(vi, en)) }

func (p *page) paragraph(vi, en string) { p.Paragraph(p.Say(vi, en)) }

// mark says on a line whether it is a published fact or made up for the example.
func (p *page) mark(f fact) string {
	if f.Illustrative {
		return p.Say("minh họa", "illustrative")
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
		p.Printf("  [%d] %s\n", i+1, page)
	}
}

// findings prints what a check had to say: kind, place, words, and whence it comes.
func (p *page) findings(found rule.Findings) {
	if len(found) == 0 {
		p.Printf("  %s\n", p.Say("không có vấn đề", "nothing to report"))
		return
	}
	for _, f := range found {
		p.Bullet(f.Kind.In(p.Lang) + ": " + f.In(p.Lang))
		where := origin(f, p.Lang)
		if f.Path != "" {
			where = string(f.Path) + " · " + where
		}
		p.Below(where)
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

package main

import (
	"fmt"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/visit"
)

// drafts words the notice of each visit that is still to come about, in Vietnamese. Names of
// persons are not in it: posts and bodies are.
func (in *input) drafts(list []answer) string {
	p := program.Page{Lang: rule.Vi}
	first := true
	for _, a := range list {
		if a.Made || a.Dropped != nil || !a.Start.IsValid() {
			continue
		}
		if !first {
			p.Printf("\n%s\n\n", strings.Repeat("─", program.Width))
		}
		first = false
		in.draft(&p, a)
	}
	if first {
		p.Paragraph("Không có chuyến đi nào còn phải thông báo.")
	}
	return p.String()
}

func (in *input) draft(p *program.Page, a answer) {
	body := in.name(string(a.leader.Body))
	if body != "" {
		p.Paragraph(strings.ToUpper(body))
		p.Printf("\n")
	}
	p.Paragraph("THÔNG BÁO")
	p.Paragraph("về chuyến đi cơ sở ngày " + rule.FormatDate(a.Start.Date, rule.Vi))
	p.Printf("\n")
	commune := in.name(string(a.Commune))
	p.Paragraph("Kính gửi: Ủy ban nhân dân " + commune + ".")
	p.Printf("\n")
	opening := "lãnh đạo được phân công giúp đỡ xã"
	if !rule.Blank(a.leader.Post) {
		opening = a.leader.Post + " " + body + ", " + opening + ","
	}
	opening += " thông báo chuyến đi cơ sở như sau:"
	if passage, ok := in.passage(); ok {
		opening = "Thực hiện " + passage.String() + ", " + opening
	} else {
		opening = "Nay " + opening
	}
	p.Paragraph(opening)
	when := weekday(a.Start.Date.Weekday(), rule.Vi) + ", " + a.Start.In(rule.Vi)
	if a.End.IsValid() {
		when += ", đến " + a.End.In(rule.Vi)
	}
	p.Paragraph("1. Thời gian: " + when + ".")
	p.Paragraph("2. Thành phần: " + party(a.Visit) + ".")
	p.Paragraph("3. Nội dung:")
	items := contents(a.Visit)
	for i, item := range items {
		end := ";"
		if i == len(items)-1 {
			end = "."
		}
		p.Bullet(item + end)
	}
	if len(items) == 0 {
		p.Bullet("[chưa ghi nội dung cụ thể: ghi rõ trước khi gửi]")
	}
	n := 4
	extra := func(words string) {
		p.Paragraph(fmt.Sprintf("%d. %s", n, words))
		n++
	}
	if !rule.Blank(a.Urgent) {
		extra("Chuyến đi đột xuất, lý do: " + a.Urgent + ".")
	}
	if a.MovedFrom != "" {
		extra("Chuyến đi này thay cho chuyến đi đã báo trước đây (" + a.MovedFrom + ").")
	}
	extra("Đề nghị Ủy ban nhân dân " + commune + " phối hợp chuẩn bị các nội dung trên và xác nhận đã nhận được thông báo này.")
	p.Printf("\n")
	p.Paragraph("[Gửi chậm nhất: " + in.latest(a, rule.Vi) + "]")
}

// contents are the items that say something.
func contents(v visit.Visit) []string {
	var list []string
	add := func(item string) {
		if !rule.Blank(item) {
			list = append(list, strings.TrimRight(strings.TrimSpace(item), ".;"))
		}
	}
	for _, item := range v.Items {
		add(item)
	}
	for _, item := range v.Agenda {
		add(item.Text)
	}
	return list
}

// party says who goes, by their roles.
func party(v visit.Visit) string {
	count := map[visit.Role]int{}
	for _, p := range v.Participants {
		count[p.Role]++
	}
	var list []string
	for _, r := range []visit.Role{visit.Leader, visit.Deputy, visit.TeamMember, visit.OtherPerson} {
		switch n := count[r]; {
		case n == 1 && r == visit.Leader:
			list = append(list, r.In(rule.Vi))
		case n > 0:
			list = append(list, fmt.Sprintf("%d %s", n, r.In(rule.Vi)))
		}
	}
	if list == nil {
		return "lãnh đạo được phân công"
	}
	return strings.Join(list, ", ")
}

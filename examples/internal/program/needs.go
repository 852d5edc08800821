package program

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/worksheet"
)

// Needs prints the first of the cells that keep answers open.
func Needs(p *Page, needs []worksheet.Need, most int) {
	if len(needs) == 0 {
		return
	}
	p.Printf("%s\n", p.Say("Ô của bộ tiêu chí nên đọc trước ở văn bản:", "Cells of the set worth reading first in the text:"))
	rows := [][]string{{
		p.Say("mã", "code"), p.Say("chỉ tiêu", "indicator"), p.Say("vùng, nhóm, năm", "column, group, year"), p.Say("mức dự kiến", "candidate"),
		p.Say("tự nó quyết định", "decides alone"), p.Say("cùng ô khác", "with other cells"), p.Say("còn thiếu số liệu", "readings missing too"),
	}}
	for _, n := range needs[:min(most, len(needs))] {
		r := n.Row
		var where []string
		if r.Column != 0 {
			where = append(where, r.Column.In(p.Lang))
		}
		if r.Group != 0 {
			where = append(where, r.Group.In(p.Lang))
		}
		if len(r.Years) > 0 {
			where = append(where, r.YearsText())
		}
		name := r.Name.In(p.Lang)
		if part := r.Part.In(p.Lang); part != "" {
			name += " – " + part
		}
		rows = append(rows, []string{
			r.Code, name, strings.Join(where, ", "), r.Candidate.In(p.Lang) + " (" + r.Confidence.In(p.Lang) + ")",
			strconv.Itoa(n.Decides), strconv.Itoa(n.Together), strconv.Itoa(n.Open),
		})
	}
	p.Table(rows, 2)
	if rest := len(needs) - most; rest > 0 {
		p.Printf("  %s\n", fmt.Sprintf(p.Say("và %d ô khác", "and %d other cells"), rest))
	}
}

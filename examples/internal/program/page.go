package program

import (
	"fmt"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Width is how many columns a page has. Only an address, which cannot be broken, may take
// more.
const Width = 120

// narrowest is the least width to which a column with room for more is brought.
const narrowest = 9

// Page is a text for people in one language.
type Page struct {
	strings.Builder
	Lang rule.Lang
}

// Say chooses the wording of the page's language.
func (p *Page) Say(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(p.Lang) }

// Printf adds to the page as it is.
func (p *Page) Printf(format string, args ...any) { fmt.Fprintf(&p.Builder, format, args...) }

// Title prints a heading with a line below it.
func (p *Page) Title(words string) {
	p.Printf("\n%s\n%s\n", words, strings.Repeat("─", rule.Width(words)))
}

// Paragraph prints a text over as many lines as it needs.
func (p *Page) Paragraph(words string) { p.block("", "", words) }

// Bullet prints a text under a dot.
func (p *Page) Bullet(words string) { p.block("  • ", "    ", words) }

// Below prints a text below a bullet.
func (p *Page) Below(words string) { p.block("      ", "      ", words) }

func (p *Page) block(first, then, words string) {
	for i, line := range wrap(words, Width-rule.Width(first)) {
		if i > 0 {
			first = then
		}
		p.Printf("%s%s\n", first, line)
	}
}

// Table prints rows in aligned columns, two spaces apart, after an indent. Where they would
// be wider than the page, the widest columns are narrowed and their cells run over several
// lines. Spaces before the first cell stay. A row of one cell runs across.
func (p *Page) Table(rows [][]string, indent int) {
	widths := fit(rows, Width-indent)
	for _, row := range rows {
		cells := make([][]string, len(row))
		height := 1
		for i, cell := range row {
			width := Width - indent
			if len(row) > 1 {
				width = widths[i]
			}
			cells[i] = cellOf(cell, width)
			height = max(height, len(cells[i]))
		}
		for n := range height {
			var line strings.Builder
			line.WriteString(strings.Repeat(" ", indent))
			for i, cell := range cells {
				text := ""
				if n < len(cell) {
					text = cell[n]
				}
				line.WriteString(text)
				if i < len(cells)-1 {
					line.WriteString(strings.Repeat(" ", max(0, widths[i]-rule.Width(text))+2))
				}
			}
			p.Printf("%s\n", strings.TrimRight(line.String(), " "))
		}
	}
}

// fit is the widths of columns: what their cells need, the widest narrowed until all fit.
func fit(rows [][]string, width int) []int {
	var widths, least []int
	for _, row := range rows {
		if len(row) < 2 {
			continue
		}
		for i, cell := range row {
			if i == len(widths) {
				widths, least = append(widths, 0), append(least, 0)
			}
			widths[i] = max(widths[i], rule.Width(cell))
			for _, word := range strings.Fields(bind.Replace(cell)) {
				least[i] = max(least[i], rule.Width(word)+leading(cell))
			}
		}
	}
	total := 2 * (len(widths) - 1)
	for i, w := range widths {
		total += w
		least[i] = max(least[i], min(w, narrowest))
	}
	for ; total > width; total-- {
		widest := -1
		for i, w := range widths {
			if w > least[i] && (widest < 0 || w > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

func leading(cell string) int { return len(cell) - len(strings.TrimLeft(cell, " ")) }

// cellOf is the lines of a cell; spaces before it stand before each.
func cellOf(cell string, width int) []string {
	indent := leading(cell)
	lines := wrap(cell, width-indent)
	for i := range lines {
		lines[i] = strings.Repeat(" ", indent) + lines[i]
	}
	return lines
}

// signs bind the number that follows: "≥ 36" stays on one line.
var (
	bind   = strings.NewReplacer("≥ ", "≥\x00", "≤ ", "≤\x00", "< ", "<\x00", "> ", ">\x00", " %", "\x00%")
	unbind = strings.NewReplacer("\x00", " ")
)

func wrap(words string, width int) []string {
	lines := rule.Wrap(bind.Replace(words), width)
	for i := range lines {
		lines[i] = unbind.Replace(lines[i])
	}
	return lines
}

package rule

import (
	"strings"
	"unicode"
)

// Width is the number of columns that a text takes in a terminal: a Vietnamese
// letter takes one, whether its marks are composed or not.
func Width(s string) int {
	width := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			width++
		}
	}
	return width
}

// Columns sets rows out in aligned columns, two spaces apart, one row a line. A
// row of a single cell runs across. Cells of the last column are not padded.
func Columns(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row[:max(0, len(row)-1)] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], Width(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-Width(cell)+2))
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// Wrap breaks a text into lines of at most the given width, at spaces. A word
// that is longer gets a line of its own.
func Wrap(s string, width int) []string {
	var lines []string
	var line string
	for _, word := range strings.Fields(s) {
		switch {
		case line == "":
			line = word
		case Width(line)+1+Width(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

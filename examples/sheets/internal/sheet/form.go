package sheet

import (
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// As is how the cells of a column are read.
type As uint8

// The ways to read a cell.
const (
	AsText   As = iota // a text, an id, a code
	AsNumber           // what the record reads as a number, a reading or a mark
	AsMark             // the same, in cells of text, so that Excel changes nothing: 80%, 3/4
	AsWhole            // a whole number, such as a year
	AsDay              // a day
	AsMoment           // a day, with the time of day or without
	AsChoice           // a word of the list, or what AsNumber reads where the column is Open
	AsList             // several texts, one a line, or with semicolons between them
	AsSource           // a citation: «Quyết định số 1636/QĐ-UBND ngày 14/5/2021»
	AsNote             // of the reader's own; not read
)

// Choice is one word of a list.
type Choice struct {
	Words string
	Value any // as JSON has it
}

// Column is one column of a form.
type Column struct {
	// Code names it in the third row, by which it is found; Name stands above it.
	Code, Name string
	// How is the unit, or how a cell is written; Note is what the comment of the heading says.
	How, Note string
	As        As
	Choices   []Choice
	// Open takes numbers beside the words of the list.
	Open bool
	// Path is the place in the record: `profile.region`, `readings["17.1/total"]`. Elements of a
	// list have labels, «notices[first].sent»; they stand in the order in which they are first
	// given. «{row}» is the number of the row.
	Path string
	// Needed columns, and their cells, have to be filled.
	Needed bool

	steps []step
	cells map[string]any // the words of the list as they are compared
}

// Form is a kind of sheet: what columns it has and what record its rows make.
type Form struct {
	// Kind and Of name it in its first cell: "criteria", "318/QĐ-TTg/I".
	Kind, Of string
	// Sheet is the name of its sheet, Title what stands above the columns.
	Sheet, Title string
	Columns      []Column
	// Key is the code of the column that tells one record from another. Where rows are Grouped,
	// those of one key are one record; otherwise a key may be given once. Without a key all
	// rows are one record.
	Key     string
	Grouped bool
	// Path is the place of a cell that depends on others of its row; "" where the cell has none,
	// with the reason. nil takes that of the column.
	Path func(c *Column, cell func(code string) string) (path string, why rule.Text)
	// Fixed is what a record holds besides, by its path.
	Fixed func(cell func(code string) string) [][2]any
	// Decode reads the JSON of a record. Check says what else of it cannot be used; it may be nil.
	Decode func(json []byte) (any, error)
	Check  func(record any) error
}

// mark begins the first cell of every form.
const mark = "giupxa/1"

// HeadRows is how many rows stand above the first record: what form it is, the headings, the
// codes by which the columns are found, and the units.
const HeadRows = 4

// The heading of the column that says why a row was given back. It is not read.
const (
	WhyCode = "why"
	WhyName = "Lý do trả lại (theo ô của tệp đã nộp)"
)

// ID is what stands in the first cell.
func (f *Form) ID() string { return strings.TrimSpace(mark + " " + f.Kind + " " + f.Of) }

// ParseID reads the first cell of a form.
func ParseID(cell string) (kind, of string, ok bool) {
	words := strings.Fields(rule.Normal(cell))
	if len(words) < 2 || words[0] != mark {
		return "", "", false
	}
	return words[1], strings.Join(words[2:], " "), true
}

// Prepare makes a form ready to be read.
func (f *Form) Prepare() *Form {
	for i := range f.Columns {
		c := &f.Columns[i]
		if !strings.Contains(c.Path, "{") {
			c.steps = parsePath(c.Path)
		}
		if len(c.Choices) > 0 {
			c.cells = make(map[string]any, 2*len(c.Choices))
		}
		for _, choice := range c.Choices {
			c.cells[rule.Fold(choice.Words)] = choice.Value
			if code, is := choice.Value.(string); is {
				c.cells[rule.Fold(code)] = choice.Value
			}
		}
	}
	return f
}

// list is the words of a column's list.
func (c *Column) list() string {
	words := make([]string, len(c.Choices))
	for i, choice := range c.Choices {
		words[i] = choice.Words
	}
	return strings.Join(words, "; ")
}

// near is the word that a text most likely stands for; "" where none is close.
func near(text string, words []string) string {
	text = rule.Fold(text)
	best, least := "", 1+len([]rune(text))/2
	for _, w := range words {
		if d := distance([]rune(text), []rune(rule.Fold(w)), least); d < least {
			best, least = w, d
		}
	}
	return best
}

// distance counts the letters by which two texts differ, as far as it is below a bound.
func distance(a, b []rune, bound int) int {
	if len(a) > 200 || len(b) > 200 || len(a)-len(b) >= bound || len(b)-len(a) >= bound {
		return bound
	}
	before := make([]int, len(b)+1)
	for j := range before {
		before[j] = j
	}
	for i := range a {
		now := make([]int, len(b)+1)
		now[0] = i + 1
		for j := range b {
			change := before[j]
			if a[i] != b[j] {
				change++
			}
			now[j+1] = min(change, before[j+1]+1, now[j]+1)
		}
		before = now
	}
	return before[len(b)]
}

package rule

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Code is the permanent name of a rule, "package.words-with-hyphens". It is an error, so
// that errors.Is(found.Err(), visit.ErrNoticeLate) reports whether that rule was broken. A
// code never gets a second meaning. Constants of codes that only ever come as [Advice] are
// named Advice…, all others Err….
type Code string

// Error is the code itself.
func (c Code) Error() string { return string(c) }

// DutyID names what is owed: "visit.notify", "plan.annual". The province's text says in
// which of its passages. Package assignment/duty lists the ids that this module knows; a
// text may declare more.
type DutyID string

// WellFormed reports whether the id is written as ids are: words of small letters,
// digits and hyphens, with a dot between the subject and what is owed.
func (d DutyID) WellFormed() bool { return wellFormed(string(d)) }

// Origin says where a rule comes from.
type Origin uint8

// The origins. The zero value is invalid.
const (
	_             Origin = iota
	OriginLaw            // a law, decree or decision of the State says it
	OriginText           // the province's own text says it in so many words
	OriginReading        // the words allow it, and something else too
	OriginPolicy         // no text says it; the host wants it
	OriginForm           // the record contradicts itself
)

var origins = NewEnum[Origin]("origin", Word{},
	Word{"law", "pháp luật", "law"},
	Word{"text", "văn bản", "text"},
	Word{"reading", "cách hiểu", "reading"},
	Word{"policy", "tham số của địa phương", "policy of the host"},
	Word{"form", "hình thức", "form"},
)

// Rule is one row of a package's table of rules.
type Rule struct {
	Code   Code
	Origin Origin
	// Source is the authority of a Law rule. The row of a Text rule has no source: the
	// finding gets it from the text under which the record is checked.
	Source Source
	// Passage is what a Reading reads, where that is a law; what it reads of the
	// province's text comes with the finding. Alternative is what else the words allow.
	Passage     Source
	Alternative Text
	// Switch is the field of the rulebook that takes a Reading's alternative or
	// that carries a Policy.
	Switch string
	// Duty is the obligation that the rule guards, where it guards one. Also is another one
	// that a finding may be about: see [Finding.Guarding].
	Duty DutyID
	Also DutyID
	// Text is what a finding says; placeholders are {name}.
	Text Text
}

// Table is the rules of one package, in their printed order. It is immutable.
type Table struct {
	rows  []Rule
	index map[Code]int
}

// NewTable checks the rows and reports every fault: a malformed or repeated code, words
// missing in a language, with other placeholders than in the other or not in NFC, and a row
// that does not carry what its origin needs, or carries more.
func NewTable(rows ...Rule) (Table, error) {
	t := Table{rows: slices.Clone(rows), index: make(map[Code]int, len(rows))}
	var faults []error
	for i, r := range rows {
		if _, twice := t.index[r.Code]; twice {
			faults = append(faults, fmt.Errorf("rule: %q appears more than once in the table", string(r.Code)))
		}
		t.index[r.Code] = i
		for _, fault := range r.faults() {
			faults = append(faults, fmt.Errorf("rule: %s: %s", string(r.Code), fault))
		}
	}
	return t, errors.Join(faults...)
}

// MustTable is [NewTable] for tables in code; it panics on a fault.
func MustTable(rows ...Rule) Table {
	t, err := NewTable(rows...)
	if err != nil {
		panic(err)
	}
	return t
}

func (r Rule) faults() []string {
	var faults []string
	demand := func(ok bool, fault string) {
		if !ok {
			faults = append(faults, fault)
		}
	}
	demand(wellFormed(string(r.Code)), "the code is not of the form package.some-words")
	demand(r.Text.Vi != "" && r.Text.En != "", "the words are missing in a language")
	demand(slices.Equal(placeholders(r.Text.Vi), placeholders(r.Text.En)), "the placeholders of the two languages differ")
	for _, s := range []string{r.Text.Vi, r.Text.En, r.Alternative.Vi, r.Alternative.En} {
		demand(IsNormal(s), "the words are not in NFC, or hold a letter that only looks like Đ")
	}
	reading := r.Origin == OriginReading
	demand(r.Origin >= OriginLaw && r.Origin <= OriginForm, "the origin is missing")
	demand((r.Origin == OriginLaw) == !r.Source.IsZero(), "a Law rule has a source, and no other row has one: the finding of a Text rule gets it from the text")
	demand(reading || r.Passage.IsZero(), "only a Reading has a passage")
	demand(reading == (r.Alternative != Text{}), "a Reading names its alternative, and no other rule does")
	demand(r.Also == "" || r.Duty != "" && r.Duty != r.Also, "it guards another duty and none of its own")
	demand((reading || r.Origin == OriginPolicy) == (r.Switch != ""), "a Reading or a Policy names its switch, and no other rule does")
	return faults
}

// placeholders are the names in braces of a wording, each once, sorted.
func placeholders(words string) []string {
	var names []string
	for _, part := range strings.Split(words, "{")[1:] {
		if name, _, closed := strings.Cut(part, "}"); closed {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func wellFormed(code string) bool {
	pkg, words, found := strings.Cut(code, ".")
	return found && kebab(pkg) && kebab(words)
}

func kebab(s string) bool {
	if s == "" || strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-") || strings.Contains(s, "--") {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) < 0
}

// Rules lists the rows; the caller may change the list.
func (t Table) Rules() []Rule { return slices.Clone(t.rows) }

// Rule looks a row up by its code.
func (t Table) Rule(c Code) (Rule, bool) {
	i, ok := t.index[c]
	if !ok {
		return Rule{}, false
	}
	return t.rows[i], true
}

// Broken makes the finding that the record breaks the rule at a path.
func (t Table) Broken(c Code, at Path, args ...Arg) Finding {
	return t.Finding(Broken, c, at, args...)
}

// Undecided makes the finding that a fact is missing to judge the rule.
func (t Table) Undecided(c Code, at Path, args ...Arg) Finding {
	return t.Finding(Undecided, c, at, args...)
}

// Advice makes a finding that is neither: something the reader should know.
func (t Table) Advice(c Code, at Path, args ...Arg) Finding {
	return t.Finding(Advice, c, at, args...)
}

// Finding makes a finding of a kind that depends on the record.
func (t Table) Finding(k Kind, c Code, at Path, args ...Arg) Finding {
	i, ok := t.index[c]
	if !ok {
		// A code without a row is a fault of this module; the finding still says what it can.
		return Finding{Kind: k, row: &Rule{Code: c, Origin: OriginForm, Text: Text{string(c), string(c)}}, Path: at, Args: args}
	}
	return Finding{Kind: k, row: &t.rows[i], Path: at, Args: args}
}

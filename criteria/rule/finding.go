package rule

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
)

// Kind is what a finding says of the record.
type Kind uint8

// The kinds. The zero value is invalid.
const (
	_         Kind = iota
	Broken         // the record breaks the rule
	Undecided      // a fact is missing: neither kept nor broken
	Advice         // the reader should know it; nothing is broken
)

var kinds = NewEnum[Kind]("kind of finding", Word{},
	Word{"broken", "không đúng", "broken"},
	Word{"undecided", "chưa rõ", "undecided"},
	Word{"advice", "lưu ý", "advice"},
)

// Unfilled names the placeholders of the words for which the finding has no argument.
func (f Finding) Unfilled() []string {
	return slices.DeleteFunc(placeholders(f.Rule().Text.Vi), func(name string) bool {
		return slices.ContainsFunc(f.Args, func(a Arg) bool { return a.Name == name })
	})
}

// Finding is what a check says of one place of a record. It is made by the
// [Table] of a package and speaks for one of its rows.
type Finding struct {
	Kind Kind
	Path Path
	Args []Arg
	row  *Rule   // never changed
	text *Source // the passage that the text of a province gives a Text or Reading rule
	duty DutyID  // where it is not the one of the row
}

// Rule is the row that the finding speaks for. Where the row rests on the text of
// a province, its Source or Passage is the one of that text. The row of the zero
// Finding is empty.
func (f Finding) Rule() Rule {
	if f.row == nil {
		return Rule{}
	}
	r := *f.row
	r.Duty = f.Duty()
	if f.text != nil {
		switch r.Origin {
		case OriginText:
			r.Source = *f.text
		case OriginReading:
			r.Passage = *f.text
		}
	}
	return r
}

// Citing is the same finding with the passage on which it rests: the source of a
// Text rule, or the passage that a Reading reads. It changes no other origin.
func (f Finding) Citing(passage Source) Finding {
	if f.Origin() == OriginText || f.Origin() == OriginReading {
		f.text = &passage
	}
	return f
}

// Guarding is the same finding about another duty than the first of its row, where one
// rule guards two ([Rule.Also]).
func (f Finding) Guarding(d DutyID) Finding {
	f.duty = d
	return f
}

// Code is the rule's permanent name.
func (f Finding) Code() Code {
	if f.row == nil {
		return ""
	}
	return f.row.Code
}

// Origin says where the rule comes from.
func (f Finding) Origin() Origin {
	if f.row == nil {
		return 0
	}
	return f.row.Origin
}

// Duty is what the rule guards, where it guards something.
func (f Finding) Duty() DutyID {
	if f.row == nil || f.duty != "" {
		return f.duty
	}
	return f.row.Duty
}

// Source is the authority of a Law or Text rule, and the zero Source for any
// other: what a Reading reads is the Passage of [Finding.Rule].
func (f Finding) Source() Source { return f.Rule().Source }

// String says the finding in Vietnamese.
func (f Finding) String() string { return f.In(Vi) }

// In says the finding in one language, its arguments filled in.
func (f Finding) In(l Lang) string {
	if f.row == nil {
		return ""
	}
	return fill(f.row.Text.In(l), f.Args, l)
}

// Error is the Vietnamese words, as [Finding.String]: a finding is an error so
// that errors.Is and errors.As reach it inside [Findings].
func (f Finding) Error() string { return f.String() }

// line is the finding with its place and code.
func (f Finding) line() string {
	line := string(f.Code()) + ": " + f.String()
	if f.Path != "" {
		line = string(f.Path) + ": " + line
	}
	return line
}

// Unwrap is the code, so that errors.Is finds it.
func (f Finding) Unwrap() error { return f.Code() }

// FindingParts is a finding as it is stored: with the fields of its row, its arguments
// and its words in both languages, so that a reader needs no table.
type FindingParts struct {
	Kind        Kind    `json:"kind"`
	Code        Code    `json:"code"`
	Path        Path    `json:"path"`
	Origin      Origin  `json:"origin"`
	Source      *Source `json:"source,omitempty"`
	Passage     *Source `json:"passage,omitempty"`
	Alternative *Text   `json:"alternative,omitempty"`
	Switch      string  `json:"switch,omitempty"`
	Duty        DutyID  `json:"duty,omitempty"`
	Args        []Arg   `json:"args,omitempty"`
	Text        Text    `json:"text"`
}

// Finding is the finding, with a row of its own; errors.Is compares the code.
func (p FindingParts) Finding() Finding {
	return Finding{Kind: p.Kind, Path: p.Path, Args: p.Args, row: &Rule{
		Code: p.Code, Origin: p.Origin, Source: orZero(p.Source), Passage: orZero(p.Passage),
		Alternative: orZero(p.Alternative), Switch: p.Switch, Duty: p.Duty, Text: p.Text,
	}}
}

func unlessZero[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func orZero[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// MarshalJSON writes the finding as its [FindingParts].
func (f Finding) MarshalJSON() ([]byte, error) {
	r := f.Rule()
	return json.Marshal(FindingParts{
		Kind: f.Kind, Code: r.Code, Path: f.Path, Origin: r.Origin,
		Source: unlessZero(r.Source), Passage: unlessZero(r.Passage), Alternative: unlessZero(r.Alternative),
		Switch: r.Switch, Duty: r.Duty, Args: f.Args,
		Text: Text{f.In(Vi), f.In(En)},
	})
}

// UnmarshalJSON reads what MarshalJSON wrote. Package form reads the [FindingParts] in its
// place, and refuses what they have not.
func (f *Finding) UnmarshalJSON(b []byte) error {
	var in FindingParts
	err := json.Unmarshal(b, &in)
	*f = in.Finding()
	return err
}

// Findings is all that a check has to say, in the order of the record. It is an
// error only so that errors.As can hand it over: return [Findings.Err], never
// the list itself, as an error.
type Findings []Finding

// MarshalJSON writes the list; where nothing was found, an empty one.
func (fs Findings) MarshalJSON() ([]byte, error) {
	if len(fs) == 0 {
		return []byte("[]"), nil
	}
	return json.Marshal([]Finding(fs))
}

// Err is nil unless one of the findings is Broken. Through wrapping, errors.Is
// finds the codes of the broken rules and errors.As(err, &findings) all findings.
func (fs Findings) Err() error {
	if !fs.Has(Broken) {
		return nil
	}
	return fs
}

// Error lists the broken findings, one a line: path, code and words. Where none is
// broken, and so nobody takes the list for an error, it lists all: it is what
// fmt.Println prints of a list of caveats.
func (fs Findings) Error() string {
	var lines []string
	all := !fs.Has(Broken)
	for _, f := range fs {
		if all || f.Kind == Broken {
			lines = append(lines, f.line())
		}
	}
	return strings.Join(lines, "\n")
}

// Unwrap is the broken findings, so that an undecided rule is not taken for a
// broken one.
func (fs Findings) Unwrap() []error {
	var broken []error
	for _, f := range fs {
		if f.Kind == Broken {
			broken = append(broken, f)
		}
	}
	return broken
}

// Has reports whether there is a finding of that kind.
func (fs Findings) Has(k Kind) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Kind == k })
}

// Of lists the findings of one code.
func (fs Findings) Of(c Code) Findings {
	var of Findings
	for _, f := range fs {
		if f.Code() == c {
			of = append(of, f)
		}
	}
	return of
}

// Clone is a list of its own: changing it, or the arguments in it, changes no other.
func (fs Findings) Clone() Findings {
	all := slices.Clone(fs)
	for i := range all {
		all[i].Args = slices.Clone(all[i].Args)
	}
	return all
}

// Under gives the same findings with their paths below a prefix.
func (fs Findings) Under(prefix Path) Findings {
	if len(fs) == 0 {
		return nil
	}
	under := fs.Clone()
	for i := range under {
		under[i].Path = under[i].Path.Under(prefix)
	}
	return under
}

// FindingsIn takes the findings out of an error, through any wrapping; an error
// that holds none gives false.
func FindingsIn(err error) (Findings, bool) {
	var fs Findings
	ok := errors.As(err, &fs)
	return fs, ok
}

package algebra

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// MaxNesting bounds how deep a tree may go.
const MaxNesting = 24

// ErrTable is the code of a table, or a tree of it, that cannot be used.
const ErrTable rule.Code = "criteria.table"

// Rule is the row of [ErrTable].
func Rule() rule.Rule {
	return rule.Rule{Code: ErrTable, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "bảng tiêu chí không dùng được: {why}", En: "the table cannot be used: {why}"}}
}

var rules = rule.MustTable(Rule())

// Fault is a finding that a table, or a tree of it, cannot be used.
func Fault(at rule.Path, vi, en string) rule.Finding {
	return rules.Broken(ErrTable, at, rule.A("why", rule.Text{Vi: vi, En: en}))
}

func refuse(at rule.Path, vi, en string) error { return rule.Findings{Fault(at, vi, en)}.Err() }

// caseJSON is one case of an axis.
type caseJSON struct {
	In   []string `json:"in"`
	Then Tree     `json:"then"`
}

// namedJSON is a tree under a name.
type namedJSON struct {
	Name string `json:"name"`
	Is   Tree   `json:"is"`
}

type citeJSON struct {
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
	Columns    []string        `json:"regions,omitempty"`
	Is         Tree            `json:"is"`
}

type whenJSON struct {
	If   Tree `json:"if"`
	Then Tree `json:"then"`
	Else Tree `json:"else"`
}

// MarshalJSON writes an object with one key, the name of the operator; null where
// nothing is stated.
func (t Tree) MarshalJSON() ([]byte, error) {
	var w form.Writer
	t.n.Write(&w)
	return w.Bytes()
}

// Write writes the tree as MarshalJSON does.
func (n *Node) Write(w *form.Writer) {
	if n == nil {
		w.Null()
		return
	}
	w.Open('{')
	w.Key(n.Op.String())
	switch n.Op {
	case AtLeast, Above:
		w.Number(n.Lo)
	case AtMost, Below:
		w.Number(n.Hi)
	case Between:
		w.Open('[')
		w.Number(n.Lo)
		w.Number(n.Hi)
		w.Close(']')
	case None, Pass, ProvinceSets:
		w.True()
	case All, Any, FirstOf:
		w.Open('[')
		for _, k := range n.Kids {
			k.Write(w)
		}
		w.Close(']')
	case BySex, AgainstPrevious:
		n.Kids[0].Write(w)
	case ByRegion, ByGroup, ByYear, ByZone:
		w.Open('[')
		for i, k := range n.Kids {
			w.Open('{')
			w.Key("in").Texts(n.Keys[i])
			w.Key("then")
			k.Write(w)
			w.Close('}')
		}
		w.Close(']')
	case When:
		w.Open('{')
		for i, name := range [...]string{"if", "then", "else"} {
			w.Key(name)
			n.Kids[i].Write(w)
		}
		w.Close('}')
	case Sub, Attr, MeasuredBy:
		w.Open('{')
		w.Key("name").Text(n.Name)
		w.Key("is")
		n.Kids[0].Write(w)
		w.Close('}')
	case Cite:
		w.Open('{')
		if !n.Cite.Source.IsZero() {
			w.Key("source").Source(n.Cite.Source)
		}
		w.Key("confidence").Code(n.Cite.Confidence)
		if len(n.Cite.Columns) > 0 {
			w.Key("regions").Texts(n.Cite.Columns)
		}
		w.Key("is")
		n.Kids[0].Write(w)
		w.Close('}')
	default:
		w.Null()
	}
	w.Close('}')
}

// UnmarshalJSON reads what MarshalJSON writes. The faults are findings with their paths.
func (t *Tree) UnmarshalJSON(data []byte) error {
	*t = Tree{}
	data = bytes.TrimSpace(data)
	if string(data) == "null" {
		return nil
	}
	// The text is bounded before anything is built: it may come from outside.
	if depth(data) > 4*MaxNesting {
		return refuse("", "lồng quá sâu", "nested too deep")
	}
	var object map[string]json.RawMessage
	if err := form.Decode(data, "", &object); err != nil {
		return err
	}
	if len(object) != 1 {
		return refuse("", "mỗi yêu cầu là một đối tượng có đúng một khóa", "a requirement is an object with exactly one key")
	}
	for name, body := range object {
		o, ok := opOf(name)
		if !ok {
			return refuse(rule.Path("").Key(name), "không có phép «"+rule.Shorten(name)+"»", "no operator "+strconv.Quote(rule.Shorten(name)))
		}
		n, err := readNode(o, body)
		if found, is := rule.FindingsIn(err); is {
			return found.Under(rule.Path("").Key(name)).Err()
		}
		if err != nil {
			return err
		}
		t.n = n
	}
	return nil
}

// readNumber reads the number of a cell; null is "not known".
func readNumber(body json.RawMessage, into *rule.Number) error {
	if err := into.UnmarshalJSON(body); err != nil {
		return refuse("", rule.Tell(err, rule.Vi), rule.Tell(err, rule.En))
	}
	return nil
}

func depth(data []byte) int {
	deepest, now, quoted := 0, 0, false
	for i := 0; i < len(data); i++ {
		c := data[i]
		if c == '\\' && quoted {
			i++
			continue
		}
		if c == '"' {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		switch c {
		case '{', '[':
			now++
			deepest = max(deepest, now)
		case '}', ']':
			now--
		}
	}
	return deepest
}

//nolint:gocognit // one case an operator
func readNode(o Op, body json.RawMessage) (*Node, error) {
	n := &Node{Op: o}
	if len(body) == 0 {
		body = json.RawMessage("null") // as which encoding/json reads a null
	}
	switch o {
	case AtLeast, Above:
		return n, readNumber(body, &n.Lo)
	case AtMost, Below:
		return n, readNumber(body, &n.Hi)
	case Between:
		var ends []rule.Number
		if err := form.Decode(body, "", &ends); err != nil {
			return nil, err
		}
		if len(ends) != 2 {
			return nil, refuse("", "cần hai đầu", "two ends are needed")
		}
		n.Lo, n.Hi = ends[0], ends[1]
		n.checkEnds()
		return n, nil
	case None, Pass, ProvinceSets:
		var yes bool
		if err := form.Decode(body, "", &yes); err != nil {
			return nil, err
		}
		if !yes {
			return nil, refuse("", "giá trị phải là true", "the value must be true")
		}
		return n, nil
	case All, Any, FirstOf:
		var list []Tree
		err := form.Decode(body, "", &list)
		if err == nil && len(list) == 0 {
			err = refuse("", "cần ít nhất một yêu cầu", "at least one requirement is needed")
		}
		for _, t := range list {
			n.Kids = append(n.Kids, t.n)
		}
		return n, err
	case BySex, AgainstPrevious:
		var one Tree
		err := one.UnmarshalJSON(body)
		return Of(o, one.n), err
	case ByRegion, ByGroup, ByYear, ByZone:
		if bytes.TrimSpace(body)[0] == '{' {
			return readLine(o, body)
		}
		var list []caseJSON
		err := form.Decode(body, "", &list)
		found, isForm := rule.FindingsIn(err)
		if err != nil && !isForm {
			return nil, err
		}
		if err == nil && len(list) == 0 {
			return nil, refuse("", "cần ít nhất một trường hợp", "at least one case is needed")
		}
		cases := make([]Case, len(list))
		for i, c := range list {
			if cases[i] = (Case{c.In, c.Then.n}); len(c.In) == 0 {
				found = append(found, NoKeys(rule.Path("").Index(i).Key("in")))
			}
		}
		return By(o, cases), found.Err()
	case When:
		var w whenJSON
		err := form.Decode(body, "", &w)
		return Of(When, w.If.n, w.Then.n, w.Else.n), err
	case Cite:
		var c citeJSON
		err := form.Decode(body, "", &c)
		if err == nil {
			err = CheckColumns(c.Columns).Err()
		}
		return Cited(Citation{c.Source, c.Confidence, c.Columns}, c.Is.n), err
	default: // Sub, Attr, MeasuredBy
		var w namedJSON
		err := form.Decode(body, "", &w)
		if err == nil && w.Name == "" {
			err = refuse("name", "thiếu tên", "the name is missing")
		}
		return Named(o, w.Name, w.Is.n), err
	}
}

// readLine reads a line of numbers under one operator, as a table prints it, by the keys of an
// axis: {"atLeast": {"TDMNPB": "95", "DBSH": "99"}}. null is "not known".
func readLine(o Op, body json.RawMessage) (*Node, error) {
	var line map[string]map[string]rule.Number
	if err := form.Decode(body, "", &line); err != nil {
		return nil, err
	}
	var cases []Case
	for name, numbers := range line {
		op, known := opOf(name)
		if len(line) != 1 || !known || op != AtLeast && op != AtMost && op != Below || len(numbers) == 0 {
			return nil, refuse("", "dòng số là một đối tượng có đúng một phép: atLeast, atMost hoặc below, với số của từng khóa",
				"a line of numbers is an object with exactly one operator, atLeast, atMost or below, and a number for each key")
		}
		for _, key := range slices.SortedFunc(maps.Keys(numbers), func(a, b string) int {
			return cmp.Or(cmp.Compare(slices.Index(columns, a), slices.Index(columns, b)), cmp.Compare(a, b))
		}) {
			n := &Node{Op: op}
			if op == AtLeast {
				n.Lo = numbers[key]
			} else {
				n.Hi = numbers[key]
			}
			cases = append(cases, Case{[]string{key}, n})
		}
	}
	if cases == nil {
		return nil, refuse("", "cần ít nhất một trường hợp", "at least one case is needed")
	}
	return By(o, cases), nil
}

// NoKeys says that a case names no key: it would hold nowhere.
func NoKeys(at rule.Path) rule.Finding {
	return Fault(at, "thiếu khóa: trường hợp này áp dụng ở đâu", "the keys are missing: where this case holds")
}

// CheckColumns reports columns that do not exist.
func CheckColumns(names []string) (found rule.Findings) {
	for i, name := range names {
		if !slices.Contains(columns, name) {
			found = append(found, Fault(rule.Path("regions").Index(i), "không có cột «"+rule.Shorten(name)+"»", "no column "+strconv.Quote(rule.Shorten(name))))
		}
	}
	return found
}

package criteria

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// maxNesting bounds how deep a requirement may go.
const maxNesting = 24

// caseJSON is one case of a By… requirement.
type caseJSON struct {
	In   []string    `json:"in"`
	Then Requirement `json:"then"`
}

// wrapJSON is a requirement under a name.
type wrapJSON struct {
	Name string      `json:"name"`
	Is   Requirement `json:"is"`
}

type citeJSON struct {
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
	Regions    []Region        `json:"regions,omitempty"`
	Is         Requirement     `json:"is"`
}

type whenJSON struct {
	If   Requirement `json:"if"`
	Then Requirement `json:"then"`
	Else Requirement `json:"else"`
}

// MarshalJSON writes an object with one key, the name of the operator; null where
// nothing is stated.
func (r Requirement) MarshalJSON() ([]byte, error) {
	if r.n == nil {
		return []byte("null"), nil
	}
	n := r.n
	var body any
	switch n.op {
	case opAtLeast:
		body = n.lo
	case opAtMost, opBelow:
		body = n.hi
	case opBetween:
		body = []rule.Number{n.lo, n.hi}
	case opNone, opPass, opProvince:
		body = true
	case opAll, opAny, opFirstOf:
		body = n.list()
	case opBySex, opPrevious:
		body = Requirement{n.kids[0]}
	case opByRegion, opByGroup, opByYear, opByZone:
		cases := make([]caseJSON, len(n.kids))
		for i, k := range n.kids {
			cases[i] = caseJSON{n.keys[i], Requirement{k}}
		}
		body = cases
	case opWhen:
		body = whenJSON{Requirement{n.kids[0]}, Requirement{n.kids[1]}, Requirement{n.kids[2]}}
	case opSub, opAttr, opMeasured:
		body = wrapJSON{n.name, Requirement{n.kids[0]}}
	case opCite:
		body = citeJSON{n.cite.Source, n.cite.Confidence, n.cite.Regions, Requirement{n.kids[0]}}
	}
	return json.Marshal(map[string]any{n.op.String(): body})
}

func (n *node) list() []Requirement {
	rs := make([]Requirement, len(n.kids))
	for i, k := range n.kids {
		rs[i] = Requirement{k}
	}
	return rs
}

// UnmarshalJSON reads what MarshalJSON writes. The faults are findings with their
// paths; what a number cell holds is checked by [NewSet].
func (r *Requirement) UnmarshalJSON(data []byte) error {
	*r = Requirement{}
	data = bytes.TrimSpace(data)
	if string(data) == "null" {
		return nil
	}
	// The text is bounded before anything is built: it may come from outside.
	if depth(data) > 4*maxNesting {
		return rule.Findings{fault("", "lồng quá sâu", "nested too deep")}.Err()
	}
	var object map[string]json.RawMessage
	if err := form.Decode(data, "", &object); err != nil {
		return err
	}
	if len(object) != 1 {
		return rule.Findings{fault("", "mỗi yêu cầu là một đối tượng có đúng một khóa", "a requirement is an object with exactly one key")}.Err()
	}
	for name, body := range object {
		o, ok := opOf(name)
		if !ok {
			return rule.Findings{fault(rule.Path(name), "không có phép «"+rule.Shorten(name)+"»", "no operator "+strconv.Quote(rule.Shorten(name)))}.Err()
		}
		n, err := readNode(o, body)
		if found, is := rule.FindingsIn(err); is {
			return found.Under(rule.Path(name)).Err()
		}
		if err != nil {
			return err
		}
		r.n = n
	}
	return nil
}

// readNumber reads the number of a cell; null is "not known".
func readNumber(body json.RawMessage, into *rule.Number) error {
	if err := into.UnmarshalJSON(body); err != nil {
		return rule.Findings{fault("", "không phải số: "+rule.Shorten(string(body)), "not a number: "+rule.Shorten(string(body)))}.Err()
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

func opOf(name string) (op, bool) {
	for i, s := range opNames {
		if s == name && op(i) != opUnstated {
			return op(i), true
		}
	}
	return 0, false
}

func readNode(o op, body json.RawMessage) (*node, error) {
	n := &node{op: o}
	if len(body) == 0 {
		body = json.RawMessage("null") // as which encoding/json reads a null
	}
	switch o {
	case opAtLeast:
		return n, readNumber(body, &n.lo)
	case opAtMost, opBelow:
		return n, readNumber(body, &n.hi)
	case opBetween:
		var ends []rule.Number
		if err := form.Decode(body, "", &ends); err != nil {
			return nil, err
		}
		if len(ends) != 2 {
			return nil, rule.Findings{fault("", "cần hai đầu", "two ends are needed")}.Err()
		}
		n.lo, n.hi = ends[0], ends[1]
		if n.lo.Known() && n.hi.Known() && n.hi.Cmp(n.lo) < 0 {
			n.fault = "between: the upper end is below the lower"
		}
		return n, nil
	case opNone, opPass, opProvince:
		var yes bool
		if err := form.Decode(body, "", &yes); err != nil {
			return nil, err
		}
		if !yes {
			return nil, rule.Findings{fault("", "giá trị phải là true", "the value must be true")}.Err()
		}
		return n, nil
	case opAll, opAny, opFirstOf:
		var list []Requirement
		err := form.Decode(body, "", &list)
		return many(o, list).n, err
	case opBySex, opPrevious:
		var one Requirement
		err := one.UnmarshalJSON(body)
		return many(o, []Requirement{one}).n, err
	case opByRegion, opByGroup, opByYear, opByZone:
		var cases []caseJSON
		err := form.Decode(body, "", &cases)
		branches := make([]Branch, len(cases))
		for i, c := range cases {
			branches[i] = Branch{o, c.In, c.Then}
		}
		return by(o, branches).n, err
	case opWhen:
		var w whenJSON
		err := form.Decode(body, "", &w)
		return When(w.If, w.Then, w.Else).n, err
	case opCite:
		var c citeJSON
		err := form.Decode(body, "", &c)
		return Cite(Citation{c.Source, c.Confidence, c.Regions}, c.Is).n, err
	default: // Sub, Attr, MeasuredBy
		var w wrapJSON
		err := form.Decode(body, "", &w)
		return &node{op: o, name: w.Name, kids: []*node{w.Is.n}}, err
	}
}

// fault is a finding that a table or a requirement cannot be used.
func fault(at rule.Path, vi, en string) rule.Finding {
	return table.Broken(ErrTable, at, rule.A("why", rule.Text{Vi: vi, En: en}))
}

package sheet

import (
	"encoding/json"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// step is one step of a path: the name of a member, or the label of an element.
type step struct {
	name  string
	label bool
}

// parsePath splits `notices[first].sent` and `readings["17.1/total"]` into their steps.
func parsePath(path string) (steps []step) {
	for path != "" {
		switch {
		case strings.HasPrefix(path, `["`):
			name, rest, _ := strings.Cut(path[2:], `"]`)
			steps, path = append(steps, step{name: name}), strings.TrimPrefix(rest, ".")
		case path[0] == '[':
			name, rest, _ := strings.Cut(path[1:], "]")
			steps, path = append(steps, step{name: name, label: true}), strings.TrimPrefix(rest, ".")
		default:
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			steps, path = append(steps, step{name: path[:end]}), strings.TrimPrefix(path[end:], ".")
		}
	}
	return steps
}

// node is a value of a record that is being built, with the cell that gave it.
type node struct {
	list   bool
	names  []string
	kids   []*node
	index  map[string]int
	value  any
	row    int
	column int
}

// set puts a value at a place. false means that another one is there already, and gives it.
func (n *node) set(steps []step, value any, row, column int) (*node, bool) {
	for _, s := range steps {
		n.list = s.label
		i, found := n.index[s.name]
		if !found {
			if n.index == nil {
				n.index = map[string]int{}
			}
			i = len(n.kids)
			n.index[s.name] = i
			n.names = append(n.names, s.name)
			n.kids = append(n.kids, &node{row: row, column: column})
		}
		n = n.kids[i]
	}
	if n.value != nil {
		return n, false
	}
	n.value = value
	return n, true
}

// append writes the JSON of the node.
func (n *node) append(out []byte) []byte {
	if n.value != nil {
		text, err := json.Marshal(n.value)
		if err != nil {
			text = []byte("null") // values are texts, numbers and objects of the forms
		}
		return append(out, text...)
	}
	open, end := byte('{'), byte('}')
	if n.list {
		open, end = '[', ']'
	}
	out = append(out, open)
	for i, kid := range n.kids {
		if i > 0 {
			out = append(out, ',')
		}
		if !n.list {
			name, _ := json.Marshal(n.names[i]) //nolint:errchkjson // a text
			out = append(append(out, name...), ':')
		}
		out = kid.append(out)
	}
	return append(out, end)
}

// places calls back with the path and the cell of every value.
func (n *node) places(at rule.Path, add func(rule.Path, *node)) {
	add(at, n)
	for i, kid := range n.kids {
		if n.list {
			kid.places(at.Index(i), add)
		} else {
			kid.places(at.Key(n.names[i]), add)
		}
	}
}

package rule

import (
	"strconv"
	"strings"
)

// Path is the place of a value in a record as its JSON has it:
// "months[2].visits[0].on". The empty path is the record itself.
type Path string

// Key is the path of a member.
func (p Path) Key(name string) Path {
	if p == "" {
		return Path(name)
	}
	return p + "." + Path(name)
}

// Index is the path of an element.
func (p Path) Index(i int) Path { return p + "[" + Path(strconv.Itoa(i)) + "]" }

// Within reports whether the path is another, or lies below it: months[1].visits[0]
// lies within months[1], and months[10] does not. Every path lies within the empty one.
func (p Path) Within(o Path) bool {
	rest, found := strings.CutPrefix(string(p), string(o))
	return found && (o == "" || rest == "" || rest[0] == '.' || rest[0] == '[')
}

// Under puts the path below another.
func (p Path) Under(prefix Path) Path {
	switch {
	case prefix == "":
		return p
	case p == "":
		return prefix
	case p[0] == '[':
		return prefix + p
	default:
		return prefix + "." + p
	}
}

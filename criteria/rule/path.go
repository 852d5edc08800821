package rule

import "strconv"

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

// Any reports whether the path, or one above it, is as asked; the shortest is asked first.
func (p Path) Any(is func(Path) bool) bool {
	for i := 1; i < len(p); i++ {
		if (p[i] == '.' || p[i] == '[') && is(p[:i]) {
			return true
		}
	}
	return is(p)
}

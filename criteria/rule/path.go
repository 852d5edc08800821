package rule

import (
	"strconv"
	"strings"
)

// Path is the place of a value in a record as its JSON has it:
// `months[2].visits[0].on`. The name of a member is in brackets where it is not a plain word:
// `readings["17.1/centralised"]`. A name of more than 64 bytes is shortened. The empty path
// is the record itself.
type Path string

// Key is the path of a member.
func (p Path) Key(name string) Path {
	switch {
	case !plainName(name):
		return p + "[" + Path(quoteName(Shorten(name))) + "]"
	case p == "":
		return Path(name)
	default:
		return p + "." + Path(name)
	}
}

// plainName reports whether a name can stand in a path as it is: a letter, then letters,
// digits, "_" or "-".
func plainName(name string) bool {
	if name == "" || len(name) > 64 {
		return false
	}
	for i := range len(name) {
		c := name[i] | 0x20
		letter, later := c >= 'a' && c <= 'z', name[i] >= '0' && name[i] <= '9' || name[i] == '_' || name[i] == '-'
		if !letter && (i == 0 || !later) {
			return false
		}
	}
	return true
}

var (
	nameQuotes   = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	nameUnquotes = strings.NewReplacer(`\\`, `\`, `\"`, `"`)
)

func quoteName(name string) string { return `"` + nameQuotes.Replace(name) + `"` }

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

// Within reports whether the path is the other one, or lies below it.
func (p Path) Within(above Path) bool {
	return above == "" || p == above || strings.HasPrefix(string(p), string(above)) && (p[len(above)] == '.' || p[len(above)] == '[')
}

// Any reports whether the path, or one above it, is as asked; the shortest is asked first.
func (p Path) Any(is func(Path) bool) bool {
	at := 0
	for _, s := range p.split() {
		if at += len(s); at < len(p) && is(p[:at]) {
			return true
		}
	}
	return is(p)
}

// last is the name of the last step, where it is a plain word; else "".
func (p Path) last() string {
	s := string(p)
	s = s[strings.LastIndexByte(s, '.')+1:]
	if strings.ContainsAny(s, `["`) {
		return ""
	}
	return s
}

// split cuts the path into its steps as they are written: "months", "[2]", ".visits".
func (p Path) split() []string {
	var steps []string
	rest := string(p)
	for rest != "" {
		n := 1
		if strings.HasPrefix(rest, `["`) {
			for n = 2; n < len(rest) && rest[n] != '"'; n++ {
				if rest[n] == '\\' {
					n++
				}
			}
			n = min(n+2, len(rest))
		} else {
			for n < len(rest) && rest[n] != '.' && rest[n] != '[' {
				n++
			}
		}
		steps, rest = append(steps, rest[:n]), rest[n:]
	}
	return steps
}

// Pointer is the path as a JSON Pointer (RFC 6901): "/months/2/visits/0/on".
func (p Path) Pointer() string {
	var b strings.Builder
	for _, s := range p.split() {
		switch {
		case strings.HasPrefix(s, `["`):
			s = nameUnquotes.Replace(strings.TrimSuffix(strings.TrimPrefix(s, `["`), `"]`))
		case strings.HasPrefix(s, "["):
			s = strings.Trim(s, "[]")
		default:
			s = strings.TrimPrefix(s, ".")
		}
		b.WriteString("/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(s))
	}
	return b.String()
}

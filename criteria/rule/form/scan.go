package form

import (
	"encoding/json"
	"unicode/utf8"

	"github.com/giupxa/giupxa/criteria/rule"
)

// scanner walks a text that is known to be valid JSON.
type scanner struct {
	data []byte
	pos  int
}

// space steps over white space before something else.
func (s *scanner) space() {
	for {
		switch s.data[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return
		}
	}
}

// peek is the first byte of the value at hand.
func (s *scanner) peek() byte { return s.data[s.pos] }

// null steps over a null.
func (s *scanner) null() bool {
	if s.data[s.pos] != 'n' {
		return false
	}
	s.pos += len("null")
	return true
}

// skip steps over a value and gives its text.
func (s *scanner) skip() []byte {
	from, depth := s.pos, 0
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; c {
		case '"':
			s.quote()
			if depth == 0 {
				return s.data[from:s.pos]
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return s.data[from:s.pos]
			}
			if depth == 0 {
				s.pos++
				return s.data[from:s.pos]
			}
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return s.data[from:s.pos]
			}
		}
		s.pos++
	}
	return s.data[from:s.pos]
}

// quote steps over a text in quotes and tells whether it holds nothing but plain ASCII.
func (s *scanner) quote() (raw []byte, plain bool) {
	s.pos++
	from := s.pos
	plain = true
	for {
		switch c := s.data[s.pos]; {
		case c == '"':
			s.pos++
			return s.data[from : s.pos-1], plain
		case c == '\\':
			plain = false
			s.pos += 2
			continue
		case c >= utf8.RuneSelf:
			plain = false
		}
		s.pos++
	}
}

// quoted reads a text in the spelling of [rule.Normal]; false where it is not UTF-8.
func (s *scanner) quoted() (string, bool) {
	from := s.pos
	raw, plain := s.quote()
	if plain {
		return string(raw), true
	}
	var text string
	if json.Unmarshal(s.data[from:s.pos], &text) != nil {
		return "", false
	}
	return rule.Normal(text), utf8.Valid(raw)
}

// key reads the name of a member and steps to its value.
func (s *scanner) key() (string, bool) {
	key, valid := s.quoted()
	s.space()
	s.pos++ // the colon
	s.space()
	return key, valid
}

// element steps to the i-th element of a list; false where the list has ended.
func (s *scanner) element(i int) bool { return s.next(i, ']') }

// member steps to the i-th member of an object; false where the object has ended.
func (s *scanner) member(i int) bool { return s.next(i, '}') }

func (s *scanner) next(i int, end byte) bool {
	if i == 0 {
		s.pos++ // the opening bracket
	}
	s.space()
	if s.data[s.pos] == end {
		s.pos++
		return false
	}
	if i > 0 {
		s.pos++ // the comma
		s.space()
	}
	return true
}

// count is about how many members the object at hand has: no more than it has commas,
// and no more than a map should be given room for at once.
func (s *scanner) count() int {
	const most = 256
	n, depth := 0, 0
	for i := s.pos; i < len(s.data) && n < most; i++ {
		switch s.data[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return n + 1
			}
		case ',':
			if depth == 1 {
				n++
			}
		}
	}
	return n + 1
}

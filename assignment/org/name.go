package org

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
)

// letter is what a precomposed Vietnamese letter is made of.
type letter struct {
	quality rune // the letter without its tone: ấ → â
	base    rune // the letter without any mark: ấ → a
	tone    byte // 0 for none, otherwise one of `'~?.
}

const (
	letterFirst = 'À'
	letterLast  = 'ỹ'
)

// letters is indexed from letterFirst; the rows of other letters are empty.
var letters = buildLetters()

func buildLetters() (table [letterLast - letterFirst + 1]letter) {
	bases := map[rune]rune{
		'a': 'a', 'ă': 'a', 'â': 'a', 'e': 'e', 'ê': 'e', 'i': 'i',
		'o': 'o', 'ô': 'o', 'ơ': 'o', 'u': 'u', 'ư': 'u', 'y': 'y', 'đ': 'd',
	}
	tones := []rune{0, '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'}
	for q, base := range bases {
		for i, mark := range tones {
			if mark != 0 && q == 'đ' {
				break
			}
			s := string(q)
			l := letter{quality: q, base: base}
			if mark != 0 {
				s = norm.NFC.String(s + string(mark))
				l.tone = "`'~?."[i-1]
			}
			for _, form := range []string{s, strings.ToUpper(s)} {
				if r := []rune(form)[0]; r >= letterFirst {
					table[r-letterFirst] = l
				}
			}
		}
	}
	return table
}

// nameKey is a name in two forms. In exact, spelling counts but neither case,
// composition, punctuation nor where in a syllable its tone mark stands: each
// syllable is its letters and then its tone. In base all marks are gone.
type nameKey struct{ exact, base string }

// keyOf makes the key of a name.
func keyOf(name string) nameKey {
	var w keyWriter
	return w.key(name)
}

// bare is a name without the words for a kind that stood before it.
type bare struct {
	nameKey
	kind UnitKind
}

// withoutKind reads the words for a kind of unit before a name: each way to read them,
// the one that takes the most words first.
func (k nameKey) withoutKind() []bare {
	var ways []bare
	for _, w := range kindWords {
		rest, ok := strings.CutPrefix(k.exact, w.words)
		switch {
		case !ok || rest == "":
		case rest[0] == ' ':
			n := strings.Count(w.words, " ") + 1
			ways = append(ways, bare{nameKey{rest[1:], cutWords(k.base, n)}.expand(), w.kind})
		case w.joins && rest[0] >= '0' && rest[0] <= '9': // P12, Q1
			rest = withoutZeros(rest)
			ways = append(ways, bare{nameKey{rest, rest}, w.kind})
		}
	}
	return ways
}

// repeats reports whether the name begins with the words for a kind, written out.
func (k nameKey) repeats(kind UnitKind) bool {
	for _, w := range kindWords {
		if w.kind == kind && !w.short && strings.HasPrefix(k.exact, w.words+" ") {
			return true
		}
	}
	return false
}

// expand writes out N.T., as lists shorten nông trường (state farm).
func (k nameKey) expand() nameKey {
	for words, short := range []string{1: "nt ", 2: "n t "} {
		if words > 0 && strings.HasPrefix(k.exact, short) {
			return nameKey{"nông trương` " + cutWords(k.exact, words), "nong truong " + cutWords(k.base, words)}
		}
	}
	return k
}

// keyWriter makes keys; its buffers are used again for the next name.
type keyWriter struct {
	exact, base []byte
	tone        byte // of the syllable at hand
	inside      bool // a syllable is at hand
	number      bool // it is all digits so far
}

func (w *keyWriter) key(name string) nameKey {
	if strings.IndexFunc(name, maybeMark) >= 0 {
		name = rule.Normal(name)
	}
	w.exact, w.base, w.inside = w.exact[:0], w.base[:0], false
	for _, r := range name {
		switch l := letterOf(r); {
		case l.base != 0:
			w.put(l)
		case strings.ContainsRune(apostrophes, r): // H'Neng is one word
		default:
			w.end()
		}
	}
	w.end()
	mid := len(w.exact)
	w.exact = append(w.exact, w.base...)
	both := string(w.exact)
	return nameKey{both[:mid], both[mid:]}.expand()
}

// apostrophes are the marks that are typed for one.
const apostrophes = "'’ʼ‘`´′ʹ"

// maybeMark reports whether a rune could be part of a decomposed letter, neither below the
// combining marks nor one of the composed Vietnamese letters above them, or only looks like Đ.
func maybeMark(r rune) bool {
	return r >= '\u0300' && (r < 'Ạ' || r > letterLast) || r == '\u00D0' || r == '\u00F0' || r == '\u0189' || r == '\u0256'
}

// put adds a letter to the syllable at hand, or begins one.
func (w *keyWriter) put(l letter) {
	digit := l.base >= '0' && l.base <= '9'
	switch {
	case w.inside:
		if w.number && digit && w.exact[len(w.exact)-1] == '0' && (len(w.exact) == 1 || w.exact[len(w.exact)-2] == ' ') {
			w.exact, w.base = w.exact[:len(w.exact)-1], w.base[:len(w.base)-1] // Phường 01 is Phường 1
		}
		w.number = w.number && digit
	default:
		if len(w.exact) > 0 {
			w.exact, w.base = append(w.exact, ' '), append(w.base, ' ')
		}
		w.number = digit
	}
	w.inside = true
	w.exact, w.base = utf8.AppendRune(w.exact, l.quality), utf8.AppendRune(w.base, l.base)
	if l.tone != 0 {
		w.tone = l.tone
	}
}

// end sets the tone of a syllable behind its letters.
func (w *keyWriter) end() {
	if w.tone != 0 {
		w.exact = append(w.exact, w.tone)
	}
	w.inside, w.tone = false, 0
}

// letterOf reads a letter or digit in lower case; what is neither has no base.
func letterOf(r rune) letter {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return letter{r, r, 0}
	case 'A' <= r && r <= 'Z':
		return letter{r + 'a' - 'A', r + 'a' - 'A', 0}
	case r >= letterFirst && r <= letterLast && letters[r-letterFirst].base != 0:
		return letters[r-letterFirst]
	case r >= letterFirst && r != 'ʼ' && r != 'ʹ' && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return letter{unicode.ToLower(r), unicode.ToLower(r), 0}
	default:
		return letter{}
	}
}

// kindWords are the words that may stand before a name, in the exact form of a
// key, the longer before those they begin with. Abbreviations are no part of a name by
// themselves; some are written together with a number.
var kindWords = []struct {
	words        string
	kind         UnitKind
	short, joins bool
}{
	{words: "thanh` phô' trưc. thuôc. trung ương", kind: KindMunicipality},
	{words: "thanh` phô'", kind: KindCity}, {words: "tp", kind: KindCity, short: true}, {words: "t p", kind: KindCity, short: true},
	{words: "thi. trân'", kind: KindTownship}, {words: "tt", kind: KindTownship, short: true}, {words: "t t", kind: KindTownship, short: true},
	{words: "thi. xa~", kind: KindTown}, {words: "tx", kind: KindTown, short: true}, {words: "t x", kind: KindTown, short: true},
	{words: "đăc. khu", kind: KindSpecialZone}, {words: "đk", kind: KindSpecialZone, short: true}, {words: "đ k", kind: KindSpecialZone, short: true},
	{words: "huyên. đao?", kind: KindDistrict}, {words: "huyên.", kind: KindDistrict}, {words: "h", kind: KindDistrict, short: true},
	{words: "xa~ đao?", kind: KindCommune}, {words: "xa~", kind: KindCommune}, {words: "x", kind: KindCommune, short: true},
	{words: "phương`", kind: KindWard}, {words: "p", kind: KindWard, short: true, joins: true}, {words: "f", kind: KindWard, short: true, joins: true},
	{words: "quân.", kind: KindUrbanDistrict}, {words: "q", kind: KindUrbanDistrict, short: true, joins: true},
	{words: "tinh?", kind: KindProvince}, {words: "t", kind: KindProvince, short: true},
}

// withoutZeros drops the zeros before a number.
func withoutZeros(s string) string {
	for len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9' {
		s = s[1:]
	}
	return s
}

func cutWords(s string, n int) string {
	for ; n > 0; n-- {
		_, s, _ = strings.Cut(s, " ")
	}
	return s
}

// oneApart reports whether two texts differ by exactly one byte put in, left
// out or changed.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

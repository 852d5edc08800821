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

// withoutKind takes a leading kind of unit off a key; zero where there is none.
func (k nameKey) withoutKind() (nameKey, UnitKind) {
	kind, words := leadingKind(k.exact)
	if kind == 0 {
		return k, 0
	}
	return nameKey{cutWords(k.exact, words), cutWords(k.base, words)}.expand(), kind
}

// repeats reports whether the name begins with the words for a kind, written out.
func (k nameKey) repeats(kind UnitKind) bool {
	lead, words := leadingKind(k.exact)
	return lead == kind && lead != 0 && len(k.exact)-len(cutWords(k.exact, words)) > 3
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
		case r == '\'' || r == '’' || r == 'ʼ': // H'Neng is one word
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

// maybeMark reports whether a rune could be part of a decomposed letter, neither below the
// combining marks nor one of the composed Vietnamese letters above them, or only looks like Đ.
func maybeMark(r rune) bool {
	return r >= '\u0300' && (r < 'Ạ' || r > letterLast) || r == '\u00D0' || r == '\u00F0' || r == '\u0189' || r == '\u0256'
}

// put adds a letter to the syllable at hand, or begins one.
func (w *keyWriter) put(l letter) {
	if !w.inside && len(w.exact) > 0 {
		w.exact, w.base = append(w.exact, ' '), append(w.base, ' ')
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
	case r >= letterFirst && r != 'ʼ' && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return letter{unicode.ToLower(r), unicode.ToLower(r), 0}
	default:
		return letter{}
	}
}

// kindWords are the words that may stand before a name, in the exact form of a
// key, the longer before those they begin with.
var kindWords = []struct {
	words string
	kind  UnitKind
}{
	{"thi. trân'", KindTownship}, {"tt", KindTownship},
	{"thi. xa~", KindTown}, {"tx", KindTown},
	{"thanh` phô'", KindCity}, {"tp", KindCity},
	{"đăc. khu", KindSpecialZone},
	{"phương`", KindWard}, {"p", KindWard},
	{"xa~", KindCommune}, {"x", KindCommune},
	{"huyên.", KindDistrict}, {"h", KindDistrict},
	{"tinh?", KindProvince}, {"t", KindProvince},
}

// leadingKind reads the kind of unit that stands before a name, and how many
// words say it. A name that is nothing but such words keeps them.
func leadingKind(exact string) (UnitKind, int) {
	for _, k := range kindWords {
		if len(exact) > len(k.words) && exact[len(k.words)] == ' ' && strings.HasPrefix(exact, k.words) {
			return k.kind, strings.Count(k.words, " ") + 1
		}
	}
	return 0, 0
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

package visit

import (
	"slices"
	"strings"
	"unicode"

	"github.com/giupxa/giupxa/criteria/rule"
)

// phrases say nothing of what a visit is for. Whether a host takes them for
// content is its own choice: no text lists them.
var phrases = []string{
	"làm việc", "làm việc với xã", "làm việc tại xã",
	"theo kế hoạch", "theo chương trình", "theo lịch", "theo lịch công tác",
	"theo nhiệm vụ", "theo phân công", "theo quy định", "theo chỉ đạo",
	"công tác", "đi công tác", "công việc", "trao đổi", "trao đổi công việc",
	"đi cơ sở", "xuống cơ sở", "thăm cơ sở", "kiểm tra cơ sở", "thăm xã", "xuống xã",
	"nắm tình hình", "nắm bắt tình hình", "nắm tình hình cơ sở", "kiểm tra tình hình",
	"giúp đỡ xã", "hỗ trợ xã", "nội dung khác", "định kỳ", "thường xuyên",
	"với xã", "tại xã", "tại cơ sở", "của xã", "và",
}

// folded is the same list by words.
var folded = fold(phrases)

// GenericPhrases is the list that a Policy without a list of its own uses; the
// caller may change the copy.
func GenericPhrases() []string { return slices.Clone(phrases) }

// words splits a text into its words, in the form in which two spellings are
// equal: case, Unicode form, spacing and punctuation play no part, tones do.
func words(s string) []string {
	return strings.FieldsFunc(rule.Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

func fold(list []string) [][]string {
	split := make([][]string, 0, len(list))
	for _, p := range list {
		if w := words(p); len(w) > 0 {
			split = append(split, w)
		}
	}
	return split
}

// generic reports whether a text is made up of listed phrases and nothing else,
// however they overlap.
func generic(text string, list [][]string) bool {
	w := words(text)
	reached := make([]bool, len(w)+1) // reached[i]: the first i words are phrases
	reached[0] = true
	for i := range w {
		if !reached[i] {
			continue
		}
		for _, p := range list {
			if end := i + len(p); end <= len(w) && slices.Equal(w[i:end], p) {
				reached[end] = true
			}
		}
	}
	return len(w) > 0 && reached[len(w)]
}

// eachList goes through the lists in which content can stand, with their places.
func (v *Visit) eachList(yield func(items []string, at func() rule.Path) bool) {
	if !yield(v.Items, func() rule.Path { return "items" }) {
		return
	}
	for i := range v.Notices {
		if !yield(v.Notices[i].Items, func() rule.Path { return noticePath(i).Key("items") }) {
			return
		}
	}
	if v.Invitation != nil {
		yield(v.Invitation.Agenda, func() rule.Path { return "invitation.agenda" })
	}
}

func noticePath(i int) rule.Path { return rule.Path("notices").Index(i) }

// content judges whether the visit has specific content. One specific item,
// wherever it stands, is enough.
func (p *Policy) content(v *Visit, found rule.Findings) rule.Findings {
	var list [][]string
	if p.Generic != AllowGeneric {
		list = p.phrases()
	}
	var blank, vague func() rule.Path
	var vagueText string
	specific := false
	v.eachList(func(items []string, at func() rule.Path) bool {
		for i, item := range items {
			switch {
			case rule.Blank(item):
				if blank == nil {
					blank = func() rule.Path { return at().Index(i) }
				}
			case generic(item, list):
				if vague == nil {
					vague, vagueText = func() rule.Path { return at().Index(i) }, item
				}
			default:
				specific = true
				return false
			}
		}
		return true
	})
	switch {
	case specific:
		return found
	case vague != nil:
		kind := rule.Advice
		if p.Generic == RefuseGeneric {
			kind = rule.Broken
		}
		return append(found, table.Finding(kind, ErrContentGeneric, vague(), rule.A("text", rule.Shorten(vagueText))))
	case blank == nil:
		return append(found, table.Broken(ErrContentMissing, "items"))
	case p.BlankContent:
		return found
	default:
		return append(found, table.Broken(ErrContentBlank, blank()))
	}
}

func (p *Policy) phrases() [][]string {
	if len(p.Phrases) == 0 {
		return folded
	}
	return fold(p.Phrases)
}

// holds reports whether a list has the item, in whatever spelling.
func holds(items []string, item string) bool {
	w := words(item)
	return slices.ContainsFunc(items, func(other string) bool { return slices.Equal(words(other), w) })
}

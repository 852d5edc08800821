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

// place is where an item of content is written: in the visit's own items or agenda, in the
// agenda of the invitation, or in the notice of that number.
type place struct{ list, item int }

const (
	own     = -1
	invited = -2
	tied    = -3
)

func (p place) path() rule.Path {
	switch p.list {
	case own:
		return rule.Path("items").Index(p.item)
	case tied:
		return rule.Path("agenda").Index(p.item).Key("text")
	case invited:
		return rule.Path("invitation.agenda").Index(p.item)
	default:
		return noticePath(p.list).Key("items").Index(p.item)
	}
}

// ownContents goes through the items of the visit itself with their places.
func (v *Visit) ownContents(yield func(place, string) bool) {
	for i, item := range v.Items {
		if !yield(place{own, i}, item) {
			return
		}
	}
	for i := range v.Agenda {
		if !yield(place{tied, i}, v.Agenda[i].Text) {
			return
		}
	}
}

// contents goes through all items of content with their places.
func (v *Visit) contents(yield func(place, string) bool) {
	each := func(list int, items []string) bool {
		for i, item := range items {
			if !yield(place{list, i}, item) {
				return false
			}
		}
		return true
	}
	more := each(own, v.Items)
	for i := 0; more && i < len(v.Agenda); i++ {
		more = yield(place{tied, i}, v.Agenda[i].Text)
	}
	for i := 0; more && i < len(v.Notices); i++ {
		more = each(i, v.Notices[i].Items)
	}
	if more && v.Invitation != nil {
		each(invited, v.Invitation.Agenda)
	}
}

func noticePath(i int) rule.Path { return rule.Path("notices").Index(i) }

// blank reports whether no item of a list says anything.
func blank(items []string) bool {
	return !slices.ContainsFunc(items, func(item string) bool { return !rule.Blank(item) })
}

// content judges whether the visit has specific content, and reports whether nothing was
// found wanting. One specific item in any list is enough.
func (c *check) content() bool {
	way := c.p.Generic
	if !c.bound() || !c.asksContent() && way != RefuseGeneric {
		return true
	}
	var list [][]string
	if way != AllowGeneric {
		list = c.p.phrases()
	}
	var empty, vague place
	var isEmpty, isVague bool
	var text string
	for at, item := range c.v.contents {
		switch {
		case rule.Blank(item):
			if !isEmpty {
				empty, isEmpty = at, true
			}
		case generic(item, list):
			if !isVague {
				vague, text, isVague = at, item, true
			}
		default:
			return true
		}
	}
	switch {
	case isVague:
		kind := rule.Advice
		if way == RefuseGeneric {
			kind = rule.Broken
		}
		c.Report(kind, ErrContentGeneric, vague.path(), rule.A("text", rule.Shorten(text)))
		return false
	case !isEmpty:
		c.Broken(ErrContentMissing, "items")
	case c.p.BlankContent:
		return true
	default:
		c.Broken(ErrContentBlank, empty.path())
	}
	return !c.asksContent()
}

func (p *Policy) phrases() [][]string {
	if len(p.Phrases) == 0 {
		return folded
	}
	return fold(p.Phrases)
}

// spelling is an item in the form in which two spellings are equal.
func spelling(item string) string { return strings.Join(words(item), " ") }

// addSpellings adds the spellings of a list.
func addSpellings(to map[string]bool, list []string) {
	for _, item := range list {
		to[spelling(item)] = true
	}
}

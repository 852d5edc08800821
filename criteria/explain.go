package criteria

import (
	"iter"
	"strings"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Deciding goes through the parts of an indicator on which its verdict rests, as [Line.Parts]
// gives them: the attributes that choose the case, and the parts of that case which decide.
// The verdict follows from them alone. A line that is stated has none.
func (l Line) Deciding() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		if l.view == nil {
			l.storedDeciding(yield)
		}
		if l.view == nil || l.Stated {
			return
		}
		going := true
		l.view.applying(l.root, true, func(at uint16) {
			if going {
				going = yield(l.part(at))
			}
		})
	}
}

// applying visits the steps below a step that read something, or that are open, without those
// of a case that does not apply or of a way that is not asked; where only the deciding ones are
// wanted, those on which its verdict rests.
func (v *view) applying(at uint16, deciding bool, visit func(uint16)) {
	l := &v.c.steps[at]
	kids := v.c.kids[l.first:l.last]
	switch {
	case len(kids) == 0:
		visit(at)
	case l.op == algebra.When:
		v.applyingOf(kids, deciding, visit)
	case l.op == algebra.FirstOf:
		for _, k := range kids {
			if v.applying(k, deciding, visit); v.judge(k).verdict != NotApplicable {
				return
			}
		}
	default:
		whole := v.judge(at).verdict
		all := !deciding || l.op == algebra.All && whole == Met || l.op == algebra.Any && whole == NotMet
		for _, k := range kids {
			if all || v.judge(k).verdict == whole {
				v.applying(k, deciding, visit)
			}
		}
	}
}

// applyingOf visits a condition and the case that it chooses. A condition that leaves the
// choice open decides nothing where both cases agree.
func (v *view) applyingOf(kids []uint16, deciding bool, visit func(uint16)) {
	condition := v.judge(kids[0]).verdict
	if !deciding || condition == Met || condition == NotMet || v.judge(kids[1]) != v.judge(kids[2]) {
		v.applying(kids[0], deciding, visit)
	}
	if condition != NotMet {
		v.applying(kids[1], deciding, visit)
	}
	if condition != Met {
		v.applying(kids[2], deciding, visit)
	}
}

var (
	wordBySource = rule.Text{Vi: "theo công bố", En: "as stated"}
	wordFor      = rule.Text{Vi: "yêu cầu ", En: "needed "}
	sexes        = map[string]rule.Text{algebra.Female: {Vi: "nữ", En: "women"}, algebra.Male: {Vi: "nam", En: "men"}}
)

// String says the line in Vietnamese.
func (l Line) String() string { return l.In(rule.Vi) }

// In says the line with what its verdict rests on: "5: đạt – số trường: 3, yêu cầu ≥ 4: không
// đạt; mức 1: 60, yêu cầu ≥ 50: đạt".
func (l Line) In(lang rule.Lang) string {
	head := l.Code + ": " + l.Verdict.In(lang)
	switch {
	case l.Stated:
		return head + ", " + wordBySource.In(lang)
	case l.Reason != Decided:
		head += " (" + l.Reason.In(lang) + ")"
	}
	var grounds []string
	for part := range l.Deciding() {
		ground := ""
		if part.Code != l.Code {
			ground = l.nameOf(part.Code, lang) + ": "
		}
		ground += part.Reading.In(lang) + ", " + wordFor.In(lang) + part.Demand.In(lang)
		if part.Code != l.Code {
			ground += ": " + part.Verdict.In(lang)
		}
		grounds = append(grounds, ground)
	}
	if grounds == nil {
		return head
	}
	return head + " – " + strings.Join(grounds, "; ")
}

// nameOf is a part or an attribute in the words of the set; its key where that has none.
func (l *Line) nameOf(key string, lang rule.Lang) string {
	name := key[strings.LastIndexByte(key, '/')+1:]
	if l.view != nil && l.view.c.set.table.Words[name].Vi != "" {
		return l.view.c.set.table.Words[name].In(lang)
	}
	if words, is := sexes[name]; is {
		return words.In(lang)
	}
	return name
}

package difficulty

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// bodies is the bodies of a matrix on a day, asked for a field of their work.
type bodies struct {
	x     duty.Matrix
	day   civil.Date
	field org.Field
}

// absent reports whether the matrix knows that a body does not exist on the day.
func (w *bodies) absent(id org.BodyID) bool {
	b, known := w.x.Body(id)
	return known && rule.IsDay(w.day) && (!b.Exists(w.day) || b.Level != 0 && !w.x.Government().Has(b.Level))
}

// acting is the body itself, or its heir where it does not exist on the day; "" where
// none is known. The findings say so, at the place of the body or, where it is left out, at
// the one without it.
func (w *bodies) acting(id org.BodyID, at, without rule.Path) (org.BodyID, rule.Findings) {
	var notes rule.Findings
	seen := map[org.BodyID]bool{}
	for w.absent(id) {
		b, _ := w.x.Body(id)
		heir, ok := b.Heir(w.field)
		if !ok || seen[id] {
			return "", rule.Findings{table.Undecided(ErrBodyAbsent, without, rule.A("body", w.x.Name(id)), rule.A("day", w.day))}
		}
		seen[id] = true
		notes = append(notes, table.Advice(BodySucceeded, at, rule.A("body", w.x.Name(id)), rule.A("day", w.day),
			rule.A("heir", w.x.Name(heir.To)), rule.A("confidence", heir.Confidence)))
		id = heir.To
	}
	return id, notes
}

// receives reports whether a body is one of the authorities that receive reports of
// difficulties, or of their class.
func (w *bodies) receives(id org.BodyID) bool {
	d, ok := w.x.Duty(duty.ReferDifficulty)
	return ok && w.isOne(id, d.Towards.Has)
}

// received reports whether a body was such an authority until it ceased, and who has
// taken that over.
func (w *bodies) received(id org.BodyID) (to rule.Text, named bool) {
	for t := range w.x.Transfers() {
		if t.Duty != duty.ReferDifficulty || !w.isOne(id, func(b org.BodyID) bool { return b == t.From }) {
			continue
		}
		if len(t.To) == 0 {
			return rule.Text{Vi: "chưa rõ cơ quan kế tiếp", En: "its successor is not known"}, true
		}
		var vi, en []string
		for _, b := range t.To {
			vi, en = append(vi, w.x.Name(b).Vi), append(en, w.x.Name(b).En)
		}
		return rule.Text{
			Vi: "kế tiếp: " + strings.Join(vi, ", ") + ", " + t.Confidence.In(rule.Vi),
			En: "succeeded by " + strings.Join(en, ", ") + ", " + t.Confidence.In(rule.En),
		}, true
	}
	return rule.Text{}, false
}

// isOne asks of a body and of the classes to which it belongs.
func (w *bodies) isOne(id org.BodyID, is func(org.BodyID) bool) bool {
	b, _ := w.x.Body(id)
	return is(id) || slices.ContainsFunc(b.Classes, is)
}

package criteria

import (
	"bytes"
	"slices"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// basis is what a line rests on besides its own fields: with it the verdict can be found
// again. It is worked out for the JSON of a line, and kept of a line that was read from JSON.
type basis struct {
	// parts are those of a row that has any, by the one whose reading the row shows. join and
	// decides are known of a line that was read from JSON: how the parts are joined, and those
	// on which the verdict rests.
	parts   []Line
	by      int
	join    joined
	decides []int
	inWords rule.Text // the demand, of a line that was read from JSON
	// unchecked is why a row without parts that has a verdict all the same is not checked, and
	// missing the keys of the readings that would check it.
	unchecked Reason
	missing   []string
	open      bool // the table leaves open what is demanded
	bare      bool // a part that has the demand of its row
	// own is what was given under the row's own key, where it has parts; previous the earlier
	// value, where the demand is a multiple of it.
	own, previous Reading
	refused       refusal
	lacks         lack
	gap           rule.Number // of a line that was read from JSON
}

// lack is the list of a [Shortfall] in which a line stands.
type lack uint8

const (
	_ lack = iota
	lackNumber
	lackCondition
	lackUnknown
)

var lacks = rule.NewEnum[lack]("shortfall", rule.Word{},
	rule.Word{Code: "number", Vi: "còn thiếu số", En: "a number"},
	rule.Word{Code: "condition", Vi: "còn thiếu điều kiện", En: "a condition"},
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "not known"},
)

// String is the permanent code.
func (l lack) String() string { return lacks.Code(l) }

// MarshalText writes the code.
func (l lack) MarshalText() ([]byte, error) { return lacks.Marshal(l) }

// UnmarshalText reads the code.
func (l *lack) UnmarshalText(b []byte) error { return lacks.Unmarshal(b, l) }

// lists gives the lists of the shortfall by number.
func (s *Shortfall) lists() [4]*[]Line {
	return [...]*[]Line{lackNumber: &s.Numbers, lackCondition: &s.Conditions, lackUnknown: &s.Unknown}
}

// partRoom is room for the parts of one line after another.
type partRoom struct {
	parts []Line
	bases []basis
}

// basisOf works out what a line rests on; its parts are in the room until the next line.
func (l *Line) basisOf(room *partRoom, marks []lack) basis {
	if l.view == nil {
		if l.read == nil {
			return basis{}
		}
		return *l.read
	}
	v, root := l.view, &l.view.c.steps[l.root]
	own := v.c.slots[l.Code]
	b := basis{refused: v.refusal(own)}
	mark := func(at uint16) lack {
		if int(at) < len(marks) {
			return marks[at]
		}
		return 0
	}
	b.lacks = mark(l.root)
	if root.op == algebra.Unstated || root.first == root.last && root.slot == own {
		b.ofLeaf(v, root)
		if l.Verdict != Unknown {
			b.unchecked, b.missing = v.judge(l.root).reason, v.missing(l.root)
		}
		return b
	}
	alone := root.first == root.last && !l.Stated // the row lacks what its one part lacks
	if b.own = v.reading(own); alone {
		b.lacks = 0
	}
	n := 0
	v.c.leaves(l.root, func(uint16) { n++ })
	room.parts, room.bases = slices.Grow(room.parts[:0], n), slices.Grow(room.bases[:0], n)
	v.c.leaves(l.root, func(at uint16) {
		if at == l.at {
			b.by = len(room.parts)
		}
		s := &v.c.steps[at]
		below := basis{bare: s.op == algebra.Unstated}
		if !below.bare {
			below.refused = v.refusal(s.slot)
		}
		if at != l.root || alone {
			below.lacks = mark(at)
		}
		below.ofLeaf(v, s)
		room.bases = append(room.bases, below)
		part := l.part(at)
		part.read = &room.bases[len(room.bases)-1]
		room.parts = append(room.parts, part)
	})
	b.parts = room.parts
	return b
}

// ofLeaf notes what the table leaves open at a step, and the earlier value to which it holds its
// reading.
func (b *basis) ofLeaf(v *view, s *step) {
	b.open = s.reason != Decided
	if s.previous {
		b.previous = v.reading(s.slot2)
	}
}

// joined is how the parts of a row are joined, as JSON has it: the number of a part, or an
// operator and what it joins. That of when are the condition, then and otherwise.
type joined struct {
	part int
	op   string
	of   []joined
}

func (j *joined) UnmarshalJSON(data []byte) error {
	if !bytes.HasPrefix(data, []byte("{")) {
		return form.Decode(data, "", &j.part)
	}
	var object struct {
		All     []joined `json:"all"`
		Any     []joined `json:"any"`
		FirstOf []joined `json:"firstOf"`
		When    []joined `json:"when"`
	}
	if err := form.Decode(data, "", &object); err != nil {
		return err
	}
	for i, of := range [...][]joined{object.All, object.Any, object.FirstOf, object.When} {
		switch {
		case of == nil:
		case j.op != "":
			return errJoin
		default:
			j.op, j.of = [...]algebra.Op{algebra.All, algebra.Any, algebra.FirstOf, algebra.When}[i].String(), of
		}
	}
	if j.op == "" || object.When != nil && len(object.When) != 3 {
		return errJoin
	}
	return nil
}

var errJoin error = &rule.Misread{Words: rule.Text{
	Vi: `ghi số thứ tự của phần, hoặc đối tượng có một khóa: all, any, firstOf, when (ba phần)`,
	En: `write the number of a part, or an object with one key: all, any, firstOf, when (of three)`,
}}

// within reports whether each part is one of so many.
func (j *joined) within(parts int) bool {
	if j.op == "" {
		return j.part >= 0 && j.part < parts
	}
	return !slices.ContainsFunc(j.of, func(k joined) bool { return !k.within(parts) })
}

func (j *joined) write(w *form.Writer) {
	if j.op == "" {
		w.Int(j.part)
		return
	}
	w.Open('{')
	w.Key(j.op).Open('[')
	for i := range j.of {
		j.of[i].write(w)
	}
	w.Close(']')
	w.Close('}')
}

// writeJoin writes how the parts below a step are joined; n counts the parts.
func (c *resolved) writeJoin(w *form.Writer, at uint16, n *int) {
	l := &c.steps[at]
	if l.first == l.last {
		w.Int(*n)
		*n++
		return
	}
	w.Open('{')
	w.Key(l.op.String()).Open('[')
	for _, k := range c.kids[l.first:l.last] {
		c.writeJoin(w, k, n)
	}
	w.Close(']')
	w.Close('}')
}

// refusal is what cannot be used of a reading; the findings say why.
type refusal uint8

const (
	refusedValue refusal = iota + 1
	refusedStatement
	refusedBoth
)

var refusals = rule.NewEnum[refusal]("refusal", rule.Word{},
	rule.Word{Code: "value", Vi: "số liệu không dùng được", En: "the value"},
	rule.Word{Code: "statement", Vi: "công bố không dùng được", En: "the statement"},
	rule.Word{Code: "both", Vi: "không dùng được", En: "both"},
)

// String is the permanent code.
func (r refusal) String() string { return refusals.Code(r) }

// MarshalText writes the code.
func (r refusal) MarshalText() ([]byte, error) { return refusals.Marshal(r) }

// UnmarshalText reads the code.
func (r *refusal) UnmarshalText(b []byte) error { return refusals.Unmarshal(b, r) }

// refusal is what cannot be used of what was given at a slot.
func (v *view) refusal(slot uint16) (r refusal) {
	s := &v.vals[slot]
	if s.kind == kindRefused {
		r = refusedValue
	}
	if s.at != 0 && v.readings[s.at-1].Said != s.said {
		r += refusedStatement
	}
	return r
}

// used is what is used of what was given at a slot.
func (v *view) used(slot uint16) Reading {
	r, s := v.reading(slot), &v.vals[slot]
	if r.Said = s.said; s.kind == kindRefused {
		r.kind, r.exact, r.v, r.w, r.fine = kindNone, nil, 0, 0, 0
	}
	if r.IsZero() {
		return Reading{}
	}
	return r
}

// storedParts are those of a line that was read from JSON.
func (l *Line) storedParts(yield func(Line) bool) {
	if l.read == nil {
		return
	}
	if len(l.read.parts) == 0 {
		part := *l
		if part.Name = (rule.Text{}); l.read.unchecked != Decided {
			part.Verdict, part.Stated, part.Reason, part.Missing = Unknown, false, l.read.unchecked, l.read.missing
		}
		if l.read.refused >= refusedStatement && part.Reading.kind == kindNone {
			part.Reading = Reading{}
		}
		yield(part)
		return
	}
	for _, part := range l.read.parts {
		if !yield(part) {
			return
		}
	}
}

// storedDeciding are the deciding parts of a line that was read from JSON.
func (l *Line) storedDeciding(yield func(Line) bool) {
	switch {
	case l.read == nil || l.Stated:
	case len(l.read.parts) == 0:
		l.storedParts(yield)
	default:
		for _, n := range l.read.decides {
			if n >= 0 && n < len(l.read.parts) && !yield(l.read.parts[n]) {
				return
			}
		}
	}
}

// storedGap is that of a line that was read from JSON.
func (l *Line) storedGap() (rule.Number, bool) {
	if l.read == nil {
		return rule.Number{}, false
	}
	return l.read.gap, l.read.gap.Known()
}

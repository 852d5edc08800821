package criteria

import (
	"maps"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Bound is the readings of one commune brought to its demands, scaled once. It holds a copy of what it was given and is immutable.
type Bound struct{ b bound }

type bound struct {
	view
	dossier  Dossier            // its readings are in the slots, and in rest
	rest     map[string]Reading // without a slot
	area     val                // the area in the first view
	findings rule.Findings
}

// empty stands for a map of readings that are in the slots.
var empty = map[string]Reading{}

// Bind brings the readings of a dossier to their slots. Readings that cannot be used
// are told by [Assessment.Findings]. The error is that of [Set.Assess], or
// [ErrOtherDemands] where the dossier has another column, group, zone or year, or a
// day on which other rows hold.
func (d Demands) Bind(of Dossier) (Bound, error) {
	c := d.c
	if c == nil {
		return Bound{}, ErrNoSet
	}
	if err := (Set{c.set}).misuse(&of); err != nil {
		return Bound{}, err
	}
	if at := c.set.placeOf(&of); at != c.at {
		return Bound{}, rule.NewMisuse(ErrOtherDemands, rule.Text{Vi: "{unit}: {asked}, không phải {made}", En: "{unit}: {asked}, not {made}"},
			rule.A("unit", rule.Shorten(of.Unit)), rule.A("asked", at), rule.A("made", c.at))
	}
	if !c.serves(of.AsOf) {
		return Bound{}, rule.NewMisuse(ErrOtherDemands, rule.Text{Vi: "{unit}: ngày {day} áp dụng các dòng khác", En: "{unit}: other rows hold on {day}"},
			rule.A("unit", rule.Shorten(of.Unit)), rule.A("day", of.AsOf))
	}
	return Bound{c.bound(&of)}, nil
}

// Accept is the same readings, to be judged also by numbers known at least so well, as
// [Assessment.Accept] does.
func (b Bound) Accept(floor rule.Confidence) Bound {
	return Bound{b.b.seen(min(floor, rule.Secondary), b.b.stage)}
}

// seen is the same readings in another view. Where the set finds the group of the commune, it
// may find another one there, and other demands with it.
func (b *bound) seen(floor rule.Confidence, stage Stage) bound {
	out := *b
	if b.c == nil {
		return out
	}
	if b.dossier.Profile.Group == 0 && b.c.set.groups != nil {
		d := b.given()
		p := d.Profile
		if p.Group = b.c.set.groupOf(&d, stage, floor); p.Group.String() != b.c.at.Group {
			out = b.c.set.resolved(p, d.Year, d.AsOf).bound(&d)
		}
	}
	out.floor, out.stage = floor, stage
	return out
}

// given is the dossier that was bound.
func (b *bound) given() Dossier {
	d := b.dossier
	if d.Readings == nil {
		return d
	}
	d.Readings = make(map[string]Reading, len(b.rest))
	for i, key := range b.c.keys {
		if r, given := b.givenAt(uint16(i)); given { //nolint:gosec // NewSet bounds the number of keys
			d.Readings[key] = r
		}
	}
	maps.Copy(d.Readings, b.rest)
	return d
}

// givenAt is the reading of a slot as it was given, if one was.
func (b *bound) givenAt(slot uint16) (Reading, bool) {
	s := &b.vals[slot]
	if int(slot) == b.c.areaSlot {
		s = &b.area
	}
	if !s.isGiven() && s.at == 0 {
		return Reading{}, false
	}
	return b.readingOf(slot, s), true
}

func (c *resolved) bound(of *Dossier) bound {
	b := bound{dossier: *of}
	b.c, b.floor = c, rule.Secondary
	var sound bool
	if b.vals, b.readings, b.area, sound = c.bind(of); !sound {
		d := *of
		var lost []string
		d.Readings, lost = respelt(of.Readings, oddKeys(of.Readings))
		b.findings, b.rest = append(c.refusals(&d), repeated(lost)...), c.unread(d.Readings)
	}
	if of.Readings != nil {
		b.dossier.Readings = empty
	}
	return b
}

// bind brings readings to their slots in a resolved set, and reports whether all of them can be
// used there. They are copied: what the caller does to its map afterwards changes nothing. A
// reading that cannot be used counts as missing. The area of a profile is decided fact and
// stands in the place of its reading, which is given apart.
func (c *resolved) bind(of *Dossier) (vals []val, readings []Reading, area val, sound bool) {
	in := of.Readings
	vals = make([]val, len(c.keys))
	sound = true
	taken := 0
	for i, key := range c.keys {
		r, given := in[key]
		if !given {
			continue
		}
		s := &vals[i]
		sound = c.uses[i].take(s, &r, of.AsOf) && sound
		if !s.saysAll(&r, c.uses[i].measured) {
			if readings == nil {
				readings = make([]Reading, 0, len(in)-taken)
			}
			readings = append(readings, r)
			s.at = uint16(len(readings)) //nolint:gosec // NewSet bounds the number of keys
		}
		if taken++; taken == len(in) {
			break
		}
	}
	if taken < len(in) {
		sound = false
		if odd := oddKeys(in); odd != nil {
			d := *of
			d.Readings, _ = respelt(in, odd)
			vals, readings, area, _ = c.bind(&d)
			return vals, readings, area, false
		}
	}
	if c.areaSlot >= 0 {
		if area = vals[c.areaSlot]; of.Profile.Area != 0 {
			vals[c.areaSlot] = areaOf(of.Profile.Area)
		}
	}
	return vals, readings, area, sound
}

// oddKeys are the keys that are not in the one spelling in which a set keeps its keys, sorted.
func oddKeys(in map[string]Reading) (odd []string) {
	for key := range in {
		if rule.Normal(key) != key {
			odd = append(odd, key)
		}
	}
	slices.Sort(odd)
	return odd
}

// respelt is readings with those keys in the one spelling, and the keys that are another's in
// it: their readings are lost.
func respelt(in map[string]Reading, odd []string) (out map[string]Reading, lost []string) {
	if odd == nil {
		return in, nil
	}
	out = maps.Clone(in)
	for _, key := range odd {
		delete(out, key)
	}
	for _, key := range odd {
		if _, twice := out[rule.Normal(key)]; twice {
			lost = append(lost, key)
			continue
		}
		out[rule.Normal(key)] = in[key]
	}
	return out, lost
}

// repeated says which keys are another's in the one spelling.
func repeated(keys []string) (found rule.Findings) {
	for _, key := range keys[:min(len(keys), mostFindings)] {
		found = append(found, table.Broken(ErrSameKey, readingPath(key), rule.A("key", rule.Shorten(key))))
	}
	return found
}

// unread is the readings that have no slot.
func (c *resolved) unread(in map[string]Reading) map[string]Reading {
	var rest map[string]Reading
	for key, r := range in {
		if _, here := c.slots[key]; !here {
			if rest == nil {
				rest = map[string]Reading{}
			}
			rest[key] = r
		}
	}
	return rest
}

// areaOf is the area of a profile as a reading: decided fact, which counts at every stage.
func areaOf(area Area) val {
	return val{kind: kindValue, v: int64(area-OutsideAreas) * millions, stage: factual}
}

// take puts one reading into its slot and reports whether all of it can be used on a day of
// assessment.
func (u *slotUse) take(s *val, r *Reading, on civil.Date) bool {
	if r.fault(on) != "" {
		if r.kind != kindNone {
			s.kind = kindRefused
		}
		return false
	}
	s.v, s.w, s.exact, s.fine, s.stage = r.v, r.w, r.exact != nil, r.fine, r.Stage
	statement := u.statementRefusal(r)
	if statement == "" {
		s.said = r.Said
	}
	if s.kind = r.kind; r.kind == kindNone {
		return statement == ""
	}
	if u.refusal(r) != "" {
		s.kind = kindRefused
		return false
	}
	return statement == ""
}

// mostFindings bounds what is listed of the readings that cannot be used.
const mostFindings = 1000

// refusals says what cannot be used, in the order of the keys, at most 1,000 times. Where the
// group is to be found, the attributes of its conditions are read too.
func (c *resolved) refusals(of *Dossier) rule.Findings {
	var found rule.Findings
	more := 0
	tell := func(code rule.Code, key string, args ...rule.Arg) {
		if len(found) == mostFindings {
			more++
			return
		}
		found = append(found, table.Broken(code, readingPath(key), append([]rule.Arg{rule.A("key", rule.Shorten(key))}, args...)...))
	}
	for _, key := range slices.Sorted(maps.Keys(of.Readings)) {
		r, by := of.Readings[key], c
		at, here := c.slots[key]
		if groups := c.set.groups; !here && groups != nil && of.Profile.Group == 0 {
			at, here = groups.slots[key]
			by = groups
		}
		if !here {
			// A key that another column, group or year of the set reads is known, and idle here.
			if !c.set.reads[key] {
				tell(ErrUnknownKey, key)
			}
			continue
		}
		u := &by.uses[at]
		if code := r.fault(of.AsOf); code != "" {
			tell(code, key, rule.A("day", r.AsOf), rule.A("why", whyNotOf(of.AsOf, r.AsOf)))
			continue
		}
		statement, value := u.statementRefusal(&r), u.refusal(&r)
		if (statement != "" || value != "") && len(found) == mostFindings {
			more++ // what is not listed is not put into words
			continue
		}
		if statement != "" {
			tell(statement, key, rule.A("got", Reading{Said: r.Said}), rule.A("want", by.wants(at, &r)))
		}
		if value != "" {
			tell(value, key, rule.A("got", r), rule.A("want", by.wants(at, &r)))
		}
	}
	if more > 0 {
		found = append(found, form.More(more))
	}
	return found
}

// whyNotOf says why the day of a reading cannot be.
func whyNotOf(on, day civil.Date) rule.Text {
	if !rule.IsDay(day) {
		return rule.Text{Vi: "không có thật", En: "which does not exist"}
	}
	return rule.Text{Vi: "sau ngày đánh giá " + rule.FormatDate(on, rule.Vi), En: "after the day of assessment, " + rule.FormatDate(on, rule.En)}
}

// statementRefusal says why a stated verdict cannot stand in its slot: parts and
// attributes take readings only, and "not applicable" needs a row that allows it.
func (u *slotUse) statementRefusal(r *Reading) rule.Code {
	switch {
	case r.Said == Unknown:
		return ""
	case !u.said || r.Said > NotApplicable:
		return ErrReadingKind
	case r.Said == NotApplicable && u.kinds&bit(kindNA) == 0:
		return ErrNotApplicable
	}
	return ""
}

// refusal says why a reading cannot stand in its slot.
func (u *slotUse) refusal(r *Reading) rule.Code {
	if r.kind == kindNone {
		return ""
	}
	fits := u.kinds&bit(r.kind) != 0
	switch {
	case r.kind == kindNA && !fits:
		return ErrNotApplicable
	case !fits && !u.idle:
		return ErrReadingKind
	}
	switch r.kind {
	case kindShare, kindCount:
		if !r.countable() || fits && r.kind == kindCount && (r.exact != nil || u.total > 0 && r.w != u.total) {
			return ErrCounts
		}
	case kindValue, kindOver, kindUnder:
		switch {
		case u.area && !r.isArea():
			return ErrArea
		case u.percent && !r.percentage():
			return ErrPercent
		}
	}
	return ""
}

// wants says which readings a slot takes; of a row that has only parts, their keys.
func (c *resolved) wants(at uint16, r *Reading) rule.Text {
	u := &c.uses[at]
	instead := *r // the same two numbers as the slot takes them
	switch {
	case r.kind == kindShare && u.kinds&bit(kindCount) != 0:
		instead.kind = kindCount
	case r.kind == kindCount && u.kinds&bit(kindShare) != 0:
		instead.kind = kindShare
	}
	if instead.kind != r.kind {
		return rule.Text{Vi: `"` + instead.text() + `"`, En: `"` + instead.text() + `"`}
	}
	numbers, passes := u.kinds&bit(kindValue) != 0, u.kinds&bit(kindPass) != 0
	switch {
	case numbers && passes:
		return rule.Text{Vi: "số, đạt hoặc không đạt", En: "a number, a pass or a failure"}
	case numbers:
		return rule.Text{Vi: "số", En: "a number"}
	case passes:
		return rule.Text{Vi: "đạt hoặc không đạt", En: "a pass or a failure"}
	}
	var parts []string
	for _, key := range c.keys {
		if strings.HasPrefix(key, c.keys[at]+"/") && u.kinds&bit(kindCount) == 0 && at != c.setSlot {
			parts = append(parts, key)
		}
	}
	switch {
	case parts != nil:
		keys := strings.Join(parts, ", ")
		return rule.Text{Vi: "số liệu của từng phần: " + keys, En: "readings of its parts: " + keys}
	case u.kinds&bit(kindCount) != 0:
		return rule.Text{Vi: "số đếm, như \"13 of 19\"", En: "a count such as \"13 of 19\""}
	default:
		return rule.Text{Vi: "kết luận đã công bố", En: "a stated verdict"}
	}
}

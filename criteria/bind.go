package criteria

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
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
		return Bound{}, fmt.Errorf("%w: %s: %s, not %s", ErrOtherDemands, rule.Shorten(of.Unit), at, c.at)
	}
	if of.AsOf.IsZero() != c.day.IsZero() || !c.rowsHold.Contains(c.set.nearest(of.AsOf)) {
		return Bound{}, fmt.Errorf("%w: %s: other rows hold on %s", ErrOtherDemands, rule.Shorten(of.Unit), of.AsOf)
	}
	return Bound{c.bound(&of)}, nil
}

// Accept is the same readings, to be judged also by numbers known at least so well, as
// [Assessment.Accept] does.
func (b Bound) Accept(floor rule.Confidence) Bound {
	b.b.floor = min(floor, rule.Secondary)
	return b
}

func (c *resolved) bound(of *Dossier) bound {
	b := bound{dossier: *of}
	b.c, b.floor = c, rule.Secondary
	var sound bool
	if b.vals, b.readings, sound = c.bind(of.Readings, of.Profile.Area); !sound {
		b.findings, b.rest = c.refusals(of), c.unread(of.Readings)
	}
	if of.Readings != nil {
		b.dossier.Readings = empty
	}
	if c.areaSlot >= 0 {
		b.area = b.vals[c.areaSlot]
	}
	return b
}

// bind brings readings to their slots in a resolved set, and reports whether all of them can be
// used there. They are copied: what the caller does to its map afterwards changes nothing. A
// reading that cannot be used counts as missing.
func (c *resolved) bind(in map[string]Reading, area Area) (vals []val, readings []Reading, sound bool) {
	vals = make([]val, len(c.keys))
	sound = true
	taken := 0
	for i, key := range c.keys {
		r, given := in[key]
		if !given {
			continue
		}
		s := &vals[i]
		sound = c.uses[i].take(s, &r) && sound
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
	if c.areaSlot >= 0 && area != 0 && vals[c.areaSlot].kind == kindNone {
		vals[c.areaSlot] = areaOf(area)
	}
	return vals, readings, sound && taken == len(in)
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

// take puts one reading into its slot and reports whether all of it can be used.
func (u *slotUse) take(s *val, r *Reading) bool {
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

// refusals says what cannot be used, in the order of the keys. Where the group is to be found,
// the attributes of its conditions are read too.
func (c *resolved) refusals(of *Dossier) rule.Findings {
	var found rule.Findings
	for _, key := range slices.Sorted(maps.Keys(of.Readings)) {
		r, path, name := of.Readings[key], readingPath(key), rule.A("key", rule.Shorten(key))
		by := c
		at, here := c.slots[key]
		if groups := c.set.groups; !here && groups != nil && of.Profile.Group == 0 {
			at, here = groups.slots[key]
			by = groups
		}
		if !here {
			// A key that another column, group or year of the set reads is known, and idle here.
			if !c.set.reads[key] {
				found = append(found, table.Broken(ErrUnknownKey, path, name))
			}
			continue
		}
		u := &by.uses[at]
		if code := u.statementRefusal(&r); code != "" {
			found = append(found, table.Broken(code, path, name, rule.A("got", Reading{Said: r.Said}), rule.A("want", by.wants(at))))
		}
		if code := u.refusal(&r); code != "" {
			found = append(found, table.Broken(code, path, name, rule.A("got", r), rule.A("want", by.wants(at))))
		}
	}
	return found
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
	if u.kinds&bit(r.kind) == 0 {
		switch {
		case r.kind == kindNA:
			return ErrNotApplicable
		case u.idle:
			return ""
		}
		return ErrReadingKind
	}
	switch r.kind {
	case kindShare, kindCount:
		if !r.countable() || r.kind == kindCount && (r.exact != nil || u.total > 0 && r.w != u.total) {
			return ErrCounts
		}
	case kindValue, kindOver, kindUnder:
		if u.percent && !r.percentage() {
			return ErrPercent
		}
	}
	return ""
}

// wants says which readings a slot takes; of a row that has only parts, their keys.
func (c *resolved) wants(at uint16) rule.Text {
	u := &c.uses[at]
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

package criteria

import (
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

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
	statement := u.refusesStatement(r)
	if statement == "" {
		s.said = r.Said
	}
	if s.kind = r.kind; r.kind == kindNone {
		return statement == ""
	}
	if u.refuses(r) != "" {
		s.kind = kindRefused
		return false
	}
	return statement == ""
}

func readingPath(key string) rule.Path { return rule.Path("readings").Key(key) }

// refusals says what cannot be used, in the order of the keys.
func (c *resolved) refusals(in map[string]Reading) rule.Findings {
	var found rule.Findings
	for _, key := range slices.Sorted(maps.Keys(in)) {
		r, path, name := in[key], readingPath(key), rule.A("key", rule.Shorten(key))
		at, here := c.slots[key]
		if !here {
			// A key that another column, group or year of the set reads is known, and idle here.
			if !c.set.reads[key] {
				found = append(found, table.Broken(ErrUnknownKey, path, name))
			}
			continue
		}
		u := &c.uses[at]
		if code := u.refusesStatement(&r); code != "" {
			found = append(found, table.Broken(code, path, name, rule.A("got", Reading{Said: r.Said}), rule.A("want", c.wants(at))))
		}
		if code := u.refuses(&r); code != "" {
			found = append(found, table.Broken(code, path, name, rule.A("got", r), rule.A("want", c.wants(at))))
		}
	}
	return found
}

// refusalsBut says which attributes of the group conditions cannot be used, those that
// the demands read themselves left out.
func (c *resolved) refusalsBut(other *resolved, in map[string]Reading) rule.Findings {
	own := map[string]Reading{}
	for _, key := range c.keys {
		if _, there := other.slots[key]; !there {
			if r, given := in[key]; given {
				own[key] = r
			}
		}
	}
	return c.refusals(own)
}

// refusesStatement says why a stated verdict cannot stand in its place: parts and
// attributes take readings only, and "not applicable" needs a row that allows it.
func (u *slotUse) refusesStatement(r *Reading) rule.Code {
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

// refuses says why a reading cannot stand in its place.
func (u *slotUse) refuses(r *Reading) rule.Code {
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

// percentage reports whether a reading can be a percentage: 0–100, and not more than
// 100 or less than 0.
func (r *Reading) percentage() bool {
	if r.exact != nil {
		over := r.exact.first.Cmp(hundred)
		return r.exact.first.Sign() >= 0 && (over < 0 || over == 0 && r.kind != kindOver)
	}
	return r.v >= 0 && r.v <= top && (r.kind != kindOver || r.v < top) && (r.kind != kindUnder || r.v > 0)
}

var hundred = rule.Int(100)

// countable reports whether part and whole are counts that can be.
func (r *Reading) countable() bool {
	if r.exact != nil {
		part, whole := r.exact.first, r.exact.second
		return part.Rat().IsInt() && whole.Rat().IsInt() && part.Sign() >= 0 && whole.Sign() > 0 && part.Cmp(whole) <= 0
	}
	return r.v >= 0 && r.w > 0 && r.v <= r.w
}

// wants says which readings a place takes; of a row that has only parts, their keys.
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

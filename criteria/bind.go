package criteria

import (
	"maps"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// bind puts the readings of a dossier into the places of a resolved set. A reading
// that cannot be used is a finding, and counts as missing.
func (c *resolved) bind(readings map[string]Reading, area Area) (slots []Reading, refused []bool, found rule.Findings) {
	slots, refused = make([]Reading, len(c.keys)), make([]bool, len(c.keys))
	for _, key := range slices.Sorted(maps.Keys(readings)) {
		r := readings[key]
		at, ok := c.slots[key]
		if !ok {
			// A key that another column, group or year of the set reads is known, and idle here.
			if !c.set.known[key] {
				found = append(found, table.Broken(ErrUnknownKey, readingPath(key), rule.A("key", rule.Shorten(key))))
			}
			continue
		}
		slots[at] = r
		if f, bad := c.refusesStatement(at, r); bad {
			found, slots[at].Said = append(found, f), Unknown
		}
		if f, bad := c.refuses(at, r); bad {
			found, refused[at] = append(found, f), true
		}
	}
	if at, ok := c.slots[keyArea]; ok && area != 0 && slots[at].IsZero() {
		slots[at] = Value(rule.Int(int64(area - OutsideAreas)))
	}
	return slots, refused, found
}

func readingPath(key string) rule.Path { return rule.Path("readings").Key(key) }

// refusesStatement says why a stated verdict cannot stand in its place: parts and
// attributes take readings only, and "not applicable" needs a row that allows it.
func (c *resolved) refusesStatement(at uint16, r Reading) (rule.Finding, bool) {
	u := &c.uses[at]
	path, key, got := readingPath(c.keys[at]), rule.A("key", c.keys[at]), rule.A("got", Reading{Said: r.Said})
	switch {
	case r.Said == Unknown:
		return rule.Finding{}, false
	case !u.said || r.Said > NotApplicable:
		return table.Broken(ErrReadingKind, path, key, got, rule.A("want", u.wants())), true
	case r.Said == NotApplicable && u.kinds&bit(kindNA) == 0:
		return table.Broken(ErrNotApplicable, path, key, got), true
	}
	return rule.Finding{}, false
}

// refuses says why a reading cannot stand in its place.
func (c *resolved) refuses(at uint16, r Reading) (rule.Finding, bool) {
	if r.kind == kindNone {
		return rule.Finding{}, false
	}
	u := &c.uses[at]
	path, key, got := readingPath(c.keys[at]), rule.A("key", c.keys[at]), rule.A("got", r)
	hundred := rule.Int(100)
	switch {
	case u.kinds&bit(r.kind) == 0 && r.kind == kindNA:
		return table.Broken(ErrNotApplicable, path, key, got), true
	case u.kinds&bit(r.kind) == 0 && c.idle(at):
		return rule.Finding{}, false
	case u.kinds&bit(r.kind) == 0:
		return table.Broken(ErrReadingKind, path, key, got, rule.A("want", u.wants())), true
	case r.kind == kindShare && !countable(r), r.kind == kindCount && (!countable(r) || u.total > 0 && !r.whole.Equal(rule.Int(u.total))):
		return table.Broken(ErrCounts, path, key, got), true
	case u.percent && (r.kind == kindValue || r.kind == kindOver || r.kind == kindUnder) && (r.value.Sign() < 0 || r.value.Cmp(hundred) > 0),
		u.percent && r.kind == kindOver && r.value.Equal(hundred), u.percent && r.kind == kindUnder && r.value.Sign() == 0:
		return table.Broken(ErrPercent, path, key, got), true
	}
	return rule.Finding{}, false
}

// idle reports whether a place belongs to a row whose cell is not known here: nothing
// reads its reading, which is no fault of the reading.
func (c *resolved) idle(at uint16) bool {
	return slices.ContainsFunc(c.rows, func(r rowCell) bool { return r.slot == at && c.cells[r.root].op == opUnstated })
}

// countable reports whether part and whole are counts that can be.
func countable(r Reading) bool {
	return r.value.Rat().IsInt() && r.whole.Rat().IsInt() && r.value.Sign() >= 0 && r.whole.Sign() > 0 && r.value.Cmp(r.whole) <= 0
}

// wants says which readings a key takes.
func (u *slotUse) wants() rule.Text {
	numbers, passes := u.kinds&bit(kindValue) != 0, u.kinds&bit(kindPass) != 0
	switch {
	case numbers && passes:
		return rule.Text{Vi: "số, đạt hoặc không đạt", En: "a number, a pass or a failure"}
	case numbers:
		return rule.Text{Vi: "số", En: "a number"}
	case passes:
		return rule.Text{Vi: "đạt hoặc không đạt", En: "a pass or a failure"}
	default:
		return rule.Text{Vi: "kết luận đã công bố", En: "a stated verdict"}
	}
}

package org

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// UnitCode is the code of an administrative unit as the statistics office gives
// it: "02743". Codes were reused in 2025, so a code names a unit only together
// with a day.
type UnitCode string

// Unit is an administrative unit (đơn vị hành chính): a territory, not an agency.
// It is the same unit only where code and validity are the same: a unit that was
// renamed, became a town or went to another district is still the same one.
type Unit struct {
	Code   UnitCode    `json:"code" validate:"required,max=16"`
	Name   string      `json:"name" validate:"required,max=200"` // without its kind: "Phìn Ngan"
	Kind   UnitKind    `json:"kind" validate:"required"`
	Parent UnitCode    `json:"parent,omitempty"`
	Span   rule.Span   `json:"span,omitzero"` // the days on which it exists
	Source rule.Source `json:"source,omitzero"`
	// Was holds the name, kind or parent that the unit had on some of its days. On all
	// others it is as the fields above say.
	Was []Former `json:"was,omitempty" validate:"max=100,dive"`
}

// Former is another name, kind or parent of a unit on the days of a span; what it
// leaves out was as in the unit. The kind is of the level of the unit.
type Former struct {
	Name   string      `json:"name,omitempty" validate:"max=200"`
	Kind   UnitKind    `json:"kind,omitzero"`
	Parent UnitCode    `json:"parent,omitempty" validate:"max=16"`
	Span   rule.Span   `json:"span,omitzero"`
	Source rule.Source `json:"source,omitzero"`
}

// On is the unit with the name, kind and parent of a day. Its span is still that of
// its existence.
func (u Unit) On(day civil.Date) Unit {
	if u.Was == nil {
		return u
	}
	for _, w := range u.Was {
		if w.Span.Contains(day) {
			u.Name, u.Kind, u.Parent = cmp.Or(w.Name, u.Name), cmp.Or(w.Kind, u.Kind), cmp.Or(w.Parent, u.Parent)
		}
	}
	u.Was = nil
	return u
}

// asOf is On without a copy more than is needed.
func (u *Unit) asOf(day civil.Date) Unit {
	if u.Was == nil {
		return *u
	}
	return u.On(day)
}

// kinds goes through the parts of a span on each of which the unit was of one kind,
// with the unit as of the first day of the part. Days outside its existence are left
// out.
func (u Unit) kinds(within rule.Span) iter.Seq2[rule.Span, Unit] {
	return func(yield func(rule.Span, Unit) bool) {
		rest, exists := within.Intersect(u.Span)
		if !exists {
			return
		}
		now := u.On(first(rest))
		for _, day := range u.turns() {
			next := u.On(day)
			if next.Kind == now.Kind || !rest.Contains(day) {
				continue
			}
			if !yield(rule.Span{From: rest.From, To: day.AddDays(-1)}, now) {
				return
			}
			rest.From, now = day, next
		}
		yield(rest, now)
	}
}

// turns are the days on which something of the unit may have changed, in order.
func (u Unit) turns() []civil.Date {
	var days []civil.Date
	for _, w := range u.Was {
		if !w.Span.From.IsZero() {
			days = append(days, w.Span.From)
		}
		if !w.Span.To.IsZero() {
			days = append(days, w.Span.To.AddDays(1))
		}
	}
	slices.SortFunc(days, civil.Date.Compare)
	return slices.Compact(days)
}

// first is a day of a span from which it is looked at: its first one, or for an open
// beginning the earliest there is.
func first(s rule.Span) civil.Date {
	if s.From.IsZero() {
		return rule.Day(1, 1, 1)
	}
	return s.From
}

// clone shares no list with the unit.
func (u Unit) clone() Unit {
	u.Was = slices.Clone(u.Was)
	return u
}

// Level is the level of government of the unit.
func (u Unit) Level() Level { return u.Kind.Level() }

// In is the full name: "xã Phìn Ngan", in English "Phìn Ngan commune".
func (u Unit) In(l rule.Lang) string {
	if l == rule.En {
		return strings.TrimSpace(u.Name + " " + u.Kind.In(l))
	}
	return strings.TrimSpace(u.Kind.In(l) + " " + u.Name)
}

// String is the full name in Vietnamese.
func (u Unit) String() string { return u.In(rule.Vi) }

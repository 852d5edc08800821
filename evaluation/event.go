package evaluation

import (
	"cmp"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Event is what happened to a sheet, on a day or at a moment, and who did it. The days of
// publishing and of settling that the sheet itself names are events like these.
type Event struct {
	Act Act         `json:"act" validate:"required"`
	On  rule.Moment `json:"on,omitzero" validate:"required"`
	By  string      `json:"by,omitempty" validate:"max=200"` // id of the person or body that signed
	// Reason says why; a reopening, a correction and an appeal need one.
	Reason string `json:"reason,omitempty" validate:"max=1000"`
	Line   string `json:"line,omitempty" validate:"max=64"` // the line of a correction or an appeal
}

// dated is an event with its place in the sheet.
type dated struct {
	Event
	at rule.Path
}

// history is the events in their order: by day, within it by time, one without a time
// first; at one moment in the order of the acts, so that the order of the list decides
// nothing.
func (s *Sheet) history() []dated {
	var all []dated
	add := func(day civil.Date, act Act, at rule.Path) {
		if !day.IsZero() {
			all = append(all, dated{Event{Act: act, On: rule.Moment{Date: day}}, at})
		}
	}
	add(s.Published, ActPublished, "published")
	add(s.Settled, ActSettled, "settled")
	for i, e := range s.Events {
		all = append(all, dated{e, rule.Path("events").Index(i)})
	}
	slices.SortStableFunc(all, func(a, b dated) int {
		return cmp.Or(a.On.Date.Compare(b.On.Date), above(a.On.Timed)-above(b.On.Timed), a.On.Time.Compare(b.On.Time), cmp.Compare(a.Act, b.Act))
	})
	return all
}

// next is the state after an act. An act that the state does not allow changes nothing:
//
//	self-scored   a draft
//	verified      not yet published; again, where an appeal is open, changes nothing
//	corrected     not yet published, or an appeal is open: changes nothing
//	published     not yet published, or an appeal is open
//	appealed      published, or an appeal is open
//	settled       published, or an appeal is open
//	reopened      settled: the sheet is a draft again
//
// A step that nobody recorded is no fault: a sheet may be published that nobody is known
// to have verified.
func (s State) next(a Act) (State, bool) {
	switch a {
	case ActSelfScored:
		if s == Draft {
			return SelfScored, true
		}
	case ActVerified:
		if s < Published {
			return Verified, true
		}
		return s, s == Appealed
	case ActCorrected:
		return s, s < Published || s == Appealed
	case ActPublished:
		if s < Published || s == Appealed {
			return Published, true
		}
	case ActAppealed:
		if s == Published || s == Appealed {
			return Appealed, true
		}
	case ActSettled:
		if s == Published || s == Appealed {
			return Settled, true
		}
	case ActReopened:
		if s == Settled {
			return Draft, true
		}
	}
	return s, false
}

// reasoned reports whether an event has the reason that it needs.
func (e *Event) reasoned() bool {
	return e.Act != ActReopened && e.Act != ActCorrected && e.Act != ActAppealed || !rule.Blank(e.Reason)
}

// StateOn is how far the sheet is on a day. A reopening without a reason does not count,
// nor does an event out of order or on a day that does not exist.
func (s Sheet) StateOn(day civil.Date) State {
	state := Draft
	for _, e := range s.history() {
		if e.On.IsValid() && !e.On.Date.After(day) && (e.Act != ActReopened || e.reasoned()) {
			state, _ = state.next(e.Act)
		}
	}
	return state
}

// events judges what happened to the sheet.
func (r *Result) events(s *Sheet) {
	if s.Published.IsZero() && s.Settled.IsZero() && len(s.Events) == 0 {
		return
	}
	state := Draft
	for _, e := range s.history() {
		if !e.reasoned() {
			r.report(rule.Broken, ErrNoReason, e.at.Key("reason"), rule.A("act", e.Act))
			if e.Act == ActReopened {
				continue
			}
		}
		after, allowed := state, false
		if e.On.IsValid() {
			after, allowed = state.next(e.Act)
		}
		switch {
		case allowed:
		case state == Settled && e.On.IsValid():
			r.report(rule.Broken, ErrClosed, e.at, rule.A("act", e.Act))
		default:
			r.report(rule.Broken, ErrEvents, e.at, rule.A("act", e.Act), rule.A("state", state))
		}
		if e.Act == ActCorrected && e.Line != "" {
			if _, known := r.c.index[rule.Normal(e.Line)]; !known {
				r.report(rule.Broken, ErrUnknownLine, e.at.Key("line"), rule.A("line", rule.Shorten(e.Line)))
			}
		}
		state = after
	}
}

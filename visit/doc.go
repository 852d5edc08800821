// Package visit judges a visit of a leader to the commune that the leader helps:
// whether it has specific content, and whether the commune was told before it began.
//
// # A policy judges a visit
//
// [Policy] is the rulebook. Its Basis is the text of a province: each finding, due and
// fact rests on the passage of that text. A duty that the text does not lay down is not
// judged, owed or recorded. The zero Basis is the 2021 dispatch of package laocai. No
// lead time and no frequency is demanded, because no text at hand names one.
//
//	policy := visit.Policy{}
//	found := policy.Check(v, roster)
//	if errors.Is(found.Err(), visit.ErrNoticeNotBefore) { … }
//	facts := policy.Records(v, roster)        // for duty.NewRegister
//	for _, due := range policy.Owed(v, roster) {
//		standing := due.Status(register, day) // Fulfilled, Breached or Unknown
//	}
//
// A text binds from a day. A visit before the day from which it is known to bind is
// Undecided, never Broken, and what it owed is Unknown: [duty.Basis.From] supplies the
// day. [Policy.Edition] names the text with every setting that can change an answer.
//
// # Records
//
// A [Visit] carries its content, its [Participant] list, each [Notice] given for
// it and, where it goes to a meeting of the commune, the [Invitation]. A visit
// is no inspection, and one on a Saturday is as valid as any. An urgent visit
// states why it is urgent; it needs content and notice like any other.
//
// What happened to a visit is dated, and [Policy.StateOn] computes where it stood on a day:
//
//	planned, acknowledged by the commune, held, reported …  Planned, Notices, Start with Made, Reports
//	cancelled, or moved to another visit                    Dropped
//
// A visit that is moved is another visit, which names the one it was moved from and needs a
// notice of its own. What cannot have happened in that order is a finding of origin Form.
// [Policy.CheckTogether] judges several visits: those of one leader, or to one commune, on
// one day draw Advice.
//
// An [Item] of the agenda names the activity of the leader's plan that it serves, or is ad
// hoc; [Policy.CheckAgenda] compares it with the plan.
//
// # What is content
//
// A visit has content where its own items, or those announced in a notice or in
// the agenda of the invitation, hold one. No item at all breaks the text. Items
// that are all blank break a Reading: blank is no content. Content that
// is nothing but generic phrases («làm việc theo kế hoạch») is a Policy: by
// default it draws Advice and demands nothing; [Policy.Generic] refuses or allows
// it, and [Policy.Phrases] is the host's own list.
//
// # What is a notice
//
// The commune is told before the start. Days and times of day are compared as the
// clock on the wall: a notice on the day before is before, one at the very minute
// of the start is not, and on the same day a missing time of day leaves the
// question Undecided. One notice in order is enough. A notice whose own moment is not
// known was given no later than it was acknowledged; likewise an invitation and its
// acceptance.
//
// The notices in a record were given; others may have been given too, unless
// NoticesComplete says that the list is complete. So a record whose only notice is late,
// or which has none, is Undecided, and Broken only where the list is complete. Whether a
// visit that was made went without notice is for the register to say, which knows the day
// through which it is complete.
//
// # The lead time
//
// How long before the visit the commune is told is a host's own choice, because no text
// sets it: [Policy.LeadTime], counted by [Policy.Calendar]. [Policy.LastDay] is the last day
// on which a notice is in time, with the days that moved it; a later one is
// [ErrNoticeLate], of origin Policy. A day that the calendar does not cover, or has not
// decided and on which the answer depends, leaves the question Undecided.
//
//	policy := visit.Policy{LeadTime: visit.WorkingDays(3).NonWorkingSend(visit.CountsNext)}
//	last, err := policy.LastDay(v.Start.Date, workday.Vietnam())
//
// # Readings
//
// Each is a field of Policy whose zero value is the default: blank items are no
// content (BlankContent), a notice to another unit is none to the commune
// (AnyUnitTold), a moved visit needs its own notice (OldNoticeServes), an accepted
// invitation with an agenda serves as notice of that meeting (SeparateNotice), a
// visit of the team alone is bound like any (TeamFree). Where what the text asks for
// depends on one of the last two, an Advice says so.
//
// # JSON
//
// The formats are "giupxa.visit/1" and "giupxa.visit-policy/1"; their schemas list the words of each
// enumeration. Reading reports everything at once. A moment has a time of day or none:
//
//	{"sent": "2021-08-09T14:00", "to": "02743", "channel": "phone"}
//	{"leadTime": {"n": 3, "dayOff": "next-working-day"}}
//
// # Errors
//
// Check returns [rule.Findings], in the order of the record. All values are safe
// for concurrent use as long as nobody changes them.
package visit

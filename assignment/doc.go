// Package assignment says which leader helps which commune, when and in what
// role; what changed against the roster before; what became of an assignment
// whose commune merged; and who may settle a difficulty.
//
// # A roster
//
// [NewRoster] makes a [Roster] of [Entries]: leaders and assignments, many to
// many, and beside them the district's helpers, coordinating bodies, owners of
// criteria and hand-overs. It refuses what contradicts itself, all of it at once.
// A roster is immutable and holds dated spans; what holds on a day is asked for
// with that day.
//
//	roster, err := assignment.NewRoster(entries)     // or json.Unmarshal
//	active := roster.Helping("02794", day)           // assignments to a code
//	policy.Helping(roster, gazetteer, "02782", day)  // by unit, across mergers
//	days, of := a.DaysIn(2025)                       // 181 of 365, to 30/6/2025
//
// # Changes
//
// The footnote of section 1, bullet 2 lets a leader who keeps the commune review
// the plan issued; who is new or moved builds two plans. [Roster.Changes] tells
// which it is, per leader, commune and role: [Continuing], [New], [Moved],
// [Added], [Ended]. Which commune a move leaves is what the decision says
// ([Assignment.Replaces]); without its words one commune is Ended and the other
// Added. The person is the key by default, the post where a host says so. What
// each change demands is for package plan to say.
//
// # Policy and findings
//
// [Policy.Check] holds a roster against the units of a gazetteer on a day:
// targets that are not communes, or that ceased to exist, with their successors;
// district helpers not recorded, or recorded without telling a leader; two bodies
// in charge of one criterion; communes nobody helps and hand-overs that are
// missing, where a host demands them. Most of it is Undecided, since the text
// sets no date. No text says whether an assignment follows its commune into a
// merger: by default it is flagged, and [Policy.Targets] gives the successor as
// an unconfirmed candidate; [FollowSuccessor] confirms it.
//
// [Roster.Check] holds a roster beside a responsibility matrix: an evaluating
// body whose own leader is assigned to a commune (noted as a conflict, refused
// where the policy says so), and a coordinating body without an assignment.
//
// # Competence
//
// [Competence] holds the powers that a host lists: which body may settle matters
// of which field or criterion, up to which size. [Competence.Reach] answers
// [Within], [Beyond] or [Unclear]; what a power limits and the matter does not
// state is unclear, never assumed. [Competence.Route] proposes to settle at once
// or to refer to one lead authority, with the owner of the criterion cooperating;
// [Competence.Check] judges what was done. Reporting upward is never a breach.
//
// # Errors and JSON
//
// Findings carry codes ("assignment.overlap") listed by [Rules]; each reading is
// a field of [Policy] or [Competence] whose zero value takes the default. The one
// misuse is [ErrNoDay]. Rosters are stored as giupxa.roster/1 (roster.schema.json).
package assignment

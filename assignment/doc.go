// Package assignment says which leader helps which commune, when and in what
// role; what changed against the roster before; and what became of an assignment
// whose commune merged. Who may settle a difficulty is in package visit/difficulty.
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
//	roster.Helping("02794", day)                     // assignments to a code
//	policy.Helping(roster, gazetteer, "02782", day)  // by unit, across mergers
//	policy.Targets(a, gazetteer)                     // all units that one reaches
//	days, of := a.DaysIn(2025)                       // 181 of 365, to 30/6/2025
//
// # Changes
//
// A text may ask a leader who keeps the commune to review the plan issued, and one who
// is new or moved to build two plans. [Roster.Changes] tells which it is, per leader,
// commune and role: [Continuing], [New], [Moved], [Added], [Ended]. Which commune a
// move leaves is what the decision says ([Assignment.Replaces]); without its words one
// commune is Ended and the other Added. The person is the key by default, the post
// where a host says so. A Continuing change names the assignments that it carries on
// ([Change.Before]): what was done under them is done. What each change demands is for
// package plan to say.
//
// # Policy and findings
//
// [Policy.Check] holds a roster against the units of a gazetteer on a day:
// targets that are not communes, or that ceased to exist, with their successors;
// district helpers not recorded, or recorded without telling a leader; two bodies
// in charge of one criterion; communes nobody helps and hand-overs that are
// missing, where a host demands them. Most of it is Undecided, since texts set no
// date for it. No text says whether an assignment follows its commune into a
// merger: by default it is flagged, and [Policy.Targets] gives the successor as
// an unconfirmed candidate; [FollowSuccessor] confirms it. What kind of unit a target
// is may differ from day to day: each day is judged by its own.
//
// [Policy.CheckDuties] holds a roster beside a responsibility matrix: an evaluating
// body whose own leader is assigned to a commune (noted as a conflict, refused
// where the policy says so), and a coordinating body without an assignment.
//
// The text by which a roster is judged is the policy's Basis. What that text does not
// lay down is not judged; before the day from which it is known to bind, a breach of it
// is Undecided.
//
// # Errors and JSON
//
// Findings carry codes ("assignment.overlap") listed by [Rules]; each reading is
// a field of [Policy] whose zero value takes the default. The one misuse is
// [rule.ErrNotADay]: whatever is asked of a date that is no day gives it, and
// Policy.Check the finding [ErrDay].
//
//	value    format                       schema
//	Roster   giupxa.roster/1              roster.schema.json
//	Policy   giupxa.assignment-policy/1   policy.schema.json
//
// The codes "assignment.beyond-competence", "assignment.one-lead" and
// "assignment.lead-not-named" are rules of package visit/difficulty: they began here,
// and a code never changes.
package assignment

// Package difficulty follows a difficulty of a commune (khó khăn, vướng mắc), or what the
// commune recommends (kiến nghị), from the day it became known to its closing. It says who
// may settle it, and to whom it is referred otherwise.
//
// # Events and states
//
// A [Difficulty] holds dated events. Its state on a day follows from them, and is exactly
// one on every day; see [Difficulty.StateOn].
//
//	event      what was done                         leads to
//	Grasp      the assisting team learnt of it       Grasped
//	Report     the team told the leader              Reported
//	Raise      the leader or the commune raised it   Raised
//	Settle     settled at once within competence     SettledAtOnce
//	Refer      reported to a lead authority          Referred
//	HandOver   another authority leads from then on  Referred; the first addressee is kept
//	Answer     whoever was asked answered            Answered
//	Close      nothing more is to come               Closed
//
// What is with a lead authority stays Referred until it is answered, whoever settles a
// part of it. What is raised again after it was settled or answered is Raised. Outside both
// programs, and nothing done, it is Noted. NotYet is the state before anything is recorded;
// Undated where an event without a day may have changed it.
//
// # Judging
//
//	p.Check(d, roster, matrices...)    findings: events that cannot happen in that order,
//	                                   what is not recorded between them, who settled and
//	                                   who leads, to whom a recommendation went
//	p.Standing(d, day, calendar)       state, age, addressees, where the answer stands
//	p.AnswerBy(d, day, calendar)       the last timely day to answer, explained
//	p.Digest(list, day, calendar)      every difficulty counted by addressee, field, state
//	p.Records(d, roster, matrices...)  facts for the register
//	p.Owed(d, roster, day)             what is owed for it
//	Receivers(commune, day, roster, …) to whom a commune's recommendation goes
//
// An event that cannot happen (after the closing; referred twice; raised only after it was
// settled) is Broken and changes nothing. One that leaves a gap before it is taken, and is
// Undecided: the record may lack it.
//
// By the default reading the passage on settling and referring reaches matters of the new
// rural program: nothing is said of who settled one of poverty reduction, and nothing is
// broken where no program is stated. Measures are owed for either program.
//
// No text sets a limit for an answer: without [Policy.AnswerDue] it is Open and only its age
// is told. With it, the answer is Overdue where the record holds every event through the
// last day ([Difficulty.Through]); else Unknown. A limit that depends on a day that the
// calendar does not know is Unknown from that day on.
//
// A [Digest] holds a line for every difficulty that was given, also those of which nothing
// is known yet; [Digest.Reconcile] proves that the rows count them all.
//
// # Competence
//
// A [Competence] holds the powers that a host lists: which body may settle matters of
// which field or criterion, up to which size. No text has such a list.
//
//	c.Reach(body, matter, day)         Within, Beyond or Unclear
//	c.Route(matter, leader, r, matrix) proposes: settle at once, or refer to one lead
//	                                   authority, with the owners of the criterion
//	c.Check(disposal, matter, matrix)  judges what was done
//
// What a power limits and the matter does not state is Unclear, never assumed. Reporting
// upward is never a breach.
//
// # Bodies of the day
//
// Who receives reports and who exists comes from the matrix of the day. A body that has
// ended gives way to its heir for the field of the matter, with the heir's confidence;
// where none is known it is left out and said. What names a body that has ended is
// Undecided, never a breach: it is not known which body acted.
//
// # Errors and JSON
//
// Findings carry the codes of [Rules]. The codes "assignment.beyond-competence",
// "assignment.one-lead" and "assignment.lead-not-named" are older than this package; a
// code never changes, so they keep the name of the package where they began. Each reading
// is a field of [Policy] or [Competence] whose zero value takes the default. The one misuse
// is [rule.ErrNotADay], beside the errors of the calendar from AnswerBy.
//
//	Difficulty  giupxa.difficulty/1         difficulty.schema.json
//	Policy      giupxa.difficulty-policy/1  difficulty-policy.schema.json
//	Digest      giupxa.difficulty-digest/1  difficulty-digest.schema.json
//	Competence  giupxa.competence/1         competence.schema.json
package difficulty

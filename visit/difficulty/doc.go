// Package difficulty says who may settle a difficulty of a commune (khó khăn, vướng
// mắc), and to whom it is referred otherwise.
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
// is a field of Competence whose zero value takes the default. The one misuse is
// [rule.ErrNotADay]. A Competence is stored as giupxa.competence/1
// (competence.schema.json).
package difficulty

// Package org says who exists on a day: levels of government, administrative
// units, bodies and their dated names.
//
// # Government
//
// [GovernmentOn] gives the model of a day: three levels to 30/6/2025, two since
// 1/7/2025, each with its law and how well its first day is known.
//
// # Units
//
// A [Unit] is a territory. Its identity is its code and its validity, since codes were
// given again in 2025: one code is one unit on 30/6/2025 and another on 1/7/2025. Its
// name, kind and parent are dated: a unit that was renamed, became a town or went to
// another district is still the same unit.
//
//	{Code: "088", Name: "Sa Pa", Kind: KindTown, Was: []Former{
//		{Kind: KindDistrict, Span: rule.Span{To: rule.Day(2019, 12, 31)}}}}
//
// A [Gazetteer] is an immutable index that the caller builds from units and
// [Succession] rows, or reads from JSON (giupxa.gazetteer/1, gazetteer.schema.json);
// this package holds no list of units.
//
//	method                 gives                                        as of
//	At(code, day)          the unit that bears the code                 day
//	Children(code, day)    the units of the next level                  day
//	Ancestors(code, day)   the units above, the nearest first           day
//	Search(name, day)      units by name, and suggestions               day
//	Successors(code, day, later)      where the unit lives on           later
//	Predecessors(code, day, earlier)  out of what it was made           earlier
//	Origins(code, day)     all that it was made of                      their last days
//	Kinds(code, span)      the unit, once for each kind it was of       its first day of each
//	Units()                all units with all that they were            –
//	Check()                units whose successor nobody named           –
//
// On a date that is no day ([rule.ErrNotADay]) no unit and no body exists.
//
// [Gazetteer.Search] finds units by name. Spelling that means the same is a
// match: composed or decomposed letters, case, Hoà or Hòa, "TT." or "thị trấn",
// N.T. or nông trường. A different tone, mark or letter is only a suggestion:
// Nậm Chảy and Nậm Chầy are two communes. A name that the unit bore on another day is
// a suggestion too. Several matches are all returned.
//
// # Bodies
//
// A [Body] is an organization with dated names and, where it ceased, an [Heir]
// for each [Field] of its work. Whether a body exists is data.
//
// NewGazetteer reports faults as findings with the codes of [Rules]. Nothing else
// here fails but lookups, which say so.
package org

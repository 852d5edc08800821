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
// A [Unit] is a territory. Its identity is its code and its validity: 99 codes of
// Lào Cai were given again in 2025, so 02782 is one xã Cao Sơn on 30/6/2025 and
// another on 1/7/2025. A [Gazetteer] is an immutable index that the caller
// builds from units and [Succession] rows; this package holds no list of units.
// [Gazetteer.At] looks up by code and day, [Gazetteer.Children] and
// [Gazetteer.Ancestors] go down and up on a day, [Gazetteer.Successors] and
// [Gazetteer.Predecessors] cross mergers and tell how certain the way is.
// [Gazetteer.Check] reports units whose successor nobody named.
//
// [Gazetteer.Search] finds units by name. Spelling that means the same is a
// match: composed or decomposed letters, case, Hoà or Hòa, "TT." or "thị trấn",
// N.T. or nông trường. A different tone, mark or letter is only a suggestion:
// Nậm Chảy and Nậm Chầy are two communes. Several matches are all returned.
//
// # Bodies
//
// A [Body] is an organization with dated names and, where it ceased, an [Heir]
// for each [Field] of its work. Whether a body exists is data.
//
// NewGazetteer reports faults as findings with the codes of [Rules]. Nothing else
// here fails but lookups, which say so.
package org

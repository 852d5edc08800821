// Package laocai is the 2021 dispatch of the Lào Cai Provincial People's Committee as
// data: the text on which rulebooks rest ([Basis]), every obligation of it
// ([Catalogue]), the bodies that it names, and the matrix of who owes what under both
// models of government ([InForce]). Another province writes the same in code or JSON,
// with [duty.NewBasis] and [duty.NewMatrix].
//
// # What the text says
//
// [Rows] shows that no clause is left out: each of the 76 is a duty, a fact, or not
// computable for a reason. [Waiting] lists the rows that no rule of the given packages
// guards. The wording is this module's, not a quotation.
//
// # When it binds
//
// The copy at hand has neither number nor day. It sets a date before 10/8/2021, so it is
// known to bind from that day on; what was done before is undecided until a host supplies
// the day: [duty.Basis.From]. It speaks of 2021–2025; nothing shows that it binds later,
// and [duty.Matrix.Caveats] says so.
//
// # The two models of government
//
// To 30/6/2025 the matrix has three levels; since 1/7/2025 it has two, made from the
// first by transfers that say for every part of the district who took it over, or that
// nobody is known to, and how well that is known. That is a reading ([Readings]); the
// alternative is that those parts lapsed.
package laocai

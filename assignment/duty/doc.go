// Package duty holds the obligations of the 2021 dispatch, the matrix of who owes
// what to whom, and the neutral facts that discharge them.
//
// # Obligations
//
// [Catalogue] lists every obligation of the dispatch as a [Duty]: its passage, its
// bearers with the text's own [Verb], those towards whom it is owed, its
// [Nature], the text's word on time ([Timing]) and its due rule ([Limit]), the
// [Kind] of fact that discharges it and what it is owed for ([Per]). Its id names
// the place: "visit.notify" is section 1, bullet 4. The wording is this
// module's. [Rows] shows that no clause is left out: each of the 76 is a duty, a
// fact, or not computable for a reason. [Waiting] lists the rows that no rule of
// the given packages guards.
//
// # Matrix
//
// [InForce] gives the [Matrix] of a day. It is asked from every side:
// [Matrix.Of] a body, [Matrix.For] a duty, [Matrix.At] a level, [Matrix.Between]
// two bodies, [Matrix.Section]. To 30/6/2025 it has three levels; since 1/7/2025
// it has two, made from the first by transfers that say for every part of the
// district who took it over, or that nobody is known to, and how well that is
// known. That is a reading ([Readings]); the alternative is that those parts
// lapsed. [Matrix.Caveats] must be shown with an answer: after 31/12/2025 they
// say that the text was of 2021–2025.
//
// A province makes its own matrix from [Parts], in code or as JSON
// (matrix.schema.json). [NewMatrix] refuses what contradicts its form;
// [Matrix.Check] tells which invariant is broken.
//
// Bearers of one [Group] act only together: [Matrix.Missing] names who is not
// there yet.
//
// # Facts
//
// A [Record] says that somebody did something on a day, towards somebody, for an
// object. [NewRegister] holds records, with the day through which each kind is
// complete. [Due.Status] judges one due by a register on a day. A fact that is
// missing after that day is Unknown: neither done nor undone.
//
// # Errors and findings
//
// Findings carry codes ("duty.no-bearer") listed by [Rules]. A day outside a
// matrix is a plain error. JSON formats: giupxa.record/1, giupxa.register/1,
// giupxa.matrix/1.
package duty

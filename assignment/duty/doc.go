// Package duty says who owes what to whom under the text of a province, and where each
// thing owed stands on a day. It is the frame: it knows no province. The 2021 dispatch of
// Lào Cai is data in package duty/laocai; another province writes the same.
//
// # What is owed
//
// A [Duty] has an id that names what is owed ("visit.notify"), the passage of the text
// that lays it down, its bearers with the text's own [Verb], those towards whom it is
// owed, its [Nature], the text's word on time ([Timing]), its due rule ([Limit]), the
// [Kind] of fact that discharges it, and what it is owed for ([Per]). [Known] lists the
// duties that this module knows; a text may declare others. An id that neither the module
// nor the text declares is refused wherever one is read, so that a typo abolishes nothing.
//
// # The text
//
// A [Basis] is the text: the document, the passage of each duty and the days on which it
// binds. A duty without a passage is neither demanded nor judged. Every rulebook carries a
// Basis; [Basis.Judge] collects the findings of a check, and each that rests on the text
// cites the passage of that Basis.
//
//	day of the act                     [Basis.On]  what was not kept is
//	before Binds.From, after Binds.To  NotBound    not judged
//	before KnownFrom, no Binds.From    MayBind     Undecided, Unknown
//	any other                          Bound       Broken, Overdue, Breached
//
// # The matrix
//
// A [Matrix] is asked from every side: [Matrix.Of] a body, [Matrix.For] a duty,
// [Matrix.At] a level, [Matrix.Between] two bodies, [Matrix.Section]. [NewMatrix] makes it
// from [Parts], in code or as JSON, and refuses what contradicts its form; [Matrix.Check]
// tells which invariant is broken. [Parts.Succeed] hands the parts of bodies that ended to
// those that took over: each transfer says how well that is known. [Matrix.Caveats] are to
// be shown with an answer. Bearers of one [Group] act only together: [Matrix.Missing]
// names who is not there yet.
//
// # Facts and what they discharge
//
// A [Record] says that somebody did something at a moment, or between two moments, towards
// somebody, for an object; its [Fact] is what it has in common with what is owed. A
// [Register] holds records, with the day through which each kind is complete. A [Due],
// made by [Duty.Due], is judged by [Due.Status] on a day:
//
//	no record, complete through the last timely day  Overdue; Breached where it can no longer be done
//	no record, not complete through that day         Unknown
//	a record whose own finding breaks the duty       as if it were not there
//	a record of which only bounds are known          decides where the bounds decide, else Unknown
//	no last timely day                               Open until it is done
//
// How late is said twice: DaysLate counts to the day asked, AtLeast only as far as the
// register goes.
//
// A [Standing] carries the facts that mattered and what it rests on ([Standing.Grounds]): its
// JSON is enough to come to the same status again, and [Replay] does so, from those facts or
// from a register, and says what differs.
//
// # JSON
//
//	giupxa.basis/1     [Basis]     basis.schema.json
//	giupxa.matrix/1    [Matrix]    matrix.schema.json
//	giupxa.record/1    [Record]    record.schema.json
//	giupxa.register/1  [Register]  register.schema.json
//	giupxa.standing/1  [Standing]  standing.schema.json
//
// Findings carry codes ("duty.no-bearer") listed by [Rules]. A day outside a matrix is a
// plain error.
package duty

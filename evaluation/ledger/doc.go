// Package ledger says where every duty of a province stands on a day: each duty of the
// responsibility matrix, for each object that it is owed for, once.
//
//	day, err := ledger.Ledger{Matrix: matrix, Roster: roster, Register: register}.On(on)
//	if err != nil { return err }
//	for e := range day.OwedBy("so-noi-vu") { fmt.Println(e.Duty, e.Object, e.Status, e.Latest()) }
//
// It reads neutral facts ([duty.Record]) and judges each due as [duty.Due.Status] does;
// it knows no plan and no visit. What a rulebook says is owed, a host passes as
// [Ledger.Dues]: Owed of plan.Mandate and visit.Policy.
//
// # Objects
//
//	leader, assignment      of the roster, once begun; an assignment as it stands by the units that exist
//	commune, district       of the assignments of the day; a district of the gazetteer
//	a year                  each of the object up to that of the day
//	visit                   each of which a record says that it was made
//	meeting                 each to which a record says that somebody was invited or went
//	difficulty              each that a record names
//	body                    each that a record names, or that coordinates on the day
//
// A duty without any object has one entry that says so. A duty whose text did not bind on
// the days of an object is not owed for it. Of a duty to review the plan, or to build two,
// [Ledger.Changes] decide which an assignment owes. A continuing duty is entered as long
// as its object lasts.
//
// # Status
//
//	the same as of the dues, the gravest of several      as [duty.Due.Status] says
//	continuing                                           Ongoing, with what is recorded
//	no fact could tell, or no object is there            NotComputable, and why
//	a last day that depends on a day not known           Unknown, and why
//	a day on which the text only may bind                Unknown, and why, but for what is done
//
// Missing data accuses nobody: what was not done is Overdue or Breached only where the
// register is complete through the last timely day, and is otherwise Unknown.
// [Day.Reminders] lists what is to be done, [Day.Requests] what is to be recorded.
// [Count] counts, with the rate of what was met in time of what could be judged.
//
// # JSON
//
//	giupxa.ledger/1      [Ledger]  ledger.schema.json
//	giupxa.ledger-day/1  [Day]     ledger-day.schema.json
//
// A stored day carries the facts behind it; [Replay] makes it again, from them or from a
// ledger, and says what differs.
package ledger

// Package plan judges the plans of a leader who helps a commune: the plan of the
// period, and one plan a year, set out by quarter and month. It also says which
// documents an assignment owes, to whom and until when.
//
// # A mandate judges a plan
//
// [Mandate] holds what a province's text demands of plans, as data; another province is
// another value, written in code or read from JSON. It rests on a [duty.Basis], which says
// where the text lays down each duty and when it binds.
//
//	err := json.Unmarshal(data, &mandate)       // or a value in code: mandate.Faults()
//	found := mandate.Check(annual, a)           // Period or Annual, against its assignment
//	for _, due := range mandate.Owed(change) {  // what a change of the roster makes owed
//		standing := due.Status(register, day)
//	}
//	facts := mandate.Records(annual, roster)    // what was sent, for the register
//
// [Mandate.Check] answers whether a plan is complete; [Mandate.Owed] with
// [duty.Due.Status] whether it came in time. A plan that lacks a month was still sent in
// time: its months are a duty of their own. A period plan of other years than the text
// asks for was not. No approval of a plan exists.
//
// # Records
//
// [Annual] holds its [Quarter] and [Month] sections, which are parts of the one
// document and not documents owed. A month holds the visits planned, or the
// reason for having none, and the activities; an [Activity] that names team
// members is their task. [Period] holds the years and goals of the period.
//
// A [Goal] may name the criteria and indicators that it is about, under their set, and of the
// period its targets year by year. An Activity may come after others, weigh so much, and have
// a target with what was done of it by each day on which somebody counted; package
// plan/progress tells how far the plan has come. A [Contribution] is promised or received;
// package plan/contribution adds up. Periodic reports are in plan/report.
//
// Both have a history: each [Revision] is the day of an issue, of a change, or of
// a review that changed nothing. Each [Sent] is one act of sending one of them to
// one body. What holds on a day follows from the days: RevisionOn.
//
// # Versions
//
// [Versions] keep the whole content of each version of an annual plan, [PeriodVersions] that of
// each version of the period's. Changes lists what each changed and the reason that it gives.
// [Mandate.Measure] and [Mandate.MeasurePeriod] make the plan by which what was done is measured: for the days before a version the earlier one stays the measure, so that a
// reason that comes too late is recorded and undoes nothing.
//
// # What is missing
//
// [Mandate.Missing] lists the documents of a roster that were not sent by a day, each with
// its status; [Mandate.CheckMissing] says which of them break the text.
// [Mandate.CheckSituation] holds the goals against the criteria that the commune meets and
// does not meet, where the host asks for that.
//
// # Two provinces
//
// [LaoCai2021] and [HoaBinh2023] are data. Hòa Bình asks for a program of the year, sent in January
// to five addressees, and for nothing by month.
//
// # What the text leaves open
//
// A month is addressed by a visit or by a reason; the text sets no number of
// visits. The span of an annual plan runs from the day it was issued. Who was
// assigned on or after the day of a deadline has no date in the text and is never late by
// it. Each such Reading is a field of the Mandate whose zero value is the
// default taken here, and each Policy is a field whose zero value demands nothing.
//
// # Days
//
// A plan is a standing document: the text judges it where it binds on a day of the plan's
// year or period. What a commune or a body that ended makes impossible is not demanded:
// pass the assignment as [assignment.Policy.Standing] gives it. What such a plan says of
// later days is Advice if it was issued before the end.
//
// A sending whose own day is not known keeps the bounds that the day of receipt and the
// day of issue give: received before the deadline, it was sent before the deadline.
//
// # Errors
//
// Check returns [rule.Findings]. A finding is Undecided where a fact is missing:
// a plan without a day of issue, a team that is not given, a text of which it is not
// known whether it bound. A mandate without sense is refused where it is read. The JSON formats are
// "giupxa.annual-plan/1", "giupxa.period-plan/1", "giupxa.situation/1" and
// "giupxa.mandate/1"; reading reports everything at once. Days are calendar days; amounts are exact.
package plan

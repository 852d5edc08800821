// Package visittest tests a policy of visits, in the manner of testing/fstest:
// [Run] in a test, [Check] at run time; no test library is linked. Both prove that the data of the policy are
// whole, generate visits at every boundary of the notice (a minute before, at and
// after the start; the day before, the same day and the day after, with and
// without times of day) and on the days around those on which the policy's text binds,
// check what must hold of any policy, and run the case files of a file system.
//
// A case file is read by package ruletest. The given of a case is
//
//	{
//	  "policy":   { … },                      // in place of the policy under test
//	  "roster":   { "leaders": [ … ], "assignments": [ … ] },
//	  "visit":    { … },                      // "giupxa.visit/1"
//	  "visits":   [ { … } ],                  // in its place: several, judged together
//	  "plan":     [ "a1", "a2" ],             // the activities of the leader's plan
//	  "days":     [ "2021-12-01" ],           // on which its state is asked
//	  "complete": [ { "kind": "noticed", "through": "2021-11-30" } ],
//	  "on":       "2021-12-31"
//	}
//
// and its answer
//
//	{
//	  "attendance": "team", "counts": false,  // as one of the leader's visits
//	  "lastDay":  "2021-11-29",               // for a notice, where the policy has a lead time
//	  "states":   [ "notified" ],             // on the days
//	  "owed":    [ { "duty": "visit.notify", "place": "Điều 3", "status": "breached" } ],
//	  "records": [ { "kind": "noticed", "duty": "visit.notify", "before": "2021-09-13" } ]
//	}
//
// [RunMeetings] and [CheckMeetings] do the same for a policy of meetings: a case has a
// "meeting" ("giupxa.meeting/1") or a "contact" ("giupxa.contact/1") in place of the visit.
//
// [RunDifficulties] and [CheckDifficulties] do it for a policy of difficulties and the powers
// in its competence: a case has "difficulties" ("giupxa.difficulty/1") and the day "on", and its
// answer the "states", the "digest", and of the first difficulty the "records" and "owed".
//
// The statuses of owed are those on the day "on", by a register of the
// visit's own records, and the places are those of the text in Vietnamese.
package visittest

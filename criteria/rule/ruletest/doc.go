// Package ruletest is the runner of the test kits. It runs case files, which are published
// and worked cases that a jurist can read line by line, and the proofs of a kit: each has
// a name, what must hold, and a check. [Run] makes a subtest of each; [Check] does the
// same at run time, and links no test library.
//
// A case file is JSON:
//
//	{
//	  "format": "giupxa.cases/1",
//	  "cases": [
//	    {
//	      "name": "sent on the day itself",
//	      "why": "\"trước ngày 10/8/2021\" excludes 10/8",
//	      "given": { "sent": "2021-08-10" },
//	      "breaks": [ { "code": "plan.late", "path": "sent" } ],
//	      "keeps": [ "plan.not-sent" ],
//	      "answer": { "status": "fulfilled-late" }
//	    }
//	  ]
//	}
//
// given is the record in the form that the package under test reads. breaks
// lists every finding that is expected, in any order, and no other may appear; a kind
// other than broken is written beside the code. keeps lists codes that must not
// appear: they document which rule the case keeps. answer holds members that
// the answer must have; members it does not mention are not compared.
package ruletest

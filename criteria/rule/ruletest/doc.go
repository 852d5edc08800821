// Package ruletest runs case files: published and worked cases, written so that
// a jurist can read them line by line. The test kits of the other packages stand
// on it; it imports no test library, so that [Check] serves at run time too.
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
// lists every finding that must come out, in any order and no other; a kind
// other than broken is written beside the code. keeps lists codes that must not
// come out: they document which rule the case keeps. answer holds members that
// the answer must have; members it does not mention are not compared.
package ruletest

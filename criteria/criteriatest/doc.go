// Package criteriatest proves a set of criteria, a national one or a province's own:
// [Run] in a test, [Check] at run time. It imports no test library.
//
//	func TestOurSet(t *testing.T) {
//		criteriatest.Run(t, ourSet, os.DirFS("testdata/cases"))
//	}
//
// # The second opinion
//
// The kit holds an evaluator of its own, which shares no judging code with package criteria.
// It reads the data of the set and the JSON of a dossier and computes with exact fractions:
// a reading is the interval of values that it leaves possible, a demand the interval of
// values that it allows; a reading within is Met, one apart NotMet, any other Unknown.
// Everything that the library says of a dossier is held against it: findings, lines with
// their reasons and gaps, criteria, the whole, caveats, group and column.
//
// # What is generated
//
//   - cells: for every cell of the set, at the first region column, year, group, zone and
//     day that has it (special communes, what is not stated and what has no cell
//     included): its number written three ways; readings, bounds and shares of counts just
//     below, at and just above it, at three scales; missing; of the wrong kind; a
//     percentage over 100 or below 0; "not applicable"; another poverty standard; each
//     while the other parts of its row are not known, met, and not met; under every degree
//     of confidence.
//   - time: the day before, on and after the ends of the set, the years beside its own, a
//     day that does not exist, another set's name, each with and without an override. The
//     days around the ends of an amended row are among the cells.
//   - malformed: "12,5", "95 %", true and the like under every key, which must be found at
//     their path and read as nothing.
//   - store: the JSON of the set reads back as the same edition; what is confirmed names
//     its source.
//   - random: communes with readings near the thresholds, some missing and some that do
//     not fit, verdicts stated and counts given at every level. The same set gives the
//     same communes each time.
//
// # What must hold
//
// The invariants ask no evaluator. On random communes:
//
//   - of a commune of which nothing is known every line is Unknown;
//   - raising a reading of which at least something is demanded never loses Met, nor does
//     lowering one of which at most something is;
//   - 80 and 80.00 are the same; the order of the readings is nothing; the dossier is not
//     changed; the same dossier gives the same bytes, also under the stored set;
//   - a lower floor of confidence never turns what is checked;
//   - the view of a stage is the answer without the readings of lower stages;
//   - without one of its readings a line stays as it was, or is Unknown, or falls back on
//     what is stated of it. Where nothing is stated the same holds of the whole. Two
//     readings are not taken away, because something else then speaks in their place: an
//     attribute that the profile gives too, and the "not applicable" of a row with parts.
//
// # Case files
//
// Case files (*.json, see criteria/rule/ruletest) hold what a jurist knows of the set.
// What a case gives:
//
//	"given": {
//	  "dossier": { "asOf": "2022-06-30", "year": 2022, "profile": { "region": "TDMNPB" },
//	               "readings": { "10": "34.5", "c1": { "stated": "met" } } },
//	  "accept": "high"                          // the lowest confidence that is used
//	}
//
// breaks lists the findings: the readings that cannot be used. The answer names what the
// case is about and need not name the rest:
//
//	"answer": {
//	  "verdict": "not-met", "stated": true,     // of the whole
//	  "met": 3, "least": 3, "most": 7,          // criteria met, and the bounds
//	  "group": "3", "column": "TDMNPB",         // that were used; "" where none is known
//	  "criteria": { "10": "not-met" },
//	  "lines":    { "10": "not-met" },          // by code
//	  "demands":  { "10": "≥ 36" },             // in English words
//	  "gaps":     { "10": "1.5" },              // where there is one
//	  "reasons":  { "11": "no-reading" },       // of the lines that are unknown
//	  "missing":  { "11": ["11"] },
//	  "caveats":  ["criteria.rests-on-statements"]   // every code, once, in order
//	}
//
// A case is also put to the evaluator, so that a library that errs as the case does is
// found out.
//
// A proof of a national set takes a few seconds.
package criteriatest

// Package assignmenttest proves data of a province's own, in the manner of
// testing/fstest: give it a [duty.Matrix], an [org.Gazetteer] or an
// [assignment.Roster], and it proves the invariants and runs case files. It
// imports no test library, so that [Check] serves at run time too.
//
//	func TestOurUnits(t *testing.T) {
//		assignmenttest.Run(t, units, os.DirFS("testdata/cases"))
//	}
//
// # What is proved
//
// Of a gazetteer: every unit is found by its code and by its name of the day, on its
// first and last day and on those of every other name, kind or parent that it had; no
// code names two units and no unit has two parents on a day; parents and children agree;
// every chain of successions ends at units that exist; what a unit became names it among
// what it was made of; it comes back from JSON as it was.
//
// Of a matrix: its own Check breaks nothing; asking by body, by duty, by level and
// between two bodies gives the same cells; it comes back from JSON as it was.
//
// Of a roster: asking by commune and by leader gives the same assignments on the
// day before, on and after each end; nobody holds a commune twice in a role on a
// day; held against itself on those days (the first 400 of
// them), nothing is new; it comes back from JSON as it was.
//
// # Case files
//
// A case (see criteria/rule/ruletest) asks one question; answer holds what must
// come out.
//
//	"given": { "at": "02782", "on": "2025-07-01" }            // gazetteer: "unit", "kind", "parent", "successors", "predecessors"
//	"given": { "name": "xã Hoà Mạc", "on": "2021-08-15" }     // gazetteer: "units", "suggestions"
//	"given": { "duty": "visit.notify" }                       // matrix: "bearers", "beside", "towards", "passage"
//	"given": { "body": "so-xay-dung" }                        // matrix: "bears"
//	"given": { "commune": "02794", "on": "2021-08-15" }       // roster: "leaders"
//	"given": { "leader": "l1", "on": "2021-08-15" }           // roster: "communes"
//
// Successors are those of the day in "later", predecessors those of "earlier".
package assignmenttest

// Package progress tells how far an annual plan has come on a day: at the plan, at each
// quarter, month and activity, and beside it how much of the time has gone.
//
//	tree := progress.Of(annual, span, day) // span: mandate.Span(annual, assignment)
//	for n := range tree.All() {
//		fmt.Println(n.Path, n.Activities.Done, "of", n.Activities.Of, n.Elapsed)
//	}
//
// # From counts and weights
//
// Each node is counted from the activities below it, never from the percentages of its parts:
// 1 of 2 and 9 of 10 are 10 of 12, not 70 %. There are three measures:
//
//	| Measure    | Adds up                                        | Known where                        |
//	| ---------- | ---------------------------------------------- | ---------------------------------- |
//	| Activities | activities that reached their aim              | always; Unknown says how many more |
//	|            |                                                | there may be                       |
//	| Counts     | what was done of each unit: 38 of 62 "hộ"      | for each unit                      |
//	| Weighted   | the shares of the activities by their weights  | every activity has a weight        |
//
// An activity that nobody counted by the day is not known, which is not zero: Weighted is a
// range, from none of it to all of it. What one activity did beyond its aim does not stand for
// another.
//
// Elapsed counts days: 38 of 62 households where 124 of 152 days are gone says more than
// either. Nothing is judged here; no text says how far a plan must be on a day.
package progress

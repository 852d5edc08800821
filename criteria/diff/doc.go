// Package diff compares two sets of criteria: what changes from one to the other, in legal
// words, and which communes change verdict.
//
//	for _, change := range diff.Sets(before, after) {
//		fmt.Println(change)                  // one full sentence
//	}
//	for shift, err := range diff.Compare(before, after, cohort) {
//		fmt.Println(shift, err)              // one commune, with the indicators that change
//	}
package diff

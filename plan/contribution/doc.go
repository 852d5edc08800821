// Package contribution adds up what organizations and people gave to communes, or promised:
// in all, by kind, by donor and by commune.
//
//	totals, found := contribution.Sum(items, plan.Received)
//	fmt.Println(totals.All.Value)                     // what is itemized and valued
//	found = append(found, totals.All.Compare(said)...) // a total that a document states
//
// # Counted once
//
// The same id is the same gift, whoever names it: the bank that gave two houses and the
// department that reports on all three count each house once. What one entry leaves out,
// another may say; where two contradict each other the gift counts once, its value is
// what both allow, and a finding says so.
//
// # What is not known
//
// A gift without a value is not worth zero: [Total.Unvalued] counts such gifts, and the sum is
// then what is certain, as it is where an entry says "at least". A stated total is never
// added to the items and never takes their place.
package contribution

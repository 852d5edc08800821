// Package criteria holds a commune against a set of national criteria: which
// indicator it meets, which not, which is not known, how far each goal is, and which
// text says so.
//
//	set, err := national.InForce(dossier.Standard, dossier.AsOf)
//	if err != nil { return err }          // no nearest set: the error names the gap
//	a, err := set.Assess(dossier)
//	if err != nil { return err }          // misuse only; Unknown is an answer
//	fmt.Println(a.Verdict(), a.Count(criteria.Met))
//	for l := range a.Lines(criteria.NotMet, criteria.Unknown) {
//		gap, _ := l.Gap()
//		fmt.Println(l.Code, l.Reading, l.Demand, gap, l.Source)
//	}
//
// # Sets
//
// A [Set] is made of a [Table]: criteria with their indicators, each with a
// [Requirement], a closed algebra written as data. Every cell carries its source and
// its confidence. Which cell applies hangs on the [Profile] (region column, special
// commune, group, zone) and on the dossier year; a cell that is not there is Unknown,
// never the nearest.
//
// # Readings
//
// A [Dossier] holds readings by key: "10" or "17.1" an indicator, "17.1/centralised" a
// part, "c10" a criterion, "set" and "set/criteria" the whole, "@schools" an attribute.
// A [Reading] is a number, a pass or failure, a share of counts, a bound ("more than
// 46"), "not applicable", a count ("13 of 19") or a stated verdict. A reading that cannot be
// used is reported by [Assessment.Findings] and counts as missing.
//
// # Verdicts
//
// A verdict is Met, NotMet, Unknown or NotApplicable. Upward the logic is Kleene's: one
// NotMet decides a criterion, a missing reading leaves it Unknown. What is checked from readings and
// what is stated by a publication are never mixed silently: a checked line beats a
// stated one above it, a stated one serves where nothing decides, and contradictions are
// among the [Assessment.Caveats].
//
// # What is confirmed
//
// A number below [rule.Secondary] is not used: its line is Unknown.
// [Assessment.Accept] is a second view that uses it and lists each cell it rests on. A
// pass/fail cell is judged, with a caveat. [Set.Coverage] counts the cells,
// [Set.Unconfirmed] lists them.
//
// Met is not recognised: recognition is a decision.
package criteria

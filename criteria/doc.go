// Package criteria holds a commune against a set of criteria: which indicator it
// meets, which not, which is not known, how far each goal is, and which text says so.
//
//	set, err := national.InForce(dossier.Standard, dossier.AsOf)
//	if err != nil { return err }          // no nearest set: the error names the gap
//	a, err := set.Assess(dossier)
//	if err != nil { return err }          // misuse only; Unknown is an answer
//	fmt.Println(a.Verdict(), a.Count(criteria.Met))
//	for l := range a.Lines(criteria.NotMet, criteria.Unknown) {
//		gap, _ := l.Gap()
//		fmt.Println(l.Code, l.Reading, l.Demand, gap.In(rule.Vi), l.Source)
//	}
//
// [Dossier], [Set], [Assessment] and [Line] are all that this takes. The rest serves who
// writes a set (Table, Requirement, Overlay), who judges many communes (Demands, Bound)
// and who stores answers (Report). Package criteria/diff compares sets.
//
// # Sets
//
// A [Set] is made of a [Table]: criteria with their indicators, each with a
// [Requirement], a closed algebra written as data. Every cell carries its source and
// its confidence. Which cell applies hangs on the [Profile] (region column, special
// commune, group, zone) and on the dossier year; a cell that is not there is Unknown,
// never the nearest. [Set.Demands] says what a commune must reach.
//
// # Readings
//
// A [Dossier] holds readings by key: "10" or "17.1" an indicator, "17.1/centralised" a
// part, "c10" a criterion, "set", "set/criteria" and "set/indicators" the whole,
// "@schools" an attribute. A [Reading] is a number, a pass or failure, a share of
// counts, a bound ("more than 46"), "not applicable", a count ("13 of 19") or a stated
// verdict. A reading that cannot be used is reported by [Assessment.Findings] and counts
// as missing. Percentages are 0 to 100; other numbers are in the unit of the indicator.
//
// # Verdicts
//
// A verdict is Met, NotMet, Unknown or NotApplicable. Upward the logic is Kleene's: one
// NotMet decides a criterion, a missing reading leaves it Unknown, what does not apply
// does not count. What is checked from readings and what is stated by a publication are
// never mixed silently: a checked line beats a stated one above it, a stated one serves
// where nothing decides, and contradictions are among the [Assessment.Caveats]. Numbers
// are compared exactly, whatever their size.
//
// An assessment has further views of the same readings: [Assessment.Accept] and
// [Assessment.AtStage]. [Assessment.Shortfall] is what would reach the standard. Its JSON
// is a [Report], which says all of it, with the digest of the set: the same dossier under
// the same digest gives the same bytes.
//
// # What is confirmed
//
// A number below [rule.Secondary] is not used: its line is Unknown.
// [Assessment.Accept] is a second view that uses it and lists each cell it rests on. A
// pass/fail cell is judged, with a caveat. [Set.Coverage] counts the cells,
// [Set.Unconfirmed] lists them, and an [Overlay] supplies them.
//
// # What a province adds
//
// [Set.Localize] lays an [Overlay] over a national set: the province fills what the
// national text leaves to it, asks more, adds indicators and criteria, splits its
// communes into zones, and supplies cells of the national text that nobody could read
// before, each with its source. A national demand is never loosened: both must hold.
//
// # Many communes
//
// [Set.Assess] makes the choices of the set for each dossier. For many communes of one
// column and year, make the [Demands] once, Bind each dossier and Assess it: one
// allocation each, and none for AssessInto. A cohort of several columns and years keeps
// Demands for each; [ErrOtherDemands] says when others are needed. All of it is safe for concurrent use.
//
// Met is not recognised: recognition is a decision.
package criteria

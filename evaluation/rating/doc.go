// Package rating rates a person's or a unit's year by the law of that year. A [Rulebook]
// judges a [Record]:
//
//	var rec rating.Record
//	if err := json.Unmarshal(data, &rec); err != nil { return err }
//	r, err := rating.Rulebook{}.Rate(rec)        // err = misuse only
//	if err != nil { return err }
//	fmt.Println(r.Rating())
//	for _, s := range r.Lowered() { fmt.Println(s.In(rule.En)) }
//	for _, f := range r.Findings() { fmt.Println(f) }
//
// # Which regime
//
// The rated year, the kind of personnel, the rating authority and, in 2026, the own rules of
// a public unit decide ([Reaches]):
//
//	cadres                         2020–2022 Decree 90/2020; 2023, if decided from 15/9/2023 on, to
//	                               30/6/2026 as amended by Decree 48/2023
//	civil servants                 the same to 2025; from 2026 Decree 335/2025
//	public employees               the same to 30/6/2026; then Decree 233/2026, for 2026 only where
//	                               the unit has its own rules, else still Decree 90 (Article 20.1)
//	whom the Party rates           from 2025 Party Regulation 366, leaders and bodies apart
//	managers of state enterprises  from 21/5/2026 Decree 181/2026: four levels, the authority decides
//	other companies, banks         none
//	armed forces                   none is held here
//
// # How
//
// A [Formula] makes the score of a month or quarter, and their mean is that of the year. The
// exact score lies in one band: 89.9966… is below 90. What a level demands besides the
// points is checked; where it is missed the authority decides. What can lower a rating only
// lowers, and every rule that applies is named ([Result.Lowered]). Decree 90/2020 knows no
// points: its conditions give the level.
//
// What a record does not say is not known. The rating lies between bounds
// ([Result.Bounds]), and is given only where they meet: a score of 40 needs no more facts, a
// score of 95 does. A row that no page confirms is not used, and where it matters the rating
// stays open; [Rulebook.Accept] lowers that floor. The score of the support given to a
// commune ([Record.Support]) decides nothing.
//
// The quota on Excellent comes after: [Result.Quota] gives it for package rank. Emulation
// titles by year: [Titles].
//
//	score       0 to 100, exact
//	months      0 to 12
//	shares      part of whole, 0 to 100 %
//
// # JSON
//
// Records, regimes, rulebooks and results carry the formats giupxa.rating-record/1,
// giupxa.rating-regime/1, giupxa.rating-rulebook/1 and giupxa.rating-result/1. A score is a
// text, "92.5" or "26999/300". A result carries what it rests on, and [Rulebook.Replay]
// calculates it again.
package rating

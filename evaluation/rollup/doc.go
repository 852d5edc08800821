// Package rollup adds communes up: to a district, a province, a program. A rate of the
// whole is the sum of the numerators over the sum of the denominators, never the mean of
// rates; what is not known stands apart and is never 0.
//
//	result, err := before.Up(gazetteer, org.LevelDistrict)   // one group for each district, and the whole
//	change, err := rollup.Between(before, after)             // criteria gained and lost, change of rates
//
// A [Snapshot] is what is known of communes on a day: a verdict for each criterion and
// counts of a whole, as poor households of all. How many criteria a commune meets is known
// between bounds where verdicts are missing: [Group.Least] and [Group.Most] bound the sum,
// and a unit that may lie in two bands is in neither.
//
// # What a document states
//
// A [Statement] is the figures that a report prints: sums, rates, bands with a mean, a change
// and its base, who is new in which year. [Statement.Check] compares each with the exact
// figure. A stated figure is compared and never used; one that is rounded or cut at its own
// digits is advice at most, and a sum of rounded rates may be off by their roundings.
//
//	stated                             compared with
//	a sum                              its items; an item told twice counts once
//	a demand with parts                each part by itself: a total makes up for none
//	a rate                             its counts
//	rates of parts                     what they can add up to, as they are rounded
//	bands with sum and mean            the least and the most that the bands allow
//	a figure and its change            the base that another figure and change give
//	new units by year                  the total of the year before; a unit that is new twice
//
// # JSON
//
//	giupxa.snapshot/1       [Snapshot]   snapshot.schema.json
//	giupxa.statement/1      [Statement]  statement.schema.json
//	giupxa.rollup/1         [Result]     rollup.schema.json
//	giupxa.rollup-change/1  [Change]     rollup-change.schema.json
//
// A stored answer carries what it rests on and the snapshots that were judged, each commune
// with the unit to which it was added up; [Replay] and [ReplayChange] make it again, from these
// or from others, and say what differs.
package rollup

// Package evaluation scores how leaders help their communes. A [Scheme] is the
// score sheet of a regulation as data; it judges a [Sheet], the marks that were
// given, and answers with a [Result]:
//
//	scheme, err := evaluation.NewScheme(table)   // or unmarshal it
//	if err != nil { return err }
//	result, err := scheme.Score(sheet)           // err = misuse only
//	if err != nil { return err }
//	fmt.Println(result.Total(), result.Findings())
//	for w := range result.Lines() { fmt.Println(w) }              // the working, line by line
//
// # Three objects, three types
//
// Three things are evaluated: how a leader supported in a year ([SupportWork]), what the
// support of an assignment brought in a year ([SupportOutcome]), and the commune's own
// result on a day ([CommuneResult]). A sheet is about exactly one of them, and no result is
// derived from another.
//
// A score says nothing of the annual rating of a cadre or civil servant. It is one
// basis for that rating, and the law of the rated year decides; the support score of a
// company director has no such rating beside it at all. Every result carries this as a
// caveat, and no function of this package returns an annual rating.
//
// # Who evaluates
//
// [Policy.Check] judges how a sheet came about, by the text of a province
// ([Policy.Basis]) and the responsibility matrix of the day ([duty.Matrix]): the bearers of
// [duty.EvaluateWork] evaluate support work, those of [duty.EvaluateOutcome] its outcome.
// The day is that of publishing, else of the last signature.
//
//	a body of the day took no part            broken, where the bearers act as one group
//	an heir that is not confirmed, absent     undecided, with its confidence
//	the same, present                         advice
//	a body that had ended                     never asked; where it took part, told
//	nobody is recorded, or no matrix is given undecided
//
// A duty that the text does not lay down is not judged; before the day from which the text
// is known to bind nothing is broken.
//
// # What a scheme may have
//
// A [Table] is a score sheet as a jurist reads it. Lines nest; a heading is the sum of its
// lines, or that sum carried to its own maximum ([Line].Scaled: (a + b + c)/3 × 70/100).
//
//	Graded     points up to the maximum, a percentage or a share of it; above 100 % see [Over]
//	Counted    points for each event, up to the maximum
//	ByStage    the points of one of the line's levels: drafted 5, issued 10
//	ByRate     the points of the level that a rate reaches: from 95 % 2.5, else 0
//	Side       bonus and penalty lines, beside the scale
//
// Any number of columns may be marked, of which one rates. A line for which the year brought
// no task is refused, left out of the sum and of the scale, or full ([Unassigned]): a text
// that leaves it out rates the rest in proportion. [Band] gives the levels, each bound
// included or not; [Thresholds] are the short form of four. A [Condition] asks for something
// beside the score: failing it, or a knock-out, leaves the highest band below. Rounding has
// a way, its places and its moment.
//
// [NewScheme] proves that maxima add up, that the best level of a line pays its maximum and
// that bands cover the scale with neither gap nor overlap. Where the document itself has such
// a slip, [Table].Slips carries it, and every result tells it.
//
// Schemes that this package holds as data, as far as they were read: [LaoCai1686],
// [DakLak2126], [HaiPhong212], [Decree335], [Decree335Manager].
//
// # What is not known
//
// A scheme may lack the maxima of its lines or the thresholds of its ratings. It says so in
// every result. [Scheme.WithWeights] and [Scheme.WithThresholds] take them from the caller
// and keep that mark; [LaoCai2693] takes what a caller read in that decision. Without
// thresholds no rating is given: the 90, 70 and 50 of later laws are never assumed.
//
// # Facts
//
// [Scheme.Feed] fills the lines that have a [Measure] from neutral facts ([duty.Record]): the
// visits made of those planned, the notices in time of the visits made, contributions by
// their id once. Each mark names its facts ([Derivation]); it is compared with them when
// the sheet is scored, and the working prints them. Facts that a register does not hold to
// the end of the year are unknown, never 0. A fed mark is in the self column unless the
// caller says otherwise: nobody verified it.
//
// # The life of a sheet
//
// A sheet carries dated events; its state is a function of a day ([Sheet.StateOn]): a draft,
// self-scored, verified, published, appealed, settled. A settled sheet is closed: only a
// reopening with a reason changes it, and then it is a draft again. The order in which the
// events are listed decides nothing.
//
// # Several communes, several leaders, part of a year
//
// [Policy.Combine] makes one score of the parts of a leader who helps several communes: the
// mean, by weights, by the days of each assignment ([Sheet].Span), or the lowest. A mid-year
// change is two parts. An assignment shorter than [Policy].MinDays is left out and told. One
// fact that counts for several leaders of a commune is told, unless [Policy].Sharing decides
// it.
//
// # Numbers
//
// A mark is points, a percentage of the line's maximum, a share of exact counts, or a number
// of events ([Points], [Percent], [Share], [Count]). All arithmetic is exact, on fractions
// where a share needs them; ratings are decided on the exact total, so that 89.9966… is not
// 90. Rounding happens once, for display ([Result.Rounded]), unless the scheme says that
// lines or the total are rounded.
//
// The self score and the verified score are separate columns. Only the verified one
// counts, or the column that the scheme names; [Result.Gap] tells how far the self score lies
// above it. A line without a mark that rates is unknown, never 0: the total is then known only
// between bounds ([Result.Bounds]). Points add up where the maxima of lines are not known;
// shares and bounds need them. A stated total is compared and never trusted: where the exact
// one has more places than the scheme shows, one that is rounded or cut is advice.
//
// A scheme may know bonus and penalty points. The total is the sum of the lines, plus the
// bonus up to the cap, less the penalty down to 0. Of a bonus or penalty that cannot be read
// nobody knows how much it is: there is no total and no rating then.
//
//	points of a line, maxima       0 to 1,000,000, at most nine decimals
//	marks                          any [rule.Number] of at least 0, up to the maximum
//	bonus, penalty                 at least 0, at most nine decimals
//	thresholds                     falling, each included unless [Thresholds.Above] says otherwise
//	lines                          at most 1,000, at most 9 levels
//
// # Findings and errors
//
// [Scheme.Score] returns an error only for misuse: no scheme, or a sheet that names
// another one. What is wrong with the sheet is in [Result.Findings], what limits the
// answer in [Result.Caveats]. A result carries what it rests on ([Result.Grounds]) and keeps
// the sheet: [Scheme.Replay] and [Policy.Replay] calculate a stored result again and say what
// differs.
//
// # JSON
//
// Sheets, schemes, facts, policies and results carry the formats giupxa.sheet/1,
// giupxa.scheme/1, giupxa.facts/1, giupxa.evaluation-policy/1 and giupxa.result/1. A mark is a
// text: "12.5" (points), "80%" (of the maximum), "38/62" (a share), "3x" (events). A [rule.Fraction] is written "92.5", or
// "26999/300" where no decimal is exact.
package evaluation

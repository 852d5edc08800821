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
// # What is not known
//
// A scheme may lack the maxima of its lines or the thresholds of its ratings. It says so in
// every result. [Scheme.WithWeights] and [Scheme.WithThresholds] take them from the caller
// and keep that mark. Without thresholds no rating is given: the 90, 70 and 50 of later laws
// are never assumed. Schemes that this package holds as data: [LaoCai1686].
//
// # Numbers
//
// A mark is points, a percentage of the line's maximum, or a share of exact counts
// ([Points], [Percent], [Share]). All arithmetic is exact, on fractions where a share
// needs them; ratings are decided on the exact total, so that 89.9966… is not 90.
// Rounding happens once, for display ([Result.Rounded]), half away from zero.
//
// The self score and the verified score are separate columns. Only the verified one
// counts; [Result.Gap] tells how far the self score lies above it. A line without a
// verified mark is unknown, never 0: the total is then known only between bounds
// ([Result.Bounds]). Points add up where the maxima of lines are not known; shares and
// bounds need them. A stated total is compared and never trusted: where the exact one has
// more places than the scheme shows, one that is rounded or cut is advice.
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
// answer in [Result.Caveats]. [Policy.Combine] makes one score of the parts of a leader who
// helps several communes. A result carries what it rests on
// ([Result.Grounds]) and keeps the sheet: [Scheme.Replay] and [Policy.Replay] calculate a
// stored result again and say what differs.
//
// # JSON
//
// Sheets, schemes, policies and results carry the formats giupxa.sheet/1, giupxa.scheme/1,
// giupxa.evaluation-policy/1 and giupxa.result/1. A mark is a text: "12.5" (points),
// "80%" (of the maximum), "38/62" (a share). A [rule.Fraction] is written "92.5", or
// "26999/300" where no decimal is exact.
package evaluation

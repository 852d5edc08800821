// Package evaluation scores how leaders help their communes. A [Scheme] is the
// score sheet of a regulation as data; it judges a [Sheet], the marks that were
// given, and answers with a [Result]:
//
//	scheme, err := evaluation.LaoCai1686().WithWeights(weights)   // the caller's weights
//	if err != nil { return err }
//	result, err := scheme.Score(sheet)                            // err = misuse only
//	if err != nil { return err }
//	fmt.Println(result.Total(), result.Findings())
//	for w := range result.Lines() { fmt.Println(w) }              // the working, line by line
//
// # Three objects, three types
//
// Section 4, bullet 1 of the 2021 dispatch has three provincial bodies evaluate,
// jointly, two things: how a leader supported in a year ([SupportWork]), and what
// the support of an assignment brought in a year ([SupportOutcome]). The commune's own
// result on a day ([CommuneResult]) is a third thing, which the district follows. A
// sheet is about exactly one of them, and no result is derived from another.
//
// A score says nothing of the annual rating of a cadre or civil servant. It is one
// basis for that rating (section 4, bullet 1) and the law of the rated year decides; the
// support score of a company director has no such rating beside it at all. Every result
// carries this as a caveat, and no function of this package returns an annual rating.
//
// # What is not known
//
// [LaoCai1686] has the five headings, the 100 points and the four ratings of Decision
// 1686/QĐ-UBND of 18/5/2017. The points of its headings and the thresholds of its
// ratings are not known; nor is anything of Decision 2693/QĐ-UBND, which replaced it
// on 28/7/2021, but its existence. So the scheme has neither weights nor thresholds and
// says so in every result. [Scheme.WithWeights] and [Scheme.WithThresholds] take them
// from the caller and keep that mark. Without thresholds no rating is given: the
// 90, 70 and 50 of later laws are never assumed.
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
// ([Result.Bounds]). A stated total is compared and never trusted.
//
// A scheme may know bonus and penalty points. The total is the sum of the lines, plus the
// bonus up to the cap, less the penalty down to 0.
//
// # Findings and errors
//
// [Scheme.Score] returns an error only for misuse: no scheme, or a sheet that names
// another one. What is wrong with the sheet is in [Result.Findings], what limits the
// answer in [Result.Caveats]. [Policy] judges who evaluated, with what signatures and
// evidence, and combines the parts of a leader who helps several communes.
//
// # JSON
//
// Sheets, schemes and results carry the formats giupxa.sheet/1, giupxa.scheme/1 and
// giupxa.result/1. A mark is a text: "12.5" (points), "80%" (of the maximum), "38/62" (a
// share). A [rule.Fraction] is written "92.5", or "26999/300" where no decimal is exact.
package evaluation

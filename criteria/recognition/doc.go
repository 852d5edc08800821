// Package recognition answers what QĐ 18/2022/QĐ-TTg, changed by QĐ
// 03/2024/QĐ-TTg, asks of a commune: are the four conditions of recognition met,
// and is the test of revocation met? Recognising and revoking are decisions of the
// province. This package never takes one.
//
// # Three things kept apart
//
// What a commune was given is its [History]: dated decisions, of which
// [History.On] is a function of the day. What it has now is a [Holding]: the
// verdicts of its criteria under one set on one day, which [Holding.With] takes from
// an assessment. What the decision asks is a
// [Regime]: [Regime.Consider] judges an [Application], [Regime.Test] a Holding
// against a History. A commune that is below a new set keeps its recognition until a
// decision takes it, and a commune that meets a set is not thereby recognised.
//
// # Conditions
//
// The standard's criteria in full; no arrears of basic construction under the
// programme; satisfaction of the residents at the rate demanded; and security: under
// 18/2022/QĐ-TTg a commune "not complex" in security and order, under 03/2024/QĐ-TTg of
// 07/3/2024 one that meets the standard "An toàn về an ninh, trật tự". No page says from
// which day 03/2024/QĐ-TTg has effect: to 20/4/2024 the condition is decided only where both
// titles give the same, and later answers say that the day was not read. The
// rates of satisfaction are known for communes from no page that quotes the decision, and
// the turnout demanded not at all: such cells leave the condition Unknown. [Regime.Accept]
// uses the rates with a caveat. A host that holds the decisions puts what they say into rows
// of its own ([Regime.Provisions]), beginning with [Timeline] or [InForce].
//
// A percentage beside its counts is compared with them by [rule.Stated] and never used.
//
// # The test of revocation
//
// It is met where 30 % to under 50 % of the criteria are not met, a critical one among
// them, or 50 % and more. Of 19 criteria: 6 to 9 with a critical one, or 10. A
// standard that the commune was never given cannot be lost: NotApplicable. Where
// some criteria are not known, or only their number is, the verdict is given if every
// possibility gives the same.
//
// # Units, mergers and new sets
//
// A standard belongs to the unit that earned it: code and validity. Two records are taken
// to be of one unit only where a span says so or they are of one day; a code that is not
// given equals nothing. What becomes of a standard in a merged commune is a decision that
// the host records ([Carried], [NotCarried]); until then [AwaitsDecision]. A decision
// without a day leaves the standing unknown where it would change it. Under the next set a
// commune is judged anew: [Compare] gives gains and losses within one set, and between two
// sets only that the numbers cannot be compared.
package recognition

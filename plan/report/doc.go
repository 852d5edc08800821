// Package report judges periodic reports: whose, to whom, of which days, due when, sent when
// and how late.
//
// # A regime judges a report
//
// [Regime] holds what reports a province asks for, as data: a [Row] for each, with its
// cadence, its addressees and its last day. It rests on a [duty.Basis], which says where the
// text lays down the duty to report; a text that sets no period gives the row its duty and
// the host its dates (Policy). The zero Regime asks for no report at a time.
//
//	found := regime.Check(r, roster)                       // one report
//	for _, s := range regime.Standings(reports, subject) { // all that are due of a subject
//		fmt.Println(s.Due.Note, s.Due.Latest, s.Status, s.DaysLate)
//	}
//	facts := regime.Records(r, roster)                     // for the register of duties
//
// # Periods and windows
//
// A [Period] is the nth month, quarter or half of a year, or the year. The window of a report
// is the days of which it tells. Where the row follows Decree 09/2019/NĐ-CP it runs from the 15th
// to the 14th; otherwise it is the period itself. The last day of a row is fixed and
// never moves off a weekend.
//
// # What the zero Regime judges
//
// Its text is the dispatch of package duty/laocai, and its bodies are those of it. The commune reports results, and the three bodies put the leaders' proposals together and
// report them to the provincial People's Committee and Steering Committee: both without a
// period, so that neither is ever late by the text. To whom the commune reports is not said; read as the assigned leader and
// the level above.
//
// # Errors
//
// Check returns [rule.Findings]. The JSON formats are "giupxa.periodic-report/1" and
// "giupxa.report-regime/1".
package report

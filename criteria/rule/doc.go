// Package rule holds the vocabulary that all packages of this module share: findings, the
// rows of rules that they point at, sources, days, numbers and texts. You meet its values
// in every answer, and rarely need more of it than that.
//
// # Findings
//
// A rulebook checks a record and returns [Findings]: all of them, in the order of the
// record. Each [Finding] is of one kind:
//
//	| Kind      | Meaning                                                  | Err       |
//	| --------- | -------------------------------------------------------- | --------- |
//	| Broken    | the record breaks the rule                               | an error  |
//	| Undecided | a fact is missing, so nobody can say whether it does     | nil       |
//	| Advice    | the reader should know it; nothing is broken             | nil       |
//
// A finding names the place in the record as a JSON path ("months[2].visits[0].on") and
// says its own words: [Finding.String] in Vietnamese, [Finding.In] in either language.
// [Findings.Err] is nil unless one of the findings is Broken; through it [errors.Is] finds
// the [Code] of a broken rule, and [errors.As] finds all the findings.
//
// # Where a rule comes from
//
// The five origins never mix. [NewTable] refuses a row that does not carry what its origin
// needs, or that carries anything else of this table:
//
//	| Origin        | Says                                       | Carries                                      |
//	| ------------- | ------------------------------------------ | -------------------------------------------- |
//	| OriginLaw     | a law, decree or decision of the State     | its Source                                   |
//	| OriginText    | the words of the province's own text       | the Source, which comes with the finding     |
//	| OriginReading | an interpretation of one of these          | the Alternative, the Switch that takes it,   |
//	|               |                                            | and the Passage, also with the finding       |
//	| OriginPolicy  | what the host wants, where no text says it | the Switch that sets it                      |
//	| OriginForm    | the record contradicts itself              | nothing: no text is needed to say so         |
//
// # Ranges
//
// No zero value of a number is 0. Missing data is "not given" or "not known", and every
// result that needs it is so too.
//
//	| Type       | Holds                               | Range                                                  | Zero value    |
//	| ---------- | ----------------------------------- | ------------------------------------------------------ | ------------- |
//	| Number     | an exact decimal                    | at most 38 digits, leading zeros not counted, and      | not given     |
//	|            |                                     | exponents from −30 to 30, in a text of 64 bytes        |               |
//	| Fraction   | an exact fraction                   | numerator and denominator of at most 16,384 bits each  | not known     |
//	| Moment     | a day, and a time of day if known   | days that exist, four digits of the year; no time zone | not given     |
//	| Span       | days, both ends included            | an end that is not given is open                       | all days      |
//	| Timeline   | dated rows, each with its source    | no overlap, and no gap without a reason                | no rows       |
//	| Confidence | how well a fact is known            | NotObtained to Read; from Secondary on it is confirmed | not obtained  |
//
// A result outside these ranges is not given or not known. It never wraps around and is
// never rounded to fit.
//
// # Rounding
//
// Nothing is rounded unless a function that says so is called:
//
//	| Operation                                 | Result     | Rounds                                              |
//	| ----------------------------------------- | ---------- | --------------------------------------------------- |
//	| Number.Add, Number.Sub                    | a Number   | never                                               |
//	| Number.Round(places)                      | a Number   | half away from zero, to 0 to 30 decimal places      |
//	| Number.Floor(places)                      | an integer | down, and tells whether it had to                   |
//	| Fraction.Add, Sub, Mul, Quo; Sum.Add      | a Fraction | never                                               |
//	| Fraction.Round(places, HalfAway, Cut, Up) | a Number   | to the nearest, towards zero, or away from zero     |
//
// Round once, from the exact value: 69.4450 rounds to 69.4, and to 69.5 only by way of
// 69.45. Published percentages are often cut, so both ways are there:
//
//	| Value                   | Places | HalfAway | Cut   | Up    |
//	| ----------------------- | ------ | -------- | ----- | ----- |
//	| 295/12     = 24.5833…   | 2      | 24.58    | 24.58 | 24.59 |
//	| 11000/1131 = 9.7259…    | 2      | 9.73     | 9.72  | 9.73  |
//	| 5/2                     | 0      | 3        | 2     | 3     |
//	| −5/2                    | 0      | −3       | −2    | −3    |
//
// # JSON
//
//	| Type         | Written as                                             | Read too             | Not given     |
//	| ------------ | ------------------------------------------------------ | -------------------- | ------------- |
//	| Number       | "26.70", with the places it has                        | 26.70                | null          |
//	| Fraction     | "92.5", or "26999/300" where no decimal is exact       | (it is not read)     | null          |
//	| day          | "2021-08-09"                                           |                      | left out      |
//	| Moment       | "2021-08-09" or "2021-08-09T14:00"                     | seconds              | "" or left out|
//	| Span         | {"from": "2021-05-14", "to": "2025-12-31"}             |                      | left out      |
//	| Source       | {"kind": "decision", "number": "318/QĐ-TTg", …}        |                      | left out      |
//	| Text         | {"vi": "…", "en": "…"}                                 |                      |               |
//	| enumerations | the code of the constant: "broken"                     |                      | ""            |
//	| Finding      | kind, code, path, origin, source or passage, args, text|                      |               |
//	| Edition      | {"id": "…", "version": "…", "digest": "…"}             |                      |               |
//	| Grounds      | answer, authority, data, record, rulebooks, accepted   |                      |               |
//	| Replayed     | {"same": true, "differs": []}                          | (it is not read)     |               |
//
// What is not written so, "12,5" or "95 %" or "30/02/2021", is refused; the error says what
// to write instead. Nothing is guessed.
//
// A text that is read is brought to one spelling ([Normal]), and so are ids of Go values
// where they are compared.
//
// # Answers that are kept
//
// An answer carries its [Grounds]: the digest of the record that was judged, the editions of
// the rulebooks, the version of the data, and that it is a calculation, with whose the
// decision is. Its JSON holds all that is needed to derive it again. The package that
// answered replays it: the answer is calculated again from the record, and [Replayed] says
// that the same comes out, what differs, or that the facts were not kept.
//
// # Purity
//
// Nothing in this package reads a clock, a file or a global variable that a host could
// change. All values are safe for concurrent use once they are built.
package rule

// Package rule is the vocabulary that every package of this module shares. A
// reader of the module meets its values in every answer; a user rarely imports
// it.
//
// # Findings
//
// A rulebook judges a record and returns [Findings]: all of them, in the order
// of the record. Each [Finding] is [Broken] (the record breaks the rule),
// [Undecided] (a fact is missing, so the rule can be found neither kept nor
// broken) or [Advice]. It points at the [Rule] row that it speaks for, names the
// place in the record as a JSON path ("months[2].visits[0].on"), and says its
// own words: [Finding.String] in Vietnamese, [Finding.In] in either language.
// [Findings.Err] is nil unless one of them is Broken; through it
// [errors.Is] finds the [Code] of a broken rule and [errors.As] all the
// findings.
//
// # Where a rule comes from
//
// Five origins never look alike. [OriginLaw] is a legal text, [OriginText] the
// words of the 2021 dispatch: these two carry a [Source] as their authority.
// [OriginReading] is an interpretation: it names the passage it reads, the
// alternative, and the switch that takes the alternative. [OriginPolicy] is the
// host's own choice and names the setting. [OriginForm] says that a record
// contradicts itself, which needs no text. [NewTable] refuses a row that mixes
// them.
//
// # Values
//
// [Number] is an exact bounded decimal whose zero value is "not given", so that
// missing data is never taken for 0. [Span] is a range of days, inclusive at both
// ends. [Moment] is a day with an optional time of day, so that "the same day,
// hour not known" stays undecided. [Timeline] holds dated rows, each with its
// source. [Confidence] says how well a fact of a table is known.
//
// Nothing in this package reads a clock, a file or a global that a host could
// change. All values are safe for concurrent use once built.
package rule

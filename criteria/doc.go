// Package criteria holds a commune against a set of criteria: which indicators it meets,
// which it does not, which are not known, how far away each goal is, and which text says so.
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
// Which types you need depends on what you do:
//
//	you want to                  you need
//	---------------------------  ------------------------------------------------------------
//	judge a commune              Dossier, Profile, Reading, Set, Assessment, Line, Verdict
//	print or store the answer    Report, Heading, Shortfall, Reason
//	say what must be reached     Demands, Cell
//	judge many communes          Demands with Bound, or the function of Set.Assessor
//	add what a province demands  Overlay, Indicator, Requirement, Citation
//	write a set                  Table, Criterion, Indicator, Requirement, Citation, GroupRule
//	compare two sets             package criteria/diff
//
// # Sets
//
// A [Set] is made of a [Table]: criteria with their indicators, each with a [Requirement].
// A requirement is a small closed algebra, written as data. Every cell carries its source and
// its confidence. Which cell applies depends on the [Profile] (region column, special
// commune, group, zone) and on the dossier year. A cell that does not exist is Unknown, never
// the nearest one. [Set.Demands] says what a commune must reach.
//
// # Readings
//
// A [Dossier] holds readings by key:
//
//	key                what it reads
//	-----------------  ----------------------------------------------------------
//	10, 17.1           an indicator
//	17.1/centralised   a part of an indicator
//	12.1/female        the part of one sex; 12.1/male the other
//	10/previous        the earlier value
//	@schools           an attribute of the commune, on which a demand depends
//	c10                a criterion: a stated verdict, or a count of its indicators
//	set                the whole: a stated verdict
//	set/criteria       a count of criteria
//	set/indicators     a count of indicators
//
// A [Reading] has one of these values. Its short form is its JSON and what [ParseReading] reads:
//
//	constructor     short form   meaning
//	--------------  -----------  --------------------------------------------------------
//	Value(n)        36.0         a number, in the unit of the indicator
//	Share(p, w)     132/1100     p cases of w, as a percentage; compared without dividing
//	Over(n)         >46          more than n, how much is not said
//	Under(n)        <10          less than n
//	Passed()        pass         a pass, or an attribute that the commune has
//	Failed()        fail         a failure, or an attribute that it does not have
//	NotApplied()    n/a          the row does not apply to the commune
//	Count(m, of)    13 of 19     m criteria or indicators of so many are met
//	Stated(v, src)  (none)       a verdict of a publication without a value
//
// A count has no decimals: "8.000/10.000" is refused, because its dots may group thousands. A
// reading that cannot be used is reported by [Assessment.Findings] and counts as missing.
//
// # Which reading meets which demand
//
//	demand              number      share       bound    pass, fail  n/a
//	------------------  ----------  ----------  -------  ----------  ------------------------
//	AtLeast, AtMost,    yes         only of %   yes (1)  no          only where the row says
//	Above, Below,                                                    so, and in FirstOf
//	Between
//	None                yes, 0 met  only of %   yes (1)  yes         as above
//	Pass                no          no          no       yes         as above
//	AgainstPrevious     yes, both   no          no       no          as above
//
// (1) A bound decides only where every value that it allows decides alike; otherwise the line is
// Unknown ([NotExact]).
//
// # Ranges
//
//	value                        range
//	---------------------------  ----------------------------------------------------------
//	a number                     38 digits, exponent −30 to 30, 64 bytes of text
//	a percentage                 0 to 100; also of a demand whose unit is "%"
//	a share, a count             whole numbers, 0 ≤ part ≤ whole, whole > 0
//	an earlier value             above 0
//	code of an indicator         16 bytes, digits and points: "17.1", beginning with its criterion
//	name of a part or attribute  64 bytes, without / @ . " and space
//	dossier: unit, zone, set     64 bytes; unitName 256, override 1,024
//	dossier year                 1 to 9999; 0 is "not known"
//	a set                        200 criteria, 2,000 rows, 20,000 nodes, 200 years
//	one requirement              24 levels; 20,000 places (columns × groups × years × zones)
//
// # Rounding
//
// Nothing is rounded before it is compared:
//
//	what                        how
//	--------------------------  -----------------------------------------------------------
//	number against number       as whole millionths; where they do not fit, as fractions
//	share against percentage    part × 100 against demand × whole, in 128 bits
//	multiple of earlier value   reading against factor × earlier value, as fractions
//	gap of a number             the exact difference, with the digits of the finer number
//	gap of a share              in cases (see Line.GapCounts), rounded up to a whole case
//
// # Verdicts
//
// A [Verdict] is Met, NotMet, Unknown or NotApplicable. Upward the logic is Kleene's:
//
//	All, criterion, set                     Any
//	--------------------------------------  --------------------------------------
//	one NotMet makes it NotMet              one Met makes it Met
//	otherwise one Unknown makes it Unknown  otherwise one Unknown makes it Unknown
//	NotApplicable does not count            NotApplicable does not count
//
// A criterion whose rows do not apply is Met. A [Reason] says why a line is Unknown.
//
// What is checked from readings and what a publication states are never mixed silently. A
// checked line wins over a statement about it. A statement serves where nothing decides.
// Contradictions are among the [Assessment.Caveats], and so are readings that contradict the
// profile: its area and its group are decided facts and win.
//
// An assessment has further views of the same readings: [Assessment.Accept] and
// [Assessment.AtStage]. [Assessment.Shortfall] lists what would reach the standard. Met is not
// recognised: recognition is a decision.
//
// # What is confirmed
//
//	confidence of the cell           a number               Pass or None
//	-------------------------------  ---------------------  -----------------------
//	read, secondary                  used                   judged
//	low … high                       Unknown; used under    judged, with a caveat
//	                                 Accept, with a caveat
//	not obtained, or no citation     Unknown; used under    judged, with a caveat
//	                                 Accept(NotObtained)
//
// A condition, of a row or of a group, counts as a cell does. Where the region is not given and
// only some columns of a cell are confirmed, it is Unknown.
//
// [Set.Coverage] counts the cells, [Set.Unconfirmed] lists them, and an [Overlay] supplies them.
//
// # What a province adds
//
// [Set.Localize] lays an [Overlay] over a national set. The province fills what the national
// text leaves to it, asks more, adds indicators and criteria, and splits its communes into
// zones. It also supplies cells of the national text that nobody could read before, each with
// its source. A national demand is never loosened: both must hold.
//
// # Many communes
//
// [Set.Assess] makes the choices of the set for each dossier. For many communes of one
// column and year, make the [Demands] once, Bind each dossier and Assess it:
//
//	call                                   allocations
//	-------------------------------------  ---------------------------------------------
//	Demands.Bind                           1, and 1 more where readings have a source, a
//	                                       day or numbers of more than 6 decimals
//	Bound.Assess                           1
//	Bound.AssessInto, into one used again  0
//
// A cohort of several columns and years keeps Demands for each; [ErrOtherDemands] says when
// others are needed. [Set.Assessor] gives a function that does this. Sets, demands, bound
// readings and assessments are immutable and safe for concurrent use; nothing that they hand
// out or take in is shared with them.
//
// # JSON
//
// Every stored record names its format in the member "format". A record without it is read as
// this version; another version is refused. Unknown and repeated members are findings with
// their paths, all at once.
//
//	type                 format                 written by       read by
//	-------------------  ---------------------  ---------------  -----------------------
//	Dossier              giupxa.dossier/1       MarshalJSON      UnmarshalJSON
//	Table, Set           giupxa.set/1           MarshalJSON      UnmarshalJSON
//	Overlay              giupxa.overlay/1       MarshalJSON      UnmarshalJSON
//	Report, Assessment   giupxa.assessment/1    MarshalJSON      Report.UnmarshalJSON
//	Demands              giupxa.demands/1       MarshalJSON      (not read)
//
// A [Requirement] is an object with one key; null is "not stated". A number is a text; null is
// "the number is not known".
//
//	Requirement                  JSON
//	---------------------------  -----------------------------------------------------------
//	AtLeast("36")                {"atLeast": "36"}
//	AtMost("5")                  {"atMost": "5"}
//	Below("5"), Above("5")       {"below": "5"}, {"above": "5"}
//	Between("1", "")             {"between": ["1", null]}
//	None, Pass, ProvinceSets     {"none": true}, {"pass": true}, {"provinceSets": true}
//	All, Any, FirstOf            {"all": [R, R]}, {"any": […]}, {"firstOf": […]}
//	BySex, AgainstPrevious       {"bySex": R}, {"againstPrevious": R}
//	ByRegion, ByGroup, ByYear,   {"byRegion": [{"in": ["TN", "DNB"], "then": R}]},
//	ByZone                       {"byGroup": […]}, {"byYear": […]}, {"byZone": […]}
//	Sub, Attr, MeasuredBy        {"sub": {"name": "centralised", "is": R}}, {"attr": …}, …
//	When                         {"when": {"if": R, "then": R, "else": R}}
//	Cite                         {"cite": {"source": {…}, "confidence": "read",
//	                             "regions": ["TN"], "is": R}}
//
// Without JSON, [Requirement.Op], Numbers, Name, Parts, Keys and Citation read the same.
//
// A [Reading] is its short form, or an object where more is known of it:
//
//	{"value": "36.0", "stated": "met", "stage": "verified", "asOf": "2022-06-30",
//	 "poverty": "07/2021/NĐ-CP", "source": {…}}
//
// The stored [Report] says all that the assessment says, with the full digest of the set: the
// same dossier under the same digest gives the same bytes.
//
// # Errors
//
//	error                                what it says
//	-----------------------------------  ---------------------------------------------------
//	ErrNoSet                             no set, or not the one or the standard asked for
//	ErrNotInForce, ErrYear               the set does not serve that day, or that year
//	ErrProfile                           the profile has a region, group or area of no list
//	ErrOtherDemands                      the dossier has other demands than those given
//	ErrReading                           a text is no reading, and what to write instead
//	rule.Findings: ErrTable, ErrOverlay  a table or an overlay cannot be used, every fault
//	rule.Findings: ErrLooser             a province asks less than the national number
//	rule.Findings: ErrSettled            a cell is supplied that is known as something else
package criteria

package criteriatest_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// This file judges a commune again from the JSON of its stored report alone. It knows nothing
// of the library and of no set: it imports the standard library only. What it reads of each
// line is what was given and what was demanded; it never reads a verdict below the one that it
// derives.

type storedReport struct {
	Grounds struct {
		Accepted string `json:"accepted"`
	} `json:"grounds"`
	Profile struct {
		Area string `json:"area"`
	} `json:"profile"`
	Stage      string            `json:"stage"`
	Verdict    string            `json:"verdict"`
	Least      int               `json:"leastMet"`
	Most       int               `json:"mostMet"`
	NotHeld    int               `json:"notHeld"`
	Statements []storedStatement `json:"statements"`
	Criteria   []struct {
		No         int             `json:"no"`
		Verdict    string          `json:"verdict"`
		Reading    json.RawMessage `json:"reading"`
		Indicators []storedLine    `json:"indicators"`
	} `json:"criteria"`
}

type storedStatement struct {
	Key     string          `json:"key"`
	Reading json.RawMessage `json:"reading"`
}

type storedLine struct {
	Code       string          `json:"code"`
	Verdict    string          `json:"verdict"`
	Stated     bool            `json:"stated"`
	Reading    json.RawMessage `json:"reading"`
	Previous   json.RawMessage `json:"previous"`
	Refused    string          `json:"refused"`
	Demand     any             `json:"demand"`
	Open       bool            `json:"open"`
	Unit       string          `json:"unit"`
	MayNot     bool            `json:"mayNotApply"`
	Confidence string          `json:"confidence"`
	Join       any             `json:"join"`
	Decides    []int           `json:"decides"`
	Parts      []storedLine    `json:"parts"`
}

const (
	unknown = "unknown"
	met     = "met"
	notMet  = "not-met"
	na      = "not-applicable"
)

// again derives the verdicts of one report.
type again struct {
	r        *storedReport
	floor    int
	stage    int
	problems []string
}

var (
	confidences = []string{"not-obtained", "low", "low-med", "med", "med-high", "high", "secondary", "read"}
	stages      = []string{"", "self", "verified", "appraised"}
)

// judgedAgain lists each verdict of a stored report that cannot be derived from it, and says how many
// were derived.
func judgedAgain(data []byte) (derived int, problems []string) {
	var r storedReport
	if err := json.Unmarshal(data, &r); err != nil {
		return 0, []string{err.Error()}
	}
	a := again{r: &r, floor: slices.Index(confidences, r.Grounds.Accepted), stage: slices.Index(stages, r.Stage)}
	whole := outcome{verdict: met}
	checked, failed := true, false
	least, most := 0, 0
	rowsMet, rowsNot := 0, 0
	for i := range r.Criteria {
		k := &r.Criteria[i]
		all := outcome{verdict: met}
		failedHere := false
		kMet, kNot := 0, 0
		if len(k.Indicators) == 0 {
			all.verdict = unknown
		}
		for j := range k.Indicators {
			row := a.row(&k.Indicators[j])
			a.same(k.Indicators[j].Code, k.Indicators[j].Verdict, row.verdict)
			derived++
			all = outcome{and(all.verdict, row.verdict), all.stated || row.stated}
			failedHere = failedHere || row.verdict == notMet && !row.stated
			kMet += count(row.verdict == met || row.verdict == na)
			kNot += count(row.verdict == notMet)
		}
		rowsMet, rowsNot = rowsMet+kMet, rowsNot+kNot
		found := a.beside(all.verdict, a.said(k.Reading, ""), all.stated && !failedHere)
		if a.outside(k.Reading, kMet, kNot) && (found.stated || found.verdict == unknown) {
			found = outcome{verdict: unknown}
		}
		found.stated = found.stated || all.stated && !failedHere && found.verdict != unknown
		a.same(fmt.Sprint("criterion ", k.No), k.Verdict, found.verdict)
		derived++
		whole.verdict = and(whole.verdict, found.verdict)
		checked = checked && !found.stated
		failed = failed || found.verdict == notMet && !found.stated
		least += count(found.verdict == met)
		most += count(found.verdict == met || found.verdict == unknown)
	}
	if whole.verdict == met && r.NotHeld > 0 {
		whole.verdict = unknown
	}
	verdict, named := a.whole(whole.verdict, checked || failed, least, len(r.Criteria)-most, rowsMet, rowsNot)
	if named >= 0 {
		least, most = named, named
	}
	a.same("the whole", r.Verdict, verdict)
	a.same("the least", strconv.Itoa(r.Least), strconv.Itoa(least))
	a.same("the most", strconv.Itoa(r.Most), strconv.Itoa(most))
	return derived + 3, a.problems
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (a *again) same(what, stored, derived string) {
	if stored != derived {
		a.problems = append(a.problems, fmt.Sprintf("%s: %s is stored, %s is derived", what, stored, derived))
	}
}

// outcome is a verdict, and whether it rests on a statement.
type outcome struct {
	verdict string
	stated  bool
}

// whole joins what was found of the set with what was stated of it; named is the count of
// criteria that is stated and not contradicted, -1 where there is none.
func (a *again) whole(found string, onReadings bool, met1, not1, met2, not2 int) (verdict string, named int) {
	said, disagree, outside, criteria := unknown, false, false, unknown
	named, outsideNamed := -1, false
	for _, key := range []string{"set", "set/criteria", "set/indicators"} {
		i := slices.IndexFunc(a.r.Statements, func(s storedStatement) bool { return s.Key == key })
		if i < 0 {
			continue
		}
		s := a.r.Statements[i]
		one := a.said(s.Reading, "")
		if one == unknown {
			continue
		}
		if said == unknown {
			said = one
		}
		disagree = disagree || one != said
		switch key {
		case "set/criteria":
			out := a.outside(s.Reading, met1, not1)
			outside = outside || out
			if g := readGiven(s.Reading); g.of != nil {
				named, criteria, outsideNamed = int(g.number.Num().Int64()), one, out
			}
		case "set/indicators":
			outside = outside || a.outside(s.Reading, met2, not2)
		}
	}
	joined := a.beside(found, said, !onReadings)
	clash := disagree || outside || said != unknown && found != unknown && said != found
	alone := joined.stated || joined.verdict == unknown
	if disagree && (alone || !onReadings) || outside && alone {
		joined = outcome{verdict: unknown}
	}
	if clash && (joined.verdict == unknown || criteria != joined.verdict || outsideNamed) {
		named = -1
	}
	return joined.verdict, named
}

// outside reports whether a count that is stated leaves no room for what was found, or is not
// what is stated beside it.
func (a *again) outside(raw json.RawMessage, foundMet, foundNot int) bool {
	g := readGiven(raw)
	if g.text != " of " || g.stage < a.stage {
		return false
	}
	most := new(big.Rat).Sub(g.of, big.NewRat(int64(foundNot), 1))
	return g.number.Cmp(big.NewRat(int64(foundMet), 1)) < 0 || g.number.Cmp(most) > 0 ||
		g.said != "" && (g.said == met) != (g.number.Cmp(g.of) == 0)
}

// beside joins what was found and what was stated: what was found wins; statements alone that
// contradict each other leave it open.
func (a *again) beside(found, said string, statementsOnly bool) outcome {
	switch {
	case said == unknown:
		return outcome{found, false}
	case found == unknown:
		return outcome{said, true}
	case found != said && (found != na || said != met) && statementsOnly:
		return outcome{unknown, false}
	}
	return outcome{found, false}
}

// row judges an indicator, with what is stated of it.
func (a *again) row(l *storedLine) outcome {
	var found string
	g := readGiven(l.Reading)
	switch {
	case l.MayNot && g.text == "n/a" && l.Refused != "value" && l.Refused != "both" && g.stage >= a.stage:
		found = na
	case l.Parts == nil:
		found = a.leaf(l, l.Unit == "%")
	default:
		verdicts := make([]string, len(l.Parts))
		for i := range l.Parts {
			p := &l.Parts[i]
			verdicts[i] = a.leaf(p, l.Unit == "%" && !strings.HasPrefix(p.Code, "@"))
			a.same("part "+p.Code, p.Verdict, verdicts[i])
		}
		found = joined(l.Join, verdicts)
		a.decides(l, verdicts, found)
	}
	said := unknown // a count says nothing of a row
	if g.said != "" {
		said = a.said(l.Reading, l.Refused)
	}
	return a.beside(found, said, false)
}

// decides proves that the verdict rests on the parts that the report names: it stays whatever
// the others are.
func (a *again) decides(l *storedLine, verdicts []string, found string) {
	if l.Stated {
		return
	}
	for _, other := range []string{unknown, met, notMet, na} {
		changed := slices.Repeat([]string{other}, len(verdicts))
		for _, n := range l.Decides {
			changed[n] = verdicts[n]
		}
		if other == unknown {
			a.same(l.Code+" by the parts that decide", found, joined(l.Join, changed))
		}
	}
}

// joined joins the verdicts of parts.
func joined(j any, parts []string) string {
	if n, is := j.(float64); is {
		return parts[int(n)]
	}
	for op, of := range j.(map[string]any) {
		var all []string
		for _, one := range of.([]any) {
			all = append(all, joined(one, parts))
		}
		switch op {
		case "all":
			found := na
			for _, v := range all {
				found = and(found, v)
			}
			return found
		case "any":
			found := na
			for _, v := range all {
				found = or(found, v)
			}
			return found
		case "firstOf":
			for _, v := range all {
				if v != na {
					return v
				}
			}
			return na
		case "when":
			switch {
			case all[0] == met:
				return all[1]
			case all[0] == notMet, all[1] == all[2]:
				return all[2]
			}
			return unknown
		}
	}
	return "no such join"
}

// Those of Kleene are «and» and «or»; what does not apply does not count.
func and(a, b string) string { return either(a, b, notMet) }
func or(a, b string) string  { return either(a, b, met) }

func either(a, b, decides string) string {
	switch {
	case a == decides || b == na:
		return a
	case b == decides || a == na:
		return b
	case a == unknown:
		return a
	default:
		return b
	}
}

// given is a reading.
type given struct {
	text       string // "pass", "fail", "n/a"; ">" and "<" of bounds
	number, of *big.Rat
	said       string
	stage      int
	poverty    string
}

func readGiven(raw json.RawMessage) (g given) {
	var long struct{ Value, Stated, Stage, Poverty string }
	if len(raw) == 0 || json.Unmarshal(raw, &long) != nil && json.Unmarshal(raw, &long.Value) != nil {
		return g
	}
	g.said, g.stage, g.poverty = long.Stated, slices.Index(stages, long.Stage), long.Poverty
	text := long.Value
	for _, mark := range []string{">", "<"} {
		if rest, is := strings.CutPrefix(text, mark); is {
			g.text, text = mark, rest
		}
	}
	for _, mark := range []string{"/", " of "} {
		if part, whole, is := strings.Cut(text, mark); is && text != "n/a" {
			g.number, g.of = rat(part), rat(whole)
			g.text = mark
			return g
		}
	}
	if g.number = rat(text); g.number == nil {
		g.text = text
	}
	return g
}

func rat(text string) *big.Rat {
	n, is := new(big.Rat).SetString(text)
	if !is {
		return nil
	}
	return n
}

// said is what is stated: a verdict, or a count, all of them or fewer.
func (a *again) said(raw json.RawMessage, refused string) string {
	g := readGiven(raw)
	switch {
	case g.stage < a.stage, refused != "" && refused != "value":
		return unknown
	case g.said != "":
		return g.said
	case g.text != " of " || refused != "":
		return unknown
	case g.number.Cmp(g.of) == 0:
		return met
	}
	return notMet
}

// demand is one demand of a number, or of a pass.
type demand struct {
	op       string
	lo, hi   *big.Rat
	previous bool
	measured string
}

func readDemand(tree any) (d demand) {
	object, _ := tree.(map[string]any)
	for op, body := range object {
		switch op {
		case "atLeast", "above":
			return demand{op: op, lo: ratOf(body)}
		case "atMost", "below":
			return demand{op: op, hi: ratOf(body)}
		case "between":
			ends := body.([]any)
			return demand{op: op, lo: ratOf(ends[0]), hi: ratOf(ends[1])}
		case "none":
			return demand{op: op, lo: new(big.Rat), hi: new(big.Rat)}
		case "pass":
			return demand{op: op}
		case "againstPrevious":
			d = readDemand(body)
			d.previous = true
			return d
		case "sub", "attr":
			return readDemand(body.(map[string]any)["is"])
		case "measuredBy":
			named := body.(map[string]any)
			d = readDemand(named["is"])
			d.measured = named["name"].(string)
			return d
		}
	}
	return d
}

func ratOf(v any) *big.Rat {
	s, _ := v.(string)
	return rat(s)
}

// leaf judges one reading against one demand.
func (a *again) leaf(l *storedLine, percent bool) string {
	g, d := readGiven(l.Reading), readDemand(l.Demand)
	usable := g.stage >= a.stage || l.Code == "@area" && a.r.Profile.Area != "" // a decided fact
	number := d.op != "pass" && d.op != "none"
	refused := l.Refused == "value" || l.Refused == "both"
	switch {
	case g.text == "n/a":
		if l.MayNot && usable && !refused {
			return na
		}
		return unknown
	case l.Open, number && slices.Index(confidences, l.Confidence) < a.floor,
		refused, !usable, d.measured != "" && g.poverty != "" && g.poverty != d.measured:
		return unknown
	case g.text == "pass" || g.text == "fail":
		if number {
			return unknown
		}
		return map[bool]string{true: met, false: notMet}[g.text == "pass"]
	case d.op == "pass" || g.number == nil:
		return unknown
	}
	if d.previous {
		before := readGiven(l.Previous)
		if before.number == nil || before.text != "" || g.text != "" || before.stage < a.stage || before.number.Sign() <= 0 ||
			d.measured != "" && before.poverty != "" && before.poverty != d.measured || before.poverty != "" && g.poverty != "" && before.poverty != g.poverty {
			return unknown
		}
		d.lo, d.hi = times(d.lo, before.number), times(d.hi, before.number)
	}
	x := g.number
	if g.text == "/" {
		x = new(big.Rat).Quo(new(big.Rat).Mul(x, big.NewRat(100, 1)), g.of)
	}
	return within(g.text, x, d, percent)
}

func times(n, by *big.Rat) *big.Rat {
	if n == nil {
		return nil
	}
	return new(big.Rat).Mul(n, by)
}

// within holds the values that a reading allows against those that a demand allows.
func within(bound string, x *big.Rat, d demand, percent bool) string {
	toLow, toHigh := 1, -1 // how x stands to the ends
	if d.lo != nil {
		toLow = x.Cmp(d.lo)
	}
	if d.hi != nil {
		toHigh = x.Cmp(d.hi)
	}
	hundred := big.NewRat(100, 1)
	switch bound {
	case ">":
		switch {
		case d.hi != nil && toHigh >= 0:
			return notMet
		case toLow >= 0 && (d.hi == nil || percent && d.op != "below" && d.hi.Cmp(hundred) >= 0):
			return met
		}
		return unknown
	case "<":
		switch {
		case d.lo != nil && toLow <= 0:
			return notMet
		case toHigh <= 0 && (d.lo == nil || percent && d.op != "above" && d.lo.Sign() <= 0):
			return met
		}
		return unknown
	}
	if (toLow > 0 || toLow == 0 && d.op != "above") && (toHigh < 0 || toHigh == 0 && d.op != "below") {
		return met
	}
	return notMet
}

package evaluation_test

import (
	"encoding/json"
	"math/big"
	"strconv"
	"strings"
)

// This file derives what a stored result says from its JSON alone. It knows the rules of
// scoring, and nothing of the library: a test proves that it imports none of it. It reads
// neither total nor bounds, rating or findings of the result; those it has to come to.

type storedResult struct {
	About map[string]struct {
		Leader, Assignment, Commune, AsOf string
		Year                              int
	}
	Scale struct {
		Max                         string
		Places                      int
		Rounding, RoundAt, YearFrom string
		Bonus, Penalty, Unassigned  string
		Rates, Confidence           string
		ReplacedBy                  map[string]any
		Source                      struct{ Number string }
		Period                      struct{ To string }
		WeightsBy, Thresholds       storedFigures
		Columns                     []struct{ Code string }
		Bands                       []storedBand
		Conditions                  []storedCondition
		Slips                       []struct {
			Line  string
			Words struct{ En string }
		}
	}
	Lines []struct {
		Line    string
		Depth   int
		Max     *string
		Heading bool
		Scaled  bool
		Side    string
		Marks   *storedScoring
	}
	Sheet struct {
		Span             struct{ From, To string }
		Entries          []storedEntry
		Bonus, Penalties []struct{ Points *string }
		StatedTotal      *string
		StatedRating     string
		Published        string
		Settled          string
		Events           []storedEvent
		Answers          []struct{ Condition, Is string }
	}
	Combining *struct {
		How     string
		Weights []*string
		MinDays int
		Days    []int
	}
	Parts []json.RawMessage
}

type storedScoring struct {
	Way, Over string
	Each      *string
	Levels    []struct {
		Points string
		From   *string
		Above  bool
	}
}

type storedBand struct {
	Code         string
	Name         struct{ En string }
	Rating       string
	From, To     *string
	Above, Below bool
}

type storedCondition struct {
	Code, Of, Line             string
	Name                       struct{ En string }
	Least                      *string
	KnockOut, AuthorityDecides bool
}

type storedEvent struct{ Act, On, Reason, Line string }

type storedFigures struct {
	Caller, Illustrative       bool
	Source                     struct{ Number string }
	Excellent, Good, Completed *string
	Above                      struct{ Excellent, Good, Completed bool }
	Given                      *storedFigures
}

type storedEntry struct {
	Line           string
	Verified, Self *string
	Others         []struct {
		Column string
		Mark   *string
	}
	NotAssigned bool
	From        *struct {
		Column      string
		Part, Whole *string
	}
}

type rat = big.Rat

// derived is what the JSON says by derivation; a number that is not known is nil.
type derived struct {
	storedResult
	low, high, bonus, penalty  *rat
	outOf                      *rat
	columns                    [2]*rat // the sums of the rating and of the self column
	decided, refused           bool
	adrift, unread             bool
	rating, band               string
	fails                      []string // of each condition: "yes", "no", ""
	codes                      []string // of the columns of marks
	findings, unrated, caveats []string
	of                         map[string]int // the line of a code
	at                         []int          // the entry of a line, counted from 1
	bad                        []map[int]bool // marks that cannot be used
	out                        []bool         // lines without a task
}

// derive comes to all of it.
func derive(data []byte) *derived {
	d := &derived{rating: "unrated", low: new(rat), high: new(rat), bonus: new(rat), penalty: new(rat), of: map[string]int{}}
	if err := json.Unmarshal(data, &d.storedResult); err != nil {
		panic(err)
	}
	d.adrift = !d.whole()
	d.outOf = figure(d.Scale.Max)
	if d.Combining != nil {
		d.combine()
	} else {
		d.score()
	}
	d.limits()
	return d
}

func (d *derived) say(kind, code, path string, args ...string) {
	d.findings = append(d.findings, strings.Join(append([]string{kind, code, path}, args...), "|"))
}

func (d *derived) whole() bool {
	for _, a := range d.About {
		year := a.Year > 0 && a.Year <= 9999
		return year && a.Leader != "" || year && a.Assignment != "" || a.Leader == "" && a.Commune != "" && a.AsOf != ""
	}
	return false
}

// window is the first and the last day of the year that is scored.
func (d *derived) window() (from, to string) {
	for _, a := range d.About {
		year := a.Year
		if a.AsOf != "" {
			year, _ = strconv.Atoi(a.AsOf[:4])
		}
		text := func(y int) string { return strings.Repeat("0", 4-len(strconv.Itoa(y))) + strconv.Itoa(y) }
		if d.Scale.YearFrom != "" {
			return text(year-1) + "-" + d.Scale.YearFrom, text(year) + "-" + d.Scale.YearFrom
		}
		from, to = text(year)+"-01-01", text(year)+"-12-31"
	}
	return from, to
}

func (d *derived) score() {
	if d.adrift {
		d.say("broken", "evaluation.subject", "about")
	}
	d.codes = []string{"verified", "self"}
	if d.Scale.Rates != "" {
		d.codes[0] = d.Scale.Rates
	}
	others := false
	for _, c := range d.Scale.Columns {
		if c.Code != d.codes[0] && c.Code != "self" {
			d.codes = append(d.codes, c.Code)
			others = others || c.Code == "verified"
		}
	}
	if d.codes[0] != "verified" && !others {
		d.codes = append(d.codes, "verified")
	}
	if span := d.Sheet.Span; (span.From != "" || span.To != "") && !d.adrift {
		from, to := d.window()
		last := to
		if d.Scale.YearFrom != "" && span.From >= to {
			last = ""
		}
		if span.From != "" && span.To != "" && span.From > span.To || span.From > last || span.To != "" && span.To < from {
			d.say("broken", "evaluation.span", "span")
		}
	}
	d.at, d.bad, d.out = make([]int, len(d.Lines)), make([]map[int]bool, len(d.Lines)), make([]bool, len(d.Lines))
	for n, l := range d.Lines {
		d.of[l.Line], d.bad[n] = n, map[int]bool{}
	}
	for i, e := range d.Sheet.Entries {
		d.enter(i, e)
	}
	d.missing()
	d.overfull(0, len(d.Lines), d.Scale.Max)
	for n, l := range d.Lines {
		if l.Heading && l.Max != nil {
			d.overfull(n, d.end(n), *l.Max)
		}
	}
	for n, l := range d.Lines {
		if d.out[n] && d.Scale.Unassigned == "left-out" && d.outOf != nil {
			if l.Max == nil {
				d.outOf = nil
			} else {
				d.outOf.Sub(d.outOf, figure(*l.Max))
			}
		}
	}
	d.low, d.high, d.decided = d.sum(0, 0, len(d.Lines), d.Scale.Max, "", -1)
	if d.decided {
		d.columns[0] = d.low
	}
	if own, _, known := d.sum(1, 0, len(d.Lines), d.Scale.Max, "", -1); known {
		d.columns[1] = own
	}
	d.adjust()
	if d.Scale.RoundAt == "total" {
		d.low, d.high = d.rounded(d.low), d.rounded(d.high)
	}
	d.answers()
	d.rate()
	d.compare()
	for i, e := range d.Sheet.Entries {
		d.made(i, e)
	}
	d.history()
}

func (d *derived) rounded(v *rat) *rat {
	if v == nil {
		return nil
	}
	at := round(v, d.Scale.Places, d.Scale.Rounding == "")
	if d.Scale.Rounding == "up" && at.Cmp(v) != 0 {
		one := figure("1e-" + strconv.Itoa(d.Scale.Places))
		if v.Sign() < 0 {
			one.Neg(one)
		}
		at.Add(at, one)
	}
	return at
}

// made compares a mark with the facts from which it says it was made.
func (d *derived) made(i int, e storedEntry) {
	if e.From == nil {
		return
	}
	column := e.From.Column
	if column == "" {
		column = "self"
	}
	given := in(e, column)
	text := "no mark"
	if e.From.Part != nil {
		text = *e.From.Part + "x"
		if e.From.Whole != nil {
			text = *e.From.Part + "/" + *e.From.Whole
		}
	}
	if given != nil && text != "no mark" && kindOf(*given) == kindOf(text) {
		a, b := value(*given), value(text)
		if a != nil && b != nil && a.Sign() >= 0 && b.Sign() >= 0 && a.Cmp(b) == 0 {
			return
		}
	} else if given == nil && text == "no mark" {
		return
	}
	d.say("broken", "evaluation.derived", entryAt(i, "from"), e.Line, en(given), en(&text))
}

var (
	order = []string{"reopened", "self-scored", "verified", "published", "appealed", "corrected", "settled"}
	// stateEn are the states; moves is where an act leads from each, and where it does not.
	stateEn = []string{"a draft", "self-scored", "verified", "published", "appealed", "settled"}
	moves   = map[string][6]int{ // -1: not allowed
		"self-scored": {1, -1, -1, -1, -1, -1},
		"verified":    {2, 2, 2, -1, 4, -1},
		"corrected":   {0, 1, 2, -1, 4, -1},
		"published":   {3, 3, 3, -1, 3, -1},
		"appealed":    {-1, -1, -1, 4, 4, -1},
		"settled":     {-1, -1, -1, 5, 5, -1},
		"reopened":    {-1, -1, -1, -1, -1, 0},
	}
)

type act struct {
	storedEvent
	path string
}

// happened are the events of a sheet in their order.
func happened(published, settled string, events []storedEvent) []act {
	var all []act
	if published != "" {
		all = append(all, act{storedEvent{Act: "published", On: published}, "published"})
	}
	if settled != "" {
		all = append(all, act{storedEvent{Act: "settled", On: settled}, "settled"})
	}
	for i, e := range events {
		all = append(all, act{e, "events[" + strconv.Itoa(i) + "]"})
	}
	rank := func(name string) string { return strconv.Itoa(strings.Index(strings.Join(order, " "), name) + 100) }
	// A day without a time sorts before one with a time: it is a prefix of it. "T" comes after
	// the blank.
	key := func(a act) string { return a.On + " " + rank(a.Act) }
	for i := range all {
		for k := i; k > 0 && key(all[k]) < key(all[k-1]); k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
	return all
}

// walk goes through events up to a day and gives the state, telling of those that are not
// allowed.
func walk(all []act, to string, tell func(a act, state int)) int {
	state := 0
	for _, a := range all {
		if to != "" && a.On[:10] > to {
			break
		}
		if a.Act == "reopened" && strings.TrimSpace(a.Reason) == "" {
			tell(a, -1)
			continue
		}
		tell(a, state)
		if next := moves[a.Act][state]; next >= 0 {
			state = next
		}
	}
	return state
}

func (d *derived) history() {
	walk(happened(d.Sheet.Published, d.Sheet.Settled, d.Sheet.Events), "", func(a act, state int) {
		if (a.Act == "reopened" || a.Act == "corrected" || a.Act == "appealed") && strings.TrimSpace(a.Reason) == "" {
			d.say("broken", "evaluation.no-reason", a.path+".reason", a.Act)
		}
		switch {
		case state < 0:
			return
		case moves[a.Act][state] >= 0:
		case state == 5:
			d.say("broken", "evaluation.closed", a.path, a.Act)
		default:
			d.say("broken", "evaluation.events", a.path, a.Act, stateEn[state])
		}
		if _, known := d.of[a.Line]; a.Act == "corrected" && a.Line != "" && !known {
			d.say("broken", "evaluation.unknown-line", a.path+".line", a.Line)
		}
	})
}

// figure is a number as it is written; nil where none is.
func figure(text string) *rat {
	r, ok := new(rat).SetString(text)
	if !ok {
		return nil
	}
	return r
}

// kindOf is what a mark is: points, a rate of the maximum, a number of events.
func kindOf(mark string) string {
	switch {
	case strings.HasSuffix(mark, "%"):
		return "percent"
	case strings.Contains(mark, "/"):
		return "share"
	case strings.HasSuffix(mark, "x"):
		return "events"
	}
	return "points"
}

// value is the number of a mark, of a rate the part of 1; nil where it is a part of nothing.
func value(mark string) *rat {
	switch kindOf(mark) {
	case "percent":
		return new(rat).Quo(figure(strings.TrimSuffix(mark, "%")), figure("100"))
	case "share":
		above, below, _ := strings.Cut(mark, "/")
		if figure(below).Sign() <= 0 {
			return nil
		}
		return new(rat).Quo(figure(above), figure(below))
	}
	return figure(strings.TrimSuffix(mark, "x"))
}

// en says a mark in English.
func en(mark *string) string {
	switch {
	case mark == nil:
		return "no mark"
	case *mark == "1x":
		return "1 time"
	case strings.HasSuffix(*mark, "x"):
		return strings.TrimSuffix(*mark, "x") + " times"
	}
	return *mark
}

func isRate(kind string) bool { return kind == "percent" || kind == "share" }

// in is the mark of an entry in a column.
func in(e storedEntry, column string) *string {
	switch column {
	case "verified":
		return e.Verified
	case "self":
		return e.Self
	}
	for _, o := range e.Others {
		if o.Column == column {
			return o.Mark
		}
	}
	return nil
}

// memberOf is where an entry has its mark of a column.
func memberOf(e storedEntry, column string) string {
	if column == "verified" || column == "self" {
		return column
	}
	for k, o := range e.Others {
		if o.Column == column {
			return "others[" + strconv.Itoa(k) + "].mark"
		}
	}
	return "others"
}

func entryAt(i int, member string) string { return "entries[" + strconv.Itoa(i) + "]." + member }

func (d *derived) way(n int) storedScoring {
	if m := d.Lines[n].Marks; m != nil {
		return *m
	}
	return storedScoring{}
}

// wrong says what is wrong with a mark of a line: its kind, or that it is too much.
func (d *derived) wrong(n int, mark string) (kind, tooMuch bool) {
	l, m, k, v := d.Lines[n], d.way(n), kindOf(mark), value(mark)
	switch {
	case v == nil || v.Sign() < 0 || k == "events" && !v.IsInt():
		return true, false
	case l.Heading:
		return k != "points", false
	case m.Way == "counted":
		return k != "events", false
	case k == "events":
		return true, false
	case m.Way == "by-stage":
		if k != "points" {
			return true, false
		}
		for _, level := range m.Levels {
			if v.Cmp(figure(level.Points)) == 0 {
				return false, false
			}
		}
		return v.Sign() != 0, false
	case m.Way == "by-rate" && !isRate(k):
		return true, false
	case l.Max == nil:
		return false, false
	case isRate(k):
		return false, (m.Over == "" || m.Over == "refused") && v.Cmp(figure("1")) > 0
	}
	return false, v.Cmp(figure(*l.Max)) > 0
}

func (d *derived) enter(i int, e storedEntry) {
	n, known := d.of[e.Line]
	switch {
	case !known:
		d.say("broken", "evaluation.unknown-line", entryAt(i, "line"), e.Line)
		return
	case d.at[n] != 0:
		d.say("broken", "evaluation.repeated-line", entryAt(i, "line"), e.Line)
		for column := range d.codes {
			d.bad[n][column] = true
		}
		d.refused = true
		return
	}
	d.at[n] = i + 1
	l := d.Lines[n]
	refuse := func(column int) {
		d.bad[n][column] = true
		d.refused = d.refused || column == 0 && !l.Heading
	}
	for k, o := range e.Others {
		column, twice := -1, false
		for c, code := range d.codes {
			if code == o.Column {
				column = c
			}
		}
		for _, before := range e.Others[:k] {
			twice = twice || before.Column == o.Column
		}
		if column < 0 || twice || o.Column == "self" || o.Column == "verified" {
			d.say("broken", "evaluation.column", entryAt(i, "others["+strconv.Itoa(k)+"].column"), o.Column)
			if column >= 0 {
				refuse(column)
			}
		}
	}
	judge := func(column int) {
		mark := in(e, d.codes[column])
		if mark == nil {
			return
		}
		kind, tooMuch := d.wrong(n, *mark)
		switch at := entryAt(i, memberOf(e, d.codes[column])); {
		case kind:
			d.say("broken", "evaluation.mark", at, e.Line, en(mark))
		case tooMuch:
			d.say("broken", "evaluation.above-max", at, e.Line, en(mark), *l.Max)
		default:
			return
		}
		refuse(column)
	}
	for column, code := range d.codes {
		if code != "self" {
			judge(column)
		}
	}
	judge(1)
	switch {
	case e.NotAssigned:
		marked := false
		for _, code := range d.codes {
			marked = marked || in(e, code) != nil
		}
		how := d.Scale.Unassigned
		if how == "" || marked || l.Heading || l.Side != "" || how == "left-out" && d.factor(n) != nil {
			d.say("broken", "evaluation.not-assigned", entryAt(i, "notAssigned"), e.Line)
			if !l.Heading {
				refuse(0)
			}
			return
		}
		d.out[n] = true
	case !l.Heading && in(e, d.codes[0]) == nil && e.Self != nil:
		d.say("undecided", "evaluation.not-verified", entryAt(i, memberOf(e, d.codes[0])), e.Line)
	}
}

// mark is the mark of a line in a column, nil where it has none.
func (d *derived) mark(n, column int) *string {
	if d.at[n] == 0 {
		return nil
	}
	return in(d.Sheet.Entries[d.at[n]-1], d.codes[column])
}

// factor is what a point of a line is in the whole, nil where it is a point.
func (d *derived) factor(n int) *rat {
	var f *rat
	depth := d.Lines[n].Depth
	for h := n - 1; h >= 0 && depth > 0; h-- {
		if d.Lines[h].Depth >= depth {
			continue
		}
		if depth = d.Lines[h].Depth; !d.Lines[h].Scaled {
			continue
		}
		of := new(rat)
		for k := h + 1; k < d.end(h); k++ {
			if d.Lines[k].Depth == depth+1 {
				of.Add(of, figure(*d.Lines[k].Max))
			}
		}
		if f == nil {
			f = figure("1")
		}
		f.Mul(f, new(rat).Quo(figure(*d.Lines[h].Max), of))
	}
	return f
}

// inWhole is points of a line on the scale of the whole.
func (d *derived) inWhole(n int, points *rat) *rat {
	if f := d.factor(n); f != nil {
		return new(rat).Mul(points, f)
	}
	return points
}

// counts is what a mark gives on the line's own scale; nil where it gives nothing.
func (d *derived) counts(n, column int) *rat {
	mark, l := d.mark(n, column), d.Lines[n]
	if mark == nil || d.bad[n][column] || l.Heading || l.Max == nil && isRate(kindOf(*mark)) {
		return nil
	}
	m, v := d.way(n), value(*mark)
	points := v
	switch {
	case m.Way == "counted":
		points = new(rat).Mul(v, figure(*m.Each))
		if l.Max != nil {
			points = least(points, figure(*l.Max))
		}
	case m.Way == "by-rate":
		points = new(rat)
		for _, level := range m.Levels {
			c := v.Cmp(new(rat).Quo(figure(*level.From), figure("100")))
			if c > 0 || c == 0 && !level.Above {
				points = figure(level.Points)
			}
		}
	case isRate(kindOf(*mark)):
		points = new(rat).Mul(v, figure(*l.Max))
		if m.Over == "capped" {
			points = least(points, figure(*l.Max))
		}
	}
	if d.Scale.RoundAt == "lines" {
		return d.rounded(points)
	}
	return points
}

// top is the most that a line pays.
func (d *derived) top(n int) *rat {
	m := d.way(n)
	if len(m.Levels) == 0 {
		return figure(*d.Lines[n].Max)
	}
	best := new(rat)
	for _, level := range m.Levels {
		if p := figure(level.Points); p.Cmp(best) > 0 {
			best = p
		}
	}
	return best
}

func (d *derived) missing() {
	for n, l := range d.Lines {
		if !l.Heading && !d.out[n] && d.mark(n, 0) == nil && d.mark(n, 1) == nil {
			d.say("undecided", "evaluation.missing-line", "entries", l.Line)
		}
	}
}

// end is the line after the last one below a heading.
func (d *derived) end(n int) int {
	for i := n + 1; i < len(d.Lines); i++ {
		if d.Lines[i].Depth <= d.Lines[n].Depth {
			return i
		}
	}
	return len(d.Lines)
}

// overfull refuses points of lines without a maximum where they pass what the others leave.
func (d *derived) overfull(from, to int, most string) {
	for column := range d.codes {
		sum, left := new(rat), figure(most)
		var codes []string
		var lines []int
		for n := from; n < to; n++ {
			l := d.Lines[n]
			if l.Heading || l.Side != d.Lines[from].Side {
				continue
			}
			if l.Max != nil {
				left.Sub(left, d.inWhole(n, figure(*l.Max)))
			} else if points := d.counts(n, column); points != nil {
				sum.Add(sum, points)
				codes, lines = append(codes, l.Line), append(lines, n)
			}
		}
		if len(lines) == 0 || sum.Cmp(left) <= 0 {
			continue
		}
		for _, n := range lines {
			d.bad[n][column] = true
		}
		d.refused = d.refused || column == 0
		d.say("broken", "evaluation.above-max", "entries", strings.Join(codes, ", "), exact(sum), exact(left))
	}
}

// sum is the least and the most that a column comes to over some lines of one side; on the
// scale of a heading, or of the whole where it is -1.
func (d *derived) sum(column, from, to int, most, side string, heading int) (low, high *rat, decided bool) {
	low, high, decided = new(rat), new(rat), true
	free, bounded, open, anyOpen := new(rat), true, false, false
	for n := range d.Lines {
		anyOpen = anyOpen || d.way(n).Over == "counts"
	}
	for n := from; n < to; n++ {
		l := d.Lines[n]
		if l.Heading || l.Side != side {
			continue
		}
		switch points := d.counts(n, column); {
		case d.out[n] && d.Scale.Unassigned == "left-out":
		case d.out[n] && l.Max != nil:
			low.Add(low, d.inWhole(n, d.top(n)))
		case d.out[n]:
			decided, bounded = false, false
		case points != nil:
			low.Add(low, d.inWhole(n, points))
			if l.Max == nil {
				free.Add(free, points)
			}
		case l.Max != nil:
			decided = false
			open = open || d.way(n).Over == "counts"
			high.Add(high, d.inWhole(n, d.top(n)))
		default:
			decided, bounded = false, false
		}
	}
	high.Add(high, low)
	if heading >= 0 {
		if f := d.factor(heading); f != nil {
			low.Quo(low, f)
			high.Quo(high, f)
		}
	}
	switch {
	case decided:
		return low, new(rat).Set(low), true
	case open || !bounded && side != "":
		return low, nil, false
	case !bounded: // what the maxima that are known leave of the scale, less what is given of it
		left := figure(d.Scale.Max)
		for n, l := range d.Lines {
			if !l.Heading && l.Max != nil && l.Side == "" {
				left.Sub(left, d.inWhole(n, figure(*l.Max)))
			}
		}
		high.Add(high, left).Sub(high, free)
	}
	if anyOpen || side != "" {
		return low, high, false
	}
	return low, least(high, figure(most)), false
}

func least(a, b *rat) *rat {
	if a.Cmp(b) > 0 {
		return b
	}
	return a
}

func (d *derived) adjust() {
	add := func(list []struct{ Points *string }, member, how string) (sum *rat, unread bool) {
		sum = new(rat)
		for i, a := range list {
			if how == "none" || a.Points == nil || figure(*a.Points).Sign() < 0 || placesOf(*a.Points) > 9 {
				text := "no mark"
				if a.Points != nil {
					text = *a.Points
				}
				d.say("broken", "evaluation.adjustment", member+"["+strconv.Itoa(i)+"].points", text)
				unread = unread || how != "none"
				continue
			}
			sum.Add(sum, figure(*a.Points))
		}
		return sum, unread
	}
	sided := false
	for _, l := range d.Lines {
		sided = sided || l.Side != ""
	}
	if len(d.Sheet.Bonus)+len(d.Sheet.Penalties) == 0 && !sided {
		return
	}
	bonus, more := add(d.Sheet.Bonus, "bonus", d.Scale.Bonus)
	penalty, less := add(d.Sheet.Penalties, "penalties", d.Scale.Penalty)
	most := figure(d.Scale.Max)
	if d.outOf != nil {
		most = d.outOf
	}
	// side is the least and the most of one side beside the scale; nil where nothing bounds it.
	side := func(name string, given *rat, unread bool) (low, high, known *rat) {
		low, high, decided := d.sum(0, 0, len(d.Lines), d.Scale.Max, name, -1)
		low = new(rat).Add(low, given)
		if high != nil {
			high = new(rat).Add(high, given)
		}
		if decided && !unread {
			known = low
		} else {
			d.decided = false
		}
		if unread {
			high = nil
		}
		return low, high, known
	}
	leastMore, mostMore, known := side("adds", bonus, more)
	d.bonus = known
	leastLess, mostLess, known := side("deducts", penalty, less)
	d.penalty = known
	plus := func(a, b *rat) *rat {
		if a == nil || b == nil {
			return nil
		}
		return new(rat).Add(a, b)
	}
	d.low, d.high = plus(d.low, leastMore), plus(d.high, mostMore)
	if d.Scale.Bonus == "capped" {
		d.low = least(d.low, most)
		if d.high == nil || d.high.Cmp(most) > 0 {
			d.high = most
		}
	}
	minus := func(a, b *rat) *rat {
		if a == nil || b == nil {
			return nil
		}
		return new(rat).Sub(a, b)
	}
	d.low, d.high = minus(d.low, mostLess), minus(d.high, leastLess)
	if d.Scale.Penalty == "capped" {
		if d.low == nil || d.low.Sign() < 0 {
			d.low = new(rat)
		}
		if d.high != nil && d.high.Sign() < 0 {
			d.high = new(rat)
		}
	}
	d.unread = more || less
	d.refused = d.refused || d.unread
	d.decided = d.decided && d.low != nil && d.high != nil
}

func (d *derived) thresholds() bool {
	t := d.Scale.Thresholds
	return t.Excellent != nil && t.Good != nil && t.Completed != nil || len(d.Scale.Bands) > 0
}

// bands are the bands of the scale, from the lowest.
func (d *derived) bands() []storedBand {
	all := append([]storedBand{}, d.Scale.Bands...)
	if len(all) == 0 {
		t, zero := d.Scale.Thresholds, "0"
		all = []storedBand{{Rating: "not-completed", From: &zero, To: t.Completed, Below: !t.Above.Completed},
			{Rating: "completed", From: t.Completed, Above: t.Above.Completed, To: t.Good, Below: !t.Above.Good},
			{Rating: "good", From: t.Good, Above: t.Above.Good, To: t.Excellent, Below: !t.Above.Excellent},
			{Rating: "excellent", From: t.Excellent, Above: t.Above.Excellent}}
	}
	for i := range all {
		b := &all[i]
		if b.Rating == "" {
			b.Rating = "unrated"
		}
		if b.Code == "" {
			b.Code = b.Rating
		}
		if b.Name.En == "" {
			b.Name.En = ratingWords[b.Rating]
		}
		for k := i; k > 0; k-- {
			x, y := new(rat), new(rat)
			if all[k].From != nil {
				x = figure(*all[k].From)
			}
			if all[k-1].From != nil {
				y = figure(*all[k-1].From)
			}
			if c := x.Cmp(y); c > 0 || c == 0 && (all[k].Above || !all[k-1].Above) {
				break
			}
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
	return all
}

// reaches is the place of the band of a score, -1 where the document has none for it.
func (d *derived) reaches(score *rat) int {
	all := d.bands()
	for i, b := range all {
		above := i == 0
		if !above {
			c := score.Cmp(figure(*b.From))
			above = c > 0 || c == 0 && !b.Above
		}
		below := i == len(all)-1 || b.To == nil
		if !below {
			c := score.Cmp(figure(*b.To))
			below = c < 0 || c == 0 && !b.Below
		}
		if above && below {
			return i
		}
	}
	return -1
}

// carried is a total in the proportion of what was left to reach.
func (d *derived) carried(v *rat) *rat {
	if v == nil || d.outOf == nil || d.outOf.Sign() == 0 {
		return nil
	}
	return new(rat).Quo(new(rat).Mul(v, figure(d.Scale.Max)), d.outOf)
}

func (d *derived) bandOf(code string) int {
	for i, b := range d.bands() {
		if b.Code == code {
			return i
		}
	}
	return -1
}

func (d *derived) answers() {
	said := make([]string, len(d.Scale.Conditions))
	seen := make([]int, len(said))
	for i, a := range d.Sheet.Answers {
		g := -1
		for k, c := range d.Scale.Conditions {
			if c.Code == a.Condition && c.Line == "" {
				g = k
			}
		}
		if g >= 0 {
			seen[g]++
		}
		if g < 0 || seen[g] > 1 {
			d.say("broken", "evaluation.answer", "answers["+strconv.Itoa(i)+"].condition", a.Condition)
			continue
		}
		said[g] = a.Is
	}
	for k, c := range d.Scale.Conditions {
		fails := ""
		switch {
		case c.Line != "":
			n := d.of[c.Line]
			low, high, _ := d.sum(0, n, d.end(n), d.mostOf(n), d.Lines[n].Side, n)
			if least := figure(*c.Least); low.Cmp(least) >= 0 {
				fails = "no"
			} else if high != nil && high.Cmp(least) < 0 {
				fails = "yes"
			}
		case seen[k] > 1:
		case said[k] == "yes" && c.KnockOut, said[k] == "no" && !c.KnockOut:
			fails = "yes"
		case said[k] == "yes" || said[k] == "no":
			fails = "no"
		}
		d.fails = append(d.fails, fails)
		name := "not known"
		if of := d.bandOf(c.Of); d.thresholds() && of >= 0 {
			name = d.bands()[of].Name.En
		}
		switch fails {
		case "":
			d.say("undecided", "evaluation.condition-open", "answers", c.Name.En, name)
		case "yes":
			d.say("advice", "evaluation.condition-failed", "answers", c.Name.En, name)
		}
	}
}

// lowered is the band that the conditions leave.
func (d *derived) lowered(band int, openFails bool) int {
	for _, authority := range []bool{false, true} {
		for k, c := range d.Scale.Conditions {
			if k >= len(d.fails) || c.AuthorityDecides != authority || d.fails[k] == "no" || d.fails[k] == "" && !openFails {
				continue
			}
			if of := d.bandOf(c.Of); band >= of && authority {
				return -1
			} else if band >= of {
				band = of - 1
			}
		}
	}
	return band
}

func (d *derived) rate() {
	if !d.thresholds() || d.adrift || d.refused || d.low == nil || d.high == nil || d.carried(d.low) == nil {
		return
	}
	low, high := d.lowered(d.reaches(d.carried(d.low)), true), d.lowered(d.reaches(d.carried(d.high)), false)
	if low == high && low >= 0 {
		b := d.bands()[low]
		d.rating, d.band = b.Rating, b.Code
	}
}

func (d *derived) mostOf(n int) string {
	if d.Lines[n].Max != nil {
		return *d.Lines[n].Max
	}
	return d.Scale.Max
}

var ratingWords = map[string]string{
	"unrated": "not rated", "not-completed": "tasks not completed", "completed": "tasks completed",
	"good": "tasks completed well", "excellent": "tasks completed excellently",
}

func (d *derived) compare() {
	for i, e := range d.Sheet.Entries {
		n, known := d.of[e.Line]
		if !known || !d.Lines[n].Heading {
			continue
		}
		for column, code := range d.codes {
			if mark := d.mark(n, column); mark != nil && kindOf(*mark) == "points" && !d.bad[n][column] {
				low, high, _ := d.sum(column, n, d.end(n), d.mostOf(n), d.Lines[n].Side, n)
				d.stated("evaluation.subtotal", entryAt(i, memberOf(e, code)), *mark, low, high, e.Line)
			}
		}
	}
	if s := d.Sheet.StatedTotal; s != nil {
		d.stated("evaluation.stated-total", "statedTotal", *s, d.low, d.high)
	}
	if s := d.Sheet.StatedRating; s != "" && s != "unrated" && s != d.rating {
		kind := "broken"
		if d.rating == "unrated" {
			kind = "undecided"
		}
		d.say(kind, "evaluation.stated-rating", "statedRating", ratingWords[s], ratingWords[d.rating])
	}
}

func (d *derived) stated(code, path, text string, low, high *rat, args ...string) {
	said := figure(text)
	kind, computed := "broken", exact(low)
	switch {
	case low == nil || high == nil:
		kind, computed = "undecided", "unknown ("+exact(low)+"–"+exact(high)+")"
	case low.Cmp(high) != 0:
		computed += "–" + exact(high)
		if said.Cmp(low) >= 0 && said.Cmp(high) <= 0 {
			kind = "undecided"
		}
	case said.Cmp(low) == 0:
		return
	default:
		p := placesOf(text)
		fits := round(low, d.Scale.Places, false).Cmp(low) == 0
		if p < 9 && !fits && (round(low, p, true).Cmp(said) == 0 || round(low, p, false).Cmp(said) == 0) {
			kind = "advice"
		}
	}
	d.say(kind, code, path, append(args, text, computed)...)
}

func placesOf(text string) int {
	_, decimals, _ := strings.Cut(text, ".")
	return len(decimals)
}

// round gives a value some places: to the nearest, a half away from zero, or cut.
func round(v *rat, places int, nearest bool) *rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	scaled := new(rat).Mul(v, new(rat).SetInt(scale))
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	rest := new(rat).Sub(scaled, new(rat).SetInt(whole))
	if nearest && rest.Abs(rest).Cmp(big.NewRat(1, 2)) >= 0 {
		whole.Add(whole, big.NewInt(int64(v.Sign())))
	}
	return new(rat).SetFrac(whole, scale)
}

// exact is the shortest exact form.
func exact(v *rat) string {
	if v == nil {
		return "unknown"
	}
	if places, finite := v.FloatPrec(); finite {
		return v.FloatString(places)
	}
	return v.String()
}

func (d *derived) combine() {
	var parts []*derived
	for i, data := range d.Parts {
		p := derive(data)
		for _, f := range p.findings {
			bits := strings.SplitN(f, "|", 3)
			d.findings = append(d.findings, strings.Join([]string{bits[0], bits[1], "parts[" + strconv.Itoa(i) + "]." + bits[2]}, "|"))
		}
		if d.Combining.Days == nil || d.Combining.Days[i] >= d.Combining.MinDays {
			parts = append(parts, p)
		}
	}
	kind := "advice"
	if len(parts) == 0 {
		kind = "undecided"
	}
	for i, days := range d.Combining.Days {
		if days < d.Combining.MinDays {
			d.say(kind, "evaluation.too-short", "parts["+strconv.Itoa(i)+"]", strconv.Itoa(days), strconv.Itoa(d.Combining.MinDays))
		}
	}
	d.adrift = false // it is said of the part
	if len(parts) == 0 {
		d.high, d.refused = figure(d.Scale.Max), true
		return
	}
	for _, p := range parts {
		d.refused = d.refused || p.refused || p.adrift
		d.unread = d.unread || p.unread
		for k, fails := range p.fails {
			if len(d.fails) <= k {
				d.fails = append(d.fails, fails)
			} else if fails == "yes" || fails == "" && d.fails[k] == "no" {
				d.fails[k] = fails
			}
		}
	}
	how := d.Combining.How
	weights := make([]*rat, len(parts))
	whole := new(rat)
	settled := how != "undecided"
	for i := range parts {
		weights[i] = figure("1")
		if how == "weighted" || how == "days" {
			if w := d.Combining.Weights[i]; w == nil || figure(*w).Sign() < 0 {
				settled = false
				break
			}
			weights[i] = figure(*d.Combining.Weights[i])
		}
		whole.Add(whole, weights[i])
	}
	settled = settled && whole.Sign() > 0
	d.decided = true
	ends := [2]*rat{}
	for end := range ends {
		best := new(rat)
		for i, p := range parts {
			v := p.carried([]*rat{p.low, p.high}[end])
			if v == nil {
				best, d.decided = nil, false
				break
			}
			switch {
			case settled && how != "worst" && len(parts) > 1:
				best.Add(best, new(rat).Quo(new(rat).Mul(v, weights[i]), whole))
			case i == 0, end == 0 && v.Cmp(best) < 0, end == 1 && settled && v.Cmp(best) < 0, end == 1 && !settled && v.Cmp(best) > 0:
				best = v
			}
		}
		ends[end] = best
	}
	if d.low, d.high = ends[0], ends[1]; !d.decided {
		d.low, d.high = nil, nil
	}
	if len(parts) > 1 && !settled {
		d.say("undecided", "evaluation.combine", "parts", strconv.Itoa(len(parts)))
	}
	d.decided = d.decided && (settled || len(parts) == 1) && !d.unread && d.low.Cmp(d.high) == 0
	if d.Scale.RoundAt == "total" {
		d.low, d.high = d.rounded(d.low), d.rounded(d.high)
	}
	d.rate()
}

// limits derives the caveats, and why no rating is given.
func (d *derived) limits() {
	limit := func(kind, code, path string) { d.caveats = append(d.caveats, kind+"|"+code+"|"+path) }
	if d.Scale.ReplacedBy != nil {
		limit("advice", "evaluation.replaced-scheme", "")
	}
	lines := d.Lines
	if len(d.Parts) > 0 {
		lines = derive(d.Parts[0]).Lines
	}
	var unknown []string
	for _, l := range lines {
		if !l.Heading && l.Max == nil && l.Side == "" {
			unknown = append(unknown, l.Line)
		}
	}
	figures := func(by storedFigures) string {
		if !by.Illustrative && by.Source.Number != "" && by.Source.Number == d.Scale.Source.Number {
			return "evaluation.supplied-figures"
		}
		return "evaluation.caller-figures"
	}
	if by := d.Scale.WeightsBy; unknown != nil {
		limit("undecided", "evaluation.weights-unknown", "lines|"+strings.Join(unknown, ", "))
	} else if by.Caller || by.Illustrative {
		limit("advice", figures(by), "lines")
	}
	if by := d.Scale.Thresholds.Given; !d.thresholds() {
		limit("undecided", "evaluation.thresholds-unknown", "thresholds")
	} else if by != nil && (by.Caller || by.Illustrative) {
		limit("advice", figures(*by), "thresholds")
	}
	if c := d.Scale.Confidence; c != "" && c != "read" {
		limit("advice", "evaluation.confidence", "")
	}
	for i, slip := range d.Scale.Slips {
		where := "the bands"
		if slip.Line != "" {
			where = "line " + slip.Line
		}
		limit("advice", "evaluation.document-slip", "slips["+strconv.Itoa(i)+"]|"+where+"|"+slip.Words.En)
	}
	limit("advice", "evaluation.no-annual-rating", "")
	for _, a := range d.About {
		year := a.Year
		if a.AsOf != "" {
			year, _ = strconv.Atoi(a.AsOf[:4])
		}
		if to := d.Scale.Period.To; d.whole() && to != "" && strconv.Itoa(year) > to[:4] {
			limit("advice", "evaluation.after-2025", "about")
		}
	}
	if d.band != "" {
		return
	}
	for _, f := range d.findings {
		code := strings.Split(f, "|")[1]
		switch strings.TrimPrefix(code, "evaluation.") {
		case "subject", "mark", "above-max", "repeated-line", "not-verified", "missing-line", "combine",
			"column", "not-assigned", "condition-open", "condition-failed", "too-short":
			d.unrated = append(d.unrated, f)
		case "adjustment":
			if d.unread {
				d.unrated = append(d.unrated, f)
			}
		}
	}
	for _, c := range d.caveats {
		if strings.HasPrefix(c, "undecided") && (!strings.Contains(c, "weights") || !d.decided) {
			d.unrated = append(d.unrated, c)
		}
	}
	if low, high := d.carried(d.low), d.carried(d.high); d.thresholds() && low != nil && high != nil {
		switch at := d.reaches(low); {
		case at != d.reaches(high):
			d.unrated = append(d.unrated, "undecided|evaluation.between-ratings||"+exact(low)+"|"+exact(high))
		case at < 0:
			d.unrated = append(d.unrated, "undecided|evaluation.no-band||"+exact(low))
		}
	}
}

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
		Max                   string
		Places                int
		Bonus, Penalty        string
		ReplacedBy            map[string]any
		Period                struct{ To string }
		WeightsBy, Thresholds storedFigures
	}
	Lines []struct {
		Line    string
		Depth   int
		Max     *string
		Heading bool
	}
	Sheet struct {
		Entries          []storedEntry
		Bonus, Penalties []struct{ Points *string }
		StatedTotal      *string
		StatedRating     string
		Published        string
		Settled          string
	}
	Combining *struct {
		How     string
		Weights []*string
	}
	Parts []json.RawMessage
}

type storedFigures struct {
	Caller, Illustrative       bool
	Excellent, Good, Completed *string
	Above                      struct{ Excellent, Good, Completed bool }
	Given                      *storedFigures
}

type storedEntry struct {
	Line           string
	Verified, Self *string
}

type rat = big.Rat

// derived is what the JSON says by derivation; a number that is not known is nil.
type derived struct {
	storedResult
	low, high, bonus, penalty  *rat
	columns                    [2]*rat // the sums of the verified and of the self column
	decided, refused           bool
	adrift, unread             bool
	rating                     string
	findings, unrated, caveats []string
	of                         map[string]int // the line of a code
	at                         []int          // the entry of a line, counted from 1
	bad                        [][2]bool      // marks that cannot be used
}

// derive comes to all of it.
func derive(data []byte) *derived {
	d := &derived{rating: "unrated", low: new(rat), high: new(rat), bonus: new(rat), penalty: new(rat), of: map[string]int{}}
	if err := json.Unmarshal(data, &d.storedResult); err != nil {
		panic(err)
	}
	d.adrift = !d.whole()
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

func (d *derived) score() {
	if d.adrift {
		d.say("broken", "evaluation.subject", "about")
	}
	d.at, d.bad = make([]int, len(d.Lines)), make([][2]bool, len(d.Lines))
	for n, l := range d.Lines {
		d.of[l.Line] = n
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
	d.low, d.high, d.decided = d.sum(0, 0, len(d.Lines), d.Scale.Max)
	if d.decided {
		d.columns[0] = d.low
	}
	if own, _, known := d.sum(1, 0, len(d.Lines), d.Scale.Max); known {
		d.columns[1] = own
	}
	d.adjust()
	d.rate()
	d.compare()
	if s := d.Sheet; s.Settled != "" && (s.Published == "" || s.Settled < s.Published) {
		d.say("broken", "evaluation.events", "settled")
	}
}

// figure is a number as it is written; nil where none is.
func figure(text string) *rat {
	r, ok := new(rat).SetString(text)
	if !ok {
		return nil
	}
	return r
}

// part is a mark as a part of the maximum, or as points.
func part(mark string) (value *rat, points bool) {
	if percent, is := strings.CutSuffix(mark, "%"); is {
		return new(rat).Quo(figure(percent), figure("100")), false
	}
	if above, below, is := strings.Cut(mark, "/"); is {
		if figure(below).Sign() <= 0 {
			return figure("-1"), false
		}
		return new(rat).Quo(figure(above), figure(below)), false
	}
	return figure(mark), true
}

func entryAt(i int, member string) string { return "entries[" + strconv.Itoa(i) + "]." + member }

func (d *derived) enter(i int, e storedEntry) {
	n, known := d.of[e.Line]
	switch {
	case !known:
		d.say("broken", "evaluation.unknown-line", entryAt(i, "line"), e.Line)
		return
	case d.at[n] != 0:
		d.say("broken", "evaluation.repeated-line", entryAt(i, "line"), e.Line)
		d.bad[n], d.refused = [2]bool{true, true}, true
		return
	}
	d.at[n] = i + 1
	l := d.Lines[n]
	for column, mark := range []*string{e.Verified, e.Self} {
		if mark == nil {
			continue
		}
		value, points := part(*mark)
		member := []string{"verified", "self"}[column]
		switch {
		case value.Sign() < 0 || l.Heading && !points:
			d.say("broken", "evaluation.mark", entryAt(i, member), e.Line, *mark)
		case !l.Heading && l.Max != nil && (points && value.Cmp(figure(*l.Max)) > 0 || !points && value.Cmp(figure("1")) > 0):
			d.say("broken", "evaluation.above-max", entryAt(i, member), e.Line, *mark, *l.Max)
		default:
			continue
		}
		d.bad[n][column] = true
		d.refused = d.refused || column == 0 && !l.Heading
	}
	if !l.Heading && e.Verified == nil && e.Self != nil {
		d.say("undecided", "evaluation.not-verified", entryAt(i, "verified"), e.Line)
	}
}

// mark is the mark of a line in a column, nil where it has none.
func (d *derived) mark(n, column int) *string {
	if d.at[n] == 0 {
		return nil
	}
	e := d.Sheet.Entries[d.at[n]-1]
	return []*string{e.Verified, e.Self}[column]
}

// counts is what a mark gives; nil where it gives nothing.
func (d *derived) counts(n, column int) *rat {
	mark, l := d.mark(n, column), d.Lines[n]
	if mark == nil || d.bad[n][column] || l.Heading {
		return nil
	}
	value, points := part(*mark)
	switch {
	case points:
		return value
	case l.Max == nil:
		return nil
	}
	return value.Mul(value, figure(*l.Max))
}

func (d *derived) missing() {
	for n, l := range d.Lines {
		if !l.Heading && d.mark(n, 0) == nil && d.mark(n, 1) == nil {
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
	for column := range 2 {
		sum, left := new(rat), figure(most)
		var codes []string
		var lines []int
		for n := from; n < to; n++ {
			l := d.Lines[n]
			if l.Heading {
				continue
			}
			if l.Max != nil {
				left.Sub(left, figure(*l.Max))
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

// sum is the least and the most that a column comes to over some lines.
func (d *derived) sum(column, from, to int, most string) (low, high *rat, decided bool) {
	low, high, decided = new(rat), new(rat), true
	free, bounded := new(rat), true
	for n := from; n < to; n++ {
		l := d.Lines[n]
		if l.Heading {
			continue
		}
		switch points := d.counts(n, column); {
		case points != nil:
			low.Add(low, points)
			if l.Max == nil {
				free.Add(free, points)
			}
		case l.Max != nil:
			decided = false
			high.Add(high, figure(*l.Max))
		default:
			decided, bounded = false, false
		}
	}
	if decided {
		return low, new(rat).Set(low), true
	}
	high.Add(high, low)
	if !bounded { // what the maxima that are known leave of the scale, less what is given of it
		high.Add(high, figure(d.Scale.Max)).Sub(high, free)
		for _, l := range d.Lines {
			if !l.Heading && l.Max != nil {
				high.Sub(high, figure(*l.Max))
			}
		}
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
	if len(d.Sheet.Bonus)+len(d.Sheet.Penalties) == 0 {
		return
	}
	bonus, more := add(d.Sheet.Bonus, "bonus", d.Scale.Bonus)
	penalty, less := add(d.Sheet.Penalties, "penalties", d.Scale.Penalty)
	most := figure(d.Scale.Max)
	d.bonus, d.penalty = bonus, penalty
	d.low, d.high = new(rat).Add(d.low, bonus), new(rat).Add(d.high, bonus)
	if d.Scale.Bonus == "capped" {
		d.low, d.high = least(d.low, most), least(d.high, most)
	}
	if more {
		if d.bonus, d.high = nil, nil; d.Scale.Bonus == "capped" {
			d.high = most
		}
	}
	lower := func(v *rat) *rat {
		if v == nil {
			return nil
		}
		v = new(rat).Sub(v, penalty)
		if d.Scale.Penalty == "capped" && v.Sign() < 0 {
			return new(rat)
		}
		return v
	}
	d.low, d.high = lower(d.low), lower(d.high)
	if less {
		if d.penalty, d.low = nil, nil; d.Scale.Penalty == "capped" {
			d.low = new(rat)
		}
	}
	d.unread = more || less
	d.refused = d.refused || d.unread
	d.decided = d.decided && !d.unread
}

func (d *derived) thresholds() bool {
	t := d.Scale.Thresholds
	return t.Excellent != nil && t.Good != nil && t.Completed != nil
}

func (d *derived) reaches(score *rat) string {
	t := d.Scale.Thresholds
	for i, at := range []*string{t.Excellent, t.Good, t.Completed} {
		above := []bool{t.Above.Excellent, t.Above.Good, t.Above.Completed}[i]
		if c := score.Cmp(figure(*at)); c > 0 || c == 0 && !above {
			return []string{"excellent", "good", "completed"}[i]
		}
	}
	return "not-completed"
}

func (d *derived) rate() {
	if !d.thresholds() || d.adrift || d.refused || d.low == nil || d.high == nil {
		return
	}
	if rating := d.reaches(d.low); d.decided || rating == d.reaches(d.high) {
		d.rating = rating
	}
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
		most := d.Scale.Max
		if d.Lines[n].Max != nil {
			most = *d.Lines[n].Max
		}
		for column, member := range []string{"verified", "self"} {
			if mark := d.mark(n, column); mark != nil && !d.bad[n][column] {
				low, high, _ := d.sum(column, n, d.end(n), most)
				d.stated("evaluation.subtotal", entryAt(i, member), *mark, low, high, e.Line)
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
		parts = append(parts, p)
		for _, f := range p.findings {
			bits := strings.SplitN(f, "|", 3)
			d.findings = append(d.findings, strings.Join([]string{bits[0], bits[1], "parts[" + strconv.Itoa(i) + "]." + bits[2]}, "|"))
		}
		d.refused = d.refused || p.refused || p.adrift
		d.unread = d.unread || p.unread
	}
	how := d.Combining.How
	weights := make([]*rat, len(parts))
	whole := new(rat)
	settled := how != "undecided"
	for i := range parts {
		weights[i] = figure("1")
		if how == "weighted" {
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
			v := []*rat{p.low, p.high}[end]
			if v == nil {
				best, d.decided = nil, false
				break
			}
			switch {
			case settled && (how == "mean" || how == "weighted") && len(parts) > 1:
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
	d.adrift = false // it is said of the part
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
		if !l.Heading && l.Max == nil {
			unknown = append(unknown, l.Line)
		}
	}
	if by := d.Scale.WeightsBy; unknown != nil {
		limit("undecided", "evaluation.weights-unknown", "lines|"+strings.Join(unknown, ", "))
	} else if by.Caller || by.Illustrative {
		limit("advice", "evaluation.caller-figures", "lines")
	}
	if by := d.Scale.Thresholds.Given; !d.thresholds() {
		limit("undecided", "evaluation.thresholds-unknown", "thresholds")
	} else if by != nil && (by.Caller || by.Illustrative) {
		limit("advice", "evaluation.caller-figures", "thresholds")
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
	if d.rating != "unrated" {
		return
	}
	for _, f := range d.findings {
		code := strings.Split(f, "|")[1]
		switch strings.TrimPrefix(code, "evaluation.") {
		case "subject", "mark", "above-max", "repeated-line", "not-verified", "missing-line", "combine":
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
	if d.thresholds() && d.low != nil && d.high != nil && d.reaches(d.low) != d.reaches(d.high) {
		d.unrated = append(d.unrated, "undecided|evaluation.between-ratings||"+exact(d.low)+"|"+exact(d.high))
	}
}

package criteriatest

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

func itoa(n int) string { return strconv.Itoa(n) }

// library is what the kit proves, as functions, so that the tests of the kit can put a
// library that lies in its place.
type library struct {
	// Assess answers under a floor. The demands are the caller's to keep for communes of
	// one column, group, zone, year and day.
	Assess func(*criteria.Demands, criteria.Set, criteria.Dossier, rule.Confidence) (answer, error)
	// AtStage answers by the readings of a stage or a later one.
	AtStage func(criteria.Set, criteria.Dossier, criteria.Stage) (answer, error)
	// Decode reads a dossier, Again takes a set through JSON and back.
	Decode func([]byte) (criteria.Dossier, error)
	Again  func(criteria.Set) (criteria.Set, error)
}

var genuine = library{assess, atStage, decode, again}

func atStage(set criteria.Set, d criteria.Dossier, s criteria.Stage) (answer, error) {
	a, err := set.Assess(d)
	if err != nil {
		return answer{}, err
	}
	return answerOf(a.AtStage(s)), nil
}

func decode(data []byte) (criteria.Dossier, error) {
	var d criteria.Dossier
	err := json.Unmarshal(data, &d)
	return d, err
}

func again(s criteria.Set) (criteria.Set, error) {
	data, err := json.Marshal(s)
	if err != nil {
		return criteria.Set{}, err
	}
	var back criteria.Set
	err = json.Unmarshal(data, &back)
	return back, err
}

// answer is what an assessment says, as plain values.
type answer struct {
	Group            criteria.Group  // that was used, stated or derived
	Column           criteria.Region // that was used
	Verdict          criteria.Verdict
	Stated           bool
	Met, Least, Most int
	Lines            []line
	Headings         []criteria.Heading
	Findings         rule.Findings
	Caveats          rule.Findings

	assessment criteria.Assessment
}

// line is what a line says that the evaluator has an opinion of.
type line struct {
	Code      string
	Criterion int
	Verdict   criteria.Verdict
	Stated    bool
	Reason    criteria.Reason
	Demand    criteria.Requirement
	Missing   []string
	Gap       rule.Number
	GapKnown  bool
}

// assess asks the library, under a floor. The demands are kept for the next commune, as
// a program keeps them that assesses many.
func assess(kept *criteria.Demands, set criteria.Set, d criteria.Dossier, floor rule.Confidence) (answer, error) {
	bound, err := kept.Bind(d)
	if errors.Is(err, criteria.ErrOtherDemands) || errors.Is(err, criteria.ErrNoSet) {
		if *kept, err = set.Demands(d); err == nil {
			bound, err = kept.Bind(d)
		}
	}
	if err != nil {
		return answer{}, err
	}
	return answerOf(bound.Accept(floor).Assess()), nil
}

func answerOf(a criteria.Assessment) answer {
	out := answer{
		Group: a.Demands().Profile().Group, Column: a.Demands().Column(),
		Verdict: a.Verdict(), Stated: a.Stated(), Met: a.Count(criteria.Met),
		Headings: slices.Collect(a.Headings()), Findings: a.Findings(), Caveats: a.Caveats(), assessment: a,
	}
	out.Least, out.Most = a.Bounds()
	out.Lines = make([]line, 0, 80) // room for most sets
	for l := range a.Lines() {
		gap, known := l.Gap()
		out.Lines = append(out.Lines, line{l.Code, l.Criterion, l.Verdict, l.Stated, l.Reason, l.Demand, l.Missing, gap, known})
	}
	return out
}

// text is all that the answer says, to compare two answers byte by byte.
func (a answer) text() string {
	report, err := a.assessment.MarshalJSON()
	return fmt.Sprint(a.Group, a.Column, a.Verdict, a.Stated, a.Met, a.Least, a.Most, string(report), err)
}

// differ lists where the answer of the library is not what the evaluator thinks.
func differ(want opinions, got answer) []difference {
	d := &differences{}
	d.findings(want.findings, got.Findings)
	d.lines(want, got)
	d.headings(want, got)
	d.whole(want, got)
	d.caveats(want, got)
	return d.all
}

// difference is one, in the row of that code, or in none.
type difference struct{ code, says string }

type differences struct {
	all  []difference
	code string
}

func (d *differences) sayf(ok bool, format string, args ...any) {
	if !ok {
		d.all = append(d.all, difference{d.code, fmt.Sprintf(format, args...)})
	}
}

func (d *differences) findings(want []finding, got rule.Findings) {
	var w, g []string
	for _, f := range want {
		w = append(w, string(f.code)+" at "+string(readingPath(f.key)))
	}
	for _, f := range got {
		g = append(g, string(f.Code())+" at "+string(f.Path))
	}
	slices.Sort(w)
	slices.Sort(g)
	d.sayf(slices.Equal(w, g), "the findings are %q, not %q", g, w)
}

func (d *differences) lines(want opinions, got answer) {
	d.sayf(len(got.Lines) == len(want.lines), "there are %d lines, not %d", len(got.Lines), len(want.lines))
	for i := range min(len(got.Lines), len(want.lines)) {
		d.code = want.lines[i].code
		d.line(&want.lines[i], &got.Lines[i])
	}
	d.code = ""
}

// line compares one line. There are many: what a fault would say is made only for one.
func (d *differences) line(w *weighed, g *line) {
	if g.Code != w.code || g.Criterion != w.no {
		d.sayf(false, "line %s of criterion %d stands where %s of %d is", g.Code, g.Criterion, w.code, w.no)
	}
	d.sayf(g.Verdict == w.verdict, "%s is %s, not %s", w, g.Verdict, w.verdict)
	d.sayf(g.Stated == w.stated, "%s: stated is %t, not %t", w, g.Stated, w.stated)
	d.reason(w, g.Verdict, g.Reason)
	if len(w.cells) == 1 && w.gap != nil && !w.stated && (!g.GapKnown || g.Gap.Rat().Cmp(w.gap) != 0) {
		d.sayf(false, "%s: the gap is %q (%t), not %s", w, g.Gap, g.GapKnown, w.gap.RatString())
	}
	// Whatever the row is made of, a gap is a distance between a reading and its goal.
	decided := (g.Verdict == criteria.Met || g.Verdict == criteria.NotMet) && !g.Stated
	d.sayf(!g.GapKnown || decided, "%s: %s, with a gap of %s", w, g.Verdict, &g.Gap)
	d.sayf(!g.GapKnown || !decided || (g.Gap.Sign() == 0) == (g.Verdict == criteria.Met), "%s is %s with a gap of %s", w, g.Verdict, &g.Gap)
	for _, key := range g.Missing {
		if !slices.Contains(w.lacking, key) {
			d.sayf(false, "%s: %s is said to be missing", w, key)
		}
	}
	d.sayf(g.Reason != criteria.NoReading || len(g.Missing) > 0, "%s: a reading is missing, and it is not said which", w)
}

// reason compares why a verdict is open. Where several things leave it open, the
// library may name any of them.
func (d *differences) reason(w *weighed, v criteria.Verdict, got criteria.Reason) {
	d.sayf((got == criteria.Decided) == (v != criteria.Unknown), "%s is %s, by the reason %q", w, v, got)
	if w.verdict == criteria.Unknown && v == criteria.Unknown && !slices.Contains(w.why, got) {
		d.sayf(false, "%s is open for %q, which is none of %v", w, got, w.why)
	}
}

func (d *differences) headings(want opinions, got answer) {
	d.sayf(len(got.Headings) == len(want.headings), "there are %d criteria, not %d", len(got.Headings), len(want.headings))
	for i := range min(len(got.Headings), len(want.headings)) {
		w, g := &want.headings[i], got.Headings[i]
		d.sayf(g.No == w.no, "criterion %d stands where %d is", g.No, w.no)
		d.sayf(g.Verdict == w.verdict, "%s is %s, not %s", w, g.Verdict, w.verdict)
		d.stated(w, g.Stated, want.rests)
		d.reason(w, g.Verdict, g.Reason)
	}
}

// stated compares whether a verdict rests on statements. Where readings decide and
// statements stand beside them, the library may say either.
func (d *differences) stated(w *weighed, got, rests bool) {
	switch {
	case w.stated:
		d.sayf(got, "%s rests on a statement, and it is not said", w)
	case !rests:
		d.sayf(!got, "%s is said to rest on a statement", w)
	}
}

func (d *differences) whole(want opinions, got answer) {
	d.sayf(got.Group.String() == want.group, "the group is %q, not %q", got.Group, want.group)
	d.sayf(got.Column.String() == want.column, "the column is %q, not %q", got.Column, want.column)
	d.sayf(got.Verdict == want.whole.verdict, "the whole is %s, not %s", got.Verdict, want.whole.verdict)
	d.stated(&want.whole, got.Stated, want.rests)
	met, unknown := 0, 0
	for _, h := range want.headings {
		switch h.verdict {
		case criteria.Met:
			met++
		case criteria.Unknown:
			unknown++
		}
	}
	least, most := met, met+unknown
	if named := want.whole.named; named != nil {
		least = int(named.Num().Int64())
		most = least
	}
	d.sayf(got.Met == met && got.Least == least && got.Most == most,
		"%d criteria are met, between %d and %d, not %d to %d", got.Met, got.Least, got.Most, least, most)
}

func (d *differences) caveats(want opinions, got answer) {
	n := func(c rule.Code) int { return len(got.Caveats.Of(c)) }
	d.sayf(n(criteria.AdviceContradiction) == want.clashes, "%d contradictions are listed, not %d", n(criteria.AdviceContradiction), want.clashes)
	d.sayf(n(criteria.AdviceStatedCount) == want.counts, "%d counts say more than what was found, not %d", n(criteria.AdviceStatedCount), want.counts)
	d.sayf(n(criteria.AdviceFactContradicted) == want.facts, "%d facts are contradicted, not %d", n(criteria.AdviceFactContradicted), want.facts)
	d.sayf(n(criteria.AdvicePartsContradict) == want.parts, "%d rows are contradicted by their parts, not %d", n(criteria.AdvicePartsContradict), want.parts)
	d.sayf(n(criteria.AdviceGroupUnconfirmed) == want.grouped, "%d conditions of groups are not confirmed, not %d", n(criteria.AdviceGroupUnconfirmed), want.grouped)
	is := func(c rule.Code, want bool) {
		d.sayf((n(c) == 1) == want && n(c) <= 1, "%s is listed %d times, should be: %t", string(c), n(c), want)
	}
	is(criteria.AdviceOverride, want.outside)
	is(criteria.AdviceSpecialColumn, want.special)
	is(criteria.AdviceRowsMissing, want.missing > 0)
	d.sayf(!want.rests || n(criteria.AdviceStated) == 1, "the answer rests on statements, and does not say so")
	var accepted []rule.Path
	for _, f := range got.Caveats.Of(criteria.AdviceAccepted) {
		accepted = append(accepted, f.Path)
	}
	for _, l := range want.lines {
		for _, key := range l.accepted {
			d.sayf(l.stated || slices.Contains(accepted, readingPath(key)), "line %s rests on an unconfirmed number, and does not say so", l.code)
		}
	}
}

// kindOf is the misuse that an error is; an error that is none is itself.
func kindOf(err error) error {
	for _, known := range []error{criteria.ErrNoSet, criteria.ErrNotInForce, criteria.ErrYear} {
		if errors.Is(err, known) {
			return known
		}
	}
	return err
}

func readingPath(key string) rule.Path { return rule.Path("readings").Key(key) }

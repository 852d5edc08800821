// Package ratingtest tests a rating regime of a province's own, in the manner of
// testing/fstest:
//
//	ratingtest.Run(t, rating.Rulebook{Own: &regime}, os.DirFS("testdata/cases"))
//
// It generates, from the regime's own bands, scores just below, at and just above every bound
// at three scales (1, 0.01 and 0.000001 points), and demands the level that a calculation
// with fractions gives; it checks that every score of the scale lies in exactly one band, that
// a higher score is never rated lower, that each rule that lowers is named and lowers, and
// that a missing score leaves the rating open. It puts every share that a row compares just
// below, at and just above its limit, and holds the formula of a month or quarter, if there is
// one, against fractions: whole work makes the top of the scale, less work never makes more, and
// a part that is missing leaves the score open.
//
// Then it runs the case files of the file system, in the format of package ruletest: given is
// a record, answer is members of the result. Without a file system (nil) there are only the
// generated cases. [Check] does the same at run time; no test library is linked.
package ratingtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rating"
)

// Run tests the regime; each generated case and each case of a file is a subtest.
func Run[T ruletest.Tester[T]](t T, book rating.Rulebook, cases fs.FS) {
	t.Helper()
	ruletest.Run(t, cases, judge(book), proofs(book, book.Own)...)
}

// Check tests the regime and returns everything that went wrong.
func Check(book rating.Rulebook, cases fs.FS) error {
	return ruletest.Check(cases, judge(book), proofs(book, book.Own)...)
}

func judge(book rating.Rulebook) ruletest.Judge {
	return func(given json.RawMessage) (any, rule.Findings, error) {
		var rec rating.Record
		if err := json.Unmarshal(given, &rec); err != nil {
			return nil, nil, err
		}
		r, err := book.Rate(rec)
		return r, r.Findings(), err
	}
}

// suite is a rulebook with the regime whose rows it is held against.
type suite struct {
	book   rating.Rulebook
	regime rating.Regime
}

// proofs are what the rows demand. A rulebook without a regime of its own has only cases.
func proofs(book rating.Rulebook, regime *rating.Regime) []ruletest.Proof {
	if regime == nil {
		return nil
	}
	s := suite{book, *regime}
	all := []ruletest.Proof{
		{Name: "the regime is sound", Why: "bands have neither gap nor overlap, every row asks for something", Check: func() error { return regime.Faults().Err() }},
		{Name: "a missing score is open", Why: "what is not known is neither a pass nor a failure", Check: s.noScore},
		{Name: "each rule that lowers is named", Why: "it lowers, and never raises", Check: s.bars},
	}
	for _, c := range regime.Conditions {
		if c.Measure != "" {
			all = append(all, ruletest.Proof{Name: c.For.String() + ": " + c.In(rule.En), Why: "the limit itself belongs to one side",
				Check: func() error { return s.limit(c.Test, c.Who, c.For, rating.OfLevel) }})
		}
	}
	for _, b := range regime.Bars {
		if b.Measure != "" {
			all = append(all, ruletest.Proof{Name: b.Ceiling.String() + " at most: " + b.In(rule.En), Why: "the limit itself belongs to one side",
				Check: func() error { return s.limit(b.Test, b.Who, b.Ceiling, rating.Lowers) }})
		}
	}
	if len(regime.Bands) == 0 {
		return all
	}
	if regime.Formula != nil {
		all = append(all,
			ruletest.Proof{Name: "the formula, for those who lead", Check: func() error { return s.formula(rating.Head, rating.Managers) }},
			ruletest.Proof{Name: "the formula, for the others", Check: func() error { return s.formula(rating.Staff, rating.NonManagers) }})
	}
	all = append(all, ruletest.Proof{Name: "a higher score is never rated lower", Check: s.monotone})
	for _, b := range regime.Bands {
		for _, at := range []rule.Number{b.From, b.To} {
			for _, step := range []string{"1", "0.01", "0.000001"} {
				e := rule.MustNumber(step)
				for sign, score := range map[string]rule.Number{" − ": at.Sub(e), " exactly, beside ": at, " + ": at.Add(e)} {
					all = append(all, ruletest.Proof{Name: b.Rating.String() + ": " + at.String() + sign + step,
						Why: "the level is that of a calculation with fractions", Check: func() error { return s.boundary(score) }})
				}
			}
		}
	}
	return all
}

// record is one for which nothing but the score decides.
func (s suite) record(score rule.Fraction) rating.Record {
	rec := rating.Record{ID: "ratingtest", Year: 2026, Post: rating.Head, Unit: evaluation.Excellent, Score: score, Worked: rule.Int(12), NothingElse: true,
		Shares: map[rating.Measure]rating.Share{}, Facts: map[rating.Fact]rating.YesNo{}}
	for _, c := range s.regime.Conditions {
		if c.Fact != "" {
			rec.Facts[c.Fact] = c.Is
			continue
		}
		part := rule.Int(100)
		if c.Op == rating.AtMost || c.Op == rating.Below {
			part = rule.Int(0)
		}
		rec.Shares[c.Measure] = rating.Share{Part: part, Whole: rule.Int(100)}
	}
	return rec
}

// level is the one band in which a score lies; Unrated outside the scale.
func (s suite) level(score rule.Number) (evaluation.Rating, error) {
	is, bands := evaluation.Unrated, 0
	for _, b := range s.regime.Bands {
		low, high := score.Rat().Cmp(b.From.Rat()), score.Rat().Cmp(b.To.Rat())
		if (low > 0 || low == 0 && !b.Above) && (high < 0 || high == 0 && b.Through) {
			is, bands = b.Rating, bands+1
		}
	}
	top, bottom := s.regime.Bands[0].To, s.regime.Bands[len(s.regime.Bands)-1].From
	inside := score.Cmp(bottom) >= 0 && score.Cmp(top) <= 0
	if bands > 1 || inside && bands == 0 {
		return is, fmt.Errorf("%s lies in %d bands", score, bands)
	}
	return is, nil
}

func (s suite) boundary(score rule.Number) error {
	want, err := s.level(score)
	if err != nil {
		return err
	}
	r, err := s.book.Rate(s.record(score.Fraction()))
	if err != nil {
		return err
	}
	if r.Band() != want {
		return fmt.Errorf("%s is %s, calculated %s", score, r.Band(), want)
	}
	if want == evaluation.Unrated && !errors.Is(r.Findings().Err(), rating.ErrScore) {
		return fmt.Errorf("%s lies outside the scale and is not reported", score)
	}
	return nil
}

func (s suite) monotone() error {
	last := evaluation.Unrated
	low, high := s.regime.Bands[len(s.regime.Bands)-1].From, s.regime.Bands[0].To
	for n := range int64(301) {
		score := low.Fraction().Add(high.Fraction().Sub(low.Fraction()).Mul(rule.Ratio(n, 300)))
		r, err := s.book.Rate(s.record(score))
		if err != nil {
			return err
		}
		if r.Band() < last {
			return fmt.Errorf("%s is %s, a lower score %s", score, r.Band(), last)
		}
		last = r.Band()
	}
	return nil
}

func (s suite) noScore() error {
	r, err := s.book.Rate(s.record(rule.Fraction{}))
	if err != nil {
		return err
	}
	if len(s.regime.Bands) > 0 && (r.Rating() != evaluation.Unrated || len(r.Findings().Of(rating.ErrMissing)) == 0) {
		return fmt.Errorf("rated %s without a score", r.Rating())
	}
	return nil
}

// bars makes each rule that lowers apply to a record at the top of the scale.
func (s suite) bars() error {
	top := rule.Fraction{}
	if len(s.regime.Bands) > 0 {
		top = s.regime.Bands[0].To.Fraction()
	}
	for _, b := range s.regime.Bars {
		rec := s.record(top)
		if b.Who == rating.NonManagers {
			rec.Post = rating.Staff
		}
		if b.Fact != "" {
			rec.Facts[b.Fact] = b.Is
		} else {
			part := rule.Int(100)
			if b.Op == rating.AtMost || b.Op == rating.Below {
				part = rule.Int(0)
			}
			rec.Shares[b.Measure] = rating.Share{Part: part, Whole: rule.Int(100)}
		}
		if b.Unless != "" {
			rec.Facts[b.Unless] = rating.No
		}
		r, err := s.book.Rate(rec)
		if err != nil {
			return err
		}
		_, high := r.Bounds()
		named := false
		for _, step := range r.Lowered() {
			named = named || step.Test.Fact == b.Fact && step.Test.Measure == b.Measure && step.For == b.Ceiling
		}
		low, _ := r.Bounds()
		switch {
		case named && high > b.Ceiling:
			return fmt.Errorf("%s: rated up to %s", b.In(rule.En), high)
		case !named && low > b.Ceiling:
			return fmt.Errorf("%s: does not lower, and leaves nothing open", b.In(rule.En))
		}
	}
	return nil
}

// limit puts a share just below, at and just above the limit of a row.
func (s suite) limit(test rating.Test, who rating.Who, level evaluation.Rating, kind rating.StepKind) error {
	score := rule.Fraction{}
	for _, b := range s.regime.Bands {
		if b.Rating == level && kind == rating.OfLevel {
			score = b.From.Add(b.To).Fraction().Mul(rule.Ratio(1, 2))
		}
	}
	for _, step := range []string{"-1", "-0.000001", "0", "0.000001", "1"} {
		part := test.Percent.Add(rule.MustNumber(step))
		if part.Sign() < 0 || part.Cmp(rule.Int(100)) > 0 {
			continue
		}
		rec := s.record(score)
		s.below(&rec, level)
		if who == rating.NonManagers {
			rec.Post = rating.Staff
		}
		rec.Shares[test.Measure] = rating.Share{Part: part, Whole: rule.Int(100)}
		r, err := s.book.Rate(rec)
		if err != nil {
			return err
		}
		c := part.Rat().Cmp(test.Percent.Rat())
		want := map[rating.Op]bool{rating.AtLeast: c >= 0, rating.Above: c > 0, rating.AtMost: c <= 0, rating.Below: c < 0}[test.Op]
		asked := false
		for _, got := range r.Steps() {
			if got.Kind != kind || got.For != level || got.Test.In(rule.En) != test.In(rule.En) {
				continue
			}
			asked = true
			if (got.Holds == rating.Yes) != want || got.Holds == rating.Unsaid {
				return fmt.Errorf("%s %%: %s", part, got.In(rule.En))
			}
		}
		if !asked {
			return fmt.Errorf("%s %%: nothing was compared", part)
		}
	}
	return nil
}

// below denies what only the levels above ask, so that the level itself is asked.
func (s suite) below(rec *rating.Record, level evaluation.Rating) {
	own := map[rating.Fact]bool{}
	for _, c := range s.regime.Conditions {
		own[c.Fact] = own[c.Fact] || c.For == level
	}
	for _, c := range s.regime.Conditions {
		if c.For > level && c.Fact != "" && !own[c.Fact] {
			rec.Facts[c.Fact] = map[rating.YesNo]rating.YesNo{rating.Yes: rating.No, rating.No: rating.Yes}[c.Is]
		}
	}
}

// formula gives whole work, then each part less of it and none.
func (s suite) formula(post rating.Post, who rating.Who) error {
	f := s.regime.Formula
	work := func() rating.Record {
		rec := s.record(rule.Fraction{})
		rec.Post = post
		w := rating.Work{General: f.General, Parts: map[string]evaluation.Mark{}}
		for _, p := range f.Parts {
			if p.Who == rating.Everybody || p.Who == who {
				w.Parts[p.Code] = evaluation.Percent(rule.Int(100))
			}
		}
		rec.Periods = []rating.Period{{First: 1, Months: 12, Work: &w}}
		return rec
	}
	top := s.regime.Bands[0].To
	whole, err := s.book.Rate(work())
	if err != nil {
		return err
	}
	if score := whole.Score(); !score.Known() || score.Cmp(top.Fraction()) != 0 {
		return fmt.Errorf("whole work makes %s of %s", score, top)
	}
	n := int64(len(work().Periods[0].Work.Parts))
	for _, p := range f.Parts {
		least := rule.Int(0)
		if p.Levels != nil {
			least = p.Levels[0]
		}
		rec := work()
		if _, mine := rec.Periods[0].Work.Parts[p.Code]; !mine {
			continue
		}
		rec.Periods[0].Work.Parts[p.Code] = evaluation.Percent(least)
		less, err := s.book.Rate(rec)
		if err != nil {
			return err
		}
		lost := rule.Int(100).Sub(least).Fraction().Mul(f.Results.Fraction()).Quo(rule.Ratio(100*n, 1))
		if want := top.Fraction().Sub(lost); !less.Score().Known() || less.Score().Cmp(want) != 0 {
			return fmt.Errorf("%s at %s %%: %s, calculated %s", p.Code, least, less.Score(), want)
		}
		delete(rec.Periods[0].Work.Parts, p.Code)
		none, err := s.book.Rate(rec)
		if err != nil {
			return err
		}
		if none.Score().Known() || len(none.Findings().Of(rating.ErrMissing)) == 0 {
			return fmt.Errorf("%s is missing, and the score is %s", p.Code, none.Score())
		}
	}
	return nil
}

// Package evaluationtest tests a scheme of a province's own: in the manner of
// testing/fstest, but with the rules of package evaluation.
//
//	evaluationtest.Run(t, scheme, os.DirFS("testdata/cases"))
//
// It generates, from the scheme's own table, sheets just below, at and just above every
// bound of a band at three scales (1, 0.01 and 0.000001 points), and demands the band that
// a calculation with fractions gives, made of the table alone. It checks what holds for every
// scheme: the order of entries does not matter; raising a mark never lowers the total or the
// band; a share is exact; a line that is missing leaves the total unknown, between bounds that
// hold; a line above its maximum is found; a line without a task goes out of the sum and of the
// scale, where the scheme says so; random sheets come out as calculated. Where maxima are not
// known only points are given, which add up; without bands nothing is rated.
//
// Then it runs the case files of the file system, in the format of package ruletest: given
// is a sheet, answer is members of the result. Without a file system (nil) there are
// only the generated cases. [Check] does the same at run time; no test library is linked.
package evaluationtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation"
)

// Run tests the scheme; each generated case and each case of a file is a subtest.
func Run[T ruletest.Tester[T]](t T, scheme evaluation.Scheme, cases fs.FS) {
	t.Helper()
	ruletest.Run(t, cases, judge(scheme), proofs(scheme, scheme.Table())...)
}

// Check tests the scheme and returns everything that went wrong.
func Check(scheme evaluation.Scheme, cases fs.FS) error {
	return ruletest.Check(cases, judge(scheme), proofs(scheme, scheme.Table())...)
}

func judge(scheme evaluation.Scheme) ruletest.Judge {
	return func(given json.RawMessage) (any, rule.Findings, error) {
		var sheet evaluation.Sheet
		if err := json.Unmarshal(given, &sheet); err != nil {
			return nil, nil, err
		}
		result, err := scheme.Score(sheet)
		if err != nil {
			return nil, nil, err
		}
		return result, result.Findings(), nil
	}
}

// suite is a scheme with what the cases need of its table.
type suite struct {
	scheme evaluation.Scheme
	table  evaluation.Table
	leaves []leaf
	bands  []band // from the lowest
}

func newSuite(scheme evaluation.Scheme, table evaluation.Table) suite {
	return suite{scheme: scheme, table: table, leaves: leavesOf(table.Lines, big.NewRat(1, 1), evaluation.Counts), bands: bandsOf(table)}
}

// proofs are what the table demands of the scheme.
func proofs(scheme evaluation.Scheme, table evaluation.Table) []ruletest.Proof {
	s := newSuite(scheme, table)
	all := []ruletest.Proof{
		{Name: "the scheme has lines", Check: s.hasLines},
		{Name: "nothing given is unknown", Why: "a sheet without marks has no total and no rating, and says why", Check: s.nothingGiven},
	}
	if slices.ContainsFunc(s.leaves, func(l leaf) bool { return !l.Max.Known() && l.side == evaluation.Counts }) {
		return append(all, ruletest.Proof{Name: "points add up without maxima", Why: "a sum of points needs no maximum", Check: s.addUp})
	}
	all = append(all,
		ruletest.Proof{Name: "all at the top, all at 0", Why: "the lines add up to what the scale holds, less what the document's own slips take", Check: s.ends},
		ruletest.Proof{Name: "order does not matter", Why: "the entries of a sheet may come in any order", Check: s.order},
		ruletest.Proof{Name: "raising a mark lowers nothing", Why: "a higher mark never lowers the total or the band", Check: s.monotone},
		ruletest.Proof{Name: "shares are exact", Why: "a share is never rounded before it is added, unless the scheme says so", Check: s.shares},
		ruletest.Proof{Name: "a missing line is unknown", Why: "a line without a mark is reported and never counts as 0", Check: s.oneMissing},
		ruletest.Proof{Name: "above the maximum is found", Why: "a mark above its maximum is reported and leaves the total unknown", Check: s.above},
		ruletest.Proof{Name: "a line without a task", Why: "it is left out of the sum and of the scale, or full, or refused, as the scheme says", Check: s.withoutTask},
		ruletest.Proof{Name: "random sheets", Why: "totals and bands are those of a calculation with fractions", Check: func() error { return s.random(200) }},
	)
	for i, b := range s.bands {
		if i == 0 {
			continue
		}
		for _, step := range []string{"1", "0.01", "0.000001"} {
			at, e := b.from, ratOf(step)
			name := at.FloatString(6)
			all = append(all,
				s.boundary(name+" − "+step, new(big.Rat).Sub(at, e)),
				s.boundary(name+" exactly, at a scale of "+step, at),
				s.boundary(name+" + "+step, new(big.Rat).Add(at, e)))
		}
	}
	return all
}

// sheet gives each line the mark that the function says, in the column that rates; every
// condition holds.
func (s suite) sheet(mark func(i int, l leaf) evaluation.Mark) evaluation.Sheet {
	sheet := evaluation.Sheet{About: evaluation.SupportWork{Leader: "evaluationtest", Year: 2021}}
	for i, l := range s.leaves {
		sheet.Entries = append(sheet.Entries, s.entry(l.Code, mark(i, l)))
	}
	return s.answered(sheet)
}

// answered answers every condition so that it holds.
func (s suite) answered(sheet evaluation.Sheet) evaluation.Sheet {
	for _, c := range s.table.Conditions {
		is := evaluation.Yes
		if c.KnockOut {
			is = evaluation.No
		}
		if c.Line == "" {
			sheet.Answers = append(sheet.Answers, evaluation.Answer{Condition: c.Code, Is: is})
		}
	}
	return sheet
}

func (s suite) entry(line string, m evaluation.Mark) evaluation.Entry {
	if s.table.Rates == "" || s.table.Rates == "verified" {
		return evaluation.Entry{Line: line, Verified: m}
	}
	return evaluation.Entry{Line: line, Others: []evaluation.ColumnMark{{Column: s.table.Rates, Mark: m}}}
}

// score scores and demands a result without broken rules.
func (s suite) score(sheet evaluation.Sheet) (evaluation.Result, error) {
	r, err := s.scheme.Score(sheet)
	if err != nil {
		return r, err
	}
	return r, r.Findings().Err()
}

// demand scores a sheet and compares total and band with those calculated.
func (s suite) demand(sheet evaluation.Sheet) error {
	r, err := s.score(sheet)
	if err != nil {
		return err
	}
	want := s.calculate(sheet)
	if !r.Total().Known() || r.Total().Rat().Cmp(want.total) != 0 {
		return fmt.Errorf("the total is %v, calculated %v", r.Total(), want.total.RatString())
	}
	if code := codeOf(r); code != s.name(want.band) {
		return fmt.Errorf("%v is rated %v, calculated %v", r.Total().Rat(), code, s.name(want.band))
	}
	return nil
}

func (s suite) hasLines() error {
	if len(s.leaves) == 0 {
		return errors.New("there is nothing to score")
	}
	return nil
}

func (s suite) nothingGiven() error {
	r, err := s.score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "evaluationtest", Year: 2021}})
	if err != nil {
		return err
	}
	low, high := r.Bounds()
	if least, most := s.bounds(); r.Total().Known() || low.Rat().Cmp(least) != 0 || most != nil && high.Rat().Cmp(most) != 0 || most == nil && high.Known() {
		return fmt.Errorf("the total is %v between %v and %v", r.Total(), low, high)
	}
	if code := codeOf(r); code != unrated {
		return fmt.Errorf("rated %v", code)
	}
	if _, why := r.Rating(); len(why) == 0 {
		return errors.New("nothing says why it is not rated")
	}
	return nil
}

// addUp gives every line a millionth of a point more than the one before.
func (s suite) addUp() error {
	want := new(big.Rat)
	sheet := s.sheet(func(i int, l leaf) evaluation.Mark {
		if m, plain := l.least(); !plain {
			return m
		}
		points := rule.MustNumber(fmt.Sprintf("%de-6", i+1))
		if l.Max.Known() && points.Cmp(l.Max) > 0 {
			points = l.Max
		}
		want.Add(want, new(big.Rat).Mul(points.Rat(), l.factor))
		return evaluation.Points(points)
	})
	r, err := s.score(sheet)
	if err != nil {
		return err
	}
	if !r.Total().Known() || r.Total().Rat().Cmp(want) != 0 {
		return fmt.Errorf("the total is %v, calculated %v", r.Total(), want)
	}
	return nil
}

func (s suite) ends() error {
	top := s.sheet(func(_ int, l leaf) evaluation.Mark { return l.best() })
	none := s.sheet(func(_ int, l leaf) evaluation.Mark { m, _ := l.least(); return m })
	slips := new(big.Rat)
	for _, l := range s.leaves {
		if l.side == evaluation.Counts {
			slips.Add(slips, new(big.Rat).Mul(new(big.Rat).Sub(l.Max.Rat(), l.top()), l.factor))
		}
	}
	if got := new(big.Rat).Add(s.calculate(top).lines, slips); got.Cmp(s.table.Max.Rat()) != 0 {
		return fmt.Errorf("the lines come to %v", got.RatString())
	}
	return errors.Join(s.demand(top), s.demand(none))
}

// boundary spreads a total over the lines, the first ones full. A total that the lines
// cannot come to is no case.
func (s suite) boundary(name string, total *big.Rat) ruletest.Proof {
	return ruletest.Proof{Name: name, Why: "the band is that of a calculation with fractions", Check: func() error {
		left := new(big.Rat).Set(total)
		marks := make([]evaluation.Mark, len(s.leaves))
		for _, graded := range []bool{false, true} { // what is left goes to lines that take any points
			for i, l := range s.leaves {
				if l.any() == graded {
					var given *big.Rat
					marks[i], given = l.upTo(left)
					left.Sub(left, given)
				}
			}
		}
		if left.Sign() != 0 || total.Sign() < 0 {
			return nil
		}
		return s.demand(s.sheet(func(i int, _ leaf) evaluation.Mark { return marks[i] }))
	}}
}

// mixed gives every line another part of its maximum, or another of its levels.
func (s suite) mixed() evaluation.Sheet {
	return s.sheet(func(i int, l leaf) evaluation.Mark { return l.some(i) })
}

func (s suite) shares() error { return s.demand(s.mixed()) }

func (s suite) order() error {
	sheet := s.mixed()
	slices.Reverse(sheet.Entries)
	return s.demand(sheet)
}

func (s suite) monotone() error {
	sheet := s.mixed()
	before, err := s.score(sheet)
	if err != nil {
		return err
	}
	for i, l := range s.leaves {
		better := l.best()
		if l.side == evaluation.Deducts {
			better, _ = l.least()
		}
		sheet.Entries[i] = s.entry(l.Code, better)
		after, err := s.score(sheet)
		if err != nil {
			return err
		}
		if was, is := s.placeOf(before), s.placeOf(after); after.Total().Cmp(before.Total()) < 0 || is < was {
			return fmt.Errorf("line %s at its best: from %v (%v) to %v (%v)", l.Code, before.Total(), codeOf(before), after.Total(), codeOf(after))
		}
		before = after
	}
	return nil
}

func (s suite) oneMissing() error {
	sheet := s.sheet(func(i int, l leaf) evaluation.Mark {
		if l.side != evaluation.Counts {
			m, _ := l.least()
			return m
		}
		return l.some(i)
	})
	want := s.calculate(sheet).total
	for i, l := range s.leaves {
		without := sheet
		without.Entries = slices.Delete(slices.Clone(sheet.Entries), i, i+1)
		r, err := s.score(without)
		if err != nil {
			return err
		}
		low, high := r.Bounds()
		if r.Total().Known() || low.Known() && low.Rat().Cmp(want) > 0 || high.Known() && high.Rat().Cmp(want) < 0 {
			return fmt.Errorf("without line %s the total is %v between %v and %v", l.Code, r.Total(), low, high)
		}
		span := new(big.Rat).Sub(high.Rat(), low.Rat())
		if l.side == evaluation.Counts && high.Known() && s.table.RoundAt == evaluation.RoundShown && span.Cmp(new(big.Rat).Mul(l.top(), l.factor)) != 0 {
			return fmt.Errorf("without line %s the total lies between %v and %v", l.Code, low, high)
		}
		if len(r.Findings().Of(evaluation.ErrMissingLine)) != 1 {
			return fmt.Errorf("line %s is missing and not reported", l.Code)
		}
	}
	return nil
}

func (s suite) above() error {
	for i, l := range s.leaves {
		if !l.Max.Known() || !l.any() {
			continue
		}
		sheet := s.mixed()
		sheet.Entries[i] = s.entry(l.Code, evaluation.Points(l.Max.Add(rule.MustNumber("0.000001"))))
		r, err := s.scheme.Score(sheet)
		if err != nil {
			return err
		}
		if !errors.Is(r.Findings().Err(), evaluation.ErrAboveMax) || r.Total().Known() {
			return fmt.Errorf("line %s above its maximum gives %v and %d findings", l.Code, r.Total(), len(r.Findings()))
		}
	}
	return nil
}

func (s suite) withoutTask() error {
	for i, l := range s.leaves {
		if l.side != evaluation.Counts || l.factor.Cmp(big.NewRat(1, 1)) != 0 || len(s.leaves) == 1 {
			continue
		}
		sheet := s.mixed()
		sheet.Entries[i] = evaluation.Entry{Line: l.Code, NotAssigned: true}
		if s.table.Unassigned != evaluation.UnassignedRefused {
			if err := s.demand(sheet); err != nil {
				return fmt.Errorf("without a task for line %s: %w", l.Code, err)
			}
			continue
		}
		r, err := s.scheme.Score(sheet)
		if err != nil {
			return err
		}
		if !errors.Is(r.Findings().Err(), evaluation.ErrNotAssigned) || r.Total().Known() {
			return fmt.Errorf("line %s without a task gives %v", l.Code, r.Total())
		}
	}
	return nil
}

// random scores sheets of any marks that fit; the sequence of numbers is always the same.
func (s suite) random(n int) error {
	next := uint32(len(s.leaves)) //nolint:gosec // at most a thousand
	for range n {
		if err := s.demand(s.sheet(func(_ int, l leaf) evaluation.Mark {
			next = next*1664525 + 1013904223
			return l.some(int(next >> 16 % 1000))
		})); err != nil {
			return err
		}
	}
	return nil
}

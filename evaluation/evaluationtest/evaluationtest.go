// Package evaluationtest tests a scheme of a province's own: in the manner of
// testing/fstest, but with the rules of package evaluation.
//
//	evaluationtest.Run(t, scheme, os.DirFS("testdata/cases"))
//
// It generates, from the scheme's own table, sheets just below, at and just above every
// threshold at three scales (1, 0.01 and 0.000001 points), and demands the rating that
// a calculation with fractions gives. It checks what holds for every scheme: a score without
// bonus lies between 0 and the maximum; the order of entries does not matter; raising
// a mark never lowers the total or the rating; a share is exact; a line that is missing
// leaves the total unknown, between bounds that hold; a line above its maximum is
// found. Where maxima are not known only points are given, which add up; without thresholds
// nothing is rated.
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
	leaves []evaluation.Line
}

// proofs are what the table demands of the scheme.
func proofs(scheme evaluation.Scheme, table evaluation.Table) []ruletest.Proof {
	s := suite{scheme: scheme, table: table, leaves: leavesOf(table.Lines)}
	all := []ruletest.Proof{
		{Name: "the scheme has lines", Check: s.hasLines},
		{Name: "nothing given is unknown", Why: "a sheet without marks has no total and no rating, and says why", Check: s.nothingGiven},
	}
	if slices.ContainsFunc(s.leaves, func(l evaluation.Line) bool { return !l.Max.Known() }) {
		return append(all, ruletest.Proof{Name: "points add up without maxima", Why: "a sum of points needs no maximum", Check: s.addUp})
	}
	all = append(all,
		ruletest.Proof{Name: "all at the maximum, all at 0", Why: "the maxima of the lines add up to that of the scale", Check: s.ends},
		ruletest.Proof{Name: "order does not matter", Why: "the entries of a sheet may come in any order", Check: s.order},
		ruletest.Proof{Name: "raising a mark lowers nothing", Why: "a higher mark never lowers the total or the rating", Check: s.monotone},
		ruletest.Proof{Name: "shares are exact", Why: "a share is never rounded before it is added", Check: s.shares},
		ruletest.Proof{Name: "a missing line is unknown", Why: "a line without a mark is reported and never counts as 0", Check: s.oneMissing},
		ruletest.Proof{Name: "above the maximum is found", Why: "a mark above its maximum is reported and leaves the total unknown", Check: s.above},
	)
	thresholds := s.table.Thresholds
	for _, at := range []rule.Number{thresholds.Excellent, thresholds.Good, thresholds.Completed} {
		if !at.Known() {
			continue
		}
		for _, step := range []string{"1", "0.01", "0.000001"} {
			e := rule.MustNumber(step)
			all = append(all,
				s.boundary(at.String()+" − "+step, at.Sub(e)),
				s.boundary(at.String()+" exactly, at a scale of "+step, at.Add(e).Sub(e)),
				s.boundary(at.String()+" + "+step, at.Add(e)))
		}
	}
	return all
}

func leavesOf(lines []evaluation.Line) []evaluation.Line {
	var leaves []evaluation.Line
	for _, l := range lines {
		if len(l.Lines) > 0 {
			leaves = append(leaves, leavesOf(l.Lines)...)
			continue
		}
		leaves = append(leaves, l)
	}
	return leaves
}

// sheet gives each line the mark that the function says.
func (s suite) sheet(mark func(i int, l evaluation.Line) evaluation.Mark) evaluation.Sheet {
	sheet := evaluation.Sheet{About: evaluation.SupportWork{Leader: "evaluationtest", Year: 2021}}
	for i, l := range s.leaves {
		sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: l.Code, Verified: mark(i, l)})
	}
	return sheet
}

// score scores and demands a result without broken rules.
func (s suite) score(sheet evaluation.Sheet) (evaluation.Result, error) {
	r, err := s.scheme.Score(sheet)
	if err != nil {
		return r, err
	}
	return r, r.Findings().Err()
}

// demand scores a sheet and compares total and rating with those calculated.
func (s suite) demand(sheet evaluation.Sheet, want *big.Rat) error {
	r, err := s.score(sheet)
	if err != nil {
		return err
	}
	if !r.Total().Known() || r.Total().Rat().Cmp(want) != 0 {
		return fmt.Errorf("the total is %v, calculated %v", r.Total(), want)
	}
	if rating, _ := r.Rating(); rating != s.rate(want) {
		return fmt.Errorf("%v is rated %v, calculated %v", want, rating, s.rate(want))
	}
	return nil
}

func (s suite) rate(total *big.Rat) evaluation.Rating {
	t := s.table.Thresholds
	reaches := func(at rule.Number, above bool) bool {
		c := total.Cmp(at.Rat())
		return c > 0 || c == 0 && !above
	}
	switch {
	case !t.Excellent.Known():
		return evaluation.Unrated
	case reaches(t.Excellent, t.Above.Excellent):
		return evaluation.Excellent
	case reaches(t.Good, t.Above.Good):
		return evaluation.Good
	case reaches(t.Completed, t.Above.Completed):
		return evaluation.Completed
	}
	return evaluation.NotCompleted
}

// addUp gives every line a millionth of a point more than the one before.
func (s suite) addUp() error {
	want := new(big.Rat)
	sheet := s.sheet(func(i int, l evaluation.Line) evaluation.Mark {
		points := rule.MustNumber(fmt.Sprintf("%de-6", i+1))
		if l.Max.Known() && points.Cmp(l.Max) > 0 {
			points = l.Max
		}
		want.Add(want, points.Rat())
		return evaluation.Points(points)
	})
	return s.demand(sheet, want)
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
	if r.Total().Known() || low.Rat().Sign() != 0 || high.Rat().Cmp(s.table.Max.Rat()) != 0 {
		return fmt.Errorf("the total is %v between %v and %v", r.Total(), low, high)
	}
	if rating, why := r.Rating(); rating != evaluation.Unrated || len(why) == 0 {
		return fmt.Errorf("rated %v", rating)
	}
	return nil
}

func (s suite) ends() error {
	full := s.sheet(func(_ int, l evaluation.Line) evaluation.Mark { return evaluation.Points(l.Max) })
	none := s.sheet(func(int, evaluation.Line) evaluation.Mark { return evaluation.Points(rule.Int(0)) })
	return errors.Join(s.demand(full, s.table.Max.Rat()), s.demand(none, new(big.Rat)))
}

// boundary spreads a total over the lines, the first ones full. A total outside the
// scale is no case.
func (s suite) boundary(name string, total rule.Number) ruletest.Proof {
	return ruletest.Proof{Name: name, Why: "the rating is that of a calculation with fractions", Check: func() error {
		if total.Sign() < 0 || total.Cmp(s.table.Max) > 0 {
			return nil
		}
		left := total
		sheet := s.sheet(func(_ int, l evaluation.Line) evaluation.Mark {
			give := left
			if give.Cmp(l.Max) > 0 {
				give = l.Max
			}
			left = left.Sub(give)
			return evaluation.Points(give)
		})
		return s.demand(sheet, total.Rat())
	}}
}

// mixed gives every line another share of its maximum.
func (s suite) mixed() (evaluation.Sheet, *big.Rat) {
	want := new(big.Rat)
	sheet := s.sheet(func(i int, l evaluation.Line) evaluation.Mark {
		part, whole := int64(i%5+1), int64(2*i+7)
		want.Add(want, new(big.Rat).Mul(l.Max.Rat(), big.NewRat(part, whole)))
		return evaluation.Share(part, whole)
	})
	return sheet, want
}

func (s suite) shares() error {
	sheet, want := s.mixed()
	return s.demand(sheet, want)
}

func (s suite) order() error {
	sheet, want := s.mixed()
	slices.Reverse(sheet.Entries)
	return s.demand(sheet, want)
}

func (s suite) monotone() error {
	sheet, _ := s.mixed()
	before, err := s.score(sheet)
	if err != nil {
		return err
	}
	for i, l := range s.leaves {
		sheet.Entries[i].Verified = evaluation.Points(l.Max)
		after, err := s.score(sheet)
		if err != nil {
			return err
		}
		was, _ := before.Rating()
		is, _ := after.Rating()
		if after.Total().Cmp(before.Total()) < 0 || is < was {
			return fmt.Errorf("line %s at its maximum: from %v (%v) to %v (%v)", l.Code, before.Total(), was, after.Total(), is)
		}
		before = after
	}
	return nil
}

func (s suite) oneMissing() error {
	sheet, want := s.mixed()
	for i, l := range s.leaves {
		without := sheet
		without.Entries = slices.Delete(slices.Clone(sheet.Entries), i, i+1)
		r, err := s.score(without)
		if err != nil {
			return err
		}
		low, high := r.Bounds()
		span := new(big.Rat).Sub(high.Rat(), low.Rat())
		if r.Total().Known() || span.Cmp(l.Max.Rat()) != 0 || low.Rat().Cmp(want) > 0 || high.Rat().Cmp(want) < 0 {
			return fmt.Errorf("without line %s the total is %v between %v and %v", l.Code, r.Total(), low, high)
		}
		if len(r.Findings().Of(evaluation.ErrMissingLine)) != 1 {
			return fmt.Errorf("line %s is missing and not reported", l.Code)
		}
	}
	return nil
}

func (s suite) above() error {
	for i, l := range s.leaves {
		sheet, _ := s.mixed()
		sheet.Entries[i].Verified = evaluation.Points(l.Max.Add(rule.MustNumber("0.000001")))
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

package diff

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Shift is a commune whose verdict, or that of an indicator, changes when another set is
// used.
type Shift struct {
	Unit     string `json:"unit"`
	UnitName string `json:"unitName,omitempty"`
	// Before and After are the verdicts of the whole; they may agree.
	Before criteria.Verdict `json:"before"`
	After  criteria.Verdict `json:"after"`
	Lines  []LineShift      `json:"lines,omitempty"`
}

// LineShift is one indicator whose verdict changes.
type LineShift struct {
	Code string `json:"code"`
	// Only is Added where the base has no such indicator, Removed where the other set has
	// none; that side is NotApplicable: nothing is demanded.
	Only   Kind             `json:"only,omitzero"`
	Before criteria.Verdict `json:"before"`
	After  criteria.Verdict `json:"after"`
}

// Compare tells which communes change verdict, and at which indicators, when the other
// set, an overlay of the base or the one that follows it, is used in the place of the
// base. Communes that do not change are left out; the order is that of the cohort.
//
// Indicators are compared by their codes, under which a dossier keeps its readings. One
// that both sets have changes where the verdicts differ. Of one that only one set has,
// the other demands nothing, which holds no commune back: it is a change where the set
// that has it finds NotMet or Unknown, and none where it finds Met or NotApplicable. The
// lines follow the other set, those that only the base has come after the line that they
// follow there.
//
// Both sets judge by confirmed numbers, as [criteria.Set.Assess] does. Dossier.Set is not
// looked at. A day or year that a set does not serve needs the dossier's Override;
// that and any other error of Assess is given with the commune, and the comparison goes on. A
// Shift is the caller's to keep.
func Compare(base, other criteria.Set, cohort iter.Seq[criteria.Dossier]) iter.Seq2[Shift, error] {
	return func(yield func(Shift, error) bool) {
		if cohort == nil {
			return
		}
		assessWas, assessIs := base.Assessor(), other.Assessor()
		var was, is criteria.Assessment
		var rows paired
		for d := range cohort {
			d.Set = ""
			shift := Shift{Unit: d.Unit, UnitName: d.UnitName}
			err := assessWas(d, &was)
			if err == nil {
				err = assessIs(d, &is)
			}
			if err != nil {
				if !yield(shift, fmt.Errorf("%s: %w", rule.Shorten(d.Unit), err)) {
					return
				}
				continue
			}
			shift.Before, shift.After = was.Verdict(), is.Verdict()
			shift.Lines = rows.shifts(was, is)
			if shift.Before == shift.After && shift.Lines == nil {
				continue
			}
			if !yield(shift, nil) {
				return
			}
		}
	}
}

// found is the indicators of an assessment with their verdicts.
type found struct {
	codes    []string
	verdicts []criteria.Verdict
}

func (f *found) take(a criteria.Assessment) {
	f.codes, f.verdicts = f.codes[:0], f.verdicts[:0]
	for code, v := range a.Indicators() {
		f.codes, f.verdicts = append(f.codes, code), append(f.verdicts, v)
	}
}

// paired is which row of one set is which of another.
type paired struct {
	was, is     found
	first, then []string // the codes for which the pairs were made
	pairs       []pair
}

// pair is a row by its index in both sets; -1 where a set has none.
type pair struct{ was, is int }

// shifts are the rows whose verdict changes.
func (p *paired) shifts(was, is criteria.Assessment) []LineShift {
	p.was.take(was)
	p.is.take(is)
	p.align()
	var lines []LineShift
	for _, row := range p.pairs {
		line := LineShift{Before: criteria.NotApplicable, After: criteria.NotApplicable}
		var changed bool
		switch {
		case row.was < 0:
			line.Code, line.Only, line.After = p.is.codes[row.is], Added, p.is.verdicts[row.is]
			changed = holdsBack(line.After)
		case row.is < 0:
			line.Code, line.Only, line.Before = p.was.codes[row.was], Removed, p.was.verdicts[row.was]
			changed = holdsBack(line.Before)
		default:
			line.Code, line.Before, line.After = p.is.codes[row.is], p.was.verdicts[row.was], p.is.verdicts[row.is]
			changed = line.Before != line.After
		}
		if changed {
			lines = append(lines, line)
		}
	}
	return lines
}

// align pairs the rows by their codes, once for neighbours with the same rows.
func (p *paired) align() {
	was, is := p.was.codes, p.is.codes
	if slices.Equal(p.first, was) && slices.Equal(p.then, is) {
		return
	}
	p.first, p.then, p.pairs = slices.Clone(was), slices.Clone(is), p.pairs[:0]
	before, after := byCode(was), byCode(is)
	alone := func(i int) { // rows of the base alone, up to the next that both have
		for ; i < len(was); i++ {
			if _, both := after[was[i]]; both {
				return
			}
			p.pairs = append(p.pairs, pair{i, -1})
		}
	}
	alone(0)
	for i, code := range is {
		at, both := before[code]
		if !both {
			p.pairs = append(p.pairs, pair{-1, i})
			continue
		}
		p.pairs = append(p.pairs, pair{at, i})
		alone(at + 1)
	}
}

func byCode(codes []string) map[string]int {
	at := make(map[string]int, len(codes))
	for i, code := range codes {
		at[code] = i
	}
	return at
}

func holdsBack(v criteria.Verdict) bool {
	return v == criteria.NotMet || v == criteria.Unknown
}

// String is one sentence in Vietnamese.
func (s Shift) String() string { return s.In(rule.Vi) }

// In is one full sentence.
func (s Shift) In(l rule.Lang) string {
	parts := []string{rule.Text{Vi: "kết quả chung ", En: "the whole "}.In(l) + turned(s.Before, s.After, l)}
	for _, line := range s.Lines {
		parts = append(parts, line.In(l))
	}
	who := s.Unit
	switch {
	case s.UnitName != "" && s.Unit != "":
		who = s.UnitName + " (" + s.Unit + ")"
	case s.UnitName != "":
		who = s.UnitName
	}
	return who + ": " + strings.Join(parts, "; ") + "."
}

// String says the line in Vietnamese.
func (s LineShift) String() string { return s.In(rule.Vi) }

// In says the line: "chỉ tiêu 10 trước là đạt, nay là không đạt".
func (s LineShift) In(l rule.Lang) string {
	who := wordIndicator.In(l) + s.Code
	switch s.Only {
	case Added:
		return who + rule.Text{Vi: " (bổ sung) là ", En: " (added) is "}.In(l) + s.After.In(l)
	case Removed:
		return who + rule.Text{Vi: " (bỏ) trước là ", En: " (removed) was "}.In(l) + s.Before.In(l)
	default:
		return who + " " + turned(s.Before, s.After, l)
	}
}

func turned(before, after criteria.Verdict, l rule.Lang) string {
	if before == after {
		return rule.Text{Vi: "vẫn là ", En: "stays "}.In(l) + after.In(l)
	}
	return rule.Text{Vi: "trước là ", En: "was "}.In(l) + before.In(l) + rule.Text{Vi: ", nay là ", En: " and is "}.In(l) + after.In(l)
}

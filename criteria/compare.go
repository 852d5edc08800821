package criteria

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Shift is a commune whose verdict, or that of an indicator, changes when another set is
// used.
type Shift struct {
	Unit     string `json:"unit"`
	UnitName string `json:"unitName,omitempty"`
	// Before and After are the verdicts of the whole; they may agree.
	Before Verdict     `json:"before"`
	After  Verdict     `json:"after"`
	Lines  []LineShift `json:"lines,omitempty"`
}

// LineShift is one indicator whose verdict changes.
type LineShift struct {
	Code string `json:"code"`
	// Only is Added where the base has no such indicator, Removed where the other set has
	// none; that side is NotApplicable: nothing is demanded.
	Only   Change  `json:"only,omitzero"`
	Before Verdict `json:"before"`
	After  Verdict `json:"after"`
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
// Both sets judge by confirmed numbers, as [Set.Assess] does. [Dossier].Set is not looked
// at. A day or year that a set does not serve needs the dossier's Override, as ever; that
// and any other error of [Set.Assess] is given with the commune, and the comparison
// goes on. A Shift is the caller's to keep.
func Compare(base, other Set, cohort iter.Seq[Dossier]) iter.Seq2[Shift, error] {
	return func(yield func(Shift, error) bool) {
		if cohort == nil {
			return
		}
		was, is := judge{set: base}, judge{set: other}
		var rows aligned
		for d := range cohort {
			d.Set = ""
			shift := Shift{Unit: d.Unit, UnitName: d.UnitName}
			err := was.assess(&d)
			if err == nil {
				err = is.assess(&d)
			}
			if err != nil {
				if !yield(shift, fmt.Errorf("%s: %w", rule.Shorten(d.Unit), err)) {
					return
				}
				continue
			}
			rows.align(was.a.c, is.a.c)
			shift.Before, shift.After = was.a.Verdict(), is.a.Verdict()
			shift.Lines = rows.shifts(was.a.marks, is.a.marks)
			if shift.Before == shift.After && shift.Lines == nil {
				continue
			}
			if !yield(shift, nil) {
				return
			}
		}
	}
}

// judge assesses communes one after another by one set, and keeps the demands that it
// made by what decides them.
type judge struct {
	set  Set
	made map[where][]Demands // one for each wording of the rows
	kept int
	a    Assessment
}

// mostDemands bounds what is kept: a cohort that goes by more places than any real one
// takes no more room.
const mostDemands = 256

func (j *judge) assess(d *Dossier) error {
	bound, err := j.bind(d)
	if err != nil {
		return err
	}
	bound.AssessInto(&j.a)
	return nil
}

func (j *judge) bind(d *Dossier) (Bound, error) {
	if err := j.set.serves(d); err != nil {
		return Bound{}, err
	}
	at := j.set.d.where(d)
	for _, have := range j.made[at] {
		if bound, err := have.Bind(*d); !errors.Is(err, ErrOtherDemands) {
			return bound, err
		}
	}
	made, err := j.set.Demands(*d)
	if err != nil {
		return Bound{}, err
	}
	if j.kept++; j.made == nil || j.kept > mostDemands {
		j.made, j.kept = map[where][]Demands{}, 1
	}
	j.made[at] = append(j.made[at], made)
	return made.Bind(*d)
}

// aligned is which row of one set is which of another.
type aligned struct {
	was, is *resolved
	pairs   []pairedRow
}

// pairedRow is a row by its place in both sets; -1 where a set has none.
type pairedRow struct {
	code    string
	was, is int
}

// align pairs the rows by their codes, once for neighbours with the same demands.
func (p *aligned) align(was, is *resolved) {
	if p.was == was && p.is == is {
		return
	}
	p.was, p.is, p.pairs = was, is, p.pairs[:0]
	before, after := rowsByCode(was), rowsByCode(is)
	alone := func(i int) { // rows of the base alone, up to the next that both have
		for ; i < len(was.rows); i++ {
			code := was.rows[i].ind.Code
			if _, both := after[code]; both {
				return
			}
			p.pairs = append(p.pairs, pairedRow{code, i, -1})
		}
	}
	alone(0)
	for i := range is.rows {
		code := is.rows[i].ind.Code
		at, both := before[code]
		if !both {
			p.pairs = append(p.pairs, pairedRow{code, -1, i})
			continue
		}
		p.pairs = append(p.pairs, pairedRow{code, at, i})
		alone(at + 1)
	}
}

func rowsByCode(c *resolved) map[string]int {
	at := make(map[string]int, len(c.rows))
	for i := range c.rows {
		at[c.rows[i].ind.Code] = i
	}
	return at
}

// shifts are the rows whose verdict changes.
func (p *aligned) shifts(was, is []mark) []LineShift {
	var lines []LineShift
	for _, row := range p.pairs {
		line := LineShift{Code: row.code, Before: NotApplicable, After: NotApplicable}
		var changed bool
		switch {
		case row.was < 0:
			line.Only, line.After = Added, is[row.is].verdict
			changed = line.After.holdsBack()
		case row.is < 0:
			line.Only, line.Before = Removed, was[row.was].verdict
			changed = line.Before.holdsBack()
		default:
			line.Before, line.After = was[row.was].verdict, is[row.is].verdict
			changed = line.Before != line.After
		}
		if changed {
			lines = append(lines, line)
		}
	}
	return lines
}

func (v Verdict) holdsBack() bool { return v == NotMet || v == Unknown }

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

func turned(before, after Verdict, l rule.Lang) string {
	if before == after {
		return rule.Text{Vi: "vẫn là ", En: "stays "}.In(l) + after.In(l)
	}
	return rule.Text{Vi: "trước là ", En: "was "}.In(l) + before.In(l) + rule.Text{Vi: ", nay là ", En: " and is "}.In(l) + after.In(l)
}

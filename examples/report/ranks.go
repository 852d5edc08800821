package main

import (
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

type rankView struct {
	Units    []unitView
	Findings []string
}

// unitView is one unit whose people are in order. LineY is the height at which the quota cuts;
// -1 where none does.
type unitView struct {
	Name   string
	Rows   []rankRow
	Limits []string
	Height int
	Says   string
	LineY  int
	Most   string
}
type rankRow struct {
	Place                           int
	ID, Score, Before, After, Class string
	Status, Why                     string
	Y                               int
	Width                           float64
}

const rankHeight = 24

// share is how long the bar of a score is beside that of the best.
func share(score, most rule.Fraction) float64 {
	if !score.Known() || most.Sign() <= 0 || score.Sign() < 0 {
		return 0
	}
	length := score.Quo(most).Mul(rule.Ratio(200, 1)).Round(0, rule.HalfAway)
	return float64(length.Decimal().IntPart())
}

func (p province) ranks(v *view) error {
	if p.Ranks == nil {
		return nil
	}
	answer, err := p.RankPolicy.Order(*p.Ranks)
	if err != nil {
		return err
	}
	out := &rankView{}
	at := map[string]int{}
	most := rule.Fraction{}
	outcomes := answer.Outcomes()
	for _, o := range outcomes {
		if o.Score.Known() && (!most.Known() || o.Score.Cmp(most) > 0) {
			most = o.Score
		}
	}
	for _, o := range outcomes {
		i, known := at[o.Unit]
		if !known {
			i = len(out.Units)
			at[o.Unit] = i
			out.Units = append(out.Units, unitView{Name: v.body(org.BodyID(o.Unit)), LineY: -1})
		}
		u := &out.Units[i]
		row := rankRow{Place: o.Place, ID: o.ID, Score: o.Score.In(v.lang), Before: o.Before.In(v.lang), After: o.After.In(v.lang), Status: o.Status.In(v.lang), Why: answer.Why(o).In(v.lang), Y: len(u.Rows) * rankHeight, Class: "r-" + o.Status.String()}
		row.Width = share(o.Score, most)
		u.Rows = append(u.Rows, row)
	}
	for _, l := range answer.Limits() {
		i, known := at[l.Unit]
		if !known {
			continue
		}
		u := &out.Units[i]
		u.Limits = append(u.Limits, l.In(v.lang))
		if l.Group == "" && l.Most >= 0 && l.Most < len(u.Rows) {
			u.LineY, u.Most = l.Most*rankHeight, strconv.Itoa(l.Most)
		}
	}
	for i := range out.Units {
		u := &out.Units[i]
		u.Height = len(u.Rows)*rankHeight + 4
		u.Says = u.Name + ": " + strings.Join(u.Limits, "; ")
	}
	for _, f := range answer.Findings() {
		out.Findings = append(out.Findings, f.In(v.lang))
	}
	v.rests(v.Say("chính sách xếp hạng", "policy of ranks"), p.RankPolicy.Edition())
	v.Ranks = out
	return nil
}

// Down is a distance below the top of a row.
func (v *view) Down(y, by int) int { return y + by }

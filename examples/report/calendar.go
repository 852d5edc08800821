package main

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

type calendarView struct {
	Year   int
	Months []monthView
	Visits []visitView
	Days   []string // that are not as the week would have them
}
type monthView struct {
	Name, Says string
	Days       []dayView
	Week       []string
}

// dayView is a day of a month where it is drawn.
type dayView struct {
	N, X, Y       int
	Class         string
	Visits        int
	Today         bool
	CX, CY, TripY int
}
type visitView struct{ Day, Commune, Leader, State, Found string }

// cell is the side of a day in the drawing of a month.
const cell = 30

func (p province) calendar(v *view) error {
	if len(p.Visits) == 0 {
		return nil
	}
	c := &calendarView{Year: v.on.Year}
	count := map[civil.Date]int{}
	var roster assignment.Roster
	if p.Ledger != nil {
		roster = p.Ledger.Roster
	}
	visits := slices.Clone(p.Visits)
	slices.SortStableFunc(visits, func(a, b visit.Visit) int { return a.Start.Date.DaysSince(b.Start.Date) })
	for _, x := range visits {
		if x.Start.Date.Year != c.Year {
			continue
		}
		count[x.Start.Date]++
		var said []string
		for _, f := range p.VisitPolicy.Check(x, roster) {
			if f.Kind != rule.Advice {
				said = append(said, f.In(v.lang))
			}
		}
		leader := x.Leader
		if a, ok := roster.Assignment(x.Assignment); ok {
			leader = a.Leader
		}
		c.Visits = append(c.Visits, visitView{x.Start.In(v.lang), v.unit(x.Commune), leader, x.StateOn(v.on).In(v.lang), strings.Join(said, "; ")})
	}
	for m := time.January; m <= time.December; m++ {
		c.Months = append(c.Months, v.month(c, m, count))
	}
	v.rests(v.Say("lịch làm việc", "calendar"), v.cal.Edition())
	v.rests(v.Say("chính sách về chuyến đi", "policy of visits"), p.VisitPolicy.Edition())
	v.Calendar = c
	return nil
}

func (v *view) month(c *calendarView, m time.Month, count map[civil.Date]int) monthView {
	month := monthView{Name: v.Say("Tháng "+strconv.Itoa(int(m)), m.String()), Week: strings.Fields(v.Say("T2 T3 T4 T5 T6 T7 CN", "Mo Tu We Th Fr Sa Su"))}
	var said []string
	first := civil.Date{Year: c.Year, Month: m, Day: 1}
	start := (int(first.Weekday()) + 6) % 7 // Monday first
	for d := first; d.Month == m; d = d.AddDays(1) {
		at := start + d.Day - 1
		day := dayView{N: d.Day, X: at % 7 * cell, Y: cell + at/7*cell, Visits: count[d], Today: d == v.on}
		day.CX, day.CY, day.TripY = day.X+cell/2-1, day.Y+cell/2+3, day.Y+cell/2-1
		known, err := v.cal.On(d)
		switch {
		case err != nil:
			day.Class = "outside"
		case known.Kind == workday.Undecided:
			day.Class = "unsure"
		case known.Kind.Works():
			day.Class = "work"
		default:
			day.Class = "off"
		}
		if err == nil && known.Kind != workday.Working && known.Kind != workday.Weekend {
			c.Days = append(c.Days, strconv.Itoa(d.Day)+"/"+strconv.Itoa(int(m))+" "+known.In(v.lang))
		}
		if day.Visits > 0 {
			said = append(said, strconv.Itoa(d.Day)+" ("+strconv.Itoa(day.Visits)+")")
		}
		month.Days = append(month.Days, day)
	}
	month.Says = month.Name + ": " + v.Say("không có chuyến đi", "no visit")
	if len(said) > 0 {
		month.Says = month.Name + ": " + v.Say("ngày có chuyến đi (số chuyến) ", "days with visits (how many) ") + strings.Join(said, ", ")
	}
	return month
}

// At is where a column of a month has its middle.
func (v *view) At(column int) int { return column*cell + cell/2 - 1 }

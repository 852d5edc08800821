package main

import (
	"cmp"
	"strconv"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/examples/internal/program"
)

type ledgerView struct {
	Statuses  []statusView
	Bodies    []bodyView
	Total     int
	Rate      string
	Reminders []string
	Requests  []string
	Source    string
	Caveats   []string
}
type statusView struct{ Class, Word string }
type bodyView struct {
	Name   string
	Counts []int
	Total  int
	Bars   []bar
}

func (p province) ledger(v *view) error {
	if p.Ledger == nil {
		return nil
	}
	l := *p.Ledger
	if err := program.Dispatch(&l, v.on); err != nil {
		return err
	}
	x, err := l.Matrix.On(v.on)
	if err != nil {
		return err
	}
	v.x = x
	v.units = l.Gazetteer
	day, err := l.On(v.on)
	if err != nil {
		return err
	}
	out := &ledgerView{Source: l.Matrix.Basis().Source().In(v.lang), Total: day.Len()}
	all := ledger.Count(day.Entries())
	var shown []duty.Status
	for s := duty.Fulfilled; s <= duty.NotComputable; s++ {
		if all.ByStatus[s] > 0 {
			shown = append(shown, s)
			out.Statuses = append(out.Statuses, statusView{"s-" + s.String(), s.In(v.lang)})
		}
	}
	for _, b := range l.Matrix.Parts().Bodies {
		if row := v.owes(b.ID, ledger.Count(day.OwedBy(b.ID)), shown); row.Total > 0 {
			out.Bodies = append(out.Bodies, row)
		}
	}
	if all.Rate.Known() {
		out.Rate = strconv.Itoa(all.OnTime) + "/" + strconv.Itoa(all.Judged)
	}
	for _, e := range day.Reminders(30) {
		out.Reminders = append(out.Reminders, v.who(l, e.By)+": "+e.Laid().Text.In(v.lang)+", "+v.date(e.Latest())+", "+e.Status.In(v.lang))
	}
	for _, r := range day.Requests() {
		out.Requests = append(out.Requests, v.who(l, r.By)+": "+r.Kind.In(v.lang)+v.Say(", đủ đến ngày ", ", through ")+v.date(r.Needed)+" ("+strconv.Itoa(r.Entries)+")")
	}
	for _, w := range day.Caveats() {
		out.Caveats = append(out.Caveats, w.In(v.lang))
	}
	v.rests(v.Say("ma trận trách nhiệm", "responsibility matrix"), l.Matrix.Edition())
	v.Ledger = out
	return nil
}

// who names whoever bears an entry: a leader by post and body, else a body or a commune.
func (v *view) who(l ledger.Ledger, id string) string {
	if leader, ok := l.Roster.Leader(id); ok {
		return id + " (" + leader.Post + ", " + v.body(leader.Body) + ")"
	}
	return cmp.Or(v.unitName(org.UnitCode(id)), v.body(org.BodyID(id)))
}

func (v *view) owes(id org.BodyID, counts ledger.Counts, shown []duty.Status) bodyView {
	row := bodyView{Name: v.body(id), Total: counts.Total}
	var parts []part
	for _, s := range shown {
		row.Counts = append(row.Counts, counts.ByStatus[s])
		parts = append(parts, part{"s-" + s.String(), counts.ByStatus[s]})
	}
	row.Bars = bars(300, parts)
	return row
}

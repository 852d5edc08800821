package org

import (
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Kin is a unit reached over a chain of successions.
type Kin struct {
	Unit Unit `json:"unit"`
	// Via are the successions on the way, the earliest first; none where the unit
	// lived through.
	Via []Succession `json:"via,omitempty"`
	// Part is set where only a part went over in one of them.
	Part bool `json:"part,omitempty"`
	// Confidence is that of the least certain succession on the way.
	Confidence rule.Confidence `json:"confidence"`
}

// Successors lists the units of a later day in which the unit that bears a code
// on a day lives on; the unit itself where it still exists. Each is as of that later day.
func (g Gazetteer) Successors(code UnitCode, on, later civil.Date) []Kin {
	in := g.index()
	w := walk{g: in, goal: later, seen: map[int32]bool{}}
	if i := in.at(code, on); i != none && rule.IsDay(later) && !later.Before(on) {
		w.forward(i, on)
	}
	return w.kin
}

// Predecessors lists the units of an earlier day out of which the unit that
// bears a code on a day was made; the unit itself where it existed. Each is as of that
// earlier day.
func (g Gazetteer) Predecessors(code UnitCode, on, earlier civil.Date) []Kin {
	in := g.index()
	w := walk{g: in, goal: earlier, seen: map[int32]bool{}, backwards: true}
	if i := in.at(code, on); i != none && rule.IsDay(earlier) && !earlier.After(on) {
		w.back(i, on)
	}
	return w.kin
}

// Origins goes through the units of all days out of which the unit that bears a code on
// a day was made, the unit itself first. Each is as of its last day.
func (g Gazetteer) Origins(code UnitCode, on civil.Date) iter.Seq[Unit] {
	in := g.index()
	return func(yield func(Unit) bool) {
		i := in.at(code, on)
		if i == none {
			return
		}
		seen, left := map[int32]bool{i: true}, []int32{i}
		for len(left) > 0 {
			i, left = left[0], left[1:]
			u := &in.units[i]
			day := u.Span.To
			if day.IsZero() {
				day = on
			}
			if !yield(u.On(day)) {
				return
			}
			for _, j := range chain(in.in[i], in.nextIn) {
				if from := in.at(in.links[j].From, in.links[j].On.AddDays(-1)); !in.links[j].On.After(on) && !seen[from] {
					seen[from] = true
					left = append(left, from)
				}
			}
		}
	}
}

// walk follows successions; their days rise or fall on every path, so it ends. It
// visits each unit once.
type walk struct {
	g         *index
	goal      civil.Date
	backwards bool
	seen      map[int32]bool
	via       []Succession // from the unit asked for to the one at hand
	kin       []Kin
}

// reach notes a unit that exists on the goal's day and reports whether to go on.
func (w *walk) reach(i int32) bool {
	if w.seen[i] {
		return false
	}
	w.seen[i] = true
	if u := &w.g.units[i]; u.Span.Contains(w.goal) {
		k := Kin{Unit: u.On(w.goal), Via: slices.Clone(w.via), Confidence: rule.Read}
		if w.backwards {
			slices.Reverse(k.Via)
		}
		for _, s := range k.Via {
			k.Part = k.Part || s.Part
			k.Confidence = min(k.Confidence, s.Confidence)
		}
		w.kin = append(w.kin, k)
	}
	return true
}

func (w *walk) forward(i int32, since civil.Date) {
	if !w.reach(i) {
		return
	}
	for _, j := range chain(w.g.out[i], w.g.nextOut) {
		if s := w.g.links[j]; s.On.After(since) && !s.On.After(w.goal) {
			w.via = append(w.via, s)
			w.forward(w.g.at(s.To, s.On), s.On)
			w.via = w.via[:len(w.via)-1]
		}
	}
}

func (w *walk) back(i int32, since civil.Date) {
	if !w.reach(i) {
		return
	}
	for _, j := range chain(w.g.in[i], w.g.nextIn) {
		if s := w.g.links[j]; s.On.After(w.goal) && !s.On.After(since) {
			w.via = append(w.via, s)
			w.back(w.g.at(s.From, s.On.AddDays(-1)), s.On.AddDays(-1))
			w.via = w.via[:len(w.via)-1]
		}
	}
}

// chain lists a chain in the order given to NewGazetteer.
func chain(head int32, next []int32) []int32 {
	var list []int32
	for j := head; j != none; j = next[j] {
		list = append(list, j)
	}
	slices.Reverse(list)
	return list
}

package org

import (
	"slices"

	"cloud.google.com/go/civil"
)

// Found is what a search by name gives.
type Found struct {
	// Units are all units of that name; more than one is an ambiguity that only
	// the caller can settle.
	Units []Unit `json:"units"`
	// Suggestions are units whose name differs in a tone, a mark or one letter, or
	// whose kind is not the one asked for. None of them is a match.
	Suggestions []Unit `json:"suggestions"`
}

// Search looks for the units that bear a name on a day. Case, Unicode
// composition, punctuation, the place of a tone mark in its syllable (Hoà, Hòa)
// and N.T. for nông trường do not count; a leading kind (xã, phường, thị trấn,
// TT.) narrows the search to it. Both lists are in the order given, the nearer
// suggestions first.
func (g Gazetteer) Search(name string, on civil.Date) Found {
	asked := keyOf(name)
	var s search
	s.g, s.on, s.asked = &g, on, asked
	s.exact(asked, 0)
	if bare, kind := asked.withoutKind(); kind != 0 {
		s.exact(bare, kind)
		s.asked = bare
	}
	s.near()
	return s.found()
}

type search struct {
	g     *Gazetteer
	on    civil.Date
	asked nameKey
	hits  []int32
	near1 []int32 // the same letters, other marks; or another kind
	near2 []int32 // one letter apart
}

// exact collects the units of a name; those of another kind are suggestions.
func (s *search) exact(k nameKey, kind UnitKind) {
	if k.exact == "" {
		return
	}
	head, ok := s.g.byExact[k.exact]
	if !ok {
		return
	}
	for i := head; i != none; i = s.g.sameExact[i] {
		u := &s.g.units[i]
		switch {
		case !u.Span.Contains(s.on):
		case kind == 0 || kind == u.Kind || kind == KindCity && u.Kind == KindMunicipality:
			s.hits = append(s.hits, i)
		default:
			s.near1 = append(s.near1, i)
		}
	}
}

func (s *search) near() {
	base := s.asked.base
	if base == "" {
		return
	}
	if head, ok := s.g.byBase[base]; ok {
		s.near1 = s.collect(s.near1, head)
	}
	if len(base) < 4 {
		return // too short to guess at
	}
	// One change leaves the first two letters or the last two as they were.
	if head, ok := s.g.ends[startOf(base)]; ok {
		s.scan(head, s.g.starts)
	}
	if head, ok := s.g.ends[stopOf(base)]; ok {
		s.scan(head, s.g.stops)
	}
}

// scan goes through distinct base names and keeps those one letter apart.
func (s *search) scan(head int32, next []int32) {
	for i := head; i != none; i = next[i] {
		if base := s.g.keys[i].base; oneApart(base, s.asked.base) {
			s.near2 = s.collect(s.near2, s.g.byBase[base])
		}
	}
}

// collect adds the units of one base name that exist and are spelled otherwise
// than asked.
func (s *search) collect(into []int32, head int32) []int32 {
	for i := head; i != none; i = s.g.sameBase[i] {
		if s.g.units[i].Span.Contains(s.on) && s.g.keys[i].exact != s.asked.exact {
			into = append(into, i)
		}
	}
	return into
}

func (s *search) found() Found {
	return Found{Units: s.list(s.hits), Suggestions: s.list(s.near1, s.near2)}
}

// list gives the units of one list after the other, each in the order given to
// the gazetteer and none twice.
func (s *search) list(lists ...[]int32) []Unit {
	var units []Unit
	var before []int32
	for _, list := range lists {
		slices.Sort(list)
		for i, j := range list {
			if (i > 0 && list[i-1] == j) || slices.Contains(before, j) {
				continue
			}
			units = append(units, s.g.units[j])
		}
		before = list
	}
	return units
}

package org

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Found is what a search by name gives.
type Found struct {
	// Units are all units of that name; more than one is an ambiguity that only
	// the caller can settle.
	Units []Unit `json:"units"`
	// Suggestions are units whose name differs in a tone, a mark or one letter, or
	// whose kind is not the one asked for, or which bore the name on another of their
	// days. None of them is a match.
	Suggestions []Unit `json:"suggestions"`
}

// Search looks for the units that bear a name on a day; it gives them as of that day.
// Case, Unicode
// composition, punctuation, the place of a tone mark in its syllable (Hoà, Hòa)
// and N.T. for nông trường do not count; a leading kind (xã, phường, thị trấn,
// TT.) narrows the search to it. Both lists are in the order given, the nearer
// suggestions first.
func (g Gazetteer) Search(name string, on civil.Date) Found {
	asked := keyOf(name)
	s := search{g: g.index(), on: on, asked: asked}
	if !rule.IsDay(on) {
		return Found{}
	}
	s.exact(asked, 0)
	if bare, kind := asked.withoutKind(); kind != 0 {
		s.exact(bare, kind)
		s.asked = bare
	}
	s.near()
	return s.found()
}

type search struct {
	g     *index
	on    civil.Date
	asked nameKey
	hits  []int32
	near1 []int32 // the same letters, other marks; another kind; the name of another day
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
		j := s.g.unitOf(i)
		u := s.g.units[j].asOf(s.on)
		switch {
		case !u.Span.Contains(s.on):
		case u.Name == s.g.nameOf(i) && (kind == 0 || kind == u.Kind || kind == KindCity && u.Kind == KindMunicipality):
			s.hits = append(s.hits, j)
		default:
			s.near1 = append(s.near1, j)
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
		if j := s.g.unitOf(i); s.g.units[j].Span.Contains(s.on) && s.g.keys[i].exact != s.asked.exact {
			into = append(into, j)
		}
	}
	return into
}

func (s *search) found() Found {
	return Found{Units: s.list(nil, s.hits), Suggestions: s.list(s.hits, s.near1, s.near2)}
}

// list gives the units of one list after the other, each in the order given to
// the gazetteer, none twice and none of those already given.
func (s *search) list(given []int32, lists ...[]int32) []Unit {
	var units []Unit
	for _, list := range lists {
		slices.Sort(list)
		list = slices.Compact(list)
		for _, j := range list {
			if !slices.Contains(given, j) {
				units = append(units, s.g.units[j].asOf(s.on))
			}
		}
		given = slices.Concat(given, list)
	}
	return units
}

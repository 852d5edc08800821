package org

import (
	"slices"
	"strings"

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
// Case, Unicode composition, punctuation, apostrophes, zeros before a number, the place of
// a tone mark in its syllable (Hoà, Hòa) and N.T. for nông trường do not count; letters
// that look like Đ are read as Đ. A leading kind (xã, phường, TT., T.T., ĐK., huyện đảo, P12)
// narrows the search to it; the units named behind it («xã An Ninh, huyện Quảng Ninh», or in
// brackets) to what lies in them. Both lists are in the order given, the nearer suggestions
// first.
func (g Gazetteer) Search(name string, on civil.Date) Found {
	if !rule.IsDay(on) {
		return Found{}
	}
	s := search{g: g.index(), on: on}
	s.name(name)
	if len(s.hits) > 0 {
		return s.found()
	}
	if first, above := parts(name); above != nil {
		for _, a := range above {
			s.above = append(s.above, readings(a))
		}
		s.name(first)
	}
	return s.found()
}

var separators = strings.NewReplacer(" - ", ",", " – ", ",", " — ", ",", ";", ",", "(", ",", ")", ",")

// parts cuts a printed name into the name and those of the units above it.
func parts(name string) (first string, above []string) {
	for part := range strings.SplitSeq(separators.Replace(name), ",") {
		switch {
		case rule.Blank(part):
		case first == "":
			first = part
		case len(above) < 5: // no unit has more above it
			above = append(above, part)
		}
	}
	return first, above
}

// readings is the ways to read a name: as it stands, and without a leading kind.
func readings(name string) []bare {
	k := keyOf(name)
	return append([]bare{{nameKey: k}}, k.withoutKind()...)
}

type search struct {
	g     *index
	on    civil.Date
	above [][]bare // the units in which it lies, each as it can be read
	asked nameKey  // without its kind
	hits  []int32
	near1 []int32 // the same letters, other marks; another kind; the name of another day
	near2 []int32 // one letter apart
}

// name collects the units of a name, however it can be read, and those of like names.
func (s *search) name(name string) {
	ways := readings(name)
	for _, w := range ways {
		s.exact(w.nameKey, w.kind)
	}
	s.asked = ways[min(1, len(ways)-1)].nameKey
	s.near()
	if len(ways) > 1 && s.hits == nil && s.near1 == nil && s.near2 == nil {
		s.asked = ways[0].nameKey
		s.near() // H Neng is no huyện
	}
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
		case u.Name == s.g.nameOf(i) && kind.fits(u.Kind) && s.within(j):
			s.hits = append(s.hits, j)
		default:
			s.near1 = append(s.near1, j)
		}
	}
}

// fits reports whether a unit of another kind may be meant; no kind fits all.
func (k UnitKind) fits(of UnitKind) bool {
	return k == 0 || k == of || k == KindCity && of == KindMunicipality
}

// within reports whether a unit lies in all the units that are named above it.
func (s *search) within(i int32) bool {
	for _, ways := range s.above {
		in := false
		for j := s.g.parentOn(i, s.on); j != none && !in; j = s.g.parentOn(j, s.on) {
			u := s.g.units[j].asOf(s.on)
			exact := keyOf(u.Name).exact
			in = slices.ContainsFunc(ways, func(w bare) bool { return w.exact == exact && w.kind.fits(u.Kind) })
		}
		if !in {
			return false
		}
	}
	return true
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
	for _, list := range []*[]int32{&s.hits, &s.near1, &s.near2} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	var f Found
	for _, j := range s.hits {
		f.Units = append(f.Units, s.g.units[j].asOf(s.on))
	}
	for _, j := range s.near1 {
		if !in(s.hits, j) {
			f.Suggestions = append(f.Suggestions, s.g.units[j].asOf(s.on))
		}
	}
	for _, j := range s.near2 {
		if !in(s.hits, j) && !in(s.near1, j) {
			f.Suggestions = append(f.Suggestions, s.g.units[j].asOf(s.on))
		}
	}
	return f
}

// in reports whether a list in order has an item.
func in(list []int32, j int32) bool {
	_, has := slices.BinarySearch(list, j)
	return has
}

package main

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// value is what is known of one slot, before any engine has its form of it.
type value struct {
	text  string   // a number as printed; "" where there is none
	share [2]int64 // part and whole; a whole of 0 is no share
	pass  bool
	idle  bool // "not applicable"
}

// commune is a value for each slot of a rulebook.
type commune []value

// communes draws n communes with complete dossiers, the same for the same n: most
// readings lie near what they are held against, some on it, all on the grid of 0.01.
func (b *rulebook) communes(n int) []commune {
	r := rand.New(rand.NewPCG(318, 57)) //nolint:gosec // a fixed sequence is what is wanted
	all := make([]commune, n)
	for i := range all {
		all[i] = make(commune, len(b.slots))
		for j, s := range b.slots {
			all[i][j] = s.draw(r)
		}
	}
	return all
}

func (s slot) draw(r *rand.Rand) value {
	if s.flag {
		return value{pass: r.IntN(10) > 0, idle: s.mayIdle && r.IntN(3) == 0}
	}
	if strings.HasPrefix(s.key, "@") { // a count
		return value{text: strconv.Itoa(1 + r.IntN(8))}
	}
	goal := hundredths(s.goals[r.IntN(len(s.goals))])
	switch r.IntN(10) {
	case 0:
		return value{text: number(goal)}
	case 1:
		return value{text: number(s.within(goal + r.Int64N(3) - 1))}
	}
	width := max(goal/4, 200)
	return value{text: number(s.within(goal - width + r.Int64N(3*width)))}
}

// within keeps a number of hundredths where a reading can be.
func (s slot) within(h int64) int64 {
	if s.percent {
		h = min(h, 100_00)
	}
	return max(h, 0)
}

// hundredths reads a goal of the table; all of them lie on the grid.
func hundredths(text string) int64 {
	n := rule.MustNumber(text).Decimal().Shift(2)
	if !n.IsInteger() {
		panic("bench: a goal off the grid of 0.01: " + text)
	}
	return n.IntPart()
}

// number writes hundredths.
func number(h int64) string {
	sign := ""
	if h < 0 {
		sign, h = "-", -h
	}
	tail := strconv.FormatInt(100+h%100, 10)[1:]
	return sign + strconv.FormatInt(h/100, 10) + "." + tail
}

// dossier is the commune as the library takes it.
func (b *rulebook) dossier(c commune) criteria.Dossier {
	readings := make(map[string]criteria.Reading, len(c))
	for i, v := range c {
		if r := b.slots[i].reading(v); !r.IsZero() {
			readings[b.slots[i].key] = r
		}
	}
	return criteria.Dossier{
		Standard: criteria.Basic, AsOf: b.day, Year: b.year,
		Profile: criteria.Profile{Region: b.region}, Readings: readings,
	}
}

func (s slot) reading(v value) criteria.Reading {
	var r criteria.Reading
	switch {
	case v.idle:
		return criteria.NotApplied()
	case s.flag && v.pass:
		return criteria.Passed()
	case s.flag:
		return criteria.Failed()
	case v.share[1] > 0:
		r = criteria.Share(v.share[0], v.share[1])
	case v.text != "":
		r = criteria.Value(rule.MustNumber(v.text))
	}
	r.Poverty = s.poverty
	return r
}

package main

import (
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
)

type difficultyView struct {
	Ages    []ageView
	Total   int
	States  []statusView
	Overdue []string
	NoLimit bool
}
type ageView struct {
	Name  string
	Bars  []bar
	Total int
	Says  string
}

// ages are the groups of age, in days: up to each bound, and above the last.
var ages = []int{7, 30, 60, 90}

func (p province) difficulties(v *view) error {
	if len(p.Difficulties) == 0 {
		return nil
	}
	digest, err := p.DifficultyPolicy.Digest(p.Difficulties, v.on, v.cal)
	if err != nil {
		return err
	}
	groups := make([]map[difficulty.State]int, len(ages)+2) // the last: the age is not known
	for i := range groups {
		groups[i] = map[difficulty.State]int{}
	}
	seen := map[difficulty.State]bool{}
	for _, s := range digest.Lines {
		groups[group(s.Age)][s.State]++
		seen[s.State] = true
	}
	out := &difficultyView{Total: digest.Total, NoLimit: p.DifficultyPolicy.AnswerDue == 0}
	states := slices.Sorted(maps.Keys(seen))
	for _, s := range states {
		out.States = append(out.States, statusView{"d-" + s.String(), s.In(v.lang)})
	}
	most := 0
	for _, g := range groups {
		most = max(most, sum(maps.Values(g)))
	}
	for i, g := range groups {
		row := ageView{Name: v.group(i), Total: sum(maps.Values(g))}
		if row.Total == 0 && i == len(groups)-1 {
			continue
		}
		var parts []part
		var said []string
		for _, s := range states {
			parts = append(parts, part{"d-" + s.String(), g[s]})
			if g[s] > 0 {
				said = append(said, s.In(v.lang)+" "+strconv.Itoa(g[s]))
			}
		}
		row.Bars, row.Says = bars(300*float64(row.Total)/float64(most), parts), strings.Join(said, ", ")
		out.Ages = append(out.Ages, row)
	}
	for _, s := range digest.Overdue() {
		out.Overdue = append(out.Overdue, s.ID+", "+v.unit(s.Commune)+": "+v.body(s.Addressee())+v.Say(", hạn ", ", due ")+v.date(s.Due)+v.Say(", chậm ", ", late by ")+strconv.Itoa(s.DaysLate)+v.Say(" ngày", " days"))
	}
	v.rests(v.Say("chính sách về khó khăn, vướng mắc", "policy of difficulties"), p.DifficultyPolicy.Edition())
	v.Difficulties = out
	return nil
}

func sum(numbers iter.Seq[int]) (total int) {
	for n := range numbers {
		total += n
	}
	return total
}

// group is the group of an age.
func group(age rule.Number) int {
	if !age.Known() {
		return len(ages) + 1
	}
	for i, most := range ages {
		if age.Cmp(rule.Int(int64(most))) <= 0 {
			return i
		}
	}
	return len(ages)
}

func (v *view) group(i int) string {
	switch {
	case i > len(ages):
		return v.Say("chưa rõ tuổi", "age not known")
	case i == len(ages):
		return v.Say("trên ", "over ") + strconv.Itoa(ages[i-1]) + v.Say(" ngày", " days")
	case i == 0:
		return v.Say("đến ", "up to ") + strconv.Itoa(ages[0]) + v.Say(" ngày", " days")
	default:
		return strconv.Itoa(ages[i-1]+1) + "–" + strconv.Itoa(ages[i]) + v.Say(" ngày", " days")
	}
}

package plan_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/contribution"
	"github.com/giupxa/giupxa/plan/progress"
)

// fullYear is a plan of twelve months with 60 activities, and its assignment with
// a team of eight.
func fullYear() (plan.Annual, assignment.Assignment) {
	a := assignment.Assignment{ID: "a", Leader: "l", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}}
	for i := range 8 {
		a.Team = append(a.Team, assignment.Member{ID: fmt.Sprintf("member-%d", i+1)})
	}
	p := plan.Annual{ID: "k", Assignment: "a", Year: 2022, Goals: goals(),
		History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 12, 20)}},
		Sent:    []plan.Sent{{To: "vp-dieu-phoi-ntm", On: rule.On(rule.Day(2021, 12, 21))}}}
	for q := 1; q <= 4; q++ {
		quarter := plan.Quarter{Quarter: q}
		for m := 3*q - 2; m <= 3*q; m++ {
			month := plan.Month{Month: m}
			for i := range 2 {
				month.Visits = append(month.Visits, plan.Visit{ID: fmt.Sprintf("v-%d-%d", m, i), On: rule.Day(2022, m, 5+10*i), Content: "làm việc với thôn"})
			}
			for i := range 5 {
				month.Activities = append(month.Activities, plan.Activity{
					ID: fmt.Sprintf("h-%d-%d", m, i), Kind: plan.Movement, Content: "vận động làm đường thôn", On: rule.Day(2022, m, 10+i),
					Members: []string{a.Team[(5*m+i)%8].ID}, Focus: []plan.Focus{plan.Infrastructure}, Goals: []string{"g1"},
				})
			}
			quarter.Months = append(quarter.Months, month)
		}
		p.Quarters = append(p.Quarters, quarter)
	}
	return p, a
}

func BenchmarkCheckFullYear(b *testing.B) {
	m := plan.LaoCai2021()
	p, a := fullYear()
	b.ReportAllocs()
	for b.Loop() {
		if found := m.Check(p, a); len(found) != 0 {
			b.Fatal(found)
		}
	}
}

// worked is the plan of a full year with weights, targets, counts, an order and gifts on each
// activity.
func worked() (plan.Annual, assignment.Assignment) {
	p, a := fullYear()
	before := ""
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			for k := range p.Quarters[i].Months[j].Activities {
				x := &p.Quarters[i].Months[j].Activities[k]
				x.Weight, x.Target, x.Unit = rule.Int(2), rule.Int(62), "hộ"
				x.Done = []plan.Achieved{{On: x.On, Count: rule.Int(38)}}
				x.Contributions = []plan.Contribution{{ID: x.ID, Kind: plan.Money, Stage: plan.Received, Value: rule.Int(1_000_000), On: x.On}}
				if before != "" {
					x.After = []string{before}
				}
				before = x.ID
			}
		}
	}
	return p, a
}

func BenchmarkCheckWorkedYear(b *testing.B) {
	m := plan.LaoCai2021()
	p, a := worked()
	b.ReportAllocs()
	for b.Loop() {
		if found := m.Check(p, a); len(found) != 0 {
			b.Fatal(found)
		}
	}
}

func BenchmarkProgress(b *testing.B) {
	p, _ := worked()
	b.ReportAllocs()
	for b.Loop() {
		progress.Of(p, rule.Year(2022), rule.Day(2022, 6, 30))
	}
}

func BenchmarkContributions(b *testing.B) {
	p, a := worked()
	b.ReportAllocs()
	for b.Loop() {
		if _, found := contribution.Sum(contribution.Of(p, a.Commune), plan.Received); len(found) != 0 {
			b.Fatal(found)
		}
	}
}

func BenchmarkOwed(b *testing.B) {
	m := plan.LaoCai2021()
	c := assignment.Change{Kind: assignment.New, Assignment: minhLuong()}
	b.ReportAllocs()
	for b.Loop() {
		if len(m.Owed(c)) != 6 {
			b.Fatal("six documents are owed")
		}
	}
}

// A plan in order costs its tables of ids and of members and no path, whatever its length.
func TestCheckAllocations(t *testing.T) {
	m := plan.LaoCai2021()
	p, a := fullYear()
	require.Empty(t, m.Check(p, a))
	got := testing.AllocsPerRun(100, func() { _ = m.Check(p, a) })
	assert.LessOrEqual(t, got, 8.0)
}

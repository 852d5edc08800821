package plan_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
)

var small, large = 250, 1000

// C6, C9: the check of a plan, its facts and the reading of it cost as much as it holds.
func TestPlansAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	id := strconv.Itoa
	day := rule.Day(2022, 3, 1)
	m := plan.LaoCai2021()
	m.SharedPlans, m.ReviewUnreported, m.OneResponsible, m.FocusDemanded = true, true, true, true
	month := func(p *plan.Annual) *plan.Month { return &p.Quarters[0].Months[0] }
	for name, fill := range map[string]func(p *plan.Annual, a *assignment.Assignment, i int){
		"activities": func(p *plan.Annual, _ *assignment.Assignment, i int) {
			month(p).Activities = append(month(p).Activities, plan.Activity{ID: id(i)})
		},
		"activities of one id": func(p *plan.Annual, _ *assignment.Assignment, _ int) {
			month(p).Activities = append(month(p).Activities, plan.Activity{ID: "x", Members: []string{"nobody", "no one"}, Kind: plan.Movement})
		},
		"visits": func(p *plan.Annual, _ *assignment.Assignment, i int) {
			month(p).Visits = append(month(p).Visits, plan.Visit{ID: id(i)})
		},
		"months": func(p *plan.Annual, _ *assignment.Assignment, _ int) {
			p.Quarters[0].Months = append(p.Quarters[0].Months, plan.Month{Month: 1})
		},
		"quarters": func(p *plan.Annual, _ *assignment.Assignment, _ int) {
			p.Quarters = append(p.Quarters, plan.Quarter{Quarter: 1})
		},
		"members of a team, a task each": func(p *plan.Annual, a *assignment.Assignment, i int) {
			a.Team = append(a.Team, assignment.Member{ID: id(i)})
			month(p).Activities = append(month(p).Activities, plan.Activity{ID: id(i), Content: "x", Members: []string{id(i)}})
		},
		"members of one task, none of the team": func(p *plan.Annual, a *assignment.Assignment, i int) {
			a.Team = append(a.Team, assignment.Member{ID: "idle" + id(i)})
			if i == 0 {
				month(p).Activities = []plan.Activity{{ID: "x"}}
			}
			month(p).Activities[0].Members = append(month(p).Activities[0].Members, id(i))
		},
		"goals": func(p *plan.Annual, _ *assignment.Assignment, i int) { p.Goals = append(p.Goals, plan.Goal{ID: id(i)}) },
		"gifts": func(p *plan.Annual, _ *assignment.Assignment, i int) {
			month(p).Activities = append(month(p).Activities, plan.Activity{ID: id(i), Contributions: []plan.Contribution{{ID: "x", Unit: id(i)}}})
		},
		"sendings": func(p *plan.Annual, _ *assignment.Assignment, i int) {
			p.Sent = append(p.Sent, plan.Sent{Revision: "v9", To: id(i), On: rule.On(day)})
		},
		"sendings of a plan for twenty": func(p *plan.Annual, _ *assignment.Assignment, i int) {
			if len(p.Covers) < 20 {
				p.Covers = append(p.Covers, "a"+id(i))
			}
			p.Sent = append(p.Sent, plan.Sent{To: id(i), On: rule.On(day)})
		},
		"sendings of a plan for one named again and again": func(p *plan.Annual, _ *assignment.Assignment, i int) {
			p.Covers = append(p.Covers, "a1")
			p.Sent = append(p.Sent, plan.Sent{To: id(i), On: rule.On(day)})
		},
		"minutes and sendings": func(p *plan.Annual, _ *assignment.Assignment, i int) {
			p.History = append(p.History, plan.Revision{ID: id(i), Unchanged: true, Issued: day})
			p.Sent = append(p.Sent, plan.Sent{Revision: id(i), To: id(i), On: rule.On(day)})
		},
		"nothing but brackets": func(p *plan.Annual, _ *assignment.Assignment, _ int) {
			p.Goals, p.Sent, p.History = append(p.Goals, plan.Goal{}), append(p.Sent, plan.Sent{}), append(p.History, plan.Revision{})
			month(p).Activities = append(month(p).Activities, plan.Activity{Members: []string{""}})
		},
	} {
		made := func(n int) (plan.Annual, assignment.Assignment) {
			a := assignment.Assignment{ID: "a", Leader: "l", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}}
			p := plan.Annual{ID: "k", Assignment: "a", Year: 2022, Quarters: []plan.Quarter{{Quarter: 1, Months: []plan.Month{{Month: 1}}}}}
			for i := range n {
				fill(&p, &a, i)
			}
			return p, a
		}
		maintain.Linear(t, name, small, large, func(n int) func() int {
			p, a := made(n)
			return func() int {
				found := len(m.Check(p, a))
				for _, r := range m.RecordsOf(p, a) {
					found += 1 + len(r.Findings)
				}
				return found
			}
		})
		maintain.Linear(t, "reading of "+name, small, large, func(n int) func() int {
			p, _ := made(n)
			data, err := json.Marshal(p)
			require.NoError(t, err)
			return func() int {
				found, _ := rule.FindingsIn(json.Unmarshal(data, new(plan.Annual)))
				return len(found)
			}
		})
	}
	maintain.Linear(t, "goals that serve others", small, large, func(n int) func() int {
		p, period := plan.Annual{Year: 2022}, plan.Period{}
		for i := range n {
			p.Goals = append(p.Goals, plan.Goal{ID: id(i), Program: org.NewRural, Serves: id(i)})
			period.Goals = append(period.Goals, plan.Goal{ID: id(n - i), Program: org.NewRural})
		}
		return func() int { return len(m.CheckTrace(p, period)) }
	})
	maintain.Linear(t, "objects in a list of activities", small, large, func(n int) func() int {
		data := []byte(`{"id":"k","assignment":"a","quarters":[{"quarter":1,"months":[{"month":1,"activities":[` +
			strings.TrimSuffix(strings.Repeat(`{"x":1},`, n), ",") + `]}]}]}`)
		return func() int {
			found, _ := rule.FindingsIn(json.Unmarshal(data, new(plan.Annual)))
			return len(found)
		}
	})
}

// C9: how many assignments a plan may be meant for, and how many entries its history may
// have, is bounded where it is read.
func TestBoundsOfAPlan(t *testing.T) {
	t.Parallel()
	list := func(n int, one string) string {
		return strings.TrimSuffix(strings.Repeat(one+",", n), ",")
	}
	for _, year := range []string{`"year":2022`, `"firstYear":2021,"lastYear":2025`} {
		read := func(covers, history int) error {
			data := []byte(fmt.Sprintf(`{"id":"k","assignment":"a",%s,"covers":[%s],"history":[%s],"goals":[]}`,
				year, list(covers, `"b"`), list(history, `{"id":"v","issued":"2022-01-01"}`)))
			if strings.Contains(year, "first") {
				return json.Unmarshal(data, new(plan.Period))
			}
			return json.Unmarshal(append(data[:len(data)-1], `,"quarters":[]}`...), new(plan.Annual))
		}
		require.NoError(t, read(100, 200))
		for _, err := range []error{read(101, 0), read(0, 201)} {
			found, _ := rule.FindingsIn(err)
			require.Len(t, found, 1)
			assert.Equal(t, form.ErrTooLong, found[0].Code())
		}
	}
}

// A plan named twice for one assignment is one fact for it.
func TestCoversAreCountedOnce(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	m.SharedPlans = true
	p := plan.Annual{ID: "k", Assignment: "a", Covers: []string{"b", "a", "b", norm.NFD.String("đỗ"), "đỗ"}, Year: 2022,
		Sent: []plan.Sent{{To: "o", On: rule.On(rule.Day(2022, 1, 2))}}}
	var ids []string
	for _, r := range m.RecordsOf(p, assignment.Assignment{ID: "x"}) {
		ids = append(ids, r.Object.ID)
	}
	assert.Equal(t, []string{"a", "b", "đỗ"}, ids)
}

// W12, W13: ids in another spelling are the same ids.
func TestIdsHaveOneSpelling(t *testing.T) {
	t.Parallel()
	other := func(s string) string { return norm.NFD.String(strings.ReplaceAll(s, "Đ", "Ð")) }
	m := plan.LaoCai2021()
	m.SendTo = []org.BodyID{org.BodyID(other("vp-Đp"))}
	a := assignment.Assignment{ID: other("Đ1"), Leader: "l", Commune: "03112", Span: rule.Span{From: rule.Day(2022, 1, 1)},
		Team: []assignment.Member{{ID: other("tổ-Đ")}}}
	p := plan.Annual{ID: "k", Assignment: "Đ1", Year: 2022, History: []plan.Revision{{ID: other("Đ"), Issued: rule.Day(2022, 12, 1)}},
		Sent:  []plan.Sent{{Revision: "Đ", To: "vp-Đp", On: rule.On(rule.Day(2022, 12, 2))}},
		Goals: []plan.Goal{{ID: other("mĐ"), Program: org.NewRural, Serves: "gĐ"}, {ID: "g2", Program: org.PovertyReduction, Serves: "gĐ2"}},
		Quarters: []plan.Quarter{{Quarter: 4, Months: []plan.Month{{Month: 12, NoVisit: "dịch bệnh", Activities: []plan.Activity{
			{ID: "h", Content: "vận động", Members: []string{"tổ-Đ"}, Goals: []string{"mĐ"}, Contributions: []plan.Contribution{{ID: other("đĐ"), Unit: "công"}, {ID: "đĐ", Unit: "công"}}}}}}}}}
	assert.Empty(t, m.Check(p, a))
	period := plan.Period{Assignment: other("Đ1"), Goals: []plan.Goal{{ID: other("gĐ"), Program: org.NewRural}, {ID: other("gĐ2"), Program: org.PovertyReduction}}}
	assert.Empty(t, m.CheckTrace(p, period))

	roster := rosterOf(t, a)
	facts := m.Records(p, roster)
	require.Len(t, facts, 4, "the assignment is known by either spelling")
	reg, err := duty.NewRegister(nil, facts...)
	require.NoError(t, err)
	stored, _ := roster.Assignment("Đ1")
	sent := 0
	for _, d := range m.Owed(assignment.Change{Kind: assignment.New, Assignment: stored}) {
		if d.Object.Year == 2022 {
			sent++
			assert.Equal(t, duty.Fulfilled, d.Status(reg, rule.Day(2022, 12, 31)).Status)
		}
	}
	assert.Equal(t, 1, sent)

	p.Goals[0].ID, p.Goals[1].ID = "mĐ", other("mĐ")
	p.History = append(p.History, plan.Revision{ID: "Đ", Issued: rule.Day(2022, 12, 3)})
	assert.Equal(t, []string{"broken plan.repeated-id history[1].id", "broken plan.repeated-id goals[1].id"}, codes(m.Check(p, a)), "two of one spelling")
}

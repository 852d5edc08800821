package visit_test

import (
	"encoding/json"
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
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit"
)

// C9: the check of a visit, its facts and the reading of it cost as much as it holds.
func TestVisitsAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	small, large := 100, 400
	p := visit.Policy{SameContent: true, Acknowledged: true, Generic: visit.RefuseGeneric, LeadTime: visit.WorkingDays(30), Tied: true}
	for name, fill := range map[string]func(v *visit.Visit, i int){
		"items announced and items": func(v *visit.Visit, i int) {
			v.Items, v.Notices[0].Items = append(v.Items, "họp thôn "+strconv.Itoa(i)), append(v.Notices[0].Items, "Họp, thôn "+strconv.Itoa(-i))
		},
		"notices that serve": func(v *visit.Visit, _ int) { v.Notices = append(v.Notices, v.Notices[0]) },
		"notices that are late": func(v *visit.Visit, _ int) {
			v.Notices = append(v.Notices, visit.Notice{To: "03112", Sent: v.Start})
			v.Notices[0].Sent = v.Start
		},
		"notices of other visits": func(v *visit.Visit, i int) {
			v.Notices = append(v.Notices, visit.Notice{To: "03112", Sent: v.Notices[0].Sent, For: strconv.Itoa(i)})
		},
		"notices to nobody": func(v *visit.Visit, _ int) { v.Notices = append(v.Notices, visit.Notice{}) },
		"reports": func(v *visit.Visit, _ int) {
			v.Reports = append(v.Reports, visit.Report{By: "03112", To: "x", Sent: rule.On(v.Start.Date.AddDays(-9))})
		},
		"participants": func(v *visit.Visit, _ int) {
			v.Participants = append(v.Participants, visit.Participant{Role: visit.TeamMember})
		},
		"an agenda": func(v *visit.Visit, i int) {
			v.Agenda = append(v.Agenda, visit.Item{Text: "họp thôn " + strconv.Itoa(i), Activity: "a", AdHoc: true})
		},
		"named participants": func(v *visit.Visit, i int) {
			v.Participants = append(v.Participants, visit.Participant{Role: visit.Leader, ID: strconv.Itoa(i / 2)})
		},
		"notices after it was dropped": func(v *visit.Visit, _ int) {
			v.Dropped, v.Planned = &visit.Dropped{On: rule.On(v.Start.Date.AddDays(-30))}, v.Start
			v.Notices = append(v.Notices, v.Notices[0])
		},
		"a long item": func(v *visit.Visit, _ int) { v.Items[0] += " làm việc với xã" },
	} {
		made := func(n int) visit.Visit {
			v := inOrder()
			v.Made = true
			for i := range n {
				fill(&v, i)
			}
			return v
		}
		roster := minhLuong()
		maintain.Linear(t, name, small, large, func(n int) func() int {
			v := made(n)
			return func() int {
				found := len(p.Check(v, roster)) + len(p.Owed(v, roster)) + int(p.StateOn(v, v.Start.Date)) + len(p.CheckAgenda(v, []string{"b"}))
				for _, r := range p.Records(v, roster) {
					found += 1 + len(r.Findings)
				}
				return found
			}
		})
		maintain.Linear(t, "reading of "+name, small, large, func(n int) func() int {
			data, err := json.Marshal(made(n))
			require.NoError(t, err)
			return func() int {
				found, _ := rule.FindingsIn(json.Unmarshal(data, new(visit.Visit)))
				return len(found)
			}
		})
	}
}

// C10: a visit costs the same however many communes its leader has.
func TestVisitsOfALeaderWithManyCommunes(t *testing.T) { //nolint:paralleltest // it counts allocations
	cost := func(n int) float64 {
		e := assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}}}
		for i := range n {
			e.Assignments = append(e.Assignments, assignment.Assignment{ID: strconv.Itoa(i), Leader: "l", Commune: org.UnitCode(strconv.Itoa(i)),
				Span: rule.Span{From: rule.Day(2021, 1, 1)}})
		}
		r, err := assignment.NewRoster(e)
		require.NoError(t, err)
		last, none := inOrder(), inOrder()
		last.Assignment, last.Leader, last.Commune, last.Notices[0].To = "", "l", org.UnitCode(strconv.Itoa(n-1)), org.UnitCode(strconv.Itoa(n-1))
		require.Empty(t, visit.Policy{}.Check(last, r))
		none.Assignment, none.Leader = "", "l"
		require.ErrorIs(t, visit.Policy{}.Check(none, r).Err(), visit.ErrNotAssigned)
		return testing.AllocsPerRun(20, func() {
			_, _ = visit.Policy{}.Check(last, r), visit.Policy{}.Check(none, r)
		})
	}
	assert.InDelta(t, cost(3), cost(3000), 1)
}

// What was announced is compared with what the visit is for whatever the spelling, and each
// item that differs is told once.
func TestSameContentOfManyItems(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.NoticesComplete = true
	v.Items, v.Notices[0].Items = nil, nil
	for i := range 100 {
		v.Items = append(v.Items, "Họp thôn "+strconv.Itoa(i))
		v.Notices[0].Items = append(v.Notices[0].Items, norm.NFD.String("  họp,  THÔN "+strconv.Itoa(99-i)+"."))
	}
	p := visit.Policy{SameContent: true}
	assert.Empty(t, p.Check(v, minhLuong()))
	v.Items[7], v.Notices[0].Items[3] = "kiểm tra đường", "kiểm tra chợ"
	var got []string
	for _, f := range p.Check(v, minhLuong()) {
		got = append(got, f.Kind.String()+" "+string(f.Path))
	}
	assert.Equal(t, []string{"broken notices[0].items[3]", "broken notices[0].items[92]", "broken items[7]", "broken items[96]"}, got)
}

// W12, W13: ids in another spelling are the same ids, and what the caller holds is left alone.
func TestIdsHaveOneSpelling(t *testing.T) {
	t.Parallel()
	other := func(s string) string { return norm.NFD.String(strings.ReplaceAll(s, "Đ", "Ð")) }
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "gđ-Đỗ", Body: "b"}},
		Assignments: []assignment.Assignment{{ID: "phân-Đ", Leader: "gđ-Đỗ", Commune: "xã-Đ", Span: rule.Span{From: rule.Day(2021, 1, 1)}}},
	})
	require.NoError(t, err)
	start := rule.At(rule.Day(2022, 3, 10), 8, 0)
	made := func(spell func(string) string) visit.Visit {
		code := func(s string) org.UnitCode { return org.UnitCode(spell(s)) }
		return visit.Visit{ID: spell("đi-Đ"), Commune: code("xã-Đ"), Assignment: spell("phân-Đ"), Leader: spell("gđ-Đỗ"), MovedFrom: spell("cũ-Đ"),
			Start: start, Items: []string{"họp thôn"}, Made: true, Participants: []visit.Participant{{Role: visit.Leader}},
			Notices:    []visit.Notice{{To: code("xã-Đ"), For: spell("đi-Đ"), Sent: rule.On(rule.Day(2022, 3, 8))}, {To: "xã-Đ", For: "cũ-Đ", Sent: rule.On(rule.Day(2022, 3, 8))}},
			Invitation: &visit.Invitation{ID: spell("mời-Đ"), From: code("xã-Đ"), Leader: spell("gđ-Đỗ"), Sent: rule.On(rule.Day(2022, 3, 7))},
			Reports:    []visit.Report{{By: spell("xã-Đ"), To: "x", Sent: rule.On(rule.Day(2022, 3, 12))}, {By: "tổ", To: spell("gđ-Đỗ"), Sent: rule.On(rule.Day(2022, 3, 12))}},
		}
	}
	plain, strange := made(func(s string) string { return s }), made(other)
	p := visit.Policy{}
	assert.Empty(t, p.Check(strange, roster))
	assert.Equal(t, p.Records(plain, roster), p.Records(strange, roster))
	assert.Equal(t, p.Owed(plain, roster), p.Owed(strange, roster))
	require.Len(t, p.Owed(plain, roster), 3)
	reg, err := duty.NewRegister(nil, p.Records(strange, roster)...)
	require.NoError(t, err)
	for _, d := range p.Owed(plain, roster) {
		assert.Equal(t, duty.Fulfilled, d.Status(reg, rule.Day(2022, 4, 1)).Status, d.Duty)
	}
	assert.Equal(t, made(other), strange)
	strange.Assignment = ""
	assert.Empty(t, p.Check(strange, roster), "found by the leader")
}

// Visits are compared with their neighbors, not each with each.
func TestVisitsTogetherAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	roster := minhLuong()
	for name, made := range map[string]func(i int) visit.Visit{
		"all on one day": func(i int) visit.Visit {
			v := inOrder()
			v.ID = strconv.Itoa(i)
			return v
		},
		"all of one id": func(int) visit.Visit { return inOrder() },
		"moved in a chain": func(i int) visit.Visit {
			v := inOrder()
			v.ID, v.MovedFrom, v.Dropped = strconv.Itoa(i), strconv.Itoa(i+1), &visit.Dropped{To: strconv.Itoa(i + 1)}
			return v
		},
	} {
		maintain.Linear(t, name, 500, 2000, func(n int) func() int {
			var list []visit.Visit
			for i := range n {
				list = append(list, made(i))
			}
			return func() int { return len(visit.Policy{}.CheckTogether(list, roster)) }
		})
	}
}

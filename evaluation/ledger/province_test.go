package ledger_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger"
)

// second is an invented province: its plan lays down every duty that the module knows at
// places of its own, and one of its own.
func second() ledger.Ledger {
	span := rule.Span{From: rule.Day(2023, 1, 9), To: rule.Day(2025, 12, 31)}
	p := duty.BasisParts{
		ID: "thach-an-2023", Version: "4", Binds: span,
		Source:     rule.Source{Kind: rule.Plan, Number: "12/KH-UBND", Date: rule.Day(2023, 1, 9), Issuer: "UBND tỉnh Thạch An"},
		Provisions: map[rule.DutyID]rule.Source{"market.open": {Section: "III", Point: "b"}},
		Own: []duty.Duty{{ID: "market.open", Nature: duty.OnEvent, Record: "market-opened", Per: duty.PerCommune,
			Text: rule.Text{Vi: "mở chợ phiên", En: "open a fair"}}},
	}
	helpers, communes := duty.By(duty.Party{Body: "nguoi-giup", Verb: duty.Bears}), duty.By(duty.Party{Body: "xa", Verb: duty.Bears})
	duties := []duty.Duty{{ID: "market.open", Bearers: communes}}
	for d := range duty.Known() {
		p.Provisions[d.ID] = rule.Source{Section: "II", Point: strconv.Itoa(len(p.Provisions))}
		row := duty.Duty{ID: d.ID, Bearers: helpers, Towards: communes, Text: d.Text}
		switch d.ID {
		case duty.ReportResults, duty.Invite:
			row.Bearers, row.Towards = communes, helpers
		case duty.SendPlans:
			row.Nature, row.Limit, row.Latest = duty.ByDate, duty.FixedDay, rule.Day(2023, 3, 31)
		}
		duties = append(duties, row)
	}
	body := func(id org.BodyID, l org.Level, vi, en string) org.Body {
		return org.Body{ID: id, Kind: org.Department, Level: l, Names: []org.Name{{Text: rule.Text{Vi: vi, En: en}}}, Confidence: rule.Read}
	}
	basis := must(duty.NewBasis(p))
	l := ledger.Ledger{
		Matrix: must(duty.NewMatrix(duty.Parts{Basis: basis, Government: org.TwoLevel, Span: span, Duties: duties,
			Bodies: []org.Body{body("nguoi-giup", org.LevelProvince, "người giúp xã", "helpers"), body("xa", org.LevelCommune, "UBND xã", "commune")}})),
		Roster: must(assignment.NewRoster(assignment.Entries{
			Leaders:     []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "so-tai-chinh"}},
			Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "96001", Span: rule.Span{From: rule.Day(2023, 2, 1)}}},
		})),
		Leaders: "nguoi-giup",
	}
	fair := duty.Record{Fact: duty.Fact{Kind: "market-opened", Duty: "market.open", Object: duty.Object{Per: duty.PerCommune, ID: "96001"}},
		By: "96001", On: rule.On(rule.Day(2023, 6, 1))}
	sent := duty.Record{Fact: duty.Fact{Kind: duty.PeriodPlanSent, Duty: duty.PeriodPlan, Object: duty.Object{Per: duty.PerAssignment, ID: "a1"}},
		By: "l1", To: "van-phong", On: rule.On(rule.Day(2023, 3, 31))}
	l.Register = must(basis.NewRegister([]duty.Complete{{Kind: duty.AnnualPlanSent, Through: rule.Day(2023, 12, 31)}}, fair, sent))
	return l
}

// A second province is judged by its own text, its own days and its own duty, in code and
// as JSON; its ledger names no other province.
func TestSecondProvince(t *testing.T) {
	t.Parallel()
	l := second()
	var read ledger.Ledger
	require.NoError(t, json.Unmarshal(must(json.Marshal(l)), &read))
	on := rule.Day(2023, 10, 20)
	day := must(read.On(on))
	assert.Equal(t, duty.Fulfilled, status(t, day, "market.open", "96001").Status)
	sending := status(t, day, duty.SendPlans, "a1")
	assert.Equal(t, duty.Overdue, sending.Status, "one of its two plans was not sent")
	require.Len(t, sending.Standings, 2)
	assert.Equal(t, duty.Fulfilled, sending.Standings[0].Status)
	assert.Equal(t, "l1", sending.By)
	assert.Equal(t, "96001", status(t, day, duty.ReportResults, "96001").By)
	var said strings.Builder
	text := string(must(json.Marshal(day)))
	assert.Equal(t, string(must(json.Marshal(must(l.On(on))))), text)
	assert.Contains(t, text, "12/KH-UBND")
	for e := range day.Entries() {
		said.WriteString(fmt.Sprint(e.Because) + e.Laid().Source.In(rule.Vi))
	}
	text += said.String()
	for _, other := range []string{"Lào Cai", "lao-cai", "Công văn", "2021", "so-noi-vu"} {
		assert.NotContains(t, text, other)
	}
}

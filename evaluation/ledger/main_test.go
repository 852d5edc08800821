package ledger_test

import (
	"fmt"
	"os"
	"testing"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// gazetteer has two districts to 30/6/2025 and n communes, of which the last ends with them.
func gazetteer(n int) org.Gazetteer {
	end := rule.Span{To: org.LastDistrictDay()}
	units := []org.Unit{
		{Code: "10", Name: "Tỉnh", Kind: org.KindProvince},
		{Code: "081", Name: "Huyện A", Kind: org.KindDistrict, Parent: "10", Span: end}, {Code: "082", Name: "Huyện B", Kind: org.KindDistrict, Parent: "10", Span: end},
	}
	for i := range n {
		u := org.Unit{Code: commune(i), Name: fmt.Sprintf("Xã %d", i), Kind: org.KindCommune, Parent: "10",
			Was: []org.Former{{Parent: []org.UnitCode{"081", "082"}[i%2], Span: end}}}
		if i == n-1 {
			u.Span, u.Parent, u.Was = end, "082", nil
		}
		units = append(units, u)
	}
	return must(org.NewGazetteer(units, nil))
}

func commune(i int) org.UnitCode { return org.UnitCode(fmt.Sprintf("%05d", 2000+i)) }

// province is n assignments of the dispatch of 2021, each with visits and the plans of the
// year; the first sent its plans late, the second none, and the third told the commune of
// its visits the day after.
func province(n, visits int, on civil.Date) ledger.Ledger {
	var e assignment.Entries
	var facts []duty.Record
	for i := range n {
		id := fmt.Sprintf("a%d", i)
		e.Leaders = append(e.Leaders, assignment.Leader{ID: "l" + id, Post: "Giám đốc", Body: org.BodyID("b" + id)})
		e.Assignments = append(e.Assignments, assignment.Assignment{ID: id, Leader: "l" + id, Commune: commune(i), Span: rule.Span{From: rule.Day(2021, 5, 14)}})
	}
	roster := must(assignment.NewRoster(e))
	mandate := plan.LaoCai2021()
	l := ledger.Ledger{Matrix: must(laocai.InForce(on)), Roster: roster, Gazetteer: gazetteer(n), Leaders: laocai.Leaders}
	l.Changes = must(roster.Changes(assignment.Roster{}, assignment.Comparison{On: rule.Day(2021, 5, 14)}))
	for _, c := range l.Changes {
		l.Dues = append(l.Dues, mandate.Owed(c)...)
	}
	for i, a := range e.Assignments {
		sent := rule.Day(2021, 8, 2)
		if i == 0 {
			sent = rule.Day(2021, 8, 12)
		}
		if i != 1 {
			issued := []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 7, 20)}}
			to := []plan.Sent{{To: string(laocai.CoordinationOffice), On: rule.On(sent)}}
			for _, p := range []plan.Plan{
				plan.Annual{ID: "y" + a.ID, Assignment: a.ID, Year: 2021, History: issued, Sent: to},
				plan.Period{ID: "p" + a.ID, Assignment: a.ID, FirstYear: 2021, LastYear: 2025, History: issued, Sent: to},
			} {
				facts = append(facts, mandate.Records(p, roster)...)
			}
		}
		for v := range visits {
			day := rule.Day(2021, 8, 11).AddDays(7 * v)
			told := day.AddDays(-3)
			if i == 2 {
				told = day.AddDays(1)
			}
			made := visit.Visit{ID: fmt.Sprintf("v%s-%d", a.ID, v), Commune: a.Commune, Assignment: a.ID, Start: rule.On(day), Made: true,
				Items: []string{"đường liên thôn"}, Notices: []visit.Notice{{Sent: rule.On(told), To: a.Commune, Items: []string{"đường liên thôn"}}},
				Participants: []visit.Participant{{ID: "l" + a.ID, Role: visit.Leader}}}
			facts = append(facts, visit.Policy{}.Records(made, roster)...)
		}
	}
	var complete []duty.Complete
	for _, k := range []duty.Kind{duty.PeriodPlanSent, duty.AnnualPlanSent, duty.Noticed, duty.VisitMade} {
		complete = append(complete, duty.Complete{Kind: k, Through: rule.Day(2021, 12, 31)})
	}
	l.Register = must(duty.NewRegister(complete, facts...))
	return l
}

package evaluation_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
)

// province is everything that a province sets up: its text, what exists, and its rulebooks.
type province struct {
	Matrix      duty.Matrix           `json:"matrix"`
	Gazetteer   org.Gazetteer         `json:"gazetteer"`
	Roster      assignment.Roster     `json:"roster"`
	Assignments assignment.Policy     `json:"assignments"`
	Mandate     plan.Mandate          `json:"mandate"`
	Visits      visit.Policy          `json:"visits"`
	Competence  difficulty.Competence `json:"competence"`
	Scheme      evaluation.Scheme     `json:"scheme"`
	Evaluations evaluation.Policy     `json:"evaluations"`
}

// anotherProvince is an invented one, in code. Its plan lays down every duty that the module
// knows but one, and one of its own.
func anotherProvince(t *testing.T) province {
	t.Helper()
	parts := duty.BasisParts{
		ID: "thach-an-2023", Version: "4",
		Source:     rule.Source{Kind: rule.Plan, Number: "12/KH-UBND", Date: rule.Day(2023, 1, 9), Issuer: "UBND tỉnh Thạch An"},
		Provisions: map[rule.DutyID]rule.Source{"market.open": {Section: "III", Point: "b"}},
		Own: []duty.Duty{{ID: "market.open", Nature: duty.OnEvent, Record: "market-opened", Per: duty.PerCommune,
			Text: rule.Text{Vi: "mở chợ phiên", En: "open a fair"}}},
		Binds:  rule.Span{From: rule.Day(2023, 1, 9), To: rule.Day(2025, 12, 31)},
		Period: rule.Span{From: rule.Day(2023, 1, 1), To: rule.Day(2025, 12, 31)},
	}
	duties := []duty.Duty{{ID: "market.open", Bearers: duty.By(duty.Party{Body: "xa", Verb: duty.Bears})}}
	three := []org.BodyID{"so-tai-chinh", "so-van-hoa", "van-phong"}
	for d := range duty.Known() {
		if d.ID == duty.SpreadKnowledge {
			continue // that text does not speak of it
		}
		parts.Provisions[d.ID] = rule.Source{Section: "II", Point: strconv.Itoa(len(parts.Provisions))}
		row := duty.Duty{ID: d.ID, Bearers: duty.By(duty.Party{Body: "nguoi-giup", Verb: duty.Bears}), Towards: duty.By(duty.Party{Body: "xa"})}
		switch d.ID {
		case duty.EvaluateWork, duty.EvaluateOutcome:
			row.Group, row.Evaluates = "ba", true
			row.Towards = duty.By(duty.Party{Body: "nguoi-giup"})
			var bearers []duty.Party
			for _, b := range three {
				bearers = append(bearers, duty.Party{Body: b, Verb: duty.BearsJointly})
			}
			row.Bearers = duty.By(bearers...)
		case duty.AssignDistrictHelper, duty.NotifyDistrictHelper:
			row.Bearers = duty.By(duty.Party{Body: "huyen", Verb: duty.Bears})
		case duty.ReferDifficulty:
			row.Towards = duty.By(duty.Party{Body: "so-tai-chinh", Verb: duty.Receives})
		case duty.Invite, duty.ReportResults:
			row.Bearers, row.Towards = row.Towards, row.Bearers
			row.Bearers = duty.By(duty.Party{Body: "xa", Verb: duty.Bears})
		}
		duties = append(duties, row)
	}
	basis := must(duty.NewBasis(parts))
	body := func(id org.BodyID, l org.Level, vi, en string) org.Body {
		return org.Body{ID: id, Kind: org.Department, Level: l, Names: []org.Name{{Text: rule.Text{Vi: vi, En: en}}}, Confidence: rule.Read}
	}
	district := body("huyen", org.LevelDistrict, "UBND huyện", "district committee")
	district.Span.To = org.LastDistrictDay()
	matrix := must(duty.NewMatrix(duty.Parts{
		Basis: basis, Government: org.ThreeLevel, Span: rule.Span{From: rule.Day(2023, 1, 9), To: org.LastDistrictDay()},
		Bodies: []org.Body{
			body("so-tai-chinh", org.LevelProvince, "Sở Tài chính", "Department of Finance"), body("so-van-hoa", org.LevelProvince, "Sở Văn hóa", "Department of Culture"),
			body("van-phong", org.LevelProvince, "Văn phòng tỉnh", "provincial office"), body("nguoi-giup", org.LevelProvince, "người giúp xã", "helpers"),
			district, body("xa", org.LevelCommune, "UBND xã", "commune committee"),
		},
		Groups: []duty.Group{{ID: "ba", Members: three}}, Addressees: []org.BodyID{"so-tai-chinh", "xa", "van-phong"}, Duties: duties,
		Caveats: []duty.Caveat{{Text: rule.Text{Vi: "văn bản giả định", En: "an invented text"}}},
	}))
	units := []org.Unit{
		{Code: "96", Name: "Thạch An", Kind: org.KindProvince}, {Code: "960", Name: "Đá", Kind: org.KindDistrict, Parent: "96", Span: rule.Span{To: org.LastDistrictDay()}},
		{Code: "96001", Name: "Bình", Kind: org.KindCommune, Parent: "960", Span: rule.Span{To: org.LastDistrictDay()}},
		{Code: "96002", Name: "An", Kind: org.KindTownship, Parent: "960", Span: rule.Span{To: org.LastDistrictDay()}},
	}
	return province{
		Matrix: matrix, Gazetteer: must(org.NewGazetteer(units, nil)),
		Roster: must(assignment.NewRoster(assignment.Entries{
			Leaders: []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "so-tai-chinh"}},
			Assignments: []assignment.Assignment{
				{ID: "a1", Leader: "l1", Commune: "96001", Span: rule.Span{From: rule.Day(2023, 2, 1)}, Team: []assignment.Member{{ID: "m1"}}},
				{ID: "a2", Leader: "l1", Commune: "96002", Span: rule.Span{From: rule.Day(2023, 2, 1)}}},
			CriterionOwners: []assignment.CriterionOwner{{Set: "s", Criterion: "2", Body: "so-van-hoa"}, {Set: "s", Criterion: "2", Body: "huyen"}},
			Coordinating:    []assignment.CoordinatingBody{{Body: "so-van-hoa"}},
		})),
		Assignments: assignment.Policy{Basis: basis, OnlyCommunes: true, CoverAll: true, Handover: true, RefuseConflict: true},
		Mandate: plan.Mandate{ID: "thach-an-2023", Version: "4", Basis: basis, FirstYear: 2023, LastYear: 2025,
			Programs: []org.Program{org.NewRural, org.PovertyReduction}, SendTo: []org.BodyID{"van-phong"},
			Deadlines: []plan.Deadline{{Year: 2023, Period: true, Before: rule.Day(2023, 4, 1)}}, MinVisitsPerQuarter: 2},
		Visits:     visit.Policy{Basis: basis, Acknowledged: true, SameContent: true},
		Competence: difficulty.Competence{Basis: basis, Powers: []difficulty.Power{{Body: "so-van-hoa", Field: "culture", UpTo: rule.Int(5)}}, ClosedList: true},
		Scheme: evaluation.MustScheme(evaluation.Table{
			ID: "8/QĐ-UBND", Version: "1", Name: rule.Text{Vi: "Phiếu của tỉnh Thạch An", En: "Sheet of Thạch An"},
			Source: rule.Source{Kind: rule.Decision, Number: "8/QĐ-UBND", Issuer: "UBND tỉnh Thạch An"}, Span: rule.Span{From: rule.Day(2023, 1, 9), To: rule.Day(2024, 12, 31)},
			Period: basis.Period(), Max: rule.Int(100), Lines: []evaluation.Line{
				{Code: "1", Name: rule.Text{Vi: "Đi cơ sở", En: "Visits"}, Max: rule.Int(60)}, {Code: "2", Name: rule.Text{Vi: "Kết quả", En: "Outcome"}, Max: rule.Int(40)}},
		}),
		Evaluations: evaluation.Policy{Basis: basis, JointSignature: true, EvidenceDemanded: true},
	}
}

// ask runs every check, everything owed, every fact, the matrix, a score and where each
// thing owed stands, and gives all the answers.
func (p province) ask(t *testing.T) []any {
	t.Helper()
	day := rule.Day(2023, 10, 20)
	m := must(p.Matrix.On(day))
	answers := []any{
		p.Matrix, m.Check(), m.Caveats(), slices.Collect(m.All()), m.Lines(m.All(), rule.Vi), m.Lines(m.All(), rule.En), slices.Collect(m.Of("xa")),
		p.Gazetteer, p.Roster, p.Assignments, p.Mandate, p.Visits, p.Competence, p.Scheme, p.Evaluations,
		p.Matrix.Edition(), p.Assignments.Edition(), p.Mandate.Edition(), p.Visits.Edition(), p.Competence.Edition(), p.Scheme.Edition(), p.Evaluations.Edition(),
		p.Mandate.Faults(), p.Assignments.Check(p.Roster, p.Gazetteer, day), p.Assignments.Check(p.Roster, p.Gazetteer, rule.Day(2025, 8, 1)), p.Assignments.CheckDuties(p.Roster, m),
	}
	changes, err := p.Roster.Changes(assignment.Roster{}, assignment.Comparison{On: rule.Day(2023, 2, 1), Units: p.Gazetteer})
	require.NoError(t, err)
	var owed []duty.Due
	for _, c := range changes {
		owed = append(owed, p.Mandate.Owed(c)...)
	}
	a1, _ := p.Roster.Assignment("a1")
	annual := plan.Annual{ID: "p1", Assignment: "a1", Covers: []string{"a2"}, Year: 2023, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2023, 3, 1)}},
		Sent:  []plan.Sent{{To: "van-phong", Received: rule.On(rule.Day(2023, 4, 3))}},
		Goals: []plan.Goal{{ID: "g1", Program: org.NewRural, Serves: "x"}}, Quarters: []plan.Quarter{{Quarter: 2, Months: []plan.Month{{Month: 5}}}}}
	period := plan.Period{ID: "p2", Assignment: "a1", FirstYear: 2024, LastYear: 2025, History: annual.History, Goals: annual.Goals}
	later := annual
	later.Year = 2026
	var facts []duty.Record
	for _, pl := range []plan.Plan{annual, period, later} {
		answers = append(answers, p.Mandate.Check(pl, a1))
		facts = append(facts, p.Mandate.Records(pl, p.Roster)...)
	}
	answers = append(answers, p.Mandate.CheckTrace(annual, period))
	for _, on := range []civil.Date{rule.Day(2022, 12, 1), rule.Day(2023, 5, 4), rule.Day(2026, 2, 3)} {
		v := visit.Visit{ID: "v" + on.String(), Commune: "96001", Assignment: "a1", Start: rule.On(on), Made: true, NoticesComplete: true, Items: []string{"…"},
			Notices:      []visit.Notice{{Sent: rule.On(on.AddDays(1)), To: "96001"}, {Sent: rule.On(on), To: "960"}},
			Participants: []visit.Participant{{Role: visit.TeamMember}}, Invitation: &visit.Invitation{ID: "m", From: "96001"},
			Reports: []visit.Report{{By: "96001", To: "l1", Sent: rule.On(on.AddDays(2))}}}
		answers = append(answers, p.Visits.Check(v, p.Roster))
		facts = append(facts, p.Visits.Records(v, p.Roster)...)
		owed = append(owed, p.Visits.Owed(v, p.Roster)...)
	}
	market, ok := m.Duty("market.open")
	require.True(t, ok)
	owed = append(owed, market.Due(duty.Object{Per: duty.PerCommune, ID: "96001"}, "xa", ""))
	facts = append(facts, duty.Record{Fact: duty.Fact{Kind: "market-opened", Duty: "market.open", Object: duty.Object{Per: duty.PerCommune, ID: "96001"}},
		By: "xa", On: rule.On(rule.Day(2023, 6, 1))})
	register, err := m.Basis().NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: day}, {Kind: duty.VisitMade, Through: day}, {Kind: duty.AnnualPlanSent, Through: day}}, facts...)
	require.NoError(t, err)
	answers = append(answers, register)
	statuses := map[duty.Status]bool{}
	for _, due := range owed {
		standing := due.Status(register, day)
		statuses[standing.Status] = true
		answers = append(answers, standing)
	}
	assert.Subset(t, statuses, map[duty.Status]bool{duty.Fulfilled: true, duty.Breached: true, duty.Unknown: true, duty.Open: true})

	matter := difficulty.Matter{Field: "roads", Set: "s", Criterion: "2", Size: rule.Int(9)}
	leader, _ := p.Roster.Leader("l1")
	disposal, said, err := p.Competence.Route(matter, leader, p.Roster, m)
	require.NoError(t, err)
	disposal.Settled, disposal.Leads = "so-van-hoa", []org.BodyID{"so-van-hoa", "huyen"}
	answers = append(answers, disposal, said, p.Competence.Check(disposal, matter, m))

	sheet := evaluation.Sheet{ID: "s1", About: evaluation.SupportWork{Leader: "l1", Year: 2026}, Published: rule.Day(2025, 1, 20), StatedTotal: rule.Int(70),
		Evaluators: []evaluation.Evaluator{{Body: "so-tai-chinh", Signed: rule.Day(2024, 1, 10)}},
		Entries:    []evaluation.Entry{{Line: "1", Verified: evaluation.Points(rule.Int(50))}, {Line: "2", Verified: evaluation.Share(3, 4)}}}
	result, err := p.Scheme.Score(sheet)
	require.NoError(t, err)
	combined, err := p.Evaluations.Combine(result)
	require.NoError(t, err)
	work := sheet
	work.About, work.Published = evaluation.SupportOutcome{Assignment: "a1", Year: 2023}, rule.Day(2023, 12, 20)
	return append(answers, result, result.Caveats(), combined, p.Evaluations.Check(sheet, p.Scheme, m), p.Evaluations.Check(work, p.Scheme, m), p.Evaluations.CheckAll([]evaluation.Sheet{sheet, sheet}))
}

// Another province is another value: made in code or read from JSON it gives the same
// answers, each cites its own text, and none names Lào Cai.
func TestAnotherProvinceIsAnotherValue(t *testing.T) {
	t.Parallel()
	made := anotherProvince(t)
	stored, err := json.Marshal(made)
	require.NoError(t, err)
	var read province
	require.NoError(t, json.Unmarshal(stored, &read))
	inCode, fromJSON := made.ask(t), read.ask(t)
	require.Len(t, fromJSON, len(inCode))
	seen := map[rule.Origin]int{}
	for i := range inCode {
		one, other := must(json.Marshal(inCode[i])), must(json.Marshal(fromJSON[i]))
		assert.Equal(t, string(one), string(other))
		for _, foreign := range []string{"Lào Cai", "lao-cai", "Công văn", "dispatch", "2021", "so-noi-vu", "vp-dieu-phoi"} {
			assert.NotContains(t, string(one), foreign, "answer %d", i)
		}
		found, _ := inCode[i].(rule.Findings)
		for _, f := range found {
			seen[f.Origin()]++
			said := f.String() + f.In(rule.En) + f.Source().String() + f.Rule().Passage.String()
			assert.NotContains(t, said, "Lào Cai")
			if f.Origin() == rule.OriginText || f.Origin() == rule.OriginReading && f.Rule().Passage.Kind == rule.Plan {
				assert.Contains(t, f.Source().String()+f.Rule().Passage.String(), "Kế hoạch số 12/KH-UBND ngày 09/01/2023 của UBND tỉnh Thạch An")
			}
		}
	}
	for _, o := range []rule.Origin{rule.OriginText, rule.OriginReading, rule.OriginPolicy, rule.OriginForm} {
		assert.Positive(t, seen[o], o)
	}
	assert.NotContains(t, string(stored), string(duty.SpreadKnowledge))
}

package evaluation_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// A sheet on the five headings of Decision 1686, with points made up for the example.
func ExampleScheme_Score() {
	scheme, err := evaluation.LaoCai1686().WithWeights(evaluation.Weights{
		Max:   map[string]rule.Number{"1": rule.Int(30), "2": rule.Int(20), "3": rule.Int(15), "4": rule.Int(10), "5": rule.Int(25)},
		Given: evaluation.Given{Illustrative: true},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var sheet evaluation.Sheet
	err = json.Unmarshal([]byte(`{
		"about": {"supportWork": {"leader": "giam-doc-nhnn", "year": 2021}},
		"entries": [
			{"line": "1", "self": "30", "verified": "27.5"},
			{"line": "2", "self": "20", "verified": "80%"},
			{"line": "3", "self": "15", "verified": "15"},
			{"line": "4", "self": "10", "verified": "10"},
			{"line": "5", "self": "25", "verified": "38/62"}
		],
		"statedTotal": "84"
	}`), &sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := scheme.Score(sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	for w := range result.Lines() {
		fmt.Println(w)
	}
	fmt.Println(result.Total(), result.Rounded(), result.Gap())
	rating, why := result.Rating()
	fmt.Println(rating, why[0].In(rule.En))
	for _, f := range result.Findings() {
		fmt.Println(f.Kind, f.Path, f)
	}
	// Output:
	// 1. Ban hành và thực hiện kế hoạch giúp đỡ xã hằng năm: 27,5 = 27,5, tối đa 30
	// 2. Tuyên truyền, hướng dẫn, đôn đốc xã: 80 % × 20 = 16, tối đa 20
	// 3. Tham gia hoạt động phong trào tại xã được phân công: 15 = 15, tối đa 15
	// 4. Chấp hành chế độ báo cáo kết quả giúp đỡ xã: 10 = 10, tối đa 10
	// 5. Vận động giúp đỡ trực tiếp bằng ngày công, vật liệu, tiền: 38/62 × 25 = 475/31 (≈ 15,32), tối đa 25
	// 5197/62 83.82 1003/62
	// unrated the thresholds are not known; no rating is given
	// advice statedTotal tổng điểm ghi 84, tính lại được 5197/62
}

// What is not known of the shipped scheme stands in every result.
func ExampleLaoCai1686() {
	for _, f := range evaluation.LaoCai1686().Caveats() {
		fmt.Println(f.Code(), "–", f.Kind)
	}
	// Output:
	// evaluation.replaced-scheme – advice
	// evaluation.weights-unknown – undecided
	// evaluation.thresholds-unknown – undecided
	// evaluation.no-annual-rating – advice
}

// Two of the three bodies do not evaluate without the third.
func ExamplePolicy_Check() {
	sheet := evaluation.Sheet{
		About:      evaluation.SupportWork{Leader: "giam-doc-nhnn", Year: 2021},
		Evaluators: []evaluation.Evaluator{{Body: "so-noi-vu"}, {Body: "vp-dieu-phoi-ntm"}},
		Published:  rule.Day(2021, 12, 20),
	}
	matrix, err := laocai.InForce(sheet.Published)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range (evaluation.Policy{}).Check(sheet, evaluation.Scheme{}, matrix) {
		fmt.Println(f.Kind, f.Origin(), f.In(rule.En))
		fmt.Println("or:", f.Rule().Alternative.In(rule.En))
	}
	// Output:
	// broken reading Department of Labor, Invalids and Social Affairs took no part; none of the bodies evaluates alone
	// or: each body may evaluate by itself
}

// In 2026 a body of the text no longer exists. Its successor is asked, and as nothing
// confirms that it is the successor, nobody is accused.
func ExamplePolicy_Check_successor() {
	sheet := evaluation.Sheet{
		About:      evaluation.SupportWork{Leader: "giam-doc-nhnn", Year: 2025},
		Evaluators: []evaluation.Evaluator{{Body: "so-noi-vu"}, {Body: "vp-dieu-phoi-ntm"}},
		Published:  rule.Day(2026, 1, 15),
	}
	matrix, err := laocai.InForce(sheet.Published)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range (evaluation.Policy{}).Check(sheet, evaluation.Scheme{}, matrix) {
		fmt.Println(f.Kind, f.In(rule.En))
	}
	// Output:
	// undecided Department of Agriculture and Environment took no part; it is read as the successor of Department of Labor, Invalids and Social Affairs (unconfirmed (high))
}

// How the scores of several communes combine is the host's to say.
func ExamplePolicy_Combine() {
	scheme := evaluation.MustScheme(evaluation.Table{
		ID: "sample", Name: rule.Text{Vi: "mẫu", En: "sample"}, Source: rule.Source{Kind: rule.Decision}, Max: rule.Int(10),
		Lines: []evaluation.Line{{Code: "1", Name: rule.Text{Vi: "mẫu", En: "sample"}, Max: rule.Int(10)}},
	})
	var parts []evaluation.Result
	for commune, points := range map[org.UnitCode]int64{"02794": 9, "02776": 6} {
		part, err := scheme.Score(evaluation.Sheet{
			About:   evaluation.SupportWork{Leader: "giam-doc-nhnn", Year: 2021, Commune: commune},
			Entries: []evaluation.Entry{{Line: "1", Verified: evaluation.Points(rule.Int(points))}},
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		parts = append(parts, part)
	}
	open, _ := evaluation.Policy{}.Combine(parts...)
	low, high := open.Bounds()
	fmt.Println(open.Total().Known(), low, high)
	mean, _ := evaluation.Policy{Combining: evaluation.CombineMean}.Combine(parts...)
	fmt.Println(mean.Total())
	for _, e := range mean.Grounds().Rulebooks {
		fmt.Println(e.Role, e.ID)
	}
	// Output:
	// false 6 9
	// 7.5
	// scheme sample
	// policy giupxa.evaluation-policy/1 lao-cai-2021
	// basis lao-cai-2021
}

// Whoever can read Decision 2693 supplies its points and thresholds as data; here they are
// made up. The results say that nobody checked them.
func ExampleLaoCai2693() {
	lines := evaluation.LaoCai1686().Table().Lines // as if the headings were the same
	for i, most := range []int64{30, 20, 15, 10, 25} {
		lines[i].Max = rule.Int(most)
	}
	scheme, err := evaluation.LaoCai2693(lines, evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(75), Completed: rule.Int(50)}, "https://example.org/2693")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range scheme.Caveats() {
		fmt.Println(f.In(rule.En))
	}
	// Output:
	// the maxima of the lines of Decision No. 2693/QĐ-UBND of 2021-07-28 by UBND tỉnh Lào Cai were supplied by the caller and not checked here
	// the thresholds of Decision No. 2693/QĐ-UBND of 2021-07-28 by UBND tỉnh Lào Cai were supplied by the caller and not checked here
	// this score is not the annual rating of a cadre or civil servant, and none follows from it
}

// (a + b + c)/3 × 70/100 of Decree 335, and 28 general points.
func ExampleDecree335() {
	a, b, c := evaluation.Products(
		evaluation.Product{Units: rule.Int(2), Done: true},
		evaluation.Product{Done: true, Errors: 1},
		evaluation.Product{Done: true, Late: 2},
	)
	result, err := evaluation.Decree335().Score(evaluation.Sheet{
		About: evaluation.SupportWork{Leader: "chuyen-vien", Year: 2026},
		Entries: []evaluation.Entry{
			{Line: "1", Verified: evaluation.Points(rule.Int(28))},
			{Line: "a", Verified: a}, {Line: "b", Verified: b}, {Line: "c", Verified: c},
		},
		Answers: []evaluation.Answer{{Condition: "suy-thoai", Is: evaluation.No}, {Condition: "ky-luat", Is: evaluation.No}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for w := range result.Lines() {
		fmt.Println(w.In(rule.En))
	}
	fmt.Println(result.Total(), result.Rounded())
	// Output:
	// 1. General criteria: 28 = 28, of 30
	// 2. Results of the tasks: Σ × 70/300 = 65.625 (≈ 65.63), of 70
	// a. Quantity: 4/4 × 100 = 100, of 100
	// b. Quality: 15/16 × 100 = 93.75, of 100
	// c. Progress: 14/16 × 100 = 87.5, of 100
	// 93.625 93.63
}

// A sheet is closed once it is settled; what changes it afterwards needs a reopening with its
// reason.
func ExampleSheet_StateOn() {
	sheet := evaluation.Sheet{
		Published: rule.Day(2021, 12, 20), Settled: rule.Day(2022, 1, 10),
		Events: []evaluation.Event{
			{Act: evaluation.ActAppealed, On: rule.On(rule.Day(2021, 12, 24)), Reason: "thiếu một chuyến đi"},
			{Act: evaluation.ActCorrected, On: rule.On(rule.Day(2022, 1, 12)), Reason: "nhầm điểm", Line: "3"},
			{Act: evaluation.ActReopened, On: rule.On(rule.Day(2022, 2, 1)), Reason: "kết luận kiểm tra"},
		},
	}
	for _, day := range []int{20, 24, 31} {
		fmt.Println(sheet.StateOn(rule.Day(2021, 12, day)))
	}
	fmt.Println(sheet.StateOn(rule.Day(2022, 1, 31)), sheet.StateOn(rule.Day(2022, 2, 1)))
	result, err := evaluation.LaoCai1686().Score(sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range result.Findings().Of(evaluation.ErrClosed) {
		fmt.Println(f.Path, f.In(rule.En))
	}
	// Output:
	// published
	// appealed
	// appealed
	// settled draft
	// events[1] the sheet is settled; corrected needs a reasoned reopening first
}

// A line is fed from neutral facts, and says from which.
func ExampleScheme_Feed() {
	scheme := evaluation.MustScheme(evaluation.Table{
		ID: "mẫu", Name: rule.Text{Vi: "mẫu", En: "sample"}, Source: rule.Source{Kind: rule.Decision}, Max: rule.Int(15),
		Lines: []evaluation.Line{{Code: "1", Name: rule.Text{Vi: "Báo xã trước chuyến đi", En: "Notices"}, Max: rule.Int(15), Measure: evaluation.NoticesInTime}},
	})
	fact := func(kind duty.Kind, of rule.DutyID, visit string, month, day int) duty.Record {
		return duty.Record{
			Fact: duty.Fact{Kind: kind, Duty: of, Object: duty.Object{Per: duty.PerVisit, ID: visit}},
			By:   "l1", To: "02794", On: rule.On(rule.Day(2021, month, day)),
		}
	}
	through := rule.Day(2021, 12, 31)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.VisitMade, Through: through}, {Kind: duty.Noticed, Through: through}},
		fact(duty.VisitMade, duty.VisitContent, "v1", 9, 16), fact(duty.Noticed, duty.NotifyVisit, "v1", 9, 13),
		fact(duty.VisitMade, duty.VisitContent, "v2", 10, 29))
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet, found, err := scheme.Feed(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021}},
		evaluation.Facts{Register: register, Column: "verified"})
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := scheme.Score(sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(found), result.Total())
	for w := range result.Lines() {
		fmt.Println(w.In(rule.En))
	}
	// Output:
	// 0 7.5
	// 1. Notices: 1/2 × 15 = 7.5 (≈ 8), of 15; notices of visits in time: 1/2 (v1; not: v2)
}

// A mark is a text; what it was given for is its line's to say.
func ExampleParseMark() {
	for _, text := range []string{"12.5", "80%", "38/62", "3x", "12,5"} {
		m, err := evaluation.ParseMark(text)
		fmt.Println(m.In(rule.En), err == nil)
	}
	fmt.Println(evaluation.Percent(rule.Int(80)).In(rule.En), evaluation.Share(38, 62).In(rule.En), evaluation.Count(3).In(rule.En))
	// Output:
	// 12.5 true
	// 80% true
	// 38/62 true
	// 3 times true
	// no mark false
	// 80% 38/62 3 times
}

// The schemes that are held as data; each says itself what of it could not be read.
func ExampleScheme_Caveats() {
	for _, s := range []evaluation.Scheme{
		evaluation.LaoCai1686(), evaluation.DakLak2126(), evaluation.HaiPhong212(), evaluation.Decree335(), evaluation.Decree335Manager(),
	} {
		fmt.Println(s.Edition().ID, len(s.Table().Lines), "lines,", len(s.Caveats()), "caveats")
	}
	// Output:
	// 1686/QĐ-UBND 5 lines, 4 caveats
	// 2126/QĐ-UBND tiêu chí 1 5 lines, 3 caveats
	// 212/2025/QĐ-UBND 2 lines, 3 caveats
	// 335/2025/NĐ-CP 2 lines, 2 caveats
	// 335/2025/NĐ-CP lãnh đạo, quản lý 2 lines, 2 caveats
}

// Of sheets taken together: two that are settled for one leader and year. A published sheet is a
// fact for the register of duties.
func ExamplePolicy_CheckAll() {
	about := evaluation.SupportWork{Leader: "giam-doc-nhnn", Year: 2021}
	sheet := evaluation.Sheet{ID: "p1", About: about, Published: rule.Day(2021, 12, 20), Settled: rule.Day(2021, 12, 27),
		Evaluators: []evaluation.Evaluator{{Body: laocai.HomeAffairs}}}
	second := sheet
	second.ID = "p2"
	for _, f := range (evaluation.Policy{}).CheckAll([]evaluation.Sheet{sheet, second}) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	matrix, err := laocai.InForce(sheet.Published)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range (evaluation.Policy{}).Records(sheet, evaluation.LaoCai1686(), matrix) {
		fmt.Println(r.Duty, r.By, r.To, r.On)
	}
	// Output:
	// broken [1].about one settled sheet for each leader and year; 2021 has another
	// evaluation.support-work so-noi-vu giam-doc-nhnn 2021-12-20
	// evaluation.substantive so-noi-vu giam-doc-nhnn 2021-12-20
	// evaluation.yearly-basis so-noi-vu giam-doc-nhnn 2021-12-20
}

// A result that was kept is scored again, years later: by the same scheme, and by one with other
// maxima, which says what differs.
func ExampleScheme_Replay() {
	scheme := func(most int64) evaluation.Scheme {
		return evaluation.MustScheme(evaluation.Table{
			ID: "sample", Name: rule.Text{Vi: "mẫu", En: "sample"}, Source: rule.Source{Kind: rule.Decision}, Max: rule.Int(most),
			Lines: []evaluation.Line{{Code: "1", Name: rule.Text{Vi: "mẫu", En: "sample"}, Max: rule.Int(most)}},
		})
	}
	result, err := scheme(10).Score(evaluation.Sheet{
		About:   evaluation.SupportWork{Leader: "giam-doc-nhnn", Year: 2021, Commune: "02794"},
		Entries: []evaluation.Entry{{Line: "1", Verified: evaluation.Percent(rule.Int(80))}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	stored, _ := json.Marshal(result)
	again, err := scheme(10).Replay(stored, nil)
	fmt.Println(again.Same, err)
	again, err = scheme(20).Replay(stored, nil)
	for _, f := range again.Differs {
		if f.Path == "total" {
			fmt.Println(f.In(rule.En))
		}
	}
	fmt.Println(again.Same, err)

	policy := evaluation.Policy{Combining: evaluation.CombineMean}
	both, err := policy.Combine(result)
	if err != nil {
		fmt.Println(err)
		return
	}
	stored, _ = json.Marshal(both)
	again, err = policy.Replay(stored, scheme(10))
	fmt.Println(both.Total(), again.Same, err)
	// Output:
	// true <nil>
	// 8 is stored, 16 comes out
	// false <nil>
	// 8 true <nil>
}

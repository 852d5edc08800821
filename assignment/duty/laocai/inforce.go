package laocai

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/duty"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// DistrictReading is what became of the district's parts after 30/6/2025. No text
// at hand says it.
type DistrictReading uint8

// The readings.
const (
	Rehomed DistrictReading = iota // another body took over what one could
	Lapsed                         // they lapsed with the level
)

// JointReading is how the three evaluating bodies act.
type JointReading uint8

// The readings.
const (
	Together  JointReading = iota // as one group, none alone
	EachAlone                     // each may act alone
)

// Readings are the readings under which the matrices of the dispatch are made;
// the zero value takes the default of each.
type Readings struct {
	Districts DistrictReading
	Joint     JointReading
}

// InForce is the matrix of the dispatch on a day under the default readings:
// three levels to 30/6/2025, two after; since 1/3/2025 with the merged
// departments. A day before 2021 is an error. Its caveats say what limits the
// answer on that day.
func InForce(day civil.Date) (duty.Matrix, error) { return Readings{}.InForce(day) }

// InForce is the matrix of the dispatch on a day under these readings.
func (r Readings) InForce(day civil.Date) (duty.Matrix, error) {
	if err := rule.CheckDay(day); err != nil {
		return duty.Matrix{}, err
	}
	if day.Before(rule.Day(2021, 1, 1)) {
		return duty.Matrix{}, rule.NewMisuse(nil, rule.Text{Vi: "công văn ban hành năm 2021, không nói về ngày {day}", En: "the dispatch is of 2021 and says nothing of {day}"}, rule.A("day", day))
	}
	p, err := r.parts(), errThreeLevel
	if !day.Before(firstOfNew) {
		p, err = p.Succeed(org.ThreeLevel, rule.Span{From: firstOfNew, To: org.LastDistrictDay()}, departmentMoves(p)...)
	}
	if err == nil && !day.Before(firstOfTwoLevel) {
		p, err = p.Succeed(org.TwoLevel, rule.Span{From: firstOfTwoLevel}, r.districtMoves(p)...)
	}
	var m duty.Matrix
	if err == nil {
		m, err = duty.NewMatrix(p)
	}
	if err == nil {
		m, err = m.On(day)
	}
	return m, err
}

// threeLevel is the matrix as the dispatch has it.
var threeLevel, errThreeLevel = duty.NewMatrix(duty.Parts{
	Basis: basis, Government: org.ThreeLevel, Span: rule.Span{From: rule.Day(2021, 1, 1), To: lastOfOldDepartments},
	Bodies: bodies, Groups: groups, Addressees: addressees, Duties: catalogue, Caveats: caveats,
})

// parts are those of the dispatch's own matrix under the readings.
func (r Readings) parts() duty.Parts {
	p := threeLevel.Parts()
	if r.Joint == EachAlone {
		p.Groups = slices.DeleteFunc(p.Groups, func(g duty.Group) bool { return g.ID == groupEvaluators })
		for i := range p.Duties {
			if d := &p.Duties[i]; d.Group == groupEvaluators {
				d.Group, d.Bearers = "", singly(d.Bearers)
			}
		}
	}
	return p
}

// singly turns "bears jointly" into "bears".
func singly(p duty.Parties) duty.Parties {
	list := slices.Collect(p.All())
	for i := range list {
		if list[i].Verb == duty.BearsJointly {
			list[i].Verb = duty.Bears
		}
	}
	return duty.By(list...)
}

var caveats = []duty.Caveat{
	{Span: rule.Span{To: lastDay}, Text: rule.Text{
		Vi: "không rõ ngày ban hành văn bản; chậm nhất từ ngày 10/8/2021 văn bản đã ràng buộc",
		En: "the day of the dispatch is not known; it binds from 2021-08-10 at the latest"}},
	{Span: rule.Span{From: firstOfNew}, Text: rule.Text{
		Vi: "việc hợp nhất các sở từ ngày 01/3/2025 và cơ quan kế tiếp chưa được xác nhận",
		En: "the mergers of departments on 2025-03-01 and their successors are unconfirmed"}},
	{Span: rule.Span{From: firstOfTwoLevel}, Text: rule.Text{
		Vi: "việc cấp huyện theo mô hình hai cấp là cách hiểu; cách hiểu khác: các việc ấy không còn",
		En: "where the district's duties went is a reading; otherwise: they lapsed"}},
	{Span: rule.Span{From: firstOfTwoLevel}, Text: rule.Text{
		Vi: "văn bản không gửi các đơn vị thuộc tỉnh Yên Bái cũ",
		En: "the units of the former Yên Bái were never addressed"}},
	{Span: rule.Span{From: rule.Day(2026, 1, 1)}, Text: rule.Text{
		Vi: "văn bản của giai đoạn 2021–2025; chưa được cung cấp văn bản kế tiếp",
		En: "text of 2021–2025; its successor was not supplied"}},
}

// departmentMoves hands every part of a merged department to its heir: that of
// poverty reduction where it has several.
func departmentMoves(p duty.Parts) []duty.Transfer {
	var moves []duty.Transfer
	for _, d := range p.Duties {
		for _, b := range p.Bodies {
			h, ok := b.Heir(org.FieldPoverty)
			if !ok || b.Span.To != lastOfOldDepartments || !d.Bearers.Has(b.ID) && !d.With.Has(b.ID) && !d.Towards.Has(b.ID) {
				continue
			}
			moves = append(moves, duty.Transfer{Duty: d.ID, From: b.ID, To: []org.BodyID{h.To}, On: firstOfNew, Confidence: h.Confidence,
				Why: rule.Text{Vi: "cơ quan kế tiếp về giảm nghèo", En: "its successor for poverty reduction"}})
		}
	}
	return moves
}

// home is one row of the table of district duties: who took which duty over.
type home struct {
	duty       rule.DutyID
	to         []org.BodyID // nobody where empty
	confidence rule.Confidence
	why        rule.Text
}

var (
	noDistrict   = rule.Text{Vi: "không còn người và cơ quan cấp huyện để làm", En: "the people and bodies of the district that would do it are gone"}
	communeLeft  = rule.Text{Vi: "cấp xã còn lại là nơi phối hợp", En: "the commune remains as the one to work with"}
	toSteering   = rule.Text{Vi: "Ban Chỉ đạo tỉnh là cấp chỉ đạo còn lại", En: "the provincial Steering Committee is the directing body that remains"}
	toEvaluators = rule.Text{Vi: "nhóm đánh giá cấp tỉnh; xã không tự đánh giá mình", En: "the provincial evaluators; a commune does not evaluate itself"}
	toCommune    = rule.Text{Vi: "phòng chuyên môn nay thuộc cấp xã", En: "specialized divisions are now the commune's"}
	toOffice     = rule.Text{Vi: "cơ quan giúp việc cho chương trình ở tỉnh", En: "the office that serves the program in the province"}
	nextUp       = rule.Text{Vi: "cấp trên trực tiếp của xã nay là tỉnh", En: "the level above a commune is now the province"}
)

// homes says for every duty in which the district stood where its part went. All of it is
// inference. Decree 131/2025/NĐ-CP, Mục 14 (Điều 42–45), was read: of these programs it passes
// on the recognition of communes and the poverty review, and none of these duties.
var homes = []home{
	{duty.KeepContact, nil, rule.Med, communeLeft},
	{duty.ReferDifficulty, []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{duty.SharePractices, nil, rule.Med, communeLeft},
	{duty.CarryMovements, nil, rule.Med, communeLeft},
	{duty.AssignDistrictHelper, nil, rule.Med, noDistrict},
	{duty.NotifyDistrictHelper, nil, rule.Med, noDistrict},
	{duty.CoordinateWithLeaders, []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{duty.DirectCommunes, []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{duty.SetSolutionsOfYear, []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{duty.SetSolutionsOfPeriod, []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{duty.EvaluateCommune, []org.BodyID{HomeAffairs, AgricultureEnvironment, CoordinationOffice}, rule.Low, toEvaluators},
	{duty.PlaceStaff, []org.BodyID{CommuneCommittee}, rule.LowMed, toCommune},
	{duty.HoldTraining, []org.BodyID{CoordinationOffice}, rule.Low, toOffice},
	{duty.ExchangeInformation, []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
	{duty.ReportResults, []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
	{duty.Recommend, []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
	{duty.CommuneProposes, []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
}

var lapsed = rule.Text{Vi: "hiểu là không còn cùng với cấp huyện", En: "read as lapsed with the district level"}

// districtMoves turns the table into one transfer for each district body and duty.
func (r Readings) districtMoves(p duty.Parts) []duty.Transfer {
	var moves []duty.Transfer
	for _, h := range homes {
		i := slices.IndexFunc(p.Duties, func(d duty.Duty) bool { return d.ID == h.duty })
		for _, from := range []org.BodyID{DistrictSteering, DistrictCommittee, DistrictDivisions} {
			d := p.Duties[i]
			if !d.Bearers.Has(from) && !d.With.Has(from) && !d.Towards.Has(from) {
				continue
			}
			t := duty.Transfer{Duty: h.duty, From: from, To: h.to, On: firstOfTwoLevel, Confidence: h.confidence, Why: h.why}
			switch {
			case r.Districts == Lapsed:
				t.To, t.Confidence, t.Why = nil, rule.NotObtained, lapsed
			case from == DistrictDivisions:
				t.To = nil
			}
			moves = append(moves, t)
		}
	}
	return moves
}

// oldLaoCai is the code of the province to 30/6/2025; since then 15 is, which was Yên Bái's.
const oldLaoCai org.UnitCode = "10"

// Addresses reports whether the dispatch reached the territory of a unit: all of
// it, some or none lay in Lào Cai as it was to 30/6/2025. known is false where
// the gazetteer cannot tell. Whether units other than xã count is a policy and is
// not judged here.
func Addresses(g org.Gazetteer, code org.UnitCode, on civil.Date) (all, some, known bool) {
	day := on
	if on.After(org.LastDistrictDay()) {
		day = org.LastDistrictDay()
	}
	made := g.Predecessors(code, on, day)
	inside := 0
	for _, k := range made {
		within := k.Unit.Code == oldLaoCai && k.Unit.Kind == org.KindProvince
		above := 0
		for a := range g.Ancestors(k.Unit.Code, day) {
			above++
			within = within || a.Code == oldLaoCai && a.Kind == org.KindProvince
		}
		if above == 0 && k.Unit.Kind != org.KindProvince {
			return false, false, false
		}
		if within {
			inside++
		}
	}
	return inside == len(made) && inside > 0, inside > 0, len(made) > 0
}

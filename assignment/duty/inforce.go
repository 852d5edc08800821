package duty

import (
	"fmt"
	"slices"

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
func InForce(day civil.Date) (Matrix, error) { return Readings{}.InForce(day) }

// InForce is the matrix of the dispatch on a day under these readings.
func (r Readings) InForce(day civil.Date) (Matrix, error) {
	if !day.IsValid() || day.Before(rule.Day(2021, 1, 1)) {
		return Matrix{}, fmt.Errorf("duty: the dispatch is of 2021 and says nothing of %s", day)
	}
	p := r.threeLevel()
	var err error
	if !day.Before(firstOfNew) {
		p, err = p.Succeed(org.ThreeLevel, rule.Span{From: firstOfNew, To: org.LastDistrictDay()}, departmentMoves(p)...)
	}
	if err == nil && !day.Before(firstOfTwoLevel) {
		p, err = p.Succeed(org.TwoLevel, rule.Span{From: firstOfTwoLevel}, r.districtMoves(p)...)
	}
	if err != nil {
		return Matrix{}, err
	}
	m, err := NewMatrix(p)
	if err != nil {
		return Matrix{}, err
	}
	return m.On(day)
}

// threeLevel is the matrix as the dispatch has it.
func (r Readings) threeLevel() Parts {
	p := Parts{
		Government: org.ThreeLevel, Span: rule.Span{From: rule.Day(2021, 1, 1), To: lastOfOldDepartments},
		Bodies: bodies, Groups: groups, Addressees: addressees, Duties: catalogue, Caveats: caveats,
	}.clone()
	if r.Joint == EachAlone {
		p.Groups = slices.DeleteFunc(p.Groups, func(g Group) bool { return g.ID == groupEvaluators })
		for i := range p.Duties {
			if d := &p.Duties[i]; d.Group == groupEvaluators {
				d.Group, d.Bearers = "", singly(d.Bearers)
			}
		}
	}
	return p
}

// singly turns "bears jointly" into "bears".
func singly(p Parties) Parties {
	list := slices.Clone(p.list)
	for i := range list {
		if list[i].Verb == BearsJointly {
			list[i].Verb = Bears
		}
	}
	return Parties{list}
}

var caveats = []Caveat{
	{rule.Span{To: lastDay}, rule.Text{
		Vi: "không rõ ngày ban hành văn bản; chậm nhất từ ngày 10/8/2021 văn bản đã ràng buộc",
		En: "the day of the dispatch is not known; it binds from 2021-08-10 at the latest"}},
	{rule.Span{From: firstOfNew}, rule.Text{
		Vi: "việc hợp nhất các sở từ ngày 01/3/2025 và cơ quan kế tiếp chưa được xác nhận",
		En: "the mergers of departments on 2025-03-01 and their successors are unconfirmed"}},
	{rule.Span{From: firstOfTwoLevel}, rule.Text{
		Vi: "việc cấp huyện theo mô hình hai cấp là cách hiểu; cách hiểu khác: các việc ấy không còn",
		En: "where the district's duties went is a reading; otherwise: they lapsed"}},
	{rule.Span{From: firstOfTwoLevel}, rule.Text{
		Vi: "văn bản không gửi các đơn vị thuộc tỉnh Yên Bái cũ",
		En: "the units of the former Yên Bái were never addressed"}},
	{rule.Span{From: rule.Day(2026, 1, 1)}, rule.Text{
		Vi: "văn bản của giai đoạn 2021–2025; chưa được cung cấp văn bản kế tiếp",
		En: "text of 2021–2025; its successor was not supplied"}},
}

// departmentMoves hands every part of a merged department to its heir: that of
// poverty reduction where it has several.
func departmentMoves(p Parts) []Transfer {
	var moves []Transfer
	for _, d := range p.Duties {
		for _, b := range p.Bodies {
			h, ok := b.Heir(org.FieldPoverty)
			if !ok || !d.Bearers.Has(b.ID) && !d.With.Has(b.ID) && !d.Towards.Has(b.ID) {
				continue
			}
			moves = append(moves, Transfer{Duty: d.ID, From: b.ID, To: []org.BodyID{h.To}, On: firstOfNew, Confidence: h.Confidence,
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

// homes says for every duty in which the district stood where its part went. All
// of it is inference from the texts of 2025 that divide the district's powers;
// their clauses on these programs were not read.
var homes = []home{
	{"s1.b3.contact", nil, rule.Med, communeLeft},
	{"s1.b3.report", []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{"s1.b6.practices", nil, rule.Med, communeLeft},
	{"s1.b6.movements", nil, rule.Med, communeLeft},
	{"s2.b1.assign", nil, rule.Med, noDistrict},
	{"s2.b1.notify", nil, rule.Med, noDistrict},
	{"s2.b2.coordinate", []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{"s2.b2.direct", []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{"s2.b2.solutions-year", []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{"s2.b2.solutions-period", []org.BodyID{ProvinceSteering}, rule.Low, toSteering},
	{"s2.b2.evaluate", []org.BodyID{HomeAffairs, AgricultureEnvironment, CoordinationOffice}, rule.Low, toEvaluators},
	{"s2.b3.staff", []org.BodyID{CommuneCommittee}, rule.LowMed, toCommune},
	{"s2.b3.training", []org.BodyID{CoordinationOffice}, rule.Low, toOffice},
	{"s3.b1.exchange", []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
	{"s3.b1.report", []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
	{"s3.b1.recommend", []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
	{"s3.b1.propose", []org.BodyID{ProvinceCommittee}, rule.Low, nextUp},
}

var lapsed = rule.Text{Vi: "hiểu là không còn cùng với cấp huyện", En: "read as lapsed with the district level"}

// districtMoves turns the table into one transfer for each district body and duty.
func (r Readings) districtMoves(p Parts) []Transfer {
	var moves []Transfer
	for _, h := range homes {
		i := slices.IndexFunc(p.Duties, func(d Duty) bool { return d.ID == h.duty })
		for _, from := range []org.BodyID{DistrictSteering, DistrictCommittee, DistrictDivisions} {
			d := p.Duties[i]
			if !d.Bearers.Has(from) && !d.With.Has(from) && !d.Towards.Has(from) {
				continue
			}
			t := Transfer{Duty: h.duty, From: from, To: h.to, On: firstOfTwoLevel, Confidence: h.confidence, Why: h.why}
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

// Succeed is the parts under another model of government or after bodies ceased:
// each part of a body that the model has not, or that does not exist on all days
// of the span, goes where a transfer says. A part that no transfer speaks of is a
// fault; all are reported as [rule.Findings]. Groups and addressees follow the
// heirs of their bodies. The transfers are kept with the parts.
func (p Parts) Succeed(g org.Government, span rule.Span, moves ...Transfer) (Parts, error) {
	s := succession{next: p.clone(), moves: moves}
	s.next.Government, s.next.Span = g, span
	s.ceased = map[org.BodyID]org.Body{}
	for _, b := range p.Bodies {
		if !g.Has(b.Level) || !b.Span.Covers(span) && !b.Span.From.After(span.From) {
			s.ceased[b.ID] = b
		}
	}
	for i := range s.next.Duties {
		s.duty(i)
	}
	var left []Group
	for _, group := range p.Groups {
		if group.Members = s.heirs(group.Members); len(group.Members) > 0 {
			left = append(left, group)
		}
	}
	s.next.Groups = left
	s.next.Addressees = s.heirs(p.Addressees)
	s.next.Transfers = append(s.next.Transfers, moves...)
	return s.next, s.found.Err()
}

type succession struct {
	next   Parts
	moves  []Transfer
	ceased map[org.BodyID]org.Body
	found  rule.Findings
}

func (s *succession) duty(i int) {
	d := &s.next.Duties[i]
	at := rule.Path("duties").Index(i)
	before := d.Bearers
	d.Bearers = s.parties(at.Key("bearers"), d.ID, d.Bearers)
	d.With = s.parties(at.Key("with"), d.ID, d.With)
	d.Towards = s.parties(at.Key("towards"), d.ID, d.Towards)
	if d.Group != "" && !slices.Equal(before.list, d.Bearers.list) {
		s.regroup(d)
	}
}

// regroup finds the group that the bearers after a transfer are; bearers who are
// none bear singly.
func (s *succession) regroup(d *Duty) {
	for _, g := range s.next.Groups {
		members := s.heirs(g.Members)
		if len(members) > 0 && len(members) == d.Bearers.Len() && !slices.ContainsFunc(members, func(b org.BodyID) bool { return !d.Bearers.Has(b) }) {
			d.Group = g.ID
			return
		}
	}
	d.Group, d.Bearers = "", singly(d.Bearers)
}

// parties hands the parts of ceased bodies on, each heir once.
func (s *succession) parties(at rule.Path, duty rule.DutyID, old Parties) Parties {
	var list []Party
	add := func(p Party) {
		if !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	for i, p := range old.list {
		b, gone := s.ceased[p.Body]
		if !gone {
			add(p)
			continue
		}
		j := slices.IndexFunc(s.moves, func(t Transfer) bool { return t.Duty == duty && t.From == p.Body })
		if j < 0 {
			s.found = append(s.found, table.Broken(ErrTransferUntold, at.Index(i), rule.A("body", b.Name(s.next.Span.From)), rule.A("duty", string(duty))))
			continue
		}
		for _, to := range s.moves[j].To {
			add(Party{to, p.Verb})
		}
	}
	return Parties{list}
}

// heirs replaces ceased bodies by who took over their work for the poor.
func (s *succession) heirs(ids []org.BodyID) []org.BodyID {
	var list []org.BodyID
	for _, id := range ids {
		if b, gone := s.ceased[id]; gone {
			h, ok := b.Heir(org.FieldPoverty)
			if !ok {
				continue
			}
			id = h.To
		}
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
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

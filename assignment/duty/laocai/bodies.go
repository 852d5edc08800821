package laocai

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The classes of bodies and people that the dispatch names without listing their
// members, and the bodies it does not name that stand in the matrix. What
// dispatch.go lists are the bodies it names.
const (
	Leaders            org.BodyID = "lanh-dao-giup-xa"   // lãnh đạo được phân công giúp đỡ xã
	AssistingTeam      org.BodyID = "to-giup-viec"       // Tổ giúp việc
	CriterionOwners    org.BodyID = "phu-trach-tieu-chi" // cơ quan phụ trách tiêu chí
	RelatedUnits       org.BodyID = "don-vi-lien-quan"   // đơn vị có liên quan
	CoordinatingBodies org.BodyID = "don-vi-phoi-hop"    // đơn vị phối hợp
	Agencies           org.BodyID = "co-quan-don-vi"     // các cơ quan, đơn vị
	DistrictDivisions  org.BodyID = "phong-ban-huyen"    // phòng, ban chuyên môn huyện
	CommuneParty       org.BodyID = "cap-uy-xa"          // cấp ủy, Đảng bộ xã
	GrassrootsCadres   org.BodyID = "can-bo-xa-thon"     // cán bộ xã, thôn, bản
	People             org.BodyID = "nhan-dan"           // Nhân dân
	Donors             org.BodyID = "nha-hao-tam"        // tổ chức, cá nhân ủng hộ
	// AgricultureEnvironment succeeds Agriculture and, for poverty, Labour.
	AgricultureEnvironment org.BodyID = "so-nnmt" // Sở Nông nghiệp và Môi trường
)

// Heirs that have no part in the dispatch: two of Labour, and those of the district divisions.
const (
	health         org.BodyID = "so-y-te"
	education      org.BodyID = "so-gddt"
	communeEconomy org.BodyID = "phong-kinh-te-xa"     // Phòng Kinh tế; of a ward Phòng Kinh tế, Hạ tầng và Đô thị
	communeSociety org.BodyID = "phong-van-hoa-xa-hoi" // Phòng Văn hóa - Xã hội
)

var (
	// The organisation of the specialized bodies of the two levels, as the Government's portal
	// describes it.
	nd150 = rule.Source{Kind: rule.Decree, Number: "150/2025/NĐ-CP", Year: 2025,
		Page: "https://xaydungchinhsach.chinhphu.vn/chinh-phu-quy-dinh-cac-phong-chuyen-mon-duoc-to-chuc-o-cap-xa-11925061312000936.htm"}
	// The duties of the departments of home affairs: labour market, employment, merit.
	tt06 = rule.Source{Kind: rule.Circular, Number: "06/2026/TT-BNV", Date: rule.Day(2026, 4, 29), Article: "1",
		Page: "https://github.com/diepxuan/diepxuan.github.io/blob/43b2aefb7d4f1473128952860a5a0dab414ed867/van-ban/noi-vu/thong-tu-06-2026-tt-bnv-sua-doi-tt-10-2025-chuc-nang-so-noi-vu.md"}
)

// The groups of bearers that the text names in one breath.
const (
	groupDistrict   = "district"
	groupCommune    = "commune"
	groupEvaluators = "evaluators"
)

var (
	lastOfOldDepartments = rule.Day(2025, 2, 28)
	firstOfNew           = rule.Day(2025, 3, 1)
	firstOfTwoLevel      = rule.Day(2025, 7, 1)
)

// bodies is every body and class of the matrices, of all days. That the
// departments merged on 1/3/2025 is unconfirmed (high).
var bodies = []org.Body{
	body(ProvinceCommittee, org.PeoplesCommittee, org.LevelProvince, "Ủy ban nhân dân tỉnh", "provincial People's Committee"),
	body(ProvinceSteering, org.SteeringCommittee, org.LevelProvince, "Ban Chỉ đạo tỉnh", "provincial Steering Committee"),
	body(CoordinationOffice, org.CoordinationOffice, org.LevelProvince, "Văn phòng Điều phối nông thôn mới tỉnh", "provincial Coordination Office for New Rural Development"),
	body(HomeAffairs, org.Department, org.LevelProvince, "Sở Nội vụ", "Department of Home Affairs"),
	ended(body(Labour, org.Department, org.LevelProvince, "Sở Lao động - Thương binh và Xã hội", "Department of Labor, Invalids and Social Affairs"),
		lastOfOldDepartments, rule.High,
		org.Heir{Field: org.FieldPoverty, To: AgricultureEnvironment, Confidence: rule.High},
		org.Heir{Field: org.FieldLabour, To: HomeAffairs, Confidence: rule.Read, Source: tt06},
		org.Heir{Field: org.FieldSocialProtection, To: health, Confidence: rule.High},
		org.Heir{Field: org.FieldVocationalTraining, To: education, Confidence: rule.High}),
	member(ended(body(Agriculture, org.Department, org.LevelProvince, "Sở Nông nghiệp và Phát triển nông thôn", "Department of Agriculture and Rural Development"),
		lastOfOldDepartments, rule.High,
		org.Heir{To: AgricultureEnvironment, Confidence: rule.High}), CriterionOwners, Agencies),
	member(begun(body(AgricultureEnvironment, org.Department, org.LevelProvince, "Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment")),
		CriterionOwners, Agencies),
	unconfirmed(body(health, org.Department, org.LevelProvince, "Sở Y tế", "Department of Health")),
	unconfirmed(body(education, org.Department, org.LevelProvince, "Sở Giáo dục và Đào tạo", "Department of Education and Training")),
	class(Leaders, org.OtherBody, org.LevelProvince, "lãnh đạo được phân công giúp đỡ xã", "leaders assigned to help a commune"),
	class(AssistingTeam, org.OtherBody, org.LevelProvince, "Tổ giúp việc", "assisting teams"),
	class(CriterionOwners, org.OtherBody, org.LevelProvince, "cơ quan phụ trách tiêu chí", "agencies in charge of a criterion"),
	class(RelatedUnits, org.OtherBody, org.LevelProvince, "đơn vị có liên quan", "related units"),
	class(CoordinatingBodies, org.OtherBody, org.LevelProvince, "đơn vị phối hợp", "coordinating bodies"),
	class(Agencies, org.OtherBody, org.LevelProvince, "các cơ quan, đơn vị", "agencies and units"),
	ended(class(DistrictCommittee, org.PeoplesCommittee, org.LevelDistrict, "Ủy ban nhân dân cấp huyện", "district People's Committee"),
		org.LastDistrictDay(), rule.Secondary),
	ended(class(DistrictSteering, org.SteeringCommittee, org.LevelDistrict, "Ban Chỉ đạo cấp huyện", "district Steering Committee"),
		org.LastDistrictDay(), rule.Secondary),
	ended(class(DistrictDivisions, org.Division, org.LevelDistrict, "phòng, ban chuyên môn cấp huyện", "specialized divisions of the district"),
		org.LastDistrictDay(), rule.Secondary,
		org.Heir{Field: org.FieldPoverty, To: communeEconomy, Confidence: rule.Read, Source: nd150},
		org.Heir{Field: org.FieldNewRural, To: communeEconomy, Confidence: rule.Read, Source: nd150},
		org.Heir{Field: org.FieldLabour, To: communeSociety, Confidence: rule.Read, Source: nd150},
		org.Heir{Field: org.FieldSocialProtection, To: communeSociety, Confidence: rule.Read, Source: nd150}),
	communeDivision(communeEconomy, "Phòng Kinh tế (phường, đặc khu Phú Quốc: Phòng Kinh tế, Hạ tầng và Đô thị)", "commune Division of the Economy (ward: Economy, Infrastructure and Urban Affairs)"),
	communeDivision(communeSociety, "Phòng Văn hóa - Xã hội", "commune Division of Culture and Society"),
	class(CommuneCommittee, org.PeoplesCommittee, org.LevelCommune, "Ủy ban nhân dân cấp xã", "commune People's Committee"),
	class(CommuneSteering, org.SteeringCommittee, org.LevelCommune, "Ban Chỉ đạo cấp xã", "commune Steering Committee"),
	class(CommuneParty, org.PartyBody, org.LevelCommune, "cấp ủy, Đảng bộ xã", "commune Party committee and organization"),
	class(GrassrootsCadres, org.OtherBody, org.LevelCommune, "cán bộ xã, thôn, bản", "commune and village cadres"),
	class(People, org.OtherBody, org.LevelCommune, "Nhân dân", "the people"),
	class(Donors, org.OtherBody, org.LevelProvince, "tổ chức, cá nhân ủng hộ", "organizations and individuals who contribute"),
}

func body(id org.BodyID, k org.BodyKind, l org.Level, vi, en string) org.Body {
	return org.Body{ID: id, Kind: k, Level: l, Names: []org.Name{{Text: rule.Text{Vi: vi, En: en}}}, Confidence: rule.Read, Source: dispatch}
}

func class(id org.BodyID, k org.BodyKind, l org.Level, vi, en string) org.Body {
	b := body(id, k, l, vi, en)
	b.Class = true
	return b
}

func ended(b org.Body, last civil.Date, c rule.Confidence, heirs ...org.Heir) org.Body {
	b.Span.To, b.Confidence, b.Heirs = last, c, heirs
	b.Source = rule.Source{}
	if b.Level == org.LevelDistrict {
		b.Source = duty.TwoLevelLaw
	}
	return b
}

func begun(b org.Body) org.Body {
	b.Span.From = firstOfNew
	return unconfirmed(b)
}

// unconfirmed is a body that the dispatch does not name.
func unconfirmed(b org.Body) org.Body {
	b.Confidence, b.Source = rule.High, rule.Source{}
	return b
}

// communeDivision is a class of divisions of communes since the two levels.
func communeDivision(id org.BodyID, vi, en string) org.Body {
	b := class(id, org.Division, org.LevelCommune, vi, en)
	b.Span.From, b.Source = firstOfTwoLevel, nd150
	return b
}

func member(b org.Body, classes ...org.BodyID) org.Body {
	b.Classes = classes
	return b
}

// addressees are those in «Kính gửi», the bodies of 2021.
var addressees = []org.BodyID{Leaders, HomeAffairs, Labour, Agriculture, CoordinationOffice, DistrictCommittee, CommuneCommittee}

// groups are the bearers that act as one (Reading; the evaluators' alternative
// is that each may act alone).
var groups = []duty.Group{
	{ID: groupDistrict, Members: []org.BodyID{DistrictSteering, DistrictCommittee}},
	{ID: groupCommune, Members: []org.BodyID{CommuneSteering, CommuneCommittee}},
	{ID: groupEvaluators, Members: []org.BodyID{HomeAffairs, Labour, CoordinationOffice}},
}

package main

import (
	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// fact says where a line comes from: a page, or made up for the example.
type fact struct {
	Page         string `json:"page,omitempty"`
	Illustrative bool   `json:"illustrative,omitempty"`
}

var illustrative = fact{Illustrative: true}

// The pages on which the real facts were published.
const (
	pageBank     = "https://vnubw.org.vn/tin-tuc/t7151/ngan-hang-lao-cai-tang-qua-ho-dan-hoc-sinh-ngheo-xa-ta-thang"
	pageCement   = "https://cicinvest.com.vn/https-baolaocai-vn-bai-viet-350255-xa-minh-luong-62-ho-kho-khan-ve-nha-o-duoc-ho-tro-xi-mang-de-cung-hoa/"
	pagePhinNgan = "https://snnptnt.laocai.gov.vn/1244/28028/45620/591552/tin-tuc-trong-nganh/so-nong-nghiep-va-ptnt-lao-cai-giup-do-xa-phin-ngan-huyen-bat-xat-xay-dung-nong-thon-moi-va-giam"
	pageTriQuang = "https://moitruongdothilaocai.com.vn/tin-tuc/tin-noi-bo/xa-tri-quang-don-nhan-bang-cong-nhan-dat-chuan-nong-thon-moi/"
	pageAMuSung  = "https://dantocmiennui.vn/ra-mat-mo-hinh-diem-sang-bien-gioi-tai-lao-cai-post329042.html"
)

// decision1599 assigned the leaders for 2021–2025; its list could not be read.
var decision1599 = rule.Source{Kind: rule.Decision, Number: "1599/QĐ-UBND", Date: rule.Day(2021, 5, 14), Issuer: "UBND tỉnh Lào Cai"}

// communes are the communes of the example with their codes of 2021.
var communes = map[org.UnitCode]org.Unit{
	"02770": {Code: "02770", Name: "Nậm Chảy", Kind: org.KindCommune},
	"02776": {Code: "02776", Name: "Lùng Khấu Nhin", Kind: org.KindCommune},
	"02794": {Code: "02794", Name: "Tả Thàng", Kind: org.KindCommune},
	"03112": {Code: "03112", Name: "Minh Lương", Kind: org.KindCommune},
	"02743": {Code: "02743", Name: "Phìn Ngan", Kind: org.KindCommune},
	"02935": {Code: "02935", Name: "Trì Quang", Kind: org.KindCommune},
	"02686": {Code: "02686", Name: "A Mú Sung", Kind: org.KindCommune},
	"02920": {Code: "02920", Name: "Phong Niên", Kind: org.KindCommune},
}

func communeName(code org.UnitCode, l rule.Lang) string {
	return communes[code].In(l) + " (" + string(code) + ")"
}

// The helping bodies, real all of them.
var bodies = map[org.BodyID]rule.Text{
	"nhnn-lao-cai": {Vi: "Ngân hàng Nhà nước – Chi nhánh tỉnh Lào Cai", En: "State Bank, Lào Cai branch"},
	"so-khdt":      {Vi: "Sở Kế hoạch và Đầu tư", En: "Department of Planning and Investment"},
	"so-nnptnt":    {Vi: "Sở Nông nghiệp và Phát triển nông thôn", En: "Department of Agriculture and Rural Development"},
	"ctcp-mtdt":    {Vi: "Công ty CP Môi trường Đô thị tỉnh Lào Cai", En: "Lào Cai Urban Environment JSC"},
	"hoi-nong-dan": {Vi: "Hội Nông dân tỉnh", En: "Provincial Farmers' Union"},
	"don-vi-moi":   {Vi: "Đơn vị được phân công sau (minh họa)", En: "A body assigned later (illustrative)"},
}

func since(year, month, day int) rule.Span { return rule.Span{From: rule.Day(year, month, day)} }

// leaders are named by post and body, never by person.
var leaders = []assignment.Leader{
	{ID: "nhnn", Post: "Giám đốc", Body: "nhnn-lao-cai", Personnel: assignment.CivilServant},
	{ID: "khdt", Post: "Giám đốc", Body: "so-khdt", Personnel: assignment.CivilServant},
	{ID: "nnptnt", Post: "Phó Giám đốc", Body: "so-nnptnt", Personnel: assignment.CivilServant},
	{ID: "mtdt", Post: "Giám đốc", Body: "ctcp-mtdt", Personnel: assignment.EnterpriseManager},
	{ID: "hnd", Post: "Chủ tịch", Body: "hoi-nong-dan", Personnel: assignment.Cadre},
	{ID: "moi", Post: "Thủ trưởng", Body: "don-vi-moi"},
}

// helped is one line of the roster and what is known of it.
type helped struct {
	assignment.Assignment
	// pairing says whether body and commune are published; the posts, days and
	// wording of the decision are illustrative in every line.
	pairing fact
}

// before and after are the rosters around decision 1599.
var (
	before = []helped{
		{assignment.Assignment{ID: "nhnn-nam-chay", Leader: "nhnn", Commune: "02770", Span: rule.Span{From: rule.Day(2016, 5, 1), To: rule.Day(2021, 5, 13)}, End: assignment.EndMoved}, illustrative},
		{assignment.Assignment{ID: "mtdt-tri-quang", Leader: "mtdt", Commune: "02935", Span: since(2019, 1, 1)}, fact{Page: pageTriQuang}},
	}
	after = []helped{
		{assignment.Assignment{ID: "nhnn-ta-thang", Leader: "nhnn", Commune: "02794", Span: since(2021, 5, 14), Decision: decision1599, Replaces: "02770"}, fact{Page: pageBank}},
		{assignment.Assignment{ID: "nhnn-lung-khau-nhin", Leader: "nhnn", Commune: "02776", Span: since(2021, 5, 14), Decision: decision1599}, illustrative},
		{assignment.Assignment{ID: "khdt-minh-luong", Leader: "khdt", Commune: "03112", Span: since(2021, 5, 14), Decision: decision1599, Team: []assignment.Member{
			{ID: "M1", Post: "Trưởng phòng"}, {ID: "M2", Post: "Chuyên viên"}, {ID: "M3", Post: "Chuyên viên"}}}, fact{Page: pageCement}},
		{assignment.Assignment{ID: "nnptnt-phin-ngan", Leader: "nnptnt", Commune: "02743", Span: since(2021, 5, 14), Decision: decision1599}, fact{Page: pagePhinNgan}},
		{assignment.Assignment{ID: "mtdt-tri-quang", Leader: "mtdt", Commune: "02935", Span: since(2019, 1, 1)}, fact{Page: pageTriQuang}},
		{assignment.Assignment{ID: "hnd-a-mu-sung", Leader: "hnd", Commune: "02686", Span: since(2021, 5, 14), Decision: decision1599}, fact{Page: pageAMuSung}},
		{assignment.Assignment{ID: "moi-phong-nien", Leader: "moi", Commune: "02920", Span: since(2021, 8, 11)}, illustrative},
	}
)

func rosterOf(lines []helped) (assignment.Roster, error) {
	e := assignment.Entries{Leaders: leaders}
	for _, h := range lines {
		e.Assignments = append(e.Assignments, h.Assignment)
	}
	return assignment.NewRoster(e)
}

func newRoster() (assignment.Roster, error) { return rosterOf(after) }

// pairingOf says what is published of an assignment.
func pairingOf(id string) fact {
	for _, lines := range [][]helped{after, before} {
		for _, h := range lines {
			if h.ID == id {
				return h.pairing
			}
		}
	}
	return illustrative
}

// who names a leader by post and body.
func who(r assignment.Roster, leader string, l rule.Lang) string {
	found, ok := r.Leader(leader)
	if !ok {
		return leader
	}
	posts := map[string]string{"Giám đốc": "Director", "Phó Giám đốc": "Deputy Director", "Chủ tịch": "Chairperson", "Thủ trưởng": "Head"}
	post := found.Post
	if l == rule.En && posts[post] != "" {
		post = posts[post]
	}
	return post + ", " + bodies[found.Body].In(l)
}

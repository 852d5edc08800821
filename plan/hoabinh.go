package plan

import (
	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// HoaBinh2023 is what the Party committee of Hòa Bình asked of the provincial leaders who
// follow communes (theo dõi xã) in their term of office to 2025: a program of work for each year, made in
// January and sent to five addressees. It asks for no plan of the period, nothing by month
// and nothing of a team. Each call makes a fresh value.
//
// It is known from the province's own pages, which name the regulation 26-QĐ/TU and its
// guidance 2097-CV/BTCTU of 26/4/2023; the articles could not be read, so the guidance is
// cited whole. When the regulation began to bind is not known: at the latest on the day of
// the guidance. The page gives May for 2023 without a day, so that the program of 2023 has no
// date here. The province ended on 30/6/2025.
func HoaBinh2023() Mandate {
	regulation := rule.Source{Kind: rule.Regulation, Number: "26-QĐ/TU", Issuer: "Ban Thường vụ Tỉnh ủy Hòa Bình", Page: hoaBinhRegulation}
	guidance := rule.Source{Kind: rule.Dispatch, Number: "2097-CV/BTCTU", Date: rule.Day(2023, 4, 26),
		Issuer: "Ban Tổ chức Tỉnh ủy Hòa Bình", Page: hoaBinhGuidance}
	january := func(year int) Deadline { return Deadline{Year: year, Before: rule.Day(year, 2, 1)} }
	return Mandate{
		ID:      "hoa-binh-2023",
		Version: "1",
		Basis: duty.MustBasis(duty.BasisParts{
			ID: "hoa-binh-2023", Version: "1", Source: regulation,
			Provisions: map[rule.DutyID]rule.Source{duty.AnnualPlan: guidance, duty.SendPlans: guidance},
			KnownFrom:  guidance.Date, Binds: rule.Span{To: rule.Day(2025, 6, 30)},
			Period: rule.Span{From: rule.Day(2023, 1, 1), To: rule.Day(2025, 12, 31)},
		}),
		Decision:  rule.Source{Kind: rule.Decision, Number: "718-QĐ/TU", Date: rule.Day(2022, 12, 14), Issuer: "Ban Thường vụ Tỉnh ủy Hòa Bình"},
		Role:      assignment.Overseer,
		FirstYear: 2023,
		LastYear:  2025,
		SendTo:    []org.BodyID{"ban-to-chuc-tinh-uy", "uy-vien-phu-trach-huyen", "thuong-vu-huyen-uy", "co-quan-cong-tac", "dang-uy-xa"},
		Deadlines: []Deadline{january(2024), january(2025)},
	}
}

const (
	hoaBinhRegulation = "https://hoabinh.gov.vn/tin-chi-tiet/-/bai-viet/ban-hanh-quy-inh-can-bo-lanh-ao-cac-co-quan-on-vi-cap-tinh-theo-doi-cac-xa-phuong-thi-tran-44736-1469.html"
	hoaBinhGuidance   = "https://hoabinh.gov.vn/tin-chi-tiet?p_p_id=com_soft_article_detail_DetailControllerPortlet&p_p_lifecycle=0&_com_soft_article_detail_DetailControllerPortlet_mvcRenderCommandName=%2Ftin-chi-tiet&_com_soft_article_detail_DetailControllerPortlet_categoryId=1387&_com_soft_article_detail_DetailControllerPortlet_urlArticle=huong-dan-mot-so-noi-dung-thuc-hien-quy-dinh-so-26-qd%2Ftu-cua-ban-thuong-vu-tinh-uy-46147"
)

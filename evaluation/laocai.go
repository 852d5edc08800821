package evaluation

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
)

// basis is the text by which the policy judges: where it names none, the 2021 dispatch.
func (p Policy) basis() duty.Basis { return p.Basis.Or(laocai.Basis()) }

const pageOf1686 = "https://doingoailaocai.vn/vi/bai-viet/7060"

// laoCai1686 holds what could be read of the decision: headings, scale, ratings. Its
// first day in force was not found, so its span begins on the day of its signing. The
// last day is the one before 2693/QĐ-UBND, in force on signing.
var laoCai1686 = MustScheme(Table{
	ID:      "1686/QĐ-UBND",
	Version: "2026-11-25",
	Name:    rule.Text{Vi: "Chấm điểm kết quả lãnh đạo giúp đỡ xã", En: "Scores of leaders' support to communes"},
	Source: rule.Source{Kind: rule.Decision, Number: "1686/QĐ-UBND", Date: rule.Day(2017, 5, 18),
		Issuer: "UBND tỉnh Lào Cai", Page: pageOf1686},
	Span:       rule.Span{From: rule.Day(2017, 5, 18), To: rule.Day(2021, 7, 27)},
	Period:     laocai.Basis().Period(),
	ReplacedBy: decision2693,
	Max:        rule.Int(100),
	Lines: []Line{
		{Code: "1", Name: rule.Text{Vi: "Ban hành và thực hiện kế hoạch giúp đỡ xã hằng năm", En: "Issuing and carrying out the annual support plan"}},
		{Code: "2", Name: rule.Text{Vi: "Tuyên truyền, hướng dẫn, đôn đốc xã", En: "Propaganda, guidance and urging of the commune"}},
		{Code: "3", Name: rule.Text{Vi: "Tham gia hoạt động phong trào tại xã được phân công", En: "Taking part in movement activities in the commune"}},
		{Code: "4", Name: rule.Text{Vi: "Chấp hành chế độ báo cáo kết quả giúp đỡ xã", En: "Reporting on the results of the support"}},
		{Code: "5", Name: rule.Text{Vi: "Vận động giúp đỡ trực tiếp bằng ngày công, vật liệu, tiền", En: "Mobilizing direct help in labour, materials and money"}},
	},
	Places: 2,
})

// LaoCai1686 is the scheme of Decision 1686/QĐ-UBND of 18/5/2017 of the People's
// Committee of Lào Cai: 100 points under five headings, four ratings. The points of the
// headings and the thresholds are not known. Decision 2693/QĐ-UBND replaced it on
// 28/7/2021; of that decision neither headings nor weights nor thresholds are known. Every
// result says so.
func LaoCai1686() Scheme { return laoCai1686 }

// decision2693 is the decision that replaced 1686. It took effect on signing; on which day
// its successor does is not known.
var decision2693 = rule.Source{Kind: rule.Decision, Number: "2693/QĐ-UBND", Date: rule.Day(2021, 7, 28), Issuer: "UBND tỉnh Lào Cai"}

// LaoCai2693 is the scheme of Decision 2693/QĐ-UBND of 28/7/2021 of the People's Committee
// of Lào Cai, from figures that the caller read in it: this module holds none of them. Page
// is where they can be read. Lines without a maximum and a zero Thresholds are welcome: what
// is not given stays unknown. Every result says that the figures were supplied and not
// checked here. As JSON the same is a giupxa.scheme/1 with "weightsBy" and "given" set to
// {"caller": true, "source": …}.
func LaoCai2693(lines []Line, ratings Thresholds, page string) (Scheme, error) {
	given := Given{Caller: true, Source: decision2693}
	given.Source.Page = page
	ratings.Given = given
	return NewScheme(Table{
		ID: "2693/QĐ-UBND", Version: rule.DataVersion,
		Name:   rule.Text{Vi: "Chấm điểm kết quả lãnh đạo giúp đỡ xã", En: "Scores of leaders' support to communes"},
		Source: decision2693, Span: rule.Span{From: decision2693.Date}, Period: laocai.Basis().Period(),
		Max: rule.Int(100), Lines: lines, WeightsBy: given, Thresholds: ratings, Places: 2,
	})
}

package recognition

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Provision is what the decision asks on one stretch of days: plain data that a
// jurist can read.
type Provision struct {
	// Security is the title that the fourth condition asks for, and SecuritySource the
	// text that asks for it.
	Security       Title          `json:"security"`
	SecuritySource rule.Source    `json:"securitySource"`
	Satisfaction   []Satisfaction `json:"satisfaction"`
	Critical       []Critical     `json:"critical"`
	// Note says what of the row is not certain.
	Note rule.Text `json:"note,omitzero"`
}

// Satisfaction is the rates demanded for one standard, in percent.
type Satisfaction struct {
	Standard criteria.Standard `json:"standard"`
	Overall  Cell              `json:"overall"` // of those asked, satisfied on the whole
	Content  Cell              `json:"content"` // the same, for each content of the survey
	Turnout  Cell              `json:"turnout"` // of the households, those asked
}

// Cell is one number demanded, in percent, and how well it is known. A number not
// given is not known; a demand that does not exist is 0.
type Cell struct {
	Percent    rule.Number     `json:"percent"`
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
}

// Critical is the criteria of which one must be among those not met in the first
// band.
type Critical struct {
	Standard criteria.Standard `json:"standard"`
	// Set is the id with which the set begins: "318/QĐ-TTg" also serves "318/QĐ-TTg/II".
	Set        string          `json:"set"`
	Criteria   []int           `json:"criteria"`
	Source     rule.Source     `json:"source"`
	Confidence rule.Confidence `json:"confidence"`
}

// The texts, each with the page on which it was read.
var (
	qd18 = rule.Source{Kind: rule.Decision, Number: "18/2022/QĐ-TTg", Date: rule.Day(2022, 8, 2), Article: "4", Clause: "1",
		Page: "https://langngheviet.com.vn/nong-thon-moi/nhung-dieu-kien-de-cong-nhan-dia-phuong-dat-chuan-nong-thon-moi-giai-doan-2021-2025.html33991"}
	qd18Revocation = rule.Source{Kind: rule.Decision, Number: "18/2022/QĐ-TTg", Date: rule.Day(2022, 8, 2), Article: "4",
		Page: "https://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/41861/truong-hop-thu-hoi-quyet-dinh-cong-nhan-xa-dat-chuan-nong-thon-moi"}
	qd03 = rule.Source{Kind: rule.Decision, Number: "03/2024/QĐ-TTg", Date: rule.Day(2024, 3, 7),
		Page: "http://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/60742/sua-doi-dieu-kien-cong-nhan-xa-huyen-dat-chuan-nong-thon-moi"}
	cv3371 = rule.Source{Kind: rule.Dispatch, Number: "3371/BCA-V05", Issuer: "Bộ Công an",
		Page: "https://snv.hanam.gov.vn/Pages/huong-dan-xac-dinh-ve-xa-dat-tieu-chuan-an-toan-ve-an-ninh-trat-tu.aspx"}
	qd51 = rule.Source{Kind: rule.Decision, Number: "51/2025/QĐ-TTg", Date: rule.Day(2025, 12, 29),
		Page: "https://vneconomy.vn/bo-tieu-chi-nong-thon-moi-20262030-mo-duong-cho-xay-dung-nong-thon-hien-dai.htm"}
)

// unread is a number that no page gives for communes; neighbouring rules of
// districts and of the model standard suggest it.
func unread(percent string) Cell {
	return Cell{Percent: rule.MustNumber(percent), Confidence: rule.Med}
}

// Turnout: no page gives a demand of 2021–2025. The 70 % of households of the period
// before is not carried over.
var satisfaction = []Satisfaction{
	{Standard: criteria.Basic, Overall: unread("90"), Content: unread("80")},
	{Standard: criteria.Advanced, Overall: unread("95"), Content: unread("85")},
	{Standard: criteria.Model, Overall: unread("95"), Content: unread("85")},
}

// The decision lists names of both sets: Thu nhập (10); Môi trường và an toàn thực
// phẩm (17, basic); Môi trường (17) and Chất lượng môi trường sống (18, advanced);
// Quốc phòng và An ninh (19). Of the model standard none is named.
var critical = []Critical{
	{Standard: criteria.Basic, Set: "318/QĐ-TTg", Criteria: []int{10, 17, 19}, Source: qd18Revocation, Confidence: rule.Secondary},
	{Standard: criteria.Advanced, Set: "318/QĐ-TTg", Criteria: []int{10, 17, 18, 19}, Source: qd18Revocation, Confidence: rule.Secondary},
}

// national is the decision by days. That it serves to the day before 51/2025/QĐ-TTg
// is a reading, as for the set of 318/QĐ-TTg.
var national = rule.MustTimeline(
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2016, 12, 30), To: rule.Day(2022, 8, 1)},
		Gap: rule.Text{Vi: "áp dụng Quyết định 2540/QĐ-TTg, chưa có nội dung điều kiện", En: "2540/QĐ-TTg applied; its conditions are not held"}},
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2022, 8, 2), To: rule.Day(2024, 3, 6)}, Source: qd18,
		Value: Provision{Security: NotComplex, SecuritySource: qd18, Satisfaction: satisfaction, Critical: critical}},
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2024, 3, 7), To: rule.Day(2026, 2, 14)}, Source: qd18,
		Value: Provision{Security: Safe, SecuritySource: qd03, Satisfaction: satisfaction, Critical: critical, Note: rule.Text{
			Vi: "chưa đọc được ngày có hiệu lực của Quyết định 03/2024/QĐ-TTg; lấy ngày ban hành",
			En: "the day on which 03/2024/QĐ-TTg took effect was not read; its date is taken"}}},
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2026, 2, 15)},
		Gap: rule.Text{Vi: "chưa có quy định công nhận theo Quyết định 51/2025/QĐ-TTg", En: "the rules of recognition under 51/2025/QĐ-TTg are not held"}},
)

// InForce gives what the decision asks on a day. Before 02/8/2022 and from
// 15/02/2026 no rules are held: the error is [rule.ErrGap] and says why. The value
// is the caller's own, to be completed for [Regime.Provisions].
func InForce(day civil.Date) (rule.Dated[Provision], error) {
	row, err := national.On(day)
	if err != nil {
		return rule.Dated[Provision]{}, err
	}
	row.Value.Satisfaction = slices.Clone(row.Value.Satisfaction)
	row.Value.Critical = slices.Clone(row.Value.Critical)
	for i, c := range row.Value.Critical {
		row.Value.Critical[i].Criteria = slices.Clone(c.Criteria)
	}
	return row, nil
}

// Regime is the rulebook. Its zero value is the national rules, confirmed cells
// alone, and the default readings.
type Regime struct {
	// Provisions replaces the national rows; nil keeps them.
	Provisions *rule.Timeline[Provision]
	// Accept is the lowest confidence of a number that is used; zero is [rule.Secondary].
	Accept rule.Confidence
	// FirstBandTo50 takes the first band as 30 % to 50 %, the end included, as summaries
	// of the decision print it.
	FirstBandTo50 bool
	// SecurityLiteral asks before 07/3/2024 for the title "not complex" itself; by default
	// "safe" serves too, as the guidance of the Ministry of Public Security says.
	SecurityLiteral bool
	// EndsIn2025 ends the decision with the period 2021–2025, on 31/12/2025.
	EndsIn2025 bool
}

// ErrMismatch is misuse: a record is judged with another unit's history, or two
// records are compared in the wrong order.
var ErrMismatch = errors.New("recognition: the records do not belong together")

func (r Regime) floor() rule.Confidence {
	if r.Accept == rule.NotObtained {
		return rule.Secondary
	}
	return r.Accept
}

// on gives the provision of a day, and the advice that a reading reaches so far.
func (r Regime) on(day civil.Date) (Provision, rule.Findings, error) {
	if !day.IsValid() {
		return Provision{}, nil, fmt.Errorf("recognition: the day %s does not exist", day)
	}
	if r.Provisions != nil {
		row, err := r.Provisions.On(day)
		return row.Value, nil, err
	}
	row, err := national.On(day)
	if err != nil || !day.After(rule.Day(2025, 12, 31)) {
		return row.Value, nil, err
	}
	if r.EndsIn2025 {
		return Provision{}, nil, fmt.Errorf("recognition: %w: %s: the decision ended on 31/12/2025", rule.ErrGap, day)
	}
	return row.Value, rule.Findings{table.Advice(AdviceReach, "on", rule.A("day", day))}, nil
}

func (p Provision) satisfaction(s criteria.Standard) Satisfaction {
	for _, row := range p.Satisfaction {
		if row.Standard == s {
			return row
		}
	}
	return Satisfaction{Standard: s}
}

// critical gives the critical criteria of a set; false where none is held for it.
func (p Provision) critical(s criteria.Standard, set string) (Critical, bool) {
	for _, c := range p.Critical {
		if c.Standard == s && c.Set != "" && strings.HasPrefix(set, c.Set) {
			return c, true
		}
	}
	return Critical{}, false
}

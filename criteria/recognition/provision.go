package recognition

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const provisionFormat = "giupxa.recognition-provision/1"

// Provision is what the decision asks on one stretch of days: plain data that a
// jurist can read.
type Provision struct {
	// Security is the title that the fourth condition asks for, and SecuritySource the
	// text that asks for it.
	Security       Title          `json:"security"`
	SecuritySource rule.Source    `json:"securitySource"`
	Satisfaction   []Satisfaction `json:"satisfaction" validate:"max=200,dive"`
	Critical       []Critical     `json:"critical" validate:"max=200,dive"`
	// Former is the title that was asked before an amendment of which it is not known
	// whether it had taken effect on these days, and FormerSource the text that asked for it.
	// The fourth condition is then decided only where both titles give the same.
	Former       Title       `json:"former,omitzero"`
	FormerSource rule.Source `json:"formerSource,omitzero"`
	// Note says what of the conditions was not read. It stands in every answer.
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
	Set        string          `json:"set" validate:"required,max=64"`
	Criteria   []int           `json:"criteria" validate:"max=200"`
	Source     rule.Source     `json:"source"`
	Confidence rule.Confidence `json:"confidence"`
}

// The texts, each with the page on which it was read.
var (
	qd18 = rule.Source{Kind: rule.Decision, Number: "18/2022/QĐ-TTg", Date: rule.Day(2022, 8, 2), Article: "4", Clause: "1",
		Page: "https://langngheviet.com.vn/nong-thon-moi/nhung-dieu-kien-de-cong-nhan-dia-phuong-dat-chuan-nong-thon-moi-giai-doan-2021-2025.html33991"}
	qd18Revocation = rule.Source{Kind: rule.Decision, Number: "18/2022/QĐ-TTg", Date: rule.Day(2022, 8, 2), Article: "4",
		Page: "https://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/41861/truong-hop-thu-hoi-quyet-dinh-cong-nhan-xa-dat-chuan-nong-thon-moi"}
	qd03 = rule.Source{Kind: rule.Decision, Number: "03/2024/QĐ-TTg", Date: rule.Day(2024, 3, 7), Article: "1", Clause: "1", Point: "a",
		Page: "https://dantocmiennui.baotintuc.vn/sua-doi-mot-so-quy-dinh-ve-cong-nhan-dia-phuong-dat-chuan-nong-thon-moi-post346688.html"}
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

// Notes on 03/2024/QĐ-TTg: no page says from which day it has effect. The Government Office
// agreed that it be drafted by the shortened procedure, by which a text may have effect
// from the day of signing; by the ordinary one it has not before 45 days are over. (Dispatch
// 6223/VPCP-NN of 2023,
// https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/to-amend-decision-18-2022-qd-ttg-on-recognition-of-new-rural-standards-in-vietnam-123603.html;
// Law 80/2015/QH13, Article 151,
// https://danluatold.thuvienphapluat.vn/xac-dinh-hieu-luc-cua-van-ban-quy-pham-phap-luat-180934.aspx?PostID=537356.)
var (
	noteEither = rule.Text{
		Vi: "chưa đọc được ngày Quyết định 03/2024/QĐ-TTg có hiệu lực: có thể từ ngày ký 07/3/2024, có thể không sớm hơn 21/4/2024 (Luật 80/2015/QH13, Điều 151)",
		En: "the day on which 03/2024/QĐ-TTg took effect was not read: it may be that of signing, 2024-03-07, or none before 2024-04-21 (Law 80/2015/QH13, Article 151)"}
	noteTaken = rule.Text{
		Vi: "chưa đọc được ngày Quyết định 03/2024/QĐ-TTg có hiệu lực; từ 21/4/2024, 45 ngày sau ngày ký, được hiểu là đã có hiệu lực (Luật 80/2015/QH13, Điều 151)",
		En: "the day on which 03/2024/QĐ-TTg took effect was not read; from 2024-04-21, 45 days after it was signed, it is taken to have effect (Law 80/2015/QH13, Article 151)"}
)

// national is the decision by days. That it serves to the day before 51/2025/QĐ-TTg
// is a reading, as for the set of 318/QĐ-TTg.
var national = rule.MustTimeline(
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2016, 12, 30), To: rule.Day(2022, 8, 1)},
		Gap: rule.Text{Vi: "áp dụng Quyết định 2540/QĐ-TTg, chưa có nội dung điều kiện", En: "2540/QĐ-TTg applied; its conditions are not held"}},
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2022, 8, 2), To: rule.Day(2024, 3, 6)}, Source: qd18,
		Value: Provision{Security: NotComplex, SecuritySource: qd18, Satisfaction: satisfaction, Critical: critical}},
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2024, 3, 7), To: rule.Day(2024, 4, 20)}, Source: qd18,
		Value: Provision{Security: Safe, SecuritySource: qd03, Former: NotComplex, FormerSource: qd18,
			Satisfaction: satisfaction, Critical: critical, Note: noteEither}},
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2024, 4, 21), To: rule.Day(2026, 2, 14)}, Source: qd18,
		Value: Provision{Security: Safe, SecuritySource: qd03, Satisfaction: satisfaction, Critical: critical, Note: noteTaken}},
	rule.Dated[Provision]{Span: rule.Span{From: rule.Day(2026, 2, 15)},
		Gap: rule.Text{Vi: "chưa có quy định công nhận theo Quyết định 51/2025/QĐ-TTg", En: "the rules of recognition under 51/2025/QĐ-TTg are not held"}},
)

// InForce gives what the decision asks on a day. Before 02/8/2022 and from
// 15/02/2026 no rules are held: the error is [rule.ErrGap] and says why. A date that does
// not exist is [rule.ErrNotADay]. The value is the caller's own, to be completed for
// [Regime.Provisions].
func InForce(day civil.Date) (rule.Dated[Provision], error) { return national.On(day) }

// Timeline gives all national rows in order. The caller may complete them for
// [Regime.Provisions].
func Timeline() []rule.Dated[Provision] { return national.Rows() }

// Clone is a provision of its own: changing it changes no other.
func (p Provision) Clone() Provision {
	p.Satisfaction = slices.Clone(p.Satisfaction)
	p.Critical = slices.Clone(p.Critical)
	for i := range p.Critical {
		p.Critical[i].Criteria = slices.Clone(p.Critical[i].Criteria)
	}
	return p
}

// UnmarshalJSON reads a provision and reports all its faults of form at once.
func (p *Provision) UnmarshalJSON(data []byte) error {
	type plain Provision
	return form.Decode(data, provisionFormat, (*plain)(p))
}

// MarshalJSON writes the provision with its format version.
func (p Provision) MarshalJSON() ([]byte, error) {
	type plain Provision
	return form.Encode(provisionFormat, plain(p))
}

func unusable(at rule.Path, vi, en string) rule.Finding {
	return table.Broken(ErrProvisions, at, rule.A("why", rule.Text{Vi: vi, En: en}))
}

// faults finds what a provision contradicts, each at its place.
func (p Provision) faults() rule.Findings {
	var found rule.Findings
	if p.Security == 0 {
		found = append(found, unusable("security", "không ghi nội dung về an ninh, trật tự", "the title is missing"))
	}
	if p.Former != 0 && p.Note == (rule.Text{}) {
		found = append(found, unusable("note", "không nêu điều chưa đọc được", "what was not read is missing"))
	}
	asked := map[criteria.Standard]bool{}
	for i, s := range p.Satisfaction {
		at := rule.Path("satisfaction").Index(i)
		if s.Standard == 0 || asked[s.Standard] {
			found = append(found, unusable(at.Key("standard"), "mức chuẩn không ghi hoặc ghi hai lần", "the standard is missing or appears more than once"))
		}
		asked[s.Standard] = true
		found = append(found, s.Overall.faults(at.Key("overall"))...)
		found = append(found, s.Content.faults(at.Key("content"))...)
		found = append(found, s.Turnout.faults(at.Key("turnout"))...)
	}
	type of struct {
		standard criteria.Standard
		set      string
	}
	listed := map[of]bool{}
	for i, c := range p.Critical {
		at := rule.Path("critical").Index(i)
		if listed[of{c.Standard, c.Set}] {
			found = append(found, unusable(at.Key("set"), "danh mục tiêu chí của bộ này ghi hai lần", "the critical criteria of the set appear twice"))
		}
		listed[of{c.Standard, c.Set}] = true
		if c.Standard == 0 {
			found = append(found, unusable(at.Key("standard"), "không ghi mức chuẩn", "the standard is missing"))
		}
		for k, no := range c.Criteria {
			if no < 1 || no > maxCriteria {
				found = append(found, unusable(at.Key("criteria").Index(k), "không phải số thứ tự tiêu chí", "not the number of a criterion"))
			}
		}
	}
	return found
}

func (c Cell) faults(at rule.Path) rule.Findings {
	var found rule.Findings
	if c.Percent.Sign() < 0 || c.Percent.Cmp(rule.Int(100)) > 0 {
		found = append(found, unusable(at.Key("percent"), whyPercent.Vi, whyPercent.En))
	}
	if c.Percent.Known() && c.Confidence.Confirmed() && c.Source.IsZero() {
		found = append(found, unusable(at.Key("source"), "mức đã xác nhận mà không có nguồn", "a confirmed rate without a source"))
	}
	return found
}

func (p Provision) satisfaction(s criteria.Standard) Satisfaction {
	for _, row := range p.Satisfaction {
		if row.Standard == s {
			return row
		}
	}
	return Satisfaction{Standard: s}
}

// critical gives the critical criteria of a set; the zero value where none is held for it.
func (p Provision) critical(s criteria.Standard, set string) Critical {
	for _, c := range p.Critical {
		if c.Standard == s && c.Set != "" && (set == c.Set || strings.HasPrefix(set, c.Set+"/")) {
			return c
		}
	}
	return Critical{}
}

package evaluation

import (
	"errors"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Misuse: the question itself cannot be asked.
var (
	// ErrNoScheme says that the scheme is the zero Scheme, or not the one that the
	// sheet names.
	ErrNoScheme = errors.New("evaluation: no such scheme")
	// ErrParts says that results cannot be parts of one leader's year: none is given, or
	// they differ in scheme, leader or year, or are about something else.
	ErrParts = errors.New("evaluation: not the parts of one leader's year")
)

// The codes of evaluation. The first part speaks of a scheme, the second of a sheet,
// the third of what limits a result, the last of how a sheet came about.
const (
	ErrTable      rule.Code = "evaluation.table"
	ErrSum        rule.Code = "evaluation.sum"
	ErrThresholds rule.Code = "evaluation.thresholds"

	ErrSubject      rule.Code = "evaluation.subject"
	ErrUnknownLine  rule.Code = "evaluation.unknown-line"
	ErrRepeatedLine rule.Code = "evaluation.repeated-line"
	ErrMark         rule.Code = "evaluation.mark"
	ErrAboveMax     rule.Code = "evaluation.above-max"
	ErrNotVerified  rule.Code = "evaluation.not-verified"
	ErrMissingLine  rule.Code = "evaluation.missing-line"
	ErrAdjustment   rule.Code = "evaluation.adjustment"
	ErrSubtotal     rule.Code = "evaluation.subtotal"
	ErrStatedTotal  rule.Code = "evaluation.stated-total"
	ErrStatedRating rule.Code = "evaluation.stated-rating"
	ErrEvents       rule.Code = "evaluation.events"

	ErrReplaced          rule.Code = "evaluation.replaced-scheme"
	ErrWeightsUnknown    rule.Code = "evaluation.weights-unknown"
	ErrThresholdsUnknown rule.Code = "evaluation.thresholds-unknown"
	ErrCallerFigures     rule.Code = "evaluation.caller-figures"
	ErrBetween           rule.Code = "evaluation.between-ratings"
	ErrNoAnnualRating    rule.Code = "evaluation.no-annual-rating"
	ErrReach             rule.Code = "evaluation.after-2025"

	ErrEvaluators    rule.Code = "evaluation.evaluators"
	ErrAlone         rule.Code = "evaluation.alone"
	ErrAsRegulated   rule.Code = "evaluation.as-regulated"
	ErrOneSheet      rule.Code = "evaluation.one-sheet"
	ErrCommuneResult rule.Code = "evaluation.commune-result"
	ErrSignature     rule.Code = "evaluation.signature"
	ErrEvidence      rule.Code = "evaluation.evidence"
	ErrCombine       rule.Code = "evaluation.combine"
)

var jointly = duty.Dispatch("mục 4, gạch đầu dòng 1")

var table = rule.MustTable(
	rule.FormRule(ErrTable, "thang điểm không dùng được: {why}", "the scheme cannot be used: {why}"),
	rule.FormRule(ErrSum, "«{line}»: các điểm tối đa cộng lại là {sum}, không phải {whole}", "{line}: the maxima add up to {sum}, not to {whole}"),
	rule.FormRule(ErrThresholds, "mức xếp loại phải đủ ba mức, giảm dần, trong khoảng 0–{max}", "thresholds are three, falling, between 0 and {max}"),

	rule.FormRule(ErrSubject, "phiếu phải ghi rõ đánh giá một đối tượng, đủ khóa của đối tượng đó", "the sheet must name one object of evaluation, with its whole key"),
	rule.FormRule(ErrUnknownLine, "thang điểm không có dòng «{line}»", "the scheme has no line {line}"),
	rule.FormRule(ErrRepeatedLine, "dòng «{line}» ghi nhiều lần", "the line {line} stands more than once"),
	rule.FormRule(ErrMark, "dòng «{line}»: {mark} không phải điểm chấm hợp lệ", "line {line}: {mark} is not a possible mark"),
	rule.FormRule(ErrAboveMax, "dòng «{line}»: {mark} vượt điểm tối đa {max}", "line {line}: {mark} is above the maximum of {max}"),
	rule.FormRule(ErrNotVerified, "dòng «{line}» mới có điểm tự chấm, chưa có điểm thẩm định", "line {line} has a self score only, no verified one"),
	rule.FormRule(ErrMissingLine, "dòng «{line}» chưa có điểm", "line {line} has no mark"),
	rule.FormRule(ErrAdjustment, "{mark} không phải điểm cộng hoặc điểm trừ mà thang điểm cho phép", "{mark} is no bonus or penalty that the scheme allows"),
	rule.FormRule(ErrSubtotal, "mục «{line}» ghi {stated}, tính lại được {computed}", "heading {line}: {stated} is stated, {computed} computed"),
	rule.FormRule(ErrStatedTotal, "tổng điểm ghi {stated}, tính lại được {computed}", "the stated total is {stated}, the computed one {computed}"),
	rule.FormRule(ErrStatedRating, "phiếu ghi «{stated}», tính theo điểm là «{computed}»", "the stated rating is {stated}, the computed one {computed}"),
	rule.FormRule(ErrEvents, "ngày công bố và ngày giải quyết xong không theo thứ tự, hoặc không có thật", "the days of publishing and of settling are out of order, or do not exist"),

	rule.FormRule(ErrReplaced, "các mục chấm lấy từ {document}, đã được thay thế bởi {successor}; mục chấm, điểm và mức xếp loại của văn bản thay thế không có trong thang điểm này",
		"the headings are those of {document}, which {successor} replaced; the headings, points and thresholds of the latter are not in this scheme"),
	rule.FormRule(ErrWeightsUnknown, "chưa biết điểm tối đa của các dòng {lines}", "the maxima of the lines {lines} are not known"),
	rule.FormRule(ErrThresholdsUnknown, "chưa biết mức điểm xếp loại; không xếp loại", "the thresholds are not known; no rating is given"),
	rule.FormRule(ErrCallerFigures, "{what} do người dùng cung cấp ({basis}), không phải của {document}", "{what} are the caller's ({basis}), not those of {document}"),
	rule.FormRule(ErrBetween, "điểm nằm trong khoảng {low}–{high}; chưa đủ để xếp loại", "the score lies between {low} and {high}; no rating follows"),
	rule.FormRule(ErrNoAnnualRating, "điểm này không phải kết quả xếp loại chất lượng cán bộ, công chức hằng năm và không suy ra kết quả đó", "this score is not the annual rating of a cadre or civil servant, and none follows from it"),
	rule.FormRule(ErrReach, "văn bản áp dụng cho giai đoạn 2021–2025; chưa có văn bản kế tiếp cho năm {year}", "text of 2021–2025; its successor was not supplied for the year {year}"),

	rule.Rule{Code: ErrEvaluators, Origin: rule.OriginText, Duty: "evaluation.support-work", Source: jointly,
		Text: rule.Text{Vi: "việc đánh giá do {bodies} phối hợp thực hiện", En: "{bodies} are the ones who evaluate"}},
	rule.Rule{Code: ErrAlone, Origin: rule.OriginReading, Duty: "evaluation.support-work", Passage: jointly, Switch: "Policy.EachAlone",
		Alternative: rule.Text{Vi: "mỗi cơ quan có thể tự đánh giá", En: "each body may evaluate by itself"},
		Text:        rule.Text{Vi: "thiếu {bodies} trong việc phối hợp đánh giá; không cơ quan nào đánh giá riêng", En: "{bodies} took no part; none of the bodies evaluates alone"}},
	rule.Rule{Code: ErrAsRegulated, Origin: rule.OriginReading, Duty: "evaluation.substantive", Passage: jointly, Switch: "Policy.CadreRules",
		Alternative: rule.Text{Vi: "«đúng quy định» là quy định về đánh giá cán bộ, công chức", En: "\"as regulated\" means the rules on rating cadres and civil servants"},
		Text:        rule.Text{Vi: "«đúng quy định» là quyết định chấm điểm đang có hiệu lực; {document} áp dụng {span}", En: "\"as regulated\" means the scoring decision then in force; {document} served {span}"}},
	rule.Rule{Code: ErrOneSheet, Origin: rule.OriginReading, Duty: "evaluation.yearly-basis", Passage: jointly, Switch: "Policy.SheetPerCommune",
		Alternative: rule.Text{Vi: "mỗi xã một phiếu", En: "one sheet for each commune"},
		Text:        rule.Text{Vi: "mỗi lãnh đạo mỗi năm một phiếu đã giải quyết xong; năm {year} đã có phiếu khác", En: "one settled sheet for each leader and year; {year} has another"}},
	rule.Rule{Code: ErrCommuneResult, Origin: rule.OriginReading, Duty: "evaluation.support-outcome", Passage: jointly, Switch: "Policy.OutcomeIsCommune",
		Alternative: rule.Text{Vi: "là kết quả của chính xã", En: "it is the commune's own result"},
		Text:        rule.Text{Vi: "«kết quả giúp đỡ xã tại cơ sở» là kết quả của việc giúp đỡ; kết quả của xã do cấp huyện theo dõi, đánh giá", En: "\"the result of helping the commune\" is what the support brought; the commune's own result is for the district to follow"}},
	rule.Rule{Code: ErrSignature, Origin: rule.OriginPolicy, Duty: "evaluation.support-work", Switch: "Policy.JointSignature",
		Text: rule.Text{Vi: "thiếu chữ ký của {bodies}", En: "the signature of {bodies} is missing"}},
	rule.Rule{Code: ErrEvidence, Origin: rule.OriginPolicy, Duty: "evaluation.substantive", Switch: "Policy.EvidenceDemanded",
		Text: rule.Text{Vi: "dòng «{line}» không có minh chứng", En: "line {line} has no evidence"}},
	rule.Rule{Code: ErrCombine, Origin: rule.OriginPolicy, Duty: "evaluation.yearly-basis", Switch: "Policy.Combining",
		Text: rule.Text{Vi: "lãnh đạo giúp {communes} xã; cách gộp điểm hoặc trọng số của xã chưa được quy định", En: "the leader helps {communes} communes; how their scores combine, or a commune's weight, is not decided"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

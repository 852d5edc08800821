package evaluation

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Misuse: the question itself cannot be asked.
var (
	// ErrNoScheme says that the scheme is the zero Scheme, or not the one that the
	// sheet names.
	ErrNoScheme = rule.NewMisuse(nil, rule.Text{Vi: "không có thang điểm này", En: "there is no such scheme"})
	// ErrParts says that results cannot be parts of one leader's year: none is given, or
	// they differ in scheme, leader or year, or are about something else.
	ErrParts = rule.NewMisuse(nil, rule.Text{Vi: "không phải các phần của một lãnh đạo trong một năm", En: "not the parts of one leader's year"})
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

	AdviceReplaced       rule.Code = "evaluation.replaced-scheme"
	ErrWeightsUnknown    rule.Code = "evaluation.weights-unknown"
	ErrThresholdsUnknown rule.Code = "evaluation.thresholds-unknown"
	AdviceCallerFigures  rule.Code = "evaluation.caller-figures"
	ErrBetween           rule.Code = "evaluation.between-ratings"
	AdviceNoAnnualRating rule.Code = "evaluation.no-annual-rating"
	AdviceAfterPeriod    rule.Code = "evaluation.after-2025"

	ErrEvaluators       rule.Code = "evaluation.evaluators"
	ErrAlone            rule.Code = "evaluation.alone"
	ErrAsRegulated      rule.Code = "evaluation.as-regulated"
	ErrOneSheet         rule.Code = "evaluation.one-sheet"
	AdviceCommuneResult rule.Code = "evaluation.commune-result"
	ErrSignature        rule.Code = "evaluation.signature"
	ErrEvidence         rule.Code = "evaluation.evidence"
	ErrCombine          rule.Code = "evaluation.combine"
	ErrWhoEvaluates     rule.Code = "evaluation.who-evaluates"
	ErrHeir             rule.Code = "evaluation.heir"
	ErrNotThen          rule.Code = "evaluation.body-not-then"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrTable, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thang điểm không dùng được: {why}", En: "the scheme cannot be used: {why}"}},
	rule.Rule{Code: ErrSum, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{line}»: các điểm tối đa cộng lại là {sum}, không phải {whole}", En: "{line}: the maxima add up to {sum}, not to {whole}"}},
	rule.Rule{Code: ErrThresholds, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mức xếp loại phải đủ ba mức, mức sau thấp hơn mức trước, trong khoảng 0–{max}", En: "three thresholds are needed, each below the one before, between 0 and {max}"}},

	rule.Rule{Code: ErrSubject, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "phiếu phải ghi một đối tượng đánh giá, đủ thông tin của đối tượng đó", En: "the sheet must name one object of evaluation in full"}},
	rule.Rule{Code: ErrUnknownLine, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thang điểm không có dòng «{line}»", En: "the scheme has no line {line}"}},
	rule.Rule{Code: ErrRepeatedLine, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}» ghi nhiều lần", En: "the line {line} appears more than once"}},
	rule.Rule{Code: ErrMark, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}»: {mark} không phải điểm chấm hợp lệ", En: "line {line}: {mark} is not a possible mark"}},
	rule.Rule{Code: ErrAboveMax, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}»: {mark} vượt điểm tối đa {max}", En: "line {line}: {mark} is above the maximum of {max}"}},
	rule.Rule{Code: ErrNotVerified, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}» mới có điểm tự chấm, chưa có điểm thẩm định", En: "line {line} has a self score only, no verified one"}},
	rule.Rule{Code: ErrMissingLine, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}» chưa có điểm", En: "line {line} has no mark"}},
	rule.Rule{Code: ErrAdjustment, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{mark} không phải điểm cộng hoặc điểm trừ mà thang điểm cho phép", En: "{mark} is not a bonus or penalty that the scheme allows"}},
	rule.Rule{Code: ErrSubtotal, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mục «{line}» ghi {stated}, tính lại được {computed}", En: "heading {line}: {stated} is stated, {computed} computed"}},
	rule.Rule{Code: ErrStatedTotal, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tổng điểm ghi {stated}, tính lại được {computed}", En: "the stated total is {stated}, the computed one {computed}"}},
	rule.Rule{Code: ErrStatedRating, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "phiếu ghi «{stated}», tính theo điểm là «{computed}»", En: "the stated rating is {stated}, the computed one {computed}"}},
	rule.Rule{Code: ErrEvents, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày công bố và ngày giải quyết xong không theo thứ tự, hoặc không có thật", En: "the days of publishing and of settling are out of order, or do not exist"}},

	rule.Rule{Code: AdviceReplaced, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các mục chấm lấy từ {document}, đã được thay thế bởi {successor}; mục chấm, điểm và mức xếp loại của văn bản thay thế không có trong thang điểm này", En: "the headings are those of {document}, which {successor} replaced; the headings, points and thresholds of the latter are not in this scheme"}},
	rule.Rule{Code: ErrWeightsUnknown, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa biết điểm tối đa của các dòng {lines}", En: "the maxima of the lines {lines} are not known"}},
	rule.Rule{Code: ErrThresholdsUnknown, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa biết mức điểm xếp loại; không xếp loại", En: "the thresholds are not known; no rating is given"}},
	rule.Rule{Code: AdviceCallerFigures, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{what} do người dùng cung cấp ({basis}), không phải của {document}", En: "{what} are the caller's ({basis}), not those of {document}"}},
	rule.Rule{Code: ErrBetween, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm nằm trong khoảng {low}–{high}; chưa đủ để xếp loại", En: "the score lies between {low} and {high}; no rating follows"}},
	rule.Rule{Code: AdviceNoAnnualRating, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm này không phải kết quả xếp loại chất lượng cán bộ, công chức hằng năm và không suy ra kết quả đó", En: "this score is not the annual rating of a cadre or civil servant, and none follows from it"}},
	rule.Rule{Code: AdviceAfterPeriod, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản áp dụng cho giai đoạn {period}; chưa có văn bản kế tiếp cho năm {year}", En: "the text is of {period}; no text was supplied for the year {year}"}},

	rule.Rule{Code: ErrEvaluators, Origin: rule.OriginText, Duty: duty.EvaluateWork,
		Text: rule.Text{Vi: "việc đánh giá do {bodies} phối hợp thực hiện", En: "the evaluation is done by {bodies} together"}},
	rule.Rule{Code: ErrAlone, Origin: rule.OriginReading, Duty: duty.EvaluateWork, Switch: "Policy.EachAlone",
		Alternative: rule.Text{Vi: "mỗi cơ quan có thể tự đánh giá", En: "each body may evaluate by itself"},
		Text:        rule.Text{Vi: "thiếu {bodies} trong việc phối hợp đánh giá; không cơ quan nào đánh giá riêng", En: "{bodies} took no part; none of the bodies evaluates alone"}},
	rule.Rule{Code: ErrAsRegulated, Origin: rule.OriginReading, Duty: duty.EvaluateInSubstance, Switch: "Policy.CadreRules",
		Alternative: rule.Text{Vi: "«đúng quy định» là quy định về đánh giá cán bộ, công chức", En: "\"as regulated\" means the rules on rating cadres and civil servants"},
		Text:        rule.Text{Vi: "«đúng quy định» là quyết định chấm điểm đang có hiệu lực; {document} áp dụng {span}", En: "\"as regulated\" means the scoring decision then in force; {document} served {span}"}},
	rule.Rule{Code: ErrOneSheet, Origin: rule.OriginReading, Duty: duty.GiveYearlyBasis, Switch: "Policy.SheetPerCommune",
		Alternative: rule.Text{Vi: "mỗi xã một phiếu", En: "one sheet for each commune"},
		Text:        rule.Text{Vi: "mỗi lãnh đạo mỗi năm một phiếu đã giải quyết xong; năm {year} đã có phiếu khác", En: "one settled sheet for each leader and year; {year} has another"}},
	rule.Rule{Code: AdviceCommuneResult, Origin: rule.OriginReading, Duty: duty.EvaluateOutcome, Switch: "Policy.OutcomeIsCommune",
		Alternative: rule.Text{Vi: "là kết quả của chính xã", En: "it is the commune's own result"},
		Text:        rule.Text{Vi: "đối tượng đánh giá là kết quả của việc giúp đỡ; kết quả của chính xã do {bodies} theo dõi, đánh giá", En: "what is evaluated is what the support brought; the commune's own result is for {bodies} to follow"}},
	rule.Rule{Code: ErrSignature, Origin: rule.OriginPolicy, Duty: duty.EvaluateWork, Switch: "Policy.JointSignature",
		Text: rule.Text{Vi: "thiếu chữ ký của {bodies}", En: "the signature of {bodies} is missing"}},
	rule.Rule{Code: ErrEvidence, Origin: rule.OriginPolicy, Duty: duty.EvaluateInSubstance, Switch: "Policy.EvidenceDemanded",
		Text: rule.Text{Vi: "dòng «{line}» không có minh chứng", En: "line {line} has no evidence"}},
	rule.Rule{Code: ErrCombine, Origin: rule.OriginPolicy, Duty: duty.GiveYearlyBasis, Switch: "Policy.Combining",
		Text: rule.Text{Vi: "lãnh đạo giúp {communes} xã; cách gộp điểm hoặc trọng số của xã chưa được quy định", En: "the leader helps {communes} communes; how their scores combine, or a commune's weight, is not decided"}},

	rule.Rule{Code: ErrWhoEvaluates, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa rõ ai đánh giá: {why}", En: "who evaluates is not known: {why}"}},
	rule.Rule{Code: ErrHeir, Origin: rule.OriginReading, Duty: duty.EvaluateWork, Switch: "Policy.Evaluators",
		Alternative: rule.Text{Vi: "phần việc của cơ quan đã kết thúc không còn", En: "the part of the body that ended lapsed"},
		Text:        rule.Text{Vi: "{heir} {part}; được hiểu là cơ quan kế tiếp của {body} ({confidence})", En: "{heir} {part}; it is read as the successor of {body} ({confidence})"}},
	rule.Rule{Code: ErrNotThen, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{body} tồn tại {span}; ngày {day} thì không", En: "{body} exists {span}, not on {day}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

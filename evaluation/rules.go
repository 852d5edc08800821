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
	ErrBands      rule.Code = "evaluation.bands"
	ErrLevels     rule.Code = "evaluation.levels"

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
	ErrClosed       rule.Code = "evaluation.closed"
	ErrNoReason     rule.Code = "evaluation.no-reason"
	ErrColumn       rule.Code = "evaluation.column"
	ErrNotAssigned  rule.Code = "evaluation.not-assigned"
	ErrAnswer       rule.Code = "evaluation.answer"
	ErrDerived      rule.Code = "evaluation.derived"
	ErrSpan         rule.Code = "evaluation.span"
	ErrFeed         rule.Code = "evaluation.feed"

	AdviceReplaced       rule.Code = "evaluation.replaced-scheme"
	ErrWeightsUnknown    rule.Code = "evaluation.weights-unknown"
	ErrThresholdsUnknown rule.Code = "evaluation.thresholds-unknown"
	AdviceCallerFigures  rule.Code = "evaluation.caller-figures"
	ErrBetween           rule.Code = "evaluation.between-ratings"
	AdviceNoAnnualRating rule.Code = "evaluation.no-annual-rating"
	AdviceAfterPeriod    rule.Code = "evaluation.after-2025"
	AdviceSupplied       rule.Code = "evaluation.supplied-figures"
	AdviceConfidence     rule.Code = "evaluation.confidence"
	AdviceSlip           rule.Code = "evaluation.document-slip"
	ErrNoBand            rule.Code = "evaluation.no-band"
	ErrConditionOpen     rule.Code = "evaluation.condition-open"
	AdviceCondition      rule.Code = "evaluation.condition-failed"

	ErrPolicy               rule.Code = "evaluation.policy"
	ErrEvaluators           rule.Code = "evaluation.evaluators"
	ErrAlone                rule.Code = "evaluation.alone"
	ErrAsRegulated          rule.Code = "evaluation.as-regulated"
	ErrOneSheet             rule.Code = "evaluation.one-sheet"
	AdviceCommuneResult     rule.Code = "evaluation.commune-result"
	AdviceCommuneEvaluators rule.Code = "evaluation.commune-evaluators"
	ErrSignature            rule.Code = "evaluation.signature"
	ErrEvidence             rule.Code = "evaluation.evidence"
	ErrCombine              rule.Code = "evaluation.combine"
	ErrWhoEvaluates         rule.Code = "evaluation.who-evaluates"
	ErrHeir                 rule.Code = "evaluation.heir"
	ErrNotThen              rule.Code = "evaluation.body-not-then"
	ErrTooShort             rule.Code = "evaluation.too-short"
	ErrSharedFact           rule.Code = "evaluation.shared-fact"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrTable, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thang điểm không dùng được: {why}", En: "the scheme cannot be used: {why}"}},
	rule.Rule{Code: ErrSum, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{line}»: các điểm tối đa cộng lại là {sum}, không phải {whole}", En: "{line}: the maxima add up to {sum}, not to {whole}"}},
	rule.Rule{Code: ErrThresholds, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mức xếp loại phải đủ ba mức, mức sau thấp hơn mức trước, trong khoảng 0–{max}", En: "three thresholds are needed, each below the one before, between 0 and {max}"}},

	rule.Rule{Code: ErrBands, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các mức xếp loại không phủ đúng thang điểm: {why}, từ {from} đến {to}", En: "the bands do not cover the scale: {why}, from {from} to {to}"}},
	rule.Rule{Code: ErrLevels, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}»: mức cao nhất được {best}, điểm tối đa là {max}", En: "line {line}: the best level pays {best}, the maximum is {max}"}},

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
		Text: rule.Text{Vi: "«{act}» không đúng thứ tự hoặc ngày không có thật: phiếu {state}", En: "{act} is out of order, or its day does not exist: the sheet is {state}"}},
	rule.Rule{Code: ErrClosed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "phiếu đã giải quyết xong; «{act}» cần mở lại có lý do trước", En: "the sheet is settled; {act} needs a reasoned reopening first"}},
	rule.Rule{Code: ErrNoReason, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{act}» phải ghi lý do", En: "{act} needs a reason"}},
	rule.Rule{Code: ErrColumn, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thang điểm không có cột chấm «{column}», hoặc cột ghi hai lần", En: "the scheme has no column {column} of this kind, or it appears twice"}},
	rule.Rule{Code: ErrNotAssigned, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}» không thể ghi là không được giao, hoặc vẫn có điểm", En: "line {line} cannot be without a task, or has a mark all the same"}},
	rule.Rule{Code: ErrAnswer, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thang điểm không hỏi điều kiện «{condition}», hoặc điều kiện ghi hai lần", En: "the scheme asks for no condition {condition}, or it appears twice"}},
	rule.Rule{Code: ErrDerived, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}»: điểm ghi {mark}, theo số liệu là {computed}", En: "line {line}: the mark is {mark}, the facts give {computed}"}},
	rule.Rule{Code: ErrSpan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời gian {span} không hợp lệ hoặc nằm ngoài năm chấm điểm {window}", En: "the span {span} is not valid, or lies outside the year that is scored, {window}"}},
	rule.Rule{Code: ErrFeed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng «{line}» ({measure}) chưa lấy được từ số liệu: {why}", En: "line {line} ({measure}) cannot be fed: {why}"}},

	rule.Rule{Code: AdviceReplaced, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các mục chấm lấy từ {document}, đã được thay thế bởi {successor}; mục chấm, điểm và mức xếp loại của văn bản thay thế không có trong thang điểm này", En: "the headings are those of {document}, which {successor} replaced; the headings, points and thresholds of the latter are not in this scheme"}},
	rule.Rule{Code: ErrWeightsUnknown, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa biết điểm tối đa của các dòng {lines}", En: "the maxima of the lines {lines} are not known"}},
	rule.Rule{Code: ErrThresholdsUnknown, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa biết mức điểm xếp loại; không xếp loại", En: "the thresholds are not known; no rating is given"}},
	rule.Rule{Code: AdviceCallerFigures, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{what} do người dùng cung cấp ({basis}), không phải của {document}", En: "{what} are the caller's ({basis}), not those of {document}"}},
	rule.Rule{Code: AdviceSupplied, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{what} của {document} do người dùng cung cấp, chưa được đối chiếu ở đây", En: "{what} of {document} were supplied by the caller and not checked here"}},
	rule.Rule{Code: ErrBetween, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm nằm trong khoảng {low}–{high}; chưa đủ để xếp loại", En: "the score lies between {low} and {high}; no rating follows"}},
	rule.Rule{Code: AdviceNoAnnualRating, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm này không phải kết quả xếp loại chất lượng cán bộ, công chức hằng năm và không suy ra kết quả đó", En: "this score is not the annual rating of a cadre or civil servant, and none follows from it"}},
	rule.Rule{Code: AdviceAfterPeriod, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản áp dụng cho giai đoạn {period}; chưa có văn bản kế tiếp cho năm {year}", En: "the text is of {period}; no text was supplied for the year {year}"}},
	rule.Rule{Code: AdviceConfidence, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số liệu của thang điểm: {confidence}", En: "the figures of the scheme: {confidence}"}},
	rule.Rule{Code: AdviceSlip, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "sai sót của chính văn bản, giữ nguyên ({where}): {words}", En: "a slip of the document itself, kept as it is ({where}): {words}"}},
	rule.Rule{Code: ErrNoBand, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản không xếp điểm {score} vào mức nào", En: "the document puts {score} into no band"}},
	rule.Rule{Code: ErrConditionOpen, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa rõ điều kiện của mức «{band}»: {condition}", En: "a condition of {band} is open: {condition}"}},
	rule.Rule{Code: AdviceCondition, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không đạt điều kiện của mức «{band}»: {condition}", En: "a condition of {band} fails: {condition}"}},

	rule.Rule{Code: ErrPolicy, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quy định không dùng được: {why}", En: "the policy cannot be used: {why}"}},
	rule.Rule{Code: ErrEvaluators, Origin: rule.OriginText, Duty: duty.EvaluateWork, Also: duty.EvaluateOutcome,
		Text: rule.Text{Vi: "việc đánh giá do {bodies} phối hợp thực hiện", En: "the evaluation is done by {bodies} together"}},
	rule.Rule{Code: ErrAlone, Origin: rule.OriginReading, Duty: duty.EvaluateWork, Also: duty.EvaluateOutcome, Switch: "Policy.EachAlone",
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
	rule.Rule{Code: AdviceCommuneEvaluators, Origin: rule.OriginText, Duty: duty.EvaluateCommune,
		Text: rule.Text{Vi: "kết quả của xã do {bodies} theo dõi, rà soát, đánh giá; phiếu không ghi cơ quan nào trong số đó", En: "the commune's own result is followed, reviewed and evaluated by {bodies}; the sheet names none of them"}},
	rule.Rule{Code: ErrSignature, Origin: rule.OriginPolicy, Duty: duty.EvaluateWork, Also: duty.EvaluateOutcome, Switch: "Policy.JointSignature",
		Text: rule.Text{Vi: "thiếu chữ ký của {bodies}", En: "the signature of {bodies} is missing"}},
	rule.Rule{Code: ErrEvidence, Origin: rule.OriginPolicy, Duty: duty.EvaluateInSubstance, Switch: "Policy.EvidenceDemanded",
		Text: rule.Text{Vi: "dòng «{line}» không có minh chứng", En: "line {line} has no evidence"}},
	rule.Rule{Code: ErrCombine, Origin: rule.OriginPolicy, Duty: duty.GiveYearlyBasis, Switch: "Policy.Combining",
		Text: rule.Text{Vi: "lãnh đạo giúp {communes} xã; cách gộp điểm hoặc trọng số của xã chưa được quy định", En: "the leader helps {communes} communes; how their scores combine, or a commune's weight, is not decided"}},
	rule.Rule{Code: ErrTooShort, Origin: rule.OriginPolicy, Duty: duty.GiveYearlyBasis, Switch: "Policy.MinDays",
		Text: rule.Text{Vi: "phân công {days} ngày trong năm, ít hơn mức tối thiểu {least} ngày; không tính điểm", En: "the assignment lasted {days} days of the year, fewer than the least of {least}; it is not scored"}},
	rule.Rule{Code: ErrSharedFact, Origin: rule.OriginPolicy, Duty: duty.EvaluateWork, Switch: "Policy.Sharing",
		Text: rule.Text{Vi: "số liệu «{fact}» đã tính cho lãnh đạo khác cùng giúp xã", En: "the fact {fact} already counts for another leader of the commune"}},

	rule.Rule{Code: ErrWhoEvaluates, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa rõ ai đánh giá: {why}", En: "who evaluates is not known: {why}"}},
	rule.Rule{Code: ErrHeir, Origin: rule.OriginReading, Duty: duty.EvaluateWork, Also: duty.EvaluateOutcome, Switch: "Policy.Evaluators",
		Alternative: rule.Text{Vi: "phần việc của cơ quan đã kết thúc không còn", En: "the part of the body that ended lapsed"},
		Text:        rule.Text{Vi: "{heir} {part}; được hiểu là cơ quan kế tiếp của {body} ({confidence})", En: "{heir} {part}; it is read as the successor of {body} ({confidence})"}},
	rule.Rule{Code: ErrNotThen, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{body} tồn tại {span}; ngày {day} thì không", En: "{body} exists {span}, not on {day}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

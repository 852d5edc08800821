package criteria

import (
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Misuse: the question itself cannot be asked. None says anything of the commune.
var (
	// ErrNotInForce says that the set does not serve the day of assessment and the
	// dossier gives no reason to use it all the same.
	ErrNotInForce error = &rule.Misuse{Words: rule.Text{Vi: "bộ tiêu chí không áp dụng vào ngày đó", En: "the set does not serve that day"}}
	// ErrYear says that the set does not serve the dossier year and the dossier gives
	// no reason to use it all the same.
	ErrYear error = &rule.Misuse{Words: rule.Text{Vi: "bộ tiêu chí không áp dụng cho năm đó", En: "the set does not serve that dossier year"}}
	// ErrNoSet says that the set is the zero Set, not the one that the dossier names, or of
	// another standard than the dossier asks about.
	ErrNoSet error = &rule.Misuse{Words: rule.Text{Vi: "không có bộ tiêu chí như vậy", En: "no such set"}}
	// ErrProfile says that a region, group or area of a profile is none of its list.
	ErrProfile error = &rule.Misuse{Words: rule.Text{Vi: "không có vùng, nhóm hoặc khu vực như vậy", En: "no such region, group or area"}}
	// ErrOtherDemands says that a dossier has another column, group, zone or year than
	// the demands to which it should be bound, or a day on which other rows hold.
	ErrOtherDemands error = &rule.Misuse{Words: rule.Text{Vi: "hồ sơ có yêu cầu khác", En: "the dossier has other demands"}}
)

// The codes of criteria. The first part speaks of a set, the second
// of readings that cannot be used, the third of what limits an answer.
const (
	ErrTable   rule.Code = algebra.ErrTable
	ErrOverlay rule.Code = "criteria.overlay"
	ErrLooser  rule.Code = "criteria.looser-than-national"
	ErrSettled rule.Code = "criteria.cell-settled"

	ErrUnknownKey    rule.Code = "criteria.unknown-key"
	ErrReadingKind   rule.Code = "criteria.reading-kind"
	ErrPercent       rule.Code = "criteria.percent"
	ErrCounts        rule.Code = "criteria.counts"
	ErrNotApplicable rule.Code = "criteria.not-applicable"
	ErrStage         rule.Code = "criteria.stage"
	ErrReadingDay    rule.Code = "criteria.reading-day"
	ErrArea          rule.Code = "criteria.area"
	ErrSameKey       rule.Code = "criteria.same-key"

	AdviceContradiction  rule.Code = "criteria.contradiction"
	AdviceStated         rule.Code = "criteria.rests-on-statements"
	AdviceUnconfirmed    rule.Code = "criteria.unconfirmed-cell"
	AdviceAccepted       rule.Code = "criteria.accepted-cell"
	AdvicePovertyUnnamed rule.Code = "criteria.poverty-standard-unnamed"
	AdviceOverride       rule.Code = "criteria.override"
	AdviceRowsMissing    rule.Code = "criteria.rows-missing"
	AdviceSpecialColumn  rule.Code = "criteria.special-column"

	AdviceStatedCount      rule.Code = "criteria.stated-count"
	AdviceFactContradicted rule.Code = "criteria.fact-contradicted"
	AdvicePartsContradict  rule.Code = "criteria.parts-contradict"
	AdviceGroupUnconfirmed rule.Code = "criteria.group-unconfirmed"

	ErrReference rule.Code = "criteria.reference"
)

var table = rule.MustTable(
	algebra.Rule(),
	rule.Rule{Code: ErrOverlay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quy định của tỉnh không dùng được: {why}", En: "the overlay cannot be used: {why}"}},
	rule.Rule{Code: ErrLooser, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chỉ tiêu {code}: tỉnh yêu cầu {own}, thấp hơn mức trung ương {national}", En: "indicator {code}: the province asks {own}, less than the national {national}"}},
	rule.Rule{Code: ErrSettled, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chỉ tiêu {code}: đã biết {national} ({confidence}), không thay bằng {supplied}", En: "indicator {code}: known as {national} ({confidence}), not to be replaced by {supplied}"}},

	rule.Rule{Code: ErrUnknownKey, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "bộ tiêu chí không có mã số liệu «{key}»", En: "the set has no key {key}"}},
	rule.Rule{Code: ErrReadingKind, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: không dùng được số liệu {got}; cần {want}", En: "{key}: the reading {got} cannot be used; needed: {want}"}},
	rule.Rule{Code: ErrPercent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: {got} không nằm trong 0–100 %", En: "{key}: {got} does not lie in 0–100 %"}},
	rule.Rule{Code: ErrCounts, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: {got} không phải số đếm hợp lệ", En: "{key}: {got} is not a possible count"}},
	rule.Rule{Code: ErrNotApplicable, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: không được ghi «không áp dụng» ở dòng này", En: "{key}: this row does not allow \"not applicable\""}},

	rule.Rule{Code: AdviceContradiction, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: công bố ghi {stated}, kiểm tra cho {checked}", En: "{key}: stated {stated}, found {checked}"}},
	rule.Rule{Code: AdviceStated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kết quả dựa vào {stated} công bố (về chỉ tiêu, tiêu chí hoặc cả bộ); {checked} chỉ tiêu được kiểm tra từ số liệu", En: "the answer rests on statements: {stated} (of indicators, criteria or the whole); indicators checked from readings: {checked}"}},
	rule.Rule{Code: AdviceUnconfirmed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chỉ tiêu {code}: mức «{demand}» {confidence}", En: "indicator {code}: the demand \"{demand}\" is {confidence}"}},
	rule.Rule{Code: AdviceAccepted, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chỉ tiêu {code}: theo lựa chọn của người hỏi, dùng mức «{demand}» {confidence}", En: "indicator {code}: by the caller's choice the demand \"{demand}\" is used, {confidence}"}},
	rule.Rule{Code: AdvicePovertyUnnamed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: số liệu không nêu chuẩn nghèo; bộ tiêu chí dùng chuẩn {standard}", En: "{key}: the reading names no poverty standard; the set goes by {standard}"}},
	rule.Rule{Code: AdviceOverride, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dùng bộ tiêu chí ngoài thời gian áp dụng ({span}; năm {years}), lý do: {reason}", En: "the set is used outside its time ({span}; years {years}), because: {reason}"}},
	rule.Rule{Code: AdviceRowsMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa có {missing} trong {total} chỉ tiêu của văn bản", En: "{missing} of the {total} indicators of the text are not held"}},
	rule.Rule{Code: AdviceSpecialColumn, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "xã đặc biệt khó khăn hoặc an toàn khu: áp dụng cột {column}, xã thuộc {region}", En: "especially difficult or safety-zone commune: the column {column} applies, the commune lies in {region}"}},
	rule.Rule{Code: ErrStage, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: không có bước đánh giá này (tự đánh giá, thẩm tra, thẩm định)", En: "{key}: no such stage (self-assessed, verified, appraised)"}},
	rule.Rule{Code: ErrReadingDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: số liệu ghi ngày {day}, {why}; không dùng", En: "{key}: the reading is of {day}, {why}; it is not used"}},
	rule.Rule{Code: ErrArea, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: khu vực ghi 0 (ngoài vùng), 1, 2 hoặc 3, không phải {got}", En: "{key}: the area is 0 (outside), 1, 2 or 3, not {got}"}},
	rule.Rule{Code: ErrSameKey, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}» ghi hai lần, chỉ khác cách gõ dấu; số liệu này không dùng", En: "{key} is given twice, spelt in two ways; this reading is not used"}},
	rule.Rule{Code: AdviceStatedCount, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{key}»: công bố ghi {stated}; kiểm tra được {checked}", En: "{key}: stated {stated}; found {checked}"}},
	rule.Rule{Code: AdviceFactContradicted, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số liệu cho {given}, hồ sơ đã xác định {fact}; dùng {fact}", En: "the readings say {given}, the profile says {fact}, which is used"}},
	rule.Rule{Code: AdvicePartsContradict, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chỉ tiêu {code} ghi không áp dụng, trong khi số liệu của các phần cho không đạt", En: "indicator {code} is said not to apply, while the readings of its parts say not met"}},
	rule.Rule{Code: ErrReference, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số thứ tự này không có trong danh sách của báo cáo (sources, words hoặc parts)", En: "this number is not in the lists of the report (sources, words or parts)"}},
	rule.Rule{Code: AdviceGroupUnconfirmed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{group} được xác định theo điều kiện «{key}: {demand}», {confidence}", En: "{group} was found by the condition \"{key}: {demand}\", {confidence}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

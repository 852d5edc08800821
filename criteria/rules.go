package criteria

import (
	"errors"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Misuse: the question itself cannot be asked. None says anything of the commune.
var (
	// ErrNotInForce says that the set does not serve the day of assessment and the
	// dossier gives no reason to use it all the same.
	ErrNotInForce = errors.New("criteria: the set does not serve that day")
	// ErrYear says that the set does not serve the dossier year and the dossier gives
	// no reason to use it all the same.
	ErrYear = errors.New("criteria: the set does not serve that dossier year")
	// ErrNoSet says that the set is the zero Set, not the one that the dossier names, or of
	// another standard than the dossier asks about.
	ErrNoSet = errors.New("criteria: no such set")
	// ErrOtherDemands says that a dossier has another column, group, zone or year than
	// the demands to which it should be bound, or a day on which other rows hold.
	ErrOtherDemands = errors.New("criteria: the dossier has other demands")
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

	ErrContradiction  rule.Code = "criteria.contradiction"
	ErrStated         rule.Code = "criteria.rests-on-statements"
	ErrUnconfirmed    rule.Code = "criteria.unconfirmed-cell"
	ErrAccepted       rule.Code = "criteria.accepted-cell"
	ErrPovertyUnnamed rule.Code = "criteria.poverty-standard-unnamed"
	ErrOverride       rule.Code = "criteria.override"
	ErrRowsMissing    rule.Code = "criteria.rows-missing"
	ErrSpecialColumn  rule.Code = "criteria.special-column"
)

var table = rule.MustTable(
	algebra.Rule(),
	rule.FormRule(ErrOverlay, "quy định của tỉnh không dùng được: {why}", "the overlay cannot be used: {why}"),
	rule.FormRule(ErrLooser, "chỉ tiêu {code}: tỉnh yêu cầu {own}, thấp hơn mức trung ương {national}", "indicator {code}: the province asks {own}, less than the national {national}"),
	rule.FormRule(ErrSettled, "chỉ tiêu {code}: đã biết mức {national} ({confidence}), không thay bằng {supplied}", "indicator {code}: known as {national} ({confidence}), not to be replaced by {supplied}"),

	rule.FormRule(ErrUnknownKey, "bộ tiêu chí không có mã số liệu «{key}»", "the set has no key {key}"),
	rule.FormRule(ErrReadingKind, "«{key}»: không dùng được số liệu {got}; cần {want}", "{key}: the reading {got} cannot be used; needed: {want}"),
	rule.FormRule(ErrPercent, "«{key}»: {got} không nằm trong 0–100 %", "{key}: {got} does not lie in 0–100 %"),
	rule.FormRule(ErrCounts, "«{key}»: {got} không phải số đếm hợp lệ", "{key}: {got} is not a possible count"),
	rule.FormRule(ErrNotApplicable, "«{key}»: không được ghi «không áp dụng» ở dòng này", "{key}: this row does not allow \"not applicable\""),

	rule.FormRule(ErrContradiction, "«{key}»: công bố ghi {stated}, kiểm tra cho {checked}", "{key}: stated {stated}, found {checked}"),
	rule.FormRule(ErrStated, "kết quả dựa vào {stated} công bố (về chỉ tiêu, tiêu chí hoặc cả bộ); {checked} chỉ tiêu được kiểm tra từ số liệu", "the answer rests on statements: {stated} (of indicators, criteria or the whole); indicators checked from readings: {checked}"),
	rule.FormRule(ErrUnconfirmed, "chỉ tiêu {code}: mức «{demand}» {confidence}", "indicator {code}: the demand \"{demand}\" is {confidence}"),
	rule.FormRule(ErrAccepted, "chỉ tiêu {code}: theo lựa chọn của người hỏi, dùng mức «{demand}» {confidence}", "indicator {code}: by the caller's choice the demand \"{demand}\" is used, {confidence}"),
	rule.FormRule(ErrPovertyUnnamed, "«{key}»: số liệu không nêu chuẩn nghèo; bộ tiêu chí dùng chuẩn {standard}", "{key}: the reading names no poverty standard; the set goes by {standard}"),
	rule.FormRule(ErrOverride, "dùng bộ tiêu chí ngoài thời gian áp dụng ({span}; năm {years}), lý do: {reason}", "the set is used outside its time ({span}; years {years}), because: {reason}"),
	rule.FormRule(ErrRowsMissing, "chưa có {missing} trong {total} chỉ tiêu của văn bản", "{missing} of the {total} indicators of the text are not held"),
	rule.FormRule(ErrSpecialColumn, "xã đặc biệt khó khăn hoặc an toàn khu: áp dụng cột {column}, xã thuộc {region}", "especially difficult or safety-zone commune: the column {column} applies, the commune lies in {region}"),
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

package criteria

import (
	"errors"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Misuse: the question itself cannot be asked. Neither says anything of the commune.
var (
	// ErrNotInForce says that the set does not serve the day of assessment and the
	// dossier gives no reason to use it all the same.
	ErrNotInForce = errors.New("criteria: the set does not serve that day")
	// ErrYear says that the set does not serve the dossier year and the dossier gives
	// no reason to use it all the same.
	ErrYear = errors.New("criteria: the set does not serve that dossier year")
	// ErrNoSet says that the set is the zero Set, or not the one the dossier names.
	ErrNoSet = errors.New("criteria: no such set")
)

// The codes of criteria. The first part speaks of a set or an overlay, the second
// of readings that cannot be used, the third of what limits an answer.
const (
	ErrTable   rule.Code = "criteria.table"
	ErrOverlay rule.Code = "criteria.overlay"
	ErrLooser  rule.Code = "criteria.looser"
	ErrSettled rule.Code = "criteria.settled-cell"

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
	ErrGroup          rule.Code = "criteria.group"
)

var table = rule.MustTable(
	row(ErrTable, "bảng tiêu chí không dùng được: {why}", "the table cannot be used: {why}"),
	row(ErrOverlay, "quy định của tỉnh không dùng được: {why}", "the overlay cannot be used: {why}"),
	row(ErrLooser, "chỉ tiêu {code}: {ours} thấp hơn mức của trung ương {theirs}", "indicator {code}: {ours} is looser than the national {theirs}"),
	row(ErrSettled, "chỉ tiêu {code}: {ours} khác mức đã xác nhận {theirs}", "indicator {code}: {ours} differs from {theirs}, which is confirmed"),

	row(ErrUnknownKey, "bộ tiêu chí không có khóa «{key}»", "the set has no key {key}"),
	row(ErrReadingKind, "«{key}»: số liệu {got} không hợp với yêu cầu {want}", "{key}: the reading {got} does not fit the demand {want}"),
	row(ErrPercent, "«{key}»: {got} không nằm trong 0–100 %", "{key}: {got} does not lie in 0–100 %"),
	row(ErrCounts, "«{key}»: {got} không phải số đếm hợp lệ", "{key}: {got} is not a possible count"),
	row(ErrNotApplicable, "«{key}»: không được ghi «không áp dụng» ở dòng này", "{key}: this row does not allow \"not applicable\""),

	row(ErrContradiction, "«{key}»: công bố ghi {stated}, kiểm tra cho {checked}", "{key}: stated {stated}, found {checked}"),
	row(ErrStated, "kết quả dựa vào công bố ở {stated} chỉ tiêu hoặc tiêu chí, được kiểm tra từ số liệu ở {checked} chỉ tiêu", "the answer rests on statements for {stated} indicators or criteria; {checked} indicators are checked from readings"),
	row(ErrUnconfirmed, "chỉ tiêu {code}: mức {demand} {confidence}", "indicator {code}: the demand {demand} is {confidence}"),
	row(ErrAccepted, "chỉ tiêu {code}: theo lựa chọn của người hỏi, dùng mức {demand} {confidence}", "indicator {code}: by the caller's choice the demand {demand} is used, {confidence}"),
	row(ErrPovertyUnnamed, "«{key}»: số liệu không nêu chuẩn nghèo; bộ tiêu chí dùng chuẩn {standard}", "{key}: the reading names no poverty standard; the set goes by {standard}"),
	row(ErrOverride, "dùng bộ tiêu chí ngoài thời gian áp dụng ({span}; năm {years}), lý do: {reason}", "the set is used outside its time ({span}; years {years}), because: {reason}"),
	row(ErrRowsMissing, "chưa có {missing} trong {total} chỉ tiêu của văn bản", "{missing} of the {total} indicators of the text are not held"),
	row(ErrSpecialColumn, "xã đặc biệt khó khăn hoặc an toàn khu: áp dụng cột {column}, xã thuộc {region}", "especially difficult or safety-zone commune: the column {column} applies, the commune lies in {region}"),
	row(ErrGroup, "nhóm xã {given} theo hồ sơ; theo đặc điểm của xã: {derived}", "group of the commune: {given} by the dossier, {derived} by its attributes"),
)

func row(c rule.Code, vi, en string) rule.Rule {
	return rule.Rule{Code: c, Origin: rule.OriginForm, Text: rule.Text{Vi: vi, En: en}}
}

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

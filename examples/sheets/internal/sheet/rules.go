package sheet

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of a sheet. A code that is never more than advice is named Advice.
const (
	ErrForm       rule.Code = "sheet.form"
	ErrHeading    rule.Code = "sheet.heading"
	ErrLine       rule.Code = "sheet.line"
	ErrFormula    rule.Code = "sheet.formula"
	ErrPercent    rule.Code = "sheet.percent-format"
	ErrBecameDay  rule.Code = "sheet.became-a-day"
	ErrBecameNo   rule.Code = "sheet.became-a-number"
	ErrCell       rule.Code = "sheet.error-in-cell"
	ErrValue      rule.Code = "sheet.value"
	ErrTextDay    rule.Code = "sheet.day-as-text"
	ErrNumberDay  rule.Code = "sheet.day-as-number"
	ErrTruth      rule.Code = "sheet.truth-value"
	ErrChoice     rule.Code = "sheet.choice"
	ErrNeeded     rule.Code = "sheet.needed"
	ErrTwice      rule.Code = "sheet.twice"
	ErrDiffers    rule.Code = "sheet.differs"
	ErrUnplaced   rule.Code = "sheet.unplaced"
	ErrMerged     rule.Code = "sheet.merged"
	ErrHiddenRow  rule.Code = "sheet.hidden-row"
	ErrHiddenForm rule.Code = "sheet.hidden-form"
	ErrTooMany    rule.Code = "sheet.too-many"

	AdviceSeparator    rule.Code = "sheet.separator"
	AdviceNoColumn     rule.Code = "sheet.column-left-out"
	AdviceHiddenColumn rule.Code = "sheet.hidden-column"
	AdviceOtherSheet   rule.Code = "sheet.other-sheet"
)

func row(code rule.Code, vi, en string) rule.Rule {
	return rule.Rule{Code: code, Origin: rule.OriginForm, Text: rule.Text{Vi: vi, En: en}}
}

var table = rule.MustTable(
	row(ErrForm, "không rõ là biểu nào: {why}", "it is not known which form this is: {why}"),
	row(ErrHeading, "tiêu đề cột «{given}»: {why}", "the heading \"{given}\": {why}"),
	row(ErrLine, "không tách được thành ô: {why}", "cannot be split into cells: {why}"),
	row(ErrFormula, "ô có công thức «{given}»; chép rồi dán lại thành giá trị (Paste Special – Values), hoặc ghi hai số đếm như 132/1100",
		"the cell holds the formula \"{given}\"; paste its value over it (Paste Special, Values), or write two counts such as 132/1100"),
	row(ErrPercent, "ô có định dạng phần trăm của Excel ({given}); đổi định dạng ô thành General rồi ghi lại số, không ghi %, ví dụ 95",
		"the cell has Excel's format of a percentage ({given}); format it as General and write the number again without %, such as 95"),
	row(ErrBecameDay, "Excel đã đổi nội dung ô thành ngày {given}; đổi định dạng ô thành Text rồi ghi lại, số lẻ dùng dấu chấm, ví dụ 12.5",
		"Excel made the day {given} of what was written; format the cell as Text and write it again, decimals after a dot, such as 12.5"),
	row(ErrBecameNo, "Excel giữ số {given}, có thể đã mất chữ số 0 ở đầu; đổi định dạng ô thành Text rồi ghi lại",
		"Excel holds the number {given}, and may have lost zeros before it; format the cell as Text and write it again"),
	row(ErrCell, "ô báo lỗi {given}; ghi lại giá trị, hoặc để trống nếu chưa có", "the cell holds the error {given}; write the value again, or leave the cell blank"),
	row(ErrValue, "không dùng được «{given}»: {why}", "\"{given}\" cannot be used: {why}"),
	row(ErrTextDay, "«{given}» là chữ, không phải ngày của Excel: {why}", "\"{given}\" is a text, not a day of Excel: {why}"),
	row(ErrNumberDay, "ô giữ số {given}, không phải ngày; nếu là ngày {day} thì đổi định dạng ô thành ngày", "the cell holds the number {given}, not a day; if it is {day}, format the cell as a date"),
	row(ErrTruth, "ô giữ giá trị {given} của Excel; ghi bằng chữ: {list}", "the cell holds Excel's own {given}; write one of these words: {list}"),
	row(ErrChoice, "«{given}» không có trong danh sách; ghi một trong: {list}{near}", "\"{given}\" is not in the list; write one of: {list}{near}"),
	row(ErrNeeded, "ô này phải ghi; nếu đã gộp ô thì bỏ gộp và ghi lại ở từng dòng", "this cell has to be filled; where cells were merged, write it again in each row"),
	row(ErrTwice, "«{given}» đã ghi ở dòng {first}; giữ một dòng", "\"{given}\" is given in row {first} already; keep one of them"),
	row(ErrDiffers, "«{given}» khác với dòng {first}; ghi một lần, hoặc ghi như nhau", "\"{given}\" differs from row {first}; write it once, or write the same"),
	row(ErrUnplaced, "giá trị này không có chỗ: {why}", "this value has no place: {why}"),
	row(ErrMerged, "các ô {given} bị gộp; bỏ gộp và ghi lại ở từng ô", "the cells {given} are merged; unmerge them and write each one"),
	row(ErrHiddenRow, "dòng bị ẩn hoặc bị lọc mà có số liệu; bỏ ẩn, bỏ lọc, hoặc xóa dòng", "the row is hidden or filtered out and holds something; show it, clear the filter, or delete it"),
	row(ErrHiddenForm, "sheet bị ẩn nên không đọc; bỏ ẩn nếu cần đọc, hoặc xóa", "the sheet is hidden and was not read; show it, or delete it"),
	row(ErrTooMany, "quá giới hạn: {why}", "beyond the limits: {why}"),

	row(AdviceSeparator, "các ô cách nhau bằng {separator}; đã đọc theo đó", "the cells are separated by {separator}, and were read so"),
	row(AdviceNoColumn, "không có các cột: {list}; coi như chưa có số liệu", "the columns {list} are not there; they count as not given"),
	row(AdviceHiddenColumn, "cột bị ẩn; số liệu trong cột vẫn được đọc", "the column is hidden; what it holds was read all the same"),
	row(AdviceOtherSheet, "không phải biểu; không đọc", "not a form; it was not read"),
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

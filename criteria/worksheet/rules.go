package worksheet

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of a filled sheet. A code that is never more than advice is named Advice.
const (
	ErrHeading   rule.Code = "worksheet.heading"
	ErrLine      rule.Code = "worksheet.line"
	ErrRewritten rule.Code = "worksheet.rewritten"
	ErrMerged    rule.Code = "worksheet.merged"
	ErrNoCell    rule.Code = "worksheet.no-cell"
	ErrTwice     rule.Code = "worksheet.twice"
	ErrValue     rule.Code = "worksheet.value"
	ErrPercent   rule.Code = "worksheet.percent"
	ErrDirection rule.Code = "worksheet.direction"
	ErrConfirmed rule.Code = "worksheet.confirmed"
	ErrUncited   rule.Code = "worksheet.uncited"
	ErrAdded     rule.Code = "worksheet.added"
	ErrRefused   rule.Code = "worksheet.refused"

	AdviceSeparator rule.Code = "worksheet.separator"
	AdviceDiffers   rule.Code = "worksheet.differs"
	AdviceMissing   rule.Code = "worksheet.missing"
	AdviceZones     rule.Code = "worksheet.zones"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrHeading, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột {column}: tiêu đề cột «{heading}»: {why}", En: "row {row}, column {column}: the heading \"{heading}\": {why}"}},
	rule.Rule{Code: ErrLine, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột {column}: không tách được thành ô: {why}", En: "row {row}, column {column}: cannot be split into cells: {why}"}},
	rule.Rule{Code: ErrRewritten, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: có lẽ Excel đã đổi số thành «{given}»; {why}", En: "row {row}, column \"{column}\": Excel seems to have turned the number into \"{given}\"; {why}"}},
	rule.Rule{Code: ErrMerged, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: ô trống (có lẽ do gộp ô); ghi lại «{column}» ở từng dòng", En: "row {row}, column \"{column}\": empty, perhaps of merged cells; write it again in each row"}},
	rule.Rule{Code: ErrNoCell, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: bộ tiêu chí không có ô «{given}»; {why}", En: "row {row}, column \"{column}\": the set has no cell \"{given}\"; {why}"}},
	rule.Rule{Code: ErrTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: ô này đã ghi ở dòng {first}; giữ một dòng", En: "row {row}, column \"{column}\": the cell is given in row {first} already; keep one of them"}},
	rule.Rule{Code: ErrValue, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: không dùng được «{given}»: {why}", En: "row {row}, column \"{column}\": \"{given}\" cannot be used: {why}"}},
	rule.Rule{Code: ErrPercent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: {given} không nằm trong 0–100 %", En: "row {row}, column \"{column}\": {given} does not lie in 0–100 %"}},
	rule.Rule{Code: ErrDirection, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: «{given}» trái chiều với dòng này ({want}); xem lại văn bản, nếu đúng thì bảng của thư viện sai", En: "row {row}, column \"{column}\": the direction of \"{given}\" disagrees with the row ({want}); look at the text again: if it is right, the table of the library is wrong"}},
	rule.Rule{Code: ErrConfirmed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: «{given}» trái với mức đã xác nhận {have} ({confidence}: {source})", En: "row {row}, column \"{column}\": \"{given}\" contradicts the confirmed {have} ({confidence}: {source})"}},
	rule.Rule{Code: ErrUncited, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: {why}", En: "row {row}, column \"{column}\": {why}"}},
	rule.Rule{Code: ErrAdded, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: chỉ tiêu mới «{given}»: {why}", En: "row {row}, column \"{column}\": the further indicator \"{given}\": {why}"}},

	rule.Rule{Code: ErrRefused, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: bộ tiêu chí không nhận «{given}»: {why}", En: "row {row}, column \"{column}\": the set does not take \"{given}\": {why}"}},

	rule.Rule{Code: AdviceSeparator, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng 1: các ô cách nhau bằng {separator}; đã đọc theo đó", En: "row 1: the cells are separated by {separator}, and were read so"}},
	rule.Rule{Code: AdviceDiffers, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dòng {row}, cột «{column}»: «{given}» khác mức dự kiến {candidate} ({confidence}); dùng «{given}»", En: "row {row}, column \"{column}\": \"{given}\" differs from the candidate {candidate} ({confidence}); \"{given}\" is used"}},
	rule.Rule{Code: AdviceMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "còn {missing} trong {total} dòng chưa ghi giá trị; các dòng khác vẫn dùng", En: "{missing} of {total} rows have no value yet; the others serve"}},
	rule.Rule{Code: AdviceZones, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "bảng chia xã theo các khu vực: {zones}; hồ sơ của xã ghi khu vực đúng như vậy", En: "the sheet divides the communes into the zones {zones}; the dossier of a commune names its zone so"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }

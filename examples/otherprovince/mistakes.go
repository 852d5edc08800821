package main

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// mistake is what is wrong in one file of a province.
type mistake struct {
	File string
	rule.Finding
}

// mistakes are those of all files. They are an error that says each with its file, place and
// code.
type mistakes []mistake

func (m *mistakes) add(file string, found ...rule.Finding) {
	for _, f := range found {
		*m = append(*m, mistake{file, f})
	}
}

// err adds the findings in an error; an error without any says why the file is no record.
func (m *mistakes) err(file string, err error) {
	if found, readable := rule.FindingsIn(err); readable {
		m.add(file, found...)
		return
	}
	m.add(file, table.Broken(ErrUnread, "", rule.A("why", rule.Text{Vi: rule.Tell(err, rule.Vi), En: rule.Tell(err, rule.En)})))
}

// strangers reports files that a province does not have: most often a name misspelt.
func (m *mistakes) strangers(folder fs.FS) {
	entries, _ := fs.ReadDir(folder, ".") // a folder that cannot be read lacks every file
	for _, e := range entries {
		known := e.IsDir() || slices.ContainsFunc(files, func(f file) bool { return f.name == e.Name() })
		if !known && strings.HasSuffix(e.Name(), ".json") {
			m.add(e.Name(), table.Broken(ErrUnknownFile, ""))
		}
	}
}

// inOrder sorts the mistakes by file, as the files are read, and leaves out what is said twice.
func (m mistakes) inOrder() mistakes {
	place := func(x mistake) int { return slices.IndexFunc(files, func(f file) bool { return f.name == x.File }) }
	slices.SortStableFunc(m, func(a, b mistake) int { return place(a) - place(b) })
	var out mistakes
	for _, x := range m {
		same := func(y mistake) bool {
			return y.File == x.File && y.Path == x.Path && y.Code() == x.Code() && y.In(rule.En) == x.In(rule.En)
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, x)
		}
	}
	return out
}

// broken are those for which the files cannot be used.
func (m mistakes) broken() mistakes {
	return slices.DeleteFunc(slices.Clone(m), func(x mistake) bool { return x.Kind != rule.Broken })
}

// findings are the mistakes without their files.
func (m mistakes) findings() rule.Findings {
	found := make(rule.Findings, len(m))
	for i, x := range m {
		found[i] = x.Finding
	}
	return found
}

// Error is the English words.
func (m mistakes) Error() string { return m.In(rule.En) }

// In says each mistake on a line: file, place, code, words.
func (m mistakes) In(l rule.Lang) string {
	lines := make([]string, len(m))
	for i, x := range m {
		lines[i] = x.line(l)
	}
	return strings.Join(lines, "\n")
}

func (x mistake) line(l rule.Lang) string {
	at := x.File
	if x.Path != "" {
		at += ": " + string(x.Path)
	}
	return at + ": " + string(x.Code()) + ": " + x.In(l)
}

// Unwrap is the findings, so that their codes are found.
func (m mistakes) Unwrap() error { return m.findings().Err() }

// The codes of what is wrong between files.
const (
	ErrFileMissing rule.Code = "province.file-missing"
	ErrUnknownFile rule.Code = "province.unknown-file"
	ErrUnread      rule.Code = "province.unread"
	ErrWords       rule.Code = "province.words"
	ErrOwnBasis    rule.Code = "province.own-basis"
	ErrNoBase      rule.Code = "province.no-base"
	ErrDay         rule.Code = "province.day"
	ErrNoBody      rule.Code = "province.no-body"
	ErrBodyAbsent  rule.Code = "province.body-absent"
	ErrNoUnit      rule.Code = "province.no-unit"
	ErrUnitEnded   rule.Code = "province.unit-ended"
	ErrLevel       rule.Code = "province.level"
	ErrNoSet       rule.Code = "province.no-set"
	ErrNoCriterion rule.Code = "province.no-criterion"
	ErrNoDuty      rule.Code = "province.no-duty"
	ErrNoBearer    rule.Code = "province.no-bearer"
	ErrReceiver    rule.Code = "province.receiver"
	ErrProgram     rule.Code = "province.program"
	ErrYears       rule.Code = "province.years"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrFileMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thiếu tệp này", En: "the file is missing"}},
	rule.Rule{Code: ErrUnknownFile, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tỉnh không có tệp tên này; có thể viết sai tên tệp", En: "no file of a province has this name; it may be misspelt"}},
	rule.Rule{Code: ErrUnread, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không đọc được: {why}", En: "it cannot be read: {why}"}},
	rule.Rule{Code: ErrWords, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thiếu {what}", En: "{what} is missing"}},
	rule.Rule{Code: ErrOwnBasis, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản của tỉnh chỉ ghi ở basis.json; bỏ mục này", En: "the province's text stands in basis.json alone; leave this out"}},
	rule.Rule{Code: ErrNoBase, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thư viện không có bộ tiêu chí quốc gia «{set}»", En: "the library has no national set {set}"}},
	rule.Rule{Code: ErrDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{what} không nói về ngày {day}", En: "{what} does not answer for {day}"}},
	rule.Rule{Code: ErrNoBody, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ma trận không có cơ quan mang mã «{body}»", En: "the matrix has no body with the id {body}"}},
	rule.Rule{Code: ErrBodyAbsent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» không tồn tại vào ngày {day}", En: "{body} does not exist on {day}"}},
	rule.Rule{Code: ErrNoUnit, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "danh mục không có đơn vị mang mã «{unit}» vào ngày {day}", En: "the gazetteer has no unit with the code {unit} on {day}"}},
	rule.Rule{Code: ErrUnitEnded, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "đơn vị mang mã «{unit}» không còn từ ngày {day}, phân công vẫn còn", En: "the unit with the code {unit} is no more from {day}, yet the assignment goes on"}},
	rule.Rule{Code: ErrLevel, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{unit} thuộc {level} và tồn tại vào ngày {day}; {government} không có cấp ấy", En: "{unit} is of the {level} and exists on {day}; a {government} has no such level"}},
	rule.Rule{Code: ErrNoSet, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "bộ tiêu chí của tỉnh là «{ours}», không phải «{set}»", En: "the set of the province is {ours}, not {set}"}},
	rule.Rule{Code: ErrNoCriterion, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "bộ tiêu chí «{set}» không có tiêu chí, chỉ tiêu «{criterion}»", En: "the set {set} has no criterion or indicator {criterion}"}},
	rule.Rule{Code: ErrNoDuty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản của tỉnh không giao nhiệm vụ «{duty}» mà mục này dựa vào", En: "the province's text does not lay down the duty {duty}, on which this rests"}},
	rule.Rule{Code: ErrNoBearer, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ma trận không nói ai làm việc này: {duty}", En: "the matrix does not say who does this: {duty}"}},
	rule.Rule{Code: ErrReceiver, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "theo ma trận, «{body}» không ở phía {side} của nhiệm vụ «{duty}»", En: "by the matrix, {body} does not stand on the side of the duty {duty} that is: {side}"}},
	rule.Rule{Code: ErrProgram, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tỉnh có bộ tiêu chí xã mà kế hoạch không nói về chương trình «{program}»", En: "the province has criteria for communes, yet its plans do not speak of the program: {program}"}},
	rule.Rule{Code: ErrYears, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{what} không dùng cho năm {year}", En: "{what} does not serve the year {year}"}},
)

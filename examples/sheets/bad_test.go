package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/examples/sheets/internal/sheet"
)

// row fills the first row of a form of readings, in order.
func (b *filled) row() {
	b.set("unit", 1, "02743")
	b.set("asOf", 1, 44896)
	b.set("year", 1, 2022)
	b.set("region", 1, "Đông Nam Bộ")
	b.set("2.1", 1, 95)
	b.set("1.1", 1, "đạt")
}

// What cannot be used is told at its cell with what to write instead; the exit code is 1 and
// nothing is guessed.
func TestBadCells(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(b *filled)
		want  []string // in Vietnamese
		keeps bool     // the record serves all the same
	}{
		"blank is not zero":   {func(*filled) {}, []string{"1 dòng; 1 hồ sơ dùng được; 0 dòng trả lại"}, true},
		"comma":               {func(b *filled) { b.set("2.1", 1, "12,5") }, []string{`Sheet "Chỉ tiêu", ô K5: `, "ghi 12.5: phần thập phân sau dấu chấm"}, false},
		"percent as text":     {func(b *filled) { b.set("2.1", 1, "95 %") }, []string{"ô K5: ", "ghi 95, không ghi %"}, false},
		"percent of Excel":    {func(b *filled) { b.set("2.1", 1, 0.95); b.style("2.1", 1, "0%") }, []string{"ô K5: ô có định dạng phần trăm của Excel (95 %)"}, false},
		"number became a day": {func(b *filled) { b.set("2.1", 1, 45789); b.style("2.1", 1, "d-mmm") }, []string{"ô K5: Excel đã đổi nội dung ô thành ngày 2025-05-12"}, false},
		"lost zeros":          {func(b *filled) { b.set("unit", 1, 2743) }, []string{"ô A5: Excel giữ số 2743, có thể đã mất chữ số 0"}, false},
		"day as text":         {func(b *filled) { b.set("asOf", 1, "01/12/2022") }, []string{"ô C5: «01/12/2022» là chữ", "ghi 2022-12-01"}, false},
		"no such day":         {func(b *filled) { b.set("asOf", 1, "2022-02-30") }, []string{"ô C5: ", "phải có thật"}, false},
		"day as number":       {func(b *filled) { b.style("asOf", 1, "General") }, []string{"ô C5: ô giữ số 44896, không phải ngày; nếu là ngày 2022-12-01"}, false},
		"formula":             {func(b *filled) { require.NoError(b.t, b.f.SetCellFormula(b.sheet, b.at("2.1", 1), "19/20*100")) }, []string{"ô K5: ô có công thức «=19/20*100»"}, false},
		"error":               {func(b *filled) { b.set("2.1", 1, "#N/A") }, []string{"ô K5: ô báo lỗi #N/A"}, false},
		"truth value":         {func(b *filled) { b.set("1.1", 1, true) }, []string{"ô I5: ô giữ giá trị TRUE của Excel; ghi bằng chữ: đạt; không đạt"}, false},
		"not in the list":     {func(b *filled) { b.set("1.1", 1, "đạtt") }, []string{"ô I5: «đạtt» không có trong danh sách", "có phải «đạt»?"}, false},
		"unknown region":      {func(b *filled) { b.set("region", 1, "Đông Nam bô") }, []string{"ô F5: ", "có phải «Đông Nam Bộ»?"}, false},
		"year":                {func(b *filled) { b.set("year", 1, "năm 2022") }, []string{"ô D5: ", "ghi một số nguyên, ví dụ 2022"}, false},
		"above a hundred":     {func(b *filled) { b.set("4.2", 1, 150) }, []string{"ô S5: ", "100"}, false},
		"another day":         {func(b *filled) { b.set("asOf", 1, 43000) }, []string{"dòng 5: ", "bộ tiêu chí"}, false},
		"twice":               {func(b *filled) { b.set("unit", 2, "02743") }, []string{"ô A6: «02743» đã ghi ở dòng 5"}, true},
		"no key":              {func(b *filled) { b.set("2.1", 2, 95) }, []string{"ô A6: ô này phải ghi"}, true},
		"merged":              {func(b *filled) { require.NoError(b.t, b.f.MergeCell(b.sheet, "B5", "B7")) }, []string{"dòng 5: các ô B5:B7 bị gộp"}, false},
		"hidden row":          {func(b *filled) { require.NoError(b.t, b.f.SetRowVisible(b.sheet, 5, false)) }, []string{"dòng 5: dòng bị ẩn hoặc bị lọc mà có số liệu"}, false},
		"beyond the headings": {func(b *filled) { require.NoError(b.t, b.f.SetCellStr(b.sheet, "DA5", "x")) }, []string{"ô DA5: giá trị này không có chỗ"}, false},
		"renamed code":        {func(b *filled) { b.set("2.1", -1, "21") }, []string{"ô K3: tiêu đề cột «21»: không có mã cột này; có phải «2.1»?"}, false},
		"further column":      {func(b *filled) { require.NoError(b.t, b.f.SetCellStr(b.sheet, "DA2", "Ghi chú")) }, []string{"ô DA3: ", "dòng 3 không có mã cột của biểu này"}, false},
		"renamed heading":     {func(b *filled) { b.set("2.1", -2, "2.2. Đường thôn") }, []string{"ô K2: ", "mã «2.1» ở dòng 3 là của cột"}, false},
		"repeated code":       {func(b *filled) { b.set("2.1", -1, "2.2"); b.set("2.1", -2, "x") }, []string{"ô L3: ", "mã cột này đã có ở cột K"}, false},
		"missing needed column": {func(b *filled) {
			require.NoError(b.t, b.f.RemoveCol(b.sheet, "A"))
			require.NoError(b.t, b.f.SetCellStr(b.sheet, "A1", "giupxa/1 criteria 318/QĐ-TTg/I"))
		}, []string{"thiếu cột «Mã xã»"}, false},
		"no form":      {func(b *filled) { b.set("unit", -3, "Biểu số 1") }, []string{"ô A1: không rõ là biểu nào", "giupxa/1 visits"}, false},
		"unknown form": {func(b *filled) { b.set("unit", -3, "giupxa/1 visit") }, []string{"không có loại biểu «visit»"}, false},
		"unknown set":  {func(b *filled) { b.set("unit", -3, "giupxa/1 criteria 318") }, []string{"ô A1: không rõ là biểu nào"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := blank(t, kindCriteria, "-set", national.ID318I)
			b.row()
			c.spoil(b)
			file := b.save()
			out, errs, code := call("", file)
			for _, want := range c.want {
				assert.Contains(t, errs, want)
			}
			wantCode := program.Found
			if name == "blank is not zero" {
				wantCode = program.InOrder
				assert.NotContains(t, out, "2.2")
			}
			assert.Equal(t, wantCode, code, errs)
			assert.Equal(t, c.keeps, out != "[]\n", out)
			_, english, _ := call("", file, "-lang", "en")
			assert.NotRegexp(t, `(^|[ :;])(ghi|dòng|cột|ô|sheet bị) `, english)
		})
	}
}

// All faults are told at once, a thousand of them at most.
func TestAllAtOnce(t *testing.T) {
	t.Parallel()
	b := blank(t, kindCriteria, "-set", national.ID318I)
	for row := range 1200 {
		b.set("unit", row+1, fmt.Sprintf("%05d", row))
		b.set("2.1", row+1, "12,5")
	}
	b.set("2.2", 1, "95 %")
	out, errs, code := call("", b.save())
	assert.Equal(t, program.Found, code)
	assert.Equal(t, "[]\n", out)
	assert.Contains(t, errs, "ô K5:")
	assert.Contains(t, errs, "ô L5:")
	assert.Contains(t, errs, "đã đọc 1000 dòng")
	assert.Contains(t, errs, "còn ít nhất 201 lỗi khác")
	assert.Equal(t, 1000, strings.Count(errs, `• Sheet "Chỉ tiêu", ô `))
}

// Columns may stand in another order, hidden ones are told, and those that are left out count as
// not given.
func TestColumns(t *testing.T) {
	t.Parallel()
	b := blank(t, kindCriteria, "-set", national.ID318I)
	b.row()
	require.NoError(t, b.f.SetColVisible(b.sheet, b.columns["2.1"], false))
	require.NoError(t, b.f.RemoveCol(b.sheet, b.columns["19.2"]))
	require.NoError(t, b.f.DuplicateRow(b.sheet, 5))
	require.NoError(t, b.f.RemoveRow(b.sheet, 6))
	out, errs, code := call("", b.save())
	assert.Equal(t, program.InOrder, code, errs)
	assert.Contains(t, out, `"2.1":"95"`)
	assert.Contains(t, errs, "ô K3: cột bị ẩn; số liệu trong cột vẫn được đọc")
	assert.Contains(t, errs, "không có các cột: 19.2; coi như chưa có số liệu")
}

// A day is that of the workbook, whether it counts from 1900 or from 1904, with or without an hour.
func TestDays(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		since1904 bool
		serial    float64
		want      string
	}{
		"1900":          {false, 44420, "2021-08-12"},
		"1904":          {true, 44420 - 1462, "2021-08-12"},
		"hour":          {false, 44420.354166666664, "2021-08-12T08:30"},
		"almost a hour": {false, 44420.3333333333, "2021-08-12T08:00"},
		"seconds":       {false, 44420.354513888888, "2021-08-12T08:30:30"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := blank(t, kindVisits)
			require.NoError(t, b.f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &c.since1904}))
			b.set("id", 1, "v1")
			b.set("commune", 1, "02743")
			b.set("start", 1, c.serial)
			out, errs, code := call("", b.save())
			require.Equal(t, program.InOrder, code, errs)
			assert.Contains(t, out, `"start":"`+c.want+`"`)
		})
	}
	b := blank(t, kindVisits)
	b.set("id", 1, "v1")
	b.set("commune", 1, "02743")
	b.set("start", 1, 60) // 29 February 1900, which never was
	_, errs, code := call("", b.save())
	assert.Equal(t, program.Found, code)
	assert.Contains(t, errs, "ô E5: ô giữ số 60, không phải ngày")
}

// A number is what Excel shows, not the binary fraction behind it.
func TestNumbersAsExcelShowsThem(t *testing.T) {
	t.Parallel()
	for stored, want := range map[string]string{"1.1000000000000001": "1.1", "0.29999999999999999": "0.3", "95": "95", "1E2": "100", "-0.5": "-0.5", "12.345678901234": "12.345678901234"} {
		got, ok := sheet.Digits(stored)
		assert.True(t, ok)
		assert.Equal(t, want, got)
	}
	_, ok := sheet.Digits("1e999")
	assert.False(t, ok)
}

// spoilt copies a workbook and changes its parts.
func spoilt(t *testing.T, file string, change func(name string, data []byte) []byte, add map[string]string) string {
	t.Helper()
	r, err := zip.OpenReader(file)
	require.NoError(t, err)
	defer r.Close() //nolint:errcheck // read only
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, data []byte) {
		part, err := w.Create(name)
		require.NoError(t, err)
		_, err = part.Write(data)
		require.NoError(t, err)
	}
	for _, f := range r.File {
		part, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(part)
		require.NoError(t, err)
		put(f.Name, change(f.Name, data))
	}
	for name, data := range add {
		put(name, []byte(data))
	}
	require.NoError(t, w.Close())
	spoilt := filepath.Join(t.TempDir(), "hong.xlsx")
	require.NoError(t, os.WriteFile(spoilt, out.Bytes(), 0o600))
	return spoilt
}

func asItIs(_ string, data []byte) []byte { return data }

const firstSheet = "xl/worksheets/sheet1.xml"

// Files that are refused as a whole.
func TestBadFiles(t *testing.T) {
	t.Parallel()
	b := blank(t, kindCriteria, "-set", national.ID318I)
	b.row()
	good := b.save()
	text := func(s string) string {
		file := filepath.Join(t.TempDir(), "tep")
		require.NoError(t, os.WriteFile(file, []byte(s), 0o600))
		return file
	}
	whole, err := os.ReadFile(good) //nolint:gosec // of the test
	require.NoError(t, err)
	broken := bytes.Clone(whole)
	at := bytes.Index(broken, []byte(firstSheet)) + len(firstSheet) + 40
	broken[at] ^= 0xff
	two := blank(t, kindVisits)
	_, err = two.f.NewSheet("Chép")
	require.NoError(t, err)
	require.NoError(t, two.f.SetCellStr("Chép", "A1", "giupxa/1 visits"))
	hidden := blank(t, kindVisits)
	_, err = hidden.f.NewSheet("Trang khác")
	require.NoError(t, err)
	hidden.f.SetActiveSheet(1)
	require.NoError(t, hidden.f.SetSheetVisible(hidden.sheet, false))
	lies := bombs(t)
	for name, c := range map[string]struct{ file, want string }{
		"macros":         {spoilt(t, good, asItIs, map[string]string{"xl/vbaProject.bin": "x"}), "tệp có macro nên không đọc"},
		"bomb":           {lies[0], "giải nén ra quá 512 MB"},
		"bomb that lies": {lies[1], "tệp Excel bị hỏng"},
		"old xls":        {text("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 …"), "tệp .xls cũ hoặc tệp có mật khẩu"},
		"cut off":        {text(string(whole[:len(whole)/2])), "tệp bị hỏng"},
		"damaged":        {text(string(broken)), "tệp Excel bị hỏng"},
		"other zip":      {spoilt(t, good, func(name string, data []byte) []byte { return nil }, nil), "không đọc được"},
		"two forms":      {two.save(), "tệp có nhiều biểu (Chuyến đi, Chép)"},
		"hidden form":    {hidden.save(), "biểu ở sheet «Chuyến đi» bị ẩn nên không đọc"},
		"not XML any more": {spoilt(t, good, func(name string, data []byte) []byte {
			if name == firstSheet {
				return data[:len(data)/2]
			}
			return data
		}, nil), "tệp Excel bị hỏng từ đây"},
		"UTF-16 text": {text("\xff\xfeg\x00"), "UTF-16"},
		"empty":       {text(""), "không rõ là biểu nào"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, errs, code := call("", c.file)
			assert.Equal(t, program.Found, code, errs)
			assert.Contains(t, strings.ReplaceAll(errs, "\n  ", " "), c.want)
			assert.Contains(t, []string{"", "[]\n"}, out)
		})
	}
}

// bombs are a workbook that says that it unpacks to a gigabyte, and one whose part is larger than
// it says.
func bombs(t *testing.T) (files [2]string) {
	t.Helper()
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	require.NoError(t, err)
	_, err = w.Write(make([]byte, 1<<20))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for i, size := range []uint64{1 << 30, 256} {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		part, err := z.CreateRaw(&zip.FileHeader{Name: firstSheet, Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: size}) //nolint:gosec // a kilobyte
		require.NoError(t, err)
		_, err = part.Write(packed.Bytes())
		require.NoError(t, err)
		require.NoError(t, z.Close())
		files[i] = filepath.Join(t.TempDir(), "bom.xlsx")
		require.NoError(t, os.WriteFile(files[i], out.Bytes(), 0o600))
	}
	return files
}

// Faults of comma-separated values are told by row and column.
func TestBadCSV(t *testing.T) {
	t.Parallel()
	form, _, code := call("", "-new", kindVisits)
	require.Equal(t, program.InOrder, code)
	for name, c := range map[string]struct{ rows, want string }{
		"day":          {`v1,02743,a1,,12/08/2021`, `dòng 5, cột E: «12/08/2021» là chữ, không phải ngày của Excel: `},
		"quotation":    {`v1,02743,"a1,,`, `dòng 5: không tách được thành ô: dấu ngoặc kép không khép`},
		"after blanks": {"\r\n\r\nv1,,a1", `dòng 7, cột B: ô này phải ghi`},
		"more cells":   {`v1,02743` + strings.Repeat(",", 27) + `x`, `dòng 5, cột AC: giá trị này không có chỗ`},
		"too long":     {`v1,` + strings.Repeat("9", 20) + `,a1`, `dòng 5, cột B: `},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, errs, code := call(form+c.rows+"\r\n", "-")
			assert.Equal(t, program.Found, code)
			assert.Contains(t, errs, c.want)
			assert.Equal(t, "[]\n", out)
		})
	}
	out, errs, code := call(form+`v1,"=""02743""",a1`+"\r\n", "-")
	assert.Equal(t, program.InOrder, code, errs)
	assert.Contains(t, out, `"commune":"02743"`)
}

// A million empty rows cost no more than their text, and hold nothing.
func TestEmptyRows(t *testing.T) {
	t.Parallel()
	b := blank(t, kindVisits)
	b.set("id", 1, "v1")
	b.set("commune", 1, "02743")
	file := spoilt(t, b.save(), func(name string, data []byte) []byte {
		if name != firstSheet {
			return data
		}
		var rows bytes.Buffer
		last := 1 << 20
		if testing.Short() {
			last = 1 << 16
		}
		for row := 6; row <= last; row++ {
			fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" s="1"/></row>`, row, row)
		}
		return bytes.Replace(data, []byte("</sheetData>"), append(rows.Bytes(), "</sheetData>"...), 1)
	}, nil)
	out, errs, code := call("", file)
	assert.Equal(t, program.InOrder, code, errs)
	assert.Contains(t, out, `"id":"v1"`)
	assert.Contains(t, errs, "1 dòng; 1 hồ sơ")
}

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/examples/sheets/internal/sheet"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func call(input string, args ...string) (out, errs string, code int) {
	var o, e bytes.Buffer
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

// filled is a form that is made by the program and filled.
type filled struct {
	t       *testing.T
	f       *excelize.File
	sheet   string
	columns map[string]string // the letters of a code
}

// blank makes a form and opens it.
func blank(t *testing.T, args ...string) *filled {
	t.Helper()
	file := filepath.Join(t.TempDir(), "bieu.xlsx")
	_, errs, code := call("", append([]string{"-o", file, "-new"}, args...)...)
	require.Equal(t, program.InOrder, code, errs)
	f, err := excelize.OpenFile(file)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	b := &filled{t, f, f.GetSheetName(0), map[string]string{}}
	rows, err := f.GetRows(b.sheet)
	require.NoError(t, err)
	for i, code := range rows[2] {
		b.columns[code] = sheet.ColumnName(i + 1)
	}
	return b
}

// set writes a cell; row 1 is the first below the headings.
func (b *filled) set(code string, row int, value any) {
	b.t.Helper()
	require.Contains(b.t, b.columns, code)
	require.NoError(b.t, b.f.SetCellValue(b.sheet, b.at(code, row), value))
}

func (b *filled) at(code string, row int) string {
	return b.columns[code] + strconv.Itoa(row+sheet.HeadRows)
}

// style gives a cell a format.
func (b *filled) style(code string, row int, format string) {
	b.t.Helper()
	id, err := b.f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	require.NoError(b.t, err)
	require.NoError(b.t, b.f.SetCellStyle(b.sheet, b.at(code, row), b.at(code, row), id))
}

// save writes the workbook and gives its name.
func (b *filled) save() string {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "da-dien.xlsx")
	require.NoError(b.t, b.f.SaveAs(file))
	return file
}

// communes are made-up dossiers of a set, each with a reading for most of its keys.
func communes(t *testing.T, set criteria.Set, n int) []criteria.Dossier {
	t.Helper()
	random := rand.New(rand.NewPCG(1, uint64(n))) //nolint:gosec // made-up readings
	form := sheet.Criteria(set)
	list := make([]criteria.Dossier, n)
	for i := range list {
		d := criteria.Dossier{Unit: fmt.Sprintf("%05d", 1000+i), UnitName: fmt.Sprintf("xã số %d", i), Set: set.ID(), AsOf: civil.Date{Year: 2022, Month: 12, Day: 1}, Year: 2022, Readings: map[string]criteria.Reading{}}
		d.Profile.Region = criteria.Regions()[i%7]
		d.Profile.Special = i%5 == 0
		for _, c := range form.Columns {
			if !strings.HasPrefix(c.Path, "readings[") || random.IntN(10) == 0 {
				continue
			}
			r, err := criteria.ParseReading(strconv.FormatFloat(float64(random.IntN(10001))/100, 'f', -1, 64))
			require.NoError(t, err)
			switch {
			case !c.Open && c.As == sheet.AsChoice && random.IntN(4) == 0:
				r = criteria.Failed()
			case !c.Open && c.As == sheet.AsChoice:
				r = criteria.Passed()
			case c.How == "%" && random.IntN(3) == 0:
				r = criteria.Share(random.Int64N(1100), 1100)
			}
			if i%4 == 0 {
				r.Stage = criteria.Verified
			}
			if c.Code == "11" {
				r.Poverty = "07/2021/NĐ-CP"
			}
			d.Readings[c.Code] = r
		}
		list[i] = d
	}
	return list
}

// fill writes dossiers into a form as an official would: numbers as numbers, words as words.
func (b *filled) fill(list []criteria.Dossier) {
	for i, d := range list {
		row := i + 1
		b.set("unit", row, d.Unit)
		b.set("unitName", row, d.UnitName)
		b.set("asOf", row, 44896) // 01/12/2022 in the format of the column
		b.set("year", row, d.Year)
		b.set("region", row, d.Profile.Region.In(rule.Vi))
		b.set("poverty", row, "07/2021/NĐ-CP")
		if d.Profile.Special {
			b.set("special", row, "có")
		}
		if i%4 == 0 {
			b.set("stage", row, "thẩm tra")
		}
		for key, r := range d.Readings {
			part, whole := r.Counts()
			switch n := r.Number(); {
			case n.Known():
				f, err := strconv.ParseFloat(n.String(), 64)
				require.NoError(b.t, err)
				b.set(key, row, f)
			case part.Known():
				b.set(key, row, part.String()+"/"+whole.String())
			default:
				b.set(key, row, r.In(rule.Vi))
			}
		}
	}
}

// A filled workbook of 150 communes, and the same as comma-separated values, give the same
// answers as the same readings in JSON, byte by byte.
func TestSameAnswersAsJSON(t *testing.T) {
	t.Parallel()
	for _, id := range []string{national.ID318I, national.ID318II} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			set, err := national.ByID(id)
			require.NoError(t, err)
			list := communes(t, set, 150)
			b := blank(t, kindCriteria, "-set", id)
			b.fill(list)
			out, errs, code := call("", b.save())
			require.Equal(t, program.InOrder, code, errs)
			same(t, set, list, out)

			rows, err := b.f.GetRows(b.sheet, excelize.Options{RawCellValue: true})
			require.NoError(t, err)
			var text strings.Builder
			for i, row := range rows {
				for j, cell := range row {
					if i >= sheet.HeadRows && j == 2 {
						cell = "2022-12-01" // Excel writes days as the machine likes them
					}
					if j > 0 {
						text.WriteByte(';')
					}
					text.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
				}
				text.WriteString("\r\n")
			}
			out, errs, code = call(text.String(), "-")
			require.Equal(t, program.InOrder, code, errs)
			assert.Contains(t, errs, "dấu chấm phẩy")
			same(t, set, list, out)
		})
	}
}

// same holds what was read against the dossiers as JSON.
func same(t *testing.T, set criteria.Set, list []criteria.Dossier, out string) {
	t.Helper()
	var got []criteria.Dossier
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got, len(list))
	for i := range list {
		data, err := json.Marshal(list[i])
		require.NoError(t, err)
		var want criteria.Dossier
		require.NoError(t, json.Unmarshal(data, &want))
		a, err := set.Assess(want)
		require.NoError(t, err)
		b, err := set.Assess(got[i])
		require.NoError(t, err)
		left, err := a.AppendJSON(nil)
		require.NoError(t, err)
		right, err := b.AppendJSON(nil)
		require.NoError(t, err)
		require.Equal(t, string(left), string(right), "commune %d", i)
	}
}

// Every form goes out and comes back: filled with one record, it is that record; the same as
// comma-separated values.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args  []string
		cells []map[string]any
		want  string
	}{
		"visits": {[]string{kindVisits}, []map[string]any{{
			"id": "v1", "commune": "02743", "leader": "l1", "start": "2021-08-12T08:30", "items": "rà soát hộ nghèo\nlàm việc với chi bộ", "made": "có", "goes.leader": "có", "goes.team": "không",
			"notice.sent": "2021-08-10", "notice.to": "02743", "notice.channel": "văn bản", "notice2.sent": "2021-08-11T14:00:30", "notice2.to": "02743", "noticesComplete": "có",
		}}, `[{"format":"giupxa.visit/1","id":"v1","commune":"02743","leader":"l1","start":"2021-08-12T08:30","items":["rà soát hộ nghèo","làm việc với chi bộ"],` +
			`"participants":[{"role":"leader"}],"notices":[{"sent":"2021-08-10","to":"02743","channel":"letter"},{"sent":"2021-08-11T14:00:30","to":"02743"}],"noticesComplete":true,"made":true}]`},
		"plan": {[]string{kindPlan}, []map[string]any{
			{"id": "kh1", "assignment": "a1", "year": 2022, "issued": "2022-01-10", "sent.to": "vp-dieu-phoi-ntm", "sent.on": "2022-01-12", "row": "mục tiêu", "item": "g1", "content": "đạt tiêu chí nhà ở", "program": "xây dựng nông thôn mới", "target": 62, "targetUnit": "hộ", "periodGoal": "p1"},
			{"id": "kh2", "assignment": "a2", "year": 2022, "row": "đi cơ sở", "month": 3, "content": "khảo sát"},
			{"id": "kh1", "row": "đi cơ sở", "month": 1, "on": "2022-01-20", "content": "rà soát"},
			{"id": "kh1", "row": "hoạt động", "month": 1, "item": "h1", "kind": "huy động ủng hộ, đóng góp", "content": "vận động xi măng", "members": "M1; M2", "serves": "g1"},
			{"id": "kh1", "row": "tháng không đi", "month": 5, "content": "chờ doanh nghiệp"},
		}, `[{"format":"giupxa.annual-plan/1","id":"kh1","assignment":"a1","year":2022,"history":[{"id":"v1","issued":"2022-01-10"}],"sent":[{"to":"vp-dieu-phoi-ntm","on":"2022-01-12"}],` +
			`"goals":[{"id":"g1","program":"new-rural","text":"đạt tiêu chí nhà ở","target":"62","unit":"hộ","serves":"p1"}],"quarters":[` +
			`{"quarter":1,"months":[{"month":1,"visits":[{"id":"dong-7","on":"2022-01-20","content":"rà soát"}],"activities":[{"id":"h1","kind":"mobilization","content":"vận động xi măng","members":["M1","M2"],"goals":["g1"],"weight":null,"target":null}]}]},` +
			`{"quarter":2,"months":[{"month":5,"noVisit":"chờ doanh nghiệp"}]}]},` +
			`{"format":"giupxa.annual-plan/1","id":"kh2","assignment":"a2","year":2022,"history":null,"goals":null,"quarters":[{"quarter":1,"months":[{"month":3,"visits":[{"id":"dong-6","content":"khảo sát"}]}]}]}]`},
		"roster": {[]string{kindRoster}, []map[string]any{
			{"id": "a1", "leader": "l]1", "post": "Giám đốc", "body": "so-khdt", "personnel": "công chức", "commune": "02743", "from": "2021-05-14", "decision": "Quyết định số 1636/QĐ-UBND ngày 14/5/2021", "team1.id": "M1", "team1.post": "Trưởng phòng", "team2.id": "M2"},
			{"id": "a2", "leader": "l]1", "commune": "02746", "role": "phụ trách, theo dõi", "from": "2021-05-14", "to": "2022-12-31", "end": "điều chỉnh, chuyển công tác"},
		}, ""},
		"score": {[]string{kindScore, "-scheme", "1686/QĐ-UBND"}, []map[string]any{
			{"id": "p1", "about": "hoạt động giúp đỡ xã của lãnh đạo", "leader": "l1", "year": 2021, "1/self": "80%", "1/verified": "3/4", "2/verified": 12.5, "bonus": 1, "bonus.reason": "sáng kiến", "statedTotal": 70},
			{"id": "p2", "about": "kết quả của xã", "commune": "02743", "asOf": "2021-12-31", "1/verified": "10"},
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := blank(t, c.args...)
			csv, errs, code := call("", append([]string{"-new"}, c.args...)...)
			require.Equal(t, program.InOrder, code, errs)
			text := strings.Builder{}
			text.WriteString(csv)
			for i, cells := range c.cells {
				line := make([]string, len(b.columns))
				for code, v := range cells {
					col, _, err := excelize.CellNameToCoordinates(b.columns[code] + "1")
					require.NoError(t, err)
					line[col-1] = `"` + fmt.Sprint(v) + `"`
					if moment, is := v.(string); is {
						if days, is := sheet.SerialOf(moment); is {
							v = days // in the format of its column
						}
					}
					b.set(code, i+1, v)
				}
				text.WriteString(strings.Join(line, ",") + "\r\n")
			}
			out, errs, code := call("", b.save())
			require.Equal(t, program.InOrder, code, errs)
			again, errs, code := call(text.String(), "-")
			require.Equal(t, program.InOrder, code, errs)
			assert.JSONEq(t, out, again)
			if c.want != "" {
				assert.JSONEq(t, c.want, out)
			} else {
				maintain.Golden(t, filepath.Join("testdata", name+".golden"), []byte(out))
			}
		})
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"vi", "en"} {
		out, _, code := call("", "-h", "-lang", lang)
		assert.Equal(t, program.InOrder, code)
		program.CheckPage(t, out)
		maintain.Golden(t, filepath.Join("testdata", "help-"+lang+".golden"), []byte(out))
	}
}

// Rows that cannot be used are given back as a form with the reasons; mended in it, they are
// taken.
func TestRejected(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"xlsx", "csv"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			b := blank(t, kindPlan)
			for row, cells := range []map[string]any{
				{"id": "kh1", "assignment": "a1", "year": 2022, "row": "đi cơ sở", "month": 1, "on": "20/01/2022", "content": "rà soát"},
				{"id": "kh2", "assignment": "a2", "year": 2022, "row": "đi cơ sở", "month": 2, "content": "khảo sát"},
				{"id": "kh1", "row": "tháng không đi", "month": 3, "content": "giãn cách"},
			} {
				for code, v := range cells {
					b.set(code, row+1, v)
				}
			}
			back := filepath.Join(t.TempDir(), "tra-lai."+kind)
			input, file := "", b.save()
			if kind == "csv" {
				form, _, _ := call("", "-new", kindPlan)
				input, file = form+"kh1,a1,2022,,,,đi cơ sở,1,,20/01/2022,rà soát\r\nkh2,a2,2022,,,,đi cơ sở,2,,,khảo sát\r\nkh1,,,,,,tháng không đi,3,,,giãn cách\r\n", "-"
			}
			out, errs, code := call(input, "-rejected", back, file)
			assert.Equal(t, program.Found, code)
			assert.Contains(t, errs, "2 dòng trả lại")
			assert.Contains(t, out, "kh2")
			assert.NotContains(t, out, "kh1")
			if kind == "csv" {
				data, err := os.ReadFile(back) //nolint:gosec // of the test
				require.NoError(t, err)
				assert.Contains(t, string(data), `dòng 5, cột J: «20/01/2022» là chữ`)
				mended := strings.ReplaceAll(string(data), `20/01/2022,`, `2022-01-20,`)
				out, errs, code = call(strings.TrimPrefix(mended, "\ufeff"), "-")
				assert.Equal(t, program.InOrder, code, errs)
			} else {
				f, err := excelize.OpenFile(back)
				require.NoError(t, err)
				defer f.Close() //nolint:errcheck // of the test
				rows, err := f.GetRows(b.sheet)
				require.NoError(t, err)
				require.Len(t, rows, sheet.HeadRows+2)
				assert.Equal(t, sheet.WhyName, rows[1][len(rows[1])-1])
				assert.Contains(t, rows[4][len(rows[1])-1], `ô J5: «20/01/2022» là chữ`)
				assert.Equal(t, "dòng khác của cùng hồ sơ có lỗi", rows[5][len(rows[1])-1])
				require.NoError(t, f.SetCellStr(b.sheet, "J5", "2022-01-20"))
				require.NoError(t, f.Save())
				out, errs, code = call("", back)
				assert.Equal(t, program.InOrder, code, errs)
			}
			assert.Contains(t, out, `"on":"2022-01-20"`)
			assert.Contains(t, out, `"noVisit":"giãn cách"`)
		})
	}
}

// What cannot be used is given back so that it still cannot be used until somebody mends it.
func TestGivenBackAsItWas(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(b *filled){
		"percent":      func(b *filled) { b.set("2.1", 1, 0.95); b.style("2.1", 1, "0.00%") },
		"day":          func(b *filled) { b.set("2.1", 1, 45789); b.style("2.1", 1, "d/m") },
		"lost zeros":   func(b *filled) { b.set("unit", 1, 2743) },
		"no day":       func(b *filled) { b.style("asOf", 1, "0") },
		"formula":      func(b *filled) { require.NoError(b.t, b.f.SetCellFormula(b.sheet, b.at("unitName", 1), `"xã "&A5`)) },
		"error":        func(b *filled) { b.set("unitName", 1, "#REF!") },
		"truth value":  func(b *filled) { b.set("special", 1, true) },
		"text formula": func(b *filled) { b.set("unitName", 1, `=A5`) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := blank(t, kindCriteria, "-set", national.ID318I)
			b.row()
			spoil(b)
			file := b.save()
			for range 2 {
				back := filepath.Join(t.TempDir(), "tra-lai.xlsx")
				out, errs, code := call("", "-rejected", back, file)
				assert.Equal(t, program.Found, code, errs)
				assert.Equal(t, "[]\n", out)
				file = back
			}
		})
	}
	b := blank(t, kindVisits)
	_, errs, code := call("", "-rejected", "tra-lai.csv", b.save())
	assert.Equal(t, program.Misused, code)
	assert.Contains(t, errs, ".xlsx")
}

// What the rulebooks say stands beside what was read.
func TestResults(t *testing.T) {
	t.Parallel()
	set, err := national.ByID(national.ID318I)
	require.NoError(t, err)
	list := communes(t, set, 3)
	b := blank(t, kindCriteria, "-set", national.ID318I)
	b.fill(list)
	file := b.save()
	book, text := filepath.Join(t.TempDir(), "kq.xlsx"), filepath.Join(t.TempDir(), "kq.csv")
	for _, out := range []string{book, text} {
		_, errs, code := call("", "-o", out, file)
		require.Equal(t, program.InOrder, code, errs)
	}
	f, err := excelize.OpenFile(book)
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // of the test
	rows, err := f.GetRows("Kết quả")
	require.NoError(t, err)
	require.Len(t, rows, 4)
	details, err := f.GetRows("Chi tiết")
	require.NoError(t, err)
	lines, err := os.ReadFile(text) //nolint:gosec // of the test
	require.NoError(t, err)
	for i, d := range list {
		a, err := set.Assess(d)
		require.NoError(t, err)
		assert.Equal(t, []string{strconv.Itoa(5 + i), d.Unit, d.UnitName, a.Verdict().In(rule.Vi)}, rows[i+1][:4])
		for l := range a.Lines() {
			at := -1
			for j, row := range details {
				if len(row) > 7 && row[1] == d.Unit && row[3] == l.Code {
					at = j
				}
			}
			require.Positive(t, at, l.Code)
			assert.Equal(t, l.Verdict.In(rule.Vi), details[at][7])
			if !l.Reading.IsZero() {
				assert.Equal(t, l.Reading.In(rule.Vi), details[at][5])
			}
			assert.Contains(t, string(lines), d.Unit+","+d.UnitName+","+l.Code+",")
		}
	}
}

// Visits and plans are checked against the roster that a form of this program gave.
func TestResultsByRoster(t *testing.T) {
	t.Parallel()
	r := blank(t, kindRoster)
	for code, v := range map[string]any{"id": "a1", "leader": "l1", "body": "so-khdt", "commune": "02743", "from": 44330} {
		r.set(code, 1, v)
	}
	out, errs, code := call("", r.save())
	require.Equal(t, program.InOrder, code, errs)
	roster := filepath.Join(t.TempDir(), "phan-cong.json")
	require.NoError(t, os.WriteFile(roster, []byte(out), 0o600))
	v := blank(t, kindVisits)
	for code, value := range map[string]any{"id": "v1", "commune": "02743", "assignment": "a1", "start": 44500, "made": "có", "noticesComplete": "có"} {
		v.set(code, 1, value)
	}
	file := v.save()
	results := filepath.Join(t.TempDir(), "kq.csv")
	_, errs, code = call("", "-o", results, file)
	assert.Equal(t, program.Misused, code)
	assert.Contains(t, errs, "-roster")
	_, errs, code = call("", "-o", results, "-roster", roster, file)
	require.Equal(t, program.InOrder, code, errs)
	data, err := os.ReadFile(results) //nolint:gosec // of the test
	require.NoError(t, err)
	assert.Contains(t, string(data), "visit.content-missing")
	assert.Contains(t, string(data), "visit.notice-missing")

	k := blank(t, kindPlan)
	for code, value := range map[string]any{"id": "kh1", "assignment": "a1", "year": 2022, "row": "đi cơ sở", "month": 1, "content": "rà soát"} {
		k.set(code, 1, value)
	}
	_, errs, code = call("", "-o", results, "-roster", roster, k.save())
	require.Equal(t, program.InOrder, code, errs)
	data, err = os.ReadFile(results) //nolint:gosec // of the test
	require.NoError(t, err)
	assert.Contains(t, string(data), "plan.month-unaddressed")

	s := blank(t, kindScore, "-scheme", "1686/QĐ-UBND")
	for code, value := range map[string]any{"id": "p1", "about": "hoạt động giúp đỡ xã của lãnh đạo", "leader": "l1", "year": 2021, "1/verified": "15", "statedTotal": 70} {
		s.set(code, 1, value)
	}
	results = filepath.Join(t.TempDir(), "kq.xlsx")
	_, errs, code = call("", "-o", results, s.save())
	require.Equal(t, program.InOrder, code, errs)
	f, err := excelize.OpenFile(results)
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // of the test
	rows, err := f.GetRows("Chi tiết")
	require.NoError(t, err)
	assert.Equal(t, []string{"5", "p1", "1"}, rows[1][:3])
	assert.Equal(t, "15", rows[1][6])
}

// How the program is called wrongly.
func TestMisuse(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"nothing asked":     {nil, "ghi tệp cần đọc"},
		"both":              {[]string{"-new", kindPlan, "x.xlsx"}, "không đọc tệp"},
		"no set":            {[]string{"-new", kindCriteria}, "thư viện không có bộ tiêu chí này"},
		"no scheme":         {[]string{"-new", kindScore}, "không có thang điểm"},
		"unknown kind":      {[]string{"-new", "visit"}, "-new"},
		"no such file":      {[]string{"khong-co.xlsx"}, "không có tệp này"},
		"onto itself":       {[]string{"-o", "./x.xlsx", "x.xlsx"}, "trùng với tệp đang đọc"},
		"no such directory": {[]string{"-new", kindPlan, "-o", "khong-co/x.xlsx"}, "không có tệp này"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, errs, code := call("", c.args...)
			assert.Equal(t, program.Misused, code)
			assert.Contains(t, errs, c.want)
		})
	}
}

// The codes are permanent.
func TestCodes(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", sheet.Rules())
}

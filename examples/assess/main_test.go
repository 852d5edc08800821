package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

const (
	overlay      = "../../criteria/national/testdata/overlays/binh-phuoc-2022.json"
	illustrative = "minh-hoa-2022.json"
)

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(input string, args ...string) (out, errs string, code int) {
	var o, e bytes.Buffer
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

func output(t *testing.T, input string, args ...string) string {
	t.Helper()
	out, errs, code := call(input, args...)
	require.Equal(t, program.InOrder, code, errs)
	return out
}

// Every published case, on the accepted view; the same dossier gives the same bytes,
// from a file as from the standard input.
func TestPublishedCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file) //nolint:gosec // our own
		require.NoError(t, err)
		out, _, _ := call(string(data), "-text", "-lang", "en", "-accept", "low")
		maintain.Golden(t, strings.TrimSuffix(file, ".json")+".golden", []byte(out))
		program.CheckPage(t, out)
		first, _, _ := call(string(data))
		named, _, _ := call("", file)
		marked, _, _ := call("\ufeff"+string(data), "-")
		assert.Equal(t, first, named)
		assert.Equal(t, first, marked, "a byte order mark is no part of the text")
	}
}

// The illustrative commune in Vietnamese: parts and attributes in words.
func TestPage(t *testing.T) {
	t.Parallel()
	out := output(t, "", "-text", illustrative)
	maintain.Golden(t, "testdata/minh-hoa-2022-vi.golden", []byte(out))
	for _, key := range []string{"/level1", "@schools", "/female", "centralised"} {
		assert.NotContains(t, out, key)
	}
}

// What cannot be read ends with 1, what cannot be asked with 2, both in the language asked.
func TestRefuses(t *testing.T) {
	t.Parallel()
	basic := `{"standard":"basic","asOf":"2021-11-30"}`
	for _, c := range []struct {
		input  string
		args   string
		code   int
		vi, en string
	}{
		{`{"standard":"basic","asOf":"2021-11-30","readings":{"15.1":"95 %"}}`, "", 1, `đầu vào chuẩn: readings["15.1"]: không đọc được «95 %»`, `standard input: readings["15.1"]: 95 % cannot be read`},
		{`{"standard":"basic","asOf":"30/02/2021"}`, "", 1, "asOf: không đọc được «30/02/2021»", "asOf: 30/02/2021 cannot be read"},
		{`{`, "", 1, "dòng 1, cột 2: văn bản bị cắt ở đây", "line 1, column 2: the text ends here"},
		{"", "", 1, "không có gì để đọc", "there is nothing to read"},
		{"\xff\xfe{\x00", "", 1, "tệp ở dạng UTF-16 LE; hãy lưu lại ở dạng UTF-8", "the file is in UTF-16 LE; save it as UTF-8"},
		{"{\"unitName\":\"x\xe3\"}", "", 1, "không phải chữ UTF-8, có lẽ là Windows-1258", "not UTF-8, perhaps Windows-1258"},
		{basic, "-overlay testdata/dong-quan-2024.json", 1, "testdata/dong-quan-2024.json: ", "testdata/dong-quan-2024.json: "},
		{`{"set":"491/QĐ-TTg"}`, "", 2, "thư viện không có bộ tiêu chí này: 491/QĐ-TTg, bộ tiêu chí năm 2009", "the set is not held: 491/QĐ-TTg, the set of 2009"},
		{`{"standard":"modern","asOf":"2027-01-01"}`, "", 2, "51/2025/QĐ-TTg", "51/2025/QĐ-TTg"},
		{`{"set":"1980/QĐ-TTg","asOf":"2023-01-01"}`, "", 2, "1980/QĐ-TTg áp dụng từ 01/12/2016", "1980/QĐ-TTg serves from 2016-12-01"},
		{`{"set":"1980/QĐ-TTg","asOf":"2021-11-30","year":2025}`, "", 2, "2016–2021, không phải 2025", "2016–2021, not 2025"},
		{`{"set":"1980/QĐ-TTg","standard":"advanced","asOf":"2021-11-30"}`, "", 2, "chuẩn nông thôn mới nâng cao", `the standard advanced new rural`},
		{basic, "-overlay no-such-file", 2, "no-such-file: không có tệp này", "no-such-file: there is no such file"},
		{basic, "-overlay testdata", 2, "testdata: ", "testdata: "},
		{"", "no-such-file", 2, "không có tệp này", "there is no such file"},
		{"", "a.json b.json", 2, "không rõ «b.json» là gì", "what is b.json?"},
		{basic, "-accept much", 2, "tùy chọn -accept là một trong: low, low-med, med, med-high, high; không phải «much»", "the flag -accept is one of low, low-med, med, med-high, high; not much"},
		{basic, "-stage soon -colour", 2, "không có tùy chọn «-colour»", "there is no flag -colour"},
		{basic, "-text=yes", 2, "tùy chọn «-text» không kèm giá trị", "the flag -text takes no value"},
		{basic, "-stage", 2, "tùy chọn «-stage» cần một giá trị", "the flag -stage needs a value"},
	} {
		for lang, says := range map[string]string{"vi": c.vi, "en": c.en} {
			out, errs, code := call(c.input, append([]string{"-lang", lang}, strings.Fields(c.args)...)...)
			assert.Equal(t, c.code, code, "%q %s", c.input, c.args)
			assert.Empty(t, out)
			assert.Contains(t, strings.ReplaceAll(errs, "\n  ", " "), says)
			program.CheckPage(t, errs)
		}
	}
	_, errs, code := call("", "-lang", "fr")
	assert.Equal(t, program.Misused, code)
	assert.Contains(t, errs, "-lang là một trong: vi, en; không phải «fr»")
	_, err := national.ByID("no set")
	require.ErrorIs(t, err, national.ErrNotHeld)
	assert.Equal(t, program.Misused, newProgram().Do([]string{"-coverage"}, nil, fullDisk{}, io.Discard))
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space") }

// A reading that cannot be used is told, and the exit code says that something is broken.
func TestBrokenReading(t *testing.T) {
	t.Parallel()
	out, _, code := call(`{"standard":"basic","asOf":"2021-11-30","profile":{"region":"TDMNPB"},"readings":{"15.1":"195"}}`, "-text")
	assert.Equal(t, program.Found, code)
	assert.Contains(t, out, "không dùng được: «15.1»: 195 không nằm trong 0–100 %")
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for lang, file := range map[string]string{"vi": "testdata/help-vi.golden", "en": "testdata/help-en.golden"} {
		out := output(t, "", "-h", "-lang", lang)
		maintain.Golden(t, file, []byte(out))
		program.CheckPage(t, out)
	}
}

// What a province prescribes, and readings of a stage only.
func TestOverlayAndStage(t *testing.T) {
	t.Parallel()
	all := output(t, "", "-text", "-lang", "en", "-overlay", overlay, illustrative)
	assert.Contains(t, all, "1360/QĐ-UBND")
	assert.Contains(t, all, "over 318/QĐ-TTg/I")
	assert.Regexp(t, `  2\.2 Roads of .*\n +met +80 +≥ 80`, all)
	assert.Regexp(t, `  2\.3 Lanes .*\n +not met +49\.5 +≥ 50 % +0\.5`, all)
	assert.Regexp(t, `2\.3 +Lanes .*49\.5 +≥ 50 % .*short by 0\.5 %`, all)
	verified := output(t, "", "-text", "-lang", "en", "-overlay", overlay, "-stage", "verified", illustrative)
	assert.Regexp(t, `  2\.2 Roads .*\n +met`, verified)
	assert.Regexp(t, `  2\.3 Lanes .*\n +unknown .*below the`, verified)
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	out := output(t, "", "-coverage")
	assert.Equal(t, 1+len(national.All()), strings.Count(out, "\n"))
}

// No list of the document is null.
func TestListsAreNeverNull(t *testing.T) {
	t.Parallel()
	for _, input := range []string{`{"standard":"basic","asOf":"2021-11-30"}`, `{"standard":"modern","set":"51/2025/QĐ-TTg","asOf":"2026-03-01"}`} {
		out, _, _ := call(input)
		if out == "" {
			continue
		}
		var document map[string]json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(out), &document))
		for _, list := range []string{"statements", "criteria", "findings", "caveats", "words", "sources"} {
			assert.True(t, bytes.HasPrefix(document[list], []byte("[")), "%s: %.20s", list, document[list])
		}
		var criteria []map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(document["criteria"], &criteria))
		for _, k := range criteria {
			assert.True(t, bytes.HasPrefix(k["indicators"], []byte("[")), "%.20s", k["indicators"])
		}
	}
	assert.Equal(t, "[]", string(must(json.Marshal(rule.Findings(nil)))))
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

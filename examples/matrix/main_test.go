package main

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(input string, args ...string) (out, errs string, code int) {
	var o, e strings.Builder
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

func output(t *testing.T, args ...string) string {
	t.Helper()
	out, errs, code := call("", args...)
	require.Equal(t, program.InOrder, code, errs)
	return out
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, args := range map[string]string{
		"2021-section-2.txt":       "-date 2021-08-15 -section 2",
		"2026-section-2.txt":       "-date 2026-11-23 -section 2",
		"2021-section-2-raci.txt":  "-date 15/8/2021 -section 2 -as raci -lang en",
		"2021-commune.md":          "-date 2021-08-15 -level commune -as markdown",
		"2026-home-affairs-en.txt": "-date 2026-11-23 -body so-noi-vu -lang en",
		"2021-agriculture-en.txt":  "-date 2021-08-15 -body so-nnptnt -lang en",
		"2026-section-3.json":      "-date 2026-11-23 -section 3 -as json",
		"help-vi.txt":              "-h",
		"help-en.txt":              "-lang en -h",
	} {
		out := output(t, strings.Fields(args)...)
		maintain.Golden(t, "testdata/"+name, []byte(out))
		if strings.HasSuffix(name, ".txt") {
			program.CheckPage(t, out)
		}
	}
	for _, day := range []string{"2021-08-15", "2025-03-01", "2026-11-23"} {
		for _, lang := range []string{"vi", "en"} {
			program.CheckPage(t, output(t, "-date", day, "-lang", lang))
		}
	}
}

// The two days differ as the law does: to 30/6/2025 a district level, afterwards
// none, with a word on where its part went.
func TestTheTwoDaysDiffer(t *testing.T) {
	t.Parallel()
	before, after := output(t, "-date", "2021-08-15"), output(t, "-date", "2026-11-23")
	rows := func(s string) string { table, _, _ := strings.Cut(s, "\nLưu ý:"); return table }
	assert.Contains(t, rows(before), "cấp huyện")
	assert.NotContains(t, rows(after), "Ủy ban nhân dân cấp huyện")
	assert.NotContains(t, rows(after), "Lao động - Thương binh")
	assert.Contains(t, after, "chưa được cung cấp văn bản kế tiếp")
	assert.NotContains(t, before, "chưa được cung cấp văn bản kế tiếp")
	assert.NotEqual(t, output(t, "-date", "2025-06-30"), output(t, "-date", "2025-07-01"))
	assert.Contains(t, output(t, "-date", "2026-11-23", "-body", "so-ldtbxh"), "Không có phần việc nào")
}

func TestJSON(t *testing.T) {
	t.Parallel()
	var doc document
	out := output(t, "-as", "json", "-body", "vp-dieu-phoi-ntm")
	require.NoError(t, json.Unmarshal([]byte(out), &doc))
	assert.NotContains(t, out, "null", "an empty list is a list")
	assert.NotEmpty(t, doc.Entries)
	for _, e := range doc.Entries {
		assert.Equal(t, "vp-dieu-phoi-ntm", string(e.Body))
		assert.NotEmpty(t, e.Passage.Section)
	}
}

func TestWhatCannotBeAsked(t *testing.T) {
	t.Parallel()
	for args, says := range map[string][2]string{
		"-date 30/2/2021":                  {"«30/2/2021»: không phải là một ngày", "not a day; write it as 2021-08-09"},
		"-date 2020-01-01":                 {"công văn ban hành năm 2021, không nói về ngày 01/01/2020", "says nothing of 2020-01-01"},
		"-body nobody":                     {"không có cơ quan mang mã «nobody»; các mã có: ", "no body has the id nobody; there are "},
		"-level village":                   {"-level là một trong: province, district, commune", "-level is one of province, district, commune"},
		"-level district -date 2026-11-23": {"chính quyền hai cấp không có cấp huyện", "a two-level government has no district"},
		"-section 9":                       {"văn bản không có mục «9»; các mục có: 1, 2, 3, 4", "no section 9; there are 1, 2, 3, 4"},
		"-as pdf":                          {"-as là một trong", "-as is one of"},
		"no-such-file":                     {"không có tệp này", "there is no such file"},
		"-colour red":                      {"không có tùy chọn «-colour»", "there is no flag -colour"},
	} {
		for lang, want := range map[string]string{"vi": says[0], "en": says[1]} {
			out, errs, code := call("", append([]string{"-lang", lang}, strings.Fields(args)...)...)
			assert.Equal(t, program.Misused, code, args)
			assert.Empty(t, out)
			assert.Contains(t, errs, want)
			program.CheckPage(t, errs)
		}
	}
	assert.Equal(t, program.Misused, newProgram().Do(nil, nil, fullDisk{}, io.Discard))
}

// A matrix of a province's own is read from a file and judged; what is broken in it ends
// with 1, what cannot be read too.
func TestMatrixFromFile(t *testing.T) {
	t.Parallel()
	m, err := laocai.InForce(rule.Day(2021, 8, 15))
	require.NoError(t, err)
	good, err := json.Marshal(m)
	require.NoError(t, err)
	out, errs, code := call("\ufeff"+string(good), "-date", "2021-08-15", "-section", "2", "-")
	require.Equal(t, program.InOrder, code, errs)
	assert.True(t, strings.HasPrefix(out, output(t, "-section", "2")), "the same matrix, and advice on it")
	_, errs, code = call(string(good), "-date", "2026-01-01", "-")
	assert.Equal(t, program.Misused, code)
	assert.Contains(t, errs, "ma trận không trả lời cho ngày 01/01/2026")

	p := m.Parts()
	p.Duties[0].Bearers = duty.Parties{}
	broken, err := duty.NewMatrix(p)
	require.NoError(t, err)
	data, err := json.Marshal(broken)
	require.NoError(t, err)
	out, _, code = call(string(data), "-")
	assert.Equal(t, program.Found, code)
	assert.Contains(t, out, "không đúng: duties[0].bearers: không ai chịu trách nhiệm")
	out, _, code = call(string(data), "-as", "json", "-")
	assert.Equal(t, program.Found, code)
	var doc document
	require.NoError(t, json.Unmarshal([]byte(out), &doc))
	assert.True(t, doc.Findings.Has(rule.Broken))

	_, errs, code = call(`{"government":"three-level","bodies":[{"id":""}]}`, "-lang", "en", "-")
	assert.Equal(t, program.Found, code)
	assert.Contains(t, errs, "standard input: bodies[0].id: missing")
	assert.Contains(t, errs, "standard input: basis: the text that lays the duties down is missing")
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space") }

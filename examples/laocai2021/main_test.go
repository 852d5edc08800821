package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(input string, args ...string) (out, errs string, code int) {
	var o, e strings.Builder
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

func output(t *testing.T, args ...string) []byte {
	t.Helper()
	out, errs, code := call("", args...)
	require.Equal(t, program.InOrder, code, errs)
	if !slices.Contains(args, "-json") {
		program.CheckPage(t, out)
	}
	return []byte(out)
}

func TestReportsAreKept(t *testing.T) {
	t.Parallel()
	maintain.Golden(t, "testdata/vi.golden", output(t))
	maintain.Golden(t, "testdata/en.golden", output(t, "-lang", "en"))
	maintain.Golden(t, "testdata/help-vi.golden", output(t, "-h"))
	maintain.Golden(t, "testdata/help-en.golden", output(t, "-lang", "en", "-h"))
}

// The JSON document says the same as the text.
func TestJSON(t *testing.T) {
	t.Parallel()
	var r struct {
		Roster struct{ OnTime, Judged int }
		Plan   struct{ Found, Left []any }
		Visits struct {
			Lines []struct{ Answer string }
		}
		Communes struct {
			Assessed []struct {
				Verdict     criteria.Verdict
				Least, Most int
			}
		}
	}
	require.NoError(t, json.Unmarshal(output(t, "-json"), &r))
	assert.Equal(t, [2]int{10, 12}, [2]int{r.Roster.OnTime, r.Roster.Judged})
	assert.Len(t, r.Plan.Found, 4)
	assert.Empty(t, r.Plan.Left)
	answers := map[string]int{}
	for _, l := range r.Visits.Lines {
		answers[l.Answer]++
	}
	assert.Equal(t, map[string]int{"accepted": 4, "undecided": 1, "refused": 3}, answers)
	june, strict, accepted := r.Communes.Assessed[0], r.Communes.Assessed[1], r.Communes.Assessed[2]
	assert.Equal(t, criteria.NotMet, june.Verdict)
	assert.Equal(t, [2]int{14, 14}, [2]int{june.Least, june.Most})
	assert.Equal(t, [2]int{17, 19}, [2]int{strict.Least, strict.Most})
	assert.Equal(t, [2]int{18, 19}, [2]int{accepted.Least, accepted.Most})
	assert.Equal(t, criteria.Unknown, accepted.Verdict)
}

func TestArguments(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-lang", "fr"}, {"no-such-file"}, {"a", "b"}, {"-json=1"}} {
		out, errs, code := call("", args...)
		assert.Equal(t, program.Misused, code, args)
		assert.Empty(t, out)
		assert.Contains(t, errs, "laocai2021: ")
	}
	assert.NotContains(t, string(output(t)), "{", "every placeholder is filled")
	for _, list := range []string{`"lines": null`, `"found": null`, `"left": null`, `"caveats": null`, `"headings": null`} {
		assert.NotContains(t, string(output(t, "-json")), list)
	}
}

// A visit or a plan from a file is judged by the dispatch and the roster of the example.
func TestRecordFromFile(t *testing.T) {
	t.Parallel()
	const visit = "testdata/visit.json"
	out, _, code := call("", visit)
	assert.Equal(t, program.Found, code)
	maintain.Golden(t, "testdata/visit-vi.golden", []byte(out))
	data, err := os.ReadFile(visit)
	require.NoError(t, err)
	out, _, code = call("\ufeff"+string(data), "-json", "-")
	assert.Equal(t, program.Found, code)
	assert.Contains(t, out, `"code": "visit.notice-not-before"`)

	plan, err := json.Marshal(mended(minhLuong2021()))
	require.NoError(t, err)
	out, errs, code := call(string(plan), "-lang", "en", "-")
	assert.Equal(t, program.InOrder, code, errs)
	assert.Contains(t, out, "nothing to report")
	out, _, code = call(string(plan), "-json", "-")
	assert.Equal(t, program.InOrder, code)
	assert.JSONEq(t, `{"format":"giupxa.annual-plan/1","found":[]}`, out)
	_, _, code = call(`{"format":"giupxa.period-plan/1","id":"p","assignment":"khdt-minh-luong","firstYear":2021,"lastYear":2024}`, "-")
	assert.Equal(t, program.Found, code)

	for input, says := range map[string][2]string{
		`{"id":"v"}`:                  {"đầu vào chuẩn: mục format phải là giupxa.visit/1", "standard input: the member format is giupxa.visit/1"},
		`{"format":"giupxa.sheet/1"}`: {"«giupxa.sheet/1»: mục format phải là", "«giupxa.sheet/1»: the member format is"},
		`{"format":"giupxa.visit/1","id":"v","commune":"1","start":"30/02/2021"}`: {"start: không đọc được «30/02/2021»", "start: 30/02/2021 cannot be read"},
		`{"format":"giupxa.annual-plan/1","id":"p","assignment":"x","year":2021}`: {"«x»: danh sách của ví dụ không có phân công này", "«x»: the roster of the example has no such assignment"},
		`{"format":"giupxa.annual-plan/1"`:                                        {"văn bản bị cắt ở đây", "the text ends here"},
	} {
		for lang, want := range map[string]string{"vi": says[0], "en": says[1]} {
			out, errs, code := call(input, "-lang", lang, "-")
			assert.Equal(t, program.Found, code, input)
			assert.Empty(t, out)
			assert.Contains(t, errs, want)
		}
	}
}

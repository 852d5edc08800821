package main

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(input string, args ...string) (out, errs string, code int) {
	var o, e strings.Builder
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, args := range map[string]string{
		"2021-vi.txt":       "",
		"2021-body-en.txt":  "-lang en -body so-khdt",
		"2025-en.txt":       "-lang en -date 2025-09-01 -status not-computable",
		"2021-breached.csv": "-status breached -as csv",
		"2021-notify.json":  "-duty visit.notify -as json",
		"2021-08-05.txt":    "-date 5/8/2021 -within 4 -duty plan.send",
		"help-vi.txt":       "-h",
		"help-en.txt":       "-lang en -h",
	} {
		out, errs, code := call("", strings.Fields(args)...)
		require.Equal(t, program.InOrder, code, errs)
		maintain.Golden(t, "testdata/"+name, []byte(out))
		if strings.HasSuffix(name, ".txt") {
			program.CheckPage(t, out)
		}
	}
}

// What is printed as text, JSON and CSV is the same ledger, from the file as from within.
func TestSameInEveryForm(t *testing.T) {
	t.Parallel()
	out, errs, code := call("", "-as", "json")
	require.Equal(t, program.InOrder, code, errs)
	var doc struct {
		Counts  struct{ Total int }
		Entries []struct{ Duty, Status string }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &doc))
	table, errs, code := call(string(shown), "-as", "csv", "-")
	require.Equal(t, program.InOrder, code, errs)
	lines, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	require.NoError(t, err)
	require.Len(t, lines, doc.Counts.Total+1)
	for i, e := range doc.Entries {
		assert.Equal(t, []string{e.Duty, e.Status}, []string{lines[i+1][0], lines[i+1][8]})
	}
}

func TestWhatCannotBeAsked(t *testing.T) {
	t.Parallel()
	for args, says := range map[string]struct {
		vi, en string
		code   int
	}{
		"-date 30/2/2021":  {"không phải là một ngày", "not a day", program.Misused},
		"-date 2020-01-01": {"không nói về ngày 01/01/2020", "says nothing of 2020-01-01", program.Misused},
		"-duty no.such":    {"ma trận không có nhiệm vụ «no.such»", "the matrix has no duty no.such", program.Misused},
		"-status late":     {"-status là một trong", "-status is one of", program.Misused},
		"-within x":        {"-within là số ngày", "-within is a number of days", program.Misused},
		"no-such-file":     {"không có tệp này", "there is no such file", program.Misused},
		"-":                {"đầu vào chuẩn: ", "standard input: ", program.Found},
	} {
		for lang, want := range map[string]string{"vi": says.vi, "en": says.en} {
			out, errs, code := call(`{"format":"giupxa.ledger/1","colour":1}`, append([]string{"-lang", lang}, strings.Fields(args)...)...)
			assert.Equal(t, says.code, code, args)
			assert.Empty(t, out, args)
			assert.Contains(t, errs, want, args)
		}
	}
}

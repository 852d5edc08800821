package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(args ...string) (out, errs string, code int) {
	var o, e strings.Builder
	code = newProgram().Do(args, strings.NewReader(""), &o, &e)
	return o.String(), e.String(), code
}

// What the province gets names no other province: no rulebook fell back to another text.
func TestGolden(t *testing.T) {
	t.Parallel()
	for name, args := range map[string]string{
		"vi.txt":       "",
		"en.txt":       "-lang en",
		"2024-vi.txt":  "thach-an-2024",
		"check-en.txt": "-lang en -check",
		"help-vi.txt":  "-h",
		"help-en.txt":  "-lang en -h",
	} {
		out, errs, code := call(strings.Fields(args)...)
		require.Equal(t, program.InOrder, code, errs)
		assert.Empty(t, errs)
		maintain.Golden(t, "testdata/"+name, []byte(out))
		program.CheckPage(t, out)
		for _, foreign := range []string{"Lào Cai", "lao-cai", "Công văn", "ispatch", "vp-dieu-phoi"} {
			assert.NotContains(t, out, foreign, name)
		}
	}
}

// A folder given from outside is the one that is embedded.
func TestFolder(t *testing.T) {
	t.Parallel()
	both, _, _ := call("-lang", "en")
	for _, folder := range []string{before, after} {
		out, errs, code := call("-lang", "en", folder)
		require.Equal(t, program.InOrder, code, errs)
		assert.Contains(t, both, out)
	}
	for _, given := range []string{"no-such-folder", "main.go"} {
		out, errs, code := call(given)
		assert.Equal(t, program.Misused, code)
		assert.Empty(t, out)
		assert.Contains(t, errs, given+": không có thư mục này")
	}
}

// Nothing is shown of a province of which one file cannot be used; all mistakes are told at
// once, in both languages.
func TestBrokenFolder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, sub(before)))
	for file, text := range map[string]string{matrixFile: "{", "mandat.json": "{}", ranksFile: `{"quota": {"ratio": "120"}}`} {
		require.NoError(t, os.WriteFile(folder+"/"+file, []byte(text), 0o600))
	}
	require.NoError(t, os.Remove(folder+"/"+mandateFile))
	for lang, says := range map[string][]string{
		"vi": {"mandat.json: province.unknown-file: ", "matrix.json: province.unread: không đọc được", "mandate.json: province.file-missing: thiếu tệp này", "ranks.json: quota.ratio: rank.policy: "},
		"en": {"mandat.json: province.unknown-file: ", "matrix.json: province.unread: it cannot be read", "mandate.json: province.file-missing: the file is missing", "ranks.json: quota.ratio: rank.policy: "},
	} {
		out, errs, code := call("-lang", lang, folder)
		assert.Equal(t, program.Found, code)
		assert.Empty(t, out)
		for _, line := range says {
			assert.Contains(t, errs, "otherprovince: "+line)
		}
		assert.Equal(t, len(says), strings.Count(errs, "otherprovince: "), errs)
		listed, _, code := call("-lang", lang, "-check", folder)
		assert.Equal(t, program.Found, code)
		for _, line := range says {
			assert.Contains(t, listed, line)
		}
	}
}

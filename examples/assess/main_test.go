package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func output(t *testing.T, input string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, strings.NewReader(input), &out))
	return out.String()
}

// Every published case, on the accepted view; the same dossier gives the same bytes.
func TestPublishedCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file) //nolint:gosec // our own
		require.NoError(t, err)
		out := output(t, string(data), "-text", "-lang", "en", "-accept", "low")
		maintain.Golden(t, strings.TrimSuffix(file, ".json")+".golden", []byte(out))
		first := output(t, string(data))
		assert.Equal(t, first, output(t, string(data)), "the same dossier gives the same bytes")
	}
}

func TestRefuses(t *testing.T) {
	t.Parallel()
	for input, says := range map[string]string{
		`{"standard":"basic","asOf":"2021-11-30","readings":{"15.1":"95 %"}}`: "95 %",
		`{"standard":"basic","asOf":"30/02/2021"}`:                            "asOf",
		`{"set":"491/QĐ-TTg"}`:                                                "491/QĐ-TTg",
		`{"standard":"modern","asOf":"2027-01-01"}`:                           "51/2025/QĐ-TTg",
		`{`: "unexpected end",
	} {
		require.ErrorContains(t, run(nil, strings.NewReader(input), &bytes.Buffer{}), says, input)
	}
	require.Error(t, run([]string{"-lang", "fr"}, strings.NewReader(""), &bytes.Buffer{}))
	require.Error(t, run([]string{"-accept", "much"}, strings.NewReader(`{"standard":"basic","asOf":"2021-11-30"}`), &bytes.Buffer{}))
	_, err := national.ByID("no set")
	require.ErrorIs(t, err, national.ErrNotHeld)
}

// What a province prescribes, and readings of a stage only.
func TestOverlayAndStage(t *testing.T) {
	t.Parallel()
	const overlay = "../../criteria/national/testdata/overlays/binh-phuoc-2022.json"
	data, err := os.ReadFile("minh-hoa-2022.json")
	require.NoError(t, err)
	dossier := string(data)
	all := output(t, dossier, "-text", "-lang", "en", "-overlay", overlay)
	assert.Contains(t, all, "1360/QĐ-UBND")
	assert.Contains(t, all, "over 318/QĐ-TTg/I")
	assert.Regexp(t, `(?m)^  2\.2 +met +80 +≥ 80`, all)
	assert.Regexp(t, `(?m)^  2\.3 +not met +49\.5 +≥ 50 +0\.5`, all)
	assert.Contains(t, all, "2.3 Lanes that are clean and passable all year: 49.5 → ≥ 50; short by 0.5 %")
	verified := output(t, dossier, "-text", "-lang", "en", "-overlay", overlay, "-stage", "verified")
	assert.Regexp(t, `(?m)^  2\.2 +met`, verified)
	assert.Regexp(t, `(?m)^  2\.3 +unknown .*below the stage`, verified)
	for _, bad := range [][]string{{"-overlay", "no such file"}, {"-overlay", "testdata/dong-quan-2024.json"}, {"-overlay", overlay, "-stage", "soon"}} {
		require.Error(t, run(bad, strings.NewReader(dossier), &bytes.Buffer{}), bad)
	}
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	out := output(t, "", "-coverage")
	assert.Equal(t, 1+len(national.All()), strings.Count(out, "\n"))
}

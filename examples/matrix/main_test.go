package main

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func output(t *testing.T, args ...string) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, run(args, &b))
	return b.String()
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
	} {
		maintain.Golden(t, "testdata/"+name, []byte(output(t, strings.Fields(args)...)))
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
	require.NoError(t, json.Unmarshal([]byte(output(t, "-as", "json", "-body", "vp-dieu-phoi-ntm")), &doc))
	assert.NotEmpty(t, doc.Entries)
	for _, e := range doc.Entries {
		assert.Equal(t, "vp-dieu-phoi-ntm", string(e.Body))
		assert.NotEmpty(t, e.Passage.Section)
	}
}

func TestWhatCannotBeAsked(t *testing.T) {
	t.Parallel()
	for args, says := range map[string]string{
		"-date 30/2/2021":                  "is not a day",
		"-date 2020-01-01":                 "says nothing of",
		"-body nobody":                     "no body",
		"-level village":                   "not a level",
		"-level district -date 2026-11-23": "there is no district level",
		"-section 9":                       "no section",
		"-as pdf":                          "no form",
		"-lang fr":                         "no language",
		"more":                             "what is",
		"-colour red":                      "not defined",
	} {
		var b strings.Builder
		require.ErrorContains(t, run(strings.Fields(args), &b), says, args)
	}
	require.Error(t, run(nil, fullDisk{}))
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space") }

package criteria_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Counts with a dot before three digits are refused: 8.000 is eight thousand to one reader
// and eight to another. Other zeros after a dot stay readable.
func TestThousandsInCounts(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"8.000/10.000", "8000/10.000", "1.234 of 2.000", "0.500/3", "8000e-3/10", "8,000/10,000", "1.234.567/2.000.000"} {
		_, err := criteria.ParseReading(text)
		require.ErrorIs(t, err, criteria.ErrReading, text)
	}
	var said *rule.Misread
	_, err := criteria.ParseReading("8.000/10.000")
	require.ErrorAs(t, err, &said)
	assert.Contains(t, said.In(rule.Vi), "ghi số đếm không có dấu: 8000/10000")
	assert.Contains(t, said.In(rule.En), "write counts without it: 8000/10000")
	for text, want := range map[string]string{"8.0/10.00": "8/10", "8/10": "8/10", "13.0 of 19": "13 of 19", "8.0000/10": "8/10", "45.000": "45.000", ">1.234": ">1.234"} {
		data, err := json.Marshal(parsed(t, text))
		require.NoError(t, err)
		assert.Equal(t, want, unquoted(t, data), text)
	}
	set := setOf(t, percent(criteria.AtLeast("80")))
	a := assess(t, set, dossier(map[string]criteria.Reading{"1.1": criteria.Share(8000, 10000)}))
	for l := range a.Lines() {
		gap, known := l.Gap()
		assert.True(t, known && gap.Sign() == 0)
	}
}

func unquoted(t *testing.T, data []byte) string {
	t.Helper()
	var text string
	require.NoError(t, json.Unmarshal(data, &text))
	return text
}

// What people write instead of a reading is answered with what to write, in both languages,
// from a text and from a dossier.
func TestReadingSaysWhatToWrite(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"đạt":            {`ghi "pass"`, `write "pass"`},
		"Không đạt":      {`ghi "fail"`, `write "fail"`},
		"không áp dụng":  {`ghi "n/a"`, `write "n/a"`},
		"14/19 tiêu chí": {`ghi "14 of 19"`, `write "14 of 19"`},
		"14 trong 19":    {`ghi "14 of 19"`, `write "14 of 19"`},
		"trên 46":        {`ghi ">46"`, `write ">46"`},
		"dưới 10,5%":     {`ghi "<10.5"`, `write "<10.5"`},
		"> 46":           {`ghi ">46"`, `write ">46"`},
		"132 / 1100":     {`ghi "132/1100"`, `write "132/1100"`},
		"95 %":           {"ghi 95, không ghi %", "write 95, without %"},
		"12,5":           {"ghi 12.5", "write 12.5"},
		"≥46":            {"chỉ ghi con số", "the number alone"},
		"":               {"để trống", "empty"},
		"khá":            {"đối tượng như", "not a reading; write"},
	} {
		_, err := criteria.ParseReading(text)
		require.ErrorIs(t, err, criteria.ErrReading, text)
		var said *rule.Misread
		require.ErrorAs(t, err, &said)
		assert.Contains(t, said.In(rule.Vi), want[0], text)
		assert.Contains(t, said.In(rule.En), want[1], text)
		if text == "" {
			continue
		}
		for _, in := range []any{text, map[string]string{"value": text}} {
			data, err := json.Marshal(map[string]any{"readings": map[string]any{"17.1/x": in}})
			require.NoError(t, err)
			var d criteria.Dossier
			found, ok := rule.FindingsIn(d.UnmarshalJSON(data))
			require.True(t, ok, text)
			require.Len(t, found, 1)
			assert.Equal(t, form.ErrUnreadable, found[0].Code())
			assert.True(t, found[0].Path.Within(rule.Path("readings").Key("17.1/x")), found[0].Path)
			assert.Contains(t, found[0].In(rule.Vi), want[0], text)
			assert.Contains(t, found[0].In(rule.En), want[1], text)
		}
	}
}

// A short form reads alike as a text, as JSON and in a dossier, whatever the number is like.
func TestShortForms(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"36.0": "36.0", "-0.5": "-0.5", "007": "7", "-0": "0", "123456789012.123456": "123456789012.123456", "1234567890123": "1234567890123",
		"0.0000001": "0.0000001", "1e3": "1000", "12345678901234567890123456789012345678": "12345678901234567890123456789012345678",
		"pass": "pass", "fail": "fail", "n/a": "n/a", "132/1100": "132/1100", ">46.50": ">46.50", "<10": "<10", "13 of 19": "13 of 19", "-1/5": "-1/5", "1.5/4": "1.5/4",
	} {
		var byText criteria.Reading
		require.NoError(t, byText.UnmarshalText([]byte(text)), text)
		quoted, err := json.Marshal(text)
		require.NoError(t, err)
		var d criteria.Dossier
		require.NoError(t, d.UnmarshalJSON([]byte(`{"readings":{"1.1":`+string(quoted)+`}}`)))
		for _, r := range []criteria.Reading{byText, parsed(t, text), d.Readings["1.1"]} {
			data, err := json.Marshal(r)
			require.NoError(t, err)
			assert.Equal(t, want, unquoted(t, data), text)
		}
	}
	for _, text := range []string{"-", "1.", ".5", "--1", "1-2", "1.2.3", "+1", "1 ", "1_000", "٣", "", ">", "1/", "/1", " of 2", "1/2/3"} {
		_, err := criteria.ParseReading(text)
		assert.ErrorIs(t, err, criteria.ErrReading, text)
	}
}

// A bound whose number is not known is no reading, as a value without its number is none.
func TestBoundsWithoutNumber(t *testing.T) {
	t.Parallel()
	for name, r := range map[string]criteria.Reading{"value": criteria.Value(rule.Number{}), "over": criteria.Over(rule.Number{}), "under": criteria.Under(rule.Number{})} {
		assert.True(t, r.IsZero(), name)
		for demand, require := range map[string]criteria.Requirement{
			"at most": criteria.AtMost("10"), "none": criteria.None(), "at least": criteria.AtLeast("0"), "between": criteria.Between("0", "5"),
			"previous": criteria.AgainstPrevious(criteria.AtMost("1")), "when": criteria.When(criteria.Attr("x").AtMost("3"), criteria.AtLeast("1"), criteria.AtLeast("2")),
		} {
			in := map[string]criteria.Reading{"1.1": r, "1.1/previous": parsed(t, "1"), "@x": r}
			if demand == "when" {
				in["1.1"] = parsed(t, "1")
			}
			assert.Equal(t, criteria.Unknown, assess(t, setOf(t, criteria.Indicator{Require: require}), dossier(in)).Verdict(), "%s against %s", name, demand)
		}
	}
}

// A count where a share is wanted, or a share where a count is, is answered with the other form.
func TestSharesAndCounts(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")))
	for key, c := range map[string][2]string{"set/criteria": {"14/19", `"14 of 19"`}, "c1": {"0/1", `"0 of 1"`}, "1.1": {"13 of 19", `"13/19"`}} {
		found := assess(t, set, dossier(map[string]criteria.Reading{key: parsed(t, c[0])})).Findings()
		require.Len(t, found, 1, key)
		assert.Equal(t, criteria.ErrReadingKind, found[0].Code())
		assert.Contains(t, found[0].In(rule.Vi), "cần "+c[1])
		assert.Contains(t, found[0].In(rule.En), "needed: "+c[1])
	}
}

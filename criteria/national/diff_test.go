package national_test

import (
	"encoding/json"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/diff"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func held(t testing.TB, id string) criteria.Set {
	t.Helper()
	set, err := national.ByID(id)
	require.NoError(t, err)
	return set
}

func told(differences []diff.Change, l rule.Lang) string {
	var b strings.Builder
	for _, x := range differences {
		b.WriteString(x.In(l) + "\n")
	}
	return b.String()
}

func binhPhuoc(t testing.TB) criteria.Set {
	t.Helper()
	data, err := os.ReadFile("testdata/overlays/binh-phuoc-2022.json")
	require.NoError(t, err)
	var o criteria.Overlay
	require.NoError(t, json.Unmarshal(data, &o))
	set, err := held(t, o.Base).Localize(o)
	require.NoError(t, err)
	return set
}

// What a jurist reads when one set follows another, and when a province lays its own
// over it.
func TestDiffGolden(t *testing.T) {
	t.Parallel()
	base := held(t, national.ID318I)
	maintain.Golden(t, "testdata/diff/1980-318.golden", []byte(told(diff.Sets(held(t, national.ID1980), base), rule.Vi)))
	maintain.Golden(t, "testdata/diff/318-binh-phuoc.golden", []byte(told(diff.Sets(base, binhPhuoc(t)), rule.Vi)))
}

// asIssued is 318/QĐ-TTg, annex I, with one wording of the rows that 211/QĐ-TTg amended:
// the first or the last.
func asIssued(t testing.TB, amended bool) criteria.Set {
	t.Helper()
	table := held(t, national.ID318I).Table()
	for i := range table.Criteria {
		var rows []criteria.Indicator
		for _, row := range table.Criteria[i].Indicators {
			last := len(rows) - 1
			switch {
			case last < 0 || rows[last].Code != row.Code:
				rows = append(rows, row)
			case amended:
				rows[last] = row
			}
			rows[len(rows)-1].Span = rule.Span{}
		}
		table.Criteria[i].Indicators = rows
	}
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	return set
}

// What 211/QĐ-TTg changed: as one text before and one after, and by the days on which
// either holds.
func TestDiffOf211(t *testing.T) {
	t.Parallel()
	before, after, both := asIssued(t, false), asIssued(t, true), held(t, national.ID318I)
	maintain.Golden(t, "testdata/diff/318-211.golden", []byte(told(diff.Sets(before, after), rule.Vi)))
	codes := map[string]bool{}
	for _, x := range diff.Sets(before, both) {
		codes[x.Code] = true
		assert.Contains(t, x.Where.Vi, "từ 01/3/2024")
	}
	assert.Equal(t, map[string]bool{"13.1": true, "15.4": true, "17.1": true, "18.4": true}, codes)
	for _, x := range diff.Sets(both, after) {
		assert.Contains(t, x.Where.Vi, "đến 29/02/2024")
	}
}

// Of any two sets, each difference is told with the sides changed about when the sets are.
func TestDiffOfAllSets(t *testing.T) {
	t.Parallel()
	sets := append(national.All(), binhPhuoc(t))
	for _, a := range sets {
		assert.Empty(t, diff.Sets(a, a), a.ID())
		for _, b := range sets {
			one, other := diff.Sets(a, b), diff.Sets(b, a)
			assert.Len(t, other, len(one), "%s and %s", a.ID(), b.ID())
			assert.Equal(t, a.ID() == b.ID(), len(one) == 0)
			for _, l := range []rule.Lang{rule.Vi, rule.En} {
				for _, sentence := range strings.Split(strings.TrimSpace(told(one, l)), "\n") {
					assert.NotContains(t, sentence, "{")
					assert.NotContains(t, sentence, "  ")
					assert.True(t, len(one) == 0 || strings.HasSuffix(sentence, "."), sentence)
				}
			}
		}
	}
}

// cohort is communes whose incomes and roads lie around the goals.
func cohort(n int) iter.Seq[criteria.Dossier] {
	return func(yield func(criteria.Dossier) bool) {
		for i := range n {
			d := criteria.Dossier{
				Unit: strconv.Itoa(i), Set: national.ID318I, AsOf: rule.Day(2022+i%2, 12, 1), Year: 2022,
				Profile:  criteria.Profile{Region: criteria.Regions()[i%7], Special: i%3 == 0},
				Readings: map[string]criteria.Reading{"10": criteria.Value(rule.Int(int64(35 + i%30))), "2.1": criteria.Value(rule.Int(int64(90 + i%11)))},
			}
			if !yield(d) {
				return
			}
		}
	}
}

// Where a province fills what the national text leaves to it, communes turn from Unknown
// to Met or NotMet there, and nowhere else but where it demands more.
func TestCompareWithProvince(t *testing.T) {
	t.Parallel()
	base, ours := held(t, national.ID318I), binhPhuoc(t)
	communes := 0
	for shift, err := range diff.Compare(base, ours, cohort(210)) {
		require.NoError(t, err)
		communes++
		require.NotEmpty(t, shift.Lines)
		assert.Equal(t, "2.1", shift.Lines[0].Code)
		assert.Equal(t, criteria.Unknown, shift.Lines[0].Before)
		n, _ := strconv.Atoi(shift.Unit)
		assert.Equal(t, map[bool]criteria.Verdict{true: criteria.Met, false: criteria.NotMet}[n%11 == 10], shift.Lines[0].After)
		for _, line := range shift.Lines[1:] {
			assert.Equal(t, "10", line.Code)
			assert.Equal(t, criteria.Unknown, line.Before, "the national number is not confirmed")
			assert.Equal(t, criteria.NotMet, line.After)
		}
	}
	assert.Equal(t, 210, communes)
}

func BenchmarkCompare(b *testing.B) {
	base, ours := held(b, national.ID318I), binhPhuoc(b)
	dossiers := slices.Collect(cohort(1000))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range diff.Compare(base, ours, slices.Values(dossiers)) {
			require.NoError(b, err)
		}
	}
}

func BenchmarkDiff(b *testing.B) {
	old, base := held(b, national.ID1980), held(b, national.ID318I)
	b.ReportAllocs()
	for b.Loop() {
		_ = diff.Sets(old, base)
	}
}

package diff_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	source = rule.Source{Kind: rule.Decision, Number: "1/QĐ", Date: rule.Day(2021, 1, 1)}
	read   = criteria.From(source, rule.Read)
)

func words(s string) rule.Text { return rule.Text{Vi: s, En: s} }

// tableOf is a set of one criterion a row, all cells read.
func tableOf(rows ...criteria.Indicator) criteria.Table {
	t := criteria.Table{
		ID: "mẫu", Version: "2026-01-01", Name: words("mẫu"), Standard: criteria.Basic, Source: source, From: read,
		Span: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2025, 12, 31)}, Years: criteria.Years{From: 2021, To: 2025},
	}
	for i, row := range rows {
		if row.Code == "" {
			row.Code = fmt.Sprintf("%d.1", i+1)
		}
		row.Name, row.NameFrom = words("chỉ tiêu"), read
		t.Criteria = append(t.Criteria, criteria.Criterion{No: i + 1, Name: words("tiêu chí"), NameFrom: read, Indicators: []criteria.Indicator{row}})
	}
	return t
}

func setOf(t testing.TB, rows ...criteria.Indicator) criteria.Set {
	t.Helper()
	set, err := criteria.NewSet(tableOf(rows...))
	require.NoError(t, err)
	return set
}

func percent(r criteria.Requirement) criteria.Indicator {
	return criteria.Indicator{Unit: "%", Require: r}
}

func dossier(readings map[string]criteria.Reading) criteria.Dossier {
	return criteria.Dossier{Unit: "1", Standard: criteria.Basic, AsOf: rule.Day(2022, 6, 1), Year: 2022,
		Profile: criteria.Profile{Region: criteria.TDMNPB}, Readings: readings}
}

func assess(t testing.TB, s criteria.Set, d criteria.Dossier) criteria.Assessment {
	t.Helper()
	a, err := s.Assess(d)
	require.NoError(t, err)
	return a
}

// readings reads "key=reading;key=reading".
func readings(t testing.TB, in string) map[string]criteria.Reading {
	t.Helper()
	out := map[string]criteria.Reading{}
	for one := range strings.FieldsFuncSeq(in, func(r rune) bool { return r == ';' }) {
		key, value, _ := strings.Cut(one, "=")
		r, err := criteria.ParseReading(value)
		require.NoError(t, err, one)
		out[key] = r
	}
	return out
}

// draw draws a requirement without anything that a province sets.
func draw(r *rand.Rand, depth int) criteria.Requirement {
	n := func() string { return strconv.Itoa(r.IntN(100)) }
	kinds := 2
	if depth > 0 {
		kinds = 6
	}
	switch r.IntN(kinds) {
	case 0:
		return criteria.AtLeast(n())
	case 1:
		return criteria.AtMost(n())
	case 2:
		return criteria.All(draw(r, depth-1), criteria.Sub("a", criteria.AtLeast(n())))
	case 3:
		return criteria.Any(draw(r, depth-1), criteria.Sub("b", criteria.AtMost(n())))
	case 4:
		return criteria.When(criteria.Attr("x").AtLeast(n()), draw(r, depth-1), draw(r, depth-1))
	default:
		return criteria.ByRegion(criteria.In(draw(r, depth-1), criteria.TDMNPB, criteria.TN), criteria.In(draw(r, depth-1), criteria.DBSH))
	}
}

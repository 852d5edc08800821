package evaluation_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// Published scores come out to the last digit, or the difference is explained by how their
// source rounded.
func TestPublishedScores(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("GIUPXA_DATA")
	if folder == "" {
		t.Skip("GIUPXA_DATA names no folder with published scores (scores/*.json)")
	}
	files, err := filepath.Glob(filepath.Join(folder, "scores", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	exact := 0
	for _, file := range files {
		var in struct {
			ID         string
			Year       int
			Components []struct {
				Name   string
				Points json.Number
			}
			Published json.Number `json:"total_published"`
		}
		require.NoError(t, json.Unmarshal(must(os.ReadFile(file)), &in), file)
		of := evaluation.Table{
			ID: in.ID, Name: both("published score"), Source: rule.Source{Kind: rule.Report, Issuer: "PAPI"}, Max: rule.Int(int64(10 * len(in.Components))), Places: 2,
		}
		sheet := evaluation.Sheet{About: evaluation.CommuneResult{Commune: "10", AsOf: rule.Year(in.Year).To}, StatedTotal: num(in.Published.String())}
		for i, c := range in.Components {
			code := strconv.Itoa(i + 1)
			of.Lines = append(of.Lines, evaluation.Line{Code: code, Name: both(c.Name), Max: rule.Int(10)})
			sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: code, Verified: mark(c.Points.String())})
		}
		r := must(must(evaluation.NewScheme(of)).Score(sheet))
		require.True(t, r.Total().Known(), file)
		differs := r.Findings().Of(evaluation.ErrStatedTotal)
		if r.Total().Cmp(sheet.StatedTotal.Fraction()) == 0 {
			exact++
			assert.Empty(t, differs, file)
			continue
		}
		// Each component is printed with two places, so each may be half a hundredth off.
		require.Len(t, differs, 1, file)
		slack := rule.Ratio(int64(len(in.Components)), 200)
		gap := r.Total().Sub(sheet.StatedTotal.Fraction())
		assert.True(t, gap.Cmp(slack) <= 0 && gap.Cmp(rule.Ratio(0, 1).Sub(slack)) >= 0, "%s: %v is not explained by rounding", file, gap)
	}
	assert.GreaterOrEqual(t, exact, 2)
}

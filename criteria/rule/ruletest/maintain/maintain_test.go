package maintain_test

import (
	"os"
	"path/filepath"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

var table = rule.MustTable(rule.Rule{Code: "sample.negative", Origin: rule.OriginForm, Text: rule.Text{Vi: "số âm", En: "below zero"}})

type sample struct {
	N rule.Number `json:"n"`
}

func TestGoldenAndCodes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.golden")
	require.NoError(t, os.WriteFile(path, []byte("one\ntwo\n"), 0o600))
	maintain.Golden(t, path, []byte("one\ntwo\n"))
	codes := filepath.Join(dir, "codes.txt")
	require.NoError(t, os.WriteFile(codes, []byte("sample.negative form\n"), 0o600))
	maintain.Codes(t, codes, table.Rules())
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, sample{}, struct {
		On   civil.Date  `json:"on,omitzero"`
		At   rule.Moment `json:"at,omitzero"`
		List []sample    `json:"list"`
	}{})
}

func TestEnum(t *testing.T) {
	t.Parallel()
	maintain.Enum[rule.Origin](t)
	maintain.Enum[rule.Kind](t)
	maintain.Enum[rule.Confidence](t)
	maintain.Enum[rule.DocKind](t)
}

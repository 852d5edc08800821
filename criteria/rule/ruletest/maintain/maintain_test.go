package maintain_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
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

var keyTable = rule.MustTable(rule.Rule{Code: "sample.place", Origin: rule.OriginForm, Text: rule.Text{Vi: "chỗ", En: "place"}})

// A path that leads nowhere is found. The proof runs in a process of its own, because a
// test that fails cannot pass.
func TestLead(t *testing.T) {
	t.Parallel()
	schema := filepath.Join(t.TempDir(), "s.json")
	require.NoError(t, os.WriteFile(schema, []byte(`{"properties":{"a":{},"b":{"items":[{"properties":{"on":{}}}]}}}`), 0o600))
	at := func(p rule.Path) ruletest.Judge {
		return func(json.RawMessage) (any, rule.Findings, error) {
			return nil, rule.Findings{keyTable.Broken("sample.place", p)}, nil
		}
	}
	cases := []ruletest.Case{{Name: "one", Given: json.RawMessage(`{"record":{"b":[{"17.1/x":1},2]},"b":["~"]}`)}}
	if p, ok := os.LookupEnv("GIUPXA_PATH"); ok {
		maintain.Lead(t, cases, at(rule.Path(p)), schema)
		return
	}
	for _, p := range []rule.Path{"", "b[0]", "record", "record.b[1]", `b[0]["17.1/x"]`, "b[0].on", "a", "a.on", "record.b"} {
		maintain.Lead(t, cases, at(p), schema)
	}
	for _, p := range []string{"b[2]", "c", "record.c", "b[1].on", "readings.b[1]", "b.on", "on[0]"} {
		again := exec.Command(os.Args[0], "-test.run", "^TestLead$")
		again.Env = append(os.Environ(), "GIUPXA_PATH="+p)
		out, err := again.CombinedOutput()
		require.Error(t, err, p)
		require.Contains(t, string(out), p+" (sample.place)")
	}
}

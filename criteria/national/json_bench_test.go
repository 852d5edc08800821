package national_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
)

// The yardstick of what JSON costs is the same text read into any.

func BenchmarkJSONDossierAny(b *testing.B) {
	data := dossierJSON(b)
	b.ReportAllocs()
	for b.Loop() {
		var v any
		_ = json.Unmarshal(data, &v)
	}
}

func BenchmarkJSONDossierDecode(b *testing.B) {
	data := dossierJSON(b)
	b.ReportAllocs()
	for b.Loop() {
		var d criteria.Dossier
		_ = d.UnmarshalJSON(data)
	}
}

func BenchmarkJSONReport(b *testing.B) {
	y := newYard(b, 7, true)
	a := y.bound.Assess()
	data, err := json.Marshal(a)
	require.NoError(b, err)
	b.ReportMetric(float64(len(data)), "bytes")
	b.ReportAllocs()
	for b.Loop() {
		_, _ = json.Marshal(a)
	}
}

func dossierJSON(tb testing.TB) []byte {
	tb.Helper()
	data, err := json.Marshal(newYard(tb, 7, true).dossier)
	require.NoError(tb, err)
	return data
}

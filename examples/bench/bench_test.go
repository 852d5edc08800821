package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
)

// What one commune costs: judging it, and judging it and reading every verdict.

func BenchmarkGiupxa(b *testing.B) { benchmark(b, 0) }

func BenchmarkGiupxaBinding(b *testing.B) { benchmark(b, 1) }

func BenchmarkCEL(b *testing.B) { benchmark(b, 2) }

func BenchmarkExpr(b *testing.B) { benchmark(b, 3) }

func BenchmarkOPA(b *testing.B) { benchmark(b, 4) }

func benchmark(b *testing.B, engine int) {
	rules := book(b)
	e := enginesOf(b, rules, false)[engine]
	communes := rules.communes(batch)
	require.NoError(b, e.prepare(communes))
	verdicts := make([]criteria.Verdict, len(rules.indicators))
	b.Run("judge", func(b *testing.B) {
		b.ReportAllocs()
		for at := 0; b.Loop(); at = (at + 1) % len(communes) {
			if err := e.evaluate(at); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for at := 0; b.Loop(); at = (at + 1) % len(communes) {
			if err := judge(e, at, verdicts); err != nil {
				b.Fatal(err)
			}
		}
	})
}

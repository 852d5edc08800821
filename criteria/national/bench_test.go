package national_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

func BenchmarkInForce(b *testing.B) {
	day := rule.Day(2024, 5, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := national.InForce(criteria.Basic, day); err != nil {
			b.Fatal(err)
		}
	}
}

// Choosing a set allocates nothing, so that a program may ask for each commune.
func TestInForceAllocatesNothing(t *testing.T) {
	day := rule.Day(2024, 5, 1)
	allocs := testing.AllocsPerRun(100, func() {
		if _, err := national.InForce(criteria.Basic, day); err != nil {
			t.Fatal(err)
		}
	})
	assert.Zero(t, allocs)
}

package difficulty_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// The record of a digest is the list as it is stored, however it is written.
func TestTheRecordOfADigest(t *testing.T) {
	t.Parallel()
	bad := difficulty.Difficulty{ID: "d", Kind: 99}
	for _, list := range [][]difficulty.Difficulty{nil, {}, {road}, {drains, road, {ID: "a<b>&", Content: "\u2028 đường"}}, {road, bad}} {
		digest := must(difficulty.Policy{}.Digest(list, rule.Day(2021, 12, 31), workday.Vietnam()))
		assert.Equal(t, rule.Digest(list), digest.Grounds.Record)
	}
}

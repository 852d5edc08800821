package national_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestCodes(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", national.Rules())
}

func TestBasis(t *testing.T) {
	t.Parallel()
	cases := os.DirFS("testdata/cases")
	ruletest.Run(t, cases, criteriatest.Judges()["national.basis"])
	loaded, err := ruletest.Load(cases)
	require.NoError(t, err)
	assert.NoError(t, ruletest.Complete(national.Rules(), loaded))
}

// Under the alternative of a reading nothing rests on it any more.
func TestBasisFlipped(t *testing.T) {
	t.Parallel()
	d := criteria.Dossier{Standard: criteria.Basic, AsOf: rule.Day(2021, 11, 30), Year: 2021}
	require.Len(t, national.Basis(d), 2)
	assert.Empty(t, national.Reach{NoSetIn2021: true}.Basis(d))
	floor := national.Reach{NoFloorIn2021: true}.Basis(d)
	require.Len(t, floor, 1)
	assert.ErrorIs(t, floor[0], national.AdviceServes2021)

	d = criteria.Dossier{Standard: criteria.Model, AsOf: rule.Day(2026, 2, 14), Year: 2025}
	require.Len(t, national.Basis(d), 1)
	assert.Empty(t, national.Reach{EndWith2025: true}.Basis(d))
	assert.Empty(t, national.Basis(criteria.Dossier{}))
}

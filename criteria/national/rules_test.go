package national_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
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
	ruletest.Run(t, cases, func(given json.RawMessage) (any, rule.Findings, error) {
		d, err := dossier(given)
		if err != nil {
			return nil, nil, err
		}
		id := ""
		if set, err := national.InForce(d.Standard, d.AsOf); err == nil {
			id = set.ID()
		}
		return map[string]string{"set": id}, national.Basis(d), nil
	})
	loaded, err := ruletest.Load(cases)
	require.NoError(t, err)
	assert.NoError(t, ruletest.Complete(national.Rules(), loaded))
}

// dossier reads a dossier without its format version.
func dossier(given json.RawMessage) (criteria.Dossier, error) {
	members := map[string]json.RawMessage{"format": json.RawMessage(`"giupxa.dossier/1"`)}
	if err := json.Unmarshal(given, &members); err != nil {
		return criteria.Dossier{}, err
	}
	data, err := json.Marshal(members)
	if err != nil {
		return criteria.Dossier{}, err
	}
	var d criteria.Dossier
	return d, json.Unmarshal(data, &d)
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

package org_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

func TestEnums(t *testing.T) {
	t.Parallel()
	ruletest.Enum[org.Level](t)
	ruletest.Enum[org.UnitKind](t)
	ruletest.Enum[org.BodyKind](t)
	ruletest.Enum[org.Government](t)
	ruletest.Enum[org.Program](t)
	for kind, level := range map[org.UnitKind]org.Level{
		org.KindProvince: org.LevelProvince, org.KindMunicipality: org.LevelProvince, org.KindDistrict: org.LevelDistrict,
		org.KindTown: org.LevelDistrict, org.KindCity: org.LevelDistrict, org.KindCommune: org.LevelCommune,
		org.KindWard: org.LevelCommune, org.KindTownship: org.LevelCommune, org.KindSpecialZone: org.LevelCommune, 0: 0,
	} {
		assert.Equal(t, level, kind.Level(), kind)
	}
}

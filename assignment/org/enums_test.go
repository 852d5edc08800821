package org_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestEnums(t *testing.T) {
	t.Parallel()
	maintain.Enum[org.Level](t)
	maintain.Enum[org.UnitKind](t)
	maintain.Enum[org.BodyKind](t)
	maintain.Enum[org.Government](t)
	maintain.Enum[org.Program](t)
	for kind, level := range map[org.UnitKind]org.Level{
		org.KindProvince: org.LevelProvince, org.KindMunicipality: org.LevelProvince, org.KindDistrict: org.LevelDistrict,
		org.KindTown: org.LevelDistrict, org.KindCity: org.LevelDistrict, org.KindCommune: org.LevelCommune,
		org.KindWard: org.LevelCommune, org.KindTownship: org.LevelCommune, org.KindSpecialZone: org.LevelCommune, 0: 0,
	} {
		assert.Equal(t, level, kind.Level(), kind)
	}
}

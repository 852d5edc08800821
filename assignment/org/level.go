package org

import "github.com/giupxa/giupxa/criteria/rule"

// Level is a level of government (cấp). The zero value is invalid.
type Level uint8

// The levels. A village (thôn, bản) is none. The district level ended on 30/6/2025.
const (
	_ Level = iota
	LevelProvince
	LevelDistrict
	LevelCommune
)

var levels = rule.NewEnum[Level]("level", rule.Word{},
	rule.Word{Code: "province", Vi: "cấp tỉnh", En: "provincial level"},
	rule.Word{Code: "district", Vi: "cấp huyện", En: "district level"},
	rule.Word{Code: "commune", Vi: "cấp xã", En: "commune level"},
)

func (l Level) known() bool { return l >= LevelProvince && l <= LevelCommune }

// ParseLevel reads the code of a level.
func ParseLevel(s string) (Level, error) { return levels.Parse(s) }

// UnitKind is the kind of an administrative unit. The zero value is invalid.
type UnitKind uint8

// The kinds of unit. A township (thị trấn) is of the commune level, a town (thị
// xã) of the district level: two things with like names.
const (
	_                 UnitKind = iota
	KindProvince               // tỉnh
	KindMunicipality           // thành phố trực thuộc trung ương
	KindDistrict               // huyện
	KindTown                   // thị xã
	KindCity                   // thành phố thuộc tỉnh
	KindCommune                // xã
	KindWard                   // phường
	KindTownship               // thị trấn, ended on 30/6/2025
	KindSpecialZone            // đặc khu, since 1/7/2025
	KindUrbanDistrict          // quận, ended on 30/6/2025
)

var unitKinds = rule.NewEnum[UnitKind]("kind of unit", rule.Word{},
	rule.Word{Code: "province", Vi: "tỉnh", En: "province"},
	rule.Word{Code: "municipality", Vi: "thành phố trực thuộc trung ương", En: "centrally run city"},
	rule.Word{Code: "district", Vi: "huyện", En: "district"},
	rule.Word{Code: "town", Vi: "thị xã", En: "town"},
	rule.Word{Code: "city", Vi: "thành phố", En: "city"},
	rule.Word{Code: "commune", Vi: "xã", En: "commune"},
	rule.Word{Code: "ward", Vi: "phường", En: "ward"},
	rule.Word{Code: "township", Vi: "thị trấn", En: "township"},
	rule.Word{Code: "special-zone", Vi: "đặc khu", En: "special zone"},
	rule.Word{Code: "urban-district", Vi: "quận", En: "urban district"},
)

// Level is the level of government to which units of the kind belong.
func (k UnitKind) Level() Level {
	switch k {
	case KindProvince, KindMunicipality:
		return LevelProvince
	case KindDistrict, KindTown, KindCity, KindUrbanDistrict:
		return LevelDistrict
	case KindCommune, KindWard, KindTownship, KindSpecialZone:
		return LevelCommune
	default:
		return 0
	}
}

package org

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Government is how many levels local government has (chính quyền ba cấp, hai
// cấp). The zero value is invalid. A day chooses it: [GovernmentOn].
type Government uint8

// The models.
const (
	_          Government = iota
	ThreeLevel            // province, district, commune: to 30/6/2025
	TwoLevel              // province, commune: from 1/7/2025
)

var governments = rule.NewEnum[Government]("model of government", rule.Word{},
	rule.Word{Code: "three-level", Vi: "chính quyền ba cấp", En: "three-level government"},
	rule.Word{Code: "two-level", Vi: "chính quyền hai cấp", En: "two-level government"},
)

// Levels lists the levels of the model, the highest first.
func (g Government) Levels() []Level {
	switch g {
	case ThreeLevel:
		return []Level{LevelProvince, LevelDistrict, LevelCommune}
	case TwoLevel:
		return []Level{LevelProvince, LevelCommune}
	default:
		return nil
	}
}

// Has reports whether the model has the level.
func (g Government) Has(l Level) bool {
	return g == ThreeLevel && l.known() || g == TwoLevel && (l == LevelProvince || l == LevelCommune)
}

// Confidence is how well the first day of the model is known: that of the two
// levels was read in reports of the change, that of the three is remembered.
func (g Government) Confidence() rule.Confidence {
	switch g {
	case ThreeLevel:
		return rule.High
	case TwoLevel:
		return rule.Secondary
	default:
		return rule.NotObtained
	}
}

// LastDistrictDay is the last day of the district level.
func LastDistrictDay() civil.Date { return rule.Day(2025, 6, 30) }

// governmentRows is the table a jurist reads: which model, since when, by which law.
var governmentRows = rule.MustTimeline(
	rule.Dated[Government]{
		Span:   rule.Span{From: rule.Day(2016, 1, 1), To: LastDistrictDay()},
		Value:  ThreeLevel,
		Source: rule.Source{Kind: rule.Law, Number: "77/2015/QH13"},
	},
	rule.Dated[Government]{
		Span:   rule.Span{From: rule.Day(2025, 7, 1)},
		Value:  TwoLevel,
		Source: rule.Source{Kind: rule.Law, Number: "72/2025/QH15", Date: rule.Day(2025, 6, 16)},
	},
)

// GovernmentOn gives the model of a day with its span and law. A day before
// 1/1/2016 is an error ([rule.ErrGap]): the table does not reach further back. A date
// that is no day is [rule.ErrNotADay].
func GovernmentOn(day civil.Date) (rule.Dated[Government], error) { return governmentRows.On(day) }

// Governments lists the models in the order of their days.
func Governments() []rule.Dated[Government] { return governmentRows.Rows() }

// Program is a national target program that the help to communes serves. The
// zero value is invalid.
type Program uint8

// The programs. The second is half of the same assignment, not an extra.
const (
	_                Program = iota
	NewRural                 // Chương trình MTQG xây dựng nông thôn mới
	PovertyReduction         // Chương trình MTQG giảm nghèo bền vững
)

var programs = rule.NewEnum[Program]("program", rule.Word{},
	rule.Word{Code: "new-rural", Vi: "xây dựng nông thôn mới", En: "building new rural areas"},
	rule.Word{Code: "poverty-reduction", Vi: "giảm nghèo bền vững", En: "sustainable poverty reduction"},
)

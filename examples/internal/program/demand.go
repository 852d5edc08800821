package program

import (
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// units are the English words for the units of the national sets.
var units = map[string]string{
	"triệu đồng/người/năm": "million đồng a person a year", "m²/người": "m² a person", "điểm": "points", "lít": "litres", "mức độ": "(level)",
	"hợp tác xã": "co-operatives", "sản phẩm": "products", "lĩnh vực": "fields", "tổ chức": "organisations", "mô hình": "models",
}

// Unit says a unit of a national set; one that has no English word is said as it is.
func Unit(unit string, l rule.Lang) string {
	if words := units[unit]; l == rule.En && words != "" {
		return words
	}
	return unit
}

// Demand is what must be reached, with its unit; a poverty standard comes after it.
func Demand(line criteria.Line, l rule.Lang) string {
	words, unit := line.Demand.In(l), Unit(line.Unit, l)
	if unit == "" || !strings.ContainsAny(words, "0123456789?") {
		return words
	}
	if number, standard, measured := strings.Cut(words, " ("); measured {
		return number + " " + unit + " (" + standard
	}
	return words + " " + unit
}

// Gap is how far away the goal is, where it is not reached.
func Gap(line criteria.Line, l rule.Lang) string {
	gap, known := line.Gap()
	switch {
	case !known, gap.Sign() == 0:
		return ""
	case line.GapCounts():
		return gap.In(l) + rule.Text{Vi: " trường hợp", En: " cases"}.In(l)
	default:
		return strings.TrimSpace(gap.In(l) + " " + Unit(line.Unit, l))
	}
}

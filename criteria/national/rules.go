package national

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The codes of the readings on which the choice of a set can rest.
const (
	AdviceServes2021 rule.Code = "national.1980-serves-2021"
	AdviceFloor2021  rule.Code = "national.floor-of-2020-serves-2021"
	AdviceServes2026 rule.Code = "national.318-serves-2026"
)

var table = rule.MustTable(
	rule.Rule{
		Code: AdviceServes2021, Origin: rule.OriginReading, Switch: "Reach.NoSetIn2021",
		Passage:     rule.Source(qd1980),
		Alternative: rule.Text{Vi: "bộ tiêu chí hết với năm 2020; đến 08/3/2022 không có bộ nào", En: "the set ended with 2020; until 2022-03-08 there was none"},
		Text:        rule.Text{Vi: "{set} được áp dụng đến ngày {until}, dù tên ghi đến năm 2020", En: "{set} is taken to serve until {until}, though its title ends with 2020"},
	},
	rule.Rule{
		Code: AdviceFloor2021, Origin: rule.OriginReading, Switch: "Reach.NoFloorIn2021",
		Passage:     rule.Source(qd1980),
		Alternative: rule.Text{Vi: "năm 2021 không có mức thu nhập nào", En: "no income floor is printed for 2021"},
		Text:        rule.Text{Vi: "mức thu nhập in cho năm 2020 được dùng cho năm 2021", En: "the income floor printed for 2020 is taken to serve 2021"},
	},
	rule.Rule{
		Code: AdviceServes2026, Origin: rule.OriginReading, Switch: "Reach.EndWith2025",
		Passage:     rule.Source(qd318),
		Alternative: rule.Text{Vi: "bộ tiêu chí hết với năm 2025", En: "the set ended with 2025"},
		Text:        rule.Text{Vi: "{set} được áp dụng đến ngày {until}, dù tên ghi đến năm 2025", En: "{set} is taken to serve until {until}, though its title ends with 2025"},
	},
)

// Rules lists the rules of this package: the readings of [Reach].
func Rules() []rule.Rule { return table.Rules() }

// Basis lists the readings on which the choice of the national set for a dossier
// rests, as Advice to show beside the answer; see [Reach.Basis].
func Basis(d criteria.Dossier) rule.Findings { return Reach{}.Basis(d) }

// Basis lists the readings on which the choice of the national set for a dossier
// rests, as Advice. Where no set serves there is nothing to list. A dossier that names
// its set, or gives its reason to use one outside its time, chose it itself; only
// the floor of 2021 is then a reading.
func (r Reach) Basis(d criteria.Dossier) rule.Findings {
	id := rule.Normal(d.Set)
	chosen := id != "" && d.Override != ""
	if id == "" {
		id, _ = r.serving(d.Standard, d.AsOf) // where no set serves, the id stays empty
	}
	var found rule.Findings
	reading := func(c rule.Code, at string, args ...rule.Arg) {
		found = append(found, table.Advice(c, rule.Path(at), args...))
	}
	between := func(from, to civil.Date) bool {
		return !chosen && rule.IsDay(d.AsOf) && rule.Span{From: from, To: to}.Contains(d.AsOf)
	}
	switch id {
	case ID1980:
		last := start318.AddDays(-1)
		if !r.NoSetIn2021 && between(rule.Day(2021, 1, 1), last) {
			reading(AdviceServes2021, "asOf", rule.A("set", id), rule.A("until", last))
		}
		if !r.NoFloorIn2021 && !r.NoSetIn2021 && d.Year == 2021 {
			reading(AdviceFloor2021, "year")
		}
	case ID318I, ID318II, ID319:
		last := start51.AddDays(-1)
		if !r.EndWith2025 && between(rule.Day(2026, 1, 1), last) {
			reading(AdviceServes2026, "asOf", rule.A("set", id), rule.A("until", last))
		}
	}
	return found
}

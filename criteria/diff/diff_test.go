package diff_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/diff"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestKind(t *testing.T) {
	t.Parallel()
	maintain.Enum[diff.Kind](t)
	maintain.JSONForm(t, diff.Change{}, diff.Shift{}, diff.LineShift{})
}

// edited is a set after an edit of its table.
func edited(t testing.TB, base criteria.Table, edits ...func(*criteria.Table)) criteria.Set {
	t.Helper()
	set, err := criteria.NewSet(base)
	require.NoError(t, err)
	if len(edits) == 0 {
		return set
	}
	table := set.Table()
	for _, edit := range edits {
		edit(&table)
	}
	set, err = criteria.NewSet(table)
	require.NoError(t, err)
	return set
}

func row1(table *criteria.Table) *criteria.Indicator { return &table.Criteria[0].Indicators[0] }

func demands(r criteria.Requirement) func(*criteria.Table) {
	return func(table *criteria.Table) { row1(table).Require = r }
}

func sentences(differences []diff.Change, l rule.Lang) string {
	var out []string
	for _, x := range differences {
		out = append(out, x.In(l))
	}
	return strings.Join(out, "\n")
}

// Every kind of difference, in both languages.
func TestDiff(t *testing.T) {
	t.Parallel()
	al, am := criteria.AtLeast, criteria.AtMost
	low, other := criteria.From(rule.Source{}, rule.Low), criteria.From(rule.Source{Kind: rule.Decision, Number: "2/QĐ"}, rule.Secondary)
	start, amended := rule.Day(2021, 1, 1), rule.Day(2024, 3, 1)
	two := func(day2 criteria.Indicator) func(*criteria.Table) {
		return func(table *criteria.Table) {
			rows := &table.Criteria[0].Indicators
			second := (*rows)[0]
			second.Require = day2.Require
			(*rows)[0].Span = rule.Span{From: start, To: day2.Span.From.AddDays(-1)}
			second.Span = rule.Span{From: day2.Span.From}
			*rows = append(*rows, second)
		}
	}
	for name, c := range map[string]struct {
		before, after func(*criteria.Table)
		change        diff.Kind
		vi, en        string
	}{
		"tighter": {demands(al("80")), demands(al("82.5")), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 2,5 điểm phần trăm, trước là ≥ 80 %, nay là ≥ 82,5 %.",
			"Indicator 1.1: the demand is tighter by 2.5 percentage points; it was ≥ 80 % and is ≥ 82.5 %."},
		"looser": {demands(am("5")), demands(am("7")), diff.Looser,
			"Chỉ tiêu 1.1: yêu cầu nhẹ hơn 2 điểm phần trăm, trước là ≤ 5 %, nay là ≤ 7 %.",
			"Indicator 1.1: the demand is looser by 2 percentage points; it was ≤ 5 % and is ≤ 7 %."},
		"tighter at one end": {demands(criteria.Between("10", "20")), demands(criteria.Between("10", "15")), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 5 điểm phần trăm, trước là 10–20 %, nay là 10–15 %.",
			"Indicator 1.1: the demand is tighter by 5 percentage points; it was 10–20 % and is 10–15 %."},
		"tighter at both ends": {demands(criteria.Between("10", "20")), demands(criteria.Between("12", "15")), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn, trước là 10–20 %, nay là 12–15 %.",
			"Indicator 1.1: the demand is tighter; it was 10–20 % and is 12–15 %."},
		"moved": {demands(criteria.Between("10", "20")), demands(criteria.Between("12", "25")), diff.Amended,
			"Chỉ tiêu 1.1: yêu cầu trước là 10–20 %, nay là 12–25 %.",
			"Indicator 1.1: the demand was 10–20 % and is 12–25 %."},
		"a multiple": {demands(criteria.AgainstPrevious(al("1.1"))), demands(criteria.AgainstPrevious(al("1.2"))), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 0,1 lần, trước là ≥ 1,1 lần kỳ trước, nay là ≥ 1,2 lần kỳ trước.",
			"Indicator 1.1: the demand is tighter by 0.1 times; it was ≥ 1.1 times the earlier value and is ≥ 1.2 times the earlier value."},
		"a plain number": {func(table *criteria.Table) { row1(table).Unit, row1(table).Require = "", al("1e3") }, func(table *criteria.Table) { row1(table).Unit, row1(table).Require = "", al("1001") }, diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 1, trước là ≥ 1000, nay là ≥ 1001.",
			"Indicator 1.1: the demand is tighter by 1; it was ≥ 1000 and is ≥ 1001."},
		"money": {func(table *criteria.Table) { row1(table).Unit, row1(table).Require = "triệu đồng", al("36") }, func(table *criteria.Table) { row1(table).Unit, row1(table).Require = "triệu đồng", al("39") }, diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 3 triệu đồng, trước là ≥ 36 triệu đồng, nay là ≥ 39 triệu đồng.",
			"Indicator 1.1: the demand is tighter by 3 triệu đồng; it was ≥ 36 triệu đồng and is ≥ 39 triệu đồng."},
		"unconfirmed": {demands(al("80")), demands(criteria.Cite(low, al("90"))), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 10 điểm phần trăm, trước là ≥ 80 %, nay là ≥ 90 % (chưa xác nhận).",
			"Indicator 1.1: the demand is tighter by 10 percentage points; it was ≥ 80 % and is ≥ 90 % (unconfirmed)."},
		"another operator": {demands(al("80")), demands(criteria.Pass()), diff.Amended,
			"Chỉ tiêu 1.1: yêu cầu trước là ≥ 80 %, nay là đạt.", "Indicator 1.1: the demand was ≥ 80 % and is met."},
		"both sexes": {demands(al("80")), demands(criteria.BySex(al("80"))), diff.Amended,
			"Chỉ tiêu 1.1: yêu cầu trước là ≥ 80 %, nay là ≥ 80 đối với cả nam và nữ.", "Indicator 1.1: the demand was ≥ 80 % and is ≥ 80 for men and for women."},
		"another standard of poverty": {demands(criteria.MeasuredBy("a", am("5"))), demands(criteria.MeasuredBy("b", am("4"))), diff.Amended,
			"Chỉ tiêu 1.1: yêu cầu trước là ≤ 5 (a), nay là ≤ 4 (b).", "Indicator 1.1: the demand was ≤ 5 (a) and is ≤ 4 (b)."},
		"one case": {demands(criteria.When(criteria.Attr("x").Holds(), al("80"), al("50"))), demands(criteria.When(criteria.Attr("x").Holds(), al("80"), al("60"))), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 10 điểm phần trăm, trước là nếu x: đạt thì ≥ 80, nếu không thì ≥ 50, nay là nếu x: đạt thì ≥ 80, nếu không thì ≥ 60.",
			"Indicator 1.1: the demand is tighter by 10 percentage points; it was if x: met then ≥ 80, otherwise ≥ 50 and is if x: met then ≥ 80, otherwise ≥ 60."},
		"another condition": {demands(criteria.When(criteria.Attr("x").AtLeast("4"), al("80"), al("50"))), demands(criteria.When(criteria.Attr("x").AtLeast("5"), al("80"), al("50"))), diff.Amended,
			"Chỉ tiêu 1.1: yêu cầu trước là nếu x: ≥ 4 thì ≥ 80, nếu không thì ≥ 50, nay là nếu x: ≥ 5 thì ≥ 80, nếu không thì ≥ 50.",
			"Indicator 1.1: the demand was if x: ≥ 4 then ≥ 80, otherwise ≥ 50 and is if x: ≥ 5 then ≥ 80, otherwise ≥ 50."},
		"one part": {demands(criteria.All(criteria.Sub("a", al("80")), criteria.Sub("b", al("50")))), demands(criteria.All(criteria.Sub("b", al("55")), criteria.Sub("a", al("80")))), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 5 điểm phần trăm, trước là b: ≥ 50, nay là b: ≥ 55.",
			"Indicator 1.1: the demand is tighter by 5 percentage points; it was b: ≥ 50 and is b: ≥ 55."},
		"two parts": {demands(criteria.All(criteria.Sub("a", al("80")), criteria.Sub("b", al("50")))), demands(criteria.All(criteria.Sub("a", al("85")), criteria.Sub("b", al("55")))), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn, trước là a: ≥ 80; b: ≥ 50, nay là a: ≥ 85; b: ≥ 55.",
			"Indicator 1.1: the demand is tighter; it was a: ≥ 80; b: ≥ 50 and is a: ≥ 85; b: ≥ 55."},
		"a further part": {demands(al("80")), demands(criteria.All(al("80"), criteria.Sub("b", criteria.Pass()))), diff.Added,
			"Chỉ tiêu 1.1: thêm yêu cầu b: đạt.", "Indicator 1.1: a further demand: b: met."},
		"a part less": {demands(criteria.All(al("80"), criteria.Sub("b", criteria.Pass()))), demands(al("80")), diff.Removed,
			"Chỉ tiêu 1.1: bỏ yêu cầu b: đạt.", "Indicator 1.1: no longer demanded: b: met."},
		"one implies the other": {demands(criteria.All(al("70"), am("100"))), demands(criteria.All(al("70"), criteria.All(al("80"), am("100"), am("95")))), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn, trước là ≥ 70; ≤ 100, nay là ≥ 80; ≤ 95.", "Indicator 1.1: the demand is tighter; it was ≥ 70; ≤ 100 and is ≥ 80; ≤ 95."},
		"each case twice": {demands(criteria.When(criteria.Attr("x").Holds(), al("80"), criteria.Sub("a", al("50")))),
			demands(criteria.All(criteria.When(criteria.Attr("x").Holds(), al("80"), criteria.Sub("a", al("50"))), criteria.When(criteria.Attr("x").Holds(), al("90"), criteria.Sub("a", al("40"))))), diff.Tighter,
			"Chỉ tiêu 1.1: yêu cầu chặt hơn 10 điểm phần trăm, trước là nếu x: đạt thì ≥ 80, nếu không thì a: ≥ 50, nay là nếu x: đạt thì ≥ 90, nếu không thì a: ≥ 50.",
			"Indicator 1.1: the demand is tighter by 10 percentage points; it was if x: met then ≥ 80, otherwise a: ≥ 50 and is if x: met then ≥ 90, otherwise a: ≥ 50."},
		"known": {demands(al("")), demands(al("80")), diff.Known,
			"Chỉ tiêu 1.1: yêu cầu trước chưa rõ (≥ ?), nay là ≥ 80 %, theo Quyết định số 1/QĐ ngày 01/01/2021.",
			"Indicator 1.1: the demand was not known (≥ ?) and is ≥ 80 %, by Decision No. 1/QĐ of 2021-01-01."},
		"not known": {demands(al("80")), demands(criteria.Requirement{}), diff.NotKnown,
			"Chỉ tiêu 1.1: yêu cầu trước là ≥ 80 %, nay chưa nêu.", "Indicator 1.1: the demand was ≥ 80 % and is not stated."},
		"known without a source": {demands(al("")), demands(criteria.Cite(low, al("80"))), diff.Known,
			"Chỉ tiêu 1.1: yêu cầu trước chưa rõ (≥ ?), nay là ≥ 80 % (chưa xác nhận).", "Indicator 1.1: the demand was not known (≥ ?) and is ≥ 80 % (unconfirmed)."},
		"the operator is known": {demands(criteria.Requirement{}), demands(al("")), diff.Amended,
			"Chỉ tiêu 1.1: yêu cầu trước chưa nêu, nay chưa rõ (≥ ?).", "Indicator 1.1: the demand was not stated and is not known (≥ ?)."},
		"filled": {demands(criteria.ProvinceSets()), demands(al("80")), diff.Filled,
			"Chỉ tiêu 1.1: yêu cầu trước do UBND cấp tỉnh quy định, nay là ≥ 80 %, theo Quyết định số 1/QĐ ngày 01/01/2021.",
			"Indicator 1.1: the demand was set by the province and is ≥ 80 %, by Decision No. 1/QĐ of 2021-01-01."},
		"filled with nothing": {demands(criteria.ProvinceSets()), demands(criteria.Requirement{}), diff.Amended,
			"Chỉ tiêu 1.1: yêu cầu trước do UBND cấp tỉnh quy định, nay chưa nêu.", "Indicator 1.1: the demand was set by the province and is not stated."},
		"left to the province": {demands(al("80")), demands(criteria.ProvinceSets()), diff.LeftOpen,
			"Chỉ tiêu 1.1: yêu cầu trước là ≥ 80 %, nay do UBND cấp tỉnh quy định.", "Indicator 1.1: the demand was ≥ 80 % and is set by the province."},
		"two columns, two years": {
			demands(criteria.ByYear(criteria.In(criteria.ByRow(al, criteria.Row{criteria.TDMNPB: "39", criteria.TN: "39", criteria.DBSH: "50"}, read), 2022, 2023))),
			demands(criteria.ByYear(criteria.In(criteria.ByRow(al, criteria.Row{criteria.TDMNPB: "40", criteria.TN: "40", criteria.DBSH: "50"}, read), 2022, 2023))), diff.Tighter,
			"Chỉ tiêu 1.1 (TDMNPB, TN; năm 2022, 2023): yêu cầu chặt hơn 1 điểm phần trăm, trước là ≥ 39 %, nay là ≥ 40 %.",
			"Indicator 1.1 (TDMNPB, TN; year 2022, 2023): the demand is tighter by 1 percentage points; it was ≥ 39 % and is ≥ 40 %."},
		"here and there": {
			demands(criteria.ByYear(criteria.In(criteria.ByRow(al, criteria.Row{criteria.TDMNPB: "39", criteria.TN: "38"}, read), 2021, 2022, 2023), criteria.In(al("39"), 2025))),
			demands(criteria.ByYear(criteria.In(criteria.ByRow(al, criteria.Row{criteria.TDMNPB: "40", criteria.TN: "38"}, read), 2021, 2022, 2023), criteria.In(al("40"), 2025))), diff.Tighter,
			"Chỉ tiêu 1.1 (TDMNPB; năm 2021–2023 và năm 2025): yêu cầu chặt hơn 1 điểm phần trăm, trước là ≥ 39 %, nay là ≥ 40 %.",
			"Indicator 1.1 (TDMNPB; year 2021–2023 and year 2025): the demand is tighter by 1 percentage points; it was ≥ 39 % and is ≥ 40 %."},
		"groups": {demands(criteria.ByGroup(criteria.In(al("90"), criteria.Group1), criteria.In(al("70"), criteria.Group3))), demands(criteria.ByGroup(criteria.In(al("90"), criteria.Group1), criteria.In(al("60"), criteria.Group3))), diff.Looser,
			"Chỉ tiêu 1.1 (nhóm 3): yêu cầu nhẹ hơn 10 điểm phần trăm, trước là ≥ 70 %, nay là ≥ 60 %.", "Indicator 1.1 (group 3): the demand is looser by 10 percentage points; it was ≥ 70 % and is ≥ 60 %."},
		"zones": {demands(criteria.ByZone(criteria.In(al("90"), "vùng thấp"))), demands(al("90")), diff.Known,
			"Chỉ tiêu 1.1 (ngoài các khu vực trong tỉnh): yêu cầu trước chưa nêu, nay là ≥ 90 %, theo Quyết định số 1/QĐ ngày 01/01/2021.",
			"Indicator 1.1 (outside the zones of the province): the demand was not stated and is ≥ 90 %, by Decision No. 1/QĐ of 2021-01-01."},
		"one zone": {demands(criteria.ByZone(criteria.In(al("90"), "vùng thấp"), criteria.In(al("50"), "vùng cao"))), demands(criteria.ByZone(criteria.In(al("90"), "vùng thấp"), criteria.In(al("60"), "vùng cao"))), diff.Tighter,
			"Chỉ tiêu 1.1 («vùng cao»): yêu cầu chặt hơn 10 điểm phần trăm, trước là ≥ 50 %, nay là ≥ 60 %.", `Indicator 1.1 ("vùng cao"): the demand is tighter by 10 percentage points; it was ≥ 50 % and is ≥ 60 %.`},
		"a year": {demands(criteria.ByYear(criteria.In(al("90"), 2022))), func(table *criteria.Table) {
			table.Years.From = 2022
			demands(criteria.ByYear(criteria.In(al("90"), 2022)))(table)
		}, diff.Scoped, "Bộ tiêu chí: năm của hồ sơ trước là 2021–2025, nay là 2022–2025.", "The set: the dossier years was 2021–2025 and is 2022–2025."},
		"source": {demands(al("80")), demands(criteria.Cite(other, al("80"))), diff.Cited,
			"Chỉ tiêu 1.1: căn cứ trước là Quyết định số 1/QĐ ngày 01/01/2021, đã đọc nguyên văn, nay là Quyết định số 2/QĐ, theo nguồn dẫn lại.",
			"Indicator 1.1: the source was Decision No. 1/QĐ of 2021-01-01, read at the source and is Decision No. 2/QĐ, secondary source."},
		"confidence of some cells": {demands(criteria.Cite(low, al("80"))), demands(criteria.Cite(criteria.From(rule.Source{}, rule.Med, criteria.DBSH, criteria.TN), criteria.Cite(low, al("80")))), 0, "", ""},
		"confidence": {demands(criteria.Cite(low, al("80"))), demands(criteria.Cite(low, criteria.Cite(criteria.From(rule.Source{}, rule.Med, criteria.DBSH, criteria.TN), al("80")))), diff.Cited,
			"Chỉ tiêu 1.1 (ĐBSH, TN): căn cứ trước là không rõ nguồn, chưa xác nhận (thấp), nay là không rõ nguồn, chưa xác nhận (trung bình).",
			"Indicator 1.1 (DBSH, TN): the source was no source, unconfirmed (low) and is no source, unconfirmed (medium)."},
		"page": {demands(al("80")), demands(criteria.Cite(criteria.From(rule.Source{Kind: rule.Decision, Number: "1/QĐ", Date: rule.Day(2021, 1, 1), Page: "https://example.org"}, rule.Read), al("80"))), diff.Cited,
			"Chỉ tiêu 1.1: căn cứ trước là Quyết định số 1/QĐ ngày 01/01/2021 <>, đã đọc nguyên văn, nay là Quyết định số 1/QĐ ngày 01/01/2021 <https://example.org>, đã đọc nguyên văn.",
			"Indicator 1.1: the source was Decision No. 1/QĐ of 2021-01-01 <>, read at the source and is Decision No. 1/QĐ of 2021-01-01 <https://example.org>, read at the source."},
		"a further source": {demands(al("80")), demands(criteria.All(al("80"), criteria.Cite(other, al("80")))), diff.Cited,
			"Chỉ tiêu 1.1: thêm căn cứ Quyết định số 2/QĐ, theo nguồn dẫn lại.", "Indicator 1.1: a further source: Decision No. 2/QĐ, secondary source."},
		"a source less": {demands(criteria.All(al("80"), criteria.Cite(other, al("80")))), demands(al("80")), diff.Cited,
			"Chỉ tiêu 1.1: bớt căn cứ Quyết định số 2/QĐ, theo nguồn dẫn lại.", "Indicator 1.1: no longer a source: Decision No. 2/QĐ, secondary source."},
		"the source of a name": {nil, func(table *criteria.Table) { row1(table).NameFrom = low }, diff.Cited,
			"Chỉ tiêu 1.1: căn cứ của tên trước là Quyết định số 1/QĐ ngày 01/01/2021, đã đọc nguyên văn, nay là không rõ nguồn, chưa xác nhận (thấp).",
			"Indicator 1.1: the source of the name was Decision No. 1/QĐ of 2021-01-01, read at the source and is no source, unconfirmed (low)."},
		"renamed": {nil, func(table *criteria.Table) { row1(table).Name = words("tên mới") }, diff.Renamed,
			"Chỉ tiêu 1.1: tên trước là «chỉ tiêu», nay là «tên mới».", `Indicator 1.1: the name was "chỉ tiêu" and is "tên mới".`},
		"the English name": {nil, func(table *criteria.Table) { row1(table).Name.En = "new" }, diff.Scoped,
			"Chỉ tiêu 1.1: tên tiếng Anh trước là chỉ tiêu, nay là new.", "Indicator 1.1: the English name was chỉ tiêu and is new."},
		"criterion renamed": {nil, func(table *criteria.Table) { table.Criteria[1].Name = words("tên mới") }, diff.Renamed,
			"Tiêu chí 2: tên trước là «tiêu chí», nay là «tên mới».", `Criterion 2: the name was "tiêu chí" and is "tên mới".`},
		"part of the table": {nil, func(table *criteria.Table) { table.Criteria[1].Part = words("Hạ tầng") }, diff.Scoped,
			"Tiêu chí 2: phần của bảng trước không có, nay là Hạ tầng.", "Criterion 2: the part of the table was none and is Hạ tầng."},
		"unit": {nil, func(table *criteria.Table) { row1(table).Unit = "km" }, diff.Scoped,
			"Chỉ tiêu 1.1: đơn vị trước là %, nay là km.", "Indicator 1.1: the unit was % and is km."},
		"may not apply": {nil, func(table *criteria.Table) { row1(table).MayNotApply = true }, diff.Scoped,
			"Chỉ tiêu 1.1: cho phép ghi «không áp dụng» trước là không, nay là có.", `Indicator 1.1: "not applicable" allowed was no and is yes.`},
		"provincial": {nil, func(table *criteria.Table) { row1(table).Provincial = true }, diff.Scoped, "", ""},
		"note": {nil, func(table *criteria.Table) { row1(table).Note = words("nếu có") }, diff.Scoped,
			"Chỉ tiêu 1.1: ghi chú trước không có, nay là «nếu có».", `Indicator 1.1: the note was none and is "nếu có".`},
		"a row more": {nil, func(table *criteria.Table) {
			table.Criteria[0].Indicators = append(table.Criteria[0].Indicators, criteria.Indicator{Code: "1.2", Name: words("thêm"), NameFrom: read, Unit: "%", Require: criteria.ByRow(al, criteria.Row{criteria.TN: "50", criteria.DNB: "50"}, read)})
		}, diff.Added,
			"Bộ tiêu chí: số chỉ tiêu trước là 2, nay là 3.\nBổ sung chỉ tiêu 1.2 «thêm», yêu cầu TDMNPB, ĐBSH, BTB, DHNTB, ĐBSCL: chưa nêu; TN, ĐNB: ≥ 50 (có mức chưa xác nhận).",
			"The set: the number of indicators was 2 and is 3.\nIndicator 1.2 \"thêm\" is added; the demand: TDMNPB, DBSH, BTB, DHNTB, DBSCL: not stated; TN, DNB: ≥ 50 (in part unconfirmed)."},
		"a criterion less": {nil, func(table *criteria.Table) { table.Criteria = table.Criteria[1:] }, diff.Removed,
			"Bộ tiêu chí: số chỉ tiêu trước là 2, nay là 1.\nBỏ tiêu chí 1 «tiêu chí».\nBỏ chỉ tiêu 1.1 «chỉ tiêu», yêu cầu ≥ 50 %.",
			"The set: the number of indicators was 2 and is 1.\nCriterion 1 \"tiêu chí\" is removed.\nIndicator 1.1 \"chỉ tiêu\" is removed; the demand: ≥ 50 %."},
		"renumbered": {nil, func(table *criteria.Table) { row1(table).Code = "1" }, diff.Renumbered,
			"Chỉ tiêu 1: số trước là 1.1, nay là 1.", "Indicator 1: the number was 1.1 and is 1."},
		"renumbered by name": {func(table *criteria.Table) { row1(table).Name = words("Riêng một tên") }, func(table *criteria.Table) {
			rows := &table.Criteria[0].Indicators
			moved := (*rows)[0]
			moved.Code, moved.Name = "1.2", words("riêng  một tên")
			*rows = append(*rows, moved)
			(*rows)[0].Name = words("khác")
		}, diff.Added,
			"Bộ tiêu chí: số chỉ tiêu trước là 2, nay là 3.\nBổ sung chỉ tiêu 1.1 «khác», yêu cầu ≥ 50 %.\nChỉ tiêu 1.2: số trước là 1.1, nay là 1.2.\nChỉ tiêu 1.2: tên trước là «Riêng một tên», nay là «riêng  một tên».",
			""},
		"the days of the set": {nil, func(table *criteria.Table) { table.Span.To = rule.Day(2026, 2, 14) }, diff.Dated,
			"Bộ tiêu chí: thời gian áp dụng trước là từ 01/01/2021 đến 31/12/2025, nay là từ 01/01/2021 đến 14/02/2026.",
			"The set: the days were from 2021-01-01 to 2025-12-31 and are from 2021-01-01 to 2026-02-14."},
		"the days of a row": {nil, func(table *criteria.Table) { row1(table).Span = rule.Span{From: amended} }, diff.Dated,
			"Chỉ tiêu 1.1: thời gian áp dụng trước là mọi ngày, nay là từ 01/3/2024.", "Indicator 1.1: the days were all days and are from 2024-03-01."},
		"the day of an amendment": {two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}}), two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: rule.Day(2024, 7, 1)}}), diff.Dated,
			"Chỉ tiêu 1.1: thời gian áp dụng trước là đến 29/02/2024, nay là đến 30/6/2024.\nChỉ tiêu 1.1: thời gian áp dụng trước là từ 01/3/2024, nay là từ 01/7/2024.", ""},
		"amended": {nil, two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}}), diff.Tighter,
			"Chỉ tiêu 1.1 (từ 01/3/2024): yêu cầu chặt hơn 10 điểm phần trăm, trước là ≥ 50 %, nay là ≥ 60 %.",
			"Indicator 1.1 (from 2024-03-01): the demand is tighter by 10 percentage points; it was ≥ 50 % and is ≥ 60 %."},
		"amended twice": {two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}}), func(table *criteria.Table) {
			two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}})(table)
			rows := &table.Criteria[0].Indicators
			(*rows)[1].Span.To = rule.Day(2024, 12, 31)
			third := (*rows)[1]
			third.Span, third.Require = rule.Span{From: rule.Day(2025, 1, 1)}, criteria.Pass()
			*rows = append(*rows, third)
		}, diff.Amended, "Chỉ tiêu 1.1 (từ 01/01/2025): yêu cầu trước là ≥ 60 %, nay là đạt.", "Indicator 1.1 (from 2025-01-01): the demand was ≥ 60 % and is met."},
		"two wordings more": {func(table *criteria.Table) { table.Criteria = table.Criteria[1:] }, two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}}), diff.Added,
			"Bộ tiêu chí: số chỉ tiêu trước là 1, nay là 2.\nBổ sung tiêu chí 1 «tiêu chí».\nBổ sung chỉ tiêu 1.1 (đến 29/02/2024) «chỉ tiêu», yêu cầu ≥ 50 %.\nBổ sung chỉ tiêu 1.1 (từ 01/3/2024) «chỉ tiêu», yêu cầu ≥ 60 %.", ""},
		"days told together": {two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}}), func(table *criteria.Table) {
			row1(table).MayNotApply = true
			row1(table).Require = criteria.Pass()
		}, diff.Scoped, "Chỉ tiêu 1.1: cho phép ghi «không áp dụng» trước là không, nay là có.\nChỉ tiêu 1.1 (đến 29/02/2024): yêu cầu trước là ≥ 50 %, nay là đạt.\nChỉ tiêu 1.1 (từ 01/3/2024): yêu cầu trước là ≥ 60 %, nay là đạt.", ""},
		"two spans told as one": {func(table *criteria.Table) {
			two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}})(table)
			rows := &table.Criteria[0].Indicators
			third := (*rows)[1]
			third.Span, third.Note = rule.Span{From: rule.Day(2025, 1, 1)}, words("sau")
			(*rows)[1].Span.To = rule.Day(2024, 12, 31)
			*rows = append(*rows, third)
		}, nil, diff.Looser, "Chỉ tiêu 1.1 (từ 01/3/2024): yêu cầu nhẹ hơn 10 điểm phần trăm, trước là ≥ 60 %, nay là ≥ 50 %.\nChỉ tiêu 1.1 (từ 01/01/2025): ghi chú trước là «sau», nay không có.", ""},
		"ended": {two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}}), func(table *criteria.Table) {
			two(criteria.Indicator{Require: al("60"), Span: rule.Span{From: amended}})(table)
			table.Criteria[0].Indicators = table.Criteria[0].Indicators[:1]
		}, diff.Removed, "Bỏ chỉ tiêu 1.1 (từ 01/3/2024) «chỉ tiêu», yêu cầu ≥ 60 %.", `Indicator 1.1 (from 2024-03-01) "chỉ tiêu" is removed; the demand: ≥ 60 %.`},
		"standard":  {nil, func(table *criteria.Table) { table.Standard = criteria.Advanced }, diff.Scoped, "Bộ tiêu chí: chuẩn trước là nông thôn mới, nay là nông thôn mới nâng cao.", ""},
		"column":    {nil, func(table *criteria.Table) { table.SpecialColumn = criteria.TDMNPB }, diff.Scoped, "Bộ tiêu chí: cột áp dụng cho xã đặc biệt khó khăn, xã an toàn khu trước không có, nay là TDMNPB.", ""},
		"not held":  {nil, func(table *criteria.Table) { table.Indicators = 49 }, diff.Scoped, "Bộ tiêu chí: số chỉ tiêu trước là 2, nay là 49.", ""},
		"all held":  {nil, func(table *criteria.Table) { table.Indicators = 2 }, 0, "", ""},
		"the order": {nil, func(table *criteria.Table) { slices.Reverse(table.Criteria) }, diff.Scoped, "Bộ tiêu chí: thứ tự trước là c1, 1.1, c2, 2.1, nay là c2, 2.1, c1, 1.1.", ""},
		"group rule": {grouped(criteria.Attr("x").Holds()), grouped(criteria.Attr("y").Holds()), diff.Scoped,
			"Bộ tiêu chí (nhóm 1): điều kiện xếp nhóm trước là x: đạt, nay là y: đạt.", "The set (group 1): the rule of the group was x: met and is y: met."},
		"no group rule": {grouped(criteria.Attr("x").Holds()), nil, diff.Scoped,
			"Bộ tiêu chí (nhóm 1): điều kiện xếp nhóm trước là x: đạt, nay không có.", "The set (group 1): the rule of the group was x: met and is none."},
		"the rest": {nil, grouped(criteria.Requirement{}), diff.Scoped, "Bộ tiêu chí (nhóm 1): điều kiện xếp nhóm trước không có, nay là các xã còn lại.", ""},
		"name of a group": {grouped(criteria.Requirement{}), func(table *criteria.Table) {
			grouped(criteria.Requirement{})(table)
			table.Groups[0].Name = words("mới")
		}, diff.Renamed, "Bộ tiêu chí (nhóm 1): tên trước là «nhóm», nay là «mới».", ""},
		"source of a group": {grouped(criteria.Requirement{}), func(table *criteria.Table) { grouped(criteria.Requirement{})(table); table.Groups[0].From = low }, diff.Cited,
			"Bộ tiêu chí (nhóm 1): căn cứ của điều kiện xếp nhóm trước là Quyết định số 1/QĐ ngày 01/01/2021, đã đọc nguyên văn, nay là không rõ nguồn, chưa xác nhận (thấp).", ""},
		"id, version, name, source, base": {nil, func(table *criteria.Table) {
			table.ID, table.Version, table.Name, table.Source = "khác", "1", words("khác"), rule.Source{Kind: rule.Law}
			table.Base = rule.Edition{ID: "mẫu"}
		}, 0, "", ""},
		"the same, spelt out": {demands(criteria.ByRegion(criteria.In(al("80"), criteria.Regions()...))), demands(criteria.Cite(read, criteria.All(al("80.0")))), 0, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base := tableOf(percent(al("50")), percent(criteria.Pass()))
			nothing := func(*criteria.Table) {}
			if c.before == nil {
				c.before = nothing
			}
			if c.after == nil {
				c.after = nothing
			}
			a, b := edited(t, base, c.before), edited(t, base, c.after)
			got := diff.Sets(a, b)
			if c.change == 0 {
				assert.Empty(t, sentences(got, rule.Vi))
				return
			}
			if c.vi != "" {
				assert.Equal(t, c.vi, sentences(got, rule.Vi))
			}
			if c.en != "" {
				assert.Equal(t, c.en, sentences(got, rule.En))
			}
			assert.True(t, slices.ContainsFunc(got, func(x diff.Change) bool { return x.Kind == c.change }), "%v", got)
			assert.NotContains(t, sentences(got, rule.Vi)+sentences(got, rule.En), "{")
			assert.Empty(t, diff.Sets(a, a))
			assert.Empty(t, diff.Sets(b, b))
			if !slices.ContainsFunc(got, func(x diff.Change) bool { return x.Kind == diff.Renumbered }) {
				assertSwapped(t, got, diff.Sets(b, a))
			}
			data, err := json.Marshal(got)
			require.NoError(t, err)
			var back []diff.Change
			require.NoError(t, json.Unmarshal(data, &back))
			assert.Equal(t, sentences(got, rule.Vi), sentences(back, rule.Vi))
		})
	}
}

func grouped(when criteria.Requirement) func(*criteria.Table) {
	return func(table *criteria.Table) {
		table.Groups = []criteria.GroupRule{{Group: criteria.Group1, When: when, Name: words("nhóm"), From: read}}
	}
}

var opposite = map[diff.Kind]diff.Kind{
	diff.Added: diff.Removed, diff.Tighter: diff.Looser, diff.Known: diff.NotKnown, diff.Filled: diff.LeftOpen,
	diff.Removed: diff.Added, diff.Looser: diff.Tighter, diff.NotKnown: diff.Known, diff.LeftOpen: diff.Filled,
}

// assertSwapped holds the differences of two sets against those of the same two the other
// way round.
func assertSwapped(t testing.TB, one, other []diff.Change) {
	t.Helper()
	var want, got []string
	for _, x := range one {
		x.Before, x.After = x.After, x.Before
		if o, has := opposite[x.Kind]; has {
			x.Kind = o
		}
		data, err := json.Marshal(x)
		require.NoError(t, err)
		want = append(want, string(data))
	}
	for _, x := range other {
		data, err := json.Marshal(x)
		require.NoError(t, err)
		got = append(got, string(data))
	}
	assert.ElementsMatch(t, want, got)
}

// What is told comes in the order of the second set, what it no longer has in its place.
func TestDiffOrder(t *testing.T) {
	t.Parallel()
	rows := func(codes ...string) criteria.Set {
		table := tableOf(percent(criteria.Pass()), percent(criteria.Pass()))
		table.Criteria[0].Indicators = nil
		for _, code := range codes {
			table.Criteria[0].Indicators = append(table.Criteria[0].Indicators, criteria.Indicator{Code: code, Name: words(code), NameFrom: read, Require: criteria.Pass()})
		}
		return edited(t, table)
	}
	var told []string
	for _, x := range diff.Sets(rows("1.1", "1.2", "1.3", "1.4"), rows("1.2", "1.5", "1.4", "1.6")) {
		told = append(told, x.Kind.String()+" "+x.Code)
	}
	assert.Equal(t, []string{"removed 1.1", "removed 1.3", "added 1.5", "added 1.6"}, told)
	assert.NotEmpty(t, diff.Sets(criteria.Set{}, rows("1.1")))
	assert.NotEmpty(t, diff.Sets(rows("1.1"), criteria.Set{}))
	assert.Empty(t, diff.Sets(criteria.Set{}, criteria.Set{}))
	assert.Equal(t, "Khác biệt không rõ loại.", diff.Change{}.String())
	assert.Equal(t, "Khác biệt không rõ loại.", diff.Change{Kind: 99}.String())
}

// Places told together are told with the least confirmed of their cells; confirmed and
// unconfirmed ones are told apart.
func TestDiffConfidence(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	base := tableOf(percent(al("80")))
	med, low := criteria.From(rule.Source{}, rule.Med), criteria.From(rule.Source{}, rule.Low, criteria.TN)
	after := criteria.Cite(med, criteria.Cite(low, criteria.Cite(criteria.From(source, rule.Read, criteria.DNB), al("90"))))
	got := diff.Sets(edited(t, base), edited(t, base, demands(after)))
	require.Len(t, got, 2)
	assert.Equal(t, "TDMNPB, DBSH, BTB, DHNTB, TN, DBSCL", got[0].Where.En)
	assert.Equal(t, rule.Low, got[0].After.Confidence)
	assert.Equal(t, rule.Read, got[0].Before.Confidence)
	assert.Equal(t, "DNB", got[1].Where.En)
	assert.Equal(t, rule.Read, got[1].After.Confidence)
	for _, x := range got {
		assert.True(t, x.Gap.Equal(rule.Int(10)))
		assert.Equal(t, diff.Tighter, x.Kind)
	}
}

// Of two texts that do not rest on each other every source is another: one line says so,
// and one says whose notes differ. Years that only one serves are not held against others.
func TestDiffOfTwoTexts(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	before := tableOf(percent(criteria.ByYear(criteria.In(al("50"), 2021, 2022))), percent(criteria.Pass()))
	after := tableOf(percent(criteria.ByYear(criteria.In(al("60"), 2022), criteria.In(al("70"), 2023))), percent(criteria.Pass()))
	before.Years, after.Years = criteria.Years{From: 2021, To: 2022}, criteria.Years{From: 2022, To: 2023}
	after.ID, after.From = "sau", criteria.From(rule.Source{Kind: rule.Decision, Number: "2/QĐ"}, rule.Secondary)
	after.Criteria[1].NameFrom, after.Criteria[1].Indicators[0].Note = after.From, words("ghi chú")
	a, b := edited(t, before), edited(t, after)
	assert.Equal(t, strings.Join([]string{
		"Bộ tiêu chí: năm của hồ sơ trước là 2021–2022, nay là 2022–2023.",
		"Tiêu chí 2; chỉ tiêu 2.1: ở phần không đổi, căn cứ hoặc mức xác nhận khác.",
		"Chỉ tiêu 2.1: ghi chú khác.",
		"Chỉ tiêu 1.1 (năm 2021): bỏ yêu cầu ≥ 50 %.",
		"Chỉ tiêu 1.1 (năm 2022): yêu cầu chặt hơn 10 điểm phần trăm, trước là ≥ 50 %, nay là ≥ 60 %.",
		"Chỉ tiêu 1.1 (năm 2023): thêm yêu cầu ≥ 70 %.",
	}, "\n"), sentences(diff.Sets(a, b), rule.Vi))
	assert.Contains(t, sentences(diff.Sets(a, b), rule.En), "Criterion 2; indicator 2.1: where the content is the same, sources or confidence differ.\nIndicator 2.1: the notes differ.")
	assertSwapped(t, diff.Sets(a, b), diff.Sets(b, a))
}

// Nothing is told exactly where nothing was edited.
func TestDiffOfRandomEdits(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 18))
	n := func() string { return strconv.Itoa(r.IntN(100)) }
	row := func(table *criteria.Table) *criteria.Indicator {
		rows := table.Criteria[r.IntN(len(table.Criteria))].Indicators
		return &rows[r.IntN(len(rows))]
	}
	quiet := []func(*criteria.Table){
		func(table *criteria.Table) { table.ID += "x" },
		func(table *criteria.Table) { table.Version, table.Name = "khác", words("khác") },
		func(table *criteria.Table) { table.Source = rule.Source{Kind: rule.Law} },
		func(table *criteria.Table) {
			x := row(table)
			x.Require = criteria.All(criteria.ByYear(criteria.In(x.Require, 2021, 2022, 2023, 2024, 2025)))
		},
		func(table *criteria.Table) { x := row(table); x.Require = criteria.Cite(table.From, x.Require) },
		func(table *criteria.Table) {
			x := row(table)
			x.Require = criteria.ByRegion(criteria.In(x.Require, criteria.Regions()...))
		},
		func(table *criteria.Table) { row(table).Span = table.Span },
	}
	loud := []func(*criteria.Table){
		func(table *criteria.Table) { row(table).Name.Vi += "x" },
		func(table *criteria.Table) { row(table).Name.En += "x" },
		func(table *criteria.Table) { row(table).NameFrom.Confidence = rule.Secondary },
		func(table *criteria.Table) { row(table).Unit += "x" },
		func(table *criteria.Table) { row(table).Note.Vi += "x" },
		func(table *criteria.Table) { x := row(table); x.MayNotApply = !x.MayNotApply },
		func(table *criteria.Table) { x := row(table); x.Provincial = !x.Provincial },
		func(table *criteria.Table) { row(table).Span.To = rule.Day(2024, 1, 1+r.IntN(28)) },
		func(table *criteria.Table) {
			x := row(table)
			x.Require = criteria.All(x.Require, criteria.Sub("z", criteria.Pass()))
		},
		func(table *criteria.Table) { x := row(table); x.Require = criteria.BySex(x.Require) },
		func(table *criteria.Table) { row(table).Require = criteria.AtLeast(n() + ".5") },
		func(table *criteria.Table) {
			x := row(table)
			x.Require = criteria.ByYear(criteria.In(x.Require, 2021, 2022, 2023, 2024), criteria.In(criteria.AtMost(n()+".5"), 2025))
		},
		func(table *criteria.Table) {
			x := row(table)
			x.Require = criteria.Cite(criteria.From(source, rule.Secondary), criteria.AtLeast(n()+".5"))
		},
		func(table *criteria.Table) { table.Criteria[r.IntN(len(table.Criteria))].Name.Vi += "x" },
		func(table *criteria.Table) { table.Criteria[r.IntN(len(table.Criteria))].Part.Vi += "x" },
		func(table *criteria.Table) { table.Criteria = table.Criteria[1:] },
		func(table *criteria.Table) { slices.Reverse(table.Criteria) },
		func(table *criteria.Table) { table.Years.To++ },
		func(table *criteria.Table) { table.Span.To = table.Span.To.AddDays(1) },
		func(table *criteria.Table) { table.Indicators = 99 },
		func(table *criteria.Table) { table.Standard = criteria.Model },
		func(table *criteria.Table) { table.SpecialColumn = criteria.TN },
		func(table *criteria.Table) { grouped(criteria.Attr("x").AtLeast(n()))(table) },
	}
	for i := range 30 * len(loud) {
		table := tableOf(percent(draw(r, 2)), percent(draw(r, 2)), percent(draw(r, 1)))
		a := edited(t, table)
		b := edited(t, table, quiet[r.IntN(len(quiet))], quiet[r.IntN(len(quiet))])
		require.Empty(t, sentences(diff.Sets(a, b), rule.Vi))
		at := i % len(loud)
		c := edited(t, table, loud[at])
		require.NotEmpty(t, diff.Sets(a, c), "edit %d", at)
		assertSwapped(t, diff.Sets(a, c), diff.Sets(c, a))
	}
}

// Where nothing is told of a row, no commune is judged otherwise; and what is told to be
// tighter never turns a NotMet into Met.
func TestDiffTellsWhatDecides(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(19, 80))
	silent, tighter := 0, 0
	for range 6000 {
		before, after := draw(r, 1), draw(r, 1)
		switch r.IntN(8) {
		case 0:
			after = criteria.All(before, before)
		case 1:
			after = criteria.All(after, before)
			before = criteria.All(before, after)
		}
		if _, err := criteria.NewSet(tableOf(percent(before), percent(after))); err != nil {
			continue // no reading could meet it
		}
		a, b := edited(t, tableOf(percent(before))), edited(t, tableOf(percent(after)))
		told := diff.Sets(a, b)
		stricter := len(told) > 0 && !slices.ContainsFunc(told, func(x diff.Change) bool { return x.Kind != diff.Tighter && x.Kind != diff.Added })
		for range 5 {
			in := map[string]criteria.Reading{}
			for _, key := range []string{"1.1", "1.1/a", "1.1/b", "@x"} {
				in[key] = criteria.Value(rule.Int(int64(r.IntN(100))))
			}
			d := dossier(in)
			d.Profile.Region = criteria.Regions()[r.IntN(7)]
			was, is := assess(t, a, d).Verdict(), assess(t, b, d).Verdict()
			switch {
			case len(told) == 0:
				silent++
				require.Equal(t, was, is, "%s and %s", before, after)
			case stricter:
				tighter++
				require.False(t, was == criteria.NotMet && is == criteria.Met, "%s and %s:\n%s", before, after, sentences(told, rule.En))
			}
		}
	}
	assert.Greater(t, silent, 1000)
	assert.Greater(t, tighter, 200)
}

func ExampleSets() {
	al := criteria.AtLeast
	table := func(id string, columns criteria.Row) criteria.Set {
		from := criteria.From(rule.Source{Kind: rule.Decision, Number: "1/QĐ"}, rule.Read)
		return criteria.MustSet(criteria.Table{
			ID: id, Name: words("mẫu"), Standard: criteria.Basic, From: from, Years: criteria.Years{From: 2022, To: 2025},
			Criteria: []criteria.Criterion{{No: 15, Name: words("Y tế"), NameFrom: from, Indicators: []criteria.Indicator{
				{Code: "15.1", Name: words("Bảo hiểm y tế"), NameFrom: from, Unit: "%", Require: criteria.ByRow(al, columns, from)},
			}}},
		})
	}
	before := table("trước", criteria.Row{criteria.TDMNPB: "85", criteria.DBSH: "85", criteria.TN: "85", criteria.DNB: ""})
	after := table("sau", criteria.Row{criteria.TDMNPB: "90", criteria.DBSH: "85", criteria.TN: "90", criteria.DNB: "95"})
	for _, difference := range diff.Sets(before, after) {
		fmt.Println(difference)
	}
	// Output:
	// Chỉ tiêu 15.1 (TDMNPB, TN): yêu cầu chặt hơn 5 điểm phần trăm, trước là ≥ 85 %, nay là ≥ 90 %.
	// Chỉ tiêu 15.1 (ĐNB): yêu cầu trước chưa rõ (≥ ?), nay là ≥ 95 %, theo Quyết định số 1/QĐ.
}

// A confirmed change was once hidden behind an unconfirmed number.
func TestOnceMasked(t *testing.T) {
	t.Parallel()
	low := criteria.From(rule.Source{}, rule.Low)
	mk := func(n string) criteria.Set {
		return setOf(t, criteria.Indicator{Require: criteria.All(criteria.AtLeast(n), criteria.Cite(low, criteria.AtLeast("80")))})
	}
	a, b := mk("70"), mk("75")
	in := dossier(readings(t, "1.1=72"))
	assert.NotEqual(t, assess(t, a, in).Verdict(), assess(t, b, in).Verdict())
	assert.NotEmpty(t, diff.Sets(a, b))
}

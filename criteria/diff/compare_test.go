package diff_test

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/diff"
	"github.com/giupxa/giupxa/criteria/rule"
)

// xa is a dossier with a name and readings in their short form.
func xa(t testing.TB, unit, in string) criteria.Dossier {
	t.Helper()
	d := dossier(readings(t, in))
	d.Unit, d.UnitName = unit, "Xã "+unit
	return d
}

func shiftsOf(seq iter.Seq2[diff.Shift, error]) (out []string) {
	for s, err := range seq {
		if err != nil {
			out = append(out, s.Unit+" ("+err.Error()+")")
			continue
		}
		out = append(out, s.In(rule.En))
	}
	return out
}

// Who changes, and where.
func TestCompare(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	base := setOf(t, percent(al("80")), percent(al("50")), percent(criteria.ProvinceSets()))
	other := edited(t, tableOf(percent(al("90")), percent(al("50"))), func(table *criteria.Table) {
		rows := &table.Criteria[1].Indicators
		*rows = append([]criteria.Indicator{{Code: "2.0", Name: words("thêm"), NameFrom: read, MayNotApply: true, Require: criteria.Pass()}}, *rows...)
	})
	cohort := []criteria.Dossier{
		xa(t, "A", "1.1=95;2.1=60;2.0=pass"),
		xa(t, "B", "1.1=85;2.1=60;2.0=n/a"),
		xa(t, "C", "1.1=70;2.1=40;2.0=fail"),
		xa(t, "D", "1.1=70;2.1=40;2.0=n/a;3.1=1"),
		xa(t, "E", ""),
	}
	for i := range cohort {
		cohort[i].Set = "một bộ khác"
	}
	cohort[4].UnitName = ""
	late := xa(t, "F", "1.1=95")
	late.AsOf = rule.Day(2030, 1, 1)
	cohort = append(cohort, late)
	got := shiftsOf(diff.Compare(base, other, slices.Values(cohort)))
	assert.Equal(t, []string{
		"Xã A (A): the whole was unknown and is met; indicator 3.1 (removed) was unknown.",
		"Xã B (B): the whole was unknown and is not met; indicator 1.1 was met and is not met; indicator 3.1 (removed) was unknown.",
		"Xã C (C): the whole stays not met; indicator 2.0 (added) is not met; indicator 3.1 (removed) was unknown.",
		"Xã D (D): the whole stays not met; indicator 3.1 (removed) was unknown.",
		"E: the whole stays unknown; indicator 2.0 (added) is unknown; indicator 3.1 (removed) was unknown.",
		"F (F: the set does not serve that day: mẫu serves from 2021-01-01 to 2025-12-31, not 2030-01-01; to use it all the same, give the reason as override)",
	}, got)
	assert.Equal(t, []string{
		"Xã A (A): the whole was met and is unknown; indicator 3.1 (added) is unknown.",
	}, shiftsOf(diff.Compare(other, base, slices.Values(cohort[:1]))))

	assert.Empty(t, shiftsOf(diff.Compare(base, base, slices.Values(cohort[:5]))))
	assert.Empty(t, shiftsOf(diff.Compare(base, other, nil)))
	assert.Len(t, shiftsOf(diff.Compare(criteria.Set{}, other, slices.Values(cohort))), 6)
	for _, err := range diff.Compare(base, criteria.Set{}, slices.Values(cohort)) {
		require.ErrorIs(t, err, criteria.ErrNoSet)
		break
	}
	for _, err := range diff.Compare(base, other, slices.Values(cohort)) {
		require.NoError(t, err)
		break
	}
	assert.Equal(t, "Xã: kết quả chung vẫn là chưa rõ; chỉ tiêu 1.1 (bỏ) trước là không đạt; chỉ tiêu 2.1 (bổ sung) là chưa rõ.",
		diff.Shift{UnitName: "Xã", Lines: []diff.LineShift{
			{Code: "1.1", Only: diff.Removed, Before: criteria.NotMet}, {Code: "2.1", Only: diff.Added},
		}}.String())
	assert.Equal(t, "chỉ tiêu 1.1 trước là đạt, nay là không đạt", diff.LineShift{Code: "1.1", Before: criteria.Met, After: criteria.NotMet}.String())
}

// Whatever columns, groups, zones, years and wordings follow each other, a commune is
// judged as it would be alone.
func TestCompareIsAssess(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	amended := func(first, second criteria.Requirement) func(*criteria.Table) {
		return func(table *criteria.Table) {
			rows := &table.Criteria[0].Indicators
			later := (*rows)[0]
			(*rows)[0].Require, later.Require = first, second
			(*rows)[0].Span, later.Span = rule.Span{To: rule.Day(2023, 6, 30)}, rule.Span{From: rule.Day(2023, 7, 1)}
			*rows = append(*rows, later)
			table.SpecialColumn = criteria.TDMNPB
		}
	}
	columns := criteria.ByRow(al, criteria.Row{criteria.TDMNPB: "50", criteria.TN: "60", criteria.DBSH: "70"}, read)
	zones := criteria.ByZone(criteria.In(al("40"), "vùng cao"), criteria.In(al("80"), "vùng thấp"))
	years := criteria.ByYear(criteria.In(al("30"), 2022), criteria.In(al("60"), 2023))
	base := edited(t, tableOf(percent(columns), percent(years)), amended(columns, al("65")))
	other := edited(t, tableOf(percent(columns), percent(years)), amended(zones, criteria.ByGroup(criteria.In(al("70"), criteria.Group1), criteria.In(al("20"), criteria.Group2))))
	var cohort []criteria.Dossier
	for i := range 3000 {
		d := xa(t, strconv.Itoa(i), fmt.Sprintf("1.1=%d;2.1=%d", i%101, i*7%101))
		d.Profile = criteria.Profile{Region: criteria.Regions()[i%7], Special: i%5 == 0, Group: criteria.Group(i % 4), Zone: []string{"vùng cao", "vùng thấp", "", fmt.Sprint("xa ", i)}[i/7%4]}
		d.Year, d.AsOf = 2022+i%3, rule.Day(2022+i/3%2, 12, 1)
		if i%11 == 0 {
			d.AsOf, d.Override = d.AsOf.AddDays(-200), "so sánh"
		}
		cohort = append(cohort, d)
	}
	got := map[string]diff.Shift{}
	for s, err := range diff.Compare(base, other, slices.Values(cohort)) {
		require.NoError(t, err)
		got[s.Unit] = s
	}
	assert.NotEmpty(t, got)
	for _, d := range cohort {
		was, is := assess(t, base, d), assess(t, other, d)
		want := diff.Shift{Unit: d.Unit, UnitName: d.UnitName, Before: was.Verdict(), After: is.Verdict()}
		verdicts := map[string]criteria.Verdict{}
		for code, v := range was.Indicators() {
			verdicts[code] = v
		}
		for code, v := range is.Indicators() {
			if verdicts[code] != v {
				want.Lines = append(want.Lines, diff.LineShift{Code: code, Before: verdicts[code], After: v})
			}
		}
		shift, changes := got[d.Unit]
		require.Equal(t, want.Lines != nil || want.Before != want.After, changes, d.Unit)
		if changes {
			require.Equal(t, want, shift)
		}
	}
}

// A cohort without end takes no more room than a short one.
func TestCompareKeepsNothing(t *testing.T) {
	base, other := setOf(t, percent(criteria.AtLeast("80"))), setOf(t, percent(criteria.AtLeast("70")))
	d := xa(t, "A", "1.1=90")
	cohort := func(yield func(criteria.Dossier) bool) {
		for i := range 20000 {
			d.Profile.Zone = strconv.Itoa(i) // as hostile as can be: each has demands of its own
			if !yield(d) {
				return
			}
		}
	}
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before, most := held(), uint64(0)
	n := 0
	for _, err := range diff.Compare(base, other, func(yield func(criteria.Dossier) bool) {
		for d := range cohort {
			if n++; n%5000 == 0 {
				most = max(most, held())
			}
			if !yield(d) {
				return
			}
		}
	}) {
		t.Fatal("nobody changes", err)
	}
	assert.Equal(t, 20000, n)
	assert.Less(t, most, before+8<<20)
}

func ExampleCompare() {
	from := criteria.From(rule.Source{Kind: rule.Decision, Number: "1/QĐ"}, rule.Read)
	base := criteria.MustSet(criteria.Table{
		ID: "1/QĐ", Name: words("mẫu"), Standard: criteria.Basic, From: from, Years: criteria.Years{From: 2022, To: 2025},
		Criteria: []criteria.Criterion{{No: 15, Name: words("Y tế"), NameFrom: from, Indicators: []criteria.Indicator{
			{Code: "15.1", Name: words("Bảo hiểm y tế"), NameFrom: from, Unit: "%", Require: criteria.AtLeast("85")},
		}}},
	})
	province := rule.Source{Kind: rule.Decision, Number: "2/QĐ-UBND"}
	ours, err := base.Localize(criteria.Overlay{
		ID: "2/QĐ-UBND", Base: "1/QĐ", Name: words("bộ của tỉnh"), Source: province, From: criteria.From(province, rule.Read),
		Own: []criteria.Indicator{{Code: "15.1", Require: criteria.AtLeast("90")}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var cohort []criteria.Dossier
	for i, name := range []string{"Xã A", "Xã B"} {
		cohort = append(cohort, criteria.Dossier{
			Unit: strconv.Itoa(i + 1), UnitName: name, AsOf: rule.Day(2023, 6, 1), Year: 2023,
			Readings: map[string]criteria.Reading{"15.1": criteria.Value(rule.Int(int64(88 + 4*i)))},
		})
	}
	for shift, err := range diff.Compare(base, ours, slices.Values(cohort)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(shift)
	}
	// Output:
	// Xã A (1): kết quả chung trước là đạt, nay là không đạt; chỉ tiêu 15.1 trước là đạt, nay là không đạt.
}

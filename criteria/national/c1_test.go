package national_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The published position of xã Phìn Ngan (02743), as of the end of May 2021: 14 of
// 19 criteria met; not met 2, 6, 10, 11, 17.
var published2021 = rule.Source{
	Kind: rule.WebPage, Date: rule.Day(2021, 6, 10),
	Page: "https://snnptnt.laocai.gov.vn/1244/28028/45620/591552/tin-tuc-trong-nganh/so-nong-nghiep-va-ptnt-lao-cai-giup-do-xa-phin-ngan-huyen-bat-xat-xay-dung-nong-thon-moi-va-giam",
}

func phinNganJune() criteria.Dossier {
	d := criteria.Dossier{
		Unit: "02743", UnitName: "Phìn Ngan", Standard: criteria.Basic, AsOf: rule.Day(2021, 5, 31), Year: 2021,
		Profile:  criteria.Profile{Region: criteria.TDMNPB},
		Readings: map[string]criteria.Reading{},
	}
	for no := 1; no <= 19; no++ {
		verdict := criteria.Met
		switch no {
		case 2, 6, 10, 11, 17:
			verdict = criteria.NotMet
		}
		d.Readings[fmt.Sprintf("c%d", no)] = criteria.Stated(verdict, published2021)
	}
	return d
}

// phinNgan is the re-check of 30/11/2021 (illustrative), with more readings.
func phinNgan(more map[string]criteria.Reading) criteria.Dossier {
	d := phinNganJune()
	d.AsOf = rule.Day(2021, 11, 30)
	d.Readings = map[string]criteria.Reading{
		"10.1": criteria.Value(rule.MustNumber("36.0")),
		"11.1": criteria.Share(132, 1100),
		"15.1": criteria.Value(rule.MustNumber("85.0")),
		"15.2": criteria.Passed(),
	}
	poverty := d.Readings["11.1"]
	poverty.Poverty = "59/2015/QĐ-TTg"
	d.Readings["11.1"] = poverty
	for no := 1; no <= 19; no++ {
		switch no {
		case 10, 11, 15:
		default:
			d.Readings[fmt.Sprintf("c%d", no)] = criteria.Reading{Said: criteria.Met, Stage: criteria.Verified}
		}
	}
	for key, r := range more {
		d.Readings[key] = r
	}
	return d
}

func set1980(t *testing.T) criteria.Set {
	t.Helper()
	set, err := national.InForce(criteria.Basic, rule.Day(2021, 11, 30))
	require.NoError(t, err)
	return set
}

func assessed(t *testing.T, d criteria.Dossier) criteria.Assessment {
	t.Helper()
	a, err := set1980(t).Assess(d)
	require.NoError(t, err)
	require.Empty(t, a.Findings())
	return a
}

func lineOf(t *testing.T, a criteria.Assessment, code string) criteria.Line {
	t.Helper()
	l, held := a.Line(code)
	require.True(t, held, code)
	return l
}

// C1, step 2: the published position of June.
func TestC1June(t *testing.T) {
	t.Parallel()
	a := assessed(t, phinNganJune())
	assert.Equal(t, 14, a.Count(criteria.Met))
	assert.Equal(t, 5, a.Count(criteria.NotMet))
	assert.Equal(t, criteria.NotMet, a.Verdict())
	assert.True(t, a.Stated(), "nothing was checked")
}

// C1, steps 3 to 6: the re-check of November, unconfirmed cells accepted.
func TestC1Accepted(t *testing.T) {
	t.Parallel()
	a := assessed(t, phinNgan(nil)).Accept(rule.Low)
	income := lineOf(t, a, "10.1")
	assert.Equal(t, criteria.Met, income.Verdict)
	gap, known := income.Gap()
	assert.True(t, known)
	assert.True(t, gap.Equal(rule.Int(0)))

	poor := lineOf(t, a, "11.1")
	assert.Equal(t, criteria.Met, poor.Verdict, "132/1100 is exactly 12 %")
	assert.Equal(t, rule.High, poor.Confidence)
	assert.True(t, hasCode(a.Caveats(), criteria.AdviceAccepted))

	assert.Equal(t, criteria.Met, lineOf(t, a, "15.1").Verdict)
	assert.Equal(t, criteria.Met, lineOf(t, a, "15.2").Verdict)
	missing := lineOf(t, a, "15.3")
	assert.Equal(t, criteria.Unknown, missing.Verdict)
	assert.Equal(t, []string{"15.3"}, missing.Missing, "the deciding reading")
	assert.Equal(t, "≤ 26.7", missing.Demand.In(rule.En))

	assert.Equal(t, 18, a.Count(criteria.Met))
	assert.Equal(t, 0, a.Count(criteria.NotMet))
	assert.Equal(t, 1, a.Count(criteria.Unknown))
	assert.Equal(t, criteria.Unknown, a.Verdict())
	least, most := a.Bounds()
	assert.Equal(t, [2]int{18, 19}, [2]int{least, most})
}

// C1, step 7: the deciding reading, as it prints and as it is.
func TestC1Stunting(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]struct {
		verdict criteria.Verdict
		met     int
		gap     string
	}{
		"26.7":  {criteria.Met, 19, "0"},
		"26.70": {criteria.Met, 19, "0.00"},
		"26.74": {criteria.NotMet, 18, "0.04"},
	} {
		n := rule.MustNumber(value)
		assert.Equal(t, "26.7", n.Round(1).String()[:4], "it prints as 26.7")
		a := assessed(t, phinNgan(map[string]criteria.Reading{"15.3": criteria.Value(n)})).Accept(rule.Low)
		assert.Equal(t, want.verdict, a.Verdict(), value)
		assert.Equal(t, want.met, a.Count(criteria.Met), value)
		gap, known := lineOf(t, a, "15.3").Gap()
		assert.True(t, known)
		assert.True(t, gap.Equal(rule.MustNumber(want.gap)), "%s: %s", value, gap)
	}
}

// C1, step 8: November against June, line by line.
func TestC1AgainstJune(t *testing.T) {
	t.Parallel()
	june := map[int]criteria.Verdict{}
	for h := range assessed(t, phinNganJune()).Headings() {
		june[h.No] = h.Verdict
	}
	var gained, lost []int
	for h := range assessed(t, phinNgan(nil)).Accept(rule.Low).Headings() {
		switch {
		case h.Verdict == criteria.Met && june[h.No] != criteria.Met:
			gained = append(gained, h.No)
		case h.Verdict != criteria.Met && june[h.No] == criteria.Met:
			lost = append(lost, h.No)
		}
	}
	assert.Equal(t, []int{2, 6, 10, 11, 17}, gained)
	assert.Equal(t, []int{15}, lost)
}

// C1, the switch: strict, the default.
func TestC1Strict(t *testing.T) {
	t.Parallel()
	a := assessed(t, phinNgan(nil))
	poor := lineOf(t, a, "11.1")
	assert.Equal(t, criteria.Unknown, poor.Verdict, "an unconfirmed number is not used")
	assert.Equal(t, criteria.CellUnconfirmed, poor.Reason)
	assert.Equal(t, 17, a.Count(criteria.Met))
	assert.Equal(t, 2, a.Count(criteria.Unknown))
	least, most := a.Bounds()
	assert.Equal(t, [2]int{17, 19}, [2]int{least, most})

	a = assessed(t, phinNgan(map[string]criteria.Reading{"15.3": criteria.Value(rule.MustNumber("26.7"))}))
	assert.Equal(t, 18, a.Count(criteria.Met))
	assert.Equal(t, 1, a.Count(criteria.Unknown))
	assert.Equal(t, criteria.Unknown, a.Verdict())
}

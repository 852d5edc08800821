package criteria_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Every code has a case that breaks it and one that keeps it.
func TestEveryCodeBreaksAndKeeps(t *testing.T) {
	t.Parallel()
	plain := tableOf(percent(criteria.AtLeast("80")), percent(criteria.Pass()))
	poor := tableOf(percent(criteria.MeasuredBy("59/2015", criteria.AtMost("12"))))
	guess := tableOf(percent(criteria.Cite(criteria.From(rule.Source{}, rule.High), criteria.AtLeast("80"))), percent(criteria.Cite(criteria.From(rule.Source{}, rule.High), criteria.Pass())))
	part := tableOf(percent(criteria.AtLeast("80")))
	part.Indicators = 2
	column := tableOf(percent(criteria.AtLeast("80")))
	column.SpecialColumn = criteria.DBSH

	one := func(key, text string) criteria.Dossier {
		return dossier(map[string]criteria.Reading{key: parsed(t, text)})
	}
	special := one("1.1", "80")
	special.Profile.Special = true
	late := one("1.1", "80")
	late.AsOf, late.Override = rule.Day(2030, 1, 1), "so sánh"
	named := one("1.1", "10")
	reading := named.Readings["1.1"]
	reading.Poverty = "59/2015"
	named.Readings["1.1"] = reading
	clash := one("1.1", "79")
	clash.Readings["c1"] = criteria.Stated(criteria.Met, source)
	agreed := one("1.1", "80")
	agreed.Readings["c1"] = criteria.Stated(criteria.Met, source)
	stated := dossier(map[string]criteria.Reading{"c1": criteria.Stated(criteria.Met, source)})

	later := one("1.1", "80")
	later.Readings["1.1"] = parsed(t, "80").On(rule.Day(2031, 1, 1))
	staged := one("1.1", "80")
	staged.Readings["1.1"] = parsed(t, "80").By(99)
	twice := dossier(map[string]criteria.Reading{"1.1/xã": parsed(t, "80"), "1.1/xa\u0303": parsed(t, "80")})
	area := tableOf(criteria.Indicator{Require: criteria.When(criteria.Attr("area").AtLeast("2"), criteria.AtLeast("1"), criteria.AtLeast("2"))})
	denied := one("@area", "0")
	denied.Profile.Area = criteria.AreaIII
	parts := tableOf(criteria.Indicator{Require: criteria.Sub("a", criteria.Pass()), MayNotApply: true})
	failing := one("1.1", "n/a")
	failing.Readings["1.1/a"] = criteria.Failed()

	grouped := tableOf(criteria.Indicator{Require: criteria.ByGroup(criteria.In(criteria.AtLeast("10"), criteria.Group1))})
	grouped.Groups = []criteria.GroupRule{{Group: criteria.Group1, When: criteria.Attr("urban").Holds(), Name: words("1"), From: criteria.From(rule.Source{}, rule.High)}}
	stated1 := one("@urban", "pass")
	stated1.Profile.Group = criteria.Group1

	type ask struct {
		table   criteria.Table
		dossier criteria.Dossier
		accept  rule.Confidence
	}
	const strict = rule.Secondary
	cases := map[rule.Code]struct{ breaks, keeps ask }{
		criteria.ErrUnknownKey:          {ask{plain, one("9.9", "1"), strict}, ask{plain, one("1.1", "80"), strict}},
		criteria.ErrReadingKind:         {ask{plain, one("1.1", "pass"), strict}, ask{plain, one("2.1", "pass"), strict}},
		criteria.ErrPercent:             {ask{plain, one("1.1", "100.01"), strict}, ask{plain, one("1.1", "100"), strict}},
		criteria.ErrCounts:              {ask{plain, one("1.1", "2/1"), strict}, ask{plain, one("1.1", "1/1"), strict}},
		criteria.ErrNotApplicable:       {ask{plain, one("1.1", "n/a"), strict}, ask{plain, one("1.1", "80"), strict}},
		criteria.ErrStage:               {ask{plain, staged, strict}, ask{plain, one("1.1", "80"), strict}},
		criteria.ErrReadingDay:          {ask{plain, later, strict}, ask{plain, one("1.1", "80"), strict}},
		criteria.ErrArea:                {ask{area, one("@area", "85.5"), strict}, ask{area, one("@area", "3"), strict}},
		criteria.ErrSameKey:             {ask{plain, twice, strict}, ask{plain, one("1.1/xa\u0303", "80"), strict}},
		criteria.AdviceFactContradicted: {ask{area, denied, strict}, ask{area, one("@area", "0"), strict}},
		criteria.AdviceGroupUnconfirmed: {ask{grouped, one("@urban", "pass"), strict}, ask{grouped, stated1, strict}},
		criteria.AdviceStatedCount:      {ask{plain, one("set/criteria", "1 of 2"), strict}, ask{plain, agreed, strict}},
		criteria.AdvicePartsContradict:  {ask{parts, failing, strict}, ask{parts, one("1.1", "n/a"), strict}},
		criteria.AdviceContradiction:    {ask{plain, clash, strict}, ask{plain, agreed, strict}},
		criteria.AdviceStated:           {ask{plain, stated, strict}, ask{plain, one("1.1", "80"), strict}},
		criteria.AdviceUnconfirmed:      {ask{guess, one("2.1", "pass"), strict}, ask{plain, one("2.1", "pass"), strict}},
		criteria.AdviceAccepted:         {ask{guess, one("1.1", "80"), rule.High}, ask{guess, one("1.1", "80"), strict}},
		criteria.AdvicePovertyUnnamed:   {ask{poor, one("1.1", "10"), strict}, ask{poor, named, strict}},
		criteria.AdviceOverride:         {ask{plain, late, strict}, ask{plain, one("1.1", "80"), strict}},
		criteria.AdviceRowsMissing:      {ask{part, one("1.1", "80"), strict}, ask{plain, one("1.1", "80"), strict}},
		criteria.AdviceSpecialColumn:    {ask{column, special, strict}, ask{plain, special, strict}},
	}
	says := func(a ask, code rule.Code) bool {
		set, err := criteria.NewSet(a.table)
		require.NoError(t, err)
		out := assess(t, set, a.dossier).Accept(a.accept)
		return len(append(out.Findings(), out.Caveats()...).Of(code)) > 0
	}
	overlays := map[rule.Code][2]criteria.Requirement{
		criteria.ErrOverlay: {{}, criteria.AtLeast("90")},
		criteria.ErrLooser:  {criteria.AtLeast("79"), criteria.AtLeast("80")},
	}
	base := setOf(t, percent(criteria.AtLeast("80")))
	for code, c := range overlays {
		_, err := base.Localize(overlayOf(own("1.1", c[0])))
		require.ErrorIs(t, err, code)
		_, err = base.Localize(overlayOf(own("1.1", c[1])))
		require.NoError(t, err)
	}
	for _, r := range criteria.Rules() {
		if _, done := overlays[r.Code]; done || r.Code == criteria.ErrSettled || r.Code == criteria.ErrReference {
			continue // TestSupply, TestReferencesOfStoredReports
		}
		if r.Code == criteria.ErrTable {
			_, err := criteria.NewSet(criteria.Table{})
			require.ErrorIs(t, err, criteria.ErrTable)
			_, err = criteria.NewSet(plain)
			require.NoError(t, err)
			continue
		}
		c, ok := cases[r.Code]
		require.True(t, ok, "no cases for %s", r.Code)
		assert.True(t, says(c.breaks, r.Code), "%s is not broken", r.Code)
		assert.False(t, says(c.keeps, r.Code), "%s is not kept", r.Code)
	}
}

package recognition_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

func own(rows ...rule.Dated[recognition.Provision]) recognition.Regime {
	line := rule.MustTimeline(rows...)
	return recognition.Regime{Provisions: &line}
}

// Every value of the provisions and every setting is in the edition, and the answer says it.
func TestEditionCoversWhatDecides(t *testing.T) {
	t.Parallel()
	rows := recognition.Timeline()
	before := own(rows...).Edition()
	varied := 0
	for i := range rows {
		if rows[i].Gap != (rule.Text{}) {
			continue
		}
		maintain.Vary(&rows[i].Value, func(at string) {
			varied++
			assert.NotEqual(t, before, own(rows...).Edition(), "%d%s", i, at)
		})
	}
	assert.Greater(t, varied, 300)

	national := recognition.Regime{}
	assert.Len(t, national.Edition().Digest, 64)
	assert.Equal(t, national.Edition(), recognition.Regime{Accept: rule.Secondary}.Edition(), "the floor that is meant anyway")
	seen := map[rule.Edition]string{national.Edition(): "national"}
	for name, r := range map[string]recognition.Regime{
		"accept": {Accept: rule.Med}, "band": {FirstBandTo50: true}, "literal": {SecurityLiteral: true}, "end": {EndsIn2025: true}, "own": own(rows...),
	} {
		assert.Empty(t, seen[r.Edition()], name)
		seen[r.Edition()] = name
		for _, on := range []civil.Date{rule.Day(2024, 6, 1), {}} {
			c, err := r.Consider(recognition.Application{Standard: criteria.Basic, On: on})
			require.NoError(t, err)
			assert.Equal(t, r.Edition(), c.Edition, name)
			out, err := r.Test(recognition.Holding{Unit: "02938", Standard: criteria.Basic, On: on}, recognition.History{Unit: "02938", Span: valid})
			require.NoError(t, err)
			assert.Equal(t, r.Edition(), out.Edition, name)
		}
	}
}

func TestRegimeKeepsItsJSON(t *testing.T) {
	t.Parallel()
	r := own(recognition.Timeline()...)
	r.Accept, r.FirstBandTo50, r.SecurityLiteral, r.EndsIn2025 = rule.Med, true, true, true
	var back recognition.Regime
	require.NoError(t, json.Unmarshal([]byte(jsonOf(t, r)), &back))
	assert.Equal(t, r.Edition(), back.Edition())
	require.Error(t, json.Unmarshal([]byte(`{"securty":"safe"}`), &recognition.Provision{}))
}

// A host that has read from which day 03/2024/QĐ-TTg has effect writes its own rows.
func TestDayOfAmendmentSupplied(t *testing.T) {
	t.Parallel()
	rows := recognition.Timeline()[1:4]
	rows[0].Span.To = rule.Day(2024, 3, 14)
	rows[1].Span.From = rule.Day(2024, 3, 15)
	for i := range rows {
		rows[i].Value.Former, rows[i].Value.Note = 0, rule.Text{}
	}
	r := own(rows...)
	a := recognition.Application{Standard: criteria.Basic, Security: recognition.Security{Title: recognition.Safe, Verdict: criteria.NotMet}}
	for day, want := range map[civil.Date]criteria.Verdict{rule.Day(2024, 3, 14): criteria.Unknown, rule.Day(2024, 3, 15): criteria.NotMet} {
		a.On = day
		c, err := r.Consider(a)
		require.NoError(t, err)
		assert.Equal(t, want, c.Conditions[3].Verdict, day)
		assert.Empty(t, c.Findings.Of(recognition.ErrUnread))
	}
	// A note of a host's own reaches the answer too.
	rows[2].Value.Note = rule.Text{Vi: "chưa đọc Điều 5", En: "Article 5 was not read"}
	a.On = rule.Day(2025, 1, 1)
	c, err := own(rows...).Consider(a)
	require.NoError(t, err)
	assert.Equal(t, "Article 5 was not read", c.Findings.Of(recognition.ErrUnread)[0].In(rule.En))
}

// On days on which either title may be asked, the fourth condition is decided as far as
// both give the same.
func TestEitherTitle(t *testing.T) {
	t.Parallel()
	rows := recognition.Timeline()
	for _, literal := range []bool{false, true} {
		for _, title := range []recognition.Title{0, recognition.NotComplex, recognition.Safe} {
			for v := criteria.Unknown; v <= criteria.NotApplicable; v++ {
				verdict := func(day civil.Date) (criteria.Verdict, rule.Findings) {
					c, err := recognition.Regime{SecurityLiteral: literal}.Consider(recognition.Application{Standard: criteria.Basic, On: day,
						Security: recognition.Security{Title: title, Verdict: v}})
					require.NoError(t, err)
					return c.Conditions[3].Verdict, c.Findings.Of(recognition.ErrUnread)
				}
				before, none := verdict(rows[1].Span.To)
				after, taken := verdict(rows[3].Span.From)
				want, kind := before, rule.Advice
				if before != after {
					want, kind = criteria.Unknown, rule.Undecided
				}
				for _, day := range []civil.Date{rows[2].Span.From, rule.Day(2024, 3, 10), rows[2].Span.To} {
					got, unread := verdict(day)
					assert.Equal(t, want, got, "%s %s %v", title, v, literal)
					require.Len(t, unread, 1)
					assert.Equal(t, kind, unread[0].Kind)
					assert.Equal(t, kind == rule.Undecided, strings.Contains(unread[0].In(rule.En), "Decision No. 18/2022/QĐ-TTg"), "what each text gives is said where they differ")
				}
				assert.Empty(t, none)
				require.Len(t, taken, 1)
				assert.Equal(t, rule.Advice, taken[0].Kind)
			}
		}
	}
}

// Nothing that is handed out, and nothing that was taken in, changes a later answer.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	rows := recognition.Timeline()
	r := own(rows...)
	history := func() recognition.History {
		return recognition.History{Unit: "02938", Span: valid, Complete: true, MergedFrom: []string{"a"}, Decisions: []recognition.Decision{
			{Kind: recognition.Recognised, Standard: criteria.Advanced, On: rule.Day(2022, 12, 1), Source: rule.Source{Number: "2216/QĐ-UBND"}},
			{Kind: recognition.Recognised, Standard: criteria.Advanced, On: rule.Day(2023, 12, 1)},
		}}
	}
	holding := func() recognition.Holding {
		return recognition.Holding{Unit: "02938", Standard: criteria.Advanced, Set: "318/QĐ-TTg/II", On: rule.Day(2024, 10, 20), Total: 19,
			Criteria: map[string]criteria.Verdict{"c10": criteria.NotMet, "c1": criteria.Met}, NotMet: rule.Int(7)}
	}
	application := func(day civil.Date) recognition.Application {
		return recognition.Application{Standard: criteria.Advanced, On: day, Survey: recognition.Survey{
			Overall: recognition.Rate{Part: rule.Int(2), Whole: rule.Int(3), Percent: rule.MustNumber("66.6")}, Contents: []recognition.Content{{Name: "Giao thông"}}}}
	}
	answers := func() string {
		var all []any
		for _, r := range []recognition.Regime{{}, {Accept: rule.Low}, r} {
			for _, row := range recognition.Timeline()[1:4] {
				c, err := r.Consider(application(row.Span.From))
				require.NoError(t, err)
				all = append(all, c)
			}
			out, err := r.Test(holding(), history())
			require.NoError(t, err)
			all = append(all, out, r, r.Edition())
		}
		return jsonOf(t, append(all, recognition.Timeline(), recognition.Rules(), recognition.Procedure()))
	}
	before := answers()
	maintain.Spoil(rows)
	maintain.Spoil(recognition.Timeline())
	maintain.Spoil(recognition.Rules())
	maintain.Spoil(recognition.Procedure())
	maintain.Spoil(r.Provisions.Rows())
	for _, day := range []civil.Date{rule.Day(2023, 1, 1), rule.Day(2024, 3, 10), rule.Day(2025, 1, 1)} {
		row, err := recognition.InForce(day)
		require.NoError(t, err)
		maintain.Spoil(&row)
		ours, err := r.Provisions.On(day)
		require.NoError(t, err)
		maintain.Spoil(&ours)
		a := application(day)
		c, err := r.Consider(a)
		require.NoError(t, err)
		said := jsonOf(t, c)
		maintain.Spoil(&a)
		assert.Equal(t, said, jsonOf(t, c), "an answer keeps nothing of the record")
		maintain.Spoil(&c)
	}
	h, past := holding(), history()
	out, err := r.Test(h, past)
	require.NoError(t, err)
	standing := past.On(criteria.Advanced, h.On)
	compared, err := recognition.Compare(h, h)
	require.NoError(t, err)
	said := jsonOf(t, []any{out, standing, compared})
	kept := jsonOf(t, []any{h, past})
	maintain.Spoil(&standing)
	maintain.Spoil(&out)
	maintain.Spoil(&compared)
	assert.Equal(t, kept, jsonOf(t, []any{h, past}), "nor a record anything of its answer")
	out, err = r.Test(h, past)
	require.NoError(t, err)
	compared, err = recognition.Compare(h, h)
	require.NoError(t, err)
	standing = past.On(criteria.Advanced, h.On)
	maintain.Spoil(&h)
	maintain.Spoil(&past)
	assert.Equal(t, said, jsonOf(t, []any{out, standing, compared}))
	assert.Equal(t, before, answers())
}

// A standing with a decision whose day is not known is told only where every day that it
// can have gives the same.
func TestDecisionsWithoutADay(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // a test, reproducible
	kinds := []recognition.Kind{recognition.Recognised, recognition.Revoked, recognition.Carried, recognition.NotCarried}
	asked := rule.Day(2024, 1, 15)
	told, open := 0, 0
	for range 2000 {
		h := recognition.History{Unit: "02938", Complete: r.IntN(2) == 0}
		if r.IntN(3) == 0 {
			h.MergedFrom = []string{"02872"}
		}
		for range r.IntN(4) {
			h.Decisions = append(h.Decisions, recognition.Decision{Kind: kinds[r.IntN(4)], Standard: criteria.Basic, On: rule.Day(2024, 1, 1+r.IntN(30))})
		}
		loose := recognition.Decision{Kind: kinds[r.IntN(4)], Standard: criteria.Basic}
		if r.IntN(3) == 0 {
			loose.On = rule.Day(2024, 2, 30)
		}
		possible := map[recognition.Status]bool{}
		for day := range 30 {
			for at := range len(h.Decisions) + 1 {
				dated := h
				d := loose
				d.On = rule.Day(2024, 1, 1+day)
				dated.Decisions = slices.Insert(slices.Clone(h.Decisions), at, d)
				possible[dated.On(criteria.Basic, asked).Status] = true
			}
		}
		h.Decisions = append(h.Decisions, loose)
		got := h.On(criteria.Basic, asked)
		if len(possible) == 1 {
			told++
			require.True(t, possible[got.Status], "%+v: %s", h, got.Status)
		} else {
			open++
			require.Equal(t, recognition.StatusUnknown, got.Status, "%+v", h)
		}
		require.True(t, h.Check().Has(rule.Broken), "a decision without a day is told")
	}
	assert.Greater(t, min(told, open), 100)
	undated := recognition.History{Complete: true, Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Basic}}}
	assert.Equal(t, recognition.StatusUnknown, undated.On(criteria.Basic, rule.Day(1990, 1, 1)).Status)
	assert.Equal(t, recognition.NotGiven, undated.On(criteria.Advanced, rule.Day(1990, 1, 1)).Status, "it concerns another standard")
	undated.Decisions[0].Standard = 0
	assert.Equal(t, recognition.StatusUnknown, undated.On(criteria.Advanced, rule.Day(1990, 1, 1)).Status)
}

// Other units are misuse; a code written in two ways is one code.
func TestUnits(t *testing.T) {
	t.Parallel()
	at := func(unit string, span rule.Span, on civil.Date) recognition.Holding {
		return recognition.Holding{Unit: unit, Span: span, On: on, Standard: criteria.Basic, Set: "318/QĐ-TTg/I", Total: 19, Met: rule.Int(19)}
	}
	june, july := rule.Day(2025, 6, 30), rule.Day(2025, 7, 15)
	old, anew := rule.Span{To: june}, rule.Span{From: rule.Day(2025, 7, 1)}
	for name, c := range map[string]struct{ earlier, later recognition.Holding }{
		"the code went on":            {at("26740", old, june), at("26740", anew, july)},
		"the earlier had ended":       {at("26740", old, june), at("26740", rule.Span{}, july)},
		"the later had not yet begun": {at("26740", rule.Span{}, june), at("26740", anew, july)},
		"another code":                {at("26740", old, june), at("26743", old, june)},
	} {
		_, err := recognition.Compare(c.earlier, c.later)
		require.ErrorIs(t, err, recognition.ErrMismatch, name)
	}
	c, err := recognition.Compare(at("ba\u0306\u0301c-ha\u0300", old, rule.Day(2024, 1, 1)), at("bắc-hà", rule.Span{From: rule.Day(2000, 1, 1)}, june))
	require.NoError(t, err)
	assert.True(t, c.Comparable, "NFD and NFC; spans that overlap are one unit's, since a code is one unit's on a day")
	_, err = recognition.Regime{}.Test(at("26740", anew, july), recognition.History{Unit: "26740", Span: old})
	require.ErrorIs(t, err, recognition.ErrMismatch)
}

// A history costs what its decisions are, not their square.
func TestCheckIsLinear(t *testing.T) {
	history := func(n int) recognition.History {
		h := recognition.History{Unit: "02938", Span: valid, Complete: true}
		for i := range n {
			h.Decisions = append(h.Decisions, recognition.Decision{Kind: recognition.Recognised + recognition.Kind(i%2), Standard: criteria.Standard(1 + i%3),
				On: rule.Day(2001, 1, 1).AddDays((i * 7919) % n)})
		}
		return h
	}
	bytes := func(n int) uint64 {
		h := history(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		found := h.Check()
		runtime.ReadMemStats(&after)
		assert.LessOrEqual(t, len(found), n)
		return after.TotalAlloc - before.TotalAlloc
	}
	once, twice := bytes(8_000), bytes(16_000)
	assert.Less(t, twice, 3*once, fmt.Sprint(once, " bytes, then ", twice))
	assert.NotEmpty(t, history(64_000).Check())
}

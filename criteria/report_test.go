package criteria_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func codesIn(lines []criteria.Line) []string {
	var codes []string
	for _, l := range lines {
		codes = append(codes, l.Code)
	}
	return codes
}

// A report is its reader's own: changing it, or what was assessed, changes no other answer.
func TestReportIsNotShared(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("50")), percent(criteria.When(criteria.Attr("schools").AtLeast("4"), criteria.AtLeast("70"), criteria.AtLeast("50"))))
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "40"), "x": parsed(t, "1"), "set": criteria.Stated(criteria.Met, source)})
	a := assess(t, set, d)
	answers := func() string {
		data, err := json.Marshal([]any{a, a.Report(), a.Dossier(), a.Findings(), a.Caveats()})
		require.NoError(t, err)
		return string(data)
	}
	before := answers()
	assert.NotEmpty(t, a.Findings())
	r := a.Report()
	maintain.Spoil(&r)
	lists := a.Shortfall()
	maintain.Spoil(&lists)
	maintain.Spoil(a.Findings())
	maintain.Spoil(a.Caveats())
	maintain.Spoil(d.Readings)
	for l := range a.Lines() {
		maintain.Spoil(&l)
	}
	assert.Equal(t, before, answers())
}

// What would reach the standard stands in three groups, part by part.
func TestShortfall(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	set := setOf(t,
		percent(criteria.All(criteria.Sub("total", al("35")), criteria.Sub("centralised", al("10")), criteria.Sub("fence", criteria.Pass()))),
		percent(criteria.Any(criteria.Sub("a", al("50")), criteria.Sub("b", criteria.Pass()))),
		percent(criteria.FirstOf(criteria.Sub("market", criteria.Pass()), criteria.Sub("shop", criteria.Pass()))),
		percent(criteria.When(criteria.Attr("schools").AtLeast("4"), al("70"), al("50"))),
		percent(criteria.ProvinceSets()),
		percent(criteria.None()),
		percent(al("80")),
		percent(al("80")),
		percent(al("")))
	a := assess(t, set, dossier(map[string]criteria.Reading{
		"1.1/total": parsed(t, "30"), "1.1/centralised": parsed(t, "5/100"), "1.1/fence": criteria.Failed(),
		"2.1/a": parsed(t, "40"), "2.1/b": criteria.Failed(),
		"3.1/market": criteria.NotApplied(), "3.1/shop": criteria.Failed(),
		"4.1": parsed(t, "60"), "6.1": parsed(t, "3"), "7.1": criteria.Stated(criteria.NotMet, source), "c8": criteria.Stated(criteria.Met, source),
	}))
	short := a.Shortfall()
	assert.Equal(t, []string{"1.1/total", "1.1/centralised", "2.1/a", "6.1"}, codesIn(short.Numbers))
	assert.Equal(t, []string{"1.1/fence", "2.1/b", "3.1/shop", "7.1"}, codesIn(short.Conditions))
	assert.Equal(t, []string{"@schools", "5.1", "9.1"}, codesIn(short.Unknown))
	var gaps []string
	for _, l := range short.Numbers {
		gap, known := l.Gap()
		assert.True(t, known)
		gaps = append(gaps, gap.String())
		assert.Equal(t, "chỉ tiêu", l.Name.Vi)
	}
	assert.Equal(t, []string{"5", "5", "10", "3"}, gaps)
	assert.Empty(t, criteria.Assessment{}.Shortfall().Unknown)
	stated := assess(t, set, dossier(map[string]criteria.Reading{"set": criteria.Stated(criteria.Met, source)}))
	assert.Equal(t, criteria.Shortfall{}, stated.Shortfall())
}

// Of two demands on one reading the stricter is told.
func TestShortfallOfTwoDemands(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	set := localize(t, setOf(t, percent(al("70")), percent(al("70"))), overlayOf(own("1.1", al("80")), own("2.1", al("70.0"))))
	short := assess(t, set, dossier(map[string]criteria.Reading{"1.1": parsed(t, "60"), "2.1": parsed(t, "60")})).Shortfall()
	assert.Equal(t, []string{"1.1", "2.1"}, codesIn(short.Numbers))
	gap, _ := short.Numbers[0].Gap()
	assert.Equal(t, "20", gap.String())
	assert.Equal(t, []string{"1.1", "2.1"}, codesIn(assess(t, set, dossier(nil)).Shortfall().Unknown))
}

// Where every way of FirstOf is said not to apply, the row is short of its last way.
func TestShortfallWhereNoWayApplies(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.FirstOf(criteria.Pass(), criteria.AtLeast("5"))))
	a := assess(t, set, dossier(map[string]criteria.Reading{"1.1": criteria.NotApplied()}))
	assert.Equal(t, criteria.Unknown, a.Verdict())
	assert.Equal(t, []string{"1.1"}, codesIn(a.Shortfall().Unknown))
}

// A report says everything, and comes back from JSON as it went.
func TestReport(t *testing.T) {
	t.Parallel()
	table := tableOf(percent(criteria.AtLeast("80")), percent(criteria.Pass()), percent(criteria.Cite(criteria.From(rule.Source{}, rule.High), criteria.AtLeast("5"))))
	table.SpecialColumn = criteria.DBSH
	base, err := criteria.NewSet(table)
	require.NoError(t, err)
	set := localize(t, base, overlayOf(own("1.1", criteria.AtLeast("85"))))
	d := dossier(map[string]criteria.Reading{
		"1.1": parsed(t, "82.5").By(criteria.Verified), "2.1": criteria.Passed().From(source), "3.1": parsed(t, "6"), "9.9": parsed(t, "1"),
	})
	d.Profile.Special = true
	a := assess(t, set, d).Accept(rule.High)
	r := a.Report()
	assert.Equal(t, set.Edition(), r.Edition())
	assert.Equal(t, base.Edition(), r.Base())
	assert.Equal(t, criteria.NotMet, r.Verdict)
	assert.Equal(t, criteria.DBSH, r.Column)
	assert.Equal(t, criteria.TDMNPB, r.Profile.Region)
	assert.Equal(t, rule.High, r.Grounds.Accepted)
	assert.Equal(t, criteria.Stages{NotStated: 2, Verified: 1}, r.RestsOn)
	assert.Len(t, r.Lines, 3)
	assert.Len(t, r.Findings, 1)
	assert.NotEmpty(t, r.Caveats)
	data, err := json.Marshal(a)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"format":"giupxa.assessment/1"`)
	var back criteria.Report
	require.NoError(t, json.Unmarshal(data, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again))
	gap, known := back.Lines[0].Gap()
	assert.True(t, known)
	assert.Equal(t, "2.5", gap.String())
	assert.ErrorIs(t, back.Findings.Err(), criteria.ErrUnknownKey)
	require.Error(t, json.Unmarshal([]byte(`{"format":"giupxa.assessment/1","colour":1}`), &back))
	require.Error(t, json.Unmarshal([]byte(`{"colour":1}`), &criteria.Line{}))
	zero, err := json.Marshal(criteria.Assessment{})
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(zero, &back))
	assert.Equal(t, criteria.Unknown, back.Verdict)
}

// A stored report is calculated again: the same comes out, or it is told what differs, or that
// the dossier was not kept.
func TestReplay(t *testing.T) {
	t.Parallel()
	base := setOf(t, percent(criteria.AtLeast("80")), percent(criteria.Pass()), percent(criteria.Cite(criteria.From(rule.Source{}, rule.High), criteria.AtLeast("5"))))
	set := localize(t, base, overlayOf(own("1.1", criteria.AtLeast("85"))))
	d := dossier(map[string]criteria.Reading{
		"1.1": parsed(t, "82.5").By(criteria.Verified), "2.1": criteria.Passed().From(source), "3.1": parsed(t, "6").By(criteria.Self), "9.9": parsed(t, "1"),
	})
	d.Profile.GroupBy = source
	a := assess(t, set, d)
	codes := func(r rule.Replayed) (codes []rule.Code) {
		for _, f := range r.Differs {
			codes = append(codes, f.Code())
		}
		return codes
	}
	replay := func(by criteria.Set, stored []byte, of *criteria.Dossier) rule.Replayed {
		r, err := by.Replay(stored, of)
		require.NoError(t, err)
		return r
	}
	for name, view := range map[string]criteria.Assessment{"plain": a, "accepted": a.Accept(rule.High), "at a stage": a.AtStage(criteria.Self), "both": a.Accept(rule.Low).AtStage(criteria.Verified)} {
		full, err := view.Report().MarshalJSON()
		require.NoError(t, err)
		lean, err := json.Marshal(view)
		require.NoError(t, err)
		for _, stored := range [][]byte{full, lean} {
			assert.Equal(t, rule.Replayed{Same: true, Differs: rule.Findings{}}, replay(set, stored, &d), name)
		}
		assert.True(t, replay(set, full, nil).Same, "the dossier was kept")
		assert.Equal(t, []rule.Code{rule.ErrNotKept}, codes(replay(set, lean, nil)))
		assert.False(t, replay(set, lean, nil).Same)
	}
	stored, err := a.Report().MarshalJSON()
	require.NoError(t, err)
	other := d
	other.UnitName = "another"
	assert.Equal(t, []rule.Code{rule.ErrReplayRecord, rule.ErrReplayMember}, codes(replay(set, stored, &other)))
	lie := bytes.Replace(stored, []byte(`"verdict":"not-met"`), []byte(`"verdict":"met"`), 1)
	assert.Equal(t, []rule.Code{rule.ErrReplayMember}, codes(replay(set, lie, nil)))
	assert.Equal(t, rule.Path("verdict"), replay(set, lie, nil).Differs[0].Path)
	renamed := overlayOf(own("1.1", criteria.AtLeast("85")))
	renamed.Version = "2031-01-01"
	again := replay(localize(t, base, renamed), stored, nil)
	assert.True(t, again.Same, "%v", again)
	assert.Equal(t, []rule.Code{rule.AdviceReplayRulebook, rule.AdviceReplayRulebook}, codes(again), "the set and the overlay")
	again = replay(localize(t, base, overlayOf(own("1.1", criteria.AtLeast("82")))), stored, nil)
	assert.False(t, again.Same)
	_, err = set.Replay([]byte(`{"format":"giupxa.dossier/1"}`), nil)
	require.ErrorIs(t, err, rule.ErrStored)
	_, err = criteria.Set{}.Replay(stored, nil)
	require.ErrorIs(t, err, criteria.ErrNoSet)
}

// A number that stands for no entry of a list is refused at its place: nothing is made up.
func TestReferencesOfStoredReports(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.Cite(read, criteria.All(
		criteria.Sub("a", criteria.AtLeast("80")), criteria.Sub("b", criteria.AtLeast("90"))))))
	stored, err := assess(t, set, dossier(map[string]criteria.Reading{"1.1/a": parsed(t, "80").From(source), "1.1/b": parsed(t, "89"), "set": criteria.Reading{Said: criteria.Met}.From(source)})).Report().MarshalJSON()
	require.NoError(t, err)
	var back criteria.Report
	require.NoError(t, json.Unmarshal(bytes.Replace(stored, []byte(`"findings":[]`), []byte(`"findings":[{"kind":"advice","code":"a.b"}]`), 1), &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.NotContains(t, string(again), `"args":{}`)
	require.ErrorIs(t, new(criteria.Line).UnmarshalJSON([]byte(`{"code":"1","verdict":"met","source":0}`)), criteria.ErrReference, "a line has no lists")
	var lists struct{ Words []rule.Text }
	require.NoError(t, json.Unmarshal(stored, &lists))
	const part = "criteria[0].indicators[0]"
	for name, c := range map[string]struct {
		from, to string
		at       []rule.Path
	}{
		"source":           {`"source":0,"confidence":"read"}`, `"source":7,"confidence":"read"}`, []rule.Path{part + ".parts[0].source"}},
		"source below 0":   {`"source":0,"confidence":"read"}`, `"source":-1,"confidence":"read"}`, []rule.Path{part + ".parts[0].source"}},
		"source of values": {`"value":"80","source":0`, `"value":"80","source":1`, []rule.Path{part + ".parts[0].reading.source"}},
		"of a statement":   {`"reading":{"stated":"met","source":0}`, `"reading":{"stated":"met","source":1}`, []rule.Path{"statements[0].reading.source"}},
		"group":            {`"profile":{"region":"TDMNPB"}`, `"profile":{"region":"TDMNPB","groupBy":5}`, []rule.Path{"profile.groupBy"}},
		"parts":            {`"by":1,"decides":[1]`, `"by":2,"decides":[-1]`, []rule.Path{part + ".by", part + ".decides"}},
		"join":             {`"join":{"all":[0,1]}`, `"join":{"all":[0,{"any":[1,2]}]}`, []rule.Path{part + ".join"}},
		"words":            {`"findings":[]`, `"findings":[{"kind":"advice","code":"a.b","args":{"x":99,"y":"z"}}]`, []rule.Path{"findings[0].args.x"}},
		"words below 0":    {`"findings":[]`, `"findings":[{"kind":"advice","code":"a.b","args":{"x":-1}}]`, []rule.Path{"findings[0].args.x"}},
		"just no words":    {`"findings":[]`, fmt.Sprintf(`"findings":[{"kind":"advice","code":"a.b","args":{"x":%d}}]`, len(lists.Words)), []rule.Path{"findings[0].args.x"}},
	} {
		require.Contains(t, string(stored), c.from, name)
		lie := []byte(strings.Replace(string(stored), c.from, c.to, 1))
		found, ok := rule.FindingsIn(new(criteria.Report).UnmarshalJSON(lie))
		require.True(t, ok, name)
		var at []rule.Path
		for _, f := range found.Of(criteria.ErrReference) {
			at = append(at, f.Path)
		}
		assert.Equal(t, c.at, at, name)
		assert.Len(t, found, len(at), name)
	}
}

package rule_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

const (
	errLate    rule.Code = "sample.late"
	errSilent  rule.Code = "sample.silent"
	errHasty   rule.Code = "sample.hasty"
	errTangled rule.Code = "sample.tangled"
)

var (
	sampleSource = rule.Source{Kind: rule.Dispatch, Year: 2021, Section: "1", Bullet: "2"}
	sample       = rule.MustTable(
		rule.Rule{Code: errLate, Origin: rule.OriginText, Duty: "plan.send",
			Text: rule.Text{Vi: "gửi ngày {on}, hạn cuối {latest}", En: "sent on {on}, the last day was {latest}"}},
		rule.Rule{Code: errSilent, Origin: rule.OriginReading, Switch: "Mandate.Months",
			Alternative: rule.Text{Vi: "tháng có thể để trống", En: "a month may be absent"},
			Text:        rule.Text{Vi: "tháng {month} chưa ghi gì", En: "month {month} says nothing"}},
		rule.Rule{Code: errHasty, Origin: rule.OriginPolicy, Switch: "Policy.LeadTime",
			Text: rule.Text{Vi: "báo trước {days} ngày", En: "{days} days ahead"}},
		rule.Rule{Code: errTangled, Origin: rule.OriginForm, Text: rule.Text{Vi: "tự mâu thuẫn", En: "contradicts itself"}},
	)
)

func sampleFindings() rule.Findings {
	at := rule.Path("months").Index(2)
	return rule.Findings{
		sample.Broken(errLate, at.Key("sent"), rule.A("on", rule.Day(2021, 8, 10)), rule.A("latest", rule.Day(2021, 8, 9))).Citing(sampleSource),
		sample.Undecided(errSilent, at, rule.A("month", 11)).Citing(sampleSource),
		sample.Advice(errHasty, "", rule.A("days", rule.Int(3))).Citing(sampleSource),
	}
}

func TestFindingsErr(t *testing.T) {
	t.Parallel()
	found := sampleFindings()
	err := fmt.Errorf("checking: %w", found.Err())
	require.ErrorIs(t, err, errLate)
	require.NotErrorIs(t, err, errSilent, "an undecided rule is not a broken one")
	require.NotErrorIs(t, err, errHasty)
	all, ok := rule.FindingsIn(err)
	require.True(t, ok)
	assert.Len(t, all, 3, "errors.As hands over all findings")
	var one rule.Finding
	require.ErrorAs(t, err, &one)
	assert.Equal(t, errLate, one.Code())
	assert.Equal(t, "months[2].sent: sample.late: gửi ngày 10/8/2021, hạn cuối 09/8/2021", found.Error())

	require.NoError(t, found[1:].Err(), "nothing broken, no error")
	require.NoError(t, rule.Findings(nil).Err())
	_, ok = rule.FindingsIn(errors.New("other"))
	assert.False(t, ok)
	assert.True(t, found.Has(rule.Advice))
	assert.Len(t, found.Of(errSilent), 1)
	assert.Empty(t, found.Of(errTangled))
}

func TestFindingSays(t *testing.T) {
	t.Parallel()
	f := sampleFindings()[0]
	assert.Equal(t, "gửi ngày 10/8/2021, hạn cuối 09/8/2021", f.String())
	assert.Equal(t, "sent on 2021-08-10, the last day was 2021-08-09", f.In(rule.En))
	assert.Equal(t, sampleSource, f.Source())
	assert.True(t, sampleFindings()[1].Source().IsZero(), "a Reading has no authority")
	assert.Equal(t, sampleSource, sampleFindings()[1].Rule().Passage)
	other := f.Guarding("visit.content")
	assert.Equal(t, rule.DutyID("visit.content"), other.Duty())
	assert.Equal(t, rule.DutyID("visit.content"), other.Rule().Duty)
	assert.NotEqual(t, other.Duty(), f.Duty(), "the finding itself and its row do not change")
	var zero rule.Finding
	assert.Empty(t, zero.String())
	assert.Equal(t, ": ", rule.Findings{{Kind: rule.Broken}}.Error())
	assert.Equal(t, f.String(), f.Error())
	assert.Equal(t, rule.Code("sample.unknown"), sample.Broken("sample.unknown", "").Code(), "an unknown code still says itself")
}

func TestFindingsUnder(t *testing.T) {
	t.Parallel()
	found := sampleFindings()
	under := found.Under("plans[1]")
	assert.Equal(t, rule.Path("plans[1].months[2].sent"), under[0].Path)
	assert.Equal(t, rule.Path("plans[1]"), under[2].Path)
	assert.Equal(t, rule.Path("months[2].sent"), found[0].Path, "the findings themselves do not change")
	assert.Equal(t, rule.Path("list[0].a"), rule.Path("[0].a").Under("list"))
	assert.Equal(t, rule.Path("a"), rule.Path("a").Under(""))
	assert.Nil(t, rule.Findings{}.Under("x"))
}

func TestFindingsJSON(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(sampleFindings())
	require.NoError(t, err)
	var back rule.Findings
	require.NoError(t, json.Unmarshal(data, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again))
	require.ErrorIs(t, back.Err(), errLate)
	for i, f := range sampleFindings() {
		assert.Equal(t, f.String(), back[i].String())
		assert.Equal(t, f.In(rule.En), back[i].In(rule.En))
		assert.Equal(t, f.Origin(), back[i].Origin())
		assert.Equal(t, f.Source(), back[i].Source())
		assert.Equal(t, f.Rule().Passage, back[i].Rule().Passage)
		assert.Equal(t, f.Rule().Alternative, back[i].Rule().Alternative)
	}
	require.Error(t, json.Unmarshal([]byte(`[{"kind":"odd"}]`), &back))
	require.Error(t, json.Unmarshal([]byte(`[{"args":[{"name":1}]}]`), &back))
}

func TestTableRefuses(t *testing.T) {
	t.Parallel()
	words := rule.Text{Vi: "có", En: "yes"}
	for name, row := range map[string]rule.Rule{
		"no origin":                   {Code: "a.b", Text: words},
		"bad code":                    {Code: "NoDot", Origin: rule.OriginForm, Text: words},
		"bad letters":                 {Code: "a.B c", Origin: rule.OriginForm, Text: words},
		"double hyphen":               {Code: "a.b--c", Origin: rule.OriginForm, Text: words},
		"no English":                  {Code: "a.b", Origin: rule.OriginForm, Text: rule.Text{Vi: "có"}},
		"not NFC":                     {Code: "a.b", Origin: rule.OriginForm, Text: rule.Text{Vi: "co\u0301", En: "yes"}},
		"text with source":            {Code: "a.b", Origin: rule.OriginText, Source: sampleSource, Text: words},
		"form with passage":           {Code: "a.b", Origin: rule.OriginForm, Passage: sampleSource, Text: words},
		"law without source":          {Code: "a.b", Origin: rule.OriginLaw, Text: words},
		"policy with source":          {Code: "a.b", Origin: rule.OriginPolicy, Switch: "P", Source: sampleSource, Text: words},
		"policy without name":         {Code: "a.b", Origin: rule.OriginPolicy, Text: words},
		"form with source":            {Code: "a.b", Origin: rule.OriginForm, Source: sampleSource, Text: words},
		"reading without alternative": {Code: "a.b", Origin: rule.OriginReading, Passage: sampleSource, Switch: "S", Text: words},
		"reading with source":         {Code: "a.b", Origin: rule.OriginReading, Source: sampleSource, Passage: sampleSource, Alternative: words, Switch: "S", Text: words},
		"text with switch":            {Code: "a.b", Origin: rule.OriginText, Switch: "S", Text: words},
	} {
		_, err := rule.NewTable(row)
		require.Error(t, err, name)
		assert.Panics(t, func() { rule.MustTable(row) }, name)
	}
	form := rule.Rule{Code: "a.b", Origin: rule.OriginForm, Text: words}
	_, err := rule.NewTable(form, form)
	require.Error(t, err, "a code twice")

	rows := sample.Rules()
	rows[0].Code = "changed.code"
	kept, ok := sample.Rule(errLate)
	assert.True(t, ok, "a table is immutable")
	assert.Equal(t, errLate, kept.Code)
	_, ok = sample.Rule("no.such")
	assert.False(t, ok)
}

func TestPathWithin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		path, of rule.Path
		want     bool
	}{
		{"months[1].visits[0].on", "months[1]", true},
		{"months[1].visits[0].on", "months", true},
		{"months[1]", "months[1]", true},
		{"months[10]", "months[1", false},
		{"months[10].on", "months[1]", false},
		{"monthsLate", "months", false},
		{"months", "months[1]", false},
		{"months", "", true},
		{"", "", true},
		{"", "months", false},
	} {
		assert.Equal(t, c.want, c.path.Within(c.of), "%s within %s", c.path, c.of)
	}
}

func TestEnums(t *testing.T) {
	t.Parallel()
	for _, o := range []rule.Origin{rule.OriginLaw, rule.OriginText, rule.OriginReading, rule.OriginPolicy, rule.OriginForm} {
		text, err := o.MarshalText()
		require.NoError(t, err)
		var back rule.Origin
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, o, back)
		assert.NotEmpty(t, o.In(rule.Vi))
		assert.NotEqual(t, o.In(rule.Vi), o.In(rule.En))
	}
	for _, k := range []rule.Kind{rule.Broken, rule.Undecided, rule.Advice} {
		var back rule.Kind
		require.NoError(t, back.UnmarshalText([]byte(k.String())))
		assert.Equal(t, k, back)
		assert.NotEmpty(t, k.In(rule.Vi))
	}
	for c := rule.NotObtained; c <= rule.Read; c++ {
		back, err := rule.ParseConfidence(c.String())
		require.NoError(t, err)
		assert.Equal(t, c, back)
		assert.NotEmpty(t, c.In(rule.Vi))
		assert.Equal(t, c >= rule.Secondary, c.Confirmed())
		if c != rule.NotObtained {
			assert.Equal(t, c, c.Floor(), "what the caller accepts")
		}
	}
	var d rule.DocKind
	require.NoError(t, d.UnmarshalText([]byte("decree")))
	assert.Equal(t, rule.Decree, d)
	var o rule.Origin
	require.Error(t, o.UnmarshalText([]byte("nonsense")))
	require.NoError(t, o.UnmarshalText(nil), "an empty text is the zero value")
	var c rule.Confidence
	require.NoError(t, c.UnmarshalText([]byte("med-high")))
	assert.Equal(t, rule.MedHigh, c)
	_, err := rule.Confidence(200).MarshalText()
	require.Error(t, err)
	assert.Equal(t, "confidence(200)", rule.Confidence(200).String())
	assert.Equal(t, "confidence(200)", rule.Confidence(200).In(rule.En))
	sizes := rule.NewEnum[rule.Kind]("size", rule.Word{}, rule.Word{Code: "s"}, rule.Word{Code: "m"})
	assert.Equal(t, []rule.Kind{1, 2}, sizes.All())
}

func TestTexts(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "tả thàng", rule.Fold("  Ta\u0309   THÀNG\u00a0"))
	assert.NotEqual(t, rule.Fold("xã"), rule.Fold("xa"))
	assert.True(t, rule.Blank(" …–!\t"))
	assert.False(t, rule.Blank("a"))
	assert.Equal(t, "có", rule.Text{Vi: "có", En: "yes"}.String())
	assert.Equal(t, "09/02/2021", rule.FormatDate(rule.Day(2021, 2, 9), rule.Vi))
	assert.Empty(t, rule.FormatDate(rule.Span{}.From, rule.Vi))
	assert.Equal(t, rule.Arg{Name: "k", Text: rule.Text{Vi: "không đúng", En: "broken"}}, rule.A("k", rule.Broken))
	assert.Equal(t, rule.Text{Vi: "a", En: "b"}, rule.A("k", rule.Text{Vi: "a", En: "b"}).Text)
	assert.Equal(t, "3", rule.A("k", 3).Text.Vi)
	long := rule.Shorten("ă" + string(make([]byte, 500)))
	assert.Less(t, len(long), 80)
	assert.Equal(t, "đ", rule.Shorten("đ"))
}

func TestEdition(t *testing.T) {
	t.Parallel()
	a := rule.EditionOf("x", "1", map[string]int{"a": 1, "b": 2})
	assert.Equal(t, a, rule.EditionOf("x", "1", map[string]int{"b": 2, "a": 1}))
	assert.Len(t, a.Digest, 64, "the whole SHA-256")
	assert.Equal(t, a.Digest[:16], a.Short())
	assert.NotEqual(t, a.Digest, rule.EditionOf("x", "1", map[string]int{"a": 1, "b": 3}).Digest)
	assert.Empty(t, rule.EditionOf("x", "1", func() {}).Digest, "what has no JSON has no digest")
	assert.Empty(t, rule.Edition{}.Short())
}

func ExampleFindings_Err() {
	const ErrLate rule.Code = "sample.late"
	table := rule.MustTable(rule.Rule{
		Code: ErrLate, Origin: rule.OriginText,
		Text: rule.Text{Vi: "gửi ngày {on}", En: "sent on {on}"},
	})
	passage := rule.Source{Kind: rule.Dispatch, Year: 2021, Section: "1", Bullet: "2"}
	found := rule.Findings{table.Broken(ErrLate, "sent", rule.A("on", rule.Day(2021, 8, 10))).Citing(passage)}
	err := fmt.Errorf("the plan: %w", found.Err())
	fmt.Println(errors.Is(err, ErrLate))
	for _, f := range found {
		fmt.Println(f.Path, f, f.Source())
	}
	// Output:
	// true
	// sent gửi ngày 10/8/2021 Công văn năm 2021, mục 1, gạch đầu dòng 2
}

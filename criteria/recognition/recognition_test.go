package recognition_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// valid is the validity of a unit that was there all the while.
var valid = rule.Span{From: rule.Day(2000, 1, 1)}

var judges = criteriatest.Judges()

func regimes(given json.RawMessage) (any, rule.Findings, error) {
	var r recognition.Regime
	if err := json.Unmarshal(given, &r); err != nil {
		return nil, nil, err
	}
	return map[string]any{"edition": r.Edition()}, nil, nil
}

// worded proves that every finding fills its words in both languages.
func worded(judge ruletest.Judge) ruletest.Judge {
	return func(given json.RawMessage) (any, rule.Findings, error) {
		answer, found, err := judge(given)
		for _, f := range found {
			if words := f.In(rule.Vi) + f.In(rule.En); strings.Contains(words, "{") {
				return nil, nil, fmt.Errorf("a placeholder is left: %s", words)
			}
		}
		return answer, found, err
	}
}

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/application"), worded(judges["recognition.consider"]))
	ruletest.Run(t, os.DirFS("testdata/accepted"), worded(judges["recognition.consider.accept-medium"]))
	ruletest.Run(t, os.DirFS("testdata/supplied"), worded(judges["recognition.consider.supplied"]))
	ruletest.Run(t, os.DirFS("testdata/revocation"), worded(judges["recognition.test"]))
	ruletest.Run(t, os.DirFS("testdata/comparison"), worded(judges["recognition.compare"]))
	ruletest.Run(t, os.DirFS("testdata/regime"), worded(regimes))
}

func TestEveryRuleHasItsCases(t *testing.T) {
	t.Parallel()
	var all []ruletest.Case
	for _, dir := range []string{"application", "accepted", "supplied", "revocation", "comparison", "regime"} {
		cases, err := ruletest.Load(os.DirFS("testdata/" + dir))
		require.NoError(t, err)
		all = append(all, cases...)
	}
	require.NoError(t, ruletest.Complete(recognition.Rules(), all))
	maintain.Codes(t, "testdata/codes.txt", recognition.Rules())
}

// suppliedRegime is that of a host that holds the text: it confirms the rates and adds
// a turnout, so that the third condition can be met.
func suppliedRegime(t *testing.T) recognition.Regime {
	t.Helper()
	row, err := recognition.InForce(rule.Day(2024, 10, 20))
	require.NoError(t, err)
	read := rule.Source{Kind: rule.Decision, Number: "18/2022/QĐ-TTg", Article: "4"}
	for i := range row.Value.Satisfaction {
		s := &row.Value.Satisfaction[i]
		for _, c := range []*recognition.Cell{&s.Overall, &s.Content} {
			c.Source, c.Confidence = read, rule.Read
		}
		s.Turnout = recognition.Cell{Percent: rule.Int(70), Source: read, Confidence: rule.Read}
	}
	rows := rule.MustTimeline(row)
	return recognition.Regime{Provisions: &rows}
}

func TestCellsSuppliedByAHost(t *testing.T) {
	t.Parallel()
	regime := suppliedRegime(t)
	a := recognition.Application{Standard: criteria.Advanced, On: rule.Day(2024, 10, 20), Survey: recognition.Survey{
		Turnout: recognition.Rate{Part: rule.Int(699), Whole: rule.Int(1000)}}}
	c, err := regime.Consider(a)
	require.NoError(t, err)
	broken := c.Findings.Of(recognition.ErrSatisfaction)
	assert.Equal(t, "households asked: 699/1000, 70 % demanded; not reached", broken[len(broken)-1].In(rule.En))
	assert.Equal(t, criteria.NotMet, c.Verdict)
	a.Standard = criteria.Modern
	c, err = regime.Consider(a)
	require.NoError(t, err)
	assert.Equal(t, criteria.Unknown, c.Verdict, "no rates are held for that standard")
}

func TestSwitches(t *testing.T) {
	t.Parallel()
	t.Run("the literal security title", func(t *testing.T) {
		t.Parallel()
		a := recognition.Application{Standard: criteria.Basic, On: rule.Day(2024, 3, 6), Security: recognition.Security{Title: recognition.Safe, Verdict: criteria.Met}}
		for literal, want := range map[bool]criteria.Verdict{false: criteria.Met, true: criteria.Unknown} {
			c, err := recognition.Regime{SecurityLiteral: literal}.Consider(a)
			require.NoError(t, err)
			assert.Equal(t, want, c.Conditions[3].Verdict)
			assert.Len(t, c.Findings.Of(recognition.AdviceGuidance), map[bool]int{false: 1}[literal])
		}
	})
	t.Run("the end of the decision", func(t *testing.T) {
		t.Parallel()
		h := recognition.Holding{Unit: "02938", Standard: criteria.Basic, Set: "318/QĐ-TTg/I", On: rule.Day(2026, 1, 1), Total: 19, Met: rule.Int(19)}
		_, err := recognition.Regime{EndsIn2025: true}.Test(h, recognition.History{})
		require.ErrorIs(t, err, rule.ErrGap)
		h.On = rule.Day(2025, 12, 31)
		_, err = recognition.Regime{EndsIn2025: true}.Test(h, recognition.History{})
		require.NoError(t, err)
	})
	t.Run("the first band to 50 %", func(t *testing.T) {
		t.Parallel()
		given := recognition.History{Unit: "02938", Span: valid, Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Advanced, On: rule.Day(2022, 12, 1)}}}
		for failed := range int64(20) {
			h := recognition.Holding{Unit: "02938", Standard: criteria.Advanced, Set: "318/QĐ-TTg/II", On: rule.Day(2024, 10, 20), Total: 19, NotMet: rule.Int(failed)}
			half, err := recognition.Regime{}.Test(h, given)
			require.NoError(t, err)
			full, err := recognition.Regime{FirstBandTo50: true}.Test(h, given)
			require.NoError(t, err)
			assert.NotEqual(t, half.Edition, full.Edition)
			full.Edition = half.Edition
			assert.Equal(t, half, full, "19 has no 50 %%")
		}
		h := recognition.Holding{Unit: "02938", Standard: criteria.Advanced, Set: "1361/QĐ-UBND", On: rule.Day(2024, 10, 20), Total: 20, NotMet: rule.Int(10)}
		half, err := recognition.Regime{}.Test(h, given)
		require.NoError(t, err)
		full, err := recognition.Regime{FirstBandTo50: true}.Test(h, given)
		require.NoError(t, err)
		assert.Equal(t, []recognition.Band{recognition.SecondBand}, half.Bands)
		assert.Equal(t, []recognition.Band{recognition.FirstBand, recognition.SecondBand}, full.Bands)
		assert.Equal(t, criteria.Met, half.Verdict)
		assert.Equal(t, criteria.Met, full.Verdict, "the second band asks for no critical criterion")
		assert.Contains(t, full.Findings.Of(recognition.AdviceFirstBand)[0].In(rule.En), "includes it")
	})
}

// The edges of C2: how many of 19 may fail.
func TestEdgesOfNineteen(t *testing.T) {
	t.Parallel()
	given := recognition.History{Unit: "02938", Span: valid, Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Advanced, On: rule.Day(2022, 12, 1)}}}
	order := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16}
	for failed := range 16 {
		for _, first := range []int{0, 10, 17, 18, 19} {
			named := map[string]criteria.Verdict{}
			for no := 1; no <= 19; no++ {
				named[fmt.Sprintf("c%d", no)] = criteria.Met
			}
			rest := failed
			if first > 0 && failed > 0 {
				named[fmt.Sprintf("c%d", first)] = criteria.NotMet
				rest--
			}
			for _, no := range order[:rest] {
				named[fmt.Sprintf("c%d", no)] = criteria.NotMet
			}
			want := criteria.NotMet
			if failed >= 10 || (failed >= 6 && first > 0) {
				want = criteria.Met
			}
			out, err := recognition.Regime{}.Test(recognition.Holding{Unit: "02938", Standard: criteria.Advanced, Set: "318/QĐ-TTg/II", On: rule.Day(2024, 10, 20), Total: 19, Criteria: named}, given)
			require.NoError(t, err)
			assert.Equal(t, want, out.Verdict, "%d failed, %d among them", failed, first)
			assert.Equal(t, recognition.Held, out.Standing.Status, "the recognition stands")
		}
	}
}

// The test against every completion of what is not known, in fractions.
func TestRevocationAgainstEveryCompletion(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // a test, reproducible
	given := recognition.History{Unit: "02938", Span: valid, Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2022, 12, 1)}}}
	seen := map[criteria.Verdict]int{}
	for range 400 {
		total := 19
		named := map[string]criteria.Verdict{}
		var open []int
		var failed []int
		for no := 1; no <= total; no++ {
			switch n := r.IntN(10); {
			case n < 3 && len(open) < 8:
				open = append(open, no)
			case n < 6:
				failed = append(failed, no)
				named[fmt.Sprintf("c%d", no)] = criteria.NotMet
			default:
				named[fmt.Sprintf("c%d", no)] = criteria.Met
			}
		}
		h := recognition.Holding{Unit: "02938", Standard: criteria.Basic, Set: "318/QĐ-TTg/I", On: rule.Day(2024, 10, 20), Total: total, Criteria: named}
		count := -1
		if r.IntN(2) == 0 {
			count = len(failed) + r.IntN(len(open)+1)
			h.NotMet = rule.Int(int64(count))
		}
		want := map[bool]bool{}
		for bits := range 1 << len(open) {
			all := slices.Clone(failed)
			for i, no := range open {
				if bits>>i&1 == 1 {
					all = append(all, no)
				}
			}
			if count < 0 || count == len(all) {
				want[oracle(all, total)] = true
			}
		}
		verdict := criteria.Unknown
		if len(want) == 1 {
			verdict = map[bool]criteria.Verdict{true: criteria.Met, false: criteria.NotMet}[want[true]]
		}
		out, err := recognition.Regime{}.Test(h, given)
		require.NoError(t, err)
		require.Equal(t, verdict, out.Verdict, "%v open %v count %d", failed, open, count)
		seen[verdict]++
	}
	assert.Len(t, seen, 3)
}

func oracle(failed []int, total int) bool {
	share := big.NewRat(int64(len(failed)), int64(total))
	if share.Cmp(big.NewRat(1, 2)) >= 0 {
		return true
	}
	return share.Cmp(big.NewRat(3, 10)) >= 0 && (slices.Contains(failed, 10) || slices.Contains(failed, 17) || slices.Contains(failed, 19))
}

func TestInForce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day  civil.Date
		want recognition.Title
	}{
		{rule.Day(2022, 8, 2), recognition.NotComplex},
		{rule.Day(2024, 3, 6), recognition.NotComplex},
		{rule.Day(2024, 3, 7), recognition.Safe},
		{rule.Day(2026, 2, 14), recognition.Safe},
	} {
		row, err := recognition.InForce(c.day)
		require.NoError(t, err)
		assert.Equal(t, c.want, row.Value.Security, c.day)
		assert.Equal(t, 10, row.Value.Critical[0].Criteria[0], "no reader changed the table")
		assert.True(t, row.Value.Satisfaction[0].Overall.Percent.Equal(rule.Int(90)))
		row.Value.Critical[0].Criteria[0] = 1
		row.Value.Satisfaction[0] = recognition.Satisfaction{}
	}
	for day, says := range map[civil.Date]string{
		rule.Day(2016, 1, 1):  "outside",
		rule.Day(2022, 8, 1):  "2540/QĐ-TTg",
		rule.Day(2026, 2, 15): "51/2025/QĐ-TTg",
	} {
		_, err := recognition.InForce(day)
		require.ErrorIs(t, err, rule.ErrGap)
		require.ErrorContains(t, err, says)
		_, err = recognition.Regime{}.Consider(recognition.Application{On: day})
		require.ErrorIs(t, err, rule.ErrGap)
	}
	for _, day := range []civil.Date{{}, rule.Day(2022, 13, 1), rule.Day(2023, 2, 29), rule.Day(2024, 4, 31)} {
		_, err := recognition.InForce(day)
		require.ErrorIs(t, err, rule.ErrNotADay)
		if day.IsZero() {
			continue // a record without a day is Unknown, not misuse
		}
		_, err = recognition.Regime{}.Consider(recognition.Application{On: day})
		require.ErrorIs(t, err, rule.ErrNotADay)
		_, err = recognition.Regime{}.Test(recognition.Holding{On: day}, recognition.History{})
		require.ErrorIs(t, err, rule.ErrNotADay)
		_, err = recognition.Compare(recognition.Holding{On: rule.Day(2020, 1, 1)}, recognition.Holding{On: day})
		require.ErrorIs(t, err, rule.ErrNotADay)
		assert.Equal(t, recognition.Standing{}, recognition.History{Complete: true}.On(criteria.Basic, day))
	}
	row, err := recognition.InForce(rule.Day(2024, 10, 20))
	require.NoError(t, err)
	data, err := json.MarshalIndent(row, "", " ")
	require.NoError(t, err)
	maintain.Golden(t, "testdata/provision.golden.json", append(data, '\n'))
}

func TestHoldingWithVerdicts(t *testing.T) {
	t.Parallel()
	verdicts := []criteria.Verdict{criteria.Met, criteria.NotMet, criteria.Unknown, criteria.NotApplicable}
	h := recognition.Holding{Unit: "02938", Met: rule.Int(9), Total: 99}.With(func(yield func(int, criteria.Verdict) bool) {
		for i, v := range verdicts {
			if !yield(i+1, v) {
				return
			}
		}
	})
	assert.Equal(t, 4, h.Total)
	assert.False(t, h.Met.Known(), "the verdicts take the place of the counts")
	assert.Equal(t, map[string]criteria.Verdict{"c1": criteria.Met, "c2": criteria.NotMet, "c3": criteria.Unknown, "c4": criteria.NotApplicable}, h.Criteria)
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	_, err := recognition.Regime{}.Test(recognition.Holding{Unit: "02872"}, recognition.History{Unit: "02938"})
	require.ErrorIs(t, err, recognition.ErrMismatch)
	_, err = recognition.Compare(recognition.Holding{Unit: "02872"}, recognition.Holding{Unit: "02938"})
	require.ErrorIs(t, err, recognition.ErrMismatch)
	_, err = recognition.Compare(recognition.Holding{On: rule.Day(2024, 2, 1)}, recognition.Holding{On: rule.Day(2024, 1, 1)})
	require.ErrorIs(t, err, recognition.ErrMismatch)
	_, err = recognition.Regime{}.Test(recognition.Holding{On: rule.Day(2031, 1, 1)}, recognition.History{})
	require.ErrorIs(t, err, rule.ErrGap)
	out, err := recognition.Regime{}.Test(recognition.Holding{On: rule.Day(2024, 1, 1), Standard: criteria.Basic, Total: 1 << 30}, recognition.History{})
	require.NoError(t, err)
	require.ErrorIs(t, out.Findings.Err(), recognition.ErrTally)
}

func TestCriticalCriteriaBelowTheFloor(t *testing.T) {
	t.Parallel()
	row, err := recognition.InForce(rule.Day(2024, 10, 20))
	require.NoError(t, err)
	row.Value.Critical[0].Confidence = rule.High
	rows := rule.MustTimeline(row)
	given := recognition.History{Unit: "02938", Span: valid, Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2022, 12, 1)}}}
	h := recognition.Holding{Unit: "02938", Standard: criteria.Basic, Set: "318/QĐ-TTg/I", On: rule.Day(2024, 10, 20), Total: 10, NotMet: rule.Int(4), Criteria: map[string]criteria.Verdict{"c10": criteria.NotMet}}
	for accept, want := range map[rule.Confidence]criteria.Verdict{0: criteria.Unknown, rule.High: criteria.Met} {
		out, err := recognition.Regime{Provisions: &rows, Accept: accept}.Test(h, given)
		require.NoError(t, err)
		assert.Equal(t, want, out.Verdict)
	}
}

// 30 % and 50 % are whole numbers only in sets of ten or twenty criteria.
func TestEdgesOfTen(t *testing.T) {
	t.Parallel()
	given := recognition.History{Unit: "02938", Span: valid, Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2022, 12, 1)}}}
	for failed, want := range map[int64]criteria.Verdict{2: criteria.NotMet, 3: criteria.Met, 4: criteria.Met, 5: criteria.Met} {
		h := recognition.Holding{Unit: "02938", Standard: criteria.Basic, Set: "318/QĐ-TTg/I", On: rule.Day(2024, 10, 20), Total: 10, NotMet: rule.Int(failed),
			Criteria: map[string]criteria.Verdict{"c10": criteria.NotMet}}
		out, err := recognition.Regime{}.Test(h, given)
		require.NoError(t, err)
		assert.Equal(t, want, out.Verdict, "%d of 10", failed)
		assert.Equal(t, failed == 3 || failed == 4, slices.Contains(out.Bands, recognition.FirstBand), "%d of 10", failed)
	}
}

func TestHistoryOn(t *testing.T) {
	t.Parallel()
	h := recognition.History{Decisions: []recognition.Decision{
		{Kind: recognition.Revoked, Standard: criteria.Basic, On: rule.Day(2023, 5, 1)},
		{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2016, 1, 15)},
		{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2024, 1, 15), Year: 2023},
		{Standard: criteria.Basic, On: rule.Day(2025, 1, 1)},
	}}
	for day, want := range map[civil.Date]recognition.Status{
		rule.Day(2016, 1, 14): recognition.StatusUnknown,
		rule.Day(2016, 1, 15): recognition.Held,
		rule.Day(2023, 4, 30): recognition.Held,
		rule.Day(2023, 5, 1):  recognition.Lost,
		rule.Day(2024, 1, 15): recognition.Held,
		rule.Day(2025, 1, 1):  recognition.StatusUnknown,
	} {
		assert.Equal(t, want, h.On(criteria.Basic, day).Status, day)
	}
	assert.Equal(t, 2023, h.On(criteria.Basic, rule.Day(2024, 6, 1)).Decision.Year, "the dossier year is not the year of the decision")
	sameDay := recognition.History{Complete: true, Decisions: []recognition.Decision{
		{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2023, 5, 1)},
		{Kind: recognition.Revoked, Standard: criteria.Basic, On: rule.Day(2023, 5, 1)},
	}}
	assert.Equal(t, recognition.Lost, sameDay.On(criteria.Basic, rule.Day(2023, 5, 1)).Status)
	assert.Empty(t, sameDay.Check())
	slices.Reverse(sameDay.Decisions)
	assert.Len(t, sameDay.Check(), 1, "revoked before it was recognised")
}

func TestRecordsKeepTheirJSON(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, recognition.Application{}, recognition.History{}, recognition.Holding{}, recognition.Provision{}, recognition.Regime{}, recognition.Rate{},
		recognition.Consideration{}, recognition.Revocation{}, recognition.Comparison{}, recognition.Decision{})
	for _, record := range []json.Unmarshaler{&recognition.Application{}, &recognition.History{}, &recognition.Holding{}} {
		require.Error(t, record.UnmarshalJSON([]byte(`{"colour":1,"format":"x/9"}`)))
	}
	src := rule.Source{Kind: rule.Decision, Number: "2216/QĐ-UBND"}
	h := recognition.History{Unit: "02938", Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Advanced, On: rule.Day(2023, 9, 1), Year: 2022, Source: src}}}
	data, err := json.Marshal(h)
	require.NoError(t, err)
	var back recognition.History
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, h, back)
}

func TestWords(t *testing.T) {
	t.Parallel()
	maintain.Enum[recognition.Title](t)
	maintain.Enum[recognition.Kind](t)
	maintain.Enum[recognition.Status](t)
	maintain.Enum[recognition.Band](t)
	assert.Equal(t, "91,2 %", recognition.Rate{Percent: rule.MustNumber("91.2")}.In(rule.Vi))
}

func FuzzApplication(f *testing.F) {
	f.Add([]byte(`{"on":"2024-03-07","standard":"model","survey":{"overall":{"part":"1e30","whole":"1e30","percent":"1e-30"},"contents":[{"rate":{"percent":-1}}],"allContents":true}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var a recognition.Application
		if json.Unmarshal(data, &a) != nil {
			return
		}
		c, err := recognition.Regime{Accept: rule.Low}.Consider(a)
		if err == nil && c.Verdict == criteria.Met {
			t.Fatalf("%s: the turnout demanded is not known, and the verdict is Met", data)
		}
	})
}

func FuzzTest(f *testing.F) {
	f.Add([]byte(`{"holding":{"on":"2024-10-20","standard":"basic","total":200,"criteria":{"c1":"met","c200":"not-met"},"met":"1e30"},"history":{"decisions":[{"kind":"recognised","standard":"basic","on":"2023-01-01"}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var in struct {
			Holding recognition.Holding `json:"holding"`
			History recognition.History `json:"history"`
		}
		if json.Unmarshal(data, &in) != nil {
			return
		}
		out, err := recognition.Regime{FirstBandTo50: true}.Test(in.Holding, in.History)
		if err == nil && (out.Least > out.Most || out.Verdict == criteria.Met && out.Standing.Status != recognition.Held) {
			t.Fatalf("%s: %+v", data, out)
		}
		_, _ = recognition.Compare(in.Holding, in.Holding)
	})
}

func BenchmarkTest(b *testing.B) {
	h := recognition.Holding{Unit: "02938", Standard: criteria.Advanced, Set: "318/QĐ-TTg/II", On: rule.Day(2024, 10, 20), Total: 19, Met: rule.Int(8)}
	given := recognition.History{Unit: "02938", Span: valid, Decisions: []recognition.Decision{{Kind: recognition.Recognised, Standard: criteria.Advanced, On: rule.Day(2022, 12, 1)}}}
	b.ReportAllocs()
	for b.Loop() {
		if out, _ := (recognition.Regime{}).Test(h, given); out.Verdict != criteria.Met {
			b.Fatal(out.Verdict)
		}
	}
}

func ExampleRegime_Test() {
	history := recognition.History{Unit: "02872", UnitName: "xã Tà Chải", Span: rule.Span{To: rule.Day(2024, 10, 31)}, Decisions: []recognition.Decision{
		{Kind: recognition.Recognised, Standard: criteria.Advanced, On: rule.Day(2022, 12, 20)},
	}}
	keeps := recognition.Holding{Unit: "02872", Standard: criteria.Advanced, Set: "318/QĐ-TTg/II", On: rule.Day(2024, 10, 20), Total: 19, Met: rule.Int(8)}
	out, err := recognition.Regime{}.Test(keeps, history)
	if err != nil {
		panic(err)
	}
	fmt.Println("test:", out.Verdict, "· recognition:", out.Standing.Status, "· set:", out.Achieved)
	fmt.Println(out.Findings[0].In(rule.En))
	fmt.Println("on 2025-02-15:", history.On(criteria.Advanced, rule.Day(2025, 2, 15)).Status.In(rule.En))
	// Output:
	// test: met · recognition: held · set: not-met
	// 11 of 19 criteria are not met: the test of revocation is met; the recognition remains valid until a decision
	// on 2025-02-15: no such unit on that day
}

// What cannot have happened in the life of a standard is told; nothing is mended.
func ExampleHistory_Check() {
	history := recognition.History{Unit: "02872", UnitName: "xã Tà Chải", Span: rule.Span{To: rule.Day(2024, 10, 31)}, Complete: true, Decisions: []recognition.Decision{
		{Kind: recognition.Revoked, Standard: criteria.Advanced, On: rule.Day(2022, 12, 20)},
		{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2025, 1, 1)},
	}}
	for _, f := range history.Check() {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output:
	// broken decisions[0].kind not a possible decision: revoked without being recognised
	// broken decisions[1].on not a possible decision: the unit does not exist on that day
}

// The rules of recognition go by the day; before and after them no rules are held.
func ExampleInForce() {
	provision, err := recognition.InForce(rule.Day(2024, 6, 1))
	fmt.Println(provision.Span.In(rule.En), provision.Source.In(rule.En), err)
	_, err = recognition.InForce(rule.Day(2026, 2, 15))
	fmt.Println(errors.Is(err, rule.ErrGap), rule.Tell(err, rule.En))
	// Output:
	// from 2024-04-21 to 2026-02-14 Decision No. 18/2022/QĐ-TTg of 2022-08-02, Article 4, clause 1 <nil>
	// true there is no value for that day: 2026-02-15: the rules of recognition under 51/2025/QĐ-TTg are not held
}

func ExampleRegime_Consider() {
	a := recognition.Application{Standard: criteria.Basic, On: rule.Day(2024, 6, 1), Year: 2023, Criteria: criteria.Met, NoArrears: criteria.Met,
		Security: recognition.Security{Title: recognition.Safe, Verdict: criteria.Met},
		Survey:   recognition.Survey{Overall: recognition.Rate{Percent: rule.MustNumber("97.2")}}}
	c, err := recognition.Regime{}.Consider(a)
	if err != nil {
		panic(err)
	}
	fmt.Println(c.Verdict)
	for _, f := range c.Findings {
		fmt.Println(" ", f.Kind, f.In(rule.En))
	}
	// Output:
	// unknown
	//   undecided overall satisfaction: 97.2 %, 90 % demanded; unconfirmed (medium)
	//   undecided satisfaction with each content: no figure, 80 % demanded; it is not said that these are all the contents
	//   undecided households asked: no figure, … demanded; the demand is not known
	//   advice the day on which 03/2024/QĐ-TTg took effect was not read; from 2024-04-21, 45 days after it was signed, it is taken to have effect (Law 80/2015/QH13, Article 151)
}

func ExampleCompare() {
	earlier := recognition.Holding{Unit: "02953", Standard: criteria.Advanced, Set: "318/QĐ-TTg/II", On: rule.Day(2023, 3, 31), Total: 19, Met: rule.Int(9)}
	later := earlier
	later.On, later.Met = rule.Day(2024, 6, 30), rule.Int(16)
	later.Span = rule.Span{To: rule.Day(2025, 6, 30)} // one code, one unit on all these days
	c, err := recognition.Compare(earlier, later)
	if err != nil {
		panic(err)
	}
	more, ok := c.Difference()
	fmt.Println(more, ok, "remaining", c.Remaining())
	// Output:
	// 7 true remaining 3
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	for dir, judge := range map[string]ruletest.Judge{
		"application": judges["recognition.consider"], "revocation": judges["recognition.test"], "comparison": judges["recognition.compare"], "regime": regimes,
	} {
		maintain.Long(t, os.DirFS("testdata/"+dir), judge)
	}
}

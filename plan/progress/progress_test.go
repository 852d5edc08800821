package progress_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/progress"
)

var span = rule.Span{From: rule.Day(2021, 8, 2), To: rule.Day(2021, 12, 31)}

// cement is the plan of the worked case P1 with the floors of 62 households, 38 of them done
// on 03/12/2021.
func cement() plan.Annual {
	floors := plan.Activity{ID: "nen-nha", Content: "cứng hóa nền nhà", Target: rule.Int(62), Unit: "hộ", Weight: rule.Int(3),
		Done: []plan.Achieved{{On: rule.Day(2021, 12, 3), Count: rule.Int(38)}}}
	return plan.Annual{Year: 2021, Quarters: []plan.Quarter{
		{Quarter: 3, Months: []plan.Month{{Month: 8, Visits: []plan.Visit{{ID: "v"}}, Activities: []plan.Activity{
			{ID: "danh-sach", Content: "lập danh sách hộ", Weight: rule.Int(1), Done: []plan.Achieved{{On: rule.Day(2021, 8, 30), Count: rule.Int(1)}}}}}}},
		{Quarter: 4, Months: []plan.Month{{Month: 12, Activities: []plan.Activity{floors}}}},
	}}
}

func ExampleOf() {
	for n := range progress.Of(cement(), span, rule.Day(2021, 12, 3)).All() {
		fmt.Printf("%q %d/%d, time %s", n.Path, n.Activities.Done, n.Activities.Of, n.Elapsed.Round(4, rule.HalfAway))
		for _, c := range n.Counts {
			fmt.Printf("; %s: %s/%s = %s, %s left", c.Unit, c.Done, c.Of, c.Share(), c.Left())
		}
		fmt.Println()
	}
	// Output:
	// "" 1/2, time 0.8158; hộ: 38/62 = 19/31, 24 left
	// "quarters[0]" 1/1, time 1.0000
	// "quarters[0].months[0]" 1/1, time 1.0000
	// "quarters[0].months[0].activities[0]" 1/1, time 1.0000
	// "quarters[1]" 0/1, time 0.6957; hộ: 38/62 = 19/31, 24 left
	// "quarters[1].months[0]" 0/1, time 0.0968; hộ: 38/62 = 19/31, 24 left
	// "quarters[1].months[0].activities[0]" 0/1, time 0.0968; hộ: 38/62 = 19/31, 24 left
}

// P1.7: 38/62 = 19/31 ≈ 61.29 %; 24 households remain. The weighted share is 1 of 4 and 3 of
// 4 times 19/31: 22/31, never the mean of 100 % and 61.29 %.
func TestWorkedCaseP1(t *testing.T) {
	t.Parallel()
	tree := progress.Of(cement(), span, rule.Day(2021, 12, 3))
	require.Len(t, tree.Counts, 1)
	share := tree.Counts[0].Share()
	assert.Equal(t, "61.29", share.Mul(rule.Ratio(100, 1)).Round(2, rule.HalfAway).String())
	assert.Equal(t, "24", tree.Counts[0].Left().String())
	assert.Zero(t, tree.Weighted.Low.Cmp(rule.Ratio(22, 31)))
	assert.Zero(t, tree.Weighted.High.Cmp(rule.Ratio(22, 31)))
	assert.Zero(t, tree.Elapsed.Cmp(rule.Ratio(124, 152)))
	data, err := json.Marshal(tree)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"path":"quarters[1].months[0].activities[0]"`)
}

// What nobody counted by the day is not known, and not zero.
func TestWhatNobodyCounted(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		day       int
		done      int
		low, high rule.Fraction
		left      string
	}{
		"the day before the count": {2, 1, rule.Ratio(1, 4), rule.Ratio(1, 1), ""},
		"on the day":               {3, 1, rule.Ratio(22, 31), rule.Ratio(22, 31), "24"},
		"the day after":            {4, 1, rule.Ratio(22, 31), rule.Ratio(22, 31), "24"},
	} {
		tree := progress.Of(cement(), span, rule.Day(2021, 12, c.day))
		assert.Equal(t, c.done, tree.Activities.Done, name)
		assert.Zero(t, tree.Weighted.Low.Cmp(c.low), name)
		assert.Zero(t, tree.Weighted.High.Cmp(c.high), name)
		assert.Equal(t, c.left == "", !tree.Counts[0].Left().Known(), name)
		assert.Equal(t, c.left == "", !tree.Counts[0].Share().Known(), name)
		assert.Equal(t, c.left == "", tree.Activities.Unknown == 1, name)
	}
	early := progress.Of(cement(), span, rule.Day(2021, 8, 1))
	assert.Equal(t, 2, early.Activities.Unknown)
	assert.Zero(t, early.Elapsed.Cmp(rule.Ratio(0, 1)))
	assert.Zero(t, progress.Of(cement(), span, rule.Day(2022, 8, 1)).Elapsed.Cmp(rule.Ratio(1, 1)))
}

// 1 of 2 and 9 of 10 are 10 of 12; what is done beyond one aim does not stand for another; units
// are never mixed; without a weight on each nothing is weighed.
func TestCountsAndWeights(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 12, 31)
	act := func(id, unit string, done, of, weight int64) plan.Activity {
		a := plan.Activity{ID: id, Unit: unit, Target: rule.Int(of), Done: []plan.Achieved{{On: day, Count: rule.Int(done)}}}
		if weight > 0 {
			a.Weight = rule.Int(weight)
		}
		return a
	}
	of := func(as ...plan.Activity) progress.Node {
		return progress.Of(plan.Annual{Year: 2021, Quarters: []plan.Quarter{{Quarter: 4, Months: []plan.Month{{Month: 12, Activities: as}}}}}, span, day)
	}
	n := of(act("a", "hộ", 1, 2, 1), act("b", "hộ", 9, 10, 1))
	assert.Equal(t, "10", n.Counts[0].Done.String())
	assert.Zero(t, n.Counts[0].Share().Cmp(rule.Ratio(5, 6)))
	assert.Zero(t, n.Weighted.Low.Cmp(rule.Ratio(7, 10)), "by weights of one each, 1/2 and 9/10")
	n = of(act("a", "hộ", 20, 10, 1), act("b", "hộ", 0, 10, 1))
	assert.Zero(t, n.Counts[0].Share().Cmp(rule.Ratio(1, 2)))
	assert.Equal(t, 1, n.Activities.Done)
	n = of(act("a", "hộ", 1, 2, 1), act("b", "km", 9, 10, 0))
	assert.Len(t, n.Counts, 2)
	assert.False(t, n.Weighted.Low.Known())
	assert.False(t, of().Weighted.Low.Known(), "there is nothing to do")
	n = of(act("a", "hộ", 0, 0, 1))
	assert.Equal(t, 1, n.Activities.Done, "none are to be done")
	assert.False(t, n.Counts[0].Share().Known())
	strange := progress.Of(plan.Annual{Year: 0, Quarters: []plan.Quarter{{Quarter: 9, Months: []plan.Month{{Month: 13}}}}}, rule.Span{}, day)
	assert.False(t, strange.Elapsed.Known())
	for n := range strange.All() {
		if n.Path != "" {
			break
		}
	}
}

func TestProgressIsLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	maintain.Linear(t, "activities", 250, 1000, func(n int) func() {
		p := plan.Annual{Year: 2021, Quarters: []plan.Quarter{{Quarter: 4, Months: []plan.Month{{Month: 12}}}}}
		for i := range n {
			p.Quarters[0].Months[0].Activities = append(p.Quarters[0].Months[0].Activities, plan.Activity{ID: strconv.Itoa(i), Unit: strconv.Itoa(i),
				Target: rule.Int(int64(i + 1)), Weight: rule.Int(1), Done: []plan.Achieved{{On: span.From, Count: rule.Int(1)}}})
		}
		return func() { progress.Of(p, span, span.To) }
	})
}

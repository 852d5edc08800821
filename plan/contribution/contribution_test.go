package contribution_test

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
	"github.com/giupxa/giupxa/plan/contribution"
)

// million is a gift of money, in millions of đồng; "" is one without a value.
func million(id, donor, value string) contribution.Item {
	c := plan.Contribution{ID: id, Kind: plan.Money, Stage: plan.Received, Donor: donor}
	if value != "" {
		c.Value = rule.MustNumber(value + "000000")
	}
	return contribution.Item{Contribution: c, Commune: "02794"}
}

// taThang is what was published of the help to Tả Thàng in 2021: the State Bank's account of
// it all, and the row of the bank that gave two of the three houses.
func taThang() []contribution.Item {
	return []contribution.Item{
		million("duong-ban-pho", "", "100"),
		million("nha-1", "ngành ngân hàng", "30"), million("nha-2", "", "30"), million("nha-3", "", "30"),
		million("quy-khuyen-hoc", "", "25"), million("qua-tang", "", ""),
		million("nha-2", "LienVietPostBank", "30"), million("nha-3", "LienVietPostBank", "30"),
	}
}

func ExampleSum() {
	totals, found := contribution.Sum(taThang(), plan.Received)
	fmt.Println(totals.All.Gifts, "gifts,", totals.All.Value, "đồng;", totals.All.Unvalued, "without a value;", len(found), "contradictions")
	for _, l := range totals.ByDonor {
		fmt.Printf("%q %s\n", l.Key, l.Total.Value)
	}
	for _, f := range totals.All.Compare(rule.Int(300_000_000)) {
		fmt.Println(f.Kind.In(rule.En)+":", f.In(rule.En))
	}
	// Output:
	// 6 gifts, 215000000 đồng; 1 without a value; 0 contradictions
	// "" 125000000
	// "ngành ngân hàng" 30000000
	// "LienVietPostBank" 60000000
	// undecided: the total is stated as 300000000; the items add up to 215000000, and the value of 1 is not fully known
}

func ExampleOf() {
	var annual plan.Annual
	annual.Quarters = []plan.Quarter{{Quarter: 4, Months: []plan.Month{{Month: 12, Activities: []plan.Activity{{
		ID: "xi-mang", Contributions: []plan.Contribution{{ID: "x", Kind: plan.Material, Stage: plan.Promised, Amount: rule.Int(52), Unit: "tấn xi măng"}},
	}}}}}}
	totals, _ := contribution.Sum(contribution.Of(annual, "03112"), plan.Promised)
	fmt.Println(totals.Counts[0].Amount, totals.Counts[0].Unit, totals.All.Value, totals.All.Exact)
	// Output: 52 tấn xi măng 0 false
}

// E2.4, E2.5: 215 million, not 275 and not 360; 60 of it from one bank, whoever is asked first.
func TestWorkedCaseE2(t *testing.T) {
	t.Parallel()
	items := taThang()
	for range items {
		totals, found := contribution.Sum(items, plan.Received)
		require.Empty(t, found)
		assert.Equal(t, "215000000", totals.All.Value.String())
		assert.Equal(t, 6, totals.All.Gifts)
		assert.False(t, totals.All.Exact, "the gifts are not worth nothing")
		of := map[string]string{}
		for _, l := range totals.ByDonor {
			of[l.Key] = l.Total.Value.String()
		}
		assert.Equal(t, map[string]string{"": "125000000", "ngành ngân hàng": "30000000", "LienVietPostBank": "60000000"}, of)
		require.Len(t, totals.ByCommune, 1)
		assert.Equal(t, totals.All.Value.String(), totals.ByCommune[0].Total.Value.String())
		items = append(items[1:], items[0])
	}
	totals, _ := contribution.Sum(taThang(), plan.Promised)
	assert.Equal(t, "0", totals.All.Value.String(), "nothing was promised")
	data, err := json.Marshal(totals)
	require.NoError(t, err)
	assert.NotContains(t, string(data), "null")
	totals, _ = contribution.Sum(taThang(), plan.Received)
	data, err = json.Marshal(totals.All)
	require.NoError(t, err)
	assert.JSONEq(t, `{"gifts":6,"value":"215000000","exact":false,"most":null,"unvalued":1,"atLeast":0,"disputed":0}`, string(data))
}

func TestCompare(t *testing.T) {
	t.Parallel()
	known := taThang()[:5]
	for name, c := range map[string]struct {
		items  []contribution.Item
		stated string
		want   rule.Kind
	}{
		"exactly":                       {known, "215000000", 0},
		"nothing stated":                {known, "", 0},
		"more than the items":           {known, "300000000", rule.Broken},
		"less than the items":           {taThang(), "200000000", rule.Broken},
		"more, and one has no value":    {taThang(), "300000000", rule.Undecided},
		"more, and one is at least":     {append(atLeast("more"), known...), "300000000", rule.Undecided},
		"less than what is at least":    {append(atLeast("more"), known...), "215000000", rule.Broken},
		"between what two accounts say": {[]contribution.Item{million("a", "", "10"), million("a", "", "12")}, "11000000", rule.Undecided},
		"above what two accounts say":   {[]contribution.Item{million("a", "", "10"), million("a", "", "12")}, "13000000", rule.Broken},
	} {
		totals, _ := contribution.Sum(c.items, plan.Received)
		said := rule.Number{}
		if c.stated != "" {
			said = rule.MustNumber(c.stated)
		}
		found := totals.All.Compare(said)
		if c.want == 0 {
			assert.Empty(t, found, name)
			continue
		}
		require.Len(t, found, 1, name)
		assert.Equal(t, c.want, found[0].Kind, name)
		assert.Equal(t, contribution.ErrStatedTotal, found[0].Code(), name)
	}
}

func atLeast(id string) []contribution.Item {
	i := million(id, "", "1")
	i.AtLeast = true
	return []contribution.Item{i}
}

func TestContradictions(t *testing.T) {
	t.Parallel()
	other := million("a", "", "12")
	elsewhere := million("a", "", "10")
	elsewhere.Commune = "03112"
	bad := million("b", "", "-1")
	totals, found := contribution.Sum([]contribution.Item{million("a", "", "10"), other, elsewhere, bad, million("", "", "1"), million("", "", "1")}, plan.Received)
	var got []string
	for _, f := range found {
		got = append(got, string(f.Code())+" "+string(f.Path))
	}
	assert.Equal(t, []string{"contribution.differs items[1].id", "contribution.differs items[2].id", "contribution.negative items[3]"}, got)
	assert.Equal(t, 3, totals.All.Gifts, "two without an id are two")
	assert.Equal(t, 1, totals.All.Disputed)
	assert.Equal(t, "12000000", totals.All.Value.String(), "the least counts")
	missing := million("a", "", "")
	missing.Kind = 0
	totals, found = contribution.Sum([]contribution.Item{missing, million("a", "một ngân hàng", "10")}, plan.Received)
	assert.Empty(t, found)
	assert.True(t, totals.All.Exact)
	assert.Equal(t, "money", totals.ByKind[0].Key)
}

func TestUntil(t *testing.T) {
	t.Parallel()
	on, promised := million("a", "", "1"), million("b", "", "1")
	on.On, promised.On, promised.Stage = rule.Day(2021, 12, 3), rule.Day(2021, 12, 31), plan.Promised
	items := []contribution.Item{on, promised, million("c", "", "1")}
	for day, want := range map[int]int{2: 2, 3: 3, 4: 3} {
		assert.Len(t, contribution.Until(items, rule.Day(2021, 12, day)), want)
	}
}

func TestCounts(t *testing.T) {
	t.Parallel()
	item := func(id string, amount int64, least bool) contribution.Item {
		return contribution.Item{Contribution: plan.Contribution{ID: id, Kind: plan.Labor, Stage: plan.Received, Amount: rule.Int(amount), Unit: "công", AtLeast: least}}
	}
	totals, found := contribution.Sum([]contribution.Item{item("a", 135, true), item("b", 15, false), item("a", 135, true)}, plan.Received)
	require.Empty(t, found)
	require.Len(t, totals.Counts, 1)
	assert.Equal(t, "150", totals.Counts[0].Amount.String())
	assert.False(t, totals.Counts[0].Exact)
	assert.Equal(t, 2, totals.All.Unvalued)
}

func TestRulesAndCost(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	maintain.Codes(t, "testdata/codes.txt", contribution.Rules())
	for name, id := range map[string]func(int) string{"gifts": strconv.Itoa, "one gift": func(int) string { return "x" }} {
		maintain.Linear(t, name, 500, 2000, func(n int) func() int {
			items := make([]contribution.Item, n)
			for i := range items {
				items[i] = million(id(i), strconv.Itoa(i), "1")
			}
			return func() int {
				_, found := contribution.Sum(items, plan.Received)
				return len(found)
			}
		})
	}
}

// What was received by the end of June; a gift of which the day is not known stays.
func ExampleUntil() {
	items := []contribution.Item{million("duong-ban-pho", "", "100"), million("nha-1", "", "30")}
	items[0].On = rule.Day(2021, 9, 1)
	totals, _ := contribution.Sum(contribution.Until(items, rule.Day(2021, 6, 30)), plan.Received)
	fmt.Println(totals.All.Gifts, totals.All.Value)
	// Output:
	// 1 30000000
}

package criteriatest_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	source = rule.Source{Kind: rule.Decision, Number: "1/QĐ-UBND", Date: rule.Day(2021, 1, 1)}
	read   = criteria.From(source, rule.Read)
	recall = criteria.From(rule.Source{}, rule.Med)
)

func words(s string) rule.Text { return rule.Text{Vi: s, En: s} }

// zones is a province's set, as it stores it.
func zones(t testing.TB) criteria.Set {
	t.Helper()
	data, err := os.ReadFile("testdata/zones/set.json")
	require.NoError(t, err)
	var set criteria.Set
	require.NoError(t, json.Unmarshal(data, &set))
	return set
}

func head() criteria.Table {
	return criteria.Table{
		ID: "mẫu", Version: "2026-01-01", Name: words("mẫu"), Standard: criteria.Basic, Source: source, From: read,
		Span: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2025, 12, 31)}, Years: criteria.Years{From: 2021, To: 2023},
	}
}

// add puts one more criterion into a table, with a row for each requirement.
func add(t *criteria.Table, unit string, mayNotApply bool, rs ...criteria.Requirement) {
	k := criteria.Criterion{No: len(t.Criteria) + 1, Name: words("tiêu chí"), NameFrom: read}
	for i, r := range rs {
		k.Indicators = append(k.Indicators, criteria.Indicator{
			Code: fmt.Sprintf("%d.%d", k.No, i+1), Name: words("chỉ tiêu"), NameFrom: read, Unit: unit, Require: r, MayNotApply: mayNotApply,
		})
	}
	t.Criteria = append(t.Criteria, k)
}

// setOf is a set of one criterion.
func setOf(t testing.TB, rs ...criteria.Requirement) criteria.Set {
	t.Helper()
	table := head()
	add(&table, "%", false, rs...)
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	return set
}

// every is a set with every operator, alone and inside others, at its usual and at its
// odd places.
func every(t testing.TB) criteria.Set {
	t.Helper()
	al, am, sub, pass := criteria.AtLeast, criteria.AtMost, criteria.Sub, criteria.Pass()
	table := head()
	table.SpecialColumn = criteria.TDMNPB
	table.Groups = []criteria.GroupRule{
		{Group: criteria.Group1, When: criteria.Any(criteria.Attr("new-urban").Holds(), criteria.Attr("farm").Below("10")), Name: words("1"), From: recall},
		{Group: criteria.Group3, When: criteria.Attr("area").AtLeast("2"), Name: words("3"), From: read},
		{Group: criteria.Group2, Name: words("2"), From: read},
	}
	both := criteria.All(sub("a", al("80")), sub("b", pass))
	add(&table, "%", false, al("80"), am("12.5"), criteria.Between("50", "70"), criteria.None(), pass, al(""), criteria.Between("", "70"))
	add(&table, "%", false, al("0"), am("100"), al("100"), am("0"), al("33.3333333333"), criteria.Between("0", "100"))
	add(&table, "", false, al("80"), am("12.5"), criteria.Between("50", "50"), criteria.None(), al("123456789012345678901234567890"), am("-5"))
	add(&table, "%", false, criteria.Above("50"), criteria.Below("50"), criteria.Above("0"), criteria.Below("100"), criteria.All(criteria.Above("20"), criteria.Below("20.1")))
	add(&table, "", false, criteria.Above("12.5"), criteria.Below("-5"), criteria.Above("33.3333333333"), criteria.Cite(recall, criteria.Below("7")), criteria.Below(""))
	add(&table, "%", true, both, criteria.Any(sub("a", al("80")), sub("b", pass)), criteria.FirstOf(both, sub("c", am("5"))), pass)
	add(&table, "", false, criteria.FirstOf(both, sub("c", am("5"))), criteria.FirstOf(criteria.BySex(al("5")), pass),
		criteria.All(criteria.Any(al("5"), sub("x", pass)), criteria.Any(am("9"), sub("y", criteria.None()))))
	add(&table, "", false, criteria.AgainstPrevious(al("1.1")), criteria.AgainstPrevious(am("0.333333333")),
		criteria.BySex(criteria.AgainstPrevious(criteria.Between("1", "1.5"))))
	add(&table, "%", false, criteria.AgainstPrevious(criteria.Cite(recall, al("2"))))
	add(&table, "%", false, criteria.When(criteria.Attr("schools").AtLeast("4"), al("70"), al("50")),
		criteria.When(criteria.All(criteria.Attr("schools").AtMost("4"), criteria.Attr("farm").Below("10.5")), criteria.ProvinceSets(), criteria.Cite(recall, am("50"))),
		criteria.When(criteria.Attr("area").AtLeast("1"), pass, pass),
		criteria.When(criteria.Cite(recall, criteria.Any(criteria.Attr("schools").AtLeast("4"), criteria.Attr("new-urban").Holds())), al("70"), al("50")))
	add(&table, "%", false,
		criteria.ByRow(al, criteria.Row{criteria.TDMNPB: "60", criteria.DBSH: "75", criteria.TN: ""}, read, criteria.From(rule.Source{}, rule.Low, criteria.DBSH)),
		criteria.Cite(criteria.From(rule.Source{}, rule.High, criteria.TN), al("50")),
		criteria.Cite(criteria.From(rule.Source{}, rule.High, criteria.TN), pass),
		criteria.Cite(criteria.From(source, rule.Secondary, criteria.DBSH), al("50")),
		criteria.ByYear(criteria.In(al("39"), 2021), criteria.In(criteria.ByRegion(criteria.In(al("42"), criteria.DNB)), 2022, 2023)),
		criteria.ByZone(criteria.In(al("42"), "vùng cao"), criteria.In(criteria.All(al("52"), sub("b", pass)), "vùng thấp")),
		criteria.ByGroup(criteria.In(al("42"), criteria.Group1), criteria.In(sub("z", al("20")), criteria.Group2)))
	add(&table, "%", false, criteria.MeasuredBy("59/2015", am("12")), criteria.MeasuredBy("07/2021", criteria.BySex(criteria.Cite(recall, am("12")))),
		criteria.Cite(criteria.From(rule.Source{}, rule.Low), pass), criteria.ProvinceSets(), criteria.Requirement{},
		criteria.All(sub("p", criteria.ProvinceSets()), sub("q", pass)), criteria.BySex(criteria.Requirement{}))
	add(&table, "", false, criteria.All(pass, al("50")), criteria.All(criteria.ByYear(criteria.In(al("5"), 2022)), sub("b", pass)))
	amend(&table, 0, 0, pass)
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	return set
}

// amend changes a row from 01/3/2023 on.
func amend(t *criteria.Table, criterion, row int, r criteria.Requirement) {
	rows := t.Criteria[criterion].Indicators
	before, since := rows[row], rows[row]
	before.Span, since.Span = rule.Span{From: t.Span.From, To: rule.Day(2023, 2, 28)}, rule.Span{From: rule.Day(2023, 3, 1), To: t.Span.To}
	since.Require = r
	t.Criteria[criterion].Indicators = append(append(append([]criteria.Indicator(nil), rows[:row]...), before, since), rows[row+1:]...)
}

// partial is a set of which rows are missing, without an end and without groups.
func partial(t testing.TB) criteria.Set {
	t.Helper()
	table := head()
	table.Span, table.Years, table.Indicators = rule.Span{}, criteria.Years{From: 2021, To: 2060}, 5
	add(&table, "%", false, criteria.AtLeast("80"), criteria.Pass())
	add(&table, "%", false)
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	return set
}

// ending is a set without a beginning, whose years lie after its last day, and of
// which one row is missing.
func ending(t testing.TB) criteria.Set {
	t.Helper()
	table := head()
	table.Span, table.Indicators = rule.Span{To: rule.Day(2020, 6, 30)}, 2
	add(&table, "", true, criteria.AtMost("12"))
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	return set
}

// inventor makes up sets that nobody would write, the same ones for the same seed.
type inventor struct{ roll func(n int) int }

func pick[T any](v inventor, of ...T) T { return of[v.roll(len(of))] }

func (v inventor) number() string {
	return pick(v, "", "0", "1", "1.1", "33.3", "50", "50.00", "66.6666667", "80", "99.999999", "99.9999999", "100")
}

func (v inventor) leaf() criteria.Requirement {
	return pick(v, criteria.AtLeast(v.number()), criteria.AtMost(v.number()), criteria.Above(pick(v, "", "0", "50", "99.9999999")), criteria.Below(pick(v, "", "0.5", "66.6666667", "100")),
		criteria.Between(pick(v, "", "0", "10.5"), pick(v, "", "10.5", "60")), criteria.None(), criteria.Pass(), criteria.Pass(),
		criteria.ProvinceSets(), criteria.Requirement{})
}

func (v inventor) condition(depth int) criteria.Requirement {
	a := criteria.Attr(pick(v, "schools", "area"))
	simple := pick(v, a.AtLeast(v.number()), a.AtMost(v.number()), a.Below(v.number()), a.Above(v.number()), criteria.Attr("new-urban").Holds())
	if depth == 0 || v.roll(2) == 0 {
		return simple
	}
	return pick(v, criteria.All, criteria.Any)(simple, v.condition(depth-1))
}

func (v inventor) requirement(depth int) criteria.Requirement {
	if depth == 0 {
		return v.leaf()
	}
	next := func() criteria.Requirement { return v.requirement(depth - 1) }
	part := func() criteria.Requirement {
		if v.roll(3) == 0 {
			return next()
		}
		return criteria.Sub(pick(v, "x", "y", "z"), next())
	}
	degree := rule.Confidence(v.roll(6)) //nolint:gosec // below 6
	switch v.roll(13) {
	case 0:
		return criteria.All(part(), part())
	case 1:
		return criteria.Any(part(), part(), part())
	case 2:
		return criteria.FirstOf(part(), part())
	case 3:
		return criteria.BySex(next())
	case 4:
		return criteria.AgainstPrevious(pick(v, criteria.AtLeast(v.number()), criteria.AtMost(v.number()), criteria.Between("0.5", "2")))
	case 5:
		return criteria.When(v.condition(1), next(), next())
	case 6:
		return criteria.ByRegion(criteria.In(next(), criteria.DBSH, criteria.TN), criteria.In(next(), criteria.TDMNPB))
	case 7:
		return criteria.ByYear(criteria.In(next(), 2021), criteria.In(next(), 2022))
	case 8:
		return criteria.ByGroup(criteria.In(next(), criteria.Group1), criteria.In(next(), criteria.Group2, criteria.Group3))
	case 9:
		return criteria.ByZone(criteria.In(next(), "vùng cao"))
	case 10:
		return criteria.MeasuredBy("59/2015", next())
	case 11:
		return criteria.Cite(criteria.From(rule.Source{}, degree), next())
	default:
		return criteria.Cite(criteria.From(rule.Source{}, degree, criteria.TN, criteria.TDMNPB), next())
	}
}

// sound is a requirement that some reading could meet.
func (v inventor) sound(depth int) criteria.Requirement {
	for {
		table := head()
		r := v.requirement(depth)
		add(&table, "", false, r)
		if _, err := criteria.NewSet(table); err == nil {
			return r
		}
	}
}

func (v inventor) set() (criteria.Set, error) {
	t := head()
	if v.roll(2) == 0 {
		t.SpecialColumn = criteria.TDMNPB
	}
	if v.roll(2) == 0 {
		t.Groups = []criteria.GroupRule{
			{Group: criteria.Group1, When: v.condition(1), Name: words("1"), From: read},
			{Group: criteria.Group3, When: v.condition(1), Name: words("3"), From: read},
			{Group: criteria.Group2, Name: words("2"), From: read},
		}[:2+v.roll(2)]
	}
	rows := 0
	for range 3 {
		var rs []criteria.Requirement
		for range 1 + v.roll(3) {
			rs = append(rs, v.sound(v.roll(4)))
		}
		rows += len(rs)
		add(&t, pick(v, "%", ""), v.roll(4) == 0, rs...)
	}
	if v.roll(3) == 0 {
		amend(&t, v.roll(3), 0, v.sound(1))
	}
	if v.roll(5) == 0 {
		t.Indicators = rows + v.roll(3)
	}
	return criteria.NewSet(t)
}

// Sets that nobody would write hold every proof too.
func TestInventedSets(t *testing.T) {
	t.Parallel()
	sets := 12
	if testing.Short() || racing {
		sets = 4
	}
	for seed := range sets {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			t.Parallel()
			set, err := inventor{criteriatest.Roller(uint64(seed))}.set() //nolint:gosec // from 0
			require.NoError(t, err)
			for _, name := range criteriatest.Proofs() {
				_, err := criteriatest.Prove(name, set, criteriatest.Genuine())
				require.NoError(t, err, name)
			}
		})
	}
}

func FuzzSet(f *testing.F) {
	f.Add(uint64(1000))
	f.Fuzz(func(t *testing.T, seed uint64) {
		set, err := inventor{criteriatest.Roller(seed)}.set()
		require.NoError(t, err)
		require.NoError(t, criteriatest.Differ(set, seed, 50))
	})
}

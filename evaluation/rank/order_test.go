package rank_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
)

func frac(s string) rule.Fraction { return must(rule.ParseFraction(s)) }

// The same staff, all Good or better, under the readings of 20 % that are in use.
func TestQuotaTable(t *testing.T) {
	t.Parallel()
	twenty := rule.Int(20)
	for _, row := range []struct{ n, good, better, half, all int }{
		{5, 0, 1, 1, 1}, {10, 1, 2, 2, 2}, {24, 4, 4, 5, 4}, {35, 5, 7, 7, 7}, {99, 16, 19, 20, 19},
	} {
		// However many of them reached Excellent before the cut.
		for excellent := range row.n + 1 {
			c := rank.Counts{Excellent: excellent, Good: row.n - excellent, Rated: row.n}
			assert.Equal(t, row.good, rank.Quota{}.Most(twenty, c), "of Good after the cut, %d", row.n)
			assert.Equal(t, row.better, rank.Quota{Of: rank.OfGoodOrBetter}.Most(twenty, c), "of Good or better, %d", row.n)
			assert.Equal(t, row.half, rank.Quota{Of: rank.OfGoodOrBetter, Rounding: rank.HalfUp}.Most(twenty, c), "half up, %d", row.n)
			assert.Equal(t, row.all, rank.Quota{Of: rank.OfAll}.Most(twenty, c), "of all, %d", row.n)
		}
	}
	assert.Equal(t, 7, rank.Quota{Of: rank.OfAll, Rounding: rank.Up}.Most(twenty, rank.Counts{Rated: 31}))
	assert.Equal(t, -1, rank.Quota{}.Most(rule.Number{}, rank.Counts{Good: 5}))
}

// What "after the cut" means, by trying every number.
func TestAfterTheCut(t *testing.T) {
	t.Parallel()
	for _, ratio := range []string{"0", "20", "25", "33.3", "100"} {
		r := new(big.Rat).Quo(rule.MustNumber(ratio).Rat(), big.NewRat(100, 1))
		for excellent := range 30 {
			for good := range 30 {
				most := 0
				for x := range excellent + good + 1 {
					limit := new(big.Rat).Mul(r, big.NewRat(int64(excellent+good-x), 1))
					if big.NewRat(int64(x), 1).Cmp(limit) <= 0 {
						most = x
					}
				}
				require.Equal(t, most, rank.Quota{}.Most(rule.MustNumber(ratio), rank.Counts{Excellent: excellent, Good: good}), "%s %% of %d + %d", ratio, excellent, good)
			}
		}
	}
}

// E1 of the worked cases: 30 civil servants, eight at 90 or more, sixteen Good, six
// Completed; one of the sixteen is at 26999/300.
func e1() rank.List {
	var l rank.List
	for i, s := range []string{"96.4", "95", "94.2", "92.5", "92.5", "91.75", "90.5", "90"} {
		l.Entries = append(l.Entries, rank.Entry{ID: "x" + strconv.Itoa(i), Rating: evaluation.Excellent, Score: frac(s)})
	}
	l.Entries = append(l.Entries, rank.Entry{ID: "deputy", Rating: evaluation.Good, Score: frac("26999/300")})
	for i := range 15 {
		l.Entries = append(l.Entries, rank.Entry{ID: "g" + strconv.Itoa(i), Rating: evaluation.Good, Score: rule.Ratio(int64(70+i), 1)})
	}
	for i := range 6 {
		l.Entries = append(l.Entries, rank.Entry{ID: "c" + strconv.Itoa(i), Rating: evaluation.Completed, Score: rule.Ratio(int64(60+i), 1)})
	}
	return l
}

// The quota of Hải Phòng is that of the Party: not known until the host gives it.
func TestHaiPhong212(t *testing.T) {
	t.Parallel()
	q := rank.HaiPhong212()
	open := must(rank.Policy{Quota: &q}.Order(e1()))
	assert.True(t, open.Findings().Has(rule.Undecided))
	assert.Len(t, open.Findings().Of(rank.ErrNoRatio), 1)
	q.Ratio = rule.Int(20)
	cut := must(rank.Policy{Quota: &q}.Order(e1()))
	assert.Empty(t, cut.Findings().Of(rank.ErrNoRatio))
	assert.Equal(t, 6, q.Most(q.Ratio, rank.Counts{Excellent: 8, Rated: 30}), "of all thirty")
}

func TestFourFiveOrSixPlaces(t *testing.T) {
	t.Parallel()
	const kept, cut, tied = rank.Kept, rank.Cut, rank.NeedsDecision
	for name, c := range map[string]struct {
		quota rank.Quota
		most  [2]int // at 20 and at 25 %
		want  []rank.Status
	}{
		"of Good before the cut":  {rank.Quota{BeforeCut: true}, [2]int{3, 4}, []rank.Status{kept, kept, kept, cut, cut, cut, cut, cut}},
		"of Good after the cut":   {rank.Quota{}, [2]int{4, 4}, []rank.Status{kept, kept, kept, tied, tied, cut, cut, cut}},
		"of Good or better":       {rank.Quota{Of: rank.OfGoodOrBetter}, [2]int{4, 6}, []rank.Status{kept, kept, kept, tied, tied, cut, cut, cut}},
		"the same, half up":       {rank.Quota{Of: rank.OfGoodOrBetter, Rounding: rank.HalfUp}, [2]int{5, 6}, []rank.Status{kept, kept, kept, kept, kept, cut, cut, cut}},
		"of all that are rated":   {rank.Quota{Of: rank.OfAll}, [2]int{6, 7}, []rank.Status{kept, kept, kept, kept, kept, kept, cut, cut}},
		"a tie at the last place": {rank.Quota{Of: rank.OfAll, Rounding: rank.Up, Small: 31, SmallMost: 4}, [2]int{4, 4}, []rank.Status{kept, kept, kept, tied, tied, cut, cut, cut}},
	} {
		c.quota.Ratio, c.quota.Outstanding = rule.Int(20), rule.Int(25)
		list := e1()
		list.Units = map[string]evaluation.Rating{"": evaluation.Good}
		a := must(rank.Policy{Quota: &c.quota}.Order(list))
		require.Equal(t, c.most[0], a.Limits()[0].Most, name)
		for i, want := range c.want {
			o := a.Outcomes()[i]
			assert.Equal(t, want, o.Status, "%s %s", name, o.ID)
			assert.Equal(t, map[rank.Status]evaluation.Rating{kept: evaluation.Excellent, cut: evaluation.Good, tied: evaluation.Unrated}[want], o.After)
			assert.Equal(t, evaluation.Excellent, o.Before)
			assert.NotEmpty(t, a.Why(o).Vi, "each is told why")
		}
		deputy := a.Outcomes()[8]
		assert.Equal(t, "deputy", deputy.ID)
		assert.Equal(t, evaluation.Good, deputy.After, "89.9966… is not 90")
		assert.Equal(t, "26999/300", deputy.Score.String())
		assert.Empty(t, a.Why(deputy))

		list.Units[""] = evaluation.Excellent
		assert.Equal(t, c.most[1], must(rank.Policy{Quota: &c.quota}.Order(list)).Limits()[0].Most, name+", of an Excellent unit")
	}
}

// Where the unit's own rating is missing, on which the higher ratio depends, those are settled
// who fare alike by both ratios, and nobody else.
func TestUnitNotRated(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	open := 0
	for n := range 200 {
		list := random(r, 10+r.IntN(120))
		with := func(rated evaluation.Rating) rank.Answer {
			list.Units["u0"] = rated
			return must(twentyOfGood.Order(list))
		}
		low, high := with(evaluation.Good), with(evaluation.Excellent)
		delete(list.Units, "u0")
		a := must(twentyOfGood.Order(list))
		if n%2 == 0 {
			a = with(evaluation.Unrated) // said to be unrated is not known either
		}
		here := 0
		for i, o := range a.Outcomes() {
			l, h := low.Outcomes()[i], high.Outcomes()[i]
			places := func(a rank.Answer, o rank.Outcome) int { return a.Limits()[o.Limit].Places }
			switch {
			case l.Status != h.Status, l.Status == rank.NeedsDecision && (l.Limit != h.Limit || places(low, l) != places(high, h)):
				here++
				require.Equal(t, "u0", o.Unit)
				require.Equal(t, rank.Open, o.Status, o.ID)
				require.Equal(t, evaluation.Unrated, o.After)
			default:
				require.Equal(t, l, o)
			}
		}
		for i, l := range a.Limits() {
			if l.OrRatio.Known() {
				require.Equal(t, "u0", l.Unit)
				require.Equal(t, low.Limits()[i].Most, l.Most)
				require.Equal(t, high.Limits()[i].Most, l.OrMost)
			} else {
				require.NotEqual(t, "u0", l.Unit)
			}
		}
		require.Equal(t, here > 0, len(a.Findings().Of(rank.ErrNoUnitRating)) == 1)
		open += here
	}
	require.Greater(t, open, 50)
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	list := rank.List{Entries: []rank.Entry{
		{ID: "an", Score: frac("85")}, {ID: "binh", Score: frac("70")}, {ID: "chi", Score: frac("90")}, {ID: "dung", Score: frac("85")}, {ID: "none", NotRated: true},
	}}
	for ties, want := range map[rank.Ties][]int{rank.Competition: {1, 2, 2, 4, 0}, rank.Dense: {1, 2, 2, 3, 0}} {
		var places []int
		for _, o := range must(rank.Policy{Ties: ties}.Order(list)).Outcomes() {
			places = append(places, o.Place)
		}
		assert.Equal(t, want, places)
	}
	for i, then := range []string{"1", "2", "3", "4", "5"} {
		list.Entries[i].Then = []rule.Fraction{frac(then)}
	}
	a := must(rank.Policy{Breakers: []string{"tasks"}}.Order(list))
	assert.Equal(t, []string{"chi", "dung", "an", "binh", "none"}, ids(a), "the declared figure decides")
	assert.Equal(t, 2, a.Outcomes()[1].Place)
	assert.Equal(t, 3, a.Outcomes()[2].Place)
}

func ids(a rank.Answer) []string {
	var all []string
	for _, o := range a.Outcomes() {
		all = append(all, o.ID)
	}
	return all
}

// random is a list with many ties, several units and groups.
func random(r *rand.Rand, n int) rank.List {
	l := rank.List{Units: map[string]evaluation.Rating{"u0": evaluation.Good, "u1": evaluation.Excellent, "u2": evaluation.Completed}}
	for i := range n {
		e := rank.Entry{ID: fmt.Sprintf("p%04d", i), Unit: "u" + strconv.Itoa(r.IntN(3)), Group: "g" + strconv.Itoa(r.IntN(3))}
		e.Score = rule.Ratio(int64(40+r.IntN(60)), 1).Add(rule.Ratio(int64(r.IntN(3)), 3))
		e.Then = []rule.Fraction{rule.Ratio(int64(r.IntN(2)), 1)}
		e.Rating = rateOf(e.Score)
		l.Entries = append(l.Entries, e)
	}
	return l
}

func rateOf(s rule.Fraction) evaluation.Rating {
	for _, at := range []struct {
		from int64
		is   evaluation.Rating
	}{{90, evaluation.Excellent}, {70, evaluation.Good}, {50, evaluation.Completed}} {
		if s.Cmp(rule.Ratio(at.from, 1)) >= 0 {
			return at.is
		}
	}
	return evaluation.NotCompleted
}

var twentyOfGood = rank.Policy{Breakers: []string{"tasks"}, Quota: &rank.Quota{Ratio: rule.Int(20), Outstanding: rule.Int(25)}}

// Any order of the entries gives the same answer, and the same digest of the record.
func TestOrderOfInputDoesNotMatter(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		list := random(r, 80)
		if r.IntN(3) == 0 {
			list.Entries[r.IntN(80)].Score = rule.Fraction{}
			list.Entries[r.IntN(80)].Rating = evaluation.Unrated
		}
		want := must(twentyOfGood.Order(list))
		for range 4 {
			r.Shuffle(len(list.Entries), func(i, j int) { list.Entries[i], list.Entries[j] = list.Entries[j], list.Entries[i] })
			got := must(twentyOfGood.Order(list))
			require.Equal(t, want.Outcomes(), got.Outcomes())
			require.Equal(t, want.Limits(), got.Limits())
			require.Equal(t, want.Grounds(), got.Grounds())
			require.Len(t, got.Findings(), len(want.Findings()))
		}
	}
}

// Whatever the authority decides of those that are tied, no quota is passed, in a group or
// in a unit; and nobody is cut or tied while there is room.
func TestNoQuotaIsPassedNorWasted(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	ties := 0
	for range 300 {
		list := random(r, 20+r.IntN(100))
		a := must(twentyOfGood.Order(list))
		for at, l := range a.Limits() {
			kept, tiedHere := 0, 0
			for _, o := range a.Outcomes() {
				if o.Unit != l.Unit || l.Group != "" && o.Group != l.Group {
					continue
				}
				switch {
				case o.Status == rank.Kept:
					kept++
				case o.Status == rank.NeedsDecision && o.Limit == at:
					tiedHere++
				}
				if o.Status == rank.Cut && o.Limit == at {
					require.LessOrEqual(t, l.Most, above(a, l, o), "%s was cut while there was room: %s", o.ID, l)
				}
			}
			require.LessOrEqual(t, kept+l.Places, l.Most, "%s", l)
			if tiedHere > 0 {
				ties++
				require.Greater(t, l.Tied, l.Places)
			}
		}
	}
	require.Greater(t, ties, 10)
}

// above counts the candidates of a limit with a higher or an equal place that still take
// a place of it.
func above(a rank.Answer, l rank.Limit, of rank.Outcome) int {
	n := 0
	for _, o := range a.Outcomes() {
		if o.Unit == l.Unit && (l.Group == "" || o.Group == l.Group) && o.Place < of.Place && o.Before == evaluation.Excellent && o.Status != rank.Cut {
			n++
		}
	}
	return n
}

// A higher score never loses: of two of the same unit and group, the lower one is not kept
// where the higher one is not.
func TestHigherIsNeverWorse(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		a := must(twentyOfGood.Order(random(r, 90)))
		order := map[rank.Status]int{rank.Kept: 0, rank.NeedsDecision: 1, rank.Cut: 2}
		last := map[string]int{}
		for _, o := range a.Outcomes() {
			if o.Before != evaluation.Excellent {
				continue
			}
			key := o.Unit + o.Group
			require.GreaterOrEqual(t, order[o.Status], last[key])
			last[key] = order[o.Status]
		}
	}
}

func TestStoredAnswerReplays(t *testing.T) {
	t.Parallel()
	list := random(rand.New(rand.NewPCG(7, 8)), 40)
	stored := must(json.Marshal(must(twentyOfGood.Order(list))))
	replayed := must(twentyOfGood.Replay(stored, nil))
	assert.True(t, replayed.Same)
	assert.Empty(t, replayed.Differs)
	slices.Reverse(list.Entries)
	assert.True(t, must(twentyOfGood.Replay(stored, &list)).Same, "another order is the same list")

	half := rank.Policy{Breakers: []string{"tasks"}, Quota: &rank.Quota{Ratio: rule.Int(50)}}
	assert.False(t, must(half.Replay(stored, nil)).Same)
	list.Entries[3].Score = frac("99.5")
	other := must(twentyOfGood.Replay(stored, &list))
	assert.False(t, other.Same)
	assert.NotEmpty(t, other.Differs.Of(rule.ErrReplayRecord))

	var without map[string]any
	require.NoError(t, json.Unmarshal(stored, &without))
	delete(without, "list")
	notKept := must(twentyOfGood.Replay(must(json.Marshal(without)), nil))
	assert.NotEmpty(t, notKept.Differs.Of(rule.ErrNotKept))
	_, err := twentyOfGood.Replay([]byte(`{"format":"giupxa.result/1"}`), nil)
	require.ErrorIs(t, err, rule.ErrStored)
}

// What the caller changes afterwards, in what was given or in what was handed out, does not
// change an answer.
func TestAnswersAreImmutable(t *testing.T) {
	t.Parallel()
	p := rank.Policy{Breakers: []string{"tasks"}, Quota: &rank.Quota{Ratio: rule.Int(20)}}
	list := random(rand.New(rand.NewPCG(7, 8)), 40)
	list.Units = map[string]evaluation.Rating{"u": evaluation.Good}
	a := must(p.Order(list))
	want := must(json.Marshal(a))
	clear(list.Entries[0].Then)
	clear(list.Entries)
	clear(list.Units)
	p.Breakers[0], p.Quota.Ratio = "other", rule.Int(1)
	clear(a.Outcomes())
	clear(a.Limits())
	clear(a.Findings())
	assert.JSONEq(t, string(want), string(must(json.Marshal(a))))
}

func TestEditionCoversThePolicy(t *testing.T) {
	t.Parallel()
	p := rank.Policy{Breakers: []string{"tasks"}, Quota: &rank.Quota{
		Ratio: rule.Int(20), Outstanding: rule.Int(25), Small: 5, SmallMost: 1, Source: rule.Source{Kind: rule.Decree, Number: "1"}, Confidence: rule.Read,
	}}
	before, varied := p.Edition(), 0
	maintain.Vary(&p, func(at string) {
		varied++
		assert.NotEqual(t, before, p.Edition(), at)
	})
	assert.Greater(t, varied, 20)
	assert.Equal(t, rank.Policy{}.Edition(), rank.Policy{Accept: rule.Secondary}.Edition())
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	_, err := rank.Policy{Quota: &rank.Quota{Ratio: rule.Int(101)}}.Order(rank.List{})
	require.ErrorIs(t, err, rank.ErrUnusable)
	assert.Contains(t, rule.Tell(err, rule.Vi), "quota.ratio")
	a := must(rank.Policy{}.Order(rank.List{}))
	assert.Empty(t, a.Outcomes())
}

// What is read is put in order, written and replayed, and nobody rises.
func FuzzOrder(f *testing.F) {
	for _, c := range must(ruletest.Load(os.DirFS("testdata/cases"))) {
		f.Add([]byte(c.Given))
	}
	f.Add([]byte(`{"policy":{"breakers":["x"],"quota":{"ratio":"100","outstanding":"0","of":"all","rounding":"up","small":3}},"list":{"entries":[{"id":"a","score":"1/3","rating":"excellent","then":["1e30"]},{"id":"A","rating":"excellent"},{"id":"b","unit":"u","group":"g","score":"-1","rating":"good","then":["0"]}],"units":{"u":"excellent"}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var q struct {
			Policy rank.Policy `json:"policy"`
			List   rank.List   `json:"list"`
		}
		if err := form.Decode(data, "", &q); err != nil {
			return
		}
		a, err := q.Policy.Order(q.List)
		if err != nil {
			return
		}
		for _, o := range a.Outcomes() {
			if o.After > o.Before || o.Limit >= len(a.Limits()) || o.Status != rank.Untouched && o.Before != evaluation.Excellent {
				t.Fatalf("%s: %+v", data, o)
			}
			_ = a.Why(o)
		}
		stored, err := json.Marshal(a)
		if err != nil {
			t.Fatalf("%s was put in order and cannot be written: %v", data, err)
		}
		again, err := q.Policy.Replay(stored, nil)
		if err != nil || !again.Same {
			t.Fatalf("%s: %v, %s", data, err, rule.Tell(again.Differs, rule.En))
		}
	})
}

// The same lists have the same answers, byte by byte, on every platform.
func TestDigests(t *testing.T) {
	t.Parallel()
	answers := map[string]any{}
	for _, c := range must(ruletest.Load(os.DirFS("testdata/cases"))) {
		answer, found, err := judge(c.Given)
		if err == nil {
			answers[c.Name] = []any{answer, found}
		}
	}
	r := rand.New(rand.NewPCG(13, 14))
	for n := range 20 {
		list := random(r, 60)
		delete(list.Units, "u"+strconv.Itoa(n%3))
		answers["random list "+strconv.Itoa(n)] = must(twentyOfGood.Order(list))
	}
	maintain.Digests(t, "testdata/digests.txt", answers)
}

func BenchmarkOrder10000(b *testing.B) {
	list := random(rand.New(rand.NewPCG(9, 10)), 10_000)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = twentyOfGood.Order(list)
	}
}

// Every figure of an answer follows from what is stored beside it: counts, share, places, who
// is kept and who competes for the last ones.
func TestFiguresFollowFromTheStoredAnswer(t *testing.T) {
	t.Parallel()
	type answer struct {
		Outcomes []struct {
			ID, Unit, Score, Before, Status string
			Place, Limit                    int
		}
		Limits []struct {
			Unit, Ratio, Of, Rounding, Share string
			BeforeCut                        bool
			Excellent, Good, Rated, Entries  int
			Most, Tied, Places               int
		}
	}
	rat := func(s string) *big.Rat {
		v, ok := new(big.Rat).SetString(s)
		require.True(t, ok, s)
		return v
	}
	r := rand.New(rand.NewPCG(11, 12))
	for round := range 60 {
		list := random(r, 1+r.IntN(60))
		for i := range list.Entries {
			list.Entries[i].Group, list.Entries[i].Then = "", nil
		}
		q := rank.Quota{Ratio: rule.Int(int64(5 * (1 + r.IntN(10)))), Of: rank.Denominator(r.IntN(3)), Rounding: rank.Rounding(r.IntN(3)), BeforeCut: r.IntN(2) == 0}
		var a answer
		require.NoError(t, json.Unmarshal(must(json.Marshal(must(rank.Policy{Quota: &q}.Order(list)))), &a))
		for _, o := range a.Outcomes {
			above := 1
			for _, other := range a.Outcomes {
				if rat(other.Score).Cmp(rat(o.Score)) > 0 {
					above++
				}
			}
			require.Equal(t, above, o.Place, "round %d: %s", round, o.ID)
		}
		for n, l := range a.Limits {
			count := map[string]int{}
			for _, o := range a.Outcomes {
				if o.Unit == l.Unit {
					count[o.Before]++
					count["rated"]++
				}
			}
			require.Equal(t, []int{count["excellent"], count["good"], count["rated"]}, []int{l.Excellent, l.Good, l.Rated}, "round %d: %s", round, l.Unit)
			of := map[string]int{"all": l.Rated, "good-or-better": l.Excellent + l.Good, "good": l.Good}[l.Of]
			ratio := new(big.Rat).Quo(rat(l.Ratio), big.NewRat(100, 1))
			share := new(big.Rat)
			if l.Of == "good" && !l.BeforeCut {
				of = l.Excellent + l.Good
				share.Quo(ratio, new(big.Rat).Add(ratio, big.NewRat(1, 1)))
			} else {
				share.Set(ratio)
			}
			share.Mul(share, big.NewRat(int64(of), 1))
			require.Zero(t, share.Cmp(rat(l.Share)), "round %d: %s %v", round, l.Unit, l)
			num, den := share.Num(), share.Denom()
			switch l.Rounding {
			case "half-up":
				num, den = new(big.Int).Add(new(big.Int).Lsh(num, 1), den), new(big.Int).Lsh(den, 1)
			case "up":
				num = new(big.Int).Sub(new(big.Int).Add(num, den), big.NewInt(1))
			}
			require.EqualValues(t, new(big.Int).Div(num, den).Int64(), l.Most, "round %d: %s", round, l.Unit)
			tied := 0
			for _, o := range a.Outcomes {
				if o.Unit != l.Unit || o.Before != "excellent" {
					continue
				}
				higher, alike := 0, 0
				for _, other := range a.Outcomes {
					if other.Unit == l.Unit && other.Before == "excellent" {
						if c := rat(other.Score).Cmp(rat(o.Score)); c > 0 {
							higher++
						} else if c == 0 {
							alike++
						}
					}
				}
				want := "needs-decision"
				switch {
				case higher+alike <= l.Most:
					want = "kept"
				case higher >= l.Most:
					want = "cut"
				default:
					tied++
					require.Equal(t, l.Most-higher, l.Places, "round %d: %s", round, o.ID)
				}
				require.Equal(t, want, o.Status, "round %d: %s of limit %d, at most %d", round, o.ID, n, l.Most)
			}
			require.Equal(t, tied, l.Tied)
		}
	}
}

package rating_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
)

func frac(s string) rule.Fraction { return must(rule.ParseFraction(s)) }

func rate(t *testing.T, rec rating.Record) rating.Result {
	t.Helper()
	r, err := rating.Rulebook{}.Rate(rec)
	require.NoError(t, err)
	return r
}

// servant is a civil servant rated for 2026, of whom everything is known.
func servant(id, score string) rating.Record {
	return rating.Record{ID: id, Year: 2026, Personnel: rating.CivilServant, Authority: rating.ByProvince, Post: rating.Staff,
		Score: frac(score), Worked: rule.Int(12), NothingElse: true}
}

// For every kind, authority, year, day and answer on own rules one row applies, or it is
// said what is missing.
func TestOneRegimeEach(t *testing.T) {
	t.Parallel()
	ids := map[string]bool{"": true}
	for _, r := range rating.Regimes() {
		require.False(t, ids[r.ID], r.ID)
		ids[r.ID] = true
		require.Empty(t, r.Faults(), r.ID)
	}
	used := map[string]bool{}
	for _, r := range rating.Reaches() {
		require.True(t, ids[r.Regime], r.Regime)
		require.NotEqual(t, r.Regime == "", r.Gap == rule.Text{}, "a row has a regime or a reason")
		used[r.Regime] = true
	}
	require.Len(t, used, len(rating.Regimes())+1, "every regime rates somebody")
	for kind := rating.Cadre; kind <= rating.StateAgency; kind++ {
		for by := rating.ByProvince; by <= rating.ByOwner; by++ {
			for year := 2000; year <= 2035; year++ {
				for _, on := range []string{"", "05-20", "05-21", "06-30", "07-01", "08-19", "08-20", "09-14", "09-15", "12-10"} {
					for own := rating.No; own <= rating.Yes; own++ {
						rec := rating.Record{ID: "a", Year: year, Personnel: kind, Authority: by, OwnRules: own}
						if on != "" {
							rec.On = must(rule.ParseDay(strconv.Itoa(year) + "-" + on))
						}
						r := rate(t, rec)
						require.Empty(t, r.Findings().Of(rating.ErrWhichRegime), "%+v", rec)
						_, held := r.Regime()
						told := len(r.Findings().Of(rating.ErrNotHeld)) + len(r.Findings().Of(rating.AdviceNoRegime))
						require.Equal(t, held, told == 0, "%s %s %d %s", kind, by, year, on)
					}
				}
			}
		}
	}
}

func TestRegimeOfTheYear(t *testing.T) {
	t.Parallel()
	const servants, employees = "90/2020/NĐ-CP công chức", "90/2020/NĐ-CP viên chức"
	for _, row := range []struct {
		kind rating.Personnel
		by   rating.Authority
		year int
		on   string
		own  rating.YesNo
		want string
	}{
		{rating.CivilServant, rating.ByProvince, 2021, "", 0, servants},
		{rating.CivilServant, rating.ByProvince, 2022, "", 0, servants},
		// Decree 90 has effect from 20/8/2020, Decree 48 from 15/9/2023, and neither reaches back.
		{rating.CivilServant, rating.ByProvince, 2020, "2020-08-19", 0, ""},
		{rating.CivilServant, rating.ByProvince, 2020, "2020-08-20", 0, servants},
		{rating.CivilServant, rating.ByProvince, 2022, "2023-10-02", 0, servants},
		{rating.CivilServant, rating.ByProvince, 2023, "2023-09-14", 0, servants},
		{rating.CivilServant, rating.ByProvince, 2023, "2023-09-15", 0, servants + " + 48/2023/NĐ-CP"},
		{rating.Cadre, rating.ByProvince, 2023, "2023-09-14", 0, "90/2020/NĐ-CP cán bộ"},
		{rating.PublicEmployee, rating.ByProvince, 2023, "2023-09-14", 0, employees},
		{rating.PublicEmployee, rating.ByProvince, 2023, "2023-12-10", 0, employees + " + 48/2023/NĐ-CP"},
		{rating.CivilServant, rating.ByProvince, 2023, "", 0, servants + " + 48/2023/NĐ-CP"},
		{rating.CivilServant, rating.ByCentral, 2025, "", 0, servants + " + 48/2023/NĐ-CP"},
		{rating.CivilServant, rating.ByCentral, 2026, "", 0, "335/2025/NĐ-CP"},
		{rating.CivilServant, rating.ByParty, 2025, "", 0, "366-QĐ/TW lãnh đạo"},
		{rating.CivilServant, rating.ByParty, 2024, "", 0, ""},
		{rating.PublicEmployee, rating.ByProvince, 2026, "2026-06-30", rating.Yes, employees + " + 48/2023/NĐ-CP"},
		{rating.PublicEmployee, rating.ByProvince, 2026, "2026-07-01", rating.Yes, "233/2026/NĐ-CP viên chức"},
		{rating.PublicEmployee, rating.ByProvince, 2026, "2026-12-10", rating.No, employees + " + 48/2023/NĐ-CP"},
		{rating.PublicEmployee, rating.ByProvince, 2027, "", rating.No, "233/2026/NĐ-CP viên chức"},
		{rating.Cadre, rating.ByProvince, 2026, "2026-06-30", 0, "90/2020/NĐ-CP cán bộ + 48/2023/NĐ-CP"},
		{rating.Cadre, rating.ByProvince, 2026, "2026-07-01", 0, ""},
		{rating.LeadershipBody, rating.ByParty, 2026, "", 0, "366-QĐ/TW tập thể"},
		{rating.PublicUnit, rating.ByProvince, 2026, "2026-06-30", 0, ""},
		{rating.PublicUnit, rating.ByProvince, 2026, "", 0, "233/2026/NĐ-CP đơn vị"},
		{rating.PublicUnit, rating.ByProvince, 2027, "", 0, "233/2026/NĐ-CP đơn vị"},
		{rating.StateAgency, rating.ByProvince, 2026, "", 0, ""},
		{rating.StateAgency, rating.ByProvince, 2025, "", 0, ""},
		{rating.ArmedForces, rating.ByProvince, 2026, "", 0, ""},
		{rating.StateEnterpriseManager, rating.ByOwner, 2025, "2026-05-20", 0, ""},
		{rating.StateEnterpriseManager, rating.ByOwner, 2025, "2026-05-21", 0, "181/2026/NĐ-CP"},
		{rating.CompanyManager, rating.ByOwner, 2026, "", 0, ""},
		{rating.BankManager, 0, 2026, "", 0, ""},
	} {
		rec := rating.Record{ID: "a", Year: row.year, Personnel: row.kind, Authority: row.by, OwnRules: row.own}
		if row.on != "" {
			rec.On = must(rule.ParseDay(row.on))
		}
		regime, _ := rate(t, rec).Regime()
		assert.Equal(t, row.want, regime.ID, "%+v", row)
	}
	// A sheet of 2021 is never rated by 90, 70 and 50.
	r := rate(t, rating.Record{ID: "a", Year: 2021, Personnel: rating.CivilServant, Authority: rating.ByProvince, Post: rating.Staff, Score: frac("95")})
	assert.Equal(t, evaluation.Unrated, r.Band())
}

// E1 of the worked cases: ratings by Decree 335/2025, then the quota that it sets.
func TestRatedThenCut(t *testing.T) {
	t.Parallel()
	scores := []string{"96.4", "95", "94.2", "92.5", "92.5", "91.75", "90.5", "90", "26999/300"}
	for i := range 15 {
		scores = append(scores, strconv.Itoa(70+i))
	}
	for i := range 6 {
		scores = append(scores, strconv.Itoa(50+i))
	}
	var list rank.List
	var last rating.Result
	for i, s := range scores {
		last = rate(t, servant("p"+strconv.Itoa(i), s))
		list.Entries = append(list.Entries, rank.Entry{ID: "p" + strconv.Itoa(i), Rating: last.Rating(), Score: last.Score()})
	}
	a := must(rank.Policy{Quota: last.Quota()}.Order(list))
	l := a.Limits()[0]
	assert.Equal(t, rank.Counts{Excellent: 8, Good: 16, Rated: 30}, l.Counts)
	assert.Equal(t, 4, l.Most)
	assert.Equal(t, 2, l.Tied)
	assert.Equal(t, 1, l.Places)
	assert.Len(t, a.Findings().Of(rank.AdviceDenominator), 1)
	assert.Contains(t, a.Findings().Of(rank.AdviceDenominator)[0].In(rule.En), "3, 4, 6")
}

// No support score and no order of leave or discipline changes a rating.
func TestSupportDecidesNothing(t *testing.T) {
	t.Parallel()
	for _, score := range []string{"95", "89.999999", "70", "49"} {
		for _, support := range []string{"0", "50", "92.5", "100"} {
			rec := servant("a", score)
			want := rate(t, rec)
			rec.Support = frac(support)
			got := rate(t, rec)
			assert.Equal(t, want.Rating(), got.Rating())
			assert.Len(t, got.Findings().Of(rating.AdviceSupport), 1)
		}
	}
}

// Knowing more never widens the bounds, and what lowers never raises.
func TestKnowingMoreNarrows(t *testing.T) {
	t.Parallel()
	facts := []rating.Fact{rating.Degenerated, rating.Disciplined, rating.Corruption}
	base := servant("a", "95")
	base.NothingElse, base.Post = false, rating.Deputy
	for mask := range 27 {
		rec := base
		rec.Facts = map[rating.Fact]rating.YesNo{}
		for i, m := 0, mask; i < 3; i, m = i+1, m/3 {
			rec.Facts[facts[i]] = rating.YesNo(m % 3) //nolint:gosec // below 3
		}
		r := rate(t, rec)
		low, high := r.Bounds()
		require.LessOrEqual(t, low, high)
		lowers := 0
		for _, f := range facts {
			if rec.Facts[f] != rating.Unsaid {
				continue
			}
			for _, say := range []rating.YesNo{rating.No, rating.Yes} {
				more := rec
				more.Facts = map[rating.Fact]rating.YesNo{}
				for k, v := range rec.Facts {
					more.Facts[k] = v
				}
				more.Facts[f] = say
				l, h := rate(t, more).Bounds()
				require.GreaterOrEqual(t, l, low)
				require.LessOrEqual(t, h, high)
			}
		}
		for _, f := range facts {
			if rec.Facts[f] == rating.Yes {
				lowers++
			}
		}
		require.Len(t, r.Lowered(), lowers, "every rule that applies is named")
	}
}

func TestStoredResultReplays(t *testing.T) {
	t.Parallel()
	rec := servant("a", "26999/300")
	rec.Discipline = []rating.Discipline{{Act: "x", Year: 2026, Ground: rating.OtherGround}}
	stored := must(json.Marshal(rate(t, rec)))
	replayed := must(rating.Rulebook{}.Replay(stored, nil))
	assert.True(t, replayed.Same)
	assert.Empty(t, replayed.Differs)
	other := rec
	other.Score = frac("90")
	differs := must(rating.Rulebook{}.Replay(stored, &other))
	assert.False(t, differs.Same)
	assert.NotEmpty(t, differs.Differs.Of(rule.ErrReplayRecord))
	var without map[string]any
	require.NoError(t, json.Unmarshal(stored, &without))
	delete(without, "record")
	assert.NotEmpty(t, must(rating.Rulebook{}.Replay(must(json.Marshal(without)), nil)).Differs.Of(rule.ErrNotKept))
	_, err := rating.Rulebook{}.Replay([]byte(`{}`), nil)
	require.ErrorIs(t, err, rule.ErrStored)

	g := rate(t, rec).Grounds()
	assert.Equal(t, rule.Secondary, g.Accepted)
	assert.Equal(t, "rating/national", g.Rulebooks[0].ID)
	assert.Contains(t, rate(t, rec).In(rule.En), "Rating: tasks completed well")
	assert.NotEmpty(t, rate(t, rec).String())
}

func TestEditionCoversWhatDecides(t *testing.T) {
	t.Parallel()
	regime := rating.Regimes()[7]
	b := rating.Rulebook{Own: &regime}
	before, varied := b.Edition(), 0
	maintain.Vary(&b, func(at string) {
		varied++
		assert.NotEqual(t, before, b.Edition(), at)
	})
	assert.Greater(t, varied, 100)
	assert.Equal(t, rating.Rulebook{}.Edition(), rating.Rulebook{Accept: rule.Secondary}.Edition())
	seen := map[rule.Edition]bool{}
	for _, b := range []rating.Rulebook{{}, {Accept: rule.Med}, {EachPeriodOnce: true}, {CountLater: true}, {FailedQuarterBars: true}, b} {
		require.False(t, seen[b.Edition()])
		seen[b.Edition()] = true
	}
}

func TestRegimesKeepTheirJSON(t *testing.T) {
	t.Parallel()
	for _, r := range rating.Regimes() {
		var back rating.Regime
		require.NoError(t, json.Unmarshal(must(json.Marshal(r)), &back), r.ID)
		assert.Equal(t, rating.Rulebook{Own: &r}.Edition(), rating.Rulebook{Own: &back}.Edition())
	}
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	regime := rating.Regimes()[6]
	regime.Bands[1].To = rule.Int(89)
	_, err := rating.Rulebook{Own: &regime}.Rate(servant("a", "95"))
	require.ErrorIs(t, err, rating.ErrUnusable)
	assert.Contains(t, rule.Tell(err, rule.En), "a gap between 89 and 90")
	rec := servant("a", "95")
	rec.On = rule.Day(2026, 2, 30)
	_, err = rating.Rulebook{}.Rate(rec)
	require.ErrorIs(t, err, rule.ErrNotADay)
}

// What the caller changes afterwards, in what was given or in what was handed out, changes
// neither a result nor the national data.
func TestResultsAreImmutable(t *testing.T) {
	t.Parallel()
	for i, regime := range rating.Regimes() {
		want := rating.Rulebook{Own: &regime}.Edition()
		clear(regime.Bands)
		clear(regime.Conditions)
		clear(regime.Bars)
		clear(regime.Time.Except)
		if regime.Quota != nil {
			regime.Quota.Small = 99
		}
		again := rating.Regimes()[i]
		assert.Equal(t, want, rating.Rulebook{Own: &again}.Edition(), regime.ID)
	}
	for i, r := range rating.Reaches() {
		if len(r.By) > 0 {
			by := r.By[0]
			r.By[0] = 0
			assert.Equal(t, by, rating.Reaches()[i].By[0])
		}
	}

	own := rating.Regimes()[7]
	rec := servant("a", "95")
	rec.Periods = []rating.Period{{First: 1, Months: 12, Score: frac("95")}}
	rec.Leave = []rating.Leave{{Reason: rating.Sick, Months: rule.Int(1)}}
	rec.Discipline = []rating.Discipline{{Act: "x", Year: 2020, Ground: rating.OtherGround}}
	rec.Shares = map[rating.Measure]rating.Share{rating.TasksDone: {Part: rule.Int(1), Whole: rule.Int(1)}}
	rec.Facts = map[rating.Fact]rating.YesNo{rating.Degenerated: rating.No}
	r := must(rating.Rulebook{Own: &own}.Rate(rec))
	want := must(json.Marshal(r))
	rec.Periods[0].Score, rec.Leave[0].Months, rec.Discipline[0].Act = frac("1"), rule.Int(9), "y"
	rec.Shares[rating.TasksDone], rec.Facts[rating.Degenerated] = rating.Share{}, rating.Yes
	own.ID, own.Bars[0].Ceiling, own.Bands[0].From, own.Quota.Small = "other", evaluation.Good, rule.Int(1), 99
	regime, _ := r.Regime()
	regime.Bands[0].From, regime.Quota.Small = rule.Int(1), 99
	r.Quota().Small = 99
	r.Steps()[0].Holds = rating.Unsaid
	assert.JSONEq(t, string(want), string(must(json.Marshal(r))))
}

// The eight rewards of Article 50, each cited; a unit's emulator has one base salary.
func TestRewards(t *testing.T) {
	t.Parallel()
	times := map[string]string{}
	for _, r := range rating.Rewards() {
		assert.True(t, r.Confidence.Confirmed())
		assert.Equal(t, "50", r.Source.Article)
		times[r.Name.En] = r.Times.String()
	}
	assert.Equal(t, map[string]string{
		"national emulation fighter": "4.5", "emulation fighter of a ministry or province": "3", "emulation fighter of the unit": "1", "advanced worker": "0.3",
		"excellent collective": "1.5", "advanced collective": "0.8", "exemplary commune, ward or special zone": "2", "cultural village or street group": "1.5",
	}, times)
	rating.Rewards()[0] = rating.Reward{}
	assert.NotZero(t, rating.Rewards()[0])
}

func TestTitlesByYear(t *testing.T) {
	t.Parallel()
	to2023, _ := rating.Titles(rating.Emulator, 2023)
	assert.Equal(t, 15, to2023.Most(100, rank.Floor))
	assert.Equal(t, 1, to2023.Most(13, rank.Floor))
	assert.Equal(t, 2, to2023.Most(13, rank.HalfUp))
	since, _ := rating.Titles(rating.Emulator, 2024)
	assert.Equal(t, -1, since.Most(100, rank.Floor), "no ratio since 2024")
	_, held := rating.Titles(rating.Emulator, 2017)
	assert.False(t, held)

	const yes, no, unsaid = rating.Yes, rating.No, rating.Unsaid
	for _, c := range []struct {
		rated                evaluation.Rating
		advanced, initiative rating.YesNo
		old, now             rating.YesNo
	}{
		{evaluation.Excellent, yes, no, no, yes},
		{evaluation.Good, yes, yes, yes, yes},
		{evaluation.Good, yes, no, no, no},
		{evaluation.Excellent, no, yes, no, no},
		{evaluation.Good, yes, unsaid, unsaid, unsaid},
		{evaluation.Unrated, yes, no, no, unsaid},
		{evaluation.Excellent, yes, unsaid, unsaid, yes},
	} {
		assert.Equal(t, c.old, to2023.Meets(c.rated, c.advanced, c.initiative), "%+v", c)
		assert.Equal(t, c.now, since.Meets(c.rated, c.advanced, c.initiative), "%+v", c)
	}
	advanced, _ := rating.Titles(rating.AdvancedWorker, 2025)
	assert.Equal(t, yes, advanced.Meets(evaluation.Good, 0, 0))
	assert.Equal(t, no, advanced.Meets(evaluation.Completed, 0, 0))
}

// formulaOf is a civil servant of 2026 whose work of one period is given.
func formulaOf(post rating.Post, general string, parts map[string]evaluation.Mark) rating.Record {
	rec := servant("a", "0")
	rec.Score, rec.Post = rule.Fraction{}, post
	rec.Periods = []rating.Period{{First: 1, Months: 12, Work: &rating.Work{General: rule.MustNumber(general), Parts: parts}}}
	return rec
}

// The formula of the regime and the scheme of Decree 335 in package evaluation make the same
// score of the same work, whatever was done, late or wrong.
func TestFormulaIsTheScheme(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(21, 22))
	for n := range 300 {
		products := make([]evaluation.Product, 1+r.IntN(6))
		for i := range products {
			products[i] = evaluation.Product{Units: rule.Ratio(int64(1+r.IntN(40)), 10).Round(1, rule.Cut), Done: r.IntN(5) > 0, Errors: r.IntN(3), Late: r.IntN(6)}
		}
		a, b, c := evaluation.Products(products...)
		parts := map[string]evaluation.Mark{"a": a, "b": b, "c": c}
		scheme, post := evaluation.Decree335(), rating.Staff
		if n%2 == 0 {
			scheme, post = evaluation.Decree335Manager(), rating.Deputy
			for _, code := range []string{"d", "đ", "e"} {
				parts[code] = evaluation.Percent(rule.Int(int64(50 + 50*r.IntN(2))))
			}
		}
		general := rule.Ratio(int64(r.IntN(3001)), 100).Round(2, rule.Cut)
		sheet := evaluation.Sheet{About: evaluation.SupportWork{Leader: "a", Year: 2026}, Entries: []evaluation.Entry{{Line: "1", Verified: evaluation.Points(general)}}}
		for code, m := range parts {
			if post == rating.Deputy && (code == "d" || code == "đ" || code == "e") {
				m = evaluation.Points(rule.MustNumber(strings.TrimSuffix(m.String(), "%")))
			}
			sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: code, Verified: m})
		}
		want := must(scheme.Score(sheet)).Total()
		got := rate(t, formulaOf(post, general.String(), parts)).Score()
		require.True(t, got.Known(), "%v", parts)
		require.Zero(t, want.Rat().Cmp(got.Rat()), "%s, %s", want, got)
	}
}

// What makes a formula none is told when a regime is made.
func TestFormulaFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*rating.Formula)
		path   rule.Path
	}{
		"the scale":   {func(f *rating.Formula) { f.General = rule.Int(31) }, "formula"},
		"no results":  {func(f *rating.Formula) { f.Results = rule.Number{} }, "formula"},
		"a twin":      {func(f *rating.Formula) { f.Parts[1].Code = "a" }, "formula.parts[1].code"},
		"a level":     {func(f *rating.Formula) { f.Parts[3].Levels[0] = rule.Int(101) }, "formula.parts[3].levels"},
		"not for all": {func(f *rating.Formula) { f.Parts = f.Parts[3:] }, "formula.parts"},
	} {
		for _, regime := range rating.Regimes() {
			if regime.Formula == nil {
				continue
			}
			require.Empty(t, regime.Faults())
			c.change(regime.Formula)
			found := regime.Faults().Of(rating.ErrRegime)
			require.Len(t, found, 1, name)
			assert.Equal(t, c.path, found[0].Path, name)
		}
	}
}

// A regime says what it is, and by which day: a day that no year has would be no limit.
func TestRegimeFaults(t *testing.T) {
	t.Parallel()
	for path, change := range map[rule.Path]func(*rating.Regime){
		"source": func(r *rating.Regime) { r.Source = rule.Source{} },
		"name":   func(r *rating.Regime) { r.Name.En = "" },
		"before": func(r *rating.Regime) { r.Before.Month, r.Before.Day = 11, 31 },
		"conditions[0].percent": func(r *rating.Regime) {
			r.Conditions[0].Test = rating.Test{Measure: rating.TargetsDone, Op: rating.AtLeast, Percent: rule.Int(101)}
		},
	} {
		regime := rating.Regimes()[0].Clone()
		require.NotEmpty(t, regime.Conditions)
		require.Empty(t, regime.Faults())
		change(&regime)
		found := regime.Faults().Of(rating.ErrRegime)
		require.Len(t, found, 1, path)
		assert.Equal(t, path, found[0].Path)
	}
}

// The order of months, absences and decisions decides nothing.
func TestOrderOfFactsDoesNotMatter(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(23, 24))
	for range 300 {
		rec := servant("a", "0")
		rec.Score, rec.NothingElse = rule.Fraction{}, r.IntN(2) == 0
		rec.Year, rec.Personnel = 2027, rating.PublicEmployee
		for m := 1; m <= 12; m += 3 {
			if r.IntN(2) == 0 {
				rec.Periods = append(rec.Periods, rating.Period{First: m, Months: 3, Score: rule.Ratio(int64(70+r.IntN(60)), 2)})
				continue
			}
			for i := range 3 {
				rec.Periods = append(rec.Periods, rating.Period{First: m + i, Months: 1, Score: rule.Ratio(int64(70+r.IntN(60)), 3)})
			}
		}
		for i := range r.IntN(4) {
			rec.Leave = append(rec.Leave, rating.Leave{Reason: rating.LeaveReason(r.IntN(5)), Months: rule.Int(int64(i))})
			rec.Discipline = append(rec.Discipline, rating.Discipline{Act: strconv.Itoa(r.IntN(2)), Year: 2026 + r.IntN(3), Ground: rating.Ground(r.IntN(4)), Former: r.IntN(3) == 0})
		}
		want := rate(t, rec)
		for range 3 {
			r.Shuffle(len(rec.Periods), func(i, j int) { rec.Periods[i], rec.Periods[j] = rec.Periods[j], rec.Periods[i] })
			r.Shuffle(len(rec.Leave), func(i, j int) { rec.Leave[i], rec.Leave[j] = rec.Leave[j], rec.Leave[i] })
			r.Shuffle(len(rec.Discipline), func(i, j int) { rec.Discipline[i], rec.Discipline[j] = rec.Discipline[j], rec.Discipline[i] })
			got := rate(t, rec)
			low, high := got.Bounds()
			wantLow, wantHigh := want.Bounds()
			require.Equal(t, []any{want.Rating(), wantLow, wantHigh, want.NotRated(), want.Score(), len(want.Steps()), len(want.Findings())},
				[]any{got.Rating(), low, high, got.NotRated(), got.Score(), len(got.Steps()), len(got.Findings())})
		}
	}
}

// What is read is rated, written and replayed, and the rating lies between its bounds.
func FuzzRecord(f *testing.F) {
	for _, c := range must(ruletest.Load(os.DirFS("testdata/cases"))) {
		f.Add([]byte(c.Given))
	}
	f.Add([]byte(`{"rulebook":{"overInFull":true,"accept":"low"},"record":{"id":"x","year":2026,"personnel":"civil-servant","authority":"province","periods":[{"first":12,"months":12,"work":{"general":"1e30","parts":{"a":"1e30%","b":"0/0","c":"-1%"}}}],"worked":"1e30","leave":[{"months":"-1"}],"shares":{"tasks-done":{"part":"1e30","whole":"0"}}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var q struct {
			Rulebook rating.Rulebook `json:"rulebook"`
			Record   rating.Record   `json:"record"`
		}
		if err := form.Decode(data, "", &q); err != nil {
			return
		}
		r, err := q.Rulebook.Rate(q.Record)
		if err != nil {
			return
		}
		if low, high := r.Bounds(); low > high || r.Rating() != evaluation.Unrated && r.Rating() != high {
			t.Fatalf("%s: %s to %s", r.Rating(), low, high)
		}
		stored, err := json.Marshal(r)
		if err != nil {
			t.Fatalf("%s was rated and cannot be written: %v", data, err)
		}
		again, err := q.Rulebook.Replay(stored, nil)
		if err != nil || !again.Same {
			t.Fatalf("%s: %v, %s", data, err, rule.Tell(again.Differs, rule.En))
		}
		_, _ = r.In(rule.Vi), r.In(rule.En)
	})
}

// The same records have the same results, byte by byte, on every platform.
func TestDigests(t *testing.T) {
	t.Parallel()
	answers := map[string]any{}
	for _, c := range must(ruletest.Load(os.DirFS("testdata/cases"))) {
		answer, found, err := judge(c.Given)
		if err == nil {
			answers[c.Name] = []any{answer, found}
		}
	}
	maintain.Digests(t, "testdata/digests.txt", answers)
}

func BenchmarkRate(b *testing.B) {
	rec := servant("a", "26999/300")
	b.ReportAllocs()
	for b.Loop() {
		_, _ = rating.Rulebook{}.Rate(rec)
	}
}

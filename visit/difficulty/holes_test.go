package difficulty_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
)

func body(id org.BodyID, span rule.Span, heirs ...org.Heir) org.Body {
	return org.Body{ID: id, Kind: org.Department, Level: org.LevelProvince, Span: span, Heirs: heirs,
		Names: []org.Name{{Text: rule.Text{Vi: string(id), En: string(id)}}}}
}

// A power that is limited covers nothing beyond its limits, each by itself.
func TestWhatAPowerCovers(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 12, 3)
	w, b, u := difficulty.Within, difficulty.Beyond, difficulty.Unclear
	for _, c := range []struct {
		power  difficulty.Power
		matter difficulty.Matter
		want   difficulty.Reach
	}{
		{difficulty.Power{}, difficulty.Matter{}, w},
		{difficulty.Power{Criterion: "17"}, difficulty.Matter{Criterion: "17"}, w},
		{difficulty.Power{Criterion: "17"}, difficulty.Matter{Criterion: "17.1"}, w},
		{difficulty.Power{Criterion: "17"}, difficulty.Matter{Criterion: "5"}, b},
		{difficulty.Power{Criterion: "17"}, difficulty.Matter{Criterion: "170"}, b},
		{difficulty.Power{Criterion: "17.1"}, difficulty.Matter{Criterion: "17"}, b},
		{difficulty.Power{Criterion: "17"}, difficulty.Matter{}, u},
		{difficulty.Power{Field: "roads"}, difficulty.Matter{Field: "roads", Criterion: "5"}, w},
		{difficulty.Power{Field: "roads"}, difficulty.Matter{Field: "schools"}, b},
		{difficulty.Power{Field: "roads"}, difficulty.Matter{}, u},
		{difficulty.Power{Set: "s"}, difficulty.Matter{Set: "t"}, b},
		{difficulty.Power{Set: "s"}, difficulty.Matter{Set: "s"}, w},
		{difficulty.Power{UpTo: rule.Int(100)}, difficulty.Matter{Size: rule.Int(100)}, w},
		{difficulty.Power{UpTo: rule.Int(100)}, difficulty.Matter{Size: rule.MustNumber("100.01")}, b},
		{difficulty.Power{UpTo: rule.Int(0)}, difficulty.Matter{Size: rule.Int(0)}, w},
		{difficulty.Power{UpTo: rule.Int(100)}, difficulty.Matter{}, u},
		{difficulty.Power{Field: "roads", UpTo: rule.Int(100)}, difficulty.Matter{Field: "schools"}, b},
		{difficulty.Power{Span: rule.Span{To: day.AddDays(-1)}}, difficulty.Matter{}, b},
	} {
		c.power.Body = "o"
		assert.Equal(t, c.want, difficulty.Competence{Powers: []difficulty.Power{c.power}}.Reach("o", c.matter, day), c)
		assert.Equal(t, b, difficulty.Competence{Powers: []difficulty.Power{c.power}}.Reach("p", c.matter, day), "another body")
	}
	several := difficulty.Competence{Powers: []difficulty.Power{{Body: "o", UpTo: rule.Int(1)}, {Body: "o", Field: "roads"}}}
	assert.Equal(t, w, several.Reach("o", difficulty.Matter{Field: "roads"}, day), "one that covers it is enough")
	assert.Equal(t, u, several.Reach("o", difficulty.Matter{Field: "schools"}, day))
}

// A matter is settled or referred, never both; a heir that settles nothing is not named.
func TestSettledOrReferred(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 12, 3)
	gone := rule.Span{To: rule.Day(2020, 12, 31)}
	x := must(with(day, body("so-cu", gone, org.Heir{To: "so-moi"}), body("so-moi", rule.Span{}), body("khong-cap", rule.Span{})))
	r := must(assignment.NewRoster(assignment.Entries{CriterionOwners: []assignment.CriterionOwner{
		{Set: "s", Criterion: "1", Body: "so-cu"}, {Set: "s", Criterion: "1", Body: "so-moi"}, {Set: "s", Criterion: "1", Body: "so-khac"}}}))
	c := difficulty.Competence{Powers: []difficulty.Power{{Body: "so-moi", UpTo: rule.Int(10)}, {Body: "ubnd-tinh"}}}
	matter := func(size int64) difficulty.Matter {
		return difficulty.Matter{Set: "s", Criterion: "1", Size: rule.Int(size)}
	}
	told := func(found rule.Findings) (told []string) {
		for _, f := range found {
			told = append(told, string(f.Code())+" "+string(f.Path))
		}
		return told
	}
	d, found, err := c.Route(matter(10), assignment.Leader{Body: "so-cu"}, r, x)
	require.NoError(t, err)
	assert.Equal(t, difficulty.Disposal{On: day, Settled: "so-moi"}, d)
	assert.Equal(t, []string{"difficulty.body-succeeded settled"}, told(found))
	d, found, err = c.Route(matter(11), assignment.Leader{Body: "so-cu"}, r, x)
	require.NoError(t, err)
	assert.Equal(t, difficulty.Disposal{On: day, Leads: []org.BodyID{"ubnd-tinh"}, Cooperating: []org.BodyID{"so-khac"}}, d, "its own body need not cooperate with itself")
	assert.Empty(t, told(found))
	d, found, err = c.Route(matter(11), assignment.Leader{Body: "x"}, r, x)
	require.NoError(t, err)
	assert.Equal(t, []org.BodyID{"so-moi", "so-khac"}, d.Cooperating, "the heir once")
	assert.Equal(t, []string{"difficulty.body-succeeded cooperating[0]"}, told(found))
}

// Without a day of its own a disposal is judged on the day of the matrix.
func TestTheDayOfADisposal(t *testing.T) {
	t.Parallel()
	c := difficulty.Competence{}
	x := must(with(rule.Day(2021, 12, 3), body("o", rule.Span{})))
	found := c.Check(difficulty.Disposal{Settled: "o"}, difficulty.Matter{}, x)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Broken, found[0].Kind)
	found = c.Check(difficulty.Disposal{Cooperating: []org.BodyID{"o"}}, difficulty.Matter{}, x)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].In(rule.En), "0 are named as leads")
	two := difficulty.Disposal{Leads: []org.BodyID{"ubnd-tinh", "ubnd-huyen"}}
	found = c.Check(two, difficulty.Matter{}, x).Of(difficulty.ErrOneLead)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].In(rule.En), "2 are named as leads")
	assert.Empty(t, difficulty.Competence{LeadsAlike: true}.Check(two, difficulty.Matter{}, x).Of(difficulty.ErrOneLead))
}

// A body whose level nobody stated exists as long as its span says.
func TestABodyWithoutALevel(t *testing.T) {
	t.Parallel()
	none := body("o", rule.Span{From: rule.Day(2021, 1, 1)})
	none.Level = 0
	c := difficulty.Competence{SettleAtWill: true}
	for _, d := range []struct {
		year, want int
	}{{2021, 0}, {2026, 0}} {
		x := must(with(rule.Day(d.year, 12, 3), none))
		assert.Len(t, c.Check(difficulty.Disposal{On: rule.Day(d.year, 12, 3), Settled: "o"}, difficulty.Matter{}, x), d.want)
	}
	x := must(with(rule.Day(2021, 12, 3), none))
	assert.Len(t, c.Check(difficulty.Disposal{On: rule.Day(2020, 12, 3), Settled: "o"}, difficulty.Matter{}, x), 1, "before it was there")
	none.Level = org.LevelDistrict
	x = must(with(rule.Day(2026, 12, 3), none))
	assert.Len(t, c.Check(difficulty.Disposal{On: rule.Day(2026, 12, 3), Settled: "o"}, difficulty.Matter{}, x), 1, "its level ended")
}

// Of an authority that ended the text's own words stand, also where nobody is known to
// have taken it over.
func TestAnAuthorityThatNobodyFollowed(t *testing.T) {
	t.Parallel()
	day := rule.Day(2026, 11, 23)
	x := must(with(day))
	var from org.BodyID
	for tr := range x.Transfers() {
		if tr.Duty == duty.ReferDifficulty {
			from = tr.From
		}
	}
	require.NotEmpty(t, from)
	p := x.Parts()
	for i := range p.Transfers {
		if p.Transfers[i].Duty == duty.ReferDifficulty && p.Transfers[i].From == from {
			p.Transfers[i].To = nil
		}
	}
	x = must(must(duty.NewMatrix(p)).On(day))
	found := difficulty.Competence{}.Check(difficulty.Disposal{On: day, Leads: []org.BodyID{from}}, difficulty.Matter{}, x)
	require.Len(t, found, 1)
	assert.Equal(t, difficulty.ErrLeadEnded, found[0].Code())
	assert.Contains(t, found[0].In(rule.En), "its successor is not known")
}

package visittest_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/visittest"
	"github.com/giupxa/giupxa/visit/workday"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

// Each reading and policy alone, all but one, none and all pass what is generated.
func TestEveryPolicyPasses(t *testing.T) {
	t.Parallel()
	const all = 1<<8 - 1
	combinations := []int{0, all}
	for i := range 8 {
		combinations = append(combinations, 1<<i, all&^(1<<i))
	}
	for n, bits := range combinations {
		on := func(i int) bool { return bits&(1<<i) != 0 }
		p := visit.Policy{BlankContent: on(0), AnyUnitTold: on(1), OldNoticeServes: on(2), SeparateNotice: on(3),
			TeamFree: on(4), SameContent: on(5), Acknowledged: on(6), TeamCounts: on(7), Generic: visit.Generic(n % 3)}
		if n%2 == 0 {
			p.Phrases = []string{"giao ban", "Họp giao ban", "làm việc"}
		}
		require.NoError(t, visittest.Check(p, nil), "%+v", p)
	}
}

// Each lead time passes, by its own calendar and by one that covers no generated day.
func TestEveryLeadTimePasses(t *testing.T) {
	t.Parallel()
	festival, err := workday.Vietnam().With(workday.Day{On: rule.Day(2021, 12, 2), Kind: workday.Off, Source: rule.Source{Kind: rule.Notice, Number: "1/TB"}})
	require.NoError(t, err)
	elsewhere, err := workday.New(workday.Parts{ID: "x", Version: "1", Coverage: rule.Year(2030), Weekend: rule.Source{Kind: rule.Notice, Number: "1/TB"}})
	require.NoError(t, err)
	for _, cal := range []workday.Calendar{{}, festival, elsewhere} {
		for i := range 16 {
			l := visit.LeadTime{N: 1 + i%3, CalendarDays: i&1 != 0, Strict: i&2 != 0, UrgentExempt: i&4 != 0}
			if i&8 != 0 {
				l.DayOff = visit.CountsNext
			}
			require.NoError(t, visittest.Check(visit.Policy{LeadTime: l, Calendar: cal, TeamFree: i&1 != 0}, nil), "%s", l)
		}
	}
}

// A policy of another text passes too: on the days on which it binds, may bind and does
// not, and with duties that it leaves out.
func TestAnotherTextPasses(t *testing.T) {
	t.Parallel()
	at := rule.Source{Article: "3"}
	for name, provisions := range map[string]map[rule.DutyID]rule.Source{
		"all":    {duty.VisitContent: at, duty.NotifyVisit: {Article: "4"}, duty.Invite: at},
		"notice": {duty.NotifyVisit: at},
		"none":   {duty.SetAsideTime: at},
	} {
		for _, known := range []civil.Date{{}, rule.Day(2021, 12, 10)} {
			parts := duty.BasisParts{ID: "own", Source: rule.Source{Kind: rule.Plan, Number: "12/KH-UBND"}, Provisions: provisions,
				KnownFrom: known, Binds: rule.Span{To: rule.Day(2024, 2, 29)}}
			if known.IsZero() {
				parts.Binds.From = rule.Day(2021, 12, 4)
			}
			basis, err := duty.NewBasis(parts)
			require.NoError(t, err)
			for _, p := range []visit.Policy{{Basis: basis}, {Basis: basis, Generic: visit.RefuseGeneric, TeamFree: true}, {Basis: basis, Acknowledged: true, SeparateNotice: true}} {
				require.NoError(t, visittest.Check(p, nil), "%s, known from %s", name, known)
			}
		}
	}
}

func TestRun(t *testing.T) {
	t.Parallel()
	cases := os.DirFS("../testdata/cases")
	visittest.Run(t, visit.Policy{}, cases)
	require.NoError(t, visittest.Check(visit.Policy{}, cases))
	t.Run("generated alone", func(t *testing.T) {
		t.Parallel()
		visittest.Run(t, visit.Policy{TeamFree: true}, nil)
	})
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		p    visit.Policy
		says string
	}{
		"a blank phrase":             {visit.Policy{Phrases: []string{"làm việc", "…"}}, "phrases[1] is blank"},
		"a phrase twice":             {visit.Policy{Phrases: []string{"Họp", "họp "}}, "repeats phrases[0]"},
		"an unknown way":             {visit.Policy{Generic: 9}, "no JSON"},
		"a phrase that is too long":  {visit.Policy{Phrases: []string{strings.Repeat("dài ", 80)}}, "does not read its own JSON"},
		"a list that takes all":      {visit.Policy{Phrases: strings.Fields("kiểm tra nhà văn hóa thôn 38 hộ chưa có điện")}, "should not come out, and did"},
		"broken where allowed":       {visit.Policy{Phrases: strings.Fields("kiểm tra nhà văn hóa thôn 38 hộ chưa có điện"), Generic: visit.RefuseGeneric}, "visit.content-generic"},
		"a list that is empty words": {visit.Policy{Phrases: []string{"", " "}}, "phrases[0] is blank"},
	} {
		require.ErrorContains(t, visittest.Check(c.p, nil), c.says, name)
	}
	cases := func(text string) fstest.MapFS {
		return fstest.MapFS{"x.json": {Data: []byte(`{"format":"giupxa.cases/1","cases":[` + text + `]}`)}}
	}
	for text, says := range map[string]string{
		``: "no cases",
		`{"name":"a","given":{"visit":{"id":"v","commune":"03112"},"roster":{}}}`:                                            "unexpected",
		`{"name":"a","given":{"colour":1,"visit":{"id":"v","commune":"03112"}}}`:                                             "form.unknown-key",
		`{"name":"a","given":{"visit":{"id":"v","commune":"03112"},"policy":{"leadDays":3}}}`:                                "form.unknown-key",
		`{"name":"a","given":{"visit":{"id":"v","commune":"03112"},"complete":[{"kind":"noticed","through":"31/02/2021"}]}}`: "form.unreadable",
	} {
		require.ErrorContains(t, visittest.Check(visit.Policy{}, cases(text)), says, text)
	}
	_, _, err := visittest.Judge(visit.Policy{})([]byte(`{`))
	assert.Error(t, err)
}

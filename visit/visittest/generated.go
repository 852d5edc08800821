package visittest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"cloud.google.com/go/civil"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/visit"
)

// specific is content that no list of phrases should take for generic.
const specific = "kiểm tra nhà văn hóa thôn, 38 hộ chưa có điện"

const commune, other org.UnitCode = "02686", "082"

// days are the days of the generated visits: a weekday and its weekend, the ends of
// a year, a leap day, the first working day after a Tết.
var days = []civil.Date{
	rule.Day(2021, 12, 3), rule.Day(2021, 12, 4), rule.Day(2021, 12, 31), rule.Day(2022, 1, 1),
	rule.Day(2022, 2, 7), rule.Day(2024, 2, 29), rule.Day(2024, 3, 1),
}

// generator makes the visits of one policy and collects what goes wrong.
type generator struct {
	p      visit.Policy
	roster assignment.Roster
	faults []error
}

func proofs(p visit.Policy) []ruletest.Proof {
	proof := func(name, why string, run func(*generator)) ruletest.Proof {
		return ruletest.Proof{Name: name, Why: why, Check: func() error {
			roster, err := assignment.NewRoster(assignment.Entries{
				Leaders: []assignment.Leader{{ID: "l", Body: "b"}},
				Assignments: []assignment.Assignment{{ID: "a", Leader: "l", Commune: commune,
					Span: rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2025, 6, 30)}}},
			})
			g := &generator{p: p, roster: roster, faults: []error{err}}
			run(g)
			return errors.Join(g.faults...)
		}}
	}
	daily := func(run func(*generator, civil.Date)) func(*generator) {
		return func(g *generator) {
			for _, day := range days {
				run(g, day)
			}
		}
	}
	return []ruletest.Proof{
		proof("data", "each phrase says something and is listed once; the policy is the same after it was stored", (*generator).data),
		proof("phrases", "each phrase of the list is generic in any spelling, and is not where one word more stands beside it", (*generator).phrases),
		proof("boundaries", "a notice sent before the start is in time; one of the same day without a time is undecided", daily((*generator).boundaries)),
		proof("facts", "each reading and each missing fact decides as the switches of the policy say", daily((*generator).others)),
		proof("invariants", "order and storage change nothing; no notice that may be in time is held breached", daily((*generator).invariants)),
		proof("assignments", "only a leader who is assigned to the commune on that day visits it", (*generator).assignments),
	}
}

func (g *generator) demandf(ok bool, format string, args ...any) {
	if !ok {
		g.faults = append(g.faults, fmt.Errorf(format, args...))
	}
}

// data proves that the policy itself is whole: each phrase says something, none
// stands twice, all values are known, and storing the policy loses nothing.
func (g *generator) data() {
	seen := map[string]int{}
	for i, phrase := range g.p.Phrases {
		key := rule.Fold(phrase)
		first, twice := seen[key]
		g.demandf(!rule.Blank(phrase), "phrases[%d] is blank", i)
		g.demandf(!twice, "phrases[%d] «%s» stands as phrases[%d] already", i, phrase, first)
		seen[key] = i
	}
	data, err := g.p.MarshalJSON()
	g.demandf(err == nil, "the policy has no JSON: %v", err)
	if err != nil {
		return
	}
	var back visit.Policy
	err = back.UnmarshalJSON(data)
	g.demandf(err == nil, "the policy does not read its own JSON: %v", err)
	want := g.p
	want.Phrases = nil
	for _, phrase := range g.p.Phrases {
		want.Phrases = append(want.Phrases, norm.NFC.String(phrase))
	}
	g.demandf(err != nil || reflect.DeepEqual(want, back), "the policy changes on its way through JSON")
}

// visit makes a visit with everything that a policy can ask for.
func (g *generator) visit(start rule.Moment, sent ...rule.Moment) visit.Visit {
	v := visit.Visit{ID: "v", Commune: commune, Assignment: "a", Start: start, Items: []string{specific}}
	for _, s := range sent {
		v.Notices = append(v.Notices, visit.Notice{Sent: s, To: commune, Items: []string{specific}, Acknowledged: s})
	}
	return v
}

// expect proves that a code comes out of a visit as a kind, or not at all where the
// kind is 0.
func (g *generator) expect(v visit.Visit, c rule.Code, k rule.Kind, what string) {
	found := g.p.Check(v, g.roster)
	of := found.Of(c)
	switch {
	case k == 0:
		g.demandf(len(of) == 0, "%s: %s should not come out, and did", what, string(c))
	case len(of) == 0:
		g.demandf(false, "%s: %s should come out as %s, and did not", what, string(c), k)
	default:
		g.demandf(of[0].Kind == k, "%s: %s is %s, not %s", what, string(c), of[0].Kind, k)
	}
	g.demandf((found.Err() != nil) == found.Has(rule.Broken), "%s: Err and the findings disagree", what)
}

// at is a moment a number of minutes after midnight of a day, which may be below 0.
func at(day civil.Date, minutes int) rule.Moment {
	for ; minutes < 0; minutes += 24 * 60 {
		day = day.AddDays(-1)
	}
	for ; minutes >= 24*60; minutes -= 24 * 60 {
		day = day.AddDays(1)
	}
	return rule.At(day, minutes/60, minutes%60)
}

// boundaries sends one notice at each side of the start.
func (g *generator) boundaries(day civil.Date) {
	type sent struct {
		when rule.Moment
		kind rule.Kind
	}
	judge := func(start rule.Moment, all ...sent) {
		for _, s := range all {
			g.expect(g.visit(start, s.when), visit.ErrNoticeNotBefore, s.kind,
				fmt.Sprintf("visit %s, notice %s", start, s.when))
		}
	}
	for _, minute := range []int{0, 1, 8 * 60, 12 * 60, 24*60 - 1} {
		judge(at(day, minute),
			sent{at(day, minute-1), 0}, sent{at(day, minute), rule.Broken}, sent{at(day, minute+1), rule.Broken},
			sent{rule.On(day.AddDays(-1)), 0}, sent{rule.On(day), rule.Undecided}, sent{rule.On(day.AddDays(1)), rule.Broken},
			sent{at(day, -1), 0}, sent{at(day, 24*60), rule.Broken}, sent{rule.Moment{}, rule.Undecided})
	}
	judge(rule.On(day),
		sent{rule.On(day.AddDays(-1)), 0}, sent{rule.On(day), rule.Undecided}, sent{rule.On(day.AddDays(1)), rule.Broken},
		sent{at(day, -1), 0}, sent{at(day, 0), rule.Undecided}, sent{at(day, 24*60-1), rule.Undecided}, sent{at(day, 24*60), rule.Broken})
}

// others goes through the facts on which a reading or a missing notice hangs.
func (g *generator) others(day civil.Date) {
	flipped := func(alternative bool, k rule.Kind) rule.Kind {
		if alternative {
			return 0
		}
		return k
	}
	start, before := at(day, 8*60), rule.On(day.AddDays(-1))

	v := g.visit(start)
	g.expect(v, visit.ErrNoticeMissing, rule.Undecided, "no notice recorded")
	v.NoticesComplete = true
	g.expect(v, visit.ErrNoticeMissing, rule.Broken, "no notice given")

	v = g.visit(start, before)
	v.Notices[0].To = other
	g.expect(v, visit.ErrNoticeElsewhere, flipped(g.p.AnyUnitTold, rule.Broken), "notice to the district")

	v = g.visit(start, before)
	v.MovedFrom, v.Notices[0].For = "v0", "v0"
	g.expect(v, visit.ErrNoticeOfOld, flipped(g.p.OldNoticeServes, rule.Broken), "notice for the visit before it was moved")
	v.Notices = append(v.Notices, g.visit(start, before).Notices...)
	g.expect(v, visit.ErrNoticeOfOld, 0, "moved, with a new notice")

	v = g.visit(start)
	v.Invitation = &visit.Invitation{ID: "m", From: commune, Leader: "l", Sent: before, Accepted: before, Agenda: []string{specific}}
	g.expect(v, visit.ErrInvitationServes, flipped(g.p.SeparateNotice, rule.Advice), "accepted invitation")
	g.expect(v, visit.ErrNoticeMissing, flipped(!g.p.SeparateNotice, rule.Undecided), "accepted invitation alone")

	v = g.visit(start, before)
	v.Items, v.Notices[0].Items = nil, nil
	g.expect(v, visit.ErrContentMissing, rule.Broken, "no content")
	v.Items = []string{" \t ", "…", ""}
	g.expect(v, visit.ErrContentMissing, 0, "blank content")
	g.expect(v, visit.ErrContentBlank, flipped(g.p.BlankContent, rule.Broken), "blank content")

	v = g.visit(start, at(day, 8*60))
	v.Participants = []visit.Participant{{Role: visit.TeamMember}}
	g.expect(v, visit.ErrNoticeNotBefore, flipped(g.p.TeamFree, rule.Broken), "the team alone, told at the start")
	g.expect(v, visit.ErrTeamAlone, flipped(g.p.TeamFree, rule.Advice), "the team alone, told at the start")
}

// phrases proves that each phrase of the list is generic in any spelling, and that
// one word more is not.
func (g *generator) phrases() {
	list := g.p.Phrases
	if len(list) == 0 {
		list = visit.GenericPhrases()
	}
	kind := map[visit.Generic]rule.Kind{visit.AdviseGeneric: rule.Advice, visit.RefuseGeneric: rule.Broken}[g.p.Generic]
	day := days[0]
	v := g.visit(rule.On(day), rule.On(day.AddDays(-1)))
	v.Notices[0].Items = nil
	for _, phrase := range list {
		if rule.Blank(phrase) {
			continue
		}
		for _, text := range []string{phrase, norm.NFD.String(phrase), strings.ToUpper(phrase), "  " + phrase + " – ", phrase + ", " + phrase + "."} {
			v.Items = []string{text}
			g.expect(v, visit.ErrContentGeneric, kind, text)
			g.expect(v, visit.ErrContentBlank, 0, text)
		}
		for _, items := range [][]string{{phrase + " " + specific}, {phrase, specific}, {specific, phrase}} {
			v.Items = items
			g.expect(v, visit.ErrContentGeneric, 0, strings.Join(items, " | "))
		}
	}
}

// invariants proves what holds of any policy.
func (g *generator) invariants(day civil.Date) {
	start := at(day, 8*60)
	for _, sent := range []rule.Moment{{}, rule.On(day.AddDays(-3)), rule.On(day), at(day, 8*60), rule.On(day.AddDays(2))} {
		v := g.visit(start, sent)
		before := g.p.Check(v, g.roster)

		again, err := copyOf(v)
		g.demandf(err == nil, "a visit does not come back from JSON: %v", err)
		g.demandf(equal(before, g.p.Check(again, g.roster)), "JSON changes the findings of a notice %s", sent)

		v.Notices = append(v.Notices, g.visit(start, rule.On(day.AddDays(-10))).Notices...)
		g.expect(v, visit.ErrNoticeNotBefore, 0, "a second notice in order")
		slices.Reverse(v.Notices)
		g.expect(v, visit.ErrNoticeNotBefore, 0, "the same notices the other way round")

		v = again
		v.Made = true
		g.facts(v)
	}
}

// facts proves that a visit's records make a register, and that no visit that may
// have been told of in time is held breached.
func (g *generator) facts(v visit.Visit) {
	facts := g.p.Records(v, g.roster)
	through := map[duty.Kind]civil.Date{duty.Noticed: v.Start.Date.AddDays(30)}
	register, err := duty.NewRegister(through, facts...)
	g.demandf(err == nil, "the records make no register: %v", err)
	late := g.p.Check(v, g.roster).Of(visit.ErrNoticeNotBefore).Has(rule.Broken)
	for _, due := range g.p.Owed(v, g.roster) {
		g.demandf(due.Once && due.Latest == v.Start.Date, "a notice is owed once, to the day of the visit")
		breached := due.Status(register, v.Start.Date.AddDays(1)).Status == duty.Breached
		g.demandf(breached == late, "the notice of %s to the visit of %s: late is %t by the check, breached %t by the register",
			v.Notices[0].Sent, v.Start, late, breached)
	}
	v.Made = false
	g.demandf(len(g.p.Owed(v, g.roster)) == 0, "a visit that was not made owes something")
}

// assignments goes round the ends of an assignment.
func (g *generator) assignments() {
	for _, c := range []struct {
		day  civil.Date
		kind rule.Kind
	}{
		{rule.Day(2021, 5, 13), rule.Broken}, {rule.Day(2021, 5, 14), 0}, {rule.Day(2025, 6, 30), 0}, {rule.Day(2025, 7, 1), rule.Broken},
	} {
		day, kind := c.day, c.kind
		v := g.visit(rule.On(day), rule.On(day.AddDays(-1)))
		g.expect(v, visit.ErrNotAssigned, kind, "by assignment on "+day.String())
		v.Assignment, v.Leader = "", "l"
		g.expect(v, visit.ErrNotAssigned, kind, "by leader on "+day.String())
		v.Leader = "someone else"
		g.expect(v, visit.ErrNotAssigned, rule.Broken, "another leader on "+day.String())
		v.Leader = ""
		g.expect(v, visit.ErrNotAssigned, rule.Undecided, "nobody named on "+day.String())
	}
}

func copyOf(v visit.Visit) (visit.Visit, error) {
	data, err := v.MarshalJSON()
	if err != nil {
		return v, err
	}
	var back visit.Visit
	return back, back.UnmarshalJSON(data)
}

func equal(a, b rule.Findings) bool {
	return slices.EqualFunc(a, b, func(x, y rule.Finding) bool {
		return x.Kind == y.Kind && x.Code() == y.Code() && x.Path == y.Path && x.String() == y.String()
	})
}

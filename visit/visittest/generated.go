package visittest

import (
	"errors"
	"fmt"
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
	"github.com/giupxa/giupxa/visit/workday"
)

// specific is content that no list of phrases should take for generic.
const specific = "kiểm tra nhà văn hóa thôn, 38 hộ chưa có điện"

const commune, other org.UnitCode = "02686", "082"

// days are the days of the generated visits: before and after a text of 2021 was known to
// bind, a weekday and its weekend, the ends of a year, a leap day, the first working day
// after a Tết.
var days = []civil.Date{
	rule.Day(2021, 7, 15), rule.Day(2021, 8, 9), rule.Day(2021, 8, 10), rule.Day(2021, 12, 3), rule.Day(2021, 12, 4), rule.Day(2021, 12, 31), rule.Day(2022, 1, 1),
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
			for _, day := range append(g.edges(), days...) {
				run(g, day)
			}
		}
	}
	return []ruletest.Proof{
		proof("data", "each phrase says something and is listed once; the policy is the same after it was stored", (*generator).data),
		proof("phrases", "each phrase of the list is generic in any spelling, and is not where one word more stands beside it", (*generator).phrases),
		proof("boundaries", "a notice sent before the start is in time; one of the same day without a time is undecided", daily((*generator).boundaries)),
		proof("facts", "each reading and each missing fact decides as the switches of the policy say", daily((*generator).others)),
		proof("lead time", "a notice is late from the day after the last day on; on the last day the days left, counted one by one, are as many as the policy asks for, and on the next day fewer", daily((*generator).leadTime)),
		proof("invariants", "order and storage change nothing; no notice that may be in time is held breached", daily((*generator).invariants)),
		proof("assignments", "only a leader who is assigned to the commune on that day visits it", (*generator).assignments),
	}
}

// edges are the days around those on which the policy's own text begins and ceases to
// bind.
func (g *generator) edges() []civil.Date {
	var edges []civil.Date
	parts := g.p.Basis.Parts()
	for _, day := range []civil.Date{parts.KnownFrom, parts.Binds.From, parts.Binds.To} {
		if !day.IsZero() {
			edges = append(edges, day.AddDays(-1), day, day.AddDays(1))
		}
	}
	return edges
}

func (g *generator) demandf(ok bool, format string, args ...any) {
	if !ok {
		g.faults = append(g.faults, fmt.Errorf(format, args...))
	}
}

// data proves that the policy itself is whole: each phrase says something, none
// is repeated, all values are known, and storing the policy loses nothing.
func (g *generator) data() {
	seen := map[string]int{}
	for i, phrase := range g.p.Phrases {
		key := rule.Fold(phrase)
		first, twice := seen[key]
		g.demandf(!rule.Blank(phrase), "phrases[%d] is blank", i)
		g.demandf(!twice, "phrases[%d] «%s» repeats phrases[%d]", i, phrase, first)
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
		want.Phrases = append(want.Phrases, rule.Normal(phrase))
	}
	g.demandf(err != nil || want.Edition() == back.Edition(), "the policy changes on its way through JSON")
}

// visit makes a visit with everything that a policy can ask for; its list of notices is
// whole.
func (g *generator) visit(start rule.Moment, sent ...rule.Moment) visit.Visit {
	v := visit.Visit{ID: "v", Commune: commune, Assignment: "a", Start: start, Items: []string{specific}, NoticesComplete: true}
	for _, s := range sent {
		v.Notices = append(v.Notices, visit.Notice{Sent: s, To: commune, Items: []string{specific}, Acknowledged: s})
	}
	return v
}

var rules = func() map[rule.Code]rule.Rule {
	rows := map[rule.Code]rule.Rule{}
	for _, r := range visit.Rules() {
		rows[r.Code] = r
	}
	return rows
}()

// under is what becomes of a finding under the policy's text, as its dues tell it: none
// where the text does not lay the duty down or did not bind on the day, and none that is
// broken where it only may have bound.
func (g *generator) under(day civil.Date, d rule.DutyID, k rule.Kind) rule.Kind {
	probe := g.visit(rule.On(day))
	probe.Made, probe.Invitation = true, &visit.Invitation{ID: "m", From: commune}
	for _, due := range g.p.Owed(probe, g.roster) {
		switch {
		case due.Duty != d:
		case due.Binding == duty.MayBind && k == rule.Broken:
			return rule.Undecided
		default:
			return k
		}
	}
	return 0
}

// expect proves that a code comes out of a visit as a kind, or not at all where the
// kind is 0. Of a rule of the text it expects what the text makes of it.
func (g *generator) expect(v visit.Visit, c rule.Code, k rule.Kind, what string) {
	if r := rules[c]; k != 0 && (r.Origin == rule.OriginText || r.Origin == rule.OriginReading) {
		k = g.under(v.Start.Date, r.Duty, k)
	}
	found := g.p.Check(v, g.roster)
	g.cites(found, what)
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

// cites proves that what rests on the text names the passage of the policy's own text.
func (g *generator) cites(found rule.Findings, what string) {
	for _, f := range found {
		r := f.Rule()
		if g.p.Basis.IsZero() || r.Duty == "" || r.Origin != rule.OriginText && r.Origin != rule.OriginReading {
			continue
		}
		passage, laid := g.p.Basis.Cite(r.Duty)
		cited := r.Source
		if r.Origin == rule.OriginReading {
			cited = r.Passage
		}
		g.demandf(laid && cited == passage, "%s: %s cites %s, which is not where the text lays down %s", what, string(r.Code), cited, r.Duty)
	}
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
			what := fmt.Sprintf("visit %s, notice %s", start, s.when)
			v := g.visit(start, s.when)
			g.expect(v, visit.ErrNoticeNotBefore, s.kind, what)
			// Another notice may have been given, and then nothing is broken.
			v.NoticesComplete = false
			g.expect(v, visit.ErrNoticeNotBefore, undecided(s.kind), what+", the list open")
			// Acknowledged before the start, it was given before the start.
			v.Notices[0].Sent, v.NoticesComplete = rule.Moment{}, true
			g.expect(v, visit.ErrNoticeNotBefore, undecided(s.kind), what+" by its acknowledgement")
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

// undecided is what becomes of a finding where a fact that would answer it is missing.
func undecided(k rule.Kind) rule.Kind {
	if k == 0 {
		return 0
	}
	return rule.Undecided
}

// others goes through the facts on which a reading or a missing notice depends.
func (g *generator) others(day civil.Date) {
	flipped := func(alternative bool, k rule.Kind) rule.Kind {
		if alternative {
			return 0
		}
		return k
	}
	start, before := at(day, 8*60), rule.On(day.AddDays(-1))

	v := g.visit(start)
	g.expect(v, visit.ErrNoticeMissing, rule.Broken, "no notice given")
	v.NoticesComplete = false
	g.expect(v, visit.ErrNoticeMissing, rule.Undecided, "no notice recorded")

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
	g.expect(v, visit.AdviceInvitationServes, flipped(g.p.SeparateNotice, rule.Advice), "accepted invitation")
	g.expect(v, visit.ErrNoticeMissing, flipped(!g.p.SeparateNotice, rule.Broken), "accepted invitation alone")
	g.expect(v, visit.ErrInvitationNotBefore, 0, "invited before the meeting")
	v.Invitation.Sent = rule.Moment{}
	g.expect(v, visit.ErrInvitationNotBefore, 0, "accepted before the meeting, and so invited before it")
	v.Invitation.Accepted = rule.Moment{}
	g.expect(v, visit.ErrInvitationNotBefore, rule.Undecided, "invited on a day not stated")

	v = g.visit(start, before)
	v.Items, v.Notices[0].Items = nil, nil
	g.expect(v, visit.ErrContentMissing, rule.Broken, "no content")
	v.Items = []string{" \t ", "…", ""}
	g.expect(v, visit.ErrContentMissing, 0, "blank content")
	g.expect(v, visit.ErrContentBlank, flipped(g.p.BlankContent, rule.Broken), "blank content")

	v = g.visit(start, at(day, 8*60))
	v.Participants = []visit.Participant{{Role: visit.TeamMember}}
	g.expect(v, visit.ErrNoticeNotBefore, flipped(g.p.TeamFree, rule.Broken), "the team alone, told at the start")
	g.expect(v, visit.AdviceTeamAlone, flipped(g.p.TeamFree, rule.Advice), "the team alone, told at the start")
}

// leadTime sends one notice on each side of the last day, and counts the days that are left.
func (g *generator) leadTime(day civil.Date) {
	l := g.p.LeadTime
	last, err := g.p.LastDay(day, workday.Calendar{})
	v := g.visit(at(day, 8*60), rule.On(day.AddDays(-1)))
	if l.N < 1 || err != nil {
		// Without a lead time nothing is late; where the calendar does not tell, nobody is accused.
		g.expect(v, visit.ErrNoticeLate, undecided(rule.Kind(min(l.N, 1))), fmt.Sprintf("visit %s, %v", day, err))
		return
	}
	cal := g.p.Calendar.Or(workday.Vietnam())
	for days, kind := range map[int]rule.Kind{-7: 0, -1: 0, 0: 0, 1: rule.Broken} {
		sent := last.End.AddDays(days)
		what := fmt.Sprintf("visit %s, last day %s, notice %s", day, last.End, sent)
		v := g.visit(at(day, 8*60), rule.On(sent))
		g.expect(v, visit.ErrNoticeLate, kind, what)
		v.NoticesComplete = false
		g.expect(v, visit.ErrNoticeLate, undecided(kind), what+", the list open")
		v.NoticesComplete, v.Urgent = true, specific
		if l.UrgentExempt {
			g.expect(v, visit.ErrNoticeLate, 0, what+", urgent")
		}
		left, err := left(l, cal, sent, day)
		g.demandf(err == nil && (left < l.N) == (kind == rule.Broken), "%s: %d days are left of %d, %v", what, left, l.N, err)
	}
}

// left counts the days that a notice leaves, one by one.
func left(l visit.LeadTime, cal workday.Calendar, sent, day civil.Date) (int, error) {
	var faults []error
	counts := func(d civil.Date) bool {
		works, err := cal.IsWorkday(d)
		faults = append(faults, err)
		return works
	}
	for l.DayOff == visit.CountsNext && sent.Before(day) && !counts(sent) {
		sent = sent.AddDays(1)
	}
	n := 0
	for d := sent; d.Before(day); d = d.AddDays(1) {
		if (d != sent || !l.Strict) && (l.CalendarDays || counts(d)) {
			n++
		}
	}
	return n, errors.Join(faults...)
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
	if g.p.Generic == visit.AdviseGeneric {
		kind = g.under(day, duty.VisitContent, kind) // advice on what the text asks for
	}
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

// facts proves that a visit's records make a register, that no visit that may have been
// told of in time is held breached, and that one without content is.
func (g *generator) facts(v visit.Visit) {
	silent := v
	silent.Items, silent.Notices = nil, slices.Clone(v.Notices)
	for i := range silent.Notices {
		silent.Notices[i].Items = nil
	}
	for _, v := range []visit.Visit{v, silent} {
		through := v.Start.Date.AddDays(30)
		register, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: through}, {Kind: duty.VisitMade, Through: through}}, g.p.Records(v, g.roster)...)
		g.demandf(err == nil, "the records make no register: %v", err)
		found := g.p.Check(v, g.roster)
		broken := map[rule.DutyID]bool{
			duty.NotifyVisit:  found.Of(visit.ErrNoticeNotBefore).Has(rule.Broken),
			duty.VisitContent: found.Of(visit.ErrContentMissing).Has(rule.Broken),
		}
		for _, due := range g.p.Owed(v, g.roster) {
			g.demandf(due.Once && due.Latest == v.Start.Date, "what a visit asks for is owed once, to the day of the visit")
			g.demandf(due.Origin == rule.OriginText && !due.Source.IsZero(), "%s is owed by no passage of the text", due.Duty)
			breached := due.Status(register, v.Start.Date.AddDays(1)).Status == duty.Breached
			g.demandf(breached == broken[due.Duty], "%s of the visit of %s, notice %s: broken is %t by the check, breached %t by the register",
				due.Duty, v.Start, v.Notices[0].Sent, broken[due.Duty], breached)
		}
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

package visit

import "github.com/giupxa/giupxa/criteria/rule"

// worth is what one act of telling is worth for a visit.
type worth uint8

const (
	nothing   worth = iota // it tells nobody
	serves                 // given to the commune before the start
	unclear                // before or after the start: not known
	unknownTo              // whom it told is not stated, and it may be in time
	notBefore              // not before the start
	elsewhere              // to another unit
	ofOld                  // for the visit before it was moved
	ofOther                // for some other visit
	unreal                 // of a moment that does not exist
)

// told is whether the commune was told of the visit.
type told uint8

const (
	notTold told = iota // nothing recorded tells it in time
	maybe
	byInvitation
	byNotice
)

// weigh classifies each notice and the invitation, under the readings of the policy.
// One notice in order is enough.
func (c *check) weigh() {
	if n := len(c.v.Notices); n > 0 {
		c.notices = make([]worth, n)
	}
	best := notTold
	for i := range c.v.Notices {
		w := c.ofNotice(&c.v.Notices[i])
		c.notices[i] = w
		switch w {
		case serves:
			best = byNotice
		case unclear, unknownTo:
			best = max(best, maybe)
		}
	}
	c.acceptance, c.invited = c.ofAcceptance(), c.ofInvitation()
	switch c.acceptance {
	case serves:
		best = max(best, byInvitation)
	case unclear:
		best = max(best, maybe)
	}
	c.told = best
}

func (c *check) ofNotice(n *Notice) worth {
	switch v, p := c.v, c.p; {
	case impossible(n.Sent):
		return unreal
	case n.For != "" && n.For != v.ID && n.For != v.MovedFrom:
		return ofOther
	case n.For != "" && n.For != v.ID && !p.OldNoticeServes:
		return ofOld
	case n.To != "" && n.To != v.Commune && !p.AnyUnitTold:
		return elsewhere
	}
	when := c.byThen(n.Sent, n.Acknowledged)
	if n.To == "" && when != notBefore {
		return unknownTo
	}
	return when
}

// ofAcceptance says what the accepted invitation is worth as a notice.
func (c *check) ofAcceptance() worth {
	in := c.v.Invitation
	if c.p.SeparateNotice || in == nil || in.From != c.v.Commune || !in.invites(c.leader()) || !in.Accepted.IsValid() {
		return nothing
	}
	if when := c.before(in.Accepted); when != notBefore && !blank(in.Agenda) {
		return when
	}
	return nothing
}

// ofInvitation says whether the invitation came before the meeting.
func (c *check) ofInvitation() worth {
	in := c.v.Invitation
	switch {
	case in == nil:
		return nothing
	case impossible(in.Sent):
		return unreal
	}
	return c.byThen(in.Sent, in.Accepted)
}

// before says whether a moment lies before the start: serves, unclear or notBefore.
func (c *check) before(m rule.Moment) worth {
	if m.IsZero() || !c.v.Start.IsValid() {
		return unclear
	}
	switch is, known := m.Before(c.v.Start); {
	case !known:
		return unclear
	case is:
		return serves
	default:
		return notBefore
	}
}

// byThen is [check.before] of an act that was answered later. Where only the answer's
// moment is known, the act came no later; that it came after the start cannot be known.
func (c *check) byThen(act, answer rule.Moment) worth {
	if act.IsZero() && answer.IsValid() && c.before(answer) == serves {
		return serves
	}
	return c.before(act)
}

// notice judges what each notice says of itself, and whether the commune was told
// before the visit. One notice in order is enough, and then nothing is said of the
// others, unless they are of another visit or of no real moment.
func (c *check) notice() {
	for i, w := range c.notices {
		n := &c.v.Notices[i]
		if impossible(n.Sent) || impossible(n.Acknowledged) {
			c.exists(n.Sent, noticePath(i).Key("sent"))
			c.exists(n.Acknowledged, noticePath(i).Key("acknowledged"))
		}
		if w == ofOther {
			c.Broken(ErrNoticeOfOther, noticePath(i).Key("for"), rule.A("visit", rule.Shorten(n.For)))
		}
	}
	switch {
	case c.told == byNotice && c.bound():
		c.acknowledged()
		c.sameContent()
	case !c.asksNotice():
	case c.told == byInvitation:
		c.Advice(AdviceInvitationServes, "invitation.accepted")
	case c.told == maybe:
		c.mayServe()
	default:
		c.noneServes()
	}
}

// mayServe reports each notice that may be in order.
func (c *check) mayServe() {
	for i, w := range c.notices {
		if w == unclear || w == unknownTo {
			c.Add(c.doubt(i))
		}
	}
	if c.acceptance == unclear {
		c.Add(c.doubtOfAcceptance())
	}
}

// doubt is what is not known of a notice that may be in order.
func (c *check) doubt(i int) rule.Finding {
	if c.notices[i] == unknownTo {
		return table.Undecided(ErrNoticeMissing, noticePath(i).Key("to"))
	}
	return table.Undecided(ErrNoticeNotBefore, noticePath(i).Key("sent"), c.start(), sentArg(c.v.Notices[i].Sent))
}

func (c *check) doubtOfAcceptance() rule.Finding {
	return table.Undecided(ErrNoticeNotBefore, "invitation.accepted", c.start(), sentArg(c.v.Invitation.Accepted))
}

// unless is the kind of a finding that another notice could answer: nothing is broken
// unless the list of notices is whole.
func (c *check) unless() rule.Kind {
	if c.v.NoticesComplete {
		return rule.Broken
	}
	return rule.Undecided
}

// noneServes reports why each notice is none, or that there is none at all.
func (c *check) noneServes() {
	some := false
	for i, w := range c.notices {
		at, n := noticePath(i), &c.v.Notices[i]
		switch w {
		case notBefore:
			c.Report(c.unless(), ErrNoticeNotBefore, at.Key("sent"), c.start(), sentArg(n.Sent))
		case elsewhere:
			c.Report(c.unless(), ErrNoticeElsewhere, at.Key("to"),
				rule.A("to", rule.Shorten(string(n.To))), rule.A("commune", rule.Shorten(string(c.v.Commune))))
		case ofOld:
			c.Report(c.unless(), ErrNoticeOfOld, at.Key("for"), rule.A("visit", rule.Shorten(n.For)))
		default:
			continue
		}
		some = true
	}
	if !some {
		c.Report(c.unless(), ErrNoticeMissing, "notices")
	}
}

// acknowledged judges, where the host asks for it, whether the commune said before
// the visit that it knows of a notice in order. One is enough.
func (c *check) acknowledged() {
	if !c.p.Acknowledged {
		return
	}
	var lacking rule.Findings
	for i, w := range c.notices {
		m := c.v.Notices[i].Acknowledged
		if w != serves || impossible(m) {
			continue
		}
		kind := rule.Undecided
		switch c.before(m) {
		case serves:
			return
		case notBefore:
			kind = c.unless()
		}
		lacking = append(lacking, table.Finding(kind, ErrNotAcknowledged, noticePath(i).Key("acknowledged")))
	}
	for _, f := range lacking {
		c.Add(f)
	}
}

// sameContent compares, where the host asks for it, what was announced with what
// the visit is for. What another notice may have announced is not held against it.
func (c *check) sameContent() {
	if !c.p.SameContent {
		return
	}
	items, announced := map[string]bool{}, map[string]bool{}
	for _, item := range c.v.ownContents {
		items[spelling(item)] = true
	}
	for i, w := range c.notices {
		if w != serves {
			continue
		}
		told := c.v.Notices[i].Items
		addSpellings(announced, told)
		for j, item := range told {
			if len(items) > 0 && !items[spelling(item)] {
				c.differs(rule.Broken, noticePath(i).Key("items").Index(j), item)
			}
		}
	}
	if len(announced) == 0 || len(items) == 0 {
		c.Undecided(ErrContentDiffers, "items", rule.A("text", rule.Text{Vi: "chưa ghi", En: "not stated"}))
		return
	}
	for at, item := range c.v.ownContents {
		if !announced[spelling(item)] {
			c.differs(c.unless(), at.path(), item)
		}
	}
}

func (c *check) differs(k rule.Kind, at rule.Path, item string) {
	c.Report(k, ErrContentDiffers, at, rule.A("text", rule.Shorten(item)))
}

func (c *check) start() rule.Arg { return rule.A("start", c.v.Start) }

func sentArg(m rule.Moment) rule.Arg {
	if m.IsZero() {
		return rule.A("sent", rule.Text{Vi: "không rõ ngày", En: "on a day not stated"})
	}
	return rule.A("sent", m)
}

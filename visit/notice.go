package visit

import (
	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
)

// standing is what one notice is worth for a visit.
type standing uint8

const (
	serves    standing = iota // given to the commune before the start
	undecided                 // before or after the start: not known
	unknownTo                 // in time; whom it told is not stated
	late                      // to the commune, not before the start
	elsewhere                 // to another unit
	ofOld                     // for the visit before it was moved
	ofOther                   // for some other visit
	unreal                    // of a moment that does not exist
)

// weigh says what a notice is worth, under the readings of the policy.
func (p *Policy) weigh(v *Visit, n *Notice) standing {
	switch {
	case !n.Sent.IsZero() && !n.Sent.IsValid():
		return unreal
	case n.For != "" && n.For != v.ID && n.For != v.MovedFrom:
		return ofOther
	case n.For != "" && n.For != v.ID && !p.OldNoticeServes:
		return ofOld
	case n.To != "" && n.To != v.Commune && !p.AnyUnitTold:
		return elsewhere
	}
	when := before(n.Sent, v.Start)
	if n.To == "" && when != late {
		return unknownTo
	}
	return when
}

// before says whether a moment lies before the start: serves, undecided or late.
func before(m, start rule.Moment) standing {
	if m.IsZero() {
		return undecided
	}
	switch is, known := m.Before(start); {
	case !known:
		return undecided
	case is:
		return serves
	default:
		return late
	}
}

// weighInvitation says what an invitation is worth as a notice: serves, undecided,
// or nothing, which is late.
func (p *Policy) weighInvitation(v *Visit, a assignment.Assignment) standing {
	in := v.Invitation
	if p.SeparateNotice || in == nil || in.From != v.Commune || !in.invites(v.leader(a)) || !in.Accepted.IsValid() {
		return late
	}
	for _, item := range in.Agenda {
		if !rule.Blank(item) {
			return before(in.Accepted, v.Start)
		}
	}
	return late
}

// notice judges whether the commune was told before the visit. One notice in order
// is enough, and then nothing is said of the others, unless they are of another
// visit or of no real moment.
func (p *Policy) notice(v *Visit, a assignment.Assignment, found rule.Findings) rule.Findings {
	served, open := false, false
	for i := range v.Notices {
		switch n := &v.Notices[i]; p.weigh(v, n) {
		case serves:
			served = true
		case undecided, unknownTo:
			open = true
		case unreal:
			found = exists(n.Sent, noticePath(i).Key("sent"), found)
		case ofOther:
			found = append(found, table.Broken(ErrNoticeOfOther, noticePath(i).Key("for"), rule.A("visit", rule.Shorten(n.For))))
		}
	}
	if served {
		return p.sameContent(v, p.acknowledged(v, found))
	}
	switch p.weighInvitation(v, a) {
	case serves:
		return append(found, table.Advice(ErrInvitationServes, "invitation.accepted"))
	case undecided:
		open = true
	}
	if open {
		return p.openNotices(v, a, found)
	}
	return p.noNotice(v, found)
}

// openNotices reports each notice that may be in order.
func (p *Policy) openNotices(v *Visit, a assignment.Assignment, found rule.Findings) rule.Findings {
	for i := range v.Notices {
		switch n := &v.Notices[i]; p.weigh(v, n) {
		case undecided:
			found = append(found, table.Undecided(ErrNoticeNotBefore, noticePath(i).Key("sent"), sentArg(n.Sent), startArg(v)))
		case unknownTo:
			found = append(found, table.Undecided(ErrNoticeMissing, noticePath(i).Key("to")))
		}
	}
	if p.weighInvitation(v, a) == undecided {
		found = append(found, table.Undecided(ErrNoticeNotBefore, "invitation.accepted", sentArg(v.Invitation.Accepted), startArg(v)))
	}
	return found
}

// noNotice reports why each notice is none, or that there is none at all.
func (p *Policy) noNotice(v *Visit, found rule.Findings) rule.Findings {
	told := false
	for i := range v.Notices {
		at, n := noticePath(i), &v.Notices[i]
		switch p.weigh(v, n) {
		case late:
			found = append(found, table.Broken(ErrNoticeNotBefore, at.Key("sent"), sentArg(n.Sent), startArg(v)))
		case elsewhere:
			found = append(found, table.Broken(ErrNoticeElsewhere, at.Key("to"),
				rule.A("to", rule.Shorten(string(n.To))), rule.A("commune", rule.Shorten(string(v.Commune)))))
		case ofOld:
			found = append(found, table.Broken(ErrNoticeOfOld, at.Key("for"), rule.A("visit", rule.Shorten(n.For))))
		default:
			continue
		}
		told = true
	}
	switch {
	case told:
		return found
	case v.NoticesComplete:
		return append(found, table.Broken(ErrNoticeMissing, "notices"))
	default:
		return append(found, table.Undecided(ErrNoticeMissing, "notices"))
	}
}

// acknowledged judges, where the host asks for it, whether the commune said before
// the visit that it knows of a notice in order. One is enough.
func (p *Policy) acknowledged(v *Visit, found rule.Findings) rule.Findings {
	if !p.Acknowledged {
		return found
	}
	var lacking rule.Findings
	for i := range v.Notices {
		n := &v.Notices[i]
		if p.weigh(v, n) != serves {
			continue
		}
		at := noticePath(i).Key("acknowledged")
		switch {
		case !n.Acknowledged.IsZero() && !n.Acknowledged.IsValid():
			lacking = exists(n.Acknowledged, at, lacking)
		case before(n.Acknowledged, v.Start) == serves:
			return found
		case before(n.Acknowledged, v.Start) == undecided:
			lacking = append(lacking, table.Undecided(ErrNotAcknowledged, at))
		default:
			lacking = append(lacking, table.Broken(ErrNotAcknowledged, at))
		}
	}
	return append(found, lacking...)
}

// sameContent compares, where the host asks for it, what was announced with what
// the visit is for.
func (p *Policy) sameContent(v *Visit, found rule.Findings) rule.Findings {
	if !p.SameContent {
		return found
	}
	var announced []string
	for i := range v.Notices {
		if n := &v.Notices[i]; p.weigh(v, n) == serves {
			announced = append(announced, n.Items...)
			for j, item := range n.Items {
				if len(v.Items) > 0 && !holds(v.Items, item) {
					found = append(found, differs(noticePath(i).Key("items").Index(j), item))
				}
			}
		}
	}
	if len(announced) == 0 || len(v.Items) == 0 {
		return append(found, table.Undecided(ErrContentDiffers, "items", rule.A("text", rule.Text{Vi: "chưa ghi", En: "not stated"})))
	}
	for i, item := range v.Items {
		if !holds(announced, item) {
			found = append(found, differs(rule.Path("items").Index(i), item))
		}
	}
	return found
}

func differs(at rule.Path, item string) rule.Finding {
	return table.Broken(ErrContentDiffers, at, rule.A("text", rule.Shorten(item)))
}

func startArg(v *Visit) rule.Arg { return rule.A("start", v.Start) }

func sentArg(m rule.Moment) rule.Arg {
	if m.IsZero() {
		return rule.A("sent", rule.Text{Vi: "không rõ ngày", En: "on a day not stated"})
	}
	return rule.A("sent", m)
}

package duty

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Succeed is the parts under another model of government or after bodies ceased:
// each part of a body that the model has not, or that does not exist on all days
// of the span, goes where a transfer says. A part that no transfer speaks of is a
// fault; all are reported as [rule.Findings]. Groups and addressees follow the
// heirs of their bodies. The transfers are kept with the parts.
func (p Parts) Succeed(g org.Government, span rule.Span, moves ...Transfer) (Parts, error) {
	s := succession{next: p.clone(), moves: moves}
	s.next.Government, s.next.Span = g, span
	s.ceased = map[org.BodyID]org.Body{}
	for _, b := range p.Bodies {
		if !g.Has(b.Level) || !b.Span.Covers(span) && !b.Span.From.After(span.From) {
			s.ceased[b.ID] = b
		}
	}
	for i := range s.next.Duties {
		s.duty(i)
	}
	var left []Group
	for _, group := range p.Groups {
		if group.Members = s.heirs(group.Members); len(group.Members) > 0 {
			left = append(left, group)
		}
	}
	s.next.Groups = left
	s.next.Addressees = s.heirs(p.Addressees)
	s.next.Transfers = append(s.next.Transfers, moves...)
	return s.next, s.found.Err()
}

type succession struct {
	next   Parts
	moves  []Transfer
	ceased map[org.BodyID]org.Body
	found  rule.Findings
}

func (s *succession) duty(i int) {
	d := &s.next.Duties[i]
	at := rule.Path("duties").Index(i)
	before := d.Bearers
	d.Bearers = s.parties(at.Key("bearers"), d.ID, d.Bearers)
	d.With = s.parties(at.Key("with"), d.ID, d.With)
	d.Towards = s.parties(at.Key("towards"), d.ID, d.Towards)
	if d.Group != "" && !slices.Equal(before.list, d.Bearers.list) {
		s.regroup(d)
	}
}

// regroup finds the group that the bearers after a transfer are; bearers who are
// none bear singly.
func (s *succession) regroup(d *Duty) {
	for _, g := range s.next.Groups {
		members := s.heirs(g.Members)
		if len(members) > 0 && len(members) == d.Bearers.Len() && !slices.ContainsFunc(members, func(b org.BodyID) bool { return !d.Bearers.Has(b) }) {
			d.Group = g.ID
			return
		}
	}
	d.Group, d.Bearers = "", singly(d.Bearers)
}

// parties hands the parts of ceased bodies on, each heir once.
func (s *succession) parties(at rule.Path, duty rule.DutyID, old Parties) Parties {
	var list []Party
	add := func(p Party) {
		if !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	for i, p := range old.list {
		b, gone := s.ceased[p.Body]
		if !gone {
			add(p)
			continue
		}
		j := slices.IndexFunc(s.moves, func(t Transfer) bool { return t.Duty == duty && t.From == p.Body })
		if j < 0 {
			s.found = append(s.found, table.Broken(ErrTransferUntold, at.Index(i), rule.A("body", b.Name(s.next.Span.From)), rule.A("duty", string(duty))))
			continue
		}
		for _, to := range s.moves[j].To {
			add(Party{to, p.Verb})
		}
	}
	return Parties{list}
}

// heirs replaces ceased bodies by who took over their work for the poor.
func (s *succession) heirs(ids []org.BodyID) []org.BodyID {
	var list []org.BodyID
	for _, id := range ids {
		if b, gone := s.ceased[id]; gone {
			h, ok := b.Heir(org.FieldPoverty)
			if !ok {
				continue
			}
			id = h.To
		}
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// singly turns "bears jointly" into "bears".
func singly(p Parties) Parties {
	list := slices.Clone(p.list)
	for i := range list {
		if list[i].Verb == BearsJointly {
			list[i].Verb = Bears
		}
	}
	return Parties{list}
}

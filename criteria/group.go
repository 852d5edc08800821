package criteria

import (
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// resolveGroups makes the rules of the groups ready to be judged.
func (d *setData) resolveGroups() {
	if len(d.table.Groups) == 0 {
		return
	}
	d.groups = newResolved(d)
	for _, g := range d.table.Groups {
		if g.When.IsZero() {
			d.restGroup = g.Group
			continue
		}
		in := around{cite: d.from}
		if g.From.Confidence != rule.NotObtained {
			in.cite = &algebra.Citation{Source: g.From.Source, Confidence: g.From.Confidence}
		}
		d.groupRoots = append(d.groupRoots, d.groups.add(g.When.node(), in))
		d.groupIDs = append(d.groupIDs, g.Group)
	}
	d.groups.seal()
}

// groupOf is the group that a dossier states, or that the rules of the set give the commune from
// readings of at least a stage and numbers known at least so well; 0 where they leave it
// open: an attribute is not known, or several groups claim the commune.
func (d *setData) groupOf(of *Dossier, stage Stage, floor rule.Confidence) Group {
	if of.Profile.Group != 0 || d.groups == nil {
		return of.Profile.Group
	}
	v := d.groupView(of, stage, floor)
	claimed, claims := d.restGroup, 0
	for i, root := range d.groupRoots {
		switch v.judge(root).verdict {
		case Met:
			claimed, claims = d.groupIDs[i], claims+1
		case Unknown:
			return 0
		}
	}
	if claims > 1 {
		return 0
	}
	return claimed
}

// groupView is the readings of a dossier as the rules of the groups see them.
func (d *setData) groupView(of *Dossier, stage Stage, floor rule.Confidence) view {
	vals, readings, _, _ := d.groups.bind(of)
	return view{c: d.groups, vals: vals, readings: readings, stage: stage, floor: floor}
}

// groupCaveats is the conditions that are not confirmed and by which the group was found.
func (a *Assessment) groupCaveats() (out rule.Findings) {
	groups := a.c.set.groups
	if groups == nil || a.dossier.Profile.Group != 0 || a.c.profile.Group == 0 {
		return nil
	}
	d := a.Dossier()
	v := a.c.set.groupView(&d, a.stage, a.floor)
	for _, root := range a.c.set.groupRoots {
		groups.leaves(root, func(at uint16) {
			if l := &groups.steps[at]; !l.conf.Confirmed() && v.judge(at).verdict != Unknown {
				key := groups.key(l)
				out = append(out, table.Advice(AdviceGroupUnconfirmed, readingPath(key), rule.A("group", a.c.profile.Group),
					rule.A("key", key), rule.A("demand", requirementOf(groups.abouts[l.about].leaf)), rule.A("confidence", l.conf)))
			}
		})
	}
	return out
}

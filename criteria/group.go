package criteria

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
		d.groupRoots = append(d.groupRoots, d.groups.add(g.When.node(), around{}))
		d.groupIDs = append(d.groupIDs, g.Group)
	}
	d.groups.seal()
}

// groupOf is the group that a dossier states, or that the rules of the set give the
// commune from readings of at least a stage; 0 where they leave it open: an attribute
// is not known, or several groups claim the commune.
func (d *setData) groupOf(of *Dossier, stage Stage) Group {
	if of.Profile.Group != 0 || d.groups == nil {
		return of.Profile.Group
	}
	vals, readings, _, _ := d.groups.bind(of)
	v := view{c: d.groups, vals: vals, readings: readings, stage: stage}
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

package area

import (
	"maps"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

const attribute = "@area"

// Into gives a dossier the area, by which a set finds the group of the commune. The area of the
// approved list is a decided fact and becomes that of the profile; where no list is given, the
// calculated area becomes the reading "@area". The findings say which of the two it was, and
// where the dossier has an area of its own, which is kept. The dossier that is handed in stays
// as it is.
func (r Result) Into(d criteria.Dossier) (criteria.Dossier, rule.Findings) {
	at := r.Area
	if r.Listed.Area != 0 {
		at = r.Listed.Area
	}
	own, read := d.Readings[attribute]
	switch {
	case at == 0 || r.Findings.Of(ErrListed) != nil:
		return d, rule.Findings{table.Undecided(ErrMissing, "profile.area", rule.A("what", said(r.Possible)))}
	case d.Profile.Area != 0 && d.Profile.Area != at:
		return d, rule.Findings{table.Advice(AdviceKept, "profile.area", rule.A("area", d.Profile.Area), rule.A("other", at))}
	case r.Listed.Area != 0:
		d.Profile.Area = at
		return d, append(r.Findings.Of(AdviceDiffers), table.Advice(AdviceByList, "profile.area", rule.A("area", at), rule.A("by", r.Listed.By)))
	case read && !own.IsZero():
		return d, rule.Findings{table.Advice(AdviceKept, rule.Path("readings").Key(attribute), rule.A("area", rule.Text{Vi: own.In(rule.Vi), En: own.In(rule.En)}), rule.A("other", at))}
	}
	readings := maps.Clone(d.Readings)
	if readings == nil {
		readings = map[string]criteria.Reading{}
	}
	readings[attribute] = criteria.Value(rule.Int(int64(at - criteria.OutsideAreas))).From(r.Source).On(r.on)
	d.Readings = readings
	return d, rule.Findings{table.Advice(AdviceCalculated, rule.Path("readings").Key(attribute), rule.A("area", at))}
}

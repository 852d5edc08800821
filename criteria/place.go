package criteria

import (
	"fmt"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// misuse says why the question cannot be asked of the set; nil where it can.
func (s Set) misuse(d *Dossier) error {
	t := &s.data().table
	switch {
	case s.IsZero():
		return ErrNoSet
	case d.Set != "" && rule.Normal(d.Set) != t.ID:
		return fmt.Errorf("%w: the dossier names %s, not %s", ErrNoSet, rule.Shorten(d.Set), t.ID)
	case d.Standard != 0 && d.Standard != t.Standard:
		return fmt.Errorf("%w: the dossier asks about the standard %s, %s is of %s", ErrNoSet, d.Standard, t.ID, t.Standard)
	case d.Profile.Region > DBSCL || d.Profile.Group > Group3 || d.Profile.Area > AreaIII:
		return fmt.Errorf("%w: %s, %s, %s", ErrProfile, d.Profile.Region, d.Profile.Group, d.Profile.Area)
	case !d.AsOf.IsZero() && !rule.IsDay(d.AsOf):
		return fmt.Errorf("%w: %w", ErrNotInForce, rule.CheckDay(d.AsOf))
	case d.Override != "":
		return nil
	case d.AsOf.IsZero():
		return fmt.Errorf("%w: the dossier names no day of assessment (asOf); %s serves %s", ErrNotInForce, t.ID, t.Span.In(rule.En))
	case !t.Span.Contains(d.AsOf):
		return fmt.Errorf("%w: %s serves %s, not %s", ErrNotInForce, t.ID, t.Span.In(rule.En), d.AsOf)
	case d.Year != 0 && !t.Years.Contains(d.Year):
		return fmt.Errorf("%w: %s serves %d to %d, not %d", ErrYear, t.ID, t.Years.From, t.Years.To, d.Year)
	}
	return nil
}

// column is the region column that applies to a commune.
func (d *setData) column(p Profile) Region {
	if p.Special && d.table.SpecialColumn != 0 {
		return d.table.SpecialColumn
	}
	return p.Region
}

// place is the place of a commune in the tables of the set; an unknown zone counts as no zone.
func (d *setData) place(p Profile, g Group, year int) algebra.Place {
	at := algebra.Place{Region: d.column(p).String(), Group: g.String(), Year: year}
	if zone := rule.Normal(p.Zone); slices.Contains(d.zones, zone) {
		at.Zone = zone
	}
	return at
}

// placeOf is the place of the commune of a dossier.
func (d *setData) placeOf(of *Dossier) algebra.Place {
	return d.place(of.Profile, d.groupOf(of, 0, rule.Secondary), of.Year)
}

// nearest is the day within the days of the set; a day that is not known stays so.
func (d *setData) nearest(day civil.Date) civil.Date {
	span := d.table.Span
	switch {
	case day.IsZero():
	case !span.From.IsZero() && day.Before(span.From):
		return span.From
	case !span.To.IsZero() && day.After(span.To):
		return span.To
	}
	return day
}

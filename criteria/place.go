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
		return rule.NewMisuse(ErrNoSet, rule.Text{Vi: "hồ sơ nêu bộ {set}, không phải {id}", En: "the dossier names {set}, not {id}"},
			rule.A("set", rule.Shorten(d.Set)), rule.A("id", t.ID))
	case d.Standard != 0 && d.Standard != t.Standard:
		return rule.NewMisuse(ErrNoSet, rule.Text{Vi: "hồ sơ hỏi chuẩn {asked}, {id} là của chuẩn {standard}", En: "the dossier asks about the standard {asked}, {id} is of {standard}"},
			rule.A("asked", d.Standard), rule.A("id", t.ID), rule.A("standard", t.Standard))
	case d.Profile.Region > DBSCL || d.Profile.Group > Group3 || d.Profile.Area > AreaIII:
		return rule.NewMisuse(ErrProfile, rule.Text{Vi: "{region}, {group}, {area}", En: "{region}, {group}, {area}"},
			rule.A("region", d.Profile.Region.String()), rule.A("group", d.Profile.Group.String()), rule.A("area", d.Profile.Area.String()))
	case !d.AsOf.IsZero() && !rule.IsDay(d.AsOf):
		return rule.NewMisuse(fmt.Errorf("%w: %w", ErrNotInForce, rule.CheckDay(d.AsOf)),
			rule.Text{Vi: "ngày đánh giá {day} không có thật", En: "the day of assessment {day} does not exist"}, rule.A("day", d.AsOf))
	case d.Override != "":
		return nil
	case d.AsOf.IsZero():
		return rule.NewMisuse(ErrNotInForce, rule.Text{Vi: "hồ sơ không ghi ngày đánh giá (asOf); {id} áp dụng {span}", En: "the dossier names no day of assessment (asOf); {id} serves {span}"},
			rule.A("id", t.ID), rule.A("span", t.Span))
	case !t.Span.Contains(d.AsOf):
		return rule.NewMisuse(ErrNotInForce, rule.Text{Vi: "{id} áp dụng {span}, không phải {day}; ghi lý do vào mục override nếu vẫn dùng", En: "{id} serves {span}, not {day}; to use it all the same, give the reason as override"},
			rule.A("id", t.ID), rule.A("span", t.Span), rule.A("day", d.AsOf))
	case d.Year != 0 && !t.Years.Contains(d.Year):
		return rule.NewMisuse(ErrYear, rule.Text{Vi: "{id} áp dụng cho {years}, không phải {year}", En: "{id} serves {years}, not {year}"},
			rule.A("id", t.ID), rule.A("years", t.Years.words()), rule.A("year", d.Year))
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

package criteriatest

import (
	"maps"
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
)

// because is the reason that the kit gives for a dossier outside the time of a set.
const because = "kiểm tra ngoài thời gian áp dụng"

// maxYears is up to how many years of a set are all tried; of more, only the first, the
// last and those that a row names.
const maxYears = 12

// distinguishes is the regions, years, groups, zones and areas that a demand tells
// apart.
type distinguishes struct {
	region, group, area bool
	years, zones        map[string]bool
}

func (t *table) distinguishes(r row) distinguishes {
	d := distinguishes{years: map[string]bool{}, zones: map[string]bool{}}
	d.take(r.demand)
	return d
}

func (d *distinguishes) take(x *demand) {
	if x == nil {
		return
	}
	if c := x.cell; c != nil {
		d.area = d.area || c.key == "@area"
		d.region = d.region || slices.ContainsFunc(c.cites, func(c citation) bool { return len(c.columns) > 0 })
	}
	for name, then := range x.cases {
		switch x.op {
		case "byRegion":
			d.region = true
		case "byGroup":
			d.group = true
		case "byYear":
			d.years[name] = true
		default:
			d.zones[name] = true
		}
		d.take(then)
	}
	for _, part := range x.of {
		d.take(part)
	}
}

// points lists every point at which some row of the set has a cell of its own: all
// columns, years, groups and zones that the row tells apart, each also not stated, the
// special commune, and the days at the ends of the set and of the row.
func (t *table) points() []point {
	seen := map[point]bool{}
	var all []point
	add := func(p point) {
		if !seen[p] {
			seen[p] = true
			all = append(all, p)
		}
	}
	usual := t.usual()
	add(usual)
	for _, day := range t.edges(t.span) {
		add(usual.onDay(t, day))
	}
	for _, k := range t.criteria {
		for _, r := range k.rows {
			for _, p := range t.pointsOf(r, usual) {
				add(p)
			}
		}
	}
	for _, g := range t.groups {
		d := t.distinguishes(row{demand: g.when})
		d.group = true
		for _, p := range spread(usual, d) {
			add(p)
		}
	}
	return all
}

// usual is a point at which the set serves.
func (t *table) usual() point {
	p := point{region: criteria.Regions()[0], year: t.years.From, day: dayOf(t.span.from)}
	if t.span.from == "" {
		p.day = civil.Date{Year: t.years.From, Month: 7, Day: 1}
		if t.span.to != "" && p.day.String() > t.span.to {
			p.day = dayOf(t.span.to)
		}
	}
	return p
}

func dayOf(text string) civil.Date {
	d, err := civil.ParseDate(text)
	if err != nil {
		return civil.Date{}
	}
	return d
}

// edges is the days around the ends of a span.
func (t *table) edges(s span) []civil.Date {
	var days []civil.Date
	for _, end := range []string{s.from, s.to} {
		if end != "" {
			for step := -1; step <= 1; step++ {
				days = append(days, dayOf(end).AddDays(step))
			}
		}
	}
	return days
}

// onDay is the point on another day; outside the days of the set it needs a reason.
func (p point) onDay(t *table, day civil.Date) point {
	p.day = day
	if day.IsZero() || !t.span.contains(day.String()) {
		p.override = because
	}
	return p
}

// forYear is the point for another year; outside the years of the set it needs a reason.
func (p point) forYear(t *table, year int) point {
	p.year = year
	if year != 0 && (year < t.years.From || year > t.years.To) {
		p.override = because
	}
	return p
}

func (t *table) pointsOf(r row, usual point) []point {
	days := []civil.Date{usual.day}
	if !r.always() {
		days = append(t.edges(r.span), civil.Date{})
	}
	d := t.distinguishes(r)
	var all []point
	for _, day := range days {
		for _, year := range t.yearsOf(d) {
			all = append(all, spread(usual.onDay(t, day).forYear(t, year), d)...)
		}
	}
	if t.specialColumn != "" {
		for _, p := range slices.Clone(all) {
			p.special = true
			all = append(all, p)
		}
	}
	return all
}

// yearsOf is the years that are tried for a row.
func (t *table) yearsOf(d distinguishes) []int {
	if len(d.years) == 0 {
		return []int{t.years.From}
	}
	years := []int{0, t.years.From - 1, t.years.From, t.years.To, t.years.To + 1}
	if t.years.To-t.years.From <= maxYears {
		for y := t.years.From; y <= t.years.To; y++ {
			years = append(years, y)
		}
	}
	for name := range d.years {
		if y, err := strconv.Atoi(name); err == nil {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return slices.DeleteFunc(slices.Compact(years), func(y int) bool { return y < 0 })
}

// spread is the point in each region, group, zone and area that is told apart, and
// with none stated.
func spread(p point, d distinguishes) []point {
	all := []point{p}
	cross := func(told bool, values int, set func(*point, int)) {
		if !told {
			return
		}
		var wider []point
		for _, p := range all {
			for i := range values {
				set(&p, i)
				wider = append(wider, p)
			}
		}
		all = wider
	}
	cross(d.region, len(criteria.Regions())+1, func(p *point, i int) { p.region = criteria.Region(i) }) //nolint:gosec // a few
	cross(d.group, int(criteria.Group3)+1, func(p *point, i int) { p.group = criteria.Group(i) })       //nolint:gosec // a few
	cross(d.area, int(criteria.AreaIII)+1, func(p *point, i int) { p.area = criteria.Area(i) })         //nolint:gosec // a few
	zones := append([]string{"", "no such zone"}, slices.Sorted(maps.Keys(d.zones))...)
	cross(len(d.zones) > 0, len(zones), func(p *point, i int) { p.zone = zones[i] })
	return all
}

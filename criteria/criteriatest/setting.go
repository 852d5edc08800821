package criteriatest

import "github.com/giupxa/giupxa/criteria"

// setting is a set as it stands for a commune: which rows hold, which cells of them
// apply, and which readings these take.
type setting struct {
	t      *table
	column string
	group  string
	zone   string
	year   int
	rows   []heldRow
	here   map[string][]*cell // the cells that read a key
	slots  map[string]*slot   // what can stand under a key, found before
}

// heldRow is a row that holds on the day.
type heldRow struct {
	row
	criterion int  // its number
	dayOpen   bool // the day decides which wording holds, and is not known
	cells     []*cell
}

// situation is what a setting depends on.
type situation struct {
	profile profile
	year    int
	day     string
	group   string
	derive  bool
}

// setting makes the choices of the set. Especially difficult and safety-zone communes
// use the column that the set has for them. The attributes of the group conditions are
// read where the group is to be derived.
func (t *table) setting(f *facts, group string, derive bool) *setting {
	key := situation{f.Profile, f.Year, f.AsOf, group, derive}
	if s, ok := t.settings[key]; ok {
		return s
	}
	s := &setting{t: t, column: f.Profile.Region, group: group, zone: f.Profile.Zone, year: f.Year, here: map[string][]*cell{}, slots: map[string]*slot{}}
	if !t.zones[s.zone] {
		s.zone = "" // no zone of this set
	}
	if f.Profile.Special && t.specialColumn != "" {
		s.column = t.specialColumn
	}
	s.chooseRows(f.AsOf)
	for i := range s.rows {
		r := &s.rows[i]
		r.cells = s.cells(r.demand)
		s.gather(r.cells)
	}
	for _, g := range t.groups {
		if derive {
			s.gather(s.cells(g.when))
		}
	}
	t.settings[key] = s
	return s
}

// chooseRows takes the rows that hold on the day. Outside the days of the set the
// nearest end decides; without a day a row that was amended is there, and open.
func (s *setting) chooseRows(day string) {
	switch {
	case day == "":
	case day < s.t.span.from:
		day = s.t.span.from
	case s.t.span.to != "" && day > s.t.span.to:
		day = s.t.span.to
	}
	for _, k := range s.t.criteria {
		last := ""
		for _, r := range k.rows {
			switch {
			case r.always() || day != "" && r.span.contains(day):
				s.rows = append(s.rows, heldRow{row: r, criterion: k.no})
			case day == "" && r.code != last:
				r.demand = &demand{op: unstated}
				s.rows = append(s.rows, heldRow{row: r, criterion: k.no, dayOpen: true})
			}
			last = r.code
		}
	}
}

// chosen is the case of a choice that applies, or the reason why there is none.
func (s *setting) chosen(d *demand) (*demand, criteria.Reason) {
	var name string
	var missing criteria.Reason
	switch d.op {
	case "byRegion":
		name, missing = s.column, criteria.RegionNotKnown
	case "byGroup":
		name, missing = s.group, criteria.GroupNotKnown
	case "byZone":
		name, missing = s.zone, criteria.ZoneNotKnown
	default: // byYear
		missing = criteria.YearNotKnown
		if s.year != 0 {
			name = itoa(s.year)
		}
	}
	if name == "" {
		return nil, missing
	}
	if then, ok := d.cases[name]; ok {
		return then, criteria.Decided
	}
	return nil, criteria.CellNotKnown
}

// gather notes which keys the cells read.
func (s *setting) gather(cells []*cell) {
	for _, c := range cells {
		s.here[c.key] = append(s.here[c.key], c)
		if c.previous != "" {
			s.here[c.previous] = append(s.here[c.previous], c)
		}
	}
}

// cells lists the cells below a demand that apply at this point, conditions and both
// their branches included.
func (s *setting) cells(d *demand) []*cell {
	switch {
	case d == nil:
		return nil
	case d.cell != nil:
		return []*cell{d.cell}
	case d.cases != nil:
		then, _ := s.chosen(d)
		return s.cells(then)
	}
	var all []*cell
	for _, part := range d.of {
		all = append(all, s.cells(part)...)
	}
	return all
}

// stepped is the demand with its choices made: nil where a choice has no case.
func (s *setting) stepped(d *demand) *demand {
	for d != nil && d.cases != nil {
		d, _ = s.chosen(d)
	}
	return d
}

// rowsOf counts the rows of a criterion.
func (s *setting) rowsOf(criterion int) int {
	n := 0
	for _, r := range s.rows {
		if r.criterion == criterion {
			n++
		}
	}
	return n
}

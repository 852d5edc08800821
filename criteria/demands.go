package criteria

import (
	"encoding/json"
	"iter"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Demands is what a commune must reach: a set with the choice by region column,
// group, zone, year and day made. It is an answer of its own, to be listed, and the
// form in which many communes are assessed: keep it and use it again. It is immutable
// and safe for concurrent use.
type Demands struct{ c *resolved }

// Demands makes the choices of the set for a dossier: by its profile, year and day,
// and, where the set knows groups and the profile names none, by its attributes. Other
// readings do not matter. The error is that of [Set.Assess].
func (s Set) Demands(d Dossier) (Demands, error) {
	if err := s.misuse(&d); err != nil {
		return Demands{}, err
	}
	p := d.Profile
	p.Group = s.d.groupOf(&d, 0, rule.Secondary)
	return Demands{s.d.resolved(p, d.Year, d.AsOf)}, nil
}

// Cells lists the demands in the order of the set, one for each indicator.
func (d Demands) Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		if d.c == nil {
			return
		}
		for i := range d.c.rows {
			if !yield(d.c.cell(i)) {
				return
			}
		}
	}
}

// Profile is that of the commune, with the group that was used.
func (d Demands) Profile() Profile {
	if d.c == nil {
		return Profile{}
	}
	return d.c.profile
}

// Column is the region column that applies: the commune's own, or the special one.
func (d Demands) Column() Region {
	if d.c == nil {
		return 0
	}
	return d.c.column
}

// Edition names the exact content of the set.
func (d Demands) Edition() rule.Edition {
	if d.c == nil {
		return rule.Edition{}
	}
	return d.c.set.edition
}

const demandsFormat = "giupxa.demands/1"

// demandsJSON is how demands are stored.
type demandsJSON struct {
	Edition rule.Edition `json:"edition"`
	Profile Profile      `json:"profile"`
	Column  Region       `json:"column"`
	Year    int          `json:"year,omitempty"`
	AsOf    civil.Date   `json:"asOf,omitzero"`
	Cells   []Cell       `json:"demands"`
}

// MarshalJSON writes what must be reached, and of whom.
func (d Demands) MarshalJSON() ([]byte, error) {
	if d.c == nil {
		return json.Marshal(nil)
	}
	out := demandsJSON{Edition: d.Edition(), Profile: d.Profile(), Column: d.Column(), Year: d.c.at.Year, AsOf: d.c.day}
	for cell := range d.Cells() {
		out.Cells = append(out.Cells, cell)
	}
	return form.Encode(demandsFormat, out)
}

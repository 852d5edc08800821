package criteria

import (
	"sync"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
)

// memo keeps the choices that a set has made, by the place of the commune. No answer depends
// on what is in it.
type memo struct {
	sync.RWMutex
	made map[algebra.Place][]*resolved // one for each wording of the rows
	n    int
}

// mostKept bounds a memo, which begins anew when it is full: dossiers that go by more places
// than any real ones take no more room.
const mostKept = 256

// serves reports whether the choices were made for a day on which the same rows hold.
func (c *resolved) serves(day civil.Date) bool {
	return day.IsZero() == c.day.IsZero() && c.rowsHold.Contains(c.set.nearest(day))
}

func (m *memo) find(at algebra.Place, day civil.Date) *resolved {
	m.RLock()
	defer m.RUnlock()
	for _, c := range m.made[at] {
		if c.serves(day) {
			return c
		}
	}
	return nil
}

func (m *memo) keep(c *resolved) {
	m.Lock()
	defer m.Unlock()
	if m.n++; m.made == nil || m.n > mostKept {
		m.made, m.n = map[algebra.Place][]*resolved{}, 1
	}
	m.made[c.at] = append(m.made[c.at], c)
}

// resolved is the set for a profile, a year and a day: what is kept for the place, or else
// made, with the profile and the day of this dossier.
func (d *setData) resolved(p Profile, year int, day civil.Date) *resolved {
	kept := d.kept.find(d.place(p, p.Group, year), day)
	if kept == nil {
		kept = d.resolve(p, year, day)
		d.kept.keep(kept)
	}
	own := *kept
	own.profile, own.day = p, day
	return &own
}

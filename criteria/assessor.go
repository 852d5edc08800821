package criteria

import (
	"errors"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
)

// Assessor gives a function that assesses into an assessment, which it uses again as
// [Bound.AssessInto] does, and that keeps the demands which it has made: for many communes of
// several columns, groups, zones and years, one after another. Its error is that of
// [Set.Assess]. The function is for one goroutine.
func (s Set) Assessor() func(Dossier, *Assessment) error {
	var made map[algebra.Place][]Demands // one for each wording of the rows
	kept := 0
	bind := func(d Dossier) (Bound, error) {
		if err := s.misuse(&d); err != nil {
			return Bound{}, err
		}
		at := s.d.placeOf(&d)
		for _, have := range made[at] {
			if bound, err := have.Bind(d); !errors.Is(err, ErrOtherDemands) {
				return bound, err
			}
		}
		fresh, err := s.Demands(d)
		if err != nil {
			return Bound{}, err
		}
		if kept++; made == nil || kept > mostDemands {
			made, kept = map[algebra.Place][]Demands{}, 1
		}
		made[at] = append(made[at], fresh)
		return fresh.Bind(d)
	}
	return func(d Dossier, into *Assessment) error {
		bound, err := bind(d)
		if err == nil {
			bound.AssessInto(into)
		}
		return err
	}
}

// mostDemands bounds what an assessor keeps: a cohort that goes by more places than any real
// one takes no more room.
const mostDemands = 256

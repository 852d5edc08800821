package program

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/evaluation/ledger"
)

// Dispatch gives a ledger without a matrix that of the 2021 dispatch on a day.
func Dispatch(l *ledger.Ledger, on civil.Date) (err error) {
	if !l.Matrix.Basis().IsZero() {
		return nil
	}
	if l.Leaders == "" {
		l.Leaders = laocai.Leaders
	}
	l.Matrix, err = laocai.InForce(on)
	return err
}

// SetOf is the national set that a dossier names, or else the one in force on its day.
func SetOf(d criteria.Dossier) (criteria.Set, error) {
	if d.Set != "" {
		return national.ByID(d.Set)
	}
	return national.InForce(d.Standard, d.AsOf)
}

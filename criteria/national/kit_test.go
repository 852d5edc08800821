package national_test

import (
	"io/fs"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/national"
)

// Every national set holds every proof of the kit, and its case files.
func TestKit(t *testing.T) {
	t.Parallel()
	cases := map[string]fs.FS{
		national.ID318I: os.DirFS("testdata/kit/318-1"),
		national.ID51:   os.DirFS("testdata/kit/51"),
	}
	for _, set := range national.All() {
		t.Run(set.ID(), func(t *testing.T) {
			t.Parallel()
			criteriatest.Run(t, set, cases[set.ID()])
		})
	}
}

// So do the sets of the other readings.
func TestKitUnderOtherReadings(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("the default readings are tried")
	}
	other := national.Reach{NoSetIn2021: true, NoFloorIn2021: true, EndWith2025: true}
	for _, id := range []string{national.ID1980, national.ID319} {
		set, err := other.ByID(id)
		require.NoError(t, err)
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			criteriatest.Run(t, set, nil)
		})
	}
}

// So does the set of a province.
func TestKitOfAProvince(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("the national sets are tried")
	}
	criteriatest.Run(t, binhPhuoc(t), nil)
}

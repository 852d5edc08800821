package laocai_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestCatalogue(t *testing.T) {
	t.Parallel()
	all := laocai.Catalogue()
	for i, d := range all {
		assert.Equal(t, rule.OriginText, d.Origin, d.ID)
		assert.Positive(t, d.Bearers.Len(), d.ID)
		assert.True(t, norm.NFC.IsNormalString(d.Text.Vi+d.Reading.Vi), d.ID)
		assert.NotEmpty(t, d.Text.En, d.ID)
		assert.NotZero(t, d.Per, d.ID)
		if d.Section() == "" {
			assert.Equal(t, "instructions.carry-out", string(d.ID))
			continue
		}
		assert.Equal(t, d.Nature == duty.ByDate, d.Limit == duty.FixedDay, "%s: the only date of the text is the footnote's", d.ID)
		if d.Limit == duty.FixedDay {
			assert.Equal(t, "2021-08-09", d.Latest.String(), "«trước ngày 10/8/2021» excludes that day")
			assert.NotEmpty(t, d.Source.Footnote)
		}
		assert.Less(t, slices.IndexFunc(all, func(x duty.Duty) bool { return x.ID == d.ID }), i+1)
	}
	all[0].ID = "changed"
	assert.NotEqual(t, all[0].ID, laocai.Catalogue()[0].ID)
}

func TestRows(t *testing.T) {
	t.Parallel()
	rows := laocai.Rows()
	require.Len(t, rows, 76)
	named := map[rule.DutyID]bool{}
	for i, r := range rows {
		assert.Equal(t, i+1, r.Number)
		switch r.Is {
		case laocai.IsDuty:
			assert.NotEmpty(t, r.Duties, r.Number)
		default:
			assert.Empty(t, r.Duties)
		}
		said := r.Is != laocai.IsDuty || r.EvidenceOnly // a fact, or why nothing shows it undone
		assert.Equal(t, said, r.Text.Vi != "" && r.Text.En != "", r.Number)
		assert.Equal(t, said, r.Text != rule.Text{}, r.Number)
		for _, d := range r.Duties {
			named[d] = true
		}
		// Rows 10 to 71 oblige, but for the four contents that row 38 names.
		assert.Equal(t, r.Number >= 10 && r.Number <= 71 && (r.Number < 39 || r.Number > 42), r.Is == laocai.IsDuty, r.Number)
	}
	for _, d := range laocai.Catalogue() {
		assert.True(t, named[d.ID], "%s stands in no row", d.ID)
		delete(named, d.ID)
	}
	assert.Empty(t, named, "and no row names a duty that is not in the catalogue")
	rows[9].Duties[0] = "changed"
	assert.NotEqual(t, rows[9].Duties[0], laocai.Rows()[9].Duties[0])
}

// The golden list says which rows wait for rules when no package guards any; a
// host passes the tables of its packages.
func TestWaiting(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, r := range laocai.Waiting(duty.Rules()...) {
		fmt.Fprintf(&b, "%d %v\n", r.Number, r.Duties)
	}
	maintain.Golden(t, "testdata/waiting.txt", []byte(b.String()))
	all := laocai.Waiting()
	fewer := laocai.Waiting(rule.Rule{Duty: duty.NotifyVisit}, rule.Rule{Duty: duty.TeamWork})
	assert.Len(t, fewer, len(all)-3, "rows 17, 18 and 32 are guarded now")
	assert.Len(t, laocai.Waiting(rule.Rule{Duty: duty.NotifyVisit, Also: duty.TeamWork}), len(fewer), "one rule guards two duties")
}

// Every duty that a fact can evidence has a kind of record of its own place.
func TestKindsAreUsed(t *testing.T) {
	t.Parallel()
	used := map[duty.Kind]bool{}
	for _, d := range laocai.Catalogue() {
		used[d.Record] = true
	}
	for k := range duty.Kinds() {
		assert.True(t, used[k], "no duty is discharged by %s", k)
	}
}

func TestMatrixDump(t *testing.T) {
	t.Parallel()
	for name, m := range map[string]duty.Matrix{"three-level": inForce(t, 2021, 8, 15), "two-level": inForce(t, 2025, 7, 15)} {
		out := duty.Text(m.Lines(m.All(), rule.Vi)) + "\n" + duty.Markdown(m.Lines(m.At(org.LevelCommune), rule.En))
		maintain.Golden(t, "testdata/"+name+".txt", []byte(out))
	}
}

func inForce(t *testing.T, year, month, day int) duty.Matrix {
	t.Helper()
	m, err := laocai.InForce(rule.Day(year, month, day))
	require.NoError(t, err)
	return m
}

// Every duty that the module knows was read in this text, and no other is in it.
func TestCatalogueIsWhatIsKnown(t *testing.T) {
	t.Parallel()
	var known, listed []rule.DutyID
	for d := range duty.Known() {
		known = append(known, d.ID)
	}
	for _, d := range laocai.Catalogue() {
		listed = append(listed, d.ID)
		assert.True(t, laocai.Basis().Lays(d.ID), d.ID)
	}
	assert.Equal(t, known, listed)
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, laocai.Row{})
	maintain.Enum[laocai.RowKind](t)
}

package duty_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

func TestCatalogue(t *testing.T) {
	t.Parallel()
	all := duty.Catalogue()
	for i, d := range all {
		assert.Equal(t, rule.OriginText, d.Origin, d.ID)
		assert.Positive(t, d.Bearers.Len(), d.ID)
		assert.True(t, norm.NFC.IsNormalString(d.Text.Vi+d.Reading.Vi), d.ID)
		assert.NotEmpty(t, d.Text.En, d.ID)
		assert.NotZero(t, d.Per, d.ID)
		if d.Section() == "" {
			assert.Equal(t, "closing.carry-out", string(d.ID))
			continue
		}
		prefix := fmt.Sprintf("s%s.b%s.", d.Source.Section, d.Source.Bullet)
		if d.Source.Footnote != "" {
			prefix += "fn."
		}
		assert.True(t, strings.HasPrefix(string(d.ID), prefix), "%s stands in %s", d.ID, d.Source)
		assert.Equal(t, d.Nature == duty.ByDate, d.Limit == duty.FixedDay, "%s: the only date of the text is the footnote's", d.ID)
		if d.Limit == duty.FixedDay {
			assert.Equal(t, "2021-08-09", d.Latest.String(), "«trước ngày 10/8/2021» excludes that day")
			assert.NotEmpty(t, d.Source.Footnote)
		}
		assert.Less(t, slices.IndexFunc(all, func(x duty.Duty) bool { return x.ID == d.ID }), i+1)
	}
	all[0].ID = "changed"
	assert.NotEqual(t, all[0].ID, duty.Catalogue()[0].ID)
}

func TestRows(t *testing.T) {
	t.Parallel()
	rows := duty.Rows()
	require.Len(t, rows, 76)
	named := map[rule.DutyID]bool{}
	for i, r := range rows {
		assert.Equal(t, i+1, r.Number)
		switch r.Is {
		case duty.IsDuty:
			assert.NotEmpty(t, r.Duties, r.Number)
			assert.Zero(t, r.Text)
		default:
			assert.Empty(t, r.Duties)
			assert.NotEmpty(t, r.Text.Vi, r.Number)
			assert.NotEmpty(t, r.Text.En, r.Number)
		}
		for _, d := range r.Duties {
			named[d] = true
		}
		// Rows 10 to 71 oblige, but for the four contents that row 38 names.
		assert.Equal(t, r.Number >= 10 && r.Number <= 71 && (r.Number < 39 || r.Number > 42), r.Is == duty.IsDuty, r.Number)
	}
	for _, d := range duty.Catalogue() {
		assert.True(t, named[d.ID], "%s stands in no row", d.ID)
		delete(named, d.ID)
	}
	assert.Empty(t, named, "and no row names a duty that is not in the catalogue")
	rows[9].Duties[0] = "changed"
	assert.NotEqual(t, rows[9].Duties[0], duty.Rows()[9].Duties[0])
}

// The golden list says which rows wait for rules when no package guards any; a
// host passes the tables of its packages.
func TestWaiting(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, r := range duty.Waiting(duty.Rules()...) {
		fmt.Fprintf(&b, "%d %v\n", r.Number, r.Duties)
	}
	ruletest.Golden(t, "testdata/waiting.txt", []byte(b.String()))
	all := duty.Waiting()
	fewer := duty.Waiting(rule.Rule{Duty: duty.NotifyVisit}, rule.Rule{Duty: duty.TeamWork})
	assert.Len(t, fewer, len(all)-3, "rows 17, 18 and 32 are guarded now")
}

// Every duty that a fact can evidence has a kind of record of its own place.
func TestKindsAreUsed(t *testing.T) {
	t.Parallel()
	used := map[duty.Kind]bool{}
	for _, d := range duty.Catalogue() {
		used[d.Record] = true
	}
	for k := duty.PeriodPlanSent; k.String() != fmt.Sprintf("kind of record(%d)", k); k++ {
		assert.True(t, used[k], "no duty is discharged by %s", k)
	}
}

func TestMatrixDump(t *testing.T) {
	t.Parallel()
	for name, m := range map[string]duty.Matrix{"three-level": inForce(t, 2021, 8, 15), "two-level": inForce(t, 2025, 7, 15)} {
		out := duty.Text(m.Lines(m.All(), rule.Vi)) + "\n" + duty.Markdown(m.Lines(m.At(org.LevelCommune), rule.En))
		ruletest.Golden(t, "testdata/"+name+".txt", []byte(out))
	}
}

func TestRendering(t *testing.T) {
	t.Parallel()
	rows := [][]string{{"Xã", "Mã"}, {norm.NFD.String("Tả Thàng"), "02794", "a|b"}, {"Ô"}}
	assert.Equal(t, "Xã        Mã\nTả Thàng  02794  a|b\nÔ\n", duty.Text(rows))
	assert.Equal(t, "| Xã       | Mã    |      |\n|----------|-------|------|\n| Tả Thàng | 02794 | a\\|b |\n| Ô        |       |      |\n", duty.Markdown(rows))
	assert.Empty(t, duty.Markdown(nil))
	lines := strings.Split(strings.TrimSpace(duty.Markdown(rows)), "\n")
	for _, l := range lines {
		assert.Equal(t, rule.Width(lines[0]), rule.Width(l), "all lines are as wide")
	}
	m := inForce(t, 2021, 8, 15)
	grid := m.Grid([]org.BodyID{duty.Leaders, duty.HomeAffairs}, func(e []duty.Entry) string { return e[0].Verb.String() }, rule.En)
	assert.Equal(t, []string{"Duty", "What", "leaders assigned to help a commune", "Department of Home Affairs"}, grid[0])
	assert.Len(t, grid, len(duty.Catalogue())+1)
	assert.Equal(t, "bears", grid[1][2])
	assert.Empty(t, grid[1][3])
}

// The published schema is what the code reads.
func TestSchema(t *testing.T) {
	t.Parallel()
	ruletest.Schema(t, "matrix.schema.json", "giupxa.matrix/1", duty.Parts{}, map[reflect.Type]any{
		reflect.TypeFor[duty.Parties](): reflect.TypeFor[[]duty.Party](),
	})
	ruletest.Schema(t, "record.schema.json", "giupxa.record/1", duty.Record{}, map[reflect.Type]any{
		reflect.TypeFor[rule.Findings](): map[string]any{"type": "array"},
	})
}

func TestEnums(t *testing.T) {
	t.Parallel()
	ruletest.Enum[duty.Kind](t)
	ruletest.Enum[duty.Per](t)
	ruletest.Enum[duty.Status](t)
	ruletest.Enum[duty.Verb](t)
	ruletest.Enum[duty.Nature](t)
	ruletest.Enum[duty.Timing](t)
	ruletest.Enum[duty.Limit](t)
	ruletest.Enum[duty.Side](t)
	ruletest.Enum[duty.RowKind](t)
}

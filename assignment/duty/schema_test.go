package duty_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

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
	grid := m.Grid([]org.BodyID{laocai.Leaders, laocai.HomeAffairs}, func(e []duty.Entry) string { return e[0].Verb.String() }, rule.En)
	assert.Equal(t, []string{"Duty", "What", "leaders assigned to help a commune", "Department of Home Affairs"}, grid[0])
	assert.Len(t, grid, len(laocai.Catalogue())+1)
	assert.Equal(t, "bears", grid[1][2])
	assert.Empty(t, grid[1][3])
}

func TestEnums(t *testing.T) {
	t.Parallel()
	maintain.Enum[duty.Per](t)
	maintain.Enum[duty.Status](t)
	maintain.Enum[duty.Verb](t)
	maintain.Enum[duty.Nature](t)
	maintain.Enum[duty.Timing](t)
	maintain.Enum[duty.Limit](t)
	maintain.Enum[duty.Side](t)
	maintain.Enum[duty.Binding](t)
	maintain.Enum[duty.How](t)
}

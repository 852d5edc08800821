package laocai_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

func TestAddresses(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../org/testdata/part.json")
	require.NoError(t, err)
	var p struct {
		Units       []org.Unit
		Successions []org.Succession
	}
	require.NoError(t, json.Unmarshal(data, &p))
	reform := rule.Day(2025, 7, 1)
	// Two units of the former Yên Bái, one new unit made of it and one of both sides.
	p.Units = append(p.Units,
		org.Unit{Code: "138", Name: "Trấn Yên", Kind: org.KindDistrict, Parent: "15", Span: rule.Span{To: rule.Day(2025, 6, 30)}},
		org.Unit{Code: "04498", Name: "Cổ Phúc", Kind: org.KindTownship, Parent: "138", Span: rule.Span{To: rule.Day(2025, 6, 30)}},
		org.Unit{Code: "04498", Name: "Trấn Yên", Kind: org.KindCommune, Parent: "15", Span: rule.Span{From: reform}},
		org.Unit{Code: "99999", Name: "Không Rõ", Kind: org.KindCommune, Span: rule.Span{To: rule.Day(2025, 6, 30)}},
	)
	p.Successions = append(p.Successions,
		org.Succession{From: "04498", To: "04498", On: reform},
		org.Succession{From: "04498", To: "02953", On: reform, Part: false})
	g, err := org.NewGazetteer(p.Units, p.Successions)
	require.NoError(t, err)
	for _, c := range []struct {
		name             string
		code             org.UnitCode
		on               rule.Moment
		all, some, known bool
	}{
		{"Tả Thàng in 2021", "02794", rule.On(rule.Day(2021, 8, 15)), true, true, true},
		{"the new Cao Sơn", "02782", rule.On(rule.Day(2025, 7, 15)), true, true, true},
		{"old Lào Cai itself", "10", rule.On(rule.Day(2021, 8, 15)), true, true, true},
		{"a unit of Yên Bái", "04498", rule.On(rule.Day(2021, 8, 15)), false, false, true},
		{"a unit made of it", "04498", rule.On(rule.Day(2025, 7, 15)), false, false, true},
		{"a unit of both sides", "02953", rule.On(rule.Day(2025, 7, 15)), false, true, true},
		{"code 15 in 2021", "15", rule.On(rule.Day(2021, 8, 15)), false, false, true},
		{"code 15 since", "15", rule.On(rule.Day(2025, 7, 15)), false, true, true},
		{"no province known", "99999", rule.On(rule.Day(2021, 8, 15)), false, false, false},
		{"no such unit", "00000", rule.On(rule.Day(2021, 8, 15)), false, false, false},
	} {
		all, some, known := laocai.Addresses(g, c.code, c.on.Date)
		assert.Equal(t, []bool{c.all, c.some, c.known}, []bool{all, some, known}, c.name)
	}
}

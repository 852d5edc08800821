package assignmenttest_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/assignmenttest"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

// part is a few real units, in the JSON of org.
func part(t testing.TB) org.Gazetteer {
	t.Helper()
	data, err := os.ReadFile("testdata/units.json")
	require.NoError(t, err)
	var p struct {
		Units       []org.Unit       `json:"units"`
		Successions []org.Succession `json:"successions"`
	}
	require.NoError(t, json.Unmarshal(data, &p))
	g, err := org.NewGazetteer(p.Units, p.Successions)
	require.NoError(t, err)
	return g
}

// renamed is units with other names, kinds and parents on some of their days.
func renamed(t testing.TB) org.Gazetteer {
	t.Helper()
	to := func(y, m, d int) rule.Span { return rule.Span{To: rule.Day(y, m, d)} }
	g, err := org.NewGazetteer([]org.Unit{
		{Code: "10", Name: "Lào Cai", Kind: org.KindProvince},
		{Code: "088", Name: "Sa Pa", Kind: org.KindTown, Parent: "10", Span: to(2025, 6, 30), Was: []org.Former{{Kind: org.KindDistrict, Span: to(2019, 12, 31)}}},
		{Code: "03002", Name: "Ngũ Chỉ Sơn", Kind: org.KindCommune, Parent: "10", Was: []org.Former{
			{Name: "Bản Khoang", Span: to(2019, 12, 31)}, {Parent: "088", Span: to(2025, 6, 30)}}},
	}, nil)
	require.NoError(t, err)
	return g
}

func roster(t testing.TB) assignment.Roster {
	t.Helper()
	data, err := os.ReadFile("testdata/roster.json")
	require.NoError(t, err)
	var r assignment.Roster
	require.NoError(t, json.Unmarshal(data, &r))
	return r
}

func matrixOf(t testing.TB, year int) duty.Matrix {
	t.Helper()
	m, err := laocai.InForce(rule.Day(year, 8, 15))
	require.NoError(t, err)
	return m
}

func TestRun(t *testing.T) {
	t.Parallel()
	t.Run("gazetteer", func(t *testing.T) { assignmenttest.Run(t, part(t), os.DirFS("testdata/gazetteer")) })
	t.Run("units that were renamed", func(t *testing.T) { assignmenttest.Run(t, renamed(t), nil) })
	t.Run("three levels", func(t *testing.T) { assignmenttest.Run(t, matrixOf(t, 2021), os.DirFS("testdata/three-level")) })
	t.Run("two levels", func(t *testing.T) { assignmenttest.Run(t, matrixOf(t, 2025), os.DirFS("testdata/two-level")) })
	t.Run("roster", func(t *testing.T) { assignmenttest.Run(t, roster(t), os.DirFS("testdata/roster")) })
	t.Run("nothing", func(t *testing.T) { assignmenttest.Run(t, assignment.Roster{}, nil) })
}

func TestCheck(t *testing.T) {
	t.Parallel()
	require.NoError(t, assignmenttest.Check(part(t), os.DirFS("testdata/gazetteer")))
	require.NoError(t, assignmenttest.Check(org.Gazetteer{}, nil))
	require.NoError(t, assignmenttest.Check(matrixOf(t, 2026), nil))
	require.NoError(t, assignmenttest.Check(roster(t), os.DirFS("testdata/roster")))
	require.ErrorContains(t, assignmenttest.Check(roster(t), fstest.MapFS{}), "no cases")

	wrong := func(given, answer string) fstest.MapFS {
		return fstest.MapFS{"a.json": {Data: []byte(`{"cases":[{"name":"a","given":` + given + `,"answer":` + answer + `}]}`)}}
	}
	require.ErrorContains(t, assignmenttest.Check(part(t), wrong(`{"at":"02782","on":"2025-07-01"}`, `{"unit":"Tả Thàng"}`)), "answer.unit")
	require.ErrorContains(t, assignmenttest.Check(part(t), wrong(`{"at":"02782"}`, `{}`)), "form.required")
	require.ErrorContains(t, assignmenttest.Check(matrixOf(t, 2021), wrong(`{"duty":"visit.notify"}`, `{"bearers":["so-noi-vu"]}`)), "answer.bearers")
	require.ErrorContains(t, assignmenttest.Check(matrixOf(t, 2021), wrong(`{"colour":1}`, `{}`)), "form.unknown-key")
	require.ErrorContains(t, assignmenttest.Check(roster(t), wrong(`{"commune":"02794","on":"2021-08-15"}`, `{"leaders":[]}`)), "answer.leaders")
	require.ErrorContains(t, assignmenttest.Check(roster(t), wrong(`{"on":"30/2"}`, `{}`)), "form.unreadable")

	parts := matrixOf(t, 2021).Parts()
	parts.Duties[0].Bearers = duty.By()
	broken, err := duty.NewMatrix(parts)
	require.NoError(t, err)
	require.ErrorIs(t, assignmenttest.Check(broken, nil), duty.ErrNoBearer)
}

// lyingUnits is a gazetteer that lies in one of its answers.
type lyingUnits struct {
	org.Gazetteer
	at                       func(org.Unit, bool) (org.Unit, bool)
	json                     string
	search                   func(org.Found) org.Found
	ancestors, children      func([]org.Unit) []org.Unit
	successors, predecessors func([]org.Kin) []org.Kin
}

func (l lyingUnits) At(c org.UnitCode, on civil.Date) (org.Unit, bool) {
	u, ok := l.Gazetteer.At(c, on)
	if l.at != nil {
		return l.at(u, ok)
	}
	return u, ok
}

func (l lyingUnits) MarshalJSON() ([]byte, error) {
	if l.json != "" {
		return []byte(l.json), nil
	}
	return l.Gazetteer.MarshalJSON()
}

func (l lyingUnits) Search(name string, on civil.Date) org.Found {
	return twist(l.Gazetteer.Search(name, on), l.search)
}

func (l lyingUnits) Ancestors(c org.UnitCode, on civil.Date) iter.Seq[org.Unit] {
	return slices.Values(twist(slices.Collect(l.Gazetteer.Ancestors(c, on)), l.ancestors))
}

func (l lyingUnits) Children(c org.UnitCode, on civil.Date) iter.Seq[org.Unit] {
	return slices.Values(twist(slices.Collect(l.Gazetteer.Children(c, on)), l.children))
}

func (l lyingUnits) Successors(c org.UnitCode, on, later civil.Date) []org.Kin {
	return twist(l.Gazetteer.Successors(c, on, later), l.successors)
}

func (l lyingUnits) Predecessors(c org.UnitCode, on, earlier civil.Date) []org.Kin {
	return twist(l.Gazetteer.Predecessors(c, on, earlier), l.predecessors)
}

func twist[T any](v T, lie func(T) T) T {
	if lie == nil {
		return v
	}
	return lie(v)
}

func TestLyingGazetteerIsFound(t *testing.T) {
	t.Parallel()
	g := part(t)
	for says, l := range map[string]lyingUnits{
		"its code names":       {at: func(org.Unit, bool) (org.Unit, bool) { return org.Unit{}, false }},
		"not found by its own": {search: func(org.Found) org.Found { return org.Found{} }},
		"the unit above it":    {ancestors: func(u []org.Unit) []org.Unit { slices.Reverse(u); return u }},
		"of no higher level":   {ancestors: func(u []org.Unit) []org.Unit { return append(u, u...) }},
		"no unit above it":     {ancestors: func([]org.Unit) []org.Unit { return nil }},
		"it stands 2 times":    {children: func(u []org.Unit) []org.Unit { return append(u, u...) }},
		"it stands 0 times":    {children: func([]org.Unit) []org.Unit { return nil }},
		"does not exist on":    {successors: ended},
		"turns back on":        {successors: twice},
		"changes on its way":   {json: `{"units":[]}`},
		"was not made of it":   {predecessors: func([]org.Kin) []org.Kin { return nil }},
	} {
		l.Gazetteer = g
		assert.ErrorContains(t, errors.Join(assignmenttest.GazetteerFaults(l)...), says)
	}
	assert.Empty(t, assignmenttest.GazetteerFaults(lyingUnits{Gazetteer: g}), "and one that does not lie is not found")
}

func ended(kin []org.Kin) []org.Kin {
	for i := range kin {
		kin[i].Unit.Span.To = rule.Day(2024, 1, 1)
	}
	return kin
}

func twice(kin []org.Kin) []org.Kin {
	for i := range kin {
		kin[i].Via = append(kin[i].Via, kin[i].Via...)
	}
	return kin
}

// lyingMatrix is a matrix that lies in one of its answers.
type lyingMatrix struct {
	duty.Matrix
	of, forDuty, at func([]duty.Entry) []duty.Entry
	between         func([]duty.Duty) []duty.Duty
	noDuty          bool
	json            string
}

func (l lyingMatrix) Of(b org.BodyID) iter.Seq[duty.Entry] {
	return slices.Values(twist(slices.Collect(l.Matrix.Of(b)), l.of))
}

func (l lyingMatrix) For(d rule.DutyID) iter.Seq[duty.Entry] {
	return slices.Values(twist(slices.Collect(l.Matrix.For(d)), l.forDuty))
}

func (l lyingMatrix) At(x org.Level) iter.Seq[duty.Entry] {
	return slices.Values(twist(slices.Collect(l.Matrix.At(x)), l.at))
}

func (l lyingMatrix) Between(a, b org.BodyID) iter.Seq[duty.Duty] {
	return slices.Values(twist(slices.Collect(l.Matrix.Between(a, b)), l.between))
}

func (l lyingMatrix) Duty(id rule.DutyID) (duty.Duty, bool) {
	if l.noDuty {
		return duty.Duty{}, false
	}
	return l.Matrix.Duty(id)
}

func (l lyingMatrix) MarshalJSON() ([]byte, error) {
	switch l.json {
	case "":
		return l.Matrix.MarshalJSON()
	case "error":
		return nil, errors.New("no")
	}
	return []byte(l.json), nil
}

func TestLyingMatrixIsFound(t *testing.T) {
	t.Parallel()
	m := matrixOf(t, 2021)
	none := func([]duty.Entry) []duty.Entry { return nil }
	for says, l := range map[string]lyingMatrix{
		"asked by body, the cell":       {of: func(e []duty.Entry) []duty.Entry { return append(e, e...) }},
		"asked by duty, the cell":       {forDuty: none},
		"asked by level, the cell":      {at: none},
		"cells that the matrix has not": {at: func(e []duty.Entry) []duty.Entry { return append(e, duty.Entry{Body: "stranger"}) }},
		"is not found by its id":        {noDuty: true},
		"comes out twice":               {between: func(d []duty.Duty) []duty.Duty { return append(d, d...) }},
		"does not come out":             {between: func([]duty.Duty) []duty.Duty { return nil }},
		"does not read its own JSON":    {json: `{"duties":1}`},
		"changes on its way":            {json: `{"format":"giupxa.matrix/1","government":"two-level","basis":{"id":"x","source":{"kind":"decision","number":"1"},"provisions":{},"binds":{"from":"2021-01-01"}}}`},
		"no JSON":                       {json: "error"},
	} {
		l.Matrix = m
		assert.ErrorContains(t, errors.Join(assignmenttest.MatrixFaults(l)...), says)
	}
	assert.Empty(t, assignmenttest.MatrixFaults(lyingMatrix{Matrix: m}))
}

// lyingRoster is a roster that lies in one of its answers.
type lyingRoster struct {
	assignment.Roster
	helping, helpedBy func([]assignment.Assignment) []assignment.Assignment
	changes           func([]assignment.Change) []assignment.Change
	err               error
	nobody            bool
}

func (l lyingRoster) Helping(c org.UnitCode, on civil.Date) ([]assignment.Assignment, error) {
	list, err := l.Roster.Helping(c, on)
	return twist(list, l.helping), errors.Join(err, l.err)
}

func (l lyingRoster) HelpedBy(id string, on civil.Date) ([]assignment.Assignment, error) {
	list, err := l.Roster.HelpedBy(id, on)
	return twist(list, l.helpedBy), err
}

func (l lyingRoster) Changes(p assignment.Roster, c assignment.Comparison) ([]assignment.Change, error) {
	if l.err != nil {
		return nil, l.err
	}
	changes, err := l.Roster.Changes(p, c)
	return twist(changes, l.changes), err
}

func (l lyingRoster) Assignment(id string) (assignment.Assignment, bool) {
	if l.nobody {
		return assignment.Assignment{}, false
	}
	return l.Roster.Assignment(id)
}

func (l lyingRoster) Leader(id string) (assignment.Leader, bool) {
	if l.nobody {
		return assignment.Leader{}, false
	}
	return l.Roster.Leader(id)
}

func TestLyingRosterIsFound(t *testing.T) {
	t.Parallel()
	r := roster(t)
	all := func(k assignment.ChangeKind) func([]assignment.Change) []assignment.Change {
		return func(list []assignment.Change) []assignment.Change {
			for i := range list {
				list[i].Kind = k
			}
			return list
		}
	}
	for says, l := range map[string]lyingRoster{
		"asked by commune false":       {helping: func([]assignment.Assignment) []assignment.Assignment { return nil }},
		"by leader false":              {helpedBy: func([]assignment.Assignment) []assignment.Assignment { return nil }},
		"was not asked for":            {helpedBy: func([]assignment.Assignment) []assignment.Assignment { return r.Assignments() }},
		"twice in one role":            {helpedBy: func(a []assignment.Assignment) []assignment.Assignment { return append(a, a...) }},
		"is said to have ended":        {changes: all(assignment.Ended)},
		"and was there the day before": {changes: all(assignment.New)},
		"nobody knows":                 {err: errors.New("nobody knows")},
		"is not found by its id":       {nobody: true},
		"has no leader":                {nobody: true},
	} {
		l.Roster = r
		assert.ErrorContains(t, errors.Join(assignmenttest.RosterFaults(l, r)...), says)
	}
	assert.Empty(t, assignmenttest.RosterFaults(lyingRoster{Roster: r}, r))
}

// rows reads a CSV file of the folder that GIUPXA_DATA names.
func rows(t *testing.T, name string) []map[string]string {
	t.Helper()
	folder := os.Getenv("GIUPXA_DATA")
	if folder == "" {
		t.Skip("GIUPXA_DATA names no folder: the real units are not at hand")
	}
	f, err := os.Open(filepath.Join(folder, name))
	require.NoError(t, err)
	defer func() { _ = f.Close() }()
	table, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, row := range table[1:] {
		m := map[string]string{}
		for i, column := range table[0] {
			m[column] = row[i]
		}
		out = append(out, m)
	}
	return out
}

var kinds = map[string]org.UnitKind{"xã": org.KindCommune, "phường": org.KindWard, "thị trấn": org.KindTownship,
	"huyện": org.KindDistrict, "thị xã": org.KindTown, "thành phố": org.KindCity}

func unitOf(code, full, parent string, span rule.Span) org.Unit {
	for words, kind := range kinds {
		if len(full) > len(words) && strings.EqualFold(full[:len(words)], words) && full[len(words)] == ' ' {
			return org.Unit{Code: org.UnitCode(code), Name: full[len(words)+1:], Kind: kind, Parent: org.UnitCode(parent), Span: span}
		}
	}
	return org.Unit{Code: org.UnitCode(code), Name: full}
}

// All units of Lào Cai and Yên Bái as they were before the reform of 1/7/2025 and
// after it. The mergers before it are left to the tests of package org.
func TestRealUnits(t *testing.T) {
	t.Parallel()
	reform := rule.Day(2025, 7, 1)
	old, now := rule.Span{To: reform.AddDays(-1)}, rule.Span{From: reform}
	units := []org.Unit{
		{Code: "10", Name: "Lào Cai", Kind: org.KindProvince, Span: old}, {Code: "15", Name: "Yên Bái", Kind: org.KindProvince, Span: old},
		{Code: "15", Name: "Lào Cai", Kind: org.KindProvince, Span: now},
	}
	links := []org.Succession{{From: "10", To: "15", On: reform}, {From: "15", To: "15", On: reform}}
	mapping := rows(t, "laocai-mapping.csv")
	require.Len(t, mapping, 325)
	seen := map[string]bool{}
	var helped []org.UnitCode
	for _, r := range mapping {
		if d := r["old_district_code"]; !seen[d] {
			seen[d] = true
			units = append(units, unitOf(d, r["old_district"], r["old_province_code"], old))
		}
		if code := r["code_2025_03"]; code == r["old_code_2021"] {
			units = append(units, unitOf(code, r["name_2025_03"], r["old_district_code"], old))
			links = append(links, org.Succession{From: org.UnitCode(code), To: org.UnitCode(r["new_code_2025_07"]), On: reform, Confidence: rule.Secondary})
			if r["old_province_code"] == "10" {
				helped = append(helped, org.UnitCode(code))
			}
		}
	}
	for _, r := range rows(t, "laocai-units-2025.csv") {
		units = append(units, unitOf(r["commune_code"], r["commune"], "15", now))
	}
	g, err := org.NewGazetteer(units, links)
	require.NoError(t, err)
	assignmenttest.Run(t, g, os.DirFS("testdata/gazetteer-2025"))

	// A leader for every unit of old Lào Cai: after the reform each of them is a
	// candidate in exactly one new unit.
	e := assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}}}
	for i, code := range helped {
		e.Assignments = append(e.Assignments, assignment.Assignment{ID: fmt.Sprint("a", i), Leader: "l", Commune: code, Span: rule.Span{From: rule.Day(2021, 5, 14)}})
	}
	r, err := assignment.NewRoster(e)
	require.NoError(t, err)
	assignmenttest.Run(t, r, nil)
	candidates := 0
	for u := range g.Children("15", reform) {
		helping, err := assignment.Policy{}.Helping(r, g, u.Code, reform)
		require.NoError(t, err)
		candidates += len(helping)
	}
	assert.Equal(t, len(helped), candidates)
	assert.Len(t, assignment.Policy{}.Check(r, g, reform).Of(assignment.ErrTargetEnded), len(helped), "every target ended on 30/6/2025")
}

package assignment_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// province is 127 leaders, one to a commune.
func province() assignment.Roster {
	var e assignment.Entries
	for i := range 127 {
		e.Leaders = append(e.Leaders, assignment.Leader{ID: fmt.Sprint("l", i), Post: "Giám đốc", Body: org.BodyID(fmt.Sprint("b", i))})
		e.Assignments = append(e.Assignments, assignment.Assignment{ID: fmt.Sprint("a", i), Leader: fmt.Sprint("l", i),
			Commune: org.UnitCode(fmt.Sprint("0", 2000+i)), Span: rule.Span{From: rule.Day(2021, 5, 14)}})
	}
	return must(assignment.NewRoster(e))
}

func BenchmarkHelping(b *testing.B) {
	r, on := province(), rule.Day(2021, 8, 9)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = r.Helping("02100", on)
	}
}

func BenchmarkChanges(b *testing.B) {
	r := province()
	c := assignment.Comparison{On: rule.Day(2022, 1, 1)}
	b.ReportAllocs()
	for b.Loop() {
		_, _ = r.Changes(r, c)
	}
}

func BenchmarkPolicyCheck(b *testing.B) {
	r := province()
	b.ReportAllocs()
	for b.Loop() {
		_ = assignment.Policy{}.Check(r, org.Gazetteer{}, rule.Day(2021, 8, 9))
	}
}

func BenchmarkNewRoster(b *testing.B) {
	e := province().Entries()
	b.ReportAllocs()
	for b.Loop() {
		_, _ = assignment.NewRoster(e)
	}
}

// Asking a roster who helps costs one list, however many assignments it holds; a
// commune nobody helps costs nothing.
func TestAllocations(t *testing.T) {
	r, on := province(), rule.Day(2021, 8, 9)
	assert.LessOrEqual(t, testing.AllocsPerRun(100, func() { _, _ = r.Helping("02100", on) }), 1.0)
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = r.Helping("x", on) }))
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = r.Assignment("a5") }))
}

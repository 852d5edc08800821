package plan_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/contribution"
	"github.com/giupxa/giupxa/plan/progress"
)

// readable proves that JSON either reads or is refused with findings, and that
// what reads is written and read again the same.
func readable[T any](t *testing.T, data []byte) (T, bool) {
	t.Helper()
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		if _, ok := rule.FindingsIn(err); !ok && json.Valid(data) {
			t.Fatalf("%q is JSON and stopped the reader: %v", data, err)
		}
		return v, false
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%q was read and cannot be written: %v", data, err)
	}
	var back T
	if err := json.Unmarshal(out, &back); err != nil {
		t.Fatalf("%s does not come back: %v", out, err)
	}
	return v, true
}

func FuzzPlan(f *testing.F) {
	full, _ := json.Marshal(autumn2021())
	f.Add(full, 2021, 5, 14)
	f.Add([]byte(`{"id":"k","assignment":"minh-luong","firstYear":2021,"lastYear":2025,"history":[{"id":"v1","issued":"2021-08-02"}],"goals":[{"id":"g","target":"1e30"}]}`), 2016, 2, 30)
	f.Add([]byte(`{"id":"k","assignment":"x","year":9999,"history":[{"id":"v","issued":"9999-12-31"}],"quarters":[{"quarter":-1,"months":[{"month":13},{"month":0}]}]}`), 9999, 12, 31)
	f.Add([]byte(`{"id":"k","assignment":"minh-luong","year":2021,"history":[{"id":"v"}],"goals":[{"id":"g","set":"s","criteria":["c1/","."],"byYear":[{"year":-1,"target":"1"},{"year":0,"target":"1e30"}]}],"quarters":[{"quarter":3,"months":[{"month":7,"visits":[{"id":"v","on":"2021-07-31","to":"2021-08-01"}],"activities":[{"id":"a","after":["a","b"],"weight":"1e-30","target":"0","unit":"u","done":[{"on":"2021-07-01","count":"1e30"}],"contributions":[{"id":"x","stage":"received","value":"-1"}]},{"id":"b","after":["a"]}]}]}]}`), 2021, 5, 14)
	f.Fuzz(func(t *testing.T, data []byte, year, month, day int) {
		a := minhLuong()
		a.Span = rule.Span{From: rule.Day(year, month, day)}
		for _, m := range []plan.Mandate{{}, plan.LaoCai2021(), {Timely: plan.ByReceipt, MinVisitsPerMonth: 1, MinVisitsPerQuarter: 1, OneResponsible: true, FocusDemanded: true}} {
			if p, ok := readable[plan.Annual](t, data); ok {
				_ = m.Check(p, a)
				m.Records(p, assignment.Roster{})
				m.RecordsOf(p, a)
				other := p
				other.History = slices.Concat(p.History, []plan.Revision{{ID: "next", Issued: a.Span.From}})
				versions := plan.Versions{p, other}
				_ = m.CheckVersions(versions)
				m.Measure(versions)
				_ = m.CheckSituation(p, plan.Situation{Set: "s", Unmet: []string{"c1"}, Met: []string{"2.1"}})
				progress.Of(p, rule.Year(2021), a.Span.From)
				_, _ = contribution.Sum(contribution.Of(p, "03112"), plan.Received)
			}
			if p, ok := readable[plan.Period](t, data); ok {
				_ = m.Check(p, a)
				other := p
				other.History = slices.Concat(p.History, []plan.Revision{{ID: "next", Issued: a.Span.From}})
				versions := plan.PeriodVersions{p, other}
				_ = m.CheckPeriodVersions(versions)
				m.MeasurePeriod(versions)
				m.Records(p, assignment.Roster{})
				_ = m.CheckTrace(autumn2021(), p)
				_ = m.CheckSituation(p, plan.Situation{Set: "s", Unmet: []string{"c1"}, Met: []string{"2.1"}})
			}
			m.Owed(assignment.Change{Kind: assignment.New, Assignment: a})
			_, _ = m.Skeleton(a, plan.Outline{Year: year, Issued: rule.Day(year, day, month), Cadence: plan.Cadence{Every: month, Visits: day, Between: "x"}})
		}
	})
}

func FuzzMandate(f *testing.F) {
	full, _ := json.Marshal(plan.LaoCai2021())
	f.Add(full)
	f.Add([]byte(`{"id":"x","firstYear":-1,"lastYear":99999,"deadlines":[{"year":1,"before":"2021-08-10"}],"basis":{"id":"b","source":{"kind":"dispatch","year":2021},"provisions":{"plan.annual":{"article":"1"}},"binds":{"from":"2021-01-01"}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, ok := readable[plan.Mandate](t, data)
		if !ok {
			return
		}
		_ = m.Check(autumn2021(), minhLuong())
		m.Owed(assignment.Change{Kind: assignment.Continuing, Assignment: minhLuong()})
		if m.Edition().Digest == "" {
			t.Fatalf("%s has no edition", data)
		}
	})
}

package assignmenttest

import (
	"encoding/json"
	"iter"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// cell names an entry of a matrix.
type cell struct {
	duty rule.DutyID
	body org.BodyID
	verb duty.Verb
	side duty.Side
}

func tally(into map[cell]int, entries iter.Seq[duty.Entry]) {
	for e := range entries {
		into[cell{e.Duty.ID, e.Body, e.Verb, e.Side}]++
	}
}

// cells is what is asked of a matrix.
type cells interface {
	Check() rule.Findings
	All() iter.Seq[duty.Entry]
	Of(body org.BodyID) iter.Seq[duty.Entry]
	For(duty rule.DutyID) iter.Seq[duty.Entry]
	At(level org.Level) iter.Seq[duty.Entry]
	Between(from, to org.BodyID) iter.Seq[duty.Duty]
	Bodies() []org.Body
	Duties() iter.Seq[duty.Duty]
	Duty(id rule.DutyID) (duty.Duty, bool)
}

func matrixFaults(m cells) []error {
	var f faults
	for _, finding := range m.Check() {
		if finding.Kind == rule.Broken {
			f.addf("%s: %w", finding.Path, finding)
		}
	}
	all, byBody, byDuty, byLevel := map[cell]int{}, map[cell]int{}, map[cell]int{}, map[cell]int{}
	tally(all, m.All())
	for _, b := range m.Bodies() {
		tally(byBody, m.Of(b.ID))
	}
	for d := range m.Duties() {
		tally(byDuty, m.For(d.ID))
		if got, ok := m.Duty(d.ID); !ok || got.ID != d.ID {
			f.addf("the duty %s is not found by its id", d.ID)
		}
	}
	for _, level := range []org.Level{org.LevelProvince, org.LevelDistrict, org.LevelCommune} {
		tally(byLevel, m.At(level))
	}
	for name, got := range map[string]map[cell]int{"body": byBody, "duty": byDuty, "level": byLevel} {
		for c, n := range all {
			if got[c] != n {
				f.addf("asked by %s, the cell %s of %s stands %d times, in the matrix %d", name, c.body, c.duty, got[c], n)
			}
		}
		if len(got) > len(all) {
			f.addf("asked by %s, there are cells that the matrix has not", name)
		}
	}
	f.between(m)
	f.roundTrip(m, new(duty.Matrix))
	return f
}

// between proves that the duties between two bodies are those that one bears, or
// acts in, and that are owed towards the other.
func (f *faults) between(m cells) {
	acts, owed := map[org.BodyID]map[rule.DutyID]bool{}, map[org.BodyID]map[rule.DutyID]bool{}
	for _, b := range m.Bodies() {
		acts[b.ID], owed[b.ID] = map[rule.DutyID]bool{}, map[rule.DutyID]bool{}
		for e := range m.Of(b.ID) {
			side := acts
			if e.Side == duty.Towards {
				side = owed
			}
			side[b.ID][e.Duty.ID] = true
		}
	}
	for from := range acts {
		for to := range owed {
			f.pair(m, from, to, acts[from], owed[to])
		}
	}
}

func (f *faults) pair(m cells, from, to org.BodyID, acts, owed map[rule.DutyID]bool) {
	seen := map[rule.DutyID]int{}
	for d := range m.Between(from, to) {
		seen[d.ID]++
		if seen[d.ID] > 1 || !acts[d.ID] || !owed[d.ID] {
			f.addf("%s between %s and %s comes out twice, or does not stand there", d.ID, from, to)
		}
	}
	for id := range acts {
		if owed[id] && seen[id] == 0 {
			f.addf("%s between %s and %s does not come out", id, from, to)
		}
	}
}

func matrixCase(m duty.Matrix) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in struct {
			Duty rule.DutyID `json:"duty"`
			Body org.BodyID  `json:"body"`
		}
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		if in.Body != "" {
			bears := []rule.DutyID{}
			for e := range m.Of(in.Body) {
				if e.Side == duty.Bearer {
					bears = append(bears, e.Duty.ID)
				}
			}
			return map[string]any{"bears": bears, "name": m.Name(in.Body)}, nil, nil
		}
		d, ok := m.Duty(in.Duty)
		sides := map[duty.Side][]org.BodyID{duty.Bearer: {}, duty.Beside: {}, duty.Towards: {}}
		for e := range m.For(in.Duty) {
			sides[e.Side] = append(sides[e.Side], e.Body)
		}
		return map[string]any{
			"exists": ok, "passage": d.Source.String(), "group": d.Group,
			"bearers": sides[duty.Bearer], "beside": sides[duty.Beside], "towards": sides[duty.Towards],
		}, nil, nil
	}
}

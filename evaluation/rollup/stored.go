package rollup

import (
	"encoding/json"
	"slices"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const (
	resultFormat = "giupxa.rollup/1"
	changeFormat = "giupxa.rollup-change/1"
)

// rows are what is judged of the communes of a snapshot, in lists of their own: as many
// verdicts and counts a commune as there are criteria and names.
type rows struct {
	head     Snapshot // without communes
	names    []string
	units    []org.UnitCode
	under    []org.UnitCode // to which each is added up
	verdicts []criteria.Verdict
	counts   []Count
}

// rows reads the verdicts and counts that are asked for.
func (s *Snapshot) rows(of, names []string) *rows {
	n := len(s.Communes)
	k := &rows{
		head: Snapshot{AsOf: s.AsOf, Set: s.Set, Edition: s.Edition, Criteria: slices.Clone(of)}, names: names,
		units: make([]org.UnitCode, n), under: make([]org.UnitCode, n),
		verdicts: make([]criteria.Verdict, 0, n*len(of)), counts: make([]Count, 0, n*len(names)),
	}
	for i := range s.Communes {
		c := &s.Communes[i]
		k.units[i], k.under[i] = c.Unit, rule.Normal(c.Under)
		for _, criterion := range of {
			k.verdicts = append(k.verdicts, c.Verdicts[criterion])
		}
		for _, name := range names {
			k.counts = append(k.counts, c.Counts[name])
		}
	}
	return k
}

// of are the verdicts and counts of a commune.
func (k *rows) of(i int) ([]criteria.Verdict, []Count) {
	n, m := len(k.head.Criteria), len(k.names)
	return k.verdicts[i*n : (i+1)*n], k.counts[i*m : (i+1)*m]
}

// snapshot is what was judged, each commune with the unit to which it was added up.
func (k *rows) snapshot() *Snapshot {
	if k == nil {
		return nil
	}
	s := k.head
	s.Criteria, s.Communes = slices.Clone(s.Criteria), make([]Commune, len(k.units))
	for i := range s.Communes {
		c := &s.Communes[i]
		c.Unit, c.Under = k.units[i], k.under[i]
		verdicts, counts := k.of(i)
		for j, v := range verdicts {
			if v != criteria.Unknown {
				if c.Verdicts == nil {
					c.Verdicts = map[string]criteria.Verdict{}
				}
				c.Verdicts[s.Criteria[j]] = v
			}
		}
		for j, n := range counts {
			if i == 0 || n.Part.Known() || n.Whole.Known() { // the first names them all
				if c.Counts == nil {
					c.Counts = map[string]Count{}
				}
				c.Counts[k.names[j]] = n
			}
		}
	}
	return &s
}

// grounds are those of an answer about snapshots.
func grounds(record any, of ...*rows) rule.Grounds {
	var sets []rule.Rulebook
	for _, k := range of {
		if k != nil && k.head.Edition != (rule.Edition{}) {
			sets = append(sets, rule.Rulebook{Role: "set", Edition: k.head.Edition})
		}
	}
	return rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
		Vi: "cấp có thẩm quyền công nhận xã, công bố kết quả của huyện, tỉnh, chương trình",
		En: "the authority that recognises communes and publishes results of a district, a province, the program",
	}}, record, sets...)
}

// summed is the record of a result, whose digest it carries.
type summed struct {
	Snapshot *Snapshot `json:"snapshot"`
	Level    org.Level `json:"level,omitzero"`
	Bands    []Band    `json:"bands"` // without units
}

// Grounds is what the result rests on: the digest of the snapshot, each commune with the unit
// to which it was added up, of the level and of the bands; the set of criteria, where the
// snapshot names its edition. No commune is recognised here.
func (r Result) Grounds() rule.Grounds {
	return grounds(summed{r.kept.snapshot(), r.Level, r.bands}, r.kept)
}

type plainResult Result

// resultJSON is how a result is stored.
type resultJSON struct {
	plainResult
	Grounds  rule.Grounds `json:"grounds"`
	Snapshot *Snapshot    `json:"snapshot,omitempty"` // the record that was judged
}

// MarshalJSON writes the result with what it rests on and its format version.
func (r Result) MarshalJSON() ([]byte, error) {
	return form.Encode(resultFormat, resultJSON{plainResult(r), r.Grounds(), r.kept.snapshot()})
}

// Replay adds the communes of a stored result up again: those of the snapshot that is given,
// by its gazetteer, or else those that were stored with it. It says whether the same comes
// out, what differs, or that the snapshot was not kept: a host that may not keep it takes the
// member "snapshot" out of what it stores. The error is misuse: a text that is no result.
func Replay(stored []byte, s *Snapshot, g org.Gazetteer) (rule.Replayed, error) {
	var in struct {
		Level    org.Level
		Whole    struct{ Bands []Band }
		Snapshot *Snapshot
	}
	if err := readStored(stored, resultFormat, &in); err != nil {
		return rule.Replayed{}, err
	}
	if s == nil {
		if s = in.Snapshot; s == nil {
			return rule.NotKept(), nil
		}
		g = org.Gazetteer{}
	}
	return against(stored, s.Up(g, in.Level, in.Whole.Bands...), "snapshot")
}

// compared is the record of a change.
type compared struct {
	Before *Snapshot `json:"before"`
	After  *Snapshot `json:"after"`
}

// Grounds is what the change rests on: the digest of the two snapshots, and the set of
// criteria of each, where it names its edition. No commune is recognised here.
func (c Change) Grounds() rule.Grounds {
	return grounds(compared{c.before.snapshot(), c.after.snapshot()}, c.before, c.after)
}

type plainChange Change

// changeJSON is how a change is stored.
type changeJSON struct {
	plainChange
	Grounds rule.Grounds `json:"grounds"`
	Before  *Snapshot    `json:"before,omitempty"` // the records that were judged
	After   *Snapshot    `json:"after,omitempty"`
}

// MarshalJSON writes the change with what it rests on and its format version.
func (c Change) MarshalJSON() ([]byte, error) {
	return form.Encode(changeFormat, changeJSON{plainChange(c), c.Grounds(), c.before.snapshot(), c.after.snapshot()})
}

// ReplayChange compares the two snapshots of a stored change again: those that are given, or
// else those that were stored with it as "before" and "after". It answers as [Replay] does.
func ReplayChange(stored []byte, before, after *Snapshot) (rule.Replayed, error) {
	var in compared
	if err := readStored(stored, changeFormat, &in); err != nil {
		return rule.Replayed{}, err
	}
	if before == nil {
		before = in.Before
	}
	if after == nil {
		after = in.After
	}
	if before == nil || after == nil {
		return rule.NotKept(), nil
	}
	again, err := Between(*before, *after)
	if err != nil {
		return rule.Replayed{}, err
	}
	return against(stored, again, "before", "after")
}

// readStored reads some members of a stored answer. Faults of form in a snapshot are no fault
// of the question: it was judged with them, and its digest tells whether it is the one.
func readStored(stored []byte, format string, members any) error {
	err := rule.ReadStored(stored, format, members)
	if _, isForm := rule.FindingsIn(err); isForm {
		err = nil
	}
	return err
}

func against(stored []byte, answer any, facts ...string) (rule.Replayed, error) {
	again, err := json.Marshal(answer)
	if err != nil {
		return rule.Replayed{}, err
	}
	return rule.Replay(stored, again, facts...)
}

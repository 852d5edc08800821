package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// giupxaEngine is the library. It judges all 57 rows, and the criteria and the whole
// besides. Its native values are bound readings; with binding, they are dossiers, and
// binding them is measured too.
type giupxaEngine struct {
	book     *rulebook
	binding  bool
	demands  criteria.Demands
	places   []int // for each line its indicator of the rulebook, or -1
	dossiers []criteria.Dossier
	bound    []criteria.Bound
	answer   criteria.Assessment
}

func newGiupxa(b *rulebook, binding bool) (*giupxaEngine, error) {
	e := &giupxaEngine{book: b, binding: binding}
	for _, code := range b.codes {
		e.places = append(e.places, slices.IndexFunc(b.indicators, func(i indicator) bool { return i.code == code }))
	}
	var err error
	e.demands, err = b.set.Demands(b.dossier(nil))
	return e, err
}

func (e *giupxaEngine) name() string {
	if e.binding {
		return "giupxa, binding too"
	}
	return "giupxa"
}

func (*giupxaEngine) explains() string { return "reading, demand, gap, source" }

func (e *giupxaEngine) prepare(communes []commune) error {
	e.dossiers = make([]criteria.Dossier, len(communes))
	for i, c := range communes {
		e.dossiers[i] = e.book.dossier(c)
	}
	return e.bind()
}

// bind binds all dossiers, in the view that uses unconfirmed numbers.
func (e *giupxaEngine) bind() error {
	e.bound = make([]criteria.Bound, len(e.dossiers))
	for i, d := range e.dossiers {
		b, err := e.demands.Bind(d)
		if err != nil {
			return err
		}
		e.bound[i] = b.Accept(rule.Low)
	}
	return nil
}

// spoil goes through the JSON of the dossier, as a reading that is null or "" does.
func (e *giupxaEngine) spoil(c commune, slot int, how loss) error {
	text, err := json.Marshal(e.book.dossier(c))
	if err != nil {
		return err
	}
	var document map[string]any
	if err := json.Unmarshal(text, &document); err != nil {
		return err
	}
	how.from(document["readings"].(map[string]any), e.book.slots[slot].key)
	if text, err = json.Marshal(document); err != nil {
		return err
	}
	var d criteria.Dossier
	if err := json.Unmarshal(text, &d); err != nil {
		return err
	}
	e.dossiers = []criteria.Dossier{d}
	return e.bind()
}

func (e *giupxaEngine) evaluate(at int) error {
	if !e.binding {
		e.bound[at].AssessInto(&e.answer)
		return nil
	}
	b, err := e.demands.Bind(e.dossiers[at])
	if err != nil {
		return err
	}
	b.Accept(rule.Low).AssessInto(&e.answer)
	return nil
}

// verdicts reads the verdict of each indicator, as the engines' booleans are read; the
// lines behind them are not asked for.
func (e *giupxaEngine) verdicts(into []criteria.Verdict) error {
	line := 0
	for code, v := range e.answer.Indicators() {
		if i := e.places[line]; i >= 0 {
			into[i] = v
		} else if v != criteria.Unknown {
			return fmt.Errorf("giupxa: %s is %s and no engine has a rule for it", code, v)
		}
		line++
	}
	return nil
}

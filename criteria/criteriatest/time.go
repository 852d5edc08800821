package criteriatest

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// proveTime asks about the days and years at the ends of the set, with and without a
// reason to go beyond them, and about a set of another name.
func (p *prover) proveTime() {
	usual := p.t.usual()
	days := append(p.t.edges(p.t.span), usual.day, civil.Date{}, civil.Date{Year: usual.day.Year, Month: 2, Day: 30})
	years := []int{0, p.t.years.From - 1, p.t.years.From, p.t.years.To, p.t.years.To + 1}
	for _, day := range days {
		for _, year := range years {
			for _, override := range []string{"", because} {
				for _, name := range []string{"", p.t.id, "another set"} {
					g := newGiven(usual)
					g.point.day, g.point.year, g.point.override, g.set = day, year, override, name
					p.compare(g, rule.Secondary)
				}
			}
		}
	}
}

// malformed is what is not a reading; each is a fault of the dossier, at its own path.
var malformed = []string{`"12,5"`, `"95 %"`, `true`, `""`, `"đạt"`, `"Đạt"`, `"> 46"`, `"1/"`, `"1e99"`, `"+5"`, `"8.000/10.000"`, `"2.000 of 19"`, `[1]`,
	`{"value":"12,5"}`, `{"stated":"yes"}`, `{"colour":"1"}`}

// nothingGiven is what says nothing.
var nothingGiven = []string{`null`, `{}`, `{"value":null}`}

// proveMalformed reads dossiers in which nothing can be read, under every key of the
// set. Each fault must be found at its path; what is read besides must be nothing.
func (p *prover) proveMalformed() {
	keys := maps.Clone(p.t.read)
	maps.Copy(keys, p.t.named)
	all := slices.Sorted(maps.Keys(keys))
	for _, text := range slices.Concat(malformed, nothingGiven) {
		readings := map[string]json.RawMessage{}
		for _, key := range all {
			readings[key] = json.RawMessage(text)
		}
		data, err := json.Marshal(map[string]any{"readings": readings})
		p.demandf(err == nil, "no JSON of %s: %v", text, err)
		p.malformedIn(data, text, all)
	}
}

func (p *prover) malformedIn(data []byte, text string, keys []string) {
	d, err := p.lib.Decode(data)
	found, _ := rule.FindingsIn(err)
	if slices.Contains(nothingGiven, text) {
		p.demandf(err == nil, "%s says nothing, and is refused: %v", text, err)
	} else {
		p.demandf(len(found) == len(keys), "%s under %d keys: %d findings", text, len(keys), len(found))
	}
	for _, key := range keys {
		path := rule.Path("readings").Key(key)
		at := slices.ContainsFunc(found, func(f rule.Finding) bool {
			return f.Path.Within(path)
		})
		p.demandf(at != slices.Contains(nothingGiven, text), "%s as the reading of %s: found %t", text, key, at)
		p.demandf(d.Readings[key].IsZero(), "%s as the reading of %s is read as %s", text, key, d.Readings[key])
	}
}

// proveStore proves that the set survives its own JSON, and that whatever is
// confirmed names its source.
func (p *prover) proveStore() {
	back, err := p.lib.Again(p.set)
	if err != nil {
		p.faults.addf("the set does not read its own JSON: %w", err)
		return
	}
	p.demandf(back.Edition() == p.set.Edition(), "the set changes on its way through JSON: %s, %s", p.set.Edition().Digest, back.Edition().Digest)
	if err := p.t.unsourced(); err != nil {
		p.faults.addf("%w", err)
	}
}

// unsourced lists what is confirmed and names no source.
func (t *table) unsourced() error {
	var faults []error
	check := func(what string, c citation) {
		if confirmed(c.confidence) && !c.source {
			faults = append(faults, fmt.Errorf("%s is confirmed, and names no source", what))
		}
	}
	check("the set's own citation", t.from)
	for _, g := range t.groups {
		check("group "+g.group, g.from)
	}
	for _, k := range t.criteria {
		check("the name of criterion "+k.id[1:], k.nameFrom)
		for _, r := range k.rows {
			check("the name of indicator "+r.code, r.nameFrom)
		}
	}
	for _, c := range t.cells {
		for _, cite := range c.cites {
			check("a cell of "+c.key, cite)
		}
	}
	return errors.Join(faults...)
}

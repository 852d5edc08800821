package recognition

import (
	"sync"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const regimeFormat = "giupxa.recognition-regime/1"

// version is the day of the national data.
const version = "2026-11-28"

// Regime is the rulebook. Its zero value is the national rules, confirmed cells
// alone, and the default readings.
type Regime struct {
	// Provisions replaces the national rows; nil keeps them.
	Provisions *rule.Timeline[Provision]
	// Accept is the lowest confidence of a number that is used; zero is [rule.Secondary].
	Accept rule.Confidence
	// FirstBandTo50 takes the first band as 30 % to 50 %, the end included, as summaries
	// of the decision print it.
	FirstBandTo50 bool
	// SecurityLiteral asks for the title "not complex" itself where that is the condition; by
	// default "safe" serves too, as the guidance of the Ministry of Public Security says.
	SecurityLiteral bool
	// EndsIn2025 ends the decision with the period 2021–2025, on 31/12/2025.
	EndsIn2025 bool
}

// ErrMismatch is misuse: a record is judged with another unit's history, or two
// records are compared in the wrong order.
var ErrMismatch = rule.NewMisuse(nil, rule.Text{Vi: "các hồ sơ không thuộc về nhau", En: "the records do not belong together"})

// regimeRecord is a regime as it is stored.
type regimeRecord struct {
	Provisions      []rule.Dated[Provision] `json:"provisions,omitempty" validate:"max=200,dive"`
	Accept          rule.Confidence         `json:"accept,omitzero"`
	FirstBandTo50   bool                    `json:"firstBandTo50,omitempty"`
	SecurityLiteral bool                    `json:"securityLiteral,omitempty"`
	EndsIn2025      bool                    `json:"endsIn2025,omitempty"`
}

// UnmarshalJSON reads a regime, and reports all faults of its form and of its provisions
// at once.
func (r *Regime) UnmarshalJSON(data []byte) error {
	var in regimeRecord
	return form.Build(data, regimeFormat, &in, func() error {
		*r = Regime{Accept: in.Accept, FirstBandTo50: in.FirstBandTo50, SecurityLiteral: in.SecurityLiteral, EndsIn2025: in.EndsIn2025}
		var found rule.Findings
		for i, row := range in.Provisions {
			if row.Gap == (rule.Text{}) { // a declared gap has no provision
				found = append(found, row.Value.faults().Under(rule.Path("provisions").Index(i).Key("value"))...)
			}
		}
		if len(in.Provisions) > 0 {
			rows, err := rule.NewTimeline(in.Provisions...)
			for _, f := range rule.RowFaults(err) {
				found = append(found, table.Broken(ErrProvisions, f.At.Under(rule.Path("provisions").Index(f.Row)), rule.A("why", f.Why)))
			}
			r.Provisions = &rows
		}
		return found.Err()
	})
}

// MarshalJSON writes the regime with its format version.
func (r Regime) MarshalJSON() ([]byte, error) {
	out := regimeRecord{Accept: r.Accept, FirstBandTo50: r.FirstBandTo50, SecurityLiteral: r.SecurityLiteral, EndsIn2025: r.EndsIn2025}
	if r.Provisions != nil {
		out.Provisions = r.Provisions.Rows()
	}
	return form.Encode(regimeFormat, out)
}

// Edition names the exact content of the regime: its provisions and every setting that can
// change an answer.
func (r Regime) Edition() rule.Edition {
	if r == (Regime{}) {
		return nationalEdition()
	}
	return r.edition()
}

var nationalEdition = sync.OnceValue(func() rule.Edition { return Regime{}.edition() })

func (r Regime) edition() rule.Edition {
	id, data, rows := "recognition/national", version, &national
	if r.Provisions != nil {
		id, data, rows = "recognition/own", "", r.Provisions
	}
	return rule.EditionOf(id, data, []any{rows.Digest(), r.Accept.Floor(), r.FirstBandTo50, r.SecurityLiteral, r.EndsIn2025})
}

// on gives the provision of a day, and the advice that a reading reaches so far.
func (r Regime) on(day civil.Date) (Provision, rule.Findings, error) {
	if r.Provisions != nil {
		row, err := r.Provisions.On(day)
		return row.Value, nil, err
	}
	row, err := national.On(day)
	if err != nil || !day.After(rule.Day(2025, 12, 31)) {
		return row.Value, nil, err
	}
	if r.EndsIn2025 {
		return Provision{}, nil, rule.NewMisuse(rule.ErrGap, rule.Text{Vi: "{day}: quyết định hết hiệu lực ngày 31/12/2025", En: "{day}: the decision ended on 31/12/2025"}, rule.A("day", day))
	}
	return row.Value, rule.Findings{table.Advice(AdviceReach, "on", rule.A("day", day))}, nil
}

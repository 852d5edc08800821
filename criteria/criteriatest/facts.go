package criteriatest

import (
	"encoding/json"
	"maps"
	"math/big"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
)

// facts is a dossier as its JSON has it, for the evaluator.
type facts struct {
	Set      string            `json:"set"`
	AsOf     string            `json:"asOf"`
	Year     int               `json:"year"`
	Override string            `json:"override"`
	Profile  profile           `json:"profile"`
	Readings map[string]record `json:"readings"`
}

type profile struct {
	Region  string `json:"region"`
	Special bool   `json:"special"`
	Group   string `json:"group"`
	Area    string `json:"area"`
	Zone    string `json:"zone"`
}

// day reports whether the day of assessment is stated, and whether it exists.
func (f *facts) day() (stated, exists bool) {
	_, err := time.Parse(time.DateOnly, f.AsOf)
	return f.AsOf != "", err == nil
}

// record is a reading: its value in the short form and what is said beside it.
type record struct {
	value   value
	stated  criteria.Verdict
	poverty string
	day     string // on which the value was; "" where that is not said
}

// kind is what a value is.
type kind byte

const (
	nothing kind = iota
	number
	share // part of whole
	over
	under
	passed
	failed
	notApplied
	count // met of whole
)

// value is a reading's value; n and whole are its numbers.
type value struct {
	kind     kind
	n, whole *big.Rat
}

// readValue reads the short form: "36.0", "pass", "132/1100", ">46", "13 of 19".
func readValue(text string) (value, bool) {
	switch text {
	case "":
		return value{}, true
	case "pass":
		return value{kind: passed}, true
	case "fail":
		return value{kind: failed}, true
	case "n/a":
		return value{kind: notApplied}, true
	}
	v, first, second := value{kind: number}, text, "1"
	if rest, ok := strings.CutPrefix(text, ">"); ok {
		v.kind, first = over, rest
	} else if rest, ok := strings.CutPrefix(text, "<"); ok {
		v.kind, first = under, rest
	} else if part, whole, ok := strings.Cut(text, "/"); ok {
		v.kind, first, second = share, part, whole
	} else if met, all, ok := strings.Cut(text, " of "); ok {
		v.kind, first, second = count, met, all
	}
	n, ok := new(big.Rat).SetString(first)
	whole, well := new(big.Rat).SetString(second)
	v.n, v.whole = n, whole
	return v, ok && well
}

// UnmarshalJSON reads a short form, a plain number, or an object.
func (r *record) UnmarshalJSON(data []byte) error {
	long := struct {
		Value   json.RawMessage  `json:"value"`
		Stated  criteria.Verdict `json:"stated"`
		Poverty string           `json:"poverty"`
		Day     string           `json:"asOf"`
	}{Value: data}
	if len(data) > 0 && data[0] == '{' {
		long.Value = nil
		if err := json.Unmarshal(data, &long); err != nil {
			return err
		}
	}
	r.stated, r.poverty, r.day = long.Stated, long.Poverty, long.Day
	text := string(long.Value)
	if strings.HasPrefix(text, `"`) {
		if err := json.Unmarshal(long.Value, &text); err != nil {
			return err
		}
	}
	r.value, _ = readValue(text)
	return nil
}

// factsOf gives the facts of a dossier, by its JSON.
func factsOf(d criteria.Dossier) (facts, error) {
	data, err := d.MarshalJSON()
	if err != nil {
		return facts{}, err
	}
	var f facts
	err = json.Unmarshal(data, &f)
	return f, err
}

// sample is a reading in the forms of both sides: the library's and the evaluator's.
type sample struct {
	text    string // the short form
	library criteria.Reading
	record  record
}

// sampleOf makes a sample of a short form. The forms of the kit can all be read.
func sampleOf(text string) sample {
	r, err := criteria.ParseReading(text)
	v, ok := readValue(text)
	if text == "" || err != nil || !ok {
		return sample{}
	}
	return sample{text: text, library: r, record: record{value: v}}
}

// on is the sample as it rests on a poverty standard.
func (s sample) on(standard string) sample {
	s.text += " on " + standard
	s.library.Poverty, s.record.poverty = standard, standard
	return s
}

// dated is the sample as the value of a day.
func (s sample) dated(day civil.Date) sample {
	s.text += " dated " + day.String()
	s.library.AsOf, s.record.day = day, day.String()
	return s
}

// said is the sample with a stated verdict beside its value.
func (s sample) said(v criteria.Verdict) sample {
	s.text += " said " + v.String()
	s.library.Said, s.record.stated = v, v
	return s
}

// given is a dossier in the forms of both sides.
type given struct {
	point   point
	samples map[string]sample
	set     string // that the dossier names
}

func (g given) dossier() criteria.Dossier {
	p := g.point
	d := criteria.Dossier{
		Unit: "00001", Set: g.set, AsOf: p.day, Year: p.year, Override: p.override,
		Profile: criteria.Profile{Region: p.region, Special: p.special, Group: p.group, Area: p.area, Zone: p.zone},
	}
	d.Readings = make(map[string]criteria.Reading, len(g.samples))
	for key, s := range g.samples {
		d.Readings[key] = s.library
	}
	return d
}

func (g given) facts() facts {
	p := g.point
	f := facts{
		Set: g.set, Year: p.year, Override: p.override,
		Profile: profile{p.region.String(), p.special, p.group.String(), p.area.String(), p.zone},
	}
	if !p.day.IsZero() {
		f.AsOf = p.day.String()
	}
	f.Readings = make(map[string]record, len(g.samples))
	for key, s := range g.samples {
		f.Readings[key] = s.record
	}
	return f
}

// concerning is a dossier as far as it concerns one row, or all of it; said only when it
// is asked.
type concerning struct {
	given
	code string
}

func (g given) of(code string) concerning { return concerning{g, code} }

func (c concerning) String() string { return c.point.String() + c.readings() }

func (c concerning) readings() string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(c.samples)) {
		if c.code == "" || ofRow(key, c.code) || key[0] == '@' {
			b.WriteString(" " + key + "=" + c.samples[key].text)
		}
	}
	return b.String()
}

// point is what decides which cells of a set apply.
type point struct {
	region   criteria.Region
	special  bool
	group    criteria.Group
	area     criteria.Area
	zone     string
	year     int
	day      civil.Date
	override string
}

func (p point) String() string {
	var b strings.Builder
	say := func(name, value string) {
		if value != "" {
			b.WriteString(name + value + ", ")
		}
	}
	say("", p.region.String())
	if p.special {
		say("", "special")
	}
	say("group ", p.group.String())
	say("area ", p.area.String())
	say("zone ", p.zone)
	if p.override != "" {
		say("", "overridden")
	}
	b.WriteString(p.day.String() + " for " + itoa(p.year) + ":")
	return b.String()
}

func newGiven(at point) given { return given{point: at, samples: make(map[string]sample, 80)} }

package criteria

import (
	"maps"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const dossierFormat = "giupxa.dossier/1"

// Dossier is what is known of one commune on one day. Reading it from JSON reports every
// text that is not a reading, with its path.
type Dossier struct {
	// Unit is the code of the commune, UnitName its name as the dossier prints it.
	Unit     string `json:"unit" validate:"max=64"`
	UnitName string `json:"unitName,omitempty" validate:"max=256"`
	// Set is the id of the only set that may judge the dossier, "" for any. Standard is the level asked about.
	Set      string   `json:"set,omitempty" validate:"max=64"`
	Standard Standard `json:"standard,omitzero"`
	// AsOf is the day of assessment. Year is the year whose demands apply; it may be another
	// one, and 0 is "not known".
	AsOf civil.Date `json:"asOf,omitzero"`
	Year int        `json:"year,omitempty" validate:"min=0,max=9999"`
	// Override is the reason for judging by a set outside its days or years.
	Override string  `json:"override,omitempty" validate:"max=1024"`
	Profile  Profile `json:"profile"`
	// Readings go by key: "10" an indicator, "17.1/centralised" a part of one, "c10" a
	// criterion, "set", "set/criteria" and "set/indicators" the whole, "@schools" an attribute.
	Readings map[string]Reading `json:"readings"`
}

// Profile is what decides which cell of a row applies.
type Profile struct {
	// Region is where the commune lies.
	Region Region `json:"region,omitzero"`
	// Special says that the commune is especially difficult or lies in a safety zone, so
	// that the set's special column applies (QĐ 318/QĐ-TTg, Điều 1). It is a decided
	// fact: false means that no such decision names the commune.
	Special bool `json:"special,omitempty"`
	// Group is the group under 51/2025/QĐ-TTg; where it is not stated, the set's rules
	// derive it from the attributes. GroupBy is the decision that says it.
	Group   Group       `json:"group,omitzero"`
	GroupBy rule.Source `json:"groupBy,omitzero"`
	// Area is the delimitation within the ethnic-minority and mountainous region. Where there
	// is no reading "@area", it is used as that attribute: 0 outside, 1, 2, 3.
	Area Area `json:"area,omitzero"`
	// Zone is the zone of a province whose overlay splits it.
	Zone string `json:"zone,omitempty" validate:"max=64"`
}

// UnmarshalJSON reads a dossier and reports all its faults of form at once.
func (d *Dossier) UnmarshalJSON(data []byte) error {
	type fields Dossier
	return form.Decode(data, dossierFormat, (*fields)(d))
}

// MarshalJSON writes the dossier with its format version.
func (d Dossier) MarshalJSON() ([]byte, error) { return d.AppendJSON(nil) }

// AppendJSON appends the JSON of the dossier, its readings in the order of their keys.
func (d Dossier) AppendJSON(out []byte) ([]byte, error) {
	w := form.WriterTo(out)
	d.write(&w, dossierFormat, nil, d.readings)
	return w.Bytes()
}

// readings writes the readings.
func (d *Dossier) readings(w *form.Writer, sources *once[rule.Source]) {
	for _, key := range slices.Sorted(maps.Keys(d.Readings)) {
		r := d.Readings[key]
		w.Key(key)
		r.write(w, sources)
	}
}

// write writes the dossier with the readings that a function writes; the sources stand in a
// list, where there is one.
func (d *Dossier) write(w *form.Writer, format string, sources *once[rule.Source], readings func(*form.Writer, *once[rule.Source])) {
	w.Open('{')
	if format != "" {
		w.Format(format)
	}
	w.Key("unit").Text(d.Unit)
	w.Member("unitName", d.UnitName)
	w.Member("set", d.Set)
	w.Constant("standard", d.Standard)
	w.Day("asOf", d.AsOf)
	w.Count("year", d.Year)
	w.Member("override", d.Override)
	w.Key("profile")
	d.Profile.write(w, sources)
	w.Key("readings")
	if d.Readings == nil {
		w.Null()
	} else {
		w.Open('{')
		readings(w, sources)
		w.Close('}')
	}
	w.Close('}')
}

// write writes the profile; its source stands in a list, where there is one.
func (p *Profile) write(w *form.Writer, sources *once[rule.Source]) {
	w.Open('{')
	w.Constant("region", p.Region)
	w.Flag("special", p.Special)
	w.Constant("group", p.Group)
	if !p.GroupBy.IsZero() {
		w.Key("groupBy")
		writeSource(w, &p.GroupBy, sources)
	}
	w.Constant("area", p.Area)
	w.Member("zone", p.Zone)
	w.Close('}')
}

package criteria

import (
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
func (d Dossier) MarshalJSON() ([]byte, error) {
	type fields Dossier
	return form.Encode(dossierFormat, fields(d))
}

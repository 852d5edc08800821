package area

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const communeFormat = "giupxa.area-commune/1"

// Commune is what is known of a commune, ward or special zone on a day. A member that is not
// given is not known.
type Commune struct {
	// Unit is the code of the commune, UnitName its name as the dossier prints it.
	Unit     string `json:"unit,omitempty" validate:"max=64"`
	UnitName string `json:"unitName,omitempty" validate:"max=256"`
	// On is the day for which the area is asked.
	On civil.Date `json:"on,omitzero"`
	// Region decides whether the bounds of the Mekong Delta apply.
	Region   criteria.Region `json:"region,omitzero"`
	National National        `json:"national,omitzero"`

	// Ethnic is the people of ethnic minorities who live there, EthnicPeople how many they are.
	Ethnic       Rate        `json:"ethnic,omitzero"`
	EthnicPeople rule.Number `json:"ethnicPeople"`
	// High is the natural area at 200 m above the sea or more.
	High Rate `json:"high,omitzero"`

	// Income is the income per head, in the unit of the national one.
	Income rule.Number `json:"income"`
	// Poverty is the multidimensional poverty rate.
	Poverty Rate `json:"poverty,omitzero"`
	// Electricity is the households with an electricity contract, CleanWater those with clean
	// water of the technical standard, Toilets those with a hygienic toilet.
	Electricity Rate `json:"electricity,omitzero"`
	CleanWater  Rate `json:"cleanWater,omitzero"`
	Toilets     Rate `json:"toilets,omitzero"`
	// Roads is the commune roads that are asphalt or concrete, RoadsDegraded those badly degraded.
	Roads         Rate `json:"roads,omitzero"`
	RoadsDegraded Rate `json:"roadsDegraded,omitzero"`
	// Health says whether the commune meets the national health criteria to 2030.
	Health criteria.Verdict `json:"health,omitzero"`
	// Schools is the schools whose facilities are of level 1.
	Schools Rate `json:"schools,omitzero"`
	// Boarding and SemiBoarding is how far the boarding and semi-boarding schools for ethnic
	// minorities (nội trú, bán trú) meet the need.
	Boarding     Rate `json:"boarding,omitzero"`
	SemiBoarding Rate `json:"semiBoarding,omitzero"`
	// Irrigation is the farmland that is watered and drained at will.
	Irrigation Rate `json:"irrigation,omitzero"`
	// Culture says whether the commune has a centre of culture and sports that meets its standard.
	Culture criteria.Verdict `json:"culture,omitzero"`
	// Internet is the villages with mobile or fixed broadband internet.
	Internet Rate `json:"internet,omitzero"`

	Villages Villages `json:"villages,omitzero"`
	// Listed is the area that a decision gives the commune.
	Listed Listed `json:"listed,omitzero"`
}

// National is the averages of the whole country with which a commune is compared.
type National struct {
	Income  rule.Number `json:"income"`
	Poverty Rate        `json:"poverty,omitzero"`
	Source  rule.Source `json:"source,omitzero"`
}

// Rate is a percentage: a number, or part and whole, which are exact. None says that there is
// nothing of the kind, as in a commune without farmland.
type Rate struct {
	Percent rule.Number `json:"percent"`
	Part    rule.Number `json:"part"`
	Whole   rule.Number `json:"whole"`
	None    bool        `json:"none,omitempty"`
}

// Villages is the villages of a commune: how many, and each or some of them.
type Villages struct {
	// Total is all villages, Difficult the especially difficult and Mountainous the mountainous
	// ones, where they were counted or decided.
	Total       rule.Number `json:"total"`
	Difficult   rule.Number `json:"difficult"`
	Mountainous rule.Number `json:"mountainous"`
	Each        []Village   `json:"each,omitempty" validate:"max=1000,dive"`
}

// Village is one village (thôn, bản, ấp, tổ dân phố).
type Village struct {
	ID string `json:"id" validate:"required,max=64"`
	// Ethnic is its people of ethnic minorities, High its natural area at 200 m or more, Steep
	// that with a slope of 15 % or more.
	Ethnic Rate `json:"ethnic,omitzero"`
	High   Rate `json:"high,omitzero"`
	Steep  Rate `json:"steep,omitzero"`
	// Poverty is its multidimensional poverty rate, Roads its hardened roads, Electricity the
	// households with an electricity contract.
	Poverty     Rate `json:"poverty,omitzero"`
	Roads       Rate `json:"roads,omitzero"`
	Electricity Rate `json:"electricity,omitzero"`
}

// Listed is the area of a commune in an approved list, and the decision that approves it.
type Listed struct {
	Area criteria.Area `json:"area,omitzero"`
	By   rule.Source   `json:"by,omitzero"`
}

// UnmarshalJSON reads a commune and reports all its faults of form at once.
func (c *Commune) UnmarshalJSON(data []byte) error {
	type plain Commune
	return form.Decode(data, communeFormat, (*plain)(c))
}

// MarshalJSON writes the commune with its format version.
func (c Commune) MarshalJSON() ([]byte, error) {
	type plain Commune
	return form.Encode(communeFormat, plain(c))
}

// value is a fact as it is compared: a number in percent or in its unit, a verdict, or
// nothing of the kind. The zero value is not known.
type value struct {
	at      rule.Path
	number  rule.Fraction
	verdict criteria.Verdict
	none    bool
}

func (c *Commune) values() map[string]value {
	return map[string]value{
		"ethnic": c.Ethnic.value("ethnic"), "ethnicPeople": {at: "ethnicPeople", number: c.people().Fraction()}, "high": c.High.value("high"),
		"income": {at: "income", number: c.Income.Fraction()}, "poverty": c.Poverty.value("poverty"),
		"electricity": c.Electricity.value("electricity"), "cleanWater": c.CleanWater.value("cleanWater"), "toilets": c.Toilets.value("toilets"),
		"roads": c.Roads.value("roads"), "roadsDegraded": c.RoadsDegraded.value("roadsDegraded"), "health": {at: "health", verdict: c.Health},
		"schools": c.Schools.value("schools"), "boarding": c.Boarding.value("boarding"), "semiBoarding": c.SemiBoarding.value("semiBoarding"),
		"irrigation": c.Irrigation.value("irrigation"), "culture": {at: "culture", verdict: c.Culture}, "internet": c.Internet.value("internet"),
		"national.income": {at: "national.income", number: c.National.Income.Fraction()}, "national.poverty": c.National.Poverty.value("national.poverty"),
	}
}

// people is how many people are of ethnic minorities: as given, or the part of the rate.
func (c *Commune) people() rule.Number {
	if c.EthnicPeople.Known() {
		return c.EthnicPeople
	}
	return c.Ethnic.Part
}

func (v *Village) values() map[string]value {
	return map[string]value{
		"ethnic": v.Ethnic.value("ethnic"), "high": v.High.value("high"), "steep": v.Steep.value("steep"),
		"poverty": v.Poverty.value("poverty"), "roads": v.Roads.value("roads"), "electricity": v.Electricity.value("electricity"),
	}
}

// value is the rate in percent; its counts win over the percentage.
func (r Rate) value(at rule.Path) value {
	v := value{at: at, number: r.Percent.Fraction(), none: r.None}
	if r.Part.Known() && r.Whole.Sign() > 0 {
		v.number = rule.Ratio(100, 1).Mul(r.Part.Fraction()).Quo(r.Whole.Fraction())
	}
	return v
}

package algebra

// Op is an operator of the algebra.
type Op uint8

// The operators. The order matters: the cells come first, then the joins, then the axes.
const (
	Unstated Op = iota
	AtLeast
	AtMost
	Between
	Below
	Above
	None
	Pass
	All
	Any
	FirstOf
	BySex
	ByRegion
	ByGroup
	ByYear
	ByZone
	When
	AgainstPrevious
	ProvinceSets
	Sub
	Attr
	Cite
	MeasuredBy
)

var opNames = [...]string{
	Unstated: "unstated", AtLeast: "atLeast", AtMost: "atMost", Between: "between", Below: "below", Above: "above",
	None: "none", Pass: "pass", All: "all", Any: "any", FirstOf: "firstOf", BySex: "bySex",
	ByRegion: "byRegion", ByGroup: "byGroup", ByYear: "byYear", ByZone: "byZone", When: "when",
	AgainstPrevious: "againstPrevious", ProvinceSets: "provinceSets", Sub: "sub", Attr: "attr", Cite: "cite",
	MeasuredBy: "measuredBy",
}

// String is the name of the operator, its key in JSON.
func (o Op) String() string { return opNames[o] }

func opOf(name string) (Op, bool) {
	for i, s := range opNames {
		if s == name && Op(i) != Unstated {
			return Op(i), true
		}
	}
	return 0, false
}

// IsAxis reports whether the operator is a choice: one of the By… operators but BySex.
func (o Op) IsAxis() bool { return o >= ByRegion && o <= ByZone }

// IsNumber reports whether the operator demands a number.
func (o Op) IsNumber() bool { return o >= AtLeast && o <= Above }

// HasLow reports whether the operator has a lower number.
func (o Op) HasLow() bool { return o == AtLeast || o == Between || o == Above }

// HasHigh reports whether the operator has an upper number.
func (o Op) HasHigh() bool { return o == AtMost || o == Between || o == Below }

// Excludes reports whether the number itself is not enough: less than it, or more.
func (o Op) Excludes() bool { return o == Below || o == Above }

// The parts that operators name themselves.
const (
	Female   = "female"
	Male     = "male"
	Previous = "previous"
)

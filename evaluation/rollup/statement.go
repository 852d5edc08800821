package rollup

import (
	"cmp"
	"math"
	"math/big"
	"slices"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Item is one thing that is added up: an amount, or as many times an amount.
type Item struct {
	ID     string      `json:"id,omitempty" validate:"max=200"` // a gift told twice is one gift
	Times  rule.Number `json:"times"`                           // not given: once
	Amount rule.Number `json:"amount"`
}

// Sum is a sum that a document states, with its items.
type Sum struct {
	Items  []Item      `json:"items" validate:"required,max=100000,dive"`
	Stated rule.Number `json:"stated"`
}

// Demand is a demand that has parts, each demanded by itself.
type Demand struct {
	Parts []Least     `json:"parts" validate:"required,max=1000,dive"`
	Least rule.Number `json:"least"` // of all parts; not given: their sum
}

// Least is a part of a demand and what was done of it.
type Least struct {
	Least rule.Number `json:"least"`
	Done  rule.Number `json:"done"`
}

// Rate is a rate in percent that a document states, with its counts where they are known.
type Rate struct {
	Part   rule.Number `json:"part"`
	Whole  rule.Number `json:"whole"`
	Stated rule.Number `json:"stated"`
}

// Rates are the rates of parts of one whole, and the rate that is stated for all of them.
type Rates struct {
	Parts  []Rate      `json:"parts" validate:"required,max=1000,dive"`
	Stated rule.Number `json:"stated"`
}

// Band is how many units lie from one value to another, both included.
type Band struct {
	From  int `json:"from" validate:"gte=0,lte=1000000"`
	To    int `json:"to" validate:"gte=0,lte=1000000"`
	Units int `json:"units" validate:"gte=0,lte=1000000"`
}

// Distribution is units by bands, with the number of units, the sum and the mean that a
// document states.
type Distribution struct {
	Bands []Band      `json:"bands" validate:"required,max=1000,dive"`
	Units rule.Number `json:"units"`
	Sum   rule.Number `json:"sum"`
	Mean  rule.Number `json:"mean"`
}

// Claim is a figure and by how much it changed, or is to change, from one base that all
// claims of a list share; with the means over the same number of units.
type Claim struct {
	Now    rule.Number `json:"now"`
	By     rule.Number `json:"by"`
	Units  rule.Number `json:"units"`
	Mean   rule.Number `json:"mean"`
	MeanBy rule.Number `json:"meanBy"`
}

// NewIn is how many units reached something in a year, which, and how many had in all.
type NewIn struct {
	Year  int            `json:"year" validate:"gte=1,lte=9999"`
	New   rule.Number    `json:"new"`
	Units []org.UnitCode `json:"units,omitempty" validate:"max=100000,dive,required,max=200"`
	Total rule.Number    `json:"total"`
}

// Statement is the figures that a document prints.
type Statement struct {
	Source        rule.Source    `json:"source,omitzero"`
	Sums          []Sum          `json:"sums,omitempty" validate:"max=10000,dive"`
	Demands       []Demand       `json:"demands,omitempty" validate:"max=10000,dive"`
	Rates         []Rates        `json:"rates,omitempty" validate:"max=10000,dive"`
	Distributions []Distribution `json:"distributions,omitempty" validate:"max=10000,dive"`
	Claims        []Claim        `json:"claims,omitempty" validate:"max=10000,dive"`
	Years         []NewIn        `json:"years,omitempty" validate:"max=10000,dive"`
}

const statementFormat = "giupxa.statement/1"

type plainStatement Statement

// UnmarshalJSON reads a statement and reports every fault of its form.
func (s *Statement) UnmarshalJSON(data []byte) error {
	return form.Decode(data, statementFormat, (*plainStatement)(s))
}

// MarshalJSON writes the statement with its format version.
func (s Statement) MarshalJSON() ([]byte, error) {
	return form.Encode(statementFormat, plainStatement(s))
}

// checking collects findings.
type checking struct{ found rule.Findings }

func (c *checking) report(k rule.Kind, code rule.Code, at rule.Path, args ...rule.Arg) {
	if k != 0 {
		c.found = append(c.found, table.Finding(k, code, at, args...))
	}
}

// Check compares every figure that is stated with the exact one, in the order of the
// statement.
func (s Statement) Check() rule.Findings {
	c := &checking{}
	for i := range s.Sums {
		c.sum(&s.Sums[i], rule.Path("sums").Index(i))
	}
	for i := range s.Demands {
		c.demand(&s.Demands[i], rule.Path("demands").Index(i))
	}
	for i := range s.Rates {
		c.rates(&s.Rates[i], rule.Path("rates").Index(i))
	}
	for i := range s.Distributions {
		c.distribution(&s.Distributions[i], rule.Path("distributions").Index(i))
	}
	c.claims(s.Claims)
	c.years(s.Years)
	return c.found
}

// Total is the exact sum of the items, each id once; not known where an amount is not, or
// where an id has two amounts.
func (s Sum) Total() rule.Fraction {
	c := checking{}
	return c.total(&s, "")
}

func (c *checking) total(s *Sum, at rule.Path) rule.Fraction {
	var sum rule.Sum
	seen := make(map[string]rule.Fraction, len(s.Items))
	known := true
	for i, item := range s.Items {
		amount := item.Amount.Fraction()
		if item.Times.Known() {
			amount = amount.Mul(item.Times.Fraction())
		}
		known = known && amount.Known()
		id := rule.Normal(item.ID)
		before, twice := seen[id]
		if id != "" && twice {
			path := at.Key("items").Index(i)
			if !amount.Known() || !before.Known() || amount.Cmp(before) != 0 {
				known = false
				c.report(rule.Broken, ErrItemTwice, path, rule.A("id", rule.Shorten(id)))
			} else {
				c.report(rule.Advice, AdviceItemTwice, path, rule.A("id", rule.Shorten(id)))
			}
			continue
		}
		seen[id] = amount
		sum.Add(amount)
	}
	if !known {
		return rule.Fraction{}
	}
	return sum.Total()
}

func (c *checking) sum(s *Sum, at rule.Path) {
	total := c.total(s, at)
	unknown := rule.Text{Vi: "chưa rõ", En: "not known"}
	if !total.Known() {
		if s.Stated.Known() {
			c.report(rule.Undecided, ErrSum, at.Key("stated"), rule.A("stated", s.Stated), rule.A("sum", unknown), rule.A("difference", unknown))
		}
		return
	}
	c.report(rule.Stated(s.Stated, total, total), ErrSum, at.Key("stated"),
		rule.A("stated", s.Stated), rule.A("sum", total), rule.A("difference", s.Stated.Fraction().Sub(total)))
}

// demand holds each part against its own least; the total only where no part is short.
func (c *checking) demand(d *Demand, at rule.Path) {
	var done, least rule.Sum
	short := false
	for i, p := range d.Parts {
		done.Add(p.Done.Fraction())
		least.Add(p.Least.Fraction())
		short = c.short(p.Done.Fraction(), p.Least.Fraction(), at.Key("parts").Index(i)) || short
	}
	all := least.Total()
	if d.Least.Known() {
		all = d.Least.Fraction()
	}
	if !short {
		c.short(done.Total(), all, at)
	}
}

func (c *checking) short(done, least rule.Fraction, at rule.Path) bool {
	switch {
	case !least.Known():
		return false
	case !done.Known():
		c.report(rule.Undecided, ErrShort, at, rule.A("short", rule.Text{Vi: "chưa rõ bao nhiêu", En: "it is not known how much"}), rule.A("least", least))
	case done.Cmp(least) < 0:
		c.report(rule.Broken, ErrShort, at, rule.A("short", least.Sub(done)), rule.A("least", least))
	default:
		return false
	}
	return true
}

// Exact is the rate in percent from the counts; not known where they are not or where the
// whole is 0.
func (r Rate) Exact() rule.Fraction {
	if !r.Whole.Known() || r.Whole.Sign() == 0 {
		return rule.Fraction{}
	}
	return r.Part.Fraction().Mul(rule.Ratio(100, 1)).Quo(r.Whole.Fraction())
}

func (c *checking) rates(r *Rates, at rule.Path) {
	var printed, exact, low, high rule.Sum
	for i, p := range r.Parts {
		e := p.Exact()
		if e.Known() {
			c.report(rule.Stated(p.Stated, e, e), ErrRate, at.Key("parts").Index(i).Key("stated"), rule.A("stated", p.Stated), rule.A("rate", e))
		}
		least, most := p.Stated.Bounds()
		printed.Add(p.Stated.Fraction())
		exact.Add(e)
		low.Add(least)
		high.Add(most)
	}
	sum, all := printed.Total(), exact.Total()
	if all.Known() {
		// The counts decide; the printed rates may add up to something else.
		c.report(rule.Stated(r.Stated, all, all), ErrRates, at.Key("stated"), rule.A("stated", r.Stated))
		if sum.Known() && sum.Cmp(all) != 0 {
			c.report(rule.Advice, AdvicePrintsTo, at, rule.A("sum", sum))
		}
		return
	}
	least, most := r.Stated.Bounds()
	if sum.Known() && least.Known() && (low.Total().Cmp(most) > 0 || high.Total().Cmp(least) < 0) {
		c.report(rule.Broken, ErrRates, at.Key("stated"), rule.A("stated", r.Stated))
	}
}

// Bounds are the least and the most that the units of the bands add up to, and how many
// units they are.
func (d Distribution) Bounds() (least, most int64, units int) {
	for _, b := range d.Bands {
		least += int64(b.From) * int64(b.Units)
		most += int64(b.To) * int64(b.Units)
		units += b.Units
	}
	return least, most, units
}

// MeanBounds are the least and the greatest mean that the bands allow; not known without
// units.
func (d Distribution) MeanBounds() (low, high rule.Fraction) {
	least, most, units := d.Bounds()
	if units == 0 {
		return rule.Fraction{}, rule.Fraction{}
	}
	return rule.Ratio(least, int64(units)), rule.Ratio(most, int64(units))
}

// Fits are the least and the greatest whole sum that the bands allow and whose mean is
// printed as the stated one; false where there is none.
func (d Distribution) Fits() (from, to int64, ok bool) {
	least, most, units := d.Bounds()
	if units == 0 {
		return 0, 0, false
	}
	fits := func(sum int64) bool {
		mean := rule.Ratio(sum, int64(units))
		return rule.Stated(d.Mean, mean, mean) != rule.Broken
	}
	// The sums that print so lie side by side, within a last digit of the stated mean.
	low, high := d.Mean.Bounds()
	if low.Known() {
		n := rule.Ratio(int64(units), 1)
		least, most = max(least, floor(low.Mul(n))), min(most, floor(high.Mul(n))+1)
	}
	for least <= most && !fits(least) {
		least++
	}
	for most >= least && !fits(most) {
		most--
	}
	return least, most, least <= most
}

// floor is the whole part of a fraction of at least 0, at most that of 62 bits.
func floor(f rule.Fraction) int64 {
	r := f.Rat()
	n := new(big.Int).Quo(r.Num(), r.Denom())
	if n.Sign() < 0 {
		return 0
	}
	if n.BitLen() > 62 {
		return math.MaxInt64 / 2
	}
	return n.Int64()
}

// ranges are whole numbers from one to another, in order and apart.
type ranges []struct{ from, to int }

// add adds the numbers of a band; false where some were there already.
func (r *ranges) add(from, to int) bool {
	at, _ := slices.BinarySearchFunc(*r, from, func(x struct{ from, to int }, n int) int { return cmp.Compare(x.to, n) })
	end := at
	for end < len(*r) && (*r)[end].from <= to {
		end++
	}
	if end > at {
		from, to = min(from, (*r)[at].from), max(to, (*r)[end-1].to)
	}
	*r = slices.Replace(*r, at, end, struct{ from, to int }{from, to})
	return end == at
}

func (c *checking) distribution(d *Distribution, at rule.Path) {
	var taken ranges
	for i, b := range d.Bands {
		if b.From > b.To || !taken.add(b.From, b.To) {
			c.report(rule.Broken, ErrBands, at.Key("bands").Index(i), rule.A("from", b.From), rule.A("to", b.To))
		}
	}
	least, most, units := d.Bounds()
	n := rule.Ratio(int64(units), 1)
	c.report(rule.Stated(d.Units, n, n), ErrUnits, at.Key("units"), rule.A("stated", d.Units), rule.A("units", units))
	whole := func(i int64) rule.Fraction { return rule.Ratio(i, 1) }
	if rule.Stated(d.Sum, whole(least), whole(most)) == rule.Broken {
		c.report(rule.Broken, ErrMean, at.Key("sum"), rule.A("stated", d.Sum), rule.A("low", least), rule.A("high", most))
	}
	if !d.Mean.Known() || units == 0 {
		return
	}
	low, high := d.MeanBounds()
	if d.Sum.Known() {
		low = d.Sum.Fraction().Quo(n)
		high = low
	}
	k := rule.Stated(d.Mean, low, high)
	if _, _, fits := d.Fits(); k == rule.Undecided {
		if k = 0; !fits {
			k = rule.Broken
		}
	}
	c.report(k, ErrMean, at.Key("mean"), rule.A("stated", d.Mean), rule.A("low", low), rule.A("high", high))
}

func (c *checking) claims(claims []Claim) {
	var base rule.Fraction
	for i, x := range claims {
		at := rule.Path("claims").Index(i)
		own := x.Now.Fraction().Sub(x.By.Fraction())
		if base.Known() && own.Known() && base.Cmp(own) != 0 {
			c.report(rule.Broken, ErrBase, at, rule.A("base", own), rule.A("other", base))
		}
		if !base.Known() {
			base = own
		}
		if !x.Units.Known() || x.Units.Sign() == 0 {
			continue
		}
		c.mean(x.Mean, x.Now, x.Units, at.Key("mean"))
		c.mean(x.MeanBy, x.By, x.Units, at.Key("meanBy"))
	}
}

// mean holds a stated mean against a figure and the number of units.
func (c *checking) mean(stated, of, units rule.Number, at rule.Path) {
	if mean := of.Fraction().Quo(units.Fraction()); mean.Known() {
		c.report(rule.Stated(stated, mean, mean), ErrMean, at, rule.A("stated", stated), rule.A("low", mean), rule.A("high", mean))
	}
}

// years holds the total of each year against that of the year before, and finds units
// that are new twice: then one too many is counted, or one was lost between.
func (c *checking) years(years []NewIn) {
	first := map[org.UnitCode]int{}
	for i, y := range years {
		at := rule.Path("years").Index(i)
		for j, u := range y.Units {
			u = rule.Normal(u)
			if other, twice := first[u]; twice {
				c.report(rule.Broken, ErrNewTwice, at.Key("units").Index(j), rule.A("unit", rule.Shorten(string(u))), rule.A("year", y.Year), rule.A("other", other))
				continue
			}
			first[u] = y.Year
		}
		if i == 0 || y.Year != years[i-1].Year+1 {
			continue
		}
		sum := years[i-1].Total.Fraction().Add(y.New.Fraction())
		if sum.Known() {
			c.report(rule.Stated(y.Total, sum, sum), ErrNewTotal, at.Key("total"), rule.A("stated", y.Total), rule.A("sum", sum))
		}
	}
}

package contribution

import (
	"cmp"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// Item is a contribution as somebody names it, and the commune to which it goes.
type Item struct {
	plan.Contribution
	Commune org.UnitCode
}

// Of are the contributions of an annual plan, to the commune of its assignment.
func Of(p plan.Annual, commune org.UnitCode) []Item {
	var items []Item
	for _, q := range p.Quarters {
		for _, m := range q.Months {
			for _, a := range m.Activities {
				for _, c := range a.Contributions {
					items = append(items, Item{c, commune})
				}
			}
		}
	}
	return items
}

// Until are the items by a day: without what was received after it. What was received on a
// day that is not known stays.
func Until(items []Item, day civil.Date) []Item {
	var list []Item
	for _, i := range items {
		if i.Stage != plan.Received || !i.On.After(day) {
			list = append(list, i)
		}
	}
	return list
}

// Total is the sum of some gifts.
type Total struct {
	Gifts int `json:"gifts"`
	// Value is the sum in đồng of what is valued: all of it where Exact, else what is
	// certain.
	Value rule.Number `json:"value"`
	Exact bool        `json:"exact"`
	// Most is the most that the sum can be: more than Value where accounts differ, and not
	// given where a gift has no value or only a least one.
	Most rule.Number `json:"most"`
	// Unvalued counts the gifts without a value. AtLeast counts those of which only a least
	// value is known, and Disputed those that are told with different values; of these the
	// least counts.
	Unvalued int `json:"unvalued"`
	AtLeast  int `json:"atLeast"`
	Disputed int `json:"disputed"`
}

// Compare holds a total that a document states against the sum: Advice where it is the sum
// rounded or cut, Undecided where what is not itemized or not valued may fill the gap,
// Broken where it cannot be. The path is "stated".
func (t Total) Compare(stated rule.Number) rule.Findings {
	kind := rule.Stated(stated, t.Value.Fraction(), t.Most.Fraction())
	if kind == 0 {
		return nil
	}
	return rule.Findings{table.Finding(kind, ErrStatedTotal, "stated", rule.A("stated", stated), rule.A("value", t.Value), rule.A("unvalued", t.Unvalued+t.AtLeast))}
}

// Line is the total of one kind, donor or commune; an empty Key is one that is not named.
type Line struct {
	Key   string `json:"key"`
	Total Total  `json:"total"`
}

// Count is what was given of one unit: "tấn xi măng".
type Count struct {
	Kind   plan.ContributionKind `json:"kind"`
	Unit   string                `json:"unit"`
	Amount rule.Number           `json:"amount"`
	Exact  bool                  `json:"exact"`
}

// Totals are the gifts in all and by what they are told apart; lines stand in the order in
// which the items name them.
type Totals struct {
	All       Total   `json:"all"`
	ByKind    []Line  `json:"byKind"`
	ByDonor   []Line  `json:"byDonor"`
	ByCommune []Line  `json:"byCommune"`
	Counts    []Count `json:"counts"` // by unit, of gifts with an amount
}

// gift is one contribution from all that is said of it.
type gift struct {
	Item
	low, high rule.Number // of the value
	disputed  bool
}

// Sum adds up the gifts of one stage. Items of other stages are left out; with
// [plan.StageNotStated] it adds up those whose stage is not stated. An item without an id is a gift of its own. Findings say which items contradict an
// earlier one, or go to another commune; their paths lie in the list of items.
func Sum(items []Item, stage plan.ContributionStage) (Totals, rule.Findings) {
	var gifts []*gift
	var found rule.Findings
	at := map[string]*gift{}
	for i := range items {
		c := &items[i]
		if c.Stage != stage {
			continue
		}
		path := rule.Path("items").Index(i)
		if c.Value.Sign() < 0 || c.Amount.Sign() < 0 {
			found = append(found, table.Broken(ErrNegative, path))
			continue
		}
		id := rule.Normal(c.ID)
		g := at[id]
		if id == "" || g == nil {
			g = &gift{Item: *c, low: c.Value, high: c.Value}
			gifts = append(gifts, g)
			if id != "" {
				at[id] = g
			}
			continue
		}
		if !c.Agrees(&g.Contribution) || g.Commune != "" && c.Commune != "" && rule.Normal(g.Commune) != rule.Normal(c.Commune) {
			found = append(found, table.Broken(ErrDiffers, path.Key("id"), rule.A("id", c.ID)))
		}
		g.take(c)
	}
	t := Totals{ByKind: []Line{}, ByDonor: []Line{}, ByCommune: []Line{}, Counts: []Count{}}
	t.All = newTotal()
	kinds, donors, communes := lines{to: &t.ByKind}, lines{to: &t.ByDonor}, lines{to: &t.ByCommune}
	counts := map[unit]int{}
	for _, g := range gifts {
		t.All.add(g)
		kinds.add(g.Kind.String(), g)
		donors.add(rule.Normal(g.Donor), g)
		communes.add(string(rule.Normal(g.Commune)), g)
		if !g.Amount.Known() {
			continue
		}
		key := unit{g.Kind, rule.Normal(g.Unit)}
		n, have := counts[key]
		if !have {
			n = len(t.Counts)
			counts[key] = n
			t.Counts = append(t.Counts, Count{key.kind, key.name, rule.Int(0), true})
		}
		sum := &t.Counts[n]
		sum.Amount, sum.Exact = sum.Amount.Add(g.Amount), sum.Exact && !g.AtLeast
	}
	return t, found
}

type unit struct {
	kind plan.ContributionKind
	name string
}

// take adds what another entry says of the same gift.
func (g *gift) take(c *Item) {
	g.Kind, g.Donor, g.Through = cmp.Or(g.Kind, c.Kind), cmp.Or(g.Donor, c.Donor), cmp.Or(g.Through, c.Through)
	g.Unit, g.Commune = cmp.Or(g.Unit, c.Unit), cmp.Or(g.Commune, c.Commune)
	g.AtLeast = g.AtLeast || c.AtLeast
	if !g.Amount.Known() || c.Amount.Known() && c.Amount.Cmp(g.Amount) < 0 {
		g.Amount = c.Amount
	}
	switch {
	case !c.Value.Known():
	case !g.low.Known():
		g.low, g.high = c.Value, c.Value
	default:
		g.disputed = g.disputed || !c.Value.Equal(g.low) || !c.Value.Equal(g.high)
		if c.Value.Cmp(g.low) < 0 {
			g.low = c.Value
		}
		if c.Value.Cmp(g.high) > 0 {
			g.high = c.Value
		}
	}
}

func newTotal() Total { return Total{Value: rule.Int(0), Exact: true, Most: rule.Int(0)} }

func (t *Total) add(g *gift) {
	t.Gifts++
	switch {
	case !g.low.Known():
		t.Unvalued++
	case g.AtLeast:
		t.AtLeast++
	case g.disputed:
		t.Disputed++
	}
	if g.low.Known() {
		t.Value = t.Value.Add(g.low)
	}
	if g.AtLeast {
		g.high = rule.Number{}
	}
	t.Most = t.Most.Add(g.high) // not given from the first that has no bound
	t.Exact = t.Unvalued+t.AtLeast+t.Disputed == 0
}

// lines are totals by a key.
type lines struct {
	to *[]Line
	at map[string]int
}

func (l *lines) add(key string, g *gift) {
	i, have := l.at[key]
	if !have {
		if l.at == nil {
			l.at = map[string]int{}
		}
		i = len(*l.to)
		l.at[key] = i
		*l.to = append(*l.to, Line{key, newTotal()})
	}
	(*l.to)[i].Total.add(g)
}

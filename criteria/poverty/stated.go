package poverty

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// bounds is what is known of a value: the least and the greatest that it can be. A bound
// that is not known is none.
type bounds struct{ low, high rule.Fraction }

func exactly(n int64) bounds { return bounds{rule.Ratio(n, 1), rule.Ratio(n, 1)} }

func (b bounds) known() bool { return b.low.Known() && b.high.Known() && b.low.Cmp(b.high) == 0 }

func (b bounds) plus(o bounds) bounds  { return bounds{b.low.Add(o.low), b.high.Add(o.high)} }
func (b bounds) minus(o bounds) bounds { return bounds{b.low.Sub(o.high), b.high.Sub(o.low)} }

// byClass is the bounds of three values that belong together.
type byClass struct{ poor, nearPoor, together bounds }

// households bounds how many households are poor, near-poor, and either, by the counts
// that are given.
func (f Figures) households() byClass {
	of := func(n rule.Number) bounds {
		if n.Known() {
			return exactly(n.Decimal().IntPart())
		}
		return bounds{low: rule.Ratio(0, 1)}
	}
	c := byClass{poor: of(f.Poor), nearPoor: of(f.NearPoor)}
	c.together = c.poor.plus(c.nearPoor)
	if f.Households.Known() {
		c.together = narrow(c.together, of(f.Households).minus(of(f.Others)))
		c.poor = narrow(c.poor, c.together.minus(c.nearPoor))
		c.nearPoor = narrow(c.nearPoor, c.together.minus(c.poor))
	}
	return c
}

// narrow takes the closer of the bounds of one value, of which the least is known.
func narrow(a, b bounds) bounds {
	if b.low.Known() && b.low.Cmp(a.low) > 0 {
		a.low = b.low
	}
	if !a.high.Known() || b.high.Known() && b.high.Cmp(a.high) < 0 {
		a.high = b.high
	}
	return a
}

// rates bounds the rates in percent: by the counts, and where these are not known by what
// the stated rates can mean.
func (f Figures) rates() byClass {
	share := bounds{rule.Ratio(0, 1), rule.Ratio(100, 1)}
	by := byClass{share, share, share}
	if f.Households.Known() {
		percent := rule.Ratio(100, f.Households.Decimal().IntPart())
		scaled := func(b bounds) bounds { return bounds{b.low.Mul(percent), b.high.Mul(percent)} }
		n := f.households()
		by = byClass{scaled(n.poor), scaled(n.nearPoor), scaled(n.together)}
	}
	meant := func(b bounds, said rule.Number) bounds {
		if b.known() || !said.Known() {
			return b
		}
		low, high := said.Bounds()
		return bounds{low, high}
	}
	return byClass{meant(by.poor, f.Stated.PoorRate), meant(by.nearPoor, f.Stated.NearPoorRate), meant(by.together, f.Stated.Multidimensional)}
}

// figure is one stated figure and what the counts give.
type figure struct {
	at   rule.Path
	what rule.Text
	said rule.Number
	by   bounds
	// printed is the difference of two figures as they are printed, where the figure may be
	// made from these.
	printed rule.Fraction
}

func text(vi, en string) rule.Text { return rule.Text{Vi: vi, En: en} }

var (
	whatTogether = text("tổng số hộ nghèo và hộ cận nghèo", "poor and near-poor households together")
	whatPoor     = text("tỷ lệ hộ nghèo", "the rate of poor households")
	whatNearPoor = text("tỷ lệ hộ cận nghèo", "the rate of near-poor households")
	whatBoth     = text("tỷ lệ nghèo đa chiều", "the multidimensional poverty rate")
)

func (f Figures) checkStated(at rule.Path) rule.Findings {
	n, s := f.households(), f.Stated
	unstated := f
	unstated.Stated = Stated{}
	by := unstated.rates()
	if !by.together.known() {
		// Without counts the two rates must still make the third, as they are rounded.
		summed := f.rates()
		by.together = narrow(by.together, summed.poor.plus(summed.nearPoor))
	}
	return compared(at,
		figure{at: "together", what: whatTogether, said: s.Together, by: n.together},
		figure{at: "poorRate", what: whatPoor, said: s.PoorRate, by: by.poor},
		figure{at: "nearPoorRate", what: whatNearPoor, said: s.NearPoorRate, by: by.nearPoor},
		figure{at: "multidimensional", what: whatBoth, said: s.Multidimensional, by: by.together},
	)
}

// compared tells the figures that the counts do not give, and those that are rounded.
func compared(at rule.Path, figures ...figure) rule.Findings {
	var found rule.Findings
	for _, f := range figures {
		kind := rule.Stated(f.said, f.by.low, f.by.high)
		if kind == rule.Broken && f.printed.Known() && rule.Stated(f.said, f.printed, f.printed) != rule.Broken {
			kind = rule.Advice
		}
		if kind == rule.Broken || kind == rule.Advice {
			found = append(found, table.Finding(kind, ErrStated, at.Key(string(f.at)),
				rule.A("what", f.what), rule.A("stated", f.said), rule.A("computed", f.by.say(f.said.Places()+2))))
		}
	}
	return found
}

// say is the value, or the range in which it lies, cut at a number of places.
func (b bounds) say(places int) rule.Text {
	in := func(f rule.Fraction, l rule.Lang) string {
		if _, finite := f.Rat().FloatPrec(); finite {
			return f.In(l)
		}
		return f.Round(places, rule.Cut).In(l) + "…"
	}
	said := func(l rule.Lang) string {
		switch {
		case b.known():
			return in(b.low, l)
		case !b.high.Known():
			return "≥ " + in(b.low, l)
		case !b.low.Known():
			return "≤ " + in(b.high, l)
		}
		return in(b.low, l) + "–" + in(b.high, l)
	}
	return rule.Text{Vi: said(rule.Vi), En: said(rule.En)}
}

// checkMovement compares the stated movement with the difference of the two reviews.
// Documents take the difference of rates from the rates as they print them, which is
// no contradiction.
func (c Counts) checkMovement() rule.Findings {
	m, now, before := c.Movement, c.figures(), c.Before.Figures
	n, was := now.households(), before.households()
	r, rated := now.rates(), before.rates()
	escaped := bounds{low: rule.Ratio(0, 1)}
	if m.Escaped.Known() {
		escaped = exactly(m.Escaped.Decimal().IntPart())
	}
	printed := func(a, b rule.Number) rule.Fraction { return a.Fraction().Sub(b.Fraction()) }
	figures := []figure{
		{at: "poor", what: text("thay đổi số hộ nghèo", "the change of poor households"), said: m.Poor, by: n.poor.minus(was.poor)},
		{at: "nearPoor", what: text("thay đổi số hộ cận nghèo", "the change of near-poor households"), said: m.NearPoor, by: n.nearPoor.minus(was.nearPoor)},
		{at: "together", what: text("thay đổi tổng số hộ nghèo và hộ cận nghèo", "the change of poor and near-poor households"), said: m.Together, by: n.together.minus(was.together)},
		{at: "newlyPoor", what: text("số hộ nghèo phát sinh", "the newly poor households"), said: m.NewlyPoor, by: n.poor.minus(was.poor).plus(escaped)},
		{at: "poorRate", what: text("thay đổi tỷ lệ hộ nghèo", "the change of the rate of poor households"), said: m.PoorRate, by: r.poor.minus(rated.poor),
			printed: printed(now.Stated.PoorRate, before.Stated.PoorRate)},
		{at: "nearPoorRate", what: text("thay đổi tỷ lệ hộ cận nghèo", "the change of the rate of near-poor households"), said: m.NearPoorRate, by: r.nearPoor.minus(rated.nearPoor),
			printed: printed(now.Stated.NearPoorRate, before.Stated.NearPoorRate)},
		{at: "multidimensional", what: text("thay đổi tỷ lệ nghèo đa chiều", "the change of the multidimensional poverty rate"), said: m.Multidimensional, by: r.together.minus(rated.together),
			printed: printed(now.Stated.Multidimensional, before.Stated.Multidimensional)},
	}
	found := compared("movement", figures...)
	moved := slices.ContainsFunc(figures, func(f figure) bool { return f.said.Known() })
	if moved && c.Standard != "" && c.Before.Standard != "" && c.Standard != c.Before.Standard {
		found = append(found, table.Advice(StandardChanged, "before.standard", rule.A("before", c.Before.Standard), rule.A("now", c.Standard)))
	}
	return found
}

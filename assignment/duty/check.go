package duty

import (
	"slices"
	"strings"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Check judges the matrix and reports every broken invariant at its place in the
// parts: a duty that nobody bears; joint bearers that are not exactly their
// group; a level of the model without a bearer; a body of a level that the model
// has not, or that does not exist on all days of the span; a body that evaluates
// itself; a body that stands nowhere in the list of bodies. Advice tells of
// addressees without a duty by name and of bearers that are not addressed.
// Undecided are duties that a transfer says nobody is known to hold.
func (m Matrix) Check() rule.Findings {
	c := check{m: m, p: m.inner().parts}
	// A matrix says who owes what as long as the text binds, so the day from which it
	// does matters as little as the day for which the matrix was taken.
	c.Judge = c.p.Basis.Judge(table, c.p.Basis.LastOf(c.p.Span))
	for i, d := range c.p.Duties {
		at := rule.Path("duties").Index(i)
		c.bearers(at, d)
		c.group(at, d)
		c.known(at, d)
		c.itself(at, d)
	}
	c.bodies()
	c.levels()
	c.transfers()
	c.addressees()
	return c.Findings()
}

type check struct {
	m Matrix
	p Parts
	*Judge
}

// about adds a finding on one duty, with the passage of that duty.
func (c *check) about(d Duty, k rule.Kind, code rule.Code, at rule.Path, args ...rule.Arg) {
	c.found = append(c.found, table.Finding(k, code, at, args...).Citing(d.Source))
}

func (c *check) bearers(at rule.Path, d Duty) {
	if d.Bearers.Len() > 0 {
		for i, b := range d.Bearers.list {
			if !b.Verb.Acts() {
				c.Broken(ErrBearerVerb, at.Key("bearers").Index(i), rule.A("body", c.m.Name(b.Body)), rule.A("verb", b.Verb))
			}
		}
		return
	}
	if slices.ContainsFunc(c.p.Transfers, func(t Transfer) bool { return t.Duty == d.ID && len(t.To) == 0 }) {
		c.about(d, rule.Undecided, ErrNobodyHolds, at.Key("bearers"), rule.A("duty", d.Text))
		return
	}
	c.Broken(ErrNoBearer, at.Key("bearers"), rule.A("duty", d.Text))
}

// group holds the joint bearers of a duty against their group.
func (c *check) group(at rule.Path, d Duty) {
	if d.Group == "" {
		for i, b := range d.Bearers.list {
			if b.Verb == BearsJointly {
				c.Broken(ErrJointWithoutGroup, at.Key("bearers").Index(i), rule.A("body", c.m.Name(b.Body)))
			}
		}
		return
	}
	i := slices.IndexFunc(c.p.Groups, func(g Group) bool { return g.ID == d.Group })
	if i < 0 {
		c.Broken(ErrUnknownGroup, at.Key("group"), rule.A("group", d.Group))
		return
	}
	members := c.p.Groups[i].Members
	for _, b := range members {
		if d.Bearers.Len() > 0 && !d.Bearers.Has(b) {
			c.about(d, rule.Broken, ErrJointMissing, at.Key("bearers"), rule.A("body", c.m.Name(b)), rule.A("duty", d.Text))
		}
	}
	for j, b := range d.Bearers.list {
		if !slices.Contains(members, b.Body) {
			c.Broken(ErrJointStranger, at.Key("bearers").Index(j), rule.A("body", c.m.Name(b.Body)), rule.A("group", d.Group))
		}
	}
}

// known reports bodies of a duty that the matrix does not list, and a body named
// twice with one verb on one side.
func (c *check) known(at rule.Path, d Duty) {
	for side, list := range d.sides() {
		for i, p := range list.list {
			place := at.Key(memberOf(side)).Index(i)
			if _, ok := c.m.Body(p.Body); !ok {
				c.Broken(ErrUnknownBody, place, rule.A("body", string(p.Body)))
			}
			if slices.Contains(list.list[:i], p) {
				c.Broken(ErrRepeatedParty, place, rule.A("body", c.m.Name(p.Body)))
			}
		}
	}
}

func memberOf(s Side) string {
	switch s {
	case Bearer:
		return "bearers"
	case Beside:
		return "with"
	default:
		return "towards"
	}
}

func (c *check) itself(at rule.Path, d Duty) {
	if !d.Evaluates {
		return
	}
	for i, b := range d.Bearers.list {
		if d.Towards.Has(b.Body) {
			c.Broken(ErrEvaluatesItself, at.Key("bearers").Index(i), rule.A("body", c.m.Name(b.Body)))
		}
	}
}

// bodies reports bodies with a cell that cannot have one under the model or on
// the days of the matrix.
func (c *check) bodies() {
	for i, b := range c.p.Bodies {
		if len(c.m.inner().ofBody[b.ID]) == 0 {
			continue
		}
		at := rule.Path("bodies").Index(i)
		switch {
		case !c.p.Government.Has(b.Level):
			c.Broken(ErrAbolishedLevel, at.Key("level"), rule.A("body", c.m.Name(b.ID)), rule.A("level", b.Level), rule.A("government", c.p.Government))
		case !b.Span.Covers(c.p.Span):
			c.Broken(ErrAbolishedBody, at.Key("span"), rule.A("body", c.m.Name(b.ID)), rule.A("exists", b.Span), rule.A("span", c.p.Span))
		}
	}
}

func (c *check) levels() {
	for _, level := range c.p.Government.Levels() {
		if !slices.ContainsFunc(c.p.Bodies, func(b org.Body) bool { return b.Level == level && c.bears(b.ID) }) {
			c.Broken(ErrLevelMissing, "bodies", rule.A("level", level), rule.A("government", c.p.Government))
		}
	}
}

func (c *check) bears(b org.BodyID) bool {
	for e := range c.m.Of(b) {
		if e.Side == Bearer {
			return true
		}
	}
	return false
}

// transfers reports a transfer that the duties contradict.
func (c *check) transfers() {
	for i, t := range c.p.Transfers {
		at := rule.Path("transfers").Index(i)
		d, ok := c.m.Duty(t.Duty)
		if !ok {
			c.Broken(ErrTransferDuty, at.Key("duty"), rule.A("duty", string(t.Duty)))
			continue
		}
		for _, list := range d.sides() {
			if list.Has(t.From) {
				c.Broken(ErrTransferUndone, at.Key("from"), rule.A("body", c.m.Name(t.From)), rule.A("duty", d.Text))
				break
			}
		}
		for j, to := range t.To {
			if !d.Bearers.Has(to) && !d.With.Has(to) && !d.Towards.Has(to) {
				c.Broken(ErrTransferLost, at.Key("to").Index(j), rule.A("body", c.m.Name(to)), rule.A("duty", d.Text))
			}
		}
	}
}

func (c *check) addressees() {
	for i, a := range c.p.Addressees {
		at := rule.Path("addressees").Index(i)
		b, ok := c.m.Body(a)
		switch {
		case !ok:
			c.Broken(ErrUnknownBody, at, rule.A("body", string(a)))
		case !c.p.Government.Has(b.Level):
			c.Broken(ErrAbolishedLevel, at, rule.A("body", c.m.Name(a)), rule.A("level", b.Level), rule.A("government", c.p.Government))
		case !b.Span.Covers(c.p.Span):
			c.Broken(ErrAbolishedBody, at, rule.A("body", c.m.Name(a)), rule.A("exists", b.Span), rule.A("span", c.p.Span))
		case !c.bears(a):
			c.Advice(AdviceAddresseeIdle, at, rule.A("body", c.m.Name(a)), rule.A("classes", c.classes(b)))
		}
	}
	for i, b := range c.p.Bodies {
		if c.bears(b.ID) && !slices.Contains(c.p.Addressees, b.ID) {
			c.Advice(AdviceNotAddressed, rule.Path("bodies").Index(i), rule.A("body", c.m.Name(b.ID)))
		}
	}
}

// classes names the classes under which a body has duties all the same.
func (c *check) classes(b org.Body) rule.Text {
	var vi, en []string
	for _, id := range b.Classes {
		if c.bears(id) {
			name := c.m.Name(id)
			vi, en = append(vi, name.Vi), append(en, name.En)
		}
	}
	if vi == nil {
		return rule.Text{Vi: "không có", En: "none"}
	}
	return rule.Text{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

package recognition

import (
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Consideration says whether the four conditions of recognition are met. Met is not
// recognised: that is a decision.
type Consideration struct {
	Verdict    criteria.Verdict `json:"verdict"`
	Conditions []Condition      `json:"conditions"`
	// Edition names the exact content of the regime that was asked.
	Edition  rule.Edition  `json:"edition"`
	Findings rule.Findings `json:"findings"`
}

// Condition is one of the four, in the order of the decision.
type Condition struct {
	No      int              `json:"no"`
	Code    rule.Code        `json:"code"`
	Verdict criteria.Verdict `json:"verdict"`
	Source  rule.Source      `json:"source"`
}

// Consider judges an application by the rules of its day. The error is misuse: no
// rules are held for that day, or it does not exist. A condition not met is Broken in the
// findings, one that cannot be told Undecided. Without a day nothing can be told.
func (r Regime) Consider(a Application) (Consideration, error) {
	if a.On.IsZero() {
		return Consideration{Conditions: []Condition{}, Edition: r.Edition(), Findings: rule.Findings{table.Undecided(ErrDay, "on")}}, nil
	}
	p, found, err := r.on(a.On)
	if err != nil {
		return Consideration{}, fmt.Errorf("recognition: no conditions to consider by: %w", err)
	}
	c := consideration{regime: r, provision: p, a: a}
	c.out.Findings, c.out.Edition = found, r.Edition()
	if a.Standard == 0 {
		c.add(table.Broken(ErrStandard, "standard"))
	}
	c.condition(ErrCriteria, qd18, c.stated(ErrCriteria, "criteria", a.Criteria, rule.A("standard", a.Standard)))
	c.condition(ErrArrears, qd18, c.stated(ErrArrears, "noArrears", a.NoArrears))
	c.condition(ErrSatisfaction, qd18, c.satisfaction())
	c.condition(p.Security.code(), p.SecuritySource, c.security())
	for i, each := range c.out.Conditions {
		if i == 0 {
			c.out.Verdict = each.Verdict
		}
		c.out.Verdict = both(c.out.Verdict, each.Verdict)
	}
	if a.Standard == 0 {
		c.out.Verdict = criteria.Unknown
	}
	return c.out, nil
}

// both is Kleene's "and".
func both(a, b criteria.Verdict) criteria.Verdict {
	switch {
	case a == criteria.NotMet || b == criteria.NotMet:
		return criteria.NotMet
	case a == criteria.Met && b == criteria.Met:
		return criteria.Met
	default:
		return criteria.Unknown
	}
}

type consideration struct {
	regime    Regime
	provision Provision
	a         Application
	out       Consideration
}

func (c *consideration) add(f rule.Finding) { c.out.Findings = append(c.out.Findings, f) }

func (c *consideration) condition(code rule.Code, s rule.Source, v criteria.Verdict) {
	c.out.Conditions = append(c.out.Conditions, Condition{No: len(c.out.Conditions) + 1, Code: code, Verdict: v, Source: s})
}

func (c *consideration) stated(code rule.Code, at rule.Path, v criteria.Verdict, args ...rule.Arg) criteria.Verdict {
	v, found := stated(code, at, v, args...)
	c.out.Findings = append(c.out.Findings, found...)
	return v
}

// stated judges a condition that is a verdict in the record. No condition has an
// "if any", so NotApplicable answers none of them.
func stated(code rule.Code, at rule.Path, v criteria.Verdict, args ...rule.Arg) (criteria.Verdict, rule.Findings) {
	args = append(args, rule.A("why", v))
	switch v {
	case criteria.Met:
		return criteria.Met, nil
	case criteria.NotMet:
		return criteria.NotMet, rule.Findings{table.Broken(code, at, args...)}
	default:
		return criteria.Unknown, rule.Findings{table.Undecided(code, at, args...)}
	}
}

// security judges the fourth condition. On days on which an amendment may or may not
// have taken effect it is decided only where both titles give the same.
func (c *consideration) security() criteria.Verdict {
	p := c.provision
	verdict, found := c.titled(p.Security)
	unread := p.Note
	kind := rule.Advice
	if p.Former != 0 {
		before, also := c.titled(p.Former)
		if before == verdict {
			for _, f := range also {
				if f.Kind == rule.Advice {
					found = append(found, f)
				}
			}
		} else {
			kind, found = rule.Undecided, nil
			for _, each := range []struct {
				asked Title
				by    rule.Source
				gives criteria.Verdict
			}{{p.Security, p.SecuritySource, verdict}, {p.Former, p.FormerSource, before}} {
				unread.Vi += "; " + each.by.In(rule.Vi) + ", «" + each.asked.In(rule.Vi) + "»: " + each.gives.In(rule.Vi)
				unread.En += "; " + each.by.In(rule.En) + ", \"" + each.asked.In(rule.En) + "\": " + each.gives.In(rule.En)
			}
			verdict = criteria.Unknown
		}
	}
	c.out.Findings = append(c.out.Findings, found...)
	if p.Note != (rule.Text{}) || kind == rule.Undecided {
		c.add(table.Finding(kind, ErrUnread, "on", rule.A("note", unread)))
	}
	return verdict
}

// code is the rule that asks for a title.
func (t Title) code() rule.Code {
	if t == Safe {
		return ErrSafe
	}
	return ErrNotComplex
}

// titled judges what the police found against the title that is asked.
func (c *consideration) titled(asked Title) (criteria.Verdict, rule.Findings) {
	s, code := c.a.Security, asked.code()
	if s.Title == asked || s.Verdict == criteria.Unknown {
		return stated(code, "security.verdict", s.Verdict)
	}
	if asked == NotComplex && s.Title == Safe && s.Verdict == criteria.Met && !c.regime.SecurityLiteral {
		return criteria.Met, rule.Findings{table.Advice(AdviceGuidance, "security.title")}
	}
	why := rule.Text{Vi: "kết luận ghi cho nội dung khác: " + orNone(s.Title, rule.Vi), En: "the finding is on another title: " + orNone(s.Title, rule.En)}
	return criteria.Unknown, rule.Findings{table.Undecided(code, "security.title", rule.A("why", why))}
}

func orNone(t Title, l rule.Lang) string {
	if t == 0 {
		return rule.Text{Vi: "không ghi", En: "none stated"}.In(l)
	}
	return t.In(l)
}

var (
	whatOverall  = rule.Text{Vi: "tỷ lệ hài lòng chung", En: "overall satisfaction"}
	whatContents = rule.Text{Vi: "tỷ lệ hài lòng từng nội dung", En: "satisfaction with each content"}
	whatTurnout  = rule.Text{Vi: "tỷ lệ hộ được lấy ý kiến", En: "households asked"}

	whyBelow    = rule.Text{Vi: "chưa đạt", En: "not reached"}
	whyNoFigure = rule.Text{Vi: "thiếu số liệu", En: "the figure is missing"}
	whyNoDemand = rule.Text{Vi: "chưa biết mức yêu cầu", En: "the demand is not known"}
	whyNotAll   = rule.Text{Vi: "chưa rõ còn nội dung nào khác", En: "it is not said that these are all the contents"}
)

func (c *consideration) satisfaction() criteria.Verdict {
	demand := c.provision.satisfaction(c.a.Standard)
	survey := c.a.Survey
	verdict := c.rate("survey.overall", whatOverall, survey.Overall, demand.Overall)
	content := criteria.Met
	for i, each := range survey.Contents {
		at := rule.Path("survey.contents").Index(i).Key("rate")
		what := rule.Text{Vi: "hài lòng về " + each.Name, En: "satisfaction with " + each.Name}
		content = both(content, c.rate(at, what, each.Rate, demand.Content))
	}
	if !survey.AllContents || len(survey.Contents) == 0 {
		if content == criteria.Met {
			c.undecided("survey.contents", whatContents, Rate{}, demand.Content, whyNotAll)
		}
		content = both(content, criteria.Unknown)
	}
	return both(both(verdict, content), c.rate("survey.turnout", whatTurnout, survey.Turnout, demand.Turnout))
}

func (c *consideration) rate(at rule.Path, what rule.Text, r Rate, demand Cell) criteria.Verdict {
	if why := r.fault(); why != (rule.Text{}) {
		c.add(table.Broken(ErrRate, at, rule.A("value", rule.Text{Vi: r.given(rule.Vi), En: r.given(rule.En)}), rule.A("why", why)))
		return criteria.Unknown
	}
	if kind := r.stated(); kind != 0 {
		computed := r.exact().Round(r.Percent.Places()+2, rule.Cut)
		c.add(table.Finding(kind, ErrStatedRate, at.Key("percent"), rule.A("stated", r.Percent), rule.A("counts", r), rule.A("computed", computed)))
		if kind == rule.Broken {
			return criteria.Unknown
		}
	}
	switch {
	case !demand.Percent.Known():
		c.undecided(at, what, r, demand, whyNoDemand)
		return criteria.Unknown
	case demand.Confidence < c.regime.Accept.Floor():
		c.undecided(at, what, r, demand, rule.Text{Vi: demand.Confidence.In(rule.Vi), En: demand.Confidence.In(rule.En)})
		return criteria.Unknown
	case !r.Known():
		c.undecided(at, what, r, demand, whyNoFigure)
		return criteria.Unknown
	}
	if !demand.Confidence.Confirmed() {
		c.add(table.Advice(AdviceAccepted, at, rule.A("what", what), rule.A("demand", demand.Percent), rule.A("confidence", demand.Confidence)))
	}
	verdict := r.atLeast(demand.Percent)
	if verdict == criteria.NotMet {
		c.add(table.Broken(ErrSatisfaction, at, rule.A("what", what), rule.A("value", r), rule.A("demand", demand), rule.A("why", whyBelow)))
	}
	return verdict
}

func (c *consideration) undecided(at rule.Path, what rule.Text, r Rate, demand Cell, why rule.Text) {
	c.add(table.Undecided(ErrSatisfaction, at, rule.A("what", what), rule.A("value", r), rule.A("demand", demand), rule.A("why", why)))
}

// In says the demand: "90 %", or "…" where it is not known.
func (c Cell) In(l rule.Lang) string {
	if !c.Percent.Known() {
		return "…"
	}
	return c.Percent.In(l) + " %"
}

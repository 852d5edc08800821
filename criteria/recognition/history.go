package recognition

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const historyFormat = "giupxa.recognition-history/1"

// History is the decisions about the standards of one unit. A unit is its code and
// its validity: codes were given anew in 2025.
type History struct {
	Unit     string    `json:"unit" validate:"max=64"`
	UnitName string    `json:"unitName,omitempty" validate:"max=256"`
	Span     rule.Span `json:"span,omitzero"`
	// MergedFrom names the units of which this one was formed.
	MergedFrom []string `json:"mergedFrom,omitempty"`
	// Complete says that no decision about the unit is left out. Only then does the
	// absence of a decision mean that there was none.
	Complete  bool       `json:"complete,omitempty"`
	Decisions []Decision `json:"decisions,omitempty"`
}

// Decision is one decision about one standard.
type Decision struct {
	Kind     Kind              `json:"kind,omitzero"`
	Standard criteria.Standard `json:"standard,omitzero"`
	On       civil.Date        `json:"on,omitzero"` // the day from which it has effect
	// Year is the dossier year for which a commune was recognised, and Set the set under
	// which.
	Year   int         `json:"year,omitempty"`
	Set    string      `json:"set,omitempty"`
	Source rule.Source `json:"source,omitzero"`
}

// Standing is how a unit stands to a standard on a day, and the decision that says so.
type Standing struct {
	Status   Status    `json:"status"`
	Decision *Decision `json:"decision,omitempty"`
}

// UnmarshalJSON reads a history and reports all its faults of form at once.
func (h *History) UnmarshalJSON(data []byte) error {
	type plain History
	return form.Decode(data, historyFormat, (*plain)(h))
}

// MarshalJSON writes the history with its format version.
func (h History) MarshalJSON() ([]byte, error) {
	type plain History
	return form.Encode(historyFormat, plain(h))
}

// On gives the standing of a standard on a day. The latest decision on or before the
// day decides; of two on the same day the one that stands later in the list. A decision
// without a day, or without a standard, may be the one that decides: where it would change
// the standing, the standing is not known, and so it is on a date that does not exist. What
// the commune achieves on that day plays no part.
func (h History) On(s criteria.Standard, day civil.Date) Standing {
	switch {
	case !rule.IsDay(day):
		return Standing{}
	case !h.Span.Contains(day):
		return Standing{Status: NoUnit}
	}
	latest := -1
	byNow := func(d Decision) bool {
		return rule.IsDay(d.On) && !d.On.After(day) && (latest < 0 || !d.On.Before(h.Decisions[latest].On))
	}
	for i, d := range h.Decisions {
		if d.Standard == s && byNow(d) {
			latest = i
		}
	}
	standing := Standing{Status: h.undecided()}
	if latest >= 0 {
		d := h.Decisions[latest]
		standing = Standing{Status: d.Kind.status(), Decision: &d}
	}
	for _, d := range h.Decisions {
		mayDecide := d.Standard == s && !rule.IsDay(d.On) || d.Standard == 0 && (!rule.IsDay(d.On) || byNow(d))
		if mayDecide && d.Kind.status() != standing.Status {
			return Standing{}
		}
	}
	return standing
}

// undecided is the status before any decision.
func (h History) undecided() Status {
	switch {
	case len(h.MergedFrom) > 0:
		return AwaitsDecision
	case h.Complete:
		return NotGiven
	default:
		return StatusUnknown
	}
}

func (k Kind) status() Status {
	switch k {
	case Recognised, Carried:
		return Held
	case Revoked, NotCarried:
		return Lost
	default:
		return StatusUnknown
	}
}

var (
	whyKind     = rule.Text{Vi: "không ghi loại quyết định", En: "its kind is missing"}
	whyStandard = rule.Text{Vi: "không ghi mức chuẩn", En: "its standard is missing"}
	whyDay      = rule.Text{Vi: "thiếu ngày, hoặc ngày không có thật", En: "its day is missing or does not exist"}
	whySpan     = rule.Text{Vi: "đơn vị không tồn tại vào ngày đó", En: "the unit does not exist on that day"}
	whyMerger   = rule.Text{Vi: "đơn vị không hình thành từ sắp xếp", En: "the unit was not formed by a merger"}
	whyNotHeld  = rule.Text{Vi: "thu hồi khi không được công nhận", En: "revoked without being recognised"}
)

// Check finds decisions that are not possible: without a kind, a standard or a day, outside
// the validity of the unit, on a merger that was none, or, where the history is
// complete, revoking what is not held. A decision that changes nothing, as a second
// recognition under the same set, is advice.
func (h History) Check() rule.Findings {
	var found rule.Findings
	if h.Span.Check() != nil {
		found = append(found, table.Broken(ErrDecision, "span", rule.A("why", whySpan)))
	}
	before := h.before()
	for i, d := range h.Decisions {
		path := rule.Path("decisions").Index(i)
		if why, at := h.fault(d, before[i]); at != "" {
			found = append(found, table.Broken(ErrDecision, path.Key(at), rule.A("why", why)))
			continue
		}
		if last := before[i].decision; last != nil && last.Kind.status() == d.Kind.status() && (last.Set == "" || d.Set == "" || last.Set == d.Set) {
			found = append(found, table.Advice(DecisionRepeated, path.Key("kind"), rule.A("kind", d.Kind), rule.A("since", last.On), rule.A("status", d.Kind.status())))
		}
	}
	return found
}

func (h History) fault(d Decision, before prior) (why rule.Text, at string) {
	switch {
	case d.Kind.status() == StatusUnknown:
		return whyKind, "kind"
	case d.Standard == 0:
		return whyStandard, "standard"
	case !rule.IsDay(d.On):
		return whyDay, "on"
	case !h.Span.Contains(d.On):
		return whySpan, "on"
	case (d.Kind == Carried || d.Kind == NotCarried) && len(h.MergedFrom) == 0:
		return whyMerger, "kind"
	case d.Kind == Revoked && h.Complete && before.status != Held && before.status != StatusUnknown:
		return whyNotHeld, "kind"
	}
	return rule.Text{}, ""
}

// prior is how a standard stood when a decision was taken, and the decision before it.
type prior struct {
	status   Status
	decision *Decision
}

// before gives for each decision what was before it: by days, and on one day by the order
// of the list. Where a decision has no day or no standard, it is not known what was.
func (h History) before() []prior {
	order := make([]int, 0, len(h.Decisions))
	loose := map[criteria.Standard]bool{}
	for i, d := range h.Decisions {
		if rule.IsDay(d.On) && d.Standard != 0 {
			order = append(order, i)
		} else {
			loose[d.Standard] = true
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return h.Decisions[a].On.Compare(h.Decisions[b].On) })
	was := make([]prior, len(h.Decisions))
	last := map[criteria.Standard]*Decision{}
	for _, i := range order {
		d := &h.Decisions[i]
		was[i] = prior{h.undecided(), last[d.Standard]}
		switch {
		case loose[0] || loose[d.Standard]:
			was[i].status = StatusUnknown
		case was[i].decision != nil:
			was[i].status = was[i].decision.Kind.status()
		}
		last[d.Standard] = d
	}
	return was
}

package recognition

import (
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
	Year   int          `json:"year,omitempty"`
	Set    string       `json:"set,omitempty"`
	Source *rule.Source `json:"source,omitempty"`
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
// day decides; of two on the same day the one that stands later in the list. What the
// commune achieves on that day plays no part.
func (h History) On(s criteria.Standard, day civil.Date) Standing {
	if !h.Span.Contains(day) {
		return Standing{Status: NoUnit}
	}
	last := -1
	for i, d := range h.Decisions {
		if d.Standard == s && !d.On.After(day) && (last < 0 || !d.On.Before(h.Decisions[last].On)) {
			last = i
		}
	}
	switch {
	case last >= 0:
		d := h.Decisions[last]
		return Standing{Status: d.Kind.status(), Decision: &d}
	case len(h.MergedFrom) > 0:
		return Standing{Status: AwaitsDecision}
	case h.Complete:
		return Standing{Status: NotGiven}
	default:
		return Standing{}
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

// Check finds decisions that cannot be: without a kind, a standard or a day, outside
// the validity of the unit, on a merger that was none, or, where the history is
// complete, revoking what is not held.
func (h History) Check() rule.Findings {
	var found rule.Findings
	if h.Span.Check() != nil {
		found = append(found, table.Broken(ErrDecision, "span", rule.A("why", whySpan)))
	}
	for i, d := range h.Decisions {
		if why, at := h.fault(i, d); at != "" {
			found = append(found, table.Broken(ErrDecision, rule.Path("decisions").Index(i).Key(at), rule.A("why", why)))
		}
	}
	return found
}

func (h History) fault(i int, d Decision) (why rule.Text, at string) {
	switch {
	case d.Kind.status() == StatusUnknown:
		return whyKind, "kind"
	case d.Standard == 0:
		return whyStandard, "standard"
	case !d.On.IsValid():
		return whyDay, "on"
	case !h.Span.Contains(d.On):
		return whySpan, "on"
	case (d.Kind == Carried || d.Kind == NotCarried) && len(h.MergedFrom) == 0:
		return whyMerger, "kind"
	case d.Kind == Revoked && h.Complete && h.before(i).On(d.Standard, d.On).Status != Held:
		return whyNotHeld, "kind"
	}
	return rule.Text{}, ""
}

// before is the history without a decision, and without what follows it in the list on
// the same day.
func (h History) before(i int) History {
	var rest []Decision
	for k, d := range h.Decisions {
		if k < i || (k > i && d.On != h.Decisions[i].On) {
			rest = append(rest, d)
		}
	}
	h.Decisions = rest
	return h
}

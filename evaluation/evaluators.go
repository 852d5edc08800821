package evaluation

import (
	"slices"
	"strings"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// seat is a place among those who evaluate, held by a body of the day.
type seat struct {
	body org.BodyID
	of   org.BodyID // the body that ended and whose part it took over; "" where it has its own
	// confidence is how well it is known that the body took the part over.
	confidence rule.Confidence
}

// unsure reports whether it is not confirmed that the place is the body's.
func (s seat) unsure() bool { return s.of != "" && !s.confidence.Confirmed() }

// seats are the places of those who bear a duty on the day, and whether they act as one.
// Where they are not known a finding says why.
func (c *check) seats(id rule.DutyID) (seats []seat, asOne bool) {
	if len(c.p.Evaluators) > 0 {
		for _, b := range c.p.Evaluators {
			seats = c.sit(seats, seat{body: rule.Normal(b), confidence: rule.Read})
		}
		return seats, !c.p.EachAlone
	}
	if !c.Demands(id) {
		return nil, false
	}
	d, ok := c.matrix.Duty(id)
	switch {
	case c.matrix.Basis().IsZero():
		c.unknown(rule.Text{Vi: "chưa có ma trận trách nhiệm", En: "no matrix is given"})
	case c.matrix.Basis().Edition().ID != c.p.basis().Edition().ID:
		c.unknown(rule.Text{Vi: "ma trận trách nhiệm dựa trên văn bản khác", En: "the matrix rests on another text"})
	case !c.covers:
		c.unknown(rule.Text{Vi: "ma trận trách nhiệm không áp dụng cho ngày của phiếu, hoặc chưa rõ ngày ấy", En: "the matrix does not answer for the day of the sheet, or that day is not known"})
	case !ok || d.Bearers.Len() == 0:
		c.unknown(rule.Text{Vi: "ma trận trách nhiệm không nêu cơ quan nào", En: "the matrix names no body"})
	default:
		taken := takenOver(c.moves(id))
		for b := range d.Bearers.All() {
			s, moved := taken[b.Body]
			if !moved {
				s = seat{confidence: rule.Read}
			}
			s.body = b.Body
			seats = c.sit(seats, s)
		}
	}
	return seats, d.Group != "" && !c.p.EachAlone
}

func (c *check) unknown(why rule.Text) {
	c.Undecided(ErrWhoEvaluates, "evaluators", rule.A("why", why))
}

// moves are the transfers of a duty, in the order of the days on which bodies ended.
func (c *check) moves(id rule.DutyID) []duty.Transfer {
	var moves []duty.Transfer
	for t := range c.matrix.Transfers() {
		if t.Duty == id {
			moves = append(moves, t)
		}
	}
	return moves
}

// takenOver is from whom a body has its part, and how well that is known: no better than
// any step on the way, and by the best of several ways.
func takenOver(moves []duty.Transfer) map[org.BodyID]seat {
	taken := map[org.BodyID]seat{}
	for _, t := range moves {
		known := t.Confidence
		if before, moved := taken[t.From]; moved {
			known = min(known, before.confidence)
		}
		for _, to := range t.To {
			if s, moved := taken[to]; !moved || known > s.confidence {
				taken[to] = seat{body: to, of: t.From, confidence: known}
			}
		}
	}
	return taken
}

// maxHeirs is how many bodies one after the other are followed from one that ended.
const maxHeirs = 8

// sit adds a place. A body that does not exist on the day is never asked: its heir is, or
// nobody is known to hold its place.
func (c *check) sit(seats []seat, s seat) []seat {
	for range maxHeirs {
		b, known := c.matrix.Body(s.body)
		if !known || !c.day.IsValid() || b.Exists(c.day) {
			if !slices.ContainsFunc(seats, func(o seat) bool { return o.body == s.body }) {
				seats = append(seats, s)
			}
			return seats
		}
		h, ok := b.Heir(org.FieldPoverty)
		if !ok {
			break
		}
		s = seat{body: h.To, of: b.ID, confidence: min(s.confidence, h.Confidence)}
	}
	name := c.matrix.Name(s.body)
	c.unknown(rule.Text{Vi: name.Vi + " không tồn tại vào ngày của phiếu và chưa rõ ai tiếp nhận", En: name.En + " does not exist on the day of the sheet, and nobody is known to have taken over"})
	return seats
}

// part is what the sheet says of one place.
type part uint8

const (
	absent part = iota
	open        // whether it took part cannot be said
	took        // it took part
)

// attendance is what a sheet says of the places.
type attendance struct {
	all, absent, open []org.BodyID // open: absent, and not known to have been asked
	unsure            []seat       // absent, and not confirmed to be the heir
	took, unclear     int
	unsigned          []org.BodyID
	unsignedOpen      []org.BodyID
}

// evaluators judges who took part and who signed.
func (c *check) evaluators(id rule.DutyID) {
	seats, asOne := c.seats(id)
	if len(seats) == 0 {
		return
	}
	a := c.attend(seats, id)
	about := func(k rule.Kind, code rule.Code, bodies []org.BodyID) {
		if len(bodies) > 0 {
			c.Add(table.Finding(k, code, "evaluators", rule.A("bodies", c.names(bodies))).Guarding(id))
		}
	}
	nobody := a.took+a.unclear == 0
	switch {
	case len(c.sheet.Evaluators) == 0:
		about(rule.Undecided, ErrEvaluators, a.all)
	case nobody && len(a.absent) > 0:
		about(rule.Broken, ErrEvaluators, a.all)
	case nobody:
		about(rule.Undecided, ErrEvaluators, a.all)
	case asOne:
		about(rule.Broken, ErrAlone, a.absent)
		about(rule.Undecided, ErrAlone, a.open)
	}
	if asOne || nobody {
		for _, s := range a.unsure {
			c.heir(rule.Undecided, id, s)
		}
	}
	if c.p.JointSignature && len(c.sheet.Evaluators) == 0 {
		about(rule.Undecided, ErrSignature, a.all)
	} else if c.p.JointSignature {
		about(rule.Broken, ErrSignature, a.unsigned)
		about(rule.Undecided, ErrSignature, a.unsignedOpen)
	}
}

// attend goes through the places, and tells of those who took part although they did not
// exist, or as an heir that is not confirmed.
func (c *check) attend(seats []seat, id rule.DutyID) attendance {
	var a attendance
	clouded := make([]bool, len(c.sheet.Evaluators)) // who leaves a place unclear
	reach := make([]map[org.BodyID]bool, len(clouded))
	moves := c.moves(id)
	for i, e := range c.sheet.Evaluators {
		reach[i] = c.successors(e.Body, moves)
	}
	for _, s := range seats {
		a.all = append(a.all, s.body)
		how, signed, perhaps := c.fills(s, reach, c.successors(s.body, moves))
		switch {
		case how == took:
			a.took++
			if s.unsure() {
				c.heir(rule.Advice, id, s)
			}
			if !signed {
				a.unsigned = append(a.unsigned, s.body)
			}
			continue
		case how == open:
			a.unclear++
			for _, i := range perhaps {
				clouded[i] = true
			}
		case s.unsure():
			a.unsure = append(a.unsure, s)
		case !c.dated && c.ends(s.body):
			a.open = append(a.open, s.body)
		default:
			a.absent = append(a.absent, s.body)
			a.unsigned = append(a.unsigned, s.body)
			continue
		}
		a.unsignedOpen = append(a.unsignedOpen, s.body)
	}
	c.notThen(clouded)
	return a
}

// fills is what the sheet says of one place, whether somebody signed for it, and who
// perhaps stood for it.
func (c *check) fills(s seat, reach []map[org.BodyID]bool, before map[org.BodyID]bool) (how part, signed bool, perhaps []int) {
	for i, e := range c.sheet.Evaluators {
		switch c.takes(e, s, reach[i], before) {
		case took:
			how, signed = took, signed || e.Signed.IsValid()
		case open:
			how, perhaps = max(how, open), append(perhaps, i)
		}
	}
	return how, signed, perhaps
}

// notThen tells of bodies that took part and do not exist on the day. One that leaves a
// place unclear is undecided.
func (c *check) notThen(clouded []bool) {
	for i, e := range c.sheet.Evaluators {
		b, known := c.matrix.Body(e.Body)
		if !known || b.Exists(c.day) {
			continue
		}
		kind := rule.Advice
		if clouded[i] {
			kind = rule.Undecided
		}
		c.Report(kind, ErrNotThen, rule.Path("evaluators").Index(i).Key("body"), rule.A("body", b.Name(c.day)), rule.A("span", b.Span), rule.A("day", c.day))
	}
}

// takes is whether a body that took part fills a place: as the body itself, as one of
// the class that holds it, or as one before or after it. What a body that ended did while
// it existed counts; else whether one stood for the other cannot be said.
func (c *check) takes(e Evaluator, s seat, after, before map[org.BodyID]bool) part {
	b, known := c.matrix.Body(e.Body)
	switch {
	case e.Body == s.body || slices.Contains(b.Classes, s.body):
		return took
	case after[s.body] && known && e.Signed.IsValid() && b.Exists(e.Signed):
		return took
	case after[s.body] || before[e.Body]:
		return open
	}
	return absent
}

// successors are the bodies that took over the part of a body in a duty or, where no
// transfer tells, its work for the poor.
func (c *check) successors(body org.BodyID, moves []duty.Transfer) map[org.BodyID]bool {
	reached := map[org.BodyID]bool{}
	for _, t := range moves {
		if t.From == body || reached[t.From] {
			for _, to := range t.To {
				reached[to] = true
			}
		}
	}
	for range maxHeirs {
		b, _ := c.matrix.Body(body)
		h, ok := b.Heir(org.FieldPoverty)
		if !ok || reached[h.To] {
			break
		}
		reached[h.To], body = true, h.To
	}
	return reached
}

// ends reports whether a last day of a body is known.
func (c *check) ends(id org.BodyID) bool {
	b, _ := c.matrix.Body(id)
	return !b.Span.To.IsZero()
}

func (c *check) heir(k rule.Kind, id rule.DutyID, s seat) {
	part := rule.Text{Vi: "không tham gia", En: "took no part"}
	if k == rule.Advice {
		part = rule.Text{Vi: "đã tham gia", En: "took part"}
	}
	c.Add(table.Finding(k, ErrHeir, "evaluators", rule.A("heir", c.matrix.Name(s.body)), rule.A("part", part),
		rule.A("body", c.matrix.Name(s.of)), rule.A("confidence", s.confidence)).Guarding(id))
}

// names says bodies by their names of the day; a body that the matrix does not know by
// its id.
func (c *check) names(ids []org.BodyID) rule.Text {
	var vi, en []string
	for _, id := range ids {
		name := c.matrix.Name(id)
		vi, en = append(vi, name.Vi), append(en, name.En)
	}
	return rule.Text{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

// anyOf reports whether one of the bodies that follow a commune's result may have taken part:
// itself, one of its class, one before or after it, or a body that the matrix does not know.
func (c *check) anyOf(bodies []org.BodyID) bool {
	moves := c.moves(duty.EvaluateCommune)
	return slices.ContainsFunc(c.sheet.Evaluators, func(e Evaluator) bool {
		_, known := c.matrix.Body(e.Body)
		return !known || slices.ContainsFunc(bodies, func(b org.BodyID) bool {
			return c.takes(e, seat{body: b}, c.successors(e.Body, moves), c.successors(b, moves)) != absent
		})
	})
}

// communeResult advises where none of those who follow a commune's result took part: others may
// evaluate it too, and theirs is not the evaluation that the text asks for. It also advises
// where those who evaluate the outcome of the support evaluate the commune's own result, which
// is for others to follow.
func (c *check) communeResult() {
	if len(c.sheet.Evaluators) == 0 {
		return
	}
	seats, _ := c.seats(duty.EvaluateOutcome)
	followers := rule.Text{Vi: "cơ quan khác", En: "other bodies"}
	var bearers duty.Parties // a matrix of other days says nothing of them
	if d, _ := c.matrix.Duty(duty.EvaluateCommune); c.covers {
		bearers = d.Bearers
	}
	if bearers.Len() > 0 {
		var ids []org.BodyID
		for b := range bearers.All() {
			ids = append(ids, b.Body)
		}
		followers = c.names(ids)
		if !c.anyOf(ids) {
			c.Advice(AdviceCommuneEvaluators, "evaluators", rule.A("bodies", followers))
		}
	}
	for i, e := range c.sheet.Evaluators {
		if slices.ContainsFunc(seats, func(s seat) bool { return s.body == e.Body }) && !bearers.Has(e.Body) {
			c.Advice(AdviceCommuneResult, rule.Path("evaluators").Index(i).Key("body"), rule.A("bodies", followers))
			return
		}
	}
}

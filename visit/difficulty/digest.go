package difficulty

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit/workday"
)

// Standing is where one difficulty stands at the end of a day.
type Standing struct {
	ID      string       `json:"id"`
	Commune org.UnitCode `json:"commune"`
	Kind    Kind         `json:"kind,omitzero"`
	Field   org.Field    `json:"field,omitempty"`
	Follows string       `json:"follows,omitempty"` // the one that it raises again
	State   State        `json:"state"`
	// Since is the day of the act that led to the state; Known that of the first event.
	// Both are zero where no day is stated.
	Since civil.Date `json:"since,omitzero"`
	Known civil.Date `json:"known,omitzero"`
	// Age is the days since it became known, to the day or to that of its closing. It is
	// not given where one of these, or the state, is not known.
	Age rule.Number `json:"age"`
	// First is to whom it was first referred, Leads who leads now.
	First       []org.BodyID `json:"first,omitempty"`
	Leads       []org.BodyID `json:"leads,omitempty"`
	Cooperating []org.BodyID `json:"cooperating,omitempty"`
	Outcome     Outcome      `json:"outcome,omitzero"`
	// Asked is the day on which the answer last asked was asked, and Replied that on which
	// it came. Answer is where that answer stands; zero where none is awaited. Without a
	// limit of the host it is Open until it comes. After Due it is Overdue only where every
	// event through Due is recorded, else Unknown.
	Asked    civil.Date  `json:"asked,omitzero"`
	Replied  civil.Date  `json:"replied,omitzero"`
	Answer   duty.Status `json:"answer,omitzero"`
	Due      civil.Date  `json:"due,omitzero"` // the last timely day to answer, where the policy sets one
	DaysLate int         `json:"daysLate,omitempty"`
	// Notes say why the last day to answer is not known.
	Notes rule.Findings `json:"notes,omitempty"`
}

// Addressee is the authority under which a digest counts it: the first of those who
// lead. It is empty where nobody does.
func (s Standing) Addressee() org.BodyID {
	if len(s.Leads) == 0 {
		return ""
	}
	return s.Leads[0]
}

// Row counts the difficulties of one addressee and field in one state. Those that have no
// addressee, or state no field, have a row of their own; they are not of one field.
type Row struct {
	Addressee org.BodyID `json:"addressee,omitempty"`
	Field     org.Field  `json:"field,omitempty"`
	State     State      `json:"state"`
	Count     int        `json:"count"`
	Overdue   int        `json:"overdue,omitempty"`
	// Oldest is the greatest age that is known.
	Oldest rule.Number `json:"oldest"`
}

// Digest is what the bodies that aggregate proposals and recommendations put together for
// a day: every difficulty given, each in exactly one state, counted by addressee, field
// and state. What it counts is checked by [Digest.Reconcile], also when it is read.
type Digest struct {
	Day   civil.Date `json:"day,omitzero" validate:"required"`
	Total int        `json:"total"`
	// Rows stand in the order of addressee, field and state.
	Rows []Row `json:"rows"`
	// Lines are the difficulties in the order given.
	Lines []Standing `json:"lines"`
	// Deadlines explain each last day to answer: that of a line counts from its Asked.
	Deadlines []workday.Deadline `json:"deadlines,omitempty"`
	// Findings are ids that are used more than once, and difficulties that raise themselves
	// again by way of others.
	Findings rule.Findings `json:"findings,omitempty"`
	Grounds  rule.Grounds  `json:"grounds"`
}

// limits holds the last day to answer by the day on which it was asked.
type limits struct {
	p   *Policy
	cal workday.Calendar
	of  map[civil.Date]limit
}

type limit struct {
	workday.Deadline
	err error
}

func (l *limits) at(asked civil.Date) limit {
	found, ok := l.of[asked]
	if !ok {
		found.Deadline, found.err = l.p.limit(asked, l.cal)
		l.of[asked] = found
	}
	return found
}

// Standing tells where a difficulty stands at the end of a day. The error is
// [rule.ErrNotADay].
func (p Policy) Standing(d Difficulty, day civil.Date, cal workday.Calendar) (Standing, error) {
	if err := rule.CheckDay(day); err != nil {
		return Standing{}, err
	}
	return p.standing(&d, day, &limits{&p, cal, map[civil.Date]limit{}}), nil
}

func (p *Policy) standing(d *Difficulty, day civil.Date, l *limits) Standing {
	c, undated := d.on(day)
	s := Standing{ID: rule.Normal(d.ID), Commune: rule.Normal(d.Commune), Kind: d.Kind, Field: rule.Normal(d.Matter.Field), Follows: rule.Normal(d.Follows),
		State: c.shown(undated), Since: c.since, Known: c.known, First: spelled(c.first), Leads: spelled(c.leads), Cooperating: spelled(c.with),
		Outcome: c.outcome, Asked: c.asked, Replied: c.replied}
	if undated {
		s.Since = civil.Date{}
	}
	last := day
	if s.State == Closed {
		last = c.since
	}
	if !undated && !c.known.IsZero() && !last.IsZero() {
		s.Age = rule.Int(int64(last.DaysSince(c.known)))
	}
	p.answer(&s, &c, undated, day, l)
	return s
}

// spelled is a list of ids of its own, each in one spelling.
func spelled(ids []org.BodyID) []org.BodyID {
	ids = slices.Clone(ids)
	for i, id := range ids {
		ids[i] = rule.Normal(id)
	}
	return ids
}

// answer tells where the answer stands that was last asked.
func (p *Policy) answer(s *Standing, c *course, undated bool, day civil.Date, l *limits) {
	came := !c.waiting
	switch {
	case !c.waiting && !c.answered && c.asked.IsZero():
		return // none was ever asked
	case c.waiting && c.state == Closed && c.outcome == NoLongerRelevant:
		return // none is awaited any more
	case c.waiting && (c.state == Closed || undated):
		s.Answer = duty.Unknown // whether it came is not recorded
	case p.AnswerDue <= 0 && came:
		s.Answer = duty.Fulfilled
	case p.AnswerDue <= 0:
		s.Answer = duty.Open
	case c.asked.IsZero(), came && c.replied.IsZero():
		s.Answer = duty.Unknown
	default:
		p.timely(s, c, day, l)
	}
}

// timely compares an answer with its last day.
func (p *Policy) timely(s *Standing, c *course, day civil.Date, l *limits) {
	by, last := l.at(c.asked), day
	if !c.waiting {
		last = c.replied
	}
	if by.err != nil {
		// The count met a day that the calendar does not know; up to the day before it, it
		// had not come to its end.
		var unknown *workday.DayError
		before := errors.As(by.err, &unknown) && last.Before(unknown.Day.On)
		switch {
		case before && c.waiting:
			s.Answer = duty.NotYetDue
		case before:
			s.Answer = duty.Fulfilled
		default:
			s.Answer = duty.Unknown
			s.Notes = append(s.Notes, table.Undecided(ErrAnswerDue, "due", rule.A("why", rule.Text{Vi: rule.Tell(by.err, rule.Vi), En: rule.Tell(by.err, rule.En)})))
		}
		return
	}
	s.Due = by.End
	switch {
	case !c.waiting && !last.After(s.Due):
		s.Answer = duty.Fulfilled
	case !c.waiting:
		s.Answer, s.DaysLate = duty.FulfilledLate, last.DaysSince(s.Due)
	case day.Before(s.Due):
		s.Answer = duty.NotYetDue
	case day == s.Due:
		s.Answer = duty.DueToday
	case c.whole(s.Due):
		s.Answer, s.DaysLate = duty.Overdue, day.DaysSince(s.Due)
	default:
		s.Answer = duty.Unknown
	}
}

// Digest puts the difficulties of a host together for a day. The error is
// [rule.ErrNotADay].
func (p Policy) Digest(list []Difficulty, day civil.Date, cal workday.Calendar) (Digest, error) {
	if err := rule.CheckDay(day); err != nil {
		return Digest{}, err
	}
	out := Digest{Day: day, Total: len(list), Lines: make([]Standing, len(list))}
	l := limits{&p, cal, map[civil.Date]limit{}}
	first := make(map[string]int, len(list))
	for i := range list {
		s := p.standing(&list[i], day, &l)
		if _, twice := first[s.ID]; twice {
			out.Findings = append(out.Findings, table.Broken(ErrTwice, rule.Path("lines").Index(i).Key("id"), rule.A("id", s.ID)))
		} else if s.ID != "" {
			first[s.ID] = i
		}
		out.Lines[i] = s
	}
	out.Findings = append(out.Findings, circles(out.Lines, first)...)
	out.Rows = rows(out.Lines)
	for _, by := range l.of {
		if by.err == nil {
			out.Deadlines = append(out.Deadlines, by.Deadline)
		}
	}
	slices.SortFunc(out.Deadlines, func(a, b workday.Deadline) int { return a.Term.From.Compare(b.Term.From) })
	out.Grounds = rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
		Vi: "các cơ quan tổng hợp đề xuất, kiến nghị; việc trả lời thuộc cơ quan có thẩm quyền",
		En: "the bodies that aggregate proposals and recommendations; to answer is for the competent authority",
	}}, difficulties(list), rule.Rulebook{Role: "policy", Edition: p.Edition()}, rule.Rulebook{Role: "calendar", Edition: cal.Edition()})
	return out, nil
}

// difficulties are a list as a digest takes it: with the JSON of the list, each written once and
// not looked through again by the list.
type difficulties []Difficulty

// AppendJSON appends the JSON of the list.
func (l difficulties) AppendJSON(out []byte) ([]byte, error) {
	if l == nil {
		return append(out, "null"...), nil
	}
	out = append(slices.Grow(out, 512*len(l)), '[')
	for i := range l {
		if i > 0 {
			out = append(out, ',')
		}
		one, err := l[i].MarshalJSON()
		if err != nil {
			return nil, err
		}
		out = append(out, one...)
	}
	return append(out, ']'), nil
}

// circles finds, once for each circle, a line that raises itself again by way of others.
func circles(lines []Standing, first map[string]int) rule.Findings {
	var found rule.Findings
	walk := make([]int, len(lines)) // by which walk a line was met
	for i := range lines {
		for at := i; walk[at] == 0; {
			walk[at] = i + 1
			next, known := first[lines[at].Follows]
			if !known {
				break
			}
			if walk[next] == i+1 {
				found = append(found, table.Broken(ErrFollows, rule.Path("lines").Index(at).Key("follows")))
			}
			at = next
		}
	}
	return found
}

// Replay puts the difficulties together again for the day of a stored digest and says
// whether the same comes out. A digest does not keep the difficulties: without them
// nothing can be compared.
func (p Policy) Replay(stored []byte, list []Difficulty, cal workday.Calendar) (rule.Replayed, error) {
	var in struct {
		Day civil.Date `json:"day"`
	}
	if err := rule.ReadStored(stored, digestFormat, &in); err != nil {
		return rule.Replayed{}, err
	}
	if list == nil {
		return rule.NotKept(), nil
	}
	again, err := p.Digest(list, in.Day, cal)
	if err != nil {
		return rule.Replayed{}, err
	}
	data, err := again.MarshalJSON()
	if err != nil {
		return rule.Replayed{}, err
	}
	return rule.Replay(stored, data)
}

// cell is what a row counts.
type cell struct {
	addressee org.BodyID
	field     org.Field
	state     State
}

func (r *Row) cell() cell { return cell{r.Addressee, r.Field, r.State} }

// rows counts lines.
func rows(lines []Standing) []Row {
	at := map[cell]int{}
	all := []Row{}
	for i := range lines {
		s := &lines[i]
		k := cell{s.Addressee(), s.Field, s.State}
		n, ok := at[k]
		if !ok {
			n = len(all)
			at[k] = n
			all = append(all, Row{Addressee: k.addressee, Field: k.field, State: k.state})
		}
		row := &all[n]
		row.Count++
		if s.Answer == duty.Overdue {
			row.Overdue++
		}
		if s.Age.Known() && (!row.Oldest.Known() || s.Age.Cmp(row.Oldest) > 0) {
			row.Oldest = s.Age
		}
	}
	slices.SortFunc(all, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Addressee, b.Addressee), cmp.Compare(a.Field, b.Field), cmp.Compare(a.State, b.State))
	})
	return all
}

// Count is how many difficulties are in a state.
func (d Digest) Count(s State) int {
	n := 0
	for _, row := range d.Rows {
		if row.State == s {
			n += row.Count
		}
	}
	return n
}

// Reconcile proves that nothing vanished: each line has one of the states, there are as
// many lines as the total says, and the rows count each once, no more and no fewer. It
// reports what does not add up.
func (d Digest) Reconcile() rule.Findings {
	var found rule.Findings
	tell := func(at rule.Path, said, is any) {
		found = append(found, table.Broken(ErrSum, at, rule.A("said", said), rule.A("found", is)))
	}
	sum := func(at rule.Path, said, is int) {
		if said != is {
			tell(at, said, is)
		}
	}
	sum("total", d.Total, len(d.Lines))
	left := map[cell]Row{}
	for _, row := range rows(d.Lines) {
		left[row.cell()] = row
	}
	counted := 0
	for i := range d.Rows {
		said, at := &d.Rows[i], rule.Path("rows").Index(i)
		is := left[said.cell()]
		delete(left, said.cell())
		sum(at.Key("count"), said.Count, is.Count)
		sum(at.Key("overdue"), said.Overdue, is.Overdue)
		if said.Oldest.Known() != is.Oldest.Known() || said.Oldest.Cmp(is.Oldest) != 0 {
			tell(at.Key("oldest"), age(said.Oldest), age(is.Oldest))
		}
		if said.State >= NotYet && said.State <= Undated {
			counted += said.Count
		}
	}
	sum("rows", counted, len(d.Lines))
	return found
}

// age is an age in words.
func age(days rule.Number) rule.Text {
	if !days.Known() {
		return rule.Text{Vi: "chưa rõ", En: "not known"}
	}
	return rule.Text{Vi: days.String(), En: days.String()}
}

// Overdue are the lines whose answer is overdue, the longest first.
func (d Digest) Overdue() []Standing {
	var late []Standing
	for _, s := range d.Lines {
		if s.Answer == duty.Overdue {
			late = append(late, s)
		}
	}
	slices.SortStableFunc(late, func(a, b Standing) int { return b.DaysLate - a.DaysLate })
	return late
}

// Table sets the rows out for a report, with a heading and the total, in the names that a
// matrix gives; see [rule.Columns].
func (d Digest) Table(x duty.Matrix, l rule.Lang) [][]string {
	say := func(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(l) }
	table := [][]string{{say("Cơ quan chủ trì", "Lead authority"), say("Lĩnh vực", "Field"), say("Tình trạng", "State"),
		say("Số việc", "Number"), say("Quá hạn trả lời", "Answer overdue"), say("Lâu nhất (ngày)", "Oldest (days)")}}
	overdue := 0
	for _, row := range d.Rows {
		addressee, field := say("chưa có", "none yet"), say("chưa ghi", "not stated")
		if row.Addressee != "" {
			addressee = x.Name(row.Addressee).In(l)
		}
		if row.Field != "" {
			field = string(row.Field)
		}
		table = append(table, []string{addressee, field, row.State.In(l), strconv.Itoa(row.Count), strconv.Itoa(row.Overdue), age(row.Oldest).In(l)})
		overdue += row.Overdue
	}
	return append(table, []string{say("Tổng", "Total"), "", "", strconv.Itoa(d.Total), strconv.Itoa(overdue), ""})
}

const digestFormat = "giupxa.difficulty-digest/1"

type plainDigest Digest

// UnmarshalJSON reads what MarshalJSON wrote, and refuses what does not add up. The schema
// is difficulty-digest.schema.json beside this package.
func (d *Digest) UnmarshalJSON(data []byte) error {
	return form.Build(data, digestFormat, (*plainDigest)(d), func() error { return d.Reconcile().Err() })
}

// MarshalJSON writes the digest with its format version.
func (d Digest) MarshalJSON() ([]byte, error) {
	if d.Rows == nil {
		d.Rows = []Row{}
	}
	if d.Lines == nil {
		d.Lines = []Standing{}
	}
	return form.Encode(digestFormat, plainDigest(d))
}

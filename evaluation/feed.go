package evaluation

import (
	"slices"
	"strings"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Measure is what facts give a line. The zero value is none: the line is marked by hand.
type Measure uint8

// The measures.
const (
	ByHand                 Measure = iota
	PlanProgress                   // work of the plan that is done, of the work planned
	VisitsHeld                     // visits made, of those planned
	NoticesInTime                  // visits that the commune was told of in time, of those made
	MeetingsAttended               // meetings attended, of those to which the leader was invited
	ReportsInTime                  // reports made in time, of those owed
	RecommendationsSettled         // difficulties settled, of those referred or recommended on
	Contributions                  // contributions mobilized, each by its id once
	GuidanceSessions               // guidance given to the commune
	MovementsCarried               // thematic movements carried out
	CommuneProgress                // criteria that the commune meets, of all
)

var measureWords = rule.NewEnum[Measure]("measure",
	rule.Word{}, // by hand
	rule.Word{Code: "plan-progress", Vi: "tiến độ kế hoạch", En: "progress of the plan"},
	rule.Word{Code: "visits-held", Vi: "số chuyến đi cơ sở theo kế hoạch", En: "visits held as planned"},
	rule.Word{Code: "notices-in-time", Vi: "báo xã kịp thời trước chuyến đi", En: "notices of visits in time"},
	rule.Word{Code: "meetings-attended", Vi: "dự họp khi được mời", En: "attendance at meetings"},
	rule.Word{Code: "reports-in-time", Vi: "báo cáo đúng hạn", En: "reports on time"},
	rule.Word{Code: "recommendations-settled", Vi: "kiến nghị được giải quyết", En: "recommendations settled"},
	rule.Word{Code: "contributions", Vi: "huy động đóng góp", En: "contributions"},
	rule.Word{Code: "guidance", Vi: "tuyên truyền, hướng dẫn xã", En: "guidance"},
	rule.Word{Code: "movements", Vi: "phong trào thi đua", En: "movements"},
	rule.Word{Code: "commune-progress", Vi: "số tiêu chí xã đạt", En: "progress of the commune"},
)

// measured is from which facts a measure comes: those of a kind, where the kind serves
// several duties those of one, and against which it is held. Against none it is held
// against a target, or counted.
type measured struct {
	count   duty.Kind
	duty    rule.DutyID
	against []duty.Kind
}

// measures are the measures that come from facts; the others are the host's own counts.
var measures = map[Measure]measured{
	VisitsHeld:             {count: duty.VisitMade},
	NoticesInTime:          {count: duty.Noticed, against: []duty.Kind{duty.VisitMade}},
	MeetingsAttended:       {count: duty.Attended, duty: duty.LeaderAttends, against: []duty.Kind{duty.Invited}},
	ReportsInTime:          {count: duty.TeamReported},
	RecommendationsSettled: {count: duty.DifficultySettled, against: []duty.Kind{duty.DifficultyReferred, duty.RecommendationMade}},
	Contributions:          {count: duty.ContributionMobilized},
	GuidanceSessions:       {count: duty.GuidanceGiven},
	MovementsCarried:       {count: duty.MovementCarried},
}

// Derivation is from which facts a mark was made, so that it can be made again: Part of
// Whole, or Part events where there is no whole.
type Derivation struct {
	Measure Measure     `json:"measure" validate:"required"`
	Column  string      `json:"column,omitempty" validate:"max=64"` // of the mark; "self" where not given
	Part    rule.Number `json:"part"`
	Whole   rule.Number `json:"whole"`
	// Facts are those that count, Lacking those that were asked for and do not.
	Facts   []string `json:"facts,omitempty" validate:"dive,max=200"`
	Lacking []string `json:"lacking,omitempty" validate:"dive,max=200"`
}

func (d *Derivation) clone() *Derivation {
	if d == nil {
		return nil
	}
	k := *d
	k.Facts, k.Lacking = slices.Clone(d.Facts), slices.Clone(d.Lacking)
	return &k
}

// Mark is the mark that the facts give; none where they are not known.
func (d Derivation) Mark() Mark {
	if d.Whole.Known() {
		return markOf(markShare, d.Part, d.Whole)
	}
	return markOf(markCount, d.Part, rule.Number{})
}

// String says the derivation in Vietnamese.
func (d Derivation) String() string { return d.In(rule.Vi) }

// In says the derivation: "notices of visits in time: 5/6 (v1, v2, v4, v5, v6; not: v3)".
func (d Derivation) In(l rule.Lang) string {
	text := d.Measure.In(l) + ": " + d.Mark().In(l)
	var facts []string
	if len(d.Facts) > 0 {
		facts = append(facts, shortList(d.Facts))
	}
	if len(d.Lacking) > 0 {
		facts = append(facts, rule.Text{Vi: "không tính: ", En: "not: "}.In(l)+shortList(d.Lacking))
	}
	if facts == nil {
		return text
	}
	return text + " (" + strings.Join(facts, "; ") + ")"
}

// shortList names at most twenty.
func shortList(of []string) string {
	const most = 20
	if len(of) <= most {
		return strings.Join(of, ", ")
	}
	return strings.Join(of[:most], ", ") + ", …"
}

// derived compares the marks that name their facts with what these give.
func (r *Result) derived(sheet *Sheet) {
	for i := range sheet.Entries {
		e := &sheet.Entries[i]
		if e.From == nil {
			continue
		}
		column := e.From.column()
		given, made := e.in(column), e.From.Mark()
		if given.kind != made.kind || given.kind != markNone && (!given.possible() || !made.possible() || given.value().Cmp(made.value()) != 0) {
			r.report(rule.Broken, ErrDerived, entryPath(i, "from"), rule.A("line", rule.Shorten(e.Line)), rule.A("mark", *given), rule.A("computed", made))
		}
	}
}

func (d *Derivation) column() string {
	if d.Column == "" {
		return selfColumn
	}
	return rule.Normal(d.Column)
}

// Facts are what lines are fed from: the neutral facts of a register, with what a plan or a
// decision asks for and what the register does not hold.
type Facts struct {
	Register duty.Register `json:"register"`
	// Targets are how much was asked for, where no fact says it: visits planned, money.
	Targets []Target `json:"targets,omitempty" validate:"dive"`
	// Counts are measures that the host counted itself: plan progress, commune progress.
	Counts []Derivation `json:"counts,omitempty" validate:"dive"`
	// Amounts are what contributions came to, by the id under which the facts name them.
	Amounts []Amount `json:"amounts,omitempty" validate:"dive"`
	// Column is where the marks go: "self" where it is not given. Nobody verified them.
	Column string `json:"column,omitempty" validate:"max=64"`
}

// Target is how much of a measure was asked for.
type Target struct {
	Measure Measure     `json:"measure" validate:"required"`
	Whole   rule.Number `json:"whole"`
}

// Amount is what a contribution came to.
type Amount struct {
	Ref   string      `json:"ref" validate:"required,max=200"`
	Value rule.Number `json:"value"`
}

const factsFormat = "giupxa.facts/1"

// UnmarshalJSON reads facts and reports every fault of their form.
func (f *Facts) UnmarshalJSON(data []byte) error {
	type plain Facts
	return form.Decode(data, factsFormat, (*plain)(f))
}

// MarshalJSON writes the facts with their format version.
func (f Facts) MarshalJSON() ([]byte, error) {
	type plain Facts
	return form.Encode(factsFormat, plain(f))
}

// Feed gives the lines of a sheet that have a measure their marks, with the facts from which
// each is made ([Entry.From]). The facts are those of the sheet's own object within the
// year that is scored ([Scheme.Window]). A measure is not fed, and a finding says why,
// where a register is not complete to the end of those days, where a fact does not say
// whether it is in order, or where nothing was asked for: a line without a task is
// marked so where the scheme knows that, and is never 0. The three objects stay apart: a
// commune's progress is no support work, and a leader's acts are no result of the commune.
// The error is misuse.
func (s Scheme) Feed(sheet Sheet, f Facts) (Sheet, rule.Findings, error) {
	if s.c == nil {
		return Sheet{}, nil, ErrNoScheme
	}
	out := *sheet.clone()
	out.About = taken(sheet.About)
	feed := feeding{c: s.c, f: &f, about: out.About, days: s.days(&out)}
	at := map[string]int{}
	for i := range out.Entries {
		at[rule.Normal(out.Entries[i].Line)] = i
	}
	for n := range s.c.lines {
		line := &s.c.lines[n]
		measure := line.measure
		if measure == ByHand {
			continue
		}
		d, none, why := feed.measure(measure)
		if none && s.c.table.Unassigned == UnassignedRefused {
			why = rule.Text{Vi: "không có việc nào được giao", En: "nothing was asked for"}
		}
		if why != (rule.Text{}) {
			feed.found = append(feed.found, table.Undecided(ErrFeed, "entries", rule.A("line", line.code), rule.A("measure", measure), rule.A("why", why)))
			continue
		}
		i, known := at[line.code]
		if !known {
			i = len(out.Entries)
			out.Entries = append(out.Entries, Entry{Line: line.code})
		}
		e := &out.Entries[i]
		if none {
			e.NotAssigned = true
			continue
		}
		d.Column = f.Column
		*e.put(d.column()), e.From = d.Mark(), &d
	}
	return out, feed.found, nil
}

// put is where an entry keeps its mark of a column.
func (e *Entry) put(column string) *Mark {
	if m := e.in(column); m != &unmarked {
		return m
	}
	e.Others = append(e.Others, ColumnMark{Column: column})
	return &e.Others[len(e.Others)-1].Mark
}

// days are those of the year that is scored on which the sheet's assignment was in force.
func (s Scheme) days(sheet *Sheet) rule.Span {
	if !isWhole(sheet.About) {
		return rule.Span{}
	}
	days := s.Window(sheet.About.rated())
	if !sheet.Span.From.IsZero() && sheet.Span.From.After(days.From) {
		days.From = sheet.Span.From
	}
	if !sheet.Span.To.IsZero() && sheet.Span.To.Before(days.To) {
		days.To = sheet.Span.To
	}
	return days
}

type feeding struct {
	c     *compiled
	f     *Facts
	about Subject
	days  rule.Span
	found rule.Findings
}

// measure makes one; none says that nothing was asked for. Where it cannot be made why
// says so.
func (f *feeding) measure(m Measure) (d Derivation, none bool, why rule.Text) {
	switch f.about.(type) {
	case SupportWork:
		if m == CommuneProgress {
			return d, false, rule.Text{Vi: "kết quả của xã không phải công tác của lãnh đạo", En: "a commune's progress is no support work"}
		}
	case CommuneResult:
		if m != CommuneProgress {
			return d, false, rule.Text{Vi: "công tác của lãnh đạo không phải kết quả của xã", En: "a leader's acts are no result of the commune"}
		}
	case nil:
		return d, false, rule.Text{Vi: "phiếu không ghi đối tượng", En: "the sheet names no object"}
	}
	for _, c := range f.f.Counts {
		if c.Measure == m {
			return *c.clone(), c.Whole.Known() && c.Whole.Sign() == 0, rule.Text{}
		}
	}
	row, fed := measures[m]
	if !fed {
		return d, false, rule.Text{Vi: "chưa có số liệu", En: "it was not counted"}
	}
	d.Measure = m
	if row.against != nil {
		return f.share(d, row)
	}
	return f.total(d, row.count)
}

// fact is what the register says of one visit, meeting or difficulty, or of one act.
type fact struct {
	key         string
	sound, open bool
}

// facts are those of some kinds, of one duty where it is given, by what they are for and in
// the order of their days. Dated, they lie within the days that count; open says that of one
// that is not sure.
func (f *feeding) facts(dated bool, of rule.DutyID, kinds ...duty.Kind) (all []fact, open bool) {
	at := map[string]int{}
	for _, k := range kinds {
		for r := range f.f.Register.OfKind(k) {
			if !f.mine(&r) || of != "" && r.Duty != of {
				continue
			}
			in, sure := inDays(&r, f.days)
			if dated && !in {
				continue
			}
			open = open || dated && !sure
			key := keyOf(&r)
			i, known := at[key]
			if !known {
				i = len(all)
				at[key] = i
				all = append(all, fact{key: key})
			}
			switch sound, unsure := judged(&r); {
			case unsure:
				all[i].open = true
			case sound:
				all[i].sound = true
			}
		}
	}
	return all, open
}

// keyOf is what makes a fact one: what it is for, or the record that shows it.
func keyOf(r *duty.Record) string {
	switch r.Object.Per {
	case duty.PerVisit, duty.PerMeeting, duty.PerDifficulty:
		return r.Object.ID
	}
	if r.Evidence.Ref != "" {
		return r.Evidence.Ref
	}
	return r.On.String() + " " + r.To
}

// judged reports whether a fact is in order as to its duty, and whether that is not known.
func judged(r *duty.Record) (sound, unsure bool) {
	sound = true
	for _, f := range r.Findings {
		if f.Duty() != r.Duty || f.Origin() == rule.OriginPolicy {
			continue
		}
		sound = sound && f.Kind != rule.Broken
		unsure = unsure || f.Kind == rule.Undecided
	}
	return sound, sound && unsure
}

// mine reports whether a fact is of the object that is evaluated.
func (f *feeding) mine(r *duty.Record) bool {
	is := func(id string) bool { return rule.Normal(r.By) == id || rule.Normal(r.To) == id }
	if about, work := f.about.(SupportWork); work {
		return is(about.Leader) && (about.Commune == "" || is(string(about.Commune)))
	}
	about, _ := f.about.(SupportOutcome) // a commune's result takes no facts
	return (r.Object.Per == duty.PerAssignment || r.Object.Per == duty.PerAssignmentYear) && r.Object.ID == about.Assignment
}

// inDays reports whether a fact may lie within days, and whether that is sure.
func inDays(r *duty.Record, days rule.Span) (in, sure bool) {
	from, to := r.On.Date, r.On.Date
	if r.On.IsZero() {
		from, to = r.After.Date, r.Before.Date
	}
	if !to.IsZero() && to.Before(days.From) || !from.IsZero() && from.After(days.To) {
		return false, true
	}
	return true, !from.IsZero() && !to.IsZero() && !from.Before(days.From) && !to.After(days.To)
}

// complete says why a register does not hold all of the facts; zero where it does.
func (f *feeding) complete(kinds ...duty.Kind) rule.Text {
	by := ""
	if w, is := f.about.(SupportWork); is {
		by = w.Leader
	}
	for _, k := range kinds {
		if through, _ := f.f.Register.Complete(k, by); through.Before(f.days.To) {
			return rule.Text{
				Vi: "số liệu «" + k.In(rule.Vi) + "» chưa đủ đến " + rule.FormatDate(f.days.To, rule.Vi),
				En: "the register is not complete through " + rule.FormatDate(f.days.To, rule.En) + ": " + k.In(rule.En),
			}
		}
	}
	return rule.Text{}
}

var unsureFacts = rule.Text{Vi: "có số liệu chưa rõ ngày hoặc chưa rõ có đúng quy định", En: "of a fact it is not known when it was, or whether it is in order"}

// share is how many of the facts of one kind were followed by one of another that is in
// order.
func (f *feeding) share(d Derivation, row measured) (Derivation, bool, rule.Text) {
	asked, open := f.facts(true, "", row.against...)
	if why := f.complete(row.against...); why != (rule.Text{}) {
		return d, false, why
	}
	if open {
		return d, false, unsureFacts
	}
	done, _ := f.facts(false, row.duty, row.count)
	how := map[string]fact{}
	for _, one := range done {
		how[one.key] = one
	}
	for _, one := range asked {
		switch is := how[one.key]; {
		case is.sound:
			d.Facts = append(d.Facts, one.key)
		case is.open:
			return d, false, unsureFacts
		default:
			d.Lacking = append(d.Lacking, one.key)
		}
	}
	if why := f.complete(row.count); len(d.Lacking) > 0 && why != (rule.Text{}) {
		return d, false, why
	}
	d.Part, d.Whole = rule.Int(int64(len(d.Facts))), rule.Int(int64(len(asked)))
	return d, len(asked) == 0, rule.Text{}
}

// total is how many facts of a kind there are, or what they came to, of the target.
func (f *feeding) total(d Derivation, count duty.Kind) (Derivation, bool, rule.Text) {
	done, open := f.facts(true, "", count)
	if why := f.complete(count); why != (rule.Text{}) {
		return d, false, why
	}
	for _, t := range f.f.Targets {
		if t.Measure == d.Measure {
			d.Whole = t.Whole
		}
	}
	amounts := map[string]rule.Number{}
	for _, a := range f.f.Amounts {
		amounts[rule.Normal(a.Ref)] = a.Value
	}
	d.Part = rule.Int(0)
	for _, one := range done {
		worth := rule.Int(1)
		if d.Measure == Contributions && len(amounts) > 0 {
			if worth = amounts[rule.Normal(one.key)]; !worth.Known() {
				return d, false, rule.Text{Vi: "chưa rõ giá trị của «" + rule.Shorten(one.key) + "»", En: "the value of " + rule.Shorten(one.key) + " is not known"}
			}
		}
		switch {
		case one.sound:
			d.Facts = append(d.Facts, one.key)
			d.Part = d.Part.Add(worth)
		case one.open:
			open = true
		default:
			d.Lacking = append(d.Lacking, one.key)
		}
	}
	if open {
		return d, false, unsureFacts
	}
	return d, d.Whole.Known() && d.Whole.Sign() == 0, rule.Text{}
}

package main

import (
	_ "embed"
	"html/template"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// province is the records of a province. A ledger without a matrix takes that of the 2021
// dispatch of Lào Cai; a calendar that is not given is that of the state agencies.
type province struct {
	Name rule.Text `json:"name"`
	Note rule.Text `json:"note"`
	// Names are those of bodies that the matrix does not know.
	Names map[org.BodyID]rule.Text `json:"names"`

	Dossiers []criteria.Dossier `json:"dossiers" validate:"max=20000"`
	Overlay  *criteria.Overlay  `json:"overlay,omitempty"` // the province's decision on the set
	// Accept also uses demands that are not confirmed, from this confidence on.
	Accept           rule.Confidence         `json:"accept,omitzero"`
	Ledger           *ledger.Ledger          `json:"ledger,omitempty"`
	Visits           []visit.Visit           `json:"visits" validate:"max=20000"`
	VisitPolicy      visit.Policy            `json:"visitPolicy"`
	Calendar         *workday.Calendar       `json:"calendar,omitempty"`
	Difficulties     []difficulty.Difficulty `json:"difficulties" validate:"max=20000"`
	DifficultyPolicy difficulty.Policy       `json:"difficultyPolicy"`
	Ranks            *rank.List              `json:"ranks,omitempty"`
	RankPolicy       rank.Policy             `json:"rankPolicy"`
}

//go:embed page.html
var source string

var layout = template.Must(template.New("page").Parse(source))

// view is what the page shows, in words and lengths.
type view struct {
	lang  rule.Lang
	on    civil.Date
	cal   workday.Calendar
	names map[org.UnitCode]string
	known map[org.BodyID]rule.Text
	x     duty.Matrix

	Lang, Name, Note, Day string
	Criteria              *criteriaView
	Calendar              *calendarView
	Ledger                *ledgerView
	Difficulties          *difficultyView
	Ranks                 *rankView
	Grounds               []string
}

// Say chooses the wording of the page's language.
func (v *view) Say(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(v.lang) }

func (v *view) date(d civil.Date) string {
	if d.IsZero() {
		return "–"
	}
	return rule.FormatDate(d, v.lang)
}

// unit is the name of a commune, or its code where no name is given.
func (v *view) unit(code org.UnitCode) string {
	if name := v.names[code]; name != "" {
		return name
	}
	return string(code)
}

// body is the name of a body on the day.
func (v *view) body(id org.BodyID) string {
	if name := v.known[id].In(v.lang); name != "" {
		return name
	}
	return v.x.Name(id).In(v.lang)
}

// rests adds an edition on which the page rests, once.
func (v *view) rests(what string, e rule.Edition) {
	words := what + ": " + strings.Join(slices.DeleteFunc([]string{e.ID, e.Version, e.Short()}, func(s string) bool { return s == "" }), ", ")
	if e.Digest != "" && !slices.Contains(v.Grounds, words) {
		v.Grounds = append(v.Grounds, words)
	}
}

// page is the whole document.
func (p province) page(on civil.Date, l rule.Lang) (string, error) {
	if lacks := p.Name.Lacks(); lacks != (rule.Text{}) {
		return "", rule.NewMisuse(nil, rule.Text{Vi: "name: thiếu {what}", En: "name: {what} is missing"}, rule.A("what", lacks))
	}
	v := &view{lang: l, on: on, cal: workday.Vietnam(), names: map[org.UnitCode]string{}, known: p.Names, Lang: map[rule.Lang]string{rule.Vi: "vi", rule.En: "en"}[l],
		Name: p.Name.In(l), Note: p.Note.In(l), Day: rule.FormatDate(on, l)}
	if p.Calendar != nil {
		v.cal = *p.Calendar
	}
	for _, d := range p.Dossiers {
		v.names[org.UnitCode(d.Unit)] = d.UnitName
	}
	for _, section := range []func(*view) error{p.ledger, p.criteria, p.calendar, p.difficulties, p.ranks} {
		if err := section(v); err != nil {
			return "", err
		}
	}
	slices.Sort(v.Grounds)
	v.Grounds = append(v.Grounds, v.Say("dữ liệu của thư viện: ", "data of the library: ")+rule.DataVersion)
	var out strings.Builder
	err := layout.Execute(&out, v)
	return out.String(), err
}

// mark is how a verdict is shown: a class for its colour and a sign beside it.
type mark struct{ Class, Sign, Word string }

func (v *view) mark(x criteria.Verdict) mark {
	classes := map[criteria.Verdict][2]string{criteria.Met: {"met", "✓"}, criteria.NotMet: {"not", "✗"}, criteria.Unknown: {"open", "?"}, criteria.NotApplicable: {"idle", "–"}}
	return mark{classes[x][0], classes[x][1], x.In(v.lang)}
}

type criteriaView struct {
	Set      string
	Accepted string // the confidence from which demands are used, where they need not be confirmed
	Legend   []mark
	Heads    []criteria.Heading
	Communes []communeView
	Met      int
}

// communeView is one row of the map of communes and criteria.
type communeView struct {
	Name           string
	Verdict        mark
	Cells          []mark
	Met, Not, Open int
	Total          int
	Bars           []bar
	Lacks          []string
	More           int
}

// lacksShown is how many lacks of a commune are listed.
const lacksShown = 4

func (p province) criteria(v *view) error {
	if len(p.Dossiers) == 0 {
		return nil
	}
	c := &criteriaView{Legend: []mark{v.mark(criteria.Met), v.mark(criteria.NotMet), v.mark(criteria.Unknown), v.mark(criteria.NotApplicable)}}
	sets := map[string]criteria.Set{}
	for i, d := range p.Dossiers {
		set, err := p.set(d, sets)
		if err != nil {
			return under(rule.Path("dossiers").Index(i), err)
		}
		a, err := set.Assess(d)
		if err != nil {
			return under(rule.Path("dossiers").Index(i), err)
		}
		if p.Accept != 0 {
			a = a.Accept(p.Accept)
			c.Accepted = v.Say("Dùng cả yêu cầu chưa xác nhận, từ mức tin cậy: ", "Demands that are not confirmed are used, from the confidence: ") + p.Accept.In(v.lang) + "."
		}
		if c.Set == "" {
			c.Set = p.sources(set, v.lang)
			c.Heads = slices.Collect(a.Headings())
		} else if c.Set != p.sources(set, v.lang) {
			return rule.NewMisuse(nil, rule.Text{Vi: "dossiers[{i}]: các xã phải theo cùng một bộ tiêu chí, {set}", En: "dossiers[{i}]: all communes go by one set, {set}"}, rule.A("i", i), rule.A("set", c.Set))
		}
		v.rests(v.Say("bộ tiêu chí", "set of criteria"), a.Edition())
		c.Communes = append(c.Communes, v.commune(a))
		if a.Verdict() == criteria.Met {
			c.Met++
		}
	}
	slices.SortStableFunc(c.Communes, func(a, b communeView) int {
		if a.Met != b.Met {
			return b.Met - a.Met
		}
		return a.Not - b.Not
	})
	v.Criteria = c
	return nil
}

// set is the one that a dossier names, or else the one in force on its day, under the
// province's decision where there is one for it.
func (p province) set(d criteria.Dossier, kept map[string]criteria.Set) (criteria.Set, error) {
	name := d.Set + " " + d.Standard.String() + " " + d.AsOf.String()
	if set, ok := kept[name]; ok {
		return set, nil
	}
	var set criteria.Set
	var err error
	if d.Set != "" {
		set, err = national.ByID(d.Set)
	} else {
		set, err = national.InForce(d.Standard, d.AsOf)
	}
	if err == nil && p.Overlay != nil && p.Overlay.Base == set.ID() {
		set, err = set.Localize(*p.Overlay)
	}
	kept[name] = set
	return set, err
}

// sources are the texts of a set: the national one, and the province's decision.
func (p province) sources(set criteria.Set, l rule.Lang) string {
	text := set.Source().In(l)
	if p.Overlay == nil || p.Overlay.ID != set.ID() {
		return text
	}
	if base, err := national.ByID(p.Overlay.Base); err == nil {
		text = base.Source().In(l) + "; " + text
	}
	return text
}

// under says at which record an error arose.
func under(at rule.Path, err error) error {
	if found, ok := rule.FindingsIn(err); ok {
		return found.Under(at).Err()
	}
	return rule.NewMisuse(nil, rule.Text{Vi: "{at}: {why}", En: "{at}: {why}"}, rule.A("at", string(at)), rule.A("why", rule.Text{Vi: rule.Tell(err, rule.Vi), En: rule.Tell(err, rule.En)}))
}

func (v *view) commune(a criteria.Assessment) communeView {
	d := a.Dossier()
	c := communeView{Name: v.unit(org.UnitCode(d.Unit)), Verdict: v.mark(a.Verdict())}
	for h := range a.Headings() {
		c.Cells = append(c.Cells, v.mark(h.Verdict))
	}
	c.Total = len(c.Cells)
	idle := a.Count(criteria.NotApplicable)
	c.Met, c.Not, c.Open = a.Count(criteria.Met), a.Count(criteria.NotMet), a.Count(criteria.Unknown)
	c.Bars = bars(200, []part{{"met", c.Met}, {"idle", idle}, {"open", c.Open}, {"not", c.Not}})
	s := a.Shortfall()
	for _, l := range s.Numbers {
		words := l.Code + " " + l.Name.In(v.lang)
		if gap, known := l.Gap(); known && gap.Known() {
			unit := l.Unit
			if l.GapCounts() {
				unit = v.Say("trường hợp", "cases")
			}
			words += v.Say(": còn ", ": ") + gap.In(v.lang) + " " + unit + v.Say("", " to go")
		}
		c.Lacks = append(c.Lacks, words)
	}
	for _, l := range s.Conditions {
		c.Lacks = append(c.Lacks, l.Code+" "+l.Name.In(v.lang)+": "+l.Verdict.In(v.lang))
	}
	for _, l := range s.Unknown {
		c.Lacks = append(c.Lacks, l.Code+" "+l.Name.In(v.lang)+": "+l.Reason.In(v.lang))
	}
	if c.More = len(c.Lacks) - lacksShown; c.More > 0 {
		c.Lacks = c.Lacks[:lacksShown]
	}
	return c
}

// part is a share of a bar, and bar where it is drawn.
type part struct {
	class string
	n     int
}
type bar struct {
	Class    string
	X, Width float64
	N        int
}

// bars divides a width by the numbers of the parts; nothing is drawn for 0.
func bars(width float64, parts []part) []bar {
	total := 0
	for _, p := range parts {
		total += p.n
	}
	var list []bar
	x := 0.0
	for _, p := range parts {
		if p.n > 0 {
			w := width * float64(p.n) / float64(total)
			list = append(list, bar{p.class, x, w, p.n})
			x += w
		}
	}
	return list
}

type calendarView struct {
	Year   int
	Months []monthView
	Visits []visitView
	Days   []string // that are not as the week would have them
}
type monthView struct {
	Name, Says string
	Days       []dayView
	Week       []string
}

// dayView is a day of a month where it is drawn.
type dayView struct {
	N, X, Y       int
	Class         string
	Visits        int
	Today         bool
	CX, CY, TripY int
}
type visitView struct{ Day, Commune, Leader, State, Found string }

// cell is the side of a day in the drawing of a month.
const cell = 30

func (p province) calendar(v *view) error {
	if len(p.Visits) == 0 {
		return nil
	}
	c := &calendarView{Year: v.on.Year}
	count := map[civil.Date]int{}
	var roster assignment.Roster
	if p.Ledger != nil {
		roster = p.Ledger.Roster
	}
	visits := slices.Clone(p.Visits)
	slices.SortStableFunc(visits, func(a, b visit.Visit) int { return a.Start.Date.DaysSince(b.Start.Date) })
	for _, x := range visits {
		if x.Start.Date.Year != c.Year {
			continue
		}
		count[x.Start.Date]++
		var said []string
		for _, f := range p.VisitPolicy.Check(x, roster) {
			if f.Kind != rule.Advice {
				said = append(said, f.In(v.lang))
			}
		}
		leader := x.Leader
		if a, ok := roster.Assignment(x.Assignment); ok {
			leader = a.Leader
		}
		c.Visits = append(c.Visits, visitView{x.Start.In(v.lang), v.unit(x.Commune), leader, x.StateOn(v.on).In(v.lang), strings.Join(said, "; ")})
	}
	for m := time.January; m <= time.December; m++ {
		c.Months = append(c.Months, v.month(c, m, count))
	}
	v.rests(v.Say("lịch làm việc", "calendar"), v.cal.Edition())
	v.rests(v.Say("chính sách về chuyến đi", "policy of visits"), p.VisitPolicy.Edition())
	v.Calendar = c
	return nil
}

func (v *view) month(c *calendarView, m time.Month, count map[civil.Date]int) monthView {
	month := monthView{Name: v.Say("Tháng "+strconv.Itoa(int(m)), m.String()), Week: strings.Fields(v.Say("T2 T3 T4 T5 T6 T7 CN", "Mo Tu We Th Fr Sa Su"))}
	var said []string
	first := civil.Date{Year: c.Year, Month: m, Day: 1}
	start := (int(first.Weekday()) + 6) % 7 // Monday first
	for d := first; d.Month == m; d = d.AddDays(1) {
		at := start + d.Day - 1
		day := dayView{N: d.Day, X: at % 7 * cell, Y: cell + at/7*cell, Visits: count[d], Today: d == v.on}
		day.CX, day.CY, day.TripY = day.X+cell/2-1, day.Y+cell/2+3, day.Y+cell/2-1
		known, err := v.cal.On(d)
		switch {
		case err != nil:
			day.Class = "outside"
		case known.Kind == workday.Undecided:
			day.Class = "unsure"
		case known.Kind.Works():
			day.Class = "work"
		default:
			day.Class = "off"
		}
		if err == nil && known.Kind != workday.Working && known.Kind != workday.Weekend {
			c.Days = append(c.Days, strconv.Itoa(d.Day)+"/"+strconv.Itoa(int(m))+" "+known.In(v.lang))
		}
		if day.Visits > 0 {
			said = append(said, strconv.Itoa(d.Day)+" ("+strconv.Itoa(day.Visits)+")")
		}
		month.Days = append(month.Days, day)
	}
	month.Says = month.Name + ": " + v.Say("không có chuyến đi", "no visit")
	if len(said) > 0 {
		month.Says = month.Name + ": " + v.Say("ngày có chuyến đi (số chuyến) ", "days with visits (how many) ") + strings.Join(said, ", ")
	}
	return month
}

type ledgerView struct {
	Statuses  []statusView
	Bodies    []bodyView
	Total     int
	Rate      string
	Reminders []string
	Requests  []string
	Source    string
	Caveats   []string
}
type statusView struct{ Class, Word string }
type bodyView struct {
	Name   string
	Counts []int
	Total  int
	Bars   []bar
}

func (p province) ledger(v *view) error {
	if p.Ledger == nil {
		return nil
	}
	l := *p.Ledger
	if l.Matrix.Basis().IsZero() {
		m, err := laocai.InForce(v.on)
		if err != nil {
			return err
		}
		l.Matrix = m
		if l.Leaders == "" {
			l.Leaders = laocai.Leaders
		}
	}
	x, err := l.Matrix.On(v.on)
	if err != nil {
		return err
	}
	v.x = x
	for u := range l.Gazetteer.Units() {
		v.names[u.Code] = u.Name
	}
	day, err := l.On(v.on)
	if err != nil {
		return err
	}
	out := &ledgerView{Source: l.Matrix.Basis().Source().In(v.lang), Total: day.Len()}
	all := ledger.Count(day.Entries())
	var shown []duty.Status
	for s := duty.Fulfilled; s <= duty.NotComputable; s++ {
		if all.ByStatus[s] > 0 {
			shown = append(shown, s)
			out.Statuses = append(out.Statuses, statusView{"s-" + s.String(), s.In(v.lang)})
		}
	}
	for _, b := range l.Matrix.Parts().Bodies {
		if row := v.owes(b.ID, ledger.Count(day.OwedBy(b.ID)), shown); row.Total > 0 {
			out.Bodies = append(out.Bodies, row)
		}
	}
	if all.Rate.Known() {
		out.Rate = strconv.Itoa(all.OnTime) + "/" + strconv.Itoa(all.Judged)
	}
	for _, e := range day.Reminders(30) {
		out.Reminders = append(out.Reminders, v.who(l, e.By)+": "+e.Laid().Text.In(v.lang)+", "+v.date(e.Latest())+", "+e.Status.In(v.lang))
	}
	for _, r := range day.Requests() {
		out.Requests = append(out.Requests, v.who(l, r.By)+": "+r.Kind.In(v.lang)+v.Say(", đủ đến ngày ", ", through ")+v.date(r.Needed)+" ("+strconv.Itoa(r.Entries)+")")
	}
	for _, w := range day.Caveats() {
		out.Caveats = append(out.Caveats, w.In(v.lang))
	}
	v.rests(v.Say("ma trận trách nhiệm", "responsibility matrix"), l.Matrix.Edition())
	v.Ledger = out
	return nil
}

// who names whoever bears an entry: a leader by post and body, else a body or a commune.
func (v *view) who(l ledger.Ledger, id string) string {
	if leader, ok := l.Roster.Leader(id); ok {
		return id + " (" + leader.Post + ", " + v.body(leader.Body) + ")"
	}
	if name := v.names[org.UnitCode(id)]; name != "" {
		return name
	}
	return v.body(org.BodyID(id))
}

func (v *view) owes(id org.BodyID, counts ledger.Counts, shown []duty.Status) bodyView {
	row := bodyView{Name: v.body(id), Total: counts.Total}
	var parts []part
	for _, s := range shown {
		row.Counts = append(row.Counts, counts.ByStatus[s])
		parts = append(parts, part{"s-" + s.String(), counts.ByStatus[s]})
	}
	row.Bars = bars(300, parts)
	return row
}

type difficultyView struct {
	Ages    []ageView
	Total   int
	States  []statusView
	Overdue []string
	NoLimit bool
}
type ageView struct {
	Name  string
	Bars  []bar
	Total int
	Says  string
}

// ages are the groups of age, in days: up to each bound, and above the last.
var ages = []int{7, 30, 60, 90}

func (p province) difficulties(v *view) error {
	if len(p.Difficulties) == 0 {
		return nil
	}
	digest, err := p.DifficultyPolicy.Digest(p.Difficulties, v.on, v.cal)
	if err != nil {
		return err
	}
	groups := make([]map[difficulty.State]int, len(ages)+2) // the last: the age is not known
	for i := range groups {
		groups[i] = map[difficulty.State]int{}
	}
	seen := map[difficulty.State]bool{}
	for _, s := range digest.Lines {
		groups[group(s.Age)][s.State]++
		seen[s.State] = true
	}
	out := &difficultyView{Total: digest.Total, NoLimit: p.DifficultyPolicy.AnswerDue == 0}
	states := slices.Sorted(maps.Keys(seen))
	for _, s := range states {
		out.States = append(out.States, statusView{"d-" + s.String(), s.In(v.lang)})
	}
	most := 0
	for _, g := range groups {
		most = max(most, sum(maps.Values(g)))
	}
	for i, g := range groups {
		row := ageView{Name: v.group(i), Total: sum(maps.Values(g))}
		if row.Total == 0 && i == len(groups)-1 {
			continue
		}
		var parts []part
		var said []string
		for _, s := range states {
			parts = append(parts, part{"d-" + s.String(), g[s]})
			if g[s] > 0 {
				said = append(said, s.In(v.lang)+" "+strconv.Itoa(g[s]))
			}
		}
		row.Bars, row.Says = bars(300*float64(row.Total)/float64(most), parts), strings.Join(said, ", ")
		out.Ages = append(out.Ages, row)
	}
	for _, s := range digest.Overdue() {
		out.Overdue = append(out.Overdue, s.ID+", "+v.unit(s.Commune)+": "+v.body(s.Addressee())+v.Say(", hạn ", ", due ")+v.date(s.Due)+v.Say(", chậm ", ", late by ")+strconv.Itoa(s.DaysLate)+v.Say(" ngày", " days"))
	}
	v.rests(v.Say("chính sách về khó khăn, vướng mắc", "policy of difficulties"), p.DifficultyPolicy.Edition())
	v.Difficulties = out
	return nil
}

func sum(numbers iter.Seq[int]) (total int) {
	for n := range numbers {
		total += n
	}
	return total
}

// group is the group of an age.
func group(age rule.Number) int {
	if !age.Known() {
		return len(ages) + 1
	}
	for i, most := range ages {
		if age.Cmp(rule.Int(int64(most))) <= 0 {
			return i
		}
	}
	return len(ages)
}

func (v *view) group(i int) string {
	switch {
	case i > len(ages):
		return v.Say("chưa rõ tuổi", "age not known")
	case i == len(ages):
		return v.Say("trên ", "over ") + strconv.Itoa(ages[i-1]) + v.Say(" ngày", " days")
	case i == 0:
		return v.Say("đến ", "up to ") + strconv.Itoa(ages[0]) + v.Say(" ngày", " days")
	default:
		return strconv.Itoa(ages[i-1]+1) + "–" + strconv.Itoa(ages[i]) + v.Say(" ngày", " days")
	}
}

type rankView struct {
	Units    []unitView
	Findings []string
}

// unitView is one unit whose people are in order. Line is before which row the quota cuts;
// -1 where none does.
type unitView struct {
	Name   string
	Rows   []rankRow
	Limits []string
	Height int
	Says   string
	LineY  int
	Most   string
}
type rankRow struct {
	Place                           int
	ID, Score, Before, After, Class string
	Status, Why                     string
	Y                               int
	Width                           float64
}

const rankHeight = 24

// share is how long the bar of a score is beside that of the best.
func share(score, most rule.Fraction) float64 {
	if !score.Known() || most.Sign() <= 0 || score.Sign() < 0 {
		return 0
	}
	length := score.Quo(most).Mul(rule.Ratio(200, 1)).Round(0, rule.HalfAway)
	return float64(length.Decimal().IntPart())
}

func (p province) ranks(v *view) error {
	if p.Ranks == nil {
		return nil
	}
	answer, err := p.RankPolicy.Order(*p.Ranks)
	if err != nil {
		return err
	}
	out := &rankView{}
	at := map[string]int{}
	most := rule.Fraction{}
	outcomes := answer.Outcomes()
	for _, o := range outcomes {
		if o.Score.Known() && (!most.Known() || o.Score.Cmp(most) > 0) {
			most = o.Score
		}
	}
	for _, o := range outcomes {
		i, known := at[o.Unit]
		if !known {
			i = len(out.Units)
			at[o.Unit] = i
			out.Units = append(out.Units, unitView{Name: v.body(org.BodyID(o.Unit)), LineY: -1})
		}
		u := &out.Units[i]
		row := rankRow{Place: o.Place, ID: o.ID, Score: o.Score.In(v.lang), Before: o.Before.In(v.lang), After: o.After.In(v.lang), Status: o.Status.In(v.lang), Why: answer.Why(o).In(v.lang), Y: len(u.Rows) * rankHeight, Class: "r-" + o.Status.String()}
		row.Width = share(o.Score, most)
		u.Rows = append(u.Rows, row)
	}
	for _, l := range answer.Limits() {
		i, known := at[l.Unit]
		if !known {
			continue
		}
		u := &out.Units[i]
		u.Limits = append(u.Limits, l.In(v.lang))
		if l.Group == "" && l.Most >= 0 && l.Most < len(u.Rows) {
			u.LineY, u.Most = l.Most*rankHeight, strconv.Itoa(l.Most)
		}
	}
	for i := range out.Units {
		u := &out.Units[i]
		u.Height = len(u.Rows)*rankHeight + 4
		u.Says = u.Name + ": " + strings.Join(u.Limits, "; ")
	}
	for _, f := range answer.Findings() {
		out.Findings = append(out.Findings, f.In(v.lang))
	}
	v.rests(v.Say("chính sách xếp hạng", "policy of ranks"), p.RankPolicy.Edition())
	v.Ranks = out
	return nil
}

// At is where a column of a month has its middle.
func (v *view) At(column int) int { return column*cell + cell/2 - 1 }

// Down is a distance below the top of a row.
func (v *view) Down(y, by int) int { return y + by }

package visittest

import (
	"embed"
	"encoding/json"
	"errors"
	"time"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/workday"
)

// Judges answer the published case files of visit and of the packages below it, by the name
// of the operation. examples/conformance says what each is given and answers.
func Judges() map[string]ruletest.Judge {
	return map[string]ruletest.Judge{
		"visit.check":       Judge(visit.Policy{}),
		"meeting.check":     JudgeMeeting(meeting.Policy{}),
		"workday.ask":       askWorkday,
		"difficulty.course": judgeCourse,
		"difficulty.settle": judgeDisposal,
	}
}

// values are calendars of other laws, and the roster of the difficulties.
//
//go:embed values
var values embed.FS

// ask is what a case gives: a calendar, by name or as its JSON, and one question.
type question struct {
	Calendar   json.RawMessage `json:"calendar"`
	Swaps      []workday.Swap  `json:"swaps"`
	Workday    civil.Date      `json:"workday,omitzero"`
	Year       int             `json:"year"`
	Before     civil.Date      `json:"before,omitzero"`
	OnOrBefore civil.Date      `json:"onOrBefore,omitzero"`
	Term       workday.Term    `json:"term"`
	Then       *workday.Term   `json:"then"` // counted from the plain end of the term
	Add        *struct {
		Day civil.Date `json:"day,omitzero"`
		N   int        `json:"n"`
	} `json:"add"`
	Between *struct {
		A civil.Date `json:"a,omitzero"`
		B civil.Date `json:"b,omitzero"`
	} `json:"between"`
	Lead *struct {
		Visit civil.Date `json:"visit,omitzero"`
		N     int        `json:"n"`
	} `json:"lead"`
	Report *struct {
		Kind string `json:"kind"`
		Year int    `json:"year"`
		N    int    `json:"n"`
	} `json:"report"`
}

func (a question) calendar() (cal workday.Calendar, err error) {
	var name string
	data := []byte(a.Calendar)
	switch {
	case len(data) == 0 || json.Unmarshal(data, &name) != nil:
	case name == "vietnam":
		return workday.Vietnam().WithSwap(a.Swaps...)
	case name == "settled":
		return refused()
	default:
		if data, err = values.ReadFile("values/calendars/" + name + ".json"); err != nil {
			return cal, err
		}
	}
	if len(data) > 0 {
		err = json.Unmarshal(data, &cal)
	}
	return cal, err
}

// refused is the calendar of Việt Nam with the proposed swap of 23/11/2026 refused.
func refused() (workday.Calendar, error) {
	source := rule.Source{Kind: rule.Notice, Issuer: "test"}
	return workday.Vietnam().With(
		workday.Day{On: rule.Day(2026, 11, 23), Kind: workday.Working, Source: source},
		workday.Day{On: rule.Day(2026, 11, 28), Kind: workday.Off, Source: source})
}

func askWorkday(given json.RawMessage) (any, rule.Findings, error) {
	var a question
	if err := form.Decode(given, "", &a); err != nil {
		return nil, nil, err
	}
	cal, err := a.calendar()
	if err != nil {
		return nil, nil, err
	}
	got, found, err := a.of(cal)
	var unknown *workday.DayError
	switch {
	case errors.As(err, &unknown):
		why := map[bool]string{true: "undecided", false: "outside"}[errors.Is(err, workday.ErrUndecided)]
		return map[string]any{"refused": why, "day": unknown.Day.On}, found, nil
	case errors.Is(err, workday.ErrWindow):
		return map[string]any{"refused": "no window"}, found, nil
	}
	return got, found, err
}

// of puts the question to the calendar.
func (a question) of(cal workday.Calendar) (got any, found rule.Findings, err error) {
	switch {
	case !a.Workday.IsZero():
		works, err := cal.IsWorkday(a.Workday)
		return map[string]any{"worked": works}, nil, err
	case a.Add != nil:
		day, err := cal.Add(a.Add.Day, a.Add.N)
		return map[string]any{"day": day}, nil, err
	case a.Between != nil:
		n, err := cal.Between(a.Between.A, a.Between.B)
		return map[string]any{"n": n}, nil, err
	case a.Year != 0:
		got, err = year(cal, a.Year)
	case a.Lead != nil:
		got, err = lead(cal, a.Lead.Visit, a.Lead.N)
	case !a.Before.IsZero():
		got, err = workday.Before(a.Before)
	case !a.OnOrBefore.IsZero():
		got, err = workday.OnOrBefore(a.OnOrBefore)
	case a.Report != nil:
		windows := map[string]func() (workday.Window, error){
			"month":   func() (workday.Window, error) { return workday.MonthlyReport(a.Report.Year, a.Report.N) },
			"quarter": func() (workday.Window, error) { return workday.QuarterlyReport(a.Report.Year, a.Report.N) },
			"half":    func() (workday.Window, error) { return workday.HalfYearReport(a.Report.Year, a.Report.N) },
			"year":    func() (workday.Window, error) { return workday.YearlyReport(a.Report.Year) },
		}
		window, known := windows[a.Report.Kind]
		if !known {
			return nil, nil, errors.New("no such window: " + a.Report.Kind)
		}
		got, err = window()
	case a.Term != workday.Term{}:
		d, err := cal.Deadline(a.Term)
		if err == nil && a.Then != nil {
			a.Then.From = d.Computed
			d, err = cal.Deadline(*a.Then)
		}
		return d, d.Notes, err
	}
	return got, nil, err
}

// year lists the weekdays off and the Saturdays worked, and counts the working days.
func year(cal workday.Calendar, y int) (map[string]any, error) {
	off, saturdays, working := []civil.Date{}, []civil.Date{}, 0
	for day := rule.Day(y, 1, 1); day.Year == y; day = day.AddDays(1) {
		works, err := cal.IsWorkday(day)
		if err != nil {
			return nil, err
		}
		weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
		switch {
		case works && weekend:
			saturdays = append(saturdays, day)
		case !works && !weekend:
			off = append(off, day)
		}
		if works {
			working++
		}
	}
	return map[string]any{"off": off, "saturdays": saturdays, "working": working}, nil
}

// lead is the latest day to send something n working days before a visit: loose, the nth
// working day before; strict, n full working days between, where a sending on a day off
// counts as of the next working day, or counts that day.
func lead(cal workday.Calendar, visit civil.Date, n int) (map[string]any, error) {
	works, err := cal.IsWorkday(visit)
	loose, err2 := cal.Add(visit, -n)
	next, err3 := cal.Add(visit, -n-1)
	return map[string]any{"worked": works, "loose": loose, "next": next, "counts": loose.AddDays(-1)}, errors.Join(err, err2, err3)
}

func judgeCourse(given json.RawMessage) (any, rule.Findings, error) {
	roster, matrices, err := course()
	if err != nil {
		return nil, nil, err
	}
	return JudgeDifficulties(difficulty.Policy{}, Province{Roster: roster, Matrices: matrices})(given)
}

// course is the roster of the difficulties, and the matrices of the dispatch: one for each
// model and set of departments.
func course() (roster assignment.Roster, matrices []duty.Matrix, err error) {
	data, err := values.ReadFile("values/roster.json")
	if err == nil {
		err = json.Unmarshal(data, &roster)
	}
	for _, day := range []civil.Date{rule.Day(2021, 2, 1), rule.Day(2025, 3, 1), rule.Day(2025, 7, 1)} {
		m, not := laocai.InForce(day)
		matrices, err = append(matrices, m), errors.Join(err, not)
	}
	return roster, matrices, err
}

// given is a disposal to judge, or, with a day of its own, a matter to route.
type disposalGiven struct {
	Competence difficulty.Competence       `json:"competence"`
	Matter     difficulty.Matter           `json:"matter"`
	Disposal   difficulty.Disposal         `json:"disposal"`
	Bodies     []org.Body                  `json:"bodies"` // beside those of the matrix
	On         civil.Date                  `json:"on,omitzero"`
	Leader     org.BodyID                  `json:"leader"`
	Owners     []assignment.CriterionOwner `json:"owners"`
	// InCode puts a date into the disposal that no JSON can carry.
	InCode bool `json:"inCode"`
}

type disposalAnswer struct {
	Reach    difficulty.Reach    `json:"reach,omitzero"`
	Disposal difficulty.Disposal `json:"disposal"`
}

func judgeDisposal(data json.RawMessage) (any, rule.Findings, error) {
	var in disposalGiven
	if err := form.Decode(data, "", &in); err != nil {
		return nil, nil, err
	}
	day := in.On
	if day.IsZero() {
		day = in.Disposal.On
	}
	if in.InCode {
		day, in.Disposal.On = rule.Day(2022, 12, 1), rule.Day(2022, 13, 1)
	}
	matrix, err := matrixWith(day, in.Bodies...)
	if err != nil {
		return nil, nil, err
	}
	if in.On.IsZero() {
		reach := in.Competence.Reach(in.Disposal.Settled, in.Matter, in.Disposal.On)
		return disposalAnswer{Reach: reach}, in.Competence.Check(in.Disposal, in.Matter, matrix), nil
	}
	roster, err := assignment.NewRoster(assignment.Entries{CriterionOwners: in.Owners})
	if err != nil {
		return nil, nil, err
	}
	d, found, err := in.Competence.Route(in.Matter, assignment.Leader{Body: in.Leader}, roster, matrix)
	return disposalAnswer{Disposal: d}, found, err
}

// matrixWith is the matrix of a day with more bodies.
func matrixWith(day civil.Date, bodies ...org.Body) (duty.Matrix, error) {
	m, err := laocai.InForce(day)
	if err != nil || bodies == nil {
		return m, err
	}
	p := m.Parts()
	p.Bodies = append(p.Bodies, bodies...)
	if m, err = duty.NewMatrix(p); err != nil {
		return m, err
	}
	return m.On(day)
}

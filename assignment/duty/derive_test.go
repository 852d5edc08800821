package duty_test

import (
	"encoding/json"
	"strconv"
)

// This file derives a stored standing from its JSON alone. It knows the rules by which a
// due is judged, and nothing of the library: a test proves that it imports none of it. It
// reads neither status nor days late; those it has to come to.

type storedStanding struct {
	Due struct {
		storedFact
		Also    []any
		By, To  string
		Latest  string
		Binding string
		Once    bool
	}
	Day, Through string
	Record       *storedRecord
	Others       []storedRecord
}

type storedFact struct {
	Kind, Duty string
	Object     map[string]any
}

type storedRecord struct {
	storedFact
	To                string
	On, After, Before string
	Findings          []struct{ Kind, Duty, Origin string }
}

// dayOf counts days: 0000-03-01 is day 0. No day at all is -1.
func dayOf(text string) int {
	if text == "" {
		return -1
	}
	number := func(from, to int) int {
		n, err := strconv.Atoi(text[from:to])
		if err != nil {
			panic(err)
		}
		return n
	}
	y, m, d := number(0, 4), number(5, 7), number(8, 10)
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 1
}

// about reports whether a fact is one of the due.
func (s *storedStanding) about(r *storedRecord) bool {
	same := func(a, b any) bool {
		x, _ := json.Marshal(a)
		y, _ := json.Marshal(b)
		return string(x) == string(y)
	}
	object := same(r.Object, s.Due.Object)
	for _, other := range s.Due.Also {
		object = object || same(r.Object, other)
	}
	return object && r.Kind == s.Due.Kind && r.Duty == s.Due.Duty && (s.Due.To == "" || s.Due.To == r.To)
}

// What a fact says of a due, rising.
const (
	nothing = iota
	breaks
	maybeLate
	late
	maybe
	timely
)

// says is what one fact means, how many days late it is, and how many of them are certain.
func (s *storedStanding) says(r *storedRecord) (what, days, certain int) {
	if !s.about(r) {
		return nothing, 0, 0
	}
	from, to := dayOf(r.After), dayOf(r.Before)
	if r.On != "" {
		from, to = dayOf(r.On), dayOf(r.On)
	}
	day, latest := dayOf(s.Day), dayOf(s.Due.Latest)
	has := func(kind string) bool {
		for _, f := range r.Findings {
			if f.Kind == kind && f.Duty == r.Duty && f.Origin != "policy" {
				return true
			}
		}
		return false
	}
	uncertain := maybe
	if latest >= 0 && from > latest {
		uncertain = maybeLate
	}
	switch {
	case from > day:
		return nothing, 0, 0
	case has("broken"):
		return breaks, 0, 0
	case has("undecided"), to < 0, to > day:
		return uncertain, 0, 0
	case latest < 0, to <= latest:
		return timely, 0, 0
	case from <= latest:
		return uncertain, 0, 0
	}
	return late, to - latest, from - latest
}

// deriveStanding comes to the status, the days late and how many of them are certain. It
// answers "the wrong fact decides" where the fact that is said to have decided did not.
func deriveStanding(data []byte) (status string, days, certain int) {
	var s storedStanding
	if err := json.Unmarshal(data, &s); err != nil {
		panic(err)
	}
	most := nothing
	if s.Record != nil {
		most, days, certain = s.says(s.Record)
	}
	for i := range s.Others {
		if other, _, _ := s.says(&s.Others[i]); other > most || most == timely {
			return "the wrong fact decides", 0, 0
		}
	}
	day, latest, through := dayOf(s.Day), dayOf(s.Due.Latest), dayOf(s.Through)
	switch {
	case most == timely:
		return "fulfilled", 0, 0
	case most == late:
		return "fulfilled-late", days, certain
	case most == maybe || most == maybeLate:
		return "unknown", 0, 0
	case s.Due.Binding == "may-bind":
		return "unknown", 0, 0
	case latest < 0:
		return "open", 0, 0
	case day < latest:
		return "not-yet-due", 0, 0
	case day == latest:
		return "due", 0, 0
	case through < latest:
		return "unknown", 0, 0
	}
	status = "overdue"
	if s.Due.Once {
		status = "breached"
	}
	return status, day - latest, min(day-latest, through-latest+1)
}

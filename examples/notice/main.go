// Command notice says for each visit of a leader until when the commune can be told in time,
// whether it was, and which days moved the last one.
//
//	go run ./examples/notice                          visits that come with the program
//	go run ./examples/notice visits.json              or from a file, or - for the standard input
//	go run ./examples/notice -draft -visit ams-2      the words of the notice, in Vietnamese
//	go run ./examples/notice -ics > visits.ics        an iCalendar file of visits and last days
//
// The file holds the host's policy with its lead time, days and swaps laid over the calendar
// of the state agencies, the roster, names of communes and bodies, and the visits: see
// vi-du.json beside this program.
package main

import (
	_ "embed"
	"errors"
	"slices"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

//go:embed vi-du.json
var example []byte

func main() { newProgram().Main() }

// options are the flags.
type options struct {
	draft, ics   bool
	visit, stamp string
}

func newProgram() program.Program {
	var o options
	return program.Program{
		Name: "notice",
		About: rule.Text{
			Vi: "Với mỗi chuyến đi cơ sở: báo xã chậm nhất khi nào, đã báo kịp chưa, ngày nghỉ nào đã đẩy hạn. Thời gian báo trước là quy định riêng của địa phương, ghi trong tệp; công văn năm 2021 chỉ yêu cầu báo trước chuyến đi. Chuyến đi trong ví dụ kèm theo là minh họa.",
			En: "For each visit: until when the commune can be told in time, whether it was, and which days off moved the last day. The lead time is the host's own and stands in the file; the 2021 dispatch asks only that the commune be told before the visit. The visits that come with the program are illustrative.",
		},
		File: rule.Text{Vi: "chuyến đi, quy định của địa phương và ngày nghỉ riêng (JSON); không ghi là ví dụ kèm theo, «-» là đầu vào chuẩn", En: "visits, the host's policy and its own days (JSON); left out, those that come with the program; - is the standard input"},
		Flags: []program.Flag{
			{Name: "draft", On: &o.draft, Words: rule.Text{Vi: "soạn lời thông báo cho xã, thay cho bảng", En: "word the notices to the communes, in Vietnamese"}},
			{Name: "ics", On: &o.ics, Words: rule.Text{Vi: "ghi chuyến đi và hạn báo thành tệp lịch (iCalendar)", En: "write visits and last days as an iCalendar file"}},
			{Name: "visit", Value: &o.visit, Words: rule.Text{Vi: "chỉ chuyến đi mang mã này", En: "only the visit of this id"}},
			{Name: "stamp", Value: &o.stamp, Words: rule.Text{Vi: "thời điểm lập tệp lịch, dạng 2021-11-20T08:00; không ghi thì lấy trong tệp", En: "when the iCalendar file is made, as 2021-11-20T08:00; left out, as the file says"}},
		},
		Examples: []string{
			"go run ./examples/notice -lang en",
			"go run ./examples/notice -draft -visit ams-2",
			"go run ./examples/notice -ics -stamp 2021-11-20T08:00 chuyen-di.json > chuyen-di.ics",
		},
		Run: func(c *program.Call) error { return o.run(c) }, //nolint:gocritic // flags are read before it runs
	}
}

// input is what the file holds.
type input struct {
	Policy visit.Policy      `json:"policy"`
	Days   []workday.Day     `json:"days" validate:"dive"`
	Swaps  []workday.Swap    `json:"swaps" validate:"dive"`
	Roster assignment.Roster `json:"roster"`
	Names  map[string]string `json:"names"` // of communes and bodies, by their code or id
	Stamp  rule.Moment       `json:"stamp,omitzero"`
	Visits []visit.Visit     `json:"visits" validate:"dive"`
}

// read reads the file and lays the host's days over the calendar.
func (in *input) read(data []byte) error {
	return form.Build(data, "", in, func() error {
		cal, swaps := in.Policy.Calendar.Or(workday.Vietnam()).WithSwap(in.Swaps...)
		if swaps != nil {
			return swaps
		}
		cal, days := cal.With(in.Days...)
		in.Policy.Calendar = cal
		return days
	})
}

// name is the name of a commune or body, else its code.
func (in *input) name(code string) string {
	if name := in.Names[code]; name != "" {
		return name
	}
	return code
}

// answer is what there is to say of one visit.
type answer struct {
	visit.Visit
	leader assignment.Leader
	last   workday.Deadline // where the host has a lead time that binds the visit
	err    error            // why it cannot be told
	found  rule.Findings
}

func (o options) run(c *program.Call) error {
	data := example
	if c.File != "" {
		var err error
		if data, err = c.Read(c.File); err != nil {
			return err
		}
	}
	var in input
	if err := in.read(data); err != nil {
		return program.Of(c.File, err)
	}
	if o.stamp != "" {
		stamp, err := rule.ParseMoment(o.stamp)
		if err != nil {
			return program.Misuse{Err: err}
		}
		in.Stamp = stamp
	}
	var list []answer
	for _, v := range in.Visits {
		if o.visit == "" || o.visit == v.ID {
			list = append(list, in.answer(v))
		}
	}
	together := in.Policy.CheckTogether(in.Visits, in.Roster)
	switch {
	case len(list) == 0 && o.visit != "":
		return program.Wrong(rule.Text{Vi: "không có chuyến đi mang mã «{id}»", En: "there is no visit of the id {id}"}, rule.A("id", o.visit))
	case o.draft:
		return c.Print(in.drafts(list))
	case o.ics:
		if !in.Stamp.IsValid() {
			return program.Wrong(rule.Text{Vi: "tệp lịch cần thời điểm lập: ghi «stamp» trong tệp hoặc dùng -stamp", En: "an iCalendar file needs the moment at which it is made: \"stamp\" in the file, or -stamp"})
		}
		if twice := together.Of(visit.ErrRepeatedID); len(twice) > 0 {
			return program.Of(c.File, twice) // two events would have one id
		}
		if !slices.ContainsFunc(list, func(a answer) bool { return a.Start.IsValid() }) {
			return program.Wrong(rule.Text{Vi: "không chuyến đi nào có ngày nên không có gì để ghi vào tệp lịch", En: "no visit has a day, so an iCalendar file would hold nothing"})
		}
		return c.Print(in.calendar(list))
	}
	err := c.Print(in.page(list, together, c.Lang))
	if err != nil {
		return err
	}
	if together.Has(rule.Broken) {
		return program.ErrFound
	}
	for _, a := range list {
		if a.found.Has(rule.Broken) {
			return program.ErrFound
		}
	}
	return nil
}

func (in *input) answer(v visit.Visit) answer {
	a := answer{Visit: v, found: in.Policy.Check(v, in.Roster)}
	id := v.Leader
	if of, ok := in.Roster.Assignment(v.Assignment); ok && id == "" {
		id = of.Leader
	}
	a.leader, _ = in.Roster.Leader(id)
	if in.exempt(v) {
		a.err = visit.ErrNoLeadTime
		return a
	}
	a.last, a.err = in.Policy.LastDay(v.Start.Date, in.Policy.Calendar)
	return a
}

// exempt reports whether the host's lead time frees an urgent visit.
func (in *input) exempt(v visit.Visit) bool {
	return in.Policy.LeadTime.UrgentExempt && !rule.Blank(v.Urgent)
}

// free reports whether no lead time binds the visit, which is no fault.
func (a *answer) free() bool { return errors.Is(a.err, visit.ErrNoLeadTime) }

// passage is where the text asks for the notice.
func (in *input) passage() (rule.Source, bool) {
	return in.Policy.Basis.Or(laocai.Basis()).Cite("visit.notify")
}

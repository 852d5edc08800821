package visit_test

import (
	"fmt"
	"slices"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
)

// A visit that was moved: the commune was told, and needs to be told again.
func ExampleVisit_StateOn() {
	old := visit.Visit{ID: "v1", Commune: "03112", Assignment: "a1", Start: rule.On(rule.Day(2021, 12, 3)), Planned: rule.On(rule.Day(2021, 11, 20)),
		Notices: []visit.Notice{{To: "03112", Sent: rule.On(rule.Day(2021, 12, 1))}},
		Dropped: &visit.Dropped{On: rule.On(rule.Day(2021, 12, 2)), To: "v2"}}
	in := visit.Visit{ID: "v2", Commune: "03112", Assignment: "a1", Start: rule.On(rule.Day(2021, 12, 10)), Planned: old.Dropped.On, MovedFrom: "v1"}
	for d := 1; d <= 2; d++ {
		day := rule.Day(2021, 12, d)
		fmt.Println(day, old.StateOn(day), in.StateOn(day))
	}
	// Output:
	// 2021-12-01 notified not-planned
	// 2021-12-02 moved planned
}

func ExamplePolicy_CountsForLeader() {
	v := visit.Visit{Participants: []visit.Participant{{Role: visit.Deputy}}}
	fmt.Println(visit.Policy{}.CountsForLeader(v), visit.Policy{DeputyApart: true}.CountsForLeader(v))
	// Output: true false
}

func ExamplePolicy_CheckTogether() {
	v := visit.Visit{ID: "v1", Commune: "03112", Leader: "l1", Start: rule.On(rule.Day(2021, 12, 3))}
	w := v
	w.ID, w.Commune = "v2", "03115"
	for _, f := range (visit.Policy{}).CheckTogether([]visit.Visit{v, w}, minhLuong()) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output: advice visits[1].leader the leader has another visit, v1, on 2021-12-03
}

func ExamplePolicy_CheckAgenda() {
	v := visit.Visit{ID: "v1", Agenda: []visit.Item{{Text: "giao xi măng", Activity: "xi-mang"}, {Text: "nhà tốc mái", AdHoc: true}}}
	fmt.Println(visit.Policy{}.CheckAgenda(v, []string{"duong"}))
	// Output: agenda[0].activity: visit.activity-unknown: kế hoạch không có hoạt động «xi-mang»
}

func ExampleMeetingKind_In() {
	fmt.Println(visit.Village.In(rule.En), visit.MeetingKind("peoples-council").In(rule.En))
	// Output: village meeting peoples-council
}

// The machine below knows nothing of package visit: it takes what happened one after the
// other, and says in which state that leaves a visit, or that it cannot have happened so.
const (
	planned = iota
	told
	acknowledged
	dropped
	held
	reported
	happenings
)

// course is the day of each thing that happened; never is -1, a day that is not recorded -2.
type course [happenings]int

const never, unrecorded = -1, -2

// next is the machine: where each state leads. What is not listed cannot happen.
var next = map[string]map[int]string{
	"not-planned":  {planned: "planned"},
	"planned":      {told: "notified", dropped: "cancelled", held: "held"},
	"notified":     {acknowledged: "acknowledged", dropped: "cancelled", held: "held"},
	"acknowledged": {dropped: "cancelled", held: "held"},
	"cancelled":    {acknowledged: "cancelled"},                                // an answer may cross the cancellation
	"held":         {told: "held", acknowledged: "held", reported: "reported"}, // late is late, and not impossible
	"reported":     {told: "reported", acknowledged: "reported"},
}

// run lets everything happen up to a day; false where something cannot have happened so.
// What happened on one day happened in the order in which it can.
func (c course) run(until int) (state string, can bool) {
	state = "not-planned"
	wasTold := false
	for d := 0; d <= until; d++ {
		var today []int
		for h, on := range c {
			if on == d {
				today = append(today, h)
			}
		}
		furthest, found := "", false
		for order := range permutations(today) {
			s, t := state, wasTold
			for _, h := range order {
				t = t || h == told
				if s = next[s][h]; s == "" || h == acknowledged && !t {
					s = ""
					break
				}
			}
			if s != "" && (!found || rank[s] > rank[furthest]) {
				furthest, found = s, true
			}
		}
		if !found {
			return "", false
		}
		state = furthest
		wasTold = wasTold || slices.Contains(today, told)
	}
	return state, true
}

// states are all in which the visit can be on a day, whenever what is not recorded
// happened; none where it cannot have happened at all.
func (c course) states(on, last int) map[string]bool {
	for h, day := range c {
		if day == unrecorded {
			all := map[string]bool{}
			for d := 0; d <= last; d++ {
				c[h] = d
				for s := range c.states(on, last) {
					all[s] = true
				}
			}
			return all
		}
	}
	if _, can := c.run(last); !can {
		return nil
	}
	state, _ := c.run(on)
	return map[string]bool{state: true}
}

var rank = map[string]int{"not-planned": 0, "planned": 1, "notified": 2, "acknowledged": 3, "cancelled": 4, "held": 5, "reported": 6}

func permutations(list []int) func(func([]int) bool) {
	return func(yield func([]int) bool) {
		var walk func(done, left []int) bool
		walk = func(done, left []int) bool {
			if len(left) == 0 {
				return yield(done)
			}
			for i := range left {
				rest := append(slices.Clone(left[:i]), left[i+1:]...)
				if !walk(append(slices.Clone(done), left[i]), rest) {
					return false
				}
			}
			return true
		}
		walk(nil, list)
	}
}

var firstDay = rule.Day(2021, 12, 1)

// visit is a record of the course. A visit is planned at some time; an answer is one to a
// notice; nobody reports on a visit that was not made.
func (c course) visit() (visit.Visit, course) {
	moment := func(h int) rule.Moment {
		if c[h] < 0 {
			return rule.Moment{}
		}
		return rule.On(firstDay.AddDays(c[h]))
	}
	for h, not := range map[int]int{planned: unrecorded, acknowledged: never} {
		if c[h] < 0 {
			c[h] = not
		}
	}
	if c[acknowledged] >= 0 && c[told] == never {
		c[told] = unrecorded
	}
	if c[held] == never {
		c[reported] = never
	}
	v := visit.Visit{ID: "v1", Commune: "03112", Assignment: "a1", Items: []string{"láng nền 2 hộ"}, Start: rule.On(firstDay.AddDays(60)), Planned: moment(planned)}
	if c[told] != never {
		v.Notices = []visit.Notice{{To: "03112", Sent: moment(told), Acknowledged: moment(acknowledged)}}
	}
	if c[dropped] != never {
		v.Dropped = &visit.Dropped{On: moment(dropped)}
	}
	if c[held] != never {
		v.Made, v.Start = true, moment(held)
	}
	if c[reported] != never {
		v.Reports = []visit.Report{{By: "M1", To: "l1", Sent: moment(reported)}}
	}
	return v, c
}

// orders are the codes of orders that cannot be.
var orders = []rule.Code{visit.ErrBeforePlanned, visit.ErrAnsweredUnsent, visit.ErrMadeAndDropped, visit.ErrNoticeOfDropped, visit.ErrReportBeforeVisit}

// hold compares a course with the machine.
func hold(t *testing.T, c course, last int, roster assignment.Roster) {
	t.Helper()
	v, c := c.visit()
	possible := len(c.states(0, last+1)) > 0
	impossible := false
	for _, f := range (visit.Policy{}).Check(v, roster) {
		if slices.Contains(orders, f.Code()) {
			impossible = true
			if f.Kind != rule.Broken || f.Origin() != rule.OriginForm {
				t.Fatalf("%v: %s is %s of %s", c, f.Code(), f.Kind, f.Origin())
			}
		}
	}
	if impossible && possible {
		t.Fatalf("%v: found impossible, and can have happened: %v", c, visit.Policy{}.Check(v, roster))
	}
	if !possible && !impossible && !slices.Contains(c[:], unrecorded) {
		t.Fatalf("%v cannot have happened, and nothing is found", c)
	}
	furthest := visit.StateUnknown
	for d := range last + 1 {
		day := firstDay.AddDays(d)
		state := v.StateOn(day)
		if state != visit.StateUnknown && state < furthest {
			t.Fatalf("%v: %s on %s, after %s", c, state, day, furthest)
		}
		furthest = max(furthest, state)
		if !possible {
			continue
		}
		want := "unknown"
		if all := c.states(d, last+1); len(all) == 1 {
			for s := range all {
				want = s
			}
		}
		if state.String() != want {
			t.Fatalf("%v: %s on %s; the machine says %s", c, state, day, want)
		}
	}
}

// Every course of three days, with everything missing that can be.
func TestEveryCourse(t *testing.T) {
	t.Parallel()
	roster := minhLuong()
	var all func(c course, h int)
	all = func(c course, h int) {
		if h == happenings {
			hold(t, c, 2, roster)
			return
		}
		for day := unrecorded; day <= 2; day++ {
			c[h] = day
			all(c, h+1)
		}
	}
	all(course{}, 0)
}

func FuzzCourse(f *testing.F) {
	f.Add([]byte{1, 2, 3, 9, 5, 6})
	f.Add([]byte{8, 3, 9, 2, 9, 9})
	roster := minhLuong()
	f.Fuzz(func(t *testing.T, days []byte) {
		var c course
		for h := range c {
			c[h] = never
			if h < len(days) {
				c[h] = int(days[h]%9) - 2
			}
		}
		hold(t, c, 6, roster)
	})
}

// A moment that does not exist is one that is not known.
func TestStatesOfWhatDoesNotExist(t *testing.T) {
	t.Parallel()
	no := rule.On(rule.Day(2021, 2, 30))
	v := inOrder()
	v.Planned, v.Dropped = no, &visit.Dropped{On: no, To: "v2"}
	found := visit.Policy{}.Check(v, minhLuong())
	require.Len(t, found.Of(visit.ErrMoment), 2)
	assert.Equal(t, []rule.Path{"planned", "dropped.on"}, []rule.Path{found.Of(visit.ErrMoment)[0].Path, found.Of(visit.ErrMoment)[1].Path})
	assert.Equal(t, visit.StateUnknown, v.StateOn(day))
	assert.Equal(t, visit.StateUnknown, inOrder().StateOn(no.Date))
	assert.Equal(t, visit.StateUnknown, visit.Visit{}.StateOn(civil.Date{}))
}

// An accepted invitation tells the commune where it serves as notice.
func TestStateByInvitation(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Notices = nil
	v.Invitation = &visit.Invitation{ID: "m", From: "03112", Agenda: []string{"họp thôn"}, Sent: rule.On(day.AddDays(-4)), Accepted: rule.On(day.AddDays(-2))}
	assert.Equal(t, visit.Notified, v.StateOn(day))
	assert.Equal(t, visit.StateUnknown, visit.Policy{SeparateNotice: true}.StateOn(v, day))
	v.MovedFrom = "v0"
	v.Notices = []visit.Notice{{For: "v0", To: "03112", Sent: rule.On(day.AddDays(-3))}}
	assert.Equal(t, visit.Notified, visit.Policy{OldNoticeServes: true}.StateOn(v, day.AddDays(-3)))
	assert.Equal(t, visit.StateUnknown, v.StateOn(day.AddDays(-3)))
}

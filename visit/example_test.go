package visit_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
)

// minhLuong is the roster of the examples: a leader of the department of planning
// and investment helps xã Minh Lương.
func minhLuong() assignment.Roster {
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l1", Post: "Phó Giám đốc", Body: "so-khdt"}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "03112",
			Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	})
	if err != nil {
		panic(err)
	}
	return roster
}

// The team goes to Minh Lương on a Saturday and telephones on the same day, a
// quarter of an hour after the start.
func Example() {
	data := []byte(`{
		"format": "giupxa.visit/1",
		"id": "v1", "commune": "03112", "assignment": "a1",
		"start": "2021-12-04T08:00",
		"items": ["láng nền 2 hộ còn lại"],
		"notices": [{ "sent": "2021-12-04T08:15", "to": "03112", "channel": "phone" }],
		"noticesComplete": true
	}`)
	var v visit.Visit
	if err := json.Unmarshal(data, &v); err != nil {
		fmt.Println(err)
		return
	}
	roster := minhLuong()
	policy := visit.Policy{}
	if errors.Is(policy.Check(v, roster).Err(), visit.ErrNoticeNotBefore) {
		fmt.Println("the commune was not told before the visit")
	}
	for _, f := range policy.Check(v, roster) {
		fmt.Printf("%s: %s [%s]\n", f.Path, f, f.Source())
	}
	// Output:
	// the commune was not told before the visit
	// notices[0].sent: xã phải được báo trước chuyến đi (08:00 ngày 04/12/2021); việc báo ghi 08:15 ngày 04/12/2021 [Công văn năm 2021 của UBND tỉnh Lào Cai, mục 1, gạch đầu dòng 4]
}

// On the same day a missing hour decides nothing.
func ExamplePolicy_Check() {
	v := visit.Visit{ID: "v1", Commune: "03112", Leader: "l1",
		Start:   rule.At(rule.Day(2021, 12, 4), 8, 0),
		Items:   []string{"láng nền 2 hộ còn lại"},
		Notices: []visit.Notice{{Sent: rule.On(rule.Day(2021, 12, 4)), To: "03112"}},
	}
	found := visit.Policy{}.Check(v, minhLuong())
	fmt.Println(found[0].Kind, found[0].Code(), found.Err())

	v.Notices[0].Sent = rule.At(rule.Day(2021, 12, 4), 7, 30)
	fmt.Println(len(visit.Policy{}.Check(v, minhLuong())))
	// Output:
	// undecided visit.notice-not-before <nil>
	// 0
}

// Generic phrases draw advice; a host may refuse them, by its own list.
func ExamplePolicy_generic() {
	v := visit.Visit{ID: "v1", Commune: "03112", Leader: "l1",
		Start:   rule.On(rule.Day(2021, 12, 4)),
		Items:   []string{"LÀM VIỆC, theo kế hoạch."},
		Notices: []visit.Notice{{Sent: rule.On(rule.Day(2021, 12, 1)), To: "03112"}},
	}
	for _, policy := range []visit.Policy{
		{},
		{Generic: visit.RefuseGeneric},
		{Generic: visit.RefuseGeneric, Phrases: []string{"làm việc"}},
	} {
		found := policy.Check(v, minhLuong())
		fmt.Println(len(found), found.Err())
	}
	// Output:
	// 1 <nil>
	// 1 items[0]: visit.content-generic: nội dung «LÀM VIỆC, theo kế hoạch.» chỉ gồm cụm từ không nói rõ việc gì, theo danh sách của địa phương
	// 0 <nil>
}

func ExampleGenericPhrases() {
	list := append(visit.GenericPhrases(), "dự lễ")
	fmt.Println(list[0], len(list) > 1)
	// Output: làm việc true
}

// Whether a visit went without notice is for the register to say, which knows
// through which day it is complete.
func ExamplePolicy_Owed() {
	policy, roster := visit.Policy{}, minhLuong()
	silent := visit.Visit{ID: "v1", Commune: "03112", Assignment: "a1", Start: rule.On(rule.Day(2021, 10, 29)), Items: []string{"xem đường thôn"}, Made: true}
	later := silent
	later.ID, later.Start = "v2", rule.On(rule.Day(2021, 12, 14))

	facts := append(policy.Records(silent, roster), policy.Records(later, roster)...)
	complete := rule.Day(2021, 11, 30)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: complete}, {Kind: duty.VisitMade, Through: complete}}, facts...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range []visit.Visit{silent, later} {
		for _, due := range policy.Owed(v, roster) {
			fmt.Println(due.Object.ID, due.Duty, due.Latest, due.Status(register, rule.Day(2021, 12, 31)).Status)
		}
	}
	// Output:
	// v1 visit.content 2021-10-29 fulfilled
	// v1 visit.notify 2021-10-29 breached
	// v2 visit.content 2021-12-14 fulfilled
	// v2 visit.notify 2021-12-14 unknown
}

func ExamplePolicy_Records() {
	v := visit.Visit{ID: "v1", Commune: "03112", Leader: "l1", Made: true,
		Start:        rule.At(rule.Day(2021, 12, 3), 14, 0),
		Participants: []visit.Participant{{Role: visit.Leader}, {Role: visit.TeamMember}, {Role: visit.TeamMember}},
		Invitation: &visit.Invitation{ID: "m1", Meeting: visit.Village, From: "03112", Agenda: []string{"xi măng cho 62 hộ"},
			Sent: rule.On(rule.Day(2021, 11, 30)), Accepted: rule.On(rule.Day(2021, 12, 1))},
	}
	for _, r := range (visit.Policy{}).Records(v, minhLuong()) {
		fmt.Println(r.Kind, r.Duty, r.Object.Per, r.Object.ID, r.On)
	}
	// Output:
	// noticed visit.notify visit v1 2021-12-01
	// visit-made visit.time assignment a1 2021-12-03T14:00
	// visit-made visit.content visit v1 2021-12-03T14:00
	// visit-made visit.notify visit v1 2021-12-03T14:00
	// invited meeting.invite meeting m1 2021-11-30
	// attended meeting.attend meeting m1 2021-12-03T14:00
	// attended meeting.team-attend meeting m1 2021-12-03T14:00
}

func ExampleVisit_Attendance() {
	v := visit.Visit{Participants: []visit.Participant{{Role: visit.TeamMember}}}
	fmt.Println(v.Attendance(), v.Has(visit.Leader))
	// Output: team false
}

// Another province judges by its own text: here a plan that asks for notice alone.
func ExamplePolicy_basis() {
	var policy visit.Policy
	err := json.Unmarshal([]byte(`{
		"basis": {
			"id": "thu-nghiem-2022",
			"source": { "kind": "plan", "number": "12/KH-UBND", "date": "2022-01-15", "issuer": "UBND tỉnh Thử Nghiệm" },
			"provisions": { "visit.notify": { "article": "3", "clause": "2" } },
			"binds": { "from": "2022-02-01" }
		}
	}`), &policy)
	if err != nil {
		fmt.Println(err)
		return
	}
	v := visit.Visit{ID: "v1", Commune: "03112", Leader: "l1", Start: rule.On(rule.Day(2022, 3, 10)), NoticesComplete: true, Made: true}
	for _, f := range policy.Check(v, minhLuong()) {
		fmt.Println(f.Code(), f.Source())
	}
	for _, due := range policy.Owed(v, minhLuong()) {
		fmt.Println(due.Duty, due.Source.Place(rule.Vi))
	}
	// Output:
	// visit.notice-missing Kế hoạch số 12/KH-UBND ngày 15/01/2022 của UBND tỉnh Thử Nghiệm, Điều 3, khoản 2
	// visit.notify Điều 3, khoản 2
}

// Before the day from which the text is known to bind nobody is accused. A host that
// knows the day supplies it.
func ExamplePolicy_from() {
	v := visit.Visit{ID: "v1", Commune: "03112", Leader: "l1", Start: rule.On(rule.Day(2021, 7, 15)),
		Items: []string{"xem đường thôn"}, NoticesComplete: true}
	basis, err := laocai.Basis().From(rule.Day(2021, 7, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, policy := range []visit.Policy{{}, {Basis: basis}} {
		for _, f := range policy.Check(v, minhLuong()) {
			fmt.Println(f.Kind, f.Code())
		}
	}
	// Output:
	// undecided visit.notice-missing
	// undecided duty.may-bind
	// broken visit.notice-missing
}

func ExamplePolicy_Edition() {
	fmt.Println(visit.Policy{}.Edition().ID)
	fmt.Println(visit.Policy{}.Edition() == visit.Policy{TeamFree: true}.Edition())
	// Output:
	// giupxa.visit-policy/1 lao-cai-2021
	// false
}

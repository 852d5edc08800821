package plan

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Goal is an aim of a plan (mục tiêu) under one of the programs. What the
// national criteria demand of the commune is another thing.
type Goal struct {
	ID      string      `json:"id" validate:"required,max=100"`
	Program org.Program `json:"program,omitzero"`
	Text    string      `json:"text" validate:"max=2000"`
	Target  rule.Number `json:"target"`
	Unit    string      `json:"unit,omitempty" validate:"max=100"` // of the target: "tiêu chí", "%"
	// Serves is the id of the period goal that an annual goal serves.
	Serves string `json:"serves,omitempty" validate:"max=100"`
	// Provincial is the plan or task of the province that a period goal serves.
	Provincial rule.Source `json:"provincial,omitzero"`
	// ProvincialSpan is the days of which that plan or task speaks, where it is known: those of
	// the leader's plan.
	ProvincialSpan rule.Span `json:"provincialSpan,omitzero"`
	// Set is the criteria set in which the keys of Criteria mean something: "318/QĐ-TTg".
	Set string `json:"set,omitempty" validate:"max=100"`
	// Criteria are the criteria and indicators that the goal is about: "c17", "17.1".
	Criteria []string `json:"criteria,omitempty" validate:"dive,max=20"`
	// ByYear are the targets of a period goal year by year, in the order of the years.
	ByYear []YearTarget `json:"byYear,omitempty" validate:"dive"`
}

// YearTarget is what a goal of the period is to reach by the end of one of its years.
type YearTarget struct {
	Year   int         `json:"year" validate:"gte=0,lte=9999"`
	Target rule.Number `json:"target"`                            // in the goal's unit
	Why    string      `json:"why,omitempty" validate:"max=2000"` // the reason for a step back
}

// ActivityKind is what an activity is, in the words of the text. The zero value is "not stated".
type ActivityKind uint8

// The kinds of activity.
const (
	KindNotStated  ActivityKind = iota
	Guidance                    // tuyên truyền, hướng dẫn cấp ủy, chính quyền xã
	PartyCommittee              // giúp Đảng bộ xã nâng cao năng lực lãnh đạo
	PeoplesMastery              // phát huy quyền làm chủ của Nhân dân
	GoodPractice                // tuyên truyền cách làm hay, sáng tạo
	Movement                    // phong trào thi đua chuyên đề
	Mobilization                // huy động, kêu gọi ủng hộ, đóng góp
	CommuneMeeting              // dự họp thôn, chi bộ, cơ quan, đoàn thể
	OtherActivity               // việc khác
)

var activityKinds = rule.NewEnum[ActivityKind]("kind of activity", rule.Word{},
	rule.Word{Code: "guidance", Vi: "tuyên truyền, hướng dẫn", En: "guidance and propaganda"},
	rule.Word{Code: "party-committee", Vi: "giúp Đảng bộ xã nâng cao năng lực lãnh đạo", En: "strengthening the commune's Party organization"},
	rule.Word{Code: "peoples-mastery", Vi: "phát huy quyền làm chủ của Nhân dân", En: "people's mastery"},
	rule.Word{Code: "good-practice", Vi: "tuyên truyền cách làm hay, sáng tạo", En: "good practices made known"},
	rule.Word{Code: "movement", Vi: "phong trào thi đua chuyên đề", En: "thematic emulation movement"},
	rule.Word{Code: "mobilization", Vi: "huy động ủng hộ, đóng góp", En: "mobilization of contributions"},
	rule.Word{Code: "commune-meeting", Vi: "dự họp của xã", En: "attendance at a meeting of the commune"},
	rule.Word{Code: "other", Vi: "việc khác", En: "other work"},
)

// Focus is one of the four focus contents to which emulation movements are tied (4 nội
// dung trọng tâm). They are no criteria. The zero value
// is invalid: an activity that serves none has an empty list.
type Focus uint8

// The focus contents.
const (
	_              Focus = iota
	Production           // phát triển sản xuất
	Infrastructure       // hạ tầng kinh tế - xã hội
	Ecotourism           // du lịch sinh thái
	Environment          // vệ sinh môi trường nông thôn
)

var focuses = rule.NewEnum[Focus]("focus content", rule.Word{},
	rule.Word{Code: "production", Vi: "phát triển sản xuất", En: "production"},
	rule.Word{Code: "infrastructure", Vi: "hạ tầng kinh tế - xã hội nông thôn", En: "rural infrastructure"},
	rule.Word{Code: "ecotourism", Vi: "du lịch sinh thái, bản sắc văn hóa", En: "ecotourism and culture"},
	rule.Word{Code: "environment", Vi: "môi trường nông thôn sáng - xanh - sạch - đẹp, an toàn", En: "rural environment"},
)

// Activity is one piece of work of a month (hoạt động). Without a day it is
// planned for its month.
type Activity struct {
	ID      string       `json:"id" validate:"required,max=100"`
	Kind    ActivityKind `json:"kind,omitzero"`
	Content string       `json:"content" validate:"max=2000"`
	On      civil.Date   `json:"on,omitzero"`
	// After are the ids of the activities of this plan that come before it.
	After []string `json:"after,omitempty"`
	// Members are the ids of the team members whose task it is.
	Members []string `json:"members,omitempty"`
	Focus   []Focus  `json:"focus,omitempty"`
	Goals   []string `json:"goals,omitempty"` // ids of the goals of this plan that it serves
	// SelfDone marks work that the people do themselves (phần việc do Nhân dân tự thực hiện).
	SelfDone      bool           `json:"selfDone,omitempty"`
	Contributions []Contribution `json:"contributions,omitempty" validate:"dive"`
	// Weight is the activity's share in the progress of what holds it; only the weights of
	// one plan are compared.
	Weight rule.Number `json:"weight"`
	// Target is how many of the unit are to be done: 62 of "hộ". Without a target the
	// activity is one thing, done or not.
	Target rule.Number `json:"target"`
	Unit   string      `json:"unit,omitempty" validate:"max=100"`
	// Done is what was done by each day on which somebody counted, in the order of the days.
	Done []Achieved `json:"done,omitempty" validate:"dive"`
}

// Achieved is how much of an activity was done by a day, all of it since the beginning.
type Achieved struct {
	On    civil.Date  `json:"on,omitzero"`
	Count rule.Number `json:"count"` // in the unit of the target; without a target, 1 is done
	Ref   string      `json:"ref,omitempty" validate:"max=200"`
}

// DoneBy is the last count of the activity by a day; false where nobody counted by then,
// which is not zero.
func (a *Activity) DoneBy(d civil.Date) (Achieved, bool) {
	for i := len(a.Done) - 1; i >= 0; i-- {
		if on := a.Done[i].On; on.IsValid() && !on.After(d) && a.Done[i].Count.Known() {
			return a.Done[i], true
		}
	}
	return Achieved{}, false
}

// Aim is how many are to be done: the target, or one where none is given.
func (a *Activity) Aim() rule.Number {
	if a.Target.Known() {
		return a.Target
	}
	return rule.Int(1)
}

// complete is the first count that reached the aim.
func (a *Activity) complete() (Achieved, bool) {
	for _, d := range a.Done {
		if d.On.IsValid() && d.Count.Known() && d.Count.Cmp(a.Aim()) >= 0 {
			return d, true
		}
	}
	return Achieved{}, false
}

// ContributionKind is in what a contribution is made. The zero value is "not
// stated".
type ContributionKind uint8

// The kinds of contribution.
const (
	ContributionNotStated ContributionKind = iota
	Labor                                  // ngày công
	Material                               // hiện vật, vật liệu
	Money                                  // tiền
)

var contributionKinds = rule.NewEnum[ContributionKind]("kind of contribution", rule.Word{},
	rule.Word{Code: "labor", Vi: "ngày công", En: "labor"},
	rule.Word{Code: "material", Vi: "hiện vật", En: "material"},
	rule.Word{Code: "money", Vi: "tiền", En: "money"},
)

// ContributionStage is how far a contribution has come. The zero value is "not stated".
type ContributionStage uint8

// The stages.
const (
	StageNotStated ContributionStage = iota
	Promised                         // dự kiến, cam kết
	Received                         // đã nhận
)

var contributionStages = rule.NewEnum[ContributionStage]("stage of a contribution", rule.Word{},
	rule.Word{Code: "promised", Vi: "dự kiến", En: "promised"},
	rule.Word{Code: "received", Vi: "đã nhận", En: "received"},
)

// Contribution is what an organisation or a person gives (ủng hộ, đóng góp). It
// is not the State's budget. The same id means the same gift, wherever it appears,
// so that a gift named by several is counted once; promised and received, it appears once
// as each. A plan sets out what is promised; package plan/contribution adds up.
type Contribution struct {
	ID      string            `json:"id" validate:"required,max=100"`
	Kind    ContributionKind  `json:"kind,omitzero"`
	Stage   ContributionStage `json:"stage,omitzero"`
	Donor   string            `json:"donor,omitempty" validate:"max=200"`
	Through string            `json:"through,omitempty" validate:"max=200"` // who passed it on, where it is not the donor
	On      civil.Date        `json:"on,omitzero"`                          // the day of receipt, or the day promised
	Amount  rule.Number       `json:"amount"`                               // in the unit
	Unit    string            `json:"unit,omitempty" validate:"max=100"`    // "tấn xi măng", "công", "đồng"
	Value   rule.Number       `json:"value"`                                // in đồng, where it was valued
	// AtLeast says that amount and value are what is certain: "more than 135 days of work".
	AtLeast bool `json:"atLeast,omitempty"`
}

// Agrees reports whether two entries can speak of one gift: where both say something of it
// they say the same.
func (c *Contribution) Agrees(o *Contribution) bool {
	text := func(a, b string) bool { return a == "" || b == "" || rule.Normal(a) == rule.Normal(b) }
	number := func(a, b rule.Number) bool { return !a.Known() || !b.Known() || a.Equal(b) }
	return (c.Kind == 0 || o.Kind == 0 || c.Kind == o.Kind) && text(c.Donor, o.Donor) && text(c.Through, o.Through) && text(c.Unit, o.Unit) &&
		number(c.Amount, o.Amount) && number(c.Value, o.Value) && c.AtLeast == o.AtLeast && (c.On.IsZero() || o.On.IsZero() || c.On == o.On)
}

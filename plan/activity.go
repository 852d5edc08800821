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
	// Members are the ids of the team members whose task it is.
	Members []string `json:"members,omitempty"`
	Focus   []Focus  `json:"focus,omitempty"`
	Goals   []string `json:"goals,omitempty"` // ids of the goals of this plan that it serves
	// SelfDone marks work that the people do themselves (phần việc do Nhân dân tự thực hiện).
	SelfDone      bool           `json:"selfDone,omitempty"`
	Contributions []Contribution `json:"contributions,omitempty" validate:"dive"`
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

// Contribution is what an organisation or a person gives (ủng hộ, đóng góp). It
// is not the State's budget. The same id means the same gift, wherever it appears,
// so that a gift named by several is counted once.
type Contribution struct {
	ID     string           `json:"id" validate:"required,max=100"`
	Kind   ContributionKind `json:"kind,omitzero"`
	Donor  string           `json:"donor,omitempty" validate:"max=200"`
	Amount rule.Number      `json:"amount"`                            // in the unit
	Unit   string           `json:"unit,omitempty" validate:"max=100"` // "tấn xi măng", "công", "đồng"
	Value  rule.Number      `json:"value"`                             // in đồng, where it was valued
}

// same reports whether two entries speak of one gift in the same words.
func (c *Contribution) same(o *Contribution) bool {
	return c.Kind == o.Kind && c.Donor == o.Donor && c.Unit == o.Unit && c.Amount.Equal(o.Amount) && c.Value.Equal(o.Value)
}

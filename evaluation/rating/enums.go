package rating

import "github.com/giupxa/giupxa/criteria/rule"

// Personnel is whom a rating is about: it decides, with the year and the authority, which
// law applies. The zero value is "not stated".
type Personnel uint8

// The kinds.
const (
	_                      Personnel = iota
	Cadre                            // cán bộ: elected, approved or appointed for a term
	CivilServant                     // công chức
	PublicEmployee                   // viên chức
	StateEnterpriseManager           // người quản lý doanh nghiệp nhà nước, người đại diện phần vốn nhà nước, kiểm soát viên
	CompanyManager                   // người quản lý doanh nghiệp khác
	BankManager                      // người quản lý ngân hàng thương mại
	ArmedForces                      // người thuộc lực lượng vũ trang
	LeadershipBody                   // tập thể lãnh đạo, quản lý
	PublicUnit                       // đơn vị sự nghiệp công lập
	StateAgency                      // cơ quan hành chính nhà nước
)

var personnels = rule.NewEnum[Personnel]("kind of personnel", rule.Word{},
	rule.Word{Code: "cadre", Vi: "cán bộ", En: "cadre"},
	rule.Word{Code: "civil-servant", Vi: "công chức", En: "civil servant"},
	rule.Word{Code: "public-employee", Vi: "viên chức", En: "public employee"},
	rule.Word{Code: "state-enterprise-manager", Vi: "người quản lý doanh nghiệp nhà nước", En: "manager of a state enterprise"},
	rule.Word{Code: "company-manager", Vi: "người quản lý doanh nghiệp khác", En: "manager of another company"},
	rule.Word{Code: "bank-manager", Vi: "người quản lý ngân hàng thương mại", En: "manager of a commercial bank"},
	rule.Word{Code: "armed-forces", Vi: "người thuộc lực lượng vũ trang", En: "member of the armed forces"},
	rule.Word{Code: "leadership-body", Vi: "tập thể lãnh đạo, quản lý", En: "leadership body"},
	rule.Word{Code: "public-unit", Vi: "đơn vị sự nghiệp công lập", En: "public unit"},
	rule.Word{Code: "state-agency", Vi: "cơ quan hành chính nhà nước", En: "state administrative agency"},
)

// Authority is who rates. The zero value is "not stated".
type Authority uint8

// The authorities.
const (
	_          Authority = iota
	ByProvince           // a body or unit of the province
	ByCentral            // a central body: a branch of the State Bank rates its own civil servants
	ByParty              // a Party committee or organisation
	ByOwner              // the body that represents the owner of the State's capital, or the members' council
)

var authorities = rule.NewEnum[Authority]("rating authority", rule.Word{},
	rule.Word{Code: "province", Vi: "cơ quan, đơn vị của tỉnh", En: "a body of the province"},
	rule.Word{Code: "central", Vi: "cơ quan trung ương", En: "a central body"},
	rule.Word{Code: "party", Vi: "cấp ủy, tổ chức đảng", En: "a Party organisation"},
	rule.Word{Code: "owner", Vi: "cơ quan đại diện chủ sở hữu hoặc hội đồng thành viên", En: "the owner's representative"},
)

// Post is what a person holds. The zero value is "not stated"; bodies and units have none.
type Post uint8

// The posts.
const (
	_      Post = iota
	Staff       // không giữ chức vụ lãnh đạo, quản lý
	Deputy      // cấp phó, or another manager who is not the head
	Head        // người đứng đầu
)

var posts = rule.NewEnum[Post]("post", rule.Word{},
	rule.Word{Code: "staff", Vi: "không giữ chức vụ lãnh đạo, quản lý", En: "no managing post"},
	rule.Word{Code: "deputy", Vi: "cấp phó", En: "deputy"},
	rule.Word{Code: "head", Vi: "người đứng đầu", En: "head"},
)

// YesNo is yes, no or not said.
type YesNo uint8

// The values. The zero value is "not said".
const (
	Unsaid YesNo = iota
	No
	Yes
)

var yesNos = rule.NewEnum[YesNo]("yes or no",
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "not known"},
	rule.Word{Code: "no", Vi: "không", En: "no"},
	rule.Word{Code: "yes", Vi: "có", En: "yes"},
)

// Who is whom of a regime a row is about. The zero value is everybody.
type Who uint8

// The groups.
const (
	Everybody Who = iota
	Managers      // heads and deputies
	NonManagers
)

var whos = rule.NewEnum[Who]("whom a row is about",
	rule.Word{Code: "everybody", Vi: "mọi đối tượng", En: "everybody"},
	rule.Word{Code: "managers", Vi: "người giữ chức vụ lãnh đạo, quản lý", En: "managers"},
	rule.Word{Code: "non-managers", Vi: "người không giữ chức vụ lãnh đạo, quản lý", En: "those without a managing post"},
)

// Op compares a share with a limit. The zero value is invalid.
type Op uint8

// The comparisons.
const (
	_       Op = iota
	AtLeast    // ≥
	Above      // >
	AtMost     // ≤
	Below      // <
)

var ops = rule.NewEnum[Op]("comparison", rule.Word{},
	rule.Word{Code: "at-least", Vi: "≥", En: "≥"},
	rule.Word{Code: "above", Vi: ">", En: ">"},
	rule.Word{Code: "at-most", Vi: "≤", En: "≤"},
	rule.Word{Code: "below", Vi: "<", En: "<"},
)

func (o Op) holds(c int) bool {
	switch o {
	case AtLeast:
		return c >= 0
	case Above:
		return c > 0
	case AtMost:
		return c <= 0
	default:
		return c < 0
	}
}

// LeaveReason is why somebody was absent. The zero value is "not stated".
type LeaveReason uint8

// The reasons.
const (
	_          LeaveReason = iota
	Maternity              // nghỉ thai sản
	Sick                   // nghỉ ốm
	Unpaid                 // nghỉ việc riêng không hưởng lương
	OtherLeave             // nghỉ không tham gia công tác theo quy định khác
)

var leaveReasons = rule.NewEnum[LeaveReason]("reason of absence", rule.Word{},
	rule.Word{Code: "maternity", Vi: "nghỉ thai sản", En: "maternity leave"},
	rule.Word{Code: "sick", Vi: "nghỉ ốm", En: "sick leave"},
	rule.Word{Code: "unpaid", Vi: "nghỉ việc riêng không hưởng lương", En: "unpaid leave"},
	rule.Word{Code: "other", Vi: "nghỉ khác theo quy định", En: "other leave"},
)

// Ground is for what somebody was disciplined. The zero value is "not stated".
type Ground uint8

// The grounds.
const (
	_            Ground = iota
	OfficialDuty        // vi phạm liên quan đến thực hiện nhiệm vụ, hoạt động công vụ
	Degeneration        // suy thoái về tư tưởng chính trị, đạo đức, lối sống
	OtherGround         // hành vi khác
)

var grounds = rule.NewEnum[Ground]("ground of discipline", rule.Word{},
	rule.Word{Code: "official-duty", Vi: "vi phạm liên quan đến thực hiện nhiệm vụ", En: "a breach of official duty"},
	rule.Word{Code: "degeneration", Vi: "suy thoái", En: "degeneration"},
	rule.Word{Code: "other", Vi: "hành vi khác", En: "another act"},
)

// StepKind is what a step of a rating is. The zero value is invalid.
type StepKind uint8

// The kinds of step.
const (
	_             StepKind = iota
	InBand                 // the level of the exact score
	OfLevel                // a further condition of a level
	Lowers                 // a rule that can only lower
	Service                // time worked and absence
	NotCounted             // an act that is not counted here
	HeadAndUnit            // the head against the unit
	OfFormula              // the score of a month or quarter
	OfMean                 // the score of the year from those of its months or quarters
	FailedQuarter          // a quarter that was Not completed
)

var stepKinds = rule.NewEnum[StepKind]("kind of step", rule.Word{},
	rule.Word{Code: "band", Vi: "khung điểm", En: "band"},
	rule.Word{Code: "condition", Vi: "điều kiện của mức xếp loại", En: "condition of a level"},
	rule.Word{Code: "lowers", Vi: "trường hợp hạ mức xếp loại", En: "lowers the level"},
	rule.Word{Code: "service", Vi: "thời gian làm việc", En: "time worked"},
	rule.Word{Code: "not-counted", Vi: "không tính", En: "not counted"},
	rule.Word{Code: "head", Vi: "người đứng đầu so với đơn vị", En: "the head against the unit"},
	rule.Word{Code: "formula", Vi: "điểm của tháng, quý", En: "score of a month or quarter"},
	rule.Word{Code: "mean", Vi: "điểm trung bình của năm", En: "mean of the year"},
	rule.Word{Code: "failed-quarter", Vi: "quý không hoàn thành nhiệm vụ", En: "a quarter Not completed"},
)

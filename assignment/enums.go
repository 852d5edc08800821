package assignment

import "github.com/giupxa/giupxa/criteria/rule"

// PersonnelKind is the legal class of a leader, on which the annual rating
// depends. The zero value is "not stated".
type PersonnelKind uint8

// The classes.
const (
	PersonnelNotStated PersonnelKind = iota
	Cadre                            // cán bộ
	CivilServant                     // công chức
	PublicEmployee                   // viên chức
	EnterpriseManager                // người quản lý doanh nghiệp, ngân hàng thương mại
	ArmedForces                      // lực lượng vũ trang
	OtherPersonnel                   // khác
)

var personnelKinds = rule.NewEnum[PersonnelKind]("personnel kind", rule.Word{},
	rule.Word{Code: "cadre", Vi: "cán bộ", En: "cadre"},
	rule.Word{Code: "civil-servant", Vi: "công chức", En: "civil servant"},
	rule.Word{Code: "public-employee", Vi: "viên chức", En: "public employee"},
	rule.Word{Code: "enterprise-manager", Vi: "người quản lý doanh nghiệp", En: "enterprise manager"},
	rule.Word{Code: "armed-forces", Vi: "lực lượng vũ trang", En: "armed forces"},
	rule.Word{Code: "other", Vi: "khác", En: "other"},
)

// Role is in what capacity the leader stands to the commune. The zero value is
// the helping of which the texts speak.
type Role uint8

// The roles.
const (
	Helper   Role = iota // giúp đỡ xã
	Sponsor              // đỡ đầu: backs the commune with help, is not in charge of it
	Overseer             // phụ trách, theo dõi: follows the commune for the province
)

var roles = rule.NewEnum[Role]("role",
	rule.Word{Code: "helper", Vi: "giúp đỡ xã", En: "helps the commune"},
	rule.Word{Code: "sponsor", Vi: "đỡ đầu", En: "sponsors the commune"},
	rule.Word{Code: "overseer", Vi: "phụ trách, theo dõi", En: "oversees the commune"},
)

// EndReason is why an assignment ended. The zero value is "not stated".
type EndReason uint8

// The reasons.
const (
	EndNotStated   EndReason = iota
	EndTerm                  // the period or term ended
	EndMoved                 // the leader was given another commune, or another post
	EndPerformance           // the leader was replaced for poor performance
	EndUnitMerged            // the commune was merged
	EndBodyCeased            // the leader's body ceased to exist
)

var endReasons = rule.NewEnum[EndReason]("reason of end", rule.Word{},
	rule.Word{Code: "term", Vi: "hết giai đoạn, nhiệm kỳ", En: "end of the period or term"},
	rule.Word{Code: "moved", Vi: "điều chỉnh, chuyển công tác", En: "moved"},
	rule.Word{Code: "performance", Vi: "không hoàn thành nhiệm vụ", En: "replaced for poor performance"},
	rule.Word{Code: "unit-merged", Vi: "sắp xếp đơn vị hành chính", En: "the unit was merged"},
	rule.Word{Code: "body-ceased", Vi: "cơ quan, đơn vị không còn", En: "the body ceased"},
)

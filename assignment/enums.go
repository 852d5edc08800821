package assignment

import "github.com/giupxa/giupxa/criteria/rule"

// PersonnelKind is the legal class of a leader, on which the annual rating
// hangs. The zero value is "not stated".
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

// String is the permanent code.
func (k PersonnelKind) String() string { return personnelKinds.Code(k) }

// In gives the words.
func (k PersonnelKind) In(l rule.Lang) string { return personnelKinds.In(k, l) }

// MarshalText writes the code.
func (k PersonnelKind) MarshalText() ([]byte, error) { return personnelKinds.Marshal(k) }

// UnmarshalText reads the code.
func (k *PersonnelKind) UnmarshalText(b []byte) error { return personnelKinds.Unmarshal(b, k) }

// ParsePersonnelKind reads the code of a personnel kind.
func ParsePersonnelKind(s string) (PersonnelKind, error) { return personnelKinds.Parse(s) }

// Role is in what capacity the leader stands to the commune. The zero value is
// the helping of the dispatch.
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

// String is the permanent code.
func (r Role) String() string { return roles.Code(r) }

// In gives the words.
func (r Role) In(l rule.Lang) string { return roles.In(r, l) }

// MarshalText writes the code.
func (r Role) MarshalText() ([]byte, error) { return roles.Marshal(r) }

// UnmarshalText reads the code.
func (r *Role) UnmarshalText(b []byte) error { return roles.Unmarshal(b, r) }

// ParseRole reads the code of a role.
func ParseRole(s string) (Role, error) { return roles.Parse(s) }

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

// String is the permanent code.
func (r EndReason) String() string { return endReasons.Code(r) }

// In gives the words.
func (r EndReason) In(l rule.Lang) string { return endReasons.In(r, l) }

// MarshalText writes the code.
func (r EndReason) MarshalText() ([]byte, error) { return endReasons.Marshal(r) }

// UnmarshalText reads the code.
func (r *EndReason) UnmarshalText(b []byte) error { return endReasons.Unmarshal(b, r) }

// ParseEndReason reads the code of a reason of end.
func ParseEndReason(s string) (EndReason, error) { return endReasons.Parse(s) }

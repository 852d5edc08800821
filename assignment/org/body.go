package org

import "github.com/giupxa/giupxa/criteria/rule"

// BodyID is the stable id of a body in a host's data: "so-noi-vu".
type BodyID string

// BodyKind is the kind of an organisation. The zero value is invalid.
type BodyKind uint8

// The kinds of body. An assigned leader may come from any of them.
const (
	_                  BodyKind = iota
	PeoplesCommittee            // Ủy ban nhân dân
	SteeringCommittee           // Ban Chỉ đạo
	CoordinationOffice          // Văn phòng Điều phối nông thôn mới
	Department                  // sở, ban, ngành cấp tỉnh
	Division                    // phòng, ban chuyên môn
	CentralAgency               // cơ quan trung ương đóng tại tỉnh
	PartyBody                   // cấp ủy, cơ quan Đảng
	MassOrganization            // đoàn thể
	Front                       // Mặt trận Tổ quốc
	ArmedForce                  // lực lượng vũ trang
	Enterprise                  // doanh nghiệp
	Bank                        // ngân hàng
	PressUnit                   // cơ quan báo chí
	OtherBody                   // đơn vị khác
)

var bodyKinds = rule.NewEnum[BodyKind]("kind of body", rule.Word{},
	rule.Word{Code: "peoples-committee", Vi: "Ủy ban nhân dân", En: "People's Committee"},
	rule.Word{Code: "steering-committee", Vi: "Ban Chỉ đạo", En: "Steering Committee"},
	rule.Word{Code: "coordination-office", Vi: "Văn phòng Điều phối", En: "Coordination Office"},
	rule.Word{Code: "department", Vi: "sở, ban, ngành", En: "department"},
	rule.Word{Code: "division", Vi: "phòng, ban chuyên môn", En: "specialized division"},
	rule.Word{Code: "central-agency", Vi: "cơ quan trung ương tại tỉnh", En: "central agency in the province"},
	rule.Word{Code: "party-body", Vi: "cơ quan Đảng", En: "Party body"},
	rule.Word{Code: "mass-organization", Vi: "đoàn thể", En: "mass organization"},
	rule.Word{Code: "front", Vi: "Mặt trận Tổ quốc", En: "Fatherland Front"},
	rule.Word{Code: "armed-force", Vi: "lực lượng vũ trang", En: "armed force"},
	rule.Word{Code: "enterprise", Vi: "doanh nghiệp", En: "enterprise"},
	rule.Word{Code: "bank", Vi: "ngân hàng", En: "bank"},
	rule.Word{Code: "press-unit", Vi: "cơ quan báo chí", En: "press unit"},
	rule.Word{Code: "other", Vi: "đơn vị khác", En: "other body"},
)

// String is the permanent code.
func (k BodyKind) String() string { return bodyKinds.Code(k) }

// In gives the words.
func (k BodyKind) In(l rule.Lang) string { return bodyKinds.In(k, l) }

// MarshalText writes the code.
func (k BodyKind) MarshalText() ([]byte, error) { return bodyKinds.Marshal(k) }

// UnmarshalText reads the code.
func (k *BodyKind) UnmarshalText(b []byte) error { return bodyKinds.Unmarshal(b, k) }

// ParseBodyKind reads the code of a kind of body.
func ParseBodyKind(s string) (BodyKind, error) { return bodyKinds.Parse(s) }

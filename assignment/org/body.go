package org

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

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

// Field is a field of a body's work (lĩnh vực): "poverty". A host may add its own.
type Field string

// The fields for which the mergers of 2025 matter here.
const (
	FieldNewRural           Field = "new-rural"           // nông thôn mới, nông nghiệp
	FieldPoverty            Field = "poverty"             // giảm nghèo
	FieldLabour             Field = "labour"              // lao động, việc làm, người có công
	FieldSocialProtection   Field = "social-protection"   // bảo trợ xã hội, trẻ em
	FieldVocationalTraining Field = "vocational-training" // giáo dục nghề nghiệp
)

// Body is an organization (cơ quan, đơn vị): a department, a steering committee,
// an enterprise. A body whose Class is set stands for all bodies of a class, "the
// bodies in charge of a criterion".
type Body struct {
	ID    BodyID    `json:"id" validate:"required,max=100"`
	Kind  BodyKind  `json:"kind" validate:"required"`
	Level Level     `json:"level,omitzero"`
	Class bool      `json:"class,omitempty"`
	Span  rule.Span `json:"span,omitzero"` // on which days it exists
	// Names are its names by date, at least one.
	Names []Name `json:"names" validate:"required,dive"`
	// Classes are the classes to which it may belong besides what it does by name.
	Classes []BodyID `json:"classes,omitempty"`
	// Heirs say who took over what when it ceased.
	Heirs []Heir `json:"heirs,omitempty" validate:"dive"`
	// Confidence is how well the span is known. Source says so where there is one.
	Confidence rule.Confidence `json:"confidence"`
	Source     rule.Source     `json:"source,omitzero"`
}

// Name is a name on the days of a span.
type Name struct {
	Text rule.Text `json:"text"`
	Span rule.Span `json:"span,omitzero"`
}

// Heir is the body that took over one field of a body that ceased; an empty
// Field means all that no other heir took.
type Heir struct {
	Field      Field           `json:"field,omitempty" validate:"max=100"`
	To         BodyID          `json:"to" validate:"required,max=100"`
	Confidence rule.Confidence `json:"confidence"`
	Source     rule.Source     `json:"source,omitzero"`
}

// Clone shares no list with the body.
func (b Body) Clone() Body {
	b.Names, b.Classes, b.Heirs = slices.Clone(b.Names), slices.Clone(b.Classes), slices.Clone(b.Heirs)
	return b
}

// Exists reports whether the body exists on a day; on a date that is no day none does.
func (b Body) Exists(on civil.Date) bool { return rule.IsDay(on) && b.Span.Contains(on) }

// Name is the name of the body on a day; on a day without one it is the last
// name given, so that a body that ceased can still be named.
func (b Body) Name(on civil.Date) rule.Text {
	for _, n := range b.Names {
		if n.Span.Contains(on) {
			return n.Text
		}
	}
	if len(b.Names) == 0 {
		return rule.Text{Vi: string(b.ID), En: string(b.ID)}
	}
	return b.Names[len(b.Names)-1].Text
}

// Heir is who took over a field; false where nobody is known to have.
func (b Body) Heir(f Field) (Heir, bool) {
	for _, h := range b.Heirs {
		if h.Field == f {
			return h, true
		}
	}
	for _, h := range b.Heirs {
		if h.Field == "" {
			return h, true
		}
	}
	return Heir{}, false
}

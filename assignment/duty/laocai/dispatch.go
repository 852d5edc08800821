package laocai

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// dispatch is the 2021 dispatch of the provincial People's Committee on
// strengthening the help given to communes. The copy at hand has neither number
// nor day, so none is stated.
var dispatch = rule.Source{Kind: rule.Dispatch, Year: 2021, Issuer: "UBND tỉnh Lào Cai"}

// at is a place of the dispatch: "mục 1, gạch đầu dòng 4".
func at(where string) rule.Source { return dispatch.At(where) }

// Basis is the dispatch as the text on which a rulebook rests. The day of the dispatch is
// not known; it sets a date before 10/8/2021, so it is known to bind from that day.
// A host that knows the day says so with [duty.Basis.From].
func Basis() duty.Basis { return basis }

var basis = duty.MustBasis(duty.BasisParts{
	ID: "lao-cai-2021", Version: "1", Source: dispatch, Provisions: provisions(), KnownFrom: rule.Day(2021, 8, 10),
	Period: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2025, 12, 31)},
})

// provisions are the passages of the catalogue.
func provisions() map[rule.DutyID]rule.Source {
	all := make(map[rule.DutyID]rule.Source, len(catalogue))
	for _, d := range catalogue {
		all[d.ID] = d.Source
	}
	return all
}

// The bodies that the dispatch names, under the ids that this module's own
// tables use. A host that keeps other ids maps them.
const (
	ProvinceCommittee  org.BodyID = "ubnd-tinh"        // Ủy ban nhân dân tỉnh
	ProvinceSteering   org.BodyID = "bcd-tinh"         // Ban Chỉ đạo tỉnh
	CoordinationOffice org.BodyID = "vp-dieu-phoi-ntm" // Văn phòng Điều phối nông thôn mới tỉnh
	HomeAffairs        org.BodyID = "so-noi-vu"        // Sở Nội vụ
	Labour             org.BodyID = "so-ldtbxh"        // Sở Lao động - Thương binh và Xã hội
	Agriculture        org.BodyID = "so-nnptnt"        // Sở Nông nghiệp và Phát triển nông thôn
	DistrictCommittee  org.BodyID = "ubnd-huyen"       // Ủy ban nhân dân cấp huyện
	DistrictSteering   org.BodyID = "bcd-huyen"        // Ban Chỉ đạo cấp huyện
	CommuneCommittee   org.BodyID = "ubnd-xa"          // Ủy ban nhân dân cấp xã
	CommuneSteering    org.BodyID = "bcd-xa"           // Ban Chỉ đạo cấp xã
)

package poverty

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const standardFormat = "giupxa.poverty-standard/1"

// Standard is a multidimensional poverty standard (chuẩn nghèo đa chiều): plain
// data that a jurist can read. A province with a higher standard of its own makes
// a timeline of such values for [Review.Standards].
type Standard struct {
	ID     string      `json:"id" validate:"max=64"` // the text that set it: "07/2021/NĐ-CP"
	Source rule.Source `json:"source"`
	// Policy is the income that alone makes a household poor; not given where the
	// standard has none.
	Policy Line `json:"policy"`
	// Income is the line within which a household is poor or near-poor.
	Income Line `json:"income"`
	// Average is the upper line of average living.
	Average Line `json:"average"`
	// Score is the limit of the survey score B1 that stands in for the income.
	Score Line `json:"score"`
	// Deprivations is the count from which a household within the income line is poor.
	Deprivations int `json:"deprivations" validate:"min=0,max=200"`
	// Count is how many indicators the standard has, and Listed how well it is known
	// that the list below is that list.
	Count      int             `json:"count" validate:"min=0,max=200"`
	Listed     rule.Confidence `json:"listed"`
	Indicators []Indicator     `json:"indicators" validate:"max=200,dive"`
}

// Line is an upper limit for rural and one for urban households, itself included:
// VND per person per month, or points of the survey. A number not given is not known,
// or there is none.
type Line struct {
	Rural      rule.Number     `json:"rural"`
	Urban      rule.Number     `json:"urban"`
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
}

// In picks the limit of a residence; without one it is not given.
func (l Line) In(r Residence) rule.Number {
	switch r {
	case Rural:
		return l.Rural
	case Urban:
		return l.Urban
	default:
		return rule.Number{}
	}
}

func (l Line) given() bool { return l.Rural.Known() || l.Urban.Known() }

// Deprivation is the code of an indicator of deprivation (chỉ số thiếu hụt).
type Deprivation string

// The deprivations of the national standards. What makes a household deprived of
// one differs between standards ([Indicator.Deprived]) and is judged by the surveyor.
const (
	Job              Deprivation = "job"               // việc làm
	Dependants       Deprivation = "dependants"        // người phụ thuộc trong hộ
	Nutrition        Deprivation = "nutrition"         // dinh dưỡng
	HealthCare       Deprivation = "health-care"       // tiếp cận dịch vụ y tế
	HealthInsurance  Deprivation = "health-insurance"  // bảo hiểm y tế
	AdultEducation   Deprivation = "adult-education"   // trình độ giáo dục của người lớn
	SchoolAttendance Deprivation = "school-attendance" // tình trạng đi học của trẻ em
	HousingQuality   Deprivation = "housing-quality"   // chất lượng nhà ở
	HousingArea      Deprivation = "housing-area"      // diện tích nhà ở bình quân đầu người
	Water            Deprivation = "water"             // nguồn nước sinh hoạt
	Toilet           Deprivation = "toilet"            // nhà tiêu hợp vệ sinh
	Waste            Deprivation = "waste"             // xử lý rác thải
	Telecom          Deprivation = "telecom"           // sử dụng dịch vụ viễn thông
	InformationMeans Deprivation = "information-means" // phương tiện phục vụ tiếp cận thông tin
)

// Indicator is one row of a standard's list of deprivations.
type Indicator struct {
	ID        Deprivation `json:"id" validate:"required,max=64"`
	Dimension Dimension   `json:"dimension"`
	Name      rule.Text   `json:"name"`
	// Deprived is the test: which household the survey counts as deprived of it. Not given
	// where the test was not read.
	Deprived rule.Text `json:"deprived,omitzero"`
	// Source and Confidence say how well it is known that the standard has it.
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
}

// Clone is a standard of its own: changing its list changes no other.
func (s Standard) Clone() Standard {
	s.Indicators = slices.Clone(s.Indicators)
	return s
}

// UnmarshalJSON reads a standard and reports all its faults of form at once.
func (s *Standard) UnmarshalJSON(data []byte) error {
	type plain Standard
	return form.Decode(data, standardFormat, (*plain)(s))
}

// MarshalJSON writes the standard with its format version.
func (s Standard) MarshalJSON() ([]byte, error) {
	type plain Standard
	return form.Encode(standardFormat, plain(s))
}

// faults finds what a standard contradicts, each at its place.
func (s Standard) faults() rule.Findings {
	var found rule.Findings
	fault := func(at rule.Path, vi, en string) {
		found = append(found, table.Broken(ErrStandards, at, rule.A("why", rule.Text{Vi: vi, En: en})))
	}
	if s.ID == "" {
		fault("id", "thiếu tên chuẩn", "the id is missing")
	}
	for _, l := range []struct {
		at rule.Path
		Line
	}{{"policy", s.Policy}, {"income", s.Income}, {"average", s.Average}, {"score", s.Score}} {
		if l.Rural.Sign() < 0 || l.Urban.Sign() < 0 {
			fault(l.at, "mức nhỏ hơn 0", "a line below 0")
		}
		if l.given() && l.Confidence.Confirmed() && l.Source.IsZero() {
			fault(l.at.Key("source"), "mức đã xác nhận mà không có nguồn", "a confirmed line without a source")
		}
	}
	if s.Count > 0 && len(s.Indicators) > s.Count {
		fault("indicators", "danh mục dài hơn số chỉ số", "the list is longer than the number of indicators")
	}
	if s.Count > 0 && s.Deprivations > s.Count {
		fault("deprivations", "đòi nhiều thiếu hụt hơn số chỉ số", "more deprivations are asked than there are indicators")
	}
	seen := map[Deprivation]bool{}
	for i, d := range s.Indicators {
		if seen[d.ID] {
			fault(rule.Path("indicators").Index(i).Key("id"), "chỉ số ghi hai lần", "the indicator appears more than once")
		}
		seen[d.ID] = true
	}
	return found
}

// InForce gives the national standard of a day, the days on which that row holds
// and the text that applies it. Before 2016 and after 2030 no standard is held:
// the error is [rule.ErrGap]. A date that does not exist is [rule.ErrNotADay].
func InForce(day civil.Date) (rule.Dated[Standard], error) { return national.On(day) }

// Timeline gives all rows of the national standards in order.
func Timeline() []rule.Dated[Standard] { return national.Rows() }

package area

import (
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// nd272 is the decree. Its Articles 4 to 8 were read word for word in the procedures that
// provinces published after it, with the same text in four of them.
var (
	nd272 = rule.Source{Kind: rule.Decree, Number: "272/2025/NĐ-CP", Date: rule.Day(2025, 10, 16),
		Page: "https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Quyet-dinh-2708-QD-UBND-2025-cong-bo-thu-tuc-hanh-chinh-Cong-tac-dan-toc-So-Dan-toc-Quang-Tri-681564.aspx"}
	nd272Village = paged("https://vietnamnet.vn/nhung-diem-moi-trong-nghi-dinh-ve-chinh-sach-dan-toc-thieu-so-2453972.html")
)

func paged(address string) rule.Source {
	s := nd272
	s.Page = address
	return s
}

// Test compares a fact with a bound.
type Test struct {
	Fact     string   `json:"fact"` // the member of the record: "electricity"
	Relation Relation `json:"relation"`
	// Bound is in percent, or in the unit of the fact; of a national average, a multiple of it.
	// Mekong is the bound for the Mekong Delta where it has its own.
	Bound    rule.Fraction `json:"bound"`
	Mekong   rule.Fraction `json:"mekong"`
	National string        `json:"national,omitempty"` // "national.poverty"
}

// Condition is one condition of a commune or a village; it holds where one of its tests does.
type Condition struct {
	No         int             `json:"no"`
	Name       rule.Text       `json:"name"`
	Tests      []Test          `json:"tests"`
	Source     rule.Source     `json:"source"`
	Confidence rule.Confidence `json:"confidence"`
}

func number(text string) rule.Fraction { return rule.MustNumber(text).Fraction() }

func test(fact string, is Relation, bound string) Test {
	return Test{Fact: fact, Relation: is, Bound: number(bound)}
}

// twoThirds is the test that two thirds or more are so.
func twoThirds(fact string) Test {
	return Test{Fact: fact, Relation: AtLeast, Bound: rule.Ratio(200, 3)}
}

// times is the test that the poverty rate is so many times the national one, or more.
func times(bound, mekong string) Test {
	return Test{Fact: "poverty", Relation: AtLeast, Bound: number(bound), Mekong: number(mekong), National: "national.poverty"}
}

func condition(no int, from rule.Source, c rule.Confidence, vi, en string, tests ...Test) Condition {
	return Condition{No: no, Name: rule.Text{Vi: vi, En: en}, Tests: tests, Source: from, Confidence: c}
}

// twelve is the conditions of a commune, Điều 8 khoản 2.
var twelve = func() []Condition {
	from := nd272.At("Điều 8, khoản 2")
	row := func(no int, vi, en string, tests ...Test) Condition {
		return condition(no, from, rule.Read, vi, en, tests...)
	}
	return []Condition{
		row(1, "Thu nhập bình quân đầu người thấp hơn 50% so với cả nước", "Income per head lower than 50 % of that of the country",
			Test{Fact: "income", Relation: Below, Bound: number("0.5"), National: "national.income"}),
		row(2, "Tỷ lệ nghèo đa chiều từ 2,0 lần trở lên so với cả nước (đồng bằng sông Cửu Long từ 1,5 lần)", "Multidimensional poverty 2.0 times that of the country or more (Mekong Delta 1.5)",
			times("2.0", "1.5")),
		row(3, "Tỷ lệ hộ có hợp đồng mua bán điện dưới 95%", "Fewer than 95 % of the households have an electricity contract",
			test("electricity", Below, "95")),
		row(4, "Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn dưới 30%", "Fewer than 30 % of the households have clean water of the standard",
			test("cleanWater", Below, "30")),
		row(5, "Dưới 80% đường xã được nhựa hóa hoặc bê tông hóa, hoặc trên 50% xuống cấp nghiêm trọng", "Less than 80 % of the commune roads are paved, or more than 50 % are badly degraded",
			test("roads", Below, "80"), test("roadsDegraded", Above, "50")),
		row(6, "Y tế xã chưa đạt chuẩn theo bộ tiêu chí quốc gia giai đoạn đến năm 2030", "The commune does not meet the national health criteria to 2030",
			Test{Fact: "health", Relation: Fails}),
		row(7, "Tỷ lệ trường đạt tiêu chuẩn cơ sở vật chất mức độ 1 dưới 50%", "Fewer than 50 % of the schools have facilities of level 1",
			test("schools", Below, "50")),
		row(8, "Trường phổ thông dân tộc nội trú đáp ứng dưới 80%, bán trú đáp ứng dưới 60%", "Boarding schools for ethnic minorities meet less than 80 % of the need, semi-boarding schools less than 60 %",
			test("boarding", Below, "80"), test("semiBoarding", Below, "60")),
		row(9, "Tỷ lệ đất sản xuất nông nghiệp được tưới, tiêu nước chủ động dưới 50%", "Less than 50 % of the farmland is watered and drained at will",
			test("irrigation", Below, "50")),
		row(10, "Chưa có Trung tâm Văn hóa - Thể thao cấp xã, hoặc chưa đạt chuẩn", "No centre of culture and sports, or one below its standard",
			Test{Fact: "culture", Relation: Fails}),
		row(11, "Tỷ lệ thôn có internet di động hoặc băng rộng cố định dưới 95%", "Fewer than 95 % of the villages have mobile or fixed broadband internet",
			test("internet", Below, "95")),
		row(12, "Tỷ lệ hộ có nhà tiêu hợp vệ sinh dưới 50%", "Fewer than 50 % of the households have a hygienic toilet",
			test("toilets", Below, "50")),
	}
}()

// three is the conditions of a village that is especially difficult, of which two must hold.
var three = []Condition{
	condition(1, nd272, rule.Read, "Tỷ lệ nghèo đa chiều từ 4,0 lần trở lên so với cả nước (đồng bằng sông Cửu Long từ 2,0 lần)", "Multidimensional poverty 4.0 times that of the country or more (Mekong Delta 2.0)",
		times("4.0", "2.0")),
	condition(2, nd272, rule.Read, "Dưới 60% đường thôn và đường liên thôn được cứng hóa", "Less than 60 % of the village roads are hardened",
		test("roads", Below, "60")),
	condition(3, nd272, rule.Read, "Tỷ lệ hộ có hợp đồng mua bán điện dưới 90%", "Fewer than 90 % of the households have an electricity contract",
		test("electricity", Below, "90")),
}

// Belonging to the region.
var (
	ethnicCommune = condition(0, nd272, rule.Read, "Xã vùng đồng bào dân tộc thiểu số", "A commune of ethnic minorities",
		test("ethnic", AtLeast, "15"), test("ethnicPeople", AtLeast, "4500"))
	highCommune = condition(0, nd272, rule.Read, "Xã miền núi", "A mountainous commune",
		twoThirds("high"))
	ethnicVillage = condition(0, nd272Village, rule.Secondary, "Thôn vùng đồng bào dân tộc thiểu số", "A village of ethnic minorities",
		test("ethnic", AtLeast, "15"))
	highVillage = condition(0, nd272, rule.Read, "Thôn miền núi", "A mountainous village",
		twoThirds("high"), twoThirds("steep"))
)

// Conditions lists the twelve conditions of a commune.
func Conditions() []Condition { return clone(twelve) }

// VillageConditions lists the three conditions of an especially difficult village.
func VillageConditions() []Condition { return clone(three) }

func clone(list []Condition) []Condition {
	list = slices.Clone(list)
	for i := range list {
		list[i].Tests = slices.Clone(list[i].Tests)
	}
	return list
}

// Step is a step of the procedure and its term in working days.
type Step struct {
	By         rule.Text       `json:"by"`
	Days       int             `json:"days"`
	Source     rule.Source     `json:"source"`
	Confidence rule.Confidence `json:"confidence"`
}

// Steps lists the terms of the procedure. That of the commune runs from the day on which it
// receives the instruction; from when the others run was not read.
func Steps() []Step {
	return []Step{
		{rule.Text{Vi: "Ủy ban nhân dân xã", En: "People's Committee of the commune"}, 25, nd272, rule.Read},
		{rule.Text{Vi: "Ủy ban nhân dân tỉnh", En: "People's Committee of the province"}, 45, nd272, rule.Read},
		{rule.Text{Vi: "Bộ Dân tộc và Tôn giáo", En: "Ministry of Ethnic and Religious Affairs"}, 15, nd272, rule.Read},
	}
}

// Relation is how a fact must stand to a bound.
type Relation uint8

// The relations. The zero value is invalid.
const (
	_       Relation = iota
	Below            // dưới
	AtMost           // từ … trở xuống
	AtLeast          // từ … trở lên
	Above            // trên
	Fails            // chưa đạt
)

var relations = rule.NewEnum[Relation]("relation", rule.Word{},
	rule.Word{Code: "below", Vi: "dưới", En: "below"},
	rule.Word{Code: "at-most", Vi: "từ trở xuống", En: "at most"},
	rule.Word{Code: "at-least", Vi: "từ trở lên", En: "at least"},
	rule.Word{Code: "above", Vi: "trên", En: "above"},
	rule.Word{Code: "fails", Vi: "chưa đạt", En: "not met"},
)

// holds compares a fact that is not "none" with a limit.
func (r Relation) holds(v value, limit rule.Fraction) criteria.Verdict {
	if r == Fails {
		switch v.verdict {
		case criteria.Met:
			return criteria.NotMet
		case criteria.NotMet:
			return criteria.Met
		}
		return criteria.Unknown
	}
	if !v.number.Known() || !limit.Known() {
		return criteria.Unknown
	}
	c := v.number.Cmp(limit)
	if r == Below && c < 0 || r == AtMost && c <= 0 || r == AtLeast && c >= 0 || r == Above && c > 0 {
		return criteria.Met
	}
	return criteria.NotMet
}

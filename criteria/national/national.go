package national

import (
	"slices"
	"strings"
	"sync"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The sets held here. An id is permanent; the version of the data is the set's
// edition.
const (
	ID1980  = "1980/QĐ-TTg"    // xã nông thôn mới 2016–2020
	ID318I  = "318/QĐ-TTg/I"   // xã nông thôn mới 2021–2025: annex I, with 211/QĐ-TTg
	ID318II = "318/QĐ-TTg/II"  // xã nông thôn mới nâng cao 2021–2025: annex II, with 211/QĐ-TTg
	ID319   = "319/QĐ-TTg"     // xã nông thôn mới kiểu mẫu 2021–2025
	ID51    = "51/2025/QĐ-TTg" // xã nông thôn mới 2026–2030
)

// version is the day of the data.
const version = "2026-11-28"

// ErrNotHeld says that no set of that id is held. Where the id is that of a known
// set that could not be obtained, the error says which it is.
var ErrNotHeld = rule.NewMisuse(nil, rule.Text{Vi: "thư viện không có bộ tiêu chí này", En: "the set is not held"})

// Reach is how far the sets reach in time, where the decisions leave it open.
// The zero value takes the default of every Reading; the functions of the package
// go by it.
type Reach struct {
	// NoSetIn2021 lets 1980/QĐ-TTg end with 2020, the last year of its title. The
	// default is that it serves until 318/QĐ-TTg came into force.
	NoSetIn2021 bool
	// NoFloorIn2021 leaves the income for 2021 unknown. The default is that the
	// floor printed for 2020, the last one, serves 2021 too.
	NoFloorIn2021 bool
	// EndWith2025 lets 318/QĐ-TTg and 319/QĐ-TTg end with 2025, the last year of
	// their titles. The default is that they serve until 51/2025/QĐ-TTg came into force.
	EndWith2025 bool
}

// entry is one set: its table, and the set made of it once, at its first use.
type entry struct {
	id    string
	table func(Reach) criteria.Table
	set   func() criteria.Set
}

func keep(id string, table func(Reach) criteria.Table) entry {
	return entry{id, table, sync.OnceValue(func() criteria.Set { return criteria.MustSet(table(Reach{})) })}
}

var entries = [...]entry{
	keep(ID1980, Reach.table1980),
	keep(ID318I, Reach.table318I),
	keep(ID318II, Reach.table318II),
	keep(ID319, Reach.table319),
	keep(ID51, Reach.table51),
}

// InForce gives the set that serves a standard on a day of assessment, by the
// default readings: see [Reach.InForce].
func InForce(s criteria.Standard, on civil.Date) (criteria.Set, error) { return Reach{}.InForce(s, on) }

// ByID gives a set by its id, whether or not it still serves: see [Reach.ByID].
func ByID(id string) (criteria.Set, error) { return Reach{}.ByID(id) }

// All lists the sets in the order of their decisions.
func All() []criteria.Set {
	sets := make([]criteria.Set, len(entries))
	for i, e := range entries {
		sets[i] = e.set()
	}
	return sets
}

// InForce gives the set that serves a standard on a day of assessment. Where none
// does, or none is held, the error is [rule.ErrGap] and names the reason; of a day that does
// not exist it is [rule.ErrNotADay]. The nearest set is never taken instead. The dossier year
// is another matter: the set checks it when it assesses.
func (r Reach) InForce(s criteria.Standard, on civil.Date) (criteria.Set, error) {
	id, err := r.serving(s, on)
	if err != nil {
		return criteria.Set{}, err
	}
	return r.ByID(id)
}

// serving is the id of the set that serves.
func (r Reach) serving(s criteria.Standard, on civil.Date) (string, error) {
	if s == 0 {
		return "", rule.NewMisuse(rule.ErrGap, rule.Text{Vi: "hồ sơ không ghi mức chuẩn", En: "the dossier names no standard"})
	}
	if _, known := byDefault()[s]; !known {
		return "", rule.NewMisuse(rule.ErrGap, rule.Text{Vi: "không có bộ tiêu chí quốc gia cho mức «{standard}»", En: "no national set is for the standard {standard}"}, rule.A("standard", s))
	}
	if err := rule.CheckDay(on); err != nil {
		return "", rule.NewMisuse(err, rule.Text{Vi: "hỏi về mức {standard}", En: "asked for the standard {standard}"}, rule.A("standard", s))
	}
	found, err := r.timeline(s).On(on)
	if err != nil {
		return "", rule.NewMisuse(err, rule.Text{Vi: "hỏi về mức {standard}", En: "asked for the standard {standard}"}, rule.A("standard", s))
	}
	return found.Value, nil
}

// byDefault is the sets in time by the default readings, made once.
var byDefault = sync.OnceValue(func() map[criteria.Standard]rule.Timeline[string] {
	times := map[criteria.Standard]rule.Timeline[string]{}
	for _, s := range []criteria.Standard{criteria.Basic, criteria.Advanced, criteria.Model, criteria.Modern} {
		times[s] = rule.MustTimeline(Reach{}.standard(s)...)
	}
	return times
})

func (r Reach) timeline(s criteria.Standard) rule.Timeline[string] {
	if r == (Reach{}) {
		return byDefault()[s]
	}
	return rule.MustTimeline(r.standard(s)...)
}

// ByID gives a set by its id. A set whose time is over stays usable: a dossier that
// asks for it outside its days must give its reason ([criteria.Dossier].Override),
// and its assessment says so. An id that is not held is [ErrNotHeld].
func (r Reach) ByID(id string) (criteria.Set, error) {
	id = rule.Normal(id)
	i := slices.IndexFunc(entries[:], func(e entry) bool { return e.id == id })
	switch {
	case i < 0 && notHeld(id) != rule.Text{}:
		return criteria.Set{}, rule.NewMisuse(ErrNotHeld, rule.Text{Vi: "{id}, {what}", En: "{id}, {what}"}, rule.A("id", id), rule.A("what", notHeld(id)))
	case i < 0:
		list := strings.Join(ids(), ", ")
		return criteria.Set{}, rule.NewMisuse(ErrNotHeld, rule.Text{Vi: "«{id}»; hiện có {sets}", En: "\"{id}\"; held are {sets}"}, rule.A("id", id), rule.A("sets", rule.Text{Vi: list, En: list}))
	case r == Reach{}:
		return entries[i].set(), nil
	default:
		return criteria.NewSet(entries[i].table(r))
	}
}

func ids() []string {
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.id
	}
	return names
}

// notHeld says what a known set of the State is that could not be obtained.
func notHeld(id string) rule.Text {
	switch id {
	case "491/QĐ-TTg":
		return rule.Text{Vi: "bộ tiêu chí năm 2009, hết hiệu lực từ ngày 01/12/2016", En: "the set of 2009, repealed on 2016-12-01"}
	case "342/QĐ-TTg":
		return rule.Text{Vi: "văn bản năm 2013 sửa đổi bộ tiêu chí năm 2009, hết hiệu lực từ ngày 01/12/2016", En: "the amendment of 2013 to the set of 2009, repealed on 2016-12-01"}
	case "691/QĐ-TTg":
		return rule.Text{Vi: "tiêu chí xã nông thôn mới kiểu mẫu năm 2018", En: "the conditions of 2018 for a model commune"}
	case "51/2025/QĐ-TTg/II":
		return rule.Text{Vi: "khung thí điểm xã nông thôn mới hiện đại 2026–2030", En: "the pilot framework of modern communes 2026–2030"}
	default:
		return rule.Text{}
	}
}

// The days on which one set follows another.
var (
	start1980 = rule.Day(2016, 12, 1)
	start691  = rule.Day(2018, 6, 5)
	start318  = rule.Day(2022, 3, 8)
	start51   = rule.Day(2026, 2, 15)
)

// standard is the sets of one standard in time, with what is missing between them.
func (r Reach) standard(s criteria.Standard) []rule.Dated[string] {
	var rows []rule.Dated[string]
	serves := func(from, to civil.Date, id string, by document) {
		rows = append(rows, rule.Dated[string]{Span: rule.Span{From: from, To: to}, Value: id, Source: rule.Source(by)})
	}
	gap := func(from, to civil.Date, vi, en string) {
		rows = append(rows, rule.Dated[string]{Span: rule.Span{From: from, To: to}, Gap: rule.Text{Vi: vi, En: en}})
	}
	before318 := start318.AddDays(-1)
	switch s {
	case criteria.Basic:
		gap(rule.Day(2009, 4, 16), start1980.AddDays(-1),
			"bộ tiêu chí năm 2009 (491/QĐ-TTg, 342/QĐ-TTg) chưa có ở đây", "the set of 2009 (491/QĐ-TTg, 342/QĐ-TTg) is not held")
		if r.NoSetIn2021 {
			serves(start1980, rule.Day(2020, 12, 31), ID1980, qd1980)
			gap(rule.Day(2021, 1, 1), before318,
				"1980/QĐ-TTg hết với năm 2020, 318/QĐ-TTg có hiệu lực từ 08/3/2022", "1980/QĐ-TTg ended with 2020 and 318/QĐ-TTg came into force on 2022-03-08")
		} else {
			serves(start1980, before318, ID1980, qd1980)
		}
		r.from318(serves, gap, ID318I, qd318)
		serves(start51, civil.Date{}, ID51, qd51)
	case criteria.Advanced:
		gap(start1980, before318,
			"chưa có bộ tiêu chí nâng cao của trung ương; tỉnh có quy định riêng", "there was no national advanced set; provinces had their own")
		r.from318(serves, gap, ID318II, qd318)
		gap(start51, civil.Date{},
			"51/2025/QĐ-TTg không có chuẩn nâng cao", "51/2025/QĐ-TTg has no advanced standard")
	case criteria.Model:
		gap(start1980, start691.AddDays(-1), "chưa có chuẩn kiểu mẫu", "there was no model standard yet")
		gap(start691, before318, "quy định kiểu mẫu 691/QĐ-TTg chưa có ở đây", "the conditions of 691/QĐ-TTg are not held")
		r.from318(serves, gap, ID319, qd319)
		gap(start51, civil.Date{},
			"51/2025/QĐ-TTg không có chuẩn kiểu mẫu", "51/2025/QĐ-TTg has no model standard")
	case criteria.Modern:
		gap(start1980, start51.AddDays(-1), "chưa có chuẩn hiện đại", "there was no modern standard yet")
		gap(start51, civil.Date{},
			"khung thí điểm xã hiện đại (51/2025/QĐ-TTg, Phụ lục II) chưa có ở đây", "the pilot framework of annex II of 51/2025/QĐ-TTg was not obtained")
	}
	return rows
}

// from318 is the time of 318/QĐ-TTg and 319/QĐ-TTg.
func (r Reach) from318(
	serves func(from, to civil.Date, id string, by document), gap func(from, to civil.Date, vi, en string), id string, by document,
) {
	if !r.EndWith2025 {
		serves(start318, start51.AddDays(-1), id, by)
		return
	}
	serves(start318, rule.Day(2025, 12, 31), id, by)
	gap(rule.Day(2026, 1, 1), start51.AddDays(-1),
		"bộ tiêu chí 2021 - 2025 hết với năm 2025, 51/2025/QĐ-TTg có hiệu lực từ 15/02/2026", "the set of 2021–2025 ended with 2025 and 51/2025/QĐ-TTg came into force on 2026-02-15")
}

// span318 is that time as a span of the tables.
func (r Reach) span318() rule.Span {
	if r.EndWith2025 {
		return rule.Span{From: start318, To: rule.Day(2025, 12, 31)}
	}
	return rule.Span{From: start318, To: start51.AddDays(-1)}
}

// join strings the parts of an annex together.
func join(parts ...[]criteria.Criterion) []criteria.Criterion { return slices.Concat(parts...) }

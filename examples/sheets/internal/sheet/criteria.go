package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// words makes the list of an enumeration.
func words[T interface {
	In(rule.Lang) string
	fmt.Stringer
}](values ...T) []Choice {
	list := make([]Choice, len(values))
	for i, v := range values {
		list[i] = Choice{v.In(rule.Vi), v.String()}
	}
	return list
}

// The lists that many columns have.
var (
	yesOrNo = []Choice{{"có", true}, {"không", false}}
	verdict = []Choice{{"đạt", "pass"}, {"không đạt", "fail"}}
	exempt  = Choice{"không áp dụng", "n/a"}
)

const (
	writeDay   = "ngày"
	writeHour  = "ngày, giờ"
	writeList  = "mỗi dòng một mục"
	writeShare = "hoặc hai số đếm, ví dụ 132/1100"
)

// Criteria is the form of the readings of communes: a row a commune, a column for each key that
// the set reads.
func Criteria(set criteria.Set) *Form {
	t := set.Table()
	f := &Form{Kind: "criteria", Of: set.ID(), Sheet: "Chỉ tiêu", Key: "unit", Title: "Số liệu của các xã theo " + t.Name.Vi + " (" + t.Source.In(rule.Vi) + ")"}
	c := columnsOf{byKey: map[string]int{}, words: t.Words}
	for _, criterion := range t.Criteria {
		for _, i := range criterion.Indicators {
			c.indicator(i)
		}
	}
	f.Columns = []Column{
		{Code: "unit", Name: "Mã xã", How: "chữ, giữ số 0 ở đầu", Path: "unit", Needed: true, Note: "Mã đơn vị hành chính của xã, ví dụ 02743."},
		{Code: "unitName", Name: "Tên xã", Path: "unitName"},
		{Code: "asOf", Name: "Ngày đánh giá", How: writeDay, As: AsDay, Path: "asOf"},
		{Code: "year", Name: "Năm", How: "năm có mức phải đạt", As: AsWhole, Path: "year"},
		{Code: "stage", Name: "Bước xác nhận", As: AsChoice, Choices: words(criteria.Self, criteria.Verified, criteria.Appraised), Note: "Ai đã xác nhận các số liệu của dòng này; để trống nếu chưa rõ."},
		{Code: "region", Name: "Vùng", As: AsChoice, Choices: words(criteria.Regions()...), Path: "profile.region"},
	}
	if t.SpecialColumn != 0 {
		f.Columns = append(f.Columns, Column{Code: "special", Name: "Xã đặc biệt khó khăn, an toàn khu", As: AsChoice, Choices: yesOrNo, Path: "profile.special", Note: "Đã có quyết định công nhận xã đặc biệt khó khăn hoặc xã an toàn khu; để trống là không có quyết định nào."})
	}
	if len(t.Groups) > 0 {
		f.Columns = append(f.Columns, Column{Code: "group", Name: "Nhóm xã", As: AsChoice, Choices: words(criteria.Group1, criteria.Group2, criteria.Group3), Path: "profile.group"})
		for _, g := range t.Groups {
			c.walk(g.When, within{name: "đặc điểm của xã"})
		}
	}
	if c.area {
		f.Columns = append(f.Columns, Column{Code: "area", Name: "Khu vực (vùng dân tộc thiểu số và miền núi)", As: AsChoice, Choices: words(criteria.OutsideAreas, criteria.AreaI, criteria.AreaII, criteria.AreaIII), Path: "profile.area"})
	}
	if c.zone {
		f.Columns = append(f.Columns, Column{Code: "zone", Name: "Vùng của tỉnh", Path: "profile.zone"})
	}
	if len(c.poverty) > 0 {
		f.Columns = append(f.Columns, Column{Code: "poverty", Name: "Chuẩn nghèo", As: AsChoice, Choices: c.poverty, Note: "Chuẩn nghèo đã dùng để tính tỷ lệ nghèo của dòng này."})
	}
	f.Columns = append(f.Columns, c.list...)
	f.Path, f.Fixed = c.path, func(cell func(string) string) [][2]any {
		return append([][2]any{{"set", set.ID()}}, c.beside(cell)...)
	}
	f.Decode = decode[criteria.Dossier]
	assess := set.Assessor()
	var a criteria.Assessment
	f.Check = func(record any) error {
		d, _ := record.(criteria.Dossier)
		if err := assess(d, &a); err != nil {
			return err
		}
		return a.Findings().Err()
	}
	return f.Prepare()
}

// columnsOf gathers the readings that a set asks for.
type columnsOf struct {
	list     []Column
	byKey    map[string]int
	words    map[string]rule.Text
	measured map[string]bool // keys that are measured by a poverty standard
	poverty  []Choice
	area     bool
	zone     bool
}

// path is the place of a cell. Stage and poverty standard of a row have none of their own: they
// stand with each reading.
func (c *columnsOf) path(col *Column, cell func(string) string) (string, rule.Text) {
	if _, reads := c.byKey[col.Code]; reads && (cell("stage") != "" || c.measured[col.Code] && cell("poverty") != "") {
		return col.Path + ".value", rule.Text{}
	}
	return col.Path, rule.Text{}
}

// beside is what stands with the readings of a row.
func (c *columnsOf) beside(cell func(string) string) (fixed [][2]any) {
	stage, poverty := cell("stage"), cell("poverty")
	if stage == "" && poverty == "" {
		return nil
	}
	for _, col := range c.list {
		if cell(col.Code) == "" {
			continue
		}
		if stage != "" {
			fixed = append(fixed, [2]any{col.Path + ".stage", stage})
		}
		if poverty != "" && c.measured[col.Code] {
			fixed = append(fixed, [2]any{col.Path + ".poverty", poverty})
		}
	}
	return fixed
}

// within is where in a requirement a leaf stands.
type within struct {
	key, name, unit, note string
	exempt, measured      bool
}

// indicator adds the columns of one row of the set.
func (c *columnsOf) indicator(i criteria.Indicator) {
	note := i.Name.Vi
	if i.Span != (rule.Span{}) {
		note += " (" + i.Span.In(rule.Vi) + ")"
	}
	note += ".\nYêu cầu: " + i.Require.In(rule.Vi)
	if i.Unit != "" {
		note += " (" + i.Unit + ")"
	}
	if from := citations(i.Require, nil); len(from) > 0 {
		note += ".\nNguồn của yêu cầu: " + strings.Join(from, "; ")
	}
	note += "."
	if from := i.NameFrom.Source.In(rule.Vi); from != "" {
		note += "\nNguồn của tên chỉ tiêu: " + from + "."
	}
	if i.Note.Vi != "" {
		note += "\n" + i.Note.Vi
	}
	c.walk(i.Require, within{key: i.Code, name: i.Code + ". " + i.Name.Vi, unit: i.Unit, note: note, exempt: i.MayNotApply})
}

// citations are the documents that say what a requirement demands, and how well each is known.
func citations(r criteria.Requirement, list []string) []string {
	if c, cited := r.Citation(); cited {
		from := c.Source.In(rule.Vi)
		if c.Source.IsZero() {
			from = "chưa rõ nguồn"
		}
		if from += " (" + c.Confidence.In(rule.Vi) + ")"; !slices.Contains(list, from) {
			list = append(list, from)
		}
	}
	for _, p := range r.Parts() {
		list = citations(p, list)
	}
	return list
}

// walk adds what a requirement reads.
func (c *columnsOf) walk(r criteria.Requirement, in within) {
	parts := r.Parts()
	switch r.Op() {
	case "attr":
		key := "@" + r.Name()
		if key == "@area" {
			c.area = true
			return
		}
		in = within{key: key, name: c.word(key), note: "Đặc điểm của xã: " + c.word(key) + "."}
	case "sub":
		in.key, in.name = in.key+"/"+r.Name(), in.name+" – "+c.word(r.Name())
	case "bySex":
		for _, s := range []struct{ key, name string }{{"/female", " – nữ"}, {"/male", " – nam"}} {
			of := in
			of.key, of.name = in.key+s.key, in.name+s.name
			c.walk(parts[0], of)
		}
		return
	case "againstPrevious":
		before := in
		before.key, before.name = in.key+"/previous", in.name+" – kỳ trước"
		c.walk(parts[0], before)
	case "measuredBy":
		in.measured = true
		if choice := (Choice{r.Name(), r.Name()}); !slices.Contains(c.poverty, choice) {
			c.poverty = append(c.poverty, choice)
		}
	case "byZone":
		c.zone = true
	case "byGroup", "byRegion", "byYear", "cite", "all", "any", "when":
	case "firstOf":
		for i, p := range parts {
			of := in
			of.exempt = in.exempt || i < len(parts)-1
			c.walk(p, of)
		}
		return
	default:
		c.leaf(r.Op(), in)
		return
	}
	for _, p := range parts {
		c.walk(p, in)
	}
}

func (c *columnsOf) word(name string) string {
	if w := c.words[name].Vi; w != "" {
		return w
	}
	return name
}

// leaf adds a key, or what another row of the set asks of it.
func (c *columnsOf) leaf(op string, in within) {
	i, found := c.byKey[in.key]
	if !found {
		i = len(c.list)
		c.byKey[in.key] = i
		c.list = append(c.list, Column{Code: in.key, As: AsNumber, Path: `readings["` + in.key + `"]`})
	}
	col := &c.list[i]
	col.Name = in.name // of a row that was amended, the later one
	if !strings.Contains(col.Note, in.note) {
		col.Note = strings.TrimSpace(col.Note + "\n\n" + in.note)
	}
	numeric := op != "pass" && (op != "none" && op != "" && op != "provinceSets" || in.unit != "")
	switch {
	case numeric && col.How == "":
		col.How, col.Open = cmp.Or(in.unit, "số"), true
	case !numeric && op != "pass":
		col.Open = true
	}
	if in.exempt && !slices.Contains(col.Choices, exempt) {
		col.Choices = append(col.Choices, exempt)
	}
	if !numeric && !slices.Contains(col.Choices, verdict[0]) {
		col.Choices = append(slices.Clone(verdict), col.Choices...)
	}
	if len(col.Choices) > 0 {
		col.As = AsChoice
	}
	if in.measured {
		if c.measured == nil {
			c.measured = map[string]bool{}
		}
		c.measured[in.key] = true
	}
}

package criteria

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// The bounds of a set: far above any real one, low enough that no index overflows.
const (
	maxCriteria = 200
	maxRows     = 2000
	maxNodes    = algebra.MaxNodes
)

// checker checks a table and gathers the keys that it reads.
type checker struct {
	d     *setData
	found rule.Findings
	nodes int
	meets algebra.Meeting // the cells of the row that must be met together
}

func (c *checker) fault(at rule.Path, vi, en string) {
	c.found = append(c.found, algebra.Fault(at, vi, en))
}

func (c *checker) check() {
	t := &c.d.table
	c.found = append(c.found, form.Check(*t)...)
	c.name("name", t.Name)
	if _, err := t.Standard.MarshalText(); err != nil || t.Standard == 0 {
		c.fault("standard", "thiếu chuẩn", "the standard is missing")
	}
	if err := t.Span.Check(); err != nil {
		c.fault("span", "thời gian áp dụng không hợp lệ", err.Error())
	}
	if t.Years.To < t.Years.From || t.Years.From < 1 {
		c.fault("years", "năm áp dụng không hợp lệ", "not a range of years")
	} else if t.Years.To-t.Years.From >= algebra.MaxYears {
		c.fault("years", "khoảng năm quá dài", "a range of too many years")
	}
	if t.From.Confidence.Confirmed() && t.From.Source.IsZero() {
		c.fault("from", "căn cứ đã xác nhận phải nêu nguồn", "a confirmed citation needs a source")
	}
	if len(t.From.Regions) > 0 {
		c.fault("from", "căn cứ chung của bảng không nêu vùng", "the citation of the whole table names no columns")
	}
	for i, g := range t.Groups {
		at := rule.Path("groups").Index(i)
		if g.Group == 0 {
			c.fault(at.Key("group"), "thiếu nhóm", "the group is missing")
		}
		switch {
		case g.When.IsZero():
		case g.When.node().TooLarge():
			c.tooLarge(at.Key("when"))
		default:
			c.condition(g.When.node(), true, at.Key("when"), 0)
		}
		if g.From.Confidence.Confirmed() && g.From.Source.IsZero() {
			c.fault(at.Key("from"), "căn cứ đã xác nhận phải nêu nguồn", "a confirmed citation needs a source")
		}
	}
	for _, key := range slices.Sorted(maps.Keys(t.Words)) {
		c.name(rule.Path("words").Key(key), t.Words[key])
	}
	c.criteria(t)
	if t.Indicators != 0 && t.Indicators < c.d.held {
		c.fault("indicators", "ít hơn số chỉ tiêu đã nêu", "fewer than the indicators listed")
	}
}

func (c *checker) name(at rule.Path, n rule.Text) {
	if n.Vi == "" || !norm.NFC.IsNormalString(n.Vi) || !norm.NFC.IsNormalString(n.En) {
		c.fault(at, "thiếu tên, hoặc tên không ở dạng NFC", "the name is missing or not in NFC")
	}
}

func (c *checker) criteria(t *Table) {
	if len(t.Criteria) == 0 || len(t.Criteria) > maxCriteria {
		c.fault("criteria", "cần từ 1 đến 200 tiêu chí", "1 to 200 criteria are needed")
		return
	}
	numbers, codes, rows := map[int]bool{}, map[string]bool{}, 0
	for i := range t.Criteria {
		k := &t.Criteria[i]
		at := rule.Path("criteria").Index(i)
		if k.No < 1 || numbers[k.No] {
			c.fault(at.Key("no"), "số tiêu chí thiếu hoặc trùng", "the number is missing or used twice")
		}
		numbers[k.No] = true
		c.name(at.Key("name"), k.Name)
		c.d.reads[criterionKey(k.No)] = true
		if len(k.Indicators) == 0 && t.Indicators == 0 {
			c.fault(at.Key("indicators"), "tiêu chí không có chỉ tiêu", "the criterion has no indicators")
		}
		if rows += len(k.Indicators); rows > maxRows {
			c.fault("criteria", "quá nhiều chỉ tiêu", "too many indicators")
			return
		}
		for j := range k.Indicators {
			c.indicator(k, j, codes, at.Key("indicators").Index(j))
		}
	}
}

func (c *checker) indicator(k *Criterion, j int, codes map[string]bool, at rule.Path) {
	ind := &k.Indicators[j]
	if !wellFormedCode(ind.Code) || (ind.Code != itoa(k.No) && !strings.HasPrefix(ind.Code, itoa(k.No)+".")) {
		c.fault(at.Key("code"), "mã phải bắt đầu bằng số tiêu chí: "+itoa(k.No)+" hoặc "+itoa(k.No)+".1", "the code begins with the number of its criterion: "+itoa(k.No)+" or "+itoa(k.No)+".1")
	}
	c.name(at.Key("name"), ind.Name)
	if err := ind.Span.Check(); err != nil {
		c.fault(at.Key("span"), "thời gian của dòng không hợp lệ", err.Error())
	} else if set := c.d.table.Span; set.Check() == nil && !set.Overlaps(ind.Span) {
		c.fault(at.Key("span"), "dòng này không áp dụng vào ngày nào của bộ: "+set.In(rule.Vi), "the row holds on no day of the set: "+set.In(rule.En))
	}
	if codes[ind.Code] {
		before := k.Indicators[max(0, j-1)]
		if j == 0 || before.Code != ind.Code || before.Span.To.AddDays(1) != ind.Span.From {
			c.fault(at.Key("code"), "mã trùng, hoặc thời gian không nối tiếp dòng trước", "the code is used twice, or its span does not follow the row before")
		}
	} else if !ind.Provincial {
		c.d.held++
	}
	codes[ind.Code] = true
	c.d.reads[ind.Code] = true
	in := around{key: ind.Code, percent: ind.Unit == unitPercent, cite: c.d.from}
	if ind.Require.IsZero() {
		return // not stated is a known state: the row is Unknown
	}
	if ind.Require.node().TooLarge() {
		c.tooLarge(at.Key("require"))
		return
	}
	c.meets = algebra.Meeting{}
	if c.node(ind.Require.node(), in, at.Key("require"), 0); c.nodes > maxNodes {
		return // nothing is gone through that is too large
	}
	axes := algebra.AxesOf(ind.Require.node())
	for _, zone := range axes[algebra.ByZone] {
		c.d.zones = appendNew(c.d.zones, zone)
	}
	if axes.TooMany(algebra.Years(c.d.table.Years)) {
		c.tooLarge(at.Key("require"))
	}
}

// node checks a requirement.
func (c *checker) node(n *algebra.Node, in around, at rule.Path, level int) {
	if c.nodes++; c.nodes > maxNodes || level > algebra.MaxNesting {
		if c.nodes <= maxNodes+1 {
			c.tooLarge(at)
		}
		return
	}
	if n == nil {
		return
	}
	if n.Fault != "" {
		c.fault(at, n.Fault, n.Fault)
	}
	switch n.Op {
	case algebra.Attr:
		c.condition(n, in.cite != nil, at, level)
		return
	case algebra.BySex:
		male, quiet := in, *c // the keys of the other sex; faults are told once
		male.key += "/" + algebra.Male
		quiet.node(n.Kids[0], male, at, level+1)
		if quiet.nodes > maxNodes && c.nodes <= maxNodes {
			c.tooLarge(at)
		}
		c.nodes = max(c.nodes, quiet.nodes)
	case algebra.When:
		c.condition(n.Kids[0], in.cite != nil, n.PathOf(0, at), level+1)
	case algebra.All, algebra.Any:
		c.needs(1, n, at)
	case algebra.FirstOf:
		c.needs(2, n, at)
	case algebra.ByRegion, algebra.ByGroup, algebra.ByYear, algebra.ByZone:
		c.needs(1, n, at)
		c.keys(n, at)
	case algebra.Cite, algebra.Sub, algebra.MeasuredBy, algebra.AgainstPrevious:
		c.one(n, in, at)
	case algebra.ProvinceSets:
	default:
		c.leaf(n, in, at)
	}
	in.below(n)
	for _, byCase := range []bool{false, true} { // a case is held against all that stands beside it
		for i, k := range n.Kids {
			if n.Op == algebra.When && i == 0 || k.ByCase() != byCase {
				continue
			}
			before := c.meets.Mark()
			if c.node(k, in, n.PathOf(i, at), level+1); n.Op.IsAxis() {
				c.meets.Back(before)
			}
		}
	}
}

// below notes what a node says to the cells below it. Of a node by sex that is the one sex.
func (in *around) below(n *algebra.Node) {
	switch n.Op {
	case algebra.Cite:
		in.cite = &n.Cite
	case algebra.Sub:
		in.key += "/" + n.Name
	case algebra.BySex:
		in.key += "/" + algebra.Female
	case algebra.MeasuredBy:
		in.measured = n.Name
	case algebra.AgainstPrevious:
		in.percent, in.previous = false, true // the factor is no percentage
	case algebra.Any, algebra.FirstOf, algebra.When:
		in.ways = true
	}
	if n.Op.IsAxis() { // a choice below the same choice may never be made
		in.ways = in.ways || in.axes&(1<<n.Op) != 0
		in.axes |= 1 << n.Op
	}
}

// one checks a node that says something of what stands below it.
func (c *checker) one(n *algebra.Node, in around, at rule.Path) {
	switch n.Op {
	case algebra.Cite:
		c.found = append(c.found, algebra.CheckColumns(n.Cite.Columns).Under(at.Key(n.Op.String()))...)
		if n.Cite.Confidence.Confirmed() && n.Cite.Source.IsZero() {
			c.fault(at, "ô đã xác nhận phải nêu nguồn", "a confirmed cell needs a source")
		}
		if _, err := n.Cite.Confidence.MarshalText(); err != nil {
			c.fault(at, "mức xác nhận không hợp lệ", err.Error())
		}
	case algebra.Sub:
		if !wellFormedPart(n.Name) {
			c.fault(at, "tên phần không hợp lệ", "not a name of a part: "+n.Name)
		}
	case algebra.MeasuredBy:
		if n.Name == "" {
			c.fault(at, "thiếu chuẩn nghèo", "the poverty standard is missing")
		}
	case algebra.AgainstPrevious:
		c.reads(in.key + "/" + algebra.Previous)
		if k := n.Kids[0].Bare(); k == nil || !k.Op.IsNumber() || k.Op.Excludes() {
			c.fault(at, "so với kỳ trước cần một mức bằng số", "AgainstPrevious needs a number")
		}
	}
}

func (c *checker) tooLarge(at rule.Path) { c.found = append(c.found, tooLarge(at)) }

func tooLarge(at rule.Path) rule.Finding {
	return algebra.Fault(at, "yêu cầu lồng quá sâu hoặc quá lớn", "the requirement is nested too deep or too large")
}

func (c *checker) reads(key string) { c.d.reads[key] = true }

func (c *checker) needs(least int, n *algebra.Node, at rule.Path) {
	if len(n.Kids) < least {
		c.fault(at, n.Op.String()+" thiếu thành phần", fmt.Sprintf("%s needs %d or more", n.Op, least))
	}
}

// keys checks the keys of a By… node.
func (c *checker) keys(n *algebra.Node, at rule.Path) {
	for i, keys := range n.Keys {
		if c.nodes += len(keys); c.nodes > maxNodes {
			c.tooLarge(at)
			return
		}
		in := at.Key(n.Op.String()).Index(i).Key("in")
		if len(keys) == 0 {
			c.found = append(c.found, algebra.NoKeys(in))
		}
		for j, k := range keys {
			ok := k != ""
			switch n.Op {
			case algebra.ByRegion:
				r, err := ParseRegion(k)
				ok = err == nil && r != 0
			case algebra.ByGroup:
				g, err := ParseGroup(k)
				ok = err == nil && g != 0
			case algebra.ByYear:
				ok = wellFormedCode(k) && len(k) == 4
			}
			if !ok {
				c.fault(in.Index(j), "không có cột «"+rule.Shorten(k)+"»", n.Op.String()+" has no key "+rule.Shorten(k))
			}
		}
	}
}

// leaf checks one cell.
func (c *checker) leaf(n *algebra.Node, in around, at rule.Path) {
	c.reads(in.key)
	c.cited(in.cite != nil, at)
	if in.ways || in.cite == nil || !in.cite.Confidence.Confirmed() {
		// another way may be met, or another number be right
	} else if o := c.meets.Add(algebra.Cell{Key: in.key, Previous: in.previous, Measured: in.measured, Leaf: n}); o != nil {
		c.fault(at, "không số liệu nào đáp ứng cả «"+o.In(rule.Vi)+"» và «"+n.In(rule.Vi)+"»", "no reading meets both \""+o.In(rule.En)+"\" and \""+n.In(rule.En)+"\"")
	}
	if !in.percent {
		return
	}
	if n.Op == algebra.Below && n.Hi.Known() && n.Hi.Sign() == 0 || n.Op == algebra.Above && n.Lo.Known() && n.Lo.Cmp(hundred) == 0 {
		c.fault(at, "không tỷ lệ nào đáp ứng «"+n.In(rule.Vi)+"»", "no percentage meets \""+n.In(rule.En)+"\"")
	}
	for _, v := range []rule.Number{n.Lo, n.Hi} {
		if v.Known() && (v.Sign() < 0 || v.Cmp(hundred) > 0) {
			c.fault(at, "tỷ lệ nằm ngoài 0–100 %: "+v.String(), "a percentage outside 0–100: "+v.String())
		}
	}
}

func (c *checker) cited(is bool, at rule.Path) {
	if !is {
		c.fault(at, "ô không nêu căn cứ: ghi «from» (nguồn và độ tin cậy) cho cả bảng, hoặc «cite» cho ô", "a cell without a citation: give the whole a from with source and confidence, or cite the cell")
	}
}

// condition checks what a When or a group depends on: attributes, with All and Any.
func (c *checker) condition(n *algebra.Node, cited bool, at rule.Path, level int) {
	if c.nodes++; n == nil || level > algebra.MaxNesting || c.nodes > maxNodes {
		c.fault(at, "thiếu điều kiện, hoặc điều kiện quá lớn", "the condition is missing or too large")
		return
	}
	switch n.Op {
	case algebra.Attr:
		k := n.Kids[0].Bare()
		if !wellFormedPart(n.Name) || k == nil || !slices.Contains([]algebra.Op{algebra.AtLeast, algebra.AtMost, algebra.Below, algebra.Above, algebra.Between, algebra.Pass}, k.Op) {
			c.fault(at, "điều kiện theo đặc điểm không hợp lệ", "not a condition on an attribute")
			return
		}
		if k.Fault != "" {
			c.fault(at, k.Fault, k.Fault)
		}
		c.cited(cited || n.Kids[0].Op == algebra.Cite, at)
		c.reads("@" + n.Name)
	case algebra.All, algebra.Any, algebra.Cite:
		for i, k := range n.Kids {
			c.condition(k, cited || n.Op == algebra.Cite, n.PathOf(i, at), level+1)
		}
	default:
		c.fault(at, "điều kiện chỉ gồm đặc điểm của xã", "a condition is made of attributes")
	}
}

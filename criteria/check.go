package criteria

import (
	"fmt"
	"maps"
	"slices"

	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// The bounds of a set: far above any real one, low enough that no index overflows.
const (
	maxCriteria = 200
	maxRows     = 2000
	maxNodes    = 20000
	maxYears    = 200
	maxPlaces   = 20000 // columns × groups × years × zones of one row
)

// checker judges a table and gathers the keys that it reads.
type checker struct {
	d     *setData
	found rule.Findings
	nodes int
}

func (c *checker) fault(at rule.Path, vi, en string) { c.found = append(c.found, fault(at, vi, en)) }

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
	} else if t.Years.To-t.Years.From >= maxYears {
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
		if !g.When.IsZero() {
			c.condition(g.When.n, at.Key("when"), 0)
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
		c.d.known[criterionKey(k.No)] = true
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
	if !wellFormedCode(ind.Code) || (ind.Code != itoa(k.No) && !hasPrefix(ind.Code, itoa(k.No)+".")) {
		c.fault(at.Key("code"), "mã phải bắt đầu bằng số tiêu chí: "+itoa(k.No)+" hoặc "+itoa(k.No)+".1", "the code begins with the number of its criterion: "+itoa(k.No)+" or "+itoa(k.No)+".1")
	}
	c.name(at.Key("name"), ind.Name)
	if err := ind.Span.Check(); err != nil {
		c.fault(at.Key("span"), "thời gian của dòng không hợp lệ", err.Error())
	}
	if codes[ind.Code] {
		before := k.Indicators[max(0, j-1)]
		if j == 0 || before.Code != ind.Code || before.Span.To.IsZero() || before.Span.To.AddDays(1) != ind.Span.From {
			c.fault(at.Key("code"), "mã trùng, hoặc thời gian không nối tiếp dòng trước", "the code is used twice, or its span does not follow the row before")
		}
	} else if !ind.Provincial {
		c.d.held++
	}
	codes[ind.Code] = true
	c.d.known[ind.Code] = true
	in := around{key: ind.Code, percent: ind.Unit == unitPercent, cite: c.d.from()}
	for _, zone := range axesOf(ind.Require.n, nil)[opByZone] {
		c.d.zones = appendNew(c.d.zones, zone)
	}
	if ind.Require.IsZero() {
		return // not stated is a known state: the row is Unknown
	}
	c.node(ind.Require.n, in, at.Key("require"), 0)
	if c.nodes <= maxNodes && placesIn(axesOf(ind.Require.n, nil), c.d.table.Years) > maxPlaces {
		c.tooLarge(at.Key("require"))
	}
}

func hasPrefix(s, prefix string) bool { return len(s) > len(prefix) && s[:len(prefix)] == prefix }

// node judges a requirement.
func (c *checker) node(n *node, in around, at rule.Path, level int) {
	if c.nodes++; c.nodes > maxNodes || level > maxNesting {
		if c.nodes <= maxNodes+1 {
			c.tooLarge(at)
		}
		return
	}
	if n == nil {
		return
	}
	if n.fault != "" {
		c.fault(at, n.fault, n.fault)
	}
	switch n.op {
	case opCite:
		in.cite = &n.cite
		if n.cite.Confidence.Confirmed() && n.cite.Source.IsZero() {
			c.fault(at, "ô đã xác nhận phải nêu nguồn", "a confirmed cell needs a source")
		}
		if _, err := n.cite.Confidence.MarshalText(); err != nil {
			c.fault(at, "mức xác nhận không hợp lệ", err.Error())
		}
	case opSub:
		if !wellFormedPart(n.name) {
			c.fault(at, "tên phần không hợp lệ", "not a name of a part: "+n.name)
		}
		in.key += "/" + n.name
	case opMeasured:
		if n.name == "" {
			c.fault(at, "thiếu chuẩn nghèo", "the poverty standard is missing")
		}
	case opAttr:
		c.condition(n, at, level)
		return
	case opBySex:
		male, quiet := in, *c // the keys of the other sex; faults are told once
		male.key += "/" + partMale
		quiet.node(n.kids[0], male, at, level+1)
		if quiet.nodes > maxNodes && c.nodes <= maxNodes {
			c.tooLarge(at)
		}
		c.nodes = max(c.nodes, quiet.nodes)
		in.key += "/" + partFemale
	case opPrevious:
		c.known(in.key + "/" + partPrevious)
		if k := bare(n.kids[0]); k == nil || (k.op != opAtLeast && k.op != opAtMost && k.op != opBetween) {
			c.fault(at, "so với kỳ trước cần một mức bằng số", "AgainstPrevious needs a plain number")
		}
		in.percent = false // the factor is no percentage
	case opWhen:
		c.condition(n.kids[0], at.Key("if"), level+1)
		c.node(n.kids[1], in, at.Key("then"), level+1)
		c.node(n.kids[2], in, at.Key("else"), level+1)
		return
	case opAll, opAny:
		c.atLeast(1, n, at)
	case opFirstOf:
		c.atLeast(2, n, at)
	case opByRegion, opByGroup, opByYear, opByZone:
		c.atLeast(1, n, at)
		c.keys(n, at)
	case opProvince:
	default:
		c.leaf(n, in, at)
	}
	for i, k := range n.kids {
		c.node(k, in, at.Key(n.op.String()).Index(i), level+1)
	}
}

func (c *checker) tooLarge(at rule.Path) {
	c.fault(at, "yêu cầu lồng quá sâu hoặc quá lớn", "the requirement is nested too deep or too large")
}

func (c *checker) known(key string) { c.d.known[key] = true }

func (c *checker) atLeast(least int, n *node, at rule.Path) {
	if len(n.kids) < least {
		c.fault(at, n.op.String()+" thiếu thành phần", fmt.Sprintf("%s needs %d or more", n.op, least))
	}
}

// bare is the node below citations.
func bare(n *node) *node {
	for n != nil && n.op == opCite {
		n = n.kids[0]
	}
	return n
}

// keys judges the keys of a By… node.
func (c *checker) keys(n *node, at rule.Path) {
	for _, keys := range n.keys {
		if c.nodes += len(keys); c.nodes > maxNodes {
			c.tooLarge(at)
			return
		}
		for _, k := range keys {
			ok := k != ""
			switch n.op {
			case opByRegion:
				r, err := ParseRegion(k)
				ok = err == nil && r != 0
			case opByGroup:
				g, err := ParseGroup(k)
				ok = err == nil && g != 0
			case opByYear:
				ok = wellFormedCode(k) && len(k) == 4
			}
			if !ok {
				c.fault(at, "không có cột «"+rule.Shorten(k)+"»", n.op.String()+" has no key "+rule.Shorten(k))
			}
		}
	}
}

// leaf judges one cell.
func (c *checker) leaf(n *node, in around, at rule.Path) {
	c.known(in.key)
	if in.cite == nil {
		c.fault(at, "ô không nêu căn cứ: ghi «from» (nguồn và độ tin cậy) cho cả bảng, hoặc «cite» cho ô", "a cell without a citation: give the whole a from with source and confidence, or cite the cell")
	}
	if !in.percent {
		return
	}
	hundred := rule.Int(100)
	for _, v := range []rule.Number{n.lo, n.hi} {
		if v.Known() && (v.Sign() < 0 || v.Cmp(hundred) > 0) {
			c.fault(at, "tỷ lệ nằm ngoài 0–100 %: "+v.String(), "a percentage outside 0–100: "+v.String())
		}
	}
}

// condition judges what a When or a group hangs on: attributes, with All and Any.
func (c *checker) condition(n *node, at rule.Path, level int) {
	if c.nodes++; n == nil || level > maxNesting || c.nodes > maxNodes {
		c.fault(at, "thiếu điều kiện, hoặc điều kiện quá lớn", "the condition is missing or too large")
		return
	}
	switch n.op {
	case opAttr:
		k := bare(n.kids[0])
		if !wellFormedPart(n.name) || k == nil || !slices.Contains([]op{opAtLeast, opAtMost, opBelow, opBetween, opPass}, k.op) {
			c.fault(at, "điều kiện theo đặc điểm không hợp lệ", "not a condition on an attribute")
			return
		}
		if k.fault != "" {
			c.fault(at, k.fault, k.fault)
		}
		c.known("@" + n.name)
	case opAll, opAny, opCite:
		for i, k := range n.kids {
			c.condition(k, at.Key(n.op.String()).Index(i), level+1)
		}
	default:
		c.fault(at, "điều kiện chỉ gồm đặc điểm của xã", "a condition is made of attributes")
	}
}

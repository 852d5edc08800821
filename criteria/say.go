package criteria

import (
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// String says the requirement in Vietnamese.
func (r Requirement) String() string { return r.In(rule.Vi) }

// In says the requirement: "≥ 36", "đạt", "centralised: ≥ 20; ≥ 45". A number that
// is not known is "?".
func (r Requirement) In(l rule.Lang) string {
	var b strings.Builder
	r.n.say(&b, l)
	return b.String()
}

func orUnknown(n rule.Number, l rule.Lang) string {
	if !n.Known() {
		return "?"
	}
	return n.In(l)
}

var (
	wordUnstated = rule.Text{Vi: "chưa nêu", En: "not stated"}
	wordNone     = rule.Text{Vi: "không có", En: "none"}
	wordProvince = rule.Text{Vi: "do UBND cấp tỉnh quy định", En: "set by the province"}
	wordAny      = rule.Text{Vi: " hoặc ", En: " or "}
	wordFirst    = rule.Text{Vi: "; nếu không áp dụng: ", En: "; where that does not apply: "}
	wordSexes    = rule.Text{Vi: " đối với cả nam và nữ", En: " for men and for women"}
	wordIf       = rule.Text{Vi: "nếu ", En: "if "}
	wordThen     = rule.Text{Vi: " thì ", En: " then "}
	wordElse     = rule.Text{Vi: ", nếu không thì ", En: ", otherwise "}
	wordPrevious = rule.Text{Vi: " lần kỳ trước", En: " times the earlier value"}
	wordYear     = rule.Text{Vi: "năm ", En: "year "}
)

// say writes the words of a node.
func (n *node) say(b *strings.Builder, l rule.Lang) {
	if n == nil {
		b.WriteString(wordUnstated.In(l))
		return
	}
	switch n.op {
	case opAtLeast:
		b.WriteString("≥ " + orUnknown(n.lo, l))
	case opAtMost:
		b.WriteString("≤ " + orUnknown(n.hi, l))
	case opBelow:
		b.WriteString("< " + orUnknown(n.hi, l))
	case opBetween:
		b.WriteString(orUnknown(n.lo, l) + "–" + orUnknown(n.hi, l))
	case opNone:
		b.WriteString(wordNone.In(l))
	case opPass:
		b.WriteString(Met.In(l))
	case opProvince:
		b.WriteString(wordProvince.In(l))
	case opAll:
		n.join(b, l, "; ")
	case opAny:
		n.join(b, l, wordAny.In(l))
	case opFirstOf:
		n.join(b, l, wordFirst.In(l))
	case opBySex:
		n.kids[0].say(b, l)
		b.WriteString(wordSexes.In(l))
	case opByRegion, opByGroup, opByYear, opByZone:
		n.sayCases(b, l)
	case opWhen:
		b.WriteString(wordIf.In(l))
		n.kids[0].say(b, l)
		b.WriteString(wordThen.In(l))
		n.kids[1].say(b, l)
		b.WriteString(wordElse.In(l))
		n.kids[2].say(b, l)
	case opPrevious:
		n.kids[0].say(b, l)
		b.WriteString(wordPrevious.In(l))
	case opSub, opAttr:
		name := n.name
		if n.words.Vi != "" {
			name = n.words.In(l)
		}
		b.WriteString(name + ": ")
		n.kids[0].say(b, l)
	case opMeasured:
		n.kids[0].say(b, l)
		b.WriteString(" (" + n.name + ")")
	case opCite:
		n.kids[0].say(b, l)
	default:
		b.WriteString(wordUnstated.In(l))
	}
}

func (n *node) join(b *strings.Builder, l rule.Lang, with string) {
	for i, k := range n.kids {
		if i > 0 {
			b.WriteString(with)
		}
		inner := k != nil && len(k.kids) > 1 && k.op >= opAll && k.op <= opFirstOf
		if inner {
			b.WriteString("(")
		}
		k.say(b, l)
		if inner {
			b.WriteString(")")
		}
	}
}

func (n *node) sayCases(b *strings.Builder, l rule.Lang) {
	for i, k := range n.kids {
		if i > 0 {
			b.WriteString("; ")
		}
		switch n.op {
		case opByYear:
			b.WriteString(wordYear.In(l) + strings.Join(n.keys[i], ", "))
		case opByGroup:
			b.WriteString(rule.Text{Vi: "nhóm ", En: "group "}.In(l) + strings.Join(n.keys[i], ", "))
		case opByRegion:
			b.WriteString(columnsIn(n.keys[i], l))
		default:
			b.WriteString(strings.Join(n.keys[i], ", "))
		}
		b.WriteString(": ")
		k.say(b, l)
	}
}

// columnsIn lists region columns by their short names, with Đ in Vietnamese.
func columnsIn(codes []string, l rule.Lang) string {
	list := strings.Join(codes, ", ")
	if l == rule.En {
		return list
	}
	return columnNames.Replace(list)
}

var columnNames = strings.NewReplacer("DBSCL", "ĐBSCL", "DBSH", "ĐBSH", "DNB", "ĐNB")

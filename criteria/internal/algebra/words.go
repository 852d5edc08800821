package algebra

import (
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// WordNone is "there must be none".
var WordNone = rule.Text{Vi: "không có", En: "none"}

var (
	wordUnstated = rule.Text{Vi: "chưa nêu", En: "not stated"}
	wordPass     = rule.Text{Vi: "đạt", En: "met"}
	wordProvince = rule.Text{Vi: "do UBND cấp tỉnh quy định", En: "set by the province"}
	wordAny      = rule.Text{Vi: " hoặc ", En: " or "}
	wordFirst    = rule.Text{Vi: "; nếu không áp dụng: ", En: "; where that does not apply: "}
	wordSexes    = rule.Text{Vi: " đối với cả nam và nữ", En: " for men and for women"}
	wordIf       = rule.Text{Vi: "nếu ", En: "if "}
	wordThen     = rule.Text{Vi: " thì ", En: " then "}
	wordElse     = rule.Text{Vi: ", nếu không thì ", En: ", otherwise "}
	wordPrevious = rule.Text{Vi: " lần kỳ trước", En: " times the earlier value"}
	wordYear     = rule.Text{Vi: "năm ", En: "year "}
	wordGroup    = rule.Text{Vi: "nhóm ", En: "group "}
)

// In says the tree: "≥ 36", "đạt", "centralised: ≥ 20; ≥ 45". A number that is not known is
// "?".
func (n *Node) In(l rule.Lang) string {
	var b strings.Builder
	n.say(&b, l)
	return b.String()
}

func numberIn(n rule.Number, l rule.Lang) string {
	if !n.Known() {
		return "?"
	}
	return n.In(l)
}

func (n *Node) say(b *strings.Builder, l rule.Lang) {
	if n == nil {
		b.WriteString(wordUnstated.In(l))
		return
	}
	switch n.Op {
	case AtLeast:
		b.WriteString("≥ " + numberIn(n.Lo, l))
	case AtMost:
		b.WriteString("≤ " + numberIn(n.Hi, l))
	case Below:
		b.WriteString("< " + numberIn(n.Hi, l))
	case Above:
		b.WriteString("> " + numberIn(n.Lo, l))
	case Between:
		b.WriteString(numberIn(n.Lo, l) + "–" + numberIn(n.Hi, l))
	case None:
		b.WriteString(WordNone.In(l))
	case Pass:
		b.WriteString(wordPass.In(l))
	case ProvinceSets:
		b.WriteString(wordProvince.In(l))
	case All:
		n.sayJoined(b, l, "; ")
	case Any:
		n.sayJoined(b, l, wordAny.In(l))
	case FirstOf:
		n.sayJoined(b, l, wordFirst.In(l))
	case BySex:
		n.Kids[0].say(b, l)
		b.WriteString(wordSexes.In(l))
	case ByRegion, ByGroup, ByYear, ByZone:
		n.sayCases(b, l)
	case When:
		b.WriteString(wordIf.In(l))
		n.Kids[0].say(b, l)
		b.WriteString(wordThen.In(l))
		n.Kids[1].say(b, l)
		b.WriteString(wordElse.In(l))
		n.Kids[2].say(b, l)
	case AgainstPrevious:
		n.Kids[0].say(b, l)
		b.WriteString(wordPrevious.In(l))
	case Sub, Attr:
		name := n.Name
		if n.Words.Vi != "" {
			name = n.Words.In(l)
		}
		b.WriteString(name + ": ")
		n.Kids[0].say(b, l)
	case MeasuredBy:
		n.Kids[0].say(b, l)
		b.WriteString(" (" + n.Name + ")")
	case Cite:
		n.Kids[0].say(b, l)
	default:
		b.WriteString(wordUnstated.In(l))
	}
}

func (n *Node) sayJoined(b *strings.Builder, l rule.Lang, with string) {
	for i, k := range n.Kids {
		if i > 0 {
			b.WriteString(with)
		}
		inner := k != nil && len(k.Kids) > 1 && k.Op >= All && k.Op <= FirstOf
		if inner {
			b.WriteString("(")
		}
		k.say(b, l)
		if inner {
			b.WriteString(")")
		}
	}
}

func (n *Node) sayCases(b *strings.Builder, l rule.Lang) {
	for i, k := range n.Kids {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(KeysIn(n.Op, n.Keys[i], l) + ": ")
		k.say(b, l)
	}
}

// KeysIn lists keys of an axis: "TDMNPB, TN", "năm 2022", "nhóm 1, 2".
func KeysIn(axis Op, keys []string, l rule.Lang) string {
	list := strings.Join(keys, ", ")
	switch {
	case axis == ByYear:
		return wordYear.In(l) + list
	case axis == ByGroup:
		return wordGroup.In(l) + list
	case axis == ByRegion && l == rule.Vi:
		return columnNames.Replace(list)
	}
	return list
}

// columnNames are the short names of columns that have a Đ in Vietnamese.
var columnNames = strings.NewReplacer("DBSCL", "ĐBSCL", "DBSH", "ĐBSH", "DNB", "ĐNB")

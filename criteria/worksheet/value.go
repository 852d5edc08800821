package worksheet

import (
	"strings"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The words and signs of a value. A sign may stand before a number: it must be that of the row.
var (
	passes = map[string]algebra.Op{
		"đạt": algebra.Pass, "pass": algebra.Pass, "met": algebra.Pass,
		"không": algebra.None, "không có": algebra.None, "none": algebra.None,
	}
	operators = []struct {
		sign string
		op   algebra.Op
	}{{"≥", algebra.AtLeast}, {">=", algebra.AtLeast}, {"≤", algebra.AtMost}, {"<=", algebra.AtMost}, {"<", algebra.Below}}
)

// demand reads a value for a cell; nil where it cannot be used, which is told. A cell of which
// nothing is known takes a sign before its number.
func (r *reader) demand(rec *record, text string, leaf *algebra.Node, percent bool) *algebra.Node {
	open := leaf == nil || leaf.Op == algebra.ProvinceSets
	refuse := func(vi, en string) *algebra.Node {
		r.why(ErrValue, rec, colValue, text, vi, en)
		return nil
	}
	against := func() *algebra.Node {
		r.tell(rule.Broken, ErrDirection, rec, colValue, rule.A("given", rule.Shorten(text)), rule.A("want", leaf))
		return nil
	}
	if op, word := passes[fold(text)]; word {
		if !open && leaf.Op != op {
			return against()
		}
		return &algebra.Node{Op: op}
	}
	op, numbers := algebra.Unstated, text
	for _, o := range operators {
		if rest, is := strings.CutPrefix(text, o.sign); is {
			op, numbers = o.op, strings.TrimSpace(rest)
			break
		}
	}
	ends := []string{numbers}
	if from, to, two := strings.Cut(strings.ReplaceAll(numbers, "–", "-"), " - "); two && op == algebra.Unstated {
		op, ends = algebra.Between, []string{strings.TrimSpace(from), strings.TrimSpace(to)}
	}
	if percent {
		for i := range ends {
			ends[i] = strings.TrimSpace(strings.TrimSuffix(ends[i], "%"))
		}
	}
	for _, n := range ends {
		number, err := rule.ParseNumber(n)
		switch {
		case aDay.MatchString(n):
			r.why(ErrRewritten, rec, colValue, text, "định dạng cột giá trị là Text rồi ghi lại số, ví dụ 1.1", "format the column as text and write the number again, such as 1.1")
			return nil
		case aComma.MatchString(n):
			r.why(ErrRewritten, rec, colValue, text, "ghi số lẻ bằng dấu chấm (1.1), không ngăn hàng nghìn", "write a point before decimals (1.1), and nothing between thousands")
			return nil
		case err != nil:
			return refuse(rule.Tell(err, rule.Vi), rule.Tell(err, rule.En))
		case percent && (number.Sign() < 0 || number.Cmp(rule.Int(100)) > 0):
			r.tell(rule.Broken, ErrPercent, rec, colValue, rule.A("given", number))
			return nil
		}
	}
	switch {
	case open && op == algebra.Unstated:
		return refuse("ghi dấu trước số: «≥ 80» hoặc «≤ 5»", "write a sign before the number: >= 80 or <= 5")
	case !open && op == algebra.Unstated && leaf.Op.IsNumber() && leaf.Op != algebra.Between:
		op = leaf.Op
	case !open && op != leaf.Op:
		return against()
	}
	var n *algebra.Node
	switch op {
	case algebra.Between:
		n = algebra.Leaf(op, ends[0], ends[1])
	case algebra.AtLeast:
		n = algebra.Leaf(op, ends[0], "")
	default:
		n = algebra.Leaf(op, "", ends[0])
	}
	if n.Fault != "" {
		return refuse("số sau nhỏ hơn số trước", "the second number is below the first")
	}
	return n
}

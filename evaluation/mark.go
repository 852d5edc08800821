package evaluation

import (
	"bytes"
	"encoding/json"
	"math"
	"math/bits"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

type markKind uint8

const (
	markNone markKind = iota
	markPoints
	markPercent
	markShare
	markCount
)

// Mark is what one line was given: points, a percentage of the line's maximum, a share of
// exact counts, or a number of events. Its zero value is "not given", which is not 0.
type Mark struct {
	_        [0]func()
	num, den int64 // num/den points or events, or num/den of the line's maximum
	kind     markKind
	places   int8      // with which it was given
	wide     *wideMark // where the value does not fit; num and den are then unused
}

// one is a point in the unit in which points are kept.
const (
	one       = 1_000_000_000
	onePlaces = 9
	hundred   = 100 * one // 100 %
)

// points is a number of points in that unit.
func fromNano(nano int64) rule.Fraction { return rule.Ratio(nano, one) }

// nanoOf scales a number; false where it is not given, has too many places or is too large.
func nanoOf(n rule.Number) (int64, bool) {
	nano, whole, fits := n.Floor(onePlaces)
	return nano, fits && whole && n.Places() <= onePlaces
}

// wideMark is never changed, so that copies of a mark may share it.
type wideMark struct{ first, second rule.Number }

// Points is a number of points.
func Points(n rule.Number) Mark { return markOf(markPoints, n, rule.Number{}) }

// Percent is a percentage of the line's maximum, 0 to 100.
func Percent(n rule.Number) Mark { return markOf(markPercent, n, rule.Number{}) }

// Share is part of whole, of the line's maximum: 38 of 62 households. It is never divided.
func Share(part, whole int64) Mark { return markOf(markShare, rule.Int(part), rule.Int(whole)) }

// Count is a number of events, each worth what the line says.
func Count(events int64) Mark { return markOf(markCount, rule.Int(events), rule.Number{}) }

func markOf(k markKind, first, second rule.Number) Mark {
	if !first.Known() || (k == markShare && !second.Known()) {
		return Mark{}
	}
	m := Mark{kind: k, den: one}
	if k == markPercent {
		m.den = hundred
	}
	num, fits := nanoOf(first)
	m.places = int8(first.Places())
	if k == markShare {
		den, also := nanoOf(second)
		num, m.den = num/one, den/one
		fits = fits && also && m.places == 0 && second.Decimal().Exponent() >= 0 // whole, and written so
	}
	m.num = num
	if !fits {
		m.wide = &wideMark{first, second}
	}
	return m
}

// IsZero reports whether no mark is given.
func (m Mark) IsZero() bool { return m.kind == markNone }

// numbers are what the mark was given with.
func (m Mark) numbers() (first, second rule.Number) {
	switch {
	case m.kind == markNone:
		return rule.Number{}, rule.Number{}
	case m.wide != nil:
		return m.wide.first, m.wide.second
	case m.kind == markShare:
		return rule.Int(m.num), rule.Int(m.den)
	default:
		return fromNano(m.num).Round(int(m.places), rule.Cut), rule.Number{}
	}
}

// InPercent is a percentage, or a share of something, in percent; false of any other mark.
func (m Mark) InPercent() (rule.Fraction, bool) {
	first, second := m.numbers()
	switch {
	case m.kind == markPercent:
		return first.Fraction(), true
	case m.kind == markShare && second.Sign() > 0:
		return first.Fraction().Quo(second.Fraction()).Mul(rule.Ratio(100, 1)), true
	default:
		return rule.Fraction{}, false
	}
}

// possible reports whether the mark is at least 0, a share of something, and a number of
// events whole.
func (m *Mark) possible() bool {
	if m.wide == nil {
		return m.num >= 0 && (m.kind != markShare || m.den > 0) && (m.kind != markCount || m.num%one == 0)
	}
	return m.wide.first.Sign() >= 0 && m.kind != markCount && (m.kind != markShare || m.wide.second.Sign() > 0)
}

// fits reports whether a mark can stand for a line: possible, of a kind that the line takes
// and within its maximum, or points for a heading. Nearly all marks pass the first test.
func (m *Mark) fits(line *flat) bool {
	if m.wide == nil && m.kind == markPoints && line.leaf && line.known && line.way == Graded {
		return m.num >= 0 && m.num <= line.max
	}
	if !m.possible() {
		return false
	}
	kind, within := line.takes(m)
	return kind && within
}

// within reports whether a possible mark is at most the maximum.
func (m *Mark) within(most int64) bool {
	if m.wide == nil && m.kind != markPoints {
		return m.num <= m.den
	}
	return m.points(most).Cmp(fromNano(most)) <= 0
}

// nano is the points of a possible mark in billionths, on a line with a maximum; false where
// they are not as many of these.
func (m *Mark) nano(most int64) (int64, bool) {
	if m.kind == markPoints || m.wide != nil {
		return m.num, m.wide == nil
	}
	over, low := bits.Mul64(uint64(m.num), uint64(most))
	if over >= uint64(m.den) {
		return 0, false
	}
	points, rest := bits.Div64(over, low, uint64(m.den))
	return int64(points), rest == 0 && points <= math.MaxInt64
}

// points of a possible mark, on a line with a maximum.
func (m *Mark) points(most int64) rule.Fraction {
	if nano, exact := m.nano(most); exact {
		return fromNano(nano)
	}
	value := m.value()
	if m.kind == markPoints {
		return value
	}
	return value.Mul(fromNano(most))
}

// value is the points, the events, or the part of the maximum.
func (m *Mark) value() rule.Fraction {
	if m.wide == nil {
		return rule.Ratio(m.num, m.den)
	}
	value := m.wide.first.Fraction()
	switch m.kind {
	case markPercent:
		return value.Quo(rule.Ratio(100, 1))
	case markShare:
		return value.Quo(m.wide.second.Fraction())
	}
	return value
}

// String is the form that ParseMark reads; "" where no mark is given.
func (m Mark) String() string {
	first, second := m.numbers()
	switch m.kind {
	case markPercent:
		return first.String() + "%"
	case markShare:
		return first.String() + "/" + second.String()
	case markCount:
		return first.String() + "x"
	default:
		return first.String()
	}
}

// In says the mark: "12,5", "80 %", "38/62", or that there is none.
func (m Mark) In(l rule.Lang) string {
	first, second := m.numbers()
	switch m.kind {
	case markNone:
		return rule.Text{Vi: "chưa chấm", En: "no mark"}.In(l)
	case markPercent:
		return first.In(l) + rule.Text{Vi: " %", En: "%"}.In(l)
	case markShare:
		return first.In(l) + "/" + second.In(l)
	case markCount:
		if l == rule.En && first.Equal(rule.Int(1)) {
			return "1 time"
		}
		return first.In(l) + rule.Text{Vi: " lần", En: " times"}.In(l)
	default:
		return first.In(l)
	}
}

// ErrMarkText says that a text is no mark.
var ErrMarkText = rule.NewMisread("", nil,
	"điểm ghi 12.5, phần trăm của điểm tối đa ghi 80%, số việc đã làm trên số việc được giao ghi 38/62, số lần ghi 3x",
	"points are written 12.5, a percentage of the maximum 80%, a share of it 38/62, a number of events 3x")

// ParseMark reads "12.5" (points), "80%" (of the line's maximum), "38/62" (a share of it)
// or "3x" (events). Nothing is guessed: "12,5" and "" are errors.
func ParseMark(s string) (Mark, error) {
	kind, first, second := markPoints, s, ""
	if part, whole, isShare := strings.Cut(s, "/"); isShare {
		kind, first, second = markShare, part, whole
	} else if percent, isPercent := strings.CutSuffix(s, "%"); isPercent {
		kind, first = markPercent, percent
	} else if events, isCount := strings.CutSuffix(s, "x"); isCount {
		kind, first = markCount, events
	}
	a, err := rule.ParseNumber(first)
	if err != nil {
		return Mark{}, noMark(s, err)
	}
	var b rule.Number
	if kind == markShare {
		if b, err = rule.ParseNumber(second); err != nil {
			return Mark{}, noMark(s, err)
		}
	}
	return markOf(kind, a, b), nil
}

// noMark says what is wrong with the number in a text, and how marks are written.
func noMark(text string, number error) error {
	say := func(l rule.Lang) string { return rule.Tell(number, l) + "; " + rule.Tell(ErrMarkText, l) }
	return rule.NewMisread(text, ErrMarkText, say(rule.Vi), say(rule.En))
}

// MarshalJSON writes the form that ParseMark reads, or null where no mark is given.
func (m Mark) MarshalJSON() ([]byte, error) {
	if m.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(m.String())
}

// UnmarshalJSON reads what ParseMark reads, or a plain number of points; null is "not
// given".
func (m *Mark) UnmarshalJSON(b []byte) error {
	*m = Mark{}
	text := string(bytes.TrimSpace(b))
	if text == "null" {
		return nil
	}
	if strings.HasPrefix(text, `"`) {
		if err := json.Unmarshal(b, &text); err != nil {
			return err
		}
	}
	read, err := ParseMark(text)
	if err != nil {
		return err
	}
	*m = read
	return nil
}

package rule

import (
	"encoding/json"
	"math/big"
	"strings"
)

var fractionWords = Text{"giá trị chính xác ghi trong ngoặc kép, dạng \"92.5\" hoặc \"26999/300\"", "an exact value is written in quotes, as \"92.5\" or \"26999/300\""}

// ErrFractionText says that a text is no exact value.
var ErrFractionText = NewMisread("", nil, fractionWords.Vi, fractionWords.En)

// ParseFraction reads what [Fraction.String] writes: "92.5" or "26999/300". The parts of a
// fraction are whole numbers of at most 38 digits, the lower one above 0.
func ParseFraction(s string) (Fraction, error) {
	part, whole, isFraction := strings.Cut(s, "/")
	if !isFraction {
		n, err := ParseNumber(s)
		return n.Fraction(), err
	}
	if !digitsOnly(strings.TrimPrefix(part, "-")) || !digitsOnly(whole) || len(s) > 2*maxNumberDigits {
		return Fraction{}, NewMisread(s, ErrFractionText, fractionWords.Vi, fractionWords.En)
	}
	num, _ := new(big.Int).SetString(part, 10)
	den, _ := new(big.Int).SetString(whole, 10)
	if den.Sign() == 0 {
		return Fraction{}, NewMisread(s, ErrFractionText, "mẫu số phải lớn hơn 0", "the lower part must be above 0")
	}
	return fractionOf(new(big.Rat).SetFrac(num, den)), nil
}

// UnmarshalJSON reads what MarshalJSON writes; null is "not known".
func (f *Fraction) UnmarshalJSON(b []byte) error {
	*f = Fraction{}
	if string(b) == "null" {
		return nil
	}
	var text string
	if err := json.Unmarshal(b, &text); err != nil {
		return NewMisread(string(b), ErrFractionText, fractionWords.Vi, fractionWords.En)
	}
	read, err := ParseFraction(text)
	if err == nil {
		*f = read
	}
	return err
}

package rule

// Confidence is how well a fact of a table is known, in rising order. The floor
// for a number is Secondary: below it a number is Unknown unless the caller
// accepts less.
type Confidence uint8

// The degrees. Low to High are all unconfirmed: no page was found that says it.
const (
	NotObtained Confidence = iota // the fact could not be obtained
	Low
	LowMed
	Med
	MedHigh
	High
	Secondary // read in a text that quotes or applies the source
	Read      // read on the page named by the source
)

var confidences = NewEnum[Confidence]("confidence",
	Word{"not-obtained", "chưa tìm được văn bản", "not obtained"},
	Word{"low", "chưa xác nhận (thấp)", "unconfirmed (low)"},
	Word{"low-med", "chưa xác nhận (thấp–trung bình)", "unconfirmed (low to medium)"},
	Word{"med", "chưa xác nhận (trung bình)", "unconfirmed (medium)"},
	Word{"med-high", "chưa xác nhận (trung bình–cao)", "unconfirmed (medium to high)"},
	Word{"high", "chưa xác nhận (cao)", "unconfirmed (high)"},
	Word{"secondary", "theo nguồn dẫn lại", "secondary source"},
	Word{"read", "đã đọc nguyên văn", "read at the source"},
)

// Confirmed reports whether the fact was read, at the source or in a text that quotes it.
func (c Confidence) Confirmed() bool { return c >= Secondary }

// Floor is the lowest confidence that is used: what a caller accepts, or [Secondary] where
// the caller says nothing.
func (c Confidence) Floor() Confidence {
	if c == NotObtained {
		return Secondary
	}
	return c
}

// ParseConfidence reads the code of a degree.
func ParseConfidence(s string) (Confidence, error) { return confidences.Parse(s) }

package rule

// Passage is what a passage of a text says, in words for a reader: who does what, and by when.
// No rule judges it.
type Passage struct {
	Says       Text       `json:"says"`
	Span       Span       `json:"span,omitzero"` // the days on which it is known to hold
	Source     Source     `json:"source"`
	Confidence Confidence `json:"confidence"`
}

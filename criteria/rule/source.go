package rule

import (
	"strconv"
	"strings"

	"cloud.google.com/go/civil"
)

// DocKind is the kind of document that a [Source] names. The zero value is a
// document of a kind not stated («Văn bản»).
type DocKind uint8

// The kinds of document.
const (
	Document   DocKind = iota // văn bản
	Law                       // luật
	LegalCode                 // bộ luật
	Resolution                // nghị quyết
	Decree                    // nghị định
	Decision                  // quyết định
	Circular                  // thông tư
	Dispatch                  // công văn: an administrative letter, not a directive and not legislation
	Guidance                  // hướng dẫn
	Plan                      // kế hoạch
	Regulation                // quy định (of the Party)
	Notice                    // thông báo
	Report                    // báo cáo
	Submission                // tờ trình
	WebPage                   // trang thông tin: a publication, not an official document
)

var docKinds = NewEnum[DocKind]("kind of document",
	Word{"document", "Văn bản", "Document"},
	Word{"law", "Luật", "Law"},
	Word{"code", "Bộ luật", "Code"},
	Word{"resolution", "Nghị quyết", "Resolution"},
	Word{"decree", "Nghị định", "Decree"},
	Word{"decision", "Quyết định", "Decision"},
	Word{"circular", "Thông tư", "Circular"},
	Word{"dispatch", "Công văn", "Dispatch"},
	Word{"guidance", "Hướng dẫn", "Guidance"},
	Word{"plan", "Kế hoạch", "Plan"},
	Word{"regulation", "Quy định", "Regulation"},
	Word{"notice", "Thông báo", "Notice"},
	Word{"report", "Báo cáo", "Report"},
	Word{"submission", "Tờ trình", "Submission"},
	Word{"web-page", "Trang thông tin", "Web page"},
)

// Source is a document and a place in it. Number and date may be unknown: such a
// source is legal and prints as such. Laws are cited by annex, article, clause
// and point; a dispatch by section, bullet and footnote.
type Source struct {
	Kind   DocKind    `json:"kind"`
	Number string     `json:"number,omitempty"` // as printed: "318/QĐ-TTg"
	Date   civil.Date `json:"date,omitzero"`
	Year   int        `json:"year,omitempty"` // where only the year is known
	Issuer string     `json:"issuer,omitempty"`

	Annex   string `json:"annex,omitempty"`   // phụ lục
	Article string `json:"article,omitempty"` // điều
	Clause  string `json:"clause,omitempty"`  // khoản
	Point   string `json:"point,omitempty"`   // điểm

	Section  string `json:"section,omitempty"`  // mục
	Bullet   string `json:"bullet,omitempty"`   // gạch đầu dòng
	Footnote string `json:"footnote,omitempty"` // chú thích

	// Page is the address of the page on which it was read.
	Page string `json:"page,omitempty"`
}

// IsZero reports whether no source is given.
func (s Source) IsZero() bool { return s == Source{} }

// place is one step into a document, with the words that introduce it.
type place struct {
	words Text
	of    func(*Source) *string
}

// places are in the order in which they print; Parse reads by the same table.
var places = []place{
	{Text{"Phụ lục ", "Annex "}, func(s *Source) *string { return &s.Annex }},
	{Text{"Điều ", "Article "}, func(s *Source) *string { return &s.Article }},
	{Text{"khoản ", "clause "}, func(s *Source) *string { return &s.Clause }},
	{Text{"điểm ", "point "}, func(s *Source) *string { return &s.Point }},
	{Text{"mục ", "section "}, func(s *Source) *string { return &s.Section }},
	{Text{"gạch đầu dòng ", "bullet "}, func(s *Source) *string { return &s.Bullet }},
	{Text{"chú thích ", "footnote "}, func(s *Source) *string { return &s.Footnote }},
}

// String is the Vietnamese citation: «Quyết định số 318/QĐ-TTg ngày 08/3/2022,
// Điều 1». The page is not part of it. The zero Source is "".
func (s Source) String() string { return s.In(Vi) }

// In is the citation in one language.
func (s Source) In(l Lang) string {
	if s.IsZero() {
		return ""
	}
	number, date, year, issuer := " số ", " ngày ", " năm ", " của "
	if l == En {
		number, date, year, issuer = " No. ", " of ", " of the year ", " by "
	}
	var b strings.Builder
	b.WriteString(s.Kind.In(l))
	if s.Number != "" {
		b.WriteString(number + s.Number)
	}
	switch {
	case !s.Date.IsZero():
		b.WriteString(date + FormatDate(s.Date, l))
	case s.Year != 0:
		b.WriteString(year + strconv.Itoa(s.Year))
	}
	if s.Issuer != "" {
		b.WriteString(issuer + s.Issuer)
	}
	if place := s.Place(l); place != "" {
		b.WriteString(", " + place)
	}
	return b.String()
}

// Place is where in the document it is, without the document: "Điều 3, khoản 1". It is ""
// where no place is named.
func (s Source) Place(l Lang) string {
	var named []string
	for _, p := range places {
		if v := *p.of(&s); v != "" {
			named = append(named, p.words.In(l)+v)
		}
	}
	return strings.Join(named, ", ")
}

// At is the same document at another place, given as a citation gives it:
// "Điều 1, khoản 2" or "mục 1, gạch đầu dòng 4". A place that cannot be read
// leaves the document alone.
func (s Source) At(where string) Source {
	for _, p := range places {
		*p.of(&s) = ""
	}
	s.readPlaces(strings.Split(where, ", "))
	return s
}

// InDocument is the same place in a document, where the source names none of its own:
// {Article: "3"} in a decision is Article 3 of it. Any other source stays as it is.
func (s Source) InDocument(doc Source) Source {
	if s.Kind != Document || s.Number != "" || s.Issuer != "" || s.Year != 0 || !s.Date.IsZero() {
		return s
	}
	s.Kind, s.Number, s.Date, s.Year, s.Issuer = doc.Kind, doc.Number, doc.Date, doc.Year, doc.Issuer
	if s.Page == "" {
		s.Page = doc.Page
	}
	return s
}

// readPlaces reads the parts that are places, from the end, and returns the rest.
func (s *Source) readPlaces(parts []string) []string {
	for i := len(places) - 1; i >= 0 && len(parts) > 0; i-- {
		if v, ok := strings.CutPrefix(parts[len(parts)-1], places[i].words.Vi); ok && v != "" {
			*places[i].of(s) = v
			parts = parts[:len(parts)-1]
		}
	}
	return parts
}

// ParseSource reads the Vietnamese citation that [Source.String] prints. What is
// not given stays empty; a text that does not begin with a kind of document is
// an error.
func ParseSource(citation string) (Source, error) {
	var s Source
	text := Normal(strings.TrimSpace(citation))
	kind := -1
	for i, w := range docKinds.words {
		if strings.HasPrefix(text, w.Vi) && (kind < 0 || len(w.Vi) > len(docKinds.words[kind].Vi)) {
			kind = i
		}
	}
	if kind < 0 {
		return Source{}, NewMisread(citation, nil,
			"phải bắt đầu bằng loại văn bản, ví dụ «Quyết định số»", "must begin with a kind of document in Vietnamese, such as «Quyết định số»")
	}
	s.Kind = DocKind(kind)
	parts := s.readPlaces(strings.Split(text[len(docKinds.words[kind].Vi):], ", "))
	head := strings.Join(parts, ", ")

	if rest, ok := strings.CutPrefix(head, " số "); ok {
		s.Number, head = cutBefore(rest, " ngày ", " năm ", " của ")
	}
	if rest, ok := strings.CutPrefix(head, " ngày "); ok {
		day, after := cutBefore(rest, " của ")
		d, err := ParseDate(day)
		if err != nil {
			return Source{}, err
		}
		s.Date, head = d, after
	}
	if rest, ok := strings.CutPrefix(head, " năm "); ok {
		year, after := cutBefore(rest, " của ")
		n, err := strconv.Atoi(year)
		if err != nil || n < 1 || n > 9999 {
			return Source{}, NewMisread(year, nil, "không phải là năm", "not a year")
		}
		s.Year, head = n, after
	}
	if rest, ok := strings.CutPrefix(head, " của "); ok {
		s.Issuer, head = rest, ""
	}
	if head != "" {
		return Source{}, NewMisread(head, nil, "không đọc được phần này của trích dẫn", "this part of the citation cannot be read")
	}
	return s, nil
}

// cutBefore splits a text before the first of the given marks.
func cutBefore(s string, marks ...string) (before, from string) {
	cut := len(s)
	for _, m := range marks {
		if i := strings.Index(s, m); i >= 0 && i < cut {
			cut = i
		}
	}
	return s[:cut], s[cut:]
}

// ParseDate reads a day as 2021-08-09 or as Vietnamese texts write it, 09/8/2021
// or 9-8-2021. A day that does not exist (30/02) is an error.
func ParseDate(text string) (civil.Date, error) {
	bad := NewMisread(text, ErrNotADay, "không phải là một ngày; ghi dạng 2021-08-09 hoặc 09/8/2021", "not a day; write it as 2021-08-09 or 09/8/2021")
	if d, err := civil.ParseDate(text); err == nil && d.IsValid() && d.Year > 0 {
		return d, nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '-' })
	if len(parts) != 3 || len(parts[2]) != 4 || len(text) != len(parts[0])+len(parts[1])+6 {
		return civil.Date{}, bad
	}
	var n [3]int
	for i, p := range parts {
		if len(p) > 4 || strings.IndexFunc(p, func(r rune) bool { return r < '0' || r > '9' }) >= 0 {
			return civil.Date{}, bad
		}
		n[i], _ = strconv.Atoi(p)
	}
	d := dateOf(n[2], n[1], n[0])
	if !d.IsValid() || d.Year == 0 {
		return civil.Date{}, bad
	}
	return d, nil
}

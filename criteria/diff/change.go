package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Kind is what kind of change it is.
type Kind uint8

// The kinds. Known, Filled and their opposites speak of what a set knows, Tighter and
// Looser of numbers that are held against each other; any other change of a demand is
// Amended.
const (
	_          Kind = iota
	Added           // only the second set has it
	Removed         // only the first set has it
	Renumbered      // the same indicator under another number
	Renamed         // another name: the row may mean something else
	Tighter         // the same name and unit, a stricter number of the same operator
	Looser          // the same name and unit, a milder number of the same operator
	Amended         // another demand
	Known           // the number was not known, and is
	NotKnown        // the number was known, and is not
	Filled          // left to the province before, now laid down
	LeftOpen        // laid down before, now left to the province
	Cited           // the same demand or name, with another source or confidence
	Dated           // the days of the set or of a row
	Scoped          // what else frames the set or a row: What names it
)

var kinds = rule.NewEnum[Kind]("change", rule.Word{},
	rule.Word{Code: "added", Vi: "bổ sung", En: "added"},
	rule.Word{Code: "removed", Vi: "bỏ", En: "removed"},
	rule.Word{Code: "renumbered", Vi: "đổi số", En: "renumbered"},
	rule.Word{Code: "renamed", Vi: "đổi tên", En: "renamed"},
	rule.Word{Code: "tighter", Vi: "chặt hơn", En: "tighter"},
	rule.Word{Code: "looser", Vi: "nhẹ hơn", En: "looser"},
	rule.Word{Code: "amended", Vi: "đổi yêu cầu", En: "amended"},
	rule.Word{Code: "known", Vi: "nay đã rõ", En: "now known"},
	rule.Word{Code: "not-known", Vi: "nay chưa rõ", En: "no longer known"},
	rule.Word{Code: "filled", Vi: "tỉnh đã quy định", En: "filled by the province"},
	rule.Word{Code: "left-open", Vi: "để tỉnh quy định", En: "left to the province"},
	rule.Word{Code: "cited", Vi: "đổi căn cứ", En: "another source"},
	rule.Word{Code: "dated", Vi: "đổi thời gian", En: "other days"},
	rule.Word{Code: "scoped", Vi: "đổi phạm vi", En: "another scope"},
)

// Change is one thing in which two sets differ, told once for all places where it
// is the same.
type Change struct {
	Code string `json:"code"` // "17.1" an indicator, "c17" a criterion, "" the set
	Kind Kind   `json:"change"`
	// What names what changed, where Kind does not: "đơn vị".
	What rule.Text `json:"what,omitzero"`
	// Where is the columns, groups, years, zones and days concerned: "TDMNPB, TN; năm
	// 2022"; empty for all.
	Where  rule.Text `json:"where,omitzero"`
	Before Side      `json:"before"`
	After  Side      `json:"after"`
	// Gap is by how much a single number is tighter or looser, in the unit of the
	// indicator; otherwise it is not given.
	Gap rule.Number `json:"gap"`
}

// Side is what one of two sets says; the zero Side is that it says nothing.
type Side struct {
	Text   rule.Text            `json:"text,omitzero"` // a name, a unit, days …
	Demand criteria.Requirement `json:"demand"`        // without citations
	Unit   string               `json:"unit,omitempty"`
	// Source and Confidence are those of the least confirmed cell of the places concerned.
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
}

// The words for what frames a set or a row.
var (
	wordPart        = rule.Text{Vi: "phần của bảng", En: "the part of the table"}
	wordEnglish     = rule.Text{Vi: "tên tiếng Anh", En: "the English name"}
	wordName        = rule.Text{Vi: "tên", En: "the name"}
	wordUnit        = rule.Text{Vi: "đơn vị", En: "the unit"}
	wordMayNotApply = rule.Text{Vi: "cho phép ghi «không áp dụng»", En: "\"not applicable\" allowed"}
	wordProvincial  = rule.Text{Vi: "chỉ tiêu riêng của tỉnh", En: "an indicator of the province's own"}
	wordNote        = rule.Text{Vi: "ghi chú", En: "the note"}
	wordStandard    = rule.Text{Vi: "chuẩn", En: "the standard"}
	wordYears       = rule.Text{Vi: "năm của hồ sơ", En: "the dossier years"}
	wordSpecial     = rule.Text{Vi: "cột áp dụng cho xã đặc biệt khó khăn, xã an toàn khu", En: "the column for especially difficult and safety-zone communes"}
	wordCount       = rule.Text{Vi: "số chỉ tiêu", En: "the number of indicators"}
	wordGroupRule   = rule.Text{Vi: "điều kiện xếp nhóm", En: "the rule of the group"}
	wordOrder       = rule.Text{Vi: "thứ tự", En: "the order"}
	wordRest        = rule.Text{Vi: "các xã còn lại", En: "all other communes"}
	wordAnd         = rule.Text{Vi: " và ", En: " and "}
	wordNoZone      = rule.Text{Vi: "ngoài các khu vực trong tỉnh", En: "outside the zones of the province"}
	wordUnconfirmed = rule.Text{Vi: " (chưa xác nhận)", En: " (unconfirmed)"}
	wordInPart      = rule.Text{Vi: " (có mức chưa xác nhận)", En: " (in part unconfirmed)"}
	wordNotKnown    = rule.Text{Vi: "chưa rõ (", En: "not known ("}
	wordNoSource    = rule.Text{Vi: "không rõ nguồn", En: "no source"}
	wordDemand      = rule.Text{Vi: ", yêu cầu ", En: "; the demand: "}
	wordIs          = rule.Text{Vi: "là "}
	wordOf          = rule.Text{Vi: " của ", En: " of "}
	wordBy          = rule.Text{Vi: ", theo ", En: ", by "}
	wordGap         = rule.Text{Vi: " ", En: " by "}
	wordTimes       = rule.Text{Vi: " lần", En: " times"}
	wordPoints      = rule.Text{Vi: " điểm phần trăm", En: " percentage points"}
	wordTheSet      = rule.Text{Vi: "bộ tiêu chí", En: "the set"}
	wordCriterion   = rule.Text{Vi: "tiêu chí ", En: "criterion "}
	wordIndicator   = rule.Text{Vi: "chỉ tiêu ", En: "indicator "}
)

func yesOrNo(yes bool) rule.Text {
	if yes {
		return rule.Text{Vi: "có", En: "yes"}
	}
	return rule.Text{Vi: "không", En: "no"}
}

// sentences are the changes in full; the first letter is made a capital.
var sentences = [...]rule.Text{
	Added:      {Vi: "bổ sung {who} {name}{demand}.", En: "{who} {name} is added{demand}."},
	Removed:    {Vi: "bỏ {who} {name}{demand}.", En: "{who} {name} is removed{demand}."},
	Renumbered: {Vi: "{who}: số trước {before}, nay {after}.", En: "{who}: the number was {before} and is {after}."},
	Renamed:    {Vi: "{who}: tên trước {before}, nay {after}.", En: "{who}: the name was {before} and is {after}."},
	Tighter:    {Vi: "{who}: yêu cầu chặt hơn{gap}, trước {before}, nay {after}.", En: "{who}: the demand is tighter{gap}; it was {before} and is {after}."},
	Looser:     {Vi: "{who}: yêu cầu nhẹ hơn{gap}, trước {before}, nay {after}.", En: "{who}: the demand is looser{gap}; it was {before} and is {after}."},
	Amended:    sentenceDemand,
	Known:      sentenceDemand,
	NotKnown:   sentenceDemand,
	Filled:     sentenceDemand,
	LeftOpen:   sentenceDemand,
	Cited:      {Vi: "{who}: căn cứ{of} trước {before}, nay {after}.", En: "{who}: the source{of} was {before} and is {after}."},
	Dated:      {Vi: "{who}: thời gian áp dụng trước {before}, nay {after}.", En: "{who}: the days were {before} and are {after}."},
	Scoped:     {Vi: "{who}: {what} trước {before}, nay {after}.", En: "{who}: {what} was {before} and is {after}."},
}

// The sentences of what is told once for many rows, and of what only one set has.
var (
	sentenceDemand  = rule.Text{Vi: "{who}: yêu cầu trước {before}, nay {after}{by}.", En: "{who}: the demand was {before} and is {after}{by}."}
	sentenceSources = rule.Text{Vi: "{where}: ở phần không đổi, căn cứ hoặc mức xác nhận khác.", En: "{where}: where the content is the same, sources or confidence differ."}
	sentenceNotes   = rule.Text{Vi: "{where}: ghi chú khác.", En: "{where}: the notes differ."}
	sentenceMore    = rule.Text{Vi: "{who}: thêm yêu cầu {only}.", En: "{who}: a further demand: {only}."}
	sentenceLess    = rule.Text{Vi: "{who}: bỏ yêu cầu {only}.", En: "{who}: no longer demanded: {only}."}
	sentenceSource  = rule.Text{Vi: "{who}: thêm căn cứ {only}.", En: "{who}: a further source: {only}."}
	sentenceNoMore  = rule.Text{Vi: "{who}: bớt căn cứ {only}.", En: "{who}: no longer a source: {only}."}
	sentenceUnknown = rule.Text{Vi: "Khác biệt không rõ loại.", En: "A difference of no kind."}
)

// sentence is the pattern that says the change.
func (x *Change) sentence() rule.Text {
	noBefore, noAfter := x.Before == (Side{}), x.After == (Side{})
	summed := x.Code == "" && noBefore && noAfter
	switch {
	case x.Kind == 0 || int(x.Kind) >= len(sentences):
		return sentenceUnknown
	case summed && x.Kind == Cited:
		return sentenceSources
	case summed && x.Kind == Scoped:
		return sentenceNotes
	case x.Kind == Added && x.After.Text.Vi == "":
		return sentenceMore
	case x.Kind == Removed && x.Before.Text.Vi == "":
		return sentenceLess
	case x.Kind == Cited && noBefore:
		return sentenceSource
	case x.Kind == Cited && noAfter:
		return sentenceNoMore
	}
	return sentences[x.Kind]
}

// String is one sentence in Vietnamese.
func (x Change) String() string { return x.In(rule.Vi) }

// In is one full sentence.
func (x Change) In(l rule.Lang) string {
	only := &x.After
	if *only == (Side{}) {
		only = &x.Before
	}
	said := strings.NewReplacer(
		"{who}", x.who(l), "{where}", x.Where.In(l), "{what}", x.What.In(l), "{of}", x.of(l), "{gap}", x.gap(l), "{by}", x.by(l),
		"{before}", x.side(&x.Before, l), "{after}", x.side(&x.After, l),
		"{only}", x.only(only, l), "{name}", quoted(only.Text.In(l), l), "{demand}", x.demandOf(only, l),
	).Replace(x.sentence().In(l))
	first, size := utf8.DecodeRuneInString(said)
	return string(unicode.ToUpper(first)) + said[size:]
}

// listed names criteria and indicators by their codes: "tiêu chí 1, 2; chỉ tiêu 1.1".
func listed(codes []string) rule.Text {
	var criteria, rows []string
	for _, code := range codes {
		if no, is := strings.CutPrefix(code, "c"); is {
			criteria = append(criteria, no)
			continue
		}
		rows = append(rows, code)
	}
	return inBoth(func(l rule.Lang) string {
		var parts []string
		if criteria != nil {
			parts = append(parts, wordCriterion.In(l)+strings.Join(criteria, ", "))
		}
		if rows != nil {
			parts = append(parts, wordIndicator.In(l)+strings.Join(rows, ", "))
		}
		return strings.Join(parts, "; ")
	})
}

// who is what the sentence speaks of, and where.
func (x *Change) who(l rule.Lang) string {
	who := wordTheSet.In(l)
	if x.Code != "" {
		who = listed([]string{x.Code}).In(l)
	}
	if where := x.Where.In(l); where != "" {
		who += " (" + where + ")"
	}
	return who
}

// of is whose source it is, where it is not that of the demand.
func (x *Change) of(l rule.Lang) string {
	if x.What == (rule.Text{}) {
		return ""
	}
	return wordOf.In(l) + x.What.In(l)
}

// gap is by how much, in the unit of the indicator; of a percentage in points.
func (x *Change) gap(l rule.Lang) string {
	by := wordGap.In(l) + x.Gap.In(l)
	switch {
	case !x.Gap.Known():
		return ""
	case treeOf(x.After.Demand).Contains(algebra.AgainstPrevious):
		return by + wordTimes.In(l)
	case x.After.Unit == "%":
		return by + wordPoints.In(l)
	case x.After.Unit != "":
		return by + " " + x.After.Unit
	}
	return by
}

// by is the text that lays down what was open.
func (x *Change) by(l rule.Lang) string {
	if x.Kind != Known && x.Kind != Filled || x.After.Source.IsZero() {
		return ""
	}
	return wordBy.In(l) + x.After.Source.In(l)
}

// side says what the change is about on one side; "là" stands before what is, not
// before what is missing or left open.
func (x *Change) side(s *Side, l rule.Lang) string {
	words := s.Text.In(l)
	switch {
	case x.Kind == Cited:
		words = s.cited(x.Before.Source.In(l) == x.After.Source.In(l) && x.Before.Source.Page != x.After.Source.Page, l)
	case words != "" && (x.Kind == Renamed || x.What == wordNote):
		words = quoted(words, l)
	case words != "":
	case x.Kind == Scoped && s.Demand.IsZero():
		return algebra.WordNone.In(l)
	case !treeOf(s.Demand).Complete():
		return s.demandIn(l)
	default:
		words = s.demandIn(l)
	}
	return wordIs.In(l) + words
}

// only says the source or the demand that one set alone has.
func (x *Change) only(s *Side, l rule.Lang) string {
	if x.Kind == Cited {
		return s.cited(false, l)
	}
	return s.demandIn(l)
}

// demandOf is the demand of a row that one set alone has.
func (x *Change) demandOf(s *Side, l rule.Lang) string {
	if strings.HasPrefix(x.Code, "c") {
		return ""
	}
	return wordDemand.In(l) + s.demandIn(l)
}

// demandIn says the demand with its unit, and whether it is known and confirmed.
func (s *Side) demandIn(l rule.Lang) string {
	n, words := treeOf(s.Demand), s.Demand.In(l)
	if n == nil || n.Op == algebra.ProvinceSets {
		return words
	}
	branches := n.ByCase()
	if !branches && !n.Complete() {
		return wordNotKnown.In(l) + words + ")"
	}
	if n.Op <= algebra.Above && s.Unit != "" {
		words += " " + s.Unit
	}
	switch {
	case s.Confidence.Confirmed():
		return words
	case branches:
		return words + wordInPart.In(l)
	default:
		return words + wordUnconfirmed.In(l)
	}
}

// cited says source and confidence, and the page where the documents are the same.
func (s *Side) cited(page bool, l rule.Lang) string {
	words := s.Source.In(l)
	switch {
	case s.Source.IsZero():
		words = wordNoSource.In(l)
	case page:
		words += " <" + s.Source.Page + ">"
	}
	return words + ", " + s.Confidence.In(l)
}

func quoted(s string, l rule.Lang) string {
	if l == rule.En {
		return `"` + s + `"`
	}
	return "«" + s + "»"
}

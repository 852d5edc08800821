package criteria

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Change is what kind of difference it is.
type Change uint8

// The changes. Known, Filled and their opposites speak of what a set knows, Tighter and
// Looser of numbers that are held against each other; any other change of a demand is
// Amended.
const (
	_          Change = iota
	Added             // stands in the second set only
	Removed           // stands in the first set only
	Renumbered        // the same indicator under another number
	Renamed           // another name: the row may mean something else
	Tighter           // the same name and unit, a stricter number of the same operator
	Looser            // the same name and unit, a milder number of the same operator
	Amended           // another demand
	Known             // the number was not known, and is
	NotKnown          // the number was known, and is not
	Filled            // left to the province before, now laid down
	LeftOpen          // laid down before, now left to the province
	Cited             // the same demand or name, with another source or confidence
	Dated             // the days of the set or of a row
	Scoped            // what else frames the set or a row: What names it
)

var changes = rule.NewEnum[Change]("change", rule.Word{},
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

// String is the permanent code.
func (c Change) String() string { return changes.Code(c) }

// In gives the words.
func (c Change) In(l rule.Lang) string { return changes.In(c, l) }

// MarshalText writes the code.
func (c Change) MarshalText() ([]byte, error) { return changes.Marshal(c) }

// UnmarshalText reads the code.
func (c *Change) UnmarshalText(b []byte) error { return changes.Unmarshal(b, c) }

// ParseChange reads the code of a change.
func ParseChange(s string) (Change, error) { return changes.Parse(s) }

// Difference is one thing in which two sets differ, told once for all places where it
// is the same.
type Difference struct {
	Code   string `json:"code"` // "17.1" an indicator, "c17" a criterion, "" the set
	Change Change `json:"change"`
	// What names what changed, where Change does not: "đơn vị".
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
	Text   rule.Text   `json:"text,omitzero"` // a name, a unit, days …
	Demand Requirement `json:"demand"`        // without citations
	Unit   string      `json:"unit,omitempty"`
	// Source and Confidence are those of the least confirmed cell of the places concerned.
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
}

// The axes of a place, in the order in which neighbours are joined.
const (
	onRegion = iota
	onYear
	onGroup
	onZone
	onDays
	axisCount
)

var axisOf = [...]op{onRegion: opByRegion, onYear: opByYear, onGroup: opByGroup, onZone: opByZone}

// place is a range of places: the keys on each axis, none where it is all of them.
type place [axisCount][]string

// in is the place with the choices that were made on the axes of a row.
func (p place) in(w where, axes map[op][]string) place {
	keys := [...]string{onRegion: w.region.String(), onYear: itoa(w.year), onGroup: w.group.String(), onZone: w.zone}
	for axis, o := range axisOf {
		if _, split := axes[o]; !split || axis != onZone && (keys[axis] == "" || keys[axis] == "0") {
			continue
		}
		p[axis] = []string{keys[axis]}
	}
	return p
}

// telling gathers the differences of one row, each with its places.
type telling struct {
	told  []Difference
	at    [][]place
	whole place // all keys of each axis
	days  []rule.Span
}

// span notes the keys of the axes on which a row hangs.
func (t *telling) span(axes map[op][]string, years Years) {
	for axis, o := range axisOf {
		if named, split := axes[o]; split {
			for _, k := range wholeAxis(o, named, years) {
				t.whole[axis] = appendNew(t.whole[axis], k)
			}
		}
	}
}

// add notes a difference in a place; the same one elsewhere is told with it.
func (t *telling) add(x Difference, at place) {
	for i := range t.told {
		if y := &t.told[i]; y.tellsOf(&x) {
			y.Before.weaken(x.Before)
			y.After.weaken(x.After)
			t.at[i] = append(t.at[i], at)
			return
		}
	}
	t.told, t.at = append(t.told, x), append(t.at, []place{at})
}

// tellsOf reports whether two differences are the same but for their places.
func (x *Difference) tellsOf(y *Difference) bool {
	sameSide := func(a, b *Side) bool {
		if x.Change == Cited && (a.Source != b.Source || a.Confidence != b.Confidence) {
			return false
		}
		return a.Text == b.Text && a.Unit == b.Unit && sameNode(a.Demand.n, b.Demand.n) && a.Confidence.Confirmed() == b.Confidence.Confirmed()
	}
	return x.Change == y.Change && x.What == y.What && sameSide(&x.Before, &y.Before) && sameSide(&x.After, &y.After)
}

// weaken takes the less confirmed citation.
func (s *Side) weaken(o Side) {
	if o.Confidence < s.Confidence {
		s.Source, s.Confidence = o.Source, o.Confidence
	}
}

// all is the differences with the words of their places.
func (t *telling) all() []Difference {
	for i := range t.told {
		t.told[i].Where = t.words(t.joined(t.at[i]))
	}
	return t.told
}

// joined joins places that differ on one axis only.
func (t *telling) joined(all []place) []place {
	for axis := range axisCount {
		var out []place
		for _, p := range all {
			at := slices.IndexFunc(out, func(o place) bool {
				o[axis] = p[axis]
				return slices.EqualFunc(o[:], p[:], slices.Equal)
			})
			if at < 0 {
				out = append(out, p)
				continue
			}
			for _, k := range p[axis] {
				out[at][axis] = appendNew(slices.Clip(out[at][axis]), k)
			}
		}
		for i := range out {
			if len(out[i][axis]) == len(t.whole[axis]) {
				out[i][axis] = nil
			}
		}
		all = out
	}
	return all
}

// words says places: "TDMNPB, TN; năm 2022 và DBSH; năm 2023".
func (t *telling) words(all []place) rule.Text {
	var vi, en []string
	for _, p := range all {
		v, e := t.placeWords(p, rule.Vi), t.placeWords(p, rule.En)
		if v != "" {
			vi, en = append(vi, v), append(en, e)
		}
	}
	return rule.Text{Vi: strings.Join(vi, " và "), En: strings.Join(en, " and ")}
}

func (t *telling) placeWords(p place, l rule.Lang) string {
	var parts []string
	say := func(axis int, before rule.Text, words string) {
		if p[axis] != nil {
			parts = append(parts, before.In(l)+words)
		}
	}
	say(onRegion, rule.Text{}, strings.Join(p[onRegion], ", "))
	say(onGroup, wordGroup, strings.Join(p[onGroup], ", "))
	say(onYear, wordYear, runs(p[onYear]))
	zones := make([]string, len(p[onZone]))
	for i, z := range p[onZone] {
		if zones[i] = quoted(z, l); z == "" {
			zones[i] = wordNoZone.In(l)
		}
	}
	say(onZone, rule.Text{}, strings.Join(zones, ", "))
	var days []rule.Span
	for _, k := range p[onDays] {
		n, _ := strconv.Atoi(k)
		if last := len(days) - 1; last >= 0 && days[last].To.AddDays(1) == t.days[n].From {
			days[last].To = t.days[n].To
			continue
		}
		days = append(days, t.days[n])
	}
	said := make([]string, len(days))
	for i, s := range days {
		said[i] = s.In(l)
	}
	say(onDays, rule.Text{}, strings.Join(said, ", "))
	return strings.Join(parts, "; ")
}

// runs lists years, three and more in a row as "2022–2025".
func runs(keys []string) string {
	var years []int
	for _, k := range keys {
		n, _ := strconv.Atoi(k)
		years = append(years, n)
	}
	slices.Sort(years)
	var out []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		if j-i >= 2 {
			out, i = append(out, itoa(years[i])+"–"+itoa(years[j])), j+1
			continue
		}
		out, i = append(out, itoa(years[i])), i+1
	}
	return strings.Join(out, ", ")
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
	wordGroup       = rule.Text{Vi: "nhóm ", En: "group "}
	wordNoZone      = rule.Text{Vi: "ngoài các khu vực trong tỉnh", En: "outside the zones of the province"}
	wordNothing     = rule.Text{Vi: "không có", En: "none"}
	wordUnconfirmed = rule.Text{Vi: " (chưa xác nhận)", En: " (unconfirmed)"}
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

// sentences are the differences in full; the first letter is made a capital.
var sentences = [...]rule.Text{
	Added:      {Vi: "bổ sung {who}{name}{demand}.", En: "{who}{name} is added{demand}."},
	Removed:    {Vi: "bỏ {who}{name}{demand}.", En: "{who}{name} is removed{demand}."},
	Renumbered: {Vi: "{who}: số trước là {before}, nay là {after}.", En: "{who}: the number was {before} and is {after}."},
	Renamed:    {Vi: "{who}: tên trước là {before}, nay là {after}.", En: "{who}: the name was {before} and is {after}."},
	Tighter:    {Vi: "{who}: yêu cầu chặt hơn{gap}, trước {before}, nay {after}.", En: "{who}: the demand is tighter{gap}; it was {before} and is {after}."},
	Looser:     {Vi: "{who}: yêu cầu nhẹ hơn{gap}, trước {before}, nay {after}.", En: "{who}: the demand is looser{gap}; it was {before} and is {after}."},
	Amended:    {Vi: "{who}: yêu cầu trước {before}, nay {after}.", En: "{who}: the demand was {before} and is {after}."},
	Known:      {Vi: "{who}: yêu cầu trước {before}, nay {after}{by}.", En: "{who}: the demand was {before} and is {after}{by}."},
	NotKnown:   {Vi: "{who}: yêu cầu trước {before}, nay {after}.", En: "{who}: the demand was {before} and is {after}."},
	Filled:     {Vi: "{who}: yêu cầu trước {before}, nay {after}{by}.", En: "{who}: the demand was {before} and is {after}{by}."},
	LeftOpen:   {Vi: "{who}: yêu cầu trước {before}, nay {after}.", En: "{who}: the demand was {before} and is {after}."},
	Cited:      {Vi: "{who}: căn cứ{what} trước {before}, nay {after}.", En: "{who}: the source{what} was {before} and is {after}."},
	Dated:      {Vi: "{who}: thời gian áp dụng trước là {before}, nay là {after}.", En: "{who}: the days were {before} and are {after}."},
	Scoped:     {Vi: "{who}: {what} trước {before}, nay {after}.", En: "{who}: {what} was {before} and is {after}."},
}

// The sentences of what is told once for many rows, and of what only one set has.
var (
	sentenceSources = rule.Text{Vi: "{where}: ở phần không đổi, căn cứ hoặc mức xác nhận khác.", En: "{where}: where the content is the same, sources or confidence differ."}
	sentenceNotes   = rule.Text{Vi: "{where}: ghi chú khác.", En: "{where}: the notes differ."}
	sentenceMore    = rule.Text{Vi: "{who}: thêm yêu cầu {after}.", En: "{who}: a further demand: {after}."}
	sentenceLess    = rule.Text{Vi: "{who}: bỏ yêu cầu {before}.", En: "{who}: no longer demanded: {before}."}
	sentenceSource  = rule.Text{Vi: "{who}: thêm căn cứ {after}.", En: "{who}: a further source: {after}."}
	sentenceNoMore  = rule.Text{Vi: "{who}: bớt căn cứ {before}.", En: "{who}: no longer a source: {before}."}
	sentenceUnknown = rule.Text{Vi: "Khác biệt không rõ loại.", En: "A difference of no kind."}
)

// String is one sentence in Vietnamese.
func (x Difference) String() string { return x.In(rule.Vi) }

// In is one full sentence.
func (x Difference) In(l rule.Lang) string {
	pattern := sentenceUnknown
	if x.Change > 0 && int(x.Change) < len(sentences) {
		pattern = sentences[x.Change]
	}
	switch summed := x.Code == "" && x.Before == (Side{}) && x.After == (Side{}); {
	case summed && x.Change == Cited:
		pattern = sentenceSources
	case summed && x.Change == Scoped:
		pattern = sentenceNotes
	case x.Change == Added && x.After.Text.Vi == "":
		pattern = sentenceMore
	case x.Change == Removed && x.Before.Text.Vi == "":
		pattern = sentenceLess
	case x.Change == Cited && x.Before == (Side{}):
		pattern = sentenceSource
	case x.Change == Cited && x.After == (Side{}):
		pattern = sentenceNoMore
	}
	only := x.After
	if x.Change == Removed {
		only = x.Before
	}
	before, after := x.sides(l)
	said := strings.NewReplacer(
		"{who}", x.who(l), "{where}", x.Where.In(l), "{what}", x.what(l), "{gap}", x.gap(l),
		"{before}", before, "{after}", after, "{name}", only.name(l), "{demand}", x.only(only, l), "{by}", x.by(l),
	).Replace(pattern.In(l))
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
	in := func(l rule.Lang) string {
		var parts []string
		if criteria != nil {
			parts = append(parts, wordCriterion.In(l)+strings.Join(criteria, ", "))
		}
		if rows != nil {
			parts = append(parts, wordIndicator.In(l)+strings.Join(rows, ", "))
		}
		return strings.Join(parts, "; ")
	}
	return rule.Text{Vi: in(rule.Vi), En: in(rule.En)}
}

// who is what the sentence speaks of, and where.
func (x *Difference) who(l rule.Lang) string {
	var who string
	switch {
	case x.Code == "":
		who = wordTheSet.In(l)
	case strings.HasPrefix(x.Code, "c"):
		who = wordCriterion.In(l) + x.Code[1:]
	default:
		who = wordIndicator.In(l) + x.Code
	}
	if where := x.Where.In(l); where != "" {
		who += " (" + where + ")"
	}
	return who
}

func (x *Difference) what(l rule.Lang) string {
	if x.Change == Cited && x.What != (rule.Text{}) {
		return rule.Text{Vi: " của ", En: " of "}.In(l) + x.What.In(l)
	}
	return x.What.In(l)
}

// gap is by how much, in the unit of the indicator; of a percentage in points.
func (x *Difference) gap(l rule.Lang) string {
	if !x.Gap.Known() {
		return ""
	}
	by := rule.Text{Vi: " ", En: " by "}.In(l) + x.Gap.In(l)
	switch {
	case holds(x.After.Demand.n, opPrevious):
		return by + rule.Text{Vi: " lần", En: " times"}.In(l)
	case x.After.Unit == unitPercent:
		return by + rule.Text{Vi: " điểm phần trăm", En: " percentage points"}.In(l)
	case x.After.Unit != "":
		return by + " " + x.After.Unit
	default:
		return by
	}
}

// by is the text that lays the demand down.
func (x *Difference) by(l rule.Lang) string {
	if x.After.Source.IsZero() {
		return ""
	}
	return rule.Text{Vi: ", theo ", En: ", by "}.In(l) + x.After.Source.In(l)
}

// only is the demand of a row that one set has.
func (x *Difference) only(s Side, l rule.Lang) string {
	if strings.HasPrefix(x.Code, "c") {
		return ""
	}
	return rule.Text{Vi: ", yêu cầu ", En: "; the demand: "}.In(l) + s.demand(l)
}

// sides says both sides, as the change needs it.
func (x *Difference) sides(l rule.Lang) (before, after string) {
	is := rule.Text{Vi: "là "}.In(l)
	if x.Change == Cited && (x.Before == (Side{}) || x.After == (Side{})) {
		is = "" // the sentence names one side only
	}
	say := func(s *Side) string { return s.Text.In(l) }
	switch x.Change {
	case Added, Removed:
		say = func(s *Side) string { return s.demand(l) }
	case Renumbered, Dated:
	case Renamed:
		say = func(s *Side) string { return quoted(s.Text.In(l), l) }
	case Cited:
		page := x.Before.Source.In(l) == x.After.Source.In(l) && x.Before.Source.Page != x.After.Source.Page
		say = func(s *Side) string { return is + s.cited(page, l) }
	case Scoped:
		say = func(s *Side) string {
			switch words := s.Text.In(l); {
			case words != "" && x.What == wordNote:
				return is + quoted(words, l)
			case words != "":
				return is + words
			case s.Demand.IsZero():
				return wordNothing.In(l)
			default:
				return is + s.demand(l)
			}
		}
	default:
		say = func(s *Side) string {
			if complete(s.Demand.n) {
				return is + s.demand(l)
			}
			return s.demand(l)
		}
	}
	return say(&x.Before), say(&x.After)
}

// name is the name in quotation marks, with a space before it.
func (s *Side) name(l rule.Lang) string {
	name := s.Text.In(l)
	if name == "" {
		name = s.Text.Vi
	}
	return " " + quoted(name, l)
}

// demand says the demand with its unit, and whether it is known and confirmed.
func (s *Side) demand(l rule.Lang) string {
	n, words := s.Demand.n, s.Demand.In(l)
	if n == nil || n.op == opProvince {
		return words
	}
	branches := holds(n, opByRegion) || holds(n, opByYear) || holds(n, opByGroup) || holds(n, opByZone)
	switch {
	case !complete(n) && !branches:
		return rule.Text{Vi: "chưa rõ (", En: "not known ("}.In(l) + words + ")"
	case len(n.kids) == 0 && n.op <= opBelow && s.Unit != "":
		words += " " + s.Unit
	}
	switch {
	case s.Confidence.Confirmed():
	case branches:
		words += rule.Text{Vi: " (có mức chưa xác nhận)", En: " (in part unconfirmed)"}.In(l)
	default:
		words += wordUnconfirmed.In(l)
	}
	return words
}

// cited says source and confidence, and the page where the documents are the same.
func (s *Side) cited(page bool, l rule.Lang) string {
	if s.Source.IsZero() {
		return rule.Text{Vi: "không rõ nguồn", En: "no source"}.In(l) + ", " + s.Confidence.In(l)
	}
	words := s.Source.In(l)
	if page {
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

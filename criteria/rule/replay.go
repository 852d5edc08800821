package rule

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// DataVersion is the version of all that this module holds as data, its rules and its
// ways of calculating included, as a day. Every answer carries it.
const DataVersion = "2026-11-28"

// AnswerKind is what an answer is. The zero value is invalid.
type AnswerKind uint8

// The kinds. None is a decision: recognition, a rating of a person or a revocation is what
// an authority decides.
const (
	_              AnswerKind = iota
	Calculation               // calculated from figures and facts that others established
	AppraisalBasis            // put together for those who appraise
)

var answerKinds = NewEnum[AnswerKind]("kind of answer", Word{},
	Word{"calculation", "kết quả tính toán", "a calculation"},
	Word{"appraisal-basis", "căn cứ để thẩm định", "a basis for appraisal"},
)

// Nature says what an answer is and who decides.
type Nature struct {
	Kind AnswerKind `json:"answer"`
	// Authority is to whom the decision belongs on which the answer bears.
	Authority Text `json:"authority"`
}

// String says the nature in Vietnamese.
func (n Nature) String() string { return n.In(Vi) }

// In says the nature: "a calculation, no decision; the decision belongs to …".
func (n Nature) In(l Lang) string {
	return fmt.Sprintf(Text{"%s, không phải quyết định; quyết định thuộc %s", "%s, no decision; the decision belongs to %s"}.In(l),
		n.Kind.In(l), n.Authority.In(l))
}

// Rulebook is the edition of a rulebook on which an answer rests, and as what it served:
// "scheme", "policy", "basis".
type Rulebook struct {
	Role string `json:"role"`
	Edition
}

// Grounds is the part of an answer that makes it possible to check it later: what was
// judged, by which rulebooks, by which data, and what kind of answer it is. The same record
// under the same rulebooks and data has the same answer.
type Grounds struct {
	Nature
	Data   string `json:"data"`   // the [DataVersion] that answered
	Record string `json:"record"` // the [Digest] of the record that was judged
	// Rulebooks are those that took part, in the order in which the answer's type says.
	Rulebooks []Rulebook `json:"rulebooks"`
	// Accepted is the least confidence of a number that the answer takes; not stated where
	// the numbers of a rulebook have no confidence.
	Accepted Confidence `json:"accepted,omitzero"`
}

// NewGrounds is the grounds of an answer of today's data.
func NewGrounds(n Nature, record any, rulebooks ...Rulebook) Grounds {
	return Grounds{Nature: n, Data: DataVersion, Record: Digest(record), Rulebooks: append([]Rulebook{}, rulebooks...)}
}

// Replayed is what came of calculating a stored answer again.
type Replayed struct {
	// Same says that the same answer comes out of the same record, and that its facts
	// were there. Rulebooks, data and words may still be others: see Differs.
	Same bool `json:"same"`
	// Differs is how: an [ErrReplayMember] for each place of the answer that comes out
	// otherwise, in the order of the names of members.
	Differs Findings `json:"differs"`
}

// The codes of a replay.
const (
	ErrNotKept           Code = "replay.not-kept"
	ErrReplayRecord      Code = "replay.record"
	ErrReplayMember      Code = "replay.member"
	AdviceReplayMore     Code = "replay.more"
	AdviceReplayWords    Code = "replay.words"
	AdviceReplayRulebook Code = "replay.rulebook"
	AdviceReplayData     Code = "replay.data"
)

var replays = MustTable(
	Rule{Code: ErrNotKept, Origin: OriginForm,
		Text: Text{"không lưu dữ liệu mà kết quả dựa vào, nên không tính lại được", "the facts on which the answer rests were not kept, so it cannot be calculated again"}},
	Rule{Code: ErrReplayRecord, Origin: OriginForm,
		Text: Text{"không phải hồ sơ đã dùng khi tính: lúc đó {stored}, nay {again}", "not the record that was judged: {stored} then, {again} now"}},
	Rule{Code: ErrReplayMember, Origin: OriginForm,
		Text: Text{"kết quả lưu là {stored}, tính lại là {again}", "{stored} is stored, {again} comes out"}},
	Rule{Code: AdviceReplayMore, Origin: OriginForm,
		Text: Text{"và {number} chỗ khác nữa không liệt kê", "and {number} more differences that are not listed"}},
	Rule{Code: AdviceReplayWords, Origin: OriginForm,
		Text: Text{"lời diễn đạt đã đổi: lúc đó «{stored}», nay «{again}»", "the words have changed: {stored} then, {again} now"}},
	Rule{Code: AdviceReplayRulebook, Origin: OriginForm,
		Text: Text{"bộ quy tắc «{role}» đã đổi: lúc đó {stored}, nay {again}", "the {role} is another one: {stored} then, {again} now"}},
	Rule{Code: AdviceReplayData, Origin: OriginForm,
		Text: Text{"dữ liệu của thư viện đã đổi: lúc đó {stored}, nay {again}", "the data of the library is another one: {stored} then, {again} now"}},
)

// Rules lists the rules of this package: those of a replay.
func Rules() []Rule { return replays.Rules() }

// ErrStored says that a text is no stored answer of the format that is asked for.
var ErrStored = NewMisuse(nil, Text{"không phải kết quả đã lưu theo mẫu này", "not a stored answer of this format"})

// ReadStored reads some members of a stored answer and leaves the others.
func ReadStored(stored []byte, want string, members any) error {
	var head struct {
		Format string `json:"format"`
	}
	if err := json.Unmarshal(stored, &head); err != nil {
		return fmt.Errorf("%w: %w", ErrStored, err)
	}
	if head.Format != want {
		return NewMisuse(ErrStored, Text{"«{format}», không phải «{want}»", "\"{format}\", not \"{want}\""}, A("format", Shorten(head.Format)), A("want", want))
	}
	if err := json.Unmarshal(stored, members); err != nil {
		return fmt.Errorf("%w: %w", ErrStored, err)
	}
	return nil
}

// NotKept is the replay of an answer whose facts were not kept.
func NotKept() Replayed {
	return Replayed{Differs: Findings{replays.Undecided(ErrNotKept, "")}}
}

// ReplayFacts calculates a stored answer again out of its facts, and holds the two against each
// other. The facts are the member of that name that was stored with the answer, unless choose,
// which is given it or nil, takes others; with none the answer was [NotKept]. The error is
// misuse: a text that is no stored answer of the format, or what calculate says.
func ReplayFacts[F, A any](stored []byte, format, member string, choose func(kept *F) *F, calculate func(F) (A, error)) (Replayed, error) {
	var members map[string]json.RawMessage
	if err := ReadStored(stored, format, &members); err != nil {
		return Replayed{}, err
	}
	var kept *F
	if text, is := members[member]; is {
		if err := json.Unmarshal(text, &kept); err != nil {
			if _, isForm := FindingsIn(err); !isForm {
				return Replayed{}, fmt.Errorf("%w: %w", ErrStored, err)
			}
		}
	}
	facts := choose(kept)
	if facts == nil {
		return NotKept(), nil
	}
	again, err := calculate(*facts)
	if err != nil {
		return Replayed{}, err
	}
	data, err := json.Marshal(again)
	if err != nil {
		return Replayed{}, err
	}
	return Replay(stored, data, member)
}

// Replay holds a stored answer against the same answer calculated again, both as JSON. A
// member of the facts that was not stored with the answer is not compared: facts lists
// their names. At most 100 differences are listed.
func Replay(stored, again []byte, facts ...string) (Replayed, error) {
	then, err := decodeAny(stored)
	if err != nil {
		return Replayed{}, fmt.Errorf("%w: %w", ErrStored, err)
	}
	now, err := decodeAny(again)
	if err != nil {
		return Replayed{}, err
	}
	r := replay{facts: facts, found: Findings{}}
	r.compare("", then, now)
	if r.more > 0 {
		r.found = append(r.found, replays.Advice(AdviceReplayMore, "", A("number", r.more)))
	}
	return Replayed{Same: !r.broken, Differs: r.found}, nil
}

func decodeAny(data []byte) (any, error) {
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	return v, nil
}

// maxDifferences is how many differences are listed.
const maxDifferences = 100

// replay compares two answers, decoded.
type replay struct {
	facts []string
	found Findings
	// broken says that a place differs in more than words or editions, more how many
	// differences are not listed.
	broken bool
	more   int
}

func (r *replay) add(k Kind, c Code, at Path, then, now any, more ...Arg) {
	if r.broken = r.broken || k == Broken; len(r.found) >= maxDifferences {
		r.more++
		return
	}
	r.found = append(r.found, replays.Finding(k, c, at, append(more, A("stored", said(then)), A("again", said(now)))...))
}

// compare tells every place at which two answers differ. A member that is missing is nil,
// as one that is null.
func (r *replay) compare(at Path, then, now any) {
	a, isObject := then.(map[string]any)
	b, too := now.(map[string]any)
	if isObject && too {
		r.members(at, a, b)
		return
	}
	list, isList := then.([]any)
	other, too := now.([]any)
	if isList && too {
		for i := range max(len(list), len(other)) {
			r.compare(at.Index(i), element(list, i), element(other, i))
		}
		return
	}
	if !reflect.DeepEqual(then, now) {
		r.add(Broken, ErrReplayMember, at, then, now)
	}
}

func element(list []any, i int) any {
	if i < len(list) {
		return list[i]
	}
	return nil
}

func (r *replay) members(at Path, a, b map[string]any) {
	names := maps.Clone(a)
	maps.Copy(names, b)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		then, kept := a[name]
		now, here := b[name], at.Key(name)
		differs := !reflect.DeepEqual(then, now)
		switch {
		case !differs, !kept && slices.Contains(r.facts, name):
		case name == "text", name == "authority":
			r.add(Advice, AdviceReplayWords, here, then, now)
		case name == "record" && at.last() == "grounds":
			r.add(Broken, ErrReplayRecord, here, then, now)
		case name == "data" && at.last() == "grounds":
			r.add(Advice, AdviceReplayData, here, then, now)
		case name == "rulebooks" && at.last() == "grounds":
			r.rulebooks(here, then, now)
		default:
			r.compare(here, then, now)
		}
	}
}

func (r *replay) rulebooks(at Path, then, now any) {
	a, _ := then.([]any)
	b, _ := now.([]any)
	for i := range max(len(a), len(b)) {
		x, y := element(a, i), element(b, i)
		if reflect.DeepEqual(x, y) {
			continue
		}
		role := member(x, "role")
		if role == "" {
			role = member(y, "role")
		}
		r.add(Advice, AdviceReplayRulebook, at.Index(i), edition(x), edition(y), A("role", role))
	}
}

func member(object any, name string) string {
	of, _ := object.(map[string]any)
	text, _ := of[name].(string)
	return text
}

// edition says which edition of a rulebook it is; nil where there is none.
func edition(object any) any {
	if object == nil {
		return nil
	}
	digest := Edition{Digest: member(object, "digest")}
	return Shorten(member(object, "id")) + " " + Shorten(member(object, "version")) + " " + digest.Short()
}

// said is a member of an answer in a line of words.
func said(v any) any {
	switch x := v.(type) {
	case nil:
		return Text{"(không có)", "(none)"}
	case string:
		return Shorten(x)
	}
	text, _ := json.Marshal(v) // it was read from JSON
	return Shorten(string(text))
}

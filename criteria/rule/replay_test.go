package rule_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var authority = rule.Text{Vi: "cấp có thẩm quyền", En: "the competent authority"}

// storedAnswer is an answer as a package of this module stores it.
type storedAnswer struct {
	Format  string         `json:"format"`
	Grounds rule.Grounds   `json:"grounds"`
	Total   rule.Number    `json:"total"`
	Found   rule.Findings  `json:"found"`
	Facts   map[string]int `json:"facts,omitempty"`
	Parts   []storedAnswer `json:"parts,omitempty"`
}

func answerOf(change func(*storedAnswer)) []byte {
	facts := map[string]int{"a": 1, "b": 2}
	a := storedAnswer{
		Format: "giupxa.sample/1", Total: rule.MustNumber("26.70"), Found: sampleFindings()[:1], Facts: facts,
		Grounds: rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: authority}, facts,
			rule.Rulebook{Role: "scheme", Edition: rule.EditionOf("s", "1", 1)}, rule.Rulebook{Role: "policy", Edition: rule.EditionOf("p", "1", 1)}),
	}
	a.Parts = []storedAnswer{a}
	change(&a)
	data, err := json.Marshal(a)
	if err != nil {
		panic(err)
	}
	return data
}

func TestReplay(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*storedAnswer)
		same   bool
		differ []string
	}{
		"nothing": {func(*storedAnswer) {}, true, nil},
		"a figure": {func(a *storedAnswer) { a.Total = rule.MustNumber("26.7") }, false,
			[]string{"total replay.member broken: 26.7 is stored, 26.70 comes out"}},
		"a figure that was not known": {func(a *storedAnswer) { a.Total = rule.Number{} }, false,
			[]string{"total replay.member broken: (none) is stored, 26.70 comes out"}},
		"an element less": {func(a *storedAnswer) { a.Parts = nil }, false,
			[]string{`parts replay.member broken: (none) is stored, [{"facts":`}},
		"an element more": {func(a *storedAnswer) { a.Parts = append(a.Parts, storedAnswer{}) }, false,
			[]string{"parts[1] replay.member broken"}},
		"what a part says": {func(a *storedAnswer) { a.Parts[0].Total = rule.Int(3) }, false,
			[]string{"parts[0].total replay.member broken: 3 is stored, 26.70 comes out"}},
		"the record": {func(a *storedAnswer) { a.Grounds.Record = rule.Digest(2) }, false,
			[]string{"grounds.record replay.record broken: not the record"}},
		"the record of a part": {func(a *storedAnswer) { a.Parts[0].Grounds.Record = "" }, false,
			[]string{"parts[0].grounds.record replay.record broken"}},
		"a rulebook": {func(a *storedAnswer) {
			a.Grounds.Rulebooks = []rule.Rulebook{a.Grounds.Rulebooks[0], {Role: "policy", Edition: rule.EditionOf("p", "1", 2)}}
		}, true, []string{"grounds.rulebooks[1] replay.rulebook advice: the policy is another one: p 1 d4735e3a265e16ee then, p 1 6b86b273ff34fce1 now"}},
		"a rulebook less": {func(a *storedAnswer) { a.Grounds.Rulebooks = a.Grounds.Rulebooks[:1] }, true,
			[]string{"grounds.rulebooks[1] replay.rulebook advice: the policy is another one: (none) then"}},
		"the data": {func(a *storedAnswer) { a.Grounds.Data = "2021-07-28" }, true,
			[]string{"grounds.data replay.data advice: the data of the library is another one: 2021-07-28 then, " + rule.DataVersion + " now"}},
		"the confidence accepted": {func(a *storedAnswer) { a.Grounds.Accepted = rule.Med }, false,
			[]string{"grounds.accepted replay.member broken: med is stored, (none) comes out"}},
		"the kind of answer": {func(a *storedAnswer) { a.Grounds.Kind = rule.AppraisalBasis }, false,
			[]string{"grounds.answer replay.member broken"}},
		"the words": {func(a *storedAnswer) {
			a.Found = rule.Findings{sample.Broken(errLate, "months[2].sent", rule.A("on", rule.Day(2021, 8, 10)), rule.A("latest", civil.Date{})).Citing(sampleSource)}
		}, true, []string{"found[0].args[1].text replay.words advice", "found[0].text replay.words advice"}},
		"facts that were not kept": {func(a *storedAnswer) { a.Facts = nil }, true, nil},
		"facts of a part":          {func(a *storedAnswer) { a.Parts[0].Facts = nil }, true, nil},
		"facts that were changed": {func(a *storedAnswer) { a.Facts = map[string]int{"a": 1, "b": 3} }, false,
			[]string{"facts.b replay.member broken: 3 is stored, 2 comes out"}},
		"no grounds at all": {func(a *storedAnswer) { a.Format = "" }, false, []string{"format replay.member broken"}},
	} {
		again := answerOf(func(*storedAnswer) {})
		r, err := rule.Replay(answerOf(c.change), again, "facts")
		require.NoError(t, err, name)
		require.Len(t, r.Differs, len(c.differ), "%s: %s", name, r.Differs)
		for i, want := range c.differ {
			f := r.Differs[i]
			got := fmt.Sprintf("%s %s %s: %s", f.Path, f.Code(), f.Kind, f.In(rule.En))
			assert.True(t, strings.HasPrefix(got, want), "%s: %s", name, got)
			assert.NotContains(t, f.In(rule.Vi), "{"+"stored")
		}
		assert.Equal(t, c.same, r.Same, name)
	}
	_, err := rule.Replay([]byte("{"), answerOf(func(*storedAnswer) {}))
	assert.ErrorIs(t, err, rule.ErrStored)
	_, err = rule.Replay(answerOf(func(*storedAnswer) {}), []byte("x"))
	assert.Error(t, err)

	data, err := json.Marshal(must(rule.Replay(answerOf(func(*storedAnswer) {}), answerOf(func(*storedAnswer) {}))))
	require.NoError(t, err)
	assert.JSONEq(t, `{"same":true,"differs":[]}`, string(data))
	lost := rule.NotKept()
	assert.False(t, lost.Same)
	assert.True(t, lost.Differs.Has(rule.Undecided))
	assert.Len(t, lost.Differs.Of(rule.ErrNotKept), 1)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Whatever differs, an answer lists a hundred places and says how many more there are. What
// is not listed counts.
func TestReplayIsBounded(t *testing.T) {
	t.Parallel()
	many := func(words string) []byte {
		return []byte(`[` + strings.Repeat(`{"text":"`+words+`"},`, 150) + `{"total":"` + words + `"}]`)
	}
	r := must(rule.Replay(many("a"), many("b")))
	require.Len(t, r.Differs, 101)
	assert.Equal(t, rule.AdviceReplayMore, r.Differs[100].Code())
	assert.Contains(t, r.Differs[100].String(), "51")
	assert.False(t, r.Same, "the one that decides is not listed")
}

func TestReadStored(t *testing.T) {
	t.Parallel()
	var in struct{ Total rule.Number }
	require.NoError(t, rule.ReadStored(answerOf(func(*storedAnswer) {}), "giupxa.sample/1", &in))
	assert.Equal(t, "26.70", in.Total.String())
	for _, bad := range []string{"", "{", "[]", "{}", `{"format":"giupxa.sample/2"}`, `{"format":1}`} {
		assert.ErrorIs(t, rule.ReadStored([]byte(bad), "giupxa.sample/1", &in), rule.ErrStored, bad)
	}
	assert.Error(t, rule.ReadStored([]byte(`{"format":"giupxa.sample/1","total":"x"}`), "giupxa.sample/1", &in))
}

// The digest of a record is the same before it is stored and after it was read again.
func TestDigest(t *testing.T) {
	t.Parallel()
	assert.Len(t, rule.Digest("a"), 64)
	assert.Equal(t, rule.Digest("Đúng"), rule.Digest("\u00D0u\u0301ng"))
	assert.Equal(t, rule.Digest([]string{"Sơn Hà"}), rule.Digest([]string{norm.NFD.String("Sơn Hà")}))
	assert.NotEqual(t, rule.Digest("a"), rule.Digest("b"))
	assert.Empty(t, rule.Digest(func() {}))
	assert.Equal(t, rule.EditionOf("x", "1", "a").Digest, rule.Digest("a"))
	_, err := civil.ParseDate(rule.DataVersion)
	assert.NoError(t, err)
}

func TestNature(t *testing.T) {
	t.Parallel()
	n := rule.Nature{Kind: rule.Calculation, Authority: authority}
	assert.Equal(t, "kết quả tính toán, không phải quyết định; quyết định thuộc cấp có thẩm quyền", n.String())
	assert.Equal(t, "a calculation, no decision; the decision belongs to the competent authority", n.In(rule.En))
	maintain.Enum[rule.AnswerKind](t)
	maintain.Codes(t, "testdata/codes.txt", rule.Rules())
}

// The facts that are given are calculated, else those that were kept; without any the answer
// was not kept, and what the calculation calls misuse is misuse.
func TestReplayFacts(t *testing.T) {
	t.Parallel()
	stored := answerOf(func(*storedAnswer) {})
	other := map[string]int{"a": 3}
	for name, c := range map[string]struct {
		stored []byte
		given  *map[string]int
		same   bool
		code   rule.Code
	}{
		"kept":     {stored, nil, true, ""},
		"given":    {stored, &other, false, rule.ErrReplayMember},
		"not kept": {answerOf(func(a *storedAnswer) { a.Facts = nil }), nil, false, rule.ErrNotKept},
	} {
		choose := func(kept *map[string]int) *map[string]int {
			if c.given != nil {
				return c.given
			}
			return kept
		}
		replayed, err := rule.ReplayFacts(c.stored, "giupxa.sample/1", "facts", choose, func(facts map[string]int) (json.RawMessage, error) {
			return answerOf(func(a *storedAnswer) {
				a.Facts = facts
				if facts["a"] == 3 {
					a.Total = rule.Int(3)
				}
			}), nil
		})
		require.NoError(t, err, name)
		assert.Equal(t, c.same, replayed.Same, name)
		if c.code != "" {
			assert.NotEmpty(t, replayed.Differs.Of(c.code), name)
		}
	}
	fails := func(map[string]int) (int, error) { return 0, rule.ErrNotADay }
	_, err := rule.ReplayFacts(stored, "giupxa.sample/1", "facts", func(kept *map[string]int) *map[string]int { return kept }, fails)
	require.ErrorIs(t, err, rule.ErrNotADay)
	unwritable := func(map[string]int) (json.RawMessage, error) { return json.RawMessage("{"), nil }
	_, err = rule.ReplayFacts(stored, "giupxa.sample/1", "facts", func(kept *map[string]int) *map[string]int { return kept }, unwritable)
	require.Error(t, err, "an answer that has no JSON")
	_, err = rule.ReplayFacts([]byte(`{"format":"giupxa.sample/1","facts":5}`), "giupxa.sample/1", "facts", func(kept *map[string]int) *map[string]int { return kept }, fails)
	require.ErrorIs(t, err, rule.ErrStored)
}

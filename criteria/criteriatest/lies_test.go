package criteriatest_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/rule"
)

type (
	answer  = criteriatest.Answer
	library = criteriatest.Library
	demands = *criteria.Demands
)

// liar is the library with a lie in its answers.
func liar(lie func(criteria.Dossier, rule.Confidence, *answer)) library {
	lib := criteriatest.Genuine()
	assess := lib.Assess
	lib.Assess = func(kept demands, s criteria.Set, d criteria.Dossier, floor rule.Confidence) (answer, error) {
		a, err := assess(kept, s, d, floor)
		if err == nil {
			lie(d, floor, &a)
		}
		return a, err
	}
	return lib
}

// each lies about the lines of a verdict.
func each(v criteria.Verdict, lie func(a *answer, i int)) func(criteria.Dossier, rule.Confidence, *answer) {
	return func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
		for i := range a.Lines {
			if a.Lines[i].Verdict == v {
				lie(a, i)
			}
		}
	}
}

// has reports whether a dossier gives a reading, and which.
func has(d criteria.Dossier, key string) (string, bool) {
	r, ok := d.Readings[key]
	text, _ := json.Marshal(r)
	return strings.Trim(string(text), `"`), ok
}

// A lie of any kind in an answer is found by the comparison with the evaluator.
func TestLiesAreFoundInCells(t *testing.T) {
	t.Parallel()
	for says, lie := range map[string]func(criteria.Dossier, rule.Confidence, *answer){
		"is not-met, not met":                          each(criteria.Met, func(a *answer, i int) { a.Lines[i].Verdict = criteria.NotMet }),
		"is met, not unknown":                          each(criteria.Unknown, func(a *answer, i int) { a.Lines[i].Verdict, a.Lines[i].Reason = criteria.Met, criteria.Decided }),
		"stated is true, not false":                    each(criteria.Met, func(a *answer, i int) { a.Lines[i].Stated = true }),
		`by the reason "misfit"`:                       each(criteria.Met, func(a *answer, i int) { a.Lines[i].Reason = criteria.Misfit }),
		`is open for "rows-missing", which is none of`: each(criteria.Unknown, func(a *answer, i int) { a.Lines[i].Reason = criteria.RowsMissing }),
		"the gap is":                                   each(criteria.NotMet, func(a *answer, i int) { a.Lines[i].Gap = a.Lines[i].Gap.Add(rule.Int(1)) }),
		"unknown, with a gap of":                       each(criteria.Unknown, func(a *answer, i int) { a.Lines[i].Gap, a.Lines[i].GapKnown = rule.Int(0), true }),
		"is not-met with a gap of 0":                   each(criteria.NotMet, func(a *answer, i int) { a.Lines[i].Gap, a.Lines[i].GapKnown = rule.Int(0), true }),
		"9.9 is said to be missing":                    each(criteria.Unknown, func(a *answer, i int) { a.Lines[i].Missing = []string{"9.9"} }),
		"a reading is missing, and it is not said":     each(criteria.Unknown, func(a *answer, i int) { a.Lines[i].Missing = nil }),
		"stands where 2.1 of 2 is":                     each(criteria.Met, func(a *answer, i int) { a.Lines[i].Code = "7" }),
		"there are 2 lines, not 3":                     func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Lines = a.Lines[1:] },
		"there are 1 criteria, not 2":                  func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Headings = a.Headings[1:] },
		"criterion 3 stands where 2 is":                func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Headings[0].No = 3 },
		"criterion 2 is met, not": func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			a.Headings[0].Verdict, a.Headings[0].Reason = criteria.Met, criteria.Decided
		},
		"criterion 2 is said to rest on a statement": func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Headings[0].Stated = true },
		"the whole is met, not":                      func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Verdict = criteria.Met },
		"the whole is said to rest on a statement":   func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Stated = true },
		"criteria are met, between":                  func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Least++ },
		`the group is "1", not ""`:                   func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Group = criteria.Group1 },
		`the column is "TN", not`:                    func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Column = criteria.TN },
		"the findings are []":                        func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Findings = nil },
		"contradictions are listed, not 0": func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			a.Caveats = append(a.Caveats, caveat(criteria.AdviceContradiction))
		},
		"criteria.override is listed 1 times, should be: false": func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			a.Caveats = append(a.Caveats, caveat(criteria.AdviceOverride))
		},
		"criteria.special-column is listed 1 times": func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			a.Caveats = append(a.Caveats, caveat(criteria.AdviceSpecialColumn))
		},
		"criteria.rows-missing is listed 2 times, should be: false": func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			a.Caveats = append(a.Caveats, caveat(criteria.AdviceRowsMissing), caveat(criteria.AdviceRowsMissing))
		},
	} {
		t.Run(says, func(t *testing.T) {
			t.Parallel()
			_, err := criteriatest.Prove("cells", zones(t), liar(lie))
			require.ErrorContains(t, err, says)
			_, err = criteriatest.Prove("random", zones(t), liar(lie))
			require.Error(t, err)
		})
	}
}

func caveat(c rule.Code) rule.Finding {
	return rule.MustTable(criteria.Rules()...).Advice(c, "")
}

// Lies that need something stated, an unconfirmed number or a reason to be seen.
func TestLiesAreFoundInRandomCommunes(t *testing.T) {
	t.Parallel()
	without := func(c rule.Code) func(criteria.Dossier, rule.Confidence, *answer) {
		return func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			a.Caveats = slices.DeleteFunc(a.Caveats, func(f rule.Finding) bool { return f.Code() == c })
		}
	}
	set := setOf(t, criteria.AtLeast("80"), criteria.Cite(recall, criteria.AtLeast("50")))
	for says, lie := range map[string]func(criteria.Dossier, rule.Confidence, *answer){
		"rests on an unconfirmed number, and does not say so": without(criteria.AdviceAccepted),
		"0 contradictions are listed, not":                    without(criteria.AdviceContradiction),
		"rests on statements, and does not say so":            without(criteria.AdviceStated),
		"criteria.override is listed 0 times":                 without(criteria.AdviceOverride),
		"criterion 1 rests on a statement, and it is not said": func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			a.Headings[0].Stated = false
		},
		"the whole rests on a statement, and it is not said": func(_ criteria.Dossier, _ rule.Confidence, a *answer) { a.Stated = false },
	} {
		_, err := criteriatest.Prove("random", set, liar(lie))
		require.ErrorContains(t, err, says)
	}
}

// A library that mishandles time, texts or storage.
func TestLiesAboutTimeAndStorage(t *testing.T) {
	t.Parallel()
	genuine := criteriatest.Genuine()
	for name, c := range map[string]struct {
		proof, says string
		lie         func(*library)
	}{
		"any day will do": {"time", "the error is none, not the set does not serve that day", func(l *library) {
			l.Assess = func(kept demands, s criteria.Set, d criteria.Dossier, floor rule.Confidence) (answer, error) {
				a, err := genuine.Assess(kept, s, d, floor)
				if errors.Is(err, criteria.ErrNotInForce) {
					err = nil
				}
				return a, err
			}
		}},
		"no year will do": {"time", "not none", func(l *library) {
			l.Assess = func(demands, criteria.Set, criteria.Dossier, rule.Confidence) (answer, error) {
				return answer{}, criteria.ErrYear
			}
		}},
		"it cannot be asked": {"invariants", "out of order", func(l *library) {
			l.Assess = func(demands, criteria.Set, criteria.Dossier, rule.Confidence) (answer, error) {
				return answer{}, errors.New("out of order")
			}
			l.AtStage = func(criteria.Set, criteria.Dossier, criteria.Stage) (answer, error) {
				return answer{}, errors.New("out of order")
			}
		}},
		"a comma is a point": {"malformed", `"12,5" under`, func(l *library) {
			l.Decode = func(data []byte) (criteria.Dossier, error) {
				return genuine.Decode(bytes.ReplaceAll(data, []byte(`"12,5"`), []byte(`"12.5"`)))
			}
		}},
		"a fault without its path": {"malformed", `"95 %" as the reading of`, func(l *library) {
			l.Decode = func(data []byte) (criteria.Dossier, error) {
				d, err := genuine.Decode(data)
				found, _ := rule.FindingsIn(err)
				for i := range found {
					found[i].Path = ""
				}
				return d, found.Err()
			}
		}},
		"nothing is refused": {"malformed", "says nothing, and is refused", func(l *library) {
			l.Decode = func(data []byte) (criteria.Dossier, error) {
				if bytes.Contains(data, []byte("null")) {
					return criteria.Dossier{}, errors.New("null")
				}
				return genuine.Decode(data)
			}
		}},
		"storing changes the set": {"store", "the set changes on its way through JSON", func(l *library) {
			l.Again = func(criteria.Set) (criteria.Set, error) { return ending(t), nil }
		}},
		"the set does not come back": {"store", "does not read its own JSON", func(l *library) {
			l.Again = func(criteria.Set) (criteria.Set, error) { return criteria.Set{}, errors.New("lost") }
		}},
		"the stored set answers otherwise": {"invariants", "the stored set", func(l *library) {
			l.Again = func(s criteria.Set) (criteria.Set, error) {
				table := s.Table()
				table.Criteria[0].Indicators[0].Require = criteria.AtLeast("99")
				return criteria.NewSet(table)
			}
		}},
		"dossiers do not come back": {"invariants", "the dossier does not read its own JSON", func(l *library) {
			l.Decode = func([]byte) (criteria.Dossier, error) { return criteria.Dossier{}, errors.New("lost") }
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lib := criteriatest.Genuine()
			c.lie(&lib)
			_, err := criteriatest.Prove(c.proof, zones(t), lib)
			require.ErrorContains(t, err, c.says)
		})
	}
}

// Each invariant finds the library that breaks it, without asking the evaluator.
func TestLiesAboutInvariants(t *testing.T) {
	t.Parallel()
	turn := func(a *answer, v criteria.Verdict) {
		for i := range a.Lines {
			a.Lines[i].Verdict = v
		}
	}
	calls := 0
	set := setOf(t, criteria.AtLeast("80"), criteria.AtMost("12"), criteria.Cite(recall, criteria.AtLeast("50")), criteria.Sub("x", criteria.Pass()))
	for says, lie := range map[string]func(criteria.Dossier, rule.Confidence, *answer){
		"nothing is known, and line 1.1 is met": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if len(d.Readings) == 0 {
				turn(a, criteria.Met) // a missing value passes «≤ 12»
			}
		},
		"nothing is known, and the whole is not-met": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if len(d.Readings) == 0 {
				a.Verdict = criteria.NotMet
			}
		},
		"and with less": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if text, _ := has(d, "1.1"); text == "81" {
				a.Lines[0].Verdict = criteria.NotMet
			}
		},
		"two answers differ": func(_ criteria.Dossier, _ rule.Confidence, a *answer) {
			calls++
			a.Met = calls
		},
		"the dossier was changed to": func(d criteria.Dossier, _ rule.Confidence, _ *answer) { delete(d.Readings, "1.1") },
		"with more zeros line 1.1 is": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if text, _ := has(d, "1.1"); strings.HasSuffix(text, "000") {
				a.Lines[0].Verdict = criteria.Unknown
			}
		},
		"with more zeros the whole is": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if text, _ := has(d, "1.1"); strings.HasSuffix(text, ".00") {
				a.Verdict = criteria.NotApplicable
			}
		},
		"the gap of line 1.2 is": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if text, _ := has(d, "1.2"); strings.HasSuffix(text, "00") {
				a.Lines[1].GapKnown = !a.Lines[1].GapKnown
			}
		},
		"criterion 1 is not-applicable": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if text, _ := has(d, "1.1"); strings.HasSuffix(text, "00") {
				a.Headings[0].Verdict = criteria.NotApplicable
			}
		},
		"from low on": func(_ criteria.Dossier, floor rule.Confidence, a *answer) {
			if floor < rule.LowMed {
				turn(a, criteria.NotMet)
				a.Verdict = criteria.NotMet
			}
		},
		"line 1.1 turns from met to not-met": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if _, ok := has(d, "1.4/x"); !ok && a.Lines[0].Verdict == criteria.Met && !a.Lines[0].Stated {
				a.Lines[0].Verdict = criteria.NotMet
			}
		},
		"the whole turns from not-met to met": func(d criteria.Dossier, _ rule.Confidence, a *answer) {
			if _, ok := has(d, "1.1"); !ok && len(d.Readings) > 0 {
				a.Verdict = criteria.Met
			}
		},
	} {
		_, err := criteriatest.Prove("invariants", set, liar(lie))
		require.ErrorContains(t, err, says)
	}

	lib := criteriatest.Genuine()
	lib.AtStage = func(s criteria.Set, d criteria.Dossier, _ criteria.Stage) (answer, error) {
		return criteriatest.Genuine().AtStage(s, d, 0) // whatever the stage
	}
	_, err := criteriatest.Prove("invariants", set, lib)
	require.ErrorContains(t, err, "at a stage line")

	lib = criteriatest.Genuine()
	decode := lib.Decode
	lib.Decode = func(data []byte) (criteria.Dossier, error) {
		d, err := decode(data)
		for _, key := range []string{"1.1", "1.2"} { // the reading that stands first is lost
			if bytes.Contains(data, []byte(`"readings":{"`+key+`"`)) {
				delete(d.Readings, key)
			}
		}
		return d, err
	}
	_, err = criteriatest.Prove("invariants", set, lib)
	require.ErrorContains(t, err, "in another order the answer is another")
}

// All proofs say what they found, and a case is put to the evaluator too: a lie with
// which the case agrees is reported all the same.
func TestCheckOfALiar(t *testing.T) {
	t.Parallel()
	lie := liar(each(criteria.NotMet, func(a *answer, i int) { a.Lines[i].Verdict = criteria.Met }))
	agreed := file(`{"name":"agreed","given":{"dossier":{"asOf":"2024-06-30","year":2024,"profile":{"zone":"vùng cao"},"readings":{"2.1":"79"}}},"answer":{"lines":{"2.1":"met"}}}`)
	err := criteriatest.CheckOf(zones(t), agreed, lie)
	for _, says := range []string{"cells: ", "invariants: ", "random: ", "own/agreed", "the evaluator differs: line 2.1 is met, not not-met"} {
		assert.ErrorContains(t, err, says)
	}
}

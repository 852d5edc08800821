package evaluation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// Who is asked comes from the matrix of the day, through whatever became of its bodies.
func TestWhoIsAsked(t *testing.T) {
	t.Parallel()
	lastDay := rule.Day(2023, 6, 30)
	for name, c := range map[string]struct {
		change func(*duty.Parts)
		who    []org.BodyID
		want   []string // of each finding: kind and English words
	}{
		"all": {func(*duty.Parts) {}, []org.BodyID{"h-noi-vu", "h-tai-chinh", "h-ntm"}, nil},
		"a body that ended without an heir": {
			func(p *duty.Parts) { p.Bodies[1].Span.To = lastDay }, []org.BodyID{"h-noi-vu", "h-ntm"},
			[]string{"undecided who evaluates is not known: Finance does not exist on the day of the sheet, and nobody is known to have taken over"},
		},
		"a body that ended, its heir confirmed and absent": {
			func(p *duty.Parts) {
				p.Bodies[1].Span.To, p.Bodies[1].Heirs = lastDay, []org.Heir{{To: "h-khdt", Confidence: rule.Read}}
			}, []org.BodyID{"h-noi-vu", "h-ntm"},
			[]string{"broken Planning took no part; none of the bodies evaluates alone"},
		},
		"an heir that evaluates anyway": {
			func(p *duty.Parts) {
				p.Bodies[1].Span.To, p.Bodies[1].Heirs = lastDay, []org.Heir{{To: "h-noi-vu", Confidence: rule.High}}
			}, []org.BodyID{"h-noi-vu", "h-ntm"}, nil,
		},
		"heirs in a circle": {
			func(p *duty.Parts) {
				p.Bodies[1].Span.To, p.Bodies[1].Heirs = lastDay, []org.Heir{{To: "h-khdt"}}
				p.Bodies[3].Span.To, p.Bodies[3].Heirs = lastDay, []org.Heir{{To: "h-tai-chinh"}}
			}, []org.BodyID{"h-noi-vu", "h-ntm"},
			[]string{"undecided who evaluates is not known: Finance does not exist on the day of the sheet, and nobody is known to have taken over"},
		},
		"a part that went two steps, no better known than the worse of them": {
			func(p *duty.Parts) {
				p.Transfers = []duty.Transfer{{Duty: duty.EvaluateWork, From: "old", To: []org.BodyID{"h-khdt"}, Confidence: rule.Med},
					{Duty: duty.EvaluateWork, From: "h-khdt", To: []org.BodyID{"h-tai-chinh"}, Confidence: rule.Read},
					{Duty: duty.EvaluateOutcome, From: "h-khdt", To: []org.BodyID{"h-noi-vu"}, Confidence: rule.Low}}
			}, []org.BodyID{"h-noi-vu", "h-ntm"},
			[]string{"undecided Finance took no part; it is read as the successor of Planning (unconfirmed (medium))"},
		},
		"a part that came two ways, as well known as the better of them": {
			func(p *duty.Parts) {
				p.Transfers = []duty.Transfer{{Duty: duty.EvaluateWork, From: "old", To: []org.BodyID{"h-tai-chinh"}, Confidence: rule.Med},
					{Duty: duty.EvaluateWork, From: "h-khdt", To: []org.BodyID{"h-tai-chinh"}, Confidence: rule.Secondary},
					{Duty: duty.EvaluateWork, From: "older", To: []org.BodyID{"h-tai-chinh"}, Confidence: rule.Low}}
			}, []org.BodyID{"h-noi-vu", "h-ntm"},
			[]string{"broken Finance took no part; none of the bodies evaluates alone"},
		},
		"nobody is confirmed, and a stranger evaluates": {
			func(p *duty.Parts) {
				p.Transfers = []duty.Transfer{{Duty: duty.EvaluateWork, From: "old", To: []org.BodyID{"h-noi-vu", "h-tai-chinh", "h-ntm"}, Confidence: rule.High}}
			}, []org.BodyID{"h-khdt"},
			[]string{"undecided the evaluation is done by Home Affairs, Finance, New Rural Office together",
				"undecided Home Affairs took no part; it is read as the successor of old (unconfirmed (high))",
				"undecided Finance took no part; it is read as the successor of old (unconfirmed (high))",
				"undecided New Rural Office took no part; it is read as the successor of old (unconfirmed (high))"},
		},
		"one of a class": {
			func(p *duty.Parts) { p.Bodies[3].Classes = []org.BodyID{"h-tai-chinh"} }, []org.BodyID{"h-noi-vu", "h-khdt", "h-ntm"}, nil,
		},
		"a duty that the matrix leaves out": {
			func(p *duty.Parts) { p.Duties = p.Duties[1:] }, []org.BodyID{"h-noi-vu"},
			[]string{"undecided who evaluates is not known: the matrix names no body"},
		},
		"a duty that nobody holds": {
			func(p *duty.Parts) { p.Duties[0].Bearers, p.Duties[0].Group = duty.By(), "" }, []org.BodyID{"h-noi-vu"},
			[]string{"undecided who evaluates is not known: the matrix names no body"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parts := secondParts()
			c.change(&parts)
			sheet := evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2023}, Evaluators: evaluators("20/12/2023", c.who...)}
			var said []string
			for _, f := range (evaluation.Policy{Basis: secondBasis}).Check(sheet, evaluation.Scheme{}, must(duty.NewMatrix(parts))) {
				said = append(said, f.Kind.String()+" "+f.In(rule.En))
			}
			assert.Equal(t, c.want, said)
		})
	}
}

// Points of lines without maxima are held to what their heading leaves.
func TestPointsPassTheirHeading(t *testing.T) {
	t.Parallel()
	table := sampleTable()
	table.Lines[1].Lines[0].Max, table.Lines[1].Lines[1].Max = rule.Number{}, rule.Number{}
	scheme := evaluation.MustScheme(table)
	r := must(scheme.Score(evaluation.Sheet{About: work2021, Entries: entries("1", "10", "2.1", "20", "2.2", "11")}))
	assert.Equal(t, "lines 2.1, 2.2", "lines "+r.Findings().Of(evaluation.ErrAboveMax)[0].Args[0].Text.En)
	low, high := r.Bounds()
	assert.Equal(t, "10 40", low.String()+" "+high.String())
	rating, why := r.Rating()
	assert.Equal(t, evaluation.Unrated, rating)
	assert.NotEmpty(t, why.Of(evaluation.ErrAboveMax))
	assert.NotEmpty(t, why.Of(evaluation.ErrWeightsUnknown))
	r = must(scheme.Score(evaluation.Sheet{About: work2021, Entries: entries("1", "10", "2.1", "20", "2.2", "10")}))
	assert.Equal(t, "40", r.Total().String())
	assert.Equal(t, "0 0", r.Bonus().String()+" "+r.Penalty().String())
	// The self column is held to it too, and does not touch the verified one.
	r = must(scheme.Score(evaluation.Sheet{About: work2021, Entries: []evaluation.Entry{
		{Line: "1", Verified: mark("10")}, {Line: "2.1", Verified: mark("20"), Self: mark("30")}, {Line: "2.2", Verified: mark("10"), Self: mark("0.1")}}}))
	assert.Len(t, r.Findings().Of(evaluation.ErrAboveMax), 1)
	assert.Equal(t, "40", r.Total().String())
	assert.False(t, r.Self().Known())
}

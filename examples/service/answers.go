package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

// routes are all questions, in the order in which they are listed.
func (s *service) routes() []route {
	views := []query{
		{name: "words", about: "1: the report, with the words and the dossier", oneOf: []string{"0", "1"}},
		{name: "accept", about: "also use demands that are not confirmed, from this confidence on", oneOf: []string{"low", "low-med", "med", "med-high", "high"}},
		{name: "stage", about: "use only readings of this stage or a later one", oneOf: []string{"self", "verified", "appraised"}},
	}
	return []route{
		{method: "POST", path: "/v1/assessments", about: "Assess the dossier of a commune", query: views, body: &criteria.Dossier{}, answer: "urn:giupxa:assessment:1", do: (*call).assess},
		{method: "POST", path: "/v1/assessments/batch", about: "Assess one dossier a line; line n of the answer is about line n of the body", query: views, body: &criteria.Dossier{}, lines: true, answer: "an assessment or a problem, with the number of its line", media: linesType, do: (*call).assessBatch},
		{method: "POST", path: "/v1/assessments/local", about: "Assess the dossier of a commune under the decision of its province", query: views, body: &localBody{}, answer: "urn:giupxa:assessment:1", do: (*call).assessLocal},
		{method: "POST", path: "/v1/plans/check", about: "Check a period plan, an annual plan, or both", body: &plansBody{}, answer: "findings and the edition of the mandate", do: (*call).checkPlans},
		{method: "POST", path: "/v1/visits/check", about: "Check visits, each and together", body: &visitsBody{}, answer: "findings and the edition of the policy", do: (*call).checkVisits},
		{method: "POST", path: "/v1/deadlines", about: "Count a legal time limit", body: &deadlineBody{}, answer: "urn:giupxa:deadline:1", do: (*call).deadline},
		{method: "POST", path: "/v1/scores", about: "Score a sheet", body: &scoreBody{}, answer: "urn:giupxa:result:1", do: (*call).score},
		{method: "POST", path: "/v1/ratings", about: "Rate a person's or a unit's year by the law of that year", body: &ratingBody{}, answer: "urn:giupxa:rating-result:1", do: (*call).rate},
		{method: "POST", path: "/v1/ranks", about: "Put people or units in order, and apply the quota", body: &rankBody{}, answer: "urn:giupxa:rank-answer:1", do: (*call).rank},
		{method: "POST", path: "/v1/ledgers", about: "Where every duty of a province stands on a day", query: []query{{name: "date", about: "the day, as 2021-11-20", required: true}}, body: &ledger.Ledger{}, answer: "urn:giupxa:ledger-day:1", do: (*call).ledger},
		{method: "POST", path: "/v1/replays", about: "Calculate a stored answer again: an assessment, a score, a standing, a rating or an order", body: &replayBody{}, answer: "whether the same comes out, and what differs", do: (*call).replay},
		{method: "GET", path: "/v1/matrix", about: "The responsibility matrix of the 2021 dispatch on a day", query: []query{{name: "date", about: "the day, as 2021-08-15", required: true}}, answer: "urn:giupxa:matrix:1", do: (*call).matrix},
		{method: "GET", path: "/v1/rules", about: "All rules, with their origin and source", query: []query{{name: "prefix", about: "how the code begins"}}, answer: "the rules", do: (*call).rules},
		{method: "GET", path: "/v1/schemas", about: "The published schemas", answer: "their ids, titles and addresses", do: (*call).schemas},
		{method: "GET", path: "/v1/schemas/{id}", about: "One schema, by its $id", answer: "the schema", media: "application/schema+json", do: (*call).schema},
		{method: "GET", path: "/openapi.json", about: "This list, as OpenAPI 3.1", answer: "an OpenAPI document", do: (*call).openAPI},
		{method: "GET", path: "/healthz", about: "Whether the service answers, and by which data", answer: "status and version of the data", do: (*call).health},
		{method: "GET", path: "/metrics", about: "Counts for Prometheus", answer: "counts", media: metricsType, do: (*call).metrics},
	}
}

// view is which form of an assessment is asked for.
type view struct {
	words  bool
	accept rule.Confidence
	stage  criteria.Stage
}

// view reads it from the parameters, whose values are known to be of the lists.
func (c *call) view() (v view, err error) {
	v.words = c.args.Get("words") == "1"
	if c.args.Has("accept") {
		if v.accept, err = rule.ParseConfidence(c.args.Get("accept")); err != nil {
			return v, failure{parameter, "accept", err}
		}
	}
	if c.args.Has("stage") {
		if v.stage, err = criteria.ParseStage(c.args.Get("stage")); err != nil {
			return v, failure{parameter, "stage", err}
		}
	}
	return v, nil
}

// assess appends the assessment of a dossier, by the set that it names or else the one in
// force on its day.
func (v view) assess(text, out []byte) ([]byte, error) {
	var d criteria.Dossier
	if err := d.UnmarshalJSON(text); err != nil {
		return out, err
	}
	set, err := program.SetOf(d)
	if err != nil {
		return out, err
	}
	return v.of(set, d, out)
}

// of appends the assessment of a dossier by a set.
func (v view) of(set criteria.Set, d criteria.Dossier, out []byte) ([]byte, error) {
	a, err := set.Assess(d)
	if err != nil {
		return out, err
	}
	if v.accept != 0 {
		a = a.Accept(v.accept)
	}
	if v.stage != 0 {
		a = a.AtStage(v.stage)
	}
	if v.words {
		return a.Report().AppendJSON(out)
	}
	return a.AppendJSON(out)
}

func (c *call) assess() error {
	v, err := c.view()
	if err != nil {
		return err
	}
	text, err := c.text()
	if err != nil {
		return err
	}
	out, err := v.assess(text, nil)
	if err != nil {
		return err
	}
	return c.reply(json.RawMessage(out))
}

// localBody is a dossier, and the decision of its province on the set. A dossier that names a
// set names the one that the decision makes.
type localBody struct {
	Overlay *criteria.Overlay `json:"overlay" validate:"required"`
	Dossier *criteria.Dossier `json:"dossier" validate:"required"`
}

func (c *call) assessLocal() error {
	v, err := c.view()
	if err != nil {
		return err
	}
	var in localBody
	if err := c.decode(&in); err != nil {
		return err
	}
	set, err := national.ByID(in.Overlay.Base)
	if err != nil {
		return err
	}
	if set, err = set.Localize(*in.Overlay); err != nil {
		return under("overlay", err)
	}
	out, err := v.of(set, *in.Dossier, nil)
	if err != nil {
		return err
	}
	return c.reply(json.RawMessage(out))
}

// checked is what a check found, and by which rulebook.
type checked struct {
	Rulebook rule.Edition  `json:"rulebook"`
	Findings rule.Findings `json:"findings"`
}

// plansBody asks about plans; without a mandate, under the 2021 dispatch.
type plansBody struct {
	Mandate    *plan.Mandate         `json:"mandate,omitempty"`
	Assignment assignment.Assignment `json:"assignment"`
	Period     *plan.Period          `json:"period,omitempty"`
	Annual     *plan.Annual          `json:"annual,omitempty"`
	Situation  *plan.Situation       `json:"situation,omitempty"`
}

func (c *call) checkPlans() error {
	var in plansBody
	if err := c.decode(&in); err != nil {
		return err
	}
	m := plan.LaoCai2021()
	if in.Mandate != nil {
		m = *in.Mandate
	}
	found := m.Faults().Under("mandate")
	if in.Period != nil {
		found = append(found, m.Check(*in.Period, in.Assignment).Under("period")...)
	}
	switch {
	case in.Annual == nil && in.Period == nil:
		return missing("annual, period")
	case in.Annual == nil && in.Situation != nil:
		return missing("annual")
	case in.Annual != nil:
		found = append(found, m.Check(*in.Annual, in.Assignment).Under("annual")...)
		if in.Period != nil {
			found = append(found, m.CheckTrace(*in.Annual, *in.Period).Under("annual")...)
		}
		if in.Situation != nil {
			found = append(found, m.CheckSituation(*in.Annual, *in.Situation).Under("annual")...)
		}
	}
	return c.reply(checked{m.Edition(), found})
}

func missing(members string) error {
	return rule.NewMisuse(nil, rule.Text{Vi: "chưa có {members}", En: "what is asked about is not given: {members}"}, rule.A("members", rule.Text{Vi: members, En: members}))
}

// visitsBody asks about visits; without a policy, under the 2021 dispatch.
type visitsBody struct {
	Policy visit.Policy      `json:"policy"`
	Roster assignment.Roster `json:"roster"`
	Visits []visit.Visit     `json:"visits" validate:"required,max=10000,dive"`
}

func (c *call) checkVisits() error {
	var in visitsBody
	if err := c.decode(&in); err != nil {
		return err
	}
	found := in.Policy.CheckTogether(in.Visits, in.Roster)
	for i, v := range in.Visits {
		found = append(found, in.Policy.Check(v, in.Roster).Under(rule.Path("visits").Index(i))...)
	}
	return c.reply(checked{in.Policy.Edition(), found})
}

// deadlineBody asks about a time limit; without a calendar, by that of the state agencies.
type deadlineBody struct {
	Term     workday.Term      `json:"term" validate:"required"`
	Calendar *workday.Calendar `json:"calendar,omitempty"`
}

func (c *call) deadline() error {
	var in deadlineBody
	if err := c.decode(&in); err != nil {
		return err
	}
	cal := workday.Vietnam()
	if in.Calendar != nil {
		cal = *in.Calendar
	}
	d, err := cal.Deadline(in.Term)
	if err != nil {
		return err
	}
	return c.reply(d)
}

// scoreBody asks about a sheet; without a scheme, by that of 1686/QĐ-UBND, whose weights
// nobody could read: the caller gives them.
type scoreBody struct {
	Scheme  *evaluation.Scheme  `json:"scheme,omitempty"`
	Weights *evaluation.Weights `json:"weights,omitempty"`
	Sheet   *evaluation.Sheet   `json:"sheet" validate:"required"`
}

func (c *call) score() error {
	text, err := c.text()
	if err != nil {
		return err
	}
	var in scoreBody
	scheme := evaluation.LaoCai1686()
	if err := form.Build(text, "", &in, func() (err error) {
		if in.Scheme != nil {
			scheme = *in.Scheme
		}
		if in.Weights != nil {
			scheme, err = scheme.WithWeights(*in.Weights)
		}
		return under("weights", err)
	}); err != nil {
		return err
	}
	result, err := scheme.Score(*in.Sheet)
	if err != nil {
		return err
	}
	return c.reply(result)
}

// ratingBody asks about a year; without a rulebook, by the regimes of the country.
type ratingBody struct {
	Rulebook rating.Rulebook `json:"rulebook"`
	Record   *rating.Record  `json:"record" validate:"required"`
}

func (c *call) rate() error {
	var in ratingBody
	if err := c.decode(&in); err != nil {
		return err
	}
	result, err := in.Rulebook.Rate(*in.Record)
	if err != nil {
		return err
	}
	return c.reply(result)
}

// rankBody asks about an order.
type rankBody struct {
	Policy rank.Policy `json:"policy"`
	List   *rank.List  `json:"list" validate:"required"`
}

func (c *call) rank() error {
	var in rankBody
	if err := c.decode(&in); err != nil {
		return err
	}
	answer, err := in.Policy.Order(*in.List)
	if err != nil {
		return err
	}
	return c.reply(answer)
}

// ledger answers for a day; a ledger without a matrix takes that of the 2021 dispatch.
func (c *call) ledger() error {
	day, err := rule.ParseDate(c.args.Get("date"))
	if err != nil {
		return failure{parameter, "date", err}
	}
	text, err := c.text()
	if err != nil {
		return err
	}
	var l ledger.Ledger
	if err := l.UnmarshalJSON(text); err != nil {
		return err
	}
	if err := program.Dispatch(&l, day); err != nil {
		return failure{parameter, "date", err}
	}
	answer, err := l.On(day)
	if err != nil {
		return err
	}
	return c.reply(answer)
}

// under puts the findings of an error below a member.
func under(member rule.Path, err error) error {
	if found, ok := rule.FindingsIn(err); ok {
		return found.Under(member).Err()
	}
	return err
}

// replayBody is a stored answer, and its facts where they were not stored with it.
type replayBody struct {
	Answer   json.RawMessage    `json:"answer" validate:"required"`
	Dossier  *criteria.Dossier  `json:"dossier,omitempty"`
	Overlay  *criteria.Overlay  `json:"overlay,omitempty"`
	Sheet    *evaluation.Sheet  `json:"sheet,omitempty"`
	Scheme   *evaluation.Scheme `json:"scheme,omitempty"`
	Register *duty.Register     `json:"register,omitempty"`
	Rulebook *rating.Rulebook   `json:"rulebook,omitempty"`
	Record   *rating.Record     `json:"record,omitempty"`
	Policy   *rank.Policy       `json:"policy,omitempty"`
	List     *rank.List         `json:"list,omitempty"`
}

func (c *call) replay() error {
	var in replayBody
	if err := c.decode(&in); err != nil {
		return err
	}
	var head struct {
		Format string `json:"format"`
	}
	_ = json.Unmarshal(in.Answer, &head) // what has no format is none of them
	var again rule.Replayed
	var err error
	switch head.Format {
	case "giupxa.assessment/1":
		again, err = in.assessment()
	case "giupxa.result/1":
		scheme := evaluation.LaoCai1686()
		if in.Scheme != nil {
			scheme = *in.Scheme
		}
		again, err = scheme.Replay(in.Answer, in.Sheet)
	case "giupxa.standing/1":
		again, err = duty.Replay(in.Answer, in.Register)
	case "giupxa.rating-result/1":
		again, err = or(in.Rulebook).Replay(in.Answer, in.Record)
	case "giupxa.rank-answer/1":
		again, err = or(in.Policy).Replay(in.Answer, in.List)
	default:
		return errNotStored
	}
	if k, _ := kindOf(err); err != nil && k == ownMistake {
		return errNotStored // encoding/json could not read it
	}
	if err != nil {
		return under("answer", err)
	}
	return c.reply(again)
}

// or is what is given, or else the zero value: the default of the library.
func or[T any](given *T) (value T) {
	if given != nil {
		value = *given
	}
	return value
}

// errNotStored says that what is to be replayed is none of the answers that can be.
var errNotStored = rule.NewMisuse(nil, rule.Text{
	Vi: "«answer» không phải là kết quả đã lưu dạng giupxa.assessment/1, giupxa.result/1, giupxa.standing/1, giupxa.rating-result/1 hoặc giupxa.rank-answer/1",
	En: "answer is no stored answer of giupxa.assessment/1, giupxa.result/1, giupxa.standing/1, giupxa.rating-result/1 or giupxa.rank-answer/1",
})

// assessment replays one by the set on which it rests.
func (in replayBody) assessment() (rule.Replayed, error) {
	var then criteria.Report
	if err := then.UnmarshalJSON(in.Answer); err != nil {
		return rule.Replayed{}, err
	}
	id := then.Edition().ID
	if in.Overlay != nil {
		id = in.Overlay.Base
	}
	set, err := national.ByID(id)
	if err == nil && in.Overlay != nil {
		set, err = set.Localize(*in.Overlay)
	}
	if err != nil {
		return rule.Replayed{}, err
	}
	return set.Replay(in.Answer, in.Dossier)
}

func (c *call) matrix() error {
	day, err := rule.ParseDate(c.args.Get("date"))
	if err != nil {
		return failure{parameter, "date", err}
	}
	m, err := laocai.InForce(day)
	if err != nil {
		return failure{parameter, "date", err}
	}
	return c.reply(m)
}

// ruleRow is a rule as it is listed.
type ruleRow struct {
	Code        rule.Code   `json:"code"`
	Origin      rule.Origin `json:"origin"`
	Source      rule.Source `json:"source,omitzero"`
	Passage     rule.Source `json:"passage,omitzero"`
	Alternative *rule.Text  `json:"alternative,omitempty"`
	Switch      string      `json:"switch,omitempty"`
	Duty        rule.DutyID `json:"duty,omitempty"`
	Also        rule.DutyID `json:"also,omitempty"`
	Text        rule.Text   `json:"text"`
}

func (c *call) rules() error {
	rows := []ruleRow{}
	for _, r := range catalogue() {
		if !strings.HasPrefix(string(r.Code), c.args.Get("prefix")) {
			continue
		}
		row := ruleRow{r.Code, r.Origin, r.Source, r.Passage, nil, r.Switch, r.Duty, r.Also, r.Text}
		if r.Alternative != (rule.Text{}) {
			row.Alternative = &r.Alternative
		}
		rows = append(rows, row)
	}
	return c.reply(map[string]any{"data": rule.DataVersion, "rules": rows})
}

func (c *call) health() error {
	return c.reply(map[string]string{"status": "ok", "data": rule.DataVersion})
}

const metricsType = "text/plain; version=0.0.4; charset=utf-8"

func (c *call) metrics() error {
	text := c.meter.String()
	c.w.Header().Set("Content-Type", metricsType)
	c.w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	c.w.WriteHeader(http.StatusOK)
	_, _ = io.WriteString(c.w, text)
	return nil
}

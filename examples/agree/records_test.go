package agree_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/area"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/evaluation/rollup"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/report"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/workday"
)

// records are what reads each format.
var records = map[string]json.Unmarshaler{
	"giupxa.rank-list/1":             new(rank.List),
	"giupxa.rank-policy/1":           new(rank.Policy),
	"giupxa.rating-record/1":         new(rating.Record),
	"giupxa.rating-regime/1":         new(rating.Regime),
	"giupxa.rating-rulebook/1":       new(rating.Rulebook),
	"giupxa.ledger/1":                new(ledger.Ledger),
	"giupxa.ledger-day/1":            new(ledger.Day),
	"giupxa.snapshot/1":              new(rollup.Snapshot),
	"giupxa.statement/1":             new(rollup.Statement),
	"giupxa.annual-plan/1":           new(plan.Annual),
	"giupxa.application/1":           new(recognition.Application),
	"giupxa.area-commune/1":          new(area.Commune),
	"giupxa.area-decree/1":           new(area.Decree),
	"giupxa.assessment/1":            new(criteria.Report),
	"giupxa.assignment-policy/1":     new(assignment.Policy),
	"giupxa.basis/1":                 new(duty.Basis),
	"giupxa.calendar/1":              new(workday.Calendar),
	"giupxa.cases/1":                 caseFile{},
	"giupxa.competence/1":            new(difficulty.Competence),
	"giupxa.deadline/1":              new(workday.Deadline),
	"giupxa.difficulty-digest/1":     new(difficulty.Digest),
	"giupxa.difficulty-policy/1":     new(difficulty.Policy),
	"giupxa.difficulty/1":            new(difficulty.Difficulty),
	"giupxa.dossier/1":               new(criteria.Dossier),
	"giupxa.evaluation-policy/1":     new(evaluation.Policy),
	"giupxa.gazetteer/1":             new(org.Gazetteer),
	"giupxa.holding/1":               new(recognition.Holding),
	"giupxa.household/1":             new(poverty.Household),
	"giupxa.mandate/1":               new(plan.Mandate),
	"giupxa.contact/1":               new(meeting.Contact),
	"giupxa.matrix/1":                new(duty.Matrix),
	"giupxa.meeting/1":               new(meeting.Meeting),
	"giupxa.meeting-policy/1":        new(meeting.Policy),
	"giupxa.overlay/1":               new(criteria.Overlay),
	"giupxa.period-plan/1":           new(plan.Period),
	"giupxa.periodic-report/1":       new(report.Report),
	"giupxa.poverty-counts/1":        new(poverty.Counts),
	"giupxa.poverty-review/1":        new(poverty.Review),
	"giupxa.poverty-standard/1":      new(poverty.Standard),
	"giupxa.recognition-history/1":   new(recognition.History),
	"giupxa.recognition-provision/1": new(recognition.Provision),
	"giupxa.recognition-regime/1":    new(recognition.Regime),
	"giupxa.record/1":                new(duty.Record),
	"giupxa.register/1":              new(duty.Register),
	"giupxa.report-regime/1":         new(report.Regime),
	"giupxa.roster/1":                new(assignment.Roster),
	"giupxa.scheme/1":                new(evaluation.Scheme),
	"giupxa.set/1":                   new(criteria.Set),
	"giupxa.facts/1":                 new(evaluation.Facts),
	"giupxa.sheet/1":                 new(evaluation.Sheet),
	"giupxa.situation/1":             new(plan.Situation),
	"giupxa.standing/1":              new(duty.Standing),
	"giupxa.visit-policy/1":          new(visit.Policy),
	"giupxa.visit/1":                 new(visit.Visit),
	"giupxa.weights/1":               new(evaluation.Weights),
}

// onlyWritten are the formats that the library writes and does not read.
var onlyWritten = map[string]bool{"giupxa.area/1": true, "giupxa.demands/1": true, "giupxa.result/1": true, "giupxa.rank-answer/1": true, "giupxa.rating-result/1": true,
	"giupxa.rollup/1": true, "giupxa.rollup-change/1": true}

// caseFile reads a file of cases.
type caseFile struct{}

func (caseFile) UnmarshalJSON(data []byte) error {
	_, err := ruletest.Load(fstest.MapFS{"cases.json": {Data: data}})
	return err
}

// read gives a document to a new record of its format.
func read(format string, data []byte) error {
	record := reflect.TypeOf(records[format])
	if record.Kind() != reflect.Pointer {
		return records[format].UnmarshalJSON(data)
	}
	return reflect.New(record.Elem()).Interface().(json.Unmarshaler).UnmarshalJSON(data)
}

// documents are good documents of a format, small enough to be changed thousands of times.
func documents(t *testing.T, format string) []any {
	t.Helper()
	data, err := os.ReadFile("testdata/documents.json")
	if err != nil {
		t.Fatal(err)
	}
	all, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	docs, _ := all.(map[string]any)[format].([]any)
	if len(docs) == 0 {
		t.Errorf("testdata/documents.json has no document of %s", format)
	}
	return docs
}

// What the library ships or answers, its schemas accept, and it reads what it wrote.
func TestWhatTheLibraryWrites(t *testing.T) {
	t.Parallel()
	day := rule.Day(2022, 6, 30)
	matrix, err := laocai.InForce(day)
	if err != nil {
		t.Fatal(err)
	}
	values := []any{laocai.Basis(), matrix, plan.LaoCai2021(), plan.HoaBinh2023(), report.Regime{}, workday.Vietnam(), evaluation.LaoCai1686(), recognition.Regime{}, poverty.Review{}, area.Commune{}, area.Decree{},
		visit.Policy{}, assignment.Policy{}, evaluation.Policy{}, difficulty.Competence{}, difficulty.Policy{}, org.Gazetteer{}, duty.Register{}}
	for _, set := range national.All() {
		values = append(values, set)
		dossier := criteria.Dossier{Unit: "02743", Standard: set.Standard(), AsOf: set.Span().From, Year: set.Years().From, Profile: criteria.Profile{Region: criteria.TDMNPB},
			Readings: map[string]criteria.Reading{"10": criteria.Value(rule.MustNumber("12.5")), "13.1": criteria.Failed(), "x": criteria.Share(1, 3)}}
		a, err := set.Assess(dossier)
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, dossier, a, a.Demands())
	}
	for _, row := range poverty.Timeline() {
		values = append(values, row.Value)
	}
	for _, row := range recognition.Timeline() {
		values = append(values, row.Value)
	}
	scheme := evaluation.LaoCai1686()
	sheet := evaluation.Sheet{ID: "s", About: evaluation.SupportWork{Leader: "l", Year: 2022}}
	empty, err := scheme.Score(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for line := range empty.Lines() {
		sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: line.Line, Verified: evaluation.Percent(rule.Int(80)), Self: evaluation.Share(2, 3)})
	}
	scored, err := scheme.Score(sheet)
	if err != nil {
		t.Fatal(err)
	}
	values = append(values, sheet, empty, scored)
	for _, due := range plan.LaoCai2021().Owed(assignment.Change{Kind: assignment.New, Assignment: assignment.Assignment{ID: "a1", Leader: "l1", Commune: "02743", Span: rule.Span{From: rule.Day(2021, 8, 5)}}}) {
		values = append(values, due.Status(duty.Register{}, day))
	}
	known := difficulty.Difficulty{ID: "d", Commune: "02743", Kind: difficulty.KindDifficulty, Content: "x", Events: []difficulty.Event{{Act: difficulty.Raise, On: rule.On(day)}, {Act: difficulty.Refer}}}
	digest, err := difficulty.Policy{AnswerDue: 5}.Digest([]difficulty.Difficulty{known}, day, workday.Vietnam())
	if err != nil {
		t.Fatal(err)
	}
	values = append(values, known, digest)
	before := rollup.Snapshot{AsOf: rule.Day(2022, 12, 31), Set: "2021-2025", Criteria: []string{"1"}, Communes: []rollup.Commune{
		{Unit: "02743", Under: "082", Verdicts: map[string]criteria.Verdict{"1": criteria.Met}, Counts: map[string]rollup.Count{"poor": {Part: rule.Int(5), Whole: rule.Int(50)}}}}}
	after := before
	after.AsOf = rule.Day(2023, 12, 31)
	change, err := rollup.Between(before, after)
	if err != nil {
		t.Fatal(err)
	}
	values = append(values, before, before.Up(org.Gazetteer{}, org.LevelDistrict, rollup.Band{From: 0, To: 1}), change)
	schemas := published(t)
	for _, v := range values {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		format, _ := doc.(map[string]any)["format"].(string)
		if err := schemas[format].compiled.Validate(doc); err != nil {
			t.Errorf("%T, %s: %v\n%.500s", v, format, err, data)
		}
		if onlyWritten[format] {
			continue
		}
		if err := read(format, data); err != nil {
			t.Errorf("%T, %s: %v", v, format, err)
		}
	}
}

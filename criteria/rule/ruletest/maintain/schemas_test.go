package maintain_test

import (
	"path/filepath"
	"testing"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// The published schemas are what the code reads. Those of packages criteria and evaluation,
// which have types with a JSON of their own, are kept by their own tests.
func TestSchemas(t *testing.T) {
	t.Parallel()
	for path, record := range map[string]struct {
		format string
		record any
	}{
		"assignment/org/gazetteer":         {"giupxa.gazetteer/1", org.Gazetteer{}},
		"assignment/duty/basis":            {"giupxa.basis/1", duty.Basis{}},
		"assignment/duty/matrix":           {"giupxa.matrix/1", duty.Matrix{}},
		"assignment/duty/record":           {"giupxa.record/1", duty.Record{}},
		"assignment/duty/register":         {"giupxa.register/1", duty.Register{}},
		"assignment/duty/standing":         {"giupxa.standing/1", duty.Standing{}},
		"assignment/roster":                {"giupxa.roster/1", assignment.Roster{}},
		"assignment/policy":                {"giupxa.assignment-policy/1", assignment.Policy{}},
		"plan/mandate":                     {"giupxa.mandate/1", plan.Mandate{}},
		"plan/period-plan":                 {"giupxa.period-plan/1", plan.Period{}},
		"plan/annual-plan":                 {"giupxa.annual-plan/1", plan.Annual{}},
		"visit/visit":                      {"giupxa.visit/1", visit.Visit{}},
		"visit/visit-policy":               {"giupxa.visit-policy/1", visit.Policy{}},
		"visit/difficulty/competence":      {"giupxa.competence/1", difficulty.Competence{}},
		"visit/workday/calendar":           {"giupxa.calendar/1", workday.Calendar{}},
		"visit/workday/deadline":           {"giupxa.deadline/1", workday.Deadline{}},
		"criteria/poverty/standard":        {"giupxa.poverty-standard/1", poverty.Standard{}},
		"criteria/poverty/household":       {"giupxa.household/1", poverty.Household{}},
		"criteria/poverty/counts":          {"giupxa.poverty-counts/1", poverty.Counts{}},
		"criteria/poverty/review":          {"giupxa.poverty-review/1", poverty.Review{}},
		"criteria/recognition/application": {"giupxa.application/1", recognition.Application{}},
		"criteria/recognition/history":     {"giupxa.recognition-history/1", recognition.History{}},
		"criteria/recognition/holding":     {"giupxa.holding/1", recognition.Holding{}},
		"criteria/recognition/provision":   {"giupxa.recognition-provision/1", recognition.Provision{}},
		"criteria/recognition/regime":      {"giupxa.recognition-regime/1", recognition.Regime{}},
	} {
		maintain.Schema(t, filepath.Join("../../../..", path+".schema.json"), record.format, record.record, nil)
	}
}

package main

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/area"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/worksheet"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/evaluation/rollup"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/contribution"
	"github.com/giupxa/giupxa/plan/report"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/workday"
)

// catalogue is every rule of the library; a test holds the list against its packages.
func catalogue() []rule.Rule {
	return slices.Concat(rule.Rules(), form.Rules(), org.Rules(), duty.Rules(), assignment.Rules(), criteria.Rules(), national.Rules(), area.Rules(),
		poverty.Rules(), recognition.Rules(), plan.Rules(), contribution.Rules(), report.Rules(), workday.Rules(), visit.Rules(), meeting.Rules(),
		difficulty.Rules(), evaluation.Rules(), rating.Rules(), rank.Rules(), ledger.Rules(), rollup.Rules(), worksheet.Rules())
}

// schemas.ndjson is the published schemas of the library, one a line in the order of their
// ids. A file cannot be embedded from another folder; a test holds these against the originals.
//
//go:embed schemas.ndjson
var schemaLines string

// published is one schema.
type published struct {
	ID    string `json:"$id"`
	Title string `json:"title"`
	Href  string `json:"href"`

	text string
}

// schemaList is the published schemas.
var schemaList = sync.OnceValue(func() []published {
	var list []published
	for line := range strings.Lines(schemaLines) {
		p := published{text: line}
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			panic(err) // the program would not start
		}
		p.Href = "/v1/schemas/" + p.ID
		list = append(list, p)
	}
	return list
})

func (c *call) schemas() error { return c.reply(map[string]any{"schemas": schemaList()}) }

func (c *call) schema() error {
	for _, p := range schemaList() {
		if p.ID == c.r.PathValue("id") {
			return write(c.w, "application/schema+json", http.StatusOK, json.RawMessage(p.text))
		}
	}
	return failure{kind: notFound, err: rule.NewMisuse(nil, rule.Text{Vi: "không có mẫu này; danh sách ở /v1/schemas", En: "there is no such schema; /v1/schemas lists them"})}
}

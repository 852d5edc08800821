package ruletest_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing/fstest"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// A province proves a rule of its own by cases that its jurist writes, and beside them by what must
// hold of the rulebook itself. Here one expectation is wrong.
func ExampleCheck() {
	const late rule.Code = "host.late"
	table := rule.MustTable(rule.Rule{Code: late, Origin: rule.OriginPolicy, Switch: "Host.Latest",
		Text: rule.Text{Vi: "gửi ngày {on}", En: "sent on {on}"}})
	judge := func(given json.RawMessage) (any, rule.Findings, error) {
		var in struct {
			Sent string `json:"sent"`
		}
		if err := json.Unmarshal(given, &in); err != nil {
			return nil, nil, err
		}
		if in.Sent > "2021-08-09" {
			return nil, rule.Findings{table.Broken(late, "sent", rule.A("on", in.Sent))}, nil
		}
		return nil, nil, nil
	}
	cases := fstest.MapFS{"late.json": {Data: []byte(`{"format": "giupxa.cases/1", "cases": [
		{"name": "the day after", "given": {"sent": "2021-08-10"}, "breaks": [{"code": "host.late", "path": "sent"}]},
		{"name": "the last day", "given": {"sent": "2021-08-09"}, "breaks": [{"code": "host.late", "path": "sent"}]}
	]}`)}}
	proof := ruletest.Proof{Name: "switches", Why: "a policy names its switch", Check: func() error {
		if r, _ := table.Rule(late); r.Switch == "" {
			return errors.New("there is none")
		}
		return nil
	}}
	fmt.Println(ruletest.Check(cases, judge, proof))

	loaded, err := ruletest.Load(cases)
	fmt.Println(len(loaded), err)
	fmt.Println(ruletest.Complete(table.Rules(), loaded))
	// Output:
	// late/the last day: expected broken host.late at "sent", which did not appear
	// 2 <nil>
	// host.late: no case keeps it
}

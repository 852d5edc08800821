package evaluation_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// comesTo is a whole program's work: what a score sheet comes to, and what keeps it open.
func comesTo(body []byte) error {
	scheme, err := evaluation.LaoCai1686().WithWeights(evaluation.Weights{ // made up: nobody could read the maxima
		Max:   map[string]rule.Number{"1": rule.Int(30), "2": rule.Int(20), "3": rule.Int(15), "4": rule.Int(10), "5": rule.Int(25)},
		Given: evaluation.Given{Illustrative: true},
	})
	if err != nil {
		return err
	}
	var sheet evaluation.Sheet
	if err := json.Unmarshal(body, &sheet); err != nil {
		return err
	}
	result, err := scheme.Score(sheet)
	if err != nil {
		return err
	}
	low, high := result.Bounds()
	fmt.Println("total:", result.Total(), "shown as", result.Rounded(), "from", low, "to", high)
	for _, f := range result.Findings() {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	stored, err := json.Marshal(result)
	if err != nil {
		return err
	}
	again, err := scheme.Replay(stored, nil) // years later
	fmt.Println("the same comes out:", again.Same)
	return err
}

func Example_program() {
	err := comesTo([]byte(`{"about": {"supportWork": {"leader": "l1", "year": 2021}}, "entries": [
		{"line": "1", "verified": "27.5"}, {"line": "2", "verified": "80%"}, {"line": "3", "verified": "15"},
		{"line": "4", "verified": "10"}, {"line": "5", "verified": "38/62"}]}`))
	fmt.Println(err)
	err = comesTo([]byte(`{"about": {"supportWork": {"leader": "l1", "year": 2021}}, "entries": [{"line": "2", "verified": "80 %"}]}`))
	fmt.Println(rule.Tell(err, rule.En))
	// Output:
	// total: 5197/62 shown as 83.82 from 5197/62 to 5197/62
	// the same comes out: true
	// <nil>
	// entries[0].verified: 80 % cannot be read: «80 »: write 80, without spaces; points are written 12.5, a percentage of the maximum 80%, a share of it 38/62, a number of events 3x
}

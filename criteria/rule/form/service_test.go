package form_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit"
)

// answer is what a service does with a body that holds several records. The README shows it.
func answer(body []byte) (status int, lines []string) {
	var in struct {
		Dossier criteria.Dossier `json:"dossier"`
		Visits  []visit.Visit    `json:"visits"`
	}
	err := form.Decode(body, "", &in) // json.Unmarshal would stop at the first member that is refused
	found, readable := rule.FindingsIn(err)
	if err != nil && !readable {
		return 400, []string{rule.Tell(err, rule.En)} // the body is not JSON
	}
	for _, f := range found {
		lines = append(lines, fmt.Sprintf("%s %s: %s", f.Path.Pointer(), f.Code(), f.In(rule.En)))
	}
	if found.Err() != nil {
		return 422, lines
	}
	return 200, nil // in.Dossier and in.Visits are whole
}

// A service reads a body of several records in one call: it is told all that is wrong in
// each of them, unknown and repeated members too, and answers in the language of its
// caller. A list of findings as JSON carries both languages, and is [] where it is empty.
func ExampleDecode_service() {
	status, lines := answer([]byte(`{
		"dossier": {"unit": "02743", "asOf": "30/6/2022", "readings": {"10": "36,5", "13.1": "pass"}, "jaar": 2022},
		"visits": [{"id": "v1", "commune": "02743"}, {"commune": "02743", "made": "yes", "made": true}],
		"vists": []
	}`))
	fmt.Println(status)
	fmt.Println(strings.Join(lines, "\n"))
	status, _ = answer([]byte(`{"dossier": {"unit": "02743", "year": 2022}, "visits": null}`))
	none, _ := json.Marshal(rule.Findings(nil))
	fmt.Println(status, string(none))
	// Output:
	// 422
	// /dossier/asOf form.unreadable: 30/6/2022 cannot be read: write 2022-06-30 (year-month-day)
	// /dossier/readings/10 form.unreadable: 36,5 cannot be read: write 36.5: decimals after a dot; thousands are not grouped
	// /dossier/jaar form.unknown-key: this record has no member jaar
	// /visits/1/made form.wrong-type: true or false is needed, not "yes"
	// /visits/1/made form.repeated-key: the member made appears more than once
	// /visits/1/id form.required: missing
	// /vists form.unknown-key: this record has no member vists
	// 200 []
}

func TestReadmeShowsTheService(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../../README.md")
	require.NoError(t, err)
	this, err := os.ReadFile("service_test.go")
	require.NoError(t, err)
	_, code, _ := strings.Cut(string(this), "// answer is what")
	_, code, _ = strings.Cut(code, "\n")
	code, _, _ = strings.Cut(code, "\n}\n")
	assert.Contains(t, string(readme), "```go\n"+code+"\n}\n```")
}

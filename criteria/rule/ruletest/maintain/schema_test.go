package maintain_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

const recordFormat = "giupxa.record/1"

type leafRecord struct {
	Size rule.Number `json:"size"`
	Kind rule.Kind   `json:"kind" validate:"required"`
}

type schemaRecord struct {
	leafRecord

	ID     string               `json:"id" validate:"required,max=10"`
	On     civil.Date           `json:"on,omitzero"`
	At     rule.Moment          `json:"at,omitzero" validate:"required"`
	Below  []schemaRecord       `json:"below,omitempty" validate:"max=3,dive"`
	ByName map[string]rule.Kind `json:"byName,omitempty"`
	Next   *leafRecord          `json:"next,omitempty"`
	Own    stored               `json:"own"`
	Raw    json.RawMessage      `json:"raw,omitempty"`
	Done   bool                 `json:"done"`
	Count  int                  `json:"count" validate:"min=0"`
	Year   int                  `json:"year" validate:"required"`
	Odd    func()               `json:"odd"`
	Byte   uint8                `json:"byte"`
	Hidden string               `json:"-"`
}

// stored reads itself, in a format of its own.
type stored struct {
	Notes []string `json:"notes" validate:"dive,max=5"`
}

func (s *stored) UnmarshalJSON(data []byte) error {
	type plain stored
	return form.Decode(data, "giupxa.stored/1", (*plain)(s))
}

// Not parallel: it sets the environment.
func TestSchema(t *testing.T) {
	t.Setenv("UPDATE_GOLDEN", "1")
	path := filepath.Join(t.TempDir(), "record.schema.json")
	special := map[reflect.Type]any{reflect.TypeFor[func()](): map[string]any{"const": "odd"}}
	maintain.Schema(t, path, recordFormat, schemaRecord{}, special)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var schema struct {
		ID         string         `json:"$id"`
		Required   []string       `json:"required"`
		Properties map[string]any `json:"properties"`
		Defs       map[string]any `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(data, &schema))
	assert.Equal(t, "urn:giupxa:record:1", schema.ID)
	assert.Equal(t, []string{"kind", "id", "at", "year"}, schema.Required)
	for member, want := range map[string]string{
		"format": `{"const":"giupxa.record/1"}`,
		"kind":   `{"enum":["broken","undecided","advice"]}`,
		"size":   `{"$ref":"#/$defs/NumberOrNone"}`,
		"id":     `{"type":"string","minLength":1,"maxLength":10}`,
		"on":     `{"$ref":"#/$defs/DayOrNone"}`,
		"at":     `{"$ref":"#/$defs/Moment"}`,
		"below":  `{"type":["array","null"],"maxItems":3,"items":{"$ref":"#/$defs/schemaRecord"}}`,
		"byName": `{"type":["object","null"],"maxProperties":100000,"additionalProperties":{"enum":["","broken","undecided","advice",null]}}`,
		"next":   `{"$ref":"#/$defs/leafRecordOrNone"}`,
		"own":    `{"$ref":"#/$defs/storedOrNone"}`,
		"raw":    `{}`,
		"done":   `{"type":["boolean","null"]}`,
		"count":  `{"type":["integer","null"],"minimum":0,"maximum":2147483647}`,
		"year":   `{"type":"integer","minimum":-2147483648,"maximum":2147483647,"not":{"const":0}}`,
		"odd":    `{"anyOf":[{"const":"odd"},{"type":"null"}]}`,
		"byte":   `{"type":["integer","null"],"minimum":0,"maximum":255}`,
	} {
		have, err := json.Marshal(schema.Properties[member])
		require.NoError(t, err)
		assert.JSONEq(t, want, string(have), member)
	}
	assert.Len(t, schema.Properties, 16)
	own, err := json.Marshal(schema.Defs["stored"])
	require.NoError(t, err)
	assert.JSONEq(t, `{"type":"object","additionalProperties":false,"properties":{
		"format":{"const":"giupxa.stored/1"}, "notes":{"type":["array","null"],"items":{"type":["string","null"],"maxLength":5}}}}`, string(own))
	t.Setenv("UPDATE_GOLDEN", "")
	maintain.Schema(t, path, recordFormat, schemaRecord{}, special)
}

// A map is not dived into, with or without tags below: the paths of its faults would be wrong.
// Not parallel: it sets the environment.
func TestSchemaRefusesADiveIntoAMap(t *testing.T) {
	t.Setenv("UPDATE_GOLDEN", "1")
	for refused, record := range map[string]any{
		"": struct {
			ByName map[string]string `json:"byName" validate:"max=2"`
			Listed []string          `json:"listed" validate:"dive,max=5"`
		}{},
		"texts": struct {
			ByName map[string]string `json:"byName" validate:"dive,max=5"`
		}{},
		"lists": struct {
			ByName map[string][]string `json:"byName" validate:"max=2,dive,dive,max=5"`
		}{},
		"a map in a list": struct {
			ByName []map[string]string `json:"byName" validate:"dive,max=2,dive,max=5"`
		}{},
	} {
		var inner testing.T
		maintain.Schema(&inner, filepath.Join(t.TempDir(), "record.schema.json"), recordFormat, record, nil)
		assert.Equal(t, refused != "", inner.Failed(), refused)
	}
}

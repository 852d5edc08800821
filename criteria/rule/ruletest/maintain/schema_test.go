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
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

type leafRecord struct {
	Size rule.Number `json:"size"`
	Kind rule.Kind   `json:"kind" validate:"required"`
}

type schemaRecord struct {
	leafRecord

	ID     string                `json:"id" validate:"required,max=10"`
	On     civil.Date            `json:"on,omitzero"`
	At     rule.Moment           `json:"at,omitzero"`
	Below  []schemaRecord        `json:"below,omitempty"`
	ByName map[string]leafRecord `json:"byName,omitempty"`
	Next   *leafRecord           `json:"next,omitempty"`
	Raw    json.RawMessage       `json:"raw,omitempty"`
	Done   bool                  `json:"done"`
	Count  int                   `json:"count"`
	Odd    func()                `json:"odd"`
	Byte   uint8                 `json:"byte"`
	Hidden string                `json:"-"`
}

// Not parallel: it sets the environment.
func TestSchema(t *testing.T) {
	t.Setenv("UPDATE_GOLDEN", "1")
	path := filepath.Join(t.TempDir(), "record.schema.json")
	special := map[reflect.Type]any{reflect.TypeFor[func()](): map[string]any{"const": "odd"}}
	maintain.Schema(t, path, "giupxa.record/1", schemaRecord{}, special)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var schema map[string]any
	require.NoError(t, json.Unmarshal(data, &schema))
	properties := schema["properties"].(map[string]any)
	assert.Equal(t, []any{"kind", "id"}, schema["required"])
	assert.Equal(t, map[string]any{"const": "giupxa.record/1"}, properties["format"])
	assert.Equal(t, map[string]any{"enum": []any{"", "broken", "undecided", "advice"}}, properties["kind"])
	assert.Equal(t, map[string]any{"const": "odd"}, properties["odd"])
	assert.Equal(t, "#/$defs/leafRecord", properties["next"].(map[string]any)["$ref"])
	assert.Contains(t, schema["$defs"], "schemaRecord", "a type that holds itself is described once")
	assert.NotContains(t, properties, "Hidden")
	t.Setenv("UPDATE_GOLDEN", "")
	maintain.Schema(t, path, "giupxa.record/1", schemaRecord{}, special)
}

package criteria_test

import (
	"math"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// The published schemas are what the code reads; what a reading and a requirement look like
// in JSON is described here.
func TestSchemas(t *testing.T) {
	t.Parallel()
	type object = map[string]any
	record := func(required []string, properties object) object {
		return object{"type": "object", "additionalProperties": false, "required": required, "properties": properties}
	}
	number, text, requirement, yes := reflect.TypeFor[rule.Number](), reflect.TypeFor[string](), reflect.TypeFor[criteria.Requirement](), object{"const": true}
	name := object{"type": "string", "minLength": 1}
	list := object{"type": "array", "items": requirement, "minItems": 1}
	cases := object{"type": "array", "minItems": 1, "items": record([]string{"in"}, object{
		"in": object{"type": "array", "items": text, "minItems": 1}, "then": requirement,
	})}
	numbers := object{"type": "object", "minProperties": 1, "additionalProperties": number}
	cases = object{"anyOf": []any{cases, object{
		"description": "a line of numbers by column, group, year or zone, as a table prints it",
		"x-vi":        "một dòng số theo vùng, nhóm, năm hoặc khu vực, như bảng đã in",
		"type":        "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
		"properties": object{"atLeast": numbers, "atMost": numbers, "below": numbers},
	}}}
	named := record([]string{"name"}, object{"name": name, "is": requirement})
	var columns []any
	for r := criteria.TDMNPB; ; r++ {
		code, err := r.MarshalText()
		if err != nil {
			break
		}
		columns = append(columns, string(code))
	}
	n, count := maintain.Number, `-?0*[0-9]{1,38}(\.([0-9]{1,2}|[0-9]{4,30}))?` // three digits after a dot may be thousands
	short := object{"anyOf": []any{
		object{"type": "string", "pattern": "^(pass|fail|n/a|[<>]?" + n + "|" + count + "(/| of )" + count + ")$"},
		object{"type": "number", "exclusiveMinimum": -1e38, "exclusiveMaximum": 1e38},
	}}
	long, _, ok := form.Shape(&criteria.Reading{})
	require.True(t, ok)
	value, _ := long.FieldByName("Value")
	special := map[reflect.Type]any{
		value.Type: short,
		reflect.TypeFor[criteria.Reading](): maintain.Def{Name: "Reading", Schema: object{
			"description": `a number, "pass", "fail", "n/a", "132/1100" (a share), ">46", "<10", "13 of 19" (a count), or an object that says more of it`,
			"x-vi":        `một số, "pass" (đạt), "fail" (không đạt), "n/a" (không áp dụng), "132/1100" (tỷ lệ), ">46", "<10", "13 of 19" (13 trên 19), hoặc một đối tượng nói rõ hơn`,
			"anyOf":       []any{short, maintain.Read{Type: reflect.TypeFor[criteria.Reading]()}},
		}},
		requirement: maintain.Def{Name: "Requirement", Schema: object{
			"description": "what is demanded: an object with one key, the operator; null is not stated",
			"x-vi":        "yêu cầu: một đối tượng có đúng một khóa là phép so sánh; null là không ghi",
			"type":        "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
			"properties": object{
				"atLeast": number, "atMost": number, "below": number, "above": number, "between": object{"type": "array", "items": number, "minItems": 2, "maxItems": 2},
				"none": yes, "pass": yes, "provinceSets": yes, "all": list, "any": list, "firstOf": list, "bySex": requirement, "againstPrevious": requirement,
				"byRegion": cases, "byGroup": cases, "byYear": cases, "byZone": cases, "sub": named, "attr": named, "measuredBy": named,
				"when": record([]string{}, object{"if": requirement, "then": requirement, "else": requirement}),
				"cite": record([]string{}, object{"source": reflect.TypeFor[rule.Source](), "confidence": reflect.TypeFor[rule.Confidence](),
					"regions": object{"type": []string{"array", "null"}, "items": object{"enum": columns}}, "is": requirement}),
			},
		}},
	}
	listed := object{"type": "integer", "minimum": 0, "maximum": math.MaxInt32}
	special[criteria.StoredSource] = object{"anyOf": []any{listed, reflect.TypeFor[rule.Source]()}}
	special[criteria.StoredArg] = object{"anyOf": []any{object{"type": "string"}, listed}}
	special[criteria.StoredReading] = object{"anyOf": []any{short, maintain.Read{Type: criteria.StoredReading}}}
	joined := object{"$ref": "#/$defs/Join"}
	joins := object{"type": "array", "items": joined}
	special[criteria.StoredJoin] = maintain.Def{Name: "Join", Schema: object{"anyOf": []any{listed, object{
		"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
		"properties": object{"all": joins, "any": joins, "firstOf": joins, "when": object{"type": "array", "items": joined, "minItems": 3, "maxItems": 3}},
	}}}}
	maintain.Schema(t, "dossier.schema.json", "giupxa.dossier/1", criteria.Dossier{}, special)
	maintain.Schema(t, "set.schema.json", "giupxa.set/1", criteria.Table{}, special)
	maintain.Schema(t, "overlay.schema.json", "giupxa.overlay/1", criteria.Overlay{}, special)
	maintain.Schema(t, "assessment.schema.json", "giupxa.assessment/1", criteria.Report{}, special)
	maintain.Schema(t, "demands.schema.json", "giupxa.demands/1", criteria.DemandsJSON{}, special)
}

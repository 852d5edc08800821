package main

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// object is one of a JSON document that is put together.
type object map[string]any

// openAPI describes the routes as OpenAPI 3.1. Records are those of the published schemas, named
// by their $id.
func openAPI(routes []route) object {
	paths := object{}
	for _, r := range routes {
		path, _ := paths[r.path].(object)
		if path == nil {
			path = object{}
			paths[r.path] = path
		}
		path[strings.ToLower(r.method)] = operation(r)
	}
	return object{
		"openapi":           "3.1.0",
		"jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
		"info": object{
			"title": "giupxa", "version": rule.DataVersion,
			"description": "References to urn:giupxa:… are the $id of schemas that /v1/schemas/{id} gives.",
		},
		"paths": paths,
		"components": object{
			"schemas": object{"Problem": schemaOf(reflect.TypeFor[problem]())},
			"responses": object{"Problem": object{
				"description": "what is wrong (RFC 9457), in the language of Accept-Language",
				"content":     object{problemType: object{"schema": object{"$ref": "#/components/schemas/Problem"}}},
			}},
		},
	}
}

func operation(r route) object {
	parameters := []object{}
	if strings.HasSuffix(r.path, "/{id}") {
		parameters = append(parameters, object{"name": "id", "in": "path", "required": true, "schema": object{"type": "string"}})
	}
	for _, q := range r.query {
		schema := object{"type": "string"}
		if q.oneOf != nil {
			schema["enum"] = q.oneOf
		}
		parameters = append(parameters, object{"name": q.name, "in": "query", "required": q.required, "description": q.about, "schema": schema})
	}
	media, answer := "application/json", object{}
	if r.media != "" {
		media = r.media
	}
	if strings.HasPrefix(r.answer, "urn:") {
		answer["$ref"] = r.answer
	}
	op := object{
		"summary":    r.about,
		"parameters": parameters,
		"responses": object{
			"200": object{"description": r.answer, "content": object{media: object{"schema": answer}}},
			"4XX": object{"$ref": "#/components/responses/Problem"},
		},
	}
	if r.body != nil {
		body := "application/json"
		if r.lines {
			body = linesType
		}
		op["requestBody"] = object{"required": true, "content": object{body: object{"schema": schemaOf(reflect.TypeOf(r.body))}}}
	}
	return op
}

// schemaOf is the schema of what is read into a type or written from it: by reference where it is
// published.
func schemaOf(t reflect.Type) object {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	record := reflect.New(t).Interface()
	if reads, ok := record.(json.Unmarshaler); ok {
		if _, format, ok := form.Shape(reads); ok && format != "" {
			return object{"$ref": "urn:" + strings.NewReplacer(".", ":", "/", ":").Replace(format)}
		}
	}
	switch record.(type) {
	case *json.RawMessage:
		return object{"type": "object"}
	case *civil.Date:
		return object{"type": "string", "format": "date"}
	case encoding.TextUnmarshaler:
		return object{"type": "string"}
	}
	switch t.Kind() {
	case reflect.Slice:
		return object{"type": "array", "items": schemaOf(t.Elem())}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": schemaOf(t.Elem())}
	case reflect.Struct:
		return members(t)
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	case reflect.Bool:
		return object{"type": "boolean"}
	default:
		return object{"type": "string"}
	}
}

func members(t reflect.Type) object {
	properties, required := object{}, []string{}
	for f := range fields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		properties[name] = schemaOf(f.Type)
		if strings.HasPrefix(f.Tag.Get("validate"), "required") {
			required = append(required, name)
		}
	}
	return object{"type": "object", "additionalProperties": false, "properties": properties, "required": required}
}

// fields are those of a struct that have a member in JSON.
func fields(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for _, f := range reflect.VisibleFields(t) {
			if f.Tag.Get("json") != "" && !yield(f) {
				return
			}
		}
	}
}

func (c *call) openAPI() error { return c.reply(openAPI(c.routes())) }

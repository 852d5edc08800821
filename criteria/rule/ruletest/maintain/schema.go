package maintain

import (
	"bytes"
	"encoding"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Schema keeps the JSON Schema of a record type, published beside its package, in
// step with the Go type: the file is a [Golden] made from the type and its tags. A
// type that writes itself in a way of its own is described in special, by a schema, by
// the type as which it writes itself, or by a [Def]. The members of the types of the
// package under test are described by the comments of their fields.
func Schema(t *testing.T, path, format string, record any, special map[reflect.Type]any) {
	t.Helper()
	comments, err := fieldComments(".")
	if err != nil {
		t.Fatal(err)
	}
	s := schemas{special: special, defs: map[string]any{}, home: reflect.TypeOf(record).PkgPath(), comments: comments}
	schema := s.object(reflect.TypeOf(record))
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = format
	schema["properties"].(map[string]any)["format"] = map[string]any{"const": format}
	if len(s.defs) > 0 {
		schema["$defs"] = s.defs
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(schema); err != nil {
		t.Fatal(err)
	}
	Golden(t, path, out.Bytes())
}

// Def is a schema that is described once, under a name, and may refer to itself by
// that name. A [reflect.Type] anywhere in it stands for the schema of that type.
type Def struct {
	Name   string
	Schema any
}

type schemas struct {
	special  map[reflect.Type]any
	defs     map[string]any
	home     string // the package whose comments are known
	comments map[string]string
}

// fieldComments reads what is said of the fields of the types of a folder: by
// "Type.Field".
func fieldComments(folder string) (map[string]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	said := map[string]string{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			typ, isType := n.(*ast.TypeSpec)
			if !isType {
				return true
			}
			if record, isStruct := typ.Type.(*ast.StructType); isStruct {
				for _, field := range record.Fields.List {
					words := strings.Join(strings.Fields(field.Doc.Text()+" "+field.Comment.Text()), " ")
					for _, name := range field.Names {
						said[typ.Name.Name+"."+name.Name] = words
					}
				}
			}
			return true
		})
	}
	return said, nil
}

// described adds what the comment of a field says.
func (s *schemas) described(schema any, typ reflect.Type, field string) any {
	words := s.comments[typ.Name()+"."+field]
	of, is := schema.(map[string]any)
	if words == "" || typ.PkgPath() != s.home || !is {
		return schema
	}
	of = maps.Clone(of)
	of["description"] = words
	return of
}

// of describes a type; structs are described once, under $defs.
func (s *schemas) of(typ reflect.Type) any {
	if is, ok := s.special[typ]; ok {
		return s.resolve(is)
	}
	switch typ {
	case reflect.TypeFor[rule.Number]():
		return map[string]any{"type": []string{"string", "number", "null"}, "pattern": `^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`}
	case reflect.TypeFor[civil.Date]():
		return map[string]any{"type": "string", "format": "date"}
	case reflect.TypeFor[rule.Moment]():
		return map[string]any{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$`}
	case reflect.TypeFor[json.RawMessage]():
		return map[string]any{}
	}
	switch typ.Kind() {
	case reflect.Uint8:
		return map[string]any{"enum": codesOf(typ)}
	case reflect.Pointer:
		return s.of(typ.Elem())
	case reflect.Slice:
		return map[string]any{"type": []string{"array", "null"}, "items": s.of(typ.Elem())}
	case reflect.Map:
		return map[string]any{"type": []string{"object", "null"}, "additionalProperties": s.of(typ.Elem())}
	case reflect.Struct:
		name := typ.Name()
		if _, known := s.defs[name]; !known {
			s.defs[name] = nil // a type that holds itself refers to this entry
			s.defs[name] = s.object(typ)
		}
		return map[string]any{"$ref": "#/$defs/" + name}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return map[string]any{"type": "integer"}
	default:
		return map[string]any{"type": "string"}
	}
}

// resolve puts schemas in the place of types and names.
func (s *schemas) resolve(schema any) any {
	switch is := schema.(type) {
	case reflect.Type:
		return s.of(is)
	case Def:
		if _, known := s.defs[is.Name]; !known {
			s.defs[is.Name] = nil
			s.defs[is.Name] = s.resolve(is.Schema)
		}
		return map[string]any{"$ref": "#/$defs/" + is.Name}
	case map[string]any:
		out := map[string]any{}
		for k, v := range is {
			out[k] = s.resolve(v)
		}
		return out
	case []any:
		out := make([]any, len(is))
		for i, v := range is {
			out[i] = s.resolve(v)
		}
		return out
	default:
		return schema
	}
}

func (s *schemas) object(typ reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, f := range reflect.VisibleFields(typ) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" || name == "" {
			continue
		}
		properties[name] = s.described(s.of(f.Type), typ, f.Name)
		if rules := strings.Split(f.Tag.Get("validate"), ","); rules[0] == "required" {
			required = append(required, name)
		}
	}
	object := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		object["required"] = required
	}
	return object
}

// codesOf lists the codes of an enumeration by asking its own writer.
func codesOf(typ reflect.Type) []string {
	codes := []string{""}
	for i := range 256 {
		v := reflect.New(typ).Elem()
		v.SetUint(uint64(i))
		writer, ok := v.Interface().(encoding.TextMarshaler)
		if !ok {
			return nil
		}
		if text, err := writer.MarshalText(); err == nil && len(text) > 0 {
			codes = append(codes, string(text))
		}
	}
	return codes
}

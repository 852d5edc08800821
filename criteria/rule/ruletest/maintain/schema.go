package maintain

import (
	"bytes"
	_ "embed"
	"encoding"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Schema keeps the JSON Schema of a stored record, published beside its package, in step
// with the decoder: the file is a [Golden] made from the Go type as which the record is read
// ([form.Shape]), its json and validate tags and the comments of its fields; words.json has
// the Vietnamese words. A type that reads itself without package form is described in
// special, by a schema or a [Def]; of a record that is only written, give the struct that
// is encoded.
func Schema(t *testing.T, path, format string, record any, special map[reflect.Type]any) {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	s := &schemas{t: t, root: root, special: special, defs: map[string]any{}, named: map[string]reflect.Type{}, said: map[string]map[string]string{}}
	typ := reflect.TypeOf(record)
	as, itsFormat := s.shape(typ)
	if as == nil {
		as, itsFormat = typ, format
	}
	if itsFormat != format {
		t.Errorf("%s is stored as %q, not as %q", typ, itsFormat, format)
	}
	schema := s.object(as, format)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["$id"] = urn(format)
	schema["title"] = format
	if words := s.words(typ, ""); words != "" {
		schema["description"] = words
	}
	s.vietnamese(schema, format)
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

// urn is the name of the schema of a format: "urn:giupxa:dossier:1".
func urn(format string) string {
	return "urn:" + strings.NewReplacer("giupxa.", "giupxa:", "/", ":").Replace(format)
}

// Def is a schema that is described once, under a name, and may refer to itself by
// that name. A [reflect.Type] anywhere in it stands for the schema of a value of that type,
// a [Read] for what the type reads with package form.
type Def struct {
	Name   string
	Schema any
}

// Read stands in a [Def] for the object that a type reads with package form, or for that
// of a type that is only written, in a format.
type Read struct {
	Type   reflect.Type
	Format string
}

type schemas struct {
	t       *testing.T
	root    string // the folder of the module
	special map[reflect.Type]any
	defs    map[string]any
	named   map[string]reflect.Type      // the types of the defs
	said    map[string]map[string]string // by package: what the comments say
}

type object = map[string]any

// day is a day that exists, by the rules of the calendar alone, so that a validator that
// does not know the format "date" refuses 30/02 too.
const day = `([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|[0-9]{4}-(0[13-9]|1[0-2])-(29|30)|[0-9]{4}-(0[13578]|1[02])-31|` +
	`([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)`

// Number is the pattern of a number in a text, without its bounds.
const Number = `-?0*[0-9]{1,38}(\.[0-9]{1,30}|(\.[0-9]+)?[eE][+-]?0*[0-9]{1,2})?`

// vocabulary describes the types that all records share. Those with an empty text take it
// for "not given".
var vocabulary = map[reflect.Type]Def{
	reflect.TypeFor[rule.Number](): {"Number", object{
		"description": "an exact number: a text, or a plain number; at most 64 bytes, 38 digits and exponents of −30 to 30",
		"x-vi":        "số chính xác, ghi dạng 12.5; tối đa 64 ký tự, 38 chữ số",
		"anyOf": []any{
			object{"type": "string", "maxLength": 64, "pattern": "^" + Number + "$"},
			object{"type": "number", "exclusiveMinimum": -1e38, "exclusiveMaximum": 1e38},
		},
	}},
	reflect.TypeFor[civil.Date](): {"Day", object{
		"description": "a day of the calendar", "x-vi": "ngày ghi dạng 2023-06-30, và phải có thật",
		"type": "string", "format": "date", "pattern": "^" + day + "$",
	}},
	reflect.TypeFor[rule.Moment](): {"Moment", object{
		"description": "a day, or a day and a time on the clock in Việt Nam", "x-vi": "ngày, hoặc ngày và giờ Việt Nam: 2021-08-09T14:00",
		"type": "string", "pattern": "^" + day + `(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?)?$`,
	}},
	reflect.TypeFor[rule.Fraction](): {"Fraction", object{"description": "an exact value: a decimal, or a fraction", "type": "string", "maxLength": 76, "pattern": "^(" + Number + "|-?[0-9]+/0*[1-9][0-9]*)$"}},
}

// shape is as which type, and in which format, a type is read by package form; nil for a
// type that is read otherwise.
func (s *schemas) shape(typ reflect.Type) (reflect.Type, string) {
	if typ == reflect.TypeFor[rule.Finding]() {
		return reflect.TypeFor[rule.FindingParts](), ""
	}
	reader, reads := reflect.New(typ).Interface().(json.Unmarshaler)
	if !reads {
		return nil, ""
	}
	as, format, ok := form.Shape(reader)
	switch {
	case !ok:
		return nil, ""
	case typ.Kind() == reflect.Struct && typ.ConvertibleTo(as):
		return typ, format // the same members, under a name that has comments
	}
	return as, format
}

// value describes a type under the rules of its tag; null is allowed where the zero value is.
func (s *schemas) value(typ reflect.Type, rules string) any {
	schema := s.given(typ, rules)
	if zeroIs(typ, rules) {
		return s.orNull(typ, schema)
	}
	return schema
}

// zeroIs reports whether the zero value of a type passes the rules of a tag, so that it may
// be missing: the validator itself is asked.
func zeroIs(typ reflect.Type, rules string) bool {
	record := reflect.StructOf([]reflect.StructField{{Name: "Member", Type: typ, Tag: reflect.StructTag(`json:"member" validate:` + strconv.Quote(rules))}})
	return len(form.Check(reflect.New(record).Interface())) == 0
}

// orNull allows null beside a schema, and "" where a text that is no number has a form.
func (s *schemas) orNull(typ reflect.Type, schema any) any {
	of, is := schema.(object)
	if !is {
		return schema
	}
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	none := object{"type": "null"}
	if typ == reflect.TypeFor[civil.Date]() || typ == reflect.TypeFor[rule.Moment]() {
		none = object{"enum": []any{"", nil}}
	}
	switch name, ref := of["$ref"].(string); {
	case ref:
		name = strings.TrimPrefix(name, "#/$defs/") + "OrNone"
		s.defs[name] = object{"anyOf": []any{of, none}}
		return object{"$ref": "#/$defs/" + name}
	case of["type"] != nil:
		of["type"] = []any{of["type"], "null"}
	case of["enum"] != nil:
		of["enum"] = append([]any{""}, append(of["enum"].([]any), nil)...)
	case len(of) > 0:
		return object{"anyOf": []any{of, none}}
	}
	return of
}

// given describes a value that is given.
func (s *schemas) given(typ reflect.Type, tag string) any {
	own, below := splitRules(tag)
	for _, r := range own {
		if name, _, _ := strings.Cut(r, "="); !slices.Contains([]string{"", "required", "max", "lte", "min", "gte"}, name) {
			s.t.Errorf("%s: no schema says what the tag %q does", typ, r)
		}
	}
	if def, ok := vocabulary[typ]; ok {
		return s.define(def.Name, typ, func() any { return def.Schema })
	}
	if is, ok := s.special[typ]; ok {
		if _, byType := is.(reflect.Type); !byType {
			return s.resolve(is)
		}
	}
	if as, format := s.shape(typ); as != nil {
		return s.read(typ, as, format)
	}
	if typ == reflect.TypeFor[json.RawMessage]() {
		return object{}
	}
	pointer := reflect.PointerTo(typ)
	if pointer.Implements(reflect.TypeFor[json.Unmarshaler]()) || typ.Kind() != reflect.Uint8 && pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		s.t.Errorf("%s reads itself: describe it in special", typ)
	}
	switch typ.Kind() {
	case reflect.Pointer:
		return s.given(typ.Elem(), tag)
	case reflect.Slice:
		return bound(object{"type": "array", "items": s.value(typ.Elem(), below)}, "Items", own)
	case reflect.Map:
		if strings.Contains(tag, "dive") {
			s.t.Errorf("%s: the faults below a map would have paths without quotes: no dive", typ)
		}
		return bound(object{"type": "object", "additionalProperties": s.value(typ.Elem(), below), "maxProperties": 100_000}, "Properties", own)
	case reflect.Struct:
		return s.read(typ, typ, "")
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.String:
		return bound(object{"type": "string"}, "Length", own)
	case reflect.Uint8:
		if codes := codesOf(typ); codes != nil {
			zero, err := reflect.Zero(typ).Interface().(encoding.TextMarshaler).MarshalText()
			if err == nil && slices.Contains(own, "required") { // the zero value is not given, though it has a code
				codes = slices.DeleteFunc(codes, func(c any) bool { return c == string(zero) })
			}
			return object{"enum": codes}
		}
	}
	return whole(typ, own)
}

// read describes the object that a type is read as, once, under the name of the type.
func (s *schemas) read(typ, as reflect.Type, format string) any {
	if as.Kind() != reflect.Struct {
		return s.given(as, "")
	}
	return s.define("", typ, func() any {
		schema := s.object(as, format)
		if words := s.words(typ, ""); words != "" {
			schema["description"] = words
		}
		return schema
	})
}

// define describes a type once, under a name of its own.
func (s *schemas) define(name string, typ reflect.Type, schema func() any) any {
	if name == "" {
		name = regexp.MustCompile(`[^A-Za-z0-9]|[a-z]+/|\w+\.`).ReplaceAllString(typ.Name(), "")
		if other := s.named[name]; other != nil && other != typ {
			name += strconv.Itoa(len(s.named))
		}
	}
	if _, known := s.defs[name]; !known {
		s.named[name], s.defs[name] = typ, nil // a type that holds itself refers to this entry
		s.defs[name] = schema()
	}
	return object{"$ref": "#/$defs/" + name}
}

// splitRules cuts a tag into the rules of the value itself and those of its elements.
func splitRules(tag string) (own []string, below string) {
	own = strings.Split(tag, ",")
	if i := slices.Index(own, "dive"); i >= 0 {
		return own[:i], strings.Join(own[i+1:], ",")
	}
	return own, ""
}

// bound adds the limits of a length to a schema. A required text has a letter; a required
// list may be empty.
func bound(schema object, what string, rules []string) object {
	for _, r := range rules {
		name, limit, _ := strings.Cut(r, "=")
		switch n, _ := strconv.Atoi(limit); name {
		case "max", "lte":
			schema["max"+what] = n
		case "min", "gte":
			schema["min"+what] = n
		case "required":
			if what == "Length" {
				schema["minLength"] = 1
			}
		}
	}
	return schema
}

// whole describes a whole number: an int has 32 bits wherever it is read, and no number
// more than 18 digits.
func whole(typ reflect.Type, rules []string) any {
	low, high := int64(-999_999_999_999_999_999), int64(999_999_999_999_999_999)
	switch bits := typ.Bits(); {
	case typ.Kind() == reflect.Int:
		low, high = math.MinInt32, math.MaxInt32
	case typ.Kind() >= reflect.Uint && bits < 64:
		low, high = 0, 1<<bits-1
	case typ.Kind() >= reflect.Uint:
		low = 0
	case bits < 64:
		low, high = -1<<(bits-1), 1<<(bits-1)-1
	}
	for _, r := range rules {
		name, limit, _ := strings.Cut(r, "=")
		switch n, _ := strconv.ParseInt(limit, 10, 64); name {
		case "max", "lte":
			high = n
		case "min", "gte":
			low = n
		}
	}
	schema := object{"type": "integer", "minimum": low, "maximum": high}
	if slices.Contains(rules, "required") && low <= 0 {
		schema["not"] = object{"const": 0}
	}
	return schema
}

// codesOf lists the codes of an enumeration by asking its own writer.
func codesOf(typ reflect.Type) []any {
	var codes []any
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

// object describes the members of a struct.
func (s *schemas) object(typ reflect.Type, format string) object {
	properties, required := object{}, []string{}
	if format != "" {
		properties["format"] = object{"const": format}
	}
	for _, f := range reflect.VisibleFields(typ) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if _, nearer := properties[name]; nearer || !f.IsExported() || name == "-" || name == "" {
			continue
		}
		rules := f.Tag.Get("validate")
		if below := elemOf(f.Type); below != f.Type && !strings.Contains(rules, "dive") && s.ruled(below, map[reflect.Type]bool{}) {
			s.t.Errorf("%s.%s: the tags of %s are not asked: dive is missing", typ, f.Name, below)
		}
		schema := s.value(f.Type, rules)
		owner := typ
		if last := len(f.Index) - 1; last > 0 {
			owner = typ.FieldByIndex(f.Index[:last]).Type
		}
		if words := s.words(owner, f.Name); words != "" {
			of := maps.Clone(schema.(object))
			of["description"] = words
			schema = of
		}
		properties[name] = schema
		if !zeroIs(f.Type, rules) {
			required = append(required, name)
		}
	}
	object := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		object["required"] = required
	}
	return object
}

// elemOf is what a list or map holds at its bottom.
func elemOf(typ reflect.Type) reflect.Type {
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
		typ = typ.Elem()
	}
	return typ
}

// ruled reports whether a type, as the validator sees it, has tags to be asked.
func (s *schemas) ruled(typ reflect.Type, seen map[reflect.Type]bool) bool {
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] || vocabulary[typ].Name != "" {
		return false
	}
	seen[typ] = true
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.IsExported() && (strings.TrimSuffix(f.Tag.Get("validate"), "dive") != "" || s.ruled(elemOf(f.Type), seen)) {
			return true
		}
	}
	return false
}

// resolve puts schemas in the place of types.
func (s *schemas) resolve(schema any) any {
	switch is := schema.(type) {
	case reflect.Type:
		return s.value(is, "")
	case Read:
		as, format := s.shape(is.Type)
		if as == nil {
			as, format = is.Type, is.Format
		}
		return s.object(as, format)
	case Def:
		return s.define(is.Name, reflect.TypeOf(is), func() any { return s.resolve(is.Schema) })
	case object:
		out := object{}
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

//go:embed words.json
var wordsJSON []byte

// vietnamese adds the Vietnamese words of the members that an official writes.
func (s *schemas) vietnamese(schema object, format string) {
	var all map[string]map[string]string
	if err := json.Unmarshal(wordsJSON, &all); err != nil {
		s.t.Fatal(err)
	}
	words, written := all[format]
	if !written {
		return
	}
	schema["x-vi"] = words[""]
	properties := schema["properties"].(object)
	for name := range properties {
		if of := properties[name].(object); name != "format" {
			of = maps.Clone(of)
			of["x-vi"] = words[name]
			properties[name] = of
			if words[name] == "" {
				s.t.Errorf("words.json has no Vietnamese for %q of %s", name, format)
			}
		}
	}
	for name := range words {
		if properties[name] == nil && name != "" {
			s.t.Errorf("words.json: %s has no member %q", format, name)
		}
	}
}

// moduleRoot is the folder of the module under test.
func moduleRoot() (string, error) {
	folder, err := os.Getwd()
	for ; err == nil; folder = filepath.Dir(folder) {
		if _, missing := os.Stat(filepath.Join(folder, "go.mod")); missing == nil {
			return folder, nil
		}
		if folder == filepath.Dir(folder) {
			return "", errors.New("maintain: no go.mod above the test")
		}
	}
	return "", err
}

var links = regexp.MustCompile(`\[([\w.]+)\]`)

// words is what the comment of a field, or of a type, says.
func (s *schemas) words(typ reflect.Type, field string) string {
	said, known := s.said[typ.PkgPath()]
	if !known {
		module := strings.TrimSuffix(reflect.TypeFor[rule.Number]().PkgPath(), "criteria/rule")
		folder, _ := strings.CutPrefix(typ.PkgPath(), module)
		var err error
		if said, err = comments(filepath.Join(s.root, folder)); err != nil {
			s.t.Fatal(err)
		}
		s.said[typ.PkgPath()] = said
	}
	name := typ.Name()
	for said["="+name] != "" {
		name = said["="+name]
	}
	if field == "" {
		return said[name]
	}
	return said[name+"."+field]
}

// comments reads what is said of the types of a folder, by name, and of their fields, by
// "Type.Field"; "=Type" is the type of which it is another name.
func comments(folder string) (map[string]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	said := map[string]string{}
	plain := func(groups ...*ast.CommentGroup) string {
		var text []string
		for _, g := range groups {
			text = append(text, strings.Fields(g.Text())...)
		}
		return links.ReplaceAllString(strings.Join(text, " "), "$1")
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.TYPE {
				for _, spec := range gen.Specs {
					typeWords(said, gen.Doc, spec.(*ast.TypeSpec), plain)
				}
			}
		}
	}
	return said, nil
}

// typeWords adds what is said of one type and its fields.
func typeWords(said map[string]string, doc *ast.CommentGroup, typ *ast.TypeSpec, plain func(...*ast.CommentGroup) string) {
	said[typ.Name.Name] = plain(doc, typ.Doc)
	switch is := typ.Type.(type) {
	case *ast.Ident:
		said["="+typ.Name.Name] = is.Name
	case *ast.StructType:
		for _, field := range is.Fields.List {
			for _, name := range field.Names {
				said[typ.Name.Name+"."+name.Name] = plain(field.Doc, field.Comment)
			}
		}
	}
}

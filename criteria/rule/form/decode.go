package form

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"cloud.google.com/go/civil"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
)

// maxDepth bounds the nesting of a record; no record of this module comes near.
const maxDepth = 64

// formatKey is the member that holds the format version of a stored record.
const formatKey = "format"

// Decode reads a record. The format is the version that the record type is read
// in, "giupxa.visit/1"; a record without one is read as that version, another
// version is refused. The error is nil, a JSON syntax error, or [rule.Findings]
// with every fault and its path. What could be read is in the record even then;
// what the record held before is gone.
func Decode(data []byte, format string, record any) error {
	if !json.Valid(data) {
		var probe any
		return json.Unmarshal(data, &probe)
	}
	target := reflect.ValueOf(record)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return fmt.Errorf("form: Decode needs a pointer to a record, not %T", record)
	}
	target.Elem().SetZero()
	d := decoder{format: format}
	d.value(data, target.Elem(), "", 0)
	found := d.found
	for _, f := range Check(record) {
		if !d.unreadable(f.Path) {
			found = append(found, f)
		}
	}
	return found.Err()
}

// Build reads a record as [Decode] does and then builds something from it, and reports the
// faults of both steps at once. What building finds at a place that could not be read, or
// below it, is not told again.
func Build(data []byte, format string, record any, build func() error) error {
	err := Decode(data, format, record)
	read, isForm := rule.FindingsIn(err)
	if err != nil && !isForm {
		return err
	}
	err = build()
	built, isForm := rule.FindingsIn(err)
	if err != nil && !isForm {
		return errors.Join(read.Err(), err)
	}
	unread := make(map[rule.Path]bool, len(read))
	for _, f := range read {
		unread[f.Path] = true
	}
	for _, f := range built {
		if !f.Path.Any(func(above rule.Path) bool { return unread[above] }) {
			read = append(read, f)
		}
	}
	return read.Err()
}

// Encode writes a record, a struct, with its format version as first member.
func Encode(format string, record any) ([]byte, error) {
	body, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	body = bytes.TrimSpace(body)
	if len(body) < 2 || body[0] != '{' {
		return nil, fmt.Errorf("form: %T is not a record", record)
	}
	out := []byte(`{"` + formatKey + `":` + strconv.Quote(format))
	if body[1] != '}' {
		out = append(out, ',')
	}
	return append(out, body[1:]...), nil
}

type decoder struct {
	format string
	found  rule.Findings
}

// unreadable reports whether a fault was found at the path already: a value that
// could not be read is not reported again as missing.
func (d *decoder) unreadable(p rule.Path) bool {
	for _, f := range d.found {
		if f.Path == p {
			return true
		}
	}
	return false
}

func (d *decoder) report(c rule.Code, at rule.Path, args ...rule.Arg) {
	d.found = append(d.found, table.Broken(c, at, args...))
}

// value reads one JSON value into a Go value.
func (d *decoder) value(data []byte, into reflect.Value, at rule.Path, depth int) {
	data = bytes.TrimSpace(data)
	if depth > maxDepth {
		d.report(ErrTooDeep, at, rule.A("limit", maxDepth))
		return
	}
	if string(data) == "null" {
		into.SetZero() // null is "not given": it never keeps an old value
		return
	}
	if depth > 0 || into.Kind() != reflect.Struct {
		if d.byItself(data, into, at) {
			return
		}
	}
	switch into.Kind() {
	case reflect.Pointer:
		fresh := reflect.New(into.Type().Elem())
		d.value(data, fresh.Elem(), at, depth)
		into.Set(fresh)
	case reflect.Struct:
		d.structure(data, into, at, depth)
	case reflect.Slice:
		d.list(data, into, at, depth)
	case reflect.Map:
		d.mapping(data, into, at, depth)
	case reflect.String:
		var s string
		if err := json.Unmarshal(data, &s); err != nil {
			d.report(ErrWrongType, at, wants("chuỗi ký tự", "a text"), gets(data))
			return
		}
		into.SetString(norm.NFC.String(s))
	default:
		if err := json.Unmarshal(data, into.Addr().Interface()); err != nil {
			d.report(ErrWrongType, at, wantsKind(into.Kind()), gets(data))
		}
	}
}

// byItself lets a type that reads itself do so; its findings go below the path.
func (d *decoder) byItself(data []byte, into reflect.Value, at rule.Path) bool {
	pointer := into.Addr().Interface()
	var err error
	switch reader := pointer.(type) {
	case json.Unmarshaler:
		err = reader.UnmarshalJSON(data)
	case encoding.TextUnmarshaler:
		var s string
		if json.Unmarshal(data, &s) != nil {
			d.report(ErrWrongType, at, wants("chuỗi ký tự", "a text"), gets(data))
			return true
		}
		if s == "" {
			into.SetZero()
			return true
		}
		err = reader.UnmarshalText([]byte(norm.NFC.String(s)))
	default:
		return false
	}
	if inner, ok := rule.FindingsIn(err); ok {
		d.found = append(d.found, inner.Under(at)...)
	} else if err != nil {
		d.report(ErrUnreadable, at, rule.A("text", rule.Shorten(strings.Trim(string(data), `"`))), rule.A("why", why(into, err)))
	}
	return true
}

// why says what is wrong with a text; of a day, how it is written.
func why(into reflect.Value, err error) any {
	if into.Type() == reflect.TypeFor[civil.Date]() {
		return rule.Text{Vi: "ngày ghi dạng 2023-06-30, và phải có thật", En: "a day is written 2023-06-30, and must exist"}
	}
	return err.Error()
}

func (d *decoder) list(data []byte, into reflect.Value, at rule.Path, depth int) {
	var raw []json.RawMessage
	if json.Unmarshal(data, &raw) != nil {
		d.report(ErrWrongType, at, wants("danh sách", "a list"), gets(data))
		return
	}
	out := reflect.MakeSlice(into.Type(), len(raw), len(raw))
	for i, r := range raw {
		d.value(r, out.Index(i), at.Index(i), depth+1)
	}
	into.Set(out)
}

func (d *decoder) mapping(data []byte, into reflect.Value, at rule.Path, depth int) {
	members, ok := d.members(data, at)
	if !ok {
		return
	}
	t := into.Type()
	if t.Key().Kind() != reflect.String {
		d.report(ErrWrongType, at, wants("bảng khóa chữ", "an object with text keys"), gets(data))
		return
	}
	out := reflect.MakeMapWithSize(t, len(members))
	for _, m := range members {
		v := reflect.New(t.Elem()).Elem()
		d.value(m.value, v, at.Key(m.key), depth+1)
		out.SetMapIndex(reflect.ValueOf(norm.NFC.String(m.key)).Convert(t.Key()), v)
	}
	into.Set(out)
}

func (d *decoder) structure(data []byte, into reflect.Value, at rule.Path, depth int) {
	members, ok := d.members(data, at)
	if !ok {
		return
	}
	fields := fieldsOf(into.Type())
	for _, m := range members {
		index, known := fields[m.key]
		switch {
		case known:
			d.value(m.value, into.FieldByIndex(index), at.Key(m.key), depth+1)
		case m.key == formatKey && depth == 0 && d.format != "":
			d.checkFormat(m.value, at)
		default:
			d.report(ErrUnknownKey, at.Key(m.key), rule.A("key", rule.Shorten(m.key)))
		}
	}
}

func (d *decoder) checkFormat(data []byte, at rule.Path) {
	var s string
	if json.Unmarshal(data, &s) != nil || s != d.format {
		d.report(ErrFormat, at.Key(formatKey), rule.A("text", rule.Shorten(strings.Trim(string(data), `"`))), rule.A("want", d.format))
	}
}

type member struct {
	key   string
	value json.RawMessage
}

// members splits an object in the order of its text; a repeated member is reported and
// its first value stands.
func (d *decoder) members(data []byte, at rule.Path) ([]member, bool) {
	dec := json.NewDecoder(bytes.NewReader(data))
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		d.report(ErrWrongType, at, wants("một đối tượng", "an object"), gets(data))
		return nil, false
	}
	var out []member
	seen := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			break
		}
		key, _ := token.(string)
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			break
		}
		if seen[key] {
			d.report(ErrRepeatedKey, at.Key(key), rule.A("key", rule.Shorten(key)))
			continue
		}
		seen[key] = true
		out = append(out, member{key, value})
	}
	return out, true
}

var fieldCache sync.Map // reflect.Type → map[string][]int

// fieldsOf maps the JSON names of a struct to its fields; embedded structs
// without a name of their own are flattened, as encoding/json does.
func fieldsOf(t reflect.Type) map[string][]int {
	if known, ok := fieldCache.Load(t); ok {
		return known.(map[string][]int)
	}
	fields := map[string][]int{}
	for _, f := range reflect.VisibleFields(t) {
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || tag == "-" || (f.Anonymous && tag == "") {
			continue
		}
		if tag == "" {
			tag = f.Name
		}
		if _, nearer := fields[tag]; !nearer {
			fields[tag] = f.Index
		}
	}
	fieldCache.Store(t, fields)
	return fields
}

func wants(vi, en string) rule.Arg { return rule.A("want", rule.Text{Vi: vi, En: en}) }

func wantsKind(k reflect.Kind) rule.Arg {
	switch k {
	case reflect.Bool:
		return wants("true hoặc false", "true or false")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return wants("số nguyên", "a whole number")
	default:
		return wants(k.String(), k.String())
	}
}

func gets(data []byte) rule.Arg { return rule.A("got", rule.Shorten(string(data))) }

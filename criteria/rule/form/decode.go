package form

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The bounds of a record.
const (
	maxDepth    = 64    // of nesting; no record of this module comes near
	maxFindings = 1_000 // listed of one record; the last one says how many more there are
	maxMembers  = 100_000
)

// formatKey is the member that holds the format version of a stored record.
const formatKey = "format"

// Decode reads a record. The format is the version that the record type is read
// in, "giupxa.visit/1"; a record without one is read as that version, another
// version is refused. The error is nil, a [rule.Misread] that says where the text is not
// JSON, or [rule.Findings] with every fault and its path, at most 1,000 of them. What could
// be read is in the record even then; what the record held before is gone.
func Decode(data []byte, format string, record any) error {
	d, err := decode(data, format, record)
	if err != nil {
		return err
	}
	return d.findings().Err()
}

func decode(data []byte, format string, record any) (*decoder, error) {
	if !json.Valid(data) {
		return nil, syntax(data)
	}
	target := reflect.ValueOf(record)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return nil, fmt.Errorf("form: Decode needs a pointer to a record, not %T", record)
	}
	if asked(data) {
		return nil, &shape{format, target.Elem().Type()}
	}
	target.Elem().SetZero()
	d := &decoder{scanner: scanner{data: data}, format: format}
	d.space()
	p := planOf(target.Elem().Type()).shape()
	if p.reads == readsStruct && d.peek() == 'n' {
		d.structure(target.Elem(), p) // null is a member that is not given, and no record
	} else {
		d.value(target.Elem(), p)
	}
	for _, f := range notBelow(d.found, Check(record)) {
		d.add(f)
	}
	return d, nil
}

// Build reads a record as [Decode] does and then builds something from it, and reports the
// faults of both steps at once. What building finds at a place that could not be read, or
// below it, is not told again.
func Build(data []byte, format string, record any, build func() error) error {
	d, err := decode(data, format, record)
	if err != nil {
		return err
	}
	err = build()
	built, isForm := rule.FindingsIn(err)
	if err != nil && !isForm {
		return errors.Join(d.findings().Err(), err)
	}
	for _, f := range notBelow(d.found, built) {
		d.add(f)
	}
	return d.findings().Err()
}

// notBelow leaves out of later findings those at a place that could not be read, or below it.
// Of a member that appears twice the first was read.
func notBelow(read, later rule.Findings) (kept rule.Findings) {
	if len(read) == 0 {
		return later
	}
	unread := make(map[rule.Path]bool, len(read))
	for _, f := range read {
		unread[f.Path] = unread[f.Path] || f.Code() != ErrRepeatedKey
	}
	if unread[""] {
		return nil // no record was given at all
	}
	for _, f := range later {
		if !f.Path.Any(func(above rule.Path) bool { return unread[above] }) {
			kept = append(kept, f)
		}
	}
	return kept
}

// Encode writes a record, a struct, with its format version as first member.
func Encode(format string, record any) ([]byte, error) {
	body, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	if len(body) < 2 || body[0] != '{' {
		return nil, fmt.Errorf("form: %T is not a record", record)
	}
	out := make([]byte, 0, len(body)+len(formatKey)+len(format)+6)
	out = strconv.AppendQuote(append(out, `{"`+formatKey+`":`...), format)
	if body[1] != '}' {
		out = append(out, ',')
	}
	return append(out, body[1:]...), nil
}

// decoder walks a text that is known to be JSON once, into a Go value.
type decoder struct {
	scanner
	format string
	path   []step
	found  rule.Findings
	more   int
}

// step is one step of the path to the value that is read: a member, or an element.
type step struct {
	key   string
	index int // -1 for a member
}

// at is the path to the value that is read.
func (d *decoder) at() rule.Path {
	var p rule.Path
	for _, s := range d.path {
		if s.index < 0 {
			p = p.Key(s.key)
		} else {
			p = p.Index(s.index)
		}
	}
	return p
}

func (d *decoder) add(f rule.Finding) {
	if len(d.found) >= maxFindings {
		d.more++
		return
	}
	d.found = append(d.found, f)
}

func (d *decoder) report(c rule.Code, args ...rule.Arg) {
	if len(d.found) >= maxFindings {
		d.more++
		return
	}
	d.found = append(d.found, table.Broken(c, d.at(), args...))
}

// findings is all that was found; the last one says what is not listed.
func (d *decoder) findings() rule.Findings {
	if d.more == 0 {
		return d.found
	}
	return append(d.found, More(d.more))
}

// value reads the value at the place of the scanner.
func (d *decoder) value(into reflect.Value, p *plan) {
	if len(d.path) > maxDepth {
		d.skip()
		d.report(ErrTooDeep, rule.A("limit", maxDepth))
		return
	}
	if d.null() {
		return // "not given": every value that is read into is zero before
	}
	switch p.reads {
	case readsItself:
		d.itself(into, p)
	case readsText:
		d.text(into, p)
	case readsStruct:
		d.structure(into, p)
	case readsList:
		d.list(into, p)
	case readsMap:
		d.mapping(into, p)
	case readsPointer:
		fresh := reflect.New(p.typ.Elem())
		d.value(fresh.Elem(), p.elem)
		into.Set(fresh)
	case readsString:
		if s, ok := d.string(); ok {
			into.SetString(s)
		}
	case readsFinding:
		var parts rule.FindingParts
		d.value(reflect.ValueOf(&parts).Elem(), p.elem)
		into.Set(reflect.ValueOf(parts.Finding()))
	case readsWhole:
		raw := d.skip()
		if n, err := rule.ParseNumber(string(raw)); err != nil || !setWhole(into, n) {
			d.report(ErrWrongType, wantsKind(p.typ.Kind()), gets(raw))
		}
	default:
		raw := d.skip()
		if err := json.Unmarshal(raw, into.Addr().Interface()); err != nil {
			d.report(ErrWrongType, wantsKind(p.typ.Kind()), gets(raw))
		}
	}
}

// setWhole sets a whole number, however it is written: 2021 and 2021.0 are one number. An
// int has 32 bits, so that every platform reads the same, and no number has more than 18
// digits.
func setWhole(into reflect.Value, n rule.Number) bool {
	whole, exact, fits := n.Floor(0)
	switch {
	case !exact || !fits:
		return false
	case into.CanUint():
		if whole < 0 || into.OverflowUint(uint64(whole)) {
			return false
		}
		into.SetUint(uint64(whole))
	case into.OverflowInt(whole) || into.Kind() == reflect.Int && whole != int64(int32(whole)): //nolint:gosec // what is lost is the question
		return false
	default:
		into.SetInt(whole)
	}
	return true
}

// string reads a text, in the spelling of [rule.Normal].
func (d *decoder) string() (string, bool) {
	if d.peek() != '"' {
		d.report(ErrWrongType, wants("chuỗi ký tự", "a text"), gets(d.skip()))
		return "", false
	}
	s, valid := d.quoted()
	if !valid {
		d.report(ErrEncoding)
	}
	return s, valid
}

// itself lets a type that reads itself do so; its findings go below the path. A text in
// quotes goes to its UnmarshalText, where it has one.
func (d *decoder) itself(into reflect.Value, p *plan) {
	if p.read != nil && d.peek() == '"' {
		from := d.pos
		if raw, plain := d.quote(); plain {
			d.unreadable(into.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(raw), d.data[from:d.pos])
			return
		}
		d.pos = from
		if s, ok := d.string(); ok {
			d.unreadable(p.read(into, s), d.data[from:d.pos])
		}
		return
	}
	raw := d.skip()
	d.unreadable(into.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(raw), raw)
}

// text reads a type whose JSON is a text, or a number where it takes one.
func (d *decoder) text(into reflect.Value, p *plan) {
	switch {
	case d.peek() == '"':
		from := d.pos
		s, ok := d.string()
		if !ok {
			return
		}
		if s == "" && !p.numeric {
			return
		}
		d.unreadable(p.read(into, s), d.data[from:d.pos])
	case p.numeric && (d.peek() == '-' || d.peek() >= '0' && d.peek() <= '9'):
		raw := d.skip()
		d.unreadable(p.read(into, string(raw)), raw)
	case p.numeric:
		raw := d.skip()
		d.report(ErrUnreadable, rule.A("text", rule.Shorten(string(raw))), rule.A("why", rule.ErrNumberMalformed))
	default:
		d.report(ErrWrongType, wants("chuỗi ký tự", "a text"), gets(d.skip()))
	}
}

// unreadable reports why a value could not be read.
func (d *decoder) unreadable(err error, raw []byte) {
	if err == nil {
		return
	}
	if inner, ok := rule.FindingsIn(err); ok {
		for _, f := range inner.Under(d.at()) {
			d.add(f)
		}
		return
	}
	d.report(ErrUnreadable, rule.A("text", rule.Shorten(string(bytes.Trim(raw, `"`)))), rule.A("why", why(err)))
}

// why says in both languages what is wrong, where the error knows it.
func why(err error) any {
	var words rule.Worded
	if errors.As(err, &words) {
		return words
	}
	return rule.Text{Vi: err.Error(), En: err.Error()}
}

func (d *decoder) list(into reflect.Value, p *plan) {
	if d.peek() != '[' {
		d.report(ErrWrongType, wants("danh sách", "a list"), gets(d.skip()))
		return
	}
	into.Set(reflect.MakeSlice(p.typ, 0, 0))
	d.path = append(d.path, step{})
	for i := 0; d.element(i); i++ {
		if i == into.Cap() {
			into.Grow(1)
		}
		into.SetLen(i + 1)
		d.path[len(d.path)-1] = step{index: i}
		d.value(into.Index(i), p.elem)
	}
	d.path = d.path[:len(d.path)-1]
}

func (d *decoder) mapping(into reflect.Value, p *plan) {
	if d.peek() != '{' || p.typ.Key().Kind() != reflect.String {
		d.report(ErrWrongType, wants("bảng khóa chữ", "an object with text keys"), gets(d.skip()))
		return
	}
	room := d.count()
	out, seen := reflect.MakeMapWithSize(p.typ, room), make(map[string]struct{}, room) // reflect's own look-up allocates
	k, v := reflect.New(p.typ.Key()).Elem(), reflect.New(p.typ.Elem()).Elem()
	d.path = append(d.path, step{})
	members := 0
	for i := 0; d.member(i); i++ {
		key, valid := d.key()
		d.path[len(d.path)-1] = step{key: key, index: -1}
		_, again := seen[key]
		switch {
		case !valid:
			d.report(ErrEncoding)
		case again:
			d.report(ErrRepeatedKey, rule.A("key", rule.Shorten(key)))
		case members == maxMembers:
			d.report(ErrTooLong, limit(maxMembers, "mục", "entries"))
		case members < maxMembers:
			members++
			seen[key] = struct{}{}
			k.SetString(key)
			v.SetZero()
			d.value(v, p.elem)
			out.SetMapIndex(k, v)
			continue
		}
		if members == maxMembers {
			members++ // said once
		}
		d.skip()
	}
	d.path = d.path[:len(d.path)-1]
	into.Set(out)
}

func (d *decoder) structure(into reflect.Value, p *plan) {
	if d.peek() != '{' {
		d.report(ErrWrongType, wants("một đối tượng", "an object"), gets(d.skip()))
		return
	}
	var seen uint64
	var others map[string]bool
	top := len(d.path) == 0
	d.path = append(d.path, step{})
	for i := 0; d.member(i); i++ {
		key, _ := d.key()
		d.path[len(d.path)-1] = step{key: key, index: -1}
		f, known := p.fields[key]
		var repeated bool
		if known && f.bit != 0 {
			repeated = seen&f.bit != 0
			seen |= f.bit
		} else {
			repeated = others[key]
			if others == nil {
				others = map[string]bool{}
			}
			others[key] = true
		}
		switch {
		case repeated:
			d.skip()
			d.report(ErrRepeatedKey, rule.A("key", rule.Shorten(key)))
		case known:
			d.value(into.FieldByIndex(f.index), f.plan)
		case key == formatKey && top && d.format != "":
			d.checkFormat()
		default:
			d.skip()
			d.report(ErrUnknownKey, rule.A("key", rule.Shorten(key)))
		}
	}
	d.path = d.path[:len(d.path)-1]
}

func (d *decoder) checkFormat() {
	raw := d.skip()
	var s string
	if json.Unmarshal(raw, &s) != nil || s != d.format {
		d.report(ErrFormat, rule.A("text", rule.Shorten(string(bytes.Trim(raw, `"`)))), rule.A("want", d.format))
	}
}

func wants(vi, en string) rule.Arg { return rule.A("want", rule.Text{Vi: vi, En: en}) }

func wantsKind(k reflect.Kind) rule.Arg {
	switch k {
	case reflect.Bool:
		return wants("true hoặc false", "true or false")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return wants("số nguyên", "a whole number")
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return wants("số nguyên không âm", "a whole number of at least 0")
	default:
		return wants("giá trị loại "+k.String(), "a value of type "+k.String())
	}
}

func gets(raw []byte) rule.Arg { return rule.A("got", rule.Shorten(string(raw))) }

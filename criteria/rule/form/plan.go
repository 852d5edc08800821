package form

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// reading is how a Go type is read from JSON.
type reading uint8

const (
	readsPlain  reading = iota // as encoding/json reads it: booleans
	readsWhole                 // a whole number
	readsItself                // by its own UnmarshalJSON
	readsText                  // from a text, by what read does
	readsString                // a text
	readsStruct
	readsList
	readsMap
	readsPointer
	readsFinding // a rule.Finding, from its parts
)

// plan is how one type is read, worked out once.
type plan struct {
	typ     reflect.Type
	reads   reading
	bare    reading                                     // as a record at the top of a text, where its own methods are not asked
	numeric bool                                        // a bare number is read as the text of it
	read    func(into reflect.Value, text string) error // of a text in quotes; nil where UnmarshalJSON reads that too
	elem    *plan
	fields  map[string]field
}

// field is a member of a struct.
type field struct {
	index []int
	bit   uint64 // of its own for the first 64 fields; 0 for others
	plan  *plan
}

var plans sync.Map // reflect.Type → *plan

// planOf works out how a type is read. Types may refer to themselves.
func planOf(t reflect.Type) *plan {
	if known, ok := plans.Load(t); ok {
		return known.(*plan)
	}
	made := map[reflect.Type]*plan{}
	p := makePlan(t, made)
	for typ, one := range made {
		plans.LoadOrStore(typ, one)
	}
	return p
}

// shape is the plan of a record at the top of a text: its members, not its methods.
func (p *plan) shape() *plan {
	if p.reads == p.bare {
		return p
	}
	top := *p
	top.reads = p.bare
	return &top
}

func makePlan(t reflect.Type, made map[reflect.Type]*plan) *plan {
	if known, ok := plans.Load(t); ok {
		return known.(*plan)
	}
	if p, ok := made[t]; ok {
		return p
	}
	p := &plan{typ: t}
	made[t] = p
	switch t.Kind() {
	case reflect.Pointer:
		p.bare, p.elem = readsPointer, makePlan(t.Elem(), made)
	case reflect.Struct:
		p.bare = readsStruct
	case reflect.Slice:
		p.bare = readsList
	case reflect.Map:
		p.bare = readsMap
	case reflect.String:
		p.bare = readsString
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		p.bare = readsWhole
	default:
		p.bare = readsPlain
	}
	p.reads = p.bare
	p.special(made)
	if p.bare != readsStruct && p.reads != p.bare {
		p.bare = p.reads // only a struct is read by its members where it stands at the top
	}
	switch p.bare {
	case readsStruct:
		p.fields = fieldsOf(t, made)
	case readsList, readsMap:
		p.elem = makePlan(t.Elem(), made)
	}
	return p
}

// special finds types that read themselves, and those of the vocabulary.
func (p *plan) special(made map[reflect.Type]*plan) {
	switch p.typ {
	case reflect.TypeFor[rule.Finding]():
		p.reads, p.elem = readsFinding, makePlan(reflect.TypeFor[rule.FindingParts](), made)
	case reflect.TypeFor[rule.Number]():
		p.reads, p.numeric = readsText, true
		p.read = func(into reflect.Value, text string) error {
			n, err := rule.ParseNumber(text)
			*into.Addr().Interface().(*rule.Number) = n
			return err
		}
	case reflect.TypeFor[civil.Date]():
		p.reads = readsText
		p.read = func(into reflect.Value, text string) error {
			d, err := rule.ParseDay(text)
			*into.Addr().Interface().(*civil.Date) = d
			return err
		}
	case reflect.TypeFor[rule.Moment]():
		p.reads = readsText
		p.read = func(into reflect.Value, text string) error {
			m, err := rule.ParseMoment(text)
			*into.Addr().Interface().(*rule.Moment) = m
			return err
		}
	default:
		pointer := reflect.PointerTo(p.typ)
		switch {
		case pointer.Implements(reflect.TypeFor[json.Unmarshaler]()):
			p.reads = readsItself
		case pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
			p.reads = readsText
		}
		if pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
			p.read = func(into reflect.Value, text string) error {
				return into.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
			}
		}
	}
}

// fieldsOf maps the JSON names of a struct to its fields; embedded structs
// without a name of their own are flattened, as encoding/json does.
func fieldsOf(t reflect.Type, made map[reflect.Type]*plan) map[string]field {
	fields := map[string]field{}
	for _, f := range reflect.VisibleFields(t) {
		tag := memberName(f)
		if !f.IsExported() || tag == "-" || f.Anonymous && tag == "" || !flattened(t, f.Index) {
			continue
		}
		if tag == "" {
			tag = f.Name
		}
		if _, nearer := fields[tag]; nearer {
			continue
		}
		fields[tag] = field{f.Index, 1 << len(fields), makePlan(f.Type, made)}
	}
	return fields
}

func memberName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// flattened reports whether the structs in which a field is embedded have no name of their
// own.
func flattened(t reflect.Type, index []int) bool {
	for n := 1; n < len(index); n++ {
		if memberName(t.FieldByIndex(index[:n])) != "" {
			return false
		}
	}
	return true
}

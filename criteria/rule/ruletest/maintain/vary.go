package maintain

import (
	"fmt"
	"reflect"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Vary changes one value at a time below a pointer, calls use with the path of what is
// changed, and puts the old value back: every exported field, every element, and every list
// without its last element. It proves that an edition covers all of a rulebook.
func Vary(pointer any, use func(at string)) {
	vary(reflect.ValueOf(pointer).Elem(), "", use)
}

func vary(v reflect.Value, at string, use func(string)) {
	if old, ok := change(v); ok {
		use(at)
		v.Set(old)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			vary(v.Elem(), at, use)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				vary(v.Field(i), at+"."+f.Name, use)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			vary(v.Index(i), fmt.Sprintf("%s[%d]", at, i), use)
		}
		if n := v.Len(); n > 0 {
			all := reflect.ValueOf(v.Interface())
			v.Set(v.Slice(0, n-1))
			use(at)
			v.Set(all)
		}
	}
}

// Spoil changes all that can be reached below a value through exported fields, elements,
// entries and pointers. It proves that what was handed out or taken in is not shared.
func Spoil(value any) { spoil(reflect.ValueOf(value), map[uintptr]bool{}) }

func spoil(v reflect.Value, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		spoil(v.Elem(), seen)
		return
	case reflect.Interface:
		spoil(v.Elem(), seen)
		return
	case reflect.Map:
		for _, key := range v.MapKeys() {
			v.SetMapIndex(key, reflect.Value{})
		}
		return
	}
	if v.CanSet() {
		if _, ok := change(v); ok {
			return
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoil(v.Field(i), seen)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i), seen)
		}
	}
}

// change gives a simple value another one and returns the old one.
func change(v reflect.Value) (old reflect.Value, ok bool) {
	old = reflect.New(v.Type()).Elem()
	old.Set(v)
	if n, is := v.Interface().(rule.Number); is {
		other := rule.Int(7)
		if n.Known() {
			other = n.Add(rule.Int(1))
		}
		v.Set(reflect.ValueOf(other))
		return old, true
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 1)
	case reflect.Uint8:
		if v.SetUint(1); old.Uint() == 1 {
			v.SetUint(2)
		}
	default:
		return old, false
	}
	return old, true
}

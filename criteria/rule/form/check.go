package form

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"cloud.google.com/go/civil"
	"github.com/go-playground/validator/v10"

	"github.com/giupxa/giupxa/criteria/rule"
)

// instance is built once, on first use: validator caches what it learns of types.
var instance = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name := memberName(f)
		if name == "" && f.Anonymous {
			return embedded
		}
		return name
	})
	// The values of the vocabulary are judged as their text: a Number of 0 is given.
	v.RegisterCustomTypeFunc(func(v reflect.Value) any {
		switch x := v.Interface().(type) {
		case rule.Number:
			return x.String()
		case rule.Moment:
			return x.String()
		case civil.Date:
			if x.IsZero() {
				return ""
			}
			return x.String()
		}
		return nil
	}, rule.Number{}, rule.Moment{}, civil.Date{})
	return v
})

// Check judges a record by its `validate` tags and reports every fault in the
// order of the fields. A value that is not a struct has no tags and no faults.
func Check(record any) rule.Findings {
	err := instance().Struct(record)
	var faults validator.ValidationErrors
	if !errors.As(err, &faults) {
		return nil
	}
	var found rule.Findings
	for _, f := range faults {
		at := pathOf(f.Namespace(), record)
		switch f.Tag() {
		case "required", "required_if", "required_with", "required_without":
			found = append(found, table.Broken(ErrRequired, at))
		case "max", "lte":
			found = append(found, most(f, at))
		case "min", "gte":
			found = append(found, table.Broken(ErrTooSmall, at, rule.A("value", f.Value()), rule.A("limit", f.Param())))
		default:
			found = append(found, table.Broken(ErrConstraint, at, rule.A("constraint", strings.TrimSuffix(f.Tag()+"="+f.Param(), "="))))
		}
	}
	return found
}

// most is the finding about a limit from above: of letters, of members or of a number.
func most(f validator.FieldError, at rule.Path) rule.Finding {
	switch f.Kind() {
	case reflect.String:
		return table.Broken(ErrTooLong, at, limit(f.Param(), "ký tự", "characters"))
	case reflect.Slice, reflect.Map, reflect.Array:
		return table.Broken(ErrTooLong, at, limit(f.Param(), "mục", "entries"))
	default:
		return table.Broken(ErrTooLarge, at, rule.A("value", f.Value()), rule.A("limit", f.Param()))
	}
}

func limit(n any, vi, en string) rule.Arg {
	return rule.A("limit", rule.Text{Vi: fmt.Sprint(n, " ", vi), En: fmt.Sprint(n, " ", en)})
}

// embedded names a struct embedded in a record, which has no member of its own in JSON.
const embedded = "\x00"

// pathOf drops from validator's namespace the type's own name, which an anonymous struct
// has not and a generic one has with dots in it, and the names of embedded structs.
func pathOf(namespace string, record any) rule.Path {
	t := reflect.TypeOf(record)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Name() != "" {
		namespace = strings.TrimPrefix(namespace, t.Name()+".")
	}
	return rule.Path(strings.ReplaceAll(namespace, embedded+".", ""))
}

package form

import (
	"encoding/json"
	"errors"
	"reflect"
)

// probe is the text by which [Shape] asks how a type is read; only its place counts.
var probe = []byte("{}")

// shape is what [Decode] answers the probe with.
type shape struct {
	format string
	typ    reflect.Type
}

func (*shape) Error() string { return "form: how a record is read" }

func asked(data []byte) bool { return len(data) == len(probe) && &data[0] == &probe[0] }

// Shape is as which Go type, and in which format, a record that reads itself is read: the
// type whose members and tags are those of its JSON. It is how schemas are made from what
// the decoder does. ok is false for a type that reads its JSON without [Decode].
func Shape(record json.Unmarshaler) (as reflect.Type, format string, ok bool) {
	var s *shape
	if !errors.As(record.UnmarshalJSON(probe), &s) {
		return nil, "", false
	}
	return s.typ, s.format, true
}

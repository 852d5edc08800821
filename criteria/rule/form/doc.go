// Package form reads input records and judges their form: it is the only place
// of this module that knows the validator package.
//
// [Decode] reads the JSON of a record and reports everything that is wrong with
// it at once, each with its path: unknown and repeated members, texts that are no
// number or day ("12,5", "30/02"), values of the wrong type, an unknown format
// version, and what the `validate` tags of the record demand. Only JSON that is
// not JSON stops it. All texts are brought to one spelling on the way in
// ([rule.Normal]: Unicode NFC, and Đ for letters that look like it), so that two spellings
// of one word stay one word. [Encode] writes a record with its
// format version.
//
//	func (v *Visit) UnmarshalJSON(data []byte) error { type plain Visit; return form.Decode(data, visitFormat, (*plain)(v)) }
//	func (v Visit) MarshalJSON() ([]byte, error)     { type plain Visit; return form.Encode(visitFormat, plain(v)) }
//
// The tags judge form only: required, max, dive and the like. What a text
// demands is judged by the rulebooks.
package form

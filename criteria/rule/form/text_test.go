package form_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// in16 is a text in UTF-16.
func in16(text string, order binary.AppendByteOrder) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, unit)
	}
	return string(b)
}

// A file from Windows is read without its mark, or refused with the encoding named.
func TestText(t *testing.T) {
	t.Parallel()
	const good = `{"id":"xã"}`
	for _, in := range []string{good, "\ufeff" + good} {
		text, err := form.Text([]byte(in))
		require.NoError(t, err)
		assert.True(t, bytes.Equal([]byte(good), text), "the mark is dropped")
	}
	for name, in := range map[string]string{
		"UTF-16 LE":                  "\xff\xfe" + in16(good, binary.LittleEndian),
		"UTF-16 LE;":                 in16(good, binary.LittleEndian),
		"UTF-16 BE":                  "\xfe\xff" + in16(good, binary.BigEndian),
		"UTF-16 BE;":                 in16(good, binary.BigEndian),
		"UTF-16 LE;;":                "\xff\xfe",
		"UTF-16 BE;;":                "\x00{",
		"UTF-32;;":                   "{\x00\x00\x00",
		"UTF-32":                     "{\x00\x00\x00}\x00\x00\x00",
		"UTF-32;":                    "\x00\x00\xfe\xff\x00\x00\x00{",
		"dòng 2, cột 10":             "{\n \"id\": \"x\xe3\"}",      // windows-1252
		"có lẽ là Windows-1258":      "{\"id\": \"x\xe3\xde\"}",     // ã and a combining tilde
		"hãy lưu lại ở dạng UTF-8":   "{\"\xd0\xf4ng\": \"\xf0i\"}", // Đông, đi
		"dòng 1, cột 12: không phải": `{"tên": "xã` + "\xe3" + `"}`,
	} {
		_, err := form.Text([]byte(in))
		require.ErrorIs(t, err, form.ErrEncoding, name)
		assert.Contains(t, rule.Tell(err, rule.Vi), strings.TrimRight(name, ";"))
		assert.Contains(t, rule.Tell(err, rule.En), "save ")
	}
}

// Where a text is not JSON, the place is named, and what to write.
func TestTextThatIsNotJSON(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][2]string{
		"":                        {"không có gì để đọc", "nothing to read"},
		" \n\ufeff":               {"dòng 2, cột 1", "line 2, column 1"},
		"{\"a\":\n {\"b\": 1}":    {"dòng 2, cột 10: văn bản bị cắt", "line 2, column 10: the text ends here"},
		"{“a”: 1}":                {"dòng 1, cột 2: ghi dấu nháy thẳng \" thay cho “", "write the straight quote"},
		"{'a': 1}":                {"thay cho '", "in place of '"},
		"{\"ế\": 1,\n}":           {"dòng 2, cột 1: bỏ dấu phẩy đứng trước }", "leave out the comma before }"},
		"[1, 2, ]":                {"bỏ dấu phẩy đứng trước ]", "leave out the comma before ]"},
		`{"a": 12,05}`:            {"cột 10: phần thập phân ghi sau dấu chấm", "decimals are written after a dot"},
		`{"a": 12,5}`:             {"cột 10: phần thập phân ghi sau dấu chấm", "decimals are written after a dot"},
		"{\"a\": \"b\nc\"}":       {"không được xuống dòng", "run over a line"},
		`{"a" 1}`:                 {"«1» không đúng chỗ", "\"1\" is out of place"},
		`{"a": đạt}`:              {"«đ» không đúng chỗ", "\"đ\" is out of place"},
		"\x01":                    {"ký tự không đúng chỗ", "a character is out of place"},
		strings.Repeat("[", 20e3): {"lồng quá nhiều cấp", "nested too deep"},
	} {
		_, err := form.Text([]byte(in))
		var fault *json.SyntaxError
		require.ErrorAs(t, err, &fault, in)
		assert.Contains(t, rule.Tell(err, rule.Vi), want[0])
		assert.Contains(t, rule.Tell(err, rule.En), want[1])
		var s sample
		require.ErrorAs(t, s.UnmarshalJSON([]byte(in)), &fault, "decoding says the same")
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("\xff\xfe{\x00"))
	f.Add([]byte("{\"a\": 12,5}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := form.Text(data)
		if (err == nil) != json.Valid(text) {
			t.Fatalf("%q: %v", data, err)
		}
		if err != nil && (rule.Tell(err, rule.Vi) == "" || len(rule.Tell(err, rule.En)) > 200) {
			t.Fatalf("%q: %v", data, err)
		}
	})
}

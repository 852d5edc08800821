package form

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/giupxa/giupxa/criteria/rule"
)

// utf8Mark is the byte order mark that programs on Windows put before a text in UTF-8.
var utf8Mark = []byte("\xef\xbb\xbf")

// Text is the JSON text of a file or a body as it came: without a byte order mark. A text
// in another encoding, or one that is not JSON, is a [rule.Misread] that names the encoding
// or the line, and says what to do; an encoding is also known as [ErrEncoding].
func Text(data []byte) ([]byte, error) {
	data, err := UTF8(data)
	if err == nil && !json.Valid(data) {
		err = syntax(data)
	}
	if err != nil {
		return nil, err
	}
	return data, nil
}

// UTF8 is a text as it came, without a byte order mark. One in another encoding is
// [ErrEncoding], and the error names the encoding or the line.
func UTF8(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, utf8Mark)
	if name := wide(data); name != "" {
		return nil, encoded("tệp ở dạng "+name+"; hãy lưu lại ở dạng UTF-8", "the file is in "+name+"; save it as UTF-8")
	}
	if at := invalid(data); at >= 0 {
		line, column := place(data, at)
		return nil, encoded(
			fmt.Sprintf("dòng %d, cột %d: không phải chữ UTF-8, có lẽ là Windows-1258, TCVN3 hoặc VNI; hãy lưu lại ở dạng UTF-8", line, column),
			fmt.Sprintf("line %d, column %d: not UTF-8, perhaps Windows-1258, TCVN3 or VNI; save the file as UTF-8", line, column))
	}
	return data, nil
}

func encoded(vi, en string) error { return rule.NewMisread("", ErrEncoding, vi, en) }

// wide names an encoding of more than a byte a letter: by its mark, or by the zeros beside
// the first character, which in JSON is plain ASCII.
func wide(data []byte) string {
	if len(data) < 2 {
		return ""
	}
	var start [4]byte
	copy(start[:], data)
	little, big := binary.LittleEndian.Uint32(start[:]), binary.BigEndian.Uint32(start[:])
	ascii := func(c uint32) bool { return c > 0 && c < utf8.RuneSelf }
	switch {
	case len(data) >= 4 && (little == 0xfeff || big == 0xfeff || ascii(little) || ascii(big)):
		return "UTF-32"
	case start[0] == 0xff && start[1] == 0xfe, ascii(uint32(start[0])) && start[1] == 0:
		return "UTF-16 LE"
	case start[0] == 0xfe && start[1] == 0xff, start[0] == 0 && ascii(uint32(start[1])):
		return "UTF-16 BE"
	}
	return ""
}

// invalid is the place of the first byte that is not UTF-8, or -1.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; ; {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
}

// place is the line and the column, in letters, of a byte.
func place(data []byte, at int) (line, column int) {
	before := data[:min(at, len(data))]
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[1+bytes.LastIndexByte(before, '\n'):])
}

// syntax says where a text is not JSON, and what to write there where that is clear. The
// error of encoding/json is inside.
func syntax(data []byte) error {
	var probe any
	err := json.Unmarshal(data, &probe)
	var fault *json.SyntaxError
	if !errors.As(err, &fault) {
		return err
	}
	at := max(0, int(fault.Offset)-1)
	if strings.HasPrefix(fault.Error(), "unexpected end") {
		at = len(data)
	}
	words := advice(data, at, fault)
	line, column := place(data, at)
	return rule.NewMisread("", err, fmt.Sprintf("dòng %d, cột %d: %s", line, column, words.Vi), fmt.Sprintf("line %d, column %d: %s", line, column, words.En))
}

// advice is the words about the byte at which a text stops being JSON.
func advice(data []byte, at int, fault *json.SyntaxError) rule.Text {
	before := bytes.TrimSpace(data[:min(at, len(data))])
	last := func(set string) bool { return len(before) > 0 && strings.IndexByte(set, before[len(before)-1]) >= 0 }
	c, _ := utf8.DecodeRune(data[min(at, len(data)):])
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return rule.Text{Vi: "không có gì để đọc", En: "there is nothing to read"}
	case strings.HasPrefix(fault.Error(), "unexpected end"):
		return rule.Text{Vi: "văn bản bị cắt ở đây; còn thiếu dấu đóng } ] hoặc \"", En: "the text ends here; a closing } ] or \" is missing"}
	case strings.Contains(fault.Error(), "depth"):
		return rule.Text{Vi: "lồng quá nhiều cấp", En: "nested too deep"}
	case strings.ContainsRune("“”„‟‘’«»'", c):
		return rule.Text{Vi: "ghi dấu nháy thẳng \" thay cho " + string(c), En: "write the straight quote \" in place of " + string(c)}
	case last(",") && strings.ContainsRune("}]", c):
		return rule.Text{Vi: "bỏ dấu phẩy đứng trước " + string(c), En: "leave out the comma before " + string(c)}
	case last(",") && c >= '0' && c <= '9':
		return rule.Text{Vi: "phần thập phân ghi sau dấu chấm: 12.5, không ghi 12,5", En: "decimals are written after a dot: 12.5, not 12,5"}
	case c < ' ' && strings.Contains(fault.Error(), "string"):
		return rule.Text{Vi: "chuỗi chữ không được xuống dòng; ghi \\n", En: "a text cannot run over a line; write \\n"}
	case unicode.IsPrint(c):
		return rule.Text{Vi: "«" + string(c) + "» không đúng chỗ; xem lại dấu phẩy, dấu hai chấm, dấu nháy ngay trước đó", En: "\"" + string(c) + "\" is out of place; look at the comma, colon or quote just before it"}
	}
	return rule.Text{Vi: "ký tự không đúng chỗ", En: "a character is out of place"}
}

package program

import (
	"encoding/json"
	"io"
	"os"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// unread is what was wrong with what a file holds.
type unread struct {
	file string
	err  error
}

func (u unread) Error() string { return u.In(rule.En) }

func (u unread) Unwrap() error { return u.err }

// In says each fault with the file before it.
func (u unread) In(l rule.Lang) string {
	name := u.file
	if name == "" || name == "-" {
		name = rule.Text{Vi: "đầu vào chuẩn", En: "standard input"}.In(l)
	}
	var lines []string
	for line := range strings.Lines(rule.Tell(u.err, l)) {
		lines = append(lines, name+": "+strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n")
}

// Of is an error about what a file holds, with the name of the file.
func Of(file string, err error) error {
	if err == nil {
		return nil
	}
	return unread{file, err}
}

// Read reads the JSON text of a file, or of the standard input where its name is "" or "-".
func (c *Call) Read(file string) ([]byte, error) { return c.read(file, form.Text) }

// Plain reads a text that is no JSON, as Read does.
func (c *Call) Plain(file string) (string, error) {
	text, err := c.read(file, form.UTF8)
	return string(text), err
}

// Bytes reads a file that is no text, or may be none, as Read does.
func (c *Call) Bytes(file string) ([]byte, error) {
	return c.read(file, func(data []byte) ([]byte, error) { return data, nil })
}

// Write writes a file.
func Write(file string, data []byte) error {
	if err := os.WriteFile(file, data, 0o644); err != nil { //nolint:gosec // what is written is no secret
		return wrongFile(file, err)
	}
	return nil
}

func (c *Call) read(file string, of func([]byte) ([]byte, error)) ([]byte, error) {
	if file == "-" {
		file = ""
	}
	in := c.In
	if file != "" {
		opened, err := os.Open(file) //nolint:gosec // the caller names it
		if err != nil {
			return nil, wrongFile(file, err)
		}
		defer opened.Close() //nolint:errcheck // read only
		in = opened
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, wrongFile(file, err)
	}
	text, err := of(data)
	return text, Of(file, err)
}

func wrongFile(file string, err error) error {
	return Wrong(rule.Text{Vi: "{file}: {why}", En: "{file}: {why}"}, rule.A("file", file), rule.A("why", reason(err)))
}

// Decode reads a record from a file.
func (c *Call) Decode(file string, into any) error {
	text, err := c.Read(file)
	if err != nil {
		return err
	}
	return Of(file, json.Unmarshal(text, into))
}

// List is a list that is [] in JSON where there is nothing in it.
func List[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// JSON prints a document.
func (c *Call) JSON(document any) error {
	enc := json.NewEncoder(c.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return c.unwritten(enc.Encode(document))
}

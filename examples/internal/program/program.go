// Package program is what the example programs share: flags and help in the language that
// is asked for, records from a file or the standard input, exit codes, and a page of 120
// columns.
package program

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The exit codes.
const (
	InOrder = 0 // the question is answered and nothing is broken
	Found   = 1 // something is broken, or what was given could not be read
	Misused = 2 // the question could not be asked: a flag, a set, a file that is missing
)

// ErrFound ends a program with the code Found after it has printed what it found.
var ErrFound = errors.New("something is broken")

// Program is what a program says of itself.
type Program struct {
	Name     string
	About    rule.Text
	File     rule.Text // what the file holds; zero where the program takes none
	Flags    []Flag
	Examples []string
	// Run answers. It returns [ErrFound], an error of what was given, or a [Misuse].
	Run func(*Call) error
}

// Flag is a flag with a value, or a switch.
type Flag struct {
	Name  string
	Value *string // what is written after it; its value before is the default
	On    *bool   // of a switch
	OneOf []string
	Words rule.Text
}

// Call is one call of a program.
type Call struct {
	Lang rule.Lang
	File string // "" or "-" for the standard input
	In   io.Reader
	Out  io.Writer
	Errs io.Writer // for what is told beside the answer
}

// Main runs the program and ends the process.
func (p Program) Main() {
	os.Exit(p.Do(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// Do runs the program and gives its exit code.
func (p Program) Do(args []string, in io.Reader, out, errs io.Writer) int {
	c := Call{In: in, Out: out, Errs: errs}
	help, err := p.parse(args, &c)
	switch {
	case help:
		err = c.Print(p.help(c.Lang))
	case err == nil:
		err = p.Run(&c)
	}
	var misuse Misuse
	var unread unread
	findings, found := rule.FindingsIn(err)
	switch {
	case err == nil:
		return InOrder
	case errors.Is(err, ErrFound):
		return Found
	case errors.As(err, &misuse), !errors.As(err, &unread) && (!found || !findings.Has(rule.Broken)):
		p.complain(errs, c.Lang, err)
		_, _ = fmt.Fprintf(errs, "%s %s -h\n", rule.Text{Vi: "xem:", En: "see:"}.In(c.Lang), p.Name)
		return Misused
	}
	p.complain(errs, c.Lang, err)
	return Found
}

// complain prints an error in the language asked, within the width of a page.
func (p Program) complain(errs io.Writer, l rule.Lang, err error) {
	for line := range strings.Lines(rule.Tell(err, l)) {
		for i, part := range wrap(p.Name+": "+strings.TrimSpace(line), Width-2) {
			_, _ = fmt.Fprintln(errs, strings.Repeat("  ", min(i, 1))+part)
		}
	}
}

// Misuse is an error of how the program was called.
type Misuse struct{ Err error }

// Error is the error's own.
func (m Misuse) Error() string { return m.Err.Error() }

// In says the error in one language.
func (m Misuse) In(l rule.Lang) string { return rule.Tell(m.Err, l) }

// Unwrap is the error.
func (m Misuse) Unwrap() error { return m.Err }

// Wrong is a [Misuse] in words.
func Wrong(words rule.Text, args ...rule.Arg) error {
	return Misuse{rule.NewMisuse(nil, words, args...)}
}

var languages = map[string]rule.Lang{"vi": rule.Vi, "en": rule.En}

// parse reads the flags and the file, and reports every fault of them.
func (p *Program) parse(args []string, c *Call) (help bool, err error) {
	lang := "vi"
	p.Flags = append(slices.Clip(p.Flags), Flag{Name: "lang", Value: &lang, OneOf: []string{"vi", "en"}, Words: rule.Text{Vi: "ngôn ngữ", En: "language"}})
	var faults []error
	wrong := func(vi, en, given string) {
		faults = append(faults, Wrong(rule.Text{Vi: vi, En: en}, rule.A("given", given)))
	}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			if p.File == (rule.Text{}) || c.File != "" {
				wrong("không rõ «{given}» là gì", "what is {given}?", arg)
			}
			c.File = arg
			continue
		}
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name == "h" || name == "help" {
			help = true
			continue
		}
		i := slices.IndexFunc(p.Flags, func(f Flag) bool { return f.Name == name })
		switch {
		case i < 0:
			wrong("không có tùy chọn «{given}»", "there is no flag {given}", arg)
			continue
		case p.Flags[i].On != nil && given:
			wrong("tùy chọn «{given}» không kèm giá trị", "the flag {given} takes no value", "-"+name)
			continue
		case p.Flags[i].On != nil:
			*p.Flags[i].On = true
			continue
		case !given && len(args) == 0:
			wrong("tùy chọn «{given}» cần một giá trị", "the flag {given} needs a value", arg)
			continue
		case !given:
			value, args = args[0], args[1:]
		}
		f := p.Flags[i]
		if len(f.OneOf) > 0 && !slices.Contains(f.OneOf, value) {
			list := strings.Join(f.OneOf, ", ")
			wrong("tùy chọn -"+name+" là một trong: "+list+"; không phải «{given}»", "the flag -"+name+" is one of "+list+"; not {given}", value)
			continue
		}
		*f.Value = value
	}
	c.Lang = languages[lang]
	return help, errors.Join(faults...)
}

// help says what the program does and how it is called.
func (p *Program) help(l rule.Lang) string {
	page := Page{Lang: l}
	call := p.Name + rule.Text{Vi: " [tùy chọn]", En: " [flags]"}.In(l)
	if p.File != (rule.Text{}) {
		call += rule.Text{Vi: " [tệp]", En: " [file]"}.In(l)
	}
	page.Paragraph(call)
	page.Printf("\n")
	for line := range strings.Lines(p.About.In(l)) {
		page.Paragraph(line)
	}
	var rows [][]string
	if p.File != (rule.Text{}) {
		rows = append(rows, []string{"  " + page.Say("tệp", "file"), p.File.In(l)})
	}
	for _, f := range p.Flags {
		left, words := "  -"+f.Name, f.Words.In(l)
		if f.Value != nil {
			left += page.Say(" GIÁ-TRỊ", " VALUE")
			if len(f.OneOf) > 0 {
				words += ": " + strings.Join(f.OneOf, ", ")
			}
			if *f.Value != "" && f.Name != "lang" {
				words += page.Say("; mặc định ", "; by default ") + *f.Value
			}
		}
		rows = append(rows, []string{left, words})
	}
	rows = append(rows, []string{"  -h", page.Say("trang này", "this page")})
	page.Printf("\n")
	page.Table(rows, 0)
	if len(p.Examples) > 0 {
		page.Printf("\n%s\n", page.Say("Ví dụ:", "Examples:"))
	}
	for _, e := range p.Examples {
		page.Printf("  %s\n", e)
	}
	page.Printf("\n%s\n", page.Say("Mã kết thúc: 0 không có lỗi; 1 có lỗi hoặc không đọc được; 2 gọi sai.",
		"Exit codes: 0 in order; 1 something is broken or cannot be read; 2 wrongly called."))
	return page.String()
}

// Print writes a text.
func (c *Call) Print(text string) error {
	_, err := io.WriteString(c.Out, text)
	return c.unwritten(err)
}

func (c *Call) unwritten(err error) error {
	if err == nil {
		return nil
	}
	return Misuse{rule.NewMisuse(err, rule.Text{Vi: "không ghi được kết quả ra", En: "the answer cannot be written"})}
}

// reason says in both languages why a file cannot be opened.
func reason(err error) rule.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return rule.Text{Vi: "không có tệp này", En: "there is no such file"}
	case errors.Is(err, fs.ErrPermission):
		return rule.Text{Vi: "không được phép đọc", En: "it may not be read"}
	default:
		return rule.Text{Vi: err.Error(), En: err.Error()}
	}
}

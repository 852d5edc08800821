// Package book reads and writes the sheets of package sheet as Excel workbooks.
package book

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/sheets/internal/sheet"
)

// The limits of a workbook. A province of 10,603 communes with 100 columns takes a quarter.
const (
	maxPacked   = 64 << 20  // bytes of the file
	maxUnpacked = 512 << 20 // bytes of all its parts
	maxParts    = 10_000
)

var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
)

// Is reports whether a file is a workbook, and no text.
func Is(data []byte) bool { return bytes.HasPrefix(data, zipMagic) || bytes.HasPrefix(data, oleMagic) }

// no refuses a file as a whole.
func no(err error, vi, en string) error { return rule.NewMisread("", err, vi, en) }

// Open finds the form in a workbook. The whole file is refused where it is too large for its
// limits, has macros, or is no workbook; nothing of it is read then.
func Open(data []byte) (sheet.Source, error) {
	parts, err := unpack(data)
	if err != nil {
		return sheet.Source{}, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		return sheet.Source{}, no(err, "không đọc được tệp Excel; mở bằng Excel rồi lưu lại dạng .xlsx", "the workbook cannot be read; open it in Excel and save it again as .xlsx")
	}
	b := book{file: f, parts: parts, formats: map[int]format{}}
	if err := b.prepare(); err != nil {
		return sheet.Source{}, errors.Join(err, f.Close())
	}
	src, err := b.form()
	return src, errors.Join(err, f.Close()) // its parts are in memory
}

// unpack checks the packed file and gives the names of its parts. Each part is read to its end, so
// that one whose size or checksum is not what it claims is found.
func unpack(data []byte) (map[string]*zip.File, error) {
	switch {
	case bytes.HasPrefix(data, oleMagic):
		return nil, no(nil, "tệp .xls cũ hoặc tệp có mật khẩu; lưu lại dạng .xlsx không có mật khẩu", "an old .xls file or one with a password; save it as .xlsx without a password")
	case len(data) > maxPacked:
		return nil, no(nil, "tệp lớn quá 64 MB; chia thành nhiều tệp", "a file of more than 64 MB; split it")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, no(err, "không phải tệp Excel (.xlsx), hoặc tệp bị hỏng", "no workbook (.xlsx), or a damaged one")
	}
	if len(z.File) > maxParts {
		return nil, no(nil, "tệp Excel có quá nhiều phần", "the workbook has too many parts")
	}
	parts, total := map[string]*zip.File{}, uint64(0)
	for _, part := range z.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		if total += part.UncompressedSize64; part.UncompressedSize64 > maxUnpacked || total > maxUnpacked {
			return nil, no(nil, "tệp Excel giải nén ra quá 512 MB; không mở", "the workbook unpacks to more than 512 MB; it was not opened")
		}
		if strings.Contains(name, "vbaproject") || strings.HasPrefix(name, "xl/macrosheets/") {
			return nil, no(nil, "tệp có macro nên không đọc; lưu lại dạng .xlsx (không macro)", "the workbook has macros and was not read; save it as .xlsx, without macros")
		}
		parts[name] = part
	}
	for _, part := range z.File {
		if err := whole(part); err != nil {
			return nil, no(err, "tệp Excel bị hỏng; lấy lại tệp gốc", "the workbook is damaged; take the original again")
		}
	}
	return parts, nil
}

func whole(part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, r) //nolint:gosec // the reader stops at the size that was checked
	return errors.Join(err, r.Close())
}

// format is what the format of a cell makes of its number.
type format uint8

const (
	plain format = iota
	percent
	day
)

// book is an open workbook.
type book struct {
	file      *excelize.File
	parts     map[string]*zip.File
	strings   []string
	formats   map[int]format
	since1904 bool
	targets   map[string]string // the part of each sheet
}

// prepare reads what the cells refer to.
func (b *book) prepare() error {
	props, err := b.file.GetWorkbookProps()
	if err != nil {
		return no(err, "không đọc được tệp Excel", "the workbook cannot be read")
	}
	b.since1904 = props.Date1904 != nil && *props.Date1904
	if err := b.sharedStrings(); err != nil {
		return no(err, "không đọc được bảng chữ của tệp Excel", "the texts of the workbook cannot be read")
	}
	if err := b.sheets(); err != nil {
		return no(err, "không đọc được danh sách sheet của tệp Excel", "the list of sheets of the workbook cannot be read")
	}
	return nil
}

var errNoPart = errors.New("the workbook has no such part")

// part opens a part of the workbook.
func (b *book) part(name string) (io.ReadCloser, error) {
	if part := b.parts[strings.ToLower(name)]; part != nil {
		return part.Open()
	}
	return nil, errNoPart
}

// each calls back with every element of a part that begins, and its decoder; with none where
// there is no such part.
func (b *book) each(name string, start func(*xml.Decoder, xml.StartElement) error) error {
	r, err := b.part(name)
	if errors.Is(err, errNoPart) {
		return nil
	} else if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // read only
	d := xml.NewDecoder(r)
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, is := t.(xml.StartElement); is {
			if err := start(d, e); err != nil {
				return err
			}
		}
	}
}

// rich is a text in several runs.
type rich struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (r rich) String() string {
	var text strings.Builder
	text.WriteString(r.Text)
	for _, run := range r.Runs {
		text.WriteString(run.Text)
	}
	return text.String()
}

func (b *book) sharedStrings() error {
	return b.each("xl/sharedStrings.xml", func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		var text rich
		if err := d.DecodeElement(&text, &e); err != nil {
			return err
		}
		b.strings = append(b.strings, text.String())
		return nil
	})
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// sheets finds the part of each sheet.
func (b *book) sheets() error {
	ids := map[string]string{}
	err := b.each("xl/_rels/workbook.xml.rels", func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local == "Relationship" {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			ids[attr(e, "Id")] = strings.TrimPrefix(target, "/")
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.targets = map[string]string{}
	return b.each("xl/workbook.xml", func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local == "sheet" {
			b.targets[attr(e, "name")] = ids[attr(e, "id")]
		}
		return nil
	})
}

// form finds the one sheet that is a form.
func (b *book) form() (sheet.Source, error) {
	var forms, others []string
	hidden := ""
	var faults []sheet.Fault
	for _, name := range b.file.GetSheetList() {
		if name == lists {
			continue
		}
		visible, err := b.file.GetSheetVisible(name)
		if err != nil {
			return sheet.Source{}, no(err, "không đọc được tệp Excel", "the workbook cannot be read")
		}
		is := false
		for r := range b.rows(name, &[]sheet.Fault{}) {
			_, _, is = sheet.ParseID(r.Cell(1).Text)
			is = is && r.No == 1
			break
		}
		switch at := (sheet.Place{Sheet: name}); {
		case is && visible:
			forms = append(forms, name)
		case !visible && is:
			hidden = name
			faults = append(faults, sheet.Tell(rule.Broken, sheet.ErrHiddenForm, at))
		case !visible:
			faults = append(faults, sheet.Tell(rule.Advice, sheet.ErrHiddenForm, at))
		default:
			others = append(others, name)
			faults = append(faults, sheet.Tell(rule.Advice, sheet.AdviceOtherSheet, at))
		}
	}
	switch {
	case len(forms) > 1:
		list := strings.Join(forms, ", ")
		return sheet.Source{}, no(nil, "tệp có nhiều biểu ("+list+"); mỗi tệp một biểu", "the workbook has several forms ("+list+"); keep one in a file")
	case len(forms) == 0 && hidden != "":
		return sheet.Source{}, no(nil, "biểu ở sheet «"+hidden+"» bị ẩn nên không đọc; bỏ ẩn", "the form in the sheet \""+hidden+"\" is hidden and was not read; show it")
	case len(forms) == 0 && len(others) == 1:
		forms, faults = others, nil // what is wrong with its first cell is told there
	case len(forms) == 0:
		return sheet.Source{}, no(nil, "tệp không có biểu nào: ô A1 phải như biểu in ra, và sheet không bị ẩn", "the workbook has no form: cell A1 has to be as it was printed, and the sheet not hidden")
	}
	var found []sheet.Fault
	return sheet.Source{
		Sheet: forms[0], Since1904: b.since1904, Rows: b.rows(forms[0], &found),
		Faults: func() []sheet.Fault { return slices.Concat(faults, found) },
	}, nil
}

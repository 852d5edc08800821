// Command otherprovince sets up a province of its own from a folder of JSON files, one for
// each thing that a province decides. It checks them all before anything runs, each by itself
// and all together, and then shows what the province gets: the matrix, the ledger of a day, an
// assessment, the verdict on a notice, a score, a rating and the quota.
//
//	go run ./examples/otherprovince                    an invented province, in 2024 and in 2026
//	go run ./examples/otherprovince -lang en
//	go run ./examples/otherprovince -check tinh        the mistakes in a folder, and nothing else
//	go run ./examples/otherprovince tinh               a province's own folder
//
// In 2026 the same province has two levels of government; the program says what changed.
package main

import (
	"embed"
	"io/fs"
	"os"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

//go:embed thach-an-2024 thach-an-2026
var shown embed.FS

const before, after = "thach-an-2024", "thach-an-2026"

func newProgram() program.Program {
	var check bool
	return program.Program{
		Name: "otherprovince",
		About: rule.Text{
			Vi: "Dựng một tỉnh từ một thư mục tệp JSON của tỉnh: văn bản, ma trận, danh mục đơn vị, danh sách phân công, quy định về kế hoạch, chuyến đi, họp, khó khăn, báo cáo, bộ tiêu chí, thang điểm, xếp loại, tỷ lệ, ngày nghỉ riêng.\nMọi sai sót trong từng tệp và giữa các tệp được nêu cùng một lúc, trước khi chạy. Không có thư mục thì dùng một tỉnh giả định, năm 2024 và năm 2026.",
			En: "Sets up a province from a folder of its own JSON files: text, matrix, gazetteer, roster, plans, visits, meetings, difficulties, reports, criteria, scheme, ratings, quota, days off.\nAll mistakes in the files and between them are told at once, before anything runs. Without a folder it takes an invented province, in 2024 and in 2026.",
		},
		File:  rule.Text{Vi: "thư mục của tỉnh; mẫu: examples/otherprovince/thach-an-2024", En: "the folder of a province; a model: examples/otherprovince/thach-an-2024"},
		Flags: []program.Flag{{Name: "check", On: &check, Words: rule.Text{Vi: "chỉ kiểm tra các tệp, nêu cả điều cần lưu ý", En: "check the files only, and tell what is worth a look as well"}}},
		Examples: []string{
			"go run ./examples/otherprovince -lang en",
			"go run ./examples/otherprovince -check examples/otherprovince/thach-an-2026",
		},
		Run: func(c *program.Call) error { return run(c, check) },
	}
}

func run(c *program.Call, check bool) error {
	folders := []fs.FS{sub(before), sub(after)}
	if c.File != "" {
		if info, err := os.Stat(c.File); err != nil || !info.IsDir() {
			return program.Wrong(rule.Text{Vi: "{given}: không có thư mục này", En: "{given}: there is no such folder"}, rule.A("given", c.File))
		}
		folders = []fs.FS{os.DirFS(c.File)}
	}
	out := &page{Page: program.Page{Lang: c.Lang}}
	var old *province
	for _, folder := range folders {
		p, found := load(folder)
		if broken := found.broken(); len(broken) > 0 && !check {
			return broken
		}
		if out.p = p; check {
			out.checked(found)
		} else if err := out.show(); err != nil {
			return err
		}
		if old != nil && !check {
			out.changes(old)
		}
		if err := found.Unwrap(); err != nil {
			return unlessPrinted(c.Print(out.String()))
		}
		old = p
	}
	return c.Print(out.String())
}

// checked lists what was found in the files of a province.
func (g *page) checked(found mistakes) {
	g.Title(g.p.Head.Name.In(g.Lang))
	if len(found) == 0 {
		g.Paragraph(g.Say("Các tệp đều dùng được, không có gì cần lưu ý.", "All files can be used; nothing is worth a note."))
	}
	for _, x := range found {
		g.Bullet(x.Kind.In(g.Lang) + ": " + x.line(g.Lang))
	}
}

func unlessPrinted(err error) error {
	if err != nil {
		return err
	}
	return program.ErrFound
}

// sub is a folder that is embedded.
func sub(name string) fs.FS {
	folder, err := fs.Sub(shown, name)
	if err != nil {
		panic(err)
	}
	return folder
}

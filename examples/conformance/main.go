// Command conformance lets a system in any language prove itself against the case files of
// this library. README.md describes the files and the talk; manifest.json lists them.
//
//	go run ./examples/conformance                                this library
//	go run ./examples/conformance -against "java -jar ours.jar"  a program of yours
//	go run ./examples/conformance -against … -only visit.        the operations that begin so
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/examples/internal/program"
)

//go:embed manifest.json
var published []byte

func main() { newProgram().Main() }

func newProgram() program.Program {
	root, against, only, within, answers := ".", "", "", "10m", false
	return program.Program{
		Name: "conformance",
		About: rule.Text{
			Vi: "Chạy mọi trường hợp kiểm thử đã công bố của thư viện: với chính thư viện này, hoặc với một chương trình bằng ngôn ngữ bất kỳ (đọc câu hỏi, trả lời, mỗi dòng một JSON). Mã kết thúc 1: có trường hợp không đúng.",
			En: "Runs all published cases of the library: against this library, or against a program in any language that reads questions and writes answers, one JSON a line. It ends with 1 where a case does not hold.",
		},
		Flags: []program.Flag{
			{Name: "root", Value: &root, Words: rule.Text{Vi: "thư mục của thư viện", En: "the folder of the library"}},
			{Name: "against", Value: &against, Words: rule.Text{Vi: "lệnh chạy chương trình, cách nhau bằng dấu trắng", En: "the command of the program, in words"}},
			{Name: "only", Value: &only, Words: rule.Text{Vi: "chỉ các câu hỏi có tên bắt đầu như vậy", En: "only the operations that begin so"}},
			{Name: "within", Value: &within, Words: rule.Text{Vi: "chương trình phải xong trong thời gian này", En: "the time in which the program must end"}},
			{Name: "answer", On: &answers, Words: rule.Text{Vi: "tự làm chương trình trả lời, bằng thư viện này", En: "be the program that answers, by this library"}},
		},
		Examples: []string{"conformance", `conformance -against "java -jar ours.jar" -only visit.`},
		Run: func(c *program.Call) error {
			if answers {
				return answer(c.In, c.Out)
			}
			limit, err := time.ParseDuration(within)
			if err != nil {
				return program.Wrong(rule.Text{Vi: "-within là một khoảng thời gian như 90s hay 10m; không phải «{given}»", En: "-within is a time such as 90s or 10m; not {given}"}, rule.A("given", rule.Shorten(within)))
			}
			return run(c, root, strings.Fields(against), only, limit)
		},
	}
}

// asked is a case with its suite.
type asked struct {
	ruletest.Case
	suite int
}

func run(c *program.Call, root string, command []string, only string, limit time.Duration) error {
	var m manifest
	if err := form.Decode(published, manifestFormat, &m); err != nil {
		return err
	}
	files := os.DirFS(root)
	faults := m.changed(files)
	if len(faults) > 0 {
		return say(c, nil, faults)
	}
	var all []asked
	for i, s := range m.Suites {
		if !strings.HasPrefix(s.Operation, only) {
			continue
		}
		for _, f := range s.Files {
			cases, err := casesOf(files, f.Path)
			if err != nil {
				return err
			}
			for _, one := range cases {
				all = append(all, asked{one, i})
			}
		}
	}
	if len(all) == 0 {
		return program.Wrong(rule.Text{Vi: "không có câu hỏi nào có tên bắt đầu bằng «{given}»", En: "no operation begins with {given}"}, rule.A("given", rule.Shorten(only)))
	}
	by := judges()
	judge := func(a asked) ruletest.Judge { return by[m.Suites[a.suite].Operation] }
	var left int
	if len(command) > 0 {
		var requests []request
		var kept []asked
		for _, a := range all {
			if inCode(a.Given) {
				left++
				continue
			}
			kept = append(kept, a)
			requests = append(requests, request{a.Name, m.Suites[a.suite].Operation, a.Given})
		}
		ctx, stop := context.WithTimeout(context.Background(), limit)
		defer stop()
		got, wrong, err := ask(ctx, command, requests, c.Errs)
		if err != nil {
			return err
		}
		all, faults = kept, wrong
		judge = func(a asked) ruletest.Judge { return got.judge(a.Name) }
	}
	return say(c, table(m, all, judge, left, &faults), faults)
}

// inCode is a case with a value that no JSON can carry: other programs are not asked.
func inCode(given json.RawMessage) bool {
	var in struct {
		InCode bool `json:"inCode"`
	}
	return json.Unmarshal(given, &in) == nil && in.InCode
}

// table runs the cases: a row for each suite, and the faults.
func table(m manifest, all []asked, judge func(asked) ruletest.Judge, left int, faults *[]string) (rows [][]string) {
	right, of, silent := make([]int, len(m.Suites)), make([]int, len(m.Suites)), make([]int, len(m.Suites))
	var passed int
	for _, a := range all {
		of[a.suite]++
		switch err := a.Check(judge(a)); {
		case err == nil:
			right[a.suite]++
			passed++
		case errors.Is(err, errNoReply):
			silent[a.suite]++
		default:
			*faults = append(*faults, a.Name+"\n\t"+strings.ReplaceAll(err.Error(), "\n", "\n\t"))
		}
	}
	for i, s := range m.Suites {
		if of[i] > 0 {
			rows = append(rows, []string{s.Operation, fmt.Sprintf("%d of %d", right[i], of[i])})
		}
		if silent[i] > 0 {
			*faults = append(*faults, fmt.Sprintf("%s: no reply to %d cases", s.Operation, silent[i]))
		}
	}
	rows = append(rows, []string{"all", fmt.Sprintf("%d of %d", passed, len(all))})
	if left > 0 {
		rows = append(rows, []string{"not asked", fmt.Sprintf("%d: a value that no JSON can carry", left)})
	}
	return rows
}

func say(c *program.Call, rows [][]string, faults []string) error {
	for _, f := range faults {
		if err := c.Print("FAIL " + f + "\n"); err != nil {
			return err
		}
	}
	if err := c.Print(rule.Columns(rows)); err != nil {
		return err
	}
	if len(faults) > 0 {
		return program.ErrFound
	}
	return nil
}

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
)

// event is a line of go test -json.
type event struct {
	Action, Package, Test, Output string
}

// one is a test of a package.
type one struct{ of, name string }

// tests reads what go test -json printed. It says how each package went and which tests were
// skipped, prints what failing tests said, and demands that no test of what is allocated was
// skipped, and that there are such tests.
func tests(args []string) (said, faults []string, err error) {
	if len(args) != 1 {
		return nil, nil, errors.New("tests FILE")
	}
	file, err := os.Open(args[0])
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	ended, output := map[one]string{}, map[one][]string{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			faults = append(faults, lines.Text()) // of a package that does not build
			continue
		}
		at := one{e.Package, e.Test}
		switch e.Action {
		case "output", "build-output":
			output[at] = append(output[at], strings.TrimSuffix(e.Output, "\n"))
		case "pass", "fail", "skip":
			ended[at] = e.Action
		}
	}
	if err := lines.Err(); err != nil {
		return nil, nil, err
	}
	for _, at := range slices.SortedFunc(maps.Keys(ended), one.compare) {
		switch {
		case ended[at] == "fail":
			faults = append(faults, "FAIL "+at.of+" "+at.name)
			faults = append(faults, output[at]...)
		case ended[at] == "skip" && at.name != "":
			said = append(said, "skipped: "+at.of+" "+at.name+": "+why(output[at]))
		}
	}
	measured, err := allocating()
	for _, at := range measured {
		if ended[at] != "pass" {
			faults = append(faults, at.of+" "+at.name+" measures what is allocated and was not passed, but: "+strconv.Quote(ended[at]))
		}
	}
	said = append(said, fmt.Sprintf("%d tests, %d of them measure what is allocated", len(ended), len(measured)))
	if len(measured) == 0 || len(ended) == 0 {
		faults = append(faults, "nothing was tested")
	}
	return said, faults, err
}

// why is what a test said for itself.
func why(output []string) string {
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(output, func(line string) bool {
		return strings.HasPrefix(line, "=== ") || strings.HasPrefix(line, "--- ")
	}), " "))
}

func (o one) compare(other one) int {
	return strings.Compare(o.of+" "+o.name, other.of+" "+other.name)
}

// allocating lists the tests that call testing.AllocsPerRun, themselves or through a function
// of their package.
func allocating() (list []one, err error) {
	all, err := folders(".")
	if err != nil {
		return nil, err
	}
	nested := func(dir string) bool {
		for ; dir != "."; dir = path.Dir(dir) {
			if _, err := os.Stat(dir + "/go.mod"); err == nil {
				return true
			}
		}
		return false
	}
	for dir, files := range all {
		if nested(dir) {
			continue
		}
		uses := map[string]map[string]bool{} // what each function names
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			for _, d := range file.Decls {
				if f, is := d.(*ast.FuncDecl); is {
					uses[f.Name.Name] = named(f)
				}
			}
		}
		for name := range uses {
			if strings.HasPrefix(name, "Test") && reaches(uses, name, "AllocsPerRun", map[string]bool{}) {
				list = append(list, one{path.Join(module, dir), name})
			}
		}
	}
	slices.SortFunc(list, one.compare)
	return list, nil
}

func named(f *ast.FuncDecl) map[string]bool {
	found := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if id, is := n.(*ast.Ident); is {
			found[id.Name] = true
		}
		return true
	})
	return found
}

func reaches(uses map[string]map[string]bool, from, to string, seen map[string]bool) bool {
	if seen[from] {
		return false
	}
	seen[from] = true
	for name := range uses[from] {
		if name == to || uses[name] != nil && reaches(uses, name, to, seen) {
			return true
		}
	}
	return false
}

// tables are the packages of which every line is tested: those that hold rows of data read
// from texts, each with its source (national sets, poverty standards, provisions of
// recognition, areas, the dispatch of 2021, days off), and criteria/rule, the
// vocabulary on which all rest.
var tables = []string{
	"criteria/rule", "criteria/national", "criteria/poverty", "criteria/area", "criteria/recognition",
	"assignment/duty/laocai", "visit/workday",
}

const enough = 95 // percent of the statements of every other package, and of all

// A test kit has branches that only wrong values reach, as the maintainers' tools have: kits
// count in the whole, the tools nowhere.
func kit(dir string) bool   { return strings.HasSuffix(dir, "test") }
func tools(dir string) bool { return path.Base(dir) == "maintain" }

// coverage reads a profile of go test -coverprofile.
func coverage(args []string) (said, faults []string, err error) {
	if len(args) != 1 {
		return nil, nil, errors.New("coverage FILE")
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return nil, nil, err
	}
	type block struct {
		statements int
		run        bool
	}
	blocks := map[string]block{} // each test program lists them all
	for line := range strings.Lines(string(data)) {
		var statements, count int
		place, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if n, _ := fmt.Sscan(rest, &statements, &count); n == 2 {
			blocks[place] = block{statements, count > 0 || blocks[place].run}
		}
	}
	type sum struct{ covered, all int }
	of, missed := map[string]sum{}, map[string][]string{}
	for _, place := range slices.Sorted(maps.Keys(blocks)) {
		where, b := strings.TrimPrefix(place, module+"/"), blocks[place]
		dir := path.Dir(where[:strings.LastIndex(where, ":")])
		s := of[dir]
		s.all += b.statements
		if b.run {
			s.covered += b.statements
		} else {
			missed[dir] = append(missed[dir], "  not run: "+where)
		}
		of[dir] = s
	}
	var whole sum
	for _, dir := range slices.Sorted(maps.Keys(of)) {
		s := of[dir]
		if tools(dir) {
			continue
		}
		whole.covered, whole.all = whole.covered+s.covered, whole.all+s.all
		said = append(said, fmt.Sprintf("%6.2f %%  %s", 100*float64(s.covered)/float64(s.all), dir))
		if slices.Contains(tables, dir) && s.covered < s.all || !kit(dir) && 100*s.covered < enough*s.all {
			faults = append(faults, "too little of "+dir)
			faults = append(faults, missed[dir]...)
		}
	}
	for _, t := range tables {
		if of[t].all == 0 {
			faults = append(faults, "nothing of "+t)
		}
	}
	said = append(said, fmt.Sprintf("%6.2f %%  all", 100*float64(whole.covered)/float64(max(1, whole.all))))
	if 100*whole.covered < enough*whole.all {
		faults = append(faults, "too little of all")
	}
	return said, faults, nil
}

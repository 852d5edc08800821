package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
)

// outside are the packages that reach out of a pure function: files, network, processes,
// the machine, the clock, randomness. What lies below one is barred with it.
var outside = []string{
	"os", "io/ioutil", "net", "syscall", "unsafe", "log", "database", "plugin", "runtime", "testing",
	"math/rand", "crypto/rand", "time/tzdata", "path/filepath", "expvar", "C",
}

// calls are functions of packages that are otherwise pure.
var calls = map[string][]string{
	"time": {"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Sleep", "LoadLocation", "Local"},
	"fmt":  {"Print", "Println", "Printf", "Scan", "Scanln", "Scanf"},
}

// purity finds what the files of the library (tests, examples and the maintainers' tools are
// not part of it) import or call that is not a pure function.
func purity([]string) (said, faults []string, err error) {
	all, err := folders(".")
	if err != nil {
		return nil, nil, err
	}
	var read int
	for dir, files := range all {
		if dir == "examples" || strings.HasPrefix(dir, "examples/") || path.Base(dir) == "maintain" {
			continue
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
			if err != nil {
				return nil, nil, err
			}
			read++
			faults = append(faults, impure(set, file)...)
		}
	}
	slices.Sort(faults)
	return []string{fmt.Sprintf("%d files of the library read", read)}, faults, nil
}

func impure(set *token.FileSet, file *ast.File) (faults []string) {
	names := map[string]string{} // of the packages whose calls matter
	for _, spec := range file.Imports {
		from, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		for _, bar := range outside {
			if from == bar || strings.HasPrefix(from, bar+"/") {
				faults = append(faults, fmt.Sprintf("%s: imports %s", set.Position(spec.Pos()), from))
			}
		}
		if calls[from] != nil {
			names[path.Base(from)] = from
			if spec.Name != nil {
				names[spec.Name.Name] = from
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, is := n.(*ast.SelectorExpr); is {
			if x, is := s.X.(*ast.Ident); is && slices.Contains(calls[names[x.Name]], s.Sel.Name) {
				faults = append(faults, fmt.Sprintf("%s: uses %s.%s", set.Position(s.Pos()), x.Name, s.Sel.Name))
			}
		}
		return true
	})
	return faults
}

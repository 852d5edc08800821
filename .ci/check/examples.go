package main

import (
	"fmt"
	"go/ast"
	"go/doc"
	"path"
	"regexp"
	"slices"
	"strings"
)

// verb is what a rulebook, a record or an answer is asked: what people call.
var verb = regexp.MustCompile(`^(Check|Assess|Score|Rate|Order|Classify|Consider|Localize|Replay|Owed|Records|Status|Standings?|Feed|Combine|Measure|Route)`)

// examples asks that some Example of a package calls each of its functions that people call: those
// of the package that give one of its types or may fail, and the verbs of its rulebooks. MustX is
// NewX for tables, Rules lists the rows of a package; what takes a *testing.T can stand in no Example.
func examples([]string) (said, faults []string, err error) {
	all, err := folders(".")
	if err != nil {
		return nil, nil, err
	}
	b := books{}
	var shown, asked int
	for dir, files := range all {
		if strings.HasPrefix(dir, "examples") || strings.Contains(dir, "/internal/") || strings.HasSuffix(dir, "/maintain") {
			continue
		}
		if err := b.add(path.Join(module, dir), files); err != nil {
			return nil, nil, err
		}
		p := b[path.Join(module, dir)]
		if p == nil {
			continue
		}
		called := map[string]bool{}
		for _, e := range doc.Examples(p.files...) {
			shown++
			code := e.Code
			if e.Play != nil {
				code = e.Play
			}
			ast.Inspect(code, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					called["."+s.Sel.Name] = true
					if of, ok := s.X.(*ast.Ident); ok && of.Name == p.Name {
						called[s.Sel.Name] = true
						called[strings.Replace(s.Sel.Name, "Must", "New", 1)] = true
					}
				}
				return true
			})
		}
		ask := func(of string, f *doc.Func) {
			if !ast.IsExported(f.Name) || strings.HasPrefix(f.Name, "Must") || f.Name == "Rules" || mentions(f.Decl.Type.Params, "testing") {
				return
			}
			asked++
			if !called[of+f.Name] {
				faults = append(faults, fmt.Sprintf("%s: no Example calls %s", dir, of+f.Name))
			}
		}
		for _, f := range p.Funcs {
			if mentions(f.Decl.Type.Results, "error") {
				ask("", f)
			}
		}
		for _, t := range p.Types {
			if !ast.IsExported(t.Name) {
				continue
			}
			for _, f := range t.Funcs {
				ask("", f)
			}
			for _, m := range t.Methods {
				if verb.MatchString(m.Name) {
					ask(".", m)
				}
			}
		}
	}
	slices.Sort(faults)
	return append(said, fmt.Sprintf("%d examples call %d functions", shown, asked)), faults, nil
}

func mentions(list *ast.FieldList, name string) (found bool) {
	if list == nil {
		return false
	}
	ast.Inspect(list, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

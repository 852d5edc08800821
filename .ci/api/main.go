// Command api prints every exported declaration of the library's packages, one
// package after the other, without comments and bodies. Kept as a file in the
// tree, the list shows in review when the exported API changes.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	var all bytes.Buffer
	for _, dir := range packages(".") {
		fmt.Fprintf(&all, "package %s\n", filepath.ToSlash(dir))
		for _, line := range exported(dir) {
			fmt.Fprintf(&all, "\t%s\n", line)
		}
	}
	if _, err := os.Stdout.Write(all.Bytes()); err != nil {
		log.Fatal(err)
	}
}

// packages lists the folders of the library; examples are programs, and the maintainers'
// tools promise nothing.
func packages(root string) []string {
	dirs := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "maintain" || name == "internal" || path == "examples") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			dirs[filepath.Dir(path)] = true
		}
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	var list []string
	for d := range dirs {
		list = append(list, d)
	}
	slices.Sort(list)
	return list
}

func exported(dir string) []string {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		log.Fatal(err)
	}
	set := token.NewFileSet()
	var lines []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			log.Fatal(err)
		}
		if !ast.FileExports(file) {
			continue
		}
		for _, decl := range file.Decls {
			lines = append(lines, describe(set, decl)...)
		}
	}
	slices.Sort(lines)
	return lines
}

func describe(set *token.FileSet, decl ast.Decl) []string {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		d.Body, d.Doc = nil, nil
		return []string{text(set, d)}
	case *ast.GenDecl:
		var lines []string
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.ValueSpec:
				for _, n := range s.Names {
					line := fmt.Sprintf("%s %s", d.Tok, n.Name)
					if s.Type != nil {
						line += " " + text(set, s.Type)
					}
					lines = append(lines, line)
				}
			case *ast.TypeSpec:
				s.Doc, s.Comment = nil, nil
				lines = append(lines, "type "+text(set, s))
			}
		}
		return lines
	}
	return nil
}

// text prints a node on one line.
func text(set *token.FileSet, node any) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, set, node); err != nil {
		log.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

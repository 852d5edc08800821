package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// links holds every link of the documents and every [Symbol] of a doc comment against what
// there is. Addresses elsewhere are only read: there may be no network.
func links([]string) (said, faults []string, err error) {
	list, err := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md").Output()
	if err != nil {
		return nil, nil, err
	}
	var counted int
	for name := range strings.FieldsSeq(string(list)) {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		n, wrong := documentLinks(name, string(data))
		counted += n
		faults = append(faults, wrong...)
	}
	said = append(said, fmt.Sprintf("%d links of documents", counted))
	all, err := folders(".")
	if err != nil {
		return nil, nil, err
	}
	b := books{}
	for dir, files := range all {
		if err := b.add(path.Join(module, dir), files); err != nil {
			return nil, nil, err
		}
	}
	counted = 0
	for dir := range all {
		n, wrong := b.docLinks(path.Join(module, dir))
		counted += n
		faults = append(faults, wrong...)
	}
	return append(said, fmt.Sprintf("%d links of doc comments", counted)), faults, nil
}

var (
	fence   = regexp.MustCompile("(?ms)^```.*?^```$|`[^`\n]*`")
	link    = regexp.MustCompile(`\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)\)`)
	heading = regexp.MustCompile(`(?m)^#+ +(.*)$`)
	dropped = regexp.MustCompile(`[^\p{L}\p{N}\p{M} _-]`)
)

// documentLinks are the links of a Markdown file; the anchor of a heading is as GitHub makes it.
func documentLinks(name, text string) (n int, faults []string) {
	plain := fence.ReplaceAllString(text, "")
	for _, m := range link.FindAllStringSubmatch(plain, -1) {
		n++
		u, err := url.Parse(m[1])
		switch {
		case err != nil || m[1] == "":
			faults = append(faults, fmt.Sprintf("%s: %q is no address", name, m[1]))
		case u.Scheme == "http" || u.Scheme == "https":
			if !strings.Contains(u.Host, ".") {
				faults = append(faults, fmt.Sprintf("%s: %s names no host", name, m[1]))
			}
		case u.Scheme != "":
			faults = append(faults, fmt.Sprintf("%s: %s: not http", name, m[1]))
		default:
			file, of := name, plain
			if u.Path != "" {
				file = filepath.Join(filepath.Dir(name), u.Path)
				data, err := os.ReadFile(file)
				if _, missing := os.Stat(file); missing != nil {
					faults = append(faults, fmt.Sprintf("%s: %s: there is no such file", name, m[1]))
					continue
				}
				if of = ""; err == nil {
					of = string(data)
				}
			}
			if u.Fragment != "" && !anchors(of)[u.Fragment] {
				faults = append(faults, fmt.Sprintf("%s: %s: %s has no such heading", name, m[1], file))
			}
		}
	}
	return n, faults
}

func anchors(text string) map[string]bool {
	found := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(text, -1) {
		found[strings.ReplaceAll(dropped.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-")] = true
	}
	return found
}

// book is a package as its documentation knows it, with its comments.
type book struct {
	*doc.Package
	set   *token.FileSet
	files []*ast.File
}

// books are packages by their paths; those of other modules are nil.
type books map[string]*book

func (b books) add(importPath string, files []string) error {
	set := token.NewFileSet()
	var own, parsed []*ast.File
	for _, name := range files {
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		parsed = append(parsed, file)
		if !strings.HasSuffix(name, "_test.go") {
			own = append(own, file)
		}
	}
	if len(own) == 0 {
		b[importPath] = nil
		return nil
	}
	p, err := doc.NewFromFiles(set, own, importPath, doc.AllDecls|doc.PreserveAST)
	b[importPath] = &book{p, set, parsed}
	return err
}

// find gives a package of this module or of the standard library.
func (b books) find(importPath string) *book {
	if known, is := b[importPath]; is || strings.Contains(strings.Split(importPath, "/")[0], ".") {
		return known
	}
	var files []string
	p, err := build.Default.Import(importPath, "", 0)
	for _, name := range p.GoFiles {
		files = append(files, filepath.Join(p.Dir, name))
	}
	if err != nil || b.add(importPath, files) != nil {
		b[importPath] = nil
	}
	return b[importPath]
}

// symbol is what looks like a link to an exported name and was not taken for one.
var symbol = regexp.MustCompile(`\[\*?(?:[a-z]\w*\.)?[A-Z]\w*(?:\.[A-Z]\w*)?\]`)

// docLinks reads every comment of a package's own files.
func (b books) docLinks(importPath string) (n int, faults []string) {
	p := b[importPath]
	if p == nil {
		return 0, nil
	}
	for _, file := range p.files {
		if strings.HasSuffix(p.set.Position(file.Pos()).Filename, "_test.go") {
			continue
		}
		read := p.Parser()
		for _, group := range docs(file) {
			at := p.set.Position(group.Pos())
			walk(read.Parse(group.Text()).Content, func(t comment.Text) {
				switch t := t.(type) {
				case *comment.DocLink:
					n++
					of := p
					if t.ImportPath != "" {
						of = b.find(t.ImportPath)
					}
					switch {
					case of == nil && strings.HasPrefix(t.ImportPath, module):
						faults = append(faults, fmt.Sprintf("%s: there is no package %s", at, t.ImportPath))
					case of != nil && t.Name != "" && !of.Parser().LookupSym(t.Recv, t.Name):
						faults = append(faults, fmt.Sprintf("%s: %s has no %s", at, t.ImportPath, strings.TrimPrefix(t.Recv+"."+t.Name, ".")))
					}
				case comment.Plain:
					for _, lost := range symbol.FindAllString(string(t), -1) {
						faults = append(faults, fmt.Sprintf("%s: %s names nothing", at, lost))
					}
				}
			})
		}
	}
	return n, faults
}

// docs are the comments of a file that stand before a declaration, a field or the package.
func docs(file *ast.File) (list []*ast.CommentGroup) {
	add := func(g *ast.CommentGroup) {
		if g != nil {
			list = append(list, g)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.File:
			add(n.Doc)
		case *ast.GenDecl:
			add(n.Doc)
		case *ast.FuncDecl:
			add(n.Doc)
		case *ast.TypeSpec:
			add(n.Doc)
		case *ast.ValueSpec:
			add(n.Doc)
		case *ast.Field:
			add(n.Doc)
		}
		return true
	})
	return list
}

// walk calls do with every text of the blocks that is not code.
func walk(blocks []comment.Block, do func(comment.Text)) {
	texts := func(all []comment.Text) {
		for _, t := range all {
			do(t)
		}
	}
	for _, block := range blocks {
		switch block := block.(type) {
		case *comment.Paragraph:
			texts(block.Text)
		case *comment.Heading:
			texts(block.Text)
		case *comment.List:
			for _, item := range block.Items {
				walk(item.Content, do)
			}
		}
	}
}

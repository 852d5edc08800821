package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// marker stands in a file name that the compiler reports, before the number of a change.
const marker = "mutant-"

// site is one change: the text between two offsets of a file is replaced.
type site struct {
	id         int
	file       string
	from, to   int
	old, fresh string
	bool       bool // an expression of type bool; else a statement
	where      string
	line       int
}

// String names the change without line numbers, so that it is the same after an edit
// elsewhere.
func (s site) String() string {
	short := func(t string) string { return strings.Join(strings.Fields(t), " ") }
	return fmt.Sprintf("%s\t%s\t%s → %s", filepath.Base(s.file), s.where, short(s.old), short(s.fresh))
}

var swaps = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.LEQ, token.LEQ: token.LSS,
	token.GTR: token.GEQ, token.GEQ: token.GTR, token.LAND: token.LOR, token.LOR: token.LAND,
}

var sums = map[token.Token]token.Token{token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.ADD, token.QUO: token.MUL}

// sites lists every change of the product files of a package.
func sites(pkg string) (map[string][]byte, []site, error) {
	names, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		return nil, nil, err
	}
	files, all, next := map[string][]byte{}, []site(nil), 1
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_gen.go") || filepath.Base(name) == "doc.go" {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		files[name] = text
		seen := map[string]int{}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			g := gatherer{set: set, text: text, file: name, where: f.Name.Name}
			ast.Walk(&g, f.Body)
			for _, s := range g.sites {
				key := s.String()
				if seen[key]++; seen[key] > 1 {
					s.where += "#" + strconv.Itoa(seen[key])
				}
				s.id = next
				next++
				all = append(all, s)
			}
		}
	}
	return files, all, nil
}

type gatherer struct {
	set   *token.FileSet
	text  []byte
	file  string
	where string
	sites []site
	stmt  ast.Stmt // the innermost statement that can be doubled
}

func (g *gatherer) offset(p token.Pos) int { return g.set.Position(p).Offset }

func (g *gatherer) slice(n ast.Node) string {
	return string(g.text[g.offset(n.Pos()):g.offset(n.End())])
}

func (g *gatherer) add(n ast.Node, fresh string, isBool bool) {
	g.sites = append(g.sites, site{file: g.file, from: g.offset(n.Pos()), to: g.offset(n.End()), old: g.slice(n), fresh: fresh,
		bool: isBool, where: g.where, line: g.set.Position(n.Pos()).Line})
}

// doubled adds a change within the statement at hand: the statement stands twice, once
// with the change.
func (g *gatherer) doubled(n ast.Node, fresh string) {
	if g.stmt == nil {
		return
	}
	whole := g.slice(g.stmt)
	at := g.offset(n.Pos()) - g.offset(g.stmt.Pos())
	g.add(g.stmt, whole[:at]+fresh+whole[at+len(g.slice(n)):], false)
}

func (g *gatherer) Visit(n ast.Node) ast.Visitor {
	switch n := n.(type) {
	case *ast.FuncLit:
		inner := *g
		inner.stmt, inner.sites = nil, nil
		ast.Walk(&inner, n.Body)
		g.sites = append(g.sites, inner.sites...)
		return nil
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			g.add(n, "", false)
			return g.in(n)
		}
		return g.in(nil)
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "panic" {
				g.add(n, "", false)
			}
		}
		return g.in(n)
	case *ast.ReturnStmt, *ast.IncDecStmt:
		return g.in(n.(ast.Stmt))
	case *ast.DeclStmt, *ast.CaseClause, *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		if i, ok := n.(*ast.IfStmt); ok {
			if _, isBinary := i.Cond.(*ast.BinaryExpr); !isBinary {
				g.add(i.Cond, "!("+g.slice(i.Cond)+")", true)
			}
		}
		return g.in(nil)
	case *ast.CallExpr:
		if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "make" && len(n.Args) == 3 {
			ast.Walk(g, n.Args[1]) // a capacity is only room
			return nil
		}
	case *ast.BinaryExpr:
		if to, ok := swaps[n.Op]; ok {
			g.add(n, g.slice(n.X)+" "+to.String()+" "+g.slice(n.Y), true)
		} else if to, ok := sums[n.Op]; ok {
			g.doubled(n, g.slice(n.X)+" "+to.String()+" "+g.slice(n.Y))
		}
	case *ast.BasicLit:
		if n.Kind == token.INT {
			if v, err := strconv.ParseInt(n.Value, 0, 32); err == nil {
				g.doubled(n, strconv.FormatInt(v+1, 10))
			}
		}
	case *ast.Ident:
		if n.Name == "true" || n.Name == "false" {
			g.doubled(n, map[string]string{"true": "false", "false": "true"}[n.Name])
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			g.add(n, g.slice(n.X), true)
		}
	}
	return g
}

// in is the gatherer for the inside of a statement.
func (g *gatherer) in(s ast.Stmt) ast.Visitor { return &within{g, s} }

// within walks a statement with it as the one at hand.
type within struct {
	*gatherer
	at ast.Stmt
}

func (w *within) Visit(n ast.Node) ast.Visitor {
	if n == nil {
		return nil
	}
	before := w.gatherer.stmt
	w.gatherer.stmt = w.at
	defer func() { w.gatherer.stmt = before }()
	next := w.gatherer.Visit(n)
	if next == ast.Visitor(w.gatherer) {
		return w
	}
	return next
}

// write lays the files out with every change in them, chosen by the variable mutant.
func write(work, pkg string, files map[string][]byte, all []site, replace map[string]string) error {
	name := ""
	for path, text := range files {
		var of []site
		for _, s := range all {
			if s.file == path {
				of = append(of, s)
			}
		}
		if name == "" {
			file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.PackageClauseOnly)
			if err != nil {
				return err
			}
			name = file.Name.Name
		}
		if len(of) == 0 {
			continue
		}
		out := filepath.Join(work, filepath.Base(path))
		if err := os.WriteFile(out, render(string(text), 0, len(text), of), 0o600); err != nil {
			return err
		}
		full, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		replace[full] = out
	}
	full, err := filepath.Abs(filepath.Join(pkg, "mutant_gen.go"))
	if err != nil {
		return err
	}
	chooser := "package " + name + "\n\nimport (\n\t\"os\"\n\t\"strconv\"\n)\n\nvar mutantAtHand, _ = strconv.Atoi(os.Getenv(\"MUTANT\"))\n"
	out := filepath.Join(work, "mutant_gen.go")
	replace[full] = out
	return os.WriteFile(out, []byte(chooser), 0o600)
}

// render writes the text between two offsets with the changes that lie in it, the widest
// outside.
func render(text string, from, to int, of []site) []byte {
	sort.SliceStable(of, func(i, j int) bool {
		if of[i].from != of[j].from {
			return of[i].from < of[j].from
		}
		return of[i].to > of[j].to
	})
	var b bytes.Buffer
	for len(of) > 0 {
		s := of[0]
		var inside, after []site
		for _, o := range of[1:] {
			if o.to <= s.to {
				inside = append(inside, o)
			} else {
				after = append(after, o)
			}
		}
		b.WriteString(text[from:s.from])
		old := string(render(text, s.from, s.to, inside))
		mark := fmt.Sprintf("/*line %s%d:1:1*/", marker, s.id)
		if s.bool {
			fmt.Fprintf(&b, "func() bool { if mutantAtHand == %d { return %s(%s) }; return bool(%s) }()", s.id, mark, s.fresh, old)
		} else {
			fmt.Fprintf(&b, "if mutantAtHand == %d { %s%s } else { %s }", s.id, mark, s.fresh, old)
		}
		from, of = s.to, after
	}
	b.WriteString(text[from:to])
	return b.Bytes()
}

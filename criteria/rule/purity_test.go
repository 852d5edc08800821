package rule_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The frame knows no province: only the packages and files that hold one province's text as
// data name it.
func TestFrameNamesNoProvince(t *testing.T) {
	t.Parallel()
	data := map[string]bool{filepath.Join("assignment", "duty", "laocai"): true, filepath.Join("criteria", "national"): true}
	for _, top := range []string{"criteria", "assignment", "plan", "visit", "evaluation"} {
		err := filepath.WalkDir(filepath.Join("..", "..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || d.Name() == "laocai.go" {
				return err
			}
			if rel, _ := filepath.Rel(filepath.Join("..", ".."), filepath.Dir(path)); data[rel] {
				return nil
			}
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			words := strings.ReplaceAll(strings.ReplaceAll(string(text), "The 2021 dispatch of\n// Lào Cai is data in package duty/laocai", ""), "of package laocai", "")
			for _, name := range []string{"Lào Cai", "lao-cai", "1599", "QĐ 1686"} {
				require.NotContains(t, words, name, path)
			}
			return nil
		})
		require.NoError(t, err)
	}
}

// The library does no I/O, reads no clock and has no randomness. The tools of
// the maintainers are the one package that reads files and the environment.
func TestPackagesArePure(t *testing.T) {
	t.Parallel()
	impure := map[string]bool{"os": true, "log": true, "log/slog": true, "net": true, "net/http": true, "math/rand": true, "math/rand/v2": true}
	files := 0
	for _, top := range []string{"criteria", "assignment", "plan", "visit", "evaluation"} {
		err := filepath.WalkDir(filepath.Join("..", "..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "maintain") {
				return err
			}
			files++
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			require.NoError(t, err)
			for _, i := range file.Imports {
				name, err := strconv.Unquote(i.Path.Value)
				require.NoError(t, err)
				if impure[name] {
					t.Errorf("%s imports %s", path, name)
				}
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if pkg, ok := s.X.(*ast.Ident); ok && pkg.Name == "time" && s.Sel.Name == "Now" {
						t.Errorf("%s reads the clock", path)
					}
				}
				if f, ok := n.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
					t.Errorf("%s has an init function", path)
				}
				return true
			})
			return nil
		})
		require.NoError(t, err)
	}
	require.Greater(t, files, 20)
}

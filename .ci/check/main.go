// Command check is the gates of .ci/run that need to read Go or what go test printed:
//
//	go run ./.ci/check purity          no file, network, clock or randomness in the library
//	go run ./.ci/check links           links of the documents and of doc comments lead somewhere
//	go run ./.ci/check examples        an Example calls each entry point of the library
//	go run ./.ci/check tests a.json    what go test -json printed: failures, what was skipped and why
//	go run ./.ci/check coverage c.out  100 % of the tables and of criteria/rule, 95 % of each package and of all
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const module = "github.com/giupxa/giupxa"

func main() {
	gates := map[string]func(args []string) (said []string, faults []string, err error){
		"purity": purity, "links": links, "examples": examples, "tests": tests, "coverage": coverage,
	}
	if len(os.Args) < 2 || gates[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "which: purity, links, examples, tests FILE, coverage FILE")
		os.Exit(2)
	}
	said, faults, err := gates[os.Args[1]](os.Args[2:])
	if err != nil {
		faults = append(faults, err.Error())
	}
	for _, line := range slices.Concat(said, faults) {
		fmt.Println(line)
	}
	if len(faults) > 0 {
		os.Exit(1)
	}
}

// folders lists the folders under root that hold Go files, with those files. Folders that
// begin with a dot and testdata are left out.
func folders(root string) (map[string][]string, error) {
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch name := d.Name(); {
		case err != nil:
			return err
		case d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata"):
			return filepath.SkipDir
		case strings.HasSuffix(name, ".go"):
			found[filepath.ToSlash(filepath.Dir(path))] = append(found[filepath.ToSlash(filepath.Dir(path))], path)
		}
		return nil
	})
	return found, err
}

// Command mutate asks whether the tests of a package would notice a fault: it changes the
// code in one place at a time, runs the tests, and lists the changes that no test saw.
//
//	go run ./.ci/mutate [-n 250] [-seed 1] [-accept] [-again FILE] PACKAGE...
//
// Every change is compiled into the same test binary and chosen by an environment variable,
// so that a package is built once. The tests run without a change first: they must pass, and
// a change that makes them ten times slower counts as seen. Tests with Alloc in their names
// are left out, since the choosing allocates. A survivor that changes nothing an answer could
// show is listed, with the reason, in .ci/mutate/survivors.txt; a survivor that is not listed
// there fails the run. -accept prints the lines to add, their reasons left to be written;
// -again tries only the changes that survived a run before, whose output FILE is.
//
// It is no part of .ci/run: it takes minutes a package. Run it by hand after a change of a
// package's logic, and each week over all of them with another seed, say the number of the
// week:
//
//	go run ./.ci/mutate -seed $(date +%V) ./criteria/rule ./criteria/rule/form \
//		./criteria ./criteria/poverty ./criteria/recognition ./assignment/duty ./plan ./visit ./evaluation
//
// A survivor is answered by a test that states the boundary or the property, by mending the
// code, by deleting what makes no difference, or, last, by a line in survivors.txt.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// alsoBy names further packages whose tests speak for a package.
var alsoBy = map[string][]string{
	"./criteria":         {"./criteria/criteriatest", "./criteria/national"},
	"./criteria/rule":    {"./criteria/rule/form", "./assignment/duty"},
	"./assignment/duty":  {"./assignment/duty/laocai", "./assignment"},
	"./criteria/poverty": {"./criteria/recognition"},
}

const memory = ".ci/mutate/survivors.txt"

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 250, "changes a package")
	seed := flag.Uint64("seed", 1, "which changes are drawn")
	accept := flag.Bool("accept", false, "print the survivors as lines of "+memory)
	again := flag.String("again", "", "the output of a run before: only its survivors are tried")
	flag.Parse()
	known := remembered()
	before, err := survivorsOf(*again)
	if err != nil {
		log.Fatal(err)
	}
	failed := false
	for _, pkg := range flag.Args() {
		pkg = "./" + filepath.ToSlash(filepath.Clean(pkg))
		began := time.Now()
		tried, survivors, err := try(pkg, *n, *seed, before)
		if err != nil {
			log.Fatalf("%s: %v", pkg, err)
		}
		fresh := 0
		for _, s := range survivors {
			line := pkg + "\t" + s
			switch {
			case known[line]:
			case *accept:
				fmt.Println(line + "\twhy does no answer show it?")
			default:
				fresh++
				fmt.Println("survived: " + line)
			}
		}
		failed = failed || fresh > 0
		killed := tried - len(survivors)
		log.Printf("%s: %d changes, %d seen (%.1f %%), %d survived, %d of them not explained; %s",
			pkg, tried, killed, 100*float64(killed)/float64(max(1, tried)), len(survivors), fresh, time.Since(began).Round(time.Second))
	}
	if failed {
		os.Exit(1)
	}
}

// remembered is the survivors that are explained: package, change and reason in a line.
func remembered() map[string]bool {
	known := map[string]bool{}
	data, err := os.ReadFile(memory)
	if err != nil {
		return known
	}
	for line := range strings.Lines(string(data)) {
		if cut := strings.LastIndex(strings.TrimSpace(line), "\t"); cut > 0 && !strings.HasPrefix(line, "#") {
			known[line[:cut]] = true
		}
	}
	return known
}

// survivorsOf reads the survivors of a run before from what it printed; nil where no file is
// named.
func survivorsOf(file string) (map[string]bool, error) {
	if file == "" {
		return nil, nil //nolint:nilnil // none is asked for
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	lived := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "survived: "); ok {
			lived[rest] = true
		}
	}
	return lived, nil
}

// try draws n changes of a package, or those that lived before, and gives those that its
// tests did not see.
func try(pkg string, n int, seed uint64, before map[string]bool) (tried int, survivors []string, err error) {
	work, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return 0, nil, err
	}
	defer os.RemoveAll(work)
	files, all, err := sites(pkg)
	if err != nil {
		return 0, nil, err
	}
	draw := rand.New(rand.NewPCG(seed, 0))
	draw.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	if before != nil {
		all = slices.DeleteFunc(all, func(s site) bool { return !before[pkg+"\t"+s.String()] })
	} else {
		all = all[:min(n, len(all))]
	}
	var bins []binary
	for {
		overlay := map[string]map[string]string{"Replace": {}}
		if err := write(work, pkg, files, all, overlay["Replace"]); err != nil {
			return 0, nil, err
		}
		data, err := json.Marshal(overlay)
		if err != nil {
			return 0, nil, err
		}
		path := filepath.Join(work, "overlay.json")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return 0, nil, err
		}
		out, err := build(work, path, append([]string{pkg}, alsoBy[pkg]...), &bins)
		if err == nil {
			break
		}
		if all, err = without(all, out, err); err != nil {
			return 0, nil, err
		}
	}
	began := time.Now()
	if out, pass := run(bins, 0, 10*time.Minute); !pass {
		return 0, nil, fmt.Errorf("the tests fail without any change: %s", out)
	}
	limit := 10*time.Since(began) + 20*time.Second
	lived := make([]bool, len(all))
	var wait sync.WaitGroup
	turns := make(chan struct{}, 2)
	for i := range all {
		turns <- struct{}{}
		wait.Go(func() {
			defer func() { <-turns }()
			_, lived[i] = run(bins, all[i].id, limit)
		})
	}
	wait.Wait()
	for i, s := range all {
		if lived[i] {
			survivors = append(survivors, s.String())
		}
	}
	slices.Sort(survivors)
	return len(all), survivors, nil
}

// binary is the tests of one package, compiled with every change.
type binary struct{ path, dir string }

func build(work, overlay string, pkgs []string, bins *[]binary) ([]byte, error) {
	*bins = nil
	for i, pkg := range pkgs {
		b := binary{filepath.Join(work, fmt.Sprintf("test%d", i)), pkg}
		out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", b.path, pkg).CombinedOutput()
		if err != nil {
			return out, err
		}
		*bins = append(*bins, b)
	}
	return nil, nil
}

// without leaves out the changes that do not compile, by what the compiler says.
func without(all []site, out []byte, err error) ([]site, error) {
	bad := map[int]bool{}
	for line := range bytes.Lines(out) {
		if at := bytes.Index(line, []byte(marker)); at >= 0 {
			id := 0
			if _, scanErr := fmt.Sscanf(string(line[at+len(marker):]), "%d", &id); scanErr == nil {
				bad[id] = true
			}
		}
	}
	if len(bad) == 0 {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	return slices.DeleteFunc(all, func(s site) bool { return bad[s.id] }), nil
}

// run tells whether every test passes with a change, and else what is said of it; the change
// 0 is none.
func run(bins []binary, id int, limit time.Duration) (said []byte, pass bool) {
	for _, b := range bins {
		cmd := exec.Command(b.path, "-test.short", "-test.failfast", "-test.skip=Alloc", "-test.timeout="+limit.String())
		cmd.Dir = b.dir
		cmd.Env = append(os.Environ(), fmt.Sprintf("MUTANT=%d", id))
		if said, err := cmd.CombinedOutput(); err != nil {
			return said, false
		}
	}
	return nil, true
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

const manifestFormat = "giupxa.conformance/1"

// manifest says which file puts which question, and what each holds.
type manifest struct {
	Cases  int           `json:"cases"`
	Schema fileEntry     `json:"schema"` // of the case files
	Suites []suiteOfList `json:"suites" validate:"dive"`
}

type suiteOfList struct {
	Operation string      `json:"operation" validate:"required"`
	Asks      string      `json:"asks"`
	Beside    []fileEntry `json:"beside,omitempty" validate:"dive"`
	Files     []fileEntry `json:"files" validate:"dive"`
}

type fileEntry struct {
	Path   string `json:"path" validate:"required"`
	SHA256 string `json:"sha256"`
	Cases  int    `json:"cases,omitempty"`
}

// listed makes the manifest of the case files under root.
func listed(root fs.FS) (m manifest, err error) {
	if m.Schema, err = entry(root, "criteria/rule/ruletest/cases.schema.json"); err != nil {
		return m, err
	}
	for _, s := range suites {
		of := suiteOfList{Operation: s.operation, Asks: s.asks}
		for _, name := range s.beside {
			e, err := entry(root, name)
			if err != nil {
				return m, err
			}
			of.Beside = append(of.Beside, e)
		}
		names, err := fs.Glob(root, s.dir+"/*.json")
		if err != nil || len(names) == 0 {
			return m, fmt.Errorf("no case files in %s: %w", s.dir, err)
		}
		for _, name := range names {
			e, err := entry(root, name)
			if err != nil {
				return m, err
			}
			cases, err := casesOf(root, name)
			if err != nil {
				return m, err
			}
			e.Cases = len(cases)
			m.Cases += e.Cases
			of.Files = append(of.Files, e)
		}
		m.Suites = append(m.Suites, of)
	}
	return m, nil
}

func entry(root fs.FS, name string) (fileEntry, error) {
	data, err := fs.ReadFile(root, name)
	sum := sha256.Sum256(data)
	return fileEntry{Path: name, SHA256: hex.EncodeToString(sum[:])}, err
}

// one is a file system of one file of another, under its last name.
type one struct {
	fs.FS
	name string
}

func (o one) Glob(string) ([]string, error) { return []string{o.name}, nil } //nolint:unparam // of fs.GlobFS

// casesOf reads one case file. The id of a case is its path, "#" and its name.
func casesOf(root fs.FS, name string) ([]ruletest.Case, error) {
	cases, err := ruletest.Load(one{root, name})
	for i := range cases {
		cases[i].Name = name + "#" + strings.TrimPrefix(cases[i].Name, strings.TrimSuffix(name, ".json")+"/")
	}
	return cases, err
}

// changed lists what is not as the manifest says: a suite proves nothing with other cases.
func (m manifest) changed(root fs.FS) (faults []string) {
	files := []fileEntry{m.Schema}
	for _, s := range m.Suites {
		files = append(slices.Concat(files, s.Beside), s.Files...)
	}
	for _, f := range files {
		switch now, err := entry(root, f.Path); {
		case err != nil:
			faults = append(faults, err.Error())
		case now.SHA256 != f.SHA256:
			faults = append(faults, f.Path+" is not the file of the manifest")
		}
	}
	return faults
}

func (m manifest) encode() ([]byte, error) {
	data, err := form.Encode(manifestFormat, m)
	if err != nil {
		return nil, err
	}
	var indented strings.Builder
	enc := json.NewEncoder(&indented)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err = enc.Encode(json.RawMessage(data))
	return []byte(indented.String()), err
}

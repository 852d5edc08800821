package org_test

import (
	"encoding/json"
	"testing"

	"github.com/giupxa/giupxa/assignment/org"
)

// Whatever text comes in, a gazetteer is read or refused, and what was read comes back
// as it is and can be asked.
func FuzzGazetteer(f *testing.F) {
	f.Add([]byte(`{"format":"giupxa.gazetteer/1","units":[{"code":"1","name":"A","kind":"town"},{"code":"2","name":"B","kind":"commune","parent":"1","was":[{"name":"C","parent":"1","span":{"to":"2019-12-31"}}]}],"successions":[{"from":"2","to":"1","on":"2020-01-01","part":true}]}`))
	f.Add([]byte(`{"units":[{"code":"1","name":"Đ","kind":"commune","span":{"from":"0001-01-01","to":"9999-12-31"},"was":[{"kind":"ward","span":{"from":"0001-01-02"}}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var g org.Gazetteer
		if json.Unmarshal(data, &g) != nil {
			return
		}
		once, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		var again org.Gazetteer
		if err := json.Unmarshal(once, &again); err != nil {
			t.Fatalf("does not read its own JSON %s: %v", once, err)
		}
		_ = g.Check()
		for u := range g.Units() {
			_ = g.Search(u.Name, reform)
			for above := range g.Ancestors(u.Code, mid2021) {
				for child := range g.Children(above.Code, mid2021) {
					_ = child.Level()
				}
			}
			_ = g.Successors(u.Code, mid2021, reform)
			_ = g.Predecessors(u.Code, reform, mid2021)
		}
	})
}

//go:build js && wasm

// Command wasm puts the library into a page: assess(dossier), JSON in and JSON out, by the
// national set in force on the day of the dossier. It is built by
//
//	GOOS=js GOARCH=wasm go build -ldflags=-s -o giupxa.wasm ./examples/wasm
//
// and started by lib/wasm/wasm_exec.js of the Go installation, as smoke.mjs does. A dossier
// that cannot be assessed is answered with {"error": …}, in Vietnamese and English.
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

func main() {
	js.Global().Set("assess", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) != 1 || args[0].Type() != js.TypeString {
			return `{"error":{"vi":"cần một hồ sơ JSON","en":"one dossier as JSON is needed"}}`
		}
		answer, err := assess([]byte(args[0].String()))
		if err != nil {
			answer, _ = json.Marshal(map[string]rule.Text{"error": {Vi: rule.Tell(err, rule.Vi), En: rule.Tell(err, rule.En)}})
		}
		return string(answer)
	}))
	select {} // the page calls
}

func assess(data []byte) ([]byte, error) {
	var d criteria.Dossier
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, err
	}
	set, err := national.InForce(d.Standard, d.AsOf)
	if err != nil {
		return nil, err
	}
	a, err := set.Assess(d)
	if err != nil {
		return nil, err
	}
	return json.Marshal(a)
}

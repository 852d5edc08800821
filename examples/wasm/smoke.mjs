// node smoke.mjs wasm_exec.js giupxa.wasm dossier.json prints what assess answers to the
// dossier, to half of it, and to nothing.
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const [start, program, dossier] = process.argv.slice(2)
await import(pathToFileURL(start))
const go = new Go()
const { instance } = await WebAssembly.instantiate(await readFile(program), go.importObject)
go.run(instance)
const text = await readFile(dossier, 'utf8')
for (const args of [[text], [text.slice(0, text.length / 2)], []]) console.log(globalThis.assess(...args))
process.exit(0)

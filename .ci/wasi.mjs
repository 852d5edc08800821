// Runs a program built for wasip1 under Node, whose WASI takes the whole file system.
import { readFile } from 'node:fs/promises'
import { WASI } from 'node:wasi'

const [file, ...args] = process.argv.slice(2)
const wasi = new WASI({ version: 'preview1', args: [file, ...args], env: { ...process.env, PWD: process.cwd() }, preopens: { '/': '/' }, returnOnExit: false })
wasi.start(await WebAssembly.instantiate(await WebAssembly.compile(await readFile(file)), wasi.getImportObject()))

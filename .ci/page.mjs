// Looks at the page of examples/report in headless Chromium: in both themes and at several
// widths it is no wider than the window, and so it is on A4. By hand, since it needs a browser
// and puppeteer-core:
//
//	go run ./examples/report > page.html
//	npm install --prefix DIR puppeteer-core
//	CHROME=/usr/bin/chromium NODE_PATH=DIR/node_modules node .ci/page.mjs page.html [folder for pictures]
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const puppeteer = createRequire(import.meta.url)('puppeteer-core')
const [file, pictures] = process.argv.slice(2)
const address = 'file://' + resolve(file)
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME, headless: 'shell', args: ['--no-sandbox', ...(process.env.CHROME_ARGS || '').split(' ').filter(Boolean)],
})
const backgrounds = { light: 'rgb(255, 255, 255)', dark: 'rgb(22, 23, 27)' }
let bad = 0
const say = (ok, what) => { console.log(ok ? 'ok  ' : 'BAD ', what); if (!ok) bad++ }

async function look(theme, width, media) {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 800 })
  const session = await page.createCDPSession() // puppeteer's own two calls undo each other
  await session.send('Emulation.setEmulatedMedia', { media, features: [{ name: 'prefers-color-scheme', value: theme }] })
  await page.goto(address)
  const seen = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth, background: getComputedStyle(document.body).backgroundColor,
    // what is cut off and cannot be scrolled to
    cut: [...document.querySelectorAll('p, li, h1, h2, h3, caption')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').length,
  }))
  const name = `${media} ${theme} ${width}`
  say(seen.wide <= width, `${name}: ${seen.wide} wide`)
  say(seen.cut === 0, `${name}: ${seen.cut} texts cut off`)
  say(seen.background === backgrounds[media === 'print' ? 'light' : theme], `${name}: ${seen.background}`)
  if (pictures) await page.screenshot({ path: `${pictures}/${media}-${theme}-${width}.png`, clip: { x: 0, y: 0, width, height: 3000 }, captureBeyondViewport: true })
  await page.close()
}
for (const theme of ['light', 'dark']) for (const width of [360, 768, 1200]) await look(theme, width, 'screen')
await look('dark', 688, 'print') // A4 without its margins, at 96 dots an inch
await browser.close()
process.exit(bad ? 1 : 0)

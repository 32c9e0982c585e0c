// Typst's side of `npm run bench:press`, as a process of its own: the same copy
// in columns on the same sheet, to one PDF.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import process from 'node:process'
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler'

const [folder = '', out = ''] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const fontPaths = [
  '400Regular/NotoSerifSC_400Regular',
  '700Bold/NotoSerifSC_700Bold'
].map((name) =>
  path.dirname(require.resolve(`@expo-google-fonts/noto-serif-sc/${name}.ttf`))
)

const stories: Array<string> = []
for (const name of (await fs.readdir(folder)).sort()) {
  if (!name.endsWith('.md')) continue
  const copy = await fs.readFile(path.join(folder, name), 'utf8')
  const paragraphs = copy
    .replace(/^---[^]*?\n---\n/, '')
    .split(/\n{2,}/)
    .map((one) => one.replaceAll(/[#>*_`|]/g, '').trim())
    .filter((one) => one !== '')
  const [head = '', ...rest] = paragraphs
  stories.push(
    `#text(size: 24pt, weight: 700)[#${JSON.stringify(head)}]`,
    ...rest.map((one) => `#${JSON.stringify(one)}`)
  )
}

// The broadsheet: 8 columns of 13 characters, 9 pt on 11.25 pt.
const mainFileContent = `#set page(width: 390mm, height: 545mm, columns: 8, margin: (x: 18.8mm, top: 48mm, bottom: 28mm))
#set columns(gutter: 9pt)
#set text(font: "Noto Serif SC", size: 9pt, lang: "zh", region: "CN")
#set par(justify: true, leading: 4.5pt, spacing: 4.5pt, first-line-indent: (amount: 2em, all: true))
${stories.join('\n#parbreak()\n')}
`
const compiler = NodeCompiler.create({fontArgs: [{fontPaths}]})
await fs.writeFile(out, new Uint8Array(compiler.pdf({mainFileContent})))

import fs from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {checkYaml, templateSchema} from '../../src/config/config.ts'
import {toTemplate} from '../../src/template/template.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = await fs.readdir(`${root}templates`, {withFileTypes: true})
const names = folders
  .filter((folder) => folder.isDirectory())
  .map(({name}) => name)
  .sort()

describe('the templates', () => {
  test('should be these', () => {
    expect(names).toEqual(['broadsheet', 'broadsheet-en', 'tabloid'])
  })

  test.for(names)('should be right: `%s`', async (name) => {
    const {file, template} = await open(name)

    expect(file.messages.map(String)).toEqual([])
    expect(template.name).toBe(name)
  })

  test.for(names)('should have what `%s` names', async (name) => {
    const {template} = await open(name)
    const fonts = Object.values(template.faces).map((face) =>
      face.file.startsWith('@')
        ? `${root}node_modules/${face.file}`
        : `${root}templates/${name}/${face.file}`
    )
    const ornaments = template.furniture
      .flatMap((group) => [...group.items])
      .flatMap((item) => (item.type === 'ornament' ? [item.src] : []))
      .map((src) => `${root}templates/${name}/${src}`)

    for (const path of [...fonts, ...ornaments]) {
      await expect(fs.access(path)).resolves.toBeUndefined()
    }
  })

  test.for(names)('should only draw with colours of `%s`', async (name) => {
    const {template} = await open(name)
    const known = Object.values(template.colors).map(({rgb}) => rgb)
    const files = await fs.readdir(`${root}templates/${name}`, {
      recursive: true
    })

    for (const file of files.filter((path) => path.endsWith('.svg'))) {
      const value = await fs.readFile(
        `${root}templates/${name}/${file}`,
        'utf8'
      )
      const used = new Set(value.match(/#[\da-f]{3,8}\b/gi))
      expect(known).toEqual(expect.arrayContaining([...used]))
    }
  })
})

async function open(name: string) {
  const path = `${root}templates/${name}/template.yaml`
  const value = await fs.readFile(path, 'utf8')
  const file = new VFile({path: `templates/${name}/template.yaml`, value})
  const settings = checkYaml(file, value, templateSchema)
  if (!settings) throw new Error(file.messages.map(String).join('\n'))
  return {file, template: toTemplate(name, settings, file)}
}

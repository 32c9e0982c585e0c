import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import * as hb from 'harfbuzzjs'
import {expect, test} from 'vitest'
import {readFaceCharacters} from '../../../src/render/epub/read-face-characters.ts'

const require = createRequire(import.meta.url)

test.for([
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'
])('should read what HarfBuzz reads in `%s`', async (path) => {
  const value = new Uint8Array(await fs.readFile(require.resolve(path)))
  const points = new hb.Face(new hb.Blob(value)).collectUnicodes()

  expect(points.length).toBeGreaterThan(500)
  expect([...readFaceCharacters(value)].sort()).toEqual([...points].sort())
})

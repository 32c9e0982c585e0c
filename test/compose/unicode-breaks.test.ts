// Line breaks by Unicode's own test file, and by the classes it was made from.

import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {findUnicodeBreaks} from '../../src/compose/unicode-breaks.ts'
import {
  readUnicodeVersion,
  unicodeFolder,
  writeUnicodeClasses
} from './unicode-classes-source.ts'

const version = readUnicodeVersion()
const isMissing = version === undefined
if (isMissing && process.env['CI']) {
  throw new Error('Unicode’s files are missing: install Debian’s unicode-data')
}
const table = fileURLToPath(
  new URL('../../src/compose/unicode-classes.ts', import.meta.url)
)

describe.skipIf(isMissing)(
  'findUnicodeBreaks (needs Debian’s unicode-data)',
  () => {
    test('should pass every case of LineBreakTest.txt', () => {
      const file = path.join(unicodeFolder, 'auxiliary/LineBreakTest.txt')
      const failures: Array<string> = []
      let count = 0
      for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
        const [samples = '', comment = ''] = line.split('#')
        if (samples.trim() === '') continue
        count++
        const {expected, text} = readCase(samples)
        const found = findUnicodeBreaks(text)
          .map((kind) => (kind === 'forbidden' ? '×' : '÷'))
          .filter((_, unit) => isStart(text, unit))
          .join('')
        if (found !== expected) failures.push(`${found} ${comment}`)
      }

      expect(failures).toEqual([])
      expect(count).toBeGreaterThan(7000)
    })

    test.skipIf(version !== '15.0.0')(
      `should have the classes of Unicode 15.0.0 (here: ${version})`,
      async () => {
        await expect(writeUnicodeClasses()).toMatchFileSnapshot(table)
      }
    )
  }
)

/** `× 0023 ÷ 0020 ÷`: marks between characters; the last is the end. */
function readCase(samples: string): {text: string; expected: string} {
  const parts = samples.trim().split(/\s+/u)
  const marks = parts.filter((part) => part === '×' || part === '÷')
  const codes = parts.filter((part) => /^[0-9A-F]+$/u.test(part))
  return {
    text: codes
      .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
      .join(''),
    expected: marks.slice(0, -1).join('')
  }
}

function isStart(text: string, unit: number): boolean {
  const code = text.codePointAt(unit - 1) ?? 0
  return !(unit > 0 && code > 0xffff)
}

// The worst lines of a whole issue, as its report tells them.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import * as v from 'valibot'
import type {ExcerptGroup} from './worst-lines.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const lineCount = 20
/** What is shown over and under a baseline. */
const overPt = 26
const underPt = 20

const report = v.object({
  pages: v.array(
    v.object({
      stories: v.array(
        v.object({
          slug: v.string(),
          lines: v.array(
            v.object({
              xPt: v.number(),
              yPt: v.number(),
              measurePt: v.number(),
              stretchEm: v.number(),
              squeezeRatio: v.number()
            })
          )
        })
      )
    })
  )
})

/** Build an issue, and find the lines that are stretched most. */
export function findWorstOfIssue(folder: string): ExcerptGroup {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'qianzi-issue-'))
  try {
    execFileSync(
      process.execPath,
      ['src/cli/main.ts', 'build', folder, '--to', 'screen', '--out', out],
      {cwd: root, stdio: 'ignore'}
    )
    const name = path.basename(folder)
    const issue = path.join(out, name)
    const {pages} = v.parse(
      report,
      JSON.parse(fs.readFileSync(path.join(issue, 'report.json'), 'utf8'))
    )
    const excerpts = pages.flatMap(({stories}, pageIndex) =>
      stories.flatMap(({lines, slug}) =>
        lines.map((line) => ({
          pageIndex,
          stretchEm: line.stretchEm,
          area: {
            xPt: line.xPt - 4,
            yPt: line.yPt - overPt,
            widthPt: Math.max(line.measurePt, 40) + 8,
            depthPt: overPt + underPt
          },
          caption: `${line.stretchEm.toFixed(3)} em, ${slug}`
        }))
      )
    )
    return {
      name,
      pdf: fs.readFileSync(path.join(issue, 'screen', `${name}.pdf`)),
      excerpts: excerpts
        .toSorted((a, b) => b.stretchEm - a.stretchEm)
        .slice(0, lineCount)
    }
  } finally {
    fs.rmSync(out, {recursive: true})
  }
}

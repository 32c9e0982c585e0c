// The sample issues in type: no copy is lost, no line stands outside, and the
// plan is what was composed. No browser is needed.

import fs from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {makeDesk, type CompleteDesk} from '../../src/build/desk.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import type {Block, ComposedModule, Line} from '../../src/model/page.ts'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import {checkPages} from '../check-page.ts'
import {projectFolder} from '../end-to-end/press.ts'

const names = fs.readdirSync(path.join(projectFolder, 'manuscript')).sort()

describe.for(names)('%s', (name) => {
  let desk: CompleteDesk
  let modules: Array<ComposedModule>

  beforeAll(async () => {
    const machines = {
      plant: openPlant(),
      disk: openDisk({packageFolder: projectFolder}),
      sourceDateEpoch: undefined,
      now: () => 0
    }
    const made = await makeDesk(
      {
        folder: path.join(projectFolder, 'manuscript', name),
        issueId: name,
        outFolder: '',
        to: [],
        isStrict: false,
        onProgress: () => undefined
      },
      machines,
      openStepRunner(machines, () => undefined)
    )
    if (!made.complete) throw new Error('The sample did not get to composition')
    desk = made.complete
    modules = desk.pages.flatMap((page) =>
      page.children.filter((child) => child.type === 'module')
    )
  })

  test('should keep all copy, on whole pages, each story in its place', () => {
    const stories = desk.issue.children.flatMap((page) => page.children)

    expect(checkPages(desk.pages, {stories})).toEqual([])
  })

  test('should fill every module to its plan', () => {
    for (const module of modules) {
      expect(module.facts.oversetLineCount).toBe(0)
    }
  })

  test('should keep every glyph inside its module', () => {
    const faults: Array<string> = []
    for (const module of modules) {
      const {area} = module
      for (const line of listLines(module)) {
        for (const run of line.children) {
          for (const glyph of run.glyphs) {
            // A space at the end of a line hangs out, unseen.
            if (glyph.text === ' ') continue
            const isInside =
              glyph.xPt > area.xPt - run.sizePt &&
              glyph.xPt + glyph.advancePt <
                area.xPt + area.widthPt + run.sizePt * 0.6 &&
              line.yPt > area.yPt &&
              line.yPt < area.yPt + area.depthPt + 1
            if (!isInside) faults.push(`${module.slug}: ${glyph.text}`)
          }
        }
      }
    }

    expect(faults).toEqual([])
  })

  test('should set body type on the baseline grid of the page', () => {
    const faults: Array<string> = []
    for (const page of desk.pages) {
      const {leadingPt} = page.grid
      const phases = new Set<number>()
      for (const module of page.children) {
        if (module.type !== 'module') continue
        for (const block of listBlocks(module, 'paragraph')) {
          if (!block.id.includes('/body/') || module.kind === 'ad') continue
          for (const line of block.children) {
            if (line.type !== 'line') continue
            const isRuby = line.children.every(({mark}) => mark === 'ruby')
            if (isRuby) continue
            const phase = (line.yPt - page.typeArea.yPt) % leadingPt
            phases.add(Math.round(phase * 10))
          }
        }
      }
      if (phases.size !== 1)
        faults.push(`${page.pageNumber}: ${[...phases].join()}`)
    }

    expect(faults).toEqual([])
  })
})

function listBlocks(
  node: Block | ComposedModule,
  role: Block['role']
): Array<Block> {
  return node.children.flatMap((child) => {
    if (child.type !== 'block') return []
    return child.role === role ? [child] : listBlocks(child, role)
  })
}

function listLines(node: Block | ComposedModule): Array<Line> {
  return node.children.flatMap((child) => {
    if (child.type === 'line') return [child]
    return child.type === 'block' ? listLines(child) : []
  })
}

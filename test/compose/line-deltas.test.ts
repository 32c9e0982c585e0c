// The copyfit lever in the composing room: what it offers it carries out.

import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {makeDesk, type CompleteDesk} from '../../src/build/desk.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import {
  openComposingRoom,
  type ComposingRoom
} from '../../src/compose/compose.ts'
import {checkYaml, templateSchema} from '../../src/config/config.ts'
import type {CastOffResult, StoryShape} from '../../src/model/plan.ts'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import {toTemplate, type Template} from '../../src/template/template.ts'
import {openFaces} from '../../src/type/type.ts'
import {projectFolder} from '../end-to-end/press.ts'

let desk: CompleteDesk
let room: ComposingRoom

beforeAll(async () => {
  const machines = {
    plant: openPlant(),
    disk: openDisk({packageFolder: projectFolder}),
    sourceDateEpoch: undefined,
    now: () => 0
  }
  const made = await makeDesk(
    {
      folder: path.join(projectFolder, 'manuscript/yunzhong-2026-06-02'),
      issueId: 'yunzhong-2026-06-02',
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
  const templates = new Map<string, Template>()
  const fallbacks = new Map<string, ReadonlyArray<string>>()
  for (const [name, folder] of desk.templateFiles) {
    const file = new VFile(
      new TextDecoder().decode(folder.get('template.yaml'))
    )
    const settings = checkYaml(file, String(file), templateSchema)
    if (!settings) throw new Error('The template of the sample is broken')
    const template = toTemplate(name, settings, file)
    templates.set(name, template)
    for (const [face, {fallback}] of Object.entries(template.faces)) {
      fallbacks.set(face, fallback)
    }
  }
  const faces = await openFaces(
    new Map(
      [...fallbacks].map(([name, fallback]) => {
        const value = desk.fontFiles.get(name)
        if (!value) throw new Error(`No file of \`${name}\``)
        return [name, {value, fallback}]
      })
    )
  )
  room = openComposingRoom({
    issue: desk.issue,
    templates,
    faces,
    pictures: desk.pictures,
    issueFile: new VFile(),
    files: new Map()
  })
})

test('should set a story in every line count its cast-off offers', () => {
  let offered = 0
  for (const page of desk.issue.children) {
    const castOff = room.castOff(page.pageNumber)
    for (const story of page.children) {
      if (story.size) continue
      for (const legCount of [1, 2, 3]) {
        const best = cast(legCount)
        expect(best.lineDeltas).toContainEqual({delta: 0, cost: 0})
        for (const {cost, delta} of best.lineDeltas) {
          if (Math.abs(delta) > 3) continue
          const set = cast(legCount, delta)
          expect(set.bodyLineCount).toBe(best.bodyLineCount + delta)
          expect(cost).toBeGreaterThanOrEqual(0)
          offered++
        }
      }

      function cast(legCount: number, lineDelta?: number): CastOffResult {
        const shape: StoryShape = {
          columnCount: legCount,
          legCount,
          headline: {sizeStep: 0, rowCount: 1},
          pictures: [],
          frame: 'none',
          ...(lineDelta === undefined ? {} : {lineDelta})
        }
        return castOff({slug: story.slug, part: 'whole', shape})
      }
    }
  }

  expect(offered).toBeGreaterThan(100)
})

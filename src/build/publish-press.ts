// Press files, page by page: a page is made anew only when something on it has
// changed, whatever became of the others.

import type {VFile} from 'vfile'
import {VFile as File} from 'vfile'
import type {ComposedPage} from '../model/page.ts'
import type {Plant} from '../model/plant.ts'
import type {PressProfile} from '../model/press.ts'
import {note} from '../note/note.ts'
import {findMarks} from '../render/find-marks.ts'
import {packStream, press} from '../render/press/press.ts'
import type {Job, OutputFile} from '../render/renderer.ts'
import type {CompleteDesk} from './desk.ts'
import type {Disk, Machines} from './machines.ts'
import {pageKey} from './page-key.ts'
import {openPressMemory} from './press-memory.ts'
import type {StepRunner} from './run-step.ts'
import {hashBytes} from './step-key.ts'

/** Press files, and files that carry notes about them. */
export interface PublishedPress {
  outputs: ReadonlyArray<OutputFile>
  files: ReadonlyArray<VFile>
}

/** Make the press files of an issue. */
export async function publishPress(
  desk: CompleteDesk,
  job: Job,
  machines: Machines,
  runner: StepRunner
): Promise<PublishedPress> {
  const profiles = openProfileHashes()
  const plant = keepSeparations(machines.plant, job, runner, profiles)
  const outputs: Array<OutputFile> = []
  const notes = new File({path: `${desk.issue.id}/press`})
  for (const page of job.pages) {
    const made = await runner.run({
      name: `press ${page.pageNumber}`,
      version: press.version ?? 1,
      from: () => toInputs(page, desk, profiles),
      run: () => printPage(page, desk, job, machines.disk, plant)
    })
    outputs.push(...made)
    for (const file of made) addNotes(file, desk, notes)
    machines.relieve?.()
  }
  return {outputs, files: [notes]}
}

async function printPage(
  page: ComposedPage,
  desk: CompleteDesk,
  job: Job,
  disk: Disk,
  plant: Plant
): Promise<Array<OutputFile>> {
  const one = {...job, pages: [page]}
  if (!disk.hasCache) return press.render(one, plant)
  const {keep, ...memory} = await openPressMemory({
    name: `${desk.name} ${page.pageNumber}`,
    glyphKey: desk.glyphKey,
    cutGlyphs: desk.cutGlyphs,
    packStream,
    disk
  })
  const made = await press.render({...one, ...memory}, plant)
  await keep()
  return made
}

// Everything that decides a page's file.
function toInputs(
  page: ComposedPage,
  desk: CompleteDesk,
  hashProfile: HashProfile
): Array<string> {
  const settings = desk.press.get(page.pageNumber)
  const sources = new Set<string>()
  for (const mark of findMarks(page.children)) {
    if ('src' in mark) sources.add(mark.src)
  }
  const template = desk.issue.children.find(
    (one) => one.pageNumber === page.pageNumber
  )?.template
  const files = desk.templateFiles.get(template ?? '')
  const hashes = [...sources].sort().map((src) => {
    const picture = desk.pictures.get(src)?.hash
    const ornament = files?.get(src)
    return `${src} ${picture ?? ''} ${ornament ? hashBytes(ornament) : ''}`
  })
  const fonts = Object.values(page.faces).map(
    ({fileKey}) => `${fileKey} ${desk.fontHashes.get(fileKey) ?? ''}`
  )
  return [
    pageKey(page, desk),
    ...hashes,
    ...fonts.sort(),
    desk.issue.id,
    desk.modified.toISOString(),
    settings ? `${settings.standard} ${settings.inkLimitPercent}` : '',
    settings ? hashProfile(settings.profile) : ''
  ]
}

type HashProfile = (profile: PressProfile) => string

// A profile is large, and most pages have the same one: it is hashed once.
function openProfileHashes(): HashProfile {
  const hashes = new Map<PressProfile, string>()
  return function (profile) {
    const hash = hashes.get(profile) ?? hashBytes(profile.value)
    hashes.set(profile, hash)
    return hash
  }
}

// A picture stays what it is while the copy around it changes.
function keepSeparations(
  plant: Plant,
  job: Job,
  runner: StepRunner,
  hashProfile: HashProfile
): Plant {
  const profiles = new Map(
    [...(job.press?.values() ?? [])].map(({profile}) => [profile.path, profile])
  )
  return {
    ...plant,
    separatePicture: (value, options) =>
      runner.run({
        name: 'inks',
        version: 1,
        from: () => {
          const profile = profiles.get(options.profilePath)
          return [
            hashBytes(value),
            JSON.stringify({...options, profilePath: ''}),
            profile ? hashProfile(profile) : ''
          ]
        },
        run: () => plant.separatePicture(value, options)
      })
  }
}

function addNotes(file: OutputFile, desk: CompleteDesk, other: VFile): void {
  for (const {fix, reason, rule, slug} of file.notes ?? []) {
    const story = desk.issue.children
      .flatMap((page) => page.children)
      .find((one) => one.slug === slug)
    const target = story && desk.storyFiles.get(story.path)
    note(target ?? other, rule, reason, {
      ...(story ? {ancestors: [desk.issue, story]} : {}),
      fix
    })
  }
}

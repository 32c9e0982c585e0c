// What the composing room found out in earlier runs: depths of stories, and
// modules as they were set. Where one story has changed, the others are neither
// broken nor set again.
//
// Everything is kept under a key of all that decides it: the story, its page's
// design, its pictures, the fonts. What a run did not ask for is forgotten.

import {serialize} from 'node:v8'
import type {ComposedModule} from '../model/page.ts'
import type {CastOff, PlannedModule} from '../model/plan.ts'
import type {Disk} from './machines.ts'
import {readPacked} from './read-packed.ts'
import {recallCastOff, type CastOffAnswers} from './recall-cast-off.ts'
import {hashText, stepKey} from './step-key.ts'

/** Remembers what the composing room says. */
export interface CompositionMemory {
  /** Ask for depths; the room is asked only what it has not been before. */
  recallCastOff(pageNumber: number, castOff: CastOff): CastOff
  /** Set a module, unless it was set before. */
  recallModule(
    module: PlannedModule,
    pageNumber: number,
    set: () => ComposedModule
  ): ComposedModule
  /**
   * Name what decides how a module looks: its glyphs, whatever numbers they
   * have in the font.
   */
  looksOf(module: ComposedModule): string
  /** Keep it for the next run. */
  keep(): Promise<void>
}

/** What a memory is of. */
export interface MemoryRequest {
  /** Name of the issue: its next run finds it again. */
  name: string
  pageNumbers: ReadonlyArray<number>
  /** Name all that decides how a story is set on a page. */
  storyKey(slug: string, pageNumber: number): string
  /** Name the numbers glyphs have. */
  glyphKey: string
  disk: Disk
}

/** What is remembered of a page. */
interface PageMemory {
  /** Answers by story and setting. */
  casts: Map<string, Map<string, CastOffAnswers>>
  modules: Map<string, ComposedModule>
}

/** Open the memory of an issue. */
export async function openCompositionMemory(
  request: MemoryRequest
): Promise<CompositionMemory> {
  const {disk, glyphKey, name, pageNumbers, storyKey} = request
  const before = new Map<number, PageMemory>()
  const after = new Map<number, PageMemory>()
  const looks = new Map<ComposedModule, string>()
  const changed = new Set<number>()
  for (const pageNumber of pageNumbers) {
    before.set(
      pageNumber,
      (await readPacked<PageMemory>(disk, fileKey(pageNumber))) ?? openPage()
    )
    after.set(pageNumber, openPage())
  }

  return {
    recallCastOff: (pageNumber, castOff) =>
      recallCastOff(castOff, {
        find: (slug, setting) => findAnswers(pageNumber, slug, setting),
        onAnswer: () => changed.add(pageNumber)
      }),
    recallModule,
    looksOf: (module) => looks.get(module) ?? hashText(JSON.stringify(module)),
    keep
  }

  function findAnswers(
    pageNumber: number,
    slug: string,
    setting: string
  ): CastOffAnswers {
    const key = storyKey(slug, pageNumber)
    const known = before.get(pageNumber)?.casts.get(key)?.get(setting)
    const answers = known ?? openAnswers()
    const casts = after.get(pageNumber)?.casts
    const ofStory = casts?.get(key) ?? new Map<string, CastOffAnswers>()
    casts?.set(key, ofStory.set(setting, answers))
    return answers
  }

  function recallModule(
    planned: PlannedModule,
    pageNumber: number,
    set: () => ComposedModule
  ): ComposedModule {
    const story = storyKey(planned.slug, pageNumber)
    const look = hashText(`${story} ${JSON.stringify(planned)}`)
    const key = `${look} ${glyphKey}`
    const known = before.get(pageNumber)?.modules.get(key)
    if (!known) changed.add(pageNumber)
    const module = known ?? set()
    after.get(pageNumber)?.modules.set(key, module)
    looks.set(module, look)
    return module
  }

  async function keep(): Promise<void> {
    for (const [pageNumber, memory] of after) {
      if (!changed.has(pageNumber)) continue
      await disk.writeCache(fileKey(pageNumber), serialize(memory))
    }
  }

  function fileKey(pageNumber: number): string {
    const from = [name, String(pageNumber)]
    return stepKey({step: 'composition', version: 3, from})
  }
}

function openAnswers(): CastOffAnswers {
  return {
    facts: {},
    legs: new Map(),
    breaks: new Map(),
    jumps: new Map(),
    cuts: new Map()
  }
}

function openPage(): PageMemory {
  return {casts: new Map(), modules: new Map()}
}

// What the copy desk and the proof desk found out in earlier runs: manuscripts
// without notes are neither parsed nor proofread again until they change.

import {deserialize, serialize} from 'node:v8'
import type {VFile} from 'vfile'
import type {Story} from '../model/story.ts'
import type {Disk} from './machines.ts'
import {readPacked} from './read-packed.ts'
import {hashBytes, hashText, stepKey} from './step-key.ts'

/** Remembers manuscripts. */
export interface CopyMemory {
  /** Parse a manuscript, unless it was parsed before and nothing was noted. */
  recallStory(file: VFile, path: string, parse: () => Story): Story
  /** Proofread a story, unless it was before and nothing was noted. */
  recallProof(story: Story, file: VFile, proofread: () => void): void
  /** Keep it for the next run. */
  keep(): Promise<void>
}

/** What a memory is of. */
export interface CopyMemoryRequest {
  /** Name of the issue: its next run finds it again. */
  name: string
  /** All that decides how a manuscript is parsed, besides itself. */
  settings: ReadonlyArray<string>
  disk: Disk
}

interface Remembered {
  /** Stories, packed as they were when they were parsed, by key. */
  stories: Map<string, Uint8Array>
  /** Stories that were proofread, by hash. */
  proofs: Set<string>
}

/** Open the memory of an issue. */
export async function openCopyMemory(
  request: CopyMemoryRequest
): Promise<CopyMemory> {
  const {disk, name} = request
  const fileKey = stepKey({step: 'copy', version: 1, from: [name]})
  const settings = hashText(JSON.stringify(request.settings))
  const before =
    (await readPacked<Remembered>(disk, fileKey)) ?? openRemembered()
  const after = openRemembered()
  let hasChanged = false

  return {recallStory, recallProof, keep}

  function recallStory(file: VFile, path: string, parse: () => Story): Story {
    const {value} = file
    const copy = typeof value === 'string' ? hashText(value) : undefined
    const hash = copy ?? hashBytes(value instanceof Uint8Array ? value : empty)
    const key = hashText(JSON.stringify([settings, path, hash]))
    const known = before.stories.get(key)
    if (known) {
      after.stories.set(key, known)
      const story: Story = deserialize(known)
      return story
    }
    const noteCount = file.messages.length
    const story = parse()
    if (file.messages.length === noteCount) {
      // Packed at once: what is done to it later is done again next time.
      after.stories.set(key, serialize(story))
      hasChanged = true
    }
    return story
  }

  function recallProof(story: Story, file: VFile, proofread: () => void): void {
    const hash = hashText(JSON.stringify(story))
    const isKnown = before.proofs.has(hash)
    const noteCount = file.messages.length
    if (!isKnown) proofread()
    if (file.messages.length > noteCount) return
    after.proofs.add(hash)
    if (!isKnown) hasChanged = true
  }

  async function keep(): Promise<void> {
    if (hasChanged) await disk.writeCache(fileKey, serialize(after))
  }
}

const empty = new Uint8Array()

function openRemembered(): Remembered {
  return {stories: new Map(), proofs: new Set()}
}

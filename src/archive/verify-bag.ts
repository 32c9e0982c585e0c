// Checking one bag: every byte against its manifests, then what its
// descriptions say.

import {VFile} from 'vfile'
import type {BagName, Shelf} from '../model/shelf.ts'
import {note} from '../note/note.ts'
import {
  bagRules,
  checkDescriptions,
  isDescription,
  type BagFile
} from '../preflight/preflight.ts'
import {nameBag, parseInfo, parseManifest, readText} from './read-bag.ts'

/** How to check. */
export interface VerifyBagOptions {
  /** Whether descriptions are read, or only hashed. */
  readsDescriptions: boolean
  onBytes(count: number): void
}

/** Check a bag; gives the files that have notes. */
export async function verifyBag(
  shelf: Pick<Shelf, 'hashFile' | 'listFiles' | 'readFile'>,
  bag: BagName,
  options: VerifyBagOptions
): Promise<Array<VFile>> {
  const name = nameBag(bag)
  const notes = new VFile({path: name})
  const found = await shelf.listFiles(bag)
  const present = new Map(found.map(({byteCount, path}) => [path, byteCount]))
  const recorded = new Map<string, string>()
  for (const path of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const text = await readText(shelf, bag, path)
    const {faults, lines} = parseManifest(text)
    for (const line of lines) recorded.set(line.path, line.hash)
    if (lines.length === 0 || faults.length > 0) {
      fault(
        bagRules.broken,
        `Unexpected \`${path}\` that is missing, empty or damaged, expected a manifest`
      )
    }
  }
  const declaration = await readText(shelf, bag, 'bagit.txt')
  if (!/^BagIt-Version: 1\.0\s/.test(declaration)) {
    fault(bagRules.broken, 'Unexpected `bagit.txt`, expected BagIt 1.0')
  }

  const info = parseInfo(await readText(shelf, bag, 'bag-info.txt'))
  const files = new Map<string, BagFile>()
  const extra = new Map<string, string>()
  for (const {byteCount, path} of found) {
    if (path === 'tagmanifest-sha256.txt') continue
    const hash = await shelf.hashFile(bag, path, options.onBytes)
    if (path.startsWith('data/')) {
      files.set(path.slice('data/'.length), {hash, byteCount})
    }
    const expected = recorded.get(path)
    if (expected === undefined) extra.set(path, hash)
    else if (hash !== expected) {
      fault(
        bagRules.changed,
        `Unexpected bytes in \`${path}\`, expected those it was put away with`
      )
    }
  }
  noteLost()
  checkSum()
  const described = options.readsDescriptions ? await readDescriptions() : []
  return [...(notes.messages.length > 0 ? [notes] : []), ...described]

  function fault(
    rule: (typeof bagRules)[keyof typeof bagRules],
    reason: string
  ): void {
    note(notes, rule, reason, {fix: rule.fix})
  }

  /** What is missing here may stand there under another name. */
  function noteLost(): void {
    for (const [path, hash] of recorded) {
      if (present.has(path)) continue
      const [other] = [...extra].find(([, one]) => one === hash) ?? []
      if (other === undefined) {
        fault(bagRules.missing, `Unexpected missing \`${path}\`, expected it`)
        continue
      }
      extra.delete(other)
      fault(
        bagRules.renamed,
        `Unexpected \`${other}\`, expected it to be called \`${path}\``
      )
    }
    for (const path of extra.keys()) {
      fault(bagRules.extra, `Unexpected file \`${path}\`, expected none there`)
    }
  }

  function checkSum(): void {
    let byteCount = 0
    for (const file of files.values()) byteCount += file.byteCount
    const sum = `${byteCount}.${files.size}`
    const expected = info.get('Payload-Oxum')
    if (expected === undefined || expected === sum) return
    fault(
      bagRules.broken,
      `Unexpected payload of \`${sum}\`, expected \`${expected}\` (bytes, files)`
    )
  }

  async function readDescriptions(): Promise<Array<VFile>> {
    const texts = new Map<string, string>()
    for (const path of files.keys()) {
      if (!isDescription(path)) continue
      texts.set(path, await readText(shelf, bag, `data/${path}`))
    }
    return checkDescriptions({name, files, texts})
  }
}

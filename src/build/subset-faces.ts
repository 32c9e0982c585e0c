// Faces of an issue, cut down to its characters: one small file per face that
// composition measures and painters embed.

import type {Issue} from '../model/issue.ts'
import type {CutGlyphs} from '../model/press.ts'
import type {TemplateFace} from '../model/template-settings.ts'
import {note, type Rule} from '../note/note.ts'
import type {JobFace} from '../render/renderer.ts'
import type {Template} from '../template/template.ts'
import {
  cutFace,
  findEmbeddingLimit,
  hasCffOutlines,
  openFaces,
  openGlyphCutter,
  openSubsetter,
  toTrueType,
  type FaceFile,
  type FaceTable,
  type Subsetter
} from '../type/type.ts'
import {collectIssueCharacters} from './collect-characters.ts'
import type {Machines} from './machines.ts'
import type {OpenTemplates} from './open-templates.ts'
import type {StepRunner} from './run-step.ts'
import {hashBytes, hashText} from './step-key.ts'

/** Fonts, ready to measure and to embed. */
export interface SubsetFaces {
  table: FaceTable
  /** Subset files, by face, as Chromium can embed them: TrueType. */
  files: ReadonlyMap<string, Uint8Array>
  /** The same with the outlines they came with; glyphs have the same numbers. */
  pressFiles: ReadonlyMap<string, Uint8Array>
  /** Hash of the file each face came from. */
  hashes: ReadonlyMap<string, string>
  /** Cuts press files down to glyphs. */
  cutGlyphs: CutGlyphs
  /** Whole files of the faces outputs that reflow want. */
  whole: ReadonlyMap<string, JobFace>
}

/** Rule: a face may be embedded. */
export const fontNotEmbeddable: Rule = {
  id: 'font-not-embeddable',
  level: 'error'
}

/** Where HarfBuzz's subsetter is, among the packages. */
const subsetterPath = 'harfbuzzjs/dist/harfbuzz-subset.wasm'

const limits = {
  bitmaps: 'lets only its bitmaps be embedded',
  embedding: 'must not be embedded',
  subsetting: 'must not be cut down'
}

/** Cut down every face the issue's templates name. */
export async function subsetFaces(
  issue: Issue,
  templates: OpenTemplates,
  machines: Machines,
  runner: StepRunner
): Promise<SubsetFaces> {
  const characters = collectIssueCharacters(issue, [
    ...templates.byName.values()
  ])
  const subsetter = await openSubsetter(
    await machines.disk.readFont(subsetterPath, '')
  )
  const files = new Map<string, Uint8Array>()
  const pressFiles = new Map<string, Uint8Array>()
  const hashes = new Map<string, string>()
  const whole = new Map<string, JobFace>()
  const faces = new Map<string, FaceFile>()

  for (const template of templates.byName.values()) {
    for (const [name, face] of Object.entries(template.faces)) {
      if (files.has(name)) continue
      const original = await machines.disk.readFont(face.file, template.name)
      checkEmbedding(name, face, original, template, templates)
      const hash = hashText(
        JSON.stringify([hashBytes(original), face.index, face.axes])
      )
      const cut = await runner.run({
        name: `font ${name}`,
        version: 2,
        from: [hash, hashText(characters)],
        run: () => cutBoth(original, characters, face, subsetter)
      })
      files.set(name, cut.screen)
      pressFiles.set(name, cut.press)
      hashes.set(name, hash)
      // One face of many, or at one place of its axes, is only in the cut file.
      const isOneOfMany = face.index !== undefined || face.axes !== undefined
      whole.set(name, {name, value: isOneOfMany ? cut.press : original})
      faces.set(name, {value: cut.screen, fallback: face.fallback})
    }
  }

  return {
    table: await openFaces(faces),
    files,
    pressFiles,
    hashes,
    cutGlyphs: openGlyphCutter(subsetter, pressFiles),
    whole
  }
}

async function cutBoth(
  original: Uint8Array,
  characters: string,
  {axes, index}: TemplateFace,
  subsetter: Subsetter
): Promise<{press: Uint8Array; screen: Uint8Array}> {
  const press = await cutFace(original, characters, subsetter, {
    ...(index === undefined ? {} : {index}),
    ...(axes === undefined ? {} : {axes})
  })
  return {press, screen: hasCffOutlines(press) ? toTrueType(press) : press}
}

function checkEmbedding(
  name: string,
  face: TemplateFace,
  original: Uint8Array,
  template: Template,
  templates: OpenTemplates
): void {
  const limit = findEmbeddingLimit(original, face.index)
  const path = `templates/${template.name}/template.yaml`
  const file = templates.files.find((one) => one.path === path)
  if (!limit || !file) return
  note(
    file,
    fontNotEmbeddable,
    `Unexpected font \`${face.file}\` of \`${name}\` that ${limits[limit]}, expected one whose maker allows it`,
    {
      place: file.data.findYamlPlace?.(['faces', name, 'file']),
      fix: 'Ask its maker for a licence and a file that allow embedding, or use another font.'
    }
  )
}

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
import {hashText} from './step-key.ts'
import {openUnpacker, type FoundFont} from './unpack-faces.ts'

/** Fonts, ready to measure and to embed. */
export interface SubsetFaces {
  table: FaceTable
  /** Subset files, by face, as Chromium can embed them: TrueType. */
  files: ReadonlyMap<string, Uint8Array>
  /** The same with the outlines they came with; glyphs have the same numbers. */
  pressFiles: ReadonlyMap<string, Uint8Array>
  /** Hash of the file each face came from. */
  hashes: ReadonlyMap<string, string>
  /** Names the numbers that glyphs have in the files. */
  glyphKey: string
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

/** Rule: what is done to a face for the screen is said. */
export const fontConverted: Rule = {id: 'font-converted', level: 'info'}

/** Where HarfBuzz's subsetter is, among the packages. */
const subsetterPath = 'harfbuzzjs/dist/harfbuzz-subset.wasm'

const limits = {
  bitmaps: 'lets only its bitmaps be embedded',
  embedding: 'must not be embedded',
  subsetting: 'must not be cut down'
}

/** What comes of cutting a face down. */
interface CutFiles {
  press: Uint8Array
  screen: Uint8Array
  /** What its maker does not allow. */
  limit?: keyof typeof limits
}

/** Cut down every face the issue's templates name. */
export async function subsetFaces(
  issue: Issue,
  templates: OpenTemplates,
  machines: Machines,
  runner: StepRunner
): Promise<SubsetFaces> {
  const {disk} = machines
  const characters = collectIssueCharacters(issue, [
    ...templates.byName.values()
  ])
  const subsetter = openSubsetter(async () =>
    (await disk.findFont(subsetterPath, '')).read()
  )
  const files = new Map<string, Uint8Array>()
  const pressFiles = new Map<string, Uint8Array>()
  const hashes = new Map<string, string>()
  const whole = new Map<string, JobFace>()
  const faces = new Map<string, FaceFile>()

  const named = listFaces(templates)
  const found = new Map<string, FoundFont>()
  for (const [name, {face, template}] of named) {
    const font = await disk.findFont(face.file, template.name)
    found.set(name, {font, path: face.file})
  }
  const unpack = openUnpacker(found)

  for (const [name, {face, template}] of named) {
    const font = found.get(name)?.font
    if (!font) continue
    const describe = async (): Promise<string> =>
      JSON.stringify([await font.hash(), face.index, face.axes])
    const cut = await runner.run({
      name: `font ${name}`,
      version: 3,
      from: async () => [await describe(), hashText(characters)],
      run: async () =>
        cutBoth(
          await unpack(name, await subsetter.openRoom()),
          characters,
          face,
          subsetter
        )
    })
    noteFace(name, face, cut, template, templates)
    files.set(name, cut.screen)
    pressFiles.set(name, cut.press)
    if (disk.hasCache) hashes.set(name, hashText(await describe()))
    // One face of many, or at one place of its axes, is only in the cut file.
    const isOneOfMany = face.index !== undefined || face.axes !== undefined
    whole.set(name, {
      name,
      read: async () => (isOneOfMany ? cut.press : font.read())
    })
    faces.set(name, {value: cut.screen, fallback: face.fallback})
  }

  // Whole fonts were in it; pages are cut from what is left of them.
  subsetter.rest()
  return {
    table: await openFaces(faces),
    files,
    pressFiles,
    hashes,
    glyphKey: hashText(JSON.stringify([characters, [...hashes]])),
    cutGlyphs: openGlyphCutter(subsetter, pressFiles),
    whole
  }
}

interface NamedFace {
  face: TemplateFace
  template: Template
}

/** Faces by name; of two of one name, the first counts. */
function listFaces(templates: OpenTemplates): Map<string, NamedFace> {
  const named = new Map<string, NamedFace>()
  for (const template of templates.byName.values()) {
    for (const [name, face] of Object.entries(template.faces)) {
      if (!named.has(name)) named.set(name, {face, template})
    }
  }
  return named
}

async function cutBoth(
  original: Uint8Array,
  characters: string,
  {axes, index}: TemplateFace,
  subsetter: Subsetter
): Promise<CutFiles> {
  // Cutting may move the memory that the font is in.
  const limit = findEmbeddingLimit(original, index)
  const press = await cutFace(original, characters, subsetter, {
    ...(index === undefined ? {} : {index}),
    ...(axes === undefined ? {} : {axes})
  })
  return {
    press,
    screen: hasCffOutlines(press) ? toTrueType(press) : press,
    ...(limit ? {limit} : {})
  }
}

function noteFace(
  name: string,
  face: TemplateFace,
  {limit, press}: CutFiles,
  template: Template,
  templates: OpenTemplates
): void {
  const path = `templates/${template.name}/template.yaml`
  const file = templates.files.find((one) => one.path === path)
  if (!file) return
  // The place is asked for only where it is needed: a design that was remembered
  // has to be read again for it.
  const findPlace = () => file.data.findYamlPlace?.(['faces', name, 'file'])
  if (limit) {
    note(
      file,
      fontNotEmbeddable,
      `Unexpected font \`${face.file}\` of \`${name}\` that ${limits[limit]}, expected one whose maker allows it`,
      {
        place: findPlace(),
        fix: 'Ask its maker for a licence and a file that allow embedding, or use another font.'
      }
    )
  }
  if (hasCffOutlines(press)) {
    note(
      file,
      fontConverted,
      `Unexpected OpenType/CFF outlines in font \`${face.file}\` of \`${name}\`, expected TrueType for the screen PDF; they were converted there, and the press PDF keeps them`,
      {
        place: findPlace(),
        fix: 'Nothing needs doing; if its maker has a TrueType file, name that to have it unchanged on screens, too.'
      }
    )
  }
}

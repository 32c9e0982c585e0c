// Fonts of an EPUB: each face cut down to exactly the characters it shows.
//
// TrueType, because Kobo and Kindle take no WOFF2. What the body's face lacks is
// looked for in the other faces and embedded as a family of its own, which
// stylesheets name next.

import type {JobFace} from '../renderer.ts'
import type {FaceText} from './face-text.ts'
import {readFaceCharacters} from './read-face-characters.ts'

/** A font file in the EPUB. */
export interface EmbeddedFace {
  id: string
  /** Path in the EPUB, from the stylesheet. */
  href: string
  family: string
  weight: 'bold' | 'normal'
  style: 'italic' | 'normal'
  value: Uint8Array
}

/** Cut a font down to some characters; gives TrueType. */
export type SubsetFace = (
  value: Uint8Array,
  text: string
) => Promise<Uint8Array>

/** What to embed. */
export interface EmbedOptions {
  faces: ReadonlyMap<string, JobFace>
  text: FaceText
  lang: string
  subsetFace: SubsetFace
}

// Names of faces that can do a job, best first.
const bodyNames = {han: ['song', 'serif'], latin: ['serif', 'song']} as const
const boldNames = {
  han: ['songBold', 'serif-bold', 'serifBold'],
  latin: ['serif-bold', 'serifBold', 'songBold']
} as const
const italicNames = ['serif-italic', 'serifItalic'] as const
const kaiNames = ['kai'] as const
const moreNames = ['song', 'serif', 'kai', 'hei', 'sans'] as const
const maxMoreCount = 2

/** Make the fonts. */
export async function embedFaces(
  options: EmbedOptions
): Promise<Array<EmbeddedFace>> {
  const {faces, lang, subsetFace, text} = options
  const script = /^(?:zh|ja)\b/.test(lang) ? 'han' : 'latin'
  const embedded: Array<EmbeddedFace> = []
  const embed = async (
    names: ReadonlyArray<string>,
    characters: string,
    looks: Omit<EmbeddedFace, 'href' | 'value'>
  ) => {
    const name = names.find((candidate) => faces.has(candidate))
    const face = name === undefined ? undefined : faces.get(name)
    if (!face || !characters) return
    const value = await subsetFace(await face.read(), characters)
    if (readFaceCharacters(value).size === 0) return
    embedded.push({...looks, href: `font/${looks.id}.ttf`, value})
  }

  const serif = {family: 'qianzi-serif', style: 'normal'} as const
  await embed(bodyNames[script], text.body, {
    ...serif,
    id: 'serif-normal',
    weight: 'normal'
  })
  await embed(boldNames[script], text.bold, {
    ...serif,
    id: 'serif-bold',
    weight: 'bold'
  })
  // Han has no italics: stylesheets for it set emphasis in kai.
  await embed(script === 'han' ? [] : italicNames, text.italic, {
    ...serif,
    id: 'serif-italic',
    style: 'italic',
    weight: 'normal'
  })
  await embed(script === 'han' ? kaiNames : [], text.kai + text.italic, {
    id: 'kai-normal',
    family: 'qianzi-kai',
    style: 'normal',
    weight: 'normal'
  })
  return [...embedded, ...(await embedMore(options, embedded))]
}

async function embedMore(
  {faces, subsetFace, text}: EmbedOptions,
  embedded: ReadonlyArray<EmbeddedFace>
): Promise<Array<EmbeddedFace>> {
  const [body] = embedded
  if (!body) return []
  let missing = leave(text.body, readFaceCharacters(body.value))
  const more: Array<EmbeddedFace> = []

  for (const name of moreNames) {
    const face = faces.get(name)
    if (!missing || !face || more.length === maxMoreCount) continue
    const value = await subsetFace(await face.read(), missing)
    const left = leave(missing, readFaceCharacters(value))
    if (left.length === missing.length) continue
    missing = left
    const id = `more-${more.length + 1}`
    more.push({
      id,
      href: `font/${id}.ttf`,
      family: `qianzi-${id}`,
      style: 'normal',
      weight: 'normal',
      value
    })
  }
  return more
}

function leave(text: string, has: ReadonlySet<number>): string {
  return [...text]
    .filter((character) => !has.has(character.codePointAt(0) ?? 0))
    .join('')
}

/** Write the rules that declare the fonts. */
export function declareFaces(faces: ReadonlyArray<EmbeddedFace>): string {
  return faces
    .map(
      ({family, href, style, weight}) =>
        `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: url("${href}"); }\n`
    )
    .join('')
}

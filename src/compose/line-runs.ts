// What lines across and lines down share: how long a broken line is, and which
// run an atom's glyphs belong to.

import type {Run} from '../model/page.ts'
import type {Atom} from './atoms.ts'
import type {BrokenLine} from './fit-line.ts'
import type {InlineStyle} from './inline.ts'

/** Measure a broken line from its first atom to its end, in points. */
export function measureBroken(
  atoms: ReadonlyArray<Atom>,
  broken: BrokenLine
): number {
  let lengthPt = broken.indentPt + broken.trailPt
  for (let index = broken.start; index < broken.end; index++) {
    const gapPt = broken.gapsPt[index - broken.start] ?? 0
    lengthPt += (atoms[index]?.widthPt ?? 0) + gapPt
  }
  return lengthPt
}

/** Find the run that an atom's next glyphs go on with, its rise aside. */
export function findRun(
  last: Run | undefined,
  face: string,
  {annotation, style}: Atom,
  isFirst: boolean
): Run | undefined {
  // What has ruby is a run of its own: ruby belongs to all of it.
  const goesOn = annotation === undefined ? !last?.ruby : !isFirst
  return last && goesOn && last.face === face && looksLike(last, style)
    ? last
    : undefined
}

/** Begin a run in a face and a style; its rise is for lines across alone. */
export function toRun(
  face: string,
  style: InlineStyle,
  annotation?: string
): Run {
  return {
    type: 'run',
    face,
    sizePt: style.sizePt,
    color: style.color,
    lang: style.lang,
    glyphs: [],
    ...(style.mark ? {mark: style.mark} : {}),
    ...(style.link ? {link: style.link} : {}),
    ...(annotation === undefined ? {} : {ruby: annotation})
  }
}

function looksLike(run: Run, style: InlineStyle): boolean {
  return (
    run.sizePt === style.sizePt &&
    run.color === style.color &&
    run.mark === style.mark &&
    run.link === style.link &&
    run.lang === style.lang
  )
}

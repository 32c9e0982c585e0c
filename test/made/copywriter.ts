// Who writes made-up copy: one for every language, all asked alike.

import type {Dice} from './open-dice.ts'

/** Names a story keeps to from its first line to its last. */
export type Scene = Readonly<Record<string, string>>

/** Somebody who never runs out of copy. */
export interface Copywriter {
  publication: string
  lang: string
  staff: Readonly<Record<string, string>>
  sections: ReadonlyArray<string>
  /** Part of a column line that an average character takes: 13 to a line is `1/13`. */
  charactersPerEm: number
  /** Title of a column of briefs. */
  briefsTitle: string
  toScene(dice: Dice): Scene
  sentence(dice: Dice, scene: Scene): string
  headline(dice: Dice, scene: Scene): string
  kicker(dice: Dice, scene: Scene): string
  deck(dice: Dice, scene: Scene): string
  summary(dice: Dice, scene: Scene): string
  byline(dice: Dice, scene: Scene): string
  /** Opening of a news item, up to its first sentence. */
  leadIn(dice: Dice, scene: Scene): string
  crosshead(dice: Dice, scene: Scene): string
  pullQuote(dice: Dice, scene: Scene): string
  caption(dice: Dice, scene: Scene): string
  credit(dice: Dice, scene: Scene): string
  boxTitle: string
  listItem(dice: Dice, scene: Scene): string
  footnote(dice: Dice, scene: Scene): string
  /** Markdown table. */
  table(dice: Dice, scene: Scene): string
  advertisement(dice: Dice, scene: Scene): {headline: string; body: string}
  filler(dice: Dice, scene: Scene): {headline: string; body: string}
}

/**
 * Fill a pattern: `{name}` from the scene or the word list, `{3-90}` with a
 * number of the range.
 */
export function fillPattern(
  pattern: string,
  dice: Dice,
  scene: Scene,
  words: Readonly<Record<string, ReadonlyArray<string>>>
): string {
  return pattern.replace(/\{([^{}]+)\}/g, (_whole, name: string) => {
    const range = /^(\d+)-(\d+)$/.exec(name)
    if (range) return String(dice.between(Number(range[1]), Number(range[2])))
    const kept = scene[name]
    if (kept !== undefined) return kept
    const list = words[name]
    if (!list) throw new TypeError(`Unexpected \`{${name}}\` in a pattern`)
    return fillPattern(dice.pick(list), dice, scene, words)
  })
}

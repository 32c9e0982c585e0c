// Rule: marks as GB/T 15834-2011 uses them, as far as form alone tells.

import type {CopyRule} from './copy-rule.ts'
import type {Finding, Passage} from './passage.ts'

interface Pattern {
  pattern: RegExp
  expected: string
  fix: string
}

const patterns: ReadonlyArray<Pattern> = [
  {
    pattern: /。{2,}|…(?!…)(?<!……)|(?<!\.)\.{3,}|·{3,}/g,
    expected: '`……`',
    fix: 'Write the ellipsis as `……`: six dots.'
  },
  {
    pattern: /[，、；：]{2,}|[，、；：][。，]|[。！？][，、；]/g,
    expected: 'one mark',
    fix: 'Keep the mark that fits, and take the other out.'
  },
  {
    pattern: /……(?:等等|等)(?=[。，；]|$)/g,
    expected: '`……` or `等`, not both',
    fix: 'Take `……` or `等` out: both say that there is more.'
  },
  {
    pattern:
      /、(?=(?:和|及|以及|或者)(?!平|睦|谐|顺|声|煦|美|善)\p{Script=Han})/gu,
    expected: 'no `、` before a word that joins',
    fix: 'Take `、` out: the word after it joins already.'
  },
  {
    pattern: /(?<=\p{Script=Han})(?:--+|—(?!—)(?<!——)(?=\p{Script=Han}))/gu,
    expected: '`——`',
    fix: 'Write the dash as `——`: two hanzi wide.'
  },
  {
    pattern: /(?<=\p{Script=Han})[·•](?=[，。；：])|^[，。、；：？！）》”’]/gu,
    expected: 'no mark there',
    fix: 'Take the mark out, or put it where its sentence ends.'
  },
  {
    pattern: /[！？]{3,}/g,
    expected: 'two at most',
    fix: 'Leave one mark, or two.'
  },
  {
    pattern: /(?<=\p{Script=Han}) +(?=[，。；：！？、）》”])/gu,
    expected: 'no space before a mark',
    fix: 'Take the space out.'
  }
]
// A lone 一字线 between places, days and numbers is right: 社区—网格, 9月—10月.
const line = /—/

/** The rule. */
export const markUsage: CopyRule = {
  id: 'mark-usage',
  level: 'warning',
  lang: 'zh',
  errorCount: 1,
  what: 'A punctuation mark is not used as GB/T 15834 has it.',
  why: 'Marks that are doubled, halved or out of place stop readers, and count as errors.',
  fix: 'Write the mark as the note says.',
  find
}

function find({text}: Passage): Array<Finding> {
  return patterns.flatMap(({expected, fix, pattern}) =>
    [...text.matchAll(pattern)]
      .filter(([all]) => !(line.test(all) && all.length === 1))
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        reason: `Unexpected \`${match[0]}\`, expected ${expected}`,
        fix
      }))
  )
}

// Doing what a note of a refused page asks for, to the manuscripts.

import sharp from 'sharp'
import type {PageFix} from '../../src/model/plan.ts'
import type {MadeFiles} from './make-issue.ts'

/** Do what a note asks for: as little and as much as it says. */
export async function applyFix(
  fix: PageFix,
  files: MadeFiles
): Promise<Array<MadeFiles>> {
  switch (fix.action) {
    case 'add':
      return [fix.leastCharacterCount, fix.mostCharacterCount].map((count) =>
        edit(`${fix.slug}.md`, (text) => {
          const words = '他们说这样的年景上一回还是二十年以前，'.repeat(count)
          return `${text}\n${words.slice(0, count - 1)}。\n`
        })
      )
    case 'cut':
      return [fix.leastCharacterCount, fix.mostCharacterCount].map((count) =>
        edit(`${fix.slug}.md`, (text) => cutCharacters(text, count))
      )
    case 'fill': {
      const fillers = fix.fillers.map(
        ({columnCount, lineCount}, index) =>
          [
            `filler-${index}.md`,
            `---\nkind: filler\nsize: {columns: ${columnCount}, lines: ${lineCount}}\n---\n\n# 节约用水\n`
          ] as const
      )
      const listed = edit(
        'issue.yaml',
        (text) => text + fillers.map(([name]) => `      - ${name}\n`).join('')
      )
      return [new Map([...listed, ...fillers])]
    }
    case 'move':
      return [
        edit('issue.yaml', (text) =>
          fix.slugs.reduce(
            (left, slug) => left.replace(`      - ${slug}.md\n`, ''),
            text
          )
        )
      ]
    case 'recrop': {
      const path = `photo/${fix.slug}.jpg`
      const photo = await sharp(files.get(path))
        .resize(Math.round(900 * fix.aspectRatio), 900, {fit: 'cover'})
        .jpeg()
        .toBuffer()
      return [new Map([...files, [path, photo]])]
    }
  }

  function edit(path: string, change: (text: string) => string): MadeFiles {
    const text = files.get(path)
    if (typeof text !== 'string') throw new TypeError(`Unexpected \`${path}\``)
    return new Map([...files, [path, change(text)]])
  }
}

/** Cut so many characters of copy, paragraph after paragraph from the end. */
function cutCharacters(text: string, count: number): string {
  const blocks = text.trimEnd().split('\n\n')
  let left = count
  while (left > 0) {
    const last = blocks.pop() ?? ''
    const mark = /^#+ /.exec(last)?.[0] ?? ''
    const length = last.length - mark.length
    if (length > left) blocks.push(last.slice(0, last.length - left))
    left -= length
  }
  return `${blocks.join('\n\n')}\n`
}

// `qianzi rules`: the pages that explain the rules, as Markdown.

import type {RulePage} from '../note/rule-page.ts'
import {didYouMean} from './did-you-mean.ts'
import type {Request} from './parse-arguments.ts'
import {rulePages} from './rule-pages.ts'
import type {ExitCode, World} from './world.ts'

/** Print or write the rules. */
export async function runRules(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const [asked] = request.arguments
  const pages = rulePages.filter(({id}) => !asked || id === asked)
  if (asked && pages.length === 0) {
    const ids = rulePages.map(({id}) => id)
    return `Unexpected rule \`${asked}\`, expected one that notes name${didYouMean(asked, ids)}`
  }

  const text = asked ? pages.map(toMarkdown).join('') : toReference(pages)
  const path = request.values.get('out')
  if (path === undefined) {
    world.write(text)
  } else {
    await world.writeFile(path, text)
    world.write(`${path}\n`)
  }
  return 0
}

/** Write the reference of rules as one page. */
export function toReference(pages: ReadonlyArray<RulePage>): string {
  const sorted = [...pages].sort((a, b) => (a.id < b.id ? -1 : 1))
  return `# Rules\n\nWhat the notes of Qianzi are about. An error stops the press; a warning stops it with \`--strict\`; an info is for the record.\n\n${sorted.map(toMarkdown).join('\n')}`
}

function toMarkdown(page: RulePage): string {
  const {fix, id, level, what, why} = page
  return `## ${id}\n\n*${level}* · ${what}\n\n${why}\n\n**Fix.** ${fix}\n`
}

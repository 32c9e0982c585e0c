// `qianzi archive find` and `qianzi archive list`.

import type {CatalogueQuery, Finding} from '../model/shelf.ts'
import {withArchive} from './open-archive.ts'
import type {Request} from './parse-arguments.ts'
import type {ExitCode, World} from './world.ts'

const usualLimit = 20

/** Find stories. */
export async function runArchiveFind(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const query = toQuery(request)
  if (typeof query === 'string') return query
  return withArchive(request, world, async (shelf, archive) => {
    await archive.settleCatalogue(shelf)
    const startedAt = world.now()
    const {count, findings} = shelf.catalogue.find(query)
    const milliseconds = world.now() - startedAt
    if (request.flags.has('json')) {
      const stories = findings.map((finding) => ({
        issue: finding.issueId,
        version: finding.version,
        publication: finding.publication,
        date: finding.date,
        snippet: archive.findSnippet(finding),
        ...finding.story
      }))
      world.write(JSON.stringify({count, stories}, undefined, 2) + '\n')
      return count > 0 ? 0 : 1
    }
    for (const finding of findings) {
      world.write(toLines(finding, archive.findSnippet(finding)))
    }
    world.write(
      `${count === 1 ? '1 story' : `${count} stories`}${findings.length < count ? `, ${findings.length} shown` : ''}  (${milliseconds.toFixed(1)} ms)\n`
    )
    return count > 0 ? 0 : 1
  })
}

/** List issues. */
export async function runArchiveList(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  return withArchive(request, world, async (shelf, archive) => {
    if (request.flags.has('seals')) {
      world.write(await archive.writeSeals(shelf))
      return 0
    }
    await archive.settleCatalogue(shelf)
    const bags = shelf.catalogue.listBags()
    if (request.flags.has('json')) {
      world.write(JSON.stringify({bags}, undefined, 2) + '\n')
      return 0
    }
    for (const bag of bags) {
      const {byteCount, date, pageCount, publication, storyCount} = bag
      world.write(
        `${date}  ${archive.nameBag(bag)}  ${publication}  ${pageCount} pages, ${storyCount} stories, ${(byteCount / 1e6).toFixed(1)} MB\n`
      )
    }
    const total = bags.reduce((sum, bag) => sum + bag.byteCount, 0)
    const issues = new Set(bags.map(({issueId}) => issueId)).size
    world.write(
      `${issues} issues in ${bags.length} versions, ${(total / 1e6).toFixed(1)} MB\n`
    )
    return 0
  })
}

function toQuery(request: Request): CatalogueQuery | string {
  const {values} = request
  const limit = Number(values.get('limit') ?? usualLimit)
  if (!Number.isInteger(limit) || limit < 1) {
    return `Unexpected \`--limit ${values.get('limit')}\`, expected a number from 1`
  }
  const query: CatalogueQuery = {text: request.arguments.join(' '), limit}
  for (const name of ['from', 'to'] as const) {
    const value = values.get(name)
    if (value === undefined) continue
    if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value)) {
      return `Unexpected \`--${name} ${value}\`, expected a date such as \`2022\`, \`2022-06\` or \`2022-06-01\``
    }
    query[name] = value
  }
  for (const name of ['author', 'kind', 'publication', 'section'] as const) {
    const value = values.get(name)
    if (value !== undefined) query[name] = value
  }
  return query
}

function toLines(
  {date, issueId, publication, story}: Finding,
  snippet: string
): string {
  const pages = story.pageNumbers.join(', ')
  const where = `${date}  ${publication}  ${story.kind}  page ${pages}  ${issueId}/${story.slug}`
  return `${story.title}\n  ${where}\n${snippet ? `  ${snippet}\n` : ''}`
}

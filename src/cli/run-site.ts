// `qianzi site`.

import type {SiteOptions, SiteResult} from '../build/make-site.ts'
import {didYouMean} from './did-you-mean.ts'
import type {Request} from './parse-arguments.ts'
import {formatSeconds} from './show-progress.ts'
import type {ExitCode, World} from './world.ts'

const skeletons = ['digital-paper'] as const

/** Make a site of published issues, or add to one. */
export async function runSite(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const outFolder = request.values.get('out')?.replace(/(?<=.)\/+$/, '')
  if (outFolder === undefined) {
    return 'Unexpected missing `--out`, expected `--out DIR`'
  }
  const url = request.values.get('url')?.replace(/\/+$/, '')
  if (url !== undefined && !/^https?:\/\/[^\s/]+/.test(url)) {
    return `Unexpected \`--url\` of \`${url}\`, expected an address that begins with \`https://\``
  }
  const compat = request.values.get('compat')
  if (compat !== undefined && compat !== 'digital-paper') {
    return `Unexpected \`--compat\` of \`${compat}\`, expected \`digital-paper\`${didYouMean(compat, skeletons)}`
  }
  const folders = await findPublished(request.arguments, world)
  if (typeof folders === 'string') return folders

  const start = world.now()
  const options: SiteOptions = {
    folders,
    outFolder,
    ...(url === undefined ? {} : {url}),
    foldsScript: !request.flags.has('exact-script'),
    isCompatible: compat !== undefined,
    isAnew: request.flags.has('anew') || folders.length === 0,
    version: world.version,
    onIssue: (folder) => {
      if (world.isTerminal) world.writeError(`  ${folder}\n`)
    }
  }
  const result = await world.makeSite(options)
  if (request.flags.has('json')) {
    world.write(JSON.stringify(result, undefined, 2) + '\n')
  } else show(result, outFolder, world.now() - start, world)
  return result.problems.length > 0 ? 1 : 0
}

function show(
  result: SiteResult,
  outFolder: string,
  milliseconds: number,
  world: World
): void {
  const {changed, issueCount, notes, problems, storyCount, writtenCount} =
    result
  for (const problem of problems) world.writeError(`error ${problem}\n`)
  for (const note of notes) world.writeError(`warning ${note}\n`)
  if (problems.length > 0) return
  world.write(
    `${outFolder}: ${issueCount} issues, ${storyCount} stories; ${changed.length} issues new or changed, ${writtenCount} files written in ${formatSeconds(milliseconds)}\n`
  )
}

async function findPublished(
  named: ReadonlyArray<string>,
  world: World
): Promise<ReadonlyArray<string> | string> {
  const folders: Array<string> = []
  for (const given of named) {
    const folder = given.replace(/(?<=[^/\\])[/\\]+$/, '')
    const names = await world.listFolder(folder)
    if (!names)
      return `Unexpected folder \`${folder}\`, expected one that exists`
    if (names.includes('edition.json')) {
      folders.push(folder)
      continue
    }
    const before = folders.length
    for (const name of names) {
      const inside = await world.listFolder(`${folder}/${name}`)
      if (inside?.includes('edition.json')) folders.push(`${folder}/${name}`)
    }
    if (folders.length === before) {
      return `Unexpected folder \`${folder}\` without a published issue, expected an \`edition.json\` in it or in the folders inside; publish one with \`qianzi build\``
    }
  }
  return folders
}

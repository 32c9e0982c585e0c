// `qianzi build` and `qianzi check`.

import type {BuildResult, OutputName} from '../build/build.ts'
import {stopsThePress} from '../note/note.ts'
import {checkEncoding} from './check-encoding.ts'
import {didYouMean} from './did-you-mean.ts'
import {findIssues, type IssueFolder} from './find-issues.ts'
import {formatNotes, toPlainNotes} from './format-notes.ts'
import type {Request} from './parse-arguments.ts'
import {formatSeconds, openProgressBoard} from './show-progress.ts'
import {toSarif} from './to-sarif.ts'
import type {ExitCode, Press, World} from './world.ts'

/**
 * What can be asked for. Types only are imported from the build, so that help
 * and mistakes are answered without loading the press.
 */
const outputs: Readonly<Record<OutputName, true>> = {
  press: true,
  screen: true,
  epub: true,
  web: true
}

/** Folder of issues, where none is named. */
const usualFolder = 'manuscript'

/** Folder to publish into, where none is named. */
const usualOutFolder = 'dist/issue'

/** Build or check issues. */
export async function runBuild(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const to = parseOutputs(request.values.get('to'))
  if (typeof to === 'string') return to
  const problem = checkEncoding(request.values.get('encoding'))
  if (problem) return problem
  const alternativeCount = parseCount(request.values.get('alternatives'))
  if (alternativeCount === undefined) {
    return `Unexpected \`--alternatives ${request.values.get('alternatives')}\`, expected a number from 0 to ${mostAlternatives}`
  }
  const {arguments: named} = request
  const folders = named.length > 0 ? named : [usualFolder]
  const issues = await findIssues(folders, world)
  if (typeof issues === 'string') return issues
  const twice = findTwice(issues)
  if (twice) return twice

  const format = parseFormat(request)
  if (!isFormat(format)) return format

  const browser = request.values.get('browser')
  const press = await world.openPress({
    ...(browser ? {browser} : {}),
    usesCache: !request.flags.has('no-cache')
  })
  try {
    const results: Array<BuildResult> = []
    for (const issue of issues) {
      const order = {issue, to, alternativeCount}
      const result = await buildOne(order, request, press, world)
      results.push(result)
      if (format === 'text') show(result, request, world)
    }
    if (format === 'json') world.write(toJson(results))
    if (format === 'sarif') world.write(await writeSarif(results, world))
    return results.every((result) => isGood(result, request)) ? 0 : 1
  } finally {
    await press.close()
  }
}

const formats = ['text', 'json', 'sarif'] as const
type Format = (typeof formats)[number]

/** Read `--format` and `--json`; what is no format says what is wrong. */
function parseFormat(request: Request): string {
  if (request.flags.has('json')) return 'json'
  const value = request.values.get('format') ?? 'text'
  if (isFormat(value)) return value
  return `Unexpected format \`${value}\`, expected one of ${formats.join(', ')}${didYouMean(value, formats)}`
}

function isFormat(value: string): value is Format {
  return formats.some((format) => format === value)
}

/** Rules know all rooms: they are loaded only when they are asked for. */
async function writeSarif(
  results: ReadonlyArray<BuildResult>,
  world: World
): Promise<string> {
  const {rulePages} = await import('./rule-pages.ts')
  const notes = results.flatMap(({files}) => toPlainNotes(files))
  return toSarif(notes, rulePages, world.version)
}

/** What to build. */
interface Order {
  issue: IssueFolder
  to: ReadonlyArray<OutputName>
  alternativeCount: number
}

async function buildOne(
  {alternativeCount, issue, to}: Order,
  request: Request,
  press: Press,
  world: World
): Promise<BuildResult> {
  const encoding = request.values.get('encoding')
  const board = openProgressBoard(issue.issueId, world)
  try {
    return await world.buildIssue(
      {
        ...issue,
        outFolder: request.values.get('out') ?? usualOutFolder,
        to,
        isStrict: request.flags.has('strict'),
        ...(alternativeCount > 0 ? {alternativeCount} : {}),
        ...(request.flags.has('fresh') ? {isFresh: true} : {}),
        ...(encoding ? {encoding} : {}),
        ...(request.command.name === 'check'
          ? {stopAfter: 'check' as const}
          : {}),
        onProgress: board.show
      },
      press.machines
    )
  } finally {
    board.close()
  }
}

/** Read `--to`; a string says what is wrong. */
function parseOutputs(
  value: string | undefined
): ReadonlyArray<OutputName> | string {
  const known = Object.keys(outputs).filter(isOutputName)
  if (value === undefined) return known
  const names = value.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !isOutputName(name))
  if (unknown !== undefined) {
    return `Unexpected output \`${unknown}\`, expected one of ${known.join(', ')}${didYouMean(unknown, known)}`
  }
  return known.filter((name) => names.includes(name))
}

/** Layouts that can be offered; more would hardly differ. */
const mostAlternatives = 12

/** Read `--alternatives`; \`undefined\` is no number of them. */
function parseCount(value: string | undefined): number | undefined {
  if (value === undefined) return 0
  const count = /^\d+$/.test(value) ? Number(value) : Infinity
  return count <= mostAlternatives ? count : undefined
}

function isOutputName(name: string): name is OutputName {
  return Object.hasOwn(outputs, name)
}

/** Two issues of one name would be published over each other. */
function findTwice(issues: ReadonlyArray<IssueFolder>): string | undefined {
  const seen = new Map<string, string>()
  for (const {folder, issueId} of issues) {
    const other = seen.get(issueId)
    if (other !== undefined) {
      return `Unexpected issues \`${other}\` and \`${folder}\` of one name, expected folders of different names`
    }
    seen.set(issueId, folder)
  }
  return undefined
}

function isGood(result: BuildResult, request: Request): boolean {
  return request.command.name === 'check'
    ? !stopsThePress(result.files, request.flags.has('strict'))
    : result.isPublished
}

function show(result: BuildResult, request: Request, world: World): void {
  world.write(formatNotes(result.files, world.hasColor))
  const {issueId, outFolder, timings} = result

  if (request.command.name === 'check') {
    const verdict = isGood(result, request) ? 'ready to print' : 'not ready'
    world.write(`${issueId}: ${verdict}\n`)
    if (request.flags.has('score')) world.write(formatScore(result))
    return
  }
  if (!result.isPublished) {
    world.write(`${issueId}: not published, stopped by notes\n`)
    return
  }

  const milliseconds = timings.reduce((sum, item) => sum + item.milliseconds, 0)
  world.write(`${issueId}: published in ${formatSeconds(milliseconds)}\n`)
  for (const line of listOutputs(result.outputs)) {
    world.write(`  ${outFolder}/${line}\n`)
  }
}

function formatScore({errorRate, issueId}: BuildResult): string {
  if (!errorRate)
    return `${issueId}: no score, the pages could not be composed\n`
  const {characterCount, errorCount, passes, perTenThousand} = errorRate
  const verdict = passes ? 'within the limit of 3' : 'over the limit of 3'
  return `${issueId}: ${errorCount} errors in ${characterCount} characters, ${perTenThousand} in ten thousand, ${verdict}\n`
}

/** List the files people open, and count those around them. */
function listOutputs(paths: ReadonlyArray<string>): Array<string> {
  const folders = Map.groupBy(paths, (path) => path.split('/')[0] ?? path)
  return [...folders].map(([folder, inside]) => {
    const [only, ...others] = inside
    if (others.length === 0) return only ?? folder
    const index = inside.find((path) => path === `${folder}/index.html`)
    return `${index ?? `${folder}/`} (${inside.length} files)`
  })
}

function toJson(results: ReadonlyArray<BuildResult>): string {
  const issues = results.map((result) => ({
    id: result.issueId,
    isPublished: result.isPublished,
    outFolder: result.outFolder,
    outputs: result.outputs,
    timings: result.timings,
    ...(result.errorRate ? {errorRate: result.errorRate} : {}),
    notes: toPlainNotes(result.files)
  }))
  return JSON.stringify({issues}, undefined, 2) + '\n'
}

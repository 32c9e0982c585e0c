// `qianzi archive add`.

import type {AddedIssue} from '../archive/archive.ts'
import {checkEncoding} from './check-encoding.ts'
import {findIssues, type IssueFolder} from './find-issues.ts'
import {formatNotes, toPlainNotes} from './format-notes.ts'
import {withArchive, type ArchiveWork} from './open-archive.ts'
import type {Request} from './parse-arguments.ts'
import {openProgressBar} from './show-bar.ts'
import {formatSeconds, openProgressBoard} from './show-progress.ts'
import type {ExitCode, Press, World} from './world.ts'

/** What came of one issue, as it is printed. */
type Result = Omit<AddedIssue, 'outcome'> & {
  folder: string
  outcome: AddedIssue['outcome'] | 'failed'
}

/** A share of the issues. */
interface Shard {
  /** Counted from 1. */
  number: number
  count: number
}

/** Add issues to an archive. */
export async function runArchiveAdd(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const problem = checkEncoding(request.values.get('encoding'))
  if (problem) return problem
  const shard = parseShard(request.values.get('shard'))
  if (typeof shard === 'string') return shard
  const jobCount = parseCount(request.values.get('jobs'))
  if (jobCount === undefined) {
    return `Unexpected \`--jobs ${request.values.get('jobs')}\`, expected a number from 1`
  }
  const found = await findIssues(request.arguments, world)
  if (typeof found === 'string') return found
  const issues = found.filter(
    (_, index) => index % shard.count === shard.number - 1
  )

  return withArchive(
    request,
    world,
    (shelf, archive) =>
      jobCount > 1 && issues.length > 1
        ? runJobs(request, world, shard, Math.min(jobCount, issues.length))
        : addAll(issues, request, world)(shelf, archive),
    {isNew: true}
  )
}

function addAll(
  issues: ReadonlyArray<IssueFolder>,
  request: Request,
  world: World
): ArchiveWork {
  return async (shelf, archive) => {
    await archive.settleCatalogue(shelf)
    const browser = request.values.get('browser')
    const press = await world.openPress({
      ...(browser ? {browser} : {}),
      usesCache: !request.flags.has('no-cache')
    })
    const isJson = request.flags.has('json')
    const bar = openProgressBar(world, toBarName(request))
    const results: Array<Result> = []
    try {
      for (const [index, issue] of issues.entries()) {
        if (issues.length > 1) {
          bar.show(index, issues.length, `${index}/${issues.length} issues`)
        }
        const result = await addOne(issue, request, world, press, {
          shelf,
          archive,
          isAlone: issues.length === 1
        })
        results.push(result)
        if (isJson) continue
        bar.close()
        show(result, world)
      }
    } finally {
      bar.close()
      await press.close()
    }
    if (isJson) world.write(toJson(results))
    else sum(results, world)
    return results.every(isGood) ? 0 : 1
  }
}

async function addOne(
  {folder, issueId}: IssueFolder,
  request: Request,
  world: World,
  press: Press,
  {
    archive,
    isAlone,
    shelf
  }: {
    archive: Parameters<ArchiveWork>[1]
    shelf: Parameters<ArchiveWork>[0]
    isAlone: boolean
  }
): Promise<Result> {
  const encoding = request.values.get('encoding')
  const board = isAlone ? openProgressBoard(issueId, world) : undefined
  const startedAt = world.now()
  try {
    const added = await archive.addIssue(
      {
        folder,
        issueId,
        isStrict: request.flags.has('strict'),
        isAgain: request.flags.has('again'),
        publishedFolder: request.values.get('out') ?? 'dist/issue',
        ...(encoding ? {encoding} : {}),
        engine: {name: 'qianzi', version: world.version},
        onProgress: (event) => board?.show(event)
      },
      press.machines,
      shelf
    )
    const time = formatSeconds(world.now() - startedAt)
    if (!isAlone && added.outcome === 'added') {
      world.writeError(`${added.issueId}  ${time.padStart(8)}\n`)
    }
    return {...added, folder}
  } catch (error) {
    // One bad issue among thousands is no reason to stop; a full disk is.
    if (isAlone || isFullDisk(error)) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return {issueId, folder, outcome: 'failed', reason, notes: []}
  } finally {
    board?.close()
  }
}

/** Share the issues out among processes; each opens the archive by itself. */
async function runJobs(
  request: Request,
  world: World,
  shard: Shard,
  jobCount: number
): Promise<ExitCode> {
  const passed: Array<string> = []
  for (const [name, value] of request.values) {
    if (name !== 'jobs' && name !== 'shard') passed.push(`--${name}`, value)
  }
  for (const name of request.flags)
    if (name !== 'json') passed.push(`--${name}`)

  const jobs = Array.from({length: jobCount}, (_, index) =>
    world.runBeside([
      'archive',
      'add',
      ...request.arguments,
      ...passed,
      '--json',
      '--shard',
      `${shard.number + shard.count * index}/${shard.count * jobCount}`
    ])
  )
  const issues: Array<unknown> = []
  let exitCode = 0
  let lostCount = 0
  for (const job of await Promise.all(jobs)) {
    exitCode = Math.max(exitCode, job.exitCode)
    const done = readIssues(job.output)
    if (done) issues.push(...done)
    else lostCount++
  }
  if (lostCount > 0) {
    world.writeError(
      `${lostCount} of ${jobCount} processes ended before they were done; run the same command again, it goes on where they were\n`
    )
  }
  if (request.flags.has('json')) {
    world.write(JSON.stringify({issues}, undefined, 2) + '\n')
    return exitCode === 0 ? 0 : 1
  }
  const outcomes = issues.map(readOutcome)
  for (const {line} of outcomes) world.write(line)
  sum(outcomes, world)
  return exitCode === 0 ? 0 : 1
}

/** Read what a process did; `undefined` where it did not come to say it. */
function readIssues(output: string): Array<unknown> | undefined {
  try {
    const value: unknown = JSON.parse(output)
    const hasIssues =
      typeof value === 'object' && value !== null && 'issues' in value
    return hasIssues && Array.isArray(value.issues) ? value.issues : undefined
  } catch {
    return undefined
  }
}

/** Name a bar after its share: several may write to one log. */
function toBarName({values}: Request): string {
  const shard = values.get('shard')
  return shard === undefined ? 'add' : `add ${shard}`
}

function readOutcome(value: unknown): {outcome: string; line: string} {
  const issue = new Map(
    typeof value === 'object' && value !== null ? Object.entries(value) : []
  )
  const outcome = String(issue.get('outcome'))
  const bag: unknown = issue.get('bag')
  const reason: unknown = issue.get('reason')
  return {
    outcome,
    line: toLine(String(issue.get('id')), outcome, {
      ...(typeof bag === 'string' ? {bag} : {}),
      ...(typeof reason === 'string' ? {reason} : {})
    })
  }
}

function isGood({outcome}: Result): boolean {
  return outcome === 'added' || outcome === 'same'
}

function isFullDisk(error: unknown): boolean {
  return error instanceof Error && /is full/.test(error.message)
}

function show(result: Result, world: World): void {
  if (result.outcome === 'stopped') {
    world.write(formatNotes(result.notes, world.hasColor))
  }
  world.write(
    toLine(result.issueId, result.outcome, {
      ...(result.bag ? {bag: toBagName(result)} : {}),
      ...(result.reason ? {reason: result.reason} : {})
    })
  )
}

function toLine(
  issueId: string,
  outcome: string,
  {bag, reason}: {bag?: string; reason?: string}
): string {
  switch (outcome) {
    case 'added':
      return `${issueId}: added as ${bag}\n`
    case 'same':
      return `${issueId}: already there as ${bag}\n`
    case 'stopped':
      return `${issueId}: not added, stopped by notes\n`
    default:
      return `${issueId}: not added\n  ${reason ?? 'unknown reason'}\n`
  }
}

function sum(results: ReadonlyArray<{outcome: string}>, world: World): void {
  if (results.length < 2) return
  const count = (names: ReadonlyArray<string>): number =>
    results.filter(({outcome}) => names.includes(outcome)).length
  world.write(
    `${count(['added'])} added, ${count(['same'])} already there, ${count(['failed', 'refused', 'stopped'])} not added\n`
  )
}

function toBagName({bag}: Result): string {
  return bag ? `${bag.issueId}/v${bag.version}` : ''
}

function toJson(results: ReadonlyArray<Result>): string {
  const issues = results.map((result) => ({
    id: result.issueId,
    folder: result.folder,
    outcome: result.outcome,
    ...(result.bag ? {bag: toBagName(result)} : {}),
    ...(result.reason ? {reason: result.reason} : {}),
    notes: toPlainNotes(result.notes)
  }))
  return JSON.stringify({issues}, undefined, 2) + '\n'
}

function parseShard(value: string | undefined): Shard | string {
  if (value === undefined) return {number: 1, count: 1}
  const match = /^(\d+)\/(\d+)$/.exec(value)
  const number = Number(match?.[1])
  const count = Number(match?.[2])
  if (match && number >= 1 && number <= count) return {number, count}
  return `Unexpected \`--shard ${value}\`, expected one such as \`2/5\``
}

function parseCount(value: string | undefined): number | undefined {
  if (value === undefined) return 1
  return /^[1-9]\d{0,2}$/.test(value) ? Number(value) : undefined
}

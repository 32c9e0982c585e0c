// `qianzi archive rebuild`.

import type {BagName, Shelf} from '../model/shelf.ts'
import {formatNotes} from './format-notes.ts'
import {withArchive} from './open-archive.ts'
import type {Request} from './parse-arguments.ts'
import {openProgressBoard} from './show-progress.ts'
import type {ExitCode, World} from './world.ts'

/** Make an issue again from its bag. */
export async function runArchiveRebuild(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  return withArchive(request, world, async (shelf, archive) => {
    const [name = ''] = request.arguments
    const bag = await findBag(name, shelf)
    if (typeof bag === 'string') return bag
    const browser = request.values.get('browser')
    const press = await world.openPress({
      ...(browser ? {browser} : {}),
      // Made again means made again.
      usesCache: false
    })
    const board = openProgressBoard(bag.issueId, world)
    try {
      const rebuilt = await archive.rebuildIssue(
        {
          bag,
          engine: {name: 'qianzi', version: world.version},
          onProgress: board.show
        },
        press.machines,
        shelf
      )
      board.close()
      const {differences, notes, otherEngine, outputs} = rebuilt
      if (outputs.size === 0) {
        world.write(formatNotes(notes, world.hasColor))
      }
      const out = request.values.get('out')
      if (out && outputs.size > 0) {
        await world.writeFolder(`${out}/${bag.issueId}`, outputs)
      }
      for (const line of differences) world.write(`${line}\n`)
      const isSame = differences.length === 0
      if (!isSame && otherEngine) {
        world.write(
          `It was made by ${otherEngine}; this is qianzi ${world.version}.\n`
        )
      }
      world.write(
        isSame
          ? `${archive.nameBag(bag)}: made again, all ${outputs.size} files the same\n`
          : `${archive.nameBag(bag)}: ${differences.length} of ${outputs.size} files differ from those that were kept\n`
      )
      return isSame ? 0 : 1
    } finally {
      board.close()
      await press.close()
    }
  })
}

/** Find a bag by its name: `today`, the latest version, or `today/v1`. */
async function findBag(name: string, shelf: Shelf): Promise<BagName | string> {
  const match = /^(.*?)(?:\/v([1-9]\d*))?$/.exec(name)
  const issueId = match?.[1] ?? name
  const issues = await shelf.listIssues()
  const versions = issues.includes(issueId)
    ? await shelf.listVersions(issueId)
    : []
  const version = match?.[2] === undefined ? versions.at(-1) : Number(match[2])
  if (version !== undefined && versions.includes(version)) {
    return {issueId, version}
  }
  return `Unexpected \`${name}\`, expected an issue that is in the archive, such as \`${issues.at(-1) ?? 'yunzhong-2026-06-02'}/v1\``
}

// `qianzi archive verify`.

import {formatNotes, toPlainNotes} from './format-notes.ts'
import {withArchive} from './open-archive.ts'
import type {Request} from './parse-arguments.ts'
import {openProgressBar} from './show-bar.ts'
import {formatSeconds} from './show-progress.ts'
import type {ExitCode, World} from './world.ts'

/** Check an archive. */
export async function runArchiveVerify(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  return withArchive(request, world, async (shelf, archive) => {
    const known = await shelf.listIssues()
    const unknown = request.arguments.find((id) => !known.includes(id))
    if (unknown !== undefined) {
      return `Unexpected issue \`${unknown}\`, expected one that is in the archive`
    }
    const sealsPath = request.values.get('seals')
    const sealsText =
      sealsPath === undefined ? undefined : await world.readFile(sealsPath)
    const seals = sealsText && archive.parseSeals(toText(sealsText))
    if (sealsPath !== undefined && !seals) {
      return `Unexpected \`--seals ${sealsPath}\`, expected a file that \`qianzi archive list --seals\` wrote`
    }
    const isJson = request.flags.has('json')
    const bar = openProgressBar(world, 'verify')
    const startedAt = world.now()
    const verified = await archive.verifyArchive(shelf, {
      issueIds: request.arguments,
      isAnew: request.flags.has('anew'),
      isFull: request.flags.has('full'),
      ...(seals ? {seals} : {}),
      onProgress: bar.show,
      onNotes: (files) => {
        if (isJson) return
        bar.close()
        world.write(formatNotes(files, world.hasColor))
      }
    })
    bar.close()
    const {bagCount, byteCount, faultyCount, files, skippedCount} = verified
    if (isJson) {
      const notes = toPlainNotes(files)
      world.write(
        JSON.stringify(
          {bagCount, skippedCount, faultyCount, byteCount, notes},
          undefined,
          2
        ) + '\n'
      )
      return faultyCount === 0 ? 0 : 1
    }
    const milliseconds = world.now() - startedAt
    const skipped =
      skippedCount > 0 ? ` (${skippedCount} by the check before)` : ''
    world.write(
      `${bagCount} bags checked${skipped}, ${faultyCount} with faults; ${(byteCount / 1e6).toFixed(1)} MB in ${formatSeconds(milliseconds)}\n`
    )
    return faultyCount === 0 ? 0 : 1
  })
}

function toText(value: Uint8Array): string {
  return new TextDecoder().decode(value)
}

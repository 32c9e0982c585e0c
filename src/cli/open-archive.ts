// The archive somebody names, opened for a command and closed after it.

import type {Shelf} from '../model/shelf.ts'
import type {Request} from './parse-arguments.ts'
import type {ExitCode, World} from './world.ts'

/** What a command does with an archive. */
export type ArchiveWork = (
  shelf: Shelf,
  archive: Awaited<ReturnType<World['loadArchive']>>
) => Promise<ExitCode | string>

/** Open the archive of a request; a string says what is wrong. */
export async function withArchive(
  request: Request,
  world: World,
  work: ArchiveWork,
  options: {isNew?: boolean} = {}
): Promise<ExitCode | string> {
  const folder = request.values.get('archive')
  if (!folder) return 'Unexpected missing `--archive`, expected `--archive DIR`'
  const archive = await world.loadArchive()
  const shelf = await world.openShelf({folder, isNew: options.isNew ?? false})
  try {
    return await work(shelf, archive)
  } finally {
    shelf.close()
  }
}

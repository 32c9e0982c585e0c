// `qianzi archive catalogue`.

import {withArchive} from './open-archive.ts'
import type {Request} from './parse-arguments.ts'
import {openProgressBar} from './show-bar.ts'
import type {ExitCode, World} from './world.ts'

/** Make the catalogue anew. */
export async function runArchiveCatalogue(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  return withArchive(request, world, async (shelf, archive) => {
    const bar = openProgressBar(world, 'catalogue')
    const unread = await archive.rebuildCatalogue(shelf, (done, total) =>
      bar.show(done, total, `${done}/${total} bags`)
    )
    bar.close()
    for (const bag of unread) {
      world.write(
        `${archive.nameBag(bag)}: could not be read; \`qianzi archive verify\` says why\n`
      )
    }
    const {length} = shelf.catalogue.listBags()
    world.write(`${length} bags in the catalogue\n`)
    return unread.length === 0 ? 0 : 1
  })
}

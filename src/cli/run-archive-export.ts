// `qianzi archive export`.

import type {NdnpOptions} from '../archive/archive.ts'
import {withArchive} from './open-archive.ts'
import type {Request} from './parse-arguments.ts'
import type {ExitCode, World} from './world.ts'

/** Hand on what is in an archive. */
export async function runArchiveExport(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const {values} = request
  const out = values.get('out')
  if (!out) return 'Unexpected missing `--out`, expected `--out FOLDER`'
  const base = values.get('base')?.replace(/\/+$/, '')
  if (base !== undefined && !isAddress(base)) {
    return `Unexpected \`--base ${base}\`, expected an address such as \`https://paper.example/archive\``
  }
  return withArchive(request, world, async (shelf, archive) => {
    const to = archive.exportNames.find((name) => name === values.get('to'))
    if (!to) {
      return `Unexpected \`--to ${values.get('to') ?? ''}\`, expected one of \`${archive.exportNames.join('`, `')}\``
    }
    const ndnp = to === 'ndnp' ? readNdnp(values, world) : undefined
    if (typeof ndnp === 'string') return ndnp
    const known = await shelf.listIssues()
    const unknown = request.arguments.find((id) => !known.includes(id))
    if (unknown !== undefined) {
      return `Unexpected issue \`${unknown}\`, expected one that is in the archive`
    }
    const there = await world.listFolder(out)
    if (there && there.length > 0) {
      return `Unexpected files in \`${out}\`, expected a new or empty folder`
    }
    let fileCount = 0
    const files = archive.exportArchive(shelf, {
      to,
      issueIds: request.arguments,
      ...(base === undefined ? {} : {base}),
      ...(ndnp === undefined ? {} : {ndnp}),
      engine: {name: 'qianzi', version: world.version}
    })
    await world.writeFolder(out, count())
    world.write(`${fileCount} files in ${out}\n`)
    return 0

    async function* count(): AsyncGenerator<[string, Uint8Array | string]> {
      for await (const {path, value} of files) {
        fileCount++
        yield [path, value]
      }
    }
  })
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** Read what a batch is called; a string says what is wrong. */
function readNdnp(
  values: Request['values'],
  world: World
): NdnpOptions | string {
  const awardee = values.get('awardee') ?? ''
  if (!/^[a-z][a-z\d]*$/.test(awardee)) {
    return `Unexpected \`--awardee ${awardee}\`, expected the code of a library in small letters and figures, such as \`oru\``
  }
  const batch = values.get('batch') ?? ''
  if (!/^[a-z\d]+$/.test(batch)) {
    return `Unexpected \`--batch ${batch}\`, expected a name in small letters and figures, such as \`ashland\``
  }
  const ppi = values.get('ppi') ?? '300'
  const resolutionPpi = Number(ppi)
  if (!/^\d+$/.test(ppi) || resolutionPpi < 72 || resolutionPpi > 600) {
    return `Unexpected \`--ppi ${ppi}\`, expected a whole number from 72 to 600`
  }
  const lccn = values.get('lccn')
  return {
    awardee,
    batch,
    ...(lccn === undefined ? {} : {lccn}),
    resolutionPpi,
    drawJpeg2000: world.drawJpeg2000
  }
}

// `qianzi import page`.

import {stopsThePress} from '../note/note.ts'
import {checkEncoding} from './check-encoding.ts'
import {formatNotes} from './format-notes.ts'
import type {Request} from './parse-arguments.ts'
import type {ExitCode, World} from './world.ts'

/** Make an issue of the extracted text of a page. */
export async function runImportPage(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const [path = ''] = request.arguments
  const folder = request.values.get('out')
  const encoding = request.values.get('encoding')
  if (folder === undefined) {
    return 'Unexpected missing `--out`, expected `--out FOLDER`'
  }
  const problem = checkEncoding(encoding)
  if (problem) return problem
  const value = await world.readFile(path)
  if (!value) return `Unexpected file \`${path}\`, expected one that exists`
  const names = await world.listFolder(folder)
  if (names && names.length > 0) {
    return `Unexpected files in \`${folder}\`, expected a new or empty folder`
  }

  const {files, outputs} = await world.importPage({
    path,
    value,
    ...(encoding ? {encoding} : {})
  })
  world.write(formatNotes(files, world.hasColor))
  if (stopsThePress(files)) return 1
  for (const [name, text] of outputs) {
    await world.writeFile(`${folder}/${name}`, text)
    world.write(`${folder}/${name}\n`)
  }
  return 0
}

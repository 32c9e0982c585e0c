// A template of a house for tests: the tabloid with some things of its own, in
// a folder that serves as the program's.

import fs from 'node:fs/promises'
import path from 'node:path'
import {projectFolder} from './press.ts'

/** What the house has of its own. */
export interface HouseTemplate {
  /** Change the tabloid's `template.yaml`. */
  change?(yaml: string): string
  /** Files beside it, by path. */
  files: ReadonlyMap<string, Uint8Array | string>
}

/** Write the template `house` into a folder; fonts of packages are found there. */
export async function writeHouseTemplate(
  folder: string,
  {change, files}: HouseTemplate
): Promise<void> {
  const ours = path.join(projectFolder, 'templates')
  const templates = path.join(folder, 'templates')
  const house = path.join(templates, 'house')
  await fs.cp(path.join(ours, 'tabloid'), house, {recursive: true})
  await fs.copyFile(
    path.join(ours, 'newsprint.icc'),
    path.join(templates, 'newsprint.icc')
  )
  await fs.symlink(
    path.join(projectFolder, 'node_modules'),
    path.join(folder, 'node_modules')
  )
  for (const [name, value] of files) {
    await fs.writeFile(path.join(house, name), value)
  }
  const yaml = path.join(house, 'template.yaml')
  const text = await fs.readFile(yaml, 'utf8')
  await fs.writeFile(yaml, change ? change(text) : text)
}

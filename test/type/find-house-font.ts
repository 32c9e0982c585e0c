// Fonts that a system may have: kinds that no package of ours holds.

import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/**
 * Find an OpenType font of the system.
 *
 * On a machine that proves what we say (`CI`) it must be there.
 */
export function findHouseFont(name: string): string | undefined {
  const folder = process.env.HOUSE_FONTS ?? '/usr/share/fonts/opentype'
  const file = path.join(folder, name)
  if (fs.existsSync(file)) return file
  if (process.env.CI) {
    throw new Error(`Unexpected machine without \`${file}\`, expected it in CI`)
  }
  return undefined
}

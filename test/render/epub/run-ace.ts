// Ace by DAISY, run on an EPUB. Its exit code says nothing, its report does.

import {execFile} from 'node:child_process'
import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import process from 'node:process'

const require = createRequire(import.meta.url)

/** Run Ace with a Chromium's environment; resolves to its report. */
export async function runAce(
  file: string,
  chromium: Readonly<Record<string, string>>
): Promise<unknown> {
  const out = `${file}.ace`
  const bin = require.resolve('@daisy/ace-cli/bin/ace.js')
  await new Promise<void>((resolve) => {
    execFile(
      process.execPath,
      [bin, '--force', '--silent', '--outdir', out, file],
      {env: {...process.env, ...chromium}},
      () => resolve()
    )
  })
  return JSON.parse(await fs.readFile(path.join(out, 'report.json'), 'utf8'))
}

// veraPDF, the reference validator of PDF/A and PDF/UA: brought by Maven once,
// then run over many files in one Java.
//
// By hand: `node test/oracle/verapdf.ts 2a,ua1 file.pdf …`

import {execFile, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

/** What a file may claim to be: PDF/A-2a, PDF/A-3a, PDF/UA-1. */
export type Flavour = '2a' | '3a' | 'ua1'

/** What veraPDF says of one file. */
export interface Verdict {
  flavour: string
  passes: boolean
  file: string
  /** Rules that it breaks, as clause and test: `7.3-1 × 2`. */
  faults: Array<string>
}

const here = fileURLToPath(new URL('.', import.meta.url))
const jars = path.join(here, '../../dist/cache/verapdf')
const run = promisify(execFile)

/** Say why veraPDF can't run here; nothing when it can. */
export function findVeraPdfProblem(): string | undefined {
  // The driver is compiled as it is run: that takes a JDK.
  if (!hasCommand('javac', '-version')) return 'there is no JDK'
  const isThere = fs.existsSync(path.join(jars, 'done'))
  if (!isThere && !hasCommand('mvn', '-v')) return 'there is no Maven'
  return undefined
}

/** Validate files; one verdict for each file and flavour. */
export async function validatePdfs(
  files: ReadonlyArray<string>,
  flavours: ReadonlyArray<Flavour>
): Promise<Array<Verdict>> {
  await bringJars()
  const {stdout} = await run(
    'java',
    [
      '-cp',
      path.join(jars, '*'),
      path.join(here, 'ValidatePdf.java'),
      flavours.join(),
      ...files
    ],
    {maxBuffer: 1 << 26}
  )
  const lines = stdout.split('\n').filter((line) => line.includes('\t'))
  return lines.map((line) => {
    const [flavour = '', verdict, file = '', ...faults] = line.split('\t')
    return {flavour, passes: verdict === 'PASS', file, faults}
  })
}

async function bringJars(): Promise<void> {
  const done = path.join(jars, 'done')
  if (fs.existsSync(done)) return
  await run('mvn', [
    '-q',
    '-B',
    '-f',
    path.join(here, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${jars}`
  ])
  fs.writeFileSync(done, '')
}

function hasCommand(name: string, flag: string): boolean {
  return spawnSync(name, [flag], {stdio: 'ignore'}).status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [flavours = '2a,ua1', ...files] = process.argv.slice(2)
  const asked = flavours.split(',').filter(isFlavour)
  for (const {faults, file, flavour, passes} of await validatePdfs(
    files,
    asked
  )) {
    const words = [flavour, passes ? 'PASS' : 'FAIL', file, ...faults]
    process.stdout.write(words.join('\t') + '\n')
  }
}

function isFlavour(name: string): name is Flavour {
  return name === '2a' || name === '3a' || name === 'ua1'
}

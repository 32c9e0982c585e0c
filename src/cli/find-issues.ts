// Folders people name to the issues in them.

import {didYouMean} from './did-you-mean.ts'
import type {World} from './world.ts'

/** An issue's folder, and what to call it. */
export interface IssueFolder {
  folder: string
  /** Name of the folder itself; the issue's, where it says none. */
  issueId: string
}

/** Find the issues in folders; a string says what is wrong. */
export async function findIssues(
  folders: ReadonlyArray<string>,
  world: World
): Promise<ReadonlyArray<IssueFolder> | string> {
  const issues: Array<IssueFolder> = []

  for (const given of folders) {
    const folder = given.replace(/(?<=[^/\\])[/\\]+$/, '')
    const names = await world.listFolder(folder)
    if (!names) return sayMissing(folder, world)
    if (names.includes('issue.yaml')) {
      issues.push(toIssue(folder))
      continue
    }

    const before = issues.length
    for (const name of names) {
      const inside = await world.listFolder(`${folder}/${name}`)
      if (inside?.includes('issue.yaml'))
        issues.push(toIssue(`${folder}/${name}`))
    }
    if (issues.length === before) {
      return `Unexpected folder \`${folder}\` without an issue, expected an \`issue.yaml\` in it or in the folders inside`
    }
  }

  return issues
}

function toIssue(folder: string): IssueFolder {
  const names = folder.split(/[/\\]/).filter((name) => name && name !== '.')
  const name = names.at(-1) ?? 'issue'
  return {folder, issueId: name === '..' ? 'issue' : name}
}

async function sayMissing(folder: string, world: World): Promise<string> {
  const cut = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\'))
  const parent = cut === -1 ? '.' : folder.slice(0, cut) || '/'
  const siblings = (await world.listFolder(parent)) ?? []
  const paths = siblings.map((name) => folder.slice(0, cut + 1) + name)
  return `Unexpected folder \`${folder}\`, expected one that exists${didYouMean(folder, paths)}`
}

// Reading: a folder becomes an `Issue`, and notes where it doesn't.

import {VFile} from 'vfile'
import {checkYaml, issueSchema} from '../config/config.ts'
import type {Issue} from '../model/issue.ts'
import {note, type Rule} from '../note/note.ts'
import {decodeCopy, parseIssue} from '../parse/parse.ts'
import type {BuildOptions} from './build.ts'
import {openCopyMemory, type CopyMemory} from './copy-memory.ts'
import type {Disk} from './machines.ts'

/** What was read. */
export interface ReadIssue {
  /** The issue; absent when `issue.yaml` could not be made sense of. */
  issue?: Issue
  /** `issue.yaml` and the manuscripts, with their notes. */
  files: ReadonlyArray<VFile>
  /** `issue.yaml`, for notes on the issue as a whole. */
  issueFile: VFile
  /** Manuscripts by path, for notes on stories. */
  storyFiles: ReadonlyMap<string, VFile>
  /** Everything in the folder, by path. */
  folderFiles: ReadonlyMap<string, Uint8Array>
  /** What earlier runs found out about the copy; only where there is a cache. */
  memory?: CopyMemory
}

/** Rule: a folder without `issue.yaml` is no issue. */
export const issueMissing: Rule = {id: 'issue-missing', level: 'error'}

/** Read the issue in a folder. */
export async function readIssue(
  options: BuildOptions,
  disk: Disk
): Promise<ReadIssue> {
  const folderFiles = await disk.readIssue(options.folder)
  const value = folderFiles.get('issue.yaml')
  const issueFile = new VFile({
    path: `${options.folder}/issue.yaml`,
    value: value ?? ''
  })
  const failed = {
    files: [issueFile],
    issueFile,
    storyFiles: new Map<string, VFile>(),
    folderFiles
  }
  if (!value) {
    note(
      issueFile,
      issueMissing,
      'Unexpected folder without `issue.yaml`, expected one',
      {
        fix: 'Add an `issue.yaml` with `publication`, `date` and `pages`.'
      }
    )
    return failed
  }

  const text = decodeCopy(issueFile, options.encoding)
  const settings = checkYaml(issueFile, text, issueSchema)
  if (!settings) return failed

  const manuscripts = new Map<string, VFile>()
  for (const [path, bytes] of folderFiles) {
    if (!path.endsWith('.md')) continue
    manuscripts.set(
      path,
      new VFile({path: `${options.folder}/${path}`, value: bytes})
    )
  }
  const memory = disk.hasCache
    ? await openCopyMemory({
        name: `${options.folder} ${options.issueId}`,
        settings: [
          settings.lang,
          options.encoding ?? '',
          ...folderFiles.keys()
        ],
        disk
      })
    : undefined
  const parsed = parseIssue({
    id: options.issueId,
    settings,
    issueFile,
    stories: manuscripts,
    pictures: new Set(folderFiles.keys()),
    ...(memory ? {recallStory: memory.recallStory} : {}),
    ...(options.encoding ? {encoding: options.encoding} : {})
  })

  return {
    issue: parsed.issue,
    files: parsed.files,
    issueFile,
    storyFiles: manuscripts,
    folderFiles,
    ...(memory ? {memory} : {})
  }
}

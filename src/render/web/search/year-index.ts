// The list of a year's index: what scripts have to know before they can look
// something up. Both are packed (deflate); this file also runs in browsers.

/** All years there are. */
export interface SearchList {
  /** Raised when old scripts can't read it. */
  version: 2
  /** Years that have stories, newest first. */
  years: Array<{year: string; hash: string; storyCount: number}>
  /** Indexes of the newest years, to save requests. */
  newest: Array<YearIndex>
  /** Which years have which keys; where there are several. */
  words?: WordsIndex
}

/** The directory of years. */
export interface WordsIndex {
  /** Names the folder of its shards. */
  hash: string
  /** Years its numbers stand for, earliest first. */
  years: Array<string>
  /** First key of each shard. */
  firstKeys: Array<string>
}

/** A year. */
export interface YearIndex {
  year: string
  /** Names the folder of its shards. */
  hash: string
  /** First key of each shard. */
  firstKeys: Array<string>
  /** Issues, oldest first, each with its stories in the order of the index. */
  issues: Array<YearIssue>
}

/** An issue of a year. */
export interface YearIssue {
  /** Folder from the root of the site. */
  folder: string
  /** Its day, where the folder does not say it. */
  date?: string
  /** Folders of stories, packed: `5:1-10,6:1-3,7:9`. */
  stories: string
}

/** Give the day of an issue. */
export function dateOf({date, folder}: YearIssue): string {
  if (date !== undefined) return date
  const [year, month, day] = folder.split('/')
  return `${year}-${month}-${day}`
}

/** Pack the folders of stories: `p5/a1`, `p5/a2` to `5:1-2`. */
export function packFolders(folders: ReadonlyArray<string>): string {
  const runs: Array<{page: number; from: number; to: number}> = []
  for (const folder of folders) {
    const [page = 0, number = 0] = readNumbers(folder)
    const last = runs.at(-1)
    if (last?.page === page && last.to === number - 1) last.to = number
    else runs.push({page, from: number, to: number})
  }
  return runs
    .map(({from, page, to}) =>
      from === to ? `${page}:${from}` : `${page}:${from}-${to}`
    )
    .join()
}

/** Unpack the folders of stories. */
export function unpackFolders(packed: string): Array<string> {
  if (packed === '') return []
  return packed.split(',').flatMap((run) => {
    const [page = 0, from = 0, to = from] = readNumbers(run)
    return Array.from(
      {length: to - from + 1},
      (_, index) => `p${page}/a${from + index}`
    )
  })
}

function readNumbers(text: string): Array<number> {
  return (text.match(/\d+/g) ?? []).map(Number)
}

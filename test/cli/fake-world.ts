// A world in memory: folders are maps, machines do nothing, builds are told.

import {VFile} from 'vfile'
import type {BuildOptions, BuildResult} from '../../src/build/build.ts'
import type {World} from '../../src/cli/cli.ts'

/** A world that remembers what happened in it. */
export interface FakeWorld extends World {
  out: string
  error: string
  files: Map<string, string>
  /** What was asked to be built. */
  builds: Array<BuildOptions>
  /** Presses that were opened and are not closed. */
  openPressCount: number
  /** What builds come to, instead of being published without notes. */
  outcome(options: BuildOptions): Partial<BuildResult>
}

/** Make a world with some files in it. */
export function createWorld(
  files: Readonly<Record<string, string>> = {}
): FakeWorld {
  const world: FakeWorld = {
    version: '1.2.3',
    isTerminal: false,
    hasColor: false,
    out: '',
    error: '',
    files: new Map(Object.entries(files)),
    builds: [],
    openPressCount: 0,
    outcome: () => ({}),
    write: (text) => void (world.out += text),
    writeError: (text) => void (world.error += text),
    now: () => 0,
    startTimer: (tick) => {
      tick()
      return () => {}
    },
    listFolder: (path) => Promise.resolve(listFolder(world.files, path)),
    readFile: (path) => {
      const value = world.files.get(path)
      return Promise.resolve(
        value === undefined ? undefined : new TextEncoder().encode(value)
      )
    },
    writeFile: (path, value) => {
      world.files.set(
        path,
        typeof value === 'string' ? value : new TextDecoder().decode(value)
      )
      return Promise.resolve()
    },
    openPress: () => {
      world.openPressCount++
      return Promise.resolve({
        machines: deadMachines,
        close: () => {
          world.openPressCount--
          return Promise.resolve()
        }
      })
    },
    buildIssue: (options) => {
      world.builds.push(options)
      options.onProgress({step: 'read', state: 'start'})
      options.onProgress({step: 'read', state: 'done', milliseconds: 1234})
      options.onProgress({step: 'screen', state: 'start'})
      options.onProgress({step: 'screen', state: 'cached'})
      return Promise.resolve({...published(options), ...world.outcome(options)})
    },
    importPage: ({path}) =>
      Promise.resolve({
        outputs: new Map([
          ['issue.yaml', 'pages: []\n'],
          ['lead.md', '# 题\n']
        ]),
        files: [new VFile({path})]
      }),
    openShelf: () => Promise.reject(new Error('No archive here')),
    drawJpeg2000: refuse,
    loadArchive: () => import('../../src/archive/archive.ts'),
    runBeside: () => Promise.resolve({exitCode: 1, output: ''}),
    writeFolder: async (folder, files) => {
      for await (const [path, value] of files) {
        world.files.set(`${folder}/${path}`, String(value))
      }
    },
    makeSite: () => Promise.reject(new Error('Unexpected site')),
    examine: () => Promise.resolve({text: 'All is well.\n', isHealthy: true})
  }
  return world
}

function published(options: BuildOptions): BuildResult {
  return {
    issueId: options.issueId,
    isPublished: options.stopAfter === undefined,
    outputs: ['layout.json', 'screen/a.pdf', 'web/index.html', 'web/p05.html'],
    outFolder: `${options.outFolder}/${options.issueId}`,
    timings: [
      {step: 'read', milliseconds: 1234, isCached: false},
      {step: 'screen', milliseconds: 1, isCached: true}
    ],
    files: [new VFile({path: `${options.folder}/issue.yaml`})]
  }
}

function listFolder(
  files: ReadonlyMap<string, string>,
  folder: string
): ReadonlyArray<string> | undefined {
  const prefix = folder === '.' ? '' : `${folder}/`
  const names = [...files.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split('/')[0] ?? '')
  return names.length > 0 ? [...new Set(names)].sort() : undefined
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('Unexpected use of a machine'))
}

const deadMachines = {
  plant: {
    printPdf: refuse,
    rasterizePdf: refuse,
    inspectPicture: refuse,
    convertPicture: refuse,
    separatePicture: refuse
  },
  disk: {
    readIssue: refuse,
    readTemplate: refuse,
    findFont: refuse,
    hasCache: false,
    readProfile: refuse,
    writeWhole: refuse,
    readPublished: refuse,
    readCache: refuse,
    writeCache: refuse
  },
  sourceDateEpoch: undefined,
  now: () => 0
}

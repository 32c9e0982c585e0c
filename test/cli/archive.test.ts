// The counter of the archive: shares of the work, processes side by side, what
// is skipped, how far it is, and exit codes.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import * as archive from '../../src/archive/archive.ts'
import {run} from '../../src/cli/cli.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makePacked} from '../archive/made-bag.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {createWorld, type FakeWorld} from './fake-world.ts'

const issues = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']
let folder: string
let world: FakeWorld
let added: Array<string>

beforeEach(async () => {
  folder = path.join(await makeTemporaryFolder(), 'archive')
  added = []
  world = createWorld(
    Object.fromEntries(issues.map((id) => [`papers/${id}/issue.yaml`, '']))
  )
  world.openShelf = openShelf
  // Issues are made in no time; all else is real.
  world.loadArchive = () =>
    Promise.resolve({
      ...archive,
      addIssue: ({issueId}, _machines, shelf) => {
        added.push(issueId)
        const text = issueId === 'd6' ? '' : issueId
        return text === ''
          ? Promise.resolve({issueId, outcome: 'stopped', notes: []})
          : archive.putAway(makePacked({issueId, text}), shelf)
      }
    })
})

afterEach(() => fs.rm(path.dirname(folder), {recursive: true}))

describe('archive add', () => {
  test('should add all, name what was stopped, and skip what is there', async () => {
    expect(await call('add', 'papers')).toBe(1)
    expect(world.out).toContain('d1: added as d1/v1\n')
    expect(world.out).toContain('d6: not added, stopped by notes\n')
    expect(world.out).toContain('6 added, 0 already there, 1 not added\n')

    world.out = ''
    expect(await call('add', 'papers/d1', 'papers/d2')).toBe(0)
    expect(world.out).toContain('d1: already there as d1/v1\n')
    expect(world.out).toContain('0 added, 2 already there, 0 not added\n')
  })

  test('should share all issues out, each once', async () => {
    const shares: Array<Array<string>> = []
    for (const share of ['1/3', '2/3', '3/3']) {
      added = []
      await call('add', 'papers', '--shard', share)
      shares.push(added)
    }

    expect(shares).toEqual([
      ['d1', 'd4', 'd7'],
      ['d2', 'd5'],
      ['d3', 'd6']
    ])
  })

  test('should cut a share among processes, and sum up what they say', async () => {
    const asked: Array<string> = []
    world.runBeside = (argv) => {
      asked.push(argv.join(' '))
      const isFirst = asked.length === 1
      const one = isFirst
        ? {id: 'd2', outcome: 'added', bag: 'd2/v1'}
        : {id: 'd5', outcome: 'failed', reason: 'no reason'}
      return Promise.resolve({
        exitCode: isFirst ? 0 : 1,
        output: JSON.stringify({issues: [one]})
      })
    }
    const exitCode = await call(
      'add',
      'papers',
      '--shard',
      '2/3',
      '--jobs',
      '2',
      '--strict'
    )

    expect(exitCode).toBe(1)
    expect(asked.map((line) => /--shard (\S+)/.exec(line)?.[1])).toEqual([
      '2/6',
      '5/6'
    ])
    expect(asked.every((line) => line.includes(`--archive ${folder}`))).toBe(
      true
    )
    expect(asked.every((line) => line.includes('--strict'))).toBe(true)
    expect(asked.some((line) => line.includes('--jobs'))).toBe(false)
    expect(world.out).toContain('d2: added as d2/v1\n')
    expect(world.out).toContain('d5: not added\n  no reason\n')
    expect(world.out).toContain('1 added, 0 already there, 1 not added\n')
  })

  test.for([
    ['--jobs', '0'],
    ['--jobs', 'two'],
    ['--shard', '4/3'],
    ['--shard', '1']
  ])('should refuse %s %s', async ([name = '', value = '']) => {
    expect(await call('add', 'papers', name, value)).toBe(2)
    expect(world.error).toContain(`Unexpected \`${name} ${value}\``)
    expect(added).toEqual([])
  })
})

describe('archive verify', () => {
  test('should exit with 1 and name the file when a bit flips', async () => {
    await call('add', 'papers/d1', 'papers/d2')
    const file = path.join(folder, 'd2/v1/data/manuscript/lead.md')
    await fs.writeFile(file, 'd3')
    world.out = ''

    expect(await call('verify')).toBe(1)
    expect(world.out).toContain('data/manuscript/lead.md')
    expect(world.out).toContain('bag-file-changed')
    expect(world.out).toMatch(/2 bags checked, \d with faults/)
  })

  test('should show how far it is and how long still', async () => {
    await call('add', 'papers/d1', 'papers/d2', 'papers/d3')
    let milliseconds = 0
    world.isTerminal = true
    world.now = () => (milliseconds += 700)
    await call('verify')

    expect(world.error).toMatch(/█+░* +\d+ % {2}\d\/3 d\d\/v1/)
    expect(world.error).toMatch(/\d+ s left/)
  })

  test('should say nothing that is no JSON with --json', async () => {
    await call('add', 'papers/d1')
    world.out = ''
    await call('verify', '--json')

    expect(JSON.parse(world.out)).toMatchObject({bagCount: 1})
  })

  test('should refuse an issue that is not there', async () => {
    await call('add', 'papers/d1')

    expect(await call('verify', 'd9')).toBe(2)
    expect(world.error).toContain('Unexpected issue `d9`')
  })
})

describe('archive export', () => {
  test('should write a folder, and never into one with something in it', async () => {
    await call('add', 'papers/d1')

    expect(await call('export', '--to', 'csv', '--out', 'tables')).toBe(0)
    expect(world.files.get('tables/stories.csv')).toContain('d1,1,2026-06-02')
    expect(await call('export', '--to', 'csv', '--out', 'tables')).toBe(2)
    expect(world.error).toContain('expected a new or empty folder')
  })

  test.for([
    ['--to', 'pdf', 'Unexpected `--to pdf`'],
    ['--base', 'paper.example', 'Unexpected `--base paper.example`'],
    ['--awardee', 'A_B', 'Unexpected `--awardee A_B`'],
    ['--batch', 'a_b', 'Unexpected `--batch a_b`'],
    ['--ppi', '30', 'Unexpected `--ppi 30`']
  ])('should refuse %s %s', async ([name = '', value = '', says = '']) => {
    await call('add', 'papers/d1')
    const to =
      name === '--to'
        ? []
        : name === '--base'
          ? ['--to', 'iiif']
          : ['--to', 'ndnp', '--awardee', 'oru', '--batch', 'ashland']

    expect(await call('export', '--out', 'out', ...to, name, value)).toBe(2)
    expect(world.error).toContain(says)
  })
})

function call(name: string, ...rest: ReadonlyArray<string>): Promise<number> {
  return run(['archive', name, ...rest, '--archive', folder], world)
}

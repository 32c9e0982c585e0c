// The counter of the archive: shares of the work, processes side by side, what
// is skipped, how far it is, and exit codes.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import * as archive from '../../src/archive/archive.ts'
import {run} from '../../src/cli/cli.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {hashValue} from '../../src/archive/make-bag.ts'
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

  test('should say so in plain lines where there is no terminal', async () => {
    await call('add', 'papers/d1', 'papers/d2', 'papers/d3')
    let milliseconds = 0
    world.now = () => (milliseconds += 4000)
    world.error = ''
    await call('verify')

    expect(world.error).toMatch(
      /^verify: \d+ %, \d\/3 d\d\/v1, \d+ (?:min|s) left\n/
    )
    expect(world.error).not.toContain('\u001b')
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

describe('archive list', () => {
  test('should list every version, by date', async () => {
    await fill()
    expect(await call('list')).toBe(0)

    expect(world.out.split('\n').map((line) => line.slice(0, 24))).toEqual([
      '2022-06-01  spring/v1  云',
      '2022-06-01  spring/v2  云',
      '2022-06-01  town/v1  城关报',
      '2023-01-02  winter/v1  云',
      '3 issues in 4 versions, ',
      ''
    ])
  })

  test('should list them as JSON', async () => {
    await fill()
    await call('list', '--json')

    const {bags} = JSON.parse(world.out)
    expect(bags).toHaveLength(4)
    expect(bags[1]).toMatchObject({
      issueId: 'spring',
      version: 2,
      publication: '云中日报',
      storyCount: 1
    })
  })

  test('should write seals that `verify` and `sha256sum` read', async () => {
    await fill()
    await call('list', '--seals')
    const seals = world.out
    const lines = seals.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      const [hash, file = ''] = line.split('  ')
      const value = await fs.readFile(path.join(folder, file))
      expect(hashValue(value)).toBe(hash)
    }

    world.files.set('seals.txt', seals.replace('town/v1', 'gone/v1'))
    await call('verify', '--seals', 'seals.txt')
    expect(world.out).toContain('bag-lost')
    expect(world.out).toContain('`gone/v1`')
    world.files.set('seals.txt', 'no seals')
    expect(await call('verify', '--seals', 'seals.txt')).toBe(2)
    expect(world.error).toContain('Unexpected `--seals seals.txt`')
  })
})

describe('archive find', () => {
  const queries = [
    ['沙棘', '', ['winter', 'spring']],
    ['棘', '', ['winter', 'spring']],
    ['沙棘 收购', '', ['spring']],
    ['"收购沙棘"', '', []],
    ['"沙棘收购"', '', ['spring']],
    ['收購', '', ['spring']],
    ['沙棘', '--from 2022-07', ['winter']],
    ['沙棘', '--from 2023', ['winter']],
    ['沙棘', '--from 2022-06-01', ['winter', 'spring']],
    ['沙棘', '--to 2022', ['spring']],
    ['沙棘', '--to 2022-05', []],
    ['沙棘', '--to 2023-01-02', ['winter', 'spring']],
    ['沙棘', '--kind feature', ['winter']],
    ['沙棘', '--section 要闻', ['spring']],
    ['', '--author 李四', ['winter']],
    ['', '--publication 城关报', ['town']],
    ['', '--limit 1', ['winter']],
    ['', '--from 2022 --to 2022 --kind news', ['spring', 'town']],
    ['一稿', '', []]
  ] as const

  test('should find what words and options leave, newest first', async () => {
    await fill()
    for (const [words, flags, expected] of queries) {
      world.out = ''
      const exitCode = await call(
        'find',
        ...(words ? [words] : []),
        ...(flags ? flags.split(' ') : []),
        '--json'
      )
      const {stories}: {stories: Array<{issue: string}>} = JSON.parse(world.out)
      const found = stories.map(({issue}) => issue)
      expect(found, `${words} ${flags}`).toEqual(expected)
      expect(exitCode).toBe(found.length > 0 ? 0 : 1)
    }
  })

  test('should show where each stands, and how many there are', async () => {
    await fill()
    expect(await call('find', '沙棘', '--limit', '1')).toBe(0)

    expect(world.out).toContain(
      '2023-01-02  云中日报  feature  page 1  winter/lead\n'
    )
    expect(world.out).toMatch(/\n {2}.*沙棘.*\n2 stories, 1 shown {2}\(/)
    world.out = ''
    expect(await call('find', '骆驼')).toBe(1)
    expect(world.out).toMatch(/^0 stories/)
  })

  test('should refuse what is no date and no count', async () => {
    await fill()
    for (const [name, value] of [
      ['--from', 'June'],
      ['--to', '2022/06'],
      ['--limit', '0']
    ] as const) {
      expect(await call('find', '沙棘', name, value)).toBe(2)
      expect(world.error).toContain(`Unexpected \`${name} ${value}\``)
    }
  })

  test('should refuse a folder that is no archive', async () => {
    await expect(call('find', '沙棘')).rejects.toThrow('without an archive')
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

/** Put four bags away: two papers, three issues, one of them corrected. */
async function fill(): Promise<void> {
  const shelf = await openShelf({folder, isNew: true})
  const spring = {
    issueId: 'spring',
    date: '2022-06-01',
    story: {section: '要闻', byline: '本报记者 张三'}
  }
  for (const options of [
    {...spring, text: '一稿：沙棘丰收'},
    {...spring, text: '沙棘收购价上涨'},
    {
      issueId: 'town',
      date: '2022-06-01',
      text: '城关小学搬新家',
      facts: {publication: '城关报'}
    },
    {
      issueId: 'winter',
      date: '2023-01-02',
      text: '坡上的沙棘红了',
      story: {kind: 'feature', section: '副刊', byline: '李四'} as const
    }
  ]) {
    await archive.putAway(makePacked(options), shelf)
  }
  shelf.close()
}

function call(name: string, ...rest: ReadonlyArray<string>): Promise<number> {
  return run(['archive', name, ...rest, '--archive', folder], world)
}

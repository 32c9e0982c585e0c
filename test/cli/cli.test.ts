import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/cli.ts'
import {commands} from '../../src/cli/commands.ts'
import {note} from '../../src/note/note.ts'
import {createWorld, type FakeWorld} from './fake-world.ts'

const issues = {
  'manuscript/monday/issue.yaml': '',
  'manuscript/tuesday/issue.yaml': '',
  'manuscript/tuesday/lead.md': '',
  'manuscript/README.md': ''
}

describe('help', () => {
  test('should say what there is', async () => {
    const world = createWorld()

    expect(await run(['--help'], world)).toBe(0)
    await expect(world.out).toMatchFileSnapshot('help/qianzi.txt')
  })

  test.for(commands.map(({name}) => name))(
    'should say what `%s` does',
    async (name) => {
      const world = createWorld()

      expect(await run([...name.split(' '), '--help'], world)).toBe(0)
      await expect(world.out).toMatchFileSnapshot(
        `help/${name.replaceAll(' ', '-')}.txt`
      )
    }
  )

  test('should give the same help by `help`', async () => {
    const world = createWorld()
    const other = createWorld()
    await run(['help', 'import', 'page'], world)
    await run(['import', 'page', '--help'], other)

    expect(world.out).toBe(other.out)
  })

  test('should print the version', async () => {
    const world = createWorld()

    expect(await run(['--version'], world)).toBe(0)
    expect(world.out).toBe('1.2.3\n')
  })
})

describe('wrong use', () => {
  test.for<[string, string]>([
    ['', 'Unexpected missing command, expected one'],
    ['biuld', 'Did you mean `build`?'],
    ['import', 'Unexpected `import`, expected `import page`'],
    ['build --tow x', 'Did you mean `--to`?'],
    ['build --stric', 'Did you mean `--strict`?'],
    ['build --out', 'Unexpected `--out` without a value'],
    ['build --strict=yes', 'Unexpected value `yes` of `--strict`'],
    ['build --to scren', 'Did you mean `screen`?'],
    ['build --alternatives many', 'Unexpected `--alternatives many`'],
    ['build --alternatives 99', 'expected a number from 0 to 12'],
    ['build --encoding klingon', 'Unexpected encoding `klingon`'],
    ['build manuscrip', 'Did you mean `manuscript`?'],
    ['build manuscript/munday', 'Did you mean `manuscript/monday`?'],
    ['build photo', 'Unexpected folder `photo` without an issue'],
    ['build manuscript manuscript/monday', 'of one name'],
    ['doctor who', 'Unexpected argument `who`'],
    ['import page', 'Unexpected missing argument'],
    ['schema isue', 'Did you mean `issue`?'],
    ['rules overset', 'Did you mean `overset-story`?'],
    ['--strict', 'Unexpected option `--strict` without a command']
  ])('should refuse `%s`', async ([line, problem]) => {
    const world = createWorld({...issues, 'photo/a.jpg': ''})
    const code = await run(line.split(' ').filter(Boolean), world)

    expect(world.error).toContain(problem)
    expect(world.out).toBe('')
    expect(world.builds).toEqual([])
    expect(code).toBe(2)
  })
})

describe('build', () => {
  test('should build an issue', async () => {
    const world = createWorld(issues)
    const code = await run(['build', 'manuscript/monday/'], world)

    expect(code).toBe(0)
    expect(world.builds).toMatchObject([
      {
        folder: 'manuscript/monday',
        issueId: 'monday',
        outFolder: 'dist/issue',
        to: ['press', 'screen', 'epub', 'web'],
        isStrict: false
      }
    ])
    expect(world.builds[0]).not.toHaveProperty('stopAfter')
    expect(world.out).toBe(`monday: published in 1.24 s
  dist/issue/monday/layout.json
  dist/issue/monday/screen/a.pdf
  dist/issue/monday/web/index.html (2 files)
`)
    expect(world.error).toBe(
      'monday  read        1.23 s\nmonday  screen      cached\n'
    )
    expect(world.openPressCount).toBe(0)
  })

  test('should build every issue of a folder', async () => {
    const world = createWorld(issues)
    await run(['build'], world)

    expect(world.builds.map(({folder}) => folder)).toEqual([
      'manuscript/monday',
      'manuscript/tuesday'
    ])
  })

  test('should hand on what it is told', async () => {
    const world = createWorld(issues)
    const line =
      'build manuscript/monday --to epub,screen --out o --strict --encoding gb18030 --alternatives 3 --fresh'
    await run(line.split(' '), world)

    expect(world.builds).toMatchObject([
      {
        to: ['screen', 'epub'],
        outFolder: 'o',
        isStrict: true,
        alternativeCount: 3,
        isFresh: true,
        encoding: 'gb18030'
      }
    ])
  })

  test('should exit with 1 when notes stop the press', async () => {
    const world = createWorld(issues)
    world.outcome = () => ({isPublished: false, files: [toNotedFile()]})

    expect(await run(['build', 'manuscript/monday'], world)).toBe(1)
    expect(world.out).toBe(`lead.md warning Unexpected \`white\`  short-module
lead.md:3:1 error Unexpected \`\\u001b[31m\\u202e\`  overset-story
  → Trim \`lead\`.
1 error, 1 warning
monday: not published, stopped by notes
`)
  })

  test('should exit with 1 when one of two issues is stopped', async () => {
    const world = createWorld(issues)
    world.outcome = ({issueId}) => ({isPublished: issueId === 'tuesday'})

    expect(await run(['build'], world)).toBe(1)
  })

  test('should colour levels for those who see it', async () => {
    const world = createWorld(issues)
    world.hasColor = true
    world.outcome = () => ({files: [toNotedFile()]})
    await run(['build', 'manuscript/monday'], world)

    expect(world.out).toContain('lead.md \u001b[33mwarning\u001b[39m Unex')
  })

  test('should print nothing but an object with `--json`', async () => {
    const world = createWorld(issues)
    world.outcome = () => ({files: [toNotedFile()]})

    expect(await run(['build', 'manuscript/monday', '--json'], world)).toBe(0)
    expect(JSON.parse(world.out)).toEqual({
      issues: [
        {
          id: 'monday',
          isPublished: true,
          outFolder: 'dist/issue/monday',
          outputs: expect.arrayContaining(['screen/a.pdf']),
          timings: expect.arrayContaining([
            {step: 'screen', milliseconds: 1, isCached: true}
          ]),
          notes: [
            {
              path: 'lead.md',
              line: 3,
              column: 1,
              level: 'error',
              reason: 'Unexpected `\u001b[31m\u202e`',
              rule: 'overset-story',
              fix: 'Trim `lead`.',
              url: expect.stringMatching(/overset-story$/)
            },
            expect.objectContaining({level: 'warning', rule: 'short-module'})
          ]
        }
      ]
    })
  })

  test('should rewrite one line per step on a terminal', async () => {
    const world = createWorld(issues)
    world.isTerminal = true
    await run(['build', 'manuscript/monday'], world)

    expect(world.error.replaceAll('\r\u001b[2K', '⌫')).toBe(
      '⌫monday  read        0.00 s …⌫monday  read        0.00 s …⌫monday  read        1.23 s\n⌫monday  screen      0.00 s …⌫monday  screen      0.00 s …⌫monday  screen      cached\n'
    )
  })

  test('should close the press when a build fails', async () => {
    const world = createWorld(issues)
    world.buildIssue = () => Promise.reject(new Error('Paper jam'))

    await expect(run(['build', 'manuscript/monday'], world)).rejects.toThrow(
      'Paper jam'
    )
    expect(world.openPressCount).toBe(0)
  })
})

describe('check', () => {
  test.for<[string, boolean, number]>([
    ['check manuscript/monday', false, 0],
    ['check manuscript/monday --strict', false, 0],
    ['check manuscript/monday', true, 1]
  ])('should stop before printing: `%s`', async ([line, isNoted, expected]) => {
    const world = createWorld(issues)
    if (isNoted) world.outcome = () => ({files: [toNotedFile()]})
    const code = await run(line.split(' '), world)

    expect(code).toBe(expected)
    expect(world.builds).toMatchObject([{stopAfter: 'check'}])
    expect(world.out).toContain(expected ? 'not ready' : 'ready to print')
  })
})

describe('import page', () => {
  test('should write an issue', async () => {
    const world = createWorld({'page.txt': '…'})
    const code = await run(['import', 'page', 'page.txt', '--out', 'o'], world)

    expect(code).toBe(0)
    expect(world.files.get('o/lead.md')).toBe('# 题\n')
    expect(world.out).toBe('o/issue.yaml\no/lead.md\n')
  })

  test.for<[string, string]>([
    ['import page page.txt', 'Unexpected missing `--out`'],
    ['import page no.txt --out o', 'Unexpected file `no.txt`'],
    ['import page page.txt --out full', 'Unexpected files in `full`'],
    ['import page page.txt --out o --encoding x', 'Unexpected encoding `x`']
  ])('should refuse `%s`', async ([line, problem]) => {
    const world = createWorld({'page.txt': '…', 'full/a.md': ''})

    expect(await run(line.split(' '), world)).toBe(2)
    expect(world.error).toContain(problem)
    expect(world.files.size).toBe(2)
  })
})

describe('schema', () => {
  test('should print one', async () => {
    const world = createWorld()

    expect(await run(['schema', 'template'], world)).toBe(0)
    expect(JSON.parse(world.out)).toHaveProperty('properties.grid')
  })

  test('should write all', async () => {
    const world = createWorld()
    await run(['schema', '--out', 'here'], world)

    expect([...world.files.keys()]).toContain('here/template.schema.json')
    expect(world.out).toContain('here/template.schema.json\n')
  })
})

describe('doctor', () => {
  test('should say what there is', async () => {
    const world = createWorld()

    expect(await run(['doctor'], world)).toBe(0)
    expect(world.out).toBe('All is well.\n')
  })

  test('should exit with 1 when something is missing', async () => {
    const world = createWorld()
    world.examine = () => Promise.resolve({text: 'Ill.\n', isHealthy: false})

    expect(await run(['doctor'], world)).toBe(1)
  })
})

describe('rules', () => {
  test('should explain one', async () => {
    const world = createWorld()

    expect(await run(['rules', 'overset-story'], world)).toBe(0)
    expect(world.out).toMatch(/^## overset-story\n\n\*error\* · A story is/)
  })

  test('should write all', async () => {
    const world: FakeWorld = createWorld()
    await run(['rules', '--out', 'rules.md'], world)

    expect(world.files.get('rules.md')).toContain('## template-style\n')
  })
})

function toNotedFile(): VFile {
  const file = new VFile({path: 'lead.md'})
  note(
    file,
    {id: 'overset-story', level: 'error'},
    'Unexpected `\u001b[31m\u202e`',
    {
      place: {start: {line: 3, column: 1}, end: {line: 3, column: 9}},
      fix: 'Trim `lead`.'
    }
  )
  note(file, {id: 'short-module', level: 'warning'}, 'Unexpected `white`')
  return file
}

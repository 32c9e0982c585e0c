import {expect, test} from 'vitest'
import {findMeantFile} from '../../src/parse/find-meant-file.ts'

const paths = ['library.md', 'match.md', 'photo/match.jpg']

test.for([
  ['libary.md', 'library.md'],
  ['Library.markdown', 'library.md'],
  ['photo/mach.jpeg', 'photo/match.jpg'],
  ['photo/bridge.jpg', undefined],
  ['', undefined]
] as const)('should find what %s means', ([path, meant]) => {
  expect(findMeantFile(path, paths)).toBe(meant)
})

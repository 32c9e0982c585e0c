import {expect, test} from 'vitest'
import {toUuid} from '../../../src/render/epub/to-uuid.ts'

test.for([
  // Made with another implementation, Python's `uuid.uuid5`.
  ['https://www.w3.org/', 'c106a26a-21bb-5538-8bf2-57095d1976c1'],
  ['云中日报\n2026-06-02\n1', 'ac1f97cc-c664-563a-a29b-60cc56a71a47']
] as const)('should make the identifier of `%s`', ([name, uuid]) => {
  expect(toUuid(name)).toBe(uuid)
})

import {describe, expect, test} from 'vitest'
import {
  readOperands,
  readOperations
} from '../../../src/render/screen/read-operations.ts'

describe('readOperations', () => {
  test.for([
    ['1 0 0 -1 0 .5 cm', [['cm', '1', '0', '0', '-1', '0', '.5']]],
    ['% q Q\nq\r%W\rQ', [['q'], ['Q']]],
    [
      '(a) b (c\\) (d)) Tj',
      [
        ['b', '(a)'],
        ['Tj', '(c\\) (d))']
      ]
    ],
    ["(x)'", [["'", '(x)']]],
    ['[<00AF>-3[]]TJ', [['TJ', '[', '<00AF>', '-3', '[', ']', ']']]],
    [
      '/P<</MCID 1/Q true>>BDC',
      [['BDC', '/P', '<<', '/MCID', '1', '/Q', 'true', '>>']]
    ],
    ['/G3 gs f*', [['gs', '/G3'], ['f*']]]
  ] as const)('should read `%s`', ([content, expected]) => {
    const read = readOperations(content).map((operation) => [
      operation.name,
      ...readOperands(content, operation)
    ])

    expect(read).toEqual(expected)
  })

  test('should say where operations are', () => {
    const content = ' 1 w % as thin\n q '
    const places = readOperations(content).map(({end, start}) =>
      content.slice(start, end)
    )

    expect(places).toEqual(['1 w', 'q'])
  })

  test.for(['(a', '<00', 'BI'])('should refuse `%s`', (content) => {
    expect(() => readOperations(content)).toThrow(TypeError)
  })
})

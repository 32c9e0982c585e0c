import {describe, expect, test} from 'vitest'
import {flattenSvg} from '../../../src/render/press/svg/flatten-svg.ts'
import {parseTransform} from '../../../src/render/press/svg/matrix.ts'
import {parsePath} from '../../../src/render/press/svg/path-data.ts'

describe('parsePath', () => {
  test.for([
    ['M1 2L3 4z', 'move line close'],
    // Pairs after a move are lines; numbers need no white space.
    ['m1-2.5.5-1', 'move line'],
    ['M0 0Q1 1 2 0T4 0', 'move curve curve'],
    ['M0 0C0 1 1 1 1 0S2-1 2 0', 'move curve curve'],
    ['M0 0H5V5', 'move line line'],
    // Flags of an arc are one digit each.
    ['M10 0a10 10 0 0110 10', 'move curve'],
    ['M0 0L1 1 oops 2 2', 'move line']
  ] as const)('should read %s', ([data, types]) => {
    expect(
      parsePath(data)
        .map(({type}) => type)
        .join(' ')
    ).toBe(types)
  })

  test('should keep arcs on their circle', () => {
    for (const flags of ['0 0', '0 1', '1 0', '1 1']) {
      const segments = parsePath(`M10 0A10 10 0 ${flags} 0 10`)
      for (const segment of segments) {
        if (segment.type !== 'curve') continue
        const [, , , , x, y] = segment.points
        const isLarge = flags.startsWith('1') !== flags.endsWith('1')
        const centre = isLarge ? 10 : 0
        const away = flags === '0 1' || flags === '1 0'
        const radius = Math.hypot(x - (away ? 0 : 10), y - (away ? 0 : 10))
        expect([radius, centre]).toEqual([expect.closeTo(10, 6), centre])
      }
      const last = segments.at(-1)
      expect(last?.type === 'curve' && last.points.slice(4)).toEqual([0, 10])
    }
  })

  test('should mirror the handle of a smooth curve', () => {
    const smooth = parsePath('M0 0C0 3 2 3 2 0S4-3 4 0').at(-1)

    expect(smooth).toEqual({type: 'curve', points: [2, -3, 4, -3, 4, 0]})
  })
})

test('should do transforms from right to left', () => {
  expect(parseTransform('translate(10 20) scale(2)')).toEqual([
    2, 0, 0, 2, 10, 20
  ])
  const [a, b, c, d, e, f] = parseTransform('rotate(90 5 5)')
  expect([a, b, c, d, e, f].map((one) => Math.round(one) + 0)).toEqual([
    0, 1, -1, 0, 10, 0
  ])
})

describe('flattenSvg', () => {
  test('should hand down paints and take styles first', () => {
    const svg = flattenSvg(`<?xml version="1.0"?>
      <svg viewBox="0 0 10 10"><!-- a <rect> in a comment --><style>.a{fill:#123}</style>
        <g fill="red" stroke="blue" stroke-width="2">
          <rect x="1" y="1" width="2" height="2"/>
          <circle r="2" class="a" style="stroke:none"/>
        </g>
      </svg>`)

    expect(svg?.unsupported).toEqual([])
    expect(svg?.shapes).toMatchObject([
      {
        fill: {type: 'color', rgb: '#ff0000'},
        stroke: {type: 'color', rgb: '#0000ff'},
        strokeWidth: 2
      },
      {fill: {type: 'color', rgb: '#112233'}}
    ])
    expect(svg?.shapes[1]?.stroke).toBeUndefined()
  })

  test('should read gradients that take from others', () => {
    const svg = flattenSvg(`<svg viewBox="0 0 9 9"><defs>
      <linearGradient id="a"><stop stop-color="#fff"/><stop offset="100%" stop-color="#c5161d" stop-opacity=".5"/></linearGradient>
      <radialGradient id="b" href="#a" cx="3" cy="3" r="3" gradientUnits="userSpaceOnUse"/>
      </defs><path d="M0 0h9v9z" fill="url(#b)"/></svg>`)

    expect(svg?.shapes[0]?.fill).toMatchObject({
      type: 'radial',
      isBoxed: false,
      numbers: [3, 3, 0, 3, 3, 3],
      stops: [
        {offset: 0, rgb: '#ffffff', opacity: 1},
        {offset: 1, rgb: '#c5161d', opacity: 0.5}
      ]
    })
  })

  test('should repeat what `use` names, and no end of it', () => {
    const svg = flattenSvg(
      '<svg><defs><path id="p" d="M0 0L1 1"/></defs><use href="#p" x="3"/><g id="g"><use href="#g"/></g></svg>'
    )

    expect(svg?.shapes).toHaveLength(1)
    expect(svg?.shapes[0]?.matrix).toEqual([1, 0, 0, 1, 3, 0])
    expect(svg?.unsupported).toEqual(['use'])
  })

  test.for([
    ['<text>Qianzi</text>', 'text'],
    ['<image href="data:image/png;base64,x"/>', 'image'],
    ['<rect width="1" height="1" filter="url(#f)"/>', 'filter'],
    [
      '<g opacity=".5"><path d="M0 0"/><path d="M0 0"/></g>',
      'opacity of a group'
    ],
    ['<path d="M0 0" fill="hsl(1 2 3)"/>', 'color hsl(1 2 3)'],
    ['<pattern id="p"/><path d="M0 0" fill="url(#p)"/>', 'pattern']
  ] as const)('should list what it leaves out: %s', ([content, name]) => {
    expect(flattenSvg(`<svg>${content}</svg>`)?.unsupported).toContain(name)
  })
})

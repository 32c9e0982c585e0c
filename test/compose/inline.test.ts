import type {PhrasingContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import {flattenInline} from '../../src/compose/inline.ts'
import type {TypeStyle} from '../../src/template/template.ts'
import {toTemplate} from '../makeup/desk.ts'

const body: TypeStyle = {
  face: 'song',
  sizePt: 9,
  leadingPt: 11.25,
  color: 'black',
  align: 'justify',
  indentEm: 2,
  trackingEm: 0
}

const template = {
  ...toTemplate(),
  styles: {
    body,
    crosshead: {...body, face: 'hei', sizePt: 12, trackingEm: 0.1},
    strong: {...body, face: 'heiBold', sizePt: 10},
    emphasis: {...body, face: 'kai', color: 'accent', trackingEm: 0.05},
    leadIn: {...body, face: 'heiBold'},
    noteRef: {...body, face: 'hei', sizePt: 5.5}
  }
}

/** Text, face, size, colour, tracking and mark of each stretch. */
function flatten(
  node: PhrasingContent,
  style: TypeStyle = body
): Array<string> {
  const notes = new Map([['a', 3]])
  return flattenInline([node], {template, style, lang: 'zh-CN', notes}).map(
    ({annotation = '', isName, style: own, text}) =>
      [
        text,
        annotation,
        isName ? 'name' : '',
        own.face,
        own.sizePt,
        own.color,
        own.trackingEm,
        own.mark ?? '',
        own.risePt ? 'raised' : ''
      ]
        .filter((word) => word !== '')
        .join(' ')
  )
}

const text = {type: 'text' as const, value: '字'}

const cases: ReadonlyArray<
  readonly [string, PhrasingContent, ReadonlyArray<string>]
> = [
  ['plain text', text, ['字 song 9 black 0']],
  [
    'a style of its own size',
    {type: 'strong', children: [text]},
    ['字 heiBold 10 black 0 strong']
  ],
  [
    'a style of its own colour and tracking',
    {type: 'emphasis', children: [text]},
    ['字 kai 9 accent 0.05 emphasis']
  ],
  [
    'one style in another',
    {type: 'strong', children: [text, {type: 'emphasis', children: [text]}]},
    ['字 heiBold 10 black 0 strong', '字 kai 10 accent 0.05 emphasis']
  ],
  [
    'ruby',
    {type: 'ruby', value: '漢', annotation: 'かん'},
    ['漢 かん song 9 black 0']
  ],
  [
    'dots on a name',
    {type: 'dotted', children: [{type: 'name', children: [text]}]},
    ['字 name song 9 black 0 dots']
  ],
  [
    'a note',
    {type: 'footnoteReference', identifier: 'a'},
    ['3 hei 5.5 black 0 noteRef raised']
  ],
  ['a note that is not there', {type: 'footnoteReference', identifier: 'b'}, []]
]

describe('flattenInline', () => {
  test.for(cases)('should flatten %s', ([, node, flat]) => {
    expect(flatten(node)).toEqual(flat)
  })

  test('should keep sizes in proportion in larger text', () => {
    const style = template.styles.crosshead

    expect(flatten({type: 'emphasis', children: [text]}, style)).toEqual([
      '字 kai 12 accent 0.05 emphasis'
    ])
    expect(flatten({type: 'leadIn', children: [text]}, style)).toEqual([
      '字 heiBold 12 black 0.1 leadIn'
    ])
  })
})

import {describe, expect, test} from 'vitest'
import type {Line, Run} from '../../../src/model/page.ts'
import {
  markContent,
  type Painted
} from '../../../src/render/screen/mark-content.ts'

// A page of 100 points; what is painted at y is `100 - y` from the top.
const depthPt = 100

describe('markContent', () => {
  test('should say what every text and shape is', () => {
    const content = [
      '0 0 9 9 re f',
      'BT 1 0 0 1 10 80 Tm <01> Tj ET',
      '1 0 0 rg',
      'BT 1 0 0 1 10 70 Tm <02> Tj ET',
      'q 5 0 0 5 0 0 cm /X1 Do Q',
      'BT 1 0 0 1 10 60 Tm <03> Tj ET',
      'BT 1 0 0 1 10 50 Tm <04> Tj ET'
    ].join('\n')
    const painted = [
      setRun('一', 10, 20, 'p1'),
      setRun('二', 10, 30, 'p1'),
      setRun('三', 10, 40, undefined),
      setRun('四', 10, 50, 'p2')
    ]
    const marked = markContent({content, painted, depthPt})

    expect(marked.owners).toEqual(['p1', 'p2'])
    expect(marked.content).toBe(
      [
        '/Artifact BMC',
        '0 0 9 9 re f',
        'EMC',
        '/P <</MCID 0>> BDC',
        'BT 1 0 0 1 10 80 Tm <01> Tj ET',
        '1 0 0 rg',
        'BT 1 0 0 1 10 70 Tm <02> Tj ET',
        'EMC',
        'q 5 0 0 5 0 0 cm /Artifact BMC',
        '/X1 Do',
        'EMC Q',
        '/Artifact BMC',
        'BT 1 0 0 1 10 60 Tm <03> Tj ET',
        'EMC',
        '/P <</MCID 1>> BDC',
        'BT 1 0 0 1 10 50 Tm <04> Tj ET',
        'EMC'
      ].join('\n')
    )
  })

  test('should find a run by its place, through matrices', () => {
    const content =
      'q .5 0 0 -.5 0 100 cm BT 1 0 0 -1 20 40 Tm 0 0 Td <01> Tj ET Q'
    const painted = [setRun('一', 10, 20, 'p1')]

    expect(markContent({content, painted, depthPt}).owners).toEqual(['p1'])
  })

  test('should give a space that joins lines to the line it ends', () => {
    const content = [
      'BT 1 0 0 1 10 80 Tm <01> Tj ET',
      'BT 1 0 0 1 19 80 Tm <20> Tj ET',
      'BT 1 0 0 1 19.2 70 Tm <02> Tj ET'
    ].join('\n')
    const painted = [setRun('a', 10, 20, 'p1'), setRun('b', 19.2, 30, 'p2')]
    const {content: value, owners} = markContent({content, painted, depthPt})

    expect(owners).toEqual(['p1', 'p2'])
    expect(value.match(/MCID/g)).toHaveLength(2)
  })

  test('should not take the next run for the last one', () => {
    const content = [
      'BT 1 0 0 1 10 80 Tm <01> Tj ET',
      'BT 1 0 0 1 19 80 Tm <02> Tj ET'
    ].join('\n')
    const painted = [setRun('一', 10, 20, 'p1'), setRun('二', 19, 20, 'p2')]

    expect(markContent({content, painted, depthPt}).owners).toEqual([
      'p1',
      'p2'
    ])
  })

  test('should tell two glyphs of one origin apart by what they are', () => {
    const content = [
      'BT 1 0 0 1 10 80 Tm <0007> Tj ET',
      'BT 1 0 0 1 10 80 Tm <0001> Tj ET'
    ].join('\n')
    const first = setRun('）', 10, 20, 'p1')
    const second = setRun('“', 10, 20, 'p2')
    for (const glyph of glyphsOf(first)) glyph.id = 7
    const painted = [first, second]

    expect(markContent({content, painted, depthPt}).owners).toEqual([
      'p1',
      'p2'
    ])
  })

  test('should leave what clips unmarked', () => {
    const content = '0 0 9 9 re W n'

    expect(markContent({content, painted: [], depthPt}).content).toBe(content)
  })

  test('should read strings as they are', () => {
    const content = 'BT 1 0 0 1 10 80 Tm (a\\) ET \\( b) Tj ET'
    const painted = [setRun('a', 10, 20, 'p1')]

    expect(markContent({content, painted, depthPt}).content).toBe(
      `/P <</MCID 0>> BDC\n${content}\nEMC`
    )
  })

  test('should refuse a page that lacks a run', () => {
    const painted = [setRun('一', 10, 20, 'p1')]

    expect(() => markContent({content: '', painted, depthPt})).toThrow('`一`')
  })
})

function glyphsOf({mark}: Painted<string>) {
  return mark.type === 'run' ? mark.glyphs : []
}

function setRun(
  text: string,
  xPt: number,
  yPt: number,
  owner: string | undefined
): Painted<string> {
  const mark: Run = {
    type: 'run',
    face: 'song',
    sizePt: 9,
    color: 'black',
    glyphs: [{id: 1, text, xPt, advancePt: 9}]
  }
  const line: Line = {
    type: 'line',
    xPt,
    yPt,
    widthPt: 90,
    ascentPt: 8,
    descentPt: 1,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children: [mark]
  }
  return {mark, line, ...(owner === undefined ? {} : {owner})}
}

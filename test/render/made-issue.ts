// Two made-up pages and the job that prints them: the lead starts on page 5 and
// ends on page 6.

import type {Issue, Page} from '../../src/model/issue.ts'
import type {ComposedPage} from '../../src/model/page.ts'
import type {Job} from '../../src/render/renderer.ts'
import {
  loadFace,
  makeBlock,
  makeModule,
  makePage,
  setLine,
  setLineDown,
  type MadeFace
} from './made-page.ts'

const copy =
  '第05版06乡村特刊连日来，上海“披荆斩棘”（记者张三）说：——绿色发展……道路！小标题图片说明。转版接竖排文字：开始、结束了。漢字かな注一二项目表头单元格' +
  '\u3000 0123456789'
const latin =
  'AVATAR To office fluffy waffle efficient reading, the quick brown fox; “Type” is kerned. 0123456789-—–()'

/** A made-up issue and its faces. */
export interface MadeIssue {
  pages: Array<ComposedPage>
  song: MadeFace
  serif: MadeFace
}

/** Make the pages. */
export async function makeIssue(): Promise<MadeIssue> {
  const song = await loadFace(
    'song',
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    copy
  )
  const serif = await loadFace(
    'serif',
    '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    latin
  )
  return {pages: [makeStart(song, serif), makeRest(song, serif)], song, serif}
}

function makeStart(song: MadeFace, serif: MadeFace): ComposedPage {
  const body = {face: song, sizePt: 9}
  const english = {face: serif, sizePt: 9.5, lang: 'en'}
  const folio = [
    setLine(36.3, 40.1, 200, [{...body, text: '05', sizePt: 12}]),
    setLine(90, 40.1, 200, [{...body, text: '乡村特刊', color: 'red'}]),
    {
      type: 'rule' as const,
      color: 'black',
      xPt: 36,
      yPt: 46,
      widthPt: 1033,
      depthPt: 0.25
    }
  ]
  const lead = makeModule(
    'lead',
    [
      makeBlock('headline', 'lead/headline', [
        setLine(36, 90, 400, [
          {face: song, text: '“披荆斩棘”绿色发展', sizePt: 28.3}
        ])
      ]),
      makeBlock('byline', 'lead/byline', [
        setLine(36, 110, 400, [{...body, text: '记者张三'}])
      ]),
      makeBlock('paragraph', 'lead/body/0', [
        setLine(54, 130.13, 200, [
          {...body, text: '连日来，上海“披荆斩棘”', trackingEm: 0.0137},
          {
            ...body,
            text: '1',
            sizePt: 5,
            run: {risePt: 3.5, mark: 'noteRef'}
          }
        ]),
        setLine(36, 141.38, 200, [
          {...body, text: '（记者张三）说：——绿色，', trackingEm: -0.01},
          {...english, sizePt: 9, text: 'AVATAR'},
          {...body, text: '发展……道路！'}
        ]),
        setLine(300.07, 130.13, 200, [{...body, text: '道路绿色发展。'}])
      ]),
      makeBlock('crosshead', 'lead/body/1', [
        setLine(36, 165, 200, [{...body, text: '小标题', sizePt: 11}])
      ]),
      makeBlock('paragraph', 'lead/body/2', [
        setLine(36, 180, 200, [
          {...body, text: '漢字', run: {ruby: 'かな'}},
          {...body, text: '小标题。'}
        ]),
        setLine(36, 172, 200, [
          {...body, text: 'かな', sizePt: 4.5, run: {mark: 'ruby'}}
        ])
      ]),
      makeBlock('footnote', 'lead/body/3', [
        setLine(36, 190, 200, [
          {...body, text: '1\u3000', sizePt: 7, run: {mark: 'sign'}},
          {...body, text: '注一。', sizePt: 7}
        ])
      ]),
      makeBlock(
        'jumpLine',
        'lead/jump',
        [setLine(300, 145, 100, [{...body, text: '（转06版）'}])],
        {target: {type: 'part', slug: 'lead', part: 'rest'}}
      )
    ],
    {part: 'start', kind: 'feature', jumpPageNumber: 6}
  )
  const english1 = makeModule(
    'reading',
    [
      makeBlock('headline', 'reading/headline', [
        setLine(36, 240, 400, [
          {...english, text: 'AVATAR To office', sizePt: 24}
        ])
      ]),
      makeBlock('paragraph', 'reading/body/0', [
        setLine(
          36,
          260,
          220,
          [
            {
              ...english,
              text: 'To fluffy waffle, efficient',
              wordEm: 0.213
            }
          ],
          ' '
        ),
        setLine(
          36,
          271.25,
          220,
          [{...english, text: 'reading the quick brown fox; “Type” is ker-'}],
          '-'
        ),
        setLine(36, 282.5, 220, [
          {...english, text: 'ned. '},
          {
            ...english,
            text: 'office',
            run: {
              mark: 'link',
              link: {type: 'url', url: 'https://news.example/office'}
            }
          }
        ])
      ])
    ],
    {lang: 'en'}
  )
  const extras = makeModule('extras', [
    {
      type: 'tint',
      color: 'tint',
      xPt: 560,
      yPt: 60,
      widthPt: (390 / 25.4) * 72 - 560,
      depthPt: 200,
      bleeds: true
    },
    {
      type: 'frame',
      color: 'red',
      strokePt: 0.75,
      xPt: 570,
      yPt: 70,
      widthPt: 300,
      depthPt: 180
    },
    ...(['dotted', 'double', 'thick-thin', 'wave'] as const).map(
      (pattern, index) => ({
        type: 'rule' as const,
        color: 'black',
        pattern,
        xPt: 580,
        yPt: 80 + index * 10,
        widthPt: 250,
        depthPt: 3
      })
    ),
    makeBlock('list', 'extras/body/0', [
      makeBlock('listItem', 'extras/body/0/0', [
        setLine(580, 140, 200, [
          {...body, text: '1\u3000', run: {mark: 'sign'}},
          {...body, text: '项目'}
        ])
      ]),
      makeBlock('listItem', 'extras/body/0/1', [
        setLine(580, 152, 200, [
          {...body, text: '2\u3000', run: {mark: 'sign'}},
          {...body, text: '项目'}
        ])
      ])
    ]),
    makeBlock('table', 'extras/body/1', [
      {
        type: 'rule',
        color: 'black',
        xPt: 700,
        yPt: 131,
        widthPt: 120,
        depthPt: 0.5
      },
      makeBlock('tableRow', 'extras/body/1/0', [
        makeBlock('tableHeaderCell', 'extras/body/1/0/0', [
          setLine(700, 140, 60, [{...body, text: '表头一'}])
        ]),
        makeBlock('tableHeaderCell', 'extras/body/1/0/1', [
          setLine(760, 140, 60, [{...body, text: '表头二'}])
        ])
      ]),
      makeBlock('tableRow', 'extras/body/1/1', [
        makeBlock('tableCell', 'extras/body/1/1/0', [
          setLine(700, 152, 60, [{...body, text: '单元格一'}])
        ]),
        makeBlock('tableCell', 'extras/body/1/1/1', [
          setLine(760, 152, 60, [{...body, text: '单元格二'}])
        ])
      ])
    ]),
    makeBlock(
      'figure',
      'extras/body/2',
      [
        {
          type: 'picture',
          src: 'photo/field.jpg',
          crop: {xRatio: 0, yRatio: 0.1, widthRatio: 1, depthRatio: 0.8},
          xPt: 580,
          yPt: 170,
          widthPt: 90,
          depthPt: 54
        },
        makeBlock('caption', 'extras/body/2/caption', [
          setLine(580, 236, 90, [{...body, text: '图片说明。'}])
        ])
      ],
      {alt: '一片田野'}
    ),
    {
      type: 'ornament',
      src: 'ornament/star.svg',
      xPt: 700,
      yPt: 170,
      widthPt: 40,
      depthPt: 40
    },
    makeBlock('paragraph', 'extras/body/3', [
      setLineDown(860, 80.2, 150, {
        ...body,
        text: '竖排文字：（开始）',
        sizePt: 10
      }),
      setLineDown(845, 80.2, 150, {
        ...body,
        text: '结束了。',
        sizePt: 10,
        trackingEm: 0.05
      })
    ])
  ])

  return makePage(
    5,
    [song, serif],
    [
      {type: 'furniture', name: 'folio', role: 'header', children: folio},
      lead,
      english1,
      extras
    ]
  )
}

function makeRest(song: MadeFace, serif: MadeFace): ComposedPage {
  const body = {face: song, sizePt: 9}
  const rest = makeModule(
    'lead',
    [
      makeBlock(
        'jumpLine',
        'lead/jump-from',
        [setLine(36, 80, 200, [{...body, text: '（接05版）'}])],
        {target: {type: 'part', slug: 'lead', part: 'start'}}
      ),
      makeBlock('paragraph', 'lead/body/3', [
        setLine(54, 100, 200, [{...body, text: '绿色发展道路。'}])
      ])
    ],
    {part: 'rest', jumpPageNumber: 5}
  )
  return makePage(
    6,
    [song, serif],
    [
      {
        type: 'furniture',
        name: 'folio',
        role: 'header',
        children: [setLine(36, 40, 200, [{...body, text: '第06版'}])]
      },
      rest
    ],
    {widthPt: 500.3, depthPt: 400.7}
  )
}

/** Make the job that prints the pages. */
export function makeJob(made: MadeIssue): Job {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>x()</script><path d="M5 0L6 4L10 4L7 6L8 10L5 8L2 10L3 6L0 4L4 4Z" fill="#c8102e"/></svg>'
  const star = new TextEncoder().encode(svg)
  const issue: Issue = {
    type: 'issue',
    id: 'yunzhong-2026-06-02',
    publication: '云中日报',
    date: '2026-06-02',
    lang: 'zh-CN',
    imprint: {},
    children: made.pages.map(toIssuePage)
  }
  return {
    issue,
    pages: made.pages,
    pictures: new Map(),
    pictureFiles: new Map([['photo/field.jpg', new Uint8Array([1, 2, 3])]]),
    fontFiles: new Map([
      ['song', made.song.file],
      ['serif', made.serif.file]
    ]),
    faces: new Map(),
    templateFiles: new Map([['made', new Map([['ornament/star.svg', star]])]]),
    modified: new Date('2026-06-02T00:00:00Z'),
    pageImages: new Map()
  }
}

function toIssuePage(page: ComposedPage): Page {
  return {
    type: 'page',
    pageNumber: page.pageNumber,
    template: 'made',
    staff: [],
    placements: [],
    children: []
  }
}

// A made-up issue of two pages, with everything a site must get right: a jump,
// hostile words, what is missing or cut, two languages.

import type {PhrasingContent} from 'mdast'
import type {Issue, Page} from '../../../src/model/issue.ts'
import type {ComposedModule, ComposedPage} from '../../../src/model/page.ts'
import type {PictureFacts} from '../../../src/model/picture.ts'
import type {Plant} from '../../../src/model/plant.ts'
import type {BodyContent, Story} from '../../../src/model/story.ts'
import type {Job} from '../../../src/render/renderer.ts'
import {makeModule, makePage} from '../made-page.ts'

/** Headline that tries to be markup, in every place it goes to. */
export const hostileTitle = `桥"><script>alert('x')</script></script><!--& 通车`

/** Paragraphs of the lead, as the copy has them. */
export const leadParagraphs: ReadonlyArray<string> = [
  '六月的云中，河滩上的沙棘已经挂满了青果。天刚亮，合作社的院子里就热闹起来，剪枝的、装筐的、过秤的，各忙各的活计。',
  '“早些年这里风一起，碗里都是沙。”年过六旬的李满仓指着远处的坡地说，“如今树长起来了，风也就小了。”',
  '记者在田间看到，滴灌的管子沿着垄沟一直铺到坡顶，每一株苗都有自己的编号。'
]

const text = (value: string): PhrasingContent => ({type: 'text', value})
const paragraph = (
  ...children: Array<PhrasingContent | string>
): BodyContent => ({
  type: 'paragraph',
  children: children.map((child) =>
    typeof child === 'string' ? text(child) : child
  )
})

/** Make a story. */
export function makeStory(
  slug: string,
  title: string | undefined,
  body: ReadonlyArray<BodyContent>,
  more: Partial<Story> = {}
): Story {
  const {children: group = [], ...rest} = more
  return {
    type: 'story',
    slug,
    path: `${slug}.md`,
    kind: 'news',
    status: 'complete',
    lang: 'zh-CN',
    isBoxed: false,
    children: [
      ...group.filter(({type}) => type === 'kicker'),
      ...(title === undefined
        ? []
        : [{type: 'headline' as const, children: [text(title)]}]),
      ...group.filter(({type}) => type !== 'kicker'),
      {type: 'body', children: [...body]}
    ],
    ...rest
  }
}

function makeLead(): Story {
  return makeStory(
    'lead',
    '一片沙棘林，半坡金果香',
    [
      ...leadParagraphs.slice(0, 2).map((value) => paragraph(value)),
      {
        type: 'figure',
        src: 'photo/field.jpg',
        isMissing: false,
        alt: '坡地上的沙棘林',
        credit: '本报记者 于小满 摄',
        focus: {xRatio: 0.5, yRatio: 0.5},
        children: [text('河湾村的沙棘林今年进入盛果期。')]
      },
      {type: 'crosshead', children: [text('种下去，守得住')]},
      paragraph(leadParagraphs[2] ?? ''),
      paragraph(
        '去年，全村栽下 1,200 亩，',
        {type: 'strong', children: [text('成活率九成以上')]},
        '，',
        {type: 'dotted', children: [text('一棵也没有白栽')]},
        '。',
        {type: 'footnoteReference', identifier: '1', label: '1'}
      ),
      {
        type: 'pullQuote',
        children: [{type: 'paragraph', children: [text('树有根，人有盼头。')]}]
      },
      {
        type: 'table',
        align: [null, 'right'],
        children: [
          {
            type: 'tableRow',
            children: [
              {type: 'tableCell', children: [text('年份')]},
              {type: 'tableCell', children: [text('亩数')]}
            ]
          },
          {
            type: 'tableRow',
            children: [
              {type: 'tableCell', children: [text('2025')]},
              {type: 'tableCell', children: [text('1,200')]}
            ]
          }
        ]
      },
      {
        type: 'box',
        title: '名词解释',
        children: [
          {
            type: 'paragraph',
            children: [
              {type: 'ruby', value: '沙棘', annotation: 'shājí'},
              text('：耐旱的灌木，果实可榨汁。')
            ]
          }
        ]
      },
      {
        type: 'footnoteDefinition',
        identifier: '1',
        label: '1',
        children: [
          {type: 'paragraph', children: [text('数字由河湾村村委会提供。')]}
        ]
      }
    ],
    {
      kind: 'feature',
      status: 'truncated',
      children: [
        {type: 'kicker', children: [text('河湾村三代人接力治沙')]},
        {
          type: 'deck',
          children: [text('——云中县河湾村发展沙棘产业见闻')]
        },
        {
          type: 'summary',
          children: [text('一条河湾，两面荒坡，三代人种出一片沙棘林。')]
        },
        {type: 'byline', children: [text('□ 本报记者 申小禾')]}
      ]
    }
  )
}

/** Make the issue. */
export function makeSiteIssue(): Issue {
  const first: Page = {
    type: 'page',
    pageNumber: 5,
    section: '乡村振兴',
    template: 'broadsheet',
    staff: [
      {role: '责编', name: '方圆'},
      {role: '校对', name: '石磊'}
    ],
    placements: [],
    children: [
      makeLead(),
      makeStory('bridge', hostileTitle, [
        paragraph(
          {type: 'leadIn', children: [text('本报讯（记者 何川）')]},
          '横跨桑干河支流的新桥昨日通车，两岸群众往来少走十二公里。'
        ),
        {
          type: 'figure',
          isMissing: true,
          focus: {xRatio: 0.5, yRatio: 0.5},
          children: [text('新桥夜景。')]
        }
      ]),
      makeStory(
        'view',
        undefined,
        [paragraph('种树先种心。'), paragraph('心里有绿，坡上才有绿。')],
        {
          kind: 'commentary',
          children: [{type: 'byline', children: [text('郭平')]}]
        }
      )
    ]
  }
  const second: Page = {
    type: 'page',
    pageNumber: 6,
    section: '综合',
    template: 'broadsheet',
    staff: [],
    placements: [],
    children: [
      makeStory('集 市', '乡村大集开到家门口', [
        paragraph('逢五逢十，河湾大集开市，山货、农具、手工布鞋摆了半条街。'),
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: ['小米', '黄芪'].map((value) => ({
            type: 'listItem' as const,
            children: [{type: 'paragraph' as const, children: [text(value)]}]
          }))
        }
      ]),
      makeStory(
        'reading',
        'A village library keeps its lamp lit',
        [
          paragraph('Readers come after the harvest, and stay until ten.'),
          paragraph('“We never lock the door,” the librarian says.')
        ],
        {lang: 'en'}
      ),
      makeStory('ad', '河湾沙棘汁', [paragraph('电话：000-0000000')], {
        kind: 'ad'
      })
    ]
  }
  return {
    type: 'issue',
    id: 'yunzhong-2026-06-02',
    publication: '云中日报',
    date: '2026-06-02',
    issueNumber: 10986,
    lang: 'zh-CN',
    description: '本报纯属虚构。',
    imprint: {
      publisher: '云中日报社',
      address: '云中县新城街 1 号',
      note: '虚构样报'
    },
    children: [first, second]
  }
}

/** Make the composed pages: plain rectangles, and one dogleg. */
export function makeSitePages(): Array<ComposedPage> {
  const dogleg: ComposedModule = makeModule('bridge', [], {
    zone: [
      {xPt: 400, yPt: 360},
      {xPt: 1000, yPt: 360},
      {xPt: 1000, yPt: 700},
      {xPt: 700, yPt: 700},
      {xPt: 700, yPt: 500},
      {xPt: 400, yPt: 500}
    ]
  })
  return [
    makePage(
      5,
      [],
      [
        makeRectModule('lead', [36, 60, 1000, 280], {
          part: 'start',
          jumpPageNumber: 6
        }),
        dogleg,
        makeRectModule('view', [36, 360, 350, 340])
      ]
    ),
    makePage(
      6,
      [],
      [
        makeRectModule('reading', [36, 60, 500, 300]),
        makeRectModule('集 市', [550, 60, 480, 300]),
        makeRectModule('lead', [36, 380, 500, 300], {
          part: 'rest',
          jumpPageNumber: 5
        }),
        makeRectModule('ad', [550, 380, 480, 300])
      ]
    )
  ]
}

function makeRectModule(
  slug: string,
  rect: readonly [number, number, number, number],
  more: Partial<ComposedModule> = {}
): ComposedModule {
  const [xPt, yPt, widthPt, depthPt] = rect
  return makeModule(slug, [], {
    zone: [
      {xPt, yPt},
      {xPt: xPt + widthPt, yPt},
      {xPt: xPt + widthPt, yPt: yPt + depthPt},
      {xPt, yPt: yPt + depthPt}
    ],
    ...more
  })
}

const field: PictureFacts = {
  src: 'photo/field.jpg',
  widthPx: 1000,
  depthPx: 600,
  mediaType: 'image/jpeg',
  hash: '00'
}

/** Make the job. */
export function makeSiteJob(more: Partial<Job> = {}): Job {
  const image = {widthPx: 2400, depthPx: 1846, value: new Uint8Array([5])}
  return {
    issue: makeSiteIssue(),
    pages: makeSitePages(),
    pictures: new Map([[field.src, field]]),
    pictureFiles: new Map([[field.src, new Uint8Array([1, 2, 3])]]),
    fontFiles: new Map(),
    faces: new Map(),
    templateFiles: new Map(),
    modified: new Date('2026-06-02T00:00:00Z'),
    pageImages: new Map([
      [5, image],
      [6, image]
    ]),
    ...more
  }
}

/** Machines that write down what they were asked for in place of a picture. */
export const fakePlant: Plant = {
  printPdf: () => Promise.reject(new Error('Unexpected printing')),
  rasterizePdf: () => Promise.reject(new Error('Unexpected raster')),
  inspectPicture: () => Promise.reject(new Error('Unexpected inspection')),
  separatePicture: () => Promise.reject(new Error('Unexpected inks')),
  convertPicture: (value, {format, quality, widthPx}) =>
    Promise.resolve(
      new TextEncoder().encode(
        `${value.join()} ${widthPx} ${format} ${quality}`
      )
    )
}

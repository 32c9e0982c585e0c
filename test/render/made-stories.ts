// Made-up stories with everything a story can hold, for the outputs that reflow.

import type {PhrasingContent, RootContent} from 'mdast'
import type {
  BodyContent,
  Figure,
  Story,
  StoryContent
} from '../../src/model/story.ts'

/** Words in a line of copy: text, or a node. */
export type Piece = PhrasingContent | string

/** Make a story; a line of text is a paragraph. */
export function makeStory(
  slug: string,
  head: ReadonlyArray<StoryContent>,
  body: ReadonlyArray<BodyContent | string>,
  more: Partial<Story> = {}
): Story {
  const children = body.map((node) =>
    typeof node === 'string' ? makeParagraph(node) : node
  )
  return {
    type: 'story',
    slug,
    path: `${slug}.md`,
    kind: 'news',
    status: 'complete',
    lang: 'zh-CN',
    isBoxed: false,
    children: [...head, {type: 'body', children}],
    ...more
  }
}

/** Make a part of the title group. */
export function makeHead<
  Type extends 'byline' | 'deck' | 'headline' | 'kicker' | 'summary'
>(
  type: Type,
  ...pieces: ReadonlyArray<Piece>
): {type: Type; children: Array<PhrasingContent>} {
  return {type, children: toPhrases(pieces)}
}

/** Make a paragraph. */
export function makeParagraph(...pieces: ReadonlyArray<Piece>): {
  type: 'paragraph'
  children: Array<PhrasingContent>
} {
  return {type: 'paragraph', children: toPhrases(pieces)}
}

/** Make a figure. */
export function makeFigure(
  src: string | undefined,
  cutline: string,
  more: Partial<Figure> = {}
): Figure {
  return {
    type: 'figure',
    ...(src ? {src} : {}),
    isMissing: !src,
    focus: {xRatio: 0.5, yRatio: 0.5},
    children: cutline ? toPhrases([cutline]) : [],
    ...more
  }
}

/** Make text of strings. */
export function toPhrases(
  pieces: ReadonlyArray<Piece>
): Array<PhrasingContent> {
  return pieces.map((piece) =>
    typeof piece === 'string' ? {type: 'text', value: piece} : piece
  )
}

/** A story with every node a story can hold. */
export const everything: Story = makeStory(
  'everything',
  [
    makeHead('kicker', '引题在上'),
    makeHead(
      'headline',
      '“点石成金”走活',
      {type: 'split', value: ''},
      '山乡致富新路'
    ),
    makeHead('deck', '——全市绿色发展综述'),
    makeHead('summary', '提要说明全文要点。'),
    makeHead('byline', '□ 本报记者 沈力 通讯员 俞弘')
  ],
  [
    makeParagraph(
      {type: 'leadIn', children: toPhrases(['本报讯（记者 张三）'])},
      '连日来，<云中>的',
      {type: 'dotted', children: toPhrases(['沙棘'])},
      '与',
      {type: 'name', children: toPhrases(['李四光'])},
      '相遇',
      {type: 'footnoteReference', identifier: 'b', label: 'b'},
      '，',
      {type: 'ruby', value: '漢字', annotation: 'かな'},
      '为证',
      {type: 'footnoteReference', identifier: 'a', label: 'a'},
      '，再见',
      {type: 'footnoteReference', identifier: 'b', label: 'b'},
      '。'
    ),
    makeParagraph(
      {type: 'strong', children: toPhrases(['收入增加。'])},
      '见',
      {
        type: 'link',
        url: 'https://paper.example/a?b=1&c=2',
        children: toPhrases(['报告'])
      },
      '与',
      {
        type: 'link',
        url: 'javascript:alert(1)',
        children: toPhrases(['陷阱'])
      },
      '及',
      {type: 'html', value: '<script>x()</script>'},
      {type: 'emphasis', children: toPhrases(['强调'])},
      '。'
    ),
    {type: 'crosshead', children: toPhrases(['小标题'])},
    makeFigure('photo/field.jpg', '图片说明。', {
      credit: '本报记者 俞弘 摄',
      alt: 'field.jpg'
    }),
    makeFigure(undefined, '暂缺的图片。'),
    {
      type: 'list',
      ordered: true,
      start: 3,
      spread: false,
      children: [
        {type: 'listItem', children: [makeParagraph('第一项')]},
        {type: 'listItem', children: [makeParagraph('第二项')]}
      ]
    },
    {
      type: 'table',
      align: ['left', 'right'],
      children: [
        makeRow('品种', '面积'),
        makeRow('沙棘', '3 公顷'),
        makeRow('杏', '2 公顷')
      ]
    },
    {type: 'blockquote', children: [makeParagraph('引文一段。')]},
    {type: 'pullQuote', children: [makeParagraph('被抽出的句子。')]},
    {
      type: 'box',
      title: '链接',
      children: [makeParagraph('框内文字。')]
    },
    {
      type: 'footnoteDefinition',
      identifier: 'a',
      label: 'a',
      children: [makeParagraph('甲注。')]
    },
    {
      type: 'footnoteDefinition',
      identifier: 'b',
      label: 'b',
      children: [makeParagraph('乙注。')]
    }
  ],
  {kind: 'feature', status: 'truncated'}
)

function makeRow(
  ...cells: ReadonlyArray<string>
): Extract<RootContent, {type: 'tableRow'}> {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({
      type: 'tableCell',
      children: toPhrases([cell])
    }))
  }
}

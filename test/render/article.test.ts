import type {Element, ElementContent} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import type {Story} from '../../src/model/story.ts'
import {toArticle, type ArticleOptions} from '../../src/render/article.ts'
import {
  everything,
  makeFigure,
  makeHead,
  makeParagraph,
  makeStory
} from './made-stories.ts'

const options: ArticleOptions = {
  figure: (src) =>
    src === 'photo/field.jpg'
      ? {href: 'image/photo-01.jpg', widthPx: 800, depthPx: 600}
      : undefined,
  idPrefix: 'x-',
  lang: 'zh-CN',
  notes: 'aside'
}

describe('toArticle', () => {
  test('should make all a story can hold', async () => {
    await expect(render(everything)).toMatchFileSnapshot(
      'article/everything.html'
    )
  })

  test('should make notes a list for the web', async () => {
    const html = render(everything, {notes: 'list', headingLevel: 2})
    await expect(html).toMatchFileSnapshot('article/everything-web.html')
  })

  test('should keep the text of every paragraph', () => {
    const article = toArticle(everything, options)
    const found = findAll(article, 'p').map(readText)

    expect(found).toContain(
      '本报讯（记者 张三）连日来，<云中>的沙棘与李四光相遇1，漢字（かな）为证2，再见1。'
    )
    expect(found).toContain('收入增加。见报告与陷阱及强调。')
  })

  test('should invent no headline', () => {
    const story = makeStory(
      'untitled',
      [],
      ['初夏的云中山峦叠翠，游人如织。'],
      {
        kind: 'commentary'
      }
    )
    const article = toArticle(story, options)

    expect(findAll(article, 'h1')).toEqual([])
    expect(article.properties.ariaLabel).toBe('（无题）初夏的云中山峦叠翠……')
    expect(readText(article)).toBe('初夏的云中山峦叠翠，游人如织。')
  })

  test.for([
    // Alternative text in the copy, cutline; what is said instead of the picture.
    ['一片田野', '说明。', '一片田野'],
    ['field.jpg', '说明。', '说明。'],
    ['', '', '图片：题目'],
    ['IMG_01.JPEG', 'a.png', '图片：题目']
  ] as const)('should describe a picture of `%s`, `%s`', (row) => {
    const [alt, cutline, expected] = row
    const figure = makeFigure('photo/field.jpg', cutline, {alt})
    const story = makeStory('a', [makeHead('headline', '题目')], [figure])
    const [image] = findAll(toArticle(story, options), 'img')

    expect(image?.properties.alt).toBe(expected)
  })

  test('should say that a picture is missing, and show none', () => {
    const lost = makeFigure('photo/lost.jpg', 'Cutline.')
    const story = makeStory('a', [], [lost], {lang: 'en', status: 'truncated'})
    const article = toArticle(story, options)

    expect(findAll(article, 'img')).toEqual([])
    expect(readText(article)).toBe(
      '[Picture missing]Cutline.[The source breaks off here]'
    )
    expect(article.properties.lang).toBe('en')
  })

  test('should not make a link of a scheme that does not leave the paper', () => {
    const urls = ['javascript:x', 'file:///etc', 'other.md', '#x', 'data:,x']
    const body = urls.map((url) =>
      makeParagraph({type: 'link', url, children: [{type: 'text', value: 'a'}]})
    )
    const article = toArticle(makeStory('a', [], body), options)

    expect(findAll(article, 'a')).toEqual([])
    expect(readText(article)).toBe('aaaaa')
  })

  test('should not call notes that are not called', () => {
    const story = makeStory(
      'a',
      [],
      [
        '文。',
        {
          type: 'footnoteDefinition',
          identifier: 'lost',
          children: [makeParagraph('无人引用。')]
        }
      ]
    )
    const article = toArticle(story, options)

    expect(findAll(article, 'a')).toEqual([])
    expect(readText(article)).toBe('文。1 无人引用。')
  })

  test('should make nothing of a blank title group', () => {
    const head = [makeHead('kicker'), makeHead('headline', ' ')]
    const article = toArticle(makeStory('a', head, ['文。']), options)

    expect(article.children).toHaveLength(1)
    expect(article.properties.ariaLabel).toBe('（无题）文。')
  })

  test('should label an advertisement', () => {
    const story = makeStory('a', [], ['沙棘汁。'], {kind: 'ad'})

    expect(readText(toArticle(story, options))).toBe('广告沙棘汁。')
  })
})

function render(story: Story, more: Partial<ArticleOptions> = {}): string {
  const root = {
    type: 'root' as const,
    children: [toArticle(story, {...options, ...more})]
  }
  const html = unified().use(rehypeStringify).stringify(root)
  return html.replace(/(<\/(?:p|h\d|header|li|tr|figure|aside|div)>)/g, '$1\n')
}

function findAll(element: Element, name: string): Array<Element> {
  const inner = element.children.flatMap((child) =>
    child.type === 'element' ? findAll(child, name) : []
  )
  return element.tagName === name ? [element, ...inner] : inner
}

function readText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(readText).join('') : ''
}

import {h, s} from 'hastscript'
import {expect, test} from 'vitest'
import {toXhtml} from '../../../src/render/epub/to-xhtml.ts'

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'

test.for([
  // What is written; how.
  [h('p', ['a', h('br'), '<&>\u0000']), '<p>a<br/>&lt;&amp;&gt;</p>'],
  [h('p', {lang: 'en'}), '<p lang="en" xml:lang="en"></p>'],
  [h('nav', {hidden: true}), '<nav hidden="hidden"></nav>'],
  [
    h('img', {alt: '"<\n&', width: 3}),
    '<img alt="&quot;&lt; &amp;" width="3"/>'
  ],
  [
    h('th.a.b', {colSpan: 2, ariaLabel: 'x'}),
    '<th class="a b" colspan="2" aria-label="x"></th>'
  ],
  [h('aside', {'epub:type': 'note'}), '<aside epub:type="note"></aside>'],
  [
    s('svg', {viewBox: '0 0 1 1', xmlnsXLink: 'x'}, [
      s('polygon', {fillOpacity: 0}),
      s('a', {xLinkHref: 'b'})
    ]),
    '<svg viewBox="0 0 1 1" xmlns:xlink="x">\n<polygon fill-opacity="0"/>\n<a xlink:href="b"></a>\n</svg>'
  ],
  [
    h('ul', [h('li', ['a', h('b', 'c')]), h('li', 'd')]),
    '<ul>\n<li>a<b>c</b></li>\n<li>d</li>\n</ul>'
  ],
  // A space is text: nothing may be added.
  [h('div', [h('a', 'a'), ' ', h('a', 'b')]), '<div><a>a</a> <a>b</a></div>']
] as const)('should write %o', ([tree, text]) => {
  expect(toXhtml(tree)).toBe(`${prolog}${text}\n`)
})

import {expect, test} from 'vitest'
import {toHtml, writeHtml} from '../../src/render/write-html.ts'

test('should write elements, attributes in order, and text', () => {
  const tree = toHtml('p', {class: 'legend', title: 'a'}, [
    '1 ',
    toHtml('textarea', {readonly: true, rows: 3}, 'layout'),
    toHtml('td', {}, '')
  ])
  expect(writeHtml(tree)).toBe(
    '<p class="legend" title="a">1 <textarea readonly rows="3">layout</textarea><td></td></p>'
  )
})

test('should let no copy become markup', () => {
  const copy = '<script>"R&D"</script>'
  expect(writeHtml(toHtml('img', {alt: copy}))).toBe(
    '<img alt="<script>&#x22;R&#x26;D&#x22;</script>">'
  )
  expect(writeHtml(toHtml('td', {}, copy))).toBe(
    '<td>&#x3C;script>"R&#x26;D"&#x3C;/script></td>'
  )
})

test('should leave style sheets as they are', () => {
  expect(writeHtml(toHtml('style', {}, '.page>div{}'))).toBe(
    '<style>.page>div{}</style>'
  )
})

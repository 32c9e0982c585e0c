// Markdown to mdast: CommonMark, tables, footnotes, front matter, directives,
// ruby, and emphasis that works in Chinese.
//
// Two things are switched off since they harm plain copy: paragraphs indented
// by hand are no code, and one `~` is a range (`3~5`), not a deletion.

import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {emphasisSyntax} from './micromark-emphasis.ts'
import {rubyFromMarkdown, rubySyntax} from './micromark-ruby.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, {singleTilde: false})
  .use(remarkDirective)
  .use(remarkChinese)
  .freeze()

/** Parse a manuscript. */
export function parseMarkdown(value: string): Root {
  return processor.parse(value)
}

function remarkChinese(this: Processor): undefined {
  const data = this.data()
  const syntax = (data.micromarkExtensions ??= [])
  const fromMarkdown = (data.fromMarkdownExtensions ??= [])
  syntax.push(rubySyntax, emphasisSyntax, {disable: {null: ['codeIndented']}})
  fromMarkdown.push(rubyFromMarkdown)
}

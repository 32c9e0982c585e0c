// Ruby in Markdown: `{漢字|かな}`, as in VFM.
//
// A construct of its own, so that code stays code and `\{` stays a brace.

import type {Extension as MdastExtension} from 'mdast-util-from-markdown'
import type {
  Code,
  Effects,
  Extension,
  State,
  TokenizeContext
} from 'micromark-util-types'
import type {Ruby} from '../model/story.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    ruby: 'ruby'
    rubyAnnotation: 'rubyAnnotation'
    rubyBase: 'rubyBase'
    rubyMarker: 'rubyMarker'
  }
}

const bar = 124
const close = 125
const open = 123

/** Syntax of ruby. */
export const rubySyntax: Extension = {
  text: {[open]: {name: 'ruby', tokenize: tokenizeRuby}}
}

/** Ruby in the tree. */
export const rubyFromMarkdown: MdastExtension = {
  enter: {
    ruby(token) {
      const node: Ruby = {type: 'ruby', value: '', annotation: ''}
      this.enter(node, token)
    }
  },
  exit: {
    ruby(token) {
      this.exit(token)
    },
    rubyAnnotation(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'ruby') node.annotation = this.sliceSerialize(token)
    },
    rubyBase(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'ruby') node.value = this.sliceSerialize(token)
    }
  }
}

function tokenizeRuby(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State
): State {
  return start

  function start(code: Code): State | undefined {
    effects.enter('ruby')
    effects.enter('rubyMarker')
    effects.consume(code)
    effects.exit('rubyMarker')
    return beginBase
  }

  function beginBase(code: Code): State | undefined {
    if (isEnd(code) || code === bar) return nok(code)
    effects.enter('rubyBase')
    return base(code)
  }

  function base(code: Code): State | undefined {
    if (isEnd(code)) return nok(code)
    if (code === bar) {
      effects.exit('rubyBase')
      effects.enter('rubyMarker')
      effects.consume(code)
      effects.exit('rubyMarker')
      return beginAnnotation
    }
    effects.consume(code)
    return base
  }

  function beginAnnotation(code: Code): State | undefined {
    if (isEnd(code) || code === bar) return nok(code)
    effects.enter('rubyAnnotation')
    return annotation(code)
  }

  function annotation(code: Code): State | undefined {
    if (code === close) {
      effects.exit('rubyAnnotation')
      effects.enter('rubyMarker')
      effects.consume(code)
      effects.exit('rubyMarker')
      effects.exit('ruby')
      return ok
    }
    if (isEnd(code) || code === bar) return nok(code)
    effects.consume(code)
    return annotation
  }
}

// End of line or file, or a brace: ruby is on one line and is not nested.
function isEnd(code: Code): boolean {
  return code === null || code < 0 || code === open || code === close
}

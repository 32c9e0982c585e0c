// Traditional characters and the simplified ones they count as, from the tables
// of OpenCC (Apache-2.0), one character at a time: a word looked for is often too
// short to tell more. Only who begins a catalogue, which keeps them, or makes a
// site loads them.

import {createRequire} from 'node:module'

/** List the pairs in turn: `鎮镇門门`. */
export function listScriptPairs(): string {
  const require = createRequire(import.meta.url)
  const opencc: typeof import('opencc-js/t2cn') = require('opencc-js/t2cn')
  const convert = opencc.Converter({from: 't', to: 'cn'})
  let pairs = ''
  for (let code = 0x3400; code < 0xa000; code++) {
    const traditional = String.fromCharCode(code)
    const simplified = convert(traditional)
    if (simplified !== traditional && simplified.length === 1) {
      pairs += traditional + simplified
    }
  }
  return pairs
}

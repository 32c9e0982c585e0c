// Pairs of traditional and simplified characters, for searches that take one for
// the other; from the tables of OpenCC (Apache-2.0), one character at a time.

import {Converter} from 'opencc-js/t2cn'

/** List the pairs in turn: `鎮镇門门`. */
export function listScriptPairs(): string {
  const convert = Converter({from: 't', to: 'cn'})
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

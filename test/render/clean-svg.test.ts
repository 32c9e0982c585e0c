import {describe, expect, test} from 'vitest'
import {cleanSvg} from '../../src/render/clean-svg.ts'

describe('cleanSvg', () => {
  test('should leave a drawing as it is', () => {
    const svg =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><defs><path id="a" d="M0 0"/></defs><use href="#a" fill="url(#b)"/></svg>'
    expect(cleanSvg(svg)).toBe(svg)
  })

  test.for([
    ['a script', '<svg><script>alert(1)</script></svg>'],
    ['a script that is not closed', '<svg><script>alert(1)</svg>'],
    ['a script in a script', '<svg><scr<script></script>ipt>x</script></svg>'],
    ['a handler', '<svg onload="alert(1)"></svg>'],
    ['another language', '<svg><foreignObject><b/></foreignObject></svg>'],
    ['a file', '<svg><image href="https://x.example/a.png"/></svg>'],
    ['a file in a style', '<svg><style>@import "a.css";</style></svg>'],
    ['a fill from elsewhere', '<svg fill="url(https://x.example/#a)"/>'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'],
    ['a script by address', '<svg><a xlink:href="javascript:x()"/></svg>']
  ] as const)('should take out %s', ([, svg]) => {
    expect(cleanSvg(svg)).not.toMatch(
      /<script|onload|foreignObject|https?:|@import|ENTITY|javascript/i
    )
  })
})

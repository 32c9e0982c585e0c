import {expect, test} from 'vitest'
import {scanContent} from '../../../src/render/press/scan-content.ts'

const over = new Set(['Over'])

test.for([
  ['0 0 0 1 k 0 0 9 9 re f', []],
  ['1 0 0 rg 0 0 9 9 re f', ['colour by `rg`']],
  ['.5 .5 .5 RG 0 0 m 9 9 l S', ['colour by `RG`']],
  ['/DeviceRGB cs 1 0 0 scn f', ['colour space `DeviceRGB`']],
  // In text, in names and in comments it is no operator.
  ['BT (1 0 0 rg \\) rg) Tj <7267> Tj /rg gs ET % 1 0 0 rg', []],
  ['/Over gs 0 0 0 1 k 0 0 9 9 re f', []],
  ['/Over gs 0 0 0 0 k 0 0 9 9 re f', ['white that overprints']],
  ['/Over gs 0 0 0 1 k f /Knock gs 0 0 0 0 k f', []],
  ['BI /W 1 /H 1 ID x EI', ['inline picture']]
] as const)('should find in %s: %s', ([content, faults]) => {
  expect(scanContent(new TextEncoder().encode(content), over)).toEqual(faults)
})

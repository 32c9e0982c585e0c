import {expect, test} from 'vitest'
import {
  scanContent,
  type ContentResources
} from '../../../src/render/press/scan-content.ts'

const resources: ContentResources = {
  overprinting: new Set(['Over']),
  names: {
    Do: new Set(['P0']),
    Tf: new Set(['F0']),
    cs: new Set(['S0']),
    gs: new Set(['Knock', 'Over']),
    sh: new Set(['G0'])
  }
}

test.for([
  ['0 0 0 1 k 0 0 9 9 re f', []],
  ['1 0 0 rg 0 0 9 9 re f', ['colour by `rg`']],
  ['.5 .5 .5 RG 0 0 m 9 9 l S', ['colour by `RG`']],
  ['/DeviceRGB cs 1 0 0 scn f', ['colour space `DeviceRGB`']],
  // In text, in names and in comments it is no operator.
  [
    'BT (1 0 0 rg \\) rg) Tj <7267> Tj /rg cs 1 scn ET % 1 0 0 rg',
    ['`cs` of `rg`, which is not there']
  ],
  ['/Over gs 0 0 0 1 k 0 0 9 9 re f', []],
  ['/Over gs 0 0 0 0 k 0 0 9 9 re f', ['white that overprints']],
  ['/Over gs 0 0 0 1 k f /Knock gs 0 0 0 0 k f', []],
  ['/Over gs 0 0 0 0 K 0 0 m 9 9 l S', ['white that overprints']],
  ['/Over gs /S0 cs 0 scn 0 0 9 9 re f', ['white that overprints']],
  ['/Over gs /S0 cs .5 scn 0 0 9 9 re f', []],
  ['/P0 Do /G0 sh BT /F0 9 Tf ET /DeviceCMYK cs', []],
  ['/P1 Do', ['`Do` of `P1`, which is not there']],
  ['/G1 sh', ['`sh` of `G1`, which is not there']],
  ['BT /F1 9 Tf ET', ['`Tf` of `F1`, which is not there']],
  ['/A0 gs', ['`gs` of `A0`, which is not there']],
  ['BI /W 1 /H 1 ID x EI', ['inline picture']]
] as const)('should find in %s: %s', ([content, faults]) => {
  expect(scanContent(new TextEncoder().encode(content), resources)).toEqual(
    faults
  )
})

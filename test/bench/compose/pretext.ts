// pretext in Node: it measures with a canvas, which we give it with our faces.

import type {FaceTable} from '../../../src/type/type.ts'
import type {BenchCopy} from './copy.ts'

/** pretext, with the copy prepared. */
export interface Pretext {
  /** Count the lines of each paragraph in a measure. */
  layout(measureEm: number): Array<number>
}

/** Open pretext. */
export async function openPretext(
  {lang, paragraphs, sizePt}: BenchCopy,
  faces: FaceTable
): Promise<Pretext> {
  class MeasuringCanvas {
    getContext(): unknown {
      return {
        font: '',
        measureText: (text: string) => ({
          width: faces.shape(text, 'body', lang).widthEm * sizePt
        })
      }
    }
  }
  Object.assign(globalThis, {OffscreenCanvas: MeasuringCanvas})
  const {layout, prepare} = await import('@chenglou/pretext')
  const prepared = paragraphs.map((text) => prepare(text, `${sizePt}px body`))
  return {
    layout: (measureEm) =>
      prepared.map((one) => layout(one, measureEm * sizePt, sizePt).lineCount)
  }
}

// Objects that a page's content asks for by name: pictures, gradients, opacities.

import type {PDFContext, PDFRef} from '@cantoo/pdf-lib'
import type {SeparatedPicture} from '../../model/plant.ts'
import type {PressStandard} from '../../model/press.ts'
import {addPacked, addStream, type PdfValue} from './add-stream.ts'
import type {OrnamentResources, Shading} from './paint-ornament.ts'
import {toStencil} from './to-stencil.ts'
import {toSeparation} from './to-separation.ts'

/** Farther than any drawing goes, in its own units. */
const farUnits = 16_000

/** Objects of a page, named as they are added. */
export interface PageObjects extends OrnamentResources {
  /** Keep a picture; the answer is its name. */
  addPicture(key: string, picture: SeparatedPicture): string
  pictures(): Record<string, PDFRef>
  shadings(): Record<string, PDFRef>
  states(): Record<string, Record<string, PdfValue>>
}

/** Open the objects of a page. */
export function openPageObjects(
  context: PDFContext,
  standard: PressStandard
): PageObjects {
  const names = new Map<string, string>()
  const pictures: Record<string, PDFRef> = {}
  const shadings: Record<string, PDFRef> = {}
  const states: Record<string, Record<string, PdfValue>> = {}

  return {
    addOpacity,
    addPicture,
    addShading,
    addSoftMask,
    pictures: () => pictures,
    shadings: () => shadings,
    states: () => states
  }

  function addPicture(key: string, picture: SeparatedPicture): string {
    const known = names.get(key)
    if (known) return known
    const name = `P${Object.keys(pictures).length}`
    names.set(key, name)
    pictures[name] = toImage(picture, standard, context)
    return name
  }

  function addShading(shading: Shading): string {
    const key = JSON.stringify(shading)
    const known = names.get(key)
    if (known) return known
    const name = `G${Object.keys(shadings).length}`
    names.set(key, name)
    shadings[name] = context.register(context.obj(toShading(shading)))
    return name
  }

  function addOpacity(fill: number, stroke: number): string {
    const name = `A${Math.round(fill * 1000)}-${Math.round(stroke * 1000)}`
    states[name] = {Type: 'ExtGState', ca: fill, CA: stroke}
    return name
  }

  function addSoftMask(shading: Shading): string {
    const key = `mask ${JSON.stringify(shading)}`
    const known = names.get(key)
    if (known) return known
    const name = `M${names.size}`
    names.set(key, name)
    const grey = context.register(context.obj(toShading(shading)))
    const G = toMaskForm(grey, context)
    states[name] = {
      Type: 'ExtGState',
      SMask: {Type: 'Mask', S: 'Luminosity', G}
    }
    return name
  }
}

/** A form that a soft mask is painted by: one gradient, as far as it goes. */
function toMaskForm(shading: PDFRef, context: PDFContext): PDFRef {
  return addStream(
    new TextEncoder().encode('/G sh'),
    {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-farUnits, -farUnits, farUnits, farUnits],
      Group: {Type: 'Group', S: 'Transparency', CS: 'DeviceGray'},
      Resources: {Shading: {G: shading}}
    },
    context
  )
}

function toImage(
  picture: SeparatedPicture,
  standard: PressStandard,
  context: PDFContext
): PDFRef {
  const {depthPx, encoding, kind, mask, value, widthPx} = picture
  const isJpeg = encoding === 'jpeg'
  const isColour = kind === 'colour'
  return addPacked(
    value,
    {
      Type: 'XObject',
      Subtype: 'Image',
      Width: widthPx,
      Height: depthPx,
      BitsPerComponent: 8,
      ColorSpace: isColour ? 'DeviceCMYK' : 'DeviceGray',
      // Adobe's JPEGs of inks are turned round, and so are ours.
      ...(isJpeg && isColour ? {Decode: [1, 0, 1, 0, 1, 0, 1, 0]} : {}),
      Filter: isJpeg ? 'DCTDecode' : 'FlateDecode',
      ...(mask &&
        (standard === 'x-4'
          ? {SMask: toMask(mask, context)}
          : {Mask: toStencil(mask, context)}))
    },
    context
  )
}

function toMask(
  {depthPx, value, widthPx}: NonNullable<SeparatedPicture['mask']>,
  context: PDFContext
): PDFRef {
  return addPacked(
    value,
    {
      Type: 'XObject',
      Subtype: 'Image',
      Width: widthPx,
      Height: depthPx,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceGray'
    },
    context
  )
}

function toShading({isGrey, numbers, spot, stops, type}: Shading) {
  return {
    ShadingType: type === 'axial' ? 2 : 3,
    ColorSpace: spot
      ? toSeparation(spot.name, spot.alternate)
      : isGrey
        ? 'DeviceGray'
        : 'DeviceCMYK',
    Coords: [...numbers],
    Extend: [true, true],
    Function: toFunction(stops)
  }
}

// One function from stop to stop, stitched together (ISO 32000-1, 7.10.4).
function toFunction(stops: Shading['stops']) {
  const [first] = stops
  const all = [
    ...(first && first.offset > 0 ? [{...first, offset: 0}] : []),
    ...stops
  ]
  const last = all.at(-1)
  if (last && (last.offset < 1 || all.length === 1)) {
    all.push({...last, offset: 1})
  }
  const pieces = all.slice(1).map((stop, index) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [...(all[index] ?? stop).tones],
    C1: [...stop.tones],
    N: 1
  }))
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: pieces,
    Bounds: all.slice(1, -1).map(({offset}) => offset),
    Encode: pieces.flatMap(() => [0, 1])
  }
}

// Separation: pictures to the inks of a press.
//
// Colour goes through the press's profile (littlecms in sharp, perceptual); grey
// goes to black alone, by the tone curve that the profile has for it, so that
// it can't turn green on a press that is out of register. What is only black
// and white is line art and keeps its edges: no JPEG, more pixels.
//
// sharp takes a profile by its path. `withIccProfile` alone converts;
// `toColourspace('cmyk')` before it would convert twice.

import {deflateSync} from 'node:zlib'
import sharp, {type Sharp} from 'sharp'
import type {SeparatedPicture, SeparationOptions} from '../model/plant.ts'
import {readBlackRamp} from './black-ramp.ts'
import {limitInk, measureInk} from './limit-ink.ts'
import {openPicture, toPixels} from './pictures.ts'
import {readPlates} from './read-plates.ts'
import {openCmykTiff, type InkPixels} from './write-cmyk-tiff.ts'

interface Pixels {
  widthPx: number
  depthPx: number
  value: Uint8Array
}

const jpegQuality = 90

/** Turn a picture into inks. */
export async function separatePicture(
  value: Uint8Array,
  options: SeparationOptions
): Promise<SeparatedPicture> {
  const {autoOrient, hasAlpha, icc, space} = await openPicture(value).metadata()
  const part = options.crop
    ? toPixels(options.crop, autoOrient)
    : {...autoOrient, left: 0, top: 0}
  // sharp shrinks while it decodes, and a picture can only be read once.
  const take = (widthPx: number): Sharp =>
    openPicture(value)
      .autoOrient()
      .extract(part)
      .flatten({background: '#ffffff'})
      .resize({
        width: Math.max(1, Math.round(widthPx)),
        withoutEnlargement: true
      })
  const facts = {cropWidthPx: part.width, cropDepthPx: part.height}

  // Numbers for a press nobody named: they are the plates as they are.
  if (space === 'cmyk' && !icc) {
    const plates = await readPlates(take(options.widthPx))
    const colour = await toColour(plates, options)
    return {...facts, ...colour, isUntaggedCmyk: true}
  }

  if (options.keepsClear === true && hasAlpha) {
    return {...facts, ...(await separateClear(value, options))}
  }

  const colour = await readColour(take(options.widthPx))
  const kind = findKind(colour)
  if (kind === 'colour') {
    const plates = await separate(colour, options.profilePath)
    return {...facts, ...(await toColour(plates, options))}
  }

  const isFine = kind === 'lineArt' && part.width > options.widthPx
  const grey = isFine ? await readColour(take(options.lineArtWidthPx)) : colour
  const black = await toBlack(grey, options.profilePath)
  return {...facts, ...(await toGrey(black, kind))}
}

// Colours as they are where there is any, and how much is there beside them.
async function separateClear(
  value: Uint8Array,
  options: SeparationOptions
): Promise<Omit<SeparatedPicture, 'cropDepthPx' | 'cropWidthPx'>> {
  const {data, info} = await openPicture(value)
    .autoOrient()
    .resize({width: Math.max(1, options.widthPx), withoutEnlargement: true})
    .toColourspace('srgb')
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
  const size = {widthPx: info.width, depthPx: info.height}
  const value3 = new Uint8Array(info.width * info.height * 3).fill(255)
  const alphas = new Uint8Array(info.width * info.height)
  for (let pixel = 0; pixel < alphas.length; pixel++) {
    const alpha = data[pixel * 4 + 3] ?? 255
    alphas[pixel] = alpha
    // What can't be seen is white, and no ink is counted for it.
    if (alpha > 0)
      value3.set(data.subarray(pixel * 4, pixel * 4 + 3), pixel * 3)
  }
  const colour: Pixels = {...size, value: value3}
  const kind = findKind(colour)
  const inks =
    kind === 'colour'
      ? await toColour(await separate(colour, options.profilePath), options)
      : await toGrey(await toBlack(colour, options.profilePath), kind)
  return {...inks, mask: {...size, value: deflateSync(alphas)}}
}

// Whatever profile it has, eight or sixteen bits: sRGB.
async function readColour(image: Sharp): Promise<Pixels> {
  const {data, info} = await image
    .toColourspace('srgb')
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
  const {channels, height, width} = info
  const value = channels === 3 ? data : toThreeChannels(data, channels)
  return {widthPx: width, depthPx: height, value}
}

function toThreeChannels(data: Uint8Array, channelCount: number): Uint8Array {
  const pixelCount = data.length / channelCount
  const value = new Uint8Array(pixelCount * 3)
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const from = channelCount < 3 ? 0 : channel
      value[pixel * 3 + channel] = data[pixel * channelCount + from] ?? 0
    }
  }
  return value
}

async function separate(
  colour: Pixels,
  profilePath: string
): Promise<InkPixels> {
  const {depthPx, value, widthPx} = colour
  const raw = {width: widthPx, height: depthPx, channels: 3 as const}
  const {data, info} = await sharp(value, {raw})
    .withIccProfile(profilePath, {attach: false})
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
  // A profile that can't be used is passed over in silence.
  if (info.channels !== 4) throw new Error('its tables convert no colour')
  return {widthPx, depthPx, value: data}
}

// Neutral within what JPEG leaves of grey is grey; and of that, what hardly has
// a tone between black and white is line art.
function findKind({value}: Pixels): SeparatedPicture['kind'] {
  const pixelCount = value.length / 3
  let colouredCount = 0
  let toneCount = 0
  for (let at = 0; at < value.length; at += 3) {
    const [r, g, b] = [value[at] ?? 0, value[at + 1] ?? 0, value[at + 2] ?? 0]
    if (Math.max(r, g, b) - Math.min(r, g, b) > 10) colouredCount++
    if (g > 24 && g < 231) toneCount++
  }
  if (colouredCount > pixelCount / 1000) return 'colour'
  return pixelCount > 16 && toneCount < pixelCount / 20 ? 'lineArt' : 'grey'
}

async function toColour(
  plates: InkPixels,
  {inkLimitPercent}: SeparationOptions
): Promise<Omit<SeparatedPicture, 'cropDepthPx' | 'cropWidthPx'>> {
  const {depthPx, widthPx} = plates
  // JPEG rings at edges: what it adds is taken off before, then looked at.
  let allowedPercent = inkLimitPercent - 4
  const tiff = openCmykTiff(plates)
  for (let round = 0; round < 4; round++) {
    limitInk(plates, allowedPercent, tiff.value)
    const value = await encode(tiff.file)
    const ink = measureInk(await readPlates(sharp(value)))
    const overPercent = ink.mostInkPercent - inkLimitPercent
    if (overPercent > 0 && round < 3) {
      allowedPercent -= overPercent + 2
      continue
    }
    if (overPercent > 0) break
    return {kind: 'colour', encoding: 'jpeg', widthPx, depthPx, value, ...ink}
  }
  const limited = limitInk(plates, inkLimitPercent, tiff.value)
  const value = deflateSync(limited.value)
  const ink = measureInk(limited)
  return {kind: 'colour', encoding: 'deflate', widthPx, depthPx, value, ...ink}
}

async function encode(tiff: Uint8Array): Promise<Uint8Array> {
  return sharp(tiff)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({quality: jpegQuality, chromaSubsampling: '4:4:4'})
    .toBuffer()
}

// Tones of paper: 255 is white, as PDF has it.
async function toBlack(grey: Pixels, profilePath: string): Promise<Pixels> {
  const {depthPx, value, widthPx} = grey
  const ramp = await readBlackRamp(profilePath)
  const tones = new Uint8Array(widthPx * depthPx)
  for (let at = 0; at < tones.length; at++) {
    tones[at] = 255 - (ramp[value[at * 3 + 1] ?? 0] ?? 0)
  }
  return {widthPx, depthPx, value: tones}
}

async function toGrey(
  black: Pixels,
  kind: 'grey' | 'lineArt'
): Promise<Omit<SeparatedPicture, 'cropDepthPx' | 'cropWidthPx'>> {
  const {depthPx, value, widthPx} = black
  const least = value.reduce((a, b) => Math.min(a, b), 255)
  const ink = {mostInkPercent: (255 - least) / 2.55, mostColorPercent: 0}
  const size = {kind, widthPx, depthPx, ...ink}
  if (kind === 'lineArt') {
    return {...size, encoding: 'deflate', value: deflateSync(value)}
  }
  const raw = {width: widthPx, height: depthPx, channels: 1 as const}
  const coded = await sharp(value, {raw})
    .toColourspace('b-w')
    .jpeg({quality: jpegQuality})
    .toBuffer()
  return {...size, encoding: 'jpeg', value: coded}
}

// Pictures as newsrooms get them: every one shows the same four patches, in
// colours, files and turns of its own. What comes in is written here; what must
// come out is said as sRGB.

import sharp, {type Sharp} from 'sharp'
import {writeCmykTiff} from '../../src/plant/write-cmyk-tiff.ts'
import {
  adobeRgb,
  displayP3,
  toSpace,
  writeMatrixProfile,
  type RgbSpace
} from './write-matrix-profile.ts'

/** A colour: bytes of red, green and blue. */
export type Rgb = readonly [number, number, number]

/** A picture and what it must look like. */
export interface OddPicture {
  name: string
  /** File name, with its ending. */
  file: string
  value: Uint8Array
  /** Patches as shown: top left, top right, bottom left, bottom right. */
  shows: readonly [Rgb, Rgb, Rgb, Rgb]
  /** Plates as they must be, in per cent, where the picture names them. */
  plates?: ReadonlyArray<ReadonlyArray<number>>
}

const widthPx = 720
const depthPx = 480
// Colours that newsprint can print, so that inks are no way of no return.
const patches = [
  [168, 92, 80],
  [80, 128, 88],
  [72, 92, 132],
  [184, 160, 88]
] as const satisfies OddPicture['shows']
const greys = [
  [60, 60, 60],
  [120, 120, 120],
  [180, 180, 180],
  [220, 220, 220]
] as const satisfies OddPicture['shows']
const white: Rgb = [255, 255, 255]

/** Make the pictures; `pressProfile` is the path of a CMYK profile. */
export async function makeOddPictures(
  pressProfile: string
): Promise<Array<OddPicture>> {
  const plain = toSharp(paint(patches), 3)
  const jpeg = {quality: 95, chromaSubsampling: '4:4:4'}
  const plates = [
    [20, 80, 70, 10],
    [70, 20, 60, 10],
    [80, 50, 10, 10],
    [10, 30, 80, 5]
  ]
  const inked = await writeCmyk(plates)
  const made: Array<[string, string, Sharp | Uint8Array, OddPicture['shows']]> =
    [
      ['sRGB JPEG', 'plain.jpg', plain.clone().jpeg(jpeg), patches],
      [
        'progressive JPEG',
        'progressive.jpg',
        plain.clone().jpeg({...jpeg, progressive: true}),
        patches
      ],
      ...(await Promise.all(
        [adobeRgb, displayP3].map(
          async (
            space
          ): Promise<[string, string, Uint8Array, OddPicture['shows']]> => [
            space.name,
            `${space.id}.jpg`,
            await paintIn(space),
            patches
          ]
        )
      )),
      [
        'CMYK JPEG with its profile',
        'cmyk-tagged.jpg',
        plain.clone().withIccProfile(pressProfile).jpeg(jpeg),
        patches
      ],
      ['PNG of 16 bits', 'deep.png', toDeep(paint(patches)), patches],
      [
        'PNG of 256 colours',
        'palette.png',
        plain.clone().png({palette: true}),
        patches
      ],
      [
        'PNG that is clear in part',
        'clear.png',
        toSharp(paint(patches, [255, 127, 255, 0]), 4).png(),
        [patches[0], mix(patches[1], white, 127 / 255), patches[2], white]
      ],
      ['WebP', 'plain.webp', plain.clone().webp({quality: 95}), patches],
      ['TIFF', 'plain.tif', plain.clone().tiff({compression: 'lzw'}), patches],
      ['GIF of one picture', 'plain.gif', plain.clone().gif(), patches],
      [
        'PNG that is called JPEG',
        'wrong-ending.jpg',
        plain.clone().png(),
        patches
      ],
      [
        'grey JPEG',
        'grey.jpg',
        toSharp(paint(greys), 3).toColourspace('b-w').jpeg(jpeg),
        greys
      ],
      [
        'grey in colour',
        'grey-in-colour.jpg',
        toSharp(paint(greys), 3).jpeg(jpeg),
        greys
      ]
    ]
  const pictures: Array<OddPicture> = []
  for (const [name, file, value, shows] of made) {
    const bytes = value instanceof Uint8Array ? value : await toBytes(value)
    pictures.push({name, file, value: bytes, shows})
  }
  for (let turn = 1; turn <= 8; turn++) {
    const image = toSharp(paint(patches), 3, turn)
    pictures.push({
      name: `EXIF orientation ${turn}`,
      file: `turn-${turn}.jpg`,
      value: await toBytes(image.withMetadata({orientation: turn}).jpeg(jpeg)),
      shows: patches
    })
  }
  pictures.push({
    name: 'CMYK JPEG without a profile',
    file: 'cmyk-bare.jpg',
    value: inked,
    shows: patches,
    plates
  })
  return pictures
}

interface Pixels {
  data: Buffer
  width: number
  height: number
}

/** Four patches; with an alpha each, where that is given. */
function paint(
  colors: OddPicture['shows'],
  alphas?: ReadonlyArray<number>
): Pixels {
  const channels = alphas ? 4 : 3
  const data = Buffer.alloc(widthPx * depthPx * channels)
  for (let y = 0; y < depthPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const patch = (x < widthPx / 2 ? 0 : 1) + (y < depthPx / 2 ? 0 : 2)
      const color = [...(colors[patch] ?? white), alphas?.[patch] ?? 255]
      data.set(color.slice(0, channels), (y * widthPx + x) * channels)
    }
  }
  return {data, width: widthPx, height: depthPx}
}

/** Pixels to sharp; lying as EXIF orientation `turn` would set upright. */
function toSharp(pixels: Pixels, channels: 3 | 4, turn = 1): Sharp {
  const {data, height, width} = turn === 1 ? pixels : lay(pixels, turn)
  return sharp(data, {raw: {width, height, channels}})
}

// EXIF 2.32, table 6: where the first row and the first column are seen.
function lay({data, height, width}: Pixels, turn: number): Pixels {
  const isOnSide = turn > 4
  const [storedWidth, storedHeight] = isOnSide
    ? [height, width]
    : [width, height]
  const stored = Buffer.alloc(data.length)
  for (let row = 0; row < storedHeight; row++) {
    for (let column = 0; column < storedWidth; column++) {
      const [x, y] = find(row, column)
      const from = (y * width + x) * 3
      stored.set(
        data.subarray(from, from + 3),
        (row * storedWidth + column) * 3
      )
    }
  }
  return {data: stored, width: storedWidth, height: storedHeight}

  function find(row: number, column: number): readonly [number, number] {
    const [right, bottom] = [width - 1, height - 1]
    switch (turn) {
      case 2:
        return [right - column, row]
      case 3:
        return [right - column, bottom - row]
      case 4:
        return [column, bottom - row]
      case 5:
        return [row, column]
      case 6:
        return [right - row, column]
      case 7:
        return [right - row, bottom - column]
      default:
        return [row, bottom - column]
    }
  }
}

async function paintIn(space: RgbSpace): Promise<Uint8Array> {
  const [a, b, c, d] = patches.map((color) => toSpace(color, space))
  const toRgb = ([r = 0, g = 0, blue = 0]: ReadonlyArray<number> = []): Rgb => [
    r,
    g,
    blue
  ]
  const coded = toSharp(paint([toRgb(a), toRgb(b), toRgb(c), toRgb(d)]), 3)
  const bytes = await toBytes(
    coded.jpeg({quality: 97, chromaSubsampling: '4:4:4'})
  )
  return embedInJpeg(bytes, writeMatrixProfile(space))
}

/** Put a profile into a JPEG as it is (ICC.1, B.4): one `APP2` segment. */
export function embedInJpeg(jpeg: Uint8Array, profile: Uint8Array): Uint8Array {
  const head = Buffer.from('ICC_PROFILE\0\u0001\u0001', 'latin1')
  const segment = Buffer.alloc(4)
  segment.writeUInt16BE(0xff_e2, 0)
  segment.writeUInt16BE(2 + head.length + profile.length, 2)
  return new Uint8Array(
    Buffer.concat([
      jpeg.subarray(0, 2),
      segment,
      head,
      profile,
      jpeg.subarray(2)
    ])
  )
}

async function writeCmyk(
  plates: ReadonlyArray<ReadonlyArray<number>>
): Promise<Uint8Array> {
  const value = new Uint8Array(widthPx * depthPx * 4)
  for (let y = 0; y < depthPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const patch = (x < widthPx / 2 ? 0 : 1) + (y < depthPx / 2 ? 0 : 2)
      const tones = plates[patch]?.map((tone) => Math.round(tone * 2.55)) ?? []
      value.set(tones, (y * widthPx + x) * 4)
    }
  }
  const image = sharp(writeCmykTiff({widthPx, depthPx, value}))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
  return toBytes(image.jpeg({quality: 97, chromaSubsampling: '4:4:4'}))
}

/** Sixteen bits a channel; the low ones say something, too. */
function toDeep({data, height, width}: Pixels): Sharp {
  const deep = Uint16Array.from(data, (byte) => byte * 257)
  return sharp(deep, {raw: {width, height, channels: 3}})
    .toColourspace('rgb16')
    .png()
}

function mix(color: Rgb, ground: Rgb, ratio: number): Rgb {
  const at = (index: 0 | 1 | 2): number =>
    Math.round(color[index] * ratio + ground[index] * (1 - ratio))
  return [at(0), at(1), at(2)]
}

async function toBytes(image: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await image.toBuffer())
}

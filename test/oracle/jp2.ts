// Programs of others that read JPEG 2000: jpylyzer, the libraries' validator,
// and OpenJPEG's own decoder.

import {spawnSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import {bringArchiveTools} from './bring-archive-tools.ts'

/** Reads JPEG 2000. */
export interface Jp2Readers {
  /** What jpylyzer says of a file. */
  inspect(file: string): {
    isValid: boolean
    widthPx: number
    depthPx: number
    resolutionPpi: number
  }
  /** Decode a file in colour to the last pixel. */
  decode(
    file: string
  ): Promise<{widthPx: number; depthPx: number; pixels: Uint8Array}>
}

/** Say why files can't be decoded here; nothing when they can. */
export function findJp2Problem(): string | undefined {
  const {error} = spawnSync('opj_decompress', ['-h'])
  return error ? 'there is no opj_decompress' : undefined
}

/** Open the readers. */
export async function openJp2Readers(): Promise<Jp2Readers> {
  const folder = path.join(await bringArchiveTools(), 'jpylyzer')
  return {
    inspect: (file) => {
      const {stdout} = spawnSync('python3', ['-m', 'jpylyzer', file], {
        encoding: 'utf8',
        env: {...process.env, PYTHONPATH: folder}
      })
      const find = (name: string): string =>
        new RegExp(`<${name}\\b[^>]*>([^<]*)<`).exec(stdout)?.[1] ?? ''
      return {
        isValid: find('isValid') === 'True',
        widthPx: Number(find('width')),
        depthPx: Number(find('height')),
        resolutionPpi: Math.round(Number(find('hRescInPixelsPerInch')))
      }
    },
    decode: async (file) => {
      const out = `${file}.ppm`
      const {status, stderr} = spawnSync(
        'opj_decompress',
        ['-i', file, '-o', out],
        {encoding: 'utf8'}
      )
      if (status !== 0) throw new Error(stderr)
      const bytes = await fs.readFile(out)
      await fs.rm(out)
      // `P6`, a remark, size, the largest value, and pixels.
      const head = /^P6\s(?:#[^\n]*\n)*(\d+)\s(\d+)\s255\s/.exec(
        bytes.toString('latin1', 0, 200)
      )
      if (!head) throw new TypeError('Unexpected picture, expected a PPM')
      return {
        widthPx: Number(head[1]),
        depthPx: Number(head[2]),
        pixels: bytes.subarray(head[0].length)
      }
    }
  }
}

declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  /** Writes a picture as a JPEG 2000 codestream. */
  export interface J2KEncoder {
    /** Make room for the picture, to be filled pixel by pixel. */
    getDecodedBuffer(frame: {
      width: number
      height: number
      bitsPerSample: number
      componentCount: number
      isSigned: boolean
      isUsingColorTransform: boolean
    }): Uint8Array
    setQuality(isLossless: boolean, layerCount: number): void
    setCompressionRatio(layerIndex: number, ratio: number): void
    setDecompositions(count: number): void
    /** `1`: resolution, layer, component, position. */
    setProgressionOrder(order: number): void
    encode(): void
    getEncodedBuffer(): Uint8Array
    delete(): void
  }

  /** Reads one back. */
  export interface J2KDecoder {
    /** Make room for the codestream, to be filled byte by byte. */
    getEncodedBuffer(byteCount: number): Uint8Array
    decode(): void
    getDecodedBuffer(): Uint8Array
  }

  /** The codec, started. */
  export interface OpenJpeg {
    J2KEncoder: new () => J2KEncoder
    J2KDecoder: new () => J2KDecoder
  }

  /** Start the codec. */
  export default function startOpenJpeg(options: {
    wasmBinary: Uint8Array
    print(line: string): void
    printErr(line: string): void
  }): Promise<OpenJpeg>
}

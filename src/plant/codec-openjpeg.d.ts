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
    /** `2`: resolution, position, component, layer. */
    setProgressionOrder(order: number): void
    encode(): void
    getEncodedBuffer(): Uint8Array
    delete(): void
  }

  /** The codec, started. */
  export interface OpenJpeg {
    J2KEncoder: new () => J2KEncoder
  }

  /** Start the codec. */
  export default function startOpenJpeg(options: {
    wasmBinary: Uint8Array
    print(line: string): void
    printErr(line: string): void
  }): Promise<OpenJpeg>
}

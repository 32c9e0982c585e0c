// The part of WebAssembly we use: Node has it, Node's types leave it to browsers'.

declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
  }

  function instantiate(
    module: Uint8Array
  ): Promise<{instance: {exports: object}}>
}

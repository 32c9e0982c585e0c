// The part of WebAssembly we use: Node has it, Node's types leave it to browsers'.

declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
  }

  class Module {
    private readonly compiled: true
  }

  class Instance {
    constructor(module: Module)
    readonly exports: object
  }

  function compile(module: Uint8Array): Promise<Module>
}

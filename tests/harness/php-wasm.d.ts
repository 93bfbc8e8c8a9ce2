/** What the tests use of PHP for WebAssembly; the build brings no types, and those of the other do not resolve. */
declare module '@php-wasm/node-8-3' {
  export function getPHPLoaderModule(): Promise<object>;
}

declare module '@php-wasm/universal' {
  export function loadPHPRuntime(loader: object): Promise<number>;

  export class PHP {
    constructor(runtime: number);
    mkdir(folder: string): void;
    writeFile(file: string, content: string | Uint8Array): void;
    /** @throws Error with what PHP said, when it ends with another code than 0. */
    run(what: { readonly code: string }): Promise<{ readonly text: string }>;
    exit(): void;
  }
}

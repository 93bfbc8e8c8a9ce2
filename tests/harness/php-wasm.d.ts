/** What the tests use of PHP for WebAssembly; the build brings no types, and those of the other do not resolve. */
declare module '@php-wasm/node-8-3' {
  export function getPHPLoaderModule(): Promise<object>;
}

declare module '@php-wasm/universal' {
  export function loadPHPRuntime(loader: object): Promise<number>;

  export class PHP {
    constructor(runtime: number);
    mkdir(folder: string): void;
    /** With the folders above it. */
    mkdirTree(folder: string): void;
    writeFile(file: string, content: string | Uint8Array): void;
    /** @throws Error with what PHP said, when it ends with another code than 0. */
    run(what: { readonly code: string }): Promise<{ readonly text: string }>;
    exit(): void;
  }

  /** Answers requests from a folder of PHP's own file system: files as they are, scripts by running them, one at a time. */
  export class PHPRequestHandler {
    constructor(options: {
      readonly documentRoot: string;
      readonly absoluteUrl: string;
      readonly php: PHP;
      /** Without its own, cookies go to and from who asks. */
      readonly cookieStore: false;
      readonly getFileNotFoundAction: () => { readonly type: 'internal-redirect'; readonly uri: string };
    });
    request(request: {
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }): Promise<{
      readonly bytes: Uint8Array;
      readonly headers: Record<string, string[]>;
      readonly httpStatusCode: number;
    }>;
  }
}

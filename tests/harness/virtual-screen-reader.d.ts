/** The package's own types describe its other entrance only; the one that runs in browsers has the same shape. */
declare module '@guidepup/virtual-screen-reader/browser.js' {
  export const virtual: {
    start(options: { readonly container: Node }): Promise<void>;
    next(): Promise<void>;
    stop(): Promise<void>;
    /** What was spoken of last. */
    readonly activeNode: Node | null;
    spokenPhraseLog(): Promise<string[]>;
  };
}

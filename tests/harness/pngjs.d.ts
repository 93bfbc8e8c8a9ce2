declare module 'pngjs' {
  interface Pixels {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8Array;
  }
  export const PNG: {
    readonly sync: {
      read(bytes: Uint8Array): Pixels;
      write(picture: Pixels): Buffer;
    };
  };
}

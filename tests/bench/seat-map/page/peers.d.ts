// What the bench uses of packages that are installed when it first runs, and of which few have types.

declare module '@alisaitteke/seatmap-canvas' {
  interface PeerSeat {
    salable: boolean;
    readonly svg: { blur(): void } | null;
  }
  interface Zoom {
    translateBy(node: unknown, x: number, y: number): void;
    scaleBy(node: unknown, factor: number, at: readonly [number, number]): void;
  }
  export class SeatMapCanvas {
    constructor(container: string, config: object);
    readonly data: {
      addBulkBlock(blocks: readonly object[]): void;
      getBlocks(): readonly { readonly seats: readonly PeerSeat[] }[];
    };
    readonly svg: { readonly node: { call(...values: unknown[]): void } };
    readonly zoomManager: { readonly zoomTypes: { readonly normal: Zoom } };
  }
}
declare module '@alisaitteke/seatmap-canvas/dist/esm/seatmap.canvas.css' {}

declare module 'seatchart' {
  interface Place {
    readonly row: number;
    readonly col: number;
  }
  class Seatchart {
    constructor(element: HTMLElement, options: object);
    setSeat(place: Place, seat: { readonly state: 'available' | 'reserved' }): void;
  }

  // biome-ignore lint/style/noDefaultExport: it is how the package exports it.
  export default Seatchart;
}
declare module 'seatchart/dist/seatchart.css' {}

declare module 'react' {
  export function createElement(type: unknown, props: object): object;
}
declare module 'react-dom' {
  export function render(element: object, box: Element): void;
}
declare module 'react-seat-picker' {
  const SeatPicker: unknown;

  // biome-ignore lint/style/noDefaultExport: it is how the package exports it.
  export default SeatPicker;
}

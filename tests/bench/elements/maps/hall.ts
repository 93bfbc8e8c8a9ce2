/** A seat with everything worked out, as most seat maps want it. */
export interface MapSeat {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly number: string;
  readonly section: number;
  readonly row: number;
  readonly sold: boolean;
}

/** Those of the hall that all draw, over the same wire. */
export const fetchSeats = async (): Promise<MapSeat[]> => (await fetch('/seats.json')).json();

/** Puts a map where it is to be drawn; what is looked at says when it is there. */
export function place(map: HTMLElement): void {
  map.dataset.subject = '';
  document.querySelector('#hall')?.append(map);
}

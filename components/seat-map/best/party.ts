import { fitsParty, pickTogether } from '../../../sdk/model/best-seats/index.ts';
import { SeatState } from '../../../sdk/model/scene/index.ts';
import type { Hall } from '../hall-model.ts';
import { nowOf } from '../hall-now.ts';

/** Pointing for several people at once: where they fit side by side, and which seats a pointed one brings along. */
export class Party {
  readonly places: number;
  private fitting: { readonly states: Uint8Array; readonly fits: Uint8Array } | undefined;
  private picked: { readonly states: Uint8Array; readonly seat: number; readonly seats: readonly number[] } | undefined;

  constructor(places: number) {
    this.places = places;
  }

  /** 1 for each seat where the party fits; the others step back on the map. */
  fits(hall: Hall): Uint8Array {
    const { states } = hall;
    if (this.fitting?.states !== states) this.fitting = { states, fits: fitsParty(nowOf(hall), this.places) };
    return this.fitting.fits;
  }

  /** The seats a seat brings along; none where the party does not fit. */
  around(hall: Hall, seat: number): readonly number[] {
    const { states } = hall;
    if (states[seat] !== SeatState.free) return [];
    if (this.picked?.states !== states || this.picked.seat !== seat) {
      this.picked = { states, seat, seats: pickTogether(nowOf(hall), seat, this.places) ?? [] };
    }
    return this.picked.seats;
  }
}

import '@sbb-esta/lyne-elements/standard-theme.css';
import '@sbb-esta/lyne-elements-experimental/seat-reservation.js';
import { fetchSeats, place } from './hall.ts';

/** It knows coaches with seats on a grid: a section is one of them, its rows straight. */
interface Coach {
  readonly id: string;
  readonly number: string;
  readonly dimension: { readonly w: number; readonly h: number };
  readonly travelClass: readonly string[];
  readonly places: object[];
  readonly graphicElements: readonly object[];
}

const SIZE = 2;
const coaches: Coach[] = [];
for (const { number, section, row, sold } of await fetchSeats()) {
  coaches[section] ??= {
    id: `${section + 1}`,
    number: `${section + 1}`,
    dimension: { w: 24, h: 42 },
    travelClass: ['SECOND'],
    places: [],
    graphicElements: [],
  };
  const { places } = coaches[section];
  places.push({
    number: `${places.length + 1}`,
    type: 'SEAT',
    state: sold ? 'ALLOCATED' : 'FREE',
    position: { x: 2 + SIZE * (row % 10), y: 1 + SIZE * (Number(number) - 1), z: 0 },
    dimension: { w: SIZE, h: SIZE },
    rotation: 0,
    propertyIds: [],
  });
}
const map = document.createElement('sbb-seat-reservation');
Object.assign(map, {
  seatReservations: [{ vehicleType: 'TRAIN', deckCoachIndex: 0, deckCoachLevel: 'SINGLE_DECK', coachItems: coaches }],
});
place(map);

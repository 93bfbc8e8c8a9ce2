/** The best seats for a wish, and places together: what the browser offers and the server gives. */
export { bestSeats, bestSeatsList } from './best-seats.ts';
export { fitsParty, pickTogether } from './party.ts';
export { replaceLost } from './replace-lost.ts';
export { seatsLike } from './seats-like.ts';

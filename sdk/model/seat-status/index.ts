/** What is taken in a hall: how it travels, and how it is kept. */
export { applyChanges, type HallStatus, PublicSeatState, readStatus } from './hall-status.ts';
export { type PublicState, readRuns, type SeatsByState, writeRuns, writeSeats } from './runs.ts';

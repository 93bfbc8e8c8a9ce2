export { TEST_CARDS, TEST_EVENTS, TEST_ORGANIZER } from './dataset.ts';
export { uitpasHandlers } from './handlers.ts';
export { createUitpasStandIn, type StandInFault, type UitpasStandIn } from './stand-in.ts';

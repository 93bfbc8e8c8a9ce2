/** Seating plans: what a hall looks like, read from a file or laid out for drawing. */
export { layOutPlan } from './lay-out.ts';
export { capacityOf, placeName, seatById } from './places.ts';
export type { PlanSource } from './source.ts';
export type * from './types.ts';

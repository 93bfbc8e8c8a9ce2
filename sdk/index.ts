/** Foyer without elements: sell a centre's tickets from any program, with an interface of your own or with none. */
export {
  type Access,
  type Client,
  type ClientOptions,
  createClient,
  type ImageFile,
  type PerformancesQuery,
  type Wait,
} from './client/client.ts';
export type { LiveListeners, LiveStream } from './client/live.ts';
export type * from './contract/index.ts';
export type { CalendarView, Day, DaySummary, Period } from './model/calendar/index.ts';
export { type EventData, type EventPage, eventOf, jsonLd, type TellablePerformance } from './model/event.ts';
export { filterInQuery, filterWithin, queryWithFilter } from './model/programme/address.ts';
export {
  NO_FILTER,
  type ProgrammeFilter,
  type ProgrammeItem,
} from './model/programme/index.ts';
export { type Found, filterProgramme, lookThrough } from './model/programme/look-through.ts';
export { type HallStatus, PublicSeatState, readStatus } from './model/seat-status/index.ts';
export type * from './model/seating-plan/source.ts';
export type * from './model/seating-plan/types.ts';
export type { Preference } from './model/subscriptions/pick-places.ts';
export type * from './model/subscriptions/types.ts';
export type * from './platform.ts';
export { createMemory } from './platform.ts';
export { type CalendarOptions, createCalendar } from './stores/calendar.ts';
export type { GivenHall } from './stores/given-hall.ts';
export { createPerformance, type PerformanceOptions } from './stores/performance.ts';
export { createProgramme, type ProgrammeOptions } from './stores/programme.ts';
export { createSeatChoice, type SeatChoice } from './stores/seat-choice.ts';
export { createShop, type ShopOptions } from './stores/shop.ts';
export { createSubscription, type SubscriptionOptions } from './stores/subscription/subscription.ts';
export type {
  Added,
  Choosing,
  FormulaOffer,
  LostPlace,
  SubscriptionStore,
  SubscriptionStoreState,
  Trouble,
} from './stores/subscription/types.ts';
export type {
  CalendarState,
  CalendarStore,
  CartState,
  CartStore,
  CentreState,
  ChoicesChange,
  ChosenLine,
  ChosenPlaces,
  ChosenState,
  Failure,
  Loadable,
  OrderStore,
  PerformanceState,
  PerformanceStore,
  PricesState,
  ProgrammeState,
  ProgrammeStore,
  Readable,
  Result,
  SeatingState,
  SeatingStore,
  Shop,
} from './stores/types.ts';
export {
  createWaitingList,
  type WaitingListOptions,
  type WaitingListState,
  type WaitingListStore,
} from './stores/waiting-list.ts';

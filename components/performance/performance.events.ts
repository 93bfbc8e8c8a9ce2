/** Another date, or another performance, is opened by the event of the programme. */
export { FoyerPerformanceOpenEvent } from '../programme/programme.events.ts';

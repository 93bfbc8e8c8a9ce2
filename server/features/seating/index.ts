export { createLiveHub, type LiveHub } from './hub.ts';
export { registerSeating } from './routes.ts';

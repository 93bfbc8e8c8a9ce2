export { type Beginnings, readBeginnings } from './beginnings.ts';
export { registerEmbed } from './routes.ts';

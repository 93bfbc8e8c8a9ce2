export { registerEmbed } from './routes.ts';

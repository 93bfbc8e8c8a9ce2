export { registerTickets } from './routes.ts';

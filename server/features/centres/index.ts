export { describeCentre, registerCentres } from './routes.ts';

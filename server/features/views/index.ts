export { createViews, type Views } from './files.ts';
export { registerViews } from './routes.ts';

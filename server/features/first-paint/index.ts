export type { Painter } from './painter.ts';
export { registerFirstPaint } from './routes.ts';

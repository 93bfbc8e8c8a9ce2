export * from './camera.ts';
export * from './colour.ts';
export * from './detail.ts';
export * from './scene.ts';
export * from './seat-index.ts';
export * from './states.ts';
export * from './summary.ts';
export * from './walk.ts';

/** The face of a centre: a few colours and choices, worked out into what every element, mail and ticket takes. */
export { type Colours, DEFAULT_PAIRS, type Scheme } from './defaults.ts';
export { PAIRS } from './pairs.ts';
export { themeProperties } from './properties.ts';
export { type Mended, type ResolvedTheme, resolveTheme } from './resolve.ts';

import { themeProperties } from '../../sdk/model/theme/index.ts';
import { THEMES } from '../../stories/fixtures/themes.ts';

export const LANGUAGES = ['nl', 'de', 'fr', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** Foyer's own face, and those of centres. */
export const FACES = ['Foyer', ...Object.keys(THEMES)] as const;

/** How a visitor reads: the window, the colours asked for, and which way the page runs. */
interface Way {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** Without it as the story itself has it. */
  readonly direction?: 'rtl';
  /** The visitor's own few colours come instead of anybody's. */
  readonly forced?: true;
}

/** One way to look at a story. */
export interface Look extends Way {
  readonly language: Language;
  readonly face: string;
}

const WAYS: readonly Way[] = [
  { width: 360, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 768, scheme: 'light' },
  { width: 360, scheme: 'dark', direction: 'rtl' },
  { width: 1280, scheme: 'light', forced: true },
];

const turned = <T>(all: readonly T[], by: number): T => {
  const found = all[by % all.length];
  if (found === undefined) throw new Error('There is nothing to turn.');
  return found;
};

/**
 * The looks at one story: in every way to read, in every language and in every face. Which comes with which is another
 * for each story after the other, so that all pairs are seen somewhere: a face whose colours give way to a visitor's own
 * here is seen in the next story.
 */
export const looksAt = (story: number): Look[] =>
  FACES.map((_, index) => ({
    ...turned(WAYS, index),
    language: turned(LANGUAGES, story + index),
    face: turned(FACES, 2 * story + index),
  }));

/** Every language in every face, each language in every way to read: for one story of each element. */
export const everyLook: readonly Look[] = LANGUAGES.flatMap((language, row) =>
  FACES.map((face, column) => ({ ...turned(WAYS, row + column), language, face })),
);

/** Pages to read look the same in every language and face. */
export const readingLooks: readonly Look[] = [
  { width: 360, scheme: 'light', language: 'en', face: 'Foyer' },
  { width: 1280, scheme: 'dark', language: 'en', face: 'Foyer' },
];

/** What the custom properties of a face are; none for Foyer's own. */
export function propertiesOf(face: string): Readonly<Record<string, string>> {
  const theme = THEMES[face];
  return theme ? themeProperties(theme) : {};
}

export const nameOf = ({ width, scheme, direction, forced, language, face }: Look): string =>
  [`${width} px`, scheme, direction, forced && 'forced colours', language, face].filter(Boolean).join(' ');

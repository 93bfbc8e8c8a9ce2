import { themeProperties } from '../../sdk/model/theme/index.ts';
import { THEMES } from '../../stories/fixtures/themes.ts';

export const LANGUAGES = ['nl', 'de', 'fr', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** Foyer's own face, and those of centres. */
export const FACES = ['Foyer', ...Object.keys(THEMES)] as const;

/** One way to look at a story. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly language: Language;
  readonly face: string;
}

const WIDTHS_AND_SCHEMES = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const;

const turned = <T>(all: readonly T[], by: number): T => {
  const found = all[by % all.length];
  if (found === undefined) throw new Error('There is nothing to turn.');
  return found;
};

/**
 * The looks at one story: narrow and wide, light and dark, in every language and in every face. Which language comes
 * with which face is another for each story after the other, so that all pairs are seen somewhere.
 */
export const looksAt = (story: number): Look[] =>
  FACES.map((_, index) => ({
    ...turned(WIDTHS_AND_SCHEMES, index),
    language: turned(LANGUAGES, story + index),
    face: turned(FACES, 2 * story + index),
  }));

/** Every language in every face, and each of them narrow, wide, light and dark: for one story of each element. */
export const everyLook: readonly Look[] = LANGUAGES.flatMap((language, row) =>
  FACES.map((face, column) => ({ ...turned(WIDTHS_AND_SCHEMES, row + column), language, face })),
);

/** What the custom properties of a face are; none for Foyer's own. */
export function propertiesOf(face: string): Readonly<Record<string, string>> {
  const theme = THEMES[face];
  return theme ? themeProperties(theme) : {};
}

export const nameOf = ({ width, scheme, language, face }: Look): string => `${width} px ${scheme} ${language} ${face}`;

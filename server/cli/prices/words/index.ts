import type { Language } from '../../../../sdk/contract/text.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** What `foyer prices try` says, by language. */
export const words: Readonly<Record<Language, Words>> = { nl, fr, en, de };

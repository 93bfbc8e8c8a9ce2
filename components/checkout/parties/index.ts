import type { LateModule } from '../../internal/late-part.ts';
import { partiesWords } from '../../translations/parties/index.ts';
import { partiesStyles } from './parties.styles.ts';
import { Parties, type PartiesSource } from './parties.ts';

/** The part of a checkout that comes once a partner's places are chosen. */
export const parties: LateModule<Parties, PartiesSource> = {
  styles: [partiesStyles],
  words: partiesWords,
  make: (_, source) => new Parties(source),
};

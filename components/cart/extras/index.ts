import type { LateModule } from '../../internal/late-part.ts';
import { pricesStyles } from '../../prices/prices.styles.ts';
import { fieldStyles } from '../../styles/field.ts';
import { priceWords } from '../../translations/prices/index.ts';
import { extrasStyles } from './extras.styles.ts';
import { Extras, type ExtrasSource } from './extras.ts';

/** The part of a cart that comes where a centre has more than price types. */
export const extras: LateModule<Extras, ExtrasSource> = {
  styles: [fieldStyles, pricesStyles, extrasStyles],
  words: priceWords,
  make: (host, source) => new Extras(host, source),
};

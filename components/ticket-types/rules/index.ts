import type { LateModule } from '../../internal/late-part.ts';
import { pricesStyles } from '../../prices/prices.styles.ts';
import { buttonStyles } from '../../styles/button.ts';
import { priceWords } from '../../translations/prices/index.ts';
import { rulesStyles } from './rules.styles.ts';
import { Rules, type RulesSource } from './rules.ts';

/** The part of choosing price types that comes where a centre has more than those. */
export const rules: LateModule<Rules, RulesSource> = {
  styles: [buttonStyles, pricesStyles, rulesStyles],
  words: priceWords,
  make: (host, source) => new Rules(host, source),
};

import type { PartSource } from '../../internal/foyer-element.ts';
import type { LateModule } from '../../internal/late-part.ts';
import { pricesStyles } from '../../prices/prices.styles.ts';
import { fieldStyles } from '../../styles/field.ts';
import { priceWords } from '../../translations/prices/index.ts';
import { orderExtrasStyles } from './extras.styles.ts';
import { OrderExtras } from './extras.ts';

/** The part of an order that comes where more was ordered than tickets. */
export const orderExtras: LateModule<OrderExtras, PartSource> = {
  styles: [fieldStyles, pricesStyles, orderExtrasStyles],
  words: priceWords,
  make: (host, source) => new OrderExtras(host, source),
};

import type { LateModule } from '../../internal/late-part.ts';
import { fieldStyles } from '../../styles/field.ts';
import { orderCancelWords } from '../../translations/order-cancel/index.ts';
import { orderEmailWords } from '../../translations/order-email/index.ts';
import { orderMoreWords } from '../../translations/order-more/index.ts';
import { moreStyles } from './more.styles.ts';
import { type MoreSource, OrderMore } from './more.ts';

const WORDS = [orderMoreWords, orderCancelWords, orderEmailWords];

/** The part of an order that comes for who changes something of it, or looks at something else meanwhile. */
export const orderMore: LateModule<OrderMore, MoreSource> = {
  styles: [fieldStyles, moreStyles],
  words: {
    in: () => undefined,
    load: async (language) => void (await Promise.all(WORDS.map((words) => words.load(language)))),
  },
  make: (host, source) => new OrderMore(host, source),
};

import type { Line } from '../../contract/cart.ts';
import type { Money } from '../../contract/money.ts';

/** What a selling centre owes an owning one for a line, in cents: what was said to be owed for it, or else its price. */
export const owedFor = ({ price, owed }: Pick<Line, 'price' | 'owed'>): number => (owed ?? price).cents;

/** The same of all the lines of a reservation: what its confirmation must expect. */
export const owedForAll = (lines: readonly Pick<Line, 'price' | 'owed'>[]): Money => ({
  cents: lines.reduce((sum, line) => sum + owedFor(line), 0),
  currency: 'EUR',
});

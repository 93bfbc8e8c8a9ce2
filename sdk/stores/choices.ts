import type { Access, Client } from '../client/client.ts';
import type { Cart, CartChoices } from '../contract/index.ts';
import type { ChoicesChange, Result } from './types.ts';

const NO_CHOICES: CartChoices = { codes: [], subscriptions: [], products: [], birthYears: [], visits: [] };

/**
 * Changes what of a cart takes no seat. The choices go as a whole, so those that are not known are read before they would
 * be written over.
 * @param shown The cart as it is shown; null when it is another, or none.
 */
export async function changeChoices(
  client: Client,
  access: Access,
  shown: Cart | null,
  change: ChoicesChange,
): Promise<Result<Cart>> {
  const { data, error } = shown?.id === access.id ? { data: shown } : await client.cart(access);
  if (error) return { error };
  const now = { ...NO_CHOICES, ...data.extras?.choices };
  return client.setChoices(access, { ...now, ...(typeof change === 'function' ? change(now) : change) });
}

export const withCode =
  (code: string): ChoicesChange =>
  ({ codes }) => ({ codes: [...codes.filter((one) => one !== code), code] });

/** What was taken on a pass goes with it. */
export const withoutCode =
  (code: string): ChoicesChange =>
  ({ codes, visits }) => ({
    codes: codes.filter((one) => one !== code),
    visits: visits.filter((one) => one.code !== code),
  });

import type { UitpasChoice } from '../../../sdk/contract/uitpas.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { type Leg, withReservation } from '../legs/leg.ts';
import { explain } from '../legs/parts.ts';

/** The part of a cart that has a line, as it is reserved at a partner now. @throws FoyerError `hold_expired` */
export async function legWith({ legs }: CentreRuntime, cart: string, line: string): Promise<Leg> {
  const held = await legs.store.transact((trx) => trx.heldLegs(cart));
  const found = held.find(({ lines }) => lines.some(({ id }) => id === line));
  if (!found) throw new FoyerError('hold_expired', { field: 'line' });
  return found;
}

/**
 * Lets a partner give places a tariff, and takes over what they cost. The sealed number passes through and stays nowhere.
 * @param name Of the partner, for people.
 * @throws FoyerError what the partner refuses, or `partner_unavailable`.
 */
export async function takeAtPartner(
  runtime: CentreRuntime,
  cart: string,
  name: string,
  choice: UitpasChoice,
): Promise<void> {
  const { store } = runtime.legs;
  const leg = await legWith(runtime, cart, choice.lines[0] ?? '');
  const asked = await store.transact((trx) => trx.now());
  const { data, error } = await runtime.uitpasCalls.takeTariff(leg.agreement, leg.reservation, choice);
  if (error) throw explain(error, { name });
  await store.transact(async (trx) => {
    const now = (await trx.heldLegs(cart)).find(({ id }) => id === leg.id);
    // Changed meanwhile: the next look at the partner tells what it costs.
    if (now?.reservation === leg.reservation) await trx.save(withReservation(now, data, asked));
  });
}

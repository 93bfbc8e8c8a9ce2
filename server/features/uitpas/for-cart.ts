import type { Cart } from '../../../sdk/contract/cart.ts';
import type { UitpasAnswer, UitpasAsk, UitpasChoice } from '../../../sdk/contract/uitpas.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { type CartLeg, type CartState, readCart } from '../holds/cart.ts';
import { lockRow } from '../holds/claims.ts';
import { showCart } from '../holds/verbs.ts';
import { explain as explainPartner } from '../legs/parts.ts';
import { askTariffs, placeToAsk } from './ask.ts';
import { legWith, takeAtPartner } from './at-partner.ts';
import { takeTariffs } from './take.ts';

/**
 * The tariffs of a card for a place in a cart, whoever plays it: of a partner's the partner asks, and we pass the sealed
 * number on without keeping it.
 * @throws FoyerError `token_invalid`, `cart_closed`, `hold_expired`, see `placeToAsk` and `askTariffs`; of a partner also
 * `partner_unavailable`.
 */
export async function askForCart(
  runtime: CentreRuntime,
  cart: string,
  { line, proof }: UitpasAsk,
): Promise<UitpasAnswer> {
  const state = await openCart(runtime, cart);
  const leg = legOf(state, line);
  if (leg) {
    const { agreement, reservation } = await legWith(runtime, cart, line);
    const { data, error } = await runtime.uitpasCalls.askUitpas(agreement, reservation, { line, proof });
    if (error) throw explainPartner(error, leg.partner);
    return data;
  }
  const claim = state.claims.find(({ id }) => id === line);
  if (!claim) throw new FoyerError('hold_expired', { field: 'line' });
  const offers = await runtime.catalogue.offers([claim.performance]);
  const { tariffs, message } = await askTariffs(
    runtime,
    placeToAsk(runtime, claim, offers.get(claim.performance)),
    proof,
  );
  return { line, tariffs: [...tariffs], message };
}

/**
 * Gives places of one performance a tariff of a card, or their normal price again.
 * @throws FoyerError see `takeTariffs`; `invalid_request` for places of several performances.
 */
export async function takeForCart(runtime: CentreRuntime, cart: string, choice: UitpasChoice): Promise<Cart> {
  const state = await openCart(runtime, cart);
  const legs = new Set(choice.lines.map((line) => legOf(state, line)));
  if (legs.size > 1) throw new FoyerError('invalid_request', { field: 'lines' });
  const [leg] = legs;
  if (leg) await takeAtPartner(runtime, cart, leg.partner.name, choice);
  else
    await takeTariffs(runtime, cart, choice, {
      read: async () => state.claims,
      async keep(trx) {
        await lockRow(trx, cart);
        const now = await readCart(trx, cart);
        if (!now || now.order !== null) throw new FoyerError('cart_closed');
        return now.claims;
      },
    });
  return showCart(runtime, cart);
}

async function openCart({ db }: CentreRuntime, cart: string): Promise<CartState> {
  const state = await readCart(db, cart);
  if (!state) throw new FoyerError('token_invalid');
  if (state.order !== null) throw new FoyerError('cart_closed');
  return state;
}

const legOf = ({ legs }: CartState, line: string): CartLeg | undefined =>
  legs.find(({ lines }) => lines.some(({ id }) => id === line));

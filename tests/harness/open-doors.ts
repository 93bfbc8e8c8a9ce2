import { systemRandomness } from '../../server/adapters/randomness.ts';
import { signRequest } from '../../server/features/network/signatures/index.ts';
import { openTestCart, TEST_MANAGE_TOKEN, type TestCentre } from './centre.ts';
import { addPartner, type TestPartner } from './partner.ts';

export interface KnockingRequest {
  readonly method: string;
  /** From `/centres/` on. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

/** Somebody whom every door opens to, so that hostile requests also come past it. */
export interface Insider {
  readonly cart: string;
  /** Headers with what the route asks for: a cart's token, the one of who manages, or a partner's signature. */
  headersFor(route: string, request: KnockingRequest): Promise<Headers>;
}

export async function openDoors(centre: TestCentre): Promise<Insider> {
  const cart = await openTestCart(centre);
  const partners = new Map<string, TestPartner>();
  /** One for each route, because some routes end an agreement. */
  const partnerFor = async (route: string) => {
    const partner = partners.get(route) ?? (await addPartner(centre));
    partners.set(route, partner);
    return partner;
  };
  return {
    cart: cart.id,
    async headersFor(route, { body, headers: given, method, path }) {
      const token = route.includes('/manage/') ? TEST_MANAGE_TOKEN : cart.token;
      const headers = new Headers({ Authorization: `Bearer ${token}`, ...given });
      const isHere = path.startsWith(`${centre.base}/`);
      if (!route.includes('/network/v1/') || !isHere) return headers;
      const { agreement, keys } = await partnerFor(route);
      const { apiUrl } = centre.runtime.config;
      return signRequest(
        {
          ...{ method, headers },
          url: `${apiUrl}${path.slice(centre.base.length)}`,
          body: body === undefined ? undefined : new TextEncoder().encode(body),
        },
        {
          name: { agreement, key: keys.current.shown.id },
          privateKey: keys.current.privateKey,
          clock: centre.runtime.clock,
          random: systemRandomness,
        },
      );
    },
  };
}

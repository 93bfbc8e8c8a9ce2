import type { Agreement, NewOffer } from '../../sdk/contract/index.ts';
import { ask, type Manager } from './manager.ts';

/**
 * Lets every centre sell for every other: one offers, the other accepts, as their people would. What is agreed already
 * stays; an agreement with a centre that has moved to another address is ended and made anew.
 * @returns how many agreements were made.
 * @throws Error when a centre does not answer as it should.
 */
export async function makeAgreements(managers: readonly Manager[]): Promise<number> {
  const agreed = new Map(await Promise.all(managers.map(async (one) => [one.id, await activeOf(one)] as const)));
  let made = 0;
  for (const owner of managers) {
    for (const seller of managers) {
      if (owner === seller) continue;
      const sold = (agreed.get(seller.id) ?? []).filter(
        ({ role, partner }) => role === 'seller' && partner?.id === owner.id,
      );
      const offered = (agreed.get(owner.id) ?? []).filter(
        ({ role, partner }) => role === 'owner' && partner?.id === seller.id,
      );
      if (isSettled(sold, owner) && isSettled(offered, seller)) continue;
      await endAll(seller, sold);
      await endAll(owner, offered);
      const terms = { performances: {}, commission: owner.commission };
      const { offerUrl } = await ask<NewOffer>(owner, '/agreements', { terms });
      await ask<Agreement>(seller, '/agreements/accept', { offerUrl });
      made += 1;
    }
  }
  return made;
}

const isSettled = ([first]: readonly Agreement[], partner: Manager): boolean => first?.partner?.url === partner.api;

async function activeOf(manager: Manager): Promise<readonly Agreement[]> {
  const { agreements } = await ask<{ readonly agreements: readonly Agreement[] }>(manager, '/agreements');
  return agreements.filter(({ state }) => state === 'active');
}

async function endAll(manager: Manager, agreements: readonly Agreement[]): Promise<void> {
  for (const { id } of agreements) await ask(manager, `/agreements/${id}/end`, {});
}

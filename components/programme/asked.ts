import type { Network } from '../../sdk/platform.ts';
import type { ProgrammeOptions } from '../../sdk/stores/programme.ts';
import type { ProgrammeState, Shop } from '../../sdk/stores/types.ts';

/** What an element that shows a programme was given. */
interface Given {
  readonly centres: string;
  readonly network: Partial<Network> | undefined;
  readonly shop: Shop | undefined;
}

/** Whom to ask: the centres that a page names, or else its shop's. Undefined while there is nobody to ask. */
export function askedOf({ centres, network, shop }: Given): (ProgrammeOptions & { readonly key: string }) | undefined {
  const named = centres.split(/\s+/).filter(Boolean);
  const seller = shop?.baseUrl;
  const asked = named.length > 0 || seller === undefined ? named : [seller];
  if (asked.length === 0) return undefined;
  return { centres: asked, seller, key: [...asked, seller].join(' '), ...(network ?? shop?.network) };
}

/** Whether a centre has yet to answer. */
export const isIncomplete = (now: ProgrammeState): boolean =>
  now.state === 'loading' || (now.state === 'ready' && now.waiting);

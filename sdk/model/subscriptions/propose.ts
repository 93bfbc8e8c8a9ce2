import type { Selection } from '../../contract/prices/conditions.ts';
import type { SubscriptionFormula } from '../../contract/prices/formulas.ts';
import type { Text } from '../../contract/text.ts';
import { clash, type Evening } from './clash.ts';
import type { Holder, Offer, Proposal } from './types.ts';

/** Whether a performance is among a selection. */
export type IsAmong = (selection: Selection, offer: Offer) => boolean;

export interface ProposalRequest {
  readonly formula: SubscriptionFormula;
  readonly offers: readonly Offer[];
  readonly holder: Holder;
  readonly isAmong: IsAmong;
  /** At most so many. */
  readonly count: number;
}

/**
 * What somebody may like to add: places left, not chosen yet, at no time that is taken. First what the subscription
 * lacks a part of, then kinds of performances that are not in it yet, each kind once, then what is soon.
 */
export function propose({ formula, offers, holder, isAmong, count }: ProposalRequest): readonly Proposal[] {
  if (formula.series || isFull(formula, holder)) return [];
  const missing = formula.parts.filter(({ name }) =>
    holder.progress.missingParts.some((part) => isSame(part.name, name)),
  );
  const free = possible(offers, holder);
  const genres = new Set(
    holder.chosen.flatMap(
      ({ reference }) => offers.find((offer) => offer.reference === reference)?.performance.genre ?? [],
    ),
  );
  const ranked = free.map((offer): Proposal => {
    const part = missing.find(({ among }) => isAmong(among, offer));
    if (part) return { holder: holder.id, offer, because: 'part', part: part.name };
    return { holder: holder.id, offer, because: genres.has(offer.performance.genre) ? 'soon' : 'genre' };
  });
  return spread(ranked).slice(0, count);
}

/** Offers one holder could take: open, not chosen, and not while another chosen one is played. */
export function possible(offers: readonly Offer[], { chosen }: Holder): readonly Offer[] {
  const taken = chosen.map(({ line }): Evening => eveningOfLine(line.performance, offers));
  const known = new Set(chosen.map(({ reference }) => reference));
  return offers.filter(
    (offer) =>
      offer.isOpen && !known.has(offer.reference) && taken.every((evening) => !clash(evening, eveningOfOffer(offer))),
  );
}

/** Nothing can be added. */
export const isFull = ({ most }: SubscriptionFormula, { chosen }: Holder): boolean =>
  most !== undefined && chosen.length >= most;

export const eveningOfOffer = ({ owner, performance: { startsAt, endsAt } }: Offer): Evening => ({
  startsAt,
  endsAt,
  where: owner.id,
});

/** When a chosen performance is: as the programme tells it, or else as the cart does, which knows no end. */
export function eveningOfLine(
  { id, startsAt, owner }: Holder['chosen'][number]['line']['performance'],
  offers: readonly Offer[],
): Evening {
  const offer = offers.find(({ reference }) => reference === id);
  const own = offers.find(({ isOwn }) => isOwn)?.owner.id ?? '';
  return offer ? eveningOfOffer(offer) : { startsAt, where: owner?.id ?? own };
}

const isSame = (one: Text, other: Text): boolean => one.nl === other.nl;

const ORDER = { part: 0, genre: 1, soon: 2 } as const;

/** By reason, and of new kinds each once before any twice; offers come by start already. */
function spread(proposals: readonly Proposal[]): readonly Proposal[] {
  const seen = new Map<string, number>();
  const turn = proposals.map(({ offer, because }) => {
    const kind = `${because} ${offer.performance.genre}`;
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return before;
  });
  return proposals
    .map((proposal, at) => ({ proposal, turn: turn[at] ?? 0 }))
    .sort((a, b) => ORDER[a.proposal.because] - ORDER[b.proposal.because] || a.turn - b.turn)
    .map(({ proposal }) => proposal);
}

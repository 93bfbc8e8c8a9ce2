import type { Channel } from '../../contract/channel.ts';
import type { AgreementTerms } from '../../contract/network/agreement.ts';

/** What must be known of a performance to say whether a partner may sell it. */
export interface PerformanceFacts {
  readonly id: string;
  readonly tags: readonly string[];
  readonly startsAt: Date;
  readonly onSaleAt: Date;
  /** Null when it is sold until it starts. */
  readonly saleEndsAt: Date | null;
  readonly cancelled: boolean;
  /** Those that it has a price for. */
  readonly priceTypes: readonly string[];
}

export type PartnerSaleState = 'on-sale' | 'not-yet-on-sale' | 'sale-ended' | 'cancelled';

/** How a partner may sell a performance: from (included) until (not included). */
export interface PartnerOffer {
  readonly state: PartnerSaleState;
  readonly from: Date;
  readonly until: Date;
  /** In the order of the facts; never empty. */
  readonly priceTypes: readonly string[];
}

const HOUR = 3_600_000;

/**
 * What an agreement makes of a performance for the partner at this moment; undefined when it is none of the partner's:
 * not among the performances, without a price type that is allowed, or not for this channel. A list that is given and
 * empty allows nothing.
 */
export function offerUnder(
  terms: AgreementTerms,
  facts: PerformanceFacts,
  at: { readonly now: Date; readonly channel?: Channel },
): PartnerOffer | undefined {
  const priceTypes = facts.priceTypes.filter((type) => terms.priceTypes?.includes(type) ?? true);
  if (priceTypes.length === 0 || !isAmong(terms.performances, facts)) return undefined;
  if (at.channel && !terms.channels.includes(at.channel)) return undefined;
  const { from, until } = saleUnder(terms, facts);
  return { from, until, priceTypes, state: stateOf(facts, from, until, at.now) };
}

/** Whether a performance is one of those the terms name. Every part that is given must fit. */
function isAmong({ ids, tags, from, to }: AgreementTerms['performances'], facts: PerformanceFacts): boolean {
  if (ids && !ids.includes(facts.id)) return false;
  if (tags && !tags.some((tag) => facts.tags.includes(tag))) return false;
  if (from !== undefined && facts.startsAt < new Date(from)) return false;
  return to === undefined || facts.startsAt < new Date(to);
}

/** Later and shorter than the owner's own sale, and within the time that the agreement is for. */
function saleUnder({ sale, validFrom, validTo }: AgreementTerms, facts: PerformanceFacts): { from: Date; until: Date } {
  const starts = facts.onSaleAt.getTime() + sale.startsAfterHours * HOUR;
  const ends = [
    (facts.saleEndsAt ?? facts.startsAt).getTime(),
    facts.startsAt.getTime() - sale.endsBeforeHours * HOUR,
    ...(validTo === undefined ? [] : [Date.parse(validTo)]),
  ];
  return {
    from: new Date(validFrom === undefined ? starts : Math.max(starts, Date.parse(validFrom))),
    until: new Date(Math.min(...ends)),
  };
}

function stateOf({ cancelled }: PerformanceFacts, from: Date, until: Date, now: Date): PartnerSaleState {
  if (cancelled) return 'cancelled';
  // A sale that ends before it begins never comes.
  if (now >= until || from >= until) return 'sale-ended';
  return now < from ? 'not-yet-on-sale' : 'on-sale';
}

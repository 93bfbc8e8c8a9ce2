import type { Channel } from '../../../sdk/contract/channel.ts';
import { FoyerError } from '../../errors.ts';
import type { Randomness } from '../../ports.ts';
import type { PartnerApi, PartnerFailure } from '../network/partner-api.ts';
import type { UitpasCode } from '../uitpas/port.ts';
import type { LegStore } from './store.ts';

/** What the verbs about legs are done with. All of it is given, so that they also run in a simulation. */
export interface LegParts {
  readonly store: LegStore;
  readonly partners: PartnerApi;
  readonly random: Pick<Randomness, 'uuid'>;
}

/** One partner, and through which kind of counter it is sold. */
export interface Partner {
  readonly agreement: string;
  /** For people. */
  readonly name: string;
  readonly channel: Channel;
}

/** What a partner refuses in words that a visitor understands as well; with everything else a visitor can do nothing. */
const FOR_VISITORS = [
  ...([
    'seats_taken',
    'area_full',
    'seat_unknown',
    'area_unknown',
    'performance_unknown',
    'price_type_unknown',
  ] as const),
  ...([
    'duplicate_seat',
    'too_many_places',
    'wheelchair_place_protected',
    'companion_alone',
    'seat_left_alone',
  ] as const),
  ...(['not_on_sale', 'quota_reached', 'hold_cap_reached', 'total_changed', 'formula_unknown'] as const),
];

const isOfUitpas = (code: PartnerFailure['code']): code is UitpasCode => code.startsWith('uitpas_');

/** Says a partner's failure in the words of our own contract. */
export function explain(
  { code, field, lines, seats, text, retryAfter }: PartnerFailure,
  { name }: Pick<Partner, 'name'>,
): FoyerError {
  const detail = { centre: name, ...(field && { field }), ...(seats && { seats }) };
  if (isOfUitpas(code)) return new FoyerError(code, { ...detail, ...(lines && { lines }), ...(text && { text }) });
  const known = FOR_VISITORS.find((one) => one === code);
  if (known) return new FoyerError(known, detail);
  if (code === 'reservation_expired') return new FoyerError('hold_part_expired', detail);
  if (code === 'agreement_not_active') return new FoyerError('not_on_sale', detail);
  return new FoyerError('partner_unavailable', { centre: name, retryAfter: retryAfter ?? 5 });
}

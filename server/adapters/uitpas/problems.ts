import { type UitpasCode, UitpasError } from '../../features/uitpas/port.ts';
import type { Problem } from './answers.ts';

const NAMESPACE = 'https://api.publiq.be/probs/uitpas/';

/**
 * UiTPAS' problem types (docs.publiq.be, UiTPAS errors and the reference of GET /tariffs and POST /ticket-sales), in the
 * words of our contract. The reference and the page of errors write some differently; both are known.
 */
const CODES: Readonly<Record<string, UitpasCode>> = {
  'social-tariff-expired': 'uitpas_tariff_expired',
  'social-tariff-discount-expired': 'uitpas_tariff_expired',
  'social-tariff-suspended': 'uitpas_tariff_suspended',
  'social-tariff-not-available': 'uitpas_tariff_gone',
  'maximum-reached': 'uitpas_maximum_reached',
  'invalid-number-of-tickets': 'uitpas_maximum_reached',
  'invalid-uitpasnumber': 'uitpas_number_invalid',
  'invalid-uitpas-number': 'uitpas_number_invalid',
  'invalid-card': 'uitpas_card_invalid',
  'invalid-card-status': 'uitpas_card_invalid',
  'invalid-card-system': 'uitpas_card_invalid',
  'passholder-no-active-cardsystems': 'uitpas_card_invalid',
  'card-blocked': 'uitpas_card_blocked',
  'event-not-found': 'uitpas_event_unknown',
  'passholder-not-found': 'uitpas_passholder_unknown',
  'pass-not-found': 'uitpas_passholder_unknown',
  'invalid-coupon': 'uitpas_coupon_invalid',
};

/** What an answer that is no good one means. */
export function toUitpasError(status: number, problem: Problem | undefined): UitpasError {
  // Somebody before UiTPAS, or UiTPAS in trouble or too busy: nobody knows.
  if (!problem || status >= 500 || status === 429 || status === 408) {
    return new UitpasError('unknown', 'uitpas_unavailable', { message: `UiTPAS answered ${status}.` });
  }
  const type = problem.type.startsWith(NAMESPACE) ? problem.type.slice(NAMESPACE.length) : problem.type;
  const detail = {
    ...{ message: problem.title ?? problem.type, type },
    ...{ text: problem.endUserMessage, sale: saleOf(problem.jsonPointer) },
  };
  const code = CODES[type];
  if (code) return new UitpasError('refused', code, detail);
  // Credentials or permissions that are not there: the centre's trouble, and the normal price sells.
  if (status === 401 || status === 403) return new UitpasError('refused', 'uitpas_not_offered', detail);
  return new UitpasError('refused', 'uitpas_tariff_gone', detail);
}

/** The number in `/3` or `/3/tariff`. */
function saleOf(pointer: string | undefined): number | undefined {
  const index = /^\/(\d{1,4})(\/|$)/.exec(pointer ?? '')?.[1];
  return index === undefined ? undefined : Number(index);
}

import { z } from 'zod';
import { textSchema } from './text.ts';

/**
 * Every code Foyer's API answers with, with its HTTP status. Codes are stable: never renamed, never reused.
 * The interface has a sentence for each in every language.
 */
export const ERROR_STATUS = {
  invalid_request: 400,
  invalid_json: 400,
  token_missing: 401,
  token_invalid: 401,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  seats_taken: 409,
  area_full: 409,
  cart_empty: 409,
  cart_closed: 409,
  hold_expired: 409,
  hold_cap_reached: 409,
  total_changed: 409,
  order_not_payable: 409,
  order_not_cancellable: 409,
  email_not_changeable: 409,
  seat_left_alone: 409,
  companion_alone: 409,
  request_in_progress: 409,
  hold_part_expired: 409,
  quota_reached: 409,
  not_returnable: 409,
  places_available: 409,
  return_code_used: 410,
  body_too_large: 413,
  json_required: 415,
  seat_unknown: 422,
  area_unknown: 422,
  performance_unknown: 422,
  price_type_unknown: 422,
  duplicate_seat: 422,
  too_many_places: 422,
  wheelchair_place_protected: 422,
  code_unknown: 422,
  code_expired: 422,
  voucher_empty: 422,
  formula_unknown: 422,
  product_unknown: 422,
  product_not_offered: 422,
  price_type_locked: 422,
  pass_fully_used: 422,
  subscription_incomplete: 409,
  not_withdrawable: 409,
  not_on_sale: 422,
  return_url_not_allowed: 422,
  idempotency_key_reused: 422,
  uitpas_not_offered: 422,
  uitpas_event_unknown: 422,
  uitpas_number_invalid: 422,
  uitpas_passholder_unknown: 422,
  uitpas_card_invalid: 422,
  uitpas_card_blocked: 422,
  uitpas_tariff_expired: 422,
  uitpas_tariff_suspended: 422,
  uitpas_coupon_invalid: 422,
  uitpas_proof_unreadable: 422,
  uitpas_maximum_reached: 409,
  uitpas_tariff_gone: 409,
  payment_refused: 422,
  rate_limited: 429,
  address_cap_reached: 429,
  internal: 500,
  payment_provider_unavailable: 503,
  partner_unavailable: 503,
  uitpas_unavailable: 503,
  unavailable: 503,
} as const;

/** What only another centre's server, or who manages one, can be told; no visitor ever is. As stable as the others. */
export const NETWORK_ERROR_STATUS = {
  signature_missing: 401,
  signature_invalid: 401,
  agreement_not_active: 403,
  agreement_not_open: 409,
  invoice_not_possible: 409,
  reservation_expired: 409,
  reservation_lost: 409,
  reservation_replaced: 409,
  reservation_closed: 409,
  reservation_differs: 422,
  partner_cap_reached: 429,
} as const;

/** Every reason for which a centre’s server can refuse. A code never changes its meaning. */
export type ErrorCode = keyof typeof ERROR_STATUS;
/** What one centre’s server can say to another’s besides. */
export type NetworkErrorCode = keyof typeof NETWORK_ERROR_STATUS;

/** The body of an error that carries one of these codes. */
const bodyOf = <Code extends string>(codes: readonly Code[]) =>
  z.strictObject({
    error: z.strictObject({
      code: z.enum(codes as [Code, ...Code[]]),
      message: z.string().describe('For developers, in English; never shown to visitors.'),
      field: z.string().optional().describe('Path of the offending field, such as seats.0.seat.'),
      seats: z.array(z.string()).optional().describe('The seats that caused it.'),
      lines: z.array(z.string()).optional().describe('The lines of the cart that caused it.'),
      text: textSchema
        .optional()
        .describe('What a third party that refused it says to the visitor, such as UiTPAS: shown as it is.'),
      centre: z.string().optional().describe('The name of the partner that caused it.'),
      retryAfter: z.int().optional().describe('Seconds, when trying again may help.'),
      requestId: z.string(),
    }),
  });

const CODES = Object.keys(ERROR_STATUS) as ErrorCode[];
const NETWORK_CODES = Object.keys(NETWORK_ERROR_STATUS) as NetworkErrorCode[];

/** What a centre’s server answers when it refuses. */
export const errorSchema = bodyOf(CODES).meta({ id: 'Error' });
export type ErrorBody = z.infer<typeof errorSchema>;

/** What a centre's server answers another's. */
export const networkErrorSchema = bodyOf([...CODES, ...NETWORK_CODES]).meta({ id: 'NetworkError' });
export type NetworkErrorBody = z.infer<typeof networkErrorSchema>;

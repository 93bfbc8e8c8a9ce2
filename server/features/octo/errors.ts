import { createMiddleware } from 'hono/factory';
import { FoyerError } from '../../errors.ts';
import type { Env } from '../../http/env.ts';

/**
 * What OCTO calls the ways in which a request can fail. The first are about an id that is named in the answer; nearly all
 * have status 400, as the specification lists them.
 */
const STATUS = {
  INVALID_PRODUCT_ID: 400,
  INVALID_OPTION_ID: 400,
  INVALID_UNIT_ID: 400,
  INVALID_AVAILABILITY_ID: 400,
  INVALID_BOOKING_UUID: 400,
  BAD_REQUEST: 400,
  UNPROCESSABLE_ENTITY: 400,
  UNAUTHORIZED: 400,
  FORBIDDEN: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
} as const;
export type OctoCode = keyof typeof STATUS;

/** The field in which an error names the id it is about. */
const NAMED = {
  INVALID_PRODUCT_ID: 'productId',
  INVALID_OPTION_ID: 'optionId',
  INVALID_UNIT_ID: 'unitId',
  INVALID_AVAILABILITY_ID: 'availabilityId',
  INVALID_BOOKING_UUID: 'uuid',
} as const;

const SAID: Partial<Record<OctoCode, string>> = {
  INVALID_PRODUCT_ID: 'The productId was missing or invalid.',
  INVALID_OPTION_ID: 'The optionId was missing or invalid.',
  INVALID_UNIT_ID: 'The unitId was missing or invalid.',
  INVALID_AVAILABILITY_ID: 'The availabilityId was missing or invalid.',
  INVALID_BOOKING_UUID: 'The uuid was already used, missing or invalid.',
  UNAUTHORIZED: 'Send your key as: Authorization: Bearer <key>.',
  FORBIDDEN: 'This key opens nothing here, or not any more.',
};

/** A refusal in OCTO's words. `detail` is the id of the `INVALID_…` codes, and a sentence for developers of the others. */
export class OctoError extends FoyerError {
  readonly octo: OctoCode;
  readonly named: string | undefined;

  constructor(octo: OctoCode, detail?: string) {
    const named = octo in NAMED ? (detail ?? '') : undefined;
    super('invalid_request', { message: SAID[octo] ?? detail ?? octo });
    this.octo = octo;
    this.named = named;
  }
}

const OF_FOYER: Partial<Record<FoyerError['code'], OctoCode>> = {
  invalid_request: 'BAD_REQUEST',
  invalid_json: 'BAD_REQUEST',
  json_required: 'BAD_REQUEST',
  body_too_large: 'BAD_REQUEST',
  origin_not_allowed: 'FORBIDDEN',
  agreement_not_active: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  method_not_allowed: 'METHOD_NOT_ALLOWED',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
};

function bodyOf(error: FoyerError) {
  // Whatever else a hold, a sale or its undoing is refused for: the request was good, and it cannot be done.
  const octo = error instanceof OctoError ? error.octo : (OF_FOYER[error.code] ?? 'UNPROCESSABLE_ENTITY');
  const named = error instanceof OctoError ? error.named : undefined;
  const field = octo in NAMED ? NAMED[octo as keyof typeof NAMED] : undefined;
  const seats = error.detail.seats?.join(', ');
  const errorMessage = seats ? `${error.message}: ${seats}` : error.message;
  return { octo, body: { error: octo, errorMessage, ...(field && { [field]: named }) } };
}

/** Says whatever went wrong below it in OCTO's words. */
export const octoErrors = () =>
  createMiddleware<Env>(async function octoErrors(context, next) {
    await next();
    if (!context.error) return;
    const known = context.error instanceof FoyerError ? context.error : undefined;
    const internal = new FoyerError(context.res.status === 503 ? 'unavailable' : 'internal');
    const { octo, body } = bodyOf(known ?? internal);
    const { headers } = context.res;
    headers.delete('Content-Length');
    context.res = new Response(JSON.stringify(body), { status: STATUS[octo], headers });
  });

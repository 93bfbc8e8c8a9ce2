import { networkErrorSchema } from '../../../../sdk/contract/index.ts';
import { type AnyErrorCode, FoyerError } from '../../../errors.ts';
import type { PartnerAnswer, PartnerFailure } from '../partner-api.ts';
import { readJson } from '../read-json.ts';

/** Nobody answered, or not in the words of the protocol. */
export const NO_ANSWER: PartnerFailure = { outcome: 'unknown', code: 'network' };

/**
 * Said by a partner that decided nothing about what was asked: it is too busy, it is doing it just now, or it cannot tell
 * who asks (a clock that is wrong, a key it does not know yet). Asking again later is right.
 */
const UNDECIDED = new Set<AnyErrorCode>([
  'rate_limited',
  'request_in_progress',
  'signature_missing',
  'signature_invalid',
]);

/** Said by a partner that is at work and decided: what it needs for this does not answer, and asking again now is vain. */
const DECIDED = new Set<AnyErrorCode>(['uitpas_unavailable']);

/**
 * Reads what a partner answered.
 * @param read Reads a good answer; throws when it does not fit.
 */
export async function readAnswer<T>(
  answer: Response,
  read: (answer: Response) => Promise<T>,
): Promise<PartnerAnswer<T>> {
  return answer.ok ? { data: await read(answer) } : { error: await readFailure(answer) };
}

async function readFailure(answer: Response): Promise<PartnerFailure> {
  const { data: body } = networkErrorSchema.safeParse(await readJson(answer));
  // A proxy's page is no refusal, and neither is one of our codes under a status that is not its own.
  if (!body || new FoyerError(body.error.code).status !== answer.status) return NO_ANSWER;
  const { code, field, lines, retryAfter, seats, text } = body.error;
  const unknown = (answer.status >= 500 && !DECIDED.has(code)) || UNDECIDED.has(code);
  return {
    ...{ outcome: unknown ? 'unknown' : 'refused', code },
    ...(field !== undefined && { field }),
    ...(seats !== undefined && { seats }),
    ...(lines !== undefined && { lines }),
    ...(text !== undefined && { text }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** Whether a partner is at work, whatever it says. */
export const isHealthy = ({ error }: PartnerAnswer<unknown>): boolean =>
  !error || error.outcome === 'refused' || UNDECIDED.has(error.code as AnyErrorCode);

import type { Timers } from '../../../../sdk/platform.ts';
import type { Log } from '../../../adapters/log.ts';
import type { Randomness } from '../../../ports.ts';
import type { PartnerAnswer, PartnerFailure } from '../partner-api.ts';
import { isHealthy } from './answer.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { type Bulkhead, createBulkhead } from './bulkhead.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import type { Question, Send } from './send.ts';

/**
 * What calls are about. Each lane has places of its own at each partner, so that many visitors who look around keep
 * nobody from holding seats, and neither keeps us from finishing what is paid.
 */
export type Lane = 'browse' | 'hold' | 'decide';

export interface Call<T> extends Question<T> {
  readonly lane: Lane;
  /** Milliseconds for everything: waiting for a place, all tries, reading the answer. */
  readonly within: number;
  /** Ends the call, and a stream that it opened. */
  readonly signal?: AbortSignal;
}

/** Asks the other centre of an agreement, with patience and with measure. Never rejects. */
export type CallPartner = <T>(agreement: string, call: Call<T>) => Promise<PartnerAnswer<T>>;

export interface CallParts {
  readonly send: Send;
  /** The address of the other centre of an agreement; undefined when we have no such agreement to ask under. */
  readonly findPartner: (agreement: string) => Promise<string | undefined>;
  readonly timers: Timers;
  readonly random: Pick<Randomness, 'token'>;
  readonly log: Log;
}

const AT_ONCE = 16;
/** How many wait for a place. What is paid may wait in a long line; who looks around rather hears at once. */
const QUEUE: Record<Lane, number> = { browse: 32, hold: 32, decide: 256 };
const RETRIES = 2;
const FIRST_PAUSE = 150;
const UNREACHABLE = { outcome: 'unknown', code: 'partner_unavailable' } as const;

export function createCallPartner({ send, findPartner, timers, random, log }: CallParts): CallPartner {
  const lanes = new Map<string, { readonly breaker: Breaker; readonly bulkhead: Bulkhead }>();
  const laneOf = (agreement: string, lane: Lane) => {
    const key = `${agreement} ${lane}`;
    const found = lanes.get(key) ?? {
      breaker: createBreaker(timers),
      bulkhead: createBulkhead(AT_ONCE, QUEUE[lane]),
    };
    lanes.set(key, found);
    return found;
  };

  return async function callPartner(agreement, call) {
    const deadline = startDeadline(timers, call.within, call.signal);
    try {
      const url = await findPartner(agreement);
      if (url === undefined) return refused('not_found');
      const { breaker, bulkhead } = laneOf(agreement, call.lane);
      const leave = await bulkhead.enter(deadline.signal);
      if (!leave) return { error: { ...UNREACHABLE, retryAfter: 1 } };
      try {
        return await persist(() => attempt({ agreement, url }, call, deadline, breaker), deadline);
      } finally {
        leave();
      }
    } catch (error) {
      log.error('partner-not-called', error, { agreement });
      return { error: { outcome: 'unknown', code: 'unavailable' } };
    } finally {
      deadline.stop();
    }
  };

  async function attempt<T>(
    to: { readonly agreement: string; readonly url: string },
    call: Call<T>,
    { signal }: Deadline,
    breaker: Breaker,
  ): Promise<PartnerAnswer<T>> {
    const wait = breaker.enter();
    if (wait > 0) return { error: { ...UNREACHABLE, retryAfter: wait } };
    let healthy: boolean | undefined;
    try {
      const answer = await send(to, call, signal);
      // That the caller left tells nothing about the partner.
      healthy = call.signal?.aborted ? undefined : isHealthy(answer);
      return answer;
    } finally {
      breaker.leave(healthy);
    }
  }

  /** Asks again while that can help and there is time. */
  async function persist<T>(ask: () => Promise<PartnerAnswer<T>>, deadline: Deadline): Promise<PartnerAnswer<T>> {
    for (let tries = 0; ; tries += 1) {
      const answer = await ask();
      if (!answer.error || tries === RETRIES || !isWorthRepeating(answer.error)) return answer;
      const pause = Math.max(pauseAfter(tries), (answer.error.retryAfter ?? 0) * 1000);
      if (pause >= deadline.left() || !(await deadline.sleep(pause))) return answer;
    }
  }

  /** Grows, and is spread from half to whole, so that many who failed at one moment do not come back at one moment. */
  function pauseAfter(tries: number): number {
    const spread = Buffer.from(random.token(4), 'base64url').readUInt32BE() / 2 ** 32;
    return FIRST_PAUSE * 3 ** tries * (0.5 + spread / 2);
  }
}

const refused = (code: 'not_found'): { readonly error: PartnerFailure } => ({ error: { outcome: 'refused', code } });

/** Not when the breaker has spoken, nor when only time or an operator changes the answer. */
const isWorthRepeating = ({ code, outcome }: PartnerFailure): boolean =>
  outcome === 'unknown' &&
  code !== 'partner_unavailable' &&
  code !== 'signature_invalid' &&
  code !== 'signature_missing';

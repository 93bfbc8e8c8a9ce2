import { createAgenda, type Due } from './agenda.ts';

/** One call the emulator makes, or means to make, to a shop's webhook address. */
export interface WebhookCall extends Due {
  readonly paymentId: string;
  readonly url: string;
  /** From 1 to 10. */
  readonly attempt: number;
}

/** How webhooks misbehave; all of it happens at Mollie too. Change it at any time, for what is announced afterwards. */
export interface WebhookKnobs {
  /** Milliseconds between the change and the first call, so that the buyer is back before it. */
  delayMs: number;
  /** How often the same is told; 2 is a duplicate. */
  copies: number;
  /** Which calls get lost: true for all, or by call. */
  drop: boolean | ((call: WebhookCall) => boolean);
  /** Newest first. */
  reversed: boolean;
  /** All that is due at once, instead of one after the other, when a test delivers; by itself it is many at once. */
  concurrent: boolean;
}

const MINUTE = 60_000;
/** What passes between one failed call and the next, in minutes; after the tenth call Mollie gives up, 26 hours on. */
const INTERVALS = [1, 2, 4, 8, 16, 29, 60, 120, 1320];

export const WELL_BEHAVED: WebhookKnobs = {
  delayMs: 0,
  copies: 1,
  drop: false,
  reversed: false,
  concurrent: false,
};

/** The calls that wait. Makes none itself: somebody takes them, makes them and says how they ended. */
export interface Webhooks {
  readonly knobs: WebhookKnobs;
  announce(payment: { readonly id: string; readonly webhookUrl: string | null }, now: number): void;
  /** Takes out what is due, all of it or so many. */
  take(now: number, most?: number): readonly WebhookCall[];
  /** A call that was not answered with 2xx in time comes again, up to ten times. */
  failed(call: WebhookCall): void;
  waiting(): readonly WebhookCall[];
  next(): number;
  clear(): void;
}

export function createWebhooks(knobs: Partial<WebhookKnobs> = {}): Webhooks {
  const agenda = createAgenda<WebhookCall>();
  const own: WebhookKnobs = { ...WELL_BEHAVED, ...knobs };

  function add(call: WebhookCall) {
    const lost = typeof own.drop === 'function' ? own.drop(call) : own.drop;
    if (!lost) agenda.add(call);
  }

  return {
    knobs: own,
    announce({ id, webhookUrl }, now) {
      if (webhookUrl === null) return;
      for (let copy = 0; copy < own.copies; copy += 1) {
        add({ paymentId: id, url: webhookUrl, attempt: 1, at: now + own.delayMs });
      }
    },
    take(now, most = Number.POSITIVE_INFINITY) {
      const calls: WebhookCall[] = [];
      while (calls.length < most) {
        const call = agenda.take(now);
        if (!call) break;
        calls.push(call);
      }
      return own.reversed ? calls.toReversed() : calls;
    },
    failed(call) {
      const minutes = INTERVALS[call.attempt - 1];
      if (minutes !== undefined) add({ ...call, attempt: call.attempt + 1, at: call.at + minutes * MINUTE });
    },
    waiting: () => agenda.list(),
    next: () => agenda.next(),
    clear: () => agenda.clear(),
  };
}

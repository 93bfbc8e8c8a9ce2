import type { Machine } from './machine.ts';
import type { WebhookCall } from './webhooks.ts';

/** Mollie gives a shop this long to answer a webhook, in milliseconds. */
const PATIENCE_MS = 15_000;
/** How many calls are under way at most. */
const AT_ONCE = 32;
/** The longest a timer can be set for; afterwards it is set again. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Makes one webhook call; true when it was answered with 2xx in time. */
export type WebhookSender = (call: WebhookCall) => Promise<boolean>;

/** Sends a webhook as Mollie does: a form with nothing but the id. A 301 or 302 on the way turns it into a bare GET. */
export const sendWebhook =
  (patienceMs = PATIENCE_MS): WebhookSender =>
  async ({ url, paymentId }) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'user-agent': 'Mollie HTTP client/1.0', accept: '*/*' },
        body: new URLSearchParams({ id: paymentId }),
        signal: AbortSignal.timeout(patienceMs),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      // Not reached or not in time: for Mollie that is the same as an error answer, and it calls again later.
      return false;
    }
  };

export interface Delivery {
  /** Makes every call that is due by now, and those that fall due by it; resolves when all are answered. */
  deliver(): Promise<void>;
  /** From now on delivers by itself as soon as something is due. */
  start(): void;
  stop(): void;
}

/** Makes the machine's webhook calls. One timer at most, whatever the number of payments. */
export function createDelivery(machine: Machine, send: WebhookSender): Delivery {
  const now = () => machine.world.clock.now().getTime();
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let underWay = 0;
  let running = false;

  async function make(call: WebhookCall): Promise<void> {
    if (!(await send(call))) machine.webhooks.failed(call);
  }

  async function deliver() {
    machine.settle();
    for (let calls = machine.webhooks.take(now()); calls.length > 0; calls = machine.webhooks.take(now())) {
      if (machine.webhooks.knobs.concurrent) await Promise.all(calls.map(make));
      else for (const call of calls) await make(call);
    }
  }

  function pump() {
    immediate = undefined;
    machine.settle();
    for (const call of machine.webhooks.take(now(), AT_ONCE - underWay)) {
      underWay += 1;
      void make(call).finally(() => {
        underWay -= 1;
        wake();
      });
    }
    sleep();
  }

  function sleep() {
    clearTimeout(timer);
    const next = machine.nextAt();
    if (next === Number.POSITIVE_INFINITY || underWay >= AT_ONCE) return;
    timer = setTimeout(wake, Math.min(Math.max(next - now(), 0), LONGEST_TIMER));
    timer.unref();
  }

  /** Many changes in one turn of the event loop are one look at the agenda. */
  function wake() {
    if (running) immediate ??= setImmediate(pump);
  }

  return {
    deliver,
    start() {
      running = true;
      machine.onChange = wake;
      wake();
    },
    stop() {
      running = false;
      machine.onChange = null;
      clearTimeout(timer);
      clearImmediate(immediate);
      immediate = undefined;
    },
  };
}

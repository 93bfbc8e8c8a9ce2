import { setupServer } from 'msw/node';
import type { Clock, Randomness } from '../../ports.ts';
import type { Credentials } from './accounts.ts';
import { createDelivery, sendWebhook, type WebhookSender } from './delivery.ts';
import { createHandlers } from './handlers.ts';
import { createMachine, type Machine } from './machine.ts';
import type { WebhookKnobs } from './webhooks.ts';

export interface EmulatorOptions {
  /** Keys with the merchant's name as buyers see it, such as `{ 'test_abc': 'De Lantaarn' }`. */
  readonly apiKeys: Credentials;
  /** Where buyers pay, without trailing slash. */
  readonly checkoutBaseUrl: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly webhooks?: Partial<WebhookKnobs> & {
    /** `manual`: nothing is sent until `deliverWebhooks` is called. Default `automatic`. */
    readonly delivery?: 'automatic' | 'manual';
    /** Webhooks arrive before the answer to the request, or before the buyer's return, that caused them. */
    readonly beforeAnswer?: boolean;
    /** Refuse addresses that Mollie could not reach. */
    readonly strict?: boolean;
  };
  /** How webhooks are sent. Default: really, by HTTP, with 15 seconds to answer. */
  readonly send?: WebhookSender;
}

export interface Emulator {
  readonly machine: Machine;
  /** Sends every webhook that is due; resolves when all are answered. */
  deliverWebhooks(): Promise<void>;
  /** For `createCheckoutApp`'s `beforeReturn`, so that the webhooks' `beforeAnswer` holds for buyers too. */
  readonly beforeAnswer: () => Promise<void>;
  /** Lets calls to Mollie go to Mollie again. */
  stop(): void;
}

/**
 * Answers every call this process makes to api.mollie.com, and nothing else, until stopped. Only one can be installed
 * at a time.
 * @throws Error when any key starts with `live_`.
 */
export function installEmulator(options: EmulatorOptions): Emulator {
  const {
    delivery: mode = 'automatic',
    beforeAnswer: early = false,
    strict = false,
    ...knobs
  } = options.webhooks ?? {};
  const machine = createMachine({
    apiKeys: options.apiKeys,
    checkoutBaseUrl: options.checkoutBaseUrl,
    clock: options.clock,
    random: options.random,
    webhooks: knobs,
    strictWebhooks: strict,
  });
  const delivery = createDelivery(machine, options.send ?? sendWebhook());
  const beforeAnswer = early ? delivery.deliver : async () => {};
  const server = setupServer(...createHandlers(machine, { beforeAnswer }));
  server.listen({ onUnhandledFrame: 'bypass' });
  if (mode === 'automatic') delivery.start();
  let running = true;
  return {
    machine,
    deliverWebhooks: delivery.deliver,
    beforeAnswer,
    stop() {
      delivery.stop();
      if (running) server.close();
      running = false;
    },
  };
}

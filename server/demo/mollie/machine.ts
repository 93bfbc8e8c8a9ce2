import type { Clock, Randomness } from '../../ports.ts';
import { type Credentials, openAccounts } from './accounts.ts';
import { createAgenda } from './agenda.ts';
import { createFaults, type Fault, type RequestMatcher } from './faults.ts';
import { become, choose, fail } from './lifecycle.ts';
import type { MethodId } from './methods.ts';
import { advanceRefund, chargeBack, payQueued } from './refunds.ts';
import { createRequests } from './requests.ts';
import { createWebhooks, type WebhookKnobs, type Webhooks } from './webhooks.ts';
import type { Answer, ApiRequest } from './wire.ts';
import { type Account, nowOf, type Payment, type Refund, type World } from './world.ts';

export interface MachineOptions {
  readonly apiKeys: Credentials;
  /** Where buyers pay, without trailing slash, such as `http://localhost:4002`. */
  readonly checkoutBaseUrl: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly webhooks?: Partial<WebhookKnobs>;
  /** Refuse webhook addresses that Mollie could not reach, as Mollie does. Default: allow, for a shop on this machine. */
  readonly strictWebhooks?: boolean;
  /** Leave a method that is not chosen yet out of answers, as Mollie's newer documents show, instead of null. */
  readonly omitsEmptyMethod?: boolean;
}

/**
 * Mollie as far as a shop can tell, in test mode: a state machine without any input or output of its own. Requests go
 * in through `answer`; webhook calls come out of `webhooks`; time passes only with the clock. The verbs play the buyer
 * and the banks; they throw when what they are asked cannot happen.
 */
export interface Machine {
  readonly world: World;
  readonly webhooks: Webhooks;
  answer(request: ApiRequest): Answer;
  /** Lets everything happen that is due by now, such as payments that expire. */
  settle(): void;
  /** When something happens next by itself, in milliseconds since epoch; Infinity when nothing does. */
  nextAt(): number;
  /** Called after each change that may bring `nextAt` forward. */
  onChange: (() => void) | null;

  payment(id: string): Readonly<Payment>;
  /** All payments of all accounts, oldest first. */
  payments(): readonly Readonly<Payment>[];
  pend(id: string, method?: MethodId): void;
  authorize(id: string, method?: MethodId): void;
  pay(id: string, method?: MethodId): void;
  fail(id: string, method?: MethodId): void;
  cancelByBuyer(id: string): void;
  expire(id: string): void;
  /** Cents; default the whole amount. */
  chargeback(id: string, cents?: number): void;
  readonly refunds: {
    of(paymentId: string): readonly Readonly<Refund>[];
    process(id: string): void;
    arrive(id: string): void;
    fail(id: string): void;
    /** What the account can refund now, in cents; null: enough. Queued refunds leave as soon as it suffices. */
    setBalance(apiKey: string, cents: number | null): void;
  };
  /** Switches a payment method of a profile on or off. */
  setMethod(apiKey: string, method: MethodId, enabled: boolean): void;
  /** The next request that matches, or the next few, meet this fault. */
  failNext(matcher: RequestMatcher, fault: Fault, times?: number): void;
}

/**
 * Makes an emulator of Mollie for these accounts.
 * @throws Error when any key starts with `live_`.
 */
export function createMachine(options: MachineOptions): Machine {
  const webhooks = createWebhooks(options.webhooks);
  const faults = createFaults();
  const world: World = {
    clock: options.clock,
    random: options.random,
    checkoutBaseUrl: options.checkoutBaseUrl,
    strictWebhooks: options.strictWebhooks ?? false,
    omitsEmptyMethod: options.omitsEmptyMethod ?? false,
    accounts: openAccounts(options.apiKeys, options.random),
    payments: new Map(),
    byToken: new Map(),
    agenda: createAgenda(),
    announce: (payment) => {
      webhooks.announce(payment, nowOf(world));
      machine.onChange?.();
    },
  };

  const requests = createRequests(world, faults);

  function settle() {
    const now = nowOf(world);
    for (let due = world.agenda.take(now); due; due = world.agenda.take(now)) due.happen();
  }

  function find(id: string): Payment {
    settle();
    const payment = world.payments.get(id);
    if (!payment) throw new Error(`There is no payment ${id}.`);
    return payment;
  }

  function accountOf(apiKey: string): Account {
    const account = world.accounts.get(apiKey);
    if (!account) throw new Error('There is no account with this key.');
    return account;
  }

  function refundOf(id: string): Refund {
    for (const { refunds } of world.accounts.values()) {
      const found = refunds.find((refund) => refund.id === id);
      if (found) return found;
    }
    throw new Error(`There is no refund ${id}.`);
  }

  function withMethod(id: string, method: MethodId | undefined): Payment {
    const payment = find(id);
    const wanted = method ?? payment.method ?? 'bancontact';
    if (payment.status === 'open' && wanted !== payment.method) choose(world, payment, wanted);
    return payment;
  }

  const machine: Machine = {
    world,
    webhooks,
    onChange: null,
    settle,
    nextAt: () => Math.min(world.agenda.next(), webhooks.next()),
    answer(request) {
      settle();
      const answer = requests.answer(request);
      machine.onChange?.();
      return answer;
    },
    payment: find,
    payments: () => [...world.payments.values()],
    pend: (id, method) => become(world, withMethod(id, method), 'pending'),
    authorize: (id, method) => become(world, withMethod(id, method), 'authorized'),
    pay: (id, method) => become(world, withMethod(id, method), 'paid'),
    fail: (id, method) => fail(world, withMethod(id, method)),
    cancelByBuyer: (id) => become(world, find(id), 'canceled'),
    expire: (id) => become(world, find(id), 'expired'),
    chargeback: (id, cents) => chargeBack(world, find(id), cents),
    refunds: {
      of: (paymentId) => find(paymentId).refunds,
      process: (id) => advanceRefund(world, refundOf(id), 'processing'),
      arrive: (id) => advanceRefund(world, refundOf(id), 'refunded'),
      fail: (id) => advanceRefund(world, refundOf(id), 'failed'),
      setBalance(apiKey, cents) {
        const account = accountOf(apiKey);
        account.balance = cents;
        payQueued(account);
      },
    },
    setMethod: (apiKey, method, enabled) => accountOf(apiKey).methods.set(method, enabled),
    failNext: (matcher, fault, times = 1) => faults.add(matcher, fault, times),
  };
  return machine;
}

import assert from 'node:assert/strict';
import { Logger, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import type { ErrorBody } from '../../sdk/contract/error.ts';
import { type Order, type OrderAccess, type OrderRequest, RETURN_PARAMETER } from '../../sdk/contract/order.ts';
import type { PlanSource } from '../../sdk/model/seating-plan/index.ts';
import { systemClock } from '../../server/adapters/clock.ts';
import { createMollieProvider } from '../../server/adapters/mollie/provider.ts';
import { openPool } from '../../server/adapters/postgres/index.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { type Emulator, installEmulator } from '../../server/demo/mollie/emulator.ts';
import type { Machine } from '../../server/demo/mollie/machine.ts';
import type { PaymentProvider } from '../../server/features/payments/provider.ts';
import { reconcile } from '../../server/features/payments/reconcile.ts';
import { centreTasks } from '../../server/tasks.ts';
import {
  createTestCentre,
  openTestCart,
  TEST_ORIGIN,
  type TestCart,
  type TestCentre,
  type TestCentreOptions,
} from './centre.ts';

const KEY = 'test_deproef';
export const RETURN_URL = `${TEST_ORIGIN}/voorstelling/het-gedacht`;

/** A centre that really sells: the real Mollie client, our emulator of Mollie, and jobs that run when a test says so. */
export interface SaleCentre extends TestCentre {
  readonly mollie: Machine;
  /** Does something while payments are asked for with hardly any patience, for a provider that hangs. */
  inAHurry(act: () => Promise<unknown>): Promise<void>;
  /** Lets every webhook that Mollie has to send arrive. */
  deliverWebhooks(): Promise<void>;
  /** Does every job that is due, until there is none. */
  work(): Promise<void>;
  /** Webhooks arrive and what follows from them is done. */
  settle(): Promise<void>;
  /** What the job of every minute does, as if all its times had come. */
  reconcile(): Promise<void>;
  /** A buyer with two seats of the performance (or these) in the cart. */
  buyer(performance: string, seats?: readonly string[]): Promise<Buyer>;
}

/** Somebody who orders; every verb is a request to the API. */
export interface Buyer {
  readonly cart: TestCart;
  readonly seats: readonly string[];
  readonly performance: string;
  /** Asks for an order of the cart; status, code and field as the API answers. */
  tryOrder(change?: Partial<OrderRequest>, headers?: Record<string, string>): Promise<Answer<OrderAccess>>;
  /** The same, but it must succeed. The buyer keeps the order. */
  order(change?: Partial<OrderRequest>): Promise<Order>;
  show(): Promise<Order>;
  pay(): Promise<Answer<Order>>;
  cancel(): Promise<Answer<Order>>;
  /** Comes back from the payment page, in any browser. */
  comeBack(code?: string): Promise<Answer<OrderAccess>>;
  fetch(path: string): Promise<Response>;
  /** Asks for something to be done with the order. */
  post(path: string, json: object): Promise<Answer<Order>>;
  /** Id of the order. */
  readonly id: string;
  /** Mollie's ids of the payments asked for, oldest first. */
  payments(): readonly string[];
  /** Mollie's id of the newest. */
  payment(): string;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly code: string | undefined;
  readonly field: string | undefined;
}

export interface SaleOptions {
  readonly performances: readonly string[];
  /** The key the centre uses; not known to Mollie unless it is the usual one. */
  readonly apiKey?: string;
  /** The small hall without it. */
  readonly hall?: PlanSource;
  /** More of what the centre is made of. */
  readonly parts?: TestCentreOptions['parts'];
}

export async function createSaleCentre({ performances, apiKey = KEY, ...options }: SaleOptions): Promise<SaleCentre> {
  const emulator = installEmulator({
    apiKeys: { [KEY]: 'De Proef' },
    checkoutBaseUrl: 'https://pay.example',
    clock: systemClock,
    random: systemRandomness,
    webhooks: { delivery: 'manual', concurrent: true },
    send: async ({ url, paymentId }) => (await knock(url, paymentId)).ok,
  });
  const mollie = (timeoutMs: number) =>
    createMollieProvider({ apiKey, versionString: 'Foyer/test', timeoutMs, pause: async () => {}, log: () => {} });
  const [patient, impatient] = [mollie(60_000), mollie(400)];
  let hurried = false;
  const provider: PaymentProvider = {
    ...patient,
    create: (request) => (hurried ? impatient : patient).create(request),
  };
  const centre = await createTestCentre({ ...options, performances, parts: { ...options.parts, provider } });
  const knock = (url: string, id: string) =>
    centre.request(new URL(url).pathname.slice(centre.base.length), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ id }).toString(),
    });
  const work = workerOf(centre);
  return {
    ...centre,
    async inAHurry(act) {
      hurried = true;
      await act();
      hurried = false;
    },
    mollie: emulator.machine,
    deliverWebhooks: emulator.deliverWebhooks,
    work: work.run,
    async settle() {
      await emulator.deliverWebhooks();
      await work.run();
    },
    async reconcile() {
      await centre.db
        .updateTable('payment')
        .set({ check_at: new Date(0) })
        .where('check_at', 'is not', null)
        .execute();
      await reconcile(centre.runtime);
      await work.run();
    },
    buyer: (performance, seats = ['Z-A-1', 'Z-A-2']) => openBuyer(centre, emulator, performance, seats),
    async stop() {
      emulator.stop();
      await work.stop();
      await centre.stop();
    },
  };
}

/** Does a centre's jobs when a test says so. */
export function workerOf({ url, jobsSchema, db, runtime }: TestCentre) {
  const pool = openPool(url, { max: 4 });
  const silent = new Logger(() => () => {});
  return {
    async run() {
      const jobs = sql.table(`${jobsSchema}._private_jobs`);
      // A job that failed waits longer and longer; in a test its time has come.
      await sql`update ${jobs} set run_at = now() where locked_at is null`.execute(db);
      const taskList = Object.fromEntries(
        Object.entries(centreTasks(runtime)).map(([name, task]) => [
          name,
          (payload: unknown) => task(payload as never),
        ]),
      );
      await runOnce({ pgPool: pool, schema: jobsSchema, taskList, logger: silent, noHandleSignals: true });
    },
    stop: () => pool.end(),
  };
}

/** A buyer at a centre with these seats in the cart; with no seats the cart is empty. */
export async function openBuyer(
  centre: TestCentre,
  { machine }: Emulator,
  performance: string,
  seats: readonly string[],
): Promise<Buyer> {
  const cart = await openTestCart(centre);
  if (seats.length > 0) {
    const held = await cart.holdSeats(seats, performance);
    assert.equal(held.status, 200, held.code);
  }
  let access: OrderAccess | undefined;
  const request = <Body>(path: string, init: Parameters<TestCentre['request']>[1]) =>
    centre.request(path, init).then((response) => answerOf<Body>(response));
  const onOrder = <Body>(path: string, init: Parameters<TestCentre['request']>[1] = {}) => {
    assert.ok(access, 'there is no order yet');
    return request<Body>(`/orders/${access.order.id}${path}`, { token: access.token, ...init });
  };
  const buyer: Buyer = {
    cart,
    seats,
    performance,
    async tryOrder(change = {}, headers = {}) {
      const { total } = await cart.show();
      const json = {
        email: 'buyer@example.com',
        language: 'nl',
        returnUrl: RETURN_URL,
        expectedTotal: total,
        ...change,
      };
      const answer = await request<OrderAccess>(`/carts/${cart.id}/order`, { json, headers, token: cart.token });
      if (answer.status === 201) access = answer.body;
      return answer;
    },
    async order(change) {
      const answer = await buyer.tryOrder(change);
      assert.equal(answer.status, 201, answer.code);
      return answer.body.order;
    },
    async show() {
      await forgetAsking(centre);
      const answer = await onOrder<Order>('');
      assert.equal(answer.status, 200, answer.code);
      return answer.body;
    },
    pay: async () => {
      await forgetAsking(centre);
      return onOrder<Order>('/pay', { json: {} });
    },
    post: (path, json) => onOrder<Order>(path, { json }),
    cancel: () => onOrder<Order>('/cancel', { json: {} }),
    comeBack: (code = returnCode(machine, buyer.payment())) =>
      request<OrderAccess>('/orders/return', { json: { code } }),
    fetch: (path) => centre.request(`/orders/${buyer.id}${path}`, { token: access?.token }),
    get id() {
      return access?.order.id ?? '';
    },
    payments: () =>
      machine
        .payments()
        .filter(({ webhookUrl, redirectUrl }) => webhookUrl?.includes(centre.base) && redirectUrl)
        .filter(({ description }) => access && description.endsWith(access.order.number))
        .map(({ id }) => id),
    payment() {
      const id = buyer.payments().at(-1);
      assert.ok(id, 'no payment was asked for');
      return id;
    },
  };
  return buyer;
}

/** The code that brings a buyer back, as Mollie would put it in the browser's address. */
export function returnCode(machine: Machine, payment: string): string {
  const code = new URL(machine.payment(payment).redirectUrl).searchParams.get(RETURN_PARAMETER);
  assert.ok(code);
  return code;
}

/** Two seconds pass for every page that waits. */
async function forgetAsking({ db }: TestCentre): Promise<void> {
  await db.updateTable('payment').set({ asked_at: null }).execute();
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const body = (await response.json()) as Body & Partial<ErrorBody>;
  return { status: response.status, body, code: body.error?.code, field: body.error?.field };
}

import assert from 'node:assert/strict';
import { sealNumber } from '../../sdk/client/seal.ts';
import type { Cart } from '../../sdk/contract/cart.ts';
import type { ErrorBody } from '../../sdk/contract/error.ts';
import type { Performance } from '../../sdk/contract/performance.ts';
import type { Text } from '../../sdk/contract/text.ts';
import type { UitpasAnswer } from '../../sdk/contract/uitpas.ts';
import { webTimers } from '../../sdk/platform.ts';
import { systemClock } from '../../server/adapters/clock.ts';
import { createProofKeys } from '../../server/adapters/proof-keys.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { UITPAS_HOSTS } from '../../server/adapters/uitpas/hosts.ts';
import { createUitpas } from '../../server/adapters/uitpas/uitpas.ts';
import { createUitpasStandIn, TEST_EVENTS, type UitpasStandIn } from '../../server/demo/uitpas/index.ts';
import type { CentreUitpas } from '../../server/features/uitpas/port.ts';
import type { TestCart, TestCentre } from './centre.ts';

/** UiTPAS for a test: our client of it, and the stand-in that it speaks with. */
export interface TestUitpas {
  readonly standIn: UitpasStandIn;
  /** For a centre's parts. */
  readonly uitpas: CentreUitpas;
  /** What our client wrote into the log. */
  readonly logged: readonly string[];
  /** So much time passes for the client's rest after failures, in milliseconds. */
  passes(milliseconds: number): void;
}

export function openTestUitpas(options: { readonly permissions?: readonly string[] } = {}): TestUitpas {
  const clientId = 'huis-van-de-proef';
  const clientSecret = 'geheim-van-de-proef';
  const standIn = createUitpasStandIn({
    ...{ clock: systemClock, random: systemRandomness, clients: { [clientId]: clientSecret } },
    ...options,
  });
  const logged: string[] = [];
  let passed = 0;
  const api = createUitpas({
    ...{ clientId, clientSecret, hosts: UITPAS_HOSTS.test, clock: systemClock, fetch: standIn.fetch },
    timers: {
      now: () => Date.now() + passed,
      // Seconds are over after a blink.
      after: (milliseconds, callback) => webTimers.after(milliseconds / 50, callback),
    },
    log: (line) => void logged.push(line),
  });
  const seed = crypto.getRandomValues(new Uint8Array(32));
  return {
    standIn,
    logged,
    uitpas: { api, proofs: createProofKeys(seed, systemClock) },
    passes(milliseconds) {
      passed += milliseconds;
    },
  };
}

/** Makes performances events of UiTdatabank: the one of publiq's where everything works, unless another is named. */
export async function makeUitpasEvents(
  { db }: Pick<TestCentre, 'db'>,
  performances: readonly string[],
  event: string = TEST_EVENTS.fine.id,
): Promise<void> {
  await db.updateTable('performance').set({ uitpas_event: event }).where('id', 'in', performances).execute();
}

export interface UitpasReply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly code: string | undefined;
  readonly text: Text | undefined;
  readonly lines: readonly string[] | undefined;
}

/** What a visitor does about UiTPAS, with the number sealed as a browser does it. */
export interface UitpasVisitor {
  seal(line: string, number: string): Promise<string>;
  ask(line: string, number: string): Promise<UitpasReply<UitpasAnswer>>;
  take(lines: readonly string[], tariff: string | null, number?: string): Promise<UitpasReply<Cart>>;
  /** Takes the social tariff for the first line, which must succeed. */
  takeSocial(number: string): Promise<Cart>;
}

export function uitpasVisitor(centre: Pick<TestCentre, 'request'>, cart: TestCart): UitpasVisitor {
  const visitor: UitpasVisitor = {
    async seal(line, number) {
      const id = (await cart.show()).lines.find((one) => one.id === line)?.performance.id ?? '';
      const performance = (await (await centre.request(`/performances/${id}`)).json()) as Performance;
      assert.ok(performance.uitpas, `UiTPAS is not offered for ${id}`);
      return sealNumber(number, performance.uitpas.key, id.split('.').at(-1) ?? '');
    },
    ask: async (line, number) =>
      replyOf(await cart.request('/uitpas', { json: { line, proof: await visitor.seal(line, number) } })),
    async take(lines, tariff, number = '') {
      const proof = tariff === null ? {} : { proof: await visitor.seal(lines[0] ?? '', number) };
      return replyOf(await cart.request('/uitpas/tariff', { json: { lines, tariff, ...proof } }));
    },
    async takeSocial(number) {
      const [line] = (await cart.show()).lines;
      const taken = await visitor.take([line?.id ?? ''], 'SOCIALTARIFF', number);
      assert.equal(taken.status, 200, taken.code);
      return taken.body;
    },
  };
  return visitor;
}

export async function replyOf<Body>(response: Response): Promise<UitpasReply<Body>> {
  const body = (await response.json()) as Body & Partial<ErrorBody>;
  const { code, lines, text } = body.error ?? {};
  return { status: response.status, body, code, text, lines };
}

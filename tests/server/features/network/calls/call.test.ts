import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silentLog } from '../../../../../server/adapters/log.ts';
import { systemRandomness } from '../../../../../server/adapters/randomness.ts';
import { type Call, createCallPartner, type Lane } from '../../../../../server/features/network/calls/call.ts';
import type { Send } from '../../../../../server/features/network/calls/send.ts';
import type { PartnerAnswer, PartnerFailure } from '../../../../../server/features/network/partner-api.ts';
import { createManualTimers } from '../../../../../stories/fixtures/manual-timers.ts';
import { atRest, passingUntil } from '../../../../harness/passing-time.ts';

const SILENCE: PartnerAnswer<never> = { error: { outcome: 'unknown', code: 'network' } };
const answering = (failure: PartnerFailure): PartnerAnswer<never> => ({ error: failure });

/** A caller whose partner answers as a test says; `undefined` is a partner that says nothing until the call ends. */
function caller(answer: (attempt: number) => PartnerAnswer<unknown> | undefined) {
  const timers = createManualTimers();
  const asked: string[] = [];
  const send = (async (to, _question, signal) => {
    asked.push(to.agreement);
    const given = answer(asked.length);
    if (given) return given;
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(SILENCE), { once: true }));
  }) as Send;
  const call = createCallPartner({
    send,
    findPartner: async (agreement) => (agreement === 'none' ? undefined : 'https://owner.example'),
    ...{ timers, random: systemRandomness, log: silentLog },
  });
  const ask = (lane: Lane = 'hold', more: Partial<Call<string>> = {}, agreement = 'a') =>
    call(agreement, { method: 'GET', path: '/', read: async () => 'read', lane, within: 5_000, ...more });
  return { ask, asked, timers };
}

describe('asking a partner', () => {
  it('gives its answer at once, good or bad', async () => {
    for (const answer of [{ data: 'yes' }, answering({ outcome: 'refused', code: 'seats_taken', seats: ['A-1'] })]) {
      const { ask, asked, timers } = caller(() => answer);
      assert.deepEqual(await ask(), answer);
      assert.deepEqual([asked.length, timers.waiting], [1, 0]);
    }
  });

  it('asks again while nothing is known, twice, and takes what it gets then', async () => {
    const { ask, asked, timers } = caller((attempt) => (attempt < 3 ? SILENCE : { data: 'yes' }));
    const { value, took } = await passingUntil(timers, ask());
    assert.deepEqual([value, asked.length], [{ data: 'yes' }, 3]);
    assert.ok(took < 1_000, `${took} ms`);
  });

  it('says that nothing is known when that stays so', async () => {
    const { ask, asked, timers } = caller(() => SILENCE);
    const { value } = await passingUntil(timers, ask());
    assert.deepEqual([value, asked.length, timers.waiting], [SILENCE, 3, 0]);
  });

  it('ends at its deadline, however silent the partner is', async () => {
    const { ask, asked, timers } = caller(() => undefined);
    const { took, value } = await passingUntil(timers, ask('hold', { within: 3_000 }));
    assert.deepEqual([value, took, asked.length, timers.waiting], [SILENCE, 3_000, 1, 0]);
  });

  it('comes back when the partner said so, if there is time, and not before', async () => {
    const busy = (retryAfter: number) => answering({ outcome: 'unknown', code: 'rate_limited', retryAfter });
    const soon = caller((attempt) => (attempt === 1 ? busy(2) : { data: 'yes' }));
    const { took, value } = await passingUntil(soon.timers, soon.ask());
    assert.deepEqual([value, took], [{ data: 'yes' }, 2_000]);
    const late = caller(() => busy(60));
    assert.deepEqual(await late.ask(), busy(60));
    assert.equal(late.asked.length, 1);
  });

  it('does not ask again who does not know us', async () => {
    const { ask, asked } = caller(() => answering({ outcome: 'unknown', code: 'signature_invalid' }));
    await ask();
    assert.equal(asked.length, 1);
  });

  it('knows when there is no such agreement', async () => {
    const { ask, asked } = caller(() => ({ data: 'yes' }));
    assert.deepEqual(await ask('hold', {}, 'none'), answering({ outcome: 'refused', code: 'not_found' }));
    assert.equal(asked.length, 0);
  });

  it('ends when its caller leaves, which says nothing about the partner', async () => {
    const { ask, asked } = caller(() => undefined);
    for (let n = 0; n < 6; n += 1) {
      const leaving = new AbortController();
      const asking = ask('browse', { signal: leaving.signal });
      await atRest();
      leaving.abort();
      assert.deepEqual(await asking, SILENCE);
    }
    assert.equal(asked.length, 6);
  });
});

describe('a partner that does not answer', () => {
  const away = answering({ outcome: 'unknown', code: 'partner_unavailable', retryAfter: 5 });

  it('is left alone after five failures, then tried once', async () => {
    let alive = false;
    const { ask, asked, timers } = caller(() => (alive ? { data: 'yes' } : SILENCE));
    await passingUntil(timers, ask());
    await passingUntil(timers, ask());
    assert.equal(asked.length, 5, 'three tries, and two before it was left alone');
    assert.deepEqual(await ask(), away);
    assert.equal(asked.length, 5);
    timers.advance(5_000);
    alive = true;
    assert.deepEqual([await ask(), await ask(), asked.length], [{ data: 'yes' }, { data: 'yes' }, 7]);
  });

  it('hinders no other partner, and nothing but what it did not answer', async () => {
    const { ask, timers } = caller(() => SILENCE);
    await passingUntil(timers, ask('browse'));
    await passingUntil(timers, ask('browse'));
    assert.deepEqual(await ask('browse'), away);
    for (const asking of [ask('browse', {}, 'b'), ask('decide')]) {
      assert.deepEqual((await passingUntil(timers, asking)).value, SILENCE);
    }
  });

  it('is not left alone for refusing, nor for being busy', async () => {
    for (const failure of [
      { outcome: 'refused', code: 'seats_taken' },
      { outcome: 'unknown', code: 'rate_limited', retryAfter: 60 },
    ] as const) {
      const { ask } = caller(() => answering(failure));
      for (let n = 0; n < 10; n += 1) assert.deepEqual(await ask(), answering(failure));
    }
  });
});

describe('many calls at once', () => {
  it('go sixteen at a time, some wait, the rest hear at once that they must come back', async () => {
    const { ask, asked, timers } = caller(() => undefined);
    const calls = Array.from({ length: 60 }, () => ask('browse', { within: 3_000 }));
    await atRest();
    assert.equal(asked.length, 16);
    const { value } = await passingUntil(timers, Promise.all(calls));
    const codes = value.map(({ error }) => error?.code);
    assert.equal(codes.filter((code) => code === 'network').length, 16);
    assert.equal(codes.filter((code) => code === 'partner_unavailable').length, 44);
    assert.equal(timers.waiting, 0);
  });

  it('of those who look around keep none from holding, nor from finishing what is paid', async () => {
    const { ask, asked, timers } = caller((attempt) => (attempt > 16 ? { data: 'yes' } : undefined));
    const crowd = Array.from({ length: 48 }, () => ask('browse'));
    await atRest();
    assert.equal(asked.length, 16);
    assert.deepEqual([await ask('hold'), await ask('decide')], [{ data: 'yes' }, { data: 'yes' }]);
    await passingUntil(timers, Promise.all(crowd));
  });
});

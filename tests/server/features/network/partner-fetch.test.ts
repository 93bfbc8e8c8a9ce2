import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnsafeAddress } from '../../../../server/features/network/addresses.ts';
import { createPartnerFetch, type LocalCentre } from '../../../../server/features/network/partner-fetch.ts';
import type { OutgoingRequest } from '../../../../server/features/network/safe-fetch.ts';

const OWN = 'https://tickets.example/centres/de-brug';
const NEIGHBOUR = 'https://tickets.example/centres/de-lantaarn';

const get = (signal = new AbortController().signal): OutgoingRequest => ({
  method: 'GET',
  headers: new Headers(),
  signal,
});
const partners = (ask: LocalCentre) =>
  createPartnerFetch({
    own: OWN,
    local: new Map([
      [OWN, ask],
      [NEIGHBOUR, ask],
    ]),
    remote: async (url) => new Response(`remote ${url}`),
  });

describe('reaching a partner', () => {
  const fetch = partners((path) => new Response(`local ${path}`, { status: 201, headers: { 'X-Of': 'it' } }));

  for (const [url, answer] of [
    [`${NEIGHBOUR}/network/v1/changes?after=1`, 'local /network/v1/changes?after=1'],
    [`${NEIGHBOUR}?x`, 'local ?x'],
    [NEIGHBOUR, 'local '],
    [`HTTPS://Tickets.Example:443/centres/de-lantaarn/x/../y`, 'local /y'],
    [`${NEIGHBOUR}-2/network/v1`, `remote ${NEIGHBOUR}-2/network/v1`],
    ['https://other.example/centres/de-lantaarn', 'remote https://other.example/centres/de-lantaarn'],
    ['no address', 'remote no address'],
  ] as const) {
    it(`at ${url} is ${answer}`, async () => assert.equal(await (await fetch(url, get())).text(), answer));
  }

  it('keeps status and headers of a neighbour’s answer', async () => {
    const { headers, status } = await fetch(NEIGHBOUR, get());
    assert.deepEqual([status, headers.get('X-Of')], [201, 'it']);
  });

  for (const url of [OWN, `${OWN}/network/v1`, `${OWN}/../de-brug/x`, `${OWN}?x`]) {
    it(`never is ourselves: ${url}`, () => assert.rejects(fetch(url, get()), UnsafeAddress));
  }
});

describe('a neighbour that takes its time', () => {
  it('is left when the asker ends it', async () => {
    const ending = new AbortController();
    const silent = partners(() => {
      ending.abort(new Error('enough'));
      return new Promise(() => {});
    });
    await assert.rejects(silent(NEIGHBOUR, get(ending.signal)), /enough/);
    await assert.rejects(silent(NEIGHBOUR, get(ending.signal)), /enough/);
  });

  it('hears that nobody reads its stream any more', async () => {
    const ending = new AbortController();
    const cancelled = Promise.withResolvers<unknown>();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
      cancel: cancelled.resolve,
    });
    const answer = await partners(() => new Response(body))(NEIGHBOUR, get(ending.signal));
    const reader = answer.body!.getReader();
    await reader.read();
    ending.abort(new Error('enough'));
    await assert.rejects(reader.read(), /enough/);
    await cancelled.promise;
  });
});

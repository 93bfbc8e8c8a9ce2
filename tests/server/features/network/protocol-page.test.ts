import assert from 'node:assert/strict';
import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  ERROR_STATUS,
  NETWORK_ERROR_STATUS,
  networkCentreSchema,
  networkChangeSchema,
  networkChangesSchema,
  type Reservation,
  reservationRequestSchema,
  reservationSchema,
  reservationStateSchema,
} from '../../../../sdk/contract/index.ts';
import { createNetworkKeys, verifyingKey } from '../../../../server/features/network/keys.ts';
import { type SignedMessage, verifyRequest } from '../../../../server/features/network/signatures/index.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';
import { exampleOf } from '../../../harness/docs.ts';
import { standingClock } from '../../../harness/http.ts';
import { addPartner } from '../../../harness/partner.ts';

const PAGE = 'docs/protocol.md';
const files = new Map(exampleOf(PAGE, {}).map(({ path, text }) => [path, text.replace(/\n$/, '')]));
const file = (path: string) => files.get(path) ?? assert.fail(`The page has no ${path}.`);

/** What the page's own code exports. */
interface Signing {
  keyOf(seed: Uint8Array): { readonly id: string; readonly publicKey: string };
  signed(request: { method: string; url: string; body?: string }, by: object): Record<string, string>;
}
const { keyOf, signed }: Signing = await import(`data:text/javascript,${encodeURIComponent(file('sign.mjs'))}`);

/** The seed of the page's example. */
const SEED = Uint8Array.from({ length: 32 }, (_, index) => index);

/** The request of the example, as it goes over the wire. */
function exampleRequest(): SignedMessage & { readonly text: string } {
  const [head = '', text = ''] = file('extend.http').split('\n\n');
  const [first = '', ...lines] = head.split('\n');
  const [method = '', path] = first.split(' ');
  const headers = new Headers(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  return { method, url: `https://${headers.get('Host')}${path}`, headers, body: Buffer.from(text), text };
}

/** Cells of a table of the page, by its first heading. */
function table(heading: string): readonly (readonly string[])[] {
  const [, rows = ''] = new RegExp(`^\\| ${heading} .*\\n\\| -.*\\n((?:\\|.*\\n)+)`, 'm').exec(page) ?? [];
  return [...rows.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()));
}
const page = readFileSync(PAGE, 'utf8');
const plain = (cell = '') => cell.replaceAll('`', '');

describe('the signature on the page about the protocol', () => {
  const { keys } = networkCentreSchema.parse(JSON.parse(file('seller.json')));
  const clock = standingClock('2026-11-22T10:00:00Z');
  const findKey = async ({ key }: { readonly key: string }) =>
    verifyingKey(keys.find(({ id }) => id === key) ?? assert.fail(key));

  it('is by the key that follows from its seed', () => {
    const { id, publicKey } = keyOf(SEED);
    assert.deepEqual(keys, [{ id, publicKey }]);
    assert.deepEqual(keys, createNetworkKeys([SEED]).shown);
  });

  it('is one that the server takes', async () => {
    const { agreement, nonce } = await verifyRequest(exampleRequest(), { findKey, clock });
    assert.deepEqual([agreement, nonce], ['0c6ff5ac-58ae-4f0b-8d6e-8a2c2ef1f0aa', 'a-nonce-used-once-0001']);
  });

  it('is not one for another body, another address or another moment', async () => {
    const request = exampleRequest();
    const others: [SignedMessage, typeof clock][] = [
      [{ ...request, body: Buffer.from(request.text.replace('1200', '7200')) }, clock],
      [{ ...request, url: `${request.url}?a=1` }, clock],
      [request, standingClock('2026-11-22T10:01:01Z')],
    ];
    for (const [message, at] of others) {
      await assert.rejects(verifyRequest(message, { findKey, clock: at }), { code: 'signature_invalid' });
    }
  });

  it('is over the lines that the page shows', () => {
    const [, signature = ''] = /^foyer=:(.+):$/.exec(exampleRequest().headers.get('Signature') ?? '') ?? [];
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: keys[0]?.publicKey ?? '' }, format: 'jwk' });
    assert.ok(verify(null, Buffer.from(file('base.txt')), key, Buffer.from(signature, 'base64')));
  });

  it('is what the page’s own code makes', () => {
    const { method, url, text, headers } = exampleRequest();
    const made = signed(
      { method, url, body: text },
      {
        ...{ agreement: '0c6ff5ac-58ae-4f0b-8d6e-8a2c2ef1f0aa', key: keyOf(SEED) },
        ...{ created: 1_795_341_600, nonce: 'a-nonce-used-once-0001' },
      },
    );
    for (const [name, value] of Object.entries(made)) assert.equal(value, headers.get(name), name);
  });
});

describe('a seller that signs by the page’s code', () => {
  let centre: TestCentre;
  let agreement: string;
  before(async () => {
    centre = await createTestCentre();
    ({ agreement } = await addPartner(centre, { seeds: [SEED] }));
  });
  after(() => centre.stop());

  async function ask(method: string, path: string, json?: unknown) {
    const url = `${centre.runtime.config.apiUrl}/network/v1${path}`;
    const body = json === undefined ? undefined : JSON.stringify(json);
    const headers = signed({ method, url, ...(body !== undefined && { body }) }, { agreement, key: keyOf(SEED) });
    const answer = await centre.request(`/network/v1${path}`, { method, headers, ...(body !== undefined && { body }) });
    const text = await answer.text();
    return { status: answer.status, text, body: JSON.parse(text) as Reservation & { error?: { code: string } } };
  }

  it('takes the page’s reservation through its life', async () => {
    const wish = reservationRequestSchema.parse(JSON.parse(file('reservation.json')));
    const path = `/reservations/${randomUUID()}`;
    const [made, again] = [await ask('PUT', path, wish), await ask('PUT', path, wish)];
    assert.deepEqual([made.status, again.status], [201, 200], made.text);
    assert.equal(reservationSchema.parse(again.body).id, made.body.id);
    const differs = await ask('PUT', path, { ...wish, channel: 'counter' });
    assert.deepEqual([differs.status, differs.body.error?.code], [422, 'reservation_differs']);
    const longer = await ask('POST', `${path}/extend`, JSON.parse(exampleRequest().text));
    assert.ok((longer.body.secondsLeft ?? 0) > (made.body.secondsLeft ?? 0), longer.text);
    const confirm = () => ask('POST', `${path}/confirm`, { expectedTotal: made.body.total });
    const [sold, twice] = [await confirm(), await confirm()];
    assert.deepEqual([sold.body.state, sold.body.tickets.length, twice.text], ['confirmed', 2, sold.text]);
    const undone = await ask('POST', `${path}/cancel`, { reason: 'returned' });
    assert.deepEqual([undone.body.state, (await ask('GET', path)).text], ['cancelled', undone.text]);
  });

  it('reads the feed', async () => {
    const { status, text } = await ask('GET', '/changes?after=0');
    assert.deepEqual([status, networkChangesSchema.parse(JSON.parse(text)).more], [200, false]);
  });

  it('has every address of the protocol on the page', async () => {
    const root = '/centres/{centre}/network/v1';
    const document = (await (await centre.app.request('/openapi.json')).json()) as { paths: Record<string, object> };
    const real = Object.entries(document.paths)
      .filter(([path]) => path.startsWith(root))
      .flatMap(([path, verbs]) =>
        Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path.slice(root.length)}`.trim()),
      );
    assert.deepEqual(
      table('request')
        .map(([request]) => plain(request))
        .sort(),
      real.sort(),
    );
  });
});

describe('the tables on the page about the protocol', () => {
  it('have the states, and the kinds of changes, that the contract has', () => {
    const first = (heading: string) => table(heading).map(([cell]) => plain(cell));
    assert.deepEqual(first('state').sort(), [...reservationStateSchema.options].sort());
    assert.deepEqual(first('kind').sort(), [...networkChangeSchema.shape.kind.options].sort());
  });

  it('have every code of the network, each with its status', () => {
    const status: Record<string, number> = { ...ERROR_STATUS, ...NETWORK_ERROR_STATUS };
    const told = new Map(table('code').map(([code, number]) => [plain(code), Number(number)]));
    for (const [code, number] of told) assert.equal(number, status[code], code);
    // This one is told to who manages a centre, never to another.
    const { invoice_not_possible, ...network } = NETWORK_ERROR_STATUS;
    for (const code of Object.keys(network)) assert.ok(told.has(code), code);
  });
});

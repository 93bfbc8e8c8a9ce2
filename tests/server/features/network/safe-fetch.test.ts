import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Resolve } from '../../../../server/features/network/addresses.ts';
import { UnsafeAddress } from '../../../../server/features/network/addresses.ts';
import { createSafeFetch, type OutgoingRequest } from '../../../../server/features/network/safe-fetch.ts';

const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const get = (init: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'GET',
  headers: new Headers(),
  signal: new AbortController().signal,
  ...init,
});

describe('asking a server that somebody else named', () => {
  const asked: IncomingMessage[] = [];
  let answer: RequestListener = () => {};
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  let origin = '';
  let name = '';
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
    name = `http://tickets.example:${port}`;
  });
  after(async () => {
    for (const { close } of open) await close();
    server.closeAllConnections();
    server.close();
  });
  const open: { close(): Promise<void> }[] = [];
  const outgoing = (allowPrivate: boolean, resolve: Resolve = loopback) => {
    const safe = createSafeFetch({ allowPrivate }, resolve);
    open.push(safe);
    return safe.fetch;
  };

  it('sends what is given, gets the answer, and follows a name by the given way', async () => {
    answer = (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () =>
        response.writeHead(201, { 'X-Of': 'it' }).end(`${request.method} ${Buffer.concat(parts)}`),
      );
    };
    const body = new TextEncoder().encode('{"a":1}');
    const headers = new Headers({ 'Content-Type': 'application/json', Signature: 'x' });
    const answered = await outgoing(true)(`${name}/path?q=1`, get({ method: 'PUT', headers, body }));
    assert.deepEqual([answered.status, answered.headers.get('X-Of')], [201, 'it']);
    assert.equal(await answered.text(), 'PUT {"a":1}');
    const { headers: sent, url } = asked.at(-1)!;
    assert.deepEqual([url, sent['content-type'], sent.signature], ['/path?q=1', 'application/json', 'x']);
    assert.deepEqual([sent.cookie, sent.authorization, sent.referer], [undefined, undefined, undefined]);
  });

  it('makes no connection to a name that leads inside, although the name looks well', async () => {
    const before = asked.length;
    const failure = await outgoing(false)('https://tickets.example/', get()).catch((error: Error) => error);
    assert.ok(failure instanceof Error && failure.cause instanceof UnsafeAddress, String(failure));
    assert.equal(asked.length, before);
  });

  it('does not ask again where a name leads once it was judged', async () => {
    let times = 0;
    const turning: Resolve = async () => {
      times += 1;
      return [{ address: times === 1 ? '127.0.0.1' : '127.0.0.99', family: 4 }];
    };
    answer = (_request, response) => response.end('here');
    assert.equal(await (await outgoing(true, turning)(`${name}/`, get())).text(), 'here');
    assert.equal(times, 1);
  });

  it('makes no connection to an address inside', async () => {
    const before = asked.length;
    await assert.rejects(outgoing(false)(origin.replace('http:', 'https:'), get()), UnsafeAddress);
    await assert.rejects(outgoing(false)(origin, get()), UnsafeAddress);
    assert.equal(asked.length, before);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`goes nowhere else on ${status}`, async () => {
      answer = (request, response) =>
        request.url === '/' ? response.writeHead(status, { Location: '/inside' }).end() : response.end('inside');
      const before = asked.length;
      await assert.rejects(outgoing(true)(`${name}/`, get()), UnsafeAddress);
      assert.equal(asked.length, before + 1);
    });
  }

  it('lets the asker end it, before and after the answer began', async () => {
    const fetch = outgoing(true);
    const early = new AbortController();
    answer = () => early.abort(new Error('enough'));
    await assert.rejects(fetch(`${name}/`, get({ signal: early.signal })), /enough/);
    const late = new AbortController();
    answer = (_request, response) => response.write('first');
    const { body } = await fetch(`${name}/`, get({ signal: late.signal }));
    const reader = body!.getReader();
    await reader.read();
    late.abort(new Error('enough'));
    await assert.rejects(reader.read(), /enough/);
  });

  it('fails when nobody is there', async () => {
    const gone = createServer();
    gone.listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    await assert.rejects(outgoing(true)(`http://127.0.0.1:${port}/`, get()), TypeError);
  });
});

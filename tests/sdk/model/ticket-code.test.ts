import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromBase32, toBase32 } from '../../../sdk/model/base32.ts';
import { encodeTicketCode, type TicketFacts, verifyTicketCode } from '../../../sdk/model/ticket-code.ts';
import { checkSignature, createTicketSigner } from '../../../server/adapters/tickets/index.ts';

const signer = createTicketSigner(new Uint8Array(32).fill(7));
const keys = [{ id: signer.keyId, publicKey: signer.publicKey }];
const facts: TicketFacts = {
  ticket: '0b06af8e-6a27-4e1a-9f02-6f1b83c6d1aa',
  performance: 'de-lantaarnopsteker-2026-12-04',
  place: 'P-F-12',
  startsAt: new Date('2026-12-04T19:00:00Z'),
};
const verify = (code: string) => verifyTicketCode(code, keys, checkSignature);

const anyFacts = fc.record(
  {
    ticket: fc.uuid(),
    performance: fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/, { maxLength: 80 }),
    place: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
    startsAt: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((minutes) => new Date(minutes * 60_000)),
  },
  { noNullPrototype: true },
);

describe('a ticket code', () => {
  it('says what was signed, for every ticket there can be', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (ticket) => {
        assert.deepEqual(await verify(signer.sign(ticket)), { valid: true, facts: ticket, keyId: signer.keyId });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when any one bit of it is another', async () => {
    const bytes = fromBase32(signer.sign(facts))!;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const damaged = bytes.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      assert.equal((await verify(toBase32(damaged))).valid, false, `bit ${bit}`);
    }
  });

  it('is refused when cut off or lengthened anywhere', async () => {
    const code = signer.sign(facts);
    for (let length = 0; length < code.length; length += 1) {
      assert.equal((await verify(code.slice(0, length))).valid, false, `${length} letters`);
    }
    assert.equal((await verify(`${code}00000000`)).valid, false);
  });

  it('never makes a text of any kind into a ticket, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
        assert.equal((await verify(text)).valid, false);
      }),
    );
  });

  it('is the same text each time, in letters a QR packs tightly', () => {
    assert.equal(signer.sign(facts), signer.sign(facts));
    assert.match(signer.sign(facts), /^[0-9A-HJKMNP-TV-Z]+$/);
  });

  it('is understood in small letters, in groups and over several lines', async () => {
    const spelled = signer
      .sign(facts)
      .toLowerCase()
      .replace(/(.{6})/g, '$1 ')
      .replace(/(.{42})/g, '$1\r\n');
    assert.equal((await verify(spelled)).valid, true);
  });

  it('carries nothing of the buyer: just the ticket, the performance, the place and the start', () => {
    const bytes = fromBase32(signer.sign(facts))!;
    assert.equal(bytes.length, 1 + 4 + 16 + 4 + 1 + facts.performance.length + 1 + facts.place.length + 64);
  });

  const reasons = {
    malformed: 'not a code!',
    'unsupported-version': toBase32(Uint8Array.from([2, ...fromBase32(signer.sign(facts))!.slice(1)])),
    'unknown-key': createTicketSigner(new Uint8Array(32).fill(8)).sign(facts),
    'bad-signature': encodeTicketCode(facts, signer.keyId, () => new Uint8Array(64)),
  };
  for (const [reason, code] of Object.entries(reasons)) {
    it(`that is ${reason} says so`, async () => {
      assert.deepEqual(await verify(code), { valid: false, reason });
    });
  }

  it('signed by another centre under this centre’s key id is refused', async () => {
    const other = createTicketSigner(new Uint8Array(32).fill(9));
    const forged = fromBase32(other.sign(facts))!;
    forged.set(fromBase32(signer.sign(facts))!.slice(1, 5), 1);
    assert.deepEqual(await verify(toBase32(forged)), { valid: false, reason: 'bad-signature' });
  });

  const unfit: [string, Partial<TicketFacts>][] = [
    ['a ticket that is no UUID', { ticket: 'x' }],
    ['a performance beyond ASCII', { performance: 'café' }],
    ['an empty place', { place: '' }],
    ['a place that is too long', { place: 'A'.repeat(256) }],
    ['a start before 1970', { startsAt: new Date(-1) }],
    ['no start at all', { startsAt: new Date(Number.NaN) }],
  ];
  for (const [what, change] of unfit) {
    it(`cannot be made for ${what}`, () => {
      assert.throws(() => signer.sign({ ...facts, ...change }), RangeError);
    });
  }
});

describe('a scanner in a browser', () => {
  it('verifies with WebCrypto what the server signed', async () => {
    const verdict = await verifyTicketCode(signer.sign(facts), keys, async ({ publicKey }, signature, message) => {
      const raw = Uint8Array.from(Buffer.from(publicKey, 'base64url'));
      const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
      return crypto.subtle.verify('Ed25519', key, signature, message);
    });
    assert.equal(verdict.valid, true);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sealNumber } from '../../../sdk/client/seal.ts';
import { proofSchema, sealingKeySchema } from '../../../sdk/contract/uitpas.ts';
import { createProofKeys } from '../../../server/adapters/proof-keys.ts';

const NUMBER = '0900000067513';
const seed = (byte: number) => new Uint8Array(32).fill(byte);
const NOON = new Date('2026-11-29T12:00:00Z');
const at = (date: Date) => ({ now: () => date });
const daysLater = (days: number) => at(new Date(NOON.getTime() + days * 86_400_000));

describe('a card number sealed in a browser', () => {
  it('is read by the centre it was sealed to, by any server of it', async () => {
    const { current } = createProofKeys(seed(1), at(NOON));
    const proof = await sealNumber(NUMBER, sealingKeySchema.parse(current), 'het-gedacht');
    assert.equal(createProofKeys(seed(1), at(NOON)).open(proofSchema.parse(proof), 'het-gedacht'), NUMBER);
  });

  it('tells nothing: neither the number, nor that two are of the same card', async () => {
    const { current } = createProofKeys(seed(1), at(NOON));
    const [one, other] = [await sealNumber(NUMBER, current, 'a'), await sealNumber(NUMBER, current, 'a')];
    assert.notEqual(one, other);
    assert.equal(one.length, other.length);
    assert.equal(one.length, (await sealNumber('1', current, 'a')).length);
    assert.ok(!Buffer.from(one.split('.')[1] ?? '', 'base64url').includes(NUMBER));
  });

  it('is nothing to another centre, and nothing for another performance', async () => {
    const { current } = createProofKeys(seed(1), at(NOON));
    const proof = await sealNumber(NUMBER, current, 'het-gedacht');
    assert.equal(createProofKeys(seed(2), at(NOON)).open(proof, 'het-gedacht'), undefined);
    assert.equal(createProofKeys(seed(1), at(NOON)).open(proof, 'iets-anders'), undefined);
  });

  it('is read the day after, and not the day after that', async () => {
    const { current } = createProofKeys(seed(1), at(NOON));
    const proof = await sealNumber(NUMBER, current, 'het-gedacht');
    assert.equal(createProofKeys(seed(1), daysLater(1)).open(proof, 'het-gedacht'), NUMBER);
    assert.equal(createProofKeys(seed(1), daysLater(2)).open(proof, 'het-gedacht'), undefined);
  });

  it('is read by nobody when a single character of it was changed', async () => {
    const keys = createProofKeys(seed(1), at(NOON));
    const proof = await sealNumber(NUMBER, keys.current, 'het-gedacht');
    const start = proof.indexOf('.') + 1;
    for (let index = start; index < proof.length - 1; index += 7) {
      const changed = `${proof.slice(0, index)}${proof[index] === 'A' ? 'B' : 'A'}${proof.slice(index + 1)}`;
      assert.equal(keys.open(changed, 'het-gedacht'), undefined, `at ${index}`);
    }
  });

  for (const broken of ['', '.', 'x', '20786.', `20786.${'A'.repeat(167)}`, 'constructor.AAAA']) {
    it(`is none when it is ${JSON.stringify(broken.slice(0, 20))}`, () => {
      assert.equal(createProofKeys(seed(1), at(NOON)).open(broken, 'het-gedacht'), undefined);
    });
  }

  it('is no card number when something else was sealed', async () => {
    const keys = createProofKeys(seed(1), at(NOON));
    assert.equal(keys.open(await sealNumber('85073003328x', keys.current, 'a'), 'a'), undefined);
  });

  it('cannot be made on a page without WebCrypto', async () => {
    const { current } = createProofKeys(seed(1), at(NOON));
    const globals = globalThis as unknown as { crypto: unknown };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      await assert.rejects(sealNumber(NUMBER, current, 'a'), /WebCrypto/);
    } finally {
      if (before) Object.defineProperty(globals, 'crypto', before);
    }
  });
});

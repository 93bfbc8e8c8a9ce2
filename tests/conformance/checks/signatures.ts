import { randomBytes, randomUUID } from 'node:crypto';
import { refusal, reservation } from '../kit/answers.ts';
import { type Check, checksOf, must, type Scene } from '../kit/check.ts';
import { type Forgery, strangeKey } from '../kit/signing.ts';

const INVALID = '401 signature_invalid';
const seconds = ({ time }: Scene) => Math.floor(time.now() / 1000);

/** A reservation that is signed wrongly: it must be refused, and leave nothing. */
const refusesForged =
  (forgery: (scene: Scene, body: string) => Forgery): Check['run'] =>
  async (scene) => {
    const { partner, hall } = scene;
    const path = `/reservations/${randomUUID()}`;
    const text = JSON.stringify(hall.wish(await hall.seats(1)));
    refusal(await partner.send('PUT', path, { text, sign: forgery(scene, text) }), INVALID);
    refusal(await partner.send('GET', path), '404 not_found');
  };

export const signatures = checksOf('signatures', {
  'refuses a request without signature': async ({ partner, hall }) => {
    const path = `/reservations/${randomUUID()}`;
    const json = hall.wish(await hall.seats(1));
    refusal(await partner.send('PUT', path, { json, sign: false }), '401 signature_missing');
    refusal(await partner.send('GET', path), '404 not_found');
    refusal(await partner.send('GET', '/performances', { sign: false }), '401 signature_missing');
    refusal(await partner.send('GET', '/changes?after=0', { sign: false }), '401 signature_missing');
  },
  'refuses another key in the name of the partner’s': refusesForged(({ partner }) => ({
    key: { ...strangeKey(), id: partner.keyId },
  })),
  'refuses a key that the agreement does not have': refusesForged(() => ({ key: strangeKey() })),
  'refuses the key in the name of another agreement': refusesForged(({ partner }) => ({
    parameters: { keyid: `${randomUUID()}:${partner.keyId}` },
  })),
  'refuses a body that is not the one of the signed digest': refusesForged((_, body) => ({
    digestOf: body.replace('"seconds":', '"seconds" :'),
  })),
  'refuses a digest that is not the signed one': refusesForged((_, body) => ({
    digestOf: `${body} `,
    digestSentOf: body,
  })),
  'refuses a signature that leaves the body out': refusesForged(() => ({ without: ['content-digest'] })),
  'refuses a signature that leaves the path out': refusesForged(() => ({ without: ['@path'] })),
  'refuses a signature that leaves the moment out': refusesForged(() => ({ parameters: { created: undefined } })),
  'refuses a signature that leaves the nonce out': refusesForged(() => ({ parameters: { nonce: undefined } })),
  'refuses a signature made for another path': refusesForged(({ hall }) => ({
    signed: { path: `/centres/other/network/v1/performances/${hall.performance.id}` },
  })),
  'refuses a signature made for another method': refusesForged(() => ({ signed: { method: 'POST' } })),
  'refuses a signature made for another server': refusesForged(() => ({ signed: { authority: 'other.example' } })),
  'refuses a signature made for another purpose': refusesForged(() => ({ parameters: { tag: 'other-purpose' } })),
  'refuses a signature of an hour ago': refusesForged((scene) => ({ parameters: { created: seconds(scene) - 3600 } })),
  'refuses a signature of an hour from now': refusesForged((scene) => ({
    parameters: { created: seconds(scene) + 3600 },
  })),
  'refuses a signature made for another query': async ({ partner }) => {
    const sign = { signed: { query: '?after=0' } };
    refusal(await partner.send('GET', '/changes?after=1', { sign }), INVALID);
  },
  'refuses the same signature a second time': async (scene) => {
    const { partner, hall } = scene;
    const { id } = await hall.reserve(await hall.seats(1));
    const sign = { parameters: { nonce: randomBytes(16).toString('base64url'), created: seconds(scene) } };
    reservation(await partner.send('GET', `/reservations/${id}`, { sign }));
    refusal(await partner.send('GET', `/reservations/${id}`, { sign }), INVALID);
  },
  'accepts only one of many that come at once with one signature': async (scene) => {
    const { partner, hall } = scene;
    const { id } = await hall.reserve(await hall.seats(1));
    const sign = { parameters: { nonce: randomBytes(16).toString('base64url'), created: seconds(scene) } };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => partner.send('GET', `/reservations/${id}`, { sign })),
    );
    const accepted = answers.filter(({ status }) => status === 200);
    must(accepted.length === 1, `it accepted ${accepted.length} of 6`);
  },
});

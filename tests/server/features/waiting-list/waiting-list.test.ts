import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { offerReturned } from '../../../../server/features/waiting-list/index.ts';
import { TEST_ORIGIN } from '../../../harness/centre.ts';
import { removeWaitingLock } from '../../../harness/unguarded.ts';
import { openWaitingCentre, SHOW, type WaitingCentre } from '../../../harness/waiting.ts';

const seatsOf = (cart: { lines: readonly { place: { id: string } }[] }) => cart.lines.map(({ place }) => place.id);

describe('waiting lists', () => {
  let centre: WaitingCentre;
  beforeEach(async () => {
    centre = await openWaitingCentre();
  });
  afterEach(() => centre.stop());

  it('takes an address in, tells it so once, and answers the same whoever asks again', async () => {
    const first = await centre.join('an@example.be');
    const again = await centre.join('An@Example.be', { places: 5 });
    assert.deepEqual([first.status, first.body], [201, { minutes: 60 }]);
    assert.deepEqual(again, first);
    await centre.post();
    assert.equal(centre.mailsTo('an@example.be').length, 1);
    assert.match(centre.mailsTo('an@example.be')[0]!.text, /U wacht op 2 plaatsen samen/);
    assert.deepEqual(await centre.line(), ['an@example.be']);
  });

  it('leads who can have the places now to them', async () => {
    await centre.giveBack('Z-C-4', 'Z-C-5');
    assert.deepEqual((await centre.join('an@example.be')).code, 'places_available');
    assert.equal((await centre.join('an@example.be', { places: 3 })).status, 201);
    assert.deepEqual(await centre.line(), ['an@example.be']);
  });

  it('says what is wrong, and takes nobody in', async () => {
    const answers = [
      await centre.join('geen adres'),
      await centre.join('an@example.be', { places: 9 }),
      await centre.join('an@example.be', { returnUrl: 'https://elders.example/' }),
    ];
    assert.deepEqual(
      answers.map(({ body, code, status }) => [status, code, body.error?.field]),
      [
        [400, 'invalid_request', 'email'],
        [400, 'invalid_request', 'places'],
        [422, 'return_url_not_allowed', 'returnUrl'],
      ],
    );
    const unknown = await centre.request('/performances/is-er-niet/waiting-list', {
      json: { email: 'an@example.be', places: 2, language: 'nl' },
    });
    assert.equal(unknown.status, 404);
    await centre.db.updateTable('performance').set({ cancelled: true }).execute();
    assert.equal((await centre.join('an@example.be')).code, 'not_on_sale');
    assert.deepEqual(await centre.line(), []);
  });

  it('offers what came back to the first in line, for an hour, behind a link that opens the cart', async () => {
    await centre.join('an@example.be', { returnUrl: `${TEST_ORIGIN}/tickets?x=1` });
    await centre.join('bo@example.be');
    await centre.giveBack('Z-C-4', 'Z-C-5');
    await centre.look();
    const cart = await centre.offeredTo('an@example.be')?.show();
    assert.deepEqual(cart && seatsOf(cart), ['Z-C-4', 'Z-C-5']);
    assert.ok(cart?.secondsLeft && cart.secondsLeft > 59 * 60 && cart.secondsLeft <= 60 * 60);
    const { text, html } = centre.mailsTo('an@example.be').at(-1)!;
    assert.ok(text.includes(`${TEST_ORIGIN}/tickets?x=1#foyer_cart=`));
    assert.ok(html.includes('#foyer_cart='));
    assert.equal(centre.offeredTo('bo@example.be'), undefined);
    assert.equal((await centre.join('an@example.be')).status, 201);
    await centre.look();
    assert.equal(centre.mails.filter(({ text }) => text.includes('#foyer_cart=')).length, 1);
  });

  it('holds as long as the centre sets', async () => {
    await centre.stop();
    centre = await openWaitingCentre({ config: { waitingListMinutes: 25 } });
    assert.deepEqual((await centre.join('an@example.be')).body, { minutes: 25 });
    await centre.giveBack('Z-C-4', 'Z-C-5');
    await centre.look();
    const { secondsLeft } = (await centre.offeredTo('an@example.be')?.show())!;
    assert.ok(secondsLeft && secondsLeft > 24 * 60 && secondsLeft <= 25 * 60);
  });

  it('passes over who needs more than came back, and leaves them their turn', async () => {
    await centre.join('groep@example.be', { places: 4 });
    await centre.join('bo@example.be', { places: 2 });
    await centre.giveBack('Z-C-4', 'Z-C-5');
    await centre.look();
    assert.ok(centre.offeredTo('bo@example.be'));
    await centre.giveBack('Z-D-1', 'Z-D-2', 'Z-D-3', 'Z-D-4');
    await centre.look();
    assert.deepEqual(seatsOf((await centre.offeredTo('groep@example.be')?.show())!), [
      'Z-D-1',
      'Z-D-2',
      'Z-D-3',
      'Z-D-4',
    ]);
  });

  it('offers places of an area too', async () => {
    await centre.join('an@example.be', { places: 3 });
    const { lines } = await centre.holder.show();
    const standing = lines.filter(({ place }) => place.kind === 'area').slice(0, 3);
    await centre.holder.request('/release', { json: { lines: standing.map(({ id }) => id) } });
    await centre.look();
    assert.deepEqual(seatsOf((await centre.offeredTo('an@example.be')?.show())!), ['STAAN', 'STAAN', 'STAAN']);
  });

  it('notices holds that ended by themselves', async () => {
    await centre.join('an@example.be');
    await centre.db
      .updateTable('claim')
      .set({ until: new Date(Date.now() - 1_000) })
      .where('place', 'in', ['Z-A-1', 'Z-A-2'])
      .execute();
    await centre.look();
    assert.deepEqual(seatsOf((await centre.offeredTo('an@example.be')?.show())!), ['Z-A-1', 'Z-A-2']);
  });

  it('gives an offer that ran out to the next, and forgets who had it', async () => {
    await centre.join('an@example.be');
    await centre.join('bo@example.be');
    await centre.giveBack('Z-C-4', 'Z-C-5');
    await centre.look();
    await centre.offersRunOut();
    await centre.look();
    assert.deepEqual(seatsOf((await centre.offeredTo('bo@example.be')?.show())!), ['Z-C-4', 'Z-C-5']);
    assert.deepEqual(await centre.line(), ['bo@example.be']);
  });

  it('leaves their turn to who could not be told of an offer in time', async () => {
    await centre.join('an@example.be');
    await centre.join('bo@example.be');
    await centre.giveBack('Z-C-4', 'Z-C-5');
    await offerReturned(centre.runtime);
    await centre.offersRunOut();
    await centre.look();
    assert.ok(centre.offeredTo('an@example.be'));
    assert.equal(centre.offeredTo('bo@example.be'), undefined);
  });

  it('lets go of who leaves by the link in the mail, and of what was held for them', async () => {
    await centre.join('an@example.be');
    await centre.join('bo@example.be');
    await centre.giveBack('Z-C-4', 'Z-C-5');
    await centre.look();
    const link = /Niet meer wachten\s+(\S+)/.exec(centre.mailsTo('an@example.be').at(-1)!.text)?.[1] ?? '';
    const path = link.slice(link.indexOf(centre.id) + centre.id.length);
    const page = await centre.request(path);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Haal mij van de lijst/);
    assert.deepEqual(await centre.line(), ['an@example.be', 'bo@example.be'], 'a link that is looked at does nothing');
    const done = await centre.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://api.example' },
      body: '',
    });
    assert.match(await done.text(), /U staat niet meer op de wachtlijst/);
    assert.deepEqual(await centre.line(), ['bo@example.be']);
    await centre.look();
    assert.deepEqual(seatsOf((await centre.offeredTo('bo@example.be')?.show())!), ['Z-C-4', 'Z-C-5']);
    assert.equal((await centre.request(path)).status, 200);
    assert.equal((await centre.request(`${path.slice(0, -4)}AAAA`, { method: 'POST' })).status, 401);
  });

  it('forgets every address when the performance is over, or does not take place', async () => {
    await centre.join('an@example.be');
    await centre.db
      .updateTable('performance')
      .set({ starts_at: new Date(Date.now() - 1_000) })
      .where('id', '=', SHOW)
      .execute();
    await centre.look();
    assert.deepEqual(await centre.line(), []);
  });
});

/** Ten people wait; room for three pairs comes back; two servers look at it at the same moment, again and again. */
async function race(prepare: (centre: WaitingCentre) => Promise<void> = async () => {}) {
  const centre = await openWaitingCentre();
  try {
    await prepare(centre);
    const people = Array.from({ length: 10 }, (_, index) => `p${index}@example.be`);
    for (const email of people) await centre.join(email);
    const second = await centre.another();
    await centre.giveBack('Z-A-1', 'Z-A-2', 'Z-C-1', 'Z-C-2', 'Z-E-1', 'Z-E-2');
    await Promise.all([centre.runtime, second.runtime, centre.runtime, second.runtime].map(offerReturned));
    const jobs = await centre.db
      .selectFrom('cart')
      .innerJoin('claim', 'claim.cart_id', 'cart.id')
      .select('cart.id')
      .distinct()
      .where('cart.id', '<>', centre.holder.id)
      .execute();
    const offered = await centre.db.selectFrom('waiting').select(['email', 'cart_id']).orderBy('number').execute();
    const held = offered.filter(({ cart_id }) => cart_id !== null);
    return { carts: jobs.length, told: held.map(({ email }) => email) };
  } finally {
    await centre.stop();
  }
}

describe('two servers that look at the same moment', () => {
  it('make one offer to each of the first in line, and none twice', async () => {
    assert.deepEqual(await race(), { carts: 3, told: ['p0@example.be', 'p1@example.be', 'p2@example.be'] });
  });

  it('would offer somebody places twice if they did not wait for each other', async () => {
    let doubles = 0;
    // As often as it takes for two to meet in the moment between; about every second time they do.
    for (let attempt = 0; attempt < 60 && doubles === 0; attempt += 1) {
      const { carts, told } = await race(removeWaitingLock);
      doubles += carts - told.length;
    }
    assert.ok(doubles > 0, 'the race was never seen');
  });
});

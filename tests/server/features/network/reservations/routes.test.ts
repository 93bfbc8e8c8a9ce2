import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type NetworkChanges, networkChangesSchema, reservationSchema } from '../../../../../sdk/contract/index.ts';
import { createTestCentre, TEST_MANAGE_TOKEN, type TestCentre } from '../../../../harness/centre.ts';
import { askingPartner } from '../../../../harness/network/asking-partner.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';
import { addPartner } from '../../../../harness/partner.ts';

describe('the routes of reservations', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());
  beforeEach(async () => {
    await centre.db.deleteFrom('claim').execute();
    await centre.db.updateTable('ticket').set({ state: 'refunded' }).execute();
  });

  const open = async () => {
    const partner = await addPartner(centre);
    return { ...askingPartner(centre, partner), agreement: partner.agreement };
  };

  it('reserve, show, prolong, sell and undo', async () => {
    const { put, read, extend, confirm, cancel } = await open();
    const id = randomUUID();
    const made = await put(id, wanting(['Z-A-1', 'Z-A-2']));
    const again = await put(id, wanting(['Z-A-1', 'Z-A-2']));
    assert.deepEqual([made.status, again.status], [201, 200]);
    assert.equal(JSON.stringify(again.body.lines), JSON.stringify(made.body.lines));
    assert.ok(((await extend(id, { seconds: 1200, forPayment: true })).body.secondsLeft ?? 0) > 1190);
    const [sold, twice] = [await confirm(id, 4800), await confirm(id, 4800)];
    assert.deepEqual([sold.status, sold.body.state, sold.body.tickets.length], [200, 'confirmed', 2]);
    assert.equal(twice.text, sold.text, 'the same to the byte');
    assert.equal((await read(id)).text, sold.text);
    const undone = await cancel(id, 'returned');
    assert.deepEqual([undone.status, undone.body.state], [200, 'cancelled']);
    for (const { body } of [made, again, sold, undone]) reservationSchema.parse(body);
  });

  it('do not tell another partner’s reservation from one that does not exist', async () => {
    const [mine, other] = [await open(), await open()];
    const id = randomUUID();
    await mine.put(id, wanting(['Z-A-1']));
    const faces = async (of: string) => {
      const answers = [
        await other.read(of),
        await other.extend(of, { seconds: 60 }),
        await other.confirm(of, 2400),
        await other.cancel(of),
      ];
      return answers.map(({ status, text }) => [status, text.replace(/"requestId":"[^"]*"/, '')]);
    };
    assert.deepEqual(await faces(id), await faces(randomUUID()));
    assert.equal((await other.read(id)).code, 'not_found');
    assert.equal((await mine.read(id)).body.state, 'held');
  });

  it('after the agreement ended sell nothing new, and keep in order what is', async () => {
    const { put, read, extend, confirm, cancel, ask, agreement } = await open();
    const [held, sold] = [randomUUID(), randomUUID()];
    await put(held, wanting(['Z-A-1']));
    await put(sold, wanting(['Z-A-2']));
    await centre.db
      .updateTable('agreement')
      .set({ state: 'ended', ended_at: new Date(), ended_by: 'owner' })
      .where('id', '=', agreement)
      .execute();
    const refusals = [await put(randomUUID(), wanting(['Z-B-1'])), await extend(held, { seconds: 60 })];
    assert.deepEqual(
      refusals.map(({ status, code }) => [status, code]),
      [
        [403, 'agreement_not_active'],
        [403, 'agreement_not_active'],
      ],
    );
    const kept = [await read(held), await confirm(sold, 2400), await cancel(held), await ask('GET', '/changes')];
    assert.deepEqual(new Set(kept.map(({ status }) => status)), new Set([200]));
  });

  it('tell no visitor anything', async () => {
    const id = randomUUID();
    for (const path of [`/reservations/${id}`, '/changes']) {
      assert.equal((await centre.request(`/network/v1${path}`)).status, 401);
    }
    const put = await centre.request(`/network/v1/reservations/${id}`, { method: 'PUT', json: wanting(['Z-A-1']) });
    assert.equal(put.status, 401);
  });

  it('give the feed in pages, each agreement its own', async () => {
    const [one, other] = [await open(), await open()];
    const tell = (agreement: string, performance: string) =>
      centre.db
        .insertInto('network_change')
        .values({ agreement_id: agreement, kind: 'performance-cancelled', performance_id: performance })
        .execute();
    for (const performance of ['a', 'b', 'c', 'd', 'e']) {
      await tell(one.agreement, performance);
      await tell(other.agreement, `not-${performance}`);
    }
    const seen: (string | undefined)[] = [];
    let page: NetworkChanges = { changes: [], cursor: '0', more: true };
    let pages = 0;
    while (page.more) {
      const { text } = await one.ask('GET', `/changes?after=${page.cursor}&limit=2`);
      page = networkChangesSchema.parse(JSON.parse(text));
      seen.push(...page.changes.map(({ performance }) => performance));
      pages += 1;
    }
    assert.deepEqual([seen, pages], [['a', 'b', 'c', 'd', 'e'], 3]);
    const { text } = await one.ask('GET', `/changes?after=${page.cursor}`);
    assert.deepEqual(JSON.parse(text), { changes: [], cursor: page.cursor, more: false });
  });
});

describe('the routes of who manages the centre', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre({ performances: ['het-gedacht', 'de-zee'] });
  });
  after(() => centre.stop());
  const manage = async (path: string, json: unknown = {}, token = TEST_MANAGE_TOKEN) => {
    const response = await centre.request(`/manage/performances/${path}`, { method: 'POST', json, token });
    const { error } = (await response.json()) as { error?: { code: string; field?: string } };
    return [response.status, error?.code, error?.field].filter((part) => part !== undefined);
  };
  const performance = (id: string) =>
    centre.db.selectFrom('performance').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('move a performance, and know when it was to be at first', async () => {
    const before = await performance('de-zee');
    assert.deepEqual(await manage('de-zee/move', { startsAt: '2099-01-01T20:00:00+01:00' }), [200]);
    assert.deepEqual(
      await manage('de-zee/move', { startsAt: '2099-02-01T20:00:00Z', endsAt: '2099-02-01T22:00:00Z' }),
      [200],
    );
    const now = await performance('de-zee');
    assert.deepEqual(
      [now.starts_at.toISOString(), now.ends_at?.toISOString(), now.first_starts_at],
      ['2099-02-01T20:00:00.000Z', '2099-02-01T22:00:00.000Z', before.starts_at],
    );
    assert.ok(now.moved_at);
  });

  it('refuse what makes no sense, and change nothing', async () => {
    const before = await performance('de-zee');
    const move = (json: unknown) => manage('de-zee/move', json);
    const future = '2099-01-01T20:00:00Z';
    assert.deepEqual(await move({ startsAt: '2020-01-01T20:00:00Z' }), [400, 'invalid_request', 'startsAt']);
    assert.deepEqual(await move({ startsAt: future, endsAt: future }), [400, 'invalid_request', 'endsAt']);
    assert.deepEqual(await move({ startsAt: 'morgen' }), [400, 'invalid_request', 'startsAt']);
    assert.deepEqual(await move({ startsAt: future, why: 'ziek' }), [400, 'invalid_request', 'why']);
    assert.deepEqual(await move({}), [400, 'invalid_request', 'startsAt']);
    assert.deepEqual(await manage('niets/cancel'), [404, 'not_found']);
    assert.deepEqual(await manage('niets/move', { startsAt: future }), [404, 'not_found']);
    assert.deepEqual(await manage('de-zee/cancel', {}, 'een ander'), [401, 'token_invalid']);
    assert.deepEqual(await performance('de-zee'), before);
  });

  it('cancel a performance, and again', async () => {
    assert.deepEqual([await manage('het-gedacht/cancel'), await manage('het-gedacht/cancel')], [[200], [200]]);
    assert.equal((await performance('het-gedacht')).cancelled, true);
    const moved = await manage('het-gedacht/move', { startsAt: '2099-01-01T20:00:00Z' });
    assert.deepEqual(moved, [404, 'not_found']);
  });
});

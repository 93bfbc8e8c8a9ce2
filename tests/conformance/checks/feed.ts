import { type NetworkChange, type NetworkChanges, networkChangesSchema } from '../../../sdk/contract/index.ts';
import { fits } from '../kit/answers.ts';
import { checksOf, must, type Scene } from '../kit/check.ts';
import type { Partner } from '../kit/partner.ts';
import { until } from '../kit/time.ts';
import { expired } from './expiry.ts';

/** A feed is not read further than this. */
const MOST_PAGES = 200;

async function pages(partner: Partner, after: string, limit: number): Promise<NetworkChanges[]> {
  const found: NetworkChanges[] = [];
  for (let cursor = after; found.length < MOST_PAGES; ) {
    const page = fits(await partner.changes(cursor, limit), networkChangesSchema, 200);
    must(page.changes.length <= limit, `a page of ${limit} has ${page.changes.length} changes`);
    found.push(page);
    if (!page.more) return found;
    must(page.cursor !== cursor, `it says there is more, and gives the cursor ${cursor} again`);
    cursor = page.cursor;
  }
  return found;
}
const endOf = async (partner: Partner) => (await pages(partner, '0', 100)).at(-1)?.cursor ?? '0';

/** Lets reservations end, and waits until the feed has told of all of them. */
export async function endsTold(scene: Scene, count: number) {
  const { hall, partner, time } = scene;
  const start = await endOf(partner);
  const seats = await hall.looseSeats(count);
  const ended = (await Promise.all(seats.map((seat) => expired(scene, [seat])))).map(({ id }) => id);
  const told = await until(time, 90, async () => {
    const changes = (await pages(partner, start, 100)).flatMap((page) => page.changes);
    const own = changes.filter(
      ({ kind, reservation = '' }) => kind === 'reservation-expired' && ended.includes(reservation),
    );
    return own.length >= ended.length ? changes : undefined;
  });
  must(told !== undefined, 'the feed does not tell that reservations are over');
  return { start, ended, told };
}
const cursors = (changes: readonly NetworkChange[]) => changes.map(({ cursor }) => cursor);

export const feed = checksOf('feed', {
  'tells of every reservation that it is over, once, in one order that stays': async (scene) => {
    const { start, ended, told } = await endsTold(scene, 3);
    for (const id of ended) {
      const times = told.filter(({ reservation }) => reservation === id).length;
      must(times === 1, `${id} is told ${times} times`);
    }
    const again = (await pages(scene.partner, start, 100)).flatMap((page) => page.changes);
    must(String(cursors(again).slice(0, told.length)) === String(cursors(told)), 'read again, it is another feed');
  },

  'leaves nothing out and tells nothing twice, whatever the size of a page': async (scene) => {
    const { start, told } = await endsTold(scene, 3);
    for (const limit of [1, 2]) {
      const read = (await pages(scene.partner, start, limit)).flatMap((page) => page.changes);
      const seen = cursors(read).slice(0, told.length);
      must(String(seen) === String(cursors(told)), `in pages of ${limit} it tells ${seen}, not ${cursors(told)}`);
    }
  },

  'goes on behind the cursor it gave, and stays there when nothing happens': async (scene) => {
    const { partner } = scene;
    await endsTold(scene, 1);
    const end = await endOf(partner);
    const page = fits(await partner.changes(end), networkChangesSchema, 200);
    must(!page.more || page.changes.length > 0, 'it says there is more, and tells nothing');
    must(BigInt(page.cursor) >= BigInt(end), `it goes back from ${end} to ${page.cursor}`);
  },
});

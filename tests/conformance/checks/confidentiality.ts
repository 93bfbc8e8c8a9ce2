import { isDeepStrictEqual } from 'node:util';
import { networkChangesSchema } from '../../../sdk/contract/index.ts';
import { fits, refusal, reservation } from '../kit/answers.ts';
import { checksOf, must, NotJudged, type Scene } from '../kit/check.ts';
import { endsTold } from './feed.ts';

function stranger({ other }: Scene) {
  if (!other) throw new NotJudged('A second agreement is needed: --other-agreement and --other-key.');
  return other;
}

export const confidentiality = checksOf('confidentiality', {
  'answers another partner as if the reservation did not exist': async (scene) => {
    const other = stranger(scene);
    const { id, total } = await scene.hall.reserve(await scene.hall.seats(1));
    const answers = [
      await other.read(id),
      await other.extend(id, { seconds: 300 }),
      await other.confirm(id, { expectedTotal: total }),
      await other.cancel(id, 'released'),
    ];
    for (const answer of answers) refusal(answer, '404 not_found');
    reservation(await scene.partner.read(id), { state: 'held' });
  },

  'does not say by its words whether the id is another’s or nobody’s': async (scene) => {
    const other = stranger(scene);
    const { id } = await scene.hall.reserve(await scene.hall.seats(1));
    const [taken, unknown] = [await other.read(id), await other.read(crypto.randomUUID())];
    const said = ({ body }: typeof taken) => {
      const { requestId, ...rest } = refusal({ ...taken, body }, '404 not_found');
      return rest;
    };
    must(isDeepStrictEqual(said(taken), said(unknown)), 'the two answers differ');
  },

  'lets another partner replace nothing': async (scene) => {
    const other = stranger(scene);
    const seats = await scene.hall.seats(2);
    const { id } = await scene.hall.reserve(seats.slice(0, 1));
    refusal(await other.put(crypto.randomUUID(), scene.hall.wish(seats.slice(1), { replaces: id })), '404 not_found');
    reservation(await scene.partner.read(id), { state: 'held' });
  },

  'gives no other partner the same seat': async (scene) => {
    const seats = await scene.hall.seats(1);
    await scene.hall.reserve(seats);
    refusal(await stranger(scene).put(crypto.randomUUID(), scene.hall.wish(seats)), '409 seats_taken');
  },

  'tells another partner nothing of it in the feed': async (scene) => {
    const other = stranger(scene);
    const { ended } = await endsTold(scene, 1);
    const { changes } = fits(await other.changes('0', 100), networkChangesSchema, 200);
    must(!changes.some(({ reservation: told }) => ended.includes(told ?? '')), 'it tells of the reservation');
  },
});

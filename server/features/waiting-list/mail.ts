import { type Selectable, sql } from 'kysely';
import { CART_LINK_PARAMETER } from '../../../sdk/contract/waiting-list.ts';
import { composeWaitingMail } from '../../adapters/mail/index.ts';
import type { Tables } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { describeCentre } from '../centres/index.ts';
import { sendQuietly } from '../tickets/mail.ts';
import { minutesOf } from './minutes.ts';

/** Tells somebody that they are in line. Says nothing to who left meanwhile, or has an offer already. */
export async function mailWaiting(runtime: CentreRuntime, id: string): Promise<void> {
  const entry = await find(runtime, id);
  if (!entry || entry.offered_until) return;
  await send(runtime, entry, { kind: 'joined', minutes: minutesOf(runtime.config) });
}

/** Tells somebody that places are held for them, and until when. */
export async function mailWaitingOffer(runtime: CentreRuntime, id: string, cart: string): Promise<void> {
  const entry = await find(runtime, id);
  if (entry?.cart_id !== cart || !entry.offered_until || entry.offered_until <= runtime.clock.now()) return;
  await send(runtime, entry, { kind: 'offer', until: entry.offered_until, href: linkTo(runtime, entry, cart), cart });
  await runtime.db
    .updateTable('waiting')
    .set({ told_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('cart_id', '=', cart)
    .execute();
}

const find = ({ db }: CentreRuntime, id: string) =>
  db
    .selectFrom('waiting')
    .innerJoin('performance', 'performance.id', 'waiting.performance_id')
    .selectAll('waiting')
    .select(['performance.title', 'performance.starts_at', 'performance.hall_name'])
    .where('waiting.id', '=', id)
    .executeTakeFirst();

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;
type News = Parameters<typeof composeWaitingMail>[0]['news'];

async function send(runtime: CentreRuntime, entry: Found, news: News): Promise<void> {
  await sendQuietly(
    runtime.mailer,
    await composeWaitingMail({
      ...{ to: entry.email, id: entry.id, language: entry.language, places: entry.places, news },
      centre: await describeCentre(runtime),
      performance: { title: entry.title, startsAt: entry.starts_at, hall: entry.hall_name },
      leave: leaveAddress(runtime, entry),
    }),
  );
}

/** Where one leaves. The token opens nothing else. */
const leaveAddress = ({ config, tokens }: CentreRuntime, { id }: Selectable<Pick<Tables['waiting'], 'id'>>): string =>
  `${config.apiUrl}/waiting-list/${id}/leave?token=${tokens.sign('waiting', id)}`;

/** The page with the cart's access behind `#`, which no browser sends to a server and no log keeps. */
function linkTo({ config, tokens }: CentreRuntime, { return_url }: Found, cart: string): string {
  const address = new URL(return_url ?? config.website);
  address.hash = `${CART_LINK_PARAMETER}=${cart}.${tokens.sign('cart', cart)}`;
  return address.href;
}

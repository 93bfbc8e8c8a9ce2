import { sql } from 'kysely';
import type { NetworkChange } from '../../../sdk/contract/network/index.ts';
import type { Log } from '../../adapters/log.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { bookEntries } from '../ledger/index.ts';
import { refreshAgreement } from '../network/agreements/index.ts';
import { noteMove } from '../orders/moved.ts';
import { referenceTo } from './leg.ts';

/** Pages of a feed read in one go; what is left comes with the next. */
const MOST_PAGES = 20;
/** Between two looks at every partner's feed, in milliseconds. */
const PAUSE = 5_000;

/**
 * Reads what a partner has to say since the last time, and does what follows: each page in one transaction with the place
 * up to where it was read, so that nothing is passed over and nothing counts twice.
 */
export async function followPartner(runtime: CentreRuntime, agreement: string): Promise<void> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const known = await runtime.db
      .selectFrom('agreement')
      .select(['feed_cursor', 'partner_id'])
      .where('id', '=', agreement)
      .where('role', '=', 'seller')
      .executeTakeFirst();
    if (!known?.partner_id) return;
    const { data } = await runtime.partners.changes(agreement, String(known.feed_cursor));
    if (!data) return;
    const owner = known.partner_id;
    if (!(await bookWhatWasUndone(runtime, agreement, data.changes))) return;
    await transact(runtime.db, async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('agreement')
        .set({ feed_cursor: Number(data.cursor) })
        .where('id', '=', agreement)
        .where('feed_cursor', '=', known.feed_cursor)
        .executeTakeFirst();
      // Somebody else read the same page.
      if (numUpdatedRows === 0n) return;
      for (const change of data.changes) await react(runtime, trx, { agreement, owner }, change);
    });
    if (data.changes.some(({ kind }) => kind.startsWith('agreement-'))) {
      await refreshAgreement(runtime, runtime.agreementCalls, agreement);
    }
    if (!data.more) return;
  }
}

async function react(
  { jobs }: CentreRuntime,
  trx: DatabaseTransaction,
  { agreement, owner }: { readonly agreement: string; readonly owner: string },
  { kind, performance, startsAt }: NetworkChange,
): Promise<void> {
  if (performance === undefined) return;
  const reference = referenceTo(owner, performance);
  if (kind === 'performance-cancelled') {
    await jobs.add(trx, 'refund-performance', { performance: reference }, { key: `refund-performance:${reference}` });
  }
  if (kind !== 'performance-moved' || startsAt === undefined) return;
  await noteMove(jobs, trx, reference, startsAt);
  await moveLegs(trx, agreement, performance, startsAt);
}

/** What is reserved or not heard of yet is for the new moment too: carts show it, and it is waited for until then. */
async function moveLegs(trx: DatabaseTransaction, agreement: string, performance: string, startsAt: string) {
  await sql`
    update leg set lines = (
      select jsonb_agg(
        case when line->'performance'->>'id' = ${performance}
          then jsonb_set(line, '{performance,startsAt}', to_jsonb(${startsAt}::text)) else line end
        order by position)
      from jsonb_array_elements(lines) with ordinality as each (line, position))
    where agreement_id = ${agreement} and state in ('held', 'confirming')
      and exists (select from jsonb_array_elements(lines) as line where line->'performance'->>'id' = ${performance})`.execute(
    trx,
  );
}

const UNDOING: readonly NetworkChange['kind'][] = ['reservation-cancelled', 'performance-cancelled'];

/**
 * What the owner undid stands on its account with us, and must stand on ours with it.
 * @returns false when the owner did not tell: then the page is read again.
 */
async function bookWhatWasUndone(
  { db, partners }: CentreRuntime,
  agreement: string,
  changes: readonly NetworkChange[],
): Promise<boolean> {
  const undone = changes.flatMap(({ kind, reservation }) =>
    UNDOING.includes(kind) && reservation !== undefined ? [reservation] : [],
  );
  for (const reservation of new Set(undone)) {
    const { data, error } = await partners.read(agreement, reservation);
    if (error?.outcome === 'unknown') return false;
    if (data) await transact(db, (trx) => bookEntries(trx, 'seller', data.entries));
  }
  return true;
}

/** Follows every partner of a centre until stopped. Two processes that do so disturb each other in nothing. */
export function followPartnersRegularly(runtime: CentreRuntime, log: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async () => {
    const partners = await runtime.db
      .selectFrom('agreement')
      .select('id')
      .where('role', '=', 'seller')
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('state', '=', 'active'),
          exists(selectFrom('leg').select('leg.id').whereRef('agreement_id', '=', 'agreement.id')),
        ]),
      )
      .where('accepted_at', '<', sql<Date>`clock_timestamp()`)
      .execute();
    await Promise.all(partners.map(({ id }) => followPartner(runtime, id)));
  };
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      round()
        .catch((error: unknown) => log.error('partners-not-followed', error))
        .finally(next);
    }, PAUSE);
    timer.unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

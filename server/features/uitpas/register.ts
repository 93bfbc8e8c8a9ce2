import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { lockRow } from '../holds/claims.ts';
import { explain } from './ask.ts';
import { type CentreUitpas, type RegisteredSale, UitpasError } from './port.ts';
import { type TariffLine, tariffLines } from './store.ts';

/** Longer than UiTPAS has to answer, so that a lease ends only when its process has. */
const LEASE = sql<Date>`clock_timestamp() + interval '20 seconds'`;

/** A sale that UiTPAS is about to be told, as it is written down before. */
interface Intent extends TariffLine {
  readonly id: string;
  readonly label: string;
}

/**
 * Tells UiTPAS of every place of a cart that is held at a tariff, just before the buyer is sent to pay: all of them or
 * none. Done before is not done again; after a crash or an answer that was lost, UiTPAS is asked first whether it knows.
 * Without such a place nobody is asked anything.
 * @throws FoyerError with the `lines` it is about: what UiTPAS refuses, `uitpas_unavailable` when it does not answer (the
 * normal price is still there to take), `uitpas_tariff_gone` when a price is not what was shown; and
 * `request_in_progress` while another request is at it.
 */
export async function registerSales(runtime: CentreRuntime, cart: string): Promise<void> {
  const { uitpas } = runtime;
  const unsure = await transact(runtime.db, (trx) => takeUnsure(trx, cart));
  if (unsure.length > 0) await recover(runtime, unsure);
  const intents = await transact(runtime.db, (trx) => intend(runtime, trx, cart));
  if (intents.length === 0) return;
  if (!uitpas) return refuse(runtime, intents, new UitpasError('refused', 'uitpas_not_offered'));
  const sales = await toldSales(runtime, uitpas, intents);
  let registered: readonly RegisteredSale[];
  try {
    registered = await uitpas.api.register(sales);
  } catch (error) {
    return refuse(runtime, intents, error);
  }
  await keep(runtime, intents, registered);
}

/** Sales whose answer never came, and that nobody waits for any more. They are this request's to find out about. */
async function takeUnsure(trx: DatabaseTransaction, cart: string): Promise<readonly TariffLine[]> {
  await lockRow(trx, cart);
  const lines = await tariffLines(trx, cart);
  if (lines.some(({ sale }) => sale?.busy)) throw new FoyerError('request_in_progress', { retryAfter: 1 });
  const unsure = lines.filter(({ sale }) => sale?.state === 'registering');
  await trx
    .updateTable('uitpas_sale')
    .set({ lease_until: LEASE })
    .where('id', '=', sql<string>`any(${unsure.map(({ sale }) => sale?.id)}::uuid[])`)
    .execute();
  return unsure;
}

/** Takes over what UiTPAS knows of them; what it does not know is looked for later once more, and told anew. */
async function recover({ db, uitpas }: CentreRuntime, unsure: readonly TariffLine[]): Promise<void> {
  const lines = unsure.map(({ line }) => line);
  const known: RegisteredSale[] = [];
  for (const [event, some] of Map.groupBy(unsure, (line) => line.event)) {
    const labels = some.flatMap(({ sale }) => (sale ? [sale.label] : []));
    const found = await uitpas?.api.find(event, labels).catch(async (error: unknown) => {
      await endLease(db, lines);
      return explain(error, { lines });
    });
    known.push(...(found ?? []));
  }
  await transact(db, async (trx) => {
    for (const { sale, cents, line } of unsure) {
      const found = known.find(({ label }) => label === sale?.label);
      if (sale && found && found.cents === cents) await remember(trx, { id: sale.id, line }, found);
      else if (sale) await end(trx, [sale.id]);
    }
  });
}

/** Writes down what UiTPAS is going to be told, before it is. */
async function intend({ random }: CentreRuntime, trx: DatabaseTransaction, cart: string): Promise<readonly Intent[]> {
  await lockRow(trx, cart);
  const lines = await tariffLines(trx, cart);
  if (lines.some(({ sale }) => sale?.state === 'registering')) {
    throw new FoyerError('request_in_progress', { retryAfter: 1 });
  }
  const intents = lines
    .filter(({ sale }) => sale === null)
    .map((line) => ({ ...line, id: random.uuid(), label: `Foyer ${random.token(12)}` }));
  if (intents.length === 0) return [];
  await trx
    .insertInto('uitpas_sale')
    .values(
      intents.map(({ id, label, line, event, tariff, cents }) => ({
        ...{ id, label, event, tariff, cents, cart_id: cart, line_id: line },
        ...{ state: 'registering' as const, lease_until: LEASE },
      })),
    )
    .execute();
  return intents;
}

/** With the card numbers, which live as long as this call. */
async function toldSales(runtime: CentreRuntime, { proofs }: CentreUitpas, intents: readonly Intent[]) {
  const sales = intents.map((intent) => {
    const number = intent.proof === null ? undefined : proofs.open(intent.proof, intent.performance);
    return number === undefined ? undefined : { ...intent, number };
  });
  const unreadable = intents.filter((_, index) => !sales[index]).map(({ line }) => line);
  if (unreadable.length > 0) {
    await forget(runtime, intents);
    throw new FoyerError('uitpas_proof_unreadable', { lines: unreadable });
  }
  return sales.filter((sale) => sale !== undefined);
}

async function keep({ db }: CentreRuntime, intents: readonly Intent[], registered: readonly RegisteredSale[]) {
  const wrong: string[] = [];
  await transact(db, async (trx) => {
    for (const [index, intent] of intents.entries()) {
      const sale = registered[index];
      if (!sale) continue;
      await remember(trx, intent, sale);
      // Never silently more, nor less: the buyer agreed to what was shown.
      if (sale.cents !== intent.cents) wrong.push(intent.line);
    }
    if (wrong.length > 0) {
      await end(
        trx,
        intents.filter(({ line }) => wrong.includes(line)).map(({ id }) => id),
      );
    }
  });
  if (wrong.length > 0) throw new FoyerError('uitpas_tariff_gone', { lines: wrong });
}

/** UiTPAS knows it: from here on the card number is needed no more. Not when the tariff was dropped meanwhile. */
async function remember(
  trx: DatabaseTransaction,
  { id, line }: { readonly id: string; readonly line: string },
  { id: provider }: RegisteredSale,
): Promise<void> {
  await sql`
    update uitpas_sale set provider_id = ${provider}, lease_until = null,
      state = case state when 'registering' then 'registered' else state end
    where id = ${id}`.execute(trx);
  await sql`
    update uitpas_tariff set proof = null where line_id = ${line}
      and exists (select from uitpas_sale where id = ${id} and state = 'registered')`.execute(trx);
}

/** Nothing was registered, or nobody knows: then what was written stays to be looked for. */
async function refuse(runtime: CentreRuntime, intents: readonly Intent[], error: unknown): Promise<never> {
  const known = error instanceof UitpasError && error.outcome === 'refused';
  if (known) await forget(runtime, intents);
  else
    await endLease(
      runtime.db,
      intents.map(({ line }) => line),
    );
  const one = error instanceof UitpasError && error.sale !== undefined ? intents[error.sale] : undefined;
  return explain(error, { lines: one ? [one.line] : intents.map(({ line }) => line) });
}

async function forget({ db }: Pick<CentreRuntime, 'db'>, intents: readonly Intent[]): Promise<void> {
  await db
    .deleteFrom('uitpas_sale')
    .where('id', '=', sql<string>`any(${intents.map(({ id }) => id)}::uuid[])`)
    .where('provider_id', 'is', null)
    .execute();
}

async function endLease(db: CentreRuntime['db'], lines: readonly string[]): Promise<void> {
  await sql`
    update uitpas_sale set lease_until = null where line_id = any(${lines}::uuid[]) and state = 'registering'`.execute(
    db,
  );
}

async function end(trx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
  await sql`
    update uitpas_sale set state = 'ending', lease_until = null, check_at = clock_timestamp()
    where id = any(${ids}::uuid[])`.execute(trx);
}

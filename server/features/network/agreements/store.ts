import type { Selectable } from 'kysely';
import type { Agreement, NetworkCentre, NetworkChange } from '../../../../sdk/contract/index.ts';
import type { Database, DatabaseTransaction, Tables } from '../../../adapters/postgres/tables.ts';
import { FoyerError } from '../../../errors.ts';

export type AgreementRow = Selectable<Tables['agreement']>;

/** An agreement as the contract tells it: without what only we know of it. */
export function toAgreement(row: AgreementRow): Agreement {
  return {
    id: row.id,
    role: row.role,
    partner: row.partner && toCentre(row.partner),
    terms: row.terms,
    state: row.state,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_by,
  };
}

const toCentre = ({ id, name, website, url, keys }: NetworkCentre): NetworkCentre => ({ id, name, website, url, keys });

/** Newest first. */
export const listAgreements = (db: Database): Promise<AgreementRow[]> =>
  db.selectFrom('agreement').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(1_000).execute();

/** Agreements under which we sell for others at this moment, by the owner's id. */
export const listSelling = (db: Database): Promise<AgreementRow[]> =>
  db
    .selectFrom('agreement')
    .selectAll()
    .where('role', '=', 'seller')
    .where('state', '=', 'active')
    .orderBy('partner_id')
    .execute();

/** @throws FoyerError `not_found`. */
export async function findAgreement(db: Database, id: string): Promise<AgreementRow> {
  const row = await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new FoyerError('not_found');
  return row;
}

/** The same, and nobody else changes it before the transaction ends. */
export async function lockAgreement(trx: DatabaseTransaction, id: string): Promise<AgreementRow> {
  const row = await trx.selectFrom('agreement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new FoyerError('not_found');
  return row;
}

/** Writes what is different. @returns the agreement as it is then. */
export const updateAgreement = (
  trx: DatabaseTransaction,
  id: string,
  changes: Partial<Pick<AgreementRow, 'state' | 'version' | 'accepted_at' | 'ended_at' | 'ended_by'>> & {
    readonly terms?: string;
    readonly partner?: string;
  },
): Promise<AgreementRow> =>
  trx.updateTable('agreement').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

/** Puts a change of the agreement itself into the feed that the seller reads. */
export const tellSeller = (
  trx: DatabaseTransaction,
  agreement: string,
  kind: Extract<NetworkChange['kind'], `agreement-${string}`>,
): Promise<unknown> => trx.insertInto('network_change').values({ agreement_id: agreement, kind }).execute();

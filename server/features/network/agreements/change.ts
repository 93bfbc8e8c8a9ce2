import type { Agreement, AgreementTerms, NetworkKey } from '../../../../sdk/contract/index.ts';
import type { DatabaseTransaction, StoredCentre } from '../../../adapters/postgres/tables.ts';
import { transact } from '../../../adapters/postgres/transact.ts';
import { FoyerError } from '../../../errors.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import { verifyingKey } from '../keys.ts';
import { type AgreementRow, lockAgreement, tellSeller, toAgreement, updateAgreement } from './store.ts';

type Change = (trx: DatabaseTransaction, row: AgreementRow) => Promise<AgreementRow>;

const changing = async ({ db }: CentreRuntime, id: string, change: Change): Promise<Agreement> =>
  toAgreement(await transact(db, async (trx) => change(trx, await lockAgreement(trx, id))));

/**
 * As owner: other terms from now on. What the partner holds and sold stays as it is.
 * @throws FoyerError `not_found`; `agreement_not_open` when we are the seller in it; `agreement_not_active` when it ended.
 */
export const changeTerms = (runtime: CentreRuntime, id: string, terms: AgreementTerms): Promise<Agreement> =>
  changing(runtime, id, async (trx, row) => {
    requireOwner(row, 'change its terms');
    requireNotEnded(row);
    if (row.state === 'active') await tellSeller(trx, id, 'agreement-changed');
    return updateAgreement(trx, id, { terms: JSON.stringify(terms), version: row.version + 1 });
  });

/**
 * As either side: nothing new is sold from now on; what is sold stays sold. As seller, the owner is told as soon as it can
 * be reached. An offer that nobody accepted is taken back. Ending again changes nothing.
 * @throws FoyerError `not_found`.
 */
export const endAgreement = (runtime: CentreRuntime, id: string): Promise<Agreement> =>
  changing(runtime, id, async (trx, row) => {
    if (row.state === 'ended') return row;
    if (row.state === 'offered') return takeBack(trx, runtime, row);
    if (row.role === 'owner') await tellSeller(trx, id, 'agreement-ended');
    else await runtime.jobs.add(trx, 'end-agreement', { agreement: id, attempt: 1 }, { key: `end-agreement:${id}` });
    return end(trx, runtime, row, row.role);
  });

/** The other side ended it. Again changes nothing. @throws FoyerError `not_found`. */
export const endByPartner = (runtime: CentreRuntime, id: string): Promise<Agreement> =>
  changing(runtime, id, async (trx, row) =>
    row.state === 'ended' ? row : end(trx, runtime, row, row.role === 'owner' ? 'seller' : 'owner'),
  );

/** As seller: the terms as the owner has them now. An older version than we know changes nothing. */
export const learnTerms = (
  runtime: CentreRuntime,
  id: string,
  { terms, version }: Pick<Agreement, 'terms' | 'version'>,
): Promise<Agreement> =>
  changing(runtime, id, async (trx, row) =>
    row.role === 'seller' && version > row.version
      ? updateAgreement(trx, id, { terms: JSON.stringify(terms), version })
      : row,
  );

const end = (trx: DatabaseTransaction, { clock }: CentreRuntime, { id }: AgreementRow, by: 'owner' | 'seller') =>
  updateAgreement(trx, id, { state: 'ended', ended_at: clock.now(), ended_by: by });

/** There is nobody to tell, and nothing that depends on it. */
async function takeBack(trx: DatabaseTransaction, { clock }: CentreRuntime, row: AgreementRow): Promise<AgreementRow> {
  await trx.deleteFrom('agreement').where('id', '=', row.id).execute();
  return { ...row, state: 'ended', ended_at: clock.now(), ended_by: 'owner' };
}

/**
 * As owner: the seller's keys from now on, as it announced them itself. A key that we revoked stays so.
 * @throws FoyerError `invalid_request` when a key is none, or none of them may be used.
 */
export const replaceKeys = (runtime: CentreRuntime, id: string, keys: readonly NetworkKey[]): Promise<Agreement> =>
  changing(runtime, id, async (trx, row) => {
    requireOwner(row, 'be told of keys');
    const partner = partnerOf(row);
    const usable = keys.filter((key) => !partner.revoked?.includes(key.id));
    if (usable.length === 0 || !keys.every((key) => verifyingKey(key))) {
      throw new FoyerError('invalid_request', {
        message: 'At least one key must be new or known, and each must have the id that follows from it.',
        field: 'keys',
      });
    }
    return updateAgreement(trx, id, { partner: JSON.stringify({ ...partner, keys: usable }) });
  });

/**
 * As owner: what is signed with this key is worth nothing from now on, under an agreement that ended too. Again changes
 * nothing. Without any key left, the partner can sell again under a new offer only.
 * @throws FoyerError `not_found`; `agreement_not_open` when we are the seller; `invalid_request` for a key it never had.
 */
export const revokeKey = (runtime: CentreRuntime, id: string, keyId: string): Promise<Agreement> =>
  changing(runtime, id, async (trx, row) => {
    requireOwner(row, 'revoke a key');
    const partner = partnerOf(row);
    if (partner.revoked?.includes(keyId)) return row;
    const keys = partner.keys.filter((key) => key.id !== keyId);
    if (keys.length === partner.keys.length) {
      const known = partner.keys.map((key) => key.id).join(', ');
      throw new FoyerError('invalid_request', {
        message: `${partner.id} has no key ${keyId}; it has ${known || 'none'}.`,
        field: 'keyId',
      });
    }
    const stored: StoredCentre = { ...partner, keys, revoked: [...(partner.revoked ?? []), keyId] };
    return updateAgreement(trx, id, { partner: JSON.stringify(stored) });
  });

function requireOwner({ role, partner }: AgreementRow, doing: string): void {
  if (role === 'owner') return;
  throw new FoyerError('agreement_not_open', {
    message: `Only the owning centre, ${partner?.id}, can ${doing}. You can end the agreement.`,
  });
}

function requireNotEnded({ state }: AgreementRow): void {
  if (state === 'ended') throw new FoyerError('agreement_not_active', { message: 'It has ended. Make a new offer.' });
}

function partnerOf({ partner }: AgreementRow): StoredCentre {
  if (!partner) throw new FoyerError('agreement_not_active', { message: 'Nobody has accepted this offer yet.' });
  return partner;
}

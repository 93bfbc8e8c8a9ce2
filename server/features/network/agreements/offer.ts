import { createHash } from 'node:crypto';
import type { Agreement, AgreementTerms, NetworkCentre, NewOffer } from '../../../../sdk/contract/index.ts';
import type { DatabaseTransaction } from '../../../adapters/postgres/tables.ts';
import { transact } from '../../../adapters/postgres/transact.ts';
import { FoyerError } from '../../../errors.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import { verifyingKey } from '../keys.ts';
import { type AgreementRow, toAgreement, updateAgreement } from './store.ts';

/** How long an offer may be accepted, in milliseconds. */
const OFFER_LIFE = 7 * 24 * 3_600_000;
const CODE_BYTES = 32;

/** Offers others to sell for us on these terms. One centre can accept it, within a week. */
export async function makeOffer(
  { clock, config, db, random }: CentreRuntime,
  terms: AgreementTerms,
): Promise<NewOffer> {
  const code = random.token(CODE_BYTES);
  const now = clock.now();
  const expires = new Date(now.getTime() + OFFER_LIFE);
  const row = await db
    .insertInto('agreement')
    .values({
      ...{ id: random.uuid(), role: 'owner', state: 'offered', terms: JSON.stringify(terms), created_at: now },
      ...{ offer_code_hash: hashOf(code), offer_expires_at: expires },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return {
    agreement: toAgreement(row),
    offerUrl: `${config.apiUrl}/network/v1/offers/${code}`,
    expiresAt: expires.toISOString(),
  };
}

/**
 * What is offered, for who has the code.
 * @throws FoyerError `not_found`, alike for a code that never was, is used or is too old.
 */
export async function readOffer({ clock, db }: CentreRuntime, code: string): Promise<Agreement> {
  const row = await db
    .selectFrom('agreement')
    .selectAll()
    .where('offer_code_hash', '=', hashOf(code))
    .executeTakeFirst();
  if (!row || !isOpen(row, clock.now())) throw new FoyerError('not_found');
  return toAgreement(row);
}

/**
 * Makes an offer an agreement with this centre. The same centre may say so again, when the answer did not arrive.
 * @throws FoyerError `not_found` as `readOffer`; `invalid_request` for keys that are none; `agreement_not_open` when it
 *   cannot be with this centre.
 */
export async function takeOffer(runtime: CentreRuntime, code: string, seller: NetworkCentre): Promise<Agreement> {
  checkSeller(runtime, seller);
  try {
    return toAgreement(await transact(runtime.db, (trx) => take(trx, runtime, hashOf(code), seller)));
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'agreement_active') {
      throw new FoyerError('agreement_not_open', {
        message: `${seller.id} sells for ${runtime.config.id} already. End that agreement first, or change its terms.`,
      });
    }
    throw error;
  }
}

async function take(
  trx: DatabaseTransaction,
  { clock }: CentreRuntime,
  hash: string,
  seller: NetworkCentre,
): Promise<AgreementRow> {
  // The lock makes the second of two who come at once wait, and then find it taken.
  const row = await trx
    .selectFrom('agreement')
    .selectAll()
    .where('offer_code_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
  if (row?.state === 'active' && isSame(row.partner, seller)) return row;
  if (!row || !isOpen(row, clock.now())) throw new FoyerError('not_found');
  return updateAgreement(trx, row.id, {
    state: 'active',
    accepted_at: clock.now(),
    partner: JSON.stringify(seller),
  });
}

function checkSeller({ config }: CentreRuntime, seller: NetworkCentre): void {
  if (seller.id === config.id) {
    throw new FoyerError('agreement_not_open', {
      message: `An agreement is between two centres, and both are called ${config.id}.`,
      field: 'id',
    });
  }
  const wrong = seller.keys.findIndex((key) => !verifyingKey(key));
  if (wrong >= 0) {
    throw new FoyerError('invalid_request', {
      message: 'Not an Ed25519 public key with the id that follows from it.',
      field: `keys.${wrong}`,
    });
  }
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url');

const isOpen = ({ state, offer_expires_at }: AgreementRow, now: Date) =>
  state === 'offered' && offer_expires_at !== null && now < offer_expires_at;

const isSame = (known: NetworkCentre | null, { id, url, keys }: NetworkCentre) =>
  known !== null && known.id === id && known.url === url && JSON.stringify(known.keys) === JSON.stringify(keys);

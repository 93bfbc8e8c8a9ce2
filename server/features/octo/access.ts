import { createHash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { AgreementTerms } from '../../../sdk/contract/index.ts';
import type { Database } from '../../adapters/postgres/index.ts';
import { FoyerError } from '../../errors.ts';
import type { Env } from '../../http/env.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { type PartnerAgreement, refuseHaste } from '../network/require-partner.ts';
import { OctoError } from './errors.ts';

/** An outside company that sells a centre's tickets by OCTO. */
export interface Reseller {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly name: string;
  readonly website: string;
}

/** Only this is stored, so that who reads the database cannot come in. Keys are random and long: no salt is needed. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

/**
 * Makes an agreement with a reseller, active at once, and the key with which it comes in.
 * @returns the key, which is told this once.
 * @throws FoyerError `agreement_not_open` when this reseller has one already.
 */
export async function addReseller(
  { db, random, clock }: CentreRuntime,
  { id, name, website }: Reseller,
  terms: AgreementTerms,
): Promise<{ readonly agreement: string; readonly key: string }> {
  const agreement = random.uuid();
  const key = random.token(32);
  // It has an address for people only, and no key to sign with.
  const partner = { id, name, website, url: website, keys: [] };
  const made = await db
    .insertInto('agreement')
    .values({
      ...{ id: agreement, role: 'owner', state: 'active', accepted_at: clock.now() },
      ...{ partner: JSON.stringify(partner), terms: JSON.stringify(terms), octo_key_hash: hashOf(key) },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made)
    throw new FoyerError('agreement_not_open', { message: 'This reseller has an agreement already.', field: 'id' });
  return { agreement, key };
}

/** Another key instead of the one a reseller has; undefined when the agreement is none with a reseller. */
export async function changeResellerKey({ db, random }: CentreRuntime, agreement: string): Promise<string | undefined> {
  const key = random.token(32);
  const changed = await db
    .updateTable('agreement')
    .set({ octo_key_hash: hashOf(key) })
    .where('id', '=', agreement)
    .where('octo_key_hash', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return changed && key;
}

/**
 * Lets only a reseller in, by its key; sets `agreement`. It is counted by its agreement instead of by its network.
 * @throws OctoError `UNAUTHORIZED` without a key, `FORBIDDEN` with one that opens nothing.
 */
export const requireReseller = () =>
  createMiddleware<Env>(async function requireReseller(context, next) {
    const header = context.req.header('Authorization');
    if (header === undefined) throw new OctoError('UNAUTHORIZED');
    const key = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(header)?.[1];
    const centre = context.get('centre');
    const agreement = key === undefined ? undefined : await findByKey(centre.db, key);
    if (!agreement) throw new OctoError('FORBIDDEN');
    context.get('uncount')?.();
    refuseHaste(centre, agreement);
    context.set('agreement', agreement);
    await next();
  });

/** Refuses what only an agreement that is active allows. What was sold under it stays in order. */
export const whileActive = () =>
  createMiddleware<Env>(async function whileActive(context, next) {
    if (context.get('agreement').state !== 'active') throw new OctoError('FORBIDDEN');
    await next();
  });

async function findByKey(db: Database, key: string): Promise<PartnerAgreement | undefined> {
  const row = await db
    .selectFrom('agreement')
    .select(['id', 'partner', 'terms', 'version', 'state'])
    .where('octo_key_hash', '=', hashOf(key))
    .executeTakeFirst();
  if (!row?.partner || row.state === 'offered') return undefined;
  return { ...row, partner: row.partner, state: row.state };
}

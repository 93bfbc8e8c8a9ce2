import type { KeyObject } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AgreementTerms, NetworkCentre } from '../../../sdk/contract/index.ts';
import type { Database } from '../../adapters/postgres/index.ts';
import { FoyerError } from '../../errors.ts';
import type { Env } from '../../http/env.ts';
import { createLimiter } from '../../http/rate-limit.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { verifyingKey } from './keys.ts';
import { type KeyName, type Proof, type SignedMessage, verifyRequest } from './signatures/index.ts';

/** An agreement as the routes of partners see it: one in which we are the owner, but where a route says otherwise. */
export interface PartnerAgreement {
  readonly id: string;
  /** The other centre, with its public keys. */
  readonly partner: NetworkCentre;
  readonly terms: AgreementTerms;
  readonly version: number;
  readonly state: 'active' | 'ended';
}

export interface PartnerRoute {
  /** The route works on after the agreement ended, so that what was sold stays in order. */
  readonly alsoEnded?: boolean;
  /** Of an agreement in which we sell, its owner may ask too. */
  readonly alsoOwner?: boolean;
}

/**
 * Lets only the selling centre of an agreement in, by its signature, and only once with each signature; sets
 * `agreement`. Counts its requests by the agreement instead of by its network: `requestsPerMinute` may come at once,
 * and so many come back every minute, in each process.
 * @throws FoyerError `signature_missing`, `signature_invalid`, `agreement_not_active` or `rate_limited`.
 */
export const requirePartner = ({ alsoEnded = false, alsoOwner = false }: PartnerRoute = {}) =>
  createMiddleware<Env>(async function requirePartner(context, next) {
    const centre = context.get('centre');
    const { agreement, proof } = await identify(context, centre, alsoOwner);
    await refuseReplay(centre.db, proof);
    context.get('uncount')?.();
    refuseHaste(centre, agreement);
    if (agreement.state !== 'active' && !alsoEnded) throw new FoyerError('agreement_not_active');
    context.set('agreement', agreement);
    await next();
  });

/** Finds out under which agreement somebody asks. */
async function identify(context: Context<Env>, { db, clock, config }: CentreRuntime, alsoOwner: boolean) {
  let agreement: PartnerAgreement | undefined;
  const findKey = async (name: KeyName): Promise<KeyObject | undefined> => {
    agreement = await readAgreement(db, name.agreement, alsoOwner);
    const known = agreement?.partner.keys.find(({ id }) => id === name.key);
    return known && verifyingKey(known);
  };
  const proof = await verifyRequest(await messageOf(context, config), { findKey, clock });
  if (!agreement) throw new FoyerError('signature_invalid');
  return { agreement, proof };
}

/** The request as its sender sent it: to our public address, whatever proxies made of that. The body stays readable. */
async function messageOf({ req }: Context<Env>, { apiUrl, id }: CentreRuntime['config']): Promise<SignedMessage> {
  const { pathname, search } = new URL(req.url);
  const below = pathname.replace(new RegExp(`^/centres/${id}(?=/)`), '');
  const body = req.method === 'GET' || req.method === 'HEAD' ? undefined : new Uint8Array(await req.arrayBuffer());
  return { method: req.method, url: `${apiUrl}${below}${search}`, headers: req.raw.headers, body };
}

async function readAgreement(db: Database, id: string, alsoOwner: boolean): Promise<PartnerAgreement | undefined> {
  const row = await db
    .selectFrom('agreement')
    .select(['id', 'partner', 'terms', 'version', 'state'])
    .where('id', '=', id)
    .where('role', 'in', alsoOwner ? ['owner', 'seller'] : ['owner'])
    .executeTakeFirst();
  // What was only offered has no partner yet, and so no key.
  if (!row?.partner || row.state === 'offered') return undefined;
  return { ...row, partner: row.partner, state: row.state };
}

/** The database remembers, so that no two processes accept one signature; see the tidying for how long. */
async function refuseReplay(db: Database, { keyId, nonce }: Proof): Promise<void> {
  const stored = await db
    .insertInto('network_nonce')
    .values({ key_id: keyId, nonce })
    .onConflict((conflict) => conflict.doNothing())
    .returning('nonce')
    .executeTakeFirst();
  if (!stored) throw new FoyerError('signature_invalid', { message: 'This signature was used before.' });
}

type Limiter = ReturnType<typeof createLimiter>;

/** Of each centre at work, by how much an agreement allows. */
const limiters = new WeakMap<CentreRuntime, Map<number, Limiter>>();

/** @throws FoyerError `rate_limited` when an agreement asks more often than it may. */
export function refuseHaste(centre: CentreRuntime, { id, terms }: PartnerAgreement): void {
  const perMinute = terms.caps.requestsPerMinute;
  const known = limiters.get(centre) ?? new Map<number, Limiter>();
  limiters.set(centre, known);
  const limiter = known.get(perMinute) ?? createLimiter({ burst: perMinute, perMinute }, centre.clock);
  known.set(perMinute, limiter);
  const wait = limiter.take(id);
  if (wait > 0) throw new FoyerError('rate_limited', { retryAfter: wait });
}

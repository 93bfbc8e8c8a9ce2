import type { z } from 'zod';
import {
  type Agreement,
  agreementSchema,
  type NetworkCentre,
  networkCentreSchema,
  networkErrorSchema,
  type SeenOffer,
} from '../../../../sdk/contract/index.ts';
import { FoyerError } from '../../../errors.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import { describeToNetwork } from '../centre.ts';
import { readJson } from '../read-json.ts';
import type { AskOpenly } from './ports.ts';
import { findAgreement, toAgreement } from './store.ts';

const OFFER_URL = /^(https?:\/\/.+)\/network\/v1\/offers\/([A-Za-z0-9_-]{20,100})$/;

/**
 * As seller: what another centre offers, before we accept it.
 * @throws FoyerError `invalid_request` for what is no offer's address; `not_found` when the offer is no more;
 *   `partner_unavailable` when its server cannot be reached or is none of ours.
 */
export async function lookAtOffer(ask: AskOpenly, offerUrl: string): Promise<SeenOffer> {
  const owner = await discover(ask, offerUrl);
  return { owner, agreement: await read(ask(offerUrl), agreementSchema) };
}

/**
 * As seller: accepts an offer, tells the owner our keys, and keeps the agreement. Can be repeated when it is unknown how
 * it ended.
 * @throws FoyerError as {@link lookAtOffer}; `agreement_not_open` when we sell for that owner already.
 */
export async function acceptOffer(runtime: CentreRuntime, ask: AskOpenly, offerUrl: string): Promise<Agreement> {
  const owner = await discover(ask, offerUrl);
  await requireNew(runtime, owner);
  const agreement = await read(ask(offerUrl, describeToNetwork(runtime)), agreementSchema);
  const { id, terms, version, createdAt, acceptedAt } = agreement;
  await runtime.db
    .insertInto('agreement')
    .values({
      ...{ id, version, role: 'seller', state: 'active', created_at: createdAt, accepted_at: acceptedAt },
      ...{ terms: JSON.stringify(terms), partner: JSON.stringify(owner) },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return toAgreement(await findAgreement(runtime.db, id));
}

/** The centre whose offer it is, as it says itself, at the address where the offer is. */
async function discover(ask: AskOpenly, offerUrl: string): Promise<NetworkCentre> {
  const [, base] = OFFER_URL.exec(offerUrl) ?? [];
  if (base === undefined) {
    throw new FoyerError('invalid_request', {
      message: 'The address of an offer is that of a centre, then /network/v1/offers/ and a code.',
      field: 'offerUrl',
    });
  }
  const owner = await read(ask(`${base}/network/v1`), networkCentreSchema);
  if (owner.url !== base) {
    throw new FoyerError('invalid_request', {
      message: `What answers there says that it is at ${owner.url}. Ask the owning centre for an offer of that address.`,
      field: 'offerUrl',
    });
  }
  return owner;
}

async function requireNew({ config, db }: CentreRuntime, owner: NetworkCentre): Promise<void> {
  if (owner.id === config.id) {
    throw new FoyerError('agreement_not_open', { message: `The offer is of a centre called ${config.id}, as we are.` });
  }
  const active = await db
    .selectFrom('agreement')
    .select('id')
    .where('role', '=', 'seller')
    .where('state', '=', 'active')
    .where('partner_id', '=', owner.id)
    .executeTakeFirst();
  if (!active) return;
  throw new FoyerError('agreement_not_open', {
    message: `We sell for ${owner.id} already, under agreement ${active.id}. End it first, or ask ${owner.id} to change its terms.`,
  });
}

/** The answer when it is what the protocol says; otherwise why not, for who manages our centre. */
async function read<Schema extends z.ZodType>(asking: Promise<Response>, schema: Schema): Promise<z.infer<Schema>> {
  let answer: Response;
  let body: unknown;
  try {
    answer = await asking;
    body = await readJson(answer);
  } catch (error) {
    throw unavailable('The other centre cannot be reached, or did not answer as one. Try again later.', error);
  }
  const told = schema.safeParse(body);
  if (answer.ok && told.success) return told.data;
  const refusal = networkErrorSchema.safeParse(body).data?.error;
  if (refusal?.code === 'not_found') {
    throw new FoyerError('not_found', {
      message: 'The offer is used, too old, or never was. Ask the owning centre for a new one.',
      field: 'offerUrl',
    });
  }
  if (refusal?.code === 'agreement_not_open') throw new FoyerError(refusal.code, { message: refusal.message });
  throw unavailable(`The other centre answered ${answer.status}, which is not as the protocol says.`);
}

function unavailable(message: string, cause?: unknown): FoyerError {
  const error = new FoyerError('partner_unavailable', { message });
  error.cause = cause;
  return error;
}

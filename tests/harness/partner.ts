import { randomBytes, randomUUID } from 'node:crypto';
import { agreementTermsSchema } from '../../sdk/contract/index.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { createNetworkKeys, type NetworkKeys } from '../../server/features/network/keys.ts';
import { signRequest } from '../../server/features/network/signatures/index.ts';
import type { TestCentre, TestServer } from './centre.ts';

export interface PartnerOptions {
  /** Of the agreement; another one each time by default. */
  readonly id?: string;
  readonly role?: 'owner' | 'seller';
  readonly state?: 'offered' | 'active' | 'ended';
  readonly requestsPerMinute?: number;
  /** Seeds of the partner's keys, the current first; random ones by default. */
  readonly seeds?: readonly Uint8Array[];
  /** Where the partner's API is. */
  readonly url?: string;
}

/** A centre that the centre of the test has an agreement with. */
export interface TestPartner {
  readonly agreement: string;
  readonly keys: NetworkKeys;
  /** A signed request for a path below the centre, ready to be sent once. */
  sign(
    path: string,
    init?: {
      readonly method?: string;
      readonly json?: unknown;
      /** Which centre it is for; the one of the agreement by default. */
      readonly at?: Pick<TestCentre, 'runtime'>;
    },
  ): SignedInit;
}

export interface SignedInit {
  readonly path: string;
  readonly init: { readonly method: string; readonly headers: Headers; readonly body?: string };
}

/** Writes an agreement into the centre's own table. */
export async function addPartner(
  { db, runtime }: Pick<TestCentre, 'db' | 'runtime'>,
  options: PartnerOptions = {},
): Promise<TestPartner> {
  const { role = 'owner', state = 'active', requestsPerMinute = 100_000 } = options;
  const agreement = options.id ?? randomUUID();
  const keys = createNetworkKeys(options.seeds ?? [randomBytes(32)]);
  const id = `partner-${agreement.slice(0, 8)}`;
  const url = options.url ?? `https://partner.example/centres/${id}`;
  const partner = { id, name: 'De Partner', website: 'https://www.partner.example', url, keys: keys.shown };
  await db
    .insertInto('agreement')
    .values({
      id: agreement,
      ...{ role, state },
      partner: state === 'offered' ? null : JSON.stringify(partner),
      terms: JSON.stringify(
        agreementTermsSchema.parse({ performances: {}, caps: { heldPlaces: 100, requestsPerMinute } }),
      ),
      ended_at: state === 'ended' ? new Date() : null,
    })
    .execute();
  return {
    agreement,
    keys,
    sign(path, { method = 'GET', json, at = { runtime } } = {}) {
      const body = json === undefined ? undefined : JSON.stringify(json);
      const headers = signRequest(
        {
          method,
          url: `${at.runtime.config.apiUrl}${path}`,
          headers: new Headers(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          body: body === undefined ? undefined : new TextEncoder().encode(body),
        },
        {
          name: { agreement, key: keys.current.shown.id },
          privateKey: keys.current.privateKey,
          clock: runtime.clock,
          random: systemRandomness,
        },
      );
      return { path, init: { method, headers, ...(body !== undefined && { body }) } };
    },
  };
}

/** Sends a signed request, as often as a test likes. */
export const send = ({ request }: Pick<TestServer, 'request'>, { path, init }: SignedInit): Promise<Response> =>
  request(path, init);

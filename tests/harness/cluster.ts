import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Agreement, agreementTermsSchema, NewOffer } from '../../sdk/contract/index.ts';
import { createNetworkKeys } from '../../server/features/network/keys.ts';
import { createTestCentre, TEST_MANAGE_TOKEN, type TestCentre, type TestCentreOptions } from './centre.ts';
import { type ClusterNetwork, createClusterNetwork } from './cluster-network.ts';

/** Terms as they are written down: what is left out is as the contract says, and the whole programme is offered. */
export type TermsInput = Partial<z.input<typeof agreementTermsSchema>>;

export interface ClusterOptions {
  readonly centres: number;
  /** What a centre is made of, by its number; its clock for instance. */
  readonly options?: (index: number) => TestCentreOptions;
  /** False leaves them without agreements; otherwise every centre sells for every other one on these terms. */
  readonly terms?: TermsInput | false;
}

/** Several real centres, each with its own schema and login, that ask each other in this process. */
export interface TestCluster {
  /** Their ids begin with `huis-1-`, `huis-2-`, …; they play `stuk-1`, `stuk-2`, … in the small hall. */
  readonly centres: readonly TestCentre[];
  readonly network: ClusterNetwork;
  /** Makes an agreement under which `owner` lets `seller` sell. @returns its id. */
  agree(owner: TestCentre, seller: TestCentre, terms?: TermsInput): Promise<string>;
  /** The id of the agreement made last between these two. */
  agreementOf(owner: TestCentre, seller: TestCentre): string;
  stop(): Promise<void>;
}

/**
 * @example
 * const { centres: [owner, seller], stop } = await createCluster({ centres: 2 });
 */
export async function createCluster({ centres: count, options, terms = {} }: ClusterOptions): Promise<TestCluster> {
  const network = createClusterNetwork();
  const centres: TestCentre[] = [];
  for (let index = 0; index < count; index += 1) {
    const centre = await createTestCentre(clusterOptions(index, network, options?.(index)));
    network.join(centre);
    centres.push(centre);
  }
  const agreements = new Map<string, string>();

  const agree: TestCluster['agree'] = async (owner, seller, written = {}) => {
    const { offerUrl } = await manage<NewOffer>(owner, '/agreements', { terms: { performances: {}, ...written } });
    const { id } = await manage<Agreement>(seller, '/agreements/accept', { offerUrl });
    agreements.set(`${owner.id} ${seller.id}`, id);
    return id;
  };

  if (terms !== false) {
    for (const owner of centres) for (const seller of centres) if (owner !== seller) await agree(owner, seller, terms);
  }
  return {
    ...{ centres, network, agree },
    agreementOf(owner, seller) {
      const id = agreements.get(`${owner.id} ${seller.id}`);
      if (!id) throw new Error(`${seller.id} does not sell for ${owner.id}.`);
      return id;
    },
    async stop() {
      for (const centre of centres) await centre.stop();
    },
  };
}

/** What somebody who manages a centre asks of its Manage API; throws what it refuses. */
export async function manage<T>(centre: Pick<TestCentre, 'request'>, path: string, json?: unknown): Promise<T> {
  const answer = await centre.request(`/manage${path}`, { token: TEST_MANAGE_TOKEN, json });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
  return body as T;
}

function clusterOptions(index: number, network: ClusterNetwork, given: TestCentreOptions = {}): TestCentreOptions {
  const id = given.id ?? `huis-${index + 1}-${randomBytes(3).toString('hex')}`;
  return {
    id,
    performances: [`stuk-${index + 1}`],
    ...given,
    config: { name: `Huis ${index + 1}`, apiUrl: `https://${id}.example/centres/${id}`, ...given.config },
    parts: { networkKeys: createNetworkKeys([randomBytes(32)]), ...given.parts },
    reach: (url, request) => network.fetch(url, { ...request, body: request.body ?? null }),
  };
}

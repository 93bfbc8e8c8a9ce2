import type { AgreementTerms } from '../../sdk/contract/index.ts';
import type { WrittenPriceList } from '../../sdk/contract/prices/index.ts';

/** Who decides for a centre, through its own Manage API. */
export interface Manager {
  readonly id: string;
  /** Base address of the centre's API. */
  readonly api: string;
  readonly token: string;
  /** What it lets others keep who sell for it. */
  readonly commission: AgreementTerms['commission'];
  readonly prices: WrittenPriceList;
}

/**
 * Asks a centre's Manage API: reads, or does something when there is a body.
 * @throws Error when it does not answer as it should.
 */
export async function ask<T>(
  { api, token }: Manager,
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<T> {
  const answer = await fetch(`${api}/manage${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${api}/manage${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

import { createHash, createPublicKey, verify as verifyBytes } from 'node:crypto';
import { FoyerError } from '../../../server/errors.ts';
import type { Owner } from './owner.ts';

const WINDOW = 60;
const WHOLE = /^foyer=\(([^)]*)\)(.*)$/;

/** A request as it came. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** Finds whose request it is. @returns the agreement. @throws FoyerError `signature_missing` or `signature_invalid`. */
export async function verify(owner: Owner, request: Received): Promise<string> {
  const { breaks } = owner;
  const told = request.headers.get('signature-input');
  const signature = /^foyer=:([^:]+):$/.exec(request.headers.get('signature') ?? '')?.[1];
  if (!told || !signature) {
    if (breaks('accepts unsigned requests')) return [...owner.agreements.keys()][0] ?? '';
    throw new FoyerError('signature_missing');
  }
  const [, list = '', rest = ''] = WHOLE.exec(told) ?? [];
  const covered = [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  const parameters = new Map(
    [...rest.matchAll(/;(\w+)="?([^";]*)"?/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const [agreement = '', key = ''] = (parameters.get('keyid') ?? '').split(':');
  const publicKey = owner.agreements.get(agreement)?.keys.get(key);
  const isGood =
    (publicKey !== undefined || breaks('accepts any key')) &&
    coversAll(owner, covered, request) &&
    isNow(owner, parameters) &&
    (parameters.get('tag') === 'foyer-network-1' || breaks('ignores the tag')) &&
    isOfBody(owner, request) &&
    (breaks('accepts any key') ||
      isSigned(owner, request, { covered, input: `(${list})${rest}`, signature, publicKey }));
  if (!isGood || !(await isNew(owner, `${key} ${parameters.get('nonce')}`))) throw new FoyerError('signature_invalid');
  return agreement;
}

function coversAll({ breaks }: Owner, covered: readonly string[], { body }: Received): boolean {
  const ofBody = body === '' || breaks('lets the body be left out') ? [] : ['content-digest', 'content-type'];
  const ofAll = breaks('lets components be left out') ? [] : ['@method', '@authority', '@path', '@query'];
  return [...ofAll, ...ofBody].every((name) => covered.includes(name));
}

function isNow({ breaks, time }: Owner, parameters: ReadonlyMap<string, string>): boolean {
  if (!parameters.has('created')) return breaks('lets the moment be left out');
  if (!parameters.has('nonce')) return breaks('lets the nonce be left out');
  const age = time.now() / 1000 - Number(parameters.get('created'));
  if (age > WINDOW) return breaks('ignores the moment');
  return age >= -WINDOW || breaks('ignores what is too early');
}

function isOfBody({ breaks }: Owner, { headers, body }: Received): boolean {
  if (body === '' || breaks('ignores the digest')) return true;
  return headers.get('content-digest') === `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

interface Claimed {
  readonly covered: readonly string[];
  readonly input: string;
  readonly signature: string;
  readonly publicKey: string | undefined;
}

/** One that ignores a part lets it be whatever was signed: it tries what the kit may have signed instead. */
function isSigned({ breaks }: Owner, request: Received, { covered, input, signature, publicKey }: Claimed): boolean {
  const { method, url, headers } = request;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  const right: Record<string, readonly string[]> = {
    '@method': [method, ...(breaks('ignores the method') ? ['POST'] : [])],
    '@authority': [url.host, ...(breaks('ignores the server’s name') ? ['other.example'] : [])],
    '@path': [url.pathname, ...(breaks('ignores the path') ? [url.pathname.replace(/^.*$/, ANOTHER_PATH)] : [])],
    '@query': [`?${url.search.slice(1)}`, ...(breaks('ignores the query') ? ['?after=0'] : [])],
  };
  const ways = covered.reduce<string[][]>(
    (lines, name) =>
      lines.flatMap((before) =>
        (right[name] ?? [headers.get(name) ?? '']).map((value) => [...before, `"${name}": ${value}`]),
      ),
    [[]],
  );
  return ways.some((lines) => {
    const base = [...lines, `"@signature-params": ${input}`].join('\n');
    return verifyBytes(null, Buffer.from(base), key, Buffer.from(signature, 'base64'));
  });
}
const ANOTHER_PATH = '/centres/other/network/v1/performances/het-gedacht';

async function isNew({ breaks, nonces }: Owner, nonce: string): Promise<boolean> {
  if (breaks('accepts replays')) return true;
  const isKnown = nonces.has(nonce);
  if (breaks('accepts replays at once')) await null;
  nonces.add(nonce);
  return !isKnown;
}

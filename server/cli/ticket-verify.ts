import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type TicketKey, type TicketVerdict, verifyTicketCode } from '../../sdk/model/ticket-code.ts';
import { checkSignature, ticketKey } from '../adapters/tickets/index.ts';

export const usage = `foyer ticket verify CODE --key KEY_OR_FILE

  CODE  What the QR says; small letters, spaces and several lines are fine.
  KEY   The centre's public key (base64url), what its API tells about itself (GET /centres/CENTRE), or a file with either.

  Exit status: 0 valid, 1 not valid, 2 wrong use.`;

/** A centre's own description is a few kilobytes; a larger file is something else. */
const MAX_KEY_FILE = 1_000_000;

const WHY_NOT: Readonly<Record<Extract<TicketVerdict, { valid: false }>['reason'], string>> = {
  malformed: 'this is not a ticket code, or it is damaged',
  'unsupported-version': 'made by a newer version of Foyer than this one',
  'unknown-key': 'signed with another key than the one given: a ticket of another centre, or a forgery',
  'bad-signature': 'the signature is wrong: this code was not issued by the centre',
};

/** `foyer ticket verify`: says whether a code was issued by the holder of a key, without asking any server. */
export async function run(args: readonly string[]): Promise<number> {
  let code: string;
  let keys: readonly TicketKey[];
  try {
    const given = readArguments(args);
    code = given.code;
    keys = await readKeys(given.key);
  } catch (error) {
    console.error(`foyer ticket verify: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }

  const verdict = await verifyTicketCode(code, keys, checkSignature);
  if (!verdict.valid) {
    console.log(`not valid (${verdict.reason}): ${WHY_NOT[verdict.reason]}`);
    return 1;
  }
  const { facts } = verdict;
  console.log('valid');
  console.log(`  performance  ${facts.performance}`);
  console.log(`  place        ${facts.place}`);
  console.log(`  start        ${facts.startsAt.toISOString()}`);
  console.log(`  ticket       ${facts.ticket}`);
  console.log(`  key          ${verdict.keyId}`);
  return 0;
}

function readArguments(args: readonly string[]): { code: string; key: string } {
  const at = args.indexOf('--key');
  // Said with "=", because a key may well start with a hyphen.
  const joined = at < 0 ? [...args] : [...args.slice(0, at), `--key=${args[at + 1] ?? ''}`, ...args.slice(at + 2)];
  const { values, positionals } = parseArgs({
    args: joined,
    options: { key: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0 || !values.key) throw new Error('a code and a key are needed');
  return { code: positionals.join(' '), key: values.key };
}

/** @throws Error with one sentence that says what is wrong with the key. */
async function readKeys(source: string): Promise<readonly TicketKey[]> {
  const given = keysIn(source);
  if (given) return given;
  const { size } = await stat(source).catch(() => {
    throw new Error(`"${source.slice(0, 100)}" is neither an Ed25519 public key nor a file`);
  });
  if (size > MAX_KEY_FILE) throw new Error(`${source} is too large to be a key`);
  const text = await readFile(source, 'utf8').catch(() => {
    throw new Error(`${source} cannot be read`);
  });
  const found = keysIn(text);
  if (!found) throw new Error(`${source} contains no Ed25519 public key and no centre with ticketKeys`);
  return found;
}

/** The keys a text is or tells: 43 letters of base64url, or a centre in JSON. Null when it is neither. */
function keysIn(text: string): readonly TicketKey[] | null {
  const trimmed = text.trim();
  if (/^[A-Za-z0-9_-]{43}$/.test(trimmed)) return [ticketKey(Buffer.from(trimmed, 'base64url'))];
  if (!trimmed.startsWith('{')) return null;
  try {
    const { ticketKeys } = JSON.parse(trimmed) as { ticketKeys?: { publicKey?: unknown }[] };
    // A key's id is worked out, not believed: it must be that of the key that checks the signature.
    return Array.isArray(ticketKeys) && ticketKeys.length > 0
      ? ticketKeys.map(({ publicKey }) => ticketKey(Buffer.from(String(publicKey), 'base64url')))
      : null;
  } catch {
    // Not JSON, or keys of a wrong length: the caller says that no key was found.
    return null;
  }
}

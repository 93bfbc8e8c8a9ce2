import { createHash, timingSafeEqual } from 'node:crypto';
import { parseDictionary } from 'structured-headers';

/** A header longer than this names no digests that anybody asked for. */
const LONGEST = 1_000;

const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest();

/** The value of Content-Digest (RFC 9530) for a body. */
export const contentDigest = (body: Uint8Array): string => `sha-256=:${sha256(body).toString('base64')}:`;

/** Whether a Content-Digest names the SHA-256 of this body. Digests by other algorithms may stand beside it. */
export function digestFits(header: string | null, body: Uint8Array): boolean {
  if (header === null || header.length > LONGEST) return false;
  const told = readDigest(header);
  const real = sha256(body);
  return told !== undefined && told.length === real.length && timingSafeEqual(told, real);
}

function readDigest(header: string): Uint8Array | undefined {
  try {
    const [bytes] = parseDictionary(header).get('sha-256') ?? [];
    return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : undefined;
  } catch {
    // Not a structured field: nobody's digest.
    return undefined;
  }
}

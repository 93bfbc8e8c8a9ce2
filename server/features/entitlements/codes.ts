import { createHash } from 'node:crypto';
import { fromBase32, toBase32 } from '../../../sdk/model/base32.ts';
import type { Tokens } from '../../adapters/tokens.ts';

/** 80 bits: nobody guesses one, and people can still read it out. */
const BYTES = 10;
const GROUP = /.{1,4}/g;

/** The code of a voucher or pass, such as `7KQ4-X2M9-00VT-3RBH`. Follows from its id, so that it is kept nowhere. */
export function codeOf(tokens: Tokens, id: string): string {
  const bytes = Buffer.from(tokens.sign('entitlement', id), 'base64url').subarray(0, BYTES);
  return (toBase32(bytes).match(GROUP) ?? []).join('-');
}

/** What recognises a code however it is spelled; null for what is no code of ours. */
export function hashOfCode(code: string): string | null {
  const bytes = fromBase32(code);
  return bytes?.length === BYTES ? createHash('sha256').update(bytes).digest('base64url') : null;
}

/** A code as an order shows it: enough to know which it was, not enough to use it. */
export const maskCode = (code: string): string => `…${code.trim().toUpperCase().slice(-4)}`;

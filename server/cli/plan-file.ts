import { open } from 'node:fs/promises';
import type { PlanProblem } from '../../sdk/model/seating-plan/types.ts';

/** Larger than a plan of 150,000 seats written one by one, and far larger than any price list; what is above it is not read at all. */
const MAX_BYTES = 20_000_000;

const problem = (code: string, message: string) => ({ problem: { path: '$', code, message } });

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  EISDIR: 'is a folder, not a file',
};

/**
 * Text of a file from a stranger, or why it is not read. Looks at kind and size before it reads; never throws.
 * @param what It should be, for who reads the refusal.
 */
export async function readTextFile(
  path: string,
  what = 'plan',
): Promise<{ readonly text: string } | { readonly problem: PlanProblem }> {
  try {
    await using file = await open(path, 'r');
    const about = await file.stat();
    if (about.isDirectory()) return problem('not-a-file', 'is a folder, not a file');
    if (!about.isFile()) return problem('not-a-file', 'is not an ordinary file');
    if (about.size > MAX_BYTES) {
      return problem('file-too-large', `has ${about.size} bytes; a ${what} has at most ${MAX_BYTES}`);
    }
    const bytes = await file.readFile();
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return problem('not-text', 'is not text in UTF-8');
    return problem('not-readable', REASONS[code] ?? error.message);
  }
}

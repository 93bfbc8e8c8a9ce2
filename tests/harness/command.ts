import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command said, and its exit status. */
export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a script with words behind it; one that hangs is killed and then has no status of ours. */
export function runScript(script: string, words: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    const limits = { timeout: 60_000, maxBuffer: 50_000_000 };
    execFile(process.execPath, [script, ...words], limits, (error, out, err) => {
      resolve({ status: error ? Number(error.code ?? -1) : 0, out, err });
    });
  });
}

/**
 * Runs a script that is given as text; from a file, as Node's test runner would pass a text on to every test file that
 * it starts.
 */
export async function runText(text: string): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-script-'));
  const script = join(folder, 'script.ts');
  writeFileSync(script, text);
  const said = await runScript(script, []);
  rmSync(folder, { recursive: true });
  return said;
}

/** The `foyer` command, without the step that looks for the right Node. */
export const foyer = (...words: readonly string[]) => runScript('server/cli/foyer.ts', words);

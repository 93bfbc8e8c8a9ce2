import { execFile } from 'node:child_process';

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

/** The `foyer` command, without the step that looks for the right Node. */
export const foyer = (...words: readonly string[]) => runScript('server/cli/foyer.ts', words);

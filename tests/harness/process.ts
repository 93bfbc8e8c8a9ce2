import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of ours that runs beside the test. */
export interface Program {
  readonly pid: number;
  /** Resolves with the first line of output that has this text; rejects when the program ends without. */
  says(text: string): Promise<string>;
  /** Resolves with how it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly errors: string }>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a TypeScript file with the Node that runs the test. */
export function startProgram(
  file: string,
  parameters: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  /** Hears every line of output. */
  hear: (line: string) => void = () => {},
): Program {
  const child: ChildProcess = spawn(process.execPath, [file, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const check = () => {
    for (const wake of waiting) wake();
  };
  let errors = '';
  let over = false;
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    hear(line);
    check();
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true;
    check();
    return { code, signal, errors };
  });
  return {
    pid: child.pid!,
    ended,
    kill: (signal) => void child.kill(signal),
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.includes(text));
          if (found === undefined && !over) return;
          waiting.delete(look);
          if (found !== undefined) resolve(found);
          else reject(new Error(`It ended without saying “${text}”.\n${errors}`));
        };
        waiting.add(look);
        look();
      }),
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from './measured-server.ts';
import { familyOf, memoryOf, postmasterIn } from './processes.ts';
import { printTable, tenths } from './table.ts';

const LIMIT_MS = 60_000;

/** The demo's time until `/ready` says yes, and the memory it takes: on an empty folder, then on the same one again. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-start-'));
  const rows: string[][] = [];
  try {
    for (const start of ['cold: no database yet, season to be written', 'warm: everything is there']) {
      const { seconds, nodeMiB, postgresMiB } = await startOnce(folder);
      rows.push([start, tenths(seconds), tenths(nodeMiB), tenths(postgresMiB)]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  printTable('npm start until ready (browser code built)', ['start', 'seconds', 'Node MiB', 'PostgreSQL MiB'], rows);
}

async function startOnce(cwd: string) {
  const port = await freePorts(3);
  const began = performance.now();
  const child = spawn(process.execPath, [resolve('server/main.ts'), '--demo'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port) },
  });
  const exit = once(child, 'exit');
  try {
    for (;;) {
      const answer = await fetch(`http://localhost:${port}/ready`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) break;
      if (child.exitCode !== null || performance.now() - began > LIMIT_MS)
        throw new Error('The demo did not get ready.');
      await new Promise((next) => setTimeout(next, 20));
    }
    const seconds = (performance.now() - began) / 1000;
    const postgres = familyOf(postmasterIn(join(cwd, '.data/demo/postgres')));
    return { seconds, nodeMiB: memoryOf([child.pid ?? 0]), postgresMiB: memoryOf(postgres) };
  } finally {
    child.kill('SIGTERM');
    await exit;
  }
}

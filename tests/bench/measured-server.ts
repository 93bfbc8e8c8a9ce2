import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Stage } from './stage.ts';

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const outcome = Promise.race([once(probe, 'listening').then(() => true), once(probe, 'error').then(() => false)]);
  probe.listen(port, '127.0.0.1');
  const free = await outcome.catch(() => false);
  if (free) {
    probe.close();
    await once(probe, 'close');
  }
  return free;
}

/** The first of so many ports in a row that nobody uses now, below those that the system gives out by itself. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const row = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (row.every(Boolean)) return first;
  }
}

/** Starts tests/bench/server.ts on a stage, in its own process. */
export async function startMeasuredServer(
  stage: Stage,
  { autopay = false }: { readonly autopay?: boolean } = {},
): Promise<{ readonly port: number; readonly pid: number; stop(): Promise<void> }> {
  const port = await freePorts(1);
  const child = spawn(process.execPath, ['tests/bench/server.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE: stage.centre.url,
      JOBS_SCHEMA: stage.centre.jobsSchema,
      PORT: String(port),
      ...(autopay && { AUTOPAY: '1' }),
    },
  });
  const [text] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['ended'])]);
  if (!String(text).includes('ready')) throw new Error('The measured server did not start.');
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

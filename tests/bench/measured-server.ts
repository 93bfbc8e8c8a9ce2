import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Stage } from './stage.ts';

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts tests/bench/server.ts on a stage, in its own process. */
export async function startMeasuredServer(
  stage: Stage,
  { autopay = false }: { readonly autopay?: boolean } = {},
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const port = await freePort();
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
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

import cluster, { type Address, type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './adapters/log.ts';

export interface ProcessOptions {
  /** At least one. */
  readonly count: number;
  /** The program of each; it listens on the same port as the others. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Processes behind one door. */
export interface Processes {
  /** Where all of them are reached: every connection goes to the next one in turn. */
  readonly port: number;
  /** Lets every process finish what it does. */
  stop(): Promise<void>;
}

/** Before a process that ended by itself is started again, in milliseconds. */
const RESTART_PAUSE = 1_000;

/**
 * Starts several processes of one program behind one port, which this process opens and hands its connections out from,
 * round robin. One that ends by itself is started again, while the others go on.
 * @throws Error when one of them does not come to listen; the others are stopped.
 */
export async function startProcesses({ count, program, env, log }: ProcessOptions): Promise<Processes> {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  cluster.setupPrimary({ exec: program, args: [] });
  const running = new Set<Worker>();
  const stopping = new AbortController();

  const start = (): Worker => {
    const worker = cluster.fork(env);
    running.add(worker);
    log.info('process-started', { pid: worker.process.pid });
    worker.once('exit', () => running.delete(worker));
    return worker;
  };

  async function keepUp(worker: Worker): Promise<void> {
    let current = worker;
    for (;;) {
      const [code, signal] = await once(current, 'exit');
      if (stopping.signal.aborted) return;
      log.warn('process-ended', { pid: current.process.pid, code, signal });
      await pause(RESTART_PAUSE, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      current = start();
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await Promise.all(
      [...running].map(async (worker) => {
        const gone = once(worker, 'exit');
        worker.process.kill('SIGTERM');
        await gone;
      }),
    );
  }

  const workers = Array.from({ length: count }, start);
  try {
    const [port = 0] = await Promise.all(workers.map(listening));
    for (const worker of workers) void keepUp(worker);
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns the port of a process that listens now. */
function listening(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('listening', ({ port }: Address) => resolve(port));
    worker.once('exit', (code, signal) => reject(new Error(`A process ended before it listened: ${signal ?? code}.`)));
    worker.once('error', reject);
  });
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCentre, TestServer } from './centre.ts';
import { type Program, startProgram } from './process.ts';

/** Several processes of the real server at one centre, behind one port. */
export interface SeveralProcesses {
  readonly program: Program;
  /** As they were started, those that came after one ended included. */
  readonly pids: readonly number[];
  /** Resolves when so many were started in all. */
  started(count: number): Promise<void>;
  /** Every request comes over a connection of its own, so that they take turns. */
  readonly door: Pick<TestServer, 'request'>;
  stop(): Promise<void>;
}

export async function startSeveral({ id, url, adminUrl }: TestCentre, processes: number): Promise<SeveralProcesses> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-several-'));
  const file = join(folder, 'foyer.json');
  writeFileSync(file, JSON.stringify(configuration(id, url, adminUrl)));
  const pids: number[] = [];
  let wake = () => {};
  const hear = (line: string) => {
    const { event, pid } = JSON.parse(line) as { event: string; pid: number };
    if (event === 'process-started') pids.push(pid);
    wake();
  };
  const program = startProgram('server/main.ts', ['--processes', String(processes)], { FOYER_CONFIG: file }, hear);
  const { port } = JSON.parse(await program.says('cluster-listening')) as { port: number };
  return {
    ...{ program, pids },
    async started(count) {
      while (pids.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    door: { request: (path, init) => ask(port, `/centres/${id}${path}`, init) },
    async stop() {
      program.kill('SIGTERM');
      await program.ended;
      rmSync(folder, { recursive: true });
    },
  };
}

const configuration = (id: string, url: string, adminUrl: string) => ({
  port: 0,
  publicUrl: 'http://localhost',
  database: { url: adminUrl },
  limits: { requests: { burst: 10_000, perMinute: 10_000 }, newCarts: { burst: 10_000, perMinute: 10_000 } },
  centres: [
    {
      id,
      name: 'De Proef',
      website: 'https://www.de-proef.example',
      email: 'onthaal@de-proef.example',
      address: 'Proefstraat 1, 9999 Wolvegem',
      origins: ['https://www.de-proef.example'],
      maxHeldPerAddress: 10_000,
      colour: '#5b2a86',
      mollieKey: 'test_abcdefghijklmnopqrstuvwxyz',
      smtpUrl: 'smtp://127.0.0.1:1',
      databasePassword: new URL(url).password,
      tokenSecret: randomBytes(24).toString('hex'),
      ticketSeed: randomBytes(32).toString('base64'),
    },
  ],
});

const ask = (port: number, path: string, init: Parameters<TestServer['request']>[1] = {}): Promise<Response> => {
  const { json, token, headers, method } = init;
  const body = json === undefined ? undefined : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, agent: false, method: method ?? (body === undefined ? 'GET' : 'POST') },
        headers: {
          ...Object.fromEntries(new Headers(headers)),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
      },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0 }));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
};

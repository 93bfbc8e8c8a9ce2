import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Agreement, NewOffer } from '../../../sdk/contract/index.ts';
import { type Database, openDatabase, placeOf } from '../../../server/adapters/postgres/index.ts';
import { freePorts } from '../measured-server.ts';

export const MANAGE_TOKEN = 'token-of-who-manages-every-measured-centre';
export const SITE = 'http://localhost:9';

/** The process of a centre and whoever measures it must know the same; nothing of it is a secret. */
export const passwordOf = (id: string): string => `password of ${id}, to be measured`;
export const seedOf = (id: string): Uint8Array => createHash('sha256').update(id).digest();

/** Centres that run in one process. */
export interface MeasuredCentres {
  readonly ids: readonly string[];
  readonly port: number;
  readonly pid: number;
  /** With the centre's own role. */
  open(id: string): Database;
  stop(): Promise<void>;
}

export async function startCentres(
  adminUrl: string,
  ids: readonly string[],
  { autopay = false, flags = [] }: { readonly autopay?: boolean; readonly flags?: readonly string[] } = {},
): Promise<MeasuredCentres> {
  const port = await freePorts(1);
  const child = spawn(process.execPath, [...flags, 'tests/bench/network/server.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ADMIN_URL: adminUrl,
      CENTRES: ids.join(','),
      PORT: String(port),
      ...(autopay && { AUTOPAY: '1' }),
    },
  });
  const [text] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['ended'])]);
  if (!String(text).includes('ready')) throw new Error('The measured centres did not start.');
  const open: Database[] = [];
  return {
    ...{ ids, port, pid: child.pid ?? 0 },
    open(id) {
      const db = openDatabase(placeOf(adminUrl, { id, password: passwordOf(id) }).url, { max: 4 });
      open.push(db);
      return db;
    },
    async stop() {
      for (const db of open) await db.destroy();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Lets `owner` be sold for by `seller`, without limits. @returns the agreement's id. */
export async function agree(
  owner: MeasuredCentres,
  ownerId: string,
  seller: MeasuredCentres,
  sellerId: string,
): Promise<string> {
  const caps = { heldPlaces: 100_000, requestsPerMinute: 100_000 };
  const { offerUrl } = await manage<NewOffer>(owner.port, ownerId, '/agreements', {
    terms: { performances: {}, caps, commission: { basisPoints: 500, centsPerTicket: 0 } },
  });
  const { id } = await manage<Agreement>(seller.port, sellerId, '/agreements/accept', { offerUrl });
  return id;
}

async function manage<T>(port: number, centre: string, path: string, json: unknown): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${port}/centres/${centre}/manage${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${MANAGE_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body}`);
  return JSON.parse(body) as T;
}

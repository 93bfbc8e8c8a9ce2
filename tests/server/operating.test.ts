import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { verifyTicketCode } from '../../sdk/model/ticket-code.ts';
import { systemClock } from '../../server/adapters/clock.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { checkSignature, createTicketSigner } from '../../server/adapters/tickets/index.ts';
import { DEFAULT_LIMITS, readConfig } from '../../server/config.ts';
import type { PaymentProvider } from '../../server/features/payments/provider.ts';
import { type FoyerServer, startServer } from '../../server/server.ts';
import { createTestCentre, type TestCentre } from '../harness/centre.ts';
import { exampleOf } from '../harness/docs.ts';
import { askingPartner } from '../harness/network/asking-partner.ts';
import { wanting } from '../harness/network/owner-world.ts';
import { addPartner } from '../harness/partner.ts';
import { seedSmallHall } from '../harness/small-hall.ts';

const PAGE = 'docs/operating.md';
const SECRETS = {
  DATABASE_URL: 'postgres://foyer@127.0.0.1/foyer',
  MOLLIE_KEY: 'test_abcdefghijklmnopqrstuvwxyz',
  SMTP_URL: 'smtp://127.0.0.1',
  DB_PASSWORD: 'a password of sixteen and more',
  TOKEN_SECRET: 'a secret of thirty-two characters and more',
  TICKET_SEED: Buffer.alloc(32, 7).toString('base64'),
};

/** A file of the page. */
const textOf = (path: string, replace: Readonly<Record<string, string>> = {}): string =>
  exampleOf(PAGE, replace).find((file) => file.path === path)?.text ?? assert.fail(`The page has no ${path}.`);

describe('the page about operating a server', () => {
  const written = textOf('foyer.json');
  const config = readConfig(written, SECRETS);

  it('has a configuration that the server takes', () => {
    assert.deepEqual([config.trustedProxies, config.centres.map(({ id }) => id)], [1, ['de-lantaarn']]);
  });

  it('keeps no secret in it', () => {
    for (const name of Object.keys(SECRETS)) assert.ok(written.includes(`"env:${name}"`), name);
  });

  for (const proxy of ['nginx.conf', 'Caddyfile']) {
    it(`leads ${proxy} to where that server is, by the name that the outside knows`, () => {
      const text = textOf(proxy);
      assert.ok(text.includes(` ${config.host}:${config.port}`));
      assert.ok(text.includes(new URL(config.publicUrl).host));
      assert.equal(text.split('{').length, text.split('}').length);
    });
  }
});

describe('a stream behind a proxy', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  it('asks not to be buffered, and says at once that it is there', async () => {
    const over = new AbortController();
    const answer = await centre.request('/performances/het-gedacht/live', { signal: over.signal });
    assert.equal(answer.headers.get('X-Accel-Buffering'), 'no');
    const { value } = (await answer.body?.getReader().read()) ?? {};
    assert.match(new TextDecoder().decode(value), /^retry: /);
    over.abort();
  });
});

describe('a folder that was copied as the page says', () => {
  const home = mkdtempSync(join(tmpdir(), 'foyer-backup-'));
  const live = join(home, 'live');
  const kept = join(home, 'kept');
  const ticketSeed = new Uint8Array(randomBytes(32));
  let running: FoyerServer | undefined;
  before(() => mkdirSync(live));
  after(async () => {
    await running?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const start = async () => {
    running = await startServer({
      database: { folder: live, durable: false },
      ...{ limits: DEFAULT_LIMITS, trustedProxies: 0, embedFolder: 'no/such/folder', connections: 3 },
      ...{ log: silentLog, clock: systemClock, random: systemRandomness },
      centres: [
        {
          config: {
            ...{ id: 'de-proef', name: 'De Proef', website: 'https://www.de-proef.example', address: 'Proefstraat 1' },
            ...{ email: 'onthaal@de-proef.example', language: 'nl', currency: 'EUR', timeZone: 'Europe/Brussels' },
            ...{ apiUrl: 'http://localhost/centres/de-proef', origins: [], maxHeldPerAddress: 60 },
          },
          ...{ databasePassword: SECRETS.DB_PASSWORD, tokenSecret: SECRETS.TOKEN_SECRET, ticketSeed },
          ...{ look: { colour: '#5b2a86' }, provider: {} as PaymentProvider, mailer: { send: async () => {} } },
        },
      ],
    });
    const { app, centres } = running;
    const [runtime] = centres;
    assert.ok(runtime);
    const request = async (path: string, init?: RequestInit) => app.request(`/centres/de-proef${path}`, init);
    return { runtime, db: runtime.db, request };
  };
  const stop = () => running?.stop();
  /** Does what the page says, here. */
  const follow = (script: string) => {
    const here = { '.data/postgres': live, 'backup/postgres': kept };
    return promisify(execFile)('sh', ['-ec', textOf(script, here)]);
  };

  it('has a sold ticket that is still sold, and that the door still takes', async () => {
    const agreement = randomUUID();
    const [seeds, sale] = [[randomBytes(32)], randomUUID()];
    const first = await start();
    await seedSmallHall(first.db);
    const seller = await addPartner(first, { id: agreement, seeds });
    const before = askingPartner(first, seller);
    await before.put(sale, wanting(['Z-A-1', 'Z-A-2']));
    const sold = await before.confirm(sale, 4800);
    assert.equal(sold.body.state, 'confirmed', sold.text);
    await stop();
    await follow('back-up.sh');

    const second = await start();
    const later = askingPartner(second, seller);
    await later.put(randomUUID(), wanting(['Z-B-1']));
    await stop();
    await follow('restore.sh');

    const restored = await start();
    const again = askingPartner(restored, seller);
    assert.equal((await again.read(sale)).text, sold.text);
    assert.equal((await again.put(randomUUID(), wanting(['Z-A-2']))).code, 'seats_taken');
    assert.equal(
      (await again.put(randomUUID(), wanting(['Z-B-1']))).status,
      201,
      'what came after the copy is not in it',
    );
    const doorWith = async (seed: Uint8Array) => {
      const { keyId: id, publicKey } = createTicketSigner(seed);
      const code = sold.body.tickets[0]?.code ?? '';
      return (await verifyTicketCode(code, [{ id, publicKey }], checkSignature)).valid;
    };
    assert.deepEqual([await doorWith(ticketSeed), await doorWith(randomBytes(32))], [true, false]);
  });
});

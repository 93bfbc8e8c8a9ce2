import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../../server/config.ts';

const CENTRE = {
  id: 'de-lantaarn',
  name: 'De Lantaarn',
  website: 'https://www.de-lantaarn.example',
  email: 'onthaal@de-lantaarn.example',
  address: 'Lantaarnplein 1, 9999 Wolvegem',
  origins: ['https://www.de-lantaarn.example'],
  colour: '#5b2a86',
  mollieKey: 'test_abcdefghijklmnopqrstuvwxyz',
  smtpUrl: 'smtps://mail.example',
  databasePassword: 'a password of a test',
  tokenSecret: 'a secret of a test that is long enough',
  ticketSeed: Buffer.alloc(32, 1).toString('base64'),
};
const read = (changes: object = {}, centre: object = {}, env: Record<string, string> = {}) =>
  readConfig(
    JSON.stringify({ publicUrl: 'https://api.example/', centres: [{ ...CENTRE, ...centre }], ...changes }),
    env,
  );
const problemsOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  throw new Error('It was accepted.');
};

describe('the configuration', () => {
  it('needs little, and fills in the rest', () => {
    const config = read();
    assert.deepEqual(config.database, { folder: '.data/postgres' });
    assert.deepEqual([config.port, config.host, config.trustedProxies], [4000, '127.0.0.1', 0]);
    assert.equal(config.publicUrl, 'https://api.example');
    assert.deepEqual([config.centres[0]?.language, config.centres[0]?.maxHeldPerAddress], ['nl', 60]);
    assert.equal(config.centres[0]?.ticketSeed.length, 32);
  });

  it('takes secrets from the environment, and PORT and DATABASE_URL before the file', () => {
    const url = 'postgres://maintenance@db.example/foyer';
    const config = read(
      { port: 1 },
      { tokenSecret: 'env:TOKENS' },
      {
        TOKENS: 'x'.repeat(32),
        PORT: '4100',
        DATABASE_URL: url,
      },
    );
    assert.deepEqual([config.port, config.database], [4100, { url }]);
    assert.equal(config.centres[0]?.tokenSecret, 'x'.repeat(32));
  });

  it('takes account and tax numbers however people write them, and none that fail their checks', () => {
    const numbers = { iban: 'BE68 5390 0754 7034', bic: 'GKCCBEBB', vatNumber: 'BE 0123.456.749' };
    const [centre] = read({}, { ...numbers, mollieOrganizations: { 'de-brug': 'org_12345' } }).centres;
    assert.deepEqual([centre?.iban, centre?.bic, centre?.vatNumber], ['BE68539007547034', 'GKCCBEBB', 'BE0123456749']);
    for (const [field, wrong] of [
      ['iban', 'BE68 5390 0754 7035'],
      ['bic', 'GKCC'],
      ['vatNumber', 'BE 0123.456.748'],
      ['companyNumber', '123'],
      ['mollieOrganizations', { 'de-brug': 'pfl_1' }],
    ] as const) {
      assert.match(
        problemsOf(() => read({}, { [field]: wrong })),
        new RegExp(`centres\\.0\\.${field}`),
      );
    }
  });

  it('takes seeds for the network in their order, and asks none of a small centre', () => {
    const seeds = [2, 1].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const config = read({ network: { allowPrivate: true } }, { networkSeeds: seeds });
    assert.deepEqual(
      config.centres[0]?.networkSeeds?.map(([first]) => first),
      [2, 1],
    );
    assert.equal(config.network.allowPrivate, true);
    assert.deepEqual([read().centres[0]?.networkSeeds, read().network], [undefined, { allowPrivate: false }]);
    for (const wrong of [[], ['AAAA'], seeds[0]]) {
      assert.match(
        problemsOf(() => read({}, { networkSeeds: wrong })),
        /centres\.0\.networkSeeds/,
      );
    }
  });

  it('lets a centre be managed from outside by a long token only', () => {
    const token = 'm'.repeat(32);
    assert.equal(read({}, { manageToken: token }).centres[0]?.manageToken, token);
    assert.equal(read().centres[0]?.manageToken, undefined);
    for (const wrong of ['m'.repeat(31), `${token} `, 7]) {
      assert.match(
        problemsOf(() => read({}, { manageToken: wrong })),
        /centres\.0\.manageToken/,
      );
    }
  });

  it('says all that is wrong at once, each with its place, and nothing of a secret', () => {
    const message = problemsOf(() =>
      read(
        { port: 70_000, surprise: 1 },
        { origins: ['https://x.example/path'], mollieKey: 'hunter2', tokenSecret: 'env:TOKENS', colour: 'red' },
      ),
    );
    for (const expected of [
      /^ {2}port: /m,
      /surprise/,
      /centres\.0\.origins\.0: Must be an origin/,
      /centres\.0\.mollieKey: Must be a key of Mollie/,
      /centres\.0\.tokenSecret: the environment variable TOKENS is not set/,
      /centres\.0\.colour: /,
    ]) {
      assert.match(message, expected);
    }
    assert.equal(message.match(/tokenSecret/g)?.length, 1);
    assert.ok(!message.includes('hunter2'));
  });

  it('refuses two centres with one id, no centre, and what is no JSON object', () => {
    assert.match(
      problemsOf(() => read({ centres: [CENTRE, CENTRE] })),
      /centres\.1\.id: de-lantaarn is there twice/,
    );
    assert.match(
      problemsOf(() => read({ centres: [] })),
      /centres: /,
    );
    for (const text of ['', '{', '[]', 'null', '1']) problemsOf(() => readConfig(text, {}));
  });
});

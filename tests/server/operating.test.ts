import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../server/config.ts';
import { exampleOf } from '../harness/docs.ts';

const SECRETS = {
  DATABASE_URL: 'postgres://foyer@127.0.0.1/foyer',
  MOLLIE_KEY: 'test_abcdefghijklmnopqrstuvwxyz',
  SMTP_URL: 'smtp://127.0.0.1',
  DB_PASSWORD: 'a password of sixteen and more',
  TOKEN_SECRET: 'a secret of thirty-two characters and more',
  TICKET_SEED: Buffer.alloc(32, 7).toString('base64'),
};

describe('the page about operating a server', () => {
  const [file] = exampleOf('docs/operating.md', {});

  it('has a configuration that the server takes', () => {
    const { trustedProxies, centres } = readConfig(file?.text ?? '', SECRETS);
    assert.deepEqual([trustedProxies, centres.map(({ id }) => id)], [1, ['de-lantaarn']]);
  });

  it('keeps no secret in it', () => {
    for (const name of Object.keys(SECRETS)) assert.ok(file?.text.includes(`"env:${name}"`), name);
  });
});

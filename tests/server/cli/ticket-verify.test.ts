import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createTicketSigner } from '../../../server/adapters/tickets/index.ts';
import { centre, printableTicket, signer } from '../../harness/order.ts';

const { code } = printableTicket(12);
const other = createTicketSigner(new Uint8Array(32).fill(8));

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/foyer.ts', 'ticket', 'verify', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('foyer ticket verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-key-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  after(() => rmSync(folder, { recursive: true }));

  it('says valid and what the ticket is for', () => {
    const { status, stdout } = verify(code, '--key', signer.publicKey);
    assert.equal(status, 0);
    for (const words of [
      /^valid$/m,
      /performance +de-lantaarnopsteker-2026-12-04/,
      /place +P-F-12/,
      /start +2026-12-04T19:00:00/,
      /ticket +00000000-0000-4000-8000-000000000012/,
    ]) {
      assert.match(stdout, words);
    }
  });

  const sources = {
    'what the centre’s API tells': () => JSON.stringify(centre),
    'a file of what the centre’s API tells': () => file('centre.json', JSON.stringify(centre, null, 2)),
    'a file with the key': () => file('key.txt', `${signer.publicKey}\n`),
  };
  for (const [what, key] of Object.entries(sources)) {
    it(`takes ${what} for key`, () => assert.equal(verify(code, '--key', key()).status, 0));
  }

  it('takes a code in small letters, cut in groups by the shell', () => {
    assert.equal(verify(...code.toLowerCase().match(/.{1,6}/g)!, '--key', signer.publicKey).status, 0);
  });

  const refusals: [string, string, string, RegExp][] = [
    [
      'a letter changed',
      code.replace(/^(.{60})./, (_, start) => `${start}${code[60] === 'A' ? 'B' : 'A'}`),
      signer.publicKey,
      /^not valid \(/,
    ],
    ['another centre’s key', code, other.publicKey, /^not valid \(unknown-key\)/],
    ['something else', 'https://example.be', signer.publicKey, /^not valid \(malformed\)/],
  ];
  for (const [what, given, key, says] of refusals) {
    it(`says not valid and why for ${what}`, () => {
      const { status, stdout } = verify(given, '--key', key);
      assert.equal(status, 1);
      assert.match(stdout, says);
    });
  }

  const misuses: [string, () => string[]][] = [
    ['no key', () => [code]],
    ['a key without value', () => [code, '--key']],
    ['no code', () => ['--key', signer.publicKey]],
    ['an option it does not have', () => [code, '--key', signer.publicKey, '--force']],
    ['a file that is not there', () => [code, '--key', join(folder, 'nowhere.json')]],
    ['a folder', () => [code, '--key', folder]],
    ['a file without a key', () => [code, '--key', file('empty.json', '{"ticketKeys":[{"publicKey":5}]}')]],
    ['a file that is no JSON', () => [code, '--key', file('broken.json', '{')]],
  ];
  for (const [what, args] of misuses) {
    it(`explains its use and exits with 2 for ${what}`, () => {
      const { status, stdout, stderr } = verify(...args());
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^foyer ticket verify: .+\n\nfoyer ticket verify CODE --key KEY_OR_FILE/);
    });
  }
});

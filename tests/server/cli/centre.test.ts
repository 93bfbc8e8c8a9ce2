import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { createTestCentre, openTestCart, type TestCentre } from '../../harness/centre.ts';
import { archiveFolder, createOtherDatabase, lookAt, type OtherDatabase } from '../../harness/moving.ts';
import { startProgram } from '../../harness/process.ts';

describe('foyer centre', () => {
  const folder = archiveFolder();
  let centre: TestCentre;
  let elsewhere: OtherDatabase;
  before(async () => {
    centre = await createTestCentre();
    await (await openTestCart(centre)).holdSeats(['Z-A-1', 'Z-A-2']);
    elsewhere = await createOtherDatabase(centre.adminUrl);
    configure('here', centre.adminUrl, 7);
    configure('there', elsewhere.adminUrl, 7);
    configure('with-other-keys', elsewhere.adminUrl, 8);
  });
  after(async () => {
    await elsewhere.drop();
    await centre.stop();
    folder.remove();
  });

  function configure(name: string, url: string, seed: number): void {
    const config = {
      publicUrl: 'https://api.example',
      database: { url },
      centres: [
        {
          id: centre.id,
          name: 'De Proef',
          website: 'https://www.de-proef.example',
          email: 'onthaal@de-proef.example',
          address: 'Proefstraat 1, 9999 Wolvegem',
          origins: ['https://www.de-proef.example'],
          colour: '#5b2a86',
          mollieKey: 'test_abcdefghijklmnopqrstuvwxyz',
          smtpUrl: 'smtp://127.0.0.1:1',
          databasePassword: new URL(centre.url).password,
          tokenSecret: 'a secret of a test that is long enough',
          ticketSeed: Buffer.alloc(32, seed).toString('base64'),
        },
      ],
    };
    writeFileSync(folder.path(`${name}.json`), JSON.stringify(config));
  }

  async function foyer(...words: string[]) {
    const lines: string[] = [];
    const program = startProgram('server/cli/foyer.ts', ['centre', ...words], {}, (line) => lines.push(line));
    const { code, errors } = await program.ended;
    return { code, errors: errors.trimEnd(), lines };
  }
  const config = (name: string) => ['--config', folder.path(`${name}.json`)];
  const cartsThere = () => lookAt(elsewhere.adminUrl, `select id from ${centre.schema}.cart`);

  it('writes an archive, says what is in it, that secrets are not, and that the centre still sells', async () => {
    const words = ['export', '--centre', centre.id, '--out', folder.path('all'), ...config('here')];
    // A connection that is not used is given up after a while, and then the centre is not at work.
    const { code, errors, lines } = await centre.db.connection().execute(() => foyer(...words));
    assert.equal(code, 0, errors);
    assert.match(lines[0] ?? '', /^De Proef \(proef-[0-9a-f]+\): \d+ rows$/);
    assert.ok(lines.some((line) => /^ {2}claim +2$/.test(line)));
    assert.ok(lines.some((line) => /: complete, SHA-256 [0-9a-f]{64}$/.test(line)));
    assert.ok(lines.some((line) => line.startsWith('Secrets are not in it')));
    assert.match(lines.at(-1) ?? '', /^warning: the centre is still at work/);
  });

  it('refuses in one line what it cannot write or read, and says what is needed', async () => {
    const cases: [words: string[], code: number, said: RegExp][] = [
      [['export', '--centre', centre.id, '--out', folder.path('all'), ...config('here')], 1, /all is not empty$/],
      [
        ['export', '--centre', 'niemand', '--out', folder.path('x'), ...config('here')],
        2,
        /has no centre niemand; it has proef-/,
      ],
      [
        ['export', '--centre', centre.id, '--out', folder.path('x'), ...config('there')],
        1,
        /does not exist|permission denied/,
      ],
      [['export', '--centre', centre.id], 2, /takes --centre ID and --out FOLDER$/],
      [['import', folder.path('all'), '--config', folder.path('none.json')], 2, /none\.json cannot be read/],
      [['import', folder.path('none'), ...config('there')], 1, /manifest\.json: cannot be read/],
      [['import', folder.path('all'), ...config('here')], 1, /the centre is (at work|not empty) here/],
    ];
    for (const [words, code, said] of cases) {
      const answer = await foyer(...words);
      assert.equal(answer.code, code, `${words.join(' ')}: ${answer.errors}`);
      assert.match(answer.errors, said);
      assert.ok(!answer.errors.includes('\n'), answer.errors);
    }
  });

  it('reads it in elsewhere, warns of keys that are not the same, and does so once', async () => {
    const { code, errors, lines } = await foyer('import', folder.path('all'), ...config('with-other-keys'));
    assert.equal(code, 0, errors);
    assert.ok(lines.includes(`${centre.id}: complete, and the same as the archive by counts and hashes`));
    const warnings = lines.filter((line) => line.startsWith('warning: '));
    assert.deepEqual(
      warnings.map((line) => line.split(' ')[1]),
      ['ticketSeed', 'networkSeeds'],
    );
    assert.equal((await cartsThere()).length, 1);
    const again = await foyer('import', folder.path('all'), ...config('there'));
    assert.equal(again.code, 1);
    assert.match(again.errors, /the centre is not empty here/);
  });
});

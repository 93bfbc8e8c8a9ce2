import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { startWordpress, type Wordpress } from '../harness/wordpress.ts';

const LANTAARN = 'https://tickets.example.be/centres/de-lantaarn';
const BRUG = 'https://tickets.example.be/shared/centres/de-brug';
const centres = `${LANTAARN}\n${BRUG}`;

describe('the WordPress plugin, in PHP', () => {
  let wordpress: Wordpress;
  before(async () => {
    wordpress = await startWordpress();
  });
  after(() => wordpress.stop());

  it('sells a performance of the first centre, with the script of its server and no version behind it', async () => {
    const { html, modules } = await wordpress.show({ centres, attributes: { performance: 'de-zoutweg' } });
    assert.match(html, /^<foyer-shop centre="https:\/\/tickets\.example\.be\/centres\/de-lantaarn">/);
    assert.match(html, /<foyer-seat-map performance="de-zoutweg"><\/foyer-seat-map>/);
    assert.deepEqual(modules, { foyer: 'https://tickets.example.be/foyer.js' });
  });

  it('sells for another centre of the settings, also from a server under a path', async () => {
    const { html, modules } = await wordpress.show({ centres, attributes: { centre: `${BRUG}/` } });
    assert.match(html, /centre="https:\/\/tickets\.example\.be\/shared\/centres\/de-brug"/);
    assert.deepEqual(modules, { foyer: 'https://tickets.example.be/shared/foyer.js' });
  });

  it('shows the programme without a performance, and sells what a visitor opens from it', async () => {
    assert.match((await wordpress.show({ centres })).html, /<foyer-programme link="\?foyer=\{id\}">/);
    const { html } = await wordpress.show({ centres, permalink: 'https://site.example/?page_id=6' });
    assert.match(html, /link="https:\/\/site\.example\/\?page_id=6&amp;foyer=\{id\}"/);
    assert.match((await wordpress.show({ centres, opened: 'de-zoutweg' })).html, /performance="de-zoutweg"/);
  });

  it('shows the programme as its centre’s server paints it, before any script runs', async () => {
    const painted = '<template shadowrootmode="open">{content}</template>';
    const wanted = { centres, painted, content: 'Bel ons', permalink: 'https://site.example/?page_id=6' };
    const { html, asked } = await wordpress.show(wanted);
    assert.match(html, /"><template shadowrootmode="open">\{content\}<\/template>Bel ons<\/foyer-programme>/);
    const link = encodeURIComponent('https://site.example/?page_id=6&foyer={id}');
    assert.deepEqual(asked, [`${LANTAARN}/first-paint/programme?lang=nl-BE&link=${link}`]);
    assert.match((await wordpress.show({ ...wanted, painted: undefined })).html, />Bel ons<\/foyer-programme>/);
    assert.deepEqual((await wordpress.show({ ...wanted, opened: 'de-zoutweg' })).asked, []);
  });

  it('shows the same by the block', async () => {
    const attributes = { centre: '', performance: 'de-zoutweg' };
    const byBlock = await wordpress.show({ centres, attributes, block: true });
    assert.deepEqual(byBlock, await wordpress.show({ centres, attributes }));
    const { attributes: known } = JSON.parse(readFileSync('wordpress/foyer/block.json', 'utf8'));
    assert.deepEqual(Object.keys(known), Object.keys(attributes));
  });

  it('brings in no script of a centre that is not in the settings, and tells only who can mend it', async () => {
    const attributes = { centre: 'https://evil.example/centres/de-lantaarn' };
    assert.deepEqual(await wordpress.show({ centres, attributes }), { html: '', modules: {}, asked: [] });
    const { html, modules } = await wordpress.show({ centres, attributes, mayEdit: true });
    assert.match(html, /^<p>Foyer: /);
    assert.deepEqual(modules, {});
    assert.deepEqual(await wordpress.show({ centres: '' }), { html: '', modules: {}, asked: [] });
  });

  it('escapes whatever it is given', async () => {
    const nasty = `"><script>alert(1)</script>'{content}`;
    const content = '<a href="/tickets">Bel ons</a><script>alert(2)</script>';
    const given = [
      { centres, attributes: { performance: nasty }, content },
      { centres, opened: nasty, content },
    ];
    for (const wanted of given) {
      const { html } = await wordpress.show(wanted);
      assert.ok(!html.includes('<script'), html);
      assert.equal(html.match(/"/g)?.length, 6, `no quote gets out of its attribute: ${html}`);
      assert.equal(html.match(/Bel ons/g)?.length, 1, 'what is put in is not looked at again');
    }
  });

  it('keeps of the settings only addresses of centres', async () => {
    const written = ` ${LANTAARN}/ \njavascript:alert(1)//centres/a\nhttps://example.be\n${BRUG}?x=1\n${BRUG}`;
    assert.equal(await wordpress.keep(written), centres);
  });
});

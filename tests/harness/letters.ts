import assert from 'node:assert/strict';

const WOFF2 = 'wOF2';

/** Asserts that the page asks at once for the very fonts of its styles, and that its own site has them. */
export async function assertOwnLetters(
  path: string,
  ask: (path: string) => Response | Promise<Response>,
): Promise<void> {
  const page = await (await ask(path)).text();
  const styles = await (await ask('/style.css')).text();
  const asked = [...page.matchAll(/<link rel="preload" as="font" [^>]*href="([^"]+)"/g)].map(([, href]) => href ?? '');
  const used = [...styles.matchAll(/src:url\(([^)]+)\)/g)].map(([, address]) => address ?? '');
  assert.ok(used.length > 0);
  assert.deepEqual(asked, used);
  const [, family] = /@font-face\{font-family:"([^"]+)"/.exec(styles) ?? [];
  assert.match(styles, new RegExp(`--\\w+: "?${family}"?,`));
  for (const file of used) {
    const font = Buffer.from(await (await ask(file)).arrayBuffer());
    assert.equal(font.subarray(0, 4).toString('latin1'), WOFF2, file);
  }
}

import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';

/** A page that has what a module exports, as the global `given`. It may import the SDK and nothing of Node. */
export async function pageWith(browser: Browser, module: string, options: BrowserContextOptions = {}): Promise<Page> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: resolve(module), name: 'given', formats: ['iife'] },
    },
  });
  const chunk = [built].flat().flatMap((one) => ('output' in one ? one.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`Nothing was built of ${module}.`);
  const page = await browser.newPage(options);
  await page.addScriptTag({ content: `${chunk.code};globalThis.given = given;` });
  return page;
}

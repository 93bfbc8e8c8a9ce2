import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serveFolder } from './static-server.ts';

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

export interface Storybook {
  readonly stories: readonly Story[];
  /** Shows a story alone, with axe in its page, and resolves when it has settled. */
  show(page: Page, story: Story): Promise<void>;
  stop(): Promise<void>;
}

interface Index {
  readonly entries: Record<string, Story & { readonly type: string }>;
}

/** Builds Storybook into a folder of its own and serves it. @throws Error with the build's words when it fails. */
export async function openStorybook(): Promise<Storybook> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-storybook-'));
  const command = join('node_modules', '.bin', 'storybook');
  const built = spawnSync(command, ['build', '-o', folder, '--disable-telemetry', '--quiet'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`Storybook did not build:\n${built.stdout}\n${built.stderr}`);
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Index;
  // From here, because a browser keeps what it compiled of a script that it fetched, and axe is large.
  copyFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), join(folder, 'axe.js'));
  // Every story loads the same scripts; a browser that keeps them is twice as fast.
  const server = await serveFolder(folder, { 'cache-control': 'max-age=3600' });
  return {
    stories: Object.values(entries).filter(({ type }) => type === 'story'),
    async show(page, { id }) {
      await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=story`);
      await page.waitForSelector('body.sb-show-main, body.sb-show-errordisplay', { state: 'attached' });
      await page.addScriptTag({ url: `${server.origin}/axe.js` });
      // What a story fetches (a hall's drawing code, a language) is fetched from this server.
      await page.waitForLoadState('networkidle');
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

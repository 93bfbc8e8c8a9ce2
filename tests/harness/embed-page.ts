import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { BASE_URL } from '../../stories/fixtures/fake-api.ts';
import { isComplaint } from './complaints.ts';
import { serveApi } from './fake-api.ts';

export const HOST = 'https://www.delantaarn.example';
export const EMBED = 'https://embed.tickets.example';
export const SHOP = `<foyer-shop centre="${BASE_URL}">
  <foyer-seat-map performance="het-laatste-licht"><a href="/kassa">Bestel aan de kassa</a></foyer-seat-map>
  <foyer-cart></foyer-cart></foyer-shop>`;

/** What a strict host page must allow for Foyer, and nothing more. */
const policyOf = ({ style, twice, importMap }: HostPage): string =>
  [
    "default-src 'none'",
    `script-src ${EMBED}${importMap ? ` 'sha256-${createHash('sha256').update(importMap).digest('base64')}'` : ''}`,
    `connect-src ${new URL(BASE_URL).origin}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types lit-html${twice ? " 'allow-duplicates'" : ''}`,
    ...(style ? ["style-src 'unsafe-inline'"] : []),
  ].join('; ');

export interface HostPage {
  /** The built browser code, served from an origin of its own. */
  readonly folder: string;
  readonly body: string;
  /** Tags that bring the elements in. Default: the one of the README. */
  readonly scripts?: string;
  /** The page's own style, which its policy then allows. */
  readonly style?: string;
  /** A map of imports in the head, which its policy then allows. */
  readonly importMap?: string;
  /** The page brings the elements in twice, which its policy must allow. */
  readonly twice?: boolean;
  readonly context?: BrowserContextOptions;
  /** Changes a file on its way to the browser. */
  readonly change?: (path: string, text: string) => string;
  /** Before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export interface Opened {
  readonly page: Page;
  /** Chunks fetched, without their hash. */
  readonly fetched: () => string[];
  /** Errors, warnings of Lit and breaches of the page's policy. */
  readonly faults: string[];
  /** What Foyer told the page's author. */
  readonly told: string[];
}

/** Opens somebody's strict page with the elements on it; the centre behind them answers from memory. */
export async function openHost(browser: Browser, host: HostPage): Promise<Opened> {
  const context = await browser.newContext({ locale: 'nl-BE', ...host.context });
  const page = await context.newPage();
  const [files, faults, told]: string[][] = [[], [], []] as [string[], string[], string[]];
  page.on('request', (request) => void (request.url().startsWith(EMBED) && files.push(request.url())));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (isComplaint({ type: message.type(), args: [text] })) faults.push(text);
    if (text.includes('[foyer:')) told.push(text);
  });
  await page.exposeFunction('reportBreach', (breach: string) => faults.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Reflect.get(window, 'reportBreach')(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  await serveHost(page, host);
  await serveEmbed(page, host);
  await serveApi(page, HOST);
  await host.prepare?.(page);
  await page.goto(`${HOST}/`);
  const named = (url: string) => /([\w.-]+?)(-[\w-]{8})?\.js/.exec(new URL(url).pathname.slice(1))?.[1] ?? url;
  return { page, fetched: () => files.map(named).map((name) => name.replace('chunks/', '')), faults, told };
}

const TAG = `<script type="module" src="${EMBED}/foyer.js"></script>`;

async function serveHost(page: Page, host: HostPage): Promise<void> {
  const { body, scripts = TAG, style = '', importMap = '' } = host;
  await page.route(`${HOST}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policyOf(host) },
      body: `<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width">
        <title>De Lantaarn</title>${importMap && `<script type="importmap">${importMap}</script>`}${style && `<style>${style}</style>`}<body>${body}${scripts}`,
    }),
  );
}

async function serveEmbed(page: Page, { folder, change = (_, text) => text }: HostPage): Promise<void> {
  await page.route(`${EMBED}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    return route.fulfill({
      // Another version lies under a path of its own; it is the same but for what the test changes.
      body: change(path, readFileSync(join(folder, path.replace(/^\/other\//, '/')), 'utf8')),
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
}

import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from './browser.ts';

export const SIZES = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
} as const;
export type Size = keyof typeof SIZES;

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });

/** Somebody with a browser on the centre's website, and all that the browser complained about meanwhile. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Broken content security policy, script errors, failed requests. */
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

export async function visit(browser: Browser, size: Size): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    locale: 'nl-BE',
    acceptDownloads: true,
  });
  const complaints: string[] = [];
  await context.exposeBinding('complain', (_source, text: string) => void complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      (globalThis as unknown as { complain(text: string): void }).complain(
        `${violatedDirective} blocked ${blockedURI} in ${sourceFile}`,
      ),
    );
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { page, context, complaints, leave: () => context.close() };
}

/** What the keyboard is on, as a screen reader would name it, through every shadow root. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
    return (focused?.getAttribute('aria-label') ?? label ?? focused?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });

/** Presses Tab until something with this name has the focus; throws after so many stops, naming them all. */
export async function tabTo(page: Page, name: RegExp, { most = 80 } = {}): Promise<string> {
  const passed: string[] = [];
  while (passed.length < most) {
    await page.keyboard.press('Tab');
    const now = await focusedName(page);
    if (name.test(now)) return now;
    passed.push(now);
  }
  throw new Error(`Tab never came to ${name}; it came to: ${passed.join(' · ')}`);
}

/** The middle of something on the screen. */
export async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { freePort } from '../free-port.ts';
import { keysOf, type OtherBrowser, tapAt } from './browser.ts';

/** Where Debian puts the smallest browser there is with WebKitGTK. */
const BROWSERS = '/usr/{lib,libexec}/**/webkit2gtk-4.1/MiniBrowser';

/** The window of a small laptop. */
const WINDOW = { width: 1280, height: 900 };

/** Before each look into a page: what it complained of since the first one, which is as soon as the page is there. */
const WATCH = `
  if (!globalThis.complaints) {
    globalThis.complaints = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      complaints.push(violatedDirective + ' blocked ' + blockedURI + ' in ' + sourceFile));
    addEventListener('error', ({ message, filename }) => complaints.push('error: ' + message + ' in ' + filename));
    addEventListener('unhandledrejection', ({ reason }) => complaints.push('rejected: ' + reason));
  }`;

/** Starts WebKitGTK on a screen that nobody sees. @throws Error when something it needs is not there. */
export async function openWebkit(): Promise<OtherBrowser> {
  const [binary] = globSync(BROWSERS);
  if (!binary) throw new Error('There is no WebKitGTK; on Debian: apt-get install webkit2gtk-driver xvfb.');
  const screen = await startScreen();
  const port = await freePort();
  const driver = start('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], 'ignore', {
    DISPLAY: `:${screen.number}`,
    GDK_BACKEND: 'x11',
    // A screen that nobody sees has no graphics card, and a container may not make another one inside.
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  });
  const ask = askAt(`http://127.0.0.1:${port}`);
  await answered(ask);
  const { sessionId, capabilities } = await ask<Session>('POST', '/session', {
    capabilities: {
      alwaysMatch: { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/window/rect`, WINDOW);
  const complaints: string[] = [];

  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    complaints,
    async open(url) {
      await ask('POST', `${session}/url`, { url });
    },
    async read(expression) {
      const script = `${WATCH}; return [${expression}, ...complaints.splice(0)];`;
      const [found, ...heard] = await ask<unknown[]>('POST', `${session}/execute/sync`, { script, args: [] });
      complaints.push(...heard.map(String));
      return typeof found === 'string' ? found : '';
    },
    async tap(x, y) {
      await ask('POST', `${session}/actions`, { actions: tapAt(x, y) });
    },
    async type(text) {
      await ask('POST', `${session}/actions`, { actions: keysOf(text) });
    },
    async stop() {
      await ask('DELETE', session);
      await end(driver);
      await end(screen.process);
    },
  };
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

type Ask = <Value>(method: string, path: string, json?: unknown) => Promise<Value>;

/** The plain protocol of WebDriver, https://w3c.github.io/webdriver/; WebKitGTK has no other. */
const askAt =
  (origin: string): Ask =>
  async <Value>(method: string, path: string, json?: unknown) => {
    const body = json === undefined ? null : JSON.stringify(json);
    const answer = await fetch(`${origin}${path}`, { method, body });
    const { value } = (await answer.json()) as { value: Value & { message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.message}`);
    return value;
  };

/** Until the driver listens. */
async function answered(ask: Ask): Promise<void> {
  for (let tries = 100; tries > 0; tries -= 1) {
    const there = await ask('GET', '/status').catch(() => undefined);
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/** A screen of its own; Xvfb itself finds a number that is free, and says it. */
async function startScreen(): Promise<{ readonly process: ChildProcess; readonly number: string }> {
  const flags = ['-displayfd', '1', '-screen', '0', `${WINDOW.width}x${WINDOW.height}x24`, '-nolisten', 'tcp'];
  const child = start('Xvfb', flags, 'pipe');
  const [number] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { process: child, number: String(number).trim() };
}

function start(name: string, args: readonly string[], out: 'ignore' | 'pipe', env: Record<string, string> = {}) {
  return spawn(name, args, { stdio: ['ignore', out, 'ignore'], env: { ...process.env, ...env } });
}

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

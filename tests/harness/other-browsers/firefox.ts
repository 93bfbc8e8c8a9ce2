import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { keysOf, type OtherBrowser, tapAt } from './browser.ts';

/** Where Debian and others put Firefox; `FIREFOX_PATH` comes before them. */
const NAMES = ['firefox-esr', 'firefox'];

/** In each page, before its own scripts. Firefox tells of a broken policy by this event, and not in the log. */
const WATCH = `(report) => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    report(violatedDirective + ' blocked ' + blockedURI + ' in ' + sourceFile));
  addEventListener('error', ({ message, filename }) => report('error: ' + message + ' in ' + filename));
  addEventListener('unhandledrejection', ({ reason }) => report('rejected: ' + reason));
}`;

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly message?: string;
  readonly result?: Record<string, unknown>;
  readonly params?: { readonly channel?: string; readonly data?: { readonly value?: string } };
}

/**
 * Starts Firefox with a profile of its own and no window, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).
 * @throws Error when there is none that starts.
 */
export async function openFirefox(): Promise<OtherBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'foyer-firefox-'));
  const port = await freePort();
  const child = await start(profile, port);
  const complaints: string[] = [];
  const { send, close } = await connect(`ws://127.0.0.1:${port}/session`, complaints);
  const { capabilities } = (await send('session.new', { capabilities: {} })) as {
    capabilities: { browserName: string; browserVersion: string };
  };
  await send('session.subscribe', { events: ['script.message'] });
  await send('script.addPreloadScript', {
    functionDeclaration: WATCH,
    arguments: [{ type: 'channel', value: { channel: 'complaints' } }],
  });
  const tree = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = tree.contexts[0]?.context;

  async function read(expression: string): Promise<string> {
    const { result } = (await send('script.evaluate', { expression, target: { context }, awaitPromise: true })) as {
      result?: { value?: unknown };
    };
    return typeof result?.value === 'string' ? result.value : '';
  }

  return {
    name: `${capabilities.browserName} ${capabilities.browserVersion}`,
    complaints,
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    read,
    tap: async (x, y) => void (await send('input.performActions', { context, actions: tapAt(x, y) })),
    type: async (text) => void (await send('input.performActions', { context, actions: keysOf(text) })),
    async stop() {
      close();
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function start(profile: string, port: number): Promise<ChildProcess> {
  for (const name of [process.env.FIREFOX_PATH ?? '', ...NAMES].filter(Boolean)) {
    const flags = ['--headless', '--no-remote', '--profile', profile, `--remote-debugging-port=${port}`];
    const child = spawn(name, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
    const isThere = await new Promise<boolean>((resolve) => {
      child.once('error', () => resolve(false));
      child.once('exit', () => resolve(false));
      child.stderr?.on('data', (text) => String(text).includes('WebDriver BiDi listening') && resolve(true));
    });
    if (isThere) return child;
  }
  throw new Error(`There is no Firefox that starts: ${NAMES.join(', ')}, or FIREFOX_PATH.`);
}

async function connect(url: string, complaints: string[]) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  socket.addEventListener('message', ({ data }) => {
    const { id, method, message, result, params } = JSON.parse(String(data)) as Answer;
    if (method === 'script.message') complaints.push(params?.data?.value ?? 'something');
    if (id === undefined) return;
    if (result) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(message));
    waiting.delete(id);
  });
  let last = 0;
  return {
    send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
      const answer = Promise.withResolvers<Record<string, unknown>>();
      last += 1;
      waiting.set(last, answer);
      socket.send(JSON.stringify({ id: last, method, params }));
      return answer.promise;
    },
    close: () => socket.close(),
  };
}

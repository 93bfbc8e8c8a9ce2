/**
 * `node tests/bench/seat-map/profile.ts 20000 ours`: where the time of an engine goes, in Chromium's own profiler.
 * Milliseconds by function, alone and with all it calls; several phases, each by itself.
 */
import { walk } from './keys.ts';
import { DESK, inBrowser, loadEngine, type Opened } from './measure.ts';
import { openSite } from './site.ts';

type Cdp = Opened['cdp'];
type Profile = Awaited<ReturnType<typeof stop>>;
const LINES = 24;

const [seats = '20000', engine = 'ours'] = process.argv.slice(2);
const site = await openSite({ readable: true });
try {
  await inBrowser(DESK, async (opened) => {
    const { page, cdp } = opened;
    await loadEngine(opened, site.url, engine, Number(seats));
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
    await profiled(cdp, 'first frame', () => page.evaluate(() => bench.show()));
    await profiled(cdp, 'pan and zoom', () => page.evaluate(() => bench.gestures()));
    await profiled(cdp, 'pointer', () => page.evaluate(() => bench.pointer()));
    await profiled(cdp, '1,000 changes, five times', () => page.evaluate(() => bench.changes()));
    if (engine !== 'ours') return;
    await cdp.send('Accessibility.enable');
    await page.evaluate(() => bench.enterByKeys());
    await profiled(cdp, 'forty keys', () => walk(page));
  });
} finally {
  site.stop();
}

async function profiled(cdp: Cdp, phase: string, work: () => Promise<unknown>): Promise<void> {
  await cdp.send('Profiler.start');
  await work();
  const profile = await stop(cdp);
  const { alone, together } = times(profile);
  console.log(`\n${phase}`);
  const [left, right] = [top(alone), top(together)];
  for (let line = 0; line < LINES; line += 1) console.log(`${(left[line] ?? '').padEnd(62)}${right[line] ?? ''}`);
}

async function stop(cdp: Cdp) {
  return (await cdp.send('Profiler.stop')).profile;
}

function times({ nodes, samples = [], timeDeltas = [] }: Profile) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const alone = new Map<string, number>();
  const together = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, time: number) => to.set(name, (to.get(name) ?? 0) + time);
  const nameOf = (id: number) => {
    const { functionName = '', url = '', lineNumber = 0 } = byId.get(id)?.callFrame ?? {};
    return `${functionName || '(nameless)'} ${url.split('/').at(-1)}:${lineNumber + 1}`;
  };
  samples.forEach((sample, index) => {
    const time = (timeDeltas[index] ?? 0) / 1000;
    add(alone, nameOf(sample), time);
    const stack = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = callers.get(id)) stack.add(nameOf(id));
    for (const name of stack) add(together, name, time);
  });
  return { alone, together };
}

function top(all: ReadonlyMap<string, number>): string[] {
  const largest = [...all].sort(([, a], [, b]) => b - a).slice(0, LINES);
  return largest.map(([name, time]) => `${time.toFixed(1).padStart(8)} ${name}`);
}

import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** How many tests passed and failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Files that took longer than the others are named at the end, so many of them. */
const NAMED = 5;

/** Milliseconds that a file may take; the longest ones take a third of it on a machine that does other things too. */
const LIMIT = 15 * 60_000;

/**
 * Runs files in Node's own test runner, a process a file, begun in the order given; prints what happens and counts. A
 * file that is not done within the limit is ended, and has failed.
 */
export async function runInNode(files: readonly string[], concurrency: number, limit = LIMIT): Promise<Outcome> {
  const execArgv = ['--import', `${new URL('file-limit.ts', import.meta.url)}?${limit}`];
  const events = run({ files: [...files], concurrency, execArgv });
  const seconds: (readonly [file: string, seconds: number])[] = [];
  let [passed, failed, isSound] = [0, 0, true];
  // A suite is not a test. A file is reported like a suite when a test in it failed, and like a test when it broke itself.
  events.on('test:pass', ({ details }) => {
    if (details.type !== 'suite') passed += 1;
  });
  events.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') failed += 1;
  });
  events.on('test:summary', ({ file, success, duration_ms: duration }) => {
    if (file) seconds.push([relative(process.cwd(), file), duration / 1000]);
    else isSound = success;
  });
  for await (const text of events.compose(spec)) process.stdout.write(text);
  const longest = seconds.sort(([, one], [, other]) => other - one).slice(0, NAMED);
  for (const [file, took] of longest) console.log(`${took.toFixed(1)} s in ${file}`);
  return { passed, failed: failed === 0 && !isSound ? 1 : failed };
}

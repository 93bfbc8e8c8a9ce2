import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** How tests of a suite went. */
export interface Outcome {
  readonly passed: number;
  /** One text for each that failed: which one, and below it why. */
  readonly failures: readonly string[];
}

/** Files that took longer than the others are named at the end, so many of them. */
const NAMED = 5;

/** Characters of a reason that are told again at the end. */
const REASON = 1_500;

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
  const failures: string[] = [];
  let [passed, isSound] = [0, true];
  // A suite is not a test. A file is reported like a suite when a test in it failed, and like a test when it broke itself.
  events.on('test:pass', ({ details }) => {
    if (details.type !== 'suite') passed += 1;
  });
  events.on('test:fail', ({ details, file, name }) => {
    if (details.type !== 'suite') failures.push(toldFailure(file, name, details.error));
  });
  events.on('test:summary', ({ file, success, duration_ms: duration }) => {
    if (file) seconds.push([relative(process.cwd(), file), duration / 1000]);
    else isSound = success;
  });
  for await (const text of events.compose(spec)) process.stdout.write(text);
  const longest = seconds.sort(([, one], [, other]) => other - one).slice(0, NAMED);
  for (const [file, took] of longest) console.log(`${took.toFixed(1)} s in ${file}`);
  if (failures.length === 0 && !isSound) failures.push('The test runner says that something failed, not what.');
  return { passed, failures };
}

function toldFailure(path: string | undefined, name: string, { cause, message }: Error): string {
  const file = relative(process.cwd(), path ?? name);
  // A file that broke itself is a test with the file's name.
  const where = file === relative(process.cwd(), name) ? file : `${file} › ${name}`;
  return failure(where, cause instanceof Error ? (cause.stack ?? cause.message) : message);
}

/** The text of a failure: at most so much of its reason that a few of them fit on a page. */
export const failure = (where: string, why: string): string => `${where}\n${indent(why.slice(0, REASON))}`;

export const indent = (text: string): string => text.replace(/^/gm, '      ');

import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { failure, type Outcome, runInNode } from './node-tests.ts';

/** A group of tests with one way of running; `run` prints what happens and counts. */
export interface Suite {
  readonly name: string;
  /** True when a word on the command line selects something inside this suite. */
  readonly accepts?: (word: string) => boolean;
  run(words: readonly string[]): Promise<Outcome>;
}

function execute(command: string, parameters: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(`${command} could not start: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const bin = (name: string) => join('node_modules', '.bin', name);

function check(name: string, ...steps: readonly (readonly [string, ...string[]])[]): Suite {
  return {
    name,
    async run() {
      for (const [command, ...parameters] of steps) {
        const code = await execute(bin(command), parameters);
        if (code !== 0) return { passed: 0, failures: [failure(name, `${command} ${parameters.join(' ')}: ${code}`)] };
      }
      return { passed: 1, failures: [] };
    },
  };
}

/** Takes back what was prepared for a suite. */
type Undo = () => Promise<void>;

/** Files that take longer than all others: begun first, so that none of them runs on alone when the rest is done. */
const LONG = [
  'tests/server/sale/crash.test.ts',
  'tests/server/sale/cluster-crash.test.ts',
  'tests/e2e/screens.test.ts',
];

const longestFirst = (files: readonly string[]): string[] => [
  ...LONG.filter((file) => files.includes(file)),
  ...files.filter((file) => !LONG.includes(file)).sort(),
];

interface NodeTests {
  /** How many files run at a time. */
  readonly atOnce: number;
  readonly prepare?: () => Promise<Undo>;
}

/** Test files that run in Node, each in a process. */
function nodeTests(name: string, pattern: string, { atOnce, prepare }: NodeTests): Suite {
  return {
    name,
    accepts: (word) => globSync(pattern).some((file) => file.includes(word)),
    async run(words) {
      const all = longestFirst(globSync(pattern));
      const matching = all.filter((file) => words.some((word) => file.includes(word)));
      if (all.length === 0) return { passed: 0, failures: [] };
      const undo = await prepare?.();
      const outcome = await runInNode(matching.length > 0 ? matching : all, atOnce);
      await undo?.();
      return outcome;
    },
  };
}

const needsBrowser = async () => {
  await findBrowser();
  return async () => {};
};

/** The demos of all files serve what is built once. */
const needsDemo = async () => {
  const { buildBrowserCode } = await import('../../server/demo/build.ts');
  await buildBrowserCode(process.cwd(), console.log);
  return needsBrowser();
};

/** One PostgreSQL for all files of the suite; each file makes centres of its own in it. */
const needsDatabase = async () => {
  const { shareTestDatabase } = await import('./database.ts');
  return (await shareTestDatabase()).stop;
};

export const checks: readonly Suite[] = [
  check('format and lint', ['biome', 'ci', '--error-on-warnings', '--max-diagnostics=50', '--colors=off']),
  check(
    'types',
    ['tsc', '-p', 'sdk'],
    ['tsc', '-p', 'components'],
    ['tsc', '-p', 'server'],
    ['tsc', '-p', 'stories'],
    ['tsc', '-p', 'tests'],
    ['tsc', '-p', '.'],
  ),
];

export const suites: readonly Suite[] = [
  nodeTests('house', 'tests/house/**/*.test.ts', { atOnce: 2 }),
  nodeTests('sdk', 'tests/sdk/**/*.test.ts', { atOnce: 2 }),
  nodeTests('simulation', 'tests/simulation/**/*.test.ts', { atOnce: 2 }),
  nodeTests('server', 'tests/server/**/*.test.ts', { atOnce: 2, prepare: needsDatabase }),
  nodeTests('conformance', 'tests/conformance/**/*.test.ts', { atOnce: 2 }),
  {
    name: 'components',
    accepts: (word) => globSync('tests/components/**/*.test.ts').some((file) => file.includes(word)),
    async run(words) {
      await findBrowser();
      const { runInBrowser } = await import('./browser-tests.ts');
      return runInBrowser(words);
    },
  },
  nodeTests('stories', 'tests/stories/**/*.test.ts', { atOnce: 1, prepare: needsBrowser }),
  // By itself, because it measures how soon something is seen.
  nodeTests('live hall', 'tests/e2e/live-hall.test.ts', { atOnce: 1, prepare: needsBrowser }),
  nodeTests('end to end', 'tests/e2e/**/!(live-hall).test.ts', { atOnce: 2, prepare: needsDemo }),
];

import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

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
        if ((await execute(bin(command), parameters)) !== 0) return { passed: 0, failed: 1 };
      }
      return { passed: 1, failed: 0 };
    },
  };
}

/** Takes back what was prepared for a suite. */
type Undo = () => Promise<void>;

/** Runs files in Node's own test runner, a process a file; counts by a reporter of ours that writes one JSON line. */
function nodeTests(
  name: string,
  patterns: readonly string[],
  concurrency: number,
  prepare?: () => Promise<Undo>,
): Suite {
  const files = (words: readonly string[]) => {
    const all = globSync(patterns as string[]).sort();
    const matching = all.filter((file) => words.some((word) => file.includes(word)));
    return matching.length > 0 ? matching : all;
  };
  return {
    name,
    accepts: (word) => globSync(patterns as string[]).some((file) => file.includes(word)),
    async run(words) {
      const chosen = files(words);
      if (chosen.length === 0) return { passed: 0, failed: 0 };
      const undo = await prepare?.();
      const folder = mkdtempSync(join(tmpdir(), 'foyer-tests-'));
      const counts = join(folder, 'counts.json');
      const code = await execute(process.execPath, [
        '--test',
        `--test-concurrency=${concurrency}`,
        '--test-reporter=./tests/harness/reporter.ts',
        '--test-reporter-destination=stdout',
        '--test-reporter=./tests/harness/counts.ts',
        `--test-reporter-destination=${counts}`,
        ...chosen,
      ]);
      const counted = existsSync(counts) ? (JSON.parse(readFileSync(counts, 'utf8') || '{}') as Partial<Outcome>) : {};
      rmSync(folder, { recursive: true, force: true });
      await undo?.();
      const failed = counted.failed ?? 0;
      return { passed: counted.passed ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
    },
  };
}

const needsBrowser = async () => {
  await findBrowser();
  return async () => {};
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
  nodeTests('house', ['tests/house/**/*.test.ts'], 2),
  nodeTests('sdk', ['tests/sdk/**/*.test.ts'], 2),
  nodeTests('simulation', ['tests/simulation/**/*.test.ts'], 2),
  nodeTests('server', ['tests/server/**/*.test.ts'], 2, needsDatabase),
  nodeTests('conformance', ['tests/conformance/**/*.test.ts'], 2),
  {
    name: 'components',
    accepts: (word) => globSync('tests/components/**/*.test.ts').some((file) => file.includes(word)),
    async run(words) {
      await findBrowser();
      const { runInBrowser } = await import('./browser-tests.ts');
      return runInBrowser(words);
    },
  },
  nodeTests('stories', ['tests/stories/**/*.test.ts'], 1, needsBrowser),
  nodeTests('end to end', ['tests/e2e/**/*.test.ts'], 1, needsBrowser),
];

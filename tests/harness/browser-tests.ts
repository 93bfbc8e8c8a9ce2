import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import {
  chromeLauncher,
  startTestRunner,
  type TestResult,
  type TestRunner,
  type TestRunnerPlugin,
  type TestSession,
  type TestSuiteResult,
} from '@web/test-runner';
import { BROWSER_FLAGS, findBrowser } from './browser.ts';
import { isComplaint, logText } from './complaints.ts';
import { forcedColours } from './forced-colours.ts';
import { freePort } from './free-port.ts';
import { failure, indent, type Outcome } from './node-tests.ts';

const PATTERN = 'tests/components/**/*.test.ts';

/** Runs the elements' tests in a real Chromium: all of them, or the files whose path contains one of the words. */
export async function runInBrowser(words: readonly string[]): Promise<Outcome> {
  const all = globSync(PATTERN).sort();
  const matching = all.filter((file) => words.some((word) => file.includes(word)));
  const files = matching.length > 0 ? matching : all;
  if (files.length === 0) return { passed: 0, failures: [] };

  return askBrowser(files);
}

/** How long a file may take, in milliseconds; the longest take a quarter of it on a machine that does other things too. */
const LIMIT = 180_000;

/** Runs these files, two at a time, each in a window of its own; prints what happens and counts. */
export async function askBrowser(files: readonly string[], limit = LIMIT): Promise<Outcome> {
  const outcomes = (await runFiles(files, limit)).map(report);
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failures: outcomes.flatMap((outcome) => outcome.failures),
  };
}

async function runFiles(files: readonly string[], limit: number): Promise<TestSession[]> {
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      files: [...files],
      rootDir: process.cwd(),
      port: await freePort(),
      concurrency: 2,
      // The condition `development` gives the elements' vendors with their warnings on; a warning fails the test file.
      nodeResolve: { exportConditions: ['browser', 'development'] },
      browsers: [
        chromeLauncher({
          launchOptions: { executablePath: await findBrowser(), args: [...BROWSER_FLAGS, '--lang=nl'] },
          createPage: async ({ context }) => {
            // A window each: of two tabs in one window only the front one draws, the other once a second.
            const page = await context.newPage({ type: 'window' });
            const session = await page.createCDPSession();
            // Without it only the page in front has focus and animation frames, and tests could not run side by side.
            await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
            return page;
          },
        }),
      ],
      plugins: [
        nodeEnvironment,
        tellable,
        forcedColours,
        esbuildPlugin({
          ts: true,
          target: 'esnext',
          tsconfig: 'components/tsconfig.json',
          define: { 'import.meta.env.DEV': 'true', 'import.meta.env.PROD': 'false' },
        }),
      ],
      testFramework: { config: { timeout: '20000' } },
      testsFinishTimeout: limit,
      browserLogs: true,
      filterBrowserLogs: isComplaint,
      reporters: [],
      staticLogging: true,
    },
  });
  if (!runner) throw new Error('The browser tests could not start; the reason is printed above.');
  await finished(runner);
  return [...runner.sessions.all()];
}

/** What a bundler does for nanostores: it asks for Node's environment to know whether it is being developed with. */
const nodeEnvironment: TestRunnerPlugin = {
  name: 'node-environment',
  transform({ path, body }) {
    if (!path.includes('/nanostores/') || typeof body !== 'string') return;
    return body.replaceAll('process.env.NODE_ENV', "'development'");
  },
};

/**
 * The runner clones what it tells of a test, and an element cannot be cloned: a test that failed because there was one
 * where none should be would silence its whole file. Such a thing is told by its name.
 */
const tellable: TestRunnerPlugin = {
  name: 'tellable',
  transform({ path, body }) {
    if (path !== '/__web-dev-server__web-socket.js' || typeof body !== 'string') return;
    return `${body.replace('structuredClone(obj)', 'clone(obj)')}\n${clone}`;
  },
};

/** Runs in the browser. */
function clone(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    if (Array.isArray(value)) return value.map(clone);
    if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
    return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, clone(part)]));
  }
}

async function finished(runner: TestRunner): Promise<void> {
  await new Promise<void>((resolve) => {
    runner.on('stopped', () => resolve());
    runner.on('finished', () => void runner.stop());
  });
}

interface NamedResult {
  readonly name: string;
  readonly result: TestResult;
}

function flatten(suite: TestSuiteResult | undefined, above = ''): NamedResult[] {
  if (!suite) return [];
  const path = [above, suite.name].filter(Boolean).join(' › ');
  return [
    ...suite.tests.map((result) => ({ name: [path, result.name].filter(Boolean).join(' › '), result })),
    ...suite.suites.flatMap((inner) => flatten(inner, path)),
  ];
}

function report(session: TestSession): Outcome {
  const file = relative(process.cwd(), session.testFile);
  const results = flatten(session.testResults);
  const trouble = [
    ...session.errors.map((error) => error.stack ?? error.message),
    ...session.request404s.map((path) => `not found: ${path}`),
    ...session.logs.map((args) => `the console shows: ${logText(args)}`),
  ];
  if (results.length === 0 && trouble.length === 0) trouble.push('the file holds no test that ran');
  console.log(`\n${file}`);
  for (const { name, result } of results) {
    console.log(
      `  ${result.passed ? '✔' : '✖'} ${name}${result.duration ? ` (${Math.round(result.duration)} ms)` : ''}`,
    );
    if (!result.passed) console.log(indent(explain(result)));
  }
  for (const text of trouble) console.log(`  ✖ outside of any test:\n${indent(text)}`);
  const failed = results.filter(({ result }) => !result.passed);
  return {
    passed: results.length - failed.length,
    failures: [
      ...failed.map(({ name, result }) => failure(`${file} › ${name}`, explain(result))),
      ...trouble.map((text) => failure(file, text)),
    ],
  };
}

function explain({ error, skipped }: TestResult): string {
  if (!error) return skipped ? 'was skipped' : 'failed without an error';
  const difference =
    error.expected === undefined ? [] : [`expected: ${error.expected}`, `actual:   ${error.actual ?? ''}`];
  return [error.message, ...difference, ...stackOf(error.stack, error.message)].join('\n');
}

/** The stack's own lines, without the message repeated and without frames of libraries. */
function stackOf(stack: string | undefined, message: string): string[] {
  if (!stack) return [];
  return stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s*at /.test(line) && !line.includes('node_modules') && !line.includes('__web-'))
    .slice(0, 6);
}

/**
 * `npm test`: every test of the project, in the order in which a failure says most. Ends with what failed and why, all
 * together, and `N passed, N failed`.
 *
 * `node tests/run.ts server/holds` runs only what matches; `--list` names the suites.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, type Suite, suites } from './harness/suites.ts';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const chosen: Suite[] = [...checks, ...suites].filter(
  (suite) => wanted.length === 0 || wanted.some((word) => suite.name.includes(word) || suite.accepts?.(word)),
);

if (process.argv.includes('--list')) {
  for (const suite of chosen) console.log(suite.name);
  process.exit(0);
}

// Most of a short process's life would be compiling the same sources.
const compiled = mkdtempSync(join(tmpdir(), 'foyer-compiled-'));
process.env.NODE_COMPILE_CACHE = compiled;
process.on('exit', () => rmSync(compiled, { recursive: true, force: true }));

let passed = 0;
const failures: string[] = [];
for (const suite of chosen) {
  const start = performance.now();
  console.log(`\n── ${suite.name} ──`);
  const outcome = await suite.run(wanted);
  passed += outcome.passed;
  failures.push(...outcome.failures);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${suite.name}: ${outcome.passed} passed, ${outcome.failures.length} failed, in ${seconds} s`);
}

if (failures.length > 0) console.log('\n── what failed ──');
for (const text of failures) console.log(`\n✖ ${text}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;

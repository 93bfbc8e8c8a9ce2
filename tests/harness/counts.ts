import type { TestEvent } from 'node:test/reporters';

/** Reporter for Node's test runner that writes only how many tests passed and failed, as JSON. A suite is not a test. */
export default async function* counts(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  for await (const event of events) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite' && event.type === 'test:pass') continue;
    // A file is reported like a test of its own; it counts only when it failed without a test inside having failed.
    if (event.type === 'test:pass') passed += 1;
    else if (event.data.details.type !== 'suite') failed += 1;
  }
  yield JSON.stringify({ passed, failed });
}

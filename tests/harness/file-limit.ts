/**
 * Loaded before a test file, with milliseconds behind the `?`: ends the file's process when it is still there after so
 * long, and says what keeps it. A socket or a timer that was left open would keep the whole run waiting for ever.
 */
import { relative } from 'node:path';

const limit = Number(new URL(import.meta.url).search.slice(1));

setTimeout(() => {
  const file = relative(process.cwd(), process.argv[1] ?? '');
  const open = [...new Set(process.getActiveResourcesInfo())].join(', ') || 'nothing open';
  console.error(`${file} was ended after ${limit / 1000} s; it was still waiting, with ${open}.`);
  process.exit(1);
}, limit).unref();

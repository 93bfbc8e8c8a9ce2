/**
 * `npm run screens`: photographs the demo's pages in three widths and two schemes, to be kept with the sources.
 *
 * `npm run screens -- --compare` compares them with those that are kept, and ends with 1 when one differs. It is no part
 * of `npm test`: on a busy machine a centre may be out of a neighbour's reach for a moment, and its page says so.
 */
import { faultOf, forgetBaselines, keep } from '../harness/screens/baselines.ts';
import { ROUNDS } from '../harness/screens/series.ts';
import { openStudio, type Screen } from '../harness/screens/studio.ts';

const isComparing = process.argv.includes('--compare');

function say(screen: Screen): void {
  const fault = faultOf(screen);
  console.log(fault ?? `${screen.name} is as it was.`);
  if (fault) process.exitCode = 1;
}

const deal = isComparing ? say : keep;
const studio = await openStudio();
try {
  if (!isComparing) forgetBaselines();
  const left = ROUNDS.values();
  const photographer = async () => {
    for (const round of left) for (const screen of await studio.photograph(round)) deal(screen);
  };
  await Promise.all([photographer(), photographer()]);
} finally {
  await studio.close();
}

/** `npm run screens`: photographs the demo's pages anew, as what `npm test` compares them with from then on. */
import { forgetBaselines, keep } from '../harness/screens/baselines.ts';
import { SERIES } from '../harness/screens/series.ts';
import { openStudio } from '../harness/screens/studio.ts';

const studio = await openStudio();
try {
  forgetBaselines();
  for (const opened of SERIES) for (const screen of await studio.photograph(opened)) keep(screen);
} finally {
  await studio.close();
}

/** `npm run screens`: photographs the demo's pages anew, as what `npm test` compares them with from then on. */
import { forgetBaselines, keep } from '../harness/screens/baselines.ts';
import { ROUNDS } from '../harness/screens/series.ts';
import { openStudio } from '../harness/screens/studio.ts';

const studio = await openStudio();
try {
  forgetBaselines();
  const left = ROUNDS.values();
  const photographer = async () => {
    for (const round of left) for (const screen of await studio.photograph(round)) keep(screen);
  };
  await Promise.all([photographer(), photographer()]);
} finally {
  await studio.close();
}

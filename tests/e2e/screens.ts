/**
 * `npm run screens`: photographs the demo's pages in three widths and two schemes, to be kept with the sources. The test
 * beside this file compares them.
 */
import { forgetOthers, keep } from '../harness/screens/baselines.ts';
import { NAMES, ROUNDS } from '../harness/screens/series.ts';
import { openStudio } from '../harness/screens/studio.ts';

const studio = await openStudio();
try {
  const left = ROUNDS.values();
  const photographer = async () => {
    for (const round of left) {
      for (const screen of await studio.photograph(round)) keep(screen);
      console.log(`${round.site} at ${round.width} px is photographed.`);
    }
  };
  await Promise.all([photographer(), photographer()]);
  forgetOthers(NAMES);
} finally {
  await studio.close();
}

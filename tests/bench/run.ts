/**
 * `npm run bench`: what Foyer costs and carries on this machine, each number beside what it is measured against.
 * `npm run bench holds` runs one part.
 */
import { cpus, totalmem } from 'node:os';
import { benchHolds } from './holds.ts';
import { benchSales } from './sales.ts';
import { openStage, type Stage } from './stage.ts';

const withStage = (bench: (stage: Stage) => Promise<void>) => async () => {
  const stage = await openStage();
  try {
    await bench(stage);
  } finally {
    await stage.stop();
  }
};

const parts: Readonly<Record<string, () => Promise<void>>> = {
  holds: withStage(benchHolds),
  sales: withStage(benchSales),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
    `Node ${process.version}, ${process.platform}`,
);
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}

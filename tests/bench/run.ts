/**
 * `npm run bench`: what Foyer costs and carries on this machine, each number beside what it is measured against.
 * `npm run bench holds` runs one part; `npm run bench map -- --quick` the seat map with two halls once, and
 * `npm run bench elements -- --only=cart` one element.
 */
import { cpus, totalmem } from 'node:os';
import { benchElements } from './elements/index.ts';
import { benchHolds } from './holds.ts';
import { benchNetwork } from './network/index.ts';
import { benchPricing } from './pricing.ts';
import { benchSales } from './sales.ts';
import { benchSearch } from './search.ts';
import { benchMap } from './seat-map/index.ts';
import { MAP_AIMS, measureSizes } from './sizes.ts';
import { openStage, type Stage } from './stage.ts';
import { benchStart } from './start.ts';
import { printTable, whole } from './table.ts';

const withStage = (bench: (stage: Stage) => Promise<void>) => async () => {
  const stage = await openStage();
  try {
    await bench(stage);
  } finally {
    await stage.stop();
  }
};

async function benchSizes(): Promise<void> {
  const sizes = Object.entries(await measureSizes());
  const rows = sizes.map(([name, { minified, gzip, brotli }]) => [name, whole(minified), whole(gzip), whole(brotli)]);
  printTable('What a page loads, each with everything it needs', ['what', 'minified B', 'gzip B', 'brotli B'], rows);
  for (const [name, aim] of Object.entries(MAP_AIMS)) {
    const { gzip = 0 } = Object.fromEntries(sizes)[name] ?? {};
    console.log(`${name}: ${whole(gzip)} B gzip, aim ${whole(aim)}: ${gzip <= aim ? 'met' : 'not met'}`);
  }
}

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('--'));

const only = (name: string) => options.find((option) => option.startsWith(name))?.slice(name.length) ?? '';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  holds: withStage(benchHolds),
  sales: withStage(benchSales),
  network: withStage(benchNetwork),
  pricing: benchPricing,
  search: benchSearch,
  start: benchStart,
  sizes: benchSizes,
  elements: () => benchElements({ markdown: options.includes('--markdown'), only: only('--only=') }),
  map: () => benchMap({ quick: options.includes('--quick'), markdown: options.includes('--markdown') }),
};

const wanted = words.filter((word) => !word.startsWith('--'));
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

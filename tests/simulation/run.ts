/**
 * `npm run simulate -- --schedules 100000 --seed 1`: schedules of centres that sell for each other while everything fails,
 * from a seed on. Prints what holds at every moment, how much was tried, and the seeds of what broke.
 */
import { INVARIANTS } from './invariants.ts';
import { runSchedules } from './schedules.ts';

const option = (name: string, otherwise: number): number => {
  const index = process.argv.indexOf(`--${name}`);
  const value = Number(index < 0 ? otherwise : process.argv[index + 1]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${name} must be a whole number.`);
  process.exit(2);
};

const first = option('seed', 1);
const count = option('schedules', 20_000);
const start = performance.now();
const { failures, total } = await runSchedules({ first, count }, (done) => {
  if (done % 5_000 === 0) console.log(`${done} schedules …`);
});

console.log(
  `\n${count} schedules, seeds ${first} to ${first + count - 1}, in ${((performance.now() - start) / 1000).toFixed(1)} s`,
);
console.log(`${total.orders} orders, ${total.crashes} crashes; parts at partners: ${JSON.stringify(total.parts)}`);
console.log('\nHeld after every step and in the end:');
for (const invariant of INVARIANTS) console.log(`  ${invariant}`);
for (const { seed, broken } of failures) {
  console.log(`\nSeed ${seed} (again: npm run simulate -- --seed ${seed} --schedules 1)`);
  for (const what of broken) console.log(`  ${what}`);
}
console.log(`\n${count - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

import { readPlan } from '../../sdk/model/seating-plan/read-plan.ts';
import type { PlanProblem } from '../../sdk/model/seating-plan/types.ts';
import { readTextFile } from './plan-file.ts';
import { describePlan } from './plan-summary.ts';

export const usage = `foyer plan check FILE

  FILE  A seating plan, in foyer-plan/1 or in the open JSON of pretix. Says what is in it, or everything that is wrong.

  Exit status: 0 a good plan, 1 not, 2 wrong use.`;

/** `foyer plan check`: says what is in a seating plan, or every error with its path in the file. */
export async function run(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0 || file.startsWith('--')) {
    console.error(`foyer plan check: one file is needed\n\n${usage}`);
    return 2;
  }
  const read = await readTextFile(file);
  if ('problem' in read) return refuse(file, [read.problem], 0);
  const result = readPlan(read.text);
  if ('problems' in result) return refuse(file, result.problems, result.more);
  console.log(describePlan(result.plan, result.format));
  return 0;
}

function refuse(file: string, problems: readonly PlanProblem[], more: number): number {
  const count = problems.length + more;
  console.log(`${file}: not a good plan, ${count} ${count === 1 ? 'error' : 'errors'}`);
  for (const { path, code, message } of problems) console.log(`  ${path}: ${message} [${code}]`);
  if (more > 0) console.log(`  … and ${more} more`);
  return 1;
}

import type { Finding } from './run.ts';

const MARK = { passed: 'pass', failed: 'FAIL', 'not judged': '  – ' } as const;

/** One line of the table: group, check, outcome, and why when there is a why. */
export function lineOf({ group, name, outcome, why }: Finding): string {
  const line = `${MARK[outcome]}  ${group.padEnd(15)}  ${name}`;
  return why ? `${line}\n      → ${why}` : line;
}

/** The last line, such as `58 passed, 1 failed`. What could not be judged is counted apart: it says nothing. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome).length;
  const unjudged = count('not judged');
  return `${count('passed')} passed, ${count('failed')} failed${unjudged > 0 ? `, ${unjudged} not judged` : ''}`;
}

import type { PlanProblem } from './types.ts';

/** As many problems as somebody reads; the rest is counted, so that a hostile file cannot fill the memory. */
const KEPT = 100;

/** Collects what is wrong in one file. */
export interface Report {
  readonly problems: readonly PlanProblem[];
  /** Found, but no longer kept. */
  readonly more: number;
  add(path: string, code: string, message: string): void;
}

export function createReport(): Report {
  const problems: PlanProblem[] = [];
  let more = 0;
  return {
    problems,
    get more() {
      return more;
    },
    add(path, code, message) {
      if (problems.length < KEPT) problems.push({ path, code, message });
      else more += 1;
    },
  };
}

/** A value as it can be quoted in a message: short, on one line, and harmless in a terminal. */
export function quoted(value: unknown): string {
  const text = (JSON.stringify(value) ?? String(value)).replace(/[\u007f-\u009f]/g, '?');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

import { checkPlan } from './check-plan.ts';
import { checkShape } from './conform.ts';
import { readJson } from './json-text.ts';
import { layOutPlan } from './lay-out.ts';
import schema from './plan.schema.json' with { type: 'json' };
import { importPretix } from './pretix.ts';
import { looksLikePretix, type PretixPlan, pretixSchema } from './pretix-format.ts';
import { createReport, type Report } from './report.ts';
import type { PlanSource } from './source.ts';
import type { PlanResult } from './types.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Source of a plan in either format, as far as its shape allows; what is wrong is in the report. */
function readSource(value: unknown, report: Report): PlanSource | undefined {
  if (!isObject(value) || !('format' in value || looksLikePretix(value))) {
    report.add('$', 'format-unknown', 'neither a Foyer plan ("format": "foyer-plan/1") nor one of pretix');
    return undefined;
  }
  const pretix = looksLikePretix(value);
  checkShape(value, pretix ? pretixSchema : schema, report);
  if (report.problems.length > 0) return undefined;
  // The schema has just vouched for the shape.
  if (!pretix) {
    const source = value as PlanSource;
    checkPlan(source, report);
    return source;
  }
  const { source, locate } = importPretix(value as PretixPlan, report);
  // What is stored must be a plan file of ours in every respect, also where it is only too much of something.
  if (report.problems.length === 0) checkShape(source, schema, report);
  if (report.problems.length === 0) checkPlan(source, report, locate);
  return source;
}

/**
 * Reads a plan file of either format, for a server or a command: the plan laid out and the source to store, or
 * everything that is wrong with it. Never throws, whatever the text.
 */
export function readPlan(text: string): PlanResult {
  const json = readJson(text);
  if ('problem' in json) return { problems: [json.problem], more: 0 };
  const report = createReport();
  const source = readSource(json.value, report);
  if (!source || report.problems.length > 0) return { problems: report.problems, more: report.more };
  return { plan: layOutPlan(source), source, format: source === json.value ? 'foyer' : 'pretix' };
}

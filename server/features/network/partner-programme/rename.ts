import type { Performance, PerformanceSummary, SeatChange, SeatStatus } from '../../../../sdk/contract/index.ts';
import { writeReference } from '../../../../sdk/model/reference.ts';
import type { PlanSource } from '../../../../sdk/model/seating-plan/index.ts';
import type { Selling } from './owners.ts';

/** What an owner calls by its own names, by ours: `hamlet` of `de-brug` is `de-brug.hamlet` here. */
export const renameSummary = ({ owner }: Selling, summary: PerformanceSummary): PerformanceSummary => ({
  ...summary,
  id: writeReference({ owner: owner.id, id: summary.id }),
  owner,
});

export function renamePerformance(selling: Selling, performance: Performance): Performance {
  const { version } = performance.plan;
  const id = writeReference({ owner: selling.owner.id, id: performance.plan.id });
  return {
    ...performance,
    ...renameSummary(selling, performance),
    plan: { id, version, href: `/plans/${id}/${version}` },
  };
}

/** A status or a change of one. */
export const renameStatus = <Told extends SeatStatus | SeatChange>({ owner }: Selling, told: Told): Told => ({
  ...told,
  plan: { ...told.plan, id: writeReference({ owner: owner.id, id: told.plan.id }) },
});

/** The views that the plan names by a path are where the owner has them. */
export function renamePlan({ owner, url }: Selling, plan: PlanSource): PlanSource {
  const sections = plan.sections?.map((section) =>
    section.view?.image.startsWith('/')
      ? { ...section, view: { ...section.view, image: `${url}${section.view.image}` } }
      : section,
  );
  return { ...plan, id: writeReference({ owner: owner.id, id: plan.id }), ...(sections && { sections }) };
}

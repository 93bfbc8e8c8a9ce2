import { entryListSchema, partnerStatementSchema } from '../../../sdk/contract/index.ts';
import type { CallPartner } from '../network/calls/call.ts';
import { at, fitting } from '../network/partner-client.ts';
import type { SettlementCalls } from './ports.ts';

/** Milliseconds that a partner has to look through a month. */
const COUNTING = 10_000;

/** Asks the other centre of an agreement over the network. @param call Finds owners and sellers alike. */
export function createSettlementCalls(call: CallPartner): SettlementCalls {
  const ask = { method: 'GET', lane: 'decide', within: COUNTING } as const;
  return {
    statement: (agreement, period, after) =>
      call(agreement, {
        ...ask,
        path: at`/settlements/${period}` + (after === undefined ? '' : at`?after=${after}`),
        read: fitting(partnerStatementSchema.refine((told) => told.agreement === agreement && told.period === period)),
      }),
    entries: (agreement, period, ids) =>
      call(agreement, {
        ...ask,
        path: at`/settlements/${period}/entries?ids=${ids.join(',')}`,
        read: fitting(entryListSchema.refine(({ entries }) => entries.every((entry) => entry.agreement === agreement))),
      }),
  };
}

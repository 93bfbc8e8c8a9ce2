import type { KeysTold } from '../../../../sdk/contract/index.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import { describeToNetwork } from '../centre.ts';
import { endByPartner, learnTerms } from './change.ts';
import type { AgreementCalls } from './ports.ts';
import { listAgreements } from './store.ts';

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 3_600_000;

/**
 * The job `end-agreement`: tells the owner that we ended it, and comes back later and later until the owner knows.
 * Only an owner that knows of no such agreement is not told again.
 */
export async function tellEnd(
  { clock, db, jobs, log }: CentreRuntime,
  calls: AgreementCalls,
  { agreement, attempt }: { readonly agreement: string; readonly attempt: number },
): Promise<void> {
  const { error } = await calls.end(agreement);
  if (!error) return;
  if (error.outcome === 'refused' && error.code === 'not_found') {
    log.warn('agreement-end-unknown-to-owner', { agreement });
    return;
  }
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempt - 1, 12));
  log.info('agreement-end-not-told', { agreement, attempt, code: error.code });
  await db
    .transaction()
    .execute((trx) =>
      jobs.add(
        trx,
        'end-agreement',
        { agreement, attempt: attempt + 1 },
        { key: `end-agreement:${agreement}`, runAt: new Date(clock.now().getTime() + pause) },
      ),
    );
}

/** Takes over how the owner has an agreement now: its terms, or that it ended. Quiet when the owner does not answer. */
export async function refreshAgreement(runtime: CentreRuntime, calls: AgreementCalls, id: string): Promise<void> {
  const { data } = await calls.agreement(id);
  if (data?.state === 'ended') await endByPartner(runtime, id);
  else if (data) await learnTerms(runtime, id, data);
}

/** Tells our present keys to every owner we sell or sold for, all at once. Can be repeated. */
export async function announceKeys(runtime: CentreRuntime, calls: AgreementCalls): Promise<readonly KeysTold[]> {
  const { keys } = describeToNetwork(runtime);
  const selling = (await listAgreements(runtime.db)).filter(({ role }) => role === 'seller');
  return Promise.all(
    selling.map(async ({ id, partner_id }): Promise<KeysTold> => {
      const { error } = await calls.announceKeys(id, keys);
      const outcome = !error ? 'told' : error.outcome === 'refused' ? 'refused' : 'unreachable';
      return { agreement: id, owner: partner_id ?? '', outcome };
    }),
  );
}

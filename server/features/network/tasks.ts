import type { Tasks } from '../../jobs.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { tellEnd } from './agreements/index.ts';

export type NetworkTasks = Pick<Tasks, 'end-agreement'>;

/** What a centre's worker does for its agreements. */
export const networkTasks = (runtime: CentreRuntime): NetworkTasks => ({
  'end-agreement': (payload) => tellEnd(runtime, runtime.agreementCalls, payload),
});

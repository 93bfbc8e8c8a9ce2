import { networkTasks } from './features/network/index.ts';
import { salesTasks } from './features/payments/index.ts';
import type { Tasks } from './jobs.ts';
import type { CentreRuntime } from './runtime.ts';

/** What a centre's worker does: everything that is left for later by any feature. */
export const centreTasks = (runtime: CentreRuntime): Tasks => ({ ...salesTasks(runtime), ...networkTasks(runtime) });

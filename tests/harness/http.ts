import { silentLog } from '../../server/adapters/log.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { createFoyerApp, type FoyerApp } from '../../server/http/env.ts';
import { answerErrors } from '../../server/http/errors.ts';
import { requestId } from '../../server/http/request-id.ts';
import type { Clock } from '../../server/ports.ts';

/** An app with nothing in it but ids and answers to errors, to try one middleware on. */
export function bareApp(): FoyerApp {
  const app = createFoyerApp();
  app.onError(answerErrors(silentLog));
  app.use(requestId(systemRandomness));
  return app;
}

/** The code an answer tells. */
export const codeOf = async (answer: Response | Promise<Response>): Promise<string | undefined> =>
  ((await (await answer).json()) as { error?: { code: string } }).error?.code;

/** A clock that stands still until it is told to go on. */
export function standingClock(start = '2026-11-22T10:00:00Z'): Clock & { pass(milliseconds: number): void } {
  let now = new Date(start);
  return {
    now: () => now,
    pass(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

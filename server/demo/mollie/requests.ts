import { authenticate, checkScope } from './accounts.ts';
import { answerApi, refusal } from './api.ts';
import { type Fault, type Faults, insteadOf, spoil } from './faults.ts';
import { createIdempotency } from './idempotency.ts';
import type { Answer, ApiRequest } from './wire.ts';
import { nowOf, type World } from './world.ts';

export interface Requests {
  answer(request: ApiRequest): Answer;
}

/** Takes requests the way Mollie's front door does: who is it, was it asked before, and only then what is asked. */
export function createRequests(world: World, faults: Faults): Requests {
  const idempotency = createIdempotency();

  function perform(request: ApiRequest, fault: Fault | undefined): Answer {
    const account = authenticate(world.accounts, request);
    checkScope(account, request);
    const keyed = request.method === 'POST' && request.idempotencyKey !== null;
    const before = keyed ? idempotency.recall(account.profileId, request, nowOf(world)) : undefined;
    const answer = before ?? answerApi(world, account, request);
    const spoiled = spoil(answer, fault);
    if (keyed && !before) {
      idempotency.keep(account.profileId, request, { ...answer, delivery: spoiled.delivery }, nowOf(world));
    }
    return spoiled;
  }

  return {
    answer(request) {
      const fault = faults.take(request);
      try {
        return insteadOf(request, fault) ?? perform(request, fault);
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

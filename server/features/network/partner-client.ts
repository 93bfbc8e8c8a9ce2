import type { z } from 'zod';
import {
  agreementSchema,
  networkChangesSchema,
  performanceListSchema,
  performanceSchema,
  reservationSchema,
  seatStatusSchema,
  uitpasAnswerSchema,
} from '../../../sdk/contract/index.ts';
import { readPlan } from '../../../sdk/model/seating-plan/read-plan.ts';
import type { UitpasCalls } from '../uitpas/port.ts';
import type { AgreementCalls } from './agreements/index.ts';
import type { CallPartner } from './calls/call.ts';
import type { PartnerApi } from './partner-api.ts';
import { readJson, readJsonText, UnreadableAnswer } from './read-json.ts';

/** Milliseconds that a partner has. */
const READING = 3_000;
const HOLDING = 5_000;
const DECIDING = 10_000;

/** Asks the owners of our agreements over the network, also about the agreements. An answer that does not fit the contract is none. */
export function createPartnerClient(call: CallPartner): PartnerApi & AgreementCalls & UitpasCalls {
  const browse = { method: 'GET', lane: 'browse', within: READING } as const;
  const reservation = (id: string) => ({ path: at`/reservations/${id}`, read: fitting(reservationSchema, { id }) });
  const asked = (id: string, verb: string) => ({ ...reservation(id), path: at`/reservations/${id}/${verb}` });
  const tariff = (id: string) => ({ ...reservation(id), path: at`/reservations/${id}/uitpas/tariff` });
  const hold = { lane: 'hold', within: HOLDING } as const;
  const decide = { method: 'POST', lane: 'decide', within: DECIDING } as const;

  return {
    reserve: (agreement, id, json) => call(agreement, { method: 'PUT', ...hold, ...reservation(id), json }),
    read: (agreement, id) => call(agreement, { method: 'GET', ...hold, within: READING, ...reservation(id) }),
    extend: (agreement, id, json) =>
      call(agreement, {
        ...{ method: 'POST', ...hold, ...asked(id, 'extend'), json },
        // For a payment the owner may have to register ticket sales first.
        within: json.forPayment ? DECIDING : HOLDING,
      }),
    confirm: (agreement, id, json) => call(agreement, { ...decide, ...asked(id, 'confirm'), json }),
    cancel: (agreement, id, json) => call(agreement, { ...decide, ...asked(id, 'cancel'), json }),

    askUitpas: (agreement, id, json) =>
      call(agreement, {
        ...{ method: 'POST', ...hold, within: DECIDING, json },
        ...{ path: at`/reservations/${id}/uitpas`, read: fitting(uitpasAnswerSchema) },
      }),
    takeTariff: (agreement, id, json) =>
      call(agreement, { method: 'POST', ...hold, within: DECIDING, ...tariff(id), json }),

    performances: (agreement) =>
      call(agreement, { ...browse, path: '/performances', read: fitting(performanceListSchema) }),
    performance: (agreement, id) =>
      call(agreement, { ...browse, path: at`/performances/${id}`, read: fitting(performanceSchema, { id }) }),
    plan: (agreement, id, version) =>
      call(agreement, {
        ...browse,
        path: at`/plans/${id}/${version}`,
        read: (answer) => readOwnPlan(answer, id, version),
      }),
    status: (agreement, performance) =>
      call(agreement, { ...browse, path: at`/performances/${performance}/status`, read: fitting(seatStatusSchema) }),
    live: (agreement, performance, cursor, signal) =>
      call(agreement, {
        ...browse,
        path: at`/performances/${performance}/live?cursor=${cursor}`,
        accept: 'text/event-stream',
        read: streamOnly,
        signal,
      }),

    changes: (agreement, after) =>
      call(agreement, { ...about, path: at`/changes?after=${after}`, read: fitting(networkChangesSchema) }),
    agreement: (agreement) => call(agreement, { ...about, path: '/agreement', read: ofOwner(agreement) }),
    end: (agreement) => call(agreement, { ...decide, path: '/agreement/end', read: ofOwner(agreement) }),
    announceKeys: (agreement, keys) =>
      call(agreement, { ...decide, path: '/agreement/keys', json: { keys }, read: ofOwner(agreement) }),
  };
}

/** About an agreement itself and what came of it: these go where confirmations go, and not where visitors crowd. */
const about = { method: 'GET', lane: 'decide', within: READING } as const;

/** A path with its values encoded. */
export const at = (texts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: texts }, ...values.map((value) => encodeURIComponent(value)));

/** Reads what fits a schema, and is about what was asked. */
export const fitting =
  <Schema extends z.ZodType>(schema: Schema, expected: { readonly id?: string } = {}) =>
  async (answer: Response): Promise<z.output<Schema>> => {
    const { data, success } = schema.safeParse(await readJson(answer));
    if (!success) throw new UnreadableAnswer('it does not fit the contract.');
    const { id } = expected;
    if (id !== undefined && (data as { readonly id?: unknown }).id !== id) {
      throw new UnreadableAnswer('it is about something else.');
    }
    return data;
  };

const ofOwner = (agreement: string) => fitting(agreementSchema, { id: agreement });

async function readOwnPlan(answer: Response, id: string, version: number) {
  const result = readPlan(await readJsonText(answer));
  if (!('source' in result) || result.format !== 'foyer') throw new UnreadableAnswer('it is no seating plan.');
  if (result.source.id !== id || result.source.version !== version) {
    throw new UnreadableAnswer('it is another seating plan.');
  }
  return result.source;
}

async function streamOnly(answer: Response): Promise<Response> {
  if (/^text\/event-stream\s*(;|$)/i.test(answer.headers.get('Content-Type') ?? '') && answer.body) return answer;
  await answer.body?.cancel();
  throw new UnreadableAnswer('it is no stream of events.');
}

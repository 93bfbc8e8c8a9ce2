import assert from 'node:assert/strict';
import type { Performance, SeatChange, SeatStatus } from '../../sdk/contract/index.ts';
import { readRuns } from '../../sdk/model/seat-status/index.ts';
import { layOutPlan, type PlanSource, type SeatingPlan } from '../../sdk/model/seating-plan/index.ts';
import type { TestServer } from './centre.ts';

export interface HeardEvent {
  readonly id: string;
  readonly type: string;
  readonly data: SeatChange & SeatStatus;
  /** By id, what was told of seats. */
  readonly seats: Readonly<Record<string, string>>;
}

/** Somebody who listens to a performance over the real stream. */
export interface Listener {
  readonly response: Response;
  /** The next event that is not a sign of life; null when the stream has ended. */
  next(): Promise<HeardEvent | null>;
  /** Takes events until one shows the place in this state; gives that event. */
  until(place: string, state: string): Promise<HeardEvent>;
  leave(): Promise<void>;
}

/** Opens the live stream; `cursor` and `lastEventId` say from where. */
export async function listen(
  server: Pick<TestServer, 'request'>,
  {
    cursor,
    lastEventId,
    performance = 'het-gedacht',
  }: {
    readonly cursor?: string;
    readonly lastEventId?: string;
    readonly performance?: string;
  } = {},
): Promise<Listener> {
  const plan = await planOf(server, performance);
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  const response = await server.request(`/performances/${performance}/live${query}`, {
    headers: lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId },
  });
  assert.equal(response.status, 200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const block = async (): Promise<string | null> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const found = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return found;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      rest += value;
    }
  };
  const next: Listener['next'] = async () => {
    for (let text = await block(); text !== null; text = await block()) {
      const fields = new Map(
        text.split('\n').map((line) => [line.split(': ', 1)[0]!, line.slice(line.indexOf(': ') + 2)]),
      );
      const data = fields.get('data');
      if (!data) continue;
      const told = JSON.parse(data);
      return { id: fields.get('id')!, type: fields.get('event')!, data: told, seats: named(plan, told.seats) };
    }
    return null;
  };
  return {
    response,
    next,
    async until(place, state) {
      for (let event = await next(); event; event = await next()) {
        if (event.seats[place] === state) return event;
      }
      throw new Error(`The stream ended before ${place} became ${state}.`);
    },
    leave: () => reader.cancel(),
  };
}

/** Status of a performance, its seats by id. */
export async function readStatusOf(
  server: Pick<TestServer, 'request'>,
  performance = 'het-gedacht',
): Promise<SeatStatus & { readonly named: Readonly<Record<string, string>> }> {
  const status = (await (await server.request(`/performances/${performance}/status`)).json()) as SeatStatus;
  return { ...status, named: named(await planOf(server, performance), status.seats) };
}

async function planOf(server: Pick<TestServer, 'request'>, performance: string): Promise<SeatingPlan> {
  const { plan } = (await (await server.request(`/performances/${performance}`)).json()) as Performance;
  return layOutPlan((await (await server.request(plan.href)).json()) as PlanSource);
}

/** What was told of seats, by id. */
function named(plan: SeatingPlan, seats: SeatChange['seats']): Record<string, string> {
  const states: Record<string, string> = {};
  for (const [state, runs] of Object.entries(seats)) {
    const isRead = readRuns(runs, (first, end) => {
      for (const { id } of plan.seats.slice(first, end)) states[id] = state;
    });
    assert.ok(isRead, runs);
  }
  return states;
}

import assert from 'node:assert/strict';
import type { SeatChange, SeatStatus } from '../../sdk/contract/index.ts';
import type { TestServer } from './centre.ts';

export interface HeardEvent {
  readonly id: string;
  readonly type: string;
  readonly data: SeatChange & SeatStatus;
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
      if (data) return { id: fields.get('id')!, type: fields.get('event')!, data: JSON.parse(data) };
    }
    return null;
  };
  return {
    response,
    next,
    async until(place, state) {
      for (let event = await next(); event; event = await next()) {
        if (event.data.seats[place] === state) return event;
      }
      throw new Error(`The stream ended before ${place} became ${state}.`);
    },
    leave: () => reader.cancel(),
  };
}

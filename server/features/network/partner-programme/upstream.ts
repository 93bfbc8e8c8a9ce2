import type { z } from 'zod';
import { createEventReader, type ServerSentEvent } from '../../../../sdk/client/server-sent-events.ts';
import {
  type SeatChange,
  type SeatStatus,
  seatChangeSchema,
  seatStatusSchema,
} from '../../../../sdk/contract/index.ts';

/** What a partner's live stream tells. */
export type UpstreamEvent =
  | { readonly type: 'change'; readonly data: SeatChange }
  | { readonly type: 'reset'; readonly data: SeatStatus };

/** Owners say at least every 15 seconds that the line is open; after so many milliseconds of silence it is not. */
const LONGEST_SILENCE = 40_000;

/**
 * Reads a partner's stream until it ends, breaks, falls silent, or tells what is none of the contract's.
 * @param stop Ends the request that the stream belongs to.
 */
export async function* readUpstream(
  body: ReadableStream<Uint8Array>,
  stop: () => void,
): AsyncGenerator<UpstreamEvent, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const read = createEventReader();
  const silence = setTimeout(stop, LONGEST_SILENCE);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      silence.refresh();
      for (const event of read(decoder.decode(value, { stream: true }))) {
        const told = understand(event);
        if (!told) return;
        yield told;
      }
    }
  } catch {
    // The line broke: for who follows, the same as its end.
  } finally {
    clearTimeout(silence);
    stop();
    await reader.cancel().catch(() => {});
  }
}

function understand({ name, data }: ServerSentEvent): UpstreamEvent | undefined {
  if (name === 'change') return parsed(seatChangeSchema, data, (change) => ({ type: 'change', data: change }));
  if (name === 'reset') return parsed(seatStatusSchema, data, (status) => ({ type: 'reset', data: status }));
  return undefined;
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  make: (data: z.infer<Schema>) => UpstreamEvent,
): UpstreamEvent | undefined {
  try {
    const told = schema.safeParse(JSON.parse(text));
    return told.success ? make(told.data) : undefined;
  } catch {
    // Not JSON: not our protocol.
    return undefined;
  }
}

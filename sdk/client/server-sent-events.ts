/** One event of a stream of server-sent events, as WHATWG's HTML standard defines them. */
export interface ServerSentEvent {
  readonly name: string;
  readonly data: string;
  readonly id: string | undefined;
}

/** Reads a stream piece by piece: give it text as it arrives, get the events that are complete. Comments are skipped. */
export function createEventReader(): (text: string) => ServerSentEvent[] {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(read).filter((event) => event.data !== '');
  };
}

function read(block: string): ServerSentEvent {
  const fields = block.split('\n').map(split);
  const last = (name: string) => fields.findLast(([field]) => field === name)?.[1];
  return {
    name: last('event') ?? 'message',
    data: fields.flatMap(([field, value]) => (field === 'data' ? [value] : [])).join('\n'),
    id: last('id'),
  };
}

function split(line: string): [field: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}

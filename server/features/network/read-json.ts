const LARGEST = 2 * 1024 * 1024;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** An answer that is not what the protocol says; nothing of it was used. */
export class UnreadableAnswer extends Error {
  constructor(why: string) {
    super(`The answer cannot be read: ${why}`);
    this.name = 'UnreadableAnswer';
  }
}

/**
 * Reads another server's JSON, of 2 MB at most, without trusting what it says of its length.
 * @throws UnreadableAnswer; or what the connection broke with.
 */
export async function readJson(answer: Response): Promise<unknown> {
  const text = await readJsonText(answer);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableAnswer('it is no well-formed JSON.');
  }
}

/** The same, for who parses it itself: text that says it is JSON. */
export async function readJsonText(answer: Response): Promise<string> {
  if (!JSON_TYPE.test(answer.headers.get('Content-Type') ?? '')) {
    await answer.body?.cancel();
    throw new UnreadableAnswer('it is not JSON.');
  }
  const bytes = await readBytes(answer);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableAnswer('it is not UTF-8.');
  }
}

async function readBytes({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the body.
  for await (const part of body ?? []) {
    length += part.length;
    if (length > LARGEST) throw new UnreadableAnswer('it is larger than 2 MB.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const LINE_END = 10;

/** Where a value stands in a JSON text: by its path, keys and places joined by dots, the line that it begins on. */
export type LineOf = (path: string) => number;

/**
 * Learns where everything is in a text that is known to be JSON. A path that is not in it, such as a key that is missing,
 * has the line of what it would be in.
 */
export function linesOf(text: string): LineOf {
  const starts = new Map<string, number>();
  walk(text, starts);
  return (path) => {
    for (let parts = path === '' ? [] : path.split('.'); ; parts = parts.slice(0, -1)) {
      const line = starts.get(parts.join('.'));
      if (line !== undefined || parts.length === 0) return line ?? 1;
    }
  };
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

interface Open {
  readonly path: string;
  /** The next place of an array; null for an object. */
  place: number | null;
  key: string;
}

const below = (path: string, part: string | number) => (path === '' ? String(part) : `${path}.${part}`);

function walk(text: string, starts: Map<string, number>): void {
  const open: Open[] = [];
  let [line, seen] = [1, 0];
  let isKey = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    for (; seen < index; seen += 1) if (text.charCodeAt(seen) === LINE_END) line += 1;
    const inner = open.at(-1);
    if (token === ':') isKey = false;
    else if (token === ',') {
      if (inner && inner.place !== null) inner.place += 1;
      else isKey = true;
    } else if (token === ']' || token === '}') {
      open.pop();
      isKey = false;
    } else if (isKey && inner) {
      inner.key = JSON.parse(token);
      starts.set(below(inner.path, inner.key), line);
    } else {
      const path = inner ? below(inner.path, inner.place ?? inner.key) : '';
      if (!starts.has(path)) starts.set(path, line);
      if (token === '{' || token === '[') open.push({ path, place: token === '[' ? 0 : null, key: '' });
      isKey = token === '{';
    }
  }
}

/**
 * The query of an address, as `location.search` is: with its `?`, or empty. Written here by hand: to a page that is not
 * ours everything that is not ours must stay letter by letter as it was, which URLSearchParams does not promise.
 */
export type Query = string;

const partsOf = (query: Query): string[] => query.replace(/^\?/, '').split('&').filter(Boolean);

/** Undefined for what nobody can read, such as `%zz`. */
function read(written: string): string | undefined {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

const write = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+');

const nameIn = (part: string): string | undefined => read(part.split('=', 1)[0] ?? '');

/** What a query says first under a name; empty where it says nothing that can be read. */
export function valueIn(query: Query, name: string): string {
  const part = partsOf(query).find((one) => nameIn(one) === name) ?? '';
  return read(part.slice(part.indexOf('=') + 1 || part.length)) ?? '';
}

/** The query with other values under these names, at its end and in their order; an empty one takes the name away. */
export function queryWith(query: Query, values: Readonly<Record<string, string>>): Query {
  const kept = partsOf(query).filter((part) => !Object.hasOwn(values, nameIn(part) ?? ''));
  const put = Object.entries(values).filter(([, value]) => value !== '');
  const all = [...kept, ...put.map(([name, value]) => `${write(name)}=${write(value)}`)];
  return all.length > 0 ? `?${all.join('&')}` : '';
}

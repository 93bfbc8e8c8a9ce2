import { Refusal } from './errors.ts';

const MOST = 250;
const DEFAULT = 50;

interface Listed {
  readonly id: string;
}

/**
 * One page of a list that grows at its end, newest first, by the id to start from.
 * @throws Refusal 400 for a limit or a cursor that cannot be.
 */
export function pageOf<T extends Listed>(
  name: string,
  oldestFirst: readonly T[],
  query: URLSearchParams,
  address: string,
  indexOf: (id: string) => number,
  write: (item: T) => unknown,
) {
  const limit = Number(query.get('limit') ?? DEFAULT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw new Refusal(400, `The limit must be between 1 and ${MOST}`, 'limit');
  }
  const from = query.get('from');
  const start = from === null ? oldestFirst.length - 1 : indexOf(from);
  if (from !== null && start < 0) throw new Refusal(400, 'The cursor is invalid', 'from');
  const items: T[] = [];
  for (let index = start; index >= 0 && items.length < limit; index -= 1) {
    const item = oldestFirst[index];
    if (item) items.push(item);
  }
  const link = (item: T | undefined) =>
    item ? { href: `${address}?from=${item.id}&limit=${limit}`, type: 'application/hal+json' } : null;
  const self = new URLSearchParams(query);
  self.set('limit', String(limit));
  return {
    count: items.length,
    _embedded: { [name]: items.map(write) },
    _links: {
      self: { href: `${address}?${self}`, type: 'application/hal+json' },
      previous:
        start < oldestFirst.length - 1 ? link(oldestFirst[Math.min(start + limit, oldestFirst.length - 1)]) : null,
      next: link(oldestFirst[start - limit]),
      documentation: { href: 'https://docs.mollie.com/reference/pagination', type: 'text/html' },
    },
  };
}

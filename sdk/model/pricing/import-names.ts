import type { Entry } from './import-list.ts';

/** Names of the other centre that a copied rule or formula goes by, and that should mean something here too. */
export interface ForeignNames {
  readonly id: string;
  /** By what they name: tags, zones, price types and so on. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/**
 * The tags, zones and the like that an entry goes by, which are each centre's own.
 * @param id As the entry is called in the own list.
 */
export function foreignNames(entry: Entry, id: string): ForeignNames[] {
  const found: Record<string, readonly string[]> = {};
  const add = (name: string, values: unknown) => {
    if (Array.isArray(values)) found[name] = [...new Set([...(found[name] ?? []), ...values])];
  };
  const selections = [
    ...('when' in entry ? [entry.when?.selection] : []),
    ...('among' in entry ? [entry.among] : []),
    ...('parts' in entry ? (entry.parts ?? []).map(({ among }) => among) : []),
    ...('visits' in entry ? [entry.visits?.among] : []),
    ...('offeredWith' in entry ? [entry.offeredWith] : []),
  ];
  for (const selection of selections) for (const [name, values] of Object.entries(selection ?? {})) add(name, values);
  if ('when' in entry) for (const name of ['zones', 'priceTypes'] as const) add(name, entry.when?.[name]);
  if ('priceTypes' in entry) add('priceTypes', entry.priceTypes);
  if (Object.keys(found).length === 0) return [];
  return [{ id, names: found }];
}

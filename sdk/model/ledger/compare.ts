import type { Entry } from '../../contract/network/entry.ts';
import type { EntryHash } from '../../contract/network/settlement.ts';

/** Where two lists of entries differ, by id. */
export interface Difference {
  readonly missingHere: readonly string[];
  readonly missingThere: readonly string[];
  readonly different: readonly string[];
}

/** Lays our entries beside the partner's. Equal hashes are equal entries. */
export function compareEntries(ours: readonly EntryHash[], theirs: readonly EntryHash[]): Difference {
  const here = new Map(ours.map(({ id, hash }) => [id, hash]));
  const there = new Map(theirs.map(({ id, hash }) => [id, hash]));
  const both = [...here.keys()].filter((id) => there.has(id));
  return {
    missingHere: [...there.keys()].filter((id) => !here.has(id)),
    missingThere: [...here.keys()].filter((id) => !there.has(id)),
    different: both.filter((id) => here.get(id) !== there.get(id)),
  };
}

const FIELDS = ['reservation', 'line', 'performance', 'place', 'kind', 'vat'] as const;

/** Which fields of two entries differ. */
export function differingFields(one: Entry, other: Entry): string[] {
  return [
    ...FIELDS.filter((field) => one[field] !== other[field]),
    ...(one.amount.cents === other.amount.cents ? [] : ['amount']),
    ...(Date.parse(one.at) === Date.parse(other.at) ? [] : ['at']),
  ];
}
